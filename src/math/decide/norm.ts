import { toNumber, ZERO } from '../rational.ts';
import { fromRationals } from './dense.ts';
import * as P from './polynomial.ts';
import type { Ring } from './ring.ts';
import { type Root, realRoots } from './roots.ts';

/**
 * A polynomial without roots and absolute values of the letter that is zero wherever the given one is: each is removed by multiplying with its conjugates. Null where
 * the product grows too large.
 */
function norm(ring: Ring, polynomial: P.Polynomial): P.Polynomial | null {
  let p: P.Polynomial | null = polynomial;
  for (let index = ring.relations.length - 1; index >= 0 && p; index--) {
    const relation = ring.relations[index];
    if (relation && P.degreeIn(p, index) > 0) p = eliminate(p, index, relation);
  }
  return p;
}

/** The real zeros of a polynomial in one letter and constants; null where some cannot be found. */
export function rootsIn(ring: Ring, polynomial: P.Polynomial, letter: number): Root[] | null {
  const p = norm(ring, polynomial);
  if (!p) return null;
  const parts = P.coefficientsIn(p, letter);
  const coefficients = parts.map(part => (P.isConstant(part) ? (P.constantTerm(part) ?? ZERO) : null));
  if (!coefficients.includes(null)) return p.size === 0 ? [] : realRoots(fromRationals(coefficients.filter(c => c !== null)));
  const numbers = parts.map(part => numberOf(ring, part));
  return numbers.includes(null) ? null : numericRoots(numbers.filter(c => c !== null));
}

/** The value of a polynomial in generators of known value. */
function numberOf(ring: Ring, p: P.Polynomial): number | null {
  let total = 0;
  for (const [m, c] of p) {
    let term = toNumber(c);
    for (const [index, number] of ring.numbers.entries()) {
      const e = P.exponentOf(m, index);
      if (e > 0 && number === null) return null;
      if (e > 0) term *= (number ?? 0) ** e;
    }
    total += term;
  }
  return total;
}

/** Zeros of a polynomial up to degree 2 with rounded coefficients; null when its degree or number of zeros is in doubt. */
function numericRoots(c: readonly number[]): Root[] | null {
  const [c0 = 0, c1 = 0, c2 = 0] = c;
  const size = Math.max(...c.map(Math.abs));
  if (c.length > 3 || Math.abs(c.at(-1) ?? 0) < 1e-9 * size) return null;
  if (c.length < 3) return c.length < 2 ? [] : [{ exact: null, v: -c0 / c1 }];
  const d = c1 * c1 - 4 * c0 * c2;
  if (Math.abs(d) < 1e-12 * (c1 * c1 + Math.abs(c0 * c2))) return null;
  if (d < 0) return [];
  const q = -(c1 + (c1 < 0 ? -1 : 1) * Math.sqrt(d)) / 2;
  return [q / c2, q === 0 ? -q : c0 / q].map(v => ({ exact: null, v }));
}

type Known = NonNullable<Ring['relations'][number]>;

/** Lowers the powers of a generator below the degree of its relation, at the price of factors of the relation's denominator. */
function lowered(p: P.Polynomial, index: number, relation: Known): P.Polynomial | null {
  let result: P.Polynomial | null = p;
  while (result && P.degreeIn(result, index) >= relation.degree) {
    const parts = P.coefficientsIn(result, index);
    let low: P.Polynomial | null = P.NONE;
    for (const [e, part] of parts.entries()) {
      const high = e >= relation.degree;
      const scaled = times(part, high ? relation.num : relation.den);
      const placed = times(scaled, P.monomial(index, high ? e - relation.degree : e));
      low = low && placed && P.add(low, placed);
    }
    result = low;
  }
  return result;
}

function eliminate(raw: P.Polynomial, index: number, relation: Known): P.Polynomial | null {
  const p = lowered(raw, index, relation);
  if (!p) return null;
  const parts = P.coefficientsIn(p, index);
  const used = parts.map((part, e) => (part.size > 0 ? e : 0)).reduce(gcdSmall, relation.degree);
  const degree = relation.degree / used;
  const c = parts.filter((_, e) => e % used === 0);
  const at = (k: number): P.Polynomial => c[k] ?? P.NONE;
  const { num, den } = relation;
  if (degree === 2) return minus(times(times(at(0), at(0)), den), times(times(at(1), at(1)), num));
  if (degree === 3) {
    const cube = (x: P.Polynomial) => times(times(x, x), x);
    const mixed = times(times(at(0), at(1)), times(at(2), num));
    const three = mixed && P.scale(times(mixed, den) ?? P.NONE, { n: 3n, d: 1n });
    const first = times(cube(at(0)), times(den, den));
    const second = times(cube(at(1)), times(num, den));
    const third = times(cube(at(2)), times(num, num));
    return first && second && third && three && P.subtract(P.add(P.add(first, second), third), three);
  }
  if (c.filter(part => part.size > 0).length <= 2) return binomialNorm(c, degree, num, den);
  return null;
}

/** a + b·g with g^k = u: the norm is a^k − (−b)^k·u. */
function binomialNorm(c: readonly P.Polynomial[], degree: number, num: P.Polynomial, den: P.Polynomial): P.Polynomial | null {
  const top = c.length - 1;
  if (top !== 1) return null;
  const left = times(powerOf(c[0] ?? P.NONE, degree), den);
  const right = times(powerOf(P.negate(c[1] ?? P.NONE), degree), num);
  return minus(left, right);
}

function powerOf(a: P.Polynomial, k: number): P.Polynomial | null {
  let p: P.Polynomial | null = P.UNIT;
  for (let i = 0; i < k; i++) p = times(p, a);
  return p;
}

function gcdSmall(a: number, b: number): number {
  return b === 0 ? a : gcdSmall(b, a % b);
}

function times(a: P.Polynomial | null, b: P.Polynomial | null): P.Polynomial | null {
  return a && b && P.multiply(a, b);
}

function minus(a: P.Polynomial | null, b: P.Polynomial | null): P.Polynomial | null {
  return a && b && P.subtract(a, b);
}
