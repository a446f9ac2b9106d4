import { expressionsOf, someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { isClosed, lettersIn, namedCall } from '../letters.ts';
import type { Scene } from '../scene.ts';

/** `y = 18`; 'when x = 4' behind it makes it one pair of values of many. */
export const isValue = (statement: Statement | null): boolean =>
  statement?.kind === 'chain' && statement.sides[0]?.kind === 'symbol' && statement.sides.slice(1).every(isClosed);

export const isOpenExpression = (statement: Statement | null): boolean =>
  statement?.kind === 'chain' && statement.sides.length === 1 && lettersIn(statement).length > 0;

export const isRelation = (statement: Statement | null): boolean =>
  statement !== null && (statement.kind !== 'chain' || statement.sides.length > 1) && lettersIn(statement).length > 0;

/** Both of its ends are the same for all values: it says nothing of the letters. */
export function isIdentity({ decider }: Scene, statement: Statement): boolean {
  const [first, last] = statement.kind === 'chain' && isEquation(statement) ? [statement.sides[0], statement.sides.at(-1)] : [];
  return (
    first !== undefined && last !== undefined && !isClosed(first) && !isClosed(last) && decider.expressions(first, last).kind === 'same'
  );
}

/** An inequality with a letter, or several at once. */
export const isOrder = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.length > 0 && statement.relations.every(relation => '<>≤≥'.includes(relation)) && lettersIn(statement).length > 0
    : statement.kind === 'and' && statement.parts.every(isOrder);

/** `x ≠ 1`, `x ∉ {1, 2}`: what the letters may not be. */
export function isRestriction(statement: Statement): boolean {
  if (statement.kind === 'and' || statement.kind === 'or') return statement.parts.every(isRestriction);
  if (statement.kind === 'member') return statement.negated;
  return statement.kind === 'chain' && statement.relations.length > 0 && statement.relations.every(relation => relation === '≠');
}

/** An inequality under an equation that is not defined everywhere or falls into cases: it only says what the letter may be. */
export function limits(from: Statement, to: Statement): boolean {
  const partial = (node: Expr): boolean =>
    (node.kind === 'call' && !isClosed(node)) || (node.kind === 'quotient' && lettersIn(node.den).length > 0);
  return to.kind === 'chain' && isOrder(to) && isEquation(from) && expressionsOf(from).some(side => someNode(side, partial));
}

/** Relations of equality alone, side by side. */
export const isEquation = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.every(link => link === '=')
    : (statement.kind === 'or' || statement.kind === 'and') && statement.parts.every(isEquation);

/** A number as it stands, with its sign. */
export const isLiteral = (side: Expr): boolean => side.kind === 'number' || (side.kind === 'negate' && isLiteral(side.arg));

/** `f(x)` → f of x, `f'(x)` → f' of x, `dy/dx` → y' of x, `y` → y of whatever its formula holds. */
export function functionHead(head: Expr): { key: string; variables: readonly string[] | null } | null {
  if (head.kind === 'symbol') return { key: head.name, variables: null };
  if (head.kind === 'derivative' && head.body.kind === 'symbol' && !head.partial) {
    return { key: head.body.name + "'".repeat(head.order), variables: [head.variable] };
  }
  const called = namedCall(head);
  if (!called || head.kind !== 'call') return null;
  const variables = head.args.map(arg => (arg.kind === 'symbol' ? arg.name : null));
  return variables.every(v => v !== null) ? { key: called.name + "'".repeat(called.primes), variables } : null;
}
