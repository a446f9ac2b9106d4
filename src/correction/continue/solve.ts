import { call, minus, negate, num, power, product, quotient, relation, sum, sym } from '../../math/build.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { equalTrees } from '../../math/tree.ts';
import { coefficients, tidy } from '../../mistakes/tidy.ts';
import { lettersIn } from '../letters.ts';
import { numberAs } from './layout.ts';

const TURNED: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤', '=': '=', '≠': '≠' };

/** The usual lines from an equation or inequality in one letter, up to degree two, or a linear system in two, down to its solution. Null when it is none. */
export function solveSteps(from: Statement, decimals: boolean): Statement[] | null {
  if (from.kind === 'and') return solveSystem(from.parts, decimals);
  if (from.kind === 'or') return solveEach(from.parts, decimals);
  if (from.kind !== 'chain' || from.sides.length !== 2) return null;
  const [left, right] = from.sides;
  const [rel] = from.relations;
  const letters = lettersIn(from);
  const [letter] = letters;
  if (!left || !right || !rel || !TURNED[rel] || letters.length !== 1 || !letter) return null;
  const opened = relation(tidy(left), rel, tidy(right));
  const lines = equalTrees(opened, from) ? [] : [opened];
  const a = byPower(left, letter);
  const b = byPower(right, letter);
  if (!a || !b) return null;
  const degree = Math.max(...a.keys(), ...b.keys());
  const at = (k: number): Q.Rational => Q.subtract(a.get(k) ?? Q.ZERO, b.get(k) ?? Q.ZERO);
  if (Q.isZero(at(2)) && degree <= 2) return settle(from, [...lines, ...linear(letter, rel, at(1), Q.negate(at(0)), decimals)]);
  if (degree === 2 && rel === '=') return settle(from, [...lines, ...quadratic(letter, at(2), at(1), at(0), decimals)]);
  return null;
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

function times(a: Q.Rational, expr: Expr, decimals: boolean): Expr {
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

const term = (c: Q.Rational, x: Expr | null, decimals: boolean): Expr[] => {
  if (Q.isZero(c)) return [];
  return [x ? times(c, x, decimals) : numberAs(c, decimals)].map(t =>
    t.kind === 'number' && t.value.n < 0n ? negate(num(Q.negate(t.value))) : t,
  );
};

const minusNumber = (x: Expr, value: Q.Rational, decimals: boolean): Expr =>
  Q.isZero(value) ? x : value.n < 0n ? sum(x, numberAs(Q.negate(value), decimals)) : minus(x, numberAs(value, decimals));

function solveEach(parts: readonly Statement[], decimals: boolean): Statement[] | null {
  const solved = parts.map(part => solveSteps(part, decimals));
  if (solved.some(lines => lines === null)) return null;
  return [{ kind: 'or', parts: parts.map((part, i) => solved[i]?.at(-1) ?? part), span: NOWHERE }];
}

/** Two linear equations in two letters: one letter expressed by the other, put in, solved, and put back. */
function solveSystem(parts: readonly Statement[], decimals: boolean): Statement[] | null {
  const letters = lettersIn(...parts);
  const [x, y] = letters;
  const rows = parts.map(part =>
    part.kind === 'chain' && part.relations.length === 1 && part.relations[0] === '=' ? row(part.sides, x ?? '', y ?? '') : null,
  );
  const [p, q] = rows;
  if (letters.length !== 2 || parts.length !== 2 || !p || !q || !x || !y) return null;
  const determinant = Q.subtract(Q.multiply(p.a, q.b), Q.multiply(q.a, p.b));
  if (Q.isZero(determinant)) return null;
  const [xs, ys] = [
    Q.divide(Q.subtract(Q.multiply(p.c, q.b), Q.multiply(q.c, p.b)), determinant),
    Q.divide(Q.subtract(Q.multiply(p.a, q.c), Q.multiply(q.a, p.c)), determinant),
  ];
  if (!xs || !ys) return null;
  const found = [relation(sym(x), '=', numberAs(xs, decimals)), relation(sym(y), '=', numberAs(ys, decimals))];
  if (Q.isZero(p.b)) return found;
  const slope = Q.divide(Q.negate(p.a), p.b);
  const start = Q.divide(p.c, p.b);
  if (!slope || !start) return found;
  const expressed = sum(...(Q.isZero(slope) ? [] : [times(slope, sym(x), decimals)]), ...term(start, null, decimals));
  const inserted = sum(...term(q.a, sym(x), decimals), ...(Q.isZero(q.b) ? [] : [product(numberAs(q.b, decimals), expressed)]));
  return [relation(sym(y), '=', expressed), relation(inserted, '=', numberAs(q.c, decimals)), ...found];
}

/** `a·x + b·y = c` of an equation linear in both letters. */
function row(sides: readonly Expr[], x: string, y: string): { a: Q.Rational; b: Q.Rational; c: Q.Rational } | null {
  const [left, right] = sides;
  const terms = left && right ? coefficients(minus(left, right)) : null;
  if (!terms || [...terms.keys()].some(key => key !== '' && key !== `${x}^1` && key !== `${y}^1`)) return null;
  const at = (key: string): Q.Rational => terms.get(key)?.coefficient ?? Q.ZERO;
  return { a: at(`${x}^1`), b: at(`${y}^1`), c: Q.negate(at('')) };
}
