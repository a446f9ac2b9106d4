import { num } from '../../math/build.ts';
import { someNode, substitute } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseExpression, parseStatement } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import { children } from '../../math/tree.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';

/** What a line writes: expressions that stand alone or as sides, and its statements. */
export interface Written {
  readonly sides: readonly Expr[];
  readonly statements: readonly Statement[];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The value, angles in degrees apart from other units; null where it has none. */
export function worth(expr: Expr): number | null {
  const angles = someNode(expr, node => node.kind === 'call' && /^(?:sin|cos|tan)$/.test(node.fn));
  const value = evaluateNumeric(angles ? expr : withoutUnits(expr));
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The numbers and functions of which an expression is made, in any order: powers, percents and factorials of numbers are numbers, ones are none. */
function atoms(expr: Expr): string[] {
  const value = isAtom(expr) ? worth(expr) : null;
  if (value !== null) return Math.abs(value) === 1 ? [] : [String(Number(Math.abs(value).toPrecision(9)))];
  if (expr.kind === 'unit') return [];
  if (expr.kind === 'symbol') return [expr.name];
  const own = expr.kind === 'call' ? [expr.fn] : [];
  return [...own, ...children(expr).flatMap(atoms)];
}

const isNumber = (expr: Expr | undefined): boolean =>
  expr !== undefined &&
  (expr.kind === 'number' ||
    (expr.kind === 'negate' && isNumber(expr.arg)) ||
    (expr.kind === 'product' && expr.factors.filter(one => one.kind !== 'unit').length === 1 && expr.factors.some(isNumber)));

const isAtom = (expr: Expr): boolean =>
  isNumber(expr) ||
  expr.kind === 'mixed' ||
  (expr.kind === 'percent' && isNumber(expr.arg)) ||
  (expr.kind === 'power' && isNumber(expr.base) && isNumber(expr.exponent)) ||
  (expr.kind === 'quotient' && isNumber(expr.num) && expr.den.kind === 'number' && Q.equal(expr.den.value, Q.rational(100))) ||
  (expr.kind === 'call' && expr.fn === 'factorial' && isNumber(expr.args[0]));

const key = (found: readonly string[]): string => [...found].sort().join(' ');

/** `unlike` says of a value that it is right. */
export function closedMatch(form: string, { sides, statements }: Written, isRight: (value: number) => boolean): boolean {
  const deep = form.startsWith('~');
  const { expr } = parseExpression(deep ? form.slice(1) : form);
  const value = expr && isClosed(expr) ? worth(expr) : null;
  if (!expr || value === null || isRight(value)) return false;
  const own = key(atoms(expr));
  const fits = (side: Expr): boolean => {
    if (isNumber(side) || !isClosed(side)) return false;
    const found = worth(side);
    return found !== null && near(found, value) && key(atoms(side)) === own;
  };
  return (
    sides.some(side => (deep ? someNode(side, fits) : fits(side))) ||
    statements.some(statement => {
      const [left, right, ...more] = statement.kind === 'chain' ? statement.sides : [];
      const [letter, ...others] = lettersIn(statement);
      if (!left || !right || more.length > 0 || letter === undefined || others.length > 0 || left.kind === 'symbol') return false;
      const gap = gapAt(left, right, letter);
      const there = gap(value);
      return (
        there !== null &&
        near(there, 0) &&
        !near(gap(value + 1) ?? 0, 0) &&
        key([...atoms(left), ...atoms(right)]) === key([letter, ...atoms(expr)])
      );
    })
  );
}

/** An equation in one letter that says the same as the form says of `x`, up to a factor. */
export function equationMatch(form: string, { statements }: Written): boolean {
  const wanted = parseStatement(form).statement;
  const [left, right] = wanted?.kind === 'chain' ? wanted.sides : [];
  if (!left || !right) return false;
  const own = gapAt(left, right, 'x');
  return statements.some(statement => {
    const [one, other, ...more] = statement.kind === 'chain' && statement.relations[0] === '=' ? statement.sides : [];
    const [letter, ...others] = lettersIn(statement);
    if (!one || !other || more.length > 0 || letter === undefined || others.length > 0) return false;
    const gap = gapAt(one, other, letter);
    const ratios = [1.37, 4.21, 9.83, 17.9].map(at => {
      const [a, b] = [own(at), gap(at)];
      return a === null || b === null || near(a, 0) ? Number.NaN : b / a;
    });
    return ratios.every(ratio => near(ratio, ratios[0] ?? Number.NaN)) && !near(ratios[0] ?? 0, 0);
  });
}

const gapAt =
  (left: Expr, right: Expr, letter: string) =>
  (at: number): number | null => {
    const value = num(Q.parseDecimal(at.toFixed(12)) ?? Q.ZERO);
    const [a, b] = [left, right].map(side => worth(substitute(side, letter, value)));
    return a === null || b === null || a === undefined || b === undefined ? null : a - b;
  };
