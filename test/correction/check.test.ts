import { describe, test } from 'vitest';
import { check } from './check-solution.ts';

/** Problem first, then the lines; the first mistaken line is marked ✗. */
const FLAGGED: Record<string, readonly string[]> = {
  'arithmetic in sentences': [
    'How many are there?\nAnna has 12 + 15 = 27 cards.\nShe gives 9 away, so 27 - 9 = 17 are left. ✗\nThe answer is 17.',
    'How much is it?\nThe books cost 3 * $12 = $36.\nWith the pens she pays $36 + $14 = $40. ✗',
    'How much is it?\nEach gets 56 / 8 = 6 marbles. ✗\nThree of them have 3 * 6 = 18.',
    'What is left?\nHe spends 20% of 50, which is 0.2 * 50 = 15. ✗',
    'How long?\nThe trip takes 2.5 + 1.75 = 4.15 hours. ✗',
  ],
  'chains of calculation': [
    'Evaluate 3 + 4 * 2\n3 + 4 * 2 = 7 * 2 = 14 ✗',
    'Evaluate 2/3 + 1/4\n2/3 + 1/4 = 8/12 + 3/12 = 11/24 ✗',
    'Evaluate 5 - (-3)\n5 - (-3) = 2 ✗',
    'Find A + B\nA = (3 - 5) = -2\nB = (4 * 3) = 12\nA + B = -2 + 12 = 14 ✗',
  ],
  equations: [
    'Solve 2x + 6 = 10\n2x + 6 = 10\n2x = 16 ✗\nx = 8',
    'Solve 3(x - 2) = 9\n3x - 2 = 9 ✗\n3x = 11',
    'Solve x^2 = 16\nx = 4 ✗',
    'Solve x^2 = 5x\nx = 5 ✗',
    'Solve x^2 - 8x + 7 = 0\nx - 8x + 7 = 0 ✗\n-7x = -7\nx = 1',
    'Solve x^2 - 5x + 6 = 0\n(x - 2)(x + 3) = 0 ✗\nx = 2 or x = -3',
    'Solve 5x = 20\n5x = 20\n20 = 20 ✗',
    'Solve 4x - 1 = 11\n4x = 12\nx = 4 ✗',
  ],
  inequalities: ['Solve -3x < 12\nx < -4 ✗', 'Solve 2x + 1 > 7\n2x > 8 ✗\nx > 4', 'Solve 5 - x ≥ 2\n-x ≥ -3\nx ≥ 3 ✗'],
  systems: ['Solve the system x + y = 10, x - y = 4\nx + y = 10\nx - y = 4\n2x = 6 ✗\nx = 3'],
  identities: [
    'Expand (x + 3)^2\n(x + 3)^2 = x^2 + 9 ✗',
    'Simplify 3(2x - 4) + 5x\n3(2x - 4) + 5x = 6x - 4 + 5x ✗',
    'Factor x^2 - 9\nx^2 - 9 = (x - 3)^2 ✗',
    'Simplify 2a + 3a^2\n2a + 3a^2 = 5a^3 ✗',
  ],
  derivatives: [
    'Differentiate y = x^2 + 3x\ndy/dx = 2x + 3x ✗',
    "Differentiate f(x) = x^3 + 2x\nf(x) = x^3 + 2x\nf'(x) = 3x^2 + 2x ✗",
    '$y = x^4$\n$y = x^4$\n$\\frac{dy}{dx} = 4x^4$ ✗',
  ],
};

const PASSED: Record<string, readonly string[]> = {
  'arithmetic in sentences': [
    'How many?\nShe sold 48/2 = 24 clips in May and 48+24 = 72 altogether.',
    'How much?\nThree notebooks cost 3 * $2.50 = $7.50, so she has $10 - $7.50 = $2.50 left.',
    'How long?\nHe needs 100 / 3 = 33.33 minutes.',
    'How many metres?\nThe road is 2 km = 2000 m long.',
    'How many?\nFirst 3 + 4 = 7 * 2 = 14.',
    'What share?\nThe part is 15/60 = 25%.',
    'How fast?\nOne third of the way takes 20 / 3 = 6.67 hours, so all of it takes 6.67 * 3 = 20 hours.',
    'When?\nSchool starts at 8:30 and lasts 5 hours.',
    'How much is 1% of it?\nAs 20% are 5 items, 1% is 5/20 of an item.',
  ],
  equations: [
    'Solve 2x + 6 = 10\n2x + 6 = 10\n2x = 4\nx = 2',
    'Solve x^2 = 16\nx = 4 or x = -4',
    'Solve x^2 - x - 6 = 0\n(x - 3)(x + 2) = 0\nx - 3 = 0\nx = 3\nx + 2 = 0\nx = -2',
    'Solve √(x + 6) = x\nx + 6 = x^2\nx^2 - x - 6 = 0\nx = 3 or x = -2\nCheck: x = -2 is not a solution, it is extraneous.\nx = 3',
    'Solve 2x + 3 = 2x + 8\n3 = 8\nno solution',
    'Solve 3x = 10\nx = 10/3\nx ≈ 3.33',
    'Solve 4x = 24\n24 / 4 = 6\nx = 6',
    'Solve x^2 + 4x + 1 = 0\nx_1 = -2 + √3, x_2 = -2 - √3',
  ],
  'word problems with letters': [
    'Tom is 4 years older than Ann, together they are 20. How old is Ann?\nLet x be the age of Ann.\nx + x + 4 = 20\n2x = 16\nx = 8',
    'A garden is twice as long as wide and its border is 60 m.\nl = 2w\n2l + 2w = 60\n6w = 60\nw = 10',
    'A square has area 25.\nx^2 = 25\nx = 5',
  ],
  inequalities: ['Solve -3x < 12\nx > -4', 'Solve 5 - x ≥ 2\n-x ≥ -3\nx ≤ 3'],
  systems: ['Solve the system x + y = 10, x - y = 4\nx + y = 10\nx - y = 4\n2x = 14\nx = 7\ny = 3'],
  identities: ['Expand (x + 3)^2\n(x + 3)^2 = x^2 + 6x + 9', 'Factor x^2 - 9\nx^2 - 9 = (x - 3)(x + 3)'],
  derivatives: [
    "Differentiate f(x) = x^3 + 2x\nf(x) = x^3 + 2x\nf'(x) = 3x^2 + 2\nf'(2) = 3 * 4 + 2 = 14",
    '$y = x^4$\n$y = x^4$\n$\\frac{dy}{dx} = 4x^3$',
  ],
  'what cannot be read': ['Solve it\n2x + = 7 (\n\\unknown{x} = 3', 'Anything\n\n???'],
};

for (const [name, cases] of Object.entries(FLAGGED)) {
  describe(`flagged: ${name}`, () => {
    test.each(cases)('%s', text => check(text));
  });
}

for (const [name, cases] of Object.entries(PASSED)) {
  describe(`passed: ${name}`, () => {
    test.each(cases)('%s', text => check(text));
  });
}
