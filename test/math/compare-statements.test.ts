import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../src/math/compare.ts';
import type { CompareOptions, Comparison } from '../../src/math/comparison.ts';
import { parseStatement } from '../../src/math/parse.ts';

type Case = readonly [from: string, to: string, expected: Comparison['kind'], o?: CompareOptions];

const MIRROR = { same: 'same', different: 'different', narrower: 'wider', wider: 'narrower', unknown: 'unknown' } as const;

function compare(from: string, to: string, o?: CompareOptions): Comparison {
  const [a, b] = [parseStatement(from).statement, parseStatement(to).statement];
  if (!a || !b) throw new Error(`unreadable: ${from} or ${to}`);
  return compareStatements(a, b, o);
}

function check([from, to, expected, o]: Case): void {
  expect(compare(from, to, o).kind).toBe(expected);
  if (!o?.algebraic && !o?.rounded) expect(compare(to, from, o).kind).toBe(MIRROR[expected]);
}

const groups: Record<string, readonly Case[]> = {
  'linear equations': [
    ['4x-7=9', '4x=16', 'same'],
    ['4x-7=9', '4x=2', 'different'],
    ['\\frac{x}{5}=3', 'x=15', 'same'],
    ['-x=8', 'x=8', 'different'],
    ['3(x-2)=3x-6', '0=0', 'same'],
    ['3(x-2)=3x-6', 'x=0', 'narrower'],
    ['x=x+2', '0=2', 'same'],
    ['2a+3b=6', 'b=2-\\frac{2}{3}a', 'same'],
    ['2a+3b=6', 'b=2-\\frac{3}{2}a', 'different'],
  ],
  'solutions lost and gained': [
    ['x^2=36', 'x=6', 'narrower'],
    ['x^2=36', 'x=\\pm 6', 'same'],
    ['x^2=7x', 'x=7', 'narrower'],
    ['x^2=7x', 'x=0 \\text{ or } x=7', 'same'],
    ['\\sqrt{x+12}=x', 'x+12=x^2', 'wider'],
    ['\\sqrt{x+12}=x', 'x=4', 'same'],
    ['\\frac{x^2-1}{x-1}=0', 'x=-1', 'same'],
    ['\\frac{x^2-1}{x-1}=0', 'x=\\pm 1', 'wider'],
    ['|x+1|=4', 'x+1=4', 'narrower'],
    ['|x+1|=4', 'x=3 \\text{ or } x=-5', 'same'],
    ['x^3=x', 'x \\in \\{-1, 0, 1\\}', 'same'],
    ['x^2+4=0', '\\text{no solution}', 'same'],
    ['x^5-x-1=0', 'x^5=x+1', 'same'],
    ['x^4-10x^2+1=0', 'x=\\sqrt{2}+\\sqrt{3}', 'narrower'],
  ],
  'exponential, logarithmic and trigonometric equations': [
    ['3^x=81', 'x=4', 'same'],
    ['3^x=81', 'x=27', 'different'],
    ['\\ln x=2', 'x=e^2', 'same'],
    ['\\ln x+\\ln(x-1)=\\ln 6', 'x=3', 'same'],
    ['\\ln x+\\ln(x-1)=\\ln 6', 'x=3 \\text{ or } x=-2', 'wider'],
    ['\\cos x=\\frac{1}{2}', 'x=\\pm\\frac{\\pi}{3}+2\\pi n', 'same', { vars: ['x'] }],
    ['\\cos x=\\frac{1}{2}', 'x=\\frac{\\pi}{3}+2\\pi n', 'narrower', { vars: ['x'] }],
    ['\\tan x=1', 'x=45^\\circ+180^\\circ k', 'same', { vars: ['x'] }],
    ['2\\sin x\\cos x=\\cos x', '\\sin x=\\frac{1}{2}', 'narrower'],
  ],
  inequalities: [
    ['-3x<12', 'x>-4', 'same'],
    ['-3x<12', 'x<-4', 'different'],
    ['5x\\le 10', 'x<2', 'narrower'],
    ['x^2<16', '-4<x<4', 'same'],
    ['x^2<16', 'x<4', 'wider'],
    ['x^2>16', 'x<-4 \\text{ or } x>4', 'same'],
    ['x^2>16', 'x<-4 \\text{ and } x>4', 'narrower'],
    ['\\frac{1}{x}>3', '0<x<\\frac{1}{3}', 'same'],
    ['\\frac{1}{x}>3', 'x<\\frac{1}{3}', 'wider'],
    ['|x-1|\\le 2', 'x \\in [-1, 3]', 'same'],
    ['|x-1|\\le 2', 'x \\in (-1, 3)', 'narrower'],
    ['\\sqrt{x}<2', '0\\le x<4', 'same'],
    ['2^x>8', 'x>3', 'same'],
    ['x^2-2x-1\\le 0', '1-\\sqrt{2}\\le x\\le 1+\\sqrt{2}', 'same'],
  ],
  systems: [
    ['x+y=7, x-y=1', 'x=4, y=3', 'same'],
    ['x+y=7, x-y=1', 'x=3, y=4', 'different'],
    ['x+y=7, x-y=1', '2x=8', 'wider'],
    ['x+y=7, x-y=1', '2x=8, x+y=7', 'same'],
    ['x+y+z=6, x-y=0, z=2', 'x=2, y=2, z=2', 'same'],
    ['x^2+y^2=13, x-y=1', '(x=3 \\text{ and } y=2) \\text{ or } (x=-2 \\text{ and } y=-3)', 'same'],
    ['x^2+y^2=13, x-y=1', 'x=3, y=2', 'narrower'],
    ['xy=12, x+y=7', '(x=3 \\text{ and } y=4) \\text{ or } (x=4 \\text{ and } y=3)', 'same'],
    ['x+y=4, 2x+2y=8', 'y=4-x', 'same'],
    ['x+y=4, x+y=5', '\\text{no solution}', 'same'],
  ],
  'formulas with parameters': [
    ['A=\\frac{1}{2}gh', 'h=\\frac{2A}{g}', 'same'],
    ['A=\\frac{1}{2}gh', 'h=\\frac{A}{2g}', 'different'],
    ['kx+m=nx', 'x=\\frac{m}{n-k}', 'same'],
    ['ax^2+bx+c=0', 'x=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}', 'same', { vars: ['x'] }],
    ['2x+2y\\frac{dy}{dx}=0', '\\frac{dy}{dx}=-\\frac{x}{y}', 'same'],
  ],
  'letters that name something else': [
    ['x^2-5x+6=0', 'x_1=2, x_2=3', 'same'],
    ['x^2-5x+6=0', 'x_1=2, x_2=4', 'different'],
    ['2e=8', 'e=4', 'same'],
    ['2e=8', 'e=5', 'different'],
    ['f(x)=2x+2', 'f(x)-2=2x', 'same'],
    ['f(x)=2x+2', 'f(x)=2x', 'different'],
    ['f(x)=2x+2', 'f(3)=8', 'unknown'],
    ['x^2+y^2=25', "2x+2yy'=0", 'unknown'],
    ['\\sin 2x=1', '2x=90+360n', 'unknown'],
  ],
  'rounded decimals pass only where asked': [
    ['7x=12', 'x=1.71', 'different'],
    ['7x=12', 'x=1.71', 'same', { rounded: true }],
    ['7x=12', 'x=1.74', 'different', { rounded: true }],
  ],
  'steps without real solutions are judged as algebra where asked': [
    ['x^2+4=0', 'x^2+5=0', 'same'],
    ['x^2+4=0', 'x^2+5=0', 'different', { algebraic: true }],
    ['x^2+4=0', 'x^2=-4', 'same', { algebraic: true }],
    ['x^2+4=0', '0=1', 'same', { algebraic: true }],
  ],
};

for (const [title, cases] of Object.entries(groups)) {
  describe(title, () => {
    it.each(cases.map(c => [c[0], c[1], c[2], c] as const))('%s and %s: %s', (_from, _to, _expected, c) => check(c));
  });
}

it('dividing by a letter is noticed', () => {
  expect(compare('(1+2a)x=5', 'x=\\frac{5}{1+2a}')).toEqual({ kind: 'same', notices: ['domain'] });
  expect(compare('y=2x', 'x=\\frac{y}{2}')).toEqual({ kind: 'same', notices: [] });
});

describe('a lost or gained solution is named', () => {
  it('lost', () => {
    expect(compare('x^2=36', 'x=6')).toEqual({
      kind: 'narrower',
      lost: ['-6'],
      witness: { kind: 'lost', variable: 'x', value: '-6', left: '-6', right: '6' },
    });
  });
  it('gained', () => {
    expect(compare('\\sqrt{x+12}=x', 'x+12=x^2')).toMatchObject({ kind: 'wider', gained: ['-3'], witness: { left: '3', right: '-3' } });
  });
});

describe('a condition on the letters limits where statements must agree', () => {
  it.each([
    ['|x|=x^2', 'x=x^2', 'x \\ge 0'],
    ['\\frac{x}{x-2}>3', 'x>3x-6', 'x > 2'],
    ['x^2=2x', 'x=2', 'x \\ne 0'],
  ])('%s and %s with %s', (from, to, condition) => {
    const assume = [parseStatement(condition).statement].filter(s => s !== null);
    expect(compare(from, to, { assume }).kind).toBe('same');
    expect(compare(from, to).kind).not.toBe('same');
  });
});
