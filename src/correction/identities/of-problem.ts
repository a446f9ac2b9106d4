import { product } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { equalTrees } from '../../math/tree.ts';
import { follows, type Judged, unjudged } from '../judged.ts';
import { divisorsIn, lettersIn } from '../letters.ts';
import { functionHead } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import { statedExpression } from '../task.ts';
import { sameLetters } from './rewriting.ts';

/**
 * Under a problem that states an expression, a line without a name rewrites a part of it when it speaks of its letters alone. Where the problem relates
 * letters, as a formula does, one side must be a part of what it says. A formula that is recalled has letters of its own, the same on both sides;
 * an induction brings its letter in.
 */
export function isOfProblem(scene: Scene, left: Expr, right: Expr): boolean {
  const stated = statedSides(scene);
  const known = lettersIn(...stated.map(({ side }) => side));
  const own = lettersIn(left, right);
  if (known.length === 0 || /\binduction\b/i.test(scene.solution.problem)) return true;
  if (own.every(letter => !known.includes(letter))) return own.length > 1 && sameLetters(left, right) && [left, right].some(isExpandable);
  if (own.some(letter => !known.includes(letter))) return false;
  if (!stated.some(({ related }) => related)) return true;
  const parts = stated.map(({ side }) => side);
  const isPart = (side: Expr): boolean =>
    parts.some(part => someNode(part, node => equalTrees(node, side)) || scene.decider.expressions(part, side).kind === 'same');
  return isPart(left) || isPart(right);
}

/** The expressions of the problem; `related`: in a relation between letters that does not hold for all of their values. */
function statedSides(scene: Scene): { readonly side: Expr; readonly related: boolean }[] {
  const { solution, decider } = scene;
  const stated = statedExpression(solution.problem);
  const givens = solution.givens.flatMap(({ statement }) => {
    if (statement?.kind !== 'chain' || !statement.relations.every(link => link === '=' || link === '≡')) return [];
    const [left, right] = statement.sides;
    const named = left && (functionHead(left) !== null || lettersIn(left).length === 0);
    const related = left !== undefined && right !== undefined && !named && decider.expressions(left, right).kind !== 'same';
    return statement.sides.map(side => ({ side, related }));
  });
  return stated ? [...givens, { side: stated, related: false }] : givens;
}

/** A power of a sum, or a product with one. */
const isExpandable = (side: Expr): boolean =>
  (side.kind === 'power' && side.base.kind === 'sum') ||
  (side.kind === 'product' && side.factors.some(factor => factor.kind === 'sum' || isExpandable(factor)));

/** How many parts of the problem's expression are looked at. */
const MOST_PARTS = 24;

/** The whole expression of the problem again, or a part of it: a term, a factor, a denominator, what stands over the common one. Null for anything else. */
export function besides({ solution, decider }: Scene, written: Expr): Judged | null {
  const whole = statedExpression(solution.problem);
  if (!whole) return null;
  const same = (side: Expr): boolean => decider.expressions(side, written).kind === 'same';
  if (same(whole)) return follows(null);
  const parts: Expr[] = [];
  someNode(whole, node => {
    if (node !== whole && lettersIn(node).length > 0 && parts.push(node) > MOST_PARTS) return true;
    return false;
  });
  const common = divisorsIn(whole);
  const below = product(...common);
  const sides = common.length > 0 ? [...parts, below, product(whole, below)] : parts;
  return sides.some(same) ? unjudged('it works out a part of the expression') : null;
}
