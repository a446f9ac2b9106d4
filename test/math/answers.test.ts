import { describe, it } from 'vitest';
import { type Case, check } from './equivalence.ts';

const titled = (cases: readonly Case[]) => cases.map(c => [c[0], c[1], c[2], c] as const);

const forms: readonly Case[] = [
  ['4.5e3', '4500', true],
  ['7.2E-2', '0.072', true],
  ['110_2', '6', true],
  ['2F_{16}', '47', true],
  ['120_3', '120', null],
  ['2:6:10', '1:3:5', true],
  ['2:6:10', '1:3:4', false],
  ['\\angle B = 35^\\circ', '35^\\circ', true],
  ['35^\\circ', '35', null],
  ['24,\\!000', '24000', true],
  ['1,5', '5, 1', true],
  ['40 \\text{ percent}', '\\frac{2}{5}', true],
  ['0.4\\dot{5}', '\\frac{41}{90}', true],
  ['0.\\dot{1}4\\dot{2}', '\\frac{142}{999}', true],
  ['\\langle 2, 5 \\rangle', '(2, 5)', true],
  ['\\approx 0.67', '\\frac{2}{3}', true],
  ['0.777...', '\\frac{7}{9}', true],
  ['\\text{8 cm}', '80 \\text{ mm}', true],
  ['9.81 \\text{ m/s}^2', '981 \\text{ cm/s}^2', true],
  ['\\begin{pmatrix} 2 \\\\ 5 \\end{pmatrix}', '(2, 5)', true],
  ['2 - \\sqrt7,2 + \\sqrt7', '2 \\pm \\sqrt7', true],
];

const sets: readonly Case[] = [
  ['(-\\infty, 1) \\cup (4, \\infty)', 'x < 1 \\text{ or } x > 4', true],
  ['(-\\infty, 1) \\cup (4, \\infty)', '(-\\infty, 1] \\cup (4, \\infty)', false],
  ['\\mathbb{R}', '\\text{all real numbers}', true],
  ['\\mathbb R', '(-\\infty, \\infty)', true],
  ['\\mathbb{R} \\setminus \\{2\\}', 'x \\ne 2', true],
  ['\\emptyset', '\\text{no solution}', true],
  ['\\emptyset', 'x = 1', false],
  ['\\infty', '-\\infty', false],
  ['+\\infty', '\\infty', true],
  ['\\infty', '12', false],
  ['6 \\text{ and } 8', '8, 6', true],
  ['\\{x \\mid x > 4\\}', '(4, \\infty)', true],
  ['\\{7\\}', 'x = 7', true],
  ['x \\in (1, 6)', '(1, 6)', true],
  ['x \\in [1, 6]', '(1, 6)', false],
  ['2k\\pi', '2n\\pi', true],
  ['x = 6 \\text{ and } x = 8', 'x = 8 \\text{ or } x = 6', true],
  ['x = 6, y = 8', '(6, 8)', true],
  ['x = 6, y = 8', '(8, 6)', false],
  ['(x, y) = (6, 8)', '(6, 8)', true],
  ['(1, 5), (2, 6)', '(2, 6), (1, 5)', true],
];

const quantities: readonly Case[] = [
  ['7 \\text{ cm}', '70 \\text{ mm}', true],
  ['7 \\text{ cm}', '7 \\text{ m}', false],
  ['90 \\text{ km/h}', '25 \\text{ m/s}', true],
  ['3 h 45 min', '3.75 h', true],
  ['1 h 15 min', '1.15 h', false],
  ['2 m 35 cm', '2.35 m', true],
  ['3 t 45 kg', '3450 kg', false],
  ['0.045 m³', '45 L', true],
  ['0.045 m³', '4.5 L', false],
  ['2 \\text{ hours}', '120 \\text{ minutes}', true],
  ['\\$8', '8 \\text{ dollars}', true],
  ['\\$8', '\\$9', false],
  ['7 \\text{ cm}', '7', null],
  ['135°', '3π/4 rad', true],
  ['135°', '2π/3 rad', false],
  ['π rad', '180 degrees', true],
  ['30°', '\\frac{\\pi}{6} \\text{ rad}', true],
  ['8π cm', '80π mm', true],
  ['50π cm³', '≈ 157 cm³', true],
  ['50π cm³', '≈ 156 cm³', false],
  ['≈ 5 cm', '5 cm²', false],
  ['7,5 kg', '7500 g', true],
  ['7,500 g', '7500 g', true],
  ['₹60', '60 rupees', true],
  ['9 R 4', '9 remainder 4', true],
  ['9 R 4', '9 R 5', false],
  ['9 R 4', '9 4/5', null],
];

const names: readonly Case[] = [
  ['\\text{Friday}', '\\text{friday}', true],
  ['\\text{Friday}', '\\text{Sunday}', false],
  ['\\text{(B)}', 'B', true],
  ['\\text{(B)}', '\\text{(D)}', false],
  ['\\text{DNE}', '\\text{does not exist}', true],
  ['\\text{undefined}', '4', false],
  ['f(x) = 3x', '3x', true],
  ['x = 5', 'y = 5', null],
  ['y = 2x', 'x = \\frac{y}{2}', true],
  ['x^3 + C', 'x^3 + c', true],
  ['x^3 + C', 'x^2 + C', false],
  ['x^3 + C', 'x^3 + 5', null],
  ['x = \\frac{\\pi}{3} + 2k\\pi', 'x = \\frac{\\pi}{3} + 2n\\pi', true],
];

describe('a final answer', () => {
  it.each(titled(forms))('in another form: %s and %s: %s', (_a, _b, _expected, c) => check('answer', c));
  it.each(titled(sets))('as a set: %s and %s: %s', (_a, _b, _expected, c) => check('answer', c));
  it.each(titled(quantities))('with units: %s and %s: %s', (_a, _b, _expected, c) => check('answer', c));
  it.each(titled(names))('with a name: %s and %s: %s', (_a, _b, _expected, c) => check('answer', c));
});

const expressions: readonly Case[] = [
  ['\\operatorname{sgn}(-4)', '-1', true],
  ['\\operatorname{abs}(-4)', '4', true],
  ['\\operatorname{sinc}(0)', '1', null],
  ['\\Gamma(n + 1)', 'n!', true],
  ['\\Gamma(x + 1)', 'x \\Gamma(x)', true],
  ['\\Gamma\\left(\\frac{5}{2}\\right)', '\\frac{3\\sqrt{\\pi}}{4}', true],
  ['\\Gamma(x + 1)', '\\Gamma(x) + 1', false],
  ['\\frac{d}{dx} \\operatorname{erf}(x)', '\\frac{2e^{-x^2}}{\\sqrt{\\pi}}', true],
  ['\\operatorname{Re}(2 - 5i)', '2', true],
  ['\\operatorname{Im}(2 - 5i)', '5', false],
  ['\\arg(-2)', '\\pi', true],
  ['|1 + i|^2', '2i', false],
  ['2\\sec^2 x', '2 + 2\\tan^2 x', true],
  ['\\lfloor 3x \\rfloor', '3\\lfloor x \\rfloor', false],
  ['\\lfloor x + 4 \\rfloor', '\\lfloor x \\rfloor + 4', true],
  ['\\lim_{x \\to \\infty} x^3', '\\infty', true],
  ['\\lim_{x \\to 0^-} \\frac{1}{x}', '\\infty', false],
  ['\\log x', '\\ln x', null],
  ['\\lim_{x \\to \\infty} \\frac{\\ln x}{x}', '0', true],
  ['\\lim_{x \\to 0} x^2 \\ln x', '0', true],
  ['\\frac{\\partial^2}{\\partial x \\partial y} x^3 y^2', '6x^2 y', true],
  ['\\int_0^2 \\int_0^1 x y^2 \\,dy\\,dx', '\\frac{2}{3}', true],
  ['\\int_a^b t\\,dt', '\\frac{b^2 - a^2}{2}', true],
  ['(2, 1) + (4, -3)', '(6, -2)', true],
  ['3(2, 1)', '(6, 3)', true],
  ['(2, 1) \\cdot (4, -3)', '5', true],
  ['\\begin{pmatrix} 2 & 1 \\end{pmatrix} \\begin{pmatrix} 4 \\\\ -3 \\end{pmatrix}', '5', true],
  ['\\operatorname{tr} \\begin{pmatrix} 2 & 1 \\\\ 5 & 6 \\end{pmatrix}', '8', true],
  ['\\overline{2 - 7i}', '2 + 7i', true],
  ['-8 \\bmod 5', '2', true],
  ['{7 \\choose 2}', '21', true],
  ['\\sum_{k=1}^{n} a_k', '\\sum_{k=1}^{n} a_n', null],
  ['x e^{64}', 'x e^{64} + 1', null],
];

const equations: readonly Case[] = [
  ['z^2 + 9 = 0', 'z = \\pm 3i', true],
  ['z^2 - 2z + 10 = 0', 'z = 1 \\pm 3i', true],
  ['z^2 - 2z + 10 = 0', 'z = -1 \\pm 3i', false],
  ['x \\equiv 2 \\pmod 7', 'x \\equiv 9 \\pmod 7', true],
  ['2x \\equiv 4 \\pmod 6', 'x \\equiv 2 \\pmod 3', true],
  ['x \\equiv 2 \\pmod 7', 'x \\equiv 3 \\pmod 7', false],
  ['\\cos 2x = 1', '\\sin x = 0', true],
  ['\\sin^2 x = 1', '\\cos x = 0', true],
  ['3\\ln x = 6', 'x = e^2', true],
  ['2\\ln x = 4', 'x = \\pm e^2', false],
  ['x^2 - 2x - 8 \\ge 0', '\\left(-\\infty, -2\\right] \\cup \\left[4, \\infty\\right)', true],
  ['\\cos x = 3', '\\text{no solution}', true],
  ['x^2 + y^2 = -1', '\\text{no solution}', true],
  ['\\begin{cases} x + y = 7 \\\\ xy = 12 \\end{cases}', '(3, 4), (4, 3)', true],
  ['\\begin{cases} x + y = 7 \\\\ xy = 12 \\end{cases}', '(3, 4)', false],
];

describe('beyond the rational', () => {
  it.each(titled(expressions))('%s and %s: %s', (_a, _b, _expected, c) => check('expr', c));
  it.each(titled(equations))('%s and %s: %s', (_a, _b, _expected, c) => check('equation', c));
});
