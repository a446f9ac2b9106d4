import type { Expr, SeriesExpr } from '../expr.ts';
import { type Approx, isKnown, UNKNOWN } from './approx.ts';
import { extrapolate } from './limit.ts';
import type { RealEnv } from './real.ts';

type Evaluate = (expr: Expr, env: RealEnv) => Approx;

const MAX_TERMS = 1024;

/** A sum without end: its partial sums where the terms die out, else their limit extrapolated over 16, 32, … terms; unknown where neither settles. */
export function infiniteSum(expr: SeriesExpr, lower: number, env: RealEnv, evaluate: Evaluate): Approx {
  const inner = new Map(env);
  const partial: number[] = [];
  let total = 0;
  for (let k = 0; k < MAX_TERMS; k++) {
    inner.set(expr.variable, lower + k);
    const term = evaluate(expr.body, inner);
    if (!isKnown(term)) return UNKNOWN;
    total += term.v;
    if (k > 8 && Math.abs(term.v) < 1e-17 * Math.abs(total)) return { v: total, e: 1e-13 * Math.abs(total) };
    if (k + 1 >= 16 && Number.isInteger(Math.log2(k + 1))) partial.push(total);
  }
  return extrapolate(partial) ?? UNKNOWN;
}
