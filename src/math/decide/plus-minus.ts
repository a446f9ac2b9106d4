import { negate } from '../build.ts';
import { type Expr, NOWHERE, type Statement } from '../expr.ts';
import { expressionsOf, mapParts, someNode } from './free.ts';

function hasPlusMinus(expr: Expr): boolean {
  return someNode(expr, node => node.kind === 'plusminus');
}

/** The expression with every `±` read as its upper or its lower sign. */
function pick(expr: Expr, sign: '+' | '-'): Expr {
  if (expr.kind !== 'plusminus') return mapParts(expr, part => pick(part, sign));
  const arg = pick(expr.arg, sign);
  return expr.upper === sign ? arg : negate(arg);
}

/** The one or two expressions that an expression with `±` stands for; all signs change together. */
export function readings(expr: Expr): readonly Expr[] {
  return hasPlusMinus(expr) ? [pick(expr, '+'), pick(expr, '-')] : [expr];
}

/** A statement with `±` is the 'or' of its two readings. */
export function expandStatement(statement: Statement): Statement {
  if (statement.kind === 'or' || statement.kind === 'and') return { ...statement, parts: statement.parts.map(expandStatement) };
  if (!expressionsOf(statement).some(hasPlusMinus)) return statement;
  if (statement.kind === 'chain') {
    const reading = (sign: '+' | '-'): Statement => ({ ...statement, sides: statement.sides.map(side => pick(side, sign)) });
    return { kind: 'or', parts: [reading('+'), reading('-')], span: NOWHERE };
  }
  if (statement.kind !== 'member') return statement;
  const { element, set } = statement;
  return set.kind === 'list' ? { ...statement, element, set: { ...set, items: set.items.flatMap(readings) } } : statement;
}
