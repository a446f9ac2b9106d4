import type { Expr, Relation, Statement } from '../math/expr.ts';
import { isStatement } from './build.ts';
import { CONSTANTS, partsOf } from './walk.ts';

/** The two sides of a statement `left relation right`, null for anything else. */
export function sidesOf(node: Expr | Statement, relation: Relation): readonly [Expr, Expr] | null {
  if (!isStatement(node) || node.kind !== 'chain' || node.relations.length !== 1 || node.relations[0] !== relation) return null;
  const [left, right] = node.sides;
  return left && right ? [left, right] : null;
}

/** Names of the letters, constants left out, in the order they are met. */
export function lettersIn(whole: Expr | Statement): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'symbol' && !CONSTANTS.has(expr.name)) found.add(expr.name);
    for (const part of partsOf(expr)) visit(part);
  };
  const visitStatement = (statement: Statement): void => {
    if (statement.kind === 'chain') for (const side of statement.sides) visit(side);
    if (statement.kind === 'or' || statement.kind === 'and') for (const part of statement.parts) visitStatement(part);
  };
  if (isStatement(whole)) visitStatement(whole);
  else visit(whole);
  return found;
}
