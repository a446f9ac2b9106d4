import type { IntegralExpr } from '../expr.ts';
import { type Approx, isKnown, UNKNOWN } from './approx.ts';
import type { RealEnv } from './real.ts';

type Evaluate = (expr: IntegralExpr['body'], env: RealEnv) => Approx;

/** Halvings of the step of the tanh-sinh rule, and the half-width of its range. */
const LEVELS = 6;
const RANGE = 3.4;

/**
 * A definite integral by the tanh-sinh rule, which bears end points where the integrand is infinite but integrable. The error bound is the change
 * at the last halving. Unknown where the integrand is somewhere undefined inside, or where the halvings do not settle.
 */
export function integrate(expr: IntegralExpr, env: RealEnv, evaluate: Evaluate): Approx {
  if (!expr.bounds) return UNKNOWN;
  const lower = evaluate(expr.bounds.lower, env);
  const upper = evaluate(expr.bounds.upper, env);
  if (!Number.isFinite(lower.v) || !Number.isFinite(upper.v)) return UNKNOWN;
  if (lower.v === upper.v) return { v: 0, e: lower.e + upper.e };
  const inner = new Map(env);
  const half = (upper.v - lower.v) / 2;
  const middle = (upper.v + lower.v) / 2;
  const at = (t: number): number => {
    const s = (Math.PI / 2) * Math.sinh(t);
    const weight = ((Math.PI / 2) * Math.cosh(t)) / Math.cosh(s) ** 2;
    inner.set(expr.variable, middle + half * Math.tanh(s));
    const f = evaluate(expr.body, inner);
    return isKnown(f) ? f.v * weight : Math.abs(t) > 2.5 ? 0 : Number.NaN;
  };
  let step = 1;
  let total = at(0);
  for (let t = step; t <= RANGE; t += step) total += at(t) + at(-t);
  let previous = Number.NaN;
  for (let level = 0; level < LEVELS; level++) {
    step /= 2;
    for (let t = step; t <= RANGE; t += 2 * step) total += at(t) + at(-t);
    const value = total * step * half;
    const change = Math.abs(value - previous);
    if (level > 1 && change <= 1e-11 * (1 + Math.abs(value))) return { v: value, e: 4 * change + 1e-13 * (1 + Math.abs(value)) };
    previous = value;
  }
  return UNKNOWN;
}
