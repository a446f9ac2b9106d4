import { isUndefined } from './decide/approx.ts';
import { exact } from './decide/exact.ts';
import { type RealEnv, real } from './decide/real.ts';
import type { Expr } from './expr.ts';
import type { Rational } from './rational.ts';

/**
 * The exact rational value of an expression with the letters of `env` filled in. Null where it has none: not defined (1/0), not rational (√2), or too
 * large to write down.
 */
export function evaluateExact(expr: Expr, env?: ReadonlyMap<string, Rational>): Rational | null {
  const value = exact(expr, env);
  return value === 'undefined' ? null : value;
}

/** The real value in double precision; 'undefined' where there is none; 'unknown' where rounding, size or an unknown function forbid an answer. */
export function evaluateNumeric(expr: Expr, env: RealEnv = new Map()): number | 'undefined' | 'unknown' {
  const value = real(expr, env);
  if (isUndefined(value)) return 'undefined';
  return Number.isNaN(value.v) || value.e > 1e-6 * (1 + Math.abs(value.v)) ? 'unknown' : value.v;
}
