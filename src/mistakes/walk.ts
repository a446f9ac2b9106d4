import { type Expr, NOWHERE, type Span, type Statement } from '../math/expr.ts';
import { mapExpr } from '../math/tree.ts';
import { isStatement, power, product, quotient, sum } from './build.ts';

/** A place in a tree: the node that stands there, and the whole tree with something else in its place. */
export interface Place {
  readonly node: Expr;
  readonly depth: number;
  readonly put: (replacement: Expr) => Expr | Statement;
}

/** The direct parts of an expression, each with how to put another in its place. */
function parts(expr: Expr): readonly { readonly part: Expr; readonly put: (by: Expr) => Expr }[] {
  switch (expr.kind) {
    case 'sum':
      return expr.terms.map((part, i) => ({ part, put: by => sum(expr.terms.with(i, by)) }));
    case 'product':
      return expr.factors.map((part, i) => ({ part, put: by => product(expr.factors.with(i, by)) }));
    case 'quotient':
      return [
        { part: expr.num, put: by => quotient(by, expr.den) },
        { part: expr.den, put: by => quotient(expr.num, by) },
      ];
    case 'power':
      return [
        { part: expr.base, put: by => power(by, expr.exponent) },
        { part: expr.exponent, put: by => power(expr.base, by) },
      ];
    case 'negate':
    case 'plusminus':
    case 'percent':
      return [{ part: expr.arg, put: by => ({ ...expr, arg: by, span: NOWHERE }) }];
    case 'call':
      return expr.args.map((part, i) => ({ part, put: by => ({ ...expr, args: expr.args.with(i, by), span: NOWHERE }) }));
    case 'derivative':
    case 'limit':
    case 'integral':
    case 'series':
      return [{ part: expr.body, put: by => ({ ...expr, body: by, span: NOWHERE }) }];
    case 'list':
      return expr.items.map((part, i) => ({ part, put: by => ({ ...expr, items: expr.items.with(i, by), span: NOWHERE }) }));
    default:
      return [];
  }
}

/** The direct parts of an expression, left to right. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'sum':
      return expr.terms;
    case 'product':
      return expr.factors;
    case 'quotient':
      return [expr.num, expr.den];
    case 'power':
      return [expr.base, expr.exponent];
    case 'negate':
    case 'plusminus':
    case 'percent':
      return [expr.arg];
    case 'call':
      return expr.args;
    case 'derivative':
    case 'limit':
    case 'integral':
    case 'series':
      return [expr.body];
    case 'list':
      return expr.items;
    default:
      return NO_PARTS;
  }
}

const NO_PARTS: readonly Expr[] = [];

/** Adds every place of an expression, the expression itself first, outer before inner. */
function addPlaces(expr: Expr, depth: number, put: (by: Expr) => Expr | Statement, found: Place[]): void {
  found.push({ node: expr, depth, put });
  for (const { part, put: inside } of parts(expr)) addPlaces(part, depth + 1, by => put(inside(by)), found);
}

/** Every term of a statement or expression with the whole rebuilt around a replacement. */
export function places(whole: Expr | Statement): readonly Place[] {
  const found: Place[] = [];
  if (!isStatement(whole)) {
    addPlaces(whole, 0, by => by, found);
  } else if (whole.kind === 'chain') {
    for (const [i, side] of whole.sides.entries()) {
      addPlaces(side, 0, by => ({ ...whole, sides: whole.sides.with(i, by), span: NOWHERE }), found);
    }
  } else if (whole.kind === 'or' || whole.kind === 'and') {
    for (const [i, part] of whole.parts.entries()) {
      for (const place of places(part)) {
        found.push({ ...place, put: by => ({ ...whole, parts: whole.parts.with(i, place.put(by) as Statement), span: NOWHERE }) });
      }
    }
  }
  return found;
}

/** Sums within sums and products within products written as one; the very same tree where there are none. */
export function flattened<T extends Expr | Statement>(whole: T): T {
  let nested = false;
  const flat = (node: Expr): Expr => {
    if (node.kind === 'product' && node.factors.some(factor => factor.kind === 'product')) {
      nested = true;
      const factors = node.factors.flatMap(factor => (factor.kind === 'product' ? factor.factors : [factor]));
      return { ...node, factors, implicit: node.implicit && factors.slice(1).every(factor => factor.kind !== 'number') };
    }
    if (node.kind !== 'sum' || !node.terms.some(term => term.kind === 'sum')) return node;
    nested = true;
    return { ...node, terms: node.terms.flatMap(term => (term.kind === 'sum' ? term.terms : [term])) };
  };
  const mapped = isStatement(whole) ? mapStatement(whole, side => mapExpr(side, flat)) : mapExpr(whole, flat);
  return nested ? (mapped as T) : whole;
}

function mapStatement(statement: Statement, change: (side: Expr) => Expr): Statement {
  if (statement.kind === 'chain') return { ...statement, sides: statement.sides.map(change) };
  if (statement.kind !== 'or' && statement.kind !== 'and') return statement;
  return { ...statement, parts: statement.parts.map(part => mapStatement(part, change)) };
}

/** Number of nodes. */
export function size(whole: Expr | Statement): number {
  if (isStatement(whole)) {
    if (whole.kind === 'chain') return whole.sides.reduce((total, side) => total + size(side), 1);
    if (whole.kind === 'or' || whole.kind === 'and') return whole.parts.reduce((total, part) => total + size(part), 1);
    return 1;
  }
  return partsOf(whole).reduce((total, part) => total + size(part), 1);
}

/** The names of the letters in an expression, constants `pi`, `e`, `i` and `infinity` left out. */
export function hasLetter(expr: Expr): boolean {
  if (expr.kind === 'symbol') return !CONSTANTS.has(expr.name);
  return partsOf(expr).some(hasLetter);
}

export const CONSTANTS: ReadonlySet<string> = new Set(['pi', 'e', 'i', 'infinity']);

export function spanOf(nodes: readonly Expr[]): Span {
  const written = nodes.filter(node => node.span.start >= 0);
  if (written.length === 0) return NOWHERE;
  return { start: Math.min(...written.map(node => node.span.start)), end: Math.max(...written.map(node => node.span.end)) };
}
