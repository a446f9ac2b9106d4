import { minus, negate, num, power, product, relation, sum, sym } from '../../math/build.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { coefficients } from '../tidy.ts';
import { lcm, numberAs, type Style, term, times } from './numbers.ts';

/** The coefficient of each power of one letter. */
export type Powers = ReadonlyMap<number, Q.Rational>;

/** The coefficient of each power of the letter; null when the expression is no polynomial in it alone. */
export function byPower(expr: Expr, letter: string): Powers | null {
  const terms = coefficients(expr);
  if (!terms) return null;
  const powers = new Map<number, Q.Rational>();
  const shown = letter.length > 1 ? printPlain(sym(letter)) : letter;
  for (const [key, { coefficient }] of terms) {
    const match = key === '' ? ['', '', '0'] : /^([^^·]+)\^(\d+)$/.exec(key);
    if (!match || (key !== '' && match[1] !== shown)) return null;
    powers.set(Number(match[2]), coefficient);
  }
  return powers;
}

export const at = (powers: Powers, k: number): Q.Rational => powers.get(k) ?? Q.ZERO;

export const degreeOf = (powers: Powers): number => Math.max(0, ...[...powers].filter(([, value]) => !Q.isZero(value)).map(([k]) => k));

/** The polynomial with its highest power first. */
export const writtenOut = (letter: string, powers: Powers, style: Style): Expr =>
  sum(...[...powers].sort(([j], [k]) => k - j).flatMap(([k, value]) => term(value, k === 0 ? null : power(sym(letter), num(k)), style)));

export const NEVER: Statement = { kind: 'truth', value: false, span: NOWHERE };

/** Several solutions in one line: none, one, or joined by 'or'; each one once. */
export function either(parts: readonly Statement[]): Statement {
  const [first, ...others] = parts;
  if (!first) return NEVER;
  return others.length === 0 ? first : { kind: 'or', parts, span: NOWHERE };
}

const minusNumber = (x: Expr, value: Q.Rational, style: Style): Expr =>
  Q.isZero(value) ? x : value.n < 0n ? sum(x, numberAs(Q.negate(value), style)) : minus(x, numberAs(value, style));

/** The rational roots of a polynomial, each as often as it counts, and what is left when they are divided out. */
function rationalRoots(powers: Powers): { readonly roots: readonly Q.Rational[]; readonly rest: Powers } {
  const roots: Q.Rational[] = [];
  let rest = powers;
  for (let left = degreeOf(powers); left > 0; left--) {
    const root = aRoot(rest);
    if (!root) break;
    roots.push(root);
    rest = dividedBy(rest, root);
  }
  return { roots, rest };
}

const MOST_DIVISORS = 400n;

function aRoot(powers: Powers): Q.Rational | null {
  if (Q.isZero(at(powers, 0))) return Q.ZERO;
  const scale = [...powers.values()].reduce((so, { d }) => (so / Q.gcdBig(so, d)) * d, 1n);
  const first = Q.absolute(Q.multiply(at(powers, degreeOf(powers)), Q.rational(scale))).n;
  const last = Q.absolute(Q.multiply(at(powers, 0), Q.rational(scale))).n;
  if (first > MOST_DIVISORS || last > MOST_DIVISORS) return null;
  for (let p = 1n; p <= last; p++) {
    if (last % p !== 0n) continue;
    for (let q = 1n; q <= first; q++) {
      if (first % q !== 0n) continue;
      for (const root of [Q.rational(p, q), Q.rational(-p, q)]) if (Q.isZero(valueAt(powers, root))) return root;
    }
  }
  return null;
}

function valueAt(powers: Powers, x: Q.Rational): Q.Rational {
  let result = Q.ZERO;
  for (let k = degreeOf(powers); k >= 0; k--) result = Q.add(Q.multiply(result, x), at(powers, k));
  return result;
}

function dividedBy(powers: Powers, root: Q.Rational): Powers {
  const result = new Map<number, Q.Rational>();
  let carry = Q.ZERO;
  for (let k = degreeOf(powers); k >= 1; k--) {
    carry = Q.add(at(powers, k), Q.multiply(carry, root));
    result.set(k - 1, carry);
  }
  return result;
}

/** A polynomial as a product of `x - r` for its rational roots; null when it has none, or does not split far enough to be solved. */
export function factored(
  letter: string,
  powers: Powers,
  style: Style,
): { readonly product: Expr; readonly factors: readonly Expr[] } | null {
  const { roots, rest } = rationalRoots(powers);
  const left = degreeOf(rest);
  if (roots.length === 0 || left > 2) return null;
  const x = sym(letter);
  const front = left === 0 ? at(rest, 0) : Q.ONE;
  const whole = roots.reduce((so, { d }) => (front.n % (so * d) === 0n ? so * d : so), 1n);
  let spare = whole;
  const linear = [...roots]
    .sort((a, b) => Q.compare(a, b))
    .map(root => {
      if (root.d === 1n || spare % root.d !== 0n) return { base: minusNumber(x, root, style), key: Q.printRational(root) };
      spare /= root.d;
      return { base: sum(times(Q.rational(root.d), x, style), ...term(Q.rational(-root.n), null, style)), key: Q.printRational(root) };
    });
  const outside = Q.divide(front, Q.rational(whole / spare)) ?? front;
  const distinct = [...new Map(linear.map(factor => [factor.key, factor.base])).entries()];
  const factors = [
    ...distinct.map(([key, base]) => power(base, num(linear.filter(factor => factor.key === key).length))),
    ...(left > 0 ? [writtenOut(letter, rest, style)] : []),
  ];
  const ordered = [...factors].sort((a, b) => Number(a.kind === 'sum') - Number(b.kind === 'sum'));
  const negative = outside.n < 0n;
  const joined = product(numberAs(Q.absolute(outside), style), ...ordered);
  return { product: negative ? negate(joined) : joined, factors: ordered };
}

/** `a·x² + b·x + c = 0` and higher powers, one line for each move: brought to one side, factored, each factor 0. Null when it does not split. */
export function solvePolynomial(letter: string, a: Powers, b: Powers, style: Style): Statement[] | null {
  const powers = new Map<number, Q.Rational>();
  for (const k of new Set([...a.keys(), ...b.keys()])) powers.set(k, Q.subtract(at(a, k), at(b, k)));
  for (const [k, value] of powers) if (Q.isZero(value)) powers.delete(k);
  const degree = degreeOf(powers);
  const kinds = [...powers.keys()];
  const x = sym(letter);
  const constant = at(powers, 0);
  if (kinds.every(k => k === 0 || k === degree) && !Q.isZero(constant)) {
    const value = Q.divide(Q.negate(constant), at(powers, degree));
    const alone = relation(power(x, num(degree)), '=', numberAs(value ?? Q.ZERO, style));
    const rest = value && rootsOf(x, degree, value, style);
    if (rest) return [alone, rest];
  }
  const standard = relation(writtenOut(letter, positive(powers), style), '=', num(0));
  const split = factored(letter, positive(powers), style);
  if (split) {
    const line = relation(split.product, '=', num(0));
    const zeros = split.factors.flatMap((factor): Statement[] => zeroOf(factor, letter, style));
    return [standard, line, either(zeros)];
  }
  const rest = degree === 2 ? byFormula(x, positive(powers), style) : null;
  return rest && [standard, ...rest];
}

/** With a positive first coefficient. */
function positive(powers: Powers): Powers {
  if (at(powers, degreeOf(powers)).n > 0n) return powers;
  return new Map([...powers].map(([k, value]) => [k, Q.negate(value)]));
}

/** The solutions of one factor being 0; an irreducible quadratic factor has those of the formula, or none. */
function zeroOf(factor: Expr, letter: string, style: Style): Statement[] {
  const base = factor.kind === 'power' && factor.base.kind !== 'symbol' ? factor.base : factor;
  const powers = byPower(base, letter);
  if (!powers) return [];
  const x = sym(letter);
  if (degreeOf(powers) !== 2 || base.kind === 'power') {
    const value = Q.divide(Q.negate(at(powers, 0)), at(powers, 1));
    return [relation(x, '=', numberAs(value ?? Q.ZERO, style))];
  }
  const solved = byFormula(x, powers, style)?.at(-1);
  return !solved || solved.kind === 'truth' ? [] : solved.kind === 'or' ? [...solved.parts] : [solved];
}

/** `x^n = value`: its real roots, `√` left standing where they are no rational numbers. Null when they are neither. */
export function rootsOf(base: Expr, degree: number, value: Q.Rational, style: Style): Statement | null {
  const even = degree % 2 === 0;
  if (even && value.n < 0n) return NEVER;
  const size = Q.exactRoot(Q.absolute(value), degree);
  const root = size ? numberAs(size, style) : degree === 2 ? surd(value, style) : null;
  if (!root) return null;
  const neg: Expr = { kind: 'negate', arg: root, span: NOWHERE };
  if (even) return either([relation(base, '=', neg), relation(base, '=', root)]);
  return relation(base, '=', value.n < 0n ? neg : root);
}

/** `√12` as `2√3`, `√(3/4)` as `√3/2`. */
export function surd(value: Q.Rational, style: Style): Expr {
  const { outside, left } = takenOut(value);
  if (left === 1n) return numberAs(outside, style);
  const top = times(Q.rational(outside.n), { kind: 'call', fn: 'sqrt', args: [num(left)], span: NOWHERE }, style);
  return over(top, Q.rational(outside.d), style);
}

const LARGEST_SQUARE = 1000n;

/** `√value` as `outside·√left`. */
function takenOut(value: Q.Rational): { readonly outside: Q.Rational; readonly left: bigint } {
  let outside = 1n;
  let left = value.n * value.d;
  for (let k = 2n; k * k <= left && k < LARGEST_SQUARE; k++) {
    while (left % (k * k) === 0n) {
      left /= k * k;
      outside *= k;
    }
  }
  return { outside: Q.rational(outside, value.d), left };
}

/** The quadratic formula with its numbers put in, then its two values in lowest terms. */
function byFormula(x: Expr, powers: Powers, style: Style): Statement[] | null {
  const [a, b, c] = [at(powers, 2), at(powers, 1), at(powers, 0)];
  const inside = Q.subtract(Q.multiply(b, b), Q.multiply(Q.rational(4), Q.multiply(a, c)));
  if (inside.n < 0n) return [NEVER];
  const twice = Q.multiply(Q.rational(2), a);
  const both = (side: (sign: '+' | '-') => Expr): Statement => either([relation(x, '=', side('-')), relation(x, '=', side('+'))]);
  const joined = (first: Expr[], sign: '+' | '-', second: Expr): Expr => sum(...first, sign === '+' ? second : negate(second));
  const put = both(sign =>
    over(
      joined(term(Q.negate(b), null, style), sign, { kind: 'call', fn: 'sqrt', args: [numberAs(inside, style)], span: NOWHERE }),
      twice,
      style,
    ),
  );
  const { outside, left } = takenOut(inside);
  const [p, q] = [Q.divide(Q.negate(b), twice) ?? Q.ZERO, Q.divide(outside, twice) ?? Q.ONE];
  const below = lcm(p.d, q.d);
  const whole = (value: Q.Rational): Q.Rational => Q.multiply(value, Q.rational(below));
  const root: Expr = { kind: 'call', fn: 'sqrt', args: [num(left)], span: NOWHERE };
  const values = both(sign => over(joined(term(whole(p), null, style), sign, times(whole(q), root, style)), Q.rational(below), style));
  return [put, values];
}

const over = (top: Expr, below: Q.Rational, style: Style): Expr =>
  Q.equal(below, Q.ONE) ? top : { kind: 'quotient', num: top, den: numberAs(below, style), bar: true, span: NOWHERE };

/** `<` for `>`: what a relation becomes when its sides are exchanged or multiplied by a negative number. */
export const TURNED: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤', '=': '=', '≠': '≠' };
