import { type Rational, toNumber } from '../rational.ts';
import { type Approx, EPS, exactly, realPower, scaled, UNDEFINED, UNKNOWN } from './approx.ts';
import { exactFunctions } from './exact-functions.ts';
import { erf, erfc, gamma } from './special-functions.ts';

type RealFunction = (args: readonly Approx[]) => Approx;

const HALF: Rational = { n: 1n, d: 2n };

/** A function analytic where `inside(x, error)` is positive, undefined where it is negative, and doubtful where it is 0. */
function analytic(f: (x: number) => number, slope: (x: number) => number, inside?: (x: number, e: number) => number): RealFunction {
  return ([a]) => {
    if (!a) return UNKNOWN;
    if (inside) {
      const where = inside(a.v, a.e);
      if (where < 0) return UNDEFINED;
      if (where === 0) return UNKNOWN;
    }
    const v = f(a.v);
    if (!Number.isFinite(v)) return UNKNOWN;
    const e = a.e === 0 ? 0 : a.e * Math.abs(slope(a.v)) * 1.5;
    return { v, e: e + Math.abs(v) * 2 * EPS };
  };
}

/** 1/f, undefined at the zeros of f. */
function reciprocal(f: RealFunction): RealFunction {
  return args => {
    const d = f(args);
    if (Number.isNaN(d.v)) return d;
    if (Math.abs(d.v) <= d.e) return d.v === 0 ? UNDEFINED : UNKNOWN;
    return { v: 1 / d.v, e: d.e / (d.v * d.v) / (1 - d.e / Math.abs(d.v)) + Math.abs(1 / d.v) * EPS };
  };
}

/** g(x) = f(1/x), as arcsec is arccos of the reciprocal. */
function ofReciprocal(f: RealFunction): RealFunction {
  return args => {
    const inverse = reciprocal(([a]) => a ?? UNKNOWN)(args);
    return Number.isNaN(inverse.v) ? inverse : f([inverse]);
  };
}

function above(bound: number): (x: number, e: number) => number {
  return (x, e) => (x > bound + e ? 1 : x < bound - e || (e === 0 && x === bound) ? -1 : 0);
}

/** Doubtful only strictly inside the error; at an exact end point the function has its value. */
function within(low: number, high: number): (x: number, e: number) => number {
  return (x, e) => {
    if (x < low - e || x > high + e) return -1;
    return e > 0 && (x <= low + e || x >= high - e) ? 0 : 1;
  };
}

function openWithin(low: number, high: number): (x: number, e: number) => number {
  return (x, e) => (x > low + e && x < high - e ? 1 : x < low - e || x > high + e || e === 0 ? -1 : 0);
}

const sin = analytic(Math.sin, Math.cos);
const cos = analytic(Math.cos, Math.sin);
const tan = analytic(
  Math.tan,
  x => 1 + Math.tan(x) ** 2,
  (x, e) => (Math.abs(Math.cos(x)) > 4 * (e + Math.abs(x) * EPS) ? 1 : 0),
);
const sinh = analytic(Math.sinh, Math.cosh);
const cosh = analytic(Math.cosh, Math.sinh);
const tanh = analytic(Math.tanh, x => 1 / Math.cosh(x) ** 2);
const arcsin = analytic(Math.asin, x => 1 / Math.sqrt(1 - x * x), within(-1, 1));
const arccos = analytic(Math.acos, x => 1 / Math.sqrt(1 - x * x), within(-1, 1));
const arctan = analytic(Math.atan, x => 1 / (1 + x * x));
const arcsinh = analytic(Math.asinh, x => 1 / Math.sqrt(x * x + 1));
const arccosh = analytic(Math.acosh, x => 1 / Math.sqrt(x * x - 1), within(1, Number.POSITIVE_INFINITY));
const arctanh = analytic(Math.atanh, x => 1 / (1 - x * x), openWithin(-1, 1));
const ln = analytic(Math.log, x => 1 / x, above(0));

function logarithm(args: readonly Approx[]): Approx {
  const top = ln(args.slice(0, 1));
  const bottom = args[1] ? ln([args[1]]) : scaled(Math.LN10);
  if (Number.isNaN(top.v)) return top;
  if (Number.isNaN(bottom.v)) return bottom;
  if (Math.abs(bottom.v) <= bottom.e || bottom.v === 0) return UNDEFINED;
  const v = top.v / bottom.v;
  return { v, e: (top.e + Math.abs(v) * bottom.e) / (Math.abs(bottom.v) - bottom.e) + Math.abs(v) * EPS };
}

/** A step function: exact away from its jumps, doubtful where the error reaches over one. */
function steps(f: (x: number) => number): RealFunction {
  return ([a]) => (a && f(a.v - a.e) === f(a.v + a.e) ? exactly(f(a.v)) : UNKNOWN);
}

function root([x, k]: readonly Approx[]): Approx {
  if (!x || !k) return UNKNOWN;
  if (k.v === 0) return UNDEFINED;
  if (k.e === 0 && Number.isInteger(k.v)) {
    return realPower(x, k.v > 0 ? { n: 1n, d: BigInt(k.v) } : { n: -1n, d: BigInt(-k.v) });
  }
  return realPower(x, { v: 1 / k.v, e: k.e / (k.v * k.v) + Math.abs(EPS / k.v) });
}

function extremum(pick: (...values: number[]) => number): RealFunction {
  return args => ({ v: pick(...args.map(a => a.v)), e: Math.max(...args.map(a => a.e)) });
}

function modulo([x, m]: readonly Approx[]): Approx {
  if (!x || !m || m.v === 0) return m ? UNDEFINED : UNKNOWN;
  const q = Math.floor(x.v / m.v);
  const v = x.v - q * m.v;
  const e = x.e + Math.abs(q) * m.e + Math.abs(v) * EPS;
  return e > 0 && (v <= 2 * e || Math.abs(m.v) - v <= 2 * e) ? UNKNOWN : { v, e };
}

/** A function of whole numbers, through its exact table. */
function whole(fn: string): RealFunction {
  return args => {
    if (args.some(a => a.e !== 0 || !Number.isInteger(a.v))) return args.some(a => a.e !== 0) ? UNKNOWN : UNDEFINED;
    const value = exactFunctions[fn]?.(args.map(a => ({ n: BigInt(a.v), d: 1n })));
    if (value === 'undefined') return UNDEFINED;
    return value ? scaled(toNumber(value)) : UNKNOWN;
  };
}

export const realFunctions: Record<string, RealFunction | undefined> = {
  sqrt: ([x]) => (x ? realPower(x, HALF) : UNKNOWN),
  root,
  abs: ([x]) => (x ? { v: Math.abs(x.v), e: x.e } : UNKNOWN),
  sign: steps(Math.sign),
  floor: steps(Math.floor),
  ceil: steps(Math.ceil),
  round: steps(Math.round),
  min: extremum(Math.min),
  max: extremum(Math.max),
  mod: modulo,
  factorial: whole('factorial'),
  binomial: whole('binomial'),
  permutation: whole('permutation'),
  gcd: whole('gcd'),
  lcm: whole('lcm'),
  gamma,
  erf,
  erfc,
  Re: ([x]) => x ?? UNKNOWN,
  Im: ([x]) => (x ? exactly(0) : UNKNOWN),
  conj: ([x]) => x ?? UNKNOWN,
  exp: analytic(Math.exp, Math.exp, x => (x > -660 ? 1 : 0)),
  ln,
  log: logarithm,
  sin,
  cos,
  tan,
  cot: reciprocal(tan),
  sec: reciprocal(cos),
  csc: reciprocal(sin),
  arcsin,
  arccos,
  arctan,
  arccot: ofReciprocal(arctan),
  arcsec: ofReciprocal(arccos),
  arccsc: ofReciprocal(arcsin),
  sinh,
  cosh,
  tanh,
  coth: reciprocal(tanh),
  sech: reciprocal(cosh),
  csch: reciprocal(sinh),
  arcsinh,
  arccosh,
  arctanh,
  arccoth: ofReciprocal(arctanh),
  arcsech: ofReciprocal(arccosh),
  arccsch: ofReciprocal(arcsinh),
};
