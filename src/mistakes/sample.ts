import { isAffordable } from '../math/decide/effort.ts';
import type { CallExpr, DerivativeExpr, Expr, LimitExpr, SeriesExpr } from '../math/expr.ts';
import { antiderivative } from './antiderivative.ts';
import { type Complex, cosineOf, expOf, logOf, minus, modulus, over, plus, powerOf, real, scaled, sineOf, times } from './complex.ts';

/** One place to try an expression: a value for every letter, and which sign `±` takes. */
export interface Point {
  readonly index: number;
  readonly sign: 1 | -1;
  readonly fixed?: ReadonlyMap<string, Complex>;
  /** Value of every letter that is not fixed, in place of the generic ones. */
  readonly everywhere?: Complex;
}

/**
 * The value of an expression at a point, in floating point. Letters take fixed generic values that depend on their name only, positive at the
 * even points. Null where it is not defined or not understood.
 */
export function valueAt(expr: Expr, point: Point): Complex | null {
  switch (expr.kind) {
    case 'number':
      return real(Number(expr.value.n) / Number(expr.value.d));
    case 'symbol':
      return symbolAt(expr.name, point);
    case 'unit':
      return real(expr.name === '°' ? Math.PI / 180 : generic(`unit ${expr.name}`, 0));
    case 'sum':
      return fold(expr.terms, point, real(0), plus);
    case 'product':
      return fold(expr.factors, point, real(1), times);
    case 'quotient': {
      const above = valueAt(expr.num, point);
      const below = above && valueAt(expr.den, point);
      return above && below && over(above, below);
    }
    case 'power': {
      const base = valueAt(expr.base, point);
      const exponent = base && valueAt(expr.exponent, point);
      return base && exponent && powerOf(base, exponent);
    }
    case 'negate':
      return map(valueAt(expr.arg, point), value => scaled(value, -1));
    case 'plusminus':
      return map(valueAt(expr.arg, point), value => scaled(value, expr.upper === '+' ? point.sign : -point.sign));
    case 'percent':
      return map(valueAt(expr.arg, point), value => scaled(value, 0.01));
    case 'mixed':
      return real(
        Number(expr.whole.value.n) +
          (Number(expr.num.value.n) * Number(expr.den.value.d)) / (Number(expr.num.value.d) * Number(expr.den.value.n)),
      );
    case 'call':
      return callAt(expr, point);
    case 'derivative':
      return derivativeAt(expr, point);
    case 'integral': {
      const inverse = antiderivative(expr.body, expr.variable);
      if (!inverse) return null;
      if (!expr.bounds) return valueAt(inverse, point);
      const lower = valueAt(expr.bounds.lower, point);
      const upper = valueAt(expr.bounds.upper, point);
      if (lower && upper && !isRegular(expr.body, expr.variable, lower, upper, point)) return null;
      const from = lower && valueAt(inverse, withFixed(point, expr.variable, lower));
      const to = upper && valueAt(inverse, withFixed(point, expr.variable, upper));
      return from && to && minus(to, from);
    }
    case 'limit':
      return isAffordable(expr) ? limitAt(expr, point) : null;
    case 'series':
      return isAffordable(expr) ? seriesAt(expr, point) : null;
    default:
      return null;
  }
}

const PROBES = 16;

/** False when the integrand is not defined at one of the evenly spaced probes between the bounds: a pole in the middle is met. */
function isRegular(body: Expr, variable: string, lower: Complex, upper: Complex, point: Point): boolean {
  for (let i = 1; i < PROBES; i++) {
    const at = plus(lower, scaled(minus(upper, lower), i / PROBES));
    if (!valueAt(body, withFixed(point, variable, at))) return false;
  }
  return true;
}

function map(value: Complex | null, change: (value: Complex) => Complex): Complex | null {
  return value && change(value);
}

function fold(parts: readonly Expr[], point: Point, start: Complex, join: (a: Complex, b: Complex) => Complex): Complex | null {
  let result = start;
  for (const part of parts) {
    const value = valueAt(part, point);
    if (!value) return null;
    result = join(result, value);
  }
  return result;
}

function withFixed(point: Point, name: string, value: Complex): Point {
  return { ...point, fixed: new Map([...(point.fixed ?? []), [name, value]]) };
}

function symbolAt(name: string, point: Point): Complex | null {
  const fixed = point.fixed?.get(name);
  if (fixed) return fixed;
  switch (name) {
    case 'pi':
      return real(Math.PI);
    case 'e':
      return real(Math.E);
    case 'i':
      return { re: 0, im: 1 };
    case 'infinity':
      return null;
    default: {
      if (point.everywhere) return point.everywhere;
      const size = generic(name, point.index);
      return real(point.index % 2 === 0 ? size : -size);
    }
  }
}

/** A generic number between 0.3 and 3.3, always the same for the same name and index. */
function generic(name: string, index: number): number {
  let hash = 2166136261 ^ (index * 40503);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  hash ^= hash >>> 13;
  return 0.3 + (3 * ((hash >>> 0) % 1000003)) / 1000003;
}

const UNARY: Readonly<Record<string, (a: Complex) => Complex | null>> = {
  sqrt: a => powerOf(a, real(0.5)),
  abs: a => real(modulus(a)),
  ln: logOf,
  exp: expOf,
  sin: sineOf,
  cos: cosineOf,
  tan: a => over(sineOf(a), cosineOf(a)),
  cot: a => over(cosineOf(a), sineOf(a)),
  sec: a => over(real(1), cosineOf(a)),
  csc: a => over(real(1), sineOf(a)),
  arcsin: a => onReals(a, Math.asin),
  arccos: a => onReals(a, Math.acos),
  arctan: a => onReals(a, Math.atan),
  sinh: a => onReals(a, Math.sinh),
  cosh: a => onReals(a, Math.cosh),
  tanh: a => onReals(a, Math.tanh),
  floor: a => onReals(a, Math.floor),
  ceil: a => onReals(a, Math.ceil),
  factorial: a => (a.im === 0 ? finite(gamma(a.re + 1)) : null),
};

const BINARY: Readonly<Record<string, (a: Complex, b: Complex) => Complex | null>> = {
  root: (a, b) => map(over(real(1), b), inverse => powerOf(a, inverse) ?? real(Number.NaN)),
  log: (a, b) => {
    const [above, below] = [logOf(a), logOf(b)];
    return above && below && over(above, below);
  },
  binomial: (n, k) => finite(gamma(n.re + 1) / (gamma(k.re + 1) * gamma(n.re - k.re + 1))),
  permutation: (n, k) => finite(gamma(n.re + 1) / gamma(n.re - k.re + 1)),
  gcd: (a, b) => whole(a, b, (x, y) => greatest(x, y)),
  lcm: (a, b) => whole(a, b, (x, y) => (x * y) / greatest(x, y)),
  mod: (a, b) => whole(a, b, (x, y) => ((x % y) + y) % y),
  min: (a, b) => real(Math.min(a.re, b.re)),
  max: (a, b) => real(Math.max(a.re, b.re)),
};

/** The length of a vector written by its components. */
function lengthAt(items: readonly Expr[], point: Point): Complex | null {
  const square = fold(items, point, real(0), (total, item) => real(total.re + modulus(item) ** 2));
  return square && real(Math.sqrt(square.re));
}

function callAt(expr: CallExpr, point: Point): Complex | null {
  const [only] = expr.args;
  if (expr.fn === 'abs' && only?.kind === 'list') return lengthAt(only.items, point);
  const values: Complex[] = [];
  for (const arg of expr.args) {
    const value = valueAt(arg, point);
    if (!value) return null;
    values.push(value);
  }
  const [first, second] = values;
  if (first && !second) {
    const known = UNARY[expr.fn];
    if (known) return known(first);
    if (expr.fn === 'log') return map(logOf(first), value => scaled(value, 1 / Math.LN10));
  }
  if (first && second && values.length === 2) {
    const known = BINARY[expr.fn];
    if (known) return known(first, second);
  }
  return opaqueAt(expr.fn, values);
}

/** A function nothing is known of: some generic smooth function that depends on its name. */
function opaqueAt(fn: string, values: readonly Complex[]): Complex | null {
  let result = real(generic(`function ${fn}`, 1));
  for (const [i, value] of values.entries()) {
    const rate = generic(`function ${fn}`, i + 2);
    result = plus(result, plus(sineOf(scaled(value, rate)), scaled(times(value, value), 0.1 * rate)));
  }
  return values.length === 0 ? null : result;
}

const STEP = 1e-3;

/** Five-point differences, applied once for each order. */
function derivativeAt(expr: DerivativeExpr, point: Point): Complex | null {
  const at = symbolAt(expr.variable, point);
  if (!at) return null;
  const slope = (order: number, here: Complex): Complex | null => {
    if (order === 0) return valueAt(expr.body, withFixed(point, expr.variable, here));
    const step = STEP * 8 ** (order - 1);
    const at = (k: number) => slope(order - 1, plus(here, real(k * step)));
    const [a, b, c, d] = [at(1), at(-1), at(2), at(-2)];
    if (!a || !b || !c || !d) return null;
    return scaled(minus(scaled(minus(a, b), 8), minus(c, d)), 1 / (12 * step));
  };
  return expr.order > 3 ? null : slope(expr.order, at);
}

function limitAt(expr: LimitExpr, point: Point): Complex | null {
  const at = (x: number) => valueAt(expr.body, withFixed(point, expr.variable, real(x)));
  if (expr.point.kind === 'symbol' && expr.point.name === 'infinity') return settled(at(1e5), at(1e7));
  if (expr.point.kind === 'negate') {
    const inside = expr.point.arg;
    if (inside.kind === 'symbol' && inside.name === 'infinity') return settled(at(-1e5), at(-1e7));
  }
  const target = valueAt(expr.point, point);
  if (target?.im !== 0) return null;
  const step = 1e-4 * Math.max(1, Math.abs(target.re));
  const [above, below] = [at(target.re + step), at(target.re - step)];
  if (expr.side === 'above') return above;
  if (expr.side === 'below') return below;
  return settled(below, above) && above && below && scaled(plus(above, below), 0.5);
}

function settled(first: Complex | null, second: Complex | null): Complex | null {
  return first && second && modulus(minus(first, second)) <= 1e-2 * Math.max(1, modulus(second)) ? second : null;
}

const LONGEST_SERIES = 200;

function seriesAt(expr: SeriesExpr, point: Point): Complex | null {
  const [lower, upper] = [valueAt(expr.lower, point), valueAt(expr.upper, point)];
  if (!lower || !upper || !Number.isInteger(lower.re) || !Number.isInteger(upper.re) || upper.re - lower.re > LONGEST_SERIES) return null;
  let result = real(expr.op === 'sum' ? 0 : 1);
  for (let k = lower.re; k <= upper.re; k++) {
    const term = valueAt(expr.body, withFixed(point, expr.variable, real(k)));
    if (!term) return null;
    result = expr.op === 'sum' ? plus(result, term) : times(result, term);
  }
  return result;
}

function onReals(a: Complex, fn: (x: number) => number): Complex | null {
  return a.im === 0 ? finite(fn(a.re)) : null;
}

function finite(value: number): Complex | null {
  return Number.isFinite(value) ? real(value) : null;
}

function whole(a: Complex, b: Complex, fn: (x: number, y: number) => number): Complex | null {
  return Number.isSafeInteger(a.re) && Number.isSafeInteger(b.re) && b.re !== 0 ? finite(fn(a.re, b.re)) : null;
}

function greatest(x: number, y: number): number {
  return y === 0 ? Math.abs(x) : greatest(y, x % y);
}

/** Γ(x): by products for whole numbers, else by Lanczos' approximation. */
function gamma(x: number): number {
  if (Number.isInteger(x)) {
    if (x <= 0) return Number.NaN;
    let result = 1;
    for (let k = 2; k < x && k < 172; k++) result *= k;
    return x > 171 ? Number.POSITIVE_INFINITY : result;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const shifted = x - 1;
  let series = 0.99999999999980993;
  for (const [i, c] of LANCZOS.entries()) series += c / (shifted + i + 1);
  const t = shifted + LANCZOS.length - 0.5;
  return Math.sqrt(2 * Math.PI) * t ** (shifted + 0.5) * Math.exp(-t) * series;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];
