import { num } from '../../math/build.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { children, isUnits, mapChildren } from '../../math/tree.ts';
import type { Claim, Step } from '../../solution/solution.ts';
import { isClosed } from '../letters.ts';
import { looselyRead } from './loose.ts';

/** A number in a calculation, and the earlier calculation it is the result of. */
export interface Operand {
  readonly node: NumberExpr;
  readonly source: number | null;
}

/** One calculation of a solution: an expression over numbers, and the result written for it. */
export interface Calculation {
  readonly step: number;
  readonly claim: Claim;
  /** Index of the written result in the claim's chain. */
  readonly side: number;
  readonly expr: Expr;
  readonly value: Q.Rational;
  readonly operands: readonly Operand[];
}

/** What was computed from what, in the order of the work: calculations refer to earlier ones by index. */
export function graphOf(steps: readonly Step[]): Calculation[] {
  const graph: Calculation[] = [];
  for (const [step, { claims }] of steps.entries()) {
    for (const claim of claims) {
      const found = calculationIn(claim);
      if (found === null) continue;
      const operands = numbersIn(found.expr).map(node => ({ node, source: sourceOf(graph, node.value) }));
      graph.push({ step, claim, ...found, operands });
    }
  }
  return graph;
}

/** The first closed side with an operation in it, and the last closed side, which is its result. */
function calculationIn(claim: Claim): Pick<Calculation, 'expr' | 'side' | 'value'> | null {
  const statement = claim.statement ?? looselyRead(claim);
  if (statement?.kind !== 'chain' || statement.relations.some(r => r !== '=' && r !== '≈')) return null;
  const sides = statement.sides.map(side => (isClosed(side) ? withoutUnits(side) : null));
  const expr = sides.find(side => side !== null && numbersIn(side).length > 1);
  const side = sides.findLastIndex(candidate => candidate !== null && candidate !== expr);
  const result = sides[side];
  if (!expr || !result || side < sides.indexOf(expr)) return null;
  const value = evaluateExact(result);
  return value === null ? null : { expr, side, value };
}

/** The calculation that gives the final answer, which may be rounded or stand without its sign; else the last one. -1 where there is none. */
export function lastOf(graph: readonly Calculation[], found: Q.Rational): number {
  const exact = graph.findLastIndex(c => Q.equal(c.value, found));
  return exact >= 0 ? exact : graph.length - 1;
}

function sourceOf(graph: readonly Calculation[], value: Q.Rational): number | null {
  const index = graph.findLastIndex(earlier => Q.equal(earlier.value, value));
  return index < 0 ? null : index;
}

/** The numbers of an expression, in written order. */
export function numbersIn(expr: Expr): NumberExpr[] {
  return expr.kind === 'number' ? [expr] : children(expr).flatMap(numbersIn);
}

/** What is calculated, whatever the order of terms and factors: the same text for `3 · (5 + 2)` and `(2 + 5) · 3`. */
export function formOf(expr: Expr): string {
  if (expr.kind === 'number') return Q.printRational(expr.value);
  const parts = children(expr).map(formOf);
  if (expr.kind === 'sum' || expr.kind === 'product') parts.sort();
  return `${expr.kind}(${parts.join(' ')})`;
}

/** The calculation by its numbers alone. */
export function withoutUnits(expr: Expr): Expr {
  if (isUnits(expr)) return num(1);
  if (expr.kind === 'call' && /^(?:sin|cos|tan|cot|sec|csc)$/.test(expr.fn)) return expr;
  if (expr.kind === 'product') {
    const factors = expr.factors.filter(factor => !isUnits(factor)).map(withoutUnits);
    const [only] = factors;
    return only && factors.length === 1 ? only : factors.length === 0 ? num(1) : { ...expr, factors };
  }
  if (expr.kind === 'quotient' && isUnits(expr.den)) return withoutUnits(expr.num);
  return mapChildren(expr, withoutUnits);
}

/** The expression with some of its numbers replaced. */
export function withNumbers(expr: Expr, values: ReadonlyMap<NumberExpr, Q.Rational>): Expr {
  if (expr.kind === 'number') {
    const value = values.get(expr);
    return value === undefined ? expr : num(value);
  }
  return mapChildren(expr, part => withNumbers(part, values));
}

/** All results, when calculation `at` gives `value` and the rest of the chain goes on from it as it was written. Null where that cannot be worked out. */
export function replay(graph: readonly Calculation[], at: number, value: Q.Rational): Q.Rational[] | null {
  const values = graph.map(c => c.value);
  values[at] = value;
  const changed = new Set([at]);
  for (let i = at + 1; i < graph.length; i++) {
    const calculation = graph[i];
    if (!calculation?.operands.some(({ source }) => source !== null && changed.has(source))) continue;
    const inputs = new Map(
      calculation.operands.flatMap(({ node, source }) => {
        const input = source === null ? undefined : values[source];
        return input === undefined ? [] : [[node, input] as const];
      }),
    );
    const result = evaluateExact(withNumbers(calculation.expr, inputs));
    if (result === null) return null;
    values[i] = result;
    changed.add(i);
  }
  return values;
}

/**
 * The value that calculation `at` should have had for calculation `last` to give `goal`; null when none is found. Chains of school arithmetic are
 * linear in a result, or inverse: a straight line through two points, or through two reciprocals, is tried, and its answer is put to the test.
 */
export function neededValue(graph: readonly Calculation[], at: number, last: number, goal: Q.Rational): Q.Rational | null {
  const here = graph[at]?.value;
  if (here === undefined) return null;
  if (at === last) return goal;
  const end = (value: Q.Rational) => replay(graph, at, value)?.[last] ?? null;
  const there = Q.add(here, Q.ONE);
  const [y0, y1] = [end(here), end(there)];
  if (y0 === null || y1 === null || Q.equal(y0, y1)) return null;
  const linear = interpolate(here, there, y0, y1, goal);
  const inverse = reciprocal(linear === null ? null : interpolate(reciprocal(here), reciprocal(there), y0, y1, goal));
  return [linear, inverse].find(value => value !== null && isGoal(end(value), goal)) ?? null;
}

const isGoal = (value: Q.Rational | null, goal: Q.Rational): boolean => value !== null && Q.equal(value, goal);
const reciprocal = (value: Q.Rational | null): Q.Rational | null => (value === null ? null : Q.divide(Q.ONE, value));

function interpolate(x0: Q.Rational | null, x1: Q.Rational | null, y0: Q.Rational, y1: Q.Rational, y: Q.Rational): Q.Rational | null {
  if (x0 === null || x1 === null) return null;
  const slope = Q.divide(Q.subtract(x1, x0), Q.subtract(y1, y0));
  return slope && Q.add(x0, Q.multiply(slope, Q.subtract(y, y0)));
}
