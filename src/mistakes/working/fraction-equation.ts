import { relation, sum } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { overCommon } from './common-denominator.ts';
import type { Move } from './move.ts';
import { has } from './special.ts';

/** An equation with the letter in denominators: both sides times the least common denominator. */
export const fractionMove: Move = ({ left, right, letter }) => {
  const divides = (expr: Expr): boolean => someNode(expr, node => node.kind === 'quotient' && has(node.den, letter));
  if (!divides(left) && !divides(right) && !sharesOut([left, right], letter)) return null;
  const [a, b] = overCommon([left, right])?.sides ?? [];
  return a && b && ![...a, ...b].some(divides) ? [relation(sum(...a), '=', sum(...b))] : null;
};

/** Sums over numbers, or several fractions of the letter: `(x + 2)/3 = (x - 1)/2`. */
function sharesOut(sides: readonly Expr[], letter: string): boolean {
  const terms = sides.flatMap(side => (side.kind === 'sum' ? side.terms : [side])).map(term => (term.kind === 'negate' ? term.arg : term));
  const shared = terms.filter(term => term.kind === 'quotient' && has(term.num, letter));
  return shared.length > 1 || shared.some(term => term.kind === 'quotient' && term.num.kind === 'sum');
}
