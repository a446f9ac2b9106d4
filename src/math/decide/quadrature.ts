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
  if (Number.isNaN(lower.v) || Number.isNaN(upper.v)) return UNKNOWN;
  if (lower.v === upper.v) return { v: 0, e: lower.e + upper.e };
  const inner = new Map(env);
  const path = pathBetween(lower.v, upper.v);
  // Far out the integrand may underflow, or the point run into a bound: what counts there is too little to see.
  const tail = Number.isFinite(lower.v) && Number.isFinite(upper.v) ? 2.5 : 1;
  const at = (t: number): number => {
    const [x, weight] = path(t);
    inner.set(expr.variable, x);
    const f = evaluate(expr.body, inner);
    return isKnown(f) ? f.v * weight : Math.abs(t) > tail ? 0 : Number.NaN;
  };
  let step = 1;
  let total = at(0);
  for (let t = step; t <= RANGE; t += step) total += at(t) + at(-t);
  let previous = Number.NaN;
  for (let level = 0; level < LEVELS; level++) {
    step /= 2;
    for (let t = step; t <= RANGE; t += 2 * step) total += at(t) + at(-t);
    const value = total * step;
    const change = Math.abs(value - previous);
    if (level > 1 && change <= 1e-11 * (1 + Math.abs(value))) return { v: value, e: 4 * change + 1e-12 * (1 + Math.abs(value)) };
    if (level === LEVELS - 1 && change <= 1e-8 * (1 + Math.abs(value))) return { v: value, e: 20 * change + 1e-8 * Math.abs(value) };
    previous = value;
  }
  return UNKNOWN;
}

/** A double-exponential path from one bound to the other, either of which may be infinite: the point and the weight at parameter t. */
function pathBetween(lower: number, upper: number): (t: number) => readonly [number, number] {
  const quarter = Math.PI / 2;
  if (Number.isFinite(lower) && Number.isFinite(upper)) {
    const half = (upper - lower) / 2;
    return t => {
      const s = quarter * Math.sinh(t);
      // Measured from the nearer bound, so that a singularity there keeps its digits.
      const distance = half * (2 / (1 + Math.exp(2 * Math.abs(s))));
      return [t < 0 ? lower + distance : upper - distance, (half * quarter * Math.cosh(t)) / Math.cosh(s) ** 2];
    };
  }
  if (!Number.isFinite(lower) && !Number.isFinite(upper)) {
    const direction = Math.sign(upper - lower);
    return t => {
      const s = quarter * Math.sinh(t);
      return [direction * Math.sinh(s), direction * quarter * Math.cosh(t) * Math.cosh(s)];
    };
  }
  const from = Number.isFinite(lower) ? lower : upper;
  const direction = Number.isFinite(lower) ? Math.sign(upper) : Math.sign(lower);
  const sense = Number.isFinite(lower) ? direction : -direction;
  return t => {
    const s = Math.exp(quarter * Math.sinh(t));
    return [from + direction * s, sense * s * quarter * Math.cosh(t)];
  };
}
