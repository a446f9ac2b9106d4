import { describe, expect, test } from 'vitest';
import { checkText } from './check-solution.ts';

/** The remarks on a solution, as `line: kind`. The first line of `text` is the problem. */
function remarks(text: string): string[] {
  return checkText(text).verdicts.flatMap(({ notices }, step) => notices.map(({ kind }) => `${step + 1}: ${kind}`));
}

/** A right solution and the one remark on it. */
const REMARKED: Record<string, readonly (readonly [string, string])[]> = {
  'off the path': [
    ['Solve 2x + 3 = 7\n2x + 8 = 12\n2x = 4\nx = 2', '1: off-path'],
    ['Solve x - 8 = 3\nx - 16 = -5\nx = 11', '1: off-path'],
    ['Solve 4y = 12\n4y + 5 = 17\n4y = 12\ny = 3', '1: off-path'],
    ['Solve 5t - 1 = 9\n10t - 2 = 18\n5t = 10\nt = 2', '1: off-path'],
    ['Solve 3x = 12\n3x + 2x = 12 + 2x\nx = 4', '1: off-path'],
    ['Solve 3x + 1 < 10\n3x + 4 < 13\n3x < 9\nx < 3', '1: off-path'],
    ['Solve 2a + 3 = 7\n2a + 3 = 7\n2a + 3 = 7\n2a = 4\na = 2', '2: off-path'],
  ],
  'many moves at once': [
    ['Solve 3(x - 2) + 4 = x + 8\nx = 5', '1: skipped'],
    ['Solve 5(n + 2) - 3n = 4 + n - 1\nn = -7', '1: skipped'],
  ],
  'right by luck': [
    ['Expand (0 + 3)^2\n(0 + 3)^2 = 0^2 + 3^2 = 9', '1: accidental'],
    ['Work out √(16 + 0)\n√(16 + 0) = √16 + √0 = 4', '1: accidental'],
    ['Solve (x + 3)(2 - x) = 4\nx + 3 = 4 or 2 - x = 4\nx = 1 or x = -2', '1: accidental'],
    ['Simplify 26/65\n26/65 = 2/5', '1: accidental'],
  ],
  'not in simplest form': [
    ['Work out 5/8 + 1/8\n5/8 + 1/8 = 6/8', '1: unsimplified'],
    ['Simplify √48\n√48 = √4 · √12\n= 2√12', '2: unsimplified'],
    ['Simplify 2(x + 1) + 3x\n2(x + 1) + 3x = 2x + 2 + 3x', '1: unsimplified'],
    ['Solve 3z = 15\nz = 15/3', '1: unsimplified'],
    ["Differentiate f(x) = x^3 + 2x^2\nf'(x) = 3x^2 + 2*2x", '1: unsimplified'],
    ['Factor 2x^2 - 8 completely\n2x^2 - 8 = 2(x^2 - 4)', '1: unsimplified'],
    ['Factor 6a + 9\n6a + 9 = 3 · 2a + 3 · 3', '1: unsimplified'],
    ['Expand (x + 1)(x + 2)(x + 3)\n(x + 1)(x + 2)(x + 3) = (x^2 + 3x + 2)(x + 3)', '1: unsimplified'],
    ['Simplify (4b + 8)/2\n(4b + 8)/2 = (8b + 16)/4', '1: unsimplified'],
    ['Rationalise the denominator of 3/√2\n3/√2 = 6/(2√2)', '1: unsimplified'],
    ['Work out 1 1/4 + 1 1/4\n1 1/4 + 1 1/4 = 2 2/4', '1: unsimplified'],
  ],
};

const QUIET: readonly string[] = [
  'Solve 2x + 3 = 7\n2x + 3 - 3 = 7 - 3\n2x = 4\nx = 2',
  'Solve x/2 + 1/3 = 4\n3x + 2 = 24\n3x = 22\nx = 22/3',
  'Solve -x = 4\nx = -4',
  'Solve 0.2x = 3\n2x = 30\nx = 15',
  'Solve x^2 + 6x = 7\nx^2 + 6x + 9 = 16\n(x + 3)^2 = 16\nx + 3 = ±4\nx = 1 or x = -7',
  'Solve 3(x + 2) = 21\n3x + 6 = 21\n3x = 15\nx = 5',
  'Solve 3(x + 2) = 21\nx = 5',
  'Solve 5x - 3 = 2x + 9\n3x - 3 = 9\n3x = 12\nx = 4',
  'Solve 5x = 2x + 9\n5x - 2x = 9\n3x = 9\nx = 3',
  'Solve 3x = 6 and find 2x + 1\nx = 2\n2x = 4\n2x + 1 = 5',
  'Solve the system x + y = 10, x - y = 4\nx + y = 10\nx - y = 4\n2x = 14\nx = 7\ny = 3',
  'Solve 4x - 1 = 11\n4x = 12\nx = 3\nCheck: 4 · 3 - 1 = 12 - 1 = 11',
  'Factor x^2 + 5x + 6\nx^2 + 5x + 6 = (x + 2)(x + 3)',
  'Factor x^2 + 2\nx^2 + 2 = x^2 + 2',
  'Write 72 as a product of prime factors\n72 = 8 · 9 = 2^3 · 3^2',
  'Write 32000 in scientific notation\n32000 = 3.2 · 10^4',
  'Rationalise 1/√2\n1/√2 = √2/2',
  'Simplify √18\n√18 = 3√2',
  'What is the probability of two sixes or so?\n6/36 + 3/36 = 9/36',
  'How many are left?\nAnna has 12 - 5 = 7 apples.\nShe buys 3 · 4 = 12 more.\n7 + 12 = 19',
  'Simplify 12/16\n12/16 = 3/4',
  'Expand (x + 3)^2\n(x + 3)^2 = x^2 + 6x + 9',
];

describe('remarks on lines that are right', () => {
  for (const [kind, cases] of Object.entries(REMARKED)) {
    describe(kind, () => {
      test.each(cases)('%s', (text, remark) => {
        const { finding } = checkText(text);
        expect(finding.kind).not.toBe('mistake');
        expect(remarks(text)[0]).toBe(remark);
      });
    });
  }

  test.each(QUIET)('nothing is said of %s', text => {
    expect(checkText(text).finding.kind).not.toBe('mistake');
    expect(remarks(text)).toEqual([]);
  });

  test('a line has one remark at most, and a mistaken solution none from its mistake on', () => {
    const texts = [...Object.values(REMARKED).flatMap(cases => cases.map(([text]) => text)), ...QUIET];
    for (const text of texts) for (const { notices } of checkText(text).verdicts) expect(notices.length).toBeLessThan(2);
    expect(remarks('Solve 2x + 3 = 7\n2x = 10\n2x + 5 = 15\nx = 10/2').filter(said => /off-path|unsimplified/.test(said))).toEqual([]);
  });
});
