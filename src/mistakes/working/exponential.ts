import { call, num, relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { product, quotient } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import type { Move } from './move.ts';
import { NEVER } from './polynomial.ts';

/** The unknown in an exponent: both sides to one base and the exponents set equal, else the logarithm of both sides. */
export const exponentialMove: Move = ({ left, right }) => {
  const [a, b] = [raisedIn(left), raisedIn(right)];
  if (a && b) {
    const common = a.e && b.e ? { p: 1, q: 1 } : a.base && b.base ? commonBase(a.base, b.base) : null;
    return common && [relation(scaled(common.p, a.exponent), '=', scaled(common.q, b.exponent))];
  }
  const found = a ?? b;
  const other = a ? right : left;
  if (!found || hasLetter(other)) return null;
  const value = numberIn(other);
  if (value && value.n <= 0n) return [NEVER];
  if (found.e)
    return value && Q.equal(value, Q.ONE) ? [relation(found.exponent, '=', num(0))] : [relation(found.exponent, '=', call('ln', other))];
  const common = found.base && value ? commonBase(found.base, value) : null;
  if (common) return [relation(found.exponent, '=', tidy(quotient(num(common.q), num(common.p))))].map(unnegated);
  return found.base && [relation(found.exponent, '=', quotient(call('ln', other), call('ln', num(found.base))))];
};

const unnegated = <T>(line: T): T => line;

const scaled = (k: number, expr: Expr): Expr => (k === 1 ? expr : product([num(k), expr]));

function raisedIn(expr: Expr): { readonly base: Q.Rational | null; readonly e: boolean; readonly exponent: Expr } | null {
  if (expr.kind === 'call' && expr.fn === 'exp' && expr.args[0]) return { base: null, e: true, exponent: expr.args[0] };
  if (expr.kind !== 'power' || hasLetter(expr.base) || !hasLetter(expr.exponent)) return null;
  if (expr.base.kind === 'symbol' && expr.base.name === 'e') return { base: null, e: true, exponent: expr.exponent };
  const base = numberIn(expr.base);
  return base && base.n > 0n && !Q.equal(base, Q.ONE) ? { base, e: false, exponent: expr.exponent } : null;
}

const MOST = 12;

/** The smallest p and q with `a^(1/p) = b^(1/q)`, so that a is the p-th and b the q-th power of one number; q is negative for a reciprocal, 0 for 1. */
function commonBase(a: Q.Rational, b: Q.Rational): { readonly p: number; readonly q: number } | null {
  if (Q.equal(b, Q.ONE)) return { p: 1, q: 0 };
  for (let p = MOST; p >= 1; p--) {
    const root = Q.exactRoot(a, p);
    if (!root) continue;
    for (let q = -MOST; q <= MOST; q++) {
      const value = q === 0 ? null : Q.power(root, q);
      if (value && Q.equal(value, b)) return { p, q };
    }
  }
  return null;
}
