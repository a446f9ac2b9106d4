import { compare, exactRoot, type Rational, rational, toNumber } from '../rational.ts';
import { type Dense, derivative, isUnwieldy, pseudoRemainder, signAt, squarefree } from './dense.ts';

/** A real root: exact when rational, and always as the nearest double. */
export interface Root {
  readonly exact: Rational | null;
  readonly v: number;
  /** A place where the sides run off to infinity: it parts two stretches, and has no truth of its own to compare. */
  readonly pole?: true;
  /** Known only to half of the digits: found where the sides touch without crossing. */
  readonly rough?: true;
}

/** Binary digits to which an irrational root is pinned down. */
const PRECISION = 64n;

/**
 * All real roots of a polynomial other than 0, each once, in increasing order. Proved complete by Sturm's theorem. Null for a polynomial too large to
 * find them in moderate time.
 */
export function realRoots(polynomial: Dense): Root[] | null {
  if (polynomial.length <= 3) return rootsOf(polynomial);
  return isUnwieldy(polynomial) ? null : rootsOf(squarefree(polynomial));
}

function rootsOf(a: Dense): Root[] {
  if (a.length <= 1) return [];
  if (a.length === 2) return [exactly(rational(-(a[0] ?? 0n), a[1] ?? 1n))];
  if (a.length === 3) return quadratic(a[0] ?? 0n, a[1] ?? 0n, a[2] ?? 1n);
  if (a[0] === 0n) return [...rootsOf(a.slice(1)), exactly(rational(0))].sort((x, y) => x.v - y.v);
  return isolate(a);
}

function exactly(r: Rational): Root {
  return { exact: r, v: toNumber(r) };
}

function quadratic(c: bigint, b: bigint, a: bigint): Root[] {
  const discriminant = b * b - 4n * a * c;
  if (discriminant < 0n) return [];
  if (discriminant === 0n) return [exactly(rational(-b, 2n * a))];
  const root = exactRoot({ n: discriminant, d: 1n }, 2);
  if (root) {
    const both = [rational(-b - root.n, 2n * a), rational(-b + root.n, 2n * a)].sort(compare);
    return both.map(exactly);
  }
  return isolate([c, b, a]);
}

function sturmChain(a: Dense): Dense[] {
  const chain: Dense[] = [a, derivative(a)];
  for (;;) {
    const r = pseudoRemainder(chain[chain.length - 2] ?? [], chain[chain.length - 1] ?? []);
    if (r.length === 0) return chain;
    chain.push(r.map(c => -c));
  }
}

function changes(signs: readonly number[]): number {
  let count = 0;
  let last = 0;
  for (const s of signs) {
    if (s !== 0 && last !== 0 && s !== last) count++;
    if (s !== 0) last = s;
  }
  return count;
}

/** Splits a range that holds all real roots until each part holds one, then halves it down. End points are n/2^k. */
function isolate(a: Dense): Root[] {
  const chain = sturmChain(a);
  const at = (n: bigint, k: bigint) => changes(chain.map(p => signAt(p, n, 1n << k)));
  let bound = 1n;
  const lead = a[a.length - 1] ?? 1n;
  const sizes = a.reduce((total, c) => total + (c < 0n ? -c : c), 0n);
  while (bound * (lead < 0n ? -lead : lead) <= sizes) bound *= 2n;
  bound *= 2n;
  const found: Root[] = [];
  const split = (low: bigint, high: bigint, k: bigint, atLow: number, atHigh: number): void => {
    if (atLow === atHigh) return;
    if (atLow - atHigh === 1) {
      found.push(refine(a, low, high, k));
      return;
    }
    const middle = low + high;
    const inside = at(middle, k + 1n);
    split(2n * low, middle, k + 1n, atLow, inside);
    split(middle, 2n * high, k + 1n, inside, atHigh);
  };
  split(-bound, bound, 0n, at(-bound, 0n), at(bound, 0n));
  return found;
}

/** The one root in (low, high]·2^−k. */
function refine(a: Dense, low: bigint, high: bigint, k: bigint): Root {
  let l = low;
  let h = high;
  let e = k;
  if (signAt(a, h, 1n << e) === 0) return exactly(rational(h, 1n << e));
  const above = signAt(a, h, 1n << e);
  while (e < k + 8n || (h < 0n ? -h : h) < 1n << PRECISION) {
    const m = l + h;
    e += 1n;
    const s = signAt(a, m, 1n << e);
    if (s === 0) return exactly(rational(m, 1n << e));
    [l, h] = s === above ? [2n * l, m] : [m, 2n * h];
    if (e > k + 2000n) break;
  }
  return rationalNear(a, l, h, e) ?? { exact: null, v: toNumber(rational(l + h, 1n << (e + 1n))) };
}

/** By the rational root theorem the denominator of a rational root divides the leading coefficient. */
function rationalNear(a: Dense, l: bigint, h: bigint, e: bigint): Root | null {
  const lead = a[a.length - 1] ?? 1n;
  const d = lead < 0n ? -lead : lead;
  const scaled = ((l + h) * d) >> e;
  const n = (scaled + 1n) >> 1n;
  return signAt(a, n, d) === 0 ? exactly(rational(n, d)) : null;
}
