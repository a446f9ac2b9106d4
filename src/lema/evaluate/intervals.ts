import { seeded } from '../../mistakes/seeded.ts';

/** A number between two others, all of them measured. NaN where there is nothing to measure. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964;
/** 97.5 % quantiles of Student's t, by degrees of freedom from 1. */
const T = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098,
  2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];
const RESAMPLES = 1000;

/** The share `part` of `whole` with Wilson's 95 % interval. */
export function wilson(part: number, whole: number): Estimate {
  if (whole === 0) return NOTHING;
  const value = part / whole;
  const scale = 1 + Z ** 2 / whole;
  const middle = (value + Z ** 2 / (2 * whole)) / scale;
  const half = (Z * Math.sqrt((value * (1 - value)) / whole + Z ** 2 / (4 * whole ** 2))) / scale;
  return { value, low: part === 0 ? 0 : middle - half, high: part === whole ? 1 : middle + half };
}

/** The mean with Student's 95 % interval. One value alone has no interval. */
export function meanOf(values: readonly number[]): Estimate {
  const known = values.filter(value => !Number.isNaN(value));
  const n = known.length;
  if (n === 0) return NOTHING;
  const value = known.reduce((sum, x) => sum + x, 0) / n;
  if (n === 1) return { value, low: Number.NaN, high: Number.NaN };
  const variance = known.reduce((sum, x) => sum + (x - value) ** 2, 0) / (n - 1);
  const half = (T[n - 2] ?? Z) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half };
}

/**
 * A statistic of rows with its 95 % percentile interval over samples drawn from them with replacement. Rows are vectors of counts, and the statistic
 * depends on their sum alone. The same rows in the same order give the same interval.
 */
export function bootstrap(rows: readonly Float64Array[], statistic: (sum: Float64Array) => number): Estimate {
  const [first] = rows;
  if (!first) return NOTHING;
  const random = seeded(rows.length);
  const sum = new Float64Array(first.length);
  const add = (row: Float64Array): void => {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (row[i] ?? 0);
  };
  rows.forEach(add);
  const value = statistic(sum);
  const drawn: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    sum.fill(0);
    for (let k = 0; k < rows.length; k++) add(rows[Math.floor(random() * rows.length)] ?? first);
    const one = statistic(sum);
    if (!Number.isNaN(one)) drawn.push(one);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? Number.NaN;
  return { value, low: at(0.025), high: at(0.975) };
}

const NOTHING: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
