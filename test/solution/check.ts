import { expect } from 'vitest';
import { readDocument } from '../../src/solution/read.ts';
import type { Claim, DocumentFormat } from '../../src/solution/solution.ts';

/** A claim in one line: its text; with `?` before it when it was not read, and its link when that is not `derived`. */
export function shown(claim: Claim): string {
  const link =
    claim.link === 'derived' || claim.statement === null ? '' : `${claim.link}${claim.from ? `(${claim.from.join(',')})` : ''}: `;
  const label = claim.label === undefined ? '' : ` [${claim.label}]`;
  return `${claim.statement === null ? '? ' : ''}${link}${claim.text}${label}`;
}

/** What a solution must be read as. */
export interface Expected {
  readonly problem: string;
  readonly steps: readonly string[];
  readonly claims?: readonly (readonly string[])[];
  readonly givens?: readonly string[];
  readonly title?: string;
  readonly answer?: string;
  readonly reference?: readonly string[];
  readonly stated?: string;
}

/** Reads a document and compares it with what is expected of each solution; every range must give its text back. */
export function check(text: string, format: DocumentFormat, expected: readonly Expected[]): void {
  const { solutions } = readDocument(text, format);
  expect(solutions.map(solution => ({ problem: solution.problem, steps: solution.steps.map(step => step.text) }))).toEqual(
    expected.map(({ problem, steps }) => ({ problem, steps })),
  );
  expected.forEach((one, index) => {
    const solution = solutions[index];
    if (solution === undefined) return;
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(cut(solution.problemRange)).toBe(solution.problem);
    for (const step of solution.steps) {
      expect(cut(step.range)).toBe(step.text);
      for (const claim of step.claims) {
        expect(cut(claim.range)).toBe(claim.text);
        expect(claim.range.start >= step.range.start && claim.range.end <= step.range.end).toBe(true);
      }
    }
    if (one.claims) expect(solution.steps.map(step => step.claims.map(shown))).toEqual(one.claims);
    if (one.givens) expect(solution.givens.map(shown)).toEqual(one.givens);
    if (one.title !== undefined) expect(solution.title).toBe(one.title);
    expect(solution.answer).toBe(one.answer);
    if (one.reference) expect(solution.reference).toEqual(one.reference);
    if (one.stated !== undefined) expect(solution.statedAnswer?.text).toBe(one.stated);
  });
}
