import { num, product, quotient } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { lettersIn } from '../sides.ts';
import { tidy } from '../tidy.ts';
import { type Style, times } from './numbers.ts';
import { at, byPower, degreeOf, factored, type Powers } from './polynomial.ts';

/** A fraction in one letter: above and below factored, then without their common factors. Null where nothing cancels. */
export function cancelled(expr: Expr, style: Style): Expr[] | null {
  if (expr.kind !== 'quotient') return null;
  const [letter, ...others] = lettersIn(expr);
  if (letter === undefined || others.length > 0) return null;
  const [n, d] = [partsOf(expr.num, letter, style), partsOf(expr.den, letter, style)];
  if (!n || !d || d.factors.length === 0) return null;
  const left = [...d.factors];
  const above = n.factors.filter(factor => {
    const same = left.findIndex(other => printPlain(other) === printPlain(factor));
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  const number = Q.divide(n.front, d.front);
  if (!number || (above.length === n.factors.length && Q.equal(number, n.front))) return null;
  const split = quotient(times(n.front, product(...n.factors), style), times(d.front, product(...d.factors), style));
  const top = times(Q.rational(number.n), product(...above), style);
  const rest =
    left.length === 0 && number.d === 1n ? tidy(top) : quotient(above.length < 2 ? tidy(top) : top, product(num(number.d), ...left));
  return printPlain(split) === printPlain(expr) ? [rest] : [split, rest];
}

/** The number in front and the factors, powers spread out. */
function partsOf(expr: Expr, letter: string, style: Style): { readonly front: Q.Rational; readonly factors: readonly Expr[] } | null {
  const powers = byPower(expr, letter);
  if (!powers) return null;
  if (degreeOf(powers) === 0) return { front: at(powers, 0), factors: [] };
  const content = contentOf(powers);
  const whole: Powers = new Map([...powers].map(([k, value]) => [k, Q.divide(value, content) ?? value]));
  const split = factored(letter, whole, style);
  const factors = split ? split.factors.flatMap(spread) : [tidy(product(num(Q.ONE), exprOf(expr, content)))];
  return { front: content, factors };
}

const exprOf = (expr: Expr, content: Q.Rational): Expr => quotient(expr, num(content));

const spread = (factor: Expr): Expr[] => {
  if (factor.kind !== 'power' || factor.exponent.kind !== 'number') return [factor];
  return Array.from({ length: Number(factor.exponent.value.n) }, () => factor.base);
};

/** The largest number that divides every coefficient, with the sign of the first. */
export function contentOf(powers: Powers): Q.Rational {
  let [n, d] = [0n, 1n];
  for (const value of powers.values()) {
    n = n === 0n ? Q.absolute(value).n : Q.gcdBig(n, value.n);
    d = (d * value.d) / Q.gcdBig(d, value.d);
  }
  const size = Q.rational(n < 0n ? -n : n, d);
  return at(powers, degreeOf(powers)).n < 0n ? Q.negate(size) : size;
}
