import { seeded } from '../../src/mistakes/seeded.ts';

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % points of Student's t, by degrees of freedom from 1. */
const T95 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228] as const;
const NORMAL95 = 1.96;

/** The mean over runs that differ in their seed alone, with the 95 % interval of Student's t; without one for a single run. */
export function overSeeds(values: readonly number[]): Interval {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, low: Number.NaN, high: Number.NaN };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (T95[n - 2] ?? NORMAL95) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
}

const DRAWS = 1000;

/** The 95 % interval of a measure when the problems are drawn anew, with replacement, and the runs stay as they are. */
export function overProblems(problems: number, measure: (drawn: readonly number[]) => number): Interval {
  const random = seeded(DRAWS);
  const all = Array.from({ length: problems }, (_, i) => i);
  const found =
    all.length === 0
      ? []
      : Array.from({ length: DRAWS }, () => measure(all.map(() => Math.floor(random() * problems)))).sort((a, b) => a - b);
  return {
    mean: measure(all),
    low: found[Math.floor(DRAWS * 0.025)] ?? Number.NaN,
    high: found[Math.ceil(DRAWS * 0.975) - 1] ?? Number.NaN,
  };
}
