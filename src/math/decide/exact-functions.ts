import {
  absolute,
  compare,
  floor,
  gcdBig,
  isZero,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  round,
  subtract,
  ZERO,
} from '../rational.ts';
import type { Exact } from './exact.ts';
import { exactPower } from './exact-power.ts';

type ExactFunction = (args: readonly Rational[]) => Exact;

const MAX_FACTORIAL = 1000n;

function unary(f: (x: Rational) => Exact): ExactFunction {
  return ([x]) => (x ? f(x) : null);
}

function binary(f: (x: Rational, y: Rational) => Exact): ExactFunction {
  return ([x, y]) => (x && y ? f(x, y) : null);
}

/** A function with one known rational value and otherwise irrational or unknown ones. */
function knownAt(point: Rational, value: Rational): ExactFunction {
  return unary(x => (x.n === point.n && x.d === point.d ? value : null));
}

function falling(from: bigint, count: bigint): Rational {
  let product = 1n;
  for (let k = 0n; k < count; k++) product *= from - k;
  return rational(product);
}

/** Whole non-negative n and k with n in range, else null for 'beyond the limit' or 'undefined'. */
function counted(n: Rational, k: Rational): [bigint, bigint] | 'undefined' | null {
  if (n.d !== 1n || k.d !== 1n || n.n < 0n || k.n < 0n) return 'undefined';
  return n.n > MAX_FACTORIAL ? null : [n.n, k.n];
}

/** The exponent y with base^y = x when it is a fraction with a small denominator. */
function exactLog(x: Rational, base: Rational): Exact {
  if (x.n <= 0n || base.n <= 0n || compare(base, ONE) === 0) return 'undefined';
  const guess = logOf(x) / logOf(base);
  for (const d of [1, 2, 3, 4, 6]) {
    const n = Math.round(guess * d);
    if (Math.abs(guess * d - n) > 1e-9 || Math.abs(n) > 2000) continue;
    const exponent = rational(n, d);
    const whole = exactPower(base, rational(n));
    const target = exactPower(x, rational(d));
    if (whole && target && whole !== 'undefined' && target !== 'undefined' && compare(whole, target) === 0) return exponent;
  }
  return null;
}

function logOf(x: Rational): number {
  return logBig(x.n) - logBig(x.d);
}

function logBig(x: bigint): number {
  const shift = Math.max(0, x.toString(16).length * 4 - 900);
  return Math.log(Number(x >> BigInt(shift))) + shift * Math.LN2;
}

function extremum(direction: number): ExactFunction {
  return args => (args.length === 0 ? null : args.reduce((m, x) => (compare(x, m) * direction > 0 ? x : m)));
}

function modulo(x: Rational, m: Rational): Exact {
  if (isZero(m)) return 'undefined';
  const q = rational(floor(rational(x.n * m.d, x.d * m.n)));
  return subtract(x, multiply(m, q));
}

function integers(f: (a: bigint, b: bigint) => bigint): ExactFunction {
  return args => {
    if (args.some(x => x.d !== 1n)) return 'undefined';
    return args.length === 0 ? null : rational(args.map(x => x.n).reduce(f));
  };
}

/** Functions whose value at rational arguments is often rational. What is not in the table, or gives null, is evaluated numerically. */
export const exactFunctions: Record<string, ExactFunction | undefined> = {
  sqrt: unary(x => exactPower0(x, 2)),
  root: binary((x, k) => (isZero(k) ? 'undefined' : exactPower0(x, k))),
  abs: unary(absolute),
  sign: unary(x => rational(x.n > 0n ? 1 : x.n < 0n ? -1 : 0)),
  floor: unary(x => rational(floor(x))),
  ceil: unary(x => rational(-floor(negate(x)))),
  round: unary(x => rational(round(x))),
  factorial: unary(n => {
    const c = counted(n, ZERO);
    return c === null || c === 'undefined' ? c : falling(c[0], c[0]);
  }),
  gamma: unary(x => (x.d !== 1n ? null : x.n <= 0n ? 'undefined' : x.n > MAX_FACTORIAL ? null : falling(x.n - 1n, x.n - 1n))),
  erf: knownAt(ZERO, ZERO),
  erfc: knownAt(ZERO, ONE),
  Re: unary(x => x),
  Im: unary(() => ZERO),
  conj: unary(x => x),
  binomial: binary((n, k) => {
    const c = counted(n, k);
    if (c === null || c === 'undefined') return c;
    return c[1] > c[0] ? ZERO : rational(falling(c[0], c[1]).n, falling(c[1], c[1]).n);
  }),
  permutation: binary((n, k) => {
    const c = counted(n, k);
    return c === null || c === 'undefined' ? c : falling(c[0], c[1]);
  }),
  gcd: integers(gcdBig),
  lcm: integers((a, b) => (a === 0n || b === 0n ? 0n : (a * b < 0n ? -a * b : a * b) / gcdBig(a, b))),
  mod: binary(modulo),
  min: extremum(-1),
  max: extremum(1),
  exp: knownAt(ZERO, ONE),
  ln: unary(x => (x.n <= 0n ? 'undefined' : compare(x, ONE) === 0 ? ZERO : null)),
  log: args => (args[0] && args[1] ? exactLog(args[0], args[1]) : args[0] ? exactLog(args[0], rational(10)) : null),
  sin: knownAt(ZERO, ZERO),
  cos: knownAt(ZERO, ONE),
  tan: knownAt(ZERO, ZERO),
  sec: knownAt(ZERO, ONE),
  arcsin: unary(x => (isZero(x) ? ZERO : compare(absolute(x), ONE) > 0 ? 'undefined' : null)),
  arccos: unary(x => (compare(x, ONE) === 0 ? ZERO : compare(absolute(x), ONE) > 0 ? 'undefined' : null)),
  arctan: knownAt(ZERO, ZERO),
  sinh: knownAt(ZERO, ZERO),
  cosh: knownAt(ZERO, ONE),
  tanh: knownAt(ZERO, ZERO),
};

/** The k-th root as a power, but √0 is 0 and an even root of a negative number is undefined. */
function exactPower0(x: Rational, k: Rational | number): Exact {
  const index = typeof k === 'number' ? rational(k) : k;
  return exactPower(x, rational(index.d, index.n));
}
