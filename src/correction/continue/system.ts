import { minus, relation, sum, sym } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { coefficients } from '../../mistakes/tidy.ts';
import { lettersIn } from '../letters.ts';
import { numberAs } from './layout.ts';
import { solveSteps, term, times } from './solve.ts';

/** Two linear equations in two letters: one letter expressed by the other, put in, solved, and put back. */
export function solveSystem(given: readonly Statement[], decimals: boolean): Statement[] | null {
  const all = lettersIn(...given);
  const parts = easierFirst(all, given);
  const letters = easierLast(all, parts);
  const [x, y] = letters;
  const rows = parts.map(part => rowOf(part, x ?? '', y ?? ''));
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
  const expressed = sum(...term(slope, sym(x), decimals), ...term(start, null, decimals));
  const inserted = sum(...term(q.a, sym(x), decimals), ...(Q.isZero(q.b) ? [] : [times(q.b, expressed, decimals)]));
  const put = relation(inserted, '=', numberAs(q.c, decimals));
  const rest = solveSteps(put, decimals) ?? found.slice(0, 1);
  return [relation(sym(y), '=', expressed), ...(rest.length > 1 ? [put] : []), ...rest, ...found.slice(1)];
}

interface Row {
  readonly a: Q.Rational;
  readonly b: Q.Rational;
  readonly c: Q.Rational;
}

/** `a·x + b·y = c` of an equation linear in both letters. */
function row(sides: readonly Expr[], x: string, y: string): Row | null {
  const [left, right] = sides;
  const terms = left && right ? coefficients(minus(left, right)) : null;
  if (!terms || [...terms.keys()].some(key => key !== '' && key !== `${x}^1` && key !== `${y}^1`)) return null;
  const at = (key: string): Q.Rational => terms.get(key)?.coefficient ?? Q.ZERO;
  return { a: at(`${x}^1`), b: at(`${y}^1`), c: Q.negate(at('')) };
}

/** The letters so that the last one stands alone in the first equation, if one does. */
function easierLast(letters: readonly string[], parts: readonly Statement[]): readonly string[] {
  const [x = '', y = ''] = letters;
  const first = rowOf(parts[0], x, y);
  return first && !isOne(first.b) && isOne(first.a) ? [y, x] : letters;
}

/** The equations so that the first is one with a letter that stands alone, if one is. */
function easierFirst(letters: readonly string[], parts: readonly Statement[]): readonly Statement[] {
  const [x = '', y = ''] = letters;
  const easy = parts.map(part => rowOf(part, x, y)).map(found => found !== null && (isOne(found.a) || isOne(found.b)));
  return easy[0] === false && easy[1] ? [...parts].reverse() : parts;
}

const isOne = (value: Q.Rational): boolean => Q.equal(Q.absolute(value), Q.ONE);

const rowOf = (part: Statement | undefined, x: string, y: string): Row | null =>
  part?.kind === 'chain' && part.relations.length === 1 && part.relations[0] === '=' ? row(part.sides, x, y) : null;
