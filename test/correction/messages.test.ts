import { expect, test } from 'vitest';
import { exactly } from '../../src/correction/exactly.ts';
import { checkText } from './check-solution.ts';

/** A wrong solution, and what a student reads of its first mistake. */
const READ: readonly (readonly [string, string])[] = [
  [
    'A coat costs £51 after a reduction of 15%. What did it cost before?\n15% of the old price = 0.15 × 51 = £7.65',
    'The value before the reduction is 51/(1 - 0.15) = 60, not 0.15 × 51 = £7.65.',
  ],
  [
    'A bag has 3 red and 5 blue balls. Two are drawn without putting back. Find P(different colours).\nP(different colours) = 15/56',
    'P(different colours) is 15/28, not 15/56.',
  ],
  [
    'A lamp is reduced by 20 %, then 15 % tax is added to the reduced price. What is the whole change?\n20 % and then 15 % is 5 % altogether',
    'The whole change, as the second percentage is of the changed value, is 0.8 · 1.15 = 0.92, not what this line says.',
  ],
  ['Simplify.\n12/56 = 5/14', 'Here 5/14 stands where 3/14 comes out. (12/56 is 3/14, not 5/14.)'],
  [
    'Simplify y² + 3y·18/y².\ny² + 3y·18/y² = y² + 18/y',
    'Here 18/y stands where 54/y comes out. (At y = 2 the left side is 31 and the right side is 13.)',
  ],
  [
    'Simplify.\n6(√5 + √3)/2 = 3√5 + √3',
    'The factor 6 multiplies every term of the bracket: √3 must be multiplied by 6 too. (6(√5 + √3)/2 is 11.9044, not 8.44025.)',
  ],
];

test.each(READ)('%s', (text, told) => {
  const { finding } = checkText(text);
  expect(finding.kind === 'mistake' && finding.correction.explanation).toBe(told);
});

test.each([
  [8 / 15, '8/15'],
  [96 * Math.PI, '96π'],
  [(-2 * Math.PI) / 3, '-2π/3'],
  [13.6, '13.6'],
  [0, '0'],
  [Math.sqrt(2), '1.41421'],
])('%d is told as %s', (value, told) => expect(exactly(value)).toBe(told));
