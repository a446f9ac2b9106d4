import { call, minus, negate, num, power, product, quotient, relation, sum, sym } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { coefficients, tidy } from '../../mistakes/tidy.ts';
import { lettersIn } from '../letters.ts';
import { numberAs } from './layout.ts';
import { solveSystem } from './system.ts';

const TURNED: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤', '=': '=', '≠': '≠' };

/** The usual lines from an equation or inequality in one letter, up to degree two, or a linear system in two, down to its solution. Null when it is none. */
export function solveSteps(from: Statement, decimals: boolean): Statement[] | null {
  if (from.kind === 'and') return solveSystem(from.parts, decimals);
  if (from.kind === 'or') return solveEach(from.parts, decimals);
  if (from.kind === 'chain' && from.sides.length === 3) return between(from, decimals);
  if (from.kind !== 'chain' || from.sides.length !== 2) return null;
  const [left, right] = from.sides;
  const [rel] = from.relations;
  const letters = lettersIn(from);
  const [letter] = letters;
  if (!left || !right || !rel || !TURNED[rel] || letters.length !== 1 || !letter) return null;
  const factors = rel === '=' ? zeroFactors(left, right) : null;
  if (factors) {
    const split: Statement = { kind: 'or', parts: factors.map(factor => relation(factor, '=', num(0))), span: NOWHERE };
    const solved = solveEach(split.parts, decimals);
    return solved && [split, ...solved];
  }
  const a = byPower(left, letter);
  const b = byPower(right, letter);
  if (!a || !b) return null;
  const lines = isCollected(left, a) && isCollected(right, b) ? [] : [relation(tidy(left), rel, tidy(right))];
  const degree = Math.max(...a.keys(), ...b.keys());
  const at = (k: number): Q.Rational => Q.subtract(a.get(k) ?? Q.ZERO, b.get(k) ?? Q.ZERO);
  if (Q.isZero(at(2)) && degree <= 2) return settle(from, byLine(letter, rel, a, b, lines, decimals));
  if (degree === 2 && rel === '=') return settle(from, [...lines, ...quadratic(letter, at(2), at(1), at(0), decimals)]);
  return null;
}

/** The factors with a letter of a product that is set equal to 0, when there are two or more, none of them twice. */
function zeroFactors(left: Expr, right: Expr): readonly Expr[] | null {
  const [whole, zero] = left.kind === 'product' ? [left, right] : [right, left];
  if (whole.kind !== 'product' || zero.kind !== 'number' || !Q.isZero(zero.value)) return null;
  const factors = whole.factors.filter(factor => lettersIn(factor).length > 0);
  const different = new Set(factors.map(factor => printPlain(factor))).size === factors.length;
  return factors.length > 1 && different && factors.every(factor => factor.kind === 'sum' || factor.kind === 'symbol') ? factors : null;
}

/** True when a side has one term of each kind, with no bracket left to multiply out. */
const isCollected = (side: Expr, powers: ReadonlyMap<number, Q.Rational>): boolean =>
  (side.kind === 'sum' ? side.terms : [side]).length <= Math.max(1, powers.size) &&
  (side.kind === 'sum' ? side.terms : [side]).every(part => !someNode(part, node => node.kind === 'sum'));

/**
 * The lines of a linear equation as they are written at school: sides collected, fractions of the letter cleared, the letter brought to the
 * side that has more of it, then the number to the other, then divided.
 * @param opened the line with both sides collected, when it says something new.
 */
function byLine(
  letter: string,
  rel: Relation,
  a: ReadonlyMap<number, Q.Rational>,
  b: ReadonlyMap<number, Q.Rational>,
  opened: readonly Statement[],
  decimals: boolean,
): Statement[] {
  const scale = decimals ? Q.ONE : Q.rational(lcm(at(a, 1).d, at(b, 1).d));
  const [p, q] = [scaled(a, scale), scaled(b, scale)];
  const lines: Statement[] = Q.equal(scale, Q.ONE) ? [...opened] : [relation(side(letter, p, decimals), rel, side(letter, q, decimals))];
  const turn = at(q, 1).n > 0n && Q.compare(at(q, 1), at(p, 1)) > 0;
  const [here, there] = turn ? [q, p] : [p, q];
  const sign = turn ? (TURNED[rel] ?? rel) : rel;
  const slope = Q.subtract(at(here, 1), at(there, 1));
  if (!Q.isZero(at(there, 1)) && !Q.isZero(at(here, 0)) && !Q.isZero(slope)) {
    const kept = new Map([
      [1, slope],
      [0, at(here, 0)],
    ]);
    lines.push(relation(side(letter, kept, decimals), sign, numberAs(at(there, 0), decimals)));
  }
  return [...lines, ...linear(letter, sign, slope, Q.subtract(at(there, 0), at(here, 0)), decimals)];
}

const at = (powers: ReadonlyMap<number, Q.Rational>, k: number): Q.Rational => powers.get(k) ?? Q.ZERO;

const scaled = (powers: ReadonlyMap<number, Q.Rational>, by: Q.Rational): Map<number, Q.Rational> =>
  new Map([...powers].map(([k, value]) => [k, Q.multiply(value, by)]));

const side = (letter: string, powers: ReadonlyMap<number, Q.Rational>, decimals: boolean): Expr =>
  sum(...term(at(powers, 1), sym(letter), decimals), ...term(at(powers, 0), null, decimals));

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Leaves out lines that say the same as the one before them in the same words. */
function settle(from: Statement, lines: readonly Statement[]): Statement[] {
  return lines.filter((line, i) => printPlain(line) !== printPlain(lines[i - 1] ?? from));
}

/** The coefficient of each power of the letter; null when the expression is no polynomial in it alone. */
function byPower(expr: Expr, letter: string): Map<number, Q.Rational> | null {
  const terms = coefficients(expr);
  if (!terms) return null;
  const powers = new Map<number, Q.Rational>();
  for (const [key, { coefficient }] of terms) {
    const match = key === '' ? ['', '0'] : /^([^^·]+)\^(\d+)$/.exec(key);
    if (!match || (key !== '' && match[1] !== letter)) return null;
    powers.set(Number(match[key === '' ? 1 : 2]), coefficient);
  }
  return powers;
}

function linear(letter: string, rel: Relation, a: Q.Rational, b: Q.Rational, decimals: boolean): Statement[] {
  if (Q.isZero(a)) {
    const truth = rel === '=' ? Q.isZero(b) : rel === '<' ? b.n > 0n : rel === '>' ? b.n < 0n : rel === '≤' ? b.n >= 0n : b.n <= 0n;
    return [relation(num(0), rel, numberAs(b, decimals)), { kind: 'truth', value: truth, span: NOWHERE }];
  }
  const value = Q.divide(b, a);
  if (!value) return [];
  const turned = a.n < 0n ? (TURNED[rel] ?? rel) : rel;
  const collected = relation(times(a, sym(letter), decimals), rel, numberAs(b, decimals));
  return [collected, relation(sym(letter), turned, numberAs(value, decimals))];
}

export function times(a: Q.Rational, expr: Expr, decimals: boolean): Expr {
  if (Q.equal(a, Q.ONE)) return expr;
  if (Q.equal(a, Q.MINUS_ONE)) return negate(expr);
  return a.n < 0n ? negate(product(numberAs(Q.negate(a), decimals), expr)) : product(numberAs(a, decimals), expr);
}

function quadratic(letter: string, a: Q.Rational, b: Q.Rational, c: Q.Rational, decimals: boolean): Statement[] {
  const x = sym(letter);
  const standard = sum(times(a, power(x, num(2)), decimals), ...term(b, x, decimals), ...term(c, null, decimals));
  const pure = Q.isZero(b) && !Q.isZero(c);
  const square = Q.divide(Q.negate(c), a);
  const lines: Statement[] = [
    pure && square ? relation(power(x, num(2)), '=', numberAs(square, decimals)) : relation(standard, '=', num(0)),
  ];
  const inside = Q.subtract(Q.multiply(b, b), Q.multiply(Q.rational(4), Q.multiply(a, c)));
  if (inside.n < 0n) return [...lines, { kind: 'truth', value: false, span: NOWHERE }];
  const root = Q.exactRoot(inside, 2);
  const twice = Q.multiply(Q.rational(2), a);
  if (root) {
    const [r, s] = [Q.divide(Q.subtract(Q.negate(b), root), twice), Q.divide(Q.add(Q.negate(b), root), twice)];
    if (!r || !s) return lines;
    const factors = [r, s].map(value => minusNumber(x, value, decimals));
    if (!Q.isZero(b) || Q.isZero(c))
      lines.push(relation(product(...(Q.equal(a, Q.ONE) ? [] : [numberAs(a, decimals)]), ...factors), '=', num(0)));
    const found = [r, s].map(value => relation(x, '=', numberAs(value, decimals)));
    return [...lines, Q.equal(r, s) ? (found[0] ?? relation(x, '=', x)) : { kind: 'or', parts: found, span: NOWHERE }];
  }
  const formula = (top: (a: Expr, b: Expr) => Expr): Statement =>
    relation(x, '=', quotient(top(numberAs(Q.negate(b), decimals), call('sqrt', numberAs(inside, decimals))), numberAs(twice, decimals)));
  return [...lines, { kind: 'or', parts: [formula(minus), formula((p, q) => sum(p, q))], span: NOWHERE }];
}

export const term = (c: Q.Rational, x: Expr | null, decimals: boolean): Expr[] => {
  if (Q.isZero(c)) return [];
  return [x ? times(c, x, decimals) : numberAs(c, decimals)].map(t =>
    t.kind === 'number' && t.value.n < 0n ? negate(num(Q.negate(t.value))) : t,
  );
};

const minusNumber = (x: Expr, value: Q.Rational, decimals: boolean): Expr =>
  Q.isZero(value) ? x : value.n < 0n ? sum(x, numberAs(Q.negate(value), decimals)) : minus(x, numberAs(value, decimals));

/** `-3 < 2x + 1 ≤ 7`: the number goes over to both ends, then both are divided. */
function between({ sides, relations, span }: Statement & { kind: 'chain' }, decimals: boolean): Statement[] | null {
  const [low, middle, high] = sides.map(part => coefficients(part));
  const [inside] = sides.slice(1);
  const letters = inside ? lettersIn(inside) : [];
  const powers = inside && letters.length === 1 && middle ? byPower(inside, letters[0] ?? '') : null;
  const [least, most] = [low, high].map(ends =>
    ends && [...ends.keys()].every(key => key === '') ? (ends.get('')?.coefficient ?? Q.ZERO) : null,
  );
  if (!powers || !least || !most || [...powers.keys()].some(k => k > 1) || Q.isZero(at(powers, 1))) return null;
  const x = sym(letters[0] ?? '');
  const line = (change: (value: Q.Rational) => Q.Rational, inner: Expr, turned: boolean): Statement => ({
    kind: 'chain',
    sides: [numberAs(change(least), decimals), inner, numberAs(change(most), decimals)],
    relations: relations.map(rel => (turned ? (TURNED[rel] ?? rel) : rel)),
    span,
  });
  const moved = (value: Q.Rational): Q.Rational => Q.subtract(value, at(powers, 0));
  const divided = (value: Q.Rational): Q.Rational => Q.divide(moved(value), at(powers, 1)) ?? value;
  return settle({ kind: 'chain', sides, relations, span }, [
    line(moved, times(at(powers, 1), x, decimals), false),
    line(divided, x, at(powers, 1).n < 0n),
  ]);
}

function solveEach(parts: readonly Statement[], decimals: boolean): Statement[] | null {
  const solved = parts.map(part => solveSteps(part, decimals));
  if (solved.some(lines => lines === null)) return null;
  return [{ kind: 'or', parts: parts.map((part, i) => solved[i]?.at(-1) ?? part), span: NOWHERE }];
}
