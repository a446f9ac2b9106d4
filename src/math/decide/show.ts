import type { Expr } from '../expr.ts';
import { printRational, type Rational } from '../rational.ts';
import { isUndefined } from './approx.ts';
import { exact } from './exact.ts';
import { real } from './real.ts';
import type { Point } from './samples.ts';

/** The value of an expression at a point as a student would write it: exact when it is a short fraction, else six significant digits. */
export function showValue(expr: Expr, at: Point): string {
  const value = exact(expr, at.exact);
  if (value === 'undefined') return 'undefined';
  if (value !== null && value.d < 100_000n) return printRational(value);
  const approx = real(expr, at.real);
  return isUndefined(approx) ? 'undefined' : showNumber(approx.v);
}

export function showNumber(x: number): string {
  if (Number.isNaN(x)) return 'unknown';
  if (Number.isInteger(x) && Math.abs(x) < 1e15) return x.toString();
  return Number(x.toPrecision(6)).toString();
}

/** The values of two sides that differ, with as many digits as it takes to see it. */
export function showApart(left: Expr, right: Expr, at: Point): readonly [string, string] {
  const [l, r] = [showValue(left, at), showValue(right, at)];
  if (l !== r) return [l, r];
  const [x, y] = [real(left, at.real).v, real(right, at.real).v];
  for (let digits = 7; digits <= 15; digits++) {
    const [a, b] = [x, y].map(v => Number(v.toPrecision(digits)).toString());
    if (a !== undefined && b !== undefined && a !== b) return [a, b];
  }
  return [l, r];
}

export function showPoint(at: Point): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, v] of at.exact) shown[name] = showRational(v);
  return shown;
}

/** A value that is a short fraction exactly, as that fraction. */
export function showRational(v: Rational): string {
  return v.d <= 64n ? printRational(v) : showNumber(Number(v.n) / Number(v.d));
}
