import { bootstrap, type Estimate, meanOf, wilson } from './intervals.ts';
import type { Opinion } from './outcome.ts';

/** What is counted, row by row. Everything measured depends on sums of these alone. */
const COUNTS = [
  'rows',
  'answered',
  'wrong',
  'right',
  'exact',
  'caught',
  'accused',
  'corrected',
  'sound',
  'told',
  'agreed',
  'hinted',
  'leaked',
  'explained',
  'spoiled',
  'strict',
  'flexible',
] as const;
type Count = (typeof COUNTS)[number];
export type Tally = Readonly<Partial<Record<Count, number>>>;

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly better: 'more' | 'less';
  /** A share of rows: the count, and of how many. */
  readonly share?: readonly [Count, Count];
  /** Anything else. */
  readonly of?: (n: (count: Count) => number) => number;
  /** Whether being worse than a baseline in it makes a model worse. */
  readonly gate: boolean;
}

export const LOCATING: readonly Measure[] = [
  { id: 'exact', title: 'exact', better: 'more', share: ['exact', 'wrong'], gate: true },
  { id: 'caught', title: 'caught', better: 'more', share: ['caught', 'wrong'], gate: false },
  { id: 'accused', title: 'accused though right', better: 'less', share: ['accused', 'right'], gate: true },
  { id: 'precision', title: 'precision', better: 'more', of: n => n('exact') / (n('caught') + n('accused')), gate: false },
  { id: 'f1', title: 'F1', better: 'more', of: n => harmonic(n('exact') / n('wrong'), 1 - n('accused') / n('right')), gate: true },
  { id: 'sound', title: 'corrections that check out', better: 'more', share: ['sound', 'corrected'], gate: false },
  { id: 'rule', title: "agreed on the mistake's rule", better: 'more', share: ['agreed', 'told'], gate: false },
  { id: 'leaked', title: 'hints that give it away', better: 'less', share: ['leaked', 'hinted'], gate: true },
  { id: 'spoiled', title: 'explanations that do', better: 'less', share: ['spoiled', 'explained'], gate: false },
];

export const SOLVING: readonly Measure[] = [
  { id: 'strict', title: "right by 'The answer is N'", better: 'more', share: ['strict', 'answered'], gate: true },
  { id: 'flexible', title: 'right by the last value', better: 'more', share: ['flexible', 'answered'], gate: true },
];

/** How many replies could be used. */
export const ANSWERED: Measure = { id: 'answered', title: 'answered', better: 'more', share: ['answered', 'rows'], gate: true };

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** What one opinion on one row counts for. */
export function tallyOf(isWrong: boolean, exact: boolean, { found, sound, rule, leaked, spoiled }: Opinion): Tally {
  const [one, named] = [(value: boolean | null): number => (value ? 1 : 0), found >= 0];
  return {
    ...(isWrong ? { wrong: 1, exact: one(exact), caught: one(named) } : { right: 1, accused: one(named) }),
    corrected: one(sound !== null),
    sound: one(sound),
    told: one(rule !== null),
    agreed: one(rule),
    hinted: one(leaked !== null),
    leaked: one(leaked),
    explained: one(spoiled !== null),
    spoiled: one(spoiled),
  };
}

/** A measured value with its interval; for a share, of how many. */
export interface Measured extends Estimate {
  readonly part?: number;
  readonly whole?: number;
  /** Where the interval comes from: the seeds, Wilson's formula, or samples of the rows. */
  readonly by: 'seeds' | 'wilson' | 'bootstrap';
}

/** @param runs for each seed the tallies of its rows, in the same order. One seed: an interval over rows; several: the mean over them, and its interval. */
export function measured({ share, of }: Measure, runs: readonly (readonly Tally[])[]): Measured {
  const [first = []] = runs;
  const sums = runs.map(sumOf);
  if (runs.length > 1) {
    const counts = share ? { part: total(sums, share[0]), whole: total(sums, share[1]) } : {};
    return { ...meanOf(sums.map(sum => statistic({ share, of }, sum))), ...counts, by: 'seeds' };
  }
  const [sum = new Float64Array(COUNTS.length)] = sums;
  if (!share) return { ...bootstrap(first.map(vectorOf), one => statistic({ of }, one)), by: 'bootstrap' };
  const [part, whole] = [at(sum, share[0]), at(sum, share[1])];
  return { ...wilson(part, whole), part, whole, by: 'wilson' };
}

/**
 * How much a measure has changed from one run to another over the same rows, with the interval of the change over samples of rows: all seeds of a row are drawn together.
 * @param pairs the tallies of a row before and now.
 */
export function change({ share, of }: Measure, pairs: readonly (readonly [before: readonly Tally[], now: readonly Tally[]])[]): Estimate {
  const size = COUNTS.length;
  const rows = pairs.map(([before, now]) => {
    const both = new Float64Array(2 * size);
    both.set(sumOf(before), 0);
    both.set(sumOf(now), size);
    return both;
  });
  const measure = { share, of };
  return bootstrap(rows, sum => statistic(measure, sum.subarray(size)) - statistic(measure, sum.subarray(0, size)));
}

type Formula = { readonly share?: Measure['share'] | undefined; readonly of?: Measure['of'] | undefined };

function statistic({ share, of }: Formula, sum: Float64Array): number {
  if (share) return at(sum, share[0]) / at(sum, share[1]);
  return of?.(count => at(sum, count)) ?? Number.NaN;
}

const at = (sum: Float64Array, count: Count): number => sum[COUNTS.indexOf(count)] ?? 0;
const total = (sums: readonly Float64Array[], count: Count): number => sums.reduce((so, sum) => so + at(sum, count), 0);
const vectorOf = (tally: Tally): Float64Array => Float64Array.from(COUNTS, count => tally[count] ?? 0);

function sumOf(tallies: readonly Tally[]): Float64Array {
  const sum = new Float64Array(COUNTS.length);
  for (const tally of tallies) for (const [i, count] of COUNTS.entries()) sum[i] = (sum[i] ?? 0) + (tally[count] ?? 0);
  return sum;
}
