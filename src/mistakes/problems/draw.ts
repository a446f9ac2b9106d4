import { seeded } from '../seeded.ts';

/** A problem of school mathematics and a right solution of it, a line a step, as plain text. */
export interface Worked {
  readonly topic: string;
  readonly problem: string;
  readonly steps: readonly string[];
}

/** Chance with a seed, for the numbers, letters and words of a problem. */
export interface Draw {
  /** A whole number from `least` to `most`, both included; never 0. */
  readonly number: (least: number, most: number) => number;
  readonly pick: <const T extends readonly [unknown, ...unknown[]]>(items: T) => T[number];
}

export type Template = (draw: Draw) => Omit<Worked, 'topic'>;

export type Templates = Readonly<Record<string, Template>>;

export function drawFrom(seed: number): Draw {
  const random = seeded(seed);
  const number = (least: number, most: number): number => {
    for (;;) {
      const value = least + Math.floor(random() * (most - least + 1));
      if (value !== 0) return value;
    }
  };
  return { number, pick: items => items[Math.floor(random() * items.length)] ?? items[0] };
}

/** A letter for an unknown. */
export const letter = (draw: Draw): string => draw.pick(['x', 'x', 'x', 'y', 'n', 'a', 't', 'z', 'm', 'p']);

/** `+ 3` or `- 3`, as it stands behind a term; nothing for 0. */
export const plus = (n: number): string => (n === 0 ? '' : n < 0 ? ` - ${-n}` : ` + ${n}`);
/** `3x`, `x` or `-x`. */
export const times = (n: number, x: string): string => (n === 1 ? x : n === -1 ? `-${x}` : `${n}${x}`);
/** `+ 3x` or `- x`, as it stands behind a term; nothing for 0. */
export const plusTimes = (n: number, x: string): string => (n === 0 ? '' : ` ${n < 0 ? '-' : '+'} ${times(Math.abs(n), x)}`);
/** `3x^2 - x + 4` from its coefficients, the highest power first. */
export function polynomial(coefficients: readonly number[], x: string): string {
  const terms = coefficients.map((c, i) => ({ c, k: coefficients.length - 1 - i })).filter(({ c }) => c !== 0);
  const power = (k: number): string => (k === 1 ? x : `${x}^${k}`);
  const shown = terms.map(({ c, k }, i) =>
    k === 0 ? (i === 0 ? `${c}` : plus(c)) : i === 0 ? times(c, power(k)) : plusTimes(c, power(k)),
  );
  return shown.join('') || '0';
}

export const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
/** `3/4`, `2` or `-1/2`, in lowest terms. */
export function fraction(n: number, d: number): string {
  const by = gcd(n, d) * (d < 0 ? -1 : 1);
  return d / by === 1 ? `${n / by}` : `${n / by}/${d / by}`;
}
/** A decimal without trailing zeros. */
export const decimal = (value: number): string => String(Math.round(value * 10000) / 10000);

export const solve = (draw: Draw, line: string, steps: readonly string[], range = ''): Omit<Worked, 'topic'> => ({
  problem: `${draw.pick(['Solve', 'Solve the equation', 'Find all solutions of'])} ${line}${range}.`,
  steps: [line, ...steps],
});

export const solveInequality = (draw: Draw, line: string, steps: readonly string[]): Omit<Worked, 'topic'> => ({
  problem: `${draw.pick(['Solve', 'Solve the inequality'])} ${line}.`,
  steps: [line, ...steps],
});

export const rewrite = (problem: string, expression: string, steps: readonly string[]): Omit<Worked, 'topic'> => ({
  problem: `${problem} ${expression}.`,
  steps: [expression, ...steps.filter((step, i) => step !== (steps[i - 1] ?? expression)).map(step => `= ${step}`)],
});
