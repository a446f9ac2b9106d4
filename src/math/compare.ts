import type { CompareOptions, Comparison } from './comparison.ts';
import { compareEntries, compareUnordered } from './decide/containers.ts';
import { compareScalars } from './decide/expressions.ts';
import { expandStatement, hasPlusMinus, readings } from './decide/plus-minus.ts';
import { compareSolutions } from './decide/statements.ts';
import type { Expr, Statement } from './expr.ts';
import { printPlain } from './print.ts';

export { type ChainOptions, type ChainVerdict, judgeChain } from './decide/chain.ts';

const DEFAULTS: CompareOptions = {};

/**
 * Whether two expressions are equal wherever both are defined. Lists, matrices and intervals are compared entry by entry, `±` as the set of its two values.
 * `narrower` and `wider` do not occur. Never throws.
 */
export function compareExpressions(a: Expr, b: Expr, o: CompareOptions = DEFAULTS): Comparison {
  if (hasPlusMinus(a) || hasPlusMinus(b)) return compareUnordered(readings(a), readings(b), o, compareExpressions) ?? differs(a, b);
  if (a.kind === 'list' && b.kind === 'list') {
    const ordered = a.form === 'tuple' && b.form === 'tuple';
    return (ordered ? compareEntries : compareUnordered)(a.items, b.items, o, compareExpressions) ?? differs(a, b);
  }
  if (a.kind === 'interval' && b.kind === 'interval') {
    if (a.lowerClosed !== b.lowerClosed || a.upperClosed !== b.upperClosed) return differs(a, b);
    return compareEntries([a.lower, a.upper], [b.lower, b.upper], o, compareExpressions) ?? differs(a, b);
  }
  if (a.kind === 'matrix' && b.kind === 'matrix') {
    if (a.rows[0]?.length !== b.rows[0]?.length) return differs(a, b);
    return compareEntries(a.rows.flat(), b.rows.flat(), o, compareExpressions) ?? differs(a, b);
  }
  return compareScalars(a, b, o);
}

function differs(a: Expr, b: Expr): Comparison {
  return { kind: 'different', witness: { kind: 'values', at: {}, left: printPlain(a), right: printPlain(b) } };
}

/**
 * Whether two statements have the same real solutions. `narrower`: the second has lost some; `wider`: it has gained some. Bare expressions are compared as
 * expressions. A letter to solve for is one of `o.vars`, by default any. Never throws.
 */
export function compareStatements(from: Statement, to: Statement, o: CompareOptions = DEFAULTS): Comparison {
  const a = bare(from);
  const b = bare(to);
  if (a && b) return compareExpressions(a, b, o);
  if (a || b) return { kind: 'unknown', why: 'an expression cannot be compared with a relation' };
  return compareSolutions(expandStatement(from), expandStatement(to), o);
}

function bare(statement: Statement): Expr | null {
  return statement.kind === 'chain' && statement.sides.length === 1 ? (statement.sides[0] ?? null) : null;
}

/** Whether two answers name the same value, set, interval or tuple. `x = 2` and `2` are the same answer. */
export function compareAnswers(a: Statement, b: Statement, o: CompareOptions = DEFAULTS): Comparison {
  const x = bare(a) ?? assigned(a);
  const y = bare(b) ?? assigned(b);
  if (x && y) return compareExpressions(x, y, o);
  return compareStatements(a, b, o);
}

/** The value in `letter = value`. */
function assigned(statement: Statement): Expr | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2 || statement.relations[0] !== '=') return null;
  const [left, right] = statement.sides;
  return left?.kind === 'symbol' && right ? right : null;
}
