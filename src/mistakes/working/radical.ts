import { num, power, relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { equalTrees, mapExpr } from '../../math/tree.ts';
import { negate, product, sum, symbol } from '../build.ts';
import { coefficients, numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { contentOf } from './cancel.ts';
import type { Equation, Move } from './move.ts';
import { times } from './numbers.ts';
import { byPower, NEVER, writtenOut } from './polynomial.ts';
import { has, specialsIn } from './special.ts';

/**
 * A root alone on its side: both sides raised to its power. A root among other terms: brought alone to one side, the square of a sum that holds it multiplied
 * out first. Two roots on one side: one of them goes over.
 */
export const radicalMove: Move = ({ left, right, letter }, style) => {
  const direct = raised(left, right) ?? raised(right, left);
  if (direct) return direct;
  const [root, second, ...more] = specialsIn([left, right], letter);
  if (!root || more.length > 0 || !rootOf(root)) return null;
  if (second) return rootOf(second) && parted({ left, right, letter }, root);
  const [a, b] = [opened(left, root), opened(right, root)];
  if (a && b && !(equalTrees(a, left) && equalTrees(b, right))) return [relation(a, '=', b)];
  const hidden = (expr: Expr): Expr => mapExpr(expr, part => (equalTrees(part, root) ? symbol(MARK) : part));
  const terms = coefficients(sum([hidden(left), negate(hidden(right))]));
  const front = terms?.get(`${MARK}^1`)?.coefficient;
  if (!terms || !front || [...terms.keys()].some(key => key.includes(MARK) && key !== `${MARK}^1`)) return null;
  const rest = [...terms].filter(([key]) => key !== `${MARK}^1`).map(([, { term }]) => term);
  if (!rest.some(term => has(term, letter)) && !(has(left, letter) && has(right, letter))) return null;
  const powers = byPower(sum(rest.map(opposite)), letter);
  if (!powers) return null;
  const common = Q.absolute(contentOf(new Map([...powers, [-1, front]])));
  const share = (value: Q.Rational): Q.Rational => Q.divide(value, front.n < 0n ? Q.negate(common) : common) ?? value;
  const other = writtenOut(letter, new Map([...powers].map(([k, value]) => [k, share(value)] as const)), style);
  return [relation(times(share(front), root, style), '=', other)];
};

/** `(2 + √u)^2` as `4 + 4√u + u`; a side without such a square as it stands. Null where a higher power of the root is left. */
function opened(side: Expr, root: Expr): Expr | null {
  if (!someNode(side, node => node.kind === 'power' && node.base.kind === 'sum' && someNode(node.base, part => equalTrees(part, root))))
    return side;
  const hidden = mapExpr(side, part => (equalTrees(part, root) ? symbol(MARK) : part));
  const terms = coefficients(hidden);
  const inside = rootOf(root)?.inside;
  if (!terms || !inside || [...terms.keys()].some(key => new RegExp(`${MARK}\\^[3-9]`).test(key))) return null;
  const shown = (expr: Expr): Expr =>
    mapExpr(expr, node => {
      if (node.kind === 'symbol' && node.name === MARK) return root;
      return node.kind === 'power' && equalTrees(node.base, root) ? inside : node;
    });
  return sum([...terms.values()].map(({ term }) => shown(term)));
}

/** `√u - √v = c` as `√u = c + √v`. */
function parted({ left, right }: Equation, root: Expr): Statement[] | null {
  const terms = [...termsOf(left), ...termsOf(right).map(opposite)];
  const own = terms.find(term => equalTrees(term.kind === 'negate' ? term.arg : term, root));
  if (!own) return null;
  const rest = terms.filter(term => term !== own && !(term.kind === 'number' && term.value.n === 0n));
  const over = own.kind === 'negate' ? rest : rest.map(opposite);
  return [relation(root, '=', sum([...over.filter(term => term.kind !== 'negate'), ...over.filter(term => term.kind === 'negate')]))];
}

const termsOf = (side: Expr): readonly Expr[] => (side.kind === 'sum' ? side.terms : [side]);

const opposite = (term: Expr): Expr => (term.kind === 'negate' ? term.arg : negate(term));

const MARK = 'ζ';

function raised(root: Expr, other: Expr): Statement[] | null {
  const [found, twin] = [timesRoot(root), timesRoot(other)];
  if (!found || (found.front !== null && !hasLetter(other))) return null;
  if (twin && twin.index === found.index) return [relation(insideOf(found), '=', insideOf(twin))];
  const value = hasLetter(other) ? null : numberIn(other);
  if (value && value.n < 0n && found.index % 2 === 0) return [NEVER];
  const lifted = power(other, num(found.index));
  return [relation(insideOf(found), '=', value ? tidy(lifted) : lifted)];
}

/** `3√u` raised to the power of its root: `9u`. */
const insideOf = ({ front, inside, index }: Root): Expr => (front ? product([tidy(power(front, num(index))), inside]) : inside);

interface Root {
  readonly inside: Expr;
  readonly index: number;
  /** The number before the root, if there is one. */
  readonly front: Expr | null;
}

function timesRoot(expr: Expr): Root | null {
  const [front, last] = expr.kind === 'product' && expr.factors.length === 2 ? expr.factors : [null, expr];
  const found = last ? rootOf(last) : null;
  return found && hasLetter(found.inside) && (!front || (numberIn(front)?.n ?? 0n) > 0n) ? { ...found, front: front ?? null } : null;
}

function rootOf(expr: Expr): { readonly inside: Expr; readonly index: number } | null {
  if (expr.kind !== 'call') return null;
  const [inside, index] = expr.args;
  if (!inside) return null;
  if (expr.fn === 'sqrt') return { inside, index: 2 };
  const size = expr.fn === 'root' && index ? numberIn(index) : null;
  return size?.d === 1n && size.n >= 2n && size.n <= 6n ? { inside, index: Number(size.n) } : null;
}
