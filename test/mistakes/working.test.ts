import { describe, expect, test } from 'vitest';
import { compareStatements } from '../../src/math/compare.ts';
import { parseStatement } from '../../src/math/parse.ts';
import { printPlain } from '../../src/math/print.ts';
import type { Style } from '../../src/mistakes/working/numbers.ts';
import { workOut } from '../../src/mistakes/working/work.ts';

const lines = (source: string, style: Partial<Style> = {}): string[] | null => {
  const { statement } = parseStatement(source);
  if (!statement) throw new Error(`Cannot read ${source}`);
  return workOut(statement, { decimals: false, ...style })?.map(line => printPlain(line)) ?? null;
};

const SOLVED: readonly (readonly [string, ...string[]])[] = [
  ['3a - 7 = a + 9', '2a - 7 = 9', '2a = 16', 'a = 8'],
  ['(y + 2)/3 = (y - 1)/2', '2(y + 2) = 3(y - 1)', '2y + 4 = 3y - 3', 'y - 3 = 4', 'y = 7'],
  ['(x - 3)^2 = 16', 'x - 3 = -4 or x - 3 = 4', 'x = -1 or x = 7'],
  ['x^2 - 4x + 1 = 0', 'x = (4 - √12)/2 or x = (4 + √12)/2', 'x = 2 - √3 or x = 2 + √3'],
  ['x^3 - 6x^2 + 11x - 6 = 0', '(x - 1)(x - 2)(x - 3) = 0', 'x = 1 or x = 2 or x = 3'],
  ['2|x - 3| - 1 = 7', '2|x - 3| = 8', '|x - 3| = 4', 'x - 3 = -4 or x - 3 = 4', 'x = -1 or x = 7'],
  ['|x| = -2', 'no solution'],
  ['2sqrt(x + 1) + 3 = 9', '2√(x + 1) = 6', '√(x + 1) = 3', 'x + 1 = 9', 'x = 8'],
  ['x = sqrt(x + 6)', 'x + 6 = x^2', 'x^2 - x - 6 = 0', '(x + 2)(x - 3) = 0', 'x = -2 or x = 3', 'x = 3'],
  ['2^(x + 1) = 4^(x - 1)', 'x + 1 = 2(x - 1)', 'x + 1 = 2x - 2', 'x - 2 = 1', 'x = 3'],
  ['e^(2x) = 5', '2x = ln(5)', 'x = ln(5)/2'],
  ['log_2(x + 1) = 3', 'x + 1 = 8', 'x = 7'],
  ['3/(x - 1) = 2/(x + 2)', '3(x + 2) = 2(x - 1)', '3x + 6 = 2x - 2', 'x + 6 = -2', 'x = -8'],
  ['3 - 2x < 9', '-2x < 6', 'x > -3'],
  ['-3 < 5 - 2x <= 7', '-8 < -2x ≤ 2', '-1 ≤ x < 4'],
  ['|x - 2| < 3', '-3 < x - 2 < 3', '-1 < x < 5'],
  ['x^2 - x - 6 > 0', '(x + 2)(x - 3) > 0', 'x < -2 or x > 3'],
  ['x^2 - 2x - 1 < 0', '1 - √2 < x < 1 + √2'],
  ['x^2 + 4 > 0', 'all real numbers'],
  ['x^2 - 4x + 4 <= 0', '(x - 2)^2 ≤ 0', 'x = 2'],
  ['x^3 <= 4x', 'x^3 - 4x ≤ 0', 'x(x + 2)(x - 2) ≤ 0', 'x ≤ -2 or 0 ≤ x ≤ 2'],
  ['(2x + 1)/(x - 3) <= 1', '(x + 4)/(x - 3) ≤ 0', '-4 ≤ x < 3'],
  ['1/x < 2', '(2x - 1)/x > 0', 'x < 0 or x > 1/2'],
  ['sqrt(x + 7) + sqrt(x) = 7', '√(x + 7) = 7 - √x', 'x + 7 = (7 - √x)^2', 'x + 7 = 49 - 14√x + x', '√x = 3', 'x = 9'],
  ['2sqrt(x) = sqrt(x + 9)', '4x = x + 9', '3x = 9', 'x = 3'],
  [
    'x - 2sqrt(x) - 3 = 0',
    '2√x = x - 3',
    '4x = (x - 3)^2',
    '4x = x^2 - 6x + 9',
    'x^2 - 10x + 9 = 0',
    '(x - 1)(x - 9) = 0',
    'x = 1 or x = 9',
    'x = 9',
  ],
  ['4^x - 6*2^x + 8 = 0', '(2^x)^2 - 6 · 2^x + 8 = 0', '(2^x - 2)(2^x - 4) = 0', '2^x = 2 or 2^x = 4', 'x = 1 or x = 2'],
  ['2^x + 2^(x + 1) = 24', '2^x + 2 · 2^x = 24', '3 · 2^x = 24', '2^x = 8', 'x = 3'],
];

const DEGREES: Partial<Style> = { angle: 'degrees' };
const TURNS: Partial<Style> = { angle: 'radians', general: 'k' };

const ANGLES: readonly { readonly source: string; readonly style: Partial<Style>; readonly expected: readonly string[] }[] = [
  { source: 'sin(2x) = 1', style: { angle: 'radians' }, expected: ['2x = π/2 or 2x = 5π/2', 'x = π/4 or x = 5π/4'] },
  { source: 'sin(x - 30°) = 1/2', style: DEGREES, expected: ['x - 30° = 30° or x - 30° = 150°', 'x = 60° or x = 180°'] },
  { source: 'sin(x) = 1/2', style: { ...DEGREES, range: x => Math.abs(x) < 90 }, expected: ['x = 30°'] },
  { source: 'sec(x) = 2', style: DEGREES, expected: ['cos(x) = 1/2', 'x = 60° or x = 300°'] },
  { source: 'sin(x) = sqrt(3)cos(x)', style: DEGREES, expected: ['tan(x) = √3', 'x = 60° or x = 240°'] },
  {
    source: '2sin(x)^2 + 3cos(x) = 0',
    style: DEGREES,
    expected: [
      '2(1 - cos(x)^2) + 3cos(x) = 0',
      '2 - 2cos(x)^2 + 3cos(x) = 0',
      '2cos(x)^2 - 3cos(x) - 2 = 0',
      '(2cos(x) + 1)(cos(x) - 2) = 0',
      'cos(x) = -1/2 or cos(x) = 2',
      'x = 120° or x = 240°',
    ],
  },
  {
    source: 'sin(x)^2 = sin(x)cos(x)',
    style: DEGREES,
    expected: [
      'sin(x)(sin(x) - cos(x)) = 0',
      'sin(x) = 0 or sin(x) - cos(x) = 0',
      'x = 0 or tan(x) = 1 or x = 180°',
      'x = 0 or x = 45° or x = 180° or x = 225°',
    ],
  },
  { source: 'tan(x) = sqrt(3)', style: TURNS, expected: ['x = π/3 + kπ'] },
  { source: 'sin(x) = 0', style: TURNS, expected: ['x = kπ'] },
  {
    source: '2cos(3x) = 1',
    style: TURNS,
    expected: ['cos(3x) = 1/2', '3x = π/3 + 2kπ or 3x = 5π/3 + 2kπ', 'x = π/9 + 2kπ/3 or x = 5π/9 + 2kπ/3'],
  },
];

const REWRITTEN: readonly (readonly [string, ...string[]])[] = [
  ['12 + 3*4 - 2^2', '12 + 3 · 4 - 4', '12 + 12 - 4', '20'],
  ['3/4 + 5/6', '9/12 + 10/12', '19/12'],
  ['2*(3 + 4*(5 - 2))', '2 · (3 + 4 · 3)', '2 · (3 + 12)', '2 · 15', '30'],
  ['(2x + 4)/(x^2 - 4)', '2(x + 2)/((x + 2)(x - 2))', '2/(x - 2)'],
  ['1/x + 1/(x + 1)', '((x + 1) + x)/(x(x + 1))', '(2x + 1)/(x(x + 1))'],
  ['sqrt(12) + sqrt(27)', '2√3 + 3√3', '5√3'],
  ['log_2(8) + log_2(4)', 'log_2(8 · 4)', 'log_2(32)', '5'],
  ['(3 + 2i)/(1 - i)', '(3 + 2i)(1 + i)/((1 - i)(1 + i))', '(1 + 5i)/2', '1/2 + 5i/2'],
  ['\\int_1^3 (2x + 1) dx', '3^2 + 3 - (1^2 + 1)', '12 - 2', '10'],
  ['\\sum_{k=1}^{4} k^2', '1 + 4 + 9 + 16', '30'],
  ['\\det\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '1 · 4 - 2 · 3', '4 - 6', '-2'],
];

const REARRANGED: readonly (readonly [string, string, ...string[]])[] = [
  ['A = 1/2*b*h', 'h', 'h = 2A/b'],
  ['P = 2l + 2w', 'w', '2w = P - 2l', 'w = (P - 2l)/2'],
  ['a*x + b = c*x + d', 'x', 'ax - cx = d - b', '(a - c)x = d - b', 'x = (d - b)/(a - c)'],
  ['1/f = 1/u + 1/v', 'f', 'uv = fv + fu', 'fv + fu = uv', '(v + u)f = uv', 'f = uv/(v + u)'],
];

describe('working out, a move a line', () => {
  test.each(SOLVED)('%s', (source, ...expected) => {
    expect(lines(source)).toEqual(expected);
  });

  test.each(ANGLES)('$source', ({ source, style, expected }) => {
    expect(lines(source, style)).toEqual(expected);
  });

  test.each(REWRITTEN)('%s', (source, ...expected) => {
    expect(lines(source)).toEqual(expected);
  });

  test.each(REARRANGED)('%s for %s', (source, target, ...expected) => {
    expect(lines(source, { target })).toEqual(expected);
  });

  test('angles of one turn, in the measure of the problem', () => {
    expect(lines('2sin(x) = 1', { angle: 'degrees' })?.at(-1)).toBe('x = 30° or x = 150°');
    expect(lines('2cos(x) + 1 = 0', { angle: 'radians' })?.at(-1)).toBe('x = 2π/3 or x = 4π/3');
    expect(lines('2sin(x) = 1')).toBeNull();
  });

  test('the form that is asked for', () => {
    expect(lines('3x^2 - 27', { form: 'factored' })).toEqual(['3(x^2 - 9)', '3(x + 3)(x - 3)']);
    expect(lines('x^2 + 6x + 2', { form: 'square' })).toEqual(['x^2 + 6x + 9 - 7', '(x + 3)^2 - 7']);
    expect(lines('2 1/2 + 1 3/4', { mixed: true })?.at(-1)).toBe('4 1/4');
  });

  test('a system of three, put back', () => {
    expect(lines('x + y + z = 6 and 2x - y + z = 3 and x + 2y - z = 2')?.slice(-3).sort()).toEqual(['x = 1', 'y = 2', 'z = 3']);
  });

  test('every line says the same as the first, solutions that only squaring brought in aside', () => {
    for (const [source] of SOLVED) {
      const { statement } = parseStatement(source);
      const last = statement && workOut(statement, { decimals: false })?.at(-1);
      expect(statement && last && compareStatements(statement, last).kind).toBe('same');
    }
  });

  test('nothing where no school way is known', () => {
    for (const source of ['x + sin(x) = 2', 'x^5 + x + 1 = 0', '2^x + x = 5']) expect(lines(source)).toBeNull();
  });
});
