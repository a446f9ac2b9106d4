import { type Expr, NOWHERE, type Relation, type Statement } from './expr.ts';
import { isZero, type Rational, rational } from './rational.ts';

/** Builders of trees that no document wrote. Zeros and ones that change nothing are left out, so that results read like school mathematics. */

export function num(value: Rational | number | bigint): Expr {
  return { kind: 'number', value: typeof value === 'object' ? value : rational(value), decimals: null, span: NOWHERE };
}

export function sym(name: string): Expr {
  return { kind: 'symbol', name, span: NOWHERE };
}

function isNumber(x: Expr, value: bigint): boolean {
  return x.kind === 'number' && x.value.d === 1n && x.value.n === value;
}

export function sum(...parts: readonly Expr[]): Expr {
  const terms = parts.filter(x => !isNumber(x, 0n));
  if (terms.length === 0) return num(0);
  return terms.length === 1 && terms[0] ? terms[0] : { kind: 'sum', terms, span: NOWHERE };
}

export function product(...parts: readonly Expr[]): Expr {
  if (parts.some(x => isNumber(x, 0n))) return num(0);
  const factors = parts.filter(x => !isNumber(x, 1n));
  if (factors.length === 0) return num(1);
  return factors.length === 1 && factors[0] ? factors[0] : { kind: 'product', factors, implicit: true, span: NOWHERE };
}

export function quotient(n: Expr, d: Expr): Expr {
  return isNumber(d, 1n) || isNumber(n, 0n) ? n : { kind: 'quotient', num: n, den: d, bar: true, span: NOWHERE };
}

export function power(base: Expr, exponent: Expr): Expr {
  return isNumber(exponent, 1n) ? base : { kind: 'power', base, exponent, span: NOWHERE };
}

export function negate(arg: Expr): Expr {
  if (arg.kind === 'number' && isZero(arg.value)) return arg;
  return { kind: 'negate', arg, span: NOWHERE };
}

export function minus(a: Expr, b: Expr): Expr {
  return sum(a, negate(b));
}

export function call(fn: string, ...args: readonly Expr[]): Expr {
  return { kind: 'call', fn, args, span: NOWHERE };
}

/** The two-sided statement `left relation right`. */
export function relation(left: Expr, rel: Relation, right: Expr): Statement {
  return { kind: 'chain', sides: [left, right], relations: [rel], span: NOWHERE };
}
