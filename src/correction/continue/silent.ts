import { someNode } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Solution, Step } from '../../solution/solution.ts';
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
 * words that has changed, or a calculation with what is no longer so and stands in no number: `17 · 9` below `20 - 3 · 9 = 17 · 9`.
 * @param from index of the mistaken step.
 */
export function reliable({ problem, steps }: Solution, from: number, { steps: again, values, wrong }: Carried): number {
  const known = new Set(numbersIn([problem, ...steps.slice(0, from).map(step => step.text)].join('\n')));
  for (const [index, text] of again.entries()) {
    const own = steps[from + index];
    const calculates = own !== undefined && own.claims.length > 0;
    const isNew = !calculates && numbersIn(text).some(number => !known.has(number));
    const isShare = SHARES.some(([word, share]) => word.test(text) && values.some(([before]) => Q.equal(before, share)));
    const isStale = own?.text === text && worksOn(own, wrong);
    const silent = index > 0 && (isNew || isShare || isStale);
    if (silent) return index;
    for (const number of numbersIn(text)) known.add(number);
  }
  return again.length;
}

/** The step calculates a value that was wrong. */
const worksOn = ({ claims }: Step, wrong: Carried['wrong']): boolean =>
  claims.some(({ statement }) => statement?.kind === 'chain' && statement.sides.some(side => someNode(side, node => isWrong(node, wrong))));

function isWrong(node: Expr, wrong: Carried['wrong']): boolean {
  if (node.kind !== 'product' && node.kind !== 'sum' && node.kind !== 'power') return false;
  const value = evaluateExact(node);
  return value !== null && wrong.some(before => Q.equal(before, value));
}

const numbersIn = (text: string): string[] => (text.match(NUMBER) ?? []).map(number => number.replace(/,/g, '').replace(/\.0+$/, ''));
