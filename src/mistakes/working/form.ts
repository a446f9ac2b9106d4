import { num, power, product, sum, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { lettersIn } from '../sides.ts';
import { contentOf } from './cancel.ts';
import { numberAs, type Style, term, times } from './numbers.ts';
import { at, byPower, degreeOf, factored, type Powers, writtenOut } from './polynomial.ts';

/** A polynomial in the form that the problem asks for: its common factor taken out and then its brackets, or its square completed. Null where it asks for none. */
export function inForm(expr: Expr, style: Style): Expr[] | null {
  const [letter, ...others] = lettersIn(expr);
  const powers = style.form && letter !== undefined && others.length === 0 ? byPower(expr, letter) : null;
  if (!powers || letter === undefined) return null;
  return style.form === 'factored' ? factors(letter, powers, style) : square(letter, powers, style);
}

function factors(letter: string, powers: Powers, style: Style): Expr[] | null {
  const common = contentOf(powers);
  const rest = new Map([...powers].map(([k, value]) => [k, Q.divide(value, common) ?? value] as const));
  const out = Q.equal(common, Q.ONE) ? [] : [times(common, writtenOut(letter, rest, style), style)];
  const split = factored(letter, powers, style);
  return split ? [...out, split.product] : out;
}

function square(letter: string, powers: Powers, style: Style): Expr[] | null {
  if (degreeOf(powers) !== 2) return null;
  const front = at(powers, 2);
  const half = Q.divide(at(powers, 1), Q.multiply(Q.rational(2), front));
  if (!half || Q.isZero(half)) return null;
  const left = Q.subtract(at(powers, 0), Q.multiply(front, Q.multiply(half, half)));
  const x = sym(letter);
  const whole = times(front, power(sum(x, ...term(half, null, style)), num(2)), style);
  const wide: Powers = new Map([
    [2, Q.ONE],
    [1, Q.multiply(Q.rational(2), half)],
    [0, Q.multiply(half, half)],
  ]);
  const inside = writtenOut(letter, wide, style);
  const opened = Q.equal(front, Q.ONE) ? inside : product(numberAs(front, style), inside);
  const rest = term(left, null, style);
  return [sum(...(opened.kind === 'sum' ? opened.terms : [opened]), ...rest), sum(whole, ...rest)];
}
