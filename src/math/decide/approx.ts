import { type Rational, toNumber } from '../rational.ts';

/**
 * A double with a bound on its error. `v` NaN with `e` 0 means: no real value here. `v` NaN with `e` infinite means: cannot tell.
 * NaN goes through every operation, and an operation that meets both keeps 'cannot tell'.
 */
export interface Approx {
  readonly v: number;
  readonly e: number;
}

export const UNDEFINED: Approx = { v: Number.NaN, e: 0 };
export const UNKNOWN: Approx = { v: Number.NaN, e: Number.POSITIVE_INFINITY };
/** Unit roundoff with a little room for functions that are not rounded correctly. */
export const EPS = 2.3e-16;

/** A positive value below this may have underflowed: it is not known, and above all not 0. */
const SMALLEST = 1e-290;

export function exactly(v: number): Approx {
  return { v, e: 0 };
}

export function scaled(v: number): Approx {
  return { v, e: Math.abs(v) * EPS };
}

/** True where the expression certainly has no real value. */
export function isUndefined(a: Approx): boolean {
  return Number.isNaN(a.v) && a.e === 0;
}

export function isKnown(a: Approx): boolean {
  return Number.isFinite(a.v) && Number.isFinite(a.e);
}

/**
 * base^exponent over the reals. A rational exponent is passed exactly, since whether a negative base is allowed hangs on its denominator.
 */
export function realPower(base: Approx, exponent: Rational | Approx): Approx {
  if (Number.isNaN(base.v)) return base;
  if ('d' in exponent) return knownPower(exponent)(base);
  if (Number.isNaN(exponent.v)) return exponent;
  if (exponent.e === 0 && Number.isInteger(exponent.v) && Number.isSafeInteger(exponent.v)) {
    return rationalPower({ n: BigInt(exponent.v), d: 1n })(base);
  }
  if (base.v < -base.e) return exponent.e === 0 ? UNDEFINED : UNKNOWN;
  if (base.v <= base.e) return base.v === 0 && base.e === 0 && exponent.v > exponent.e ? exactly(0) : UNKNOWN;
  return positivePower(base, exponent);
}

const powers = new WeakMap<Rational, (base: Approx) => Approx>();

/** An exponent that stands in an expression comes again with every value of the base. */
function knownPower(exponent: Rational): (base: Approx) => Approx {
  const before = powers.get(exponent);
  if (before) return before;
  const power = rationalPower(exponent);
  powers.set(exponent, power);
  return power;
}

/** What `realPower` gives for one rational exponent, for many bases. */
export function rationalPower(exponent: Rational): (base: Approx) => Approx {
  const x = toNumber(exponent);
  const even = exponent.n % 2n === 0n;
  const isRoot = exponent.d % 2n === 0n;
  const power = exponent.d === 1n ? exactly(x) : scaled(x);
  return base => {
    if (Number.isNaN(base.v)) return base;
    if (base.v === 0 && base.e === 0) return x > 0 ? exactly(0) : UNDEFINED;
    if (x === 0) return Math.abs(base.v) > base.e ? exactly(1) : UNKNOWN;
    if (isRoot) {
      if (base.v < -base.e) return UNDEFINED;
      return base.v <= base.e ? UNKNOWN : positivePower(base, power);
    }
    const size = Math.abs(base.v);
    if (size <= base.e) return x > 0 ? { v: 0, e: (size + base.e) ** x } : UNKNOWN;
    const p = positivePower({ v: size, e: base.e }, power);
    return { v: base.v < 0 && !even ? -p.v : p.v, e: p.e };
  };
}

function positivePower(base: Approx, exponent: Approx): Approx {
  const v = base.v ** exponent.v;
  const relative = (Math.abs(exponent.v) * base.e) / (base.v - base.e) + Math.abs(Math.log(base.v)) * exponent.e;
  const e = v * (relative * (1 + relative) + 2 * EPS);
  return Number.isFinite(v) && v > SMALLEST ? { v, e } : UNKNOWN;
}
