import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap, type Estimate, meanOf, wilson } from '../../../src/lema/evaluate/intervals.ts';

const check = (title: string, found: Estimate, [value, low, high]: readonly [number, number, number]) =>
  it(title, () => {
    expect(found.value).toBeCloseTo(value, 4);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
const nothing = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
const coins = (heads: number, tails: number) => [...Array(heads).fill(1), ...Array(tails).fill(0)].map(x => Float64Array.of(x, 1));
const share = (sum: Float64Array): number => (sum[0] ?? 0) / (sum[1] ?? 0);

describe('intervals', () => {
  check('Wilson, 8 of 10', wilson(8, 10), [0.8, 0.4902, 0.9433]);
  check('Wilson, none of 10', wilson(0, 10), [0, 0, 0.2775]);
  check('Wilson, all of 10', wilson(10, 10), [1, 0.7225, 1]);
  check("Student's, over three values", meanOf([1, 2, 3]), [2, -0.4842, 4.4842]);
  check('the same value three times', meanOf([2, 2, 2]), [2, 2, 2]);
  it('one value alone has no interval', () => expect(meanOf([2])).toEqual({ ...nothing, value: 2 }));
  it('values that are not known are left out', () => expect(meanOf([Number.NaN, 2, 2]).value).toBe(2));
  it('of nothing there is no share, no mean and no statistic', () => {
    expect([wilson(0, 0), meanOf([]), bootstrap([], share)]).toEqual([nothing, nothing, nothing]);
  });
  it('Wilson lies around the share, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (part, rest) => {
        fc.pre(part + rest > 0);
        const { value, low, high } = wilson(part, part + rest);
        return 0 <= low && low <= value && value <= high && high <= 1;
      }),
    );
  });
  it('samples of rows give nearly what the formula gives, and always the same', () => {
    const [sampled, exact] = [bootstrap(coins(40, 60), share), wilson(40, 100)];
    expect(sampled).toEqual(bootstrap(coins(40, 60), share));
    expect(sampled.value).toBe(0.4);
    expect(Math.abs(sampled.low - exact.low)).toBeLessThan(0.03);
    expect(Math.abs(sampled.high - exact.high)).toBeLessThan(0.03);
  });
});
