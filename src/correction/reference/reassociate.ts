import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { mapChildren } from '../../math/tree.ts';
import type { Calculation } from './graph.ts';

/** Terms or factors beyond which their combinations are not all tried. */
const MOST = 6;

/**
 * Values that the same work gives in another order: partial sums and products of each calculation, with its earlier results put in as they were
 * computed. As printed rationals.
 */
export function reassociated(graph: readonly Calculation[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const calculation of graph) {
    for (const expr of [calculation.expr, unfolded(graph, calculation, 1), unfolded(graph, calculation, 3)])
      for (const parts of groups(expr)) addCombinations(parts, found);
  }
  return found;
}

interface Parts {
  readonly values: readonly Q.Rational[];
  readonly join: (a: Q.Rational, b: Q.Rational) => Q.Rational;
}

/** The sums and products an expression is made of, each flattened. */
function groups(expr: Expr): Parts[] {
  const terms = termsOf(expr);
  const factors = factorsOf(expr);
  const parts = terms.length > 1 ? terms : factors;
  const join = terms.length > 1 ? Q.add : Q.multiply;
  if (parts.length < 2) return [];
  const values = parts.map(part => evaluateExact(part)).filter(value => value !== null);
  const inner = parts.flatMap(part => (part.kind === 'quotient' ? [] : groups(part)));
  return values.length === parts.length && values.length <= MOST ? [{ values, join }, ...inner] : inner;
}

function termsOf(expr: Expr): Expr[] {
  if (expr.kind === 'sum') return expr.terms.flatMap(termsOf);
  if (expr.kind === 'negate') return termsOf(expr.arg).map(arg => ({ kind: 'negate', arg, span: arg.span }));
  return [expr];
}

function factorsOf(expr: Expr): Expr[] {
  if (expr.kind === 'product') return expr.factors.flatMap(factorsOf);
  if (expr.kind === 'quotient')
    return [
      ...factorsOf(expr.num),
      ...factorsOf(expr.den).map((den): Expr => ({ kind: 'quotient', num: ONE, den, bar: true, span: den.span })),
    ];
  return [expr];
}

const ONE: NumberExpr = { kind: 'number', value: Q.ONE, decimals: null, span: { start: -1, end: -1 } };

function addCombinations({ values, join }: Parts, found: Set<string>): void {
  for (let mask = 1; mask < 1 << values.length; mask++) {
    const [first, ...rest] = values.filter((_, i) => mask & (1 << i));
    if (first) found.add(Q.printRational(Q.absolute(rest.reduce(join, first))));
  }
}

/** The calculation with its operands written out as they were computed, so many levels deep. */
function unfolded(graph: readonly Calculation[], { expr, operands }: Calculation, depth: number): Expr {
  const inner = new Map<NumberExpr, Expr>();
  if (depth > 0)
    for (const { node, source } of operands) {
      const origin = source === null ? undefined : graph[source];
      if (origin) inner.set(node, unfolded(graph, origin, depth - 1));
    }
  const put = (part: Expr): Expr => (part.kind === 'number' ? (inner.get(part) ?? part) : mapChildren(part, put));
  return inner.size === 0 ? expr : put(expr);
}
