import * as Q from '../../math/rational.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Carried } from './carry.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** Shares that are told in words. */
const SHARES: readonly (readonly [RegExp, Q.Rational])[] = [
  [/\bhalf\b/i, Q.rational(1, 2)],
  [/\bthirds?\b/i, Q.rational(1, 3)],
  [/\b(?:quarters?|fourths?)\b/i, Q.rational(1, 4)],
  [/\bfifths?\b/i, Q.rational(1, 5)],
];

/**
 * How many of the steps that were calculated again can be relied on: those before the first sentence with a number that nothing above has, or with a share in
 * words that has changed. It was computed without a word from what is no longer so.
 * @param from index of the mistaken step.
 */
export function reliable({ problem, steps }: Solution, from: number, { steps: again, values }: Carried): number {
  const known = new Set(numbersIn([problem, ...steps.slice(0, from).map(step => step.text)].join('\n')));
  for (const [index, text] of again.entries()) {
    const own = steps[from + index];
    const calculates = own !== undefined && own.claims.length > 0;
    const isNew = !calculates && numbersIn(text).some(number => !known.has(number));
    const isShare = SHARES.some(([word, share]) => word.test(text) && values.some(([before]) => Q.equal(before, share)));
    const silent = index > 0 && (isNew || isShare);
    if (silent) return index;
    for (const number of numbersIn(text)) known.add(number);
  }
  return again.length;
}

const numbersIn = (text: string): string[] => (text.match(NUMBER) ?? []).map(number => number.replace(/,/g, '').replace(/\.0+$/, ''));
