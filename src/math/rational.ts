/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const MINUS_ONE: Rational = { n: -1n, d: 1n };

/** Greatest common divisor of two integers, not negative. Small operands take the way through doubles, which is several times faster. */
export function gcdBig(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y > 9007199254740991n) {
    [x, y] = [y, x % y];
  }
  if (y === 0n) return x;
  let p = Number(y);
  let q = x > 9007199254740991n ? Number(x % y) : Number(x) % p;
  while (q !== 0) {
    const r = p % q;
    p = q;
    q = r;
  }
  return BigInt(p);
}

/** The fraction n/d in lowest terms. Throws a RangeError when d is 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const num = typeof n === 'bigint' ? n : BigInt(n);
  const den = typeof d === 'bigint' ? d : BigInt(d);
  if (den === 1n) return { n: num, d: 1n };
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const g = gcdBig(num, den);
  return den < 0n ? { n: -num / g, d: -den / g } : { n: num / g, d: den / g };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  if (a.d === b.d) return rational(a.n + b.n, a.d);
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return rational(a.n * b.n, a.d * b.d);
}

/** The quotient, or null when b is 0. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  return rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? { n: -a.n, d: a.d } : a;
}

/** Integer power; null for 0 to a power below 1 (0^0 has no agreed value). Cost grows with `exponent`: callers bound it. */
export function power(a: Rational, exponent: number): Rational | null {
  if (exponent === 0) return a.n === 0n ? null : ONE;
  if (exponent > 0) return { n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) };
  if (a.n === 0n) return null;
  const e = BigInt(-exponent);
  return a.n < 0n ? { n: (-a.d) ** e, d: (-a.n) ** e } : { n: a.d ** e, d: a.n ** e };
}

/** -1, 0 or 1. */
export function sign(a: Rational): number {
  return a.n > 0n ? 1 : a.n < 0n ? -1 : 0;
}

/** Negative, 0 or positive as a is below, at or above b. */
export function compare(a: Rational, b: Rational): number {
  const l = a.n * b.d;
  const r = b.n * a.d;
  return l < r ? -1 : l > r ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

/** Largest integer not above a. */
export function floor(a: Rational): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}

/** Nearest integer, halves away from zero. */
export function round(a: Rational): bigint {
  const half = floor({ n: 2n * (a.n < 0n ? -a.n : a.n) + a.d, d: 2n * a.d });
  return a.n < 0n ? -half : half;
}

/** The integer square root, rounded down. */
function rootBig(value: bigint, k: bigint): bigint {
  if (value < 2n) return value;
  if (value < 1n << 50n) return BigInt(rootSmall(Number(value), Number(k)));
  let x = 1n << (BigInt(value.toString(2).length) / k + 1n);
  for (;;) {
    const y = ((k - 1n) * x + value / x ** (k - 1n)) / k;
    if (y >= x) return x;
    x = y;
  }
}

function rootSmall(value: number, k: number): number {
  let x = Math.round(value ** (1 / k));
  while (x ** k > value) x--;
  while ((x + 1) ** k <= value) x++;
  return x;
}

/** The exact real k-th root (k ≥ 1), or null when it is not rational. Odd roots of negative numbers are negative. */
export function exactRoot(a: Rational, k: number): Rational | null {
  if (a.n < 0n) {
    if (k % 2 === 0) return null;
    const r = exactRoot(negate(a), k);
    return r && negate(r);
  }
  const big = BigInt(k);
  const n = rootBig(a.n, big);
  if (n ** big !== a.n) return null;
  const d = rootBig(a.d, big);
  return d ** big === a.d ? { n, d } : null;
}

/** Reads `12`, `-0.50`, `.5`, `1e3`; null for anything else. */
export function parseDecimal(text: string): Rational | null {
  const m = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!m) return null;
  const fraction = m[3] ?? '';
  const digits = (m[2] ?? '') + fraction;
  if (digits === '') return null;
  const n = BigInt(digits) * (m[1] === '-' ? -1n : 1n);
  const shift = Number(m[4] ?? 0) - fraction.length;
  return shift >= 0 ? { n: n * 10n ** BigInt(shift), d: 1n } : rational(n, 10n ** BigInt(-shift));
}

/** The nearest double, also where numerator and denominator are beyond the range of doubles. */
export function toNumber(a: Rational): number {
  const n = Number(a.n);
  const d = Number(a.d);
  if (Number.isFinite(n) && Number.isFinite(d)) return n / d;
  const excess = BigInt(Math.max(0, a.d.toString(2).length - 600));
  const top = Number(a.n >> excess);
  return Number.isFinite(top) ? top / Number(a.d >> excess) : Number(a.n / a.d);
}

/** The exact value of a finite double. */
export function fromNumber(x: number): Rational {
  if (Number.isInteger(x)) return { n: BigInt(x), d: 1n };
  let scaled = x;
  let d = 1n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    d *= 2n;
  }
  return rational(BigInt(scaled), d);
}

/** `3/4`, `-2`: what a student would write. */
export function printRational(a: Rational): string {
  return a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`;
}
