import { letter, plus, polynomial, solve, solveInequality, type Templates, times } from './draw.ts';

/** Equations and inequalities whose form tempts to a rule of its own. */
export const cases: Templates = {
  'same number on both sides': draw => {
    const x = letter(draw);
    const [m, half] = [draw.number(2, 6), draw.number(1, 4)];
    const c = m * half;
    return solve(draw, `${m + 1}${x} + ${c} = ${x} - ${c}`, [`${m}${x} + ${c} = -${c}`, `${m}${x} = -${2 * c}`, `${x} = -${2 * half}`]);
  },
  'number over an unknown': draw => {
    const x = letter(draw);
    const [b, k] = [draw.number(2, 9), draw.number(2, 9)];
    return draw.pick([true, false])
      ? solveInequality(draw, `${b * k}/${x} < ${b}`, [`${x} < 0 or ${x} > ${k}`])
      : solveInequality(draw, `${b * k}/${x} > ${b}`, [`0 < ${x} < ${k}`]);
  },
  'sine on both sides': draw => {
    const [fn, other, first] = draw.pick([
      ['sin', 'cos', 60],
      ['cos', 'sin', 30],
    ] as const);
    const both = fn === 'sin' ? `x = 0° or x = 180° or x = ${first}° or x = 300°` : `x = 90° or x = 270° or x = ${first}° or x = 150°`;
    return {
      problem: `Solve 2${fn}(x)*${other}(x) = ${fn}(x) for $0^\\circ \\le x < 360^\\circ$.`,
      steps: [
        `2${fn}(x)*${other}(x) = ${fn}(x)`,
        `2${fn}(x)*${other}(x) - ${fn}(x) = 0`,
        `${fn}(x)*(2${other}(x) - 1) = 0`,
        `${fn}(x) = 0 or ${other}(x) = 1/2`,
        both,
      ],
    };
  },
  'sine of a multiple angle': draw => {
    const [fn, top, angle] = draw.pick([
      ['sin', '1/2', 30],
      ['tan', '1', 45],
      ['cos', '1/2', 60],
    ] as const);
    const k = draw.pick([3, 5]);
    return {
      problem: `Solve ${fn}(${k}x) = ${top} for $0^\\circ < x < ${90 / k}^\\circ$.`,
      steps: [`${fn}(${k}x) = ${top}`, `${k}x = ${angle}°`, `x = ${angle / k}°`],
    };
  },
  'logarithm of an exponential and a number': draw => {
    const x = letter(draw);
    const [b, more] = [draw.number(2, 9), draw.number(2, 9)];
    return solve(draw, `ln(e^${x} + ${b}) = ln(${b + more})`, [`e^${x} + ${b} = ${b + more}`, `e^${x} = ${more}`, `${x} = ln(${more})`]);
  },
  'modulus and a number': draw => {
    const x = letter(draw);
    const [a, k, c] = [draw.number(-8, 8), draw.number(2, 9), draw.number(2, 9)];
    return solve(draw, `|${x}${plus(a)}| + ${c} = ${k + c}`, [
      `|${x}${plus(a)}| = ${k}`,
      `${x}${plus(a)} = ${k} or ${x}${plus(a)} = -${k}`,
      `${x} = ${k - a} or ${x} = ${-k - a}`,
    ]);
  },
  'quadratic with a factor in front': draw => {
    const x = letter(draw);
    const [k, p, more] = [draw.number(2, 5), draw.number(1, 6), draw.number(1, 5)];
    const q = p + more;
    return solve(draw, `${k}(${x} - ${p})(${x} - ${q}) = 0`, [`(${x} - ${p})(${x} - ${q}) = 0`, `${x} = ${p} or ${x} = ${q}`]);
  },
  'quotient with a square': draw => {
    const [b, c] = [draw.number(1, 9), draw.number(1, 9)];
    const f = `(x^2 + ${b})/(x + ${c})`;
    return {
      problem: `Differentiate f(x) = ${f}.`,
      steps: [
        `f(x) = ${f}`,
        `f'(x) = (2x(x + ${c}) - (x^2 + ${b}) * 1)/(x + ${c})^2`,
        `f'(x) = (${polynomial([1, 2 * c, -b], 'x')})/(x + ${c})^2`,
      ],
    };
  },
  'power of a constant': draw => {
    const [a, n, constant] = [draw.number(2, 6), draw.number(2, 5), draw.pick(['pi^2', 'e^2', 'e^3', '5^2', '4^3', '7^2'])];
    return {
      problem: `Differentiate f(x) = ${a}x^${n} + ${constant}.`,
      steps: [`f(x) = ${a}x^${n} + ${constant}`, `f'(x) = ${a * n}${n === 2 ? 'x' : `x^${n - 1}`}`],
    };
  },
  'integral of one over x': draw => {
    const b = draw.number(1, 6);
    return {
      problem: `Find the integral of 1/x + ${2 * b}x.`,
      steps: [`∫ (1/x + ${2 * b}x) dx`, `= ln(|x|) + ${times(b, 'x^2')} + C`],
    };
  },
  'integral of one over a power': draw => {
    const [n, b] = [draw.number(2, 5), draw.number(1, 6)];
    return {
      problem: `Find the integral of 1/x^${n} + ${2 * b}x.`,
      steps: [`∫ (1/x^${n} + ${2 * b}x) dx`, `= -1/(${n === 2 ? 'x' : `${n - 1}x^${n - 1}`}) + ${times(b, 'x^2')} + C`],
    };
  },
  'factor before an integral': draw => {
    const [k, a, b] = [draw.number(2, 6), draw.number(1, 5), draw.number(1, 9)];
    return {
      problem: `Find ${k} times the integral of ${2 * a}x + ${b}.`,
      steps: [
        `${k}*∫ (${2 * a}x + ${b}) dx`,
        `= ${k}(${times(a, 'x^2')} + ${times(b, 'x')}) + C`,
        `= ${k * a}x^2 + ${times(k * b, 'x')} + C`,
      ],
    };
  },
  'limit of a difference at infinity': draw => {
    const a = draw.number(2, 9);
    const of = (body: string): string => `\\lim_{x \\to \\infty} ${body}`;
    const first = of(`\\left(\\frac{x^2 + ${a}x}{x} - x\\right)`);
    return { problem: `Find $${first}$.`, steps: [`$${first}$`, `$= ${of(`(x + ${a} - x)`)}$`, `$= ${a}$`] };
  },
  'limit of a product at infinity': draw => {
    const [a, b] = [draw.number(2, 9), draw.number(1, 9)];
    const of = (body: string): string => `\\lim_{x \\to \\infty} ${body}`;
    const first = of(`\\frac{1}{x} (${a}x + ${b})`);
    return { problem: `Find $${first}$.`, steps: [`$${first}$`, `$= ${of(`\\left(${a} + \\frac{${b}}{x}\\right)`)}$`, `$= ${a}$`] };
  },
  'limit of a quotient at infinity': draw => {
    const [a, b, c] = [draw.number(2, 9), draw.number(1, 9), draw.number(1, 9)];
    const of = (body: string): string => `\\lim_{x \\to \\infty} ${body}`;
    const first = of(`\\frac{${a}x + ${b}}{x + ${c}}`);
    return {
      problem: `Find $${first}$.`,
      steps: [`$${first}$`, `$= ${of(`\\frac{${a} + \\frac{${b}}{x}}{1 + \\frac{${c}}{x}}`)}$`, `$= ${a}$`],
    };
  },
};
