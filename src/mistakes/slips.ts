import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { isStatement, negate, num, product, sum } from './build.ts';
import { sidesOf } from './sides.ts';
import { coefficients } from './tidy.ts';
import { hasLetter } from './walk.ts';

/** One number of the written line that differs from the right one: the coefficient of `term`, or a number by itself. */
export interface NumberSlip {
  readonly term: Expr;
  readonly right: Q.Rational;
  readonly written: Q.Rational;
  readonly kind: SlipKind;
}

export type SlipKind =
  | 'sign'
  | 'digits-swapped'
  | 'off-by-one'
  | 'off-by-ten'
  | 'point-moved'
  | 'digit-wrong'
  | 'term-lost'
  | 'term-added'
  | 'letters'
  | 'number';

/**
 * Finds the one coefficient in which the written line differs from the line above, both multiplied out. Equations may differ by a factor besides.
 * Null when more than one differs or the lines are no polynomials.
 */
export function numberSlip(above: Expr | Statement, written: Expr | Statement): NumberSlip | null {
  const [before, after] = [differenceOf(above), differenceOf(written)];
  if (!before || !after) return null;
  const [rights, writtens] = [coefficients(before), coefficients(after)];
  if (!rights || !writtens) return null;
  const keys = [...new Set([...rights.keys(), ...writtens.keys()])].sort((a, b) => a.length - b.length);
  for (const key of keys) {
    const others = keys.filter(other => other !== key);
    const factor = isStatement(above) && sidesOf(above, '=') ? ratio(others, rights, writtens) : allEqual(others, rights, writtens);
    const term = (writtens.get(key) ?? rights.get(key))?.term;
    if (!factor || !term) continue;
    const right = Q.multiply(factor, rights.get(key)?.coefficient ?? Q.ZERO);
    const found = writtens.get(key)?.coefficient ?? Q.ZERO;
    if (Q.equal(right, found)) return null;
    return {
      term,
      ...(turned(key, keys, written) ? { right: Q.negate(right), written: Q.negate(found) } : { right, written: found }),
      kind: kindOf(right, found),
    };
  }
  return isStatement(above) ? null : letterSlip(keys, rights, writtens);
}

/** The one term whose letters or exponents changed while its number stayed: `9n² − 16k` for `9n² − 16k²`. */
function letterSlip(keys: readonly string[], rights: Found, writtens: Found): NumberSlip | null {
  const apart = keys.filter(key => !sameCoefficient(key, rights, writtens));
  const [lost, ...moreLost] = apart.filter(key => rights.has(key));
  const [gained, ...moreGained] = apart.filter(key => writtens.has(key));
  if (lost === undefined || gained === undefined || moreLost.length + moreGained.length > 0 || lost === '' || gained === '') return null;
  const [right, written] = [rights.get(lost), writtens.get(gained)];
  if (!right || !written || ![right.term, written.term].every(hasLetter) || !Q.equal(right.coefficient, written.coefficient)) return null;
  return { term: right.term, right: right.coefficient, written: written.coefficient, kind: 'letters' };
}

function sameCoefficient(key: string, rights: Found, writtens: Found): boolean {
  return Q.equal(rights.get(key)?.coefficient ?? Q.ZERO, writtens.get(key)?.coefficient ?? Q.ZERO);
}

/** A number moved to the right side is met there with the opposite sign: `x − 7 = 0` is written `x = 7`. */
function turned(key: string, keys: readonly string[], written: Expr | Statement): boolean {
  return key === '' && keys.length > 1 && isStatement(written) && sidesOf(written, '=') !== null;
}

type Found = ReadonlyMap<string, { readonly coefficient: Q.Rational; readonly term: Expr }>;

function allEqual(keys: readonly string[], rights: Found, writtens: Found): Q.Rational | null {
  return keys.every(key => sameCoefficient(key, rights, writtens)) ? Q.ONE : null;
}

/** The one factor between all other coefficients, null when there is none. */
function ratio(keys: readonly string[], rights: Found, writtens: Found): Q.Rational | null {
  let factor: Q.Rational | null = null;
  for (const key of keys) {
    const [right, written] = [rights.get(key)?.coefficient, writtens.get(key)?.coefficient];
    const next = right && written ? Q.divide(written, right) : null;
    if (!next || (factor && !Q.equal(factor, next))) return null;
    factor = next;
  }
  return factor;
}

function differenceOf(line: Expr | Statement): Expr | null {
  if (!isStatement(line)) return line;
  if (line.kind === 'chain' && line.sides.length === 1) return line.sides[0] ?? null;
  const sides = sidesOf(line, '=');
  return sides && sum([sides[0], negate(sides[1])]);
}

/** In what way a number is wrong. */
export function kindOf(right: Q.Rational, written: Q.Rational): SlipKind {
  if (Q.isZero(written)) return 'term-lost';
  if (Q.isZero(right)) return 'term-added';
  if (Q.equal(right, Q.negate(written))) return 'sign';
  const [a, b] = [Q.absolute(right), Q.absolute(written)];
  if (!sameSign(right, written) && isRounded(a, b)) return 'sign';
  const gap = Q.absolute(Q.subtract(right, written));
  if (a.d === 1n && b.d === 1n) {
    const [x, y] = [a.n.toString(), b.n.toString()];
    if (x.length > 1 && x.length === y.length && isSwap(x, y)) return 'digits-swapped';
    if (gap.n === 1n) return 'off-by-one';
  }
  if (gap.d === 1n && (gap.n === 10n || gap.n === 100n || gap.n === 1000n)) return 'off-by-ten';
  const times = Q.divide(b, a);
  if (times && isPowerOfTen(times) && sameSign(right, written)) return 'point-moved';
  if (a.d === 1n && b.d === 1n && sameSign(right, written) && oneDigitApart(a.n.toString(), b.n.toString())) return 'digit-wrong';
  return 'number';
}

const MOST_DECIMALS = 6;

/** The second is the first, rounded to the decimals it has, one at least. */
function isRounded(exact: Q.Rational, short: Q.Rational): boolean {
  for (let places = 1; places <= MOST_DECIMALS; places++) {
    const scale = Q.rational(10n ** BigInt(places));
    const shifted = Q.multiply(short, scale);
    if (shifted.d === 1n) return short.d !== 1n && Q.round(Q.multiply(exact, scale)) === shifted.n;
  }
  return false;
}

const sameSign = (a: Q.Rational, b: Q.Rational): boolean => Q.sign(a) === Q.sign(b);

/** Two neighbouring digits exchanged, nothing else: `31` for `13`. */
function isSwap(a: string, b: string): boolean {
  const apart = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [i, j] = apart;
  return apart.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}

function oneDigitApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 2 || Math.max(a.length, b.length) < 3) return false;
  if (a.length === b.length) return [...a].filter((digit, i) => digit !== b[i]).length === 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length - short.length === 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function isPowerOfTen(value: Q.Rational): boolean {
  const [n, d] = [value.n.toString(), value.d.toString()];
  return (n === '1' || d === '1') && /^10*$/.test(n) && /^10*$/.test(d) && n !== d;
}

/** `coefficient·term`, with the 1 that nobody writes left out. */
export function withCoefficient(coefficient: Q.Rational, term: Expr): Expr {
  const value = num(coefficient.n, coefficient.d);
  if (term.kind === 'number') return value;
  const bare = coefficients(term);
  const [only] = bare?.values() ?? [];
  if (!only || Q.isZero(only.coefficient)) return value;
  const factor = Q.divide(coefficient, only.coefficient) ?? coefficient;
  if (Q.equal(factor, Q.ONE)) return term;
  return Q.equal(factor, Q.MINUS_ONE) ? negate(term) : product([num(factor.n, factor.d), term]);
}
