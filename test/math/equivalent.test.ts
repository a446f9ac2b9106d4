import { describe, expect, it } from 'vitest';
import { equivalent } from '../../src/math/equivalent.ts';
import { type Case, check } from './equivalence.ts';

const answers: readonly Case[] = [
  ['x = 7', '7', true],
  ['\\frac{3}{8}', '0.375', true],
  ['y = 2.5', '\\frac{5}{2}', true],
  ['(2, -1)', '(2, -1)', true],
  ['(2, -1)', '(-1, 2)', false],
  ['\\{3, 5\\}', '\\{5, 3\\}', true],
  ['[0, 4)', '0 \\le x < 4', true],
  ['[0, 4)', '0 < x < 4', false],
  ['(-\\infty, 2]', 'x \\le 2', true],
  ['75\\%', '\\frac{3}{4}', true],
  ['3.14', '\\pi', false],
  ['x \\approx 3.14', '\\pi', true],
  ['x \\approx 3.15', '\\pi', false],
  ['x = \\pm 3', 'x = 3 \\text{ or } x = -3', true],
];

const written: readonly Case[] = [
  ['54 km/h', '15 m/s', true],
  ['54 km/h', '20 m/s', false],
  ['3 h', '180 min', true],
  ['2 m^2', '20000 cm^2', true],
  ['2 m^2', '200 cm^2', false],
  ['4 L', '4000 cm^3', true],
  ['0.(45)', '\\frac{5}{11}', true],
  ['25 000', '25000', true],
  ['4{,}75', '\\frac{19}{4}', true],
  ['i^{8n}', '1', true],
  ['\\operatorname{lcm}(120,200)', '600', true],
  [
    '\\begin{pmatrix}2\\\\0\\\\1\\end{pmatrix}\\times\\begin{pmatrix}1\\\\3\\\\0\\end{pmatrix}',
    '\\begin{pmatrix}-3\\\\1\\\\6\\end{pmatrix}',
    true,
  ],
];

describe('numbers and quantities', () => {
  it.each(written.map(c => [c[0], c[1], c[2], c] as const))('%s and %s: %s', (_a, _b, _expected, c) => check('expr', c));
});

describe('answers', () => {
  it.each(answers.map(c => [c[0], c[1], c[2], c] as const))('%s and %s: %s', (_a, _b, _expected, c) => check('answer', c));
});

describe('the answer to a question', () => {
  it('carries a notice where the domains differ', () => {
    expect(equivalent({ a: '\\frac{x^2}{x}', b: 'x', kind: 'expr' })).toEqual({ equivalent: true, notices: ['domain'] });
    expect(equivalent({ a: '\\frac{2}{4x}', b: '\\frac{1}{2x}', kind: 'expr' })).toEqual({ equivalent: true });
  });

  it('takes a constant for a letter when told to', () => {
    expect(equivalent({ a: 'e + e', b: '2e', kind: 'expr', vars: ['e'] })).toEqual({ equivalent: true });
    expect(equivalent({ a: 'i^2', b: '-1', kind: 'expr', vars: ['i'] }).equivalent).toBe(false);
    expect(equivalent({ a: 'i^2', b: '-1', kind: 'expr' }).equivalent).toBe(true);
  });

  it('is null for what cannot be read or is not of one kind', () => {
    expect(equivalent({ a: '\\frac{', b: '1', kind: 'expr' })).toEqual({ equivalent: null });
    expect(equivalent({ a: 'x = 2', b: 'x + 2', kind: 'equation' })).toEqual({ equivalent: null });
  });

  it('is the same every time', () => {
    const question = { a: '\\sin(2x)', b: '2\\sin x', kind: 'expr' } as const;
    expect(equivalent(question)).toEqual(equivalent(question));
  });
});
