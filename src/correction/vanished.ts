import { product, sym } from '../math/build.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { equalTrees } from '../math/tree.ts';
import type { Chain } from './decide.ts';
import { judgeEquation } from './equations.ts';
import { type Judged, unjudged, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Fact, Scene } from './scene.ts';
import type { Line } from './shape.ts';

/**
 * A line that says nothing of the unknown any more: `4 = 4` or `x = x` under `4 = 2x`, `0 = -8` under `(1 - a)x = -8`, `7/7 = 1` under `7/7 = x/1`.
 * Both sides are numbers, or one side was kept and the other became the same. Null when the line is no such thing.
 */
export function judgeVanished(scene: Scene, chain: Chain, line: Line): Judged | null {
  const near = scene.facts.at(-1);
  if (scene.task !== 'equation' || line.claim.link !== 'derived' || chain.relations.join() !== '=' || near?.statement.kind !== 'chain')
    return null;
  const [left, right] = chain.sides;
  const [before, after] = near.statement.sides;
  if (!left || !right || !before || !after || near.statement.sides.length !== 2 || near.step < line.step - 1) return null;
  const numbers = chain.sides.every(side => isAtom(side) && isClosed(side));
  const [letter] = near.letters;
  const named = scene.solution.steps
    .slice(line.step + 1)
    .some(step => step.claims.some(({ statement }) => statement && lettersIn(statement).includes(letter ?? '')));
  const gone = near.letters.length === 1 && !named && (isKept(before, after, left, right) || isKept(after, before, right, left));
  if (!numbers && !gone && !dividedByLetter(scene, chain.sides, near)) return null;
  const { verdict, slip, at } = judgeEquation(scene, line);
  return (verdict.kind === 'one-way' || verdict.kind === 'wrong') && slip ? wrong(verdict.witness, at ?? line.claim.range, slip) : null;
}

/** `28/28 = 63/28` under `28 = 63`: what the problem states is not true either, and the same was done to both of its sides. */
export function treatedAlike(scene: Scene, { sides }: Chain, { step }: Line): Judged | null {
  const claim = scene.solution.steps[step - 1]?.claims.at(-1) ?? scene.solution.givens.at(-1);
  const above = claim && scene.solution.problem.includes(claim.text.trim()) ? claim.statement : null;
  if (above?.kind !== 'chain' || above.sides.length !== 2 || sides.length !== 2) return null;
  const [a, b, c, d] = [...above.sides, ...sides].map(side => evaluateExact(side));
  if (!a || !b || !c || !d || Q.equal(a, b)) return null;
  const moved = Q.equal(Q.subtract(c, a), Q.subtract(d, b));
  const scaled = !Q.isZero(c) && Q.equal(Q.multiply(c, b), Q.multiply(d, a));
  return moved || scaled ? unjudged('the line above is not true, and the same was done to both of its sides') : null;
}

/** One side stayed as it was; the other became a number where it had a letter, or is one term in the letter like the side that stayed. */
function isKept(before: Expr, changed: Expr, kept: Expr, other: Expr): boolean {
  if (!equalTrees(before, kept) || equalTrees(changed, other)) return false;
  if (isClosed(kept)) return !isClosed(changed) && isClosed(other) && (isAtom(kept) || isAtom(other) || equalTrees(kept, other));
  return isTerm(kept) && isTerm(other);
}

/** `6 = 4` under `6x = 4x`: both sides were divided by the letter. */
function dividedByLetter(scene: Scene, sides: readonly Expr[], near: Fact): boolean {
  const [letter] = near.letters;
  if (near.statement.kind !== 'chain' || near.letters.length !== 1 || letter === undefined) return false;
  const times = (side: Expr): Expr => product(side, sym(letter));
  return near.statement.sides.every((before, i) => {
    const side = sides[i];
    return side !== undefined && scene.decider.expressions(times(side), before).kind === 'same';
  });
}

const isAtom = (side: Expr): boolean => side.kind === 'number' || side.kind === 'symbol' || (side.kind === 'negate' && isAtom(side.arg));

/** A letter with a number before or under it, and no sum. */
const isTerm = (side: Expr): boolean =>
  isAtom(side) ||
  (side.kind === 'negate' && isTerm(side.arg)) ||
  (side.kind === 'product' && side.factors.every(isTerm)) ||
  (side.kind === 'quotient' && isTerm(side.num) && isTerm(side.den));
