import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentiate } from '../../src/math/derive.ts';
import { evaluateExact, evaluateNumeric } from '../../src/math/evaluate.ts';
import type { Expr } from '../../src/math/expr.ts';
import { parseExpression } from '../../src/math/parse.ts';
import { printRational, rational } from '../../src/math/rational.ts';
import { runs } from '../runs.ts';

function read(text: string): Expr {
  const { expr } = parseExpression(text);
  if (!expr) throw new Error(`unreadable: ${text}`);
  return expr;
}

describe('exact values', () => {
  it.each([
    ['\\frac{3}{4} - \\frac{1}{6}', '7/12'],
    ['1.25 \\cdot 4', '5'],
    ['2 \\frac{1}{2}', '5/2'],
    ['12\\%', '3/25'],
    ['\\sqrt{\\frac{9}{16}}', '3/4'],
    ['(-8)^{\\frac{2}{3}}', '4'],
    ['\\log_2(\\frac{1}{8})', '-3'],
    ['\\log_4 8', '3/2'],
    ['\\binom{10}{3}', '120'],
    ['\\gcd(84, 30)', '6'],
    ['\\sum_{k=1}^{100} k', '5050'],
    ['|{-3}| + \\lceil 1.2 \\rceil', '5'],
    ['2^{200} - 2^{200}', '0'],
  ])('%s is %s', (text, value) => {
    const exact = evaluateExact(read(text));
    expect(exact && printRational(exact)).toBe(value);
  });

  it.each(['\\sqrt{2}', '\\frac{1}{0}', '0^0', '\\sqrt{-1}', '\\pi', '9^{9^9}', '(-3)!'])('%s has none', text => {
    expect(evaluateExact(read(text))).toBeNull();
  });
});

describe('numeric values', () => {
  const x = (v: number) => new Map([['x', v]]);
  it.each([
    ['\\sin x', 1, Math.sin(1)],
    ['x^{\\frac{1}{3}}', -8, -2],
    ['\\int_0^x 2t\\,dt', 3, 9],
    ['\\frac{d}{dx} x^3', 2, 12],
    ['\\sum_{k=0}^{\\infty} \\frac{x^k}{k!}', 1, Math.E],
    ['\\lim_{h\\to 0} \\frac{(x+h)^2-x^2}{h}', 3, 6],
  ])('%s at %s', (text, at, value) => expect(evaluateNumeric(read(text), x(at))).toBeCloseTo(value, 7));

  it.each([
    ['\\sqrt{x}', -1, 'undefined'],
    ['\\ln x', 0, 'undefined'],
    ['\\arcsin x', 2, 'undefined'],
    ['\\frac{1}{x}', 0, 'undefined'],
    ['\\frac{1}{\\sin x - \\sin x}', 1, 'unknown'],
    ['e^{e^{e^{x}}}', 9, 'unknown'],
    ['\\tan \\frac{\\pi}{2}', 1, 'unknown'],
  ])('%s at %s is %s', (text, at, value) => expect(evaluateNumeric(read(text), x(at))).toBe(value));
});

describe('derivatives agree with difference quotients', () => {
  it.each([
    'x^3-2x',
    'x^2\\sin x',
    '\\frac{x}{x^2+1}',
    'e^{2x}',
    '\\ln(x^2+1)',
    '\\sqrt{x^2+3}',
    '\\arctan(3x)',
    'x^x',
    '3^x',
    '\\log_2 x',
    '\\sec x',
    '|x-2|^3',
    '\\cosh(x)\\tanh(x)',
    '\\int_0^{x} t^2 dt',
    '\\sqrt[3]{x}',
  ])('%s', text => {
    const f = read(text);
    const slope = differentiate(f, 'x');
    if (!slope) throw new Error('no derivative');
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 1.3, noNaN: true }), x => {
        const at = (v: number) => evaluateNumeric(f, new Map([['x', v]])) as number;
        const quotient = (at(x + 1e-5) - at(x - 1e-5)) / 2e-5;
        expect(evaluateNumeric(slope, new Map([['x', x]])) as number).toBeCloseTo(quotient, 4);
      }),
      runs(20),
    );
  });

  it('take named letters for functions of the variable', () => {
    const slope = differentiate(read('x y^2'), 'x', new Set(['y']));
    const env = new Map([
      ['x', 2],
      ['y', 3],
      ["y'", 5],
    ]);
    expect(slope && evaluateNumeric(slope, env)).toBe(69);
    expect(evaluateExact(differentiate(read('y^2'), 'x') ?? read('1'))).toEqual(rational(0));
  });
});
