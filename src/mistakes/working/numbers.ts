import { negate, num, product } from '../../math/build.ts';
import { type Expr, NOWHERE, type NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';

/** How the lines are written, and what they are to reach. */
export interface Style {
  /** Numbers that are not whole as decimals where they end, instead of fractions. */
  readonly decimals: boolean;
  /** Results larger than one as mixed numbers. */
  readonly mixed?: boolean;
  /** The letter that a formula is to be solved for. */
  readonly target?: string;
  /** The form that an expression is to be brought to, where it is not the simplest. */
  readonly form?: 'factored' | 'square';
  /** How angles are measured, where the problem asks for those of one turn. */
  readonly angle?: 'degrees' | 'radians';
  /** Whether a value, in degrees, is within the range that the problem sets for its angle. */
  readonly range?: (degrees: number) => boolean;
  /** The letter for whole numbers, where all angles are asked for and not those of a range. */
  readonly general?: string;
}

/** Digits after the point that write a number exactly; null when no more than `most` do. */
export function decimalPlaces(value: Q.Rational, most = 6): number | null {
  for (let places = 0, scale = 1n; places <= most; places++, scale *= 10n) if ((value.n * scale) % value.d === 0n) return places;
  return null;
}

/** A number as a student would write it: whole, a decimal where decimals are used and it ends, else a fraction. */
export function numberAs(value: Q.Rational, { decimals }: Style): Expr {
  const size = Q.absolute(value);
  const places = decimals && size.d !== 1n ? decimalPlaces(size, 4) : null;
  const shown: Expr =
    size.d === 1n
      ? num(size)
      : places !== null
        ? { kind: 'number', value: size, decimals: places, span: NOWHERE }
        : { kind: 'quotient', num: num(size.n), den: num(size.d), bar: true, span: NOWHERE };
  return value.n < 0n ? negate(shown) : shown;
}

/** `3x`, `x`, `-x`: a number times an expression, without the 1 that nobody writes. */
export function times(a: Q.Rational, expr: Expr, style: Style): Expr {
  if (Q.equal(a, Q.ONE)) return expr;
  if (Q.equal(a, Q.MINUS_ONE)) return negate(expr);
  return a.n < 0n ? negate(product(numberAs(Q.negate(a), style), expr)) : product(numberAs(a, style), expr);
}

/** A term of a sum, or none for 0; `null` for a plain number. */
export function term(coefficient: Q.Rational, of: Expr | null, style: Style): Expr[] {
  if (Q.isZero(coefficient)) return [];
  return [of ? times(coefficient, of, style) : numberAs(coefficient, style)];
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / Q.gcdBig(a, b)) * b;
}

/** A number as it is written: whole, decimal, a fraction of two whole numbers or a mixed number, with or without a minus. */
export const isLiteral = (expr: Expr): boolean =>
  expr.kind === 'number' ||
  expr.kind === 'mixed' ||
  (expr.kind === 'negate' && isLiteral(expr.arg) && expr.arg.kind !== 'negate') ||
  (expr.kind === 'quotient' && isWhole(expr.num) && isWhole(expr.den) && lowest(expr.num, expr.den));

const isWhole = (expr: Expr): boolean => expr.kind === 'number' && expr.decimals === null;

const lowest = (above: Expr, below: Expr): boolean =>
  above.kind === 'number' && below.kind === 'number' && Q.gcdBig(above.value.n, below.value.n) === 1n;

/** `17/4` as `4 1/4`; null for a whole number and for a part of one. */
export function mixedNumber(value: Q.Rational): Expr | null {
  const size = Q.absolute(value);
  const whole = size.n / size.d;
  if (size.d === 1n || whole === 0n) return null;
  const part = (n: bigint): NumberExpr => ({ kind: 'number', value: Q.rational(n), decimals: null, span: NOWHERE });
  const shown: Expr = { kind: 'mixed', whole: part(whole), num: part(size.n % size.d), den: part(size.d), span: NOWHERE };
  return value.n < 0n ? negate(shown) : shown;
}
