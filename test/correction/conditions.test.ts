import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { readRow } from '../../src/solution/read.ts';

/** The line above, the conditions on its letters, the line to judge. */
type Case = readonly [from: string, conditions: string, to: string];

const mistaken = ([from, conditions, to]: Case): boolean => {
  const { solution } = readRow({ id: 'case', problem: from, steps: [to], assumptions: [conditions] });
  return checkSolution(solution).finding.kind === 'mistake';
};

const FLAGGED: readonly Case[] = [
  ['(2 + a)x = 7', '\\textrm{wahr}', 'x = \\frac{7}{2 + a}'],
  ['(2 + a)x = 7', 'a \\ne 2', 'x = \\frac{7}{2 + a}'],
  ['(3 - a)x = 5', 'a = 3', 'x = \\frac{5}{3 - a}'],
  ['|3x + 2| + |x + 4| = 5', 'x \\ge -4', '3x + 2 + |x + 4| = 5'],
  ['|x - 6| > 2', 'x < 7', '-(x - 6) > 2'],
  ['4x - 3 > 2(-x + 9)', 'x > 5', '4x - 3 > -2x + 17'],
];

const PASSED: readonly Case[] = [
  ['(2 + a)x = 7', 'a \\ne -2', 'x = \\frac{7}{2 + a}'],
  ['q(h - y) = h + y', '(h \\ne y) \\wedge (q \\ne 1)', 'h = \\frac{y(q + 1)}{q - 1}'],
  ['|3x + 2| + |x + 4| = 5', 'x \\ge 0', '3x + 2 + |x + 4| = 5'],
  ['\\frac{2x + 1}{x - 3} < 4', 'x < 3', '2x + 1 > 4(x - 3)'],
  ['(2ax + b)^2 = b^2 - 4ac', '(a > 0) \\wedge (c < \\frac{b^2}{4a})', 'x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}'],
  ['x^2 = 16', 'x > 0', 'x = 4'],
];

describe('conditions that are kept track of', () => {
  test.each(FLAGGED)('a mistake: %s, where %s; %s', (...row) => expect(mistaken(row)).toBe(true));
  test.each(PASSED)('no mistake: %s, where %s; %s', (...row) => expect(mistaken(row)).toBe(false));
});
