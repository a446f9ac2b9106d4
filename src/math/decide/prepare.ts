import { num, sym } from '../build.ts';
import { type Dependents, derivativeOf } from '../derive.ts';
import { type Expr, NOWHERE, type SetExpr, type Statement } from '../expr.ts';
import { mapParts, someNode } from './free.ts';
import { withoutMatrices, withoutTuples } from './matrix.ts';

/** Rewrites what the deciders do not know into what they know: matrix algebra entry by entry, derivatives carried out, radians as the numbers that they are. */
export function prepareExpression(expr: Expr, dependents: Dependents): Expr {
  const plain = someNode(expr, node => node.kind === 'derivative') ? carryOut(expr, dependents) : expr;
  return withoutMatrices(withoutTuples(someNode(plain, isRadian) ? withoutRadians(plain) : plain));
}

const isRadian = (expr: Expr): boolean => expr.kind === 'unit' && expr.name === 'rad';

/** Radians as the number 1. */
export const withoutRadians = (expr: Expr): Expr => (isRadian(expr) ? num(1) : mapParts(expr, withoutRadians));

function carryOut(expr: Expr, dependents: Dependents): Expr {
  if (expr.kind !== 'derivative') return mapParts(expr, part => carryOut(part, dependents));
  const name = functionName(expr.body);
  if (name !== null && name !== expr.variable) {
    return dependents.has(name) ? sym(`${name}${"'".repeat(expr.order)}`) : expr;
  }
  return derivativeOf({ ...expr, body: carryOut(expr.body, dependents) }, dependents) ?? expr;
}

function functionName(body: Expr): string | null {
  return body.kind === 'symbol' ? body.name : null;
}

/** The letters that some written derivative, `dy/dx` or `y'`, takes for functions. */
export function dependentsIn(exprs: readonly Expr[]): Dependents {
  const found = new Set<string>();
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind === 'derivative' && node.body.kind === 'symbol' && node.body.name !== node.variable) found.add(node.body.name);
      if (node.kind === 'symbol' && node.name.endsWith("'")) found.add(node.name.replace(/'+$/, ''));
      return false;
    });
  }
  return found;
}

/**
 * The statement in the forms the deciders know: `x = 2, 3` and `x = {2, 3}` as alternatives, `(x, y) = (2, 3)` as two equations, and its expressions prepared.
 */
export function prepareStatement(statement: Statement, dependents: Dependents): Statement {
  switch (statement.kind) {
    case 'or':
    case 'and':
      return { ...statement, parts: statement.parts.map(part => prepareStatement(part, dependents)) };
    case 'member':
      return { ...statement, element: prepareExpression(statement.element, dependents), set: prepareSet(statement.set, dependents) };
    case 'truth':
      return statement;
    case 'chain':
      return spread({ ...statement, sides: statement.sides.map(side => prepareExpression(side, dependents)) });
  }
}

function prepareSet(set: SetExpr, dependents: Dependents): SetExpr {
  if (set.kind === 'union') return { ...set, parts: set.parts.map(part => prepareSet(part, dependents)) };
  if (set.kind === 'list') return { ...set, items: set.items.map(item => prepareExpression(item, dependents)) };
  if (set.kind !== 'interval') return set;
  return { ...set, lower: prepareExpression(set.lower, dependents), upper: prepareExpression(set.upper, dependents) };
}

function spread(chain: Extract<Statement, { kind: 'chain' }>): Statement {
  const [left, right] = chain.sides;
  if (chain.sides.length !== 2 || !left || !right || chain.relations[0] !== '=') return chain;
  const entries = [entriesOf(left), entriesOf(right)] as const;
  if (entries[0] && entries[1]) {
    const [xs, ys] = entries;
    if (xs.length !== ys.length) return chain;
    return { kind: 'and', parts: xs.map((x, i) => ({ ...chain, sides: [x, ys[i] ?? x] })), span: NOWHERE };
  }
  if (right.kind === 'list' && right.form !== 'tuple' && right.items.length > 0) {
    return { kind: 'or', parts: right.items.map(item => ({ ...chain, sides: [left, item] })), span: NOWHERE };
  }
  if (right.kind === 'interval') return { kind: 'member', element: left, set: right, negated: false, span: NOWHERE };
  return chain;
}

/** The entries of an ordered tuple or matrix. */
function entriesOf(expr: Expr): readonly Expr[] | null {
  if (expr.kind === 'list' && expr.form === 'tuple') return expr.items;
  return expr.kind === 'matrix' ? expr.rows.flat() : null;
}
