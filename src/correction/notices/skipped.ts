import { someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { LinearLine } from './linear.ts';

/** Moves that a line may make at once without a remark. */
const USUAL_MOVES = 3;

/** Says that a right line of a linear equation makes many moves at once; null for the usual few. */
export function skipped(from: Statement, to: Statement, before: LinearLine | null, after: LinearLine | null): string | null {
  const moves = before && after ? movesBetween(from, to, before, after) : 0;
  return moves > USUAL_MOVES ? `Right. It makes ${moves} moves at once; with the lines between, it is easier to check.` : null;
}

/** How many of these it takes from one line to the other: brackets opened, terms collected, letters moved, numbers moved, divided. */
function movesBetween(from: Statement, to: Statement, before: LinearLine, after: LinearLine): number {
  if (from.kind !== 'chain' || to.kind !== 'chain') return 0;
  const gone = (test: (side: Expr) => boolean): number => (from.sides.some(test) && !to.sides.some(test) ? 1 : 0);
  const apart = (line: LinearLine): boolean => !Q.isZero(line.left.letters) && !Q.isZero(line.right.letters);
  const beside = (line: LinearLine): boolean => [line.left, line.right].some(side => !Q.isZero(side.letters) && !Q.isZero(side.number));
  const slope = (line: LinearLine): Q.Rational => Q.absolute(Q.subtract(line.left.letters, line.right.letters));
  return (
    gone(side => someNode(side, isBracket)) +
    gone(uncollected) +
    (apart(before) && !apart(after) ? 1 : 0) +
    (beside(before) && !beside(after) ? 1 : 0) +
    (!Q.equal(slope(before), Q.ONE) && Q.equal(slope(after), Q.ONE) ? 1 : 0)
  );
}

/** A sum that is multiplied or divided. */
const isBracket = (node: Expr): boolean =>
  (node.kind === 'product' && node.factors.some(isSum)) ||
  (node.kind === 'quotient' && isSum(node.num)) ||
  (node.kind === 'negate' && isSum(node.arg));

const isSum = (node: Expr): boolean => node.kind === 'sum';

/** A side of more terms than one with the letter and one without. */
function uncollected(side: Expr): boolean {
  if (side.kind !== 'sum') return false;
  const withLetter = side.terms.filter(term => someNode(term, node => node.kind === 'symbol')).length;
  return withLetter > 1 || side.terms.length - withLetter > 1;
}
