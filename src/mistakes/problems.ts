import { seeded } from './seeded.ts';

/** A problem of school mathematics and a right solution of it, a line a step, as plain text. */
export interface Worked {
  readonly topic: string;
  readonly problem: string;
  readonly steps: readonly string[];
}

/** Draws a whole number from `least` to `most`, both included; never 0. */
type Draw = (least: number, most: number) => number;

type Template = (draw: Draw) => Omit<Worked, 'topic'>;

/** `+ 3` or `- 3`, as it stands behind a term. */
const plus = (n: number): string => (n < 0 ? `- ${-n}` : `+ ${n}`);
/** `3x`, `x` or `-x`. */
const times = (n: number, letter = 'x'): string => (n === 1 ? letter : n === -1 ? `-${letter}` : `${n}${letter}`);
/** `+ 3x` or `- x`, as it stands behind a term; nothing for 0. */
const plusTimes = (n: number, letter = 'x'): string => (n === 0 ? '' : `${n < 0 ? '-' : '+'} ${times(Math.abs(n), letter)}`);

const TEMPLATES: Readonly<Record<string, Template>> = {
  'two-step equation': draw => {
    const [a, x, b] = [draw(2, 9), draw(-9, 9), draw(-12, 12)];
    return solve(`${a}x ${plus(b)} = ${a * x + b}`, [`${a}x = ${a * x}`, `x = ${x}`]);
  },
  'equation with a bracket': draw => {
    const [a, b, x] = [draw(2, 7), draw(-8, 8), draw(-9, 9)];
    return solve(`${a}(x ${plus(b)}) = ${a * (x + b)}`, [`${a}x ${plus(a * b)} = ${a * (x + b)}`, `${a}x = ${a * x}`, `x = ${x}`]);
  },
  'letters on both sides': draw => {
    const [c, more, x, b] = [draw(2, 5), draw(2, 6), draw(-8, 8), draw(-10, 10)];
    const [a, d] = [c + more, more * x + b];
    const steps = [`${more}x ${plus(b)}${d === 0 ? ' = 0' : ` = ${d}`}`, `${more}x = ${more * x}`, `x = ${x}`];
    return solve(`${a}x ${plus(b)} = ${c}x${d === 0 ? '' : ` ${plus(d)}`}`, steps);
  },
  'bracket with a minus before it': draw => {
    const [a, b, x] = [draw(8, 20), draw(-7, 7), draw(-9, 9)];
    const right = a - (x + b);
    return solve(`${a} - (x ${plus(b)}) = ${right}`, [`${a} - x ${plus(-b)} = ${right}`, `-x = ${-x}`, `x = ${x}`]);
  },
  'linear inequality': draw => {
    const [a, x, b] = [draw(2, 8), draw(-7, 7), draw(-9, 9)];
    return solve(`${b} - ${a}x < ${b - a * x}`, [`-${a}x < ${-a * x}`, `x > ${x}`]);
  },
  'quadratic by factors': draw => {
    const [p, q] = [draw(-7, 7), draw(-7, 7)];
    if (p + q === 0 || p === q) return solve(`x^2 = ${(p + 1) ** 2 || 4}`, rootsOf(Math.abs(p + 1) || 2));
    const middle = plusTimes(-(p + q));
    return solve(`x^2 ${middle} ${plus(p * q)} = 0`, [`(x ${plus(-p)})(x ${plus(-q)}) = 0`, `x = ${p} or x = ${q}`]);
  },
  'square of a sum': draw => {
    const [a, b] = [draw(-9, 9), draw(2, 9)];
    const left = `(x ${plus(a)})^2 - ${b}x`;
    return expand(left, [`x^2 ${plusTimes(2 * a)} ${plus(a * a)} - ${b}x`, `x^2 ${plusTimes(2 * a - b)} ${plus(a * a)}`]);
  },
  'product of brackets': draw => {
    const [a, b] = [draw(-9, 9), draw(-9, 9)];
    return expand(`(x ${plus(a)})(x ${plus(b)})`, [
      `x^2 ${plusTimes(b)} ${plusTimes(a)} ${plus(a * b)}`,
      `x^2 ${plusTimes(a + b)} ${plus(a * b)}`,
    ]);
  },
  'like terms': draw => {
    const [a, b, c, d] = [draw(2, 9), draw(-9, 9), draw(2, 9), draw(2, 6)];
    return expand(`${a}(x ${plus(b)}) + ${c}x - ${d}`, [`${a}x ${plus(a * b)} + ${c}x - ${d}`, `${a + c}x ${plus(a * b - d) || ''}`]);
  },
  powers: draw => {
    const [a, m, n] = [draw(2, 5), draw(2, 5), draw(2, 6)];
    return expand(`(${a}x^${m})^2 * x^${n}`, [`${a * a}x^${2 * m} * x^${n}`, `${a * a}x^${2 * m + n}`]);
  },
  'order of operations': draw => {
    const [a, b, c, d] = [draw(2, 20), draw(2, 9), draw(2, 9), draw(2, 5)];
    return work(`${a} + ${b} * ${c} - ${d}^2`, [`${a} + ${b} * ${c} - ${d * d}`, `${a} + ${b * c} - ${d * d}`, `${a + b * c - d * d}`]);
  },
  fractions: draw => {
    const [a, b, c, d] = [draw(1, 4), draw(5, 7), draw(1, 2), draw(3, 4)];
    return work(`${a}/${b} + ${c}/${d}`, [`${a * d}/${b * d} + ${c * b}/${b * d}`, `${a * d + c * b}/${b * d}`]);
  },
  derivative: draw => {
    const [a, n, b, c] = [draw(2, 7), draw(3, 6), draw(-9, 9), draw(-9, 9)];
    const f = `${a}x^${n} ${plusTimes(b)} ${plus(c)}`;
    return { problem: `Differentiate f(x) = ${f}.`, steps: [`f(x) = ${f}`, `f'(x) = ${a * n}x^${n - 1} ${plus(b)}`] };
  },
};

const solve = (equation: string, steps: readonly string[]) => ({ problem: `Solve ${equation}.`, steps: [equation, ...steps] });
const expand = (expression: string, steps: readonly string[]) => ({
  problem: `Simplify ${expression}.`,
  steps: [expression, ...steps.map(s => `= ${s}`)],
});
const work = (expression: string, steps: readonly string[]) => ({
  problem: `Work out ${expression}.`,
  steps: [expression, ...steps.map(s => `= ${s}`)],
});
const rootsOf = (root: number): string[] => [`x = ${root} or x = -${root}`];

const TOPICS = Object.entries(TEMPLATES);

/** A problem with a right solution; the same seed gives the same one. */
export function workedProblem(seed: number): Worked {
  const random = seeded(seed);
  const [topic, template] = TOPICS[Math.floor(random() * TOPICS.length)] ?? ['', solvedAlready];
  const draw: Draw = (least, most) => {
    for (;;) {
      const value = least + Math.floor(random() * (most - least + 1));
      if (value !== 0) return value;
    }
  };
  return { topic, ...template(draw) };
}

const solvedAlready: Template = () => solve('x = 1', []);
