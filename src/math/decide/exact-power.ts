import { exactRoot, isZero, ONE, power, type Rational, ZERO } from '../rational.ts';
import type { Exact } from './exact.ts';

/** Results of more bits than this are not computed: `9^9^9^9` stays unknown. */
const MAX_BITS = 20_000;

function bits(x: bigint): number {
  return (x < 0n ? -x : x).toString(16).length * 4;
}

/**
 * base^exponent over the reals by school convention: a negative base is allowed where the exponent's denominator is odd
 * ((−8)^(1/3) = −2), 0^0 and 0^(−n) are undefined.
 */
export function exactPower(base: Rational, exponent: Rational): Exact {
  if (isZero(base)) return exponent.n > 0n ? ZERO : 'undefined';
  if (exponent.n === 0n || (base.n === 1n && base.d === 1n)) return ONE;
  if (base.n < 0n && exponent.d % 2n === 0n) return 'undefined';
  if (exponent.d > 64n) return null;
  const root = exponent.d === 1n ? base : exactRoot(base, Number(exponent.d));
  if (root === null) return null;
  if (root.d === 1n && (root.n === 1n || root.n === -1n)) return exponent.n % 2n === 0n ? ONE : root;
  const size = Math.max(bits(root.n), bits(root.d));
  if (exponent.n > BigInt(MAX_BITS) || exponent.n < -BigInt(MAX_BITS) || size * Math.abs(Number(exponent.n)) > MAX_BITS) return null;
  return power(root, Number(exponent.n));
}
