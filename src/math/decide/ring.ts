import { exactRoot, ONE, power as powerQ, type Rational, rational } from '../rational.ts';
import * as P from './polynomial.ts';

export interface Fraction {
  readonly num: P.Polynomial;
  readonly den: P.Polynomial;
}

/** What is known of a generator g: g^degree = num/den. Letters and opaque values have no relation. */
export interface Relation {
  readonly degree: number;
  readonly num: P.Polynomial;
  readonly den: P.Polynomial;
}

/**
 * The field that the expressions of one comparison live in: Q with letters, constants, roots and opaque values adjoined, found by key.
 * `poles` collects every divisor that is not constant. `opaque` is true once a generator was adjoined that may satisfy relations not known here:
 * a difference that is not zero proves nothing then.
 */
export interface Ring {
  readonly generators: Map<string, number>;
  readonly relations: (Relation | null)[];
  /** The real value of a generator that holds no letter, as far as it is known. */
  readonly numbers: (number | null)[];
  readonly letters: ReadonlySet<string>;
  /** Letters that stand for a given number. */
  readonly values: ReadonlyMap<string, Rational>;
  /** Whether a generator has a relation. */
  related: boolean;
  poles: P.Polynomial[];
  opaque: boolean;
}

/** Roots of primes up to the 24th share one generator, so that √2 · ∛2 needs no second look. */
const ROOT_DEGREE = 24;
const LARGEST_TRIAL = 2000n;

const NO_VALUES: ReadonlyMap<string, Rational> = new Map();

export function newRing(letters: readonly string[], values = NO_VALUES): Ring {
  return { generators: new Map(), relations: [], numbers: [], letters: new Set(letters), values, related: false, poles: [], opaque: false };
}

/** The index of the generator with this key, adjoined if new; null when the ring is full. */
export function adjoin(ring: Ring, key: string, relation: Relation | null = null, number: number | null = null): number | null {
  const known = ring.generators.get(key);
  if (known !== undefined) return known;
  if (ring.relations.length >= P.MAX_GENERATORS) return null;
  ring.generators.set(key, ring.relations.length);
  ring.relations.push(relation);
  if (relation !== null) ring.related = true;
  ring.numbers.push(number);
  return ring.relations.length - 1;
}

export function ofPolynomial(num: P.Polynomial): Fraction {
  return { num, den: P.UNIT };
}

export function ofRational(c: Rational): Fraction {
  return ofPolynomial(P.constant(c));
}

/** Lowers every generator's exponent below the degree of its relation. */
function reduce(ring: Ring, a: P.Polynomial): P.Polynomial | null {
  if (!ring.related) return a;
  let result: P.Polynomial | null = a;
  for (let index = ring.relations.length - 1; index >= 0 && result !== null; index--) {
    const relation = ring.relations[index];
    if (!relation || !P.isConstant(relation.den) || P.degreeIn(result, index) < relation.degree) continue;
    result = lower(result, index, relation);
    index = ring.relations.length;
  }
  return result;
}

function lower(a: P.Polynomial, index: number, relation: Relation): P.Polynomial | null {
  const g = P.generator(index);
  const parts = P.coefficientsIn(a, index);
  let high: P.Polynomial = P.NONE;
  let low: P.Polynomial = P.NONE;
  for (let e = parts.length - 1; e >= 0; e--) {
    const part = parts[e] ?? P.NONE;
    const target = e >= relation.degree ? e - relation.degree : e;
    let term: P.Polynomial | null = part;
    for (let k = 0; k < target && term; k++) term = P.multiply(term, g);
    if (!term) return null;
    if (e >= relation.degree) high = P.add(high, term);
    else low = P.add(low, term);
  }
  const lowered = P.multiply(high, relation.num);
  return lowered && P.add(lowered, low);
}

export function multiplyIn(ring: Ring, a: P.Polynomial, b: P.Polynomial): P.Polynomial | null {
  const raw = P.multiply(a, b);
  return raw && reduce(ring, raw);
}

export function addF(ring: Ring, a: Fraction, b: Fraction): Fraction | null {
  if (a.den === b.den) return { num: P.add(a.num, b.num), den: a.den };
  const same = P.ratio(a.den, b.den);
  if (same) return { num: P.add(a.num, P.scale(b.num, same)), den: a.den };
  const left = multiplyIn(ring, a.num, b.den);
  const right = multiplyIn(ring, b.num, a.den);
  const den = multiplyIn(ring, a.den, b.den);
  return left && right && den && { num: P.add(left, right), den };
}

export function subtractF(ring: Ring, a: Fraction, b: Fraction): Fraction | null {
  return a.den === b.den ? { num: P.subtract(a.num, b.num), den: a.den } : addF(ring, a, negateF(b));
}

export function multiplyF(ring: Ring, a: Fraction, b: Fraction): Fraction | null {
  const num = multiplyIn(ring, a.num, b.num);
  const den = a.den === P.UNIT ? b.den : b.den === P.UNIT ? a.den : multiplyIn(ring, a.den, b.den);
  return num && den && { num, den };
}

export function negateF(a: Fraction): Fraction {
  return { num: P.negate(a.num), den: a.den };
}

/** 1/a, noting the divisor; null when a is 0. */
export function invertF(ring: Ring, a: Fraction): Fraction | null {
  if (a.num.size === 0) return null;
  const c = P.constantTerm(a.num);
  if (c && a.num.size === 1) return { num: P.scale(a.den, { n: c.n < 0n ? -c.d : c.d, d: c.n < 0n ? -c.n : c.n }), den: P.UNIT };
  ring.poles.push(a.num);
  return { num: a.den, den: a.num };
}

export function powerF(ring: Ring, a: Fraction, exponent: number): Fraction | null {
  if (exponent < 0) {
    const inverse = invertF(ring, a);
    return inverse && powerF(ring, inverse, -exponent);
  }
  const c = a.den === P.UNIT && P.isConstant(a.num) ? P.constantTerm(a.num) : undefined;
  if (c && exponent <= 512) {
    const value = powerQ(c, exponent);
    return value && ofRational(value);
  }
  if (exponent > P.MAX_DEGREE) return null;
  let result: Fraction | null = ofRational(ONE);
  let square: Fraction | null = a;
  for (let e = exponent; e > 0; e >>= 1) {
    if (e & 1) result = result && square && multiplyF(ring, result, square);
    if (e > 1) square = square && multiplyF(ring, square, square);
  }
  return result;
}

/** value^(1/k) for a positive rational, as a rational times roots of primes. Null when the ring cannot hold it. */
export function rootOfRational(ring: Ring, value: Rational, k: number): Fraction | null {
  const exact = exactRoot(value, k);
  if (exact) return ofRational(exact);
  if (ROOT_DEGREE % k !== 0 || value.n <= 0n) return null;
  let rest = value.n * value.d ** BigInt(k - 1);
  let result: Fraction | null = ofRational(rational(1n, value.d));
  for (let p = 2n; rest > 1n && result; p++) {
    if (p > LARGEST_TRIAL) p = rest;
    let count = 0;
    for (; rest % p === 0n; rest /= p) count++;
    if (count > 0) result = timesRoot(ring, result, p, count, k);
  }
  return result;
}

function timesRoot(ring: Ring, factor: Fraction, prime: bigint, count: number, k: number): Fraction | null {
  const whole = multiplyF(ring, factor, ofRational(rational(prime ** BigInt(Math.floor(count / k)))));
  const left = count % k;
  if (left === 0 || !whole) return whole;
  if (prime > LARGEST_TRIAL && [2, 3, 5].some(j => exactRoot({ n: prime, d: 1n }, j))) return null;
  const value = P.constant(rational(prime));
  const index = adjoin(ring, `root ${prime}`, { degree: ROOT_DEGREE, num: value, den: P.UNIT }, Number(prime) ** (1 / ROOT_DEGREE));
  if (index === null) return null;
  const monomial = [...P.generator(index).keys()][0] ?? 0;
  const exponent = (left * ROOT_DEGREE) / k;
  return multiplyF(ring, whole, ofPolynomial(new Map([[monomial * exponent, ONE]])));
}
