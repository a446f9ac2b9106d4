import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { readRow } from '../../src/solution/read.ts';

const rep = (text: string, times: number): string => text.repeat(times);
const list = (times: number, item: (i: number) => string, between: string): string =>
  Array.from({ length: times }, (_, i) => item(i)).join(between);
const matrix = (size: number, entry: (i: number, j: number) => number): string =>
  `\\begin{pmatrix}${list(size, i => list(size, j => String(entry(i, j)), '&'), '\\\\')}\\end{pmatrix}`;

/**
 * A costly line between a right one and a wrong one: it is judged as `expected` or, where no kind is stated, in whatever way, and the lines around it
 * are judged all the same. That it ends at all is what the runner's time limit guards.
 */
const check = (title: string, line: string, expected?: 'unjudged' | 'wrong' | 'holds') =>
  it(title, () => {
    const { solution } = readRow({ id: title, problem: 'Work it out.', steps: ['2 + 3 = 5', line, '2 + 2 = 5'] });
    const kinds = checkSolution(solution).verdicts.map(({ verdict }) => verdict.kind);
    expect([kinds[0], kinds[2]]).toEqual(['holds', 'wrong']);
    if (expected) expect(kinds[1]).toBe(expected);
  });

describe('numbers too large to work out', () => {
  check('a division by zero', '$1/0 = 5$', 'wrong');
  check('zero to the zero', '$0^0 = 1$');
  check('a tower of powers', '$9^9^9^9 = 1$', 'unjudged');
  check('a high power', '$2^{1000000000} = 5$', 'unjudged');
  check('a high power of a high power', '$(2^{1000})^{1000} = 2^{1000001}$');
  check('a factorial', '$1000! = 5$', 'wrong');
  check('a factorial of factorials', '$((10!)!)! = 5$', 'unjudged');
  check('a binomial coefficient', '$\\binom{1000000}{500000} = 5$', 'unjudged');
  check('numbers of 60 digits', `$${rep('7', 60)} \\cdot ${rep('3', 60)} = 5$`, 'wrong');
  check('a number of 20 000 digits', `$${rep('7', 20_000)} + 1 = 5$`, 'unjudged');
});

describe('sums, integrals and limits', () => {
  check('a sum to a thousand million', '$\\sum_{k=1}^{1000000000} k = 5$', 'unjudged');
  check('three sums inside each other', '$\\sum_{i=1}^{1000}\\sum_{j=1}^{1000}\\sum_{k=1}^{1000} ijk = 5$', 'unjudged');
  check('two small sums inside each other', '$\\sum_{i=1}^{3}\\sum_{j=1}^{3} ij = 36$', 'holds');
  check('ten integrals inside each other', `$${rep('\\int_0^1 ', 10)} x ${rep('dx ', 10)} = 2$`, 'unjudged');
  check('an integrand that wavers without end', '$\\int_0^1 \\sin(1/x)/x \\, dx = 2$', 'unjudged');
  check('a derivative of forty functions inside each other', `$\\frac{d}{dx} ${rep('\\sin(', 40)}x${rep(')', 40)} = 1$`);
});

describe('polynomials', () => {
  check('a power of three letters', '$(x+y+z)^{60} = x^{60}+y^{60}+z^{60}$');
  check('a product of forty brackets', `$${list(40, i => `(x+${i})`, '')} = x^{40}$`);
  check('a product in twelve letters', `$${list(12, i => `(${'abcdefghjkmn'[i]}+${i})`, '')} = abc$`);
  check('squares of squares', `$${rep('(', 30)}x+1${rep(')^2', 30)} = x^2$`);
  check('four hundred terms', `$${list(400, i => String(i + 1), '+')} = 80201$`, 'wrong');
  check('four hundred powers', `$${list(400, i => `x^{${i}}`, '+')} = 1$`);
  check('fractions in fractions', `$${rep('\\frac{1}{1+', 60)}1${rep('}', 60)} = 2$`, 'wrong');
  check('fractions in fractions with a letter', `$${rep('\\frac{', 100)}x${rep('}{x+1}', 100)} = 2$`);
});

describe('long and deep lines', () => {
  check('200 brackets', `$${rep('(', 200)}1${rep(')', 200)} = 2$`);
  check('5 000 brackets', `$${rep('(', 5000)}1${rep(')', 5000)} = 2$`, 'unjudged');
  check('5 000 braces', `$${rep('{', 5000)}1${rep('}', 5000)} = 2$`, 'unjudged');
  check('brackets that are never closed', `$${rep('(', 300)}1 = 2$`, 'unjudged');
  check('a sum of 25 000 numbers', `$${rep('2+', 25_000)}2 = 4$`, 'wrong');
  check('a chain of 25 000 sides', `$${rep('2=', 25_000)}3$`);
  check('50 kB of words', rep('word ', 10_000), 'unjudged');
  check('one word of 50 kB', rep('a', 50_000), 'unjudged');
  check('a matrix of 50 rows and columns', `$${matrix(50, (i, j) => (i * j) % 7)} \\cdot ${matrix(50, (i, j) => (i + j) % 7)} = 5$`);
  check('a determinant of 50 rows', `$\\det ${matrix(50, (i, j) => (i * j) % 7)} = 5$`);
});
