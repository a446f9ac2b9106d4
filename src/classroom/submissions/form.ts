import { compareExpressions } from '../../math/compare.ts';
import { type Expr, NOWHERE, type Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { ZERO } from '../../math/rational.ts';
import { children, equalTrees, mapChildren } from '../../math/tree.ts';

/** A line of the form another has: the same relations between sides that are equal, the sides in either order for an equation. */
export function sameForm(line: Statement, target: Statement): boolean {
  const [a, b] = [sidesOf(line), sidesOf(target)];
  if (a === null || b === null) return equalTrees(line, target);
  if (b.length === 1) return a.some(side => equalSides(side, b[0]) && similar(side, b[0]));
  if (a.length !== b.length) return false;
  const alike = (x: readonly Expr[]): boolean => x.every((side, i) => equalSides(side, b[i]) && similar(side, b[i]));
  return alike(a) || (isEquation(line) && isEquation(target) && alike([...a].reverse()));
}

/** The same form with other numbers: `3x = 25` for `3x = 15`. */
export function sameShape(line: Statement, target: Statement): boolean {
  const [a, b] = [sidesOf(line), sidesOf(target)];
  if (a === null || b === null || a.length !== b.length) return false;
  const alike = (x: readonly Expr[]): boolean => x.every((side, i) => similar(side, b[i]));
  return alike(a) || (isEquation(line) && isEquation(target) && alike([...a].reverse()));
}

/** Whether a part of the line has the form of a term: `x^2` in `3x^2 - 4 = 0`. */
export function containsTerm(line: Statement, term: string): boolean {
  const { expr } = parseExpression(term);
  const within = (whole: Expr): boolean => expr !== null && (similar(whole, expr) || children(whole).some(within));
  return (sidesOf(line) ?? []).some(within);
}

const sidesOf = (statement: Statement): readonly Expr[] | null => (statement.kind === 'chain' ? statement.sides : null);
const isEquation = (statement: Statement): boolean => statement.kind === 'chain' && statement.relations.every(r => r === '=');
const equalSides = (a: Expr, b: Expr | undefined): boolean => b !== undefined && compareExpressions(a, b).kind === 'same';
const similar = (a: Expr, b: Expr | undefined): boolean => b !== undefined && equalTrees(skeleton(a), skeleton(b));

/** The tree with every number, signed or as a fraction, replaced by one and the same, and signs left out; exponents stay. Terms and factors stand in a fixed order. */
function skeleton(x: Expr): Expr {
  if (x.kind === 'number' || x.kind === 'mixed') return NUMBER;
  if (x.kind === 'negate') return skeleton(x.arg);
  if (x.kind === 'power') return x.base.kind === 'number' ? NUMBER : { ...x, base: skeleton(x.base) };
  const node = mapChildren(x, skeleton);
  if (node.kind === 'quotient') return isNumber(node.num) && isNumber(node.den) ? NUMBER : { ...node, bar: true };
  if (node.kind === 'sum') return { ...node, terms: sorted(node.terms) };
  if (node.kind !== 'product') return node;
  const factors = sorted(node.factors);
  return factors.every(isNumber) ? NUMBER : { ...node, implicit: true, factors };
}

const NUMBER: Expr = { kind: 'number', value: ZERO, decimals: null, span: NOWHERE };
const isNumber = (x: Expr): boolean => x.kind === 'number';

/** Ordered by a text of their own, so that `5 + 3x` has the form of `3x + 5`. */
const sorted = (parts: readonly Expr[]): readonly Expr[] => [...parts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = (x: Expr): string => `${x.kind}${x.kind === 'symbol' ? x.name : ''}(${children(x).map(keyOf).join()})`;
