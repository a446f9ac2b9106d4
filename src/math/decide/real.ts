import { derivativeOf } from '../derive.ts';
import type { Expr } from '../expr.ts';
import { toNumber } from '../rational.ts';
import { type Approx, EPS, exactly, isUndefined, realPower, scaled, UNDEFINED, UNKNOWN } from './approx.ts';
import { isAffordable } from './effort.ts';
import { exact } from './exact.ts';
import { someSymbol } from './free.ts';
import { infiniteSum } from './infinite-sum.ts';
import { limitOf } from './limit.ts';
import { integrate } from './quadrature.ts';
import { realFunctions } from './real-functions.ts';
import { unknownFunction } from './unknown-function.ts';

/** Values of letters; a value that is itself only known within an error carries it. */
export type RealEnv = ReadonlyMap<string, number | Approx>;

const MAX_TERMS = 2000;

/** The value of a mathematical constant, or undefined for any other name. */
export function constantValue(name: string): number | undefined {
  return name === 'pi' ? Math.PI : name === 'e' ? Math.E : name === 'infinity' ? Number.POSITIVE_INFINITY : undefined;
}

/** Evaluates over the reals in double precision with a running bound on the rounding error. Letters not in `env` make the value unknown. */
export function real(expr: Expr, env: RealEnv): Approx {
  switch (expr.kind) {
    case 'number': {
      const v = toNumber(expr.value);
      return expr.value.d === 1n && Number.isSafeInteger(v) ? exactly(v) : { v, e: Math.abs(v) * EPS };
    }
    case 'symbol':
      return symbol(expr.name, env);
    case 'unit':
      return expr.name === 'degree' || expr.name === '°'
        ? scaled(Math.PI / 180)
        : expr.name === 'rad'
          ? scaled(1)
          : symbol(`unit ${expr.name}`, env);
    case 'sum':
      return sum(expr.terms, term => real(term, env));
    case 'product':
      return product(expr.factors, factor => real(factor, env));
    case 'quotient':
      return quotient(real(expr.num, env), real(expr.den, env));
    case 'negate':
      return negative(real(expr.arg, env));
    case 'percent':
      return quotient(real(expr.arg, env), exactly(100));
    case 'mixed':
      return quotient(
        exactly(toNumber(expr.whole.value) * toNumber(expr.den.value) + toNumber(expr.num.value)),
        exactly(toNumber(expr.den.value)),
      );
    case 'power': {
      const exponent = exact(expr.exponent);
      return exponent === 'undefined' ? UNDEFINED : realPower(real(expr.base, env), exponent ?? real(expr.exponent, env));
    }
    case 'call':
      return functionNamed(expr.fn)(expr.args.map(arg => real(arg, env)));
    case 'series':
      return isAffordable(expr) && !hasTerms(expr) ? series(expr, env) : UNKNOWN;
    case 'derivative': {
      const derived = derivativeOf(expr);
      return derived === null ? UNKNOWN : real(derived, env);
    }
    case 'integral':
      return isAffordable(expr) ? integrate(expr, env, real) : UNKNOWN;
    case 'limit':
      return isAffordable(expr) ? limitOf(expr, env, real) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function symbol(name: string, env: RealEnv): Approx {
  const given = env.get(name);
  if (given !== undefined) return typeof given === 'number' ? exactly(given) : given;
  const constant = constantValue(name);
  return constant === undefined ? UNKNOWN : scaled(constant);
}

/** Whole numbers of moderate size are added and multiplied without error. */
function roundoff(result: number, operand: number): number {
  const exactly = Number.isInteger(result) && Number.isInteger(operand) && Math.abs(result) < 2 ** 52;
  return exactly ? 0 : Math.abs(result) * EPS;
}

/** What an operation on values of which some are none comes to: no value, unless it cannot even be told. */
function withoutValue(before: Approx | null, now: Approx): Approx {
  return isUndefined(now) && (before === null || isUndefined(before)) ? UNDEFINED : UNKNOWN;
}

export const negative = ({ v, e }: Approx): Approx => ({ v: -v, e });

export function sum<T>(terms: readonly T[], valueAt: (term: T) => Approx): Approx {
  let v = 0;
  let e = 0;
  let none: Approx | null = null;
  for (let i = 0; i < terms.length; i++) {
    const t = valueAt(terms[i] as T);
    if (Number.isNaN(t.v)) none = withoutValue(none, t);
    v += t.v;
    e += t.e + roundoff(v, t.v);
  }
  return none ?? { v, e };
}

export function product<T>(factors: readonly T[], valueAt: (factor: T) => Approx): Approx {
  let v = 1;
  let e = 0;
  let none: Approx | null = null;
  for (let i = 0; i < factors.length; i++) {
    const f = valueAt(factors[i] as T);
    if (Number.isNaN(f.v)) none = withoutValue(none, f);
    e = Math.abs(v) * f.e + Math.abs(f.v) * e + e * f.e;
    v *= f.v;
    e += roundoff(v, f.v);
  }
  return none ?? { v, e };
}

export function quotient(n: Approx, d: Approx): Approx {
  if (Math.abs(d.v) <= d.e) return d.v === 0 && d.e === 0 ? UNDEFINED : UNKNOWN;
  if (Number.isNaN(d.v)) return Number.isNaN(n.v) ? withoutValue(n, d) : d;
  if (Number.isNaN(n.v)) return n;
  const v = n.v / d.v;
  return { v, e: (n.e + Math.abs(v) * d.e) / (Math.abs(d.v) - d.e) + Math.abs(v) * EPS };
}

/** A function by its name. An argument without a value gives none. */
export function functionNamed(fn: string): (values: readonly Approx[]) => Approx {
  const f = realFunctions[fn] ?? (isNamedByWord(fn) ? () => UNKNOWN : unknownFunction(fn));
  return values => {
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]?.v)) return values[i] as Approx;
    return f(values);
  };
}

/** A function with a word for a name is a certain one, `\operatorname{sinc}`; a letter may stand for any. */
function isNamedByWord(fn: string): boolean {
  return /^[a-zA-Z]{2}/.test(fn);
}

/** Whether terms of a sequence are added: `a_k` under a sum over k. */
function hasTerms(expr: Extract<Expr, { kind: 'series' }>): boolean {
  return someSymbol(expr.body, name => /_/.test(name) && name.split('_')[1]?.replace(/[{}]/g, '') === expr.variable);
}

function series(expr: Extract<Expr, { kind: 'series' }>, env: RealEnv): Approx {
  const lower = real(expr.lower, env).v;
  const upper = real(expr.upper, env).v;
  if (upper === Number.POSITIVE_INFINITY && Number.isInteger(lower) && expr.op === 'sum') return infiniteSum(expr, lower, env, real);
  if (!Number.isInteger(lower) || !Number.isInteger(upper) || upper - lower >= MAX_TERMS) return UNKNOWN;
  const inner = new Map(env);
  let total: Approx = exactly(expr.op === 'sum' ? 0 : 1);
  for (let k = lower; k <= upper; k++) {
    inner.set(expr.variable, k);
    const t = real(expr.body, inner);
    const v: number = expr.op === 'sum' ? total.v + t.v : total.v * t.v;
    const e: number = expr.op === 'sum' ? total.e + t.e : Math.abs(total.v) * t.e + Math.abs(t.v) * total.e + total.e * t.e;
    total = { v, e: e + Math.abs(v) * EPS };
  }
  return total;
}
