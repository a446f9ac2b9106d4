import { num, power, relation } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { equalTrees, mapExpr } from '../../math/tree.ts';
import { negate, product, quotient, sum, symbol } from '../build.ts';
import { coefficients, numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import type { Move } from './move.ts';
import { byPower, NEVER, writtenOut } from './polynomial.ts';
import { has, specialsIn } from './special.ts';

/** A root alone on its side: both sides raised to its power. A root among other terms: brought alone to one side. */
export const radicalMove: Move = ({ left, right, letter }, style) => {
  const direct = raised(left, right) ?? raised(right, left);
  if (direct) return direct;
  const [root, ...others] = specialsIn([left, right], letter);
  if (!root || others.length > 0 || !rootOf(root)) return null;
  const hidden = (expr: Expr): Expr => mapExpr(expr, part => (equalTrees(part, root) ? symbol(MARK) : part));
  const terms = coefficients(sum([hidden(left), negate(hidden(right))]));
  const front = terms?.get(`${MARK}^1`)?.coefficient;
  if (!terms || !front || [...terms.keys()].some(key => key.includes(MARK) && key !== `${MARK}^1`)) return null;
  const rest = [...terms].filter(([key]) => key !== `${MARK}^1`).map(([, { term }]) => term);
  if (!rest.some(term => has(term, letter))) return null;
  const inverse = Q.divide(Q.MINUS_ONE, front);
  if (!inverse) return null;
  const other = tidy(product([quotientOf(inverse), sum(rest)]));
  const powers = byPower(other, letter);
  return [relation(root, '=', powers ? writtenOut(letter, powers, style) : other)];
};

const MARK = 'ζ';

const quotientOf = (value: Q.Rational): Expr => {
  const size = quotient(num(Q.absolute(value).n), num(value.d));
  return value.n < 0n ? negate(size) : size;
};

function raised(root: Expr, other: Expr): Statement[] | null {
  const found = rootOf(root);
  if (!found) return null;
  const twin = rootOf(other);
  if (twin && twin.index === found.index) return [relation(found.inside, '=', twin.inside)];
  const value = hasLetter(other) ? null : numberIn(other);
  if (value && value.n < 0n && found.index % 2 === 0) return [NEVER];
  const lifted = power(other, num(found.index));
  return [relation(found.inside, '=', value ? tidy(lifted) : lifted)];
}

function rootOf(expr: Expr): { readonly inside: Expr; readonly index: number } | null {
  if (expr.kind !== 'call') return null;
  const [inside, index] = expr.args;
  if (!inside) return null;
  if (expr.fn === 'sqrt') return { inside, index: 2 };
  const size = expr.fn === 'root' && index ? numberIn(index) : null;
  return size?.d === 1n && size.n >= 2n && size.n <= 6n ? { inside, index: Number(size.n) } : null;
}
