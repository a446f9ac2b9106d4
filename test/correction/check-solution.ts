import { expect } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import type { Checked } from '../../src/correction/corrector.ts';
import { readRow } from '../../src/solution/read.ts';

/** Checks the lines of one solution; the first line of `text` is the problem. */
export function checkText(text: string): Checked {
  const [problem = '', ...steps] = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return checkSolution(readRow({ id: 'case', problem, steps }).solution);
}

/** 1-based number of the first mistaken line of the solution, 0 when none is found. */
export function firstMistake(text: string): number {
  const { finding } = checkText(text);
  return finding.kind === 'mistake' ? finding.correction.step + 1 : 0;
}

/** A solution whose mistaken line ends in ` ✗` is found wrong exactly there; one without the mark is not found wrong. */
export function check(marked: string): void {
  const lines = marked
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const wrong = lines.findIndex(line => line.endsWith('✗'));
  expect(firstMistake(lines.map(line => line.replace(/\s*✗$/, '')).join('\n'))).toBe(Math.max(0, wrong));
}
