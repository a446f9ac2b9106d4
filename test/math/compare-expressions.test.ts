import { describe, it } from 'vitest';
import { type Case, check } from './equivalence.ts';

const groups: Record<string, readonly Case[]> = {
  'numbers are compared exactly': [
    ['\\frac{9}{12}', '\\frac{3}{4}', true],
    ['0.125', '\\frac{1}{8}', true],
    ['2\\frac{1}{3}', '\\frac{7}{3}', true],
    ['0.333', '\\frac{1}{3}', false],
    ['3 - 5 \\cdot 2', '-4', false],
    ['-5^2', '-25', true],
    ['2^{-3}', '\\frac{1}{8}', true],
    ['12 / 3 \\cdot 2', '8', true],
    ['40\\%', '\\frac{2}{5}', true],
    ['7!', '5040', true],
    ['\\binom{6}{2}', '15', true],
  ],
  'polynomials and rational functions have a normal form': [
    ['(x+5)^2', 'x^2+10x+25', true],
    ['(x+5)^2', 'x^2+25', false],
    ['(2a-b)(2a+b)', '4a^2-b^2', true],
    ['-(t-4)', '-t-4', false],
    ['\\frac{x^2-9}{x-3}', 'x+3', true],
    ['\\frac{1}{p}+\\frac{1}{q}', '\\frac{p+q}{pq}', true],
    ['\\frac{1}{p}+\\frac{1}{q}', '\\frac{2}{p+q}', false],
    ['x^{70}', 'x^{69}', false],
    ['(x+1)^{30}', '(x+1)^{29}(x+1)', true],
  ],
  'roots are real': [
    ['\\sqrt{50}', '5\\sqrt{2}', true],
    ['\\sqrt{5}+\\sqrt{7}', '\\sqrt{12}', false],
    ['\\frac{6}{\\sqrt{3}}', '2\\sqrt{3}', true],
    ['\\sqrt{y^2}', '|y|', true],
    ['\\sqrt{y^2}', 'y', false],
    ['\\sqrt{y^2}', 'y', true, { assume: ['y > 0'] }],
    ['\\sqrt[3]{-27}', '-3', true],
    ['\\sqrt{9+4\\sqrt{5}}', '2+\\sqrt{5}', true],
    ['\\sqrt{\\sqrt{z}}', '\\sqrt[4]{z}', true],
    ['(x^3)^{1/3}', 'x', true],
  ],
  'functions are sampled': [
    ['\\cos 2u', '1-2\\sin^2 u', true],
    ['\\cos 2u', '2\\cos u', false],
    ['\\ln(st)', '\\ln s+\\ln t', true],
    ['\\ln(s+t)', '\\ln s+\\ln t', false],
    ['e^{3\\ln x}', 'x^3', true],
    ['\\log_3 27', '3', true],
    ['\\cosh^2 x - \\sinh^2 x', '1', true],
    ['\\sin 30^\\circ', '\\frac{1}{2}', true],
    ['\\arctan 1', '\\frac{\\pi}{4}', true],
    ['f(x+x)', 'f(2x)', true],
    ['f(2x)', '2f(x)', false],
    ['\\lfloor -2.5 \\rfloor', '-3', true],
  ],
  'calculus is carried out': [
    ['\\frac{d}{dx}(x^4-3x)', '4x^3-3', true],
    ['\\frac{d}{dx}(x \\cos x)', '\\cos x - x\\sin x', true],
    ['\\frac{d}{dx}(x \\cos x)', '-\\sin x', false],
    ['\\frac{d}{dt}\\frac{t}{t+2}', '\\frac{2}{(t+2)^2}', true],
    ['\\int x^4 dx', '\\frac{x^5}{5}+C', true],
    ['\\int x^4 dx', '5x^5+C', false],
    ['\\frac{x^5}{5}', '\\frac{x^5}{5}-7', true, { upToConst: true }],
    ['\\int_0^2 3x^2 dx', '8', true],
    ['\\int_0^2 3x^2 dx', '12', false],
    ['\\int_1^\\infty \\frac{1}{x^3} dx', '\\frac{1}{2}', true],
    ['\\lim_{x\\to 3}\\frac{x^2-9}{x-3}', '6', true],
    ['\\lim_{x\\to 3}\\frac{x^2-9}{x-3}', '0', false],
    ['\\lim_{n\\to\\infty}\\frac{3n+1}{n-2}', '3', true],
    ['\\sum_{k=1}^{n} (2k-1)', 'n^2', true],
    ['\\sum_{k=0}^{\\infty} \\frac{1}{3^k}', '\\frac{3}{2}', true],
  ],
  'complex numbers, vectors and matrices': [
    ['(3+2i)(3-2i)', '13', true],
    ['(3+2i)(3-2i)', '5', false],
    ['|5+12i|', '13', true],
    ['\\frac{1+i}{1-i}', 'i', true],
    ['\\sqrt{-9}\\sqrt{-4}', '6', false],
    ['\\begin{pmatrix}1&2\\\\0&1\\end{pmatrix}\\begin{pmatrix}3\\\\4\\end{pmatrix}', '\\begin{pmatrix}11\\\\4\\end{pmatrix}', true],
    ['\\begin{vmatrix}p&q\\\\r&s\\end{vmatrix}', 'ps-qr', true],
    ['\\begin{vmatrix}p&q\\\\r&s\\end{vmatrix}', 'ps+qr', false],
    ['(3, 4)', '(4, 3)', false],
  ],
  'what cannot be told is left open': [
    ['9^{9^{9^9}}', '3', null],
    ['\\frac{1}{0}', '0', null],
    ['0^0', '1', null],
  ],
};

for (const [title, cases] of Object.entries(groups)) {
  describe(title, () => {
    it.each(cases.map(c => [c[0], c[1], c[2], c] as const))('%s and %s: %s', (_a, _b, _expected, c) => check('expr', c));
  });
}
