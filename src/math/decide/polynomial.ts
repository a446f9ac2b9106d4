import { add as addQ, isZero, multiply as multiplyQ, negate as negateQ, ONE, type Rational } from '../rational.ts';

/**
 * A polynomial over Q in up to 7 generators: packed exponents → coefficient, no zero coefficients. The exponent of generator k stands in bits
 * 7k … 7k+6 of the key, so that multiplying monomials adds their keys. Exponents stay below 64: a product of two cannot run over.
 */
export type Polynomial = ReadonlyMap<number, Rational>;

export const MAX_GENERATORS = 7;
export const MAX_DEGREE = 63;
const BASE = 128;
const UNITS: readonly number[] = Array.from({ length: MAX_GENERATORS }, (_, k) => BASE ** k);

export const NONE: Polynomial = new Map();
export const UNIT: Polynomial = new Map([[0, ONE]]);

export function constant(c: Rational): Polynomial {
  return isZero(c) ? NONE : new Map([[0, c]]);
}

export function generator(index: number): Polynomial {
  return new Map([[UNITS[index] ?? 0, ONE]]);
}

/** A power of one generator. */
export function monomial(index: number, exponent: number): Polynomial {
  return new Map([[(UNITS[index] ?? 0) * exponent, ONE]]);
}

export function exponentOf(monomial: number, index: number): number {
  return Math.floor(monomial / (UNITS[index] ?? 1)) % BASE;
}

/** The monomial without generator `index`. */
function without(monomial: number, index: number): number {
  return monomial - exponentOf(monomial, index) * (UNITS[index] ?? 0);
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const sum = new Map(a);
  b.forEach((c, m) => {
    accumulate(sum, m, c);
  });
  return sum;
}

function accumulate(into: Map<number, Rational>, monomial: number, c: Rational): void {
  const old = into.get(monomial);
  if (old === undefined) {
    into.set(monomial, c);
    return;
  }
  const total = addQ(old, c);
  if (isZero(total)) into.delete(monomial);
  else into.set(monomial, total);
}

export function negate(a: Polynomial): Polynomial {
  return mapped(a, negateQ);
}

/** `change` makes no coefficient 0. */
function mapped(a: Polynomial, change: (c: Rational) => Rational): Polynomial {
  const result = new Map<number, Rational>();
  a.forEach((c, m) => {
    result.set(m, change(c));
  });
  return result;
}

export function subtract(a: Polynomial, b: Polynomial): Polynomial {
  if (b.size === 0) return a;
  const difference = new Map(a);
  b.forEach((c, m) => {
    accumulate(difference, m, negateQ(c));
  });
  return difference;
}

export function scale(a: Polynomial, c: Rational): Polynomial {
  if (isZero(c)) return NONE;
  return mapped(a, k => multiplyQ(k, c));
}

/** The product; null when an exponent or the number of terms would leave the bounds of the representation. */
export function multiply(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a === UNIT) return b;
  if (b === UNIT) return a;
  if (a.size * b.size > 40_000) return null;
  const product = new Map<number, Rational>();
  let bounded = true;
  a.forEach((c, m) => {
    b.forEach((d, n) => {
      accumulate(product, m + n, multiplyQ(c, d));
      bounded &&= m + n <= MAX_DEGREE || inBounds(m + n);
    });
  });
  return bounded ? product : null;
}

function inBounds(monomial: number): boolean {
  for (let m = monomial; m > 0; m = Math.floor(m / BASE)) if (m % BASE > MAX_DEGREE) return false;
  return true;
}

export function degreeIn(a: Polynomial, index: number): number {
  let degree = 0;
  for (const m of a.keys()) degree = Math.max(degree, exponentOf(m, index));
  return degree;
}

/** The coefficients of the powers of one generator, lowest first, each a polynomial in the others. */
export function coefficientsIn(a: Polynomial, index: number): Polynomial[] {
  const parts: Map<number, Rational>[] = Array.from({ length: degreeIn(a, index) + 1 }, () => new Map());
  for (const [m, c] of a) parts[exponentOf(m, index)]?.set(without(m, index), c);
  return parts;
}

export function isConstant(a: Polynomial): boolean {
  return a.size === 0 || (a.size === 1 && a.has(0));
}

export function constantTerm(a: Polynomial): Rational | undefined {
  return a.get(0);
}

/** The c with a = c·b, or null when b is not a multiple of a by a non-zero constant. */
export function ratio(a: Polynomial, b: Polynomial): Rational | null {
  if (a.size !== b.size || a.size === 0) return null;
  let c: Rational | null = null;
  for (const [m, x] of a) {
    const y = b.get(m);
    if (!y) return null;
    if (c === null) c = multiplyQ(x, y.n < 0n ? { n: -y.d, d: -y.n } : { n: y.d, d: y.n });
    else if (x.n * y.d * c.d !== c.n * y.n * x.d) return null;
  }
  return c;
}

/** A text that is the same for equal polynomials. */
export function key(a: Polynomial): string {
  return [...a]
    .sort((x, y) => x[0] - y[0])
    .map(([m, c]) => `${m}:${c.n}/${c.d}`)
    .join('+');
}
