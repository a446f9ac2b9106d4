import { someNode } from '../math/decide/free.ts';
import { evaluateExact, evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { knownUnit, namesNothing } from '../math/read/units.ts';
import { mapExpr } from '../math/tree.ts';
import { withoutUnits } from './reference/graph.ts';
import type { Scene } from './scene.ts';

/** Decimals taken as rounded when only so few of them stand in one side, so that the work stays small. */
const MOST_ROUNDED = 4;

/**
 * Equal as far as the numbers that went in are exact: a result rounded above, π taken as 3.14 or 22/7, or the noise of a pocket calculator.
 * @param rounded printed values that an earlier line rounded.
 */
export function withinRounding(left: Expr, right: Expr, rounded: ReadonlySet<string>): boolean {
  const [a, b] = [evaluateNumeric(left), evaluateNumeric(right)];
  if (typeof a !== 'number' || typeof b !== 'number' || a === 0) return false;
  const gap = Math.abs(a - b) / Math.abs(a);
  if (gap < 1e-9) return ![left, right].every(isWhole);
  if (gap < 0.004 && [left, right].some(holdsPi)) return true;
  const isKnown: Rounded = ({ value }) => rounded.has(Q.printRational(value));
  const spread = spreadOf(left, isKnown) + spreadOf(right, isLookedUp(left, right) ? ({ decimals }) => decimals > 1 : isKnown);
  return spread > 0 && Math.abs(a - b) <= spread + grainOf(right);
}

/**
 * A whole number stands for a value beside it that is not whole: how many things a division came to, cut off or filled up (`11 / 5 = 2 trays`), or any value where the
 * problem speaks of rounding.
 */
export function isCutToWhole({ solution }: Scene, left: Expr, right: Expr, behind: string): boolean {
  const result = withoutUnits(right);
  const value = evaluateExact(withoutUnits(left));
  if (result.kind !== 'number' || result.decimals !== null || !value || value.d === 1n) return false;
  const gap = Q.absolute(Q.subtract(value, result.value));
  if (ROUNDS.test(solution.problem) && Q.compare(gap, Q.rational(1, 2)) <= 0) return true;
  const [, noun = ''] = /^\s*(\p{L}{3,})/u.exec(behind) ?? [];
  if (noun === '' || knownUnit(noun) !== null || namesNothing(noun)) return false;
  return (
    withoutUnits(left).kind === 'quotient' &&
    result.value.n > 0n &&
    Q.compare(gap, Q.ONE) < 0 &&
    !someNode(left, node => node.kind === 'number' && node.decimals !== null)
  );
}

const ROUNDS = /\b(?:round|nearest|approximat|estimat)/i;

/** Worked out in whole numbers to a whole number: no pocket calculator's noise can be in it. */
function isWhole(side: Expr): boolean {
  const value = evaluateExact(side);
  return value !== null && value.d === 1n && !someNode(side, node => node.kind === 'number' && node.decimals !== null);
}

/** The number stands in the expression. */
export const holdsPi = (side: Expr): boolean => someNode(side, node => node.kind === 'symbol' && node.name === 'pi');

type Rounded = (number: { readonly value: Q.Rational; readonly decimals: number }) => boolean;

/** `40 · 0.7002` behind `40 · tan 35°`, `3 · 0.0821` behind `3e^(−2.5)`: the value of a function went in with its decimals. */
const isLookedUp = (left: Expr, right: Expr): boolean => right.kind !== 'number' && someNode(left, isLooked) && !someNode(right, isLooked);

const isLooked = (node: Expr): boolean =>
  (node.kind === 'call' && /^(?:sin|cos|tan|ln|log|exp|sqrt|arcsin|arccos|arctan)/.test(node.fn)) ||
  (node.kind === 'power' && node.base.kind === 'symbol' && node.base.name === 'e');

/** How far a side's value may be off when each rounded number in it is off by half a unit of its last place. */
function spreadOf(side: Expr, isRounded: Rounded): number {
  const value = evaluateNumeric(side);
  const numbers = new Set<Expr>();
  someNode(side, node => {
    if (node.kind === 'number' && node.decimals !== null && isRounded({ value: node.value, decimals: node.decimals })) numbers.add(node);
    return false;
  });
  if (typeof value !== 'number' || numbers.size === 0 || numbers.size > MOST_ROUNDED) return 0;
  let spread = 0;
  for (const number of numbers) {
    const moved = evaluateNumeric(mapExpr(side, node => (node === number ? nudged(node) : node)));
    if (typeof moved === 'number') spread += Math.abs(moved - value);
  }
  return spread;
}

function nudged(node: Expr): Expr {
  if (node.kind !== 'number') return node;
  const half = Q.rational(1n, 2n * 10n ** BigInt(node.decimals ?? 0));
  return { ...node, value: Q.add(node.value, half) };
}

/** Half a unit of the last place of a number as written; none for a side that is more than a number. */
const grainOf = (side: Expr): number => (side.kind === 'number' ? 0.5 * 10 ** -(side.decimals ?? 0) : 0);
