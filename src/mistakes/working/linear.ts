import { num, relation, sum, sym } from '../../math/build.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { lettersIn } from '../sides.ts';
import { coefficients } from '../tidy.ts';
import { lcm, numberAs, type Style, term, times } from './numbers.ts';
import { at, byPower, type Powers, TURNED } from './polynomial.ts';

/**
 * The lines of a linear equation or inequality as they are written at school: fractions of the letter cleared, the letter brought to the side that
 * has more of it, then the number to the other, then divided.
 */
export function solveLinear(letter: string, rel: Relation, a: Powers, b: Powers, style: Style): Statement[] {
  const scale = style.decimals ? Q.ONE : Q.rational(lcm(at(a, 1).d, at(b, 1).d));
  const [p, q] = [scaled(a, scale), scaled(b, scale)];
  const lines: Statement[] = Q.equal(scale, Q.ONE) ? [] : [relation(side(letter, p, style), rel, side(letter, q, style))];
  const turn = at(q, 1).n > 0n && Q.compare(at(q, 1), at(p, 1)) > 0;
  const [here, there] = turn ? [q, p] : [p, q];
  const sign = turn ? (TURNED[rel] ?? rel) : rel;
  const slope = Q.subtract(at(here, 1), at(there, 1));
  if (!Q.isZero(at(there, 1)) && !Q.isZero(at(here, 0)) && !Q.isZero(slope)) {
    const kept = new Map([
      [1, slope],
      [0, at(here, 0)],
    ]);
    lines.push(relation(side(letter, kept, style), sign, numberAs(at(there, 0), style)));
  }
  return [...lines, ...divided(letter, sign, slope, Q.subtract(at(there, 0), at(here, 0)), style)];
}

const scaled = (powers: Powers, by: Q.Rational): Powers => new Map([...powers].map(([k, value]) => [k, Q.multiply(value, by)]));

const side = (letter: string, powers: Powers, style: Style): Expr =>
  sum(...term(at(powers, 1), sym(letter), style), ...term(at(powers, 0), null, style));

function divided(letter: string, rel: Relation, a: Q.Rational, b: Q.Rational, style: Style): Statement[] {
  if (Q.isZero(a)) {
    const truth = rel === '=' ? Q.isZero(b) : rel === '<' ? b.n > 0n : rel === '>' ? b.n < 0n : rel === '≤' ? b.n >= 0n : b.n <= 0n;
    return [relation(num(0), rel, numberAs(b, style)), { kind: 'truth', value: truth, span: NOWHERE }];
  }
  const value = Q.divide(b, a);
  if (!value) return [];
  const turned = a.n < 0n ? (TURNED[rel] ?? rel) : rel;
  return [relation(times(a, sym(letter), style), rel, numberAs(b, style)), relation(sym(letter), turned, numberAs(value, style))];
}

/** `-3 < 2x + 1 ≤ 7`: the number goes over to both ends, then both are divided. */
export function solveBetween({ sides, relations }: Statement & { kind: 'chain' }, style: Style): Statement[] | null {
  const [low, inside, high] = sides;
  if (!low || !inside || !high || relations.some(rel => rel !== '<' && rel !== '≤' && rel !== '>' && rel !== '≥')) return null;
  const [letter, ...others] = lettersIn(inside);
  const powers = letter !== undefined && others.length === 0 ? byPower(inside, letter) : null;
  const [least, most] = [plainNumber(low), plainNumber(high)];
  if (!powers || !least || !most || letter === undefined || [...powers.keys()].some(k => k > 1) || Q.isZero(at(powers, 1))) return null;
  const x = sym(letter);
  const line = (change: (value: Q.Rational) => Q.Rational, inner: Expr, turned: boolean): Statement => ({
    kind: 'chain',
    sides: turned
      ? [numberAs(change(most), style), inner, numberAs(change(least), style)]
      : [numberAs(change(least), style), inner, numberAs(change(most), style)],
    relations: turned ? [...relations].reverse() : relations,
    span: NOWHERE,
  });
  const moved = (value: Q.Rational): Q.Rational => Q.subtract(value, at(powers, 0));
  const shared = (value: Q.Rational): Q.Rational => Q.divide(moved(value), at(powers, 1)) ?? value;
  return [line(moved, times(at(powers, 1), x, style), false), line(shared, x, at(powers, 1).n < 0n)];
}

function plainNumber(expr: Expr): Q.Rational | null {
  const terms = coefficients(expr);
  return terms && [...terms.keys()].every(key => key === '') ? (terms.get('')?.coefficient ?? Q.ZERO) : null;
}
