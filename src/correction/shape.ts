import type { Expr, Statement } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import { isClosed } from './letters.ts';

/** What a line is judged by: the claim, its statement with function formulas put in, and the step it stands in. */
export interface Line {
  readonly claim: Claim;
  readonly statement: Statement;
  readonly step: number;
  readonly sentence: string;
}

/** The first and the last side of a chain. */
export const ends = (statement: Statement): [Expr | undefined, Expr | undefined] =>
  statement.kind === 'chain' ? [statement.sides[0], statement.sides.at(-1)] : [undefined, undefined];

/** `x = 5`, `5 = x`, `x < 3`. */
export function isSolved(statement: Statement): boolean {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return false;
  const [left, right] = ends(statement);
  if (!left || !right) return false;
  return (left.kind === 'symbol' && isClosed(right)) || (right.kind === 'symbol' && isClosed(left));
}
