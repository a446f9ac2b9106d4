import type { Expr } from '../expr.ts';
import { type Rational, rational, toNumber } from '../rational.ts';
import { realAlong } from './along.ts';
import { type Approx, isKnown, isUndefined } from './approx.ts';
import { exact } from './exact.ts';
import { real } from './real.ts';
import type { Root } from './roots.ts';

/** The grid of a numeric search: fine around 0, growing away from it. */
const GRID: readonly number[] = grid();

function grid(): number[] {
  const positive: number[] = [];
  for (let x = 1 / 64; x < 8; x += 1 / 8) positive.push(x + 0.00137);
  for (let x = 8; x < 20; x += 1 / 4) positive.push(x + 0.00137);
  for (let x = 20; x < 2000; x *= 1.2) positive.push(x + 0.00137);
  return [...positive.map(x => -x).reverse(), 0.0007, ...positive];
}

/** Zeros and ends of the domain of left − right, found numerically by changes of sign and touching minima. May miss some. */
export function scan(left: Expr, right: Expr, letter: string, fixed: ReadonlyMap<string, Rational>): Root[] {
  const [l, r] = [realAlong(left, letter, fixed), realAlong(right, letter, fixed)];
  const f = (x: number): number => gap(l(x), r(x));
  const crossing = (at: number, size: number): Root =>
    Math.abs(f(at)) > 1e3 * size || Number.isNaN(f(at)) ? { exact: null, v: at, pole: true } : polish(at, left, right, letter, fixed);
  const roots: Root[] = [];
  let x0 = Number.NaN;
  let f0 = Number.NaN;
  let before = Number.NaN;
  for (const x of GRID) {
    const y = f(x);
    if (y === Number.POSITIVE_INFINITY) {
      [before, x0, f0] = [Number.NaN, Number.NaN, Number.NaN];
      continue;
    }
    if (y === 0) roots.push(polish(x, left, right, letter, fixed));
    else if (Number.isNaN(y) !== Number.isNaN(f0) && !Number.isNaN(x0)) roots.push(polish(edge(f, x0, x), left, right, letter, fixed));
    else if (y * f0 < 0) roots.push(crossing(bisect(f, x0, x), Math.abs(y) + Math.abs(f0)));
    else if (f0 * y > 0 && f0 * before > 0 && Math.abs(f0) < Math.abs(y) && Math.abs(f0) < Math.abs(before)) {
      const touching = lowest(f, x0 - (x - x0), x);
      if (Math.abs(f(touching)) < 1e-9) roots.push({ ...polish(touching, left, right, letter, fixed), rough: true });
    }
    before = f0;
    x0 = x;
    f0 = y;
  }
  return roots;
}

/** left − right; NaN where a side is not defined, infinite where it cannot be told. */
function gap(l: Approx, r: Approx): number {
  if (isUndefined(l) || isUndefined(r)) return Number.NaN;
  return isKnown(l) && isKnown(r) ? l.v - r.v : Number.POSITIVE_INFINITY;
}

function bisect(f: (x: number) => number, low: number, high: number): number {
  let [l, h] = [low, high];
  const rising = f(l) < 0;
  for (let k = 0; k < 80; k++) {
    const m = (l + h) / 2;
    if (m === l || m === h) return m;
    const y = f(m);
    if (y === 0) return m;
    if (y < 0 === rising) l = m;
    else h = m;
  }
  return (l + h) / 2;
}

/** The end of the domain between a point inside it and one outside. */
function edge(f: (x: number) => number, low: number, high: number): number {
  let [l, h] = [low, high];
  const inside = Number.isNaN(f(l));
  for (let k = 0; k < 80; k++) {
    const m = (l + h) / 2;
    if (m === l || m === h) return m;
    if (Number.isNaN(f(m)) === inside) l = m;
    else h = m;
  }
  return (l + h) / 2;
}

function lowest(f: (x: number) => number, low: number, high: number): number {
  let [l, h] = [low, high];
  for (let k = 0; k < 60; k++) {
    const [a, b] = [l + (h - l) / 3, h - (h - l) / 3];
    if (Math.abs(f(a)) < Math.abs(f(b))) h = b;
    else l = a;
  }
  return (l + h) / 2;
}

/** A numeric zero next to a short fraction that is an exact zero, or an exact end of the domain, is that fraction. */
function polish(x: number, left: Expr, right: Expr, letter: string, fixed: ReadonlyMap<string, Rational>): Root {
  for (const d of [1, 2, 3, 4, 5, 6, 10, 60]) {
    const n = Math.round(x * d);
    if (Math.abs(x * d - n) > 1e-7 * d) continue;
    const candidate = rational(BigInt(n), BigInt(d));
    const at = new Map([...fixed, [letter, candidate]]);
    const l = exact(left, at);
    const r = exact(right, at);
    if (l === null || r === null) {
      const env = new Map<string, number>([...at].map(([name, v]) => [name, toNumber(v)]));
      const found = gap(real(left, env), real(right, env));
      if (Math.abs(found) < 1e-12 || Number.isNaN(found)) return { exact: candidate, v: n / d };
    } else if (l === 'undefined' || r === 'undefined' || (l.n === r.n && l.d === r.d)) return { exact: candidate, v: n / d };
  }
  return { exact: null, v: x };
}
