import { derivativeOf } from '../math/derive.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import { mapExpr } from '../math/tree.ts';
import { antiderivative } from './antiderivative.ts';
import { call, isStatement, negate, num, power, product, quotient, sum } from './build.ts';

/** A product of powers with a number in front. Exponents of atoms are whole and may be negative. */
interface Monomial {
  readonly coefficient: Q.Rational;
  readonly atoms: ReadonlyMap<string, { readonly base: Expr; readonly exponent: number }>;
}

type Polynomial = ReadonlyMap<string, Monomial>;

const MOST_TERMS = 40;
const HIGHEST_POWER = 8;

/** Multiplied out, like terms collected, numbers worked out: the line as a careful student would leave it. Terms keep the order they arise in. */
export function tidy<T extends Expr | Statement>(whole: T): T {
  return (isStatement(whole) ? tidyStatement(whole) : tidyExpr(whole)) as T;
}

function tidyStatement(statement: Statement): Statement {
  if (statement.kind === 'chain') return { ...statement, sides: statement.sides.map(tidyExpr), span: NOWHERE };
  if (statement.kind === 'or' || statement.kind === 'and')
    return { ...statement, parts: statement.parts.map(tidyStatement), span: NOWHERE };
  return statement;
}

function tidyExpr(expr: Expr): Expr {
  const terms = polynomial(expr);
  return terms ? written(terms) : expr;
}

/** The single number an expression comes to, or null. */
export function numberIn(expr: Expr): Q.Rational | null {
  const terms = polynomial(expr);
  if (!terms || terms.size > 1) return null;
  const [only] = terms.values();
  return only === undefined ? Q.ZERO : only.atoms.size === 0 ? only.coefficient : null;
}

/** The terms of an expression by their letter part, `''` for the plain number. */
export function coefficients(expr: Expr): ReadonlyMap<string, { readonly coefficient: Q.Rational; readonly term: Expr }> | null {
  const terms = polynomial(expr);
  return terms && new Map([...terms].map(([key, monomial]) => [key, { coefficient: monomial.coefficient, term: writtenTerm(monomial) }]));
}

const constant = (value: Q.Rational): Polynomial => collect([{ coefficient: value, atoms: new Map() }]);

const atom = (base: Expr, exponent = 1): Polynomial =>
  collect([{ coefficient: Q.ONE, atoms: new Map([[printPlain(base), { base, exponent }]]) }]);

function keyOf(monomial: Monomial): string {
  return [...monomial.atoms]
    .map(([name, { exponent }]) => `${name}^${exponent}`)
    .sort()
    .join('·');
}

function collect(monomials: Iterable<Monomial>): Polynomial {
  const result = new Map<string, Monomial>();
  for (const monomial of monomials) {
    const key = keyOf(monomial);
    const before = result.get(key);
    const coefficient = before ? Q.add(before.coefficient, monomial.coefficient) : monomial.coefficient;
    result.set(key, { coefficient, atoms: monomial.atoms });
  }
  for (const [key, { coefficient }] of result) if (Q.isZero(coefficient)) result.delete(key);
  return result;
}

const polynomials = new WeakMap<Expr, { readonly terms: Polynomial | null }>();

/** The terms of an expression; null where they are too many or not known. */
function polynomial(expr: Expr): Polynomial | null {
  const known = polynomials.get(expr);
  if (known) return known.terms;
  const terms = termsOf(expr);
  polynomials.set(expr, { terms });
  return terms;
}

function termsOf(expr: Expr): Polynomial | null {
  switch (expr.kind) {
    case 'number':
      return constant(expr.value);
    case 'mixed':
      return constant(Q.add(expr.whole.value, Q.divide(expr.num.value, expr.den.value) ?? Q.ZERO));
    case 'percent': {
      const inside = polynomial(expr.arg);
      return inside && scale(inside, { n: 1n, d: 100n });
    }
    case 'sum': {
      const parts = expr.terms.map(polynomial);
      return parts.every(part => part !== null) ? collect(parts.flatMap(part => [...part.values()])) : null;
    }
    case 'product':
      return expr.factors.reduce<Polynomial | null>((so, factor) => {
        const next = so && polynomial(factor);
        return so && next && multiply(so, next);
      }, constant(Q.ONE));
    case 'negate': {
      const inside = polynomial(expr.arg);
      return inside && scale(inside, Q.MINUS_ONE);
    }
    case 'quotient':
      return divided(expr.num, expr.den);
    case 'power':
      return raised(expr.base, expr.exponent);
    case 'symbol':
      return atom(expr);
    case 'call':
      return ofCall(expr);
    case 'plusminus':
      return atom({ ...expr, arg: tidyExpr(expr.arg) });
    case 'derivative': {
      const slope = derivativeOf(expr);
      return slope ? polynomial(slope) : atom(expr);
    }
    case 'integral': {
      const inverse = antiderivative(expr.body, expr.variable);
      if (!inverse) return atom(expr);
      if (!expr.bounds) return polynomial(inverse);
      const { lower, upper } = expr.bounds;
      const at = (bound: Expr): Expr => mapExpr(inverse, node => (node.kind === 'symbol' && node.name === expr.variable ? bound : node));
      return polynomial(sum([at(upper), negate(at(lower))]));
    }
    default:
      return atom(expr);
  }
}

function scale(terms: Polynomial, by: Q.Rational): Polynomial {
  return collect([...terms.values()].map(({ coefficient, atoms }) => ({ coefficient: Q.multiply(coefficient, by), atoms })));
}

function multiply(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a.size * b.size > MOST_TERMS) return null;
  const result: Monomial[] = [];
  for (const x of a.values()) for (const y of b.values()) result.push(times(x, y, 1));
  return collect(result);
}

function times(x: Monomial, y: Monomial, sign: 1 | -1): Monomial {
  const atoms = new Map(x.atoms);
  let coefficient = sign === 1 ? Q.multiply(x.coefficient, y.coefficient) : (Q.divide(x.coefficient, y.coefficient) ?? x.coefficient);
  for (const [name, { base, exponent }] of y.atoms) {
    const total = (atoms.get(name)?.exponent ?? 0) + sign * exponent;
    if (name === 'i' && total >= 2) {
      coefficient = total % 4 >= 2 ? Q.negate(coefficient) : coefficient;
      if (total % 2 === 0) atoms.delete(name);
      else atoms.set(name, { base, exponent: 1 });
    } else if (total === 0) atoms.delete(name);
    else atoms.set(name, { base, exponent: total });
  }
  return { coefficient, atoms };
}

function divided(above: Expr, below: Expr): Polynomial | null {
  const [n, d] = [polynomial(above), polynomial(below)];
  if (!n || !d) return null;
  const [only] = d.values();
  if (only && d.size === 1) return collect([...n.values()].map(term => times(term, only, -1)));
  return atom(quotient(written(n), written(d)));
}

function raised(base: Expr, exponent: Expr): Polynomial | null {
  const inside = polynomial(base);
  const times = numberIn(exponent);
  if (!inside) return null;
  if (times?.d === 1n && times.n >= -HIGHEST_POWER && times.n <= HIGHEST_POWER) {
    const n = Number(times.n);
    const [only] = inside.values();
    if (inside.size === 1 && only) return monomialPower(only, n);
    if (n >= 0) {
      let result: Polynomial | null = constant(Q.ONE);
      for (let i = 0; i < n && result; i++) result = multiply(result, inside);
      return result;
    }
  }
  const value = numberIn(base);
  if (times && value && times.d <= 6n && (times.n < 0n ? -times.n : times.n) <= 12n) {
    const root = Q.exactRoot(value, Number(times.d));
    const whole = root && Q.power(root, Number(times.n));
    if (whole) return constant(whole);
  }
  return atom(power(written(inside), tidyExpr(exponent)));
}

function monomialPower(monomial: Monomial, n: number): Polynomial | null {
  const coefficient = Q.power(monomial.coefficient, n);
  if (!coefficient) return null;
  if (n === 0) return constant(Q.ONE);
  const unit: Monomial = { coefficient: Q.ONE, atoms: new Map() };
  const scaledAtoms = { coefficient: Q.ONE, atoms: new Map([...monomial.atoms].map(([k, a]) => [k, { ...a, exponent: a.exponent * n }])) };
  return scale(collect([times(unit, scaledAtoms, 1)]), coefficient);
}

function ofCall(expr: Expr & { kind: 'call' }): Polynomial {
  const args = expr.args.map(tidyExpr);
  const [first] = args;
  const value = first && args.length === 1 ? numberIn(first) : null;
  if (value && expr.fn === 'sqrt') {
    const root = value.n >= 0n ? Q.exactRoot(value, 2) : null;
    if (root) return constant(root);
  }
  if (value && expr.fn === 'abs') return constant(Q.absolute(value));
  if (value && expr.fn === 'factorial' && value.d === 1n && value.n >= 0n && value.n <= 20n) {
    let result = 1n;
    for (let k = 2n; k <= value.n; k++) result *= k;
    return constant({ n: result, d: 1n });
  }
  return atom(call(expr.fn, ...args));
}

function written(terms: Polynomial): Expr {
  return sum([...terms.values()].map(writtenTerm));
}

function writtenTerm({ coefficient, atoms }: Monomial): Expr {
  const size = Q.absolute(coefficient);
  const above: Expr[] = [];
  const below: Expr[] = [];
  for (const { base, exponent } of atoms.values()) {
    const times = Math.abs(exponent);
    (exponent > 0 ? above : below).push(times === 1 ? base : power(base, num(times)));
  }
  const top = size.n === 1n && above.length > 0 ? product(above) : product([num(size.n), ...above]);
  const bottom = [...(size.d === 1n ? [] : [num(size.d)]), ...below];
  const term = bottom.length === 0 ? top : quotient(top, product(bottom));
  return coefficient.n < 0n ? negate(term) : term;
}
