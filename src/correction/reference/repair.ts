import { product as joint, minus, num, quotient, sum } from '../../math/build.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { children, mapChildren, replaceAt } from '../../math/tree.ts';
import { formOf, numbersIn } from './graph.ts';
import type { Quantity } from './quantities.ts';

export type RepairKind = 'operand' | 'operator' | 'swapped' | 'dropped' | 'extra' | 'anew';

/** Another small expression in the place of a calculation's own. */
export interface Repair {
  readonly kind: RepairKind;
  readonly expr: Expr;
  /** How large the change is; the smallest one is the repair. */
  readonly cost: number;
}

const COST: Readonly<Record<RepairKind, number>> = { operator: 1, operand: 1.2, swapped: 1.1, dropped: 1.5, extra: 1.6, anew: 2.4 };

/** What it costs to calculate as the reference does: less than any other new calculation. */
export const AS_IN_REFERENCE = 2.3;

/** A product with its sign written: `3 · 2`. */
function product(...factors: readonly Expr[]): Expr {
  const whole = joint(...factors);
  return whole.kind === 'product' ? { ...whole, implicit: false } : whole;
}

/** The smallest change of an expression, over the known quantities, that gives `value`. Null when no small change does. */
export function smallestRepair(expr: Expr, value: Q.Rational, known: readonly Quantity[]): Repair | null {
  let best: Repair | null = null;
  const rough = Q.toNumber(value);
  for (const repair of repairs(expr, known, rough)) {
    if (best !== null && repair.cost >= best.cost) continue;
    const found = evaluateExact(repair.expr);
    if (found !== null && Q.equal(found, value)) best = repair;
  }
  return best;
}

/** The kind of change that turns one calculation into another, where it is a single one; else it is made anew. */
export function changeTo(expr: Expr, needed: Expr): RepairKind {
  const own = numbersIn(needed).map(({ value }) => ({ value, said: Q.printRational(value), cost: 0 }));
  const form = formOf(needed);
  for (const { kind, expr: changed } of repairs(expr, own, null)) if (kind !== 'anew' && formOf(changed) === form) return kind;
  return 'anew';
}

/** @param value what they should give, roughly: calculations with two quantities that give something else are passed over. Null: all of them. */
function* repairs(expr: Expr, known: readonly Quantity[], value: number | null): Generator<Repair> {
  for (const changed of operatorChanges(expr)) yield { kind: 'operator', expr: changed, cost: COST.operator };
  for (const changed of swaps(expr)) yield { kind: 'swapped', expr: changed, cost: COST.swapped };
  for (const changed of drops(expr)) yield { kind: 'dropped', expr: changed, cost: COST.dropped };
  for (const node of numbersIn(expr))
    for (const { value, cost } of known) yield { kind: 'operand', expr: replaceAt(expr, node, num(value)), cost: COST.operand + cost };
  const numbers = known.map(quantity => ({ ...quantity, size: Q.toNumber(quantity.value) }));
  const own = value === null ? null : evaluateExact(expr);
  const whole = { value: own, size: own === null ? Number.NaN : Q.toNumber(own) };
  for (const b of numbers)
    for (const join of joining(whole.size, b.size, value))
      yield { kind: 'extra', expr: join(expr, num(b.value)), cost: COST.extra + b.cost };
  for (const a of numbers)
    for (const b of numbers)
      for (const join of joining(a.size, b.size, value))
        yield { kind: 'anew', expr: join(num(a.value), num(b.value)), cost: COST.anew + a.cost + b.cost };
}

interface Join {
  readonly rough: (a: number, b: number) => number;
  readonly join: (a: Expr, b: Expr) => Expr;
}

const JOINS: readonly Join[] = [
  { rough: (a, b) => a + b, join: (a, b) => sum(a, b) },
  { rough: (a, b) => a * b, join: (a, b) => product(a, b) },
  { rough: (a, b) => a - b, join: (a, b) => minus(a, b) },
  { rough: (a, b) => b - a, join: (a, b) => minus(b, a) },
  { rough: (a, b) => a / b, join: (a, b) => quotient(a, b) },
  { rough: (a, b) => b / a, join: (a, b) => quotient(b, a) },
];

/** The ways to join two numbers that give the value, roughly; all of them where none is asked for, or a number is not known. */
function* joining(a: number, b: number, value: number | null): Generator<Join['join']> {
  for (const { rough, join } of JOINS) {
    const gap = value === null ? 0 : rough(a, b) - value;
    if (Number.isNaN(gap) || Math.abs(gap) <= 1e-9 * Math.max(1, Math.abs(value ?? 0))) yield join;
  }
}

/** Every expression that differs in one operation sign. */
function* operatorChanges(expr: Expr): Generator<Expr> {
  yield* changesHere(expr);
  for (const part of children(expr)) for (const changed of operatorChanges(part)) yield replaced(expr, part, changed);
}

function* changesHere(expr: Expr): Generator<Expr> {
  if (expr.kind === 'quotient') {
    yield product(expr.num, expr.den);
    yield minus(expr.num, expr.den);
    yield sum(expr.num, expr.den);
  }
  if (expr.kind === 'product' && expr.factors.length > 1) {
    const head = expr.factors.slice(0, -1);
    const [last] = expr.factors.slice(-1);
    const front = head.length === 1 && head[0] ? head[0] : { ...expr, factors: head };
    if (last) yield* [quotient(front, last), sum(front, last), minus(front, last)];
  }
  if (expr.kind === 'sum') {
    for (const [i, term] of expr.terms.entries()) {
      if (i === 0) continue;
      const flipped: Expr = term.kind === 'negate' ? term.arg : { kind: 'negate', arg: term, span: term.span };
      yield { ...expr, terms: expr.terms.map((t, j) => (j === i ? flipped : t)) };
    }
    const [a, b] = expr.terms;
    if (a && b && expr.terms.length === 2) {
      const second = b.kind === 'negate' ? b.arg : b;
      yield product(a, second);
      yield quotient(a, second);
    }
  }
}

function* swaps(expr: Expr): Generator<Expr> {
  if (expr.kind === 'quotient') yield quotient(expr.den, expr.num);
  if (expr.kind === 'sum' && expr.terms.length === 2) {
    const [a, b] = expr.terms;
    if (a && b?.kind === 'negate') yield minus(b.arg, a);
  }
}

/** Every expression with one term or factor left out. */
function* drops(expr: Expr): Generator<Expr> {
  const parts = expr.kind === 'sum' ? expr.terms : expr.kind === 'product' ? expr.factors : [];
  for (const i of parts.keys()) {
    const rest = parts.filter((_, j) => j !== i);
    const [only] = rest;
    if (only && rest.length === 1) yield only;
    else if (rest.length > 1)
      yield expr.kind === 'sum' ? { ...expr, terms: rest } : { ...expr, kind: 'product', factors: rest, implicit: false };
  }
  if (expr.kind === 'quotient') yield* [expr.num, expr.den];
  for (const part of children(expr)) for (const changed of drops(part)) yield replaced(expr, part, changed);
}

const replaced = (expr: Expr, part: Expr, by: Expr): Expr => mapChildren(expr, child => (child === part ? by : child));
