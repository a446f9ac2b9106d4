import { decimal, fraction, plus, plusTimes, polynomial, type Templates, times } from './draw.ts';

/** Functions, sequences, calculus, matrices. */
export const functions: Templates = {
  'value of a function': draw => {
    const [a, b, c, at] = [draw.number(1, 5), draw.number(-7, 7), draw.number(-9, 9), draw.number(-4, 5)];
    return {
      problem: `Let f(x) = ${polynomial([a, b, c], 'x')}. Find f(${at}).`,
      steps: [
        `f(x) = ${polynomial([a, b, c], 'x')}`,
        `f(${at}) = ${a === 1 ? '' : a}(${at})^2${b < 0 ? ' - ' : ' + '}${Math.abs(b)}(${at})${plus(c)}`,
        `f(${at}) = ${a * at * at}${plus(b * at)}${plus(c)}`,
        `f(${at}) = ${a * at * at + b * at + c}`,
      ],
    };
  },
  derivative: draw => {
    const [a, n, b, c] = [draw.number(2, 7), draw.number(3, 6), draw.number(-9, 9), draw.number(-9, 9)];
    const f = `${a}x^${n}${plusTimes(b, 'x')}${plus(c)}`;
    return {
      problem: `${draw.pick(['Differentiate', 'Find the derivative of'])} f(x) = ${f}.`,
      steps: [`f(x) = ${f}`, `f'(x) = ${a * n}x^${n - 1}${plus(b)}`],
    };
  },
  'slope at a point': draw => {
    const [a, b, c, at] = [draw.number(2, 6), draw.number(-9, 9), draw.number(-9, 9), draw.number(-4, 5)];
    const f = polynomial([a, b, c], 'x');
    return {
      problem: `Find the slope of f(x) = ${f} at x = ${at}.`,
      steps: [`f(x) = ${f}`, `f'(x) = ${2 * a}x${plus(b)}`, `f'(${at}) = ${2 * a * at}${plus(b)}`, `f'(${at}) = ${2 * a * at + b}`],
    };
  },
  'chain rule': draw => {
    const [a, b, n] = [draw.number(2, 6), draw.number(-8, 8), draw.number(3, 6)];
    const f = `(${a}x${plus(b)})^${n}`;
    return {
      problem: `Differentiate f(x) = ${f}.`,
      steps: [`f(x) = ${f}`, `f'(x) = ${n}(${a}x${plus(b)})^${n - 1} * ${a}`, `f'(x) = ${n * a}(${a}x${plus(b)})^${n - 1}`],
    };
  },
  'product rule': draw => {
    const [a, n, fn] = [draw.number(2, 6), draw.number(2, 5), draw.pick(['sin', 'cos'])];
    const slope = fn === 'sin' ? `+ ${a}x^${n}*cos(x)` : `- ${a}x^${n}*sin(x)`;
    return {
      problem: `Differentiate f(x) = ${a}x^${n}*${fn}(x).`,
      steps: [`f(x) = ${a}x^${n}*${fn}(x)`, `f'(x) = ${a * n}${n === 2 ? 'x' : `x^${n - 1}`}*${fn}(x) ${slope}`],
    };
  },
  'indefinite integral': draw => {
    const [a, n, b, c] = [draw.number(1, 5), draw.number(2, 4), draw.number(1, 5), draw.number(-9, 9)];
    const k = a * (n + 1);
    return {
      problem: `Find the integral of ${k}x^${n} + ${2 * b}x${plus(c)}.`,
      steps: [`∫ (${k}x^${n} + ${2 * b}x${plus(c)}) dx`, `= ${times(a, `x^${n + 1}`)} + ${times(b, 'x^2')}${plusTimes(c, 'x')} + C`],
    };
  },
  'definite integral': draw => {
    const [a, b, low, width] = [draw.number(1, 4), draw.number(1, 6), draw.number(1, 3), draw.number(1, 3)];
    const high = low + width;
    const at = (x: number): number => a * x * x + b * x;
    return {
      problem: `Evaluate the integral of ${2 * a}x + ${b} from ${low} to ${high}.`,
      steps: [
        `∫_${low}^${high} (${2 * a}x + ${b}) dx`,
        `= (${times(a, `*${high}^2`).replace(/^\*/, '')} + ${b}*${high}) - (${times(a, `*${low}^2`).replace(/^\*/, '')} + ${b}*${low})`,
        `= ${at(high)} - ${at(low)}`,
        `= ${at(high) - at(low)}`,
      ],
    };
  },
  limit: draw => {
    const [a, b] = [draw.number(-6, 6), draw.number(-6, 6)];
    const value = a + b;
    const of = (body: string): string => `\\lim_{x \\to ${a}} ${body}`;
    const first = of(`\\frac{${polynomial([1, b - a, -a * b], 'x')}}{x${plus(-a)}}`);
    return {
      problem: `Find $${first}$.`,
      steps: [`$${first}$`, `$= ${of(`\\frac{(x${plus(-a)})(x${plus(b)})}{x${plus(-a)}}`)}$`, `$= ${of(`(x${plus(b)})`)}$`, `$= ${value}$`],
    };
  },
  'arithmetic sequence': draw => {
    const [first, d, n] = [draw.number(-9, 20), draw.number(2, 9), draw.number(8, 40)];
    return {
      problem: `An arithmetic sequence begins ${first}, ${first + d}, ${first + 2 * d}. Find the term number ${n}.`,
      steps: [`${first} + (${n} - 1) * ${d}`, `= ${first} + ${n - 1} * ${d}`, `= ${first} + ${(n - 1) * d}`, `= ${first + (n - 1) * d}`],
    };
  },
  'geometric sequence': draw => {
    const [first, r, n] = [draw.number(2, 7), draw.number(2, 3), draw.number(4, 6)];
    return {
      problem: `A geometric sequence begins ${first}, ${first * r}, ${first * r * r}. Find the term number ${n}.`,
      steps: [`${first} * ${r}^(${n} - 1)`, `= ${first} * ${r}^${n - 1}`, `= ${first} * ${r ** (n - 1)}`, `= ${first * r ** (n - 1)}`],
    };
  },
  'sum of a series': draw => {
    const n = draw.number(8, 30);
    return {
      problem: `Find the sum of the first ${n} whole numbers, times 3.`,
      steps: [`3 * ${n} * (${n} + 1)/2`, `= 3 * ${n} * ${n + 1}/2`, `= ${3 * n * (n + 1)}/2`, `= ${(3 * n * (n + 1)) / 2}`],
    };
  },
  determinant: draw => {
    const [a, b, c, d] = [draw.number(1, 9), draw.number(-6, 9), draw.number(1, 9), draw.number(1, 9)];
    return {
      problem: `Find the determinant of the matrix with rows ${a}, ${b} and ${c}, ${d}.`,
      steps: [`${a} * ${d} - ${b < 0 ? `(${b})` : b} * ${c}`, `= ${a * d}${b < 0 ? ' + ' : ' - '}${Math.abs(b) * c}`, `= ${a * d - b * c}`],
    };
  },
  'area of a circle': draw => {
    const r = draw.number(2, 12);
    return { problem: `Find the area of a circle with radius ${r}.`, steps: [`pi * ${r}^2`, `= ${r * r}pi`] };
  },
  'area of a trapezium': draw => {
    const [a, b, h] = [draw.number(3, 15), draw.number(3, 15), 2 * draw.number(2, 8)];
    return {
      problem: `A trapezium has parallel sides ${a} and ${b} and height ${h}. Find its area.`,
      steps: [`(${a} + ${b})/2 * ${h}`, `= ${a + b}/2 * ${h}`, `= ${fraction(a + b, 2)} * ${h}`, `= ${((a + b) / 2) * h}`].filter(
        (step, i, all) => step !== all[i - 1],
      ),
    };
  },
  'simple interest': draw => {
    const [p, rate, years] = [100 * draw.number(2, 50), draw.number(2, 9), draw.number(2, 8)];
    const [yearly, all] = [(p * rate) / 100, (p * rate * years) / 100];
    return {
      problem: `${p} is saved at ${rate}% simple interest for ${years} years. How much is there in the end?`,
      steps: [
        `${p} * ${rate}/100 = ${decimal(yearly)}`,
        `${decimal(yearly)} * ${years} = ${decimal(all)}`,
        `${p} + ${decimal(all)} = ${decimal(p + all)}`,
      ],
    };
  },
};
