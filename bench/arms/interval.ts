import { meanOf } from '../../src/lema/evaluate/intervals.ts';
import { seeded } from '../../src/mistakes/seeded.ts';

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The mean over runs that differ in their seed alone, with the 95 % interval of Student's t; without one for a single run. */
export function overSeeds(values: readonly number[]): Interval {
  const { value: mean, low, high } = meanOf(values);
  return { mean, low, high };
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
