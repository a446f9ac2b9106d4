import type { Expr, LimitExpr } from '../expr.ts';
import { type Approx, isKnown, isUndefined, UNKNOWN } from './approx.ts';
import type { RealEnv } from './real.ts';

/** Distances 2^−k on approach. */
const FIRST = 2;
const LAST = 14;
/** How far a slow approach is followed. */
const FAR = 44;

type Evaluate = (expr: Expr, env: RealEnv) => Approx;

/**
 * A limit from values on approach, extrapolated in the distance (Richardson, powers of 1/2). Known only when the last extrapolations agree closely and,
 * for a two-sided limit, both sides do; the error bound is generous, so a limit near another number is never taken to differ from it.
 */
export function limitOf(expr: LimitExpr, env: RealEnv, evaluate: Evaluate): Approx {
  const point = evaluate(expr.point, env).v;
  if (Number.isNaN(point)) return UNKNOWN;
  const sides = !Number.isFinite(point) ? [Math.sign(point)] : expr.side === 'above' ? [1] : expr.side === 'below' ? [-1] : [1, -1];
  const inner = new Map(env);
  let result: Approx | null = null;
  for (const side of sides) {
    const values: number[] = [];
    let outside = sides.length > 1;
    for (let k = FIRST; k <= LAST; k++) {
      const h = 2 ** -k;
      inner.set(expr.variable, Number.isFinite(point) ? point + side * h : side / h);
      const f = evaluate(expr.body, inner);
      if (outside && isUndefined(f)) continue;
      outside = false;
      if (!isKnown(f) || f.e > 1e-10 * (1 + Math.abs(f.v))) break;
      values.push(f.v);
    }
    // A side on which there is nothing does not count.
    if (outside) continue;
    const near = extrapolate(values);
    const one = near !== null && near.e < 1e-8 ? near : (settled(expr, inner, point, side, evaluate) ?? near);
    if (one === null || (result !== null && Math.abs(result.v - one.v) > 1e-5 * (1 + Math.abs(one.v)))) return UNKNOWN;
    result = one;
  }
  return result ?? UNKNOWN;
}

/** The values far along a slow approach, `x ln x` or `(ln x)/x`: the last of them when they have come to rest. */
function settled(expr: LimitExpr, env: Map<string, number | Approx>, point: number, side: number, evaluate: Evaluate): Approx | null {
  const values: number[] = [];
  for (let k = FAR - 12; k <= FAR; k++) {
    env.set(expr.variable, Number.isFinite(point) ? point + side * 2 ** -k : side * 2 ** k);
    const f = evaluate(expr.body, env);
    if (!isKnown(f) || f.e > 1e-10 * (1 + Math.abs(f.v))) return null;
    values.push(f.v);
  }
  const spread = (part: readonly number[]): number => Math.max(...part) - Math.min(...part);
  const [before, after] = [spread(values.slice(0, 6)), spread(values.slice(-6))];
  const last = values.at(-1);
  if (last === undefined || after > 1e-8 * (1 + Math.abs(last)) || after > before / 8) return null;
  return { v: last, e: 20 * after + 1e-10 * (1 + Math.abs(last)) };
}

/** Richardson extrapolation of values at distances that halve each time; null when it does not settle. */
export function extrapolate(values: readonly number[]): Approx | null {
  if (values.length < 6) return null;
  let row = [...values];
  let best: Approx | null = null;
  for (let order = 1; order <= 6; order++) {
    const factor = 2 ** order;
    row = row.slice(1).map((v, i) => (factor * v - (row[i] ?? v)) / (factor - 1));
    const last = row.at(-1);
    const before = row.at(-2);
    if (last === undefined || before === undefined) break;
    const change = Math.abs(last - before);
    if (best === null || change < best.e) best = { v: last, e: change };
  }
  if (best === null || best.e > 1e-8 * (1 + Math.abs(best.v))) return null;
  return { v: best.v, e: 20 * best.e + 1e-10 * (1 + Math.abs(best.v)) };
}
