import { sym } from '../build.ts';
import { derivativeOf } from '../derive.ts';
import type { Expr, IntegralExpr } from '../expr.ts';
import { divide, type Rational, rational } from '../rational.ts';
import { isKnown } from './approx.ts';
import { exact } from './exact.ts';
import { isConstant as isConstantName, substitute } from './free.ts';
import * as P from './polynomial.ts';
import { constantValue, type RealEnv, real } from './real.ts';
import {
  addF,
  adjoin,
  type Fraction,
  invertF,
  multiplyF,
  negateF,
  ofPolynomial,
  ofRational,
  powerF,
  type Ring,
  rootOfRational,
} from './ring.ts';

/** Roots whose degree is small enough to keep the relation g^k = u. */
const MAX_ROOT = 8n;
const NO_LETTERS: RealEnv = new Map();

/**
 * The expression as a fraction of polynomials in the ring, or null where it does not fit: too many letters, too high powers, a division by zero.
 * Functions that are not rational become opaque generators, known by name and by the normal form of their arguments.
 */
export function normalForm(expr: Expr, ring: Ring): Fraction | null {
  switch (expr.kind) {
    case 'number':
      return ofRational(expr.value);
    case 'symbol':
      return symbol(expr.name, ring);
    case 'unit':
      return opaque(ring, `unit ${expr.name}`, false, closedValue(expr));
    case 'sum':
      return fold(expr.terms, ring, addF);
    case 'product':
      return fold(expr.factors, ring, multiplyF);
    case 'quotient': {
      const n = normalForm(expr.num, ring);
      const d = normalForm(expr.den, ring);
      const inverse = d && invertF(ring, d);
      return n && inverse && multiplyF(ring, n, inverse);
    }
    case 'negate': {
      const a = normalForm(expr.arg, ring);
      return a && negateF(a);
    }
    case 'percent': {
      const a = normalForm(expr.arg, ring);
      return a && multiplyF(ring, a, ofRational(rational(1, 100)));
    }
    case 'mixed': {
      const value = exact(expr);
      return value && value !== 'undefined' ? ofRational(value) : null;
    }
    case 'power':
      return power(expr.base, expr.exponent, ring);
    case 'call':
      return call(expr, ring);
    case 'series': {
      const value = exact(expr);
      return value && value !== 'undefined' ? ofRational(value) : null;
    }
    case 'derivative': {
      const derived = derivativeOf(expr);
      return derived && normalForm(derived, ring);
    }
    case 'integral':
      return integral(expr, ring);
    default:
      return null;
  }
}

function symbol(name: string, ring: Ring): Fraction | null {
  const given = ring.values.get(name);
  if (given) return ofRational(given);
  if (name === 'infinity') return null;
  if (ring.letters.has(name) || !isConstantName(name)) return atom(ring, name);
  if (name === 'i') {
    const index = adjoin(ring, 'i', { degree: 2, num: P.constant(rational(-1)), den: P.UNIT });
    return index === null ? null : ofPolynomial(P.generator(index));
  }
  const other = name === 'pi' ? 'e' : 'pi';
  return opaque(ring, `constant ${name}`, !ring.generators.has(`constant ${other}`), constantValue(name) ?? null);
}

/** A definite integral of a polynomial in its letter, term by term. The letter has a name of its own in the ring: it may also stand free. */
function integral(expr: IntegralExpr, ring: Ring): Fraction | null {
  if (!expr.bounds) return null;
  const name = `${expr.variable} under the integral`;
  const body = normalForm(substitute(expr.body, expr.variable, sym(name)), ring);
  const [lower, upper] = [normalForm(expr.bounds.lower, ring), normalForm(expr.bounds.upper, ring)];
  const index = ring.generators.get(name);
  if (!body || !lower || !upper || index === undefined || !P.isConstant(body.den) || ring.poles.some(pole => P.degreeIn(pole, index) > 0))
    return null;
  if ([...ring.generators].some(([key, i]) => i > index && mayHold(key))) return null;
  let total: Fraction | null = ofRational(rational(0));
  for (const [k, part] of P.coefficientsIn(body.num, index).entries()) {
    const [high, low] = [powerF(ring, upper, k + 1), powerF(ring, lower, k + 1)];
    const width: Fraction | null = high && low && addF(ring, high, negateF(low));
    const term: Fraction | null = width && multiplyF(ring, { num: P.scale(part, rational(1, k + 1)), den: body.den }, width);
    total = total && term && addF(ring, total, term);
    if (!total) return null;
  }
  return total;
}

/** Whether a generator adjoined under an integral may hang on its letter: a function or a root of an expression, no letter or constant. */
const mayHold = (key: string): boolean => /^\S+ /.test(key) && !/ under the integral$|^constant \w+$|^root \d+$/.test(key);

function atom(ring: Ring, key: string, number: number | null = null): Fraction | null {
  const index = adjoin(ring, key, null, number);
  return index === null ? null : ofPolynomial(P.generator(index));
}

/** A generator of which more may be true than the ring knows, unless it is known to be independent of the others. */
function opaque(ring: Ring, key: string, independent = false, number: number | null = null): Fraction | null {
  if (!independent) ring.opaque = true;
  return atom(ring, key, number);
}

function fold(parts: readonly Expr[], ring: Ring, op: (ring: Ring, a: Fraction, b: Fraction) => Fraction | null): Fraction | null {
  let total: Fraction | null = null;
  for (let i = 0; i < parts.length; i++) {
    const f = normalForm(parts[i] as Expr, ring);
    if (!f) return null;
    total = total === null ? f : op(ring, total, f);
    if (!total) return null;
  }
  return total;
}

function power(base: Expr, exponent: Expr, ring: Ring): Fraction | null {
  const b = normalForm(base, ring);
  if (!b) return null;
  const value = exact(exponent);
  if (value === 'undefined') return null;
  if (value === null) {
    const x = normalForm(exponent, ring);
    return x && opaque(ring, `power ${keyOf(b)} ${keyOf(x)}`, false, closedValue({ kind: 'power', base, exponent, span: base.span }));
  }
  if (value.n === 0n) return zeroPower(b, ring);
  if (value.n > 512n || value.n < -512n) return null;
  const root = value.d === 1n ? b : rootOf(b, value.d, ring);
  return root && powerF(ring, root, Number(value.n));
}

/** The value of an expression without letters; null when it holds some or has none. */
function closedValue(expr: Expr): number | null {
  const value = real(expr, NO_LETTERS);
  return isKnown(value) ? value.v : null;
}

/** u^0 is 1 where u is not 0: u counts as a divisor. */
function zeroPower(b: Fraction, ring: Ring): Fraction | null {
  return invertF(ring, b) && ofRational(rational(1));
}

/** The real k-th root of a fraction. */
function rootOf(b: Fraction, k: bigint, ring: Ring): Fraction | null {
  const c = constantOf(b);
  if (c) {
    if (c.n === 0n) return b;
    if (k > 24n || (c.n < 0n && k % 2n === 0n)) return null;
    const positive = rootOfRational(ring, c.n < 0n ? { n: -c.n, d: c.d } : c, Number(k));
    return positive && c.n < 0n ? negateF(positive) : positive;
  }
  const key = `root ${k} ${keyOf(b)}`;
  ring.opaque = true;
  const index = adjoin(ring, key, k <= MAX_ROOT ? { degree: Number(k), num: b.num, den: b.den } : null);
  return index === null ? null : ofPolynomial(P.generator(index));
}

function constantOf(f: Fraction): Rational | null {
  if (!P.isConstant(f.num) || !P.isConstant(f.den)) return null;
  return divide(P.constantTerm(f.num) ?? rational(0), P.constantTerm(f.den) ?? rational(0));
}

function call(expr: Extract<Expr, { kind: 'call' }>, ring: Ring): Fraction | null {
  const [first, second] = expr.args;
  if (!first) return null;
  const value = exact(expr);
  if (value === 'undefined') return null;
  if (value) return ofRational(value);
  const arg = normalForm(first, ring);
  if (!arg) return null;
  if (expr.fn === 'sqrt') return rootOf(arg, 2n, ring);
  if (expr.fn === 'root' && second) {
    const k = exact(second);
    return k && k !== 'undefined' && k.d === 1n && k.n > 0n ? rootOf(arg, k.n, ring) : null;
  }
  if (expr.fn === 'abs') return absolute(arg, ring);
  const keys: string[] = [];
  for (const part of expr.args) {
    const f = normalForm(part, ring);
    if (!f) return null;
    keys.push(keyOf(f));
  }
  return opaque(ring, `${expr.fn} ${keys.join(' , ')}`, false, closedValue(expr));
}

/** |u| is a generator whose square is u², unless u may be complex. */
function absolute(u: Fraction, ring: Ring): Fraction | null {
  ring.opaque = true;
  if (ring.generators.has('i')) return atom(ring, `abs ${keyOf(u)}`);
  const square = multiplyF(ring, u, u);
  if (!square) return null;
  const index = adjoin(ring, `abs ${keyOf(u)}`, { degree: 2, num: square.num, den: square.den });
  return index === null ? null : ofPolynomial(P.generator(index));
}

function keyOf(f: Fraction): string {
  return f.den === P.UNIT ? P.key(f.num) : `(${P.key(f.num)})/(${P.key(f.den)})`;
}
