import { num } from '../math/build.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import type { Expr } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import { ROUNDED } from './calculations.ts';
import type { Chain } from './decide.ts';
import { compareSides, noticesOf } from './identities/compare-sides.ts';
import { withDerivatives } from './identities/derivatives.ts';
import { underRelations } from './identities/relations.ts';
import { isDerivative, isRewriting } from './identities/rewriting.ts';
import { withSupposed } from './identities/supposed.ts';
import { bare, holds, type Judged, unjudged, worst, wrong } from './judged.ts';
import { isClosed, lettersIn, namedCall, withFunctions, withValues } from './letters.ts';
import type { Scene } from './scene.ts';

/**
 * Judges the neighbouring sides of a chain of equals that hold letters, as expressions that should be equal for all values.
 * A pair that differs is refuted only where it is plainly meant as a rewriting; null when nothing here is meant so.
 */
export function judgeIdentities(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  if (chain.relations.some(relation => relation !== '=' && relation !== '≈' && relation !== '≡') || chain.modulus) return null;
  const [letter, value] = claim.under?.kind === 'chain' ? claim.under.sides : [];
  const there = (side: Expr): Expr => (letter?.kind === 'symbol' && value ? substitute(side, letter.name, value) : side);
  const sides = withSupposed(
    scene,
    chain.sides.map(side => there(withDerivatives(scene, withFunctions(side, scene.functions)))),
  );
  const judged: Judged[] = [];
  for (let i = 0; i + 1 < sides.length; i++) {
    const [left, right, written] = [sides[i], sides[i + 1], chain.sides[i + 1]];
    const before = chain.sides[i];
    if (!left || !right || !written || !before || (isClosed(before) && isClosed(written))) continue;
    const found = compareSides(scene, namedCall(before) ? withNumbers(scene, left, right) : left, right, i > 0 || left !== before);
    if (found.kind === 'same') {
      judged.push(holds(noticesOf(found)));
    } else if (areRounded(scene, left, right, chain, i)) {
      judged.push(holds([ROUNDED]));
    } else if (
      found.kind !== 'unknown' &&
      chain.relations[i] !== '≈' &&
      'witness' in found &&
      isRewriting(scene, claim, chain, i, left, right)
    ) {
      const bound = underRelations(scene, left, right);
      if (bound !== null) {
        judged.push(bound);
        continue;
      }
      const derived = left !== before && someNode(before, isDerivative);
      const slip = {
        kind: derived ? 'derivative' : 'identity',
        claim,
        from: bare(derived ? before : left),
        written: bare(written),
        side: i + 1,
        ...(derived ? { right: left } : {}),
        ...(!derived && left !== before && namedCall(before) ? { called: before } : {}),
      } as const;
      return wrong(found.witness, written.span, slip);
    } else {
      judged.push(unjudged(found.kind === 'unknown' ? found.why : 'an equation, not a rewriting'));
    }
  }
  return worst(judged);
}

/** `37/45 h ≈ 0.822 h`: the same multiple of a letter, one of the two rounded. */
function areRounded(scene: Scene, left: Expr, right: Expr, { relations, span }: Chain, i: number): boolean {
  const [letter, ...more] = lettersIn(left, right);
  if (letter === undefined || more.length > 0 || ![left, right].every(side => isMultiple(side, letter))) return false;
  const [a, b] = [left, right].map(side => substitute(side, letter, num(1)));
  const [relation = '='] = relations.slice(i);
  return (
    a !== undefined &&
    b !== undefined &&
    scene.decider.chain({ kind: 'chain', sides: [a, b], relations: [relation], span }).kind === 'holds'
  );
}

const isMultiple = (side: Expr, letter: string): boolean =>
  side.kind === 'product' &&
  side.factors.some(factor => factor.kind === 'symbol' && factor.name === letter) &&
  side.factors.every(factor => isClosed(factor) || factor.kind === 'symbol');

/** `f(x) = ax + b` with the values found for the letters that the other side does not have. */
const withNumbers = (scene: Scene, left: Expr, right: Expr): Expr => {
  const gone = lettersIn(left).filter(letter => !lettersIn(right).includes(letter));
  return withValues(left, new Map([...scene.values].filter(([name]) => gone.includes(name)).map(([name, { value }]) => [name, value])));
};
