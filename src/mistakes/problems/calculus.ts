import { fraction, plus, plusTimes, polynomial, type Templates, times } from './draw.ts';

/** Derivatives and integrals by their rules. */
export const calculus: Templates = {
  'quotient rule': draw => {
    const [a, b, c, d] = [draw.number(1, 5), draw.number(-7, 7), draw.number(1, 4), draw.number(1, 7)];
    const [above, below] = [polynomial([a, b], 'x'), polynomial([c, d], 'x')];
    const top = a * d - b * c;
    const f = `(${above})/(${below})`;
    if (top === 0) return named(draw, `x/(${below})`, [`((${below}) - x * ${c})/(${below})^2`, `${d}/(${below})^2`]);
    return named(draw, f, [`(${a}(${below}) - (${above}) * ${c})/(${below})^2`, `${top}/(${below})^2`]);
  },
  'derivative of an exponential': draw => {
    const [a, b, n] = [draw.number(2, 7), draw.number(2, 6), draw.number(2, 4)];
    return named(draw, `${a}e^x + ${b}x^${n}`, [`${a}e^x + ${b * n}${n === 2 ? 'x' : `x^${n - 1}`}`]);
  },
  'exponential of a multiple': draw => {
    const [a, k, b] = [draw.number(1, 6), draw.number(2, 6), draw.number(-9, 9)];
    return named(draw, `${times(a, `e^(${k}x)`)}${plusTimes(b, 'x')}`, [`${a * k}e^(${k}x)${plus(b)}`]);
  },
  'derivative of a power of a number': draw => {
    const [k, b] = [draw.number(2, 9), draw.number(-9, 9)];
    return named(draw, `${k}^x${plusTimes(b, 'x')}`, [`${k}^x*ln(${k})${plus(b)}`]);
  },
  'sine of a multiple': draw => {
    const [a, k, b, fn] = [draw.number(2, 6), draw.number(2, 6), draw.number(-9, 9), draw.pick(['sin', 'cos'])];
    const slope = fn === 'sin' ? `${a * k}cos(${k}x)` : `-${a * k}sin(${k}x)`;
    return named(draw, `${a}${fn}(${k}x)${plusTimes(b, 'x')}`, [`${slope}${plus(b)}`]);
  },
  'derivatives of sine and cosine': draw => {
    const [a, b, c] = [draw.number(2, 9), draw.number(2, 9), draw.number(-9, 9)];
    return named(draw, `${a}sin(x) + ${b}cos(x)${plusTimes(c, 'x')}`, [`${a}cos(x) - ${b}sin(x)${plus(c)}`]);
  },
  'derivative of a tangent': draw => {
    const [a, b] = [draw.number(2, 9), draw.number(-9, 9)];
    return named(draw, `${a}tan(x)${plusTimes(b, 'x')}`, [`${a}/cos(x)^2${plus(b)}`]);
  },
  'derivative of a logarithm': draw => {
    const [k, b] = [draw.number(2, 9), draw.number(1, 6)];
    return named(draw, `ln(${k}x) + ${times(b, 'x^2')}`, [`1/x + ${2 * b}x`]);
  },
  'derivative of a root': draw => {
    const [a, b] = [2 * draw.number(1, 6), draw.number(-9, 9)];
    return named(draw, `${a}sqrt(x)${plusTimes(b, 'x')}`, [`${a / 2}/sqrt(x)${plus(b)}`]);
  },
  'derivative of a negative power': draw => {
    const [a, n, b] = [draw.number(2, 6), draw.number(1, 4), draw.number(-9, 9)];
    return named(draw, `${a}x^(-${n})${plusTimes(b, 'x')}`, [`-${a * n}x^(-${n + 1})${plus(b)}`]);
  },
  'product with an exponential': draw => {
    const n = draw.number(2, 6);
    return named(draw, `x^${n}*e^x`, [`${n}${n === 2 ? 'x' : `x^${n - 1}`}*e^x + x^${n}*e^x`]);
  },
  'product of a power and a logarithm': draw => {
    const n = draw.number(2, 6);
    return named(draw, `x^${n}*ln(x)`, [
      `${n}${n === 2 ? 'x' : `x^${n - 1}`}*ln(x) + x^${n}/x`,
      `${n}${n === 2 ? 'x' : `x^${n - 1}`}*ln(x) + ${n === 2 ? 'x' : `x^${n - 1}`}`,
    ]);
  },
  'integral of a power of a bracket': draw => {
    const [a, b, n] = [draw.number(2, 5), draw.number(-8, 8), draw.number(2, 5)];
    return integral(`(${a}x${plus(b)})^${n}`, `(${a}x${plus(b)})^${n + 1}/${a * (n + 1)}`);
  },
  'integral with a reciprocal': draw => {
    const [a, b] = [draw.number(1, 9), draw.number(1, 6)];
    return integral(`${a}/x + ${2 * b}x`, `${times(a, 'ln(|x|)')} + ${times(b, 'x^2')}`);
  },
  'integral of a reciprocal power': draw => {
    const [a, n] = [draw.number(1, 6), draw.number(2, 5)];
    return integral(`${a * (n - 1)}/x^${n}`, `-${a}/${n === 2 ? 'x' : `x^${n - 1}`}`);
  },
  'integral of a sine': draw => {
    const [a, b, fn] = [draw.number(2, 9), draw.number(1, 6), draw.pick(['sin', 'cos'])];
    return integral(`${a}${fn}(x) + ${2 * b}x`, `${fn === 'sin' ? `-${a}cos(x)` : `${a}sin(x)`} + ${times(b, 'x^2')}`);
  },
  'integral of a sine of a multiple': draw => {
    const [k, fn] = [draw.number(2, 9), draw.pick(['sin', 'cos'])];
    return integral(`${fn}(${k}x)`, `${fn === 'sin' ? '-cos' : 'sin'}(${k}x)/${k}`);
  },
  'integral of an exponential': draw => {
    const [k, b] = [draw.number(2, 9), draw.number(1, 6)];
    return integral(`e^(${k}x) + ${2 * b}x`, `e^(${k}x)/${k} + ${times(b, 'x^2')}`);
  },
  'limit of a quotient with a value': draw => {
    const [a, b, c] = [draw.number(1, 5), draw.number(1, 9), draw.number(1, 6)];
    const of = (body: string): string => `\\lim_{x \\to ${a}} ${body}`;
    const first = of(`\\frac{x^2 + ${b}}{x + ${c}}`);
    return {
      problem: `Find $${first}$.`,
      steps: [`$${first}$`, `$= \\frac{${a}^2 + ${b}}{${a} + ${c}}$`, `$= ${fraction(a * a + b, a + c)}$`],
    };
  },
};

const named = (draw: Parameters<Templates[string]>[0], f: string, steps: readonly string[]): ReturnType<Templates[string]> => ({
  problem: `${draw.pick(['Differentiate', 'Find the derivative of'])} f(x) = ${f}.`,
  steps: [`f(x) = ${f}`, ...steps.map(step => `f'(x) = ${step}`)],
});

const integral = (body: string, inverse: string): ReturnType<Templates[string]> => ({
  problem: `Find the integral of ${body}.`,
  steps: [`∫ (${body}) dx`, `= ${inverse} + C`],
});
