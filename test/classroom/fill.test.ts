import { expect, test } from 'vitest';
import { fill } from '../../src/classroom/variants/fill.ts';
import { parseDecimal, type Rational, rational } from '../../src/math/rational.ts';

function check(text: string, given: Record<string, number | string>, written: string): void {
  const values = new Map(Object.entries(given).map(([name, v]) => [name, read(v)] as const));
  expect(fill(text, values)).toEqual({ text: written, faults: [] });
}

function read(value: number | string): Rational {
  const [n = '0', d = '1'] = String(value).split('/');
  return d === '1' ? (parseDecimal(n) ?? rational(0)) : rational(Number(n), Number(d));
}

test.each([
  ['Solve ${{a}}x + {{b}} = {{a*c + b}}$.', { a: 3, b: 5, c: 4 }, 'Solve $3x + 5 = 17$.'],
  ['Solve ${{a}}x + {{b}} = 7$.', { a: 1, b: -2 }, 'Solve $x - 2 = 7$.'],
  ['${{a}}x - {{b}}y$', { a: -1, b: -2 }, '$-x + 2y$'],
  ['{{a}}(x + 1)', { a: -1 }, '-(x + 1)'],
  ['x = {{a}}', { a: -3 }, 'x = -3'],
  ['2 * {{a}} = {{2*a}}', { a: -3 }, '2 * (-3) = -6'],
  ['{{a}}^2', { a: -3 }, '(-3)^2'],
  ['-{{a}}', { a: -3 }, '-(-3)'],
  ['x^{{n}}', { n: -2 }, 'x^(-2)'],
  ['$x = {{a/b}}$', { a: 2, b: 4 }, '$x = \\frac{1}{2}$'],
  ['x = {{a/b}}', { a: 2, b: 4 }, 'x = 1/2'],
  ['It is {{a}} degrees, and $x$ is {{a}}.', { a: -4 }, 'It is -4 degrees, and $x$ is -4.'],
  ['1{{a}}', { a: 1 }, '11'],
  ['{{a}} apples', { a: 1 }, '1 apples'],
  ['${{a}}\\sqrt{2}$', { a: 1 }, '$\\sqrt{2}$'],
  ['({{a}}, {{b}})', { a: -1, b: 2 }, '(-1, 2)'],
])('%s', (text, values, written) => check(text, values, written));

test.each([
  ['{{1/a}}', 'no exact value'],
  ['{{q}}', 'no exact value'],
  ['{{sqrt(2)}}', 'no exact value'],
  ['{{ }}', 'could not be read'],
])('%s has no value', (text, why) => {
  const { faults } = fill(text, new Map([['a', rational(0)]]));
  expect(faults.map(f => f.message)).toEqual([expect.stringContaining(why)]);
});
