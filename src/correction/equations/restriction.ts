import type { Comparison } from '../../math/comparison.ts';
import { expressionsOf, someNode } from '../../math/decide/free.ts';
import type { Statement } from '../../math/expr.ts';
import { dividesByZero } from '../divisions.ts';
import { degree } from '../gains.ts';
import { follows, type Judged, unjudged, wrong } from '../judged.ts';
import { opensBlindly } from '../openings.ts';
import { isEquation, isRestriction, limits } from '../scene/statements.ts';
import type { Fact, Scene } from '../scene.ts';
import type { Line } from '../shape.ts';

/** A line that only says what the letter may be: `x ≠ 1`, or an inequality under an equation that is not defined everywhere. */
export function restricts(from: Statement, to: Statement): boolean {
  if (isRestriction(to)) return !isRestriction(from);
  return limits(from, to);
}

export function judgeRestriction(scene: Scene, { statement }: Line, near: Fact): Judged {
  const found = scene.decider.linesAnywhere(near.statement, statement);
  return found.kind === 'same' || found.kind === 'wider' ? follows(near.step) : unjudged('it only says what the letter may be');
}

/**
 * How a line stands to a linear one above when the conditions that make the two agree play no part in solving it: neither alone nor together with them
 * does it say the same. Null where the conditions may be what the line rests on.
 */
export function withoutConditions(scene: Scene, near: Fact, { statement }: Line): Comparison | null {
  const conditions = scene.solution.conditions ?? [];
  const linear = expressionsOf(near.statement).every(
    side => degree(side) <= 1 && !someNode(side, node => node.kind === 'call' || node.kind === 'quotient'),
  );
  if (conditions.length === 0 || near.letters.length !== 1 || !linear || conditions.some(isEquation)) return null;
  const alone = scene.decider.linesAnywhere(near.statement, statement);
  if (alone.kind === 'same' || alone.kind === 'unknown') return null;
  const within: Statement = { kind: 'and', parts: [near.statement, ...conditions], span: near.statement.span };
  return scene.decider.linesAnywhere(within, statement).kind === 'same' ? null : alone;
}

/** A division by what the conditions on the letters allow to be 0, or bars left out against them; null when there is none. */
export function judgeBlind(scene: Scene, { claim, statement }: Line, near: Fact): Judged | null {
  const shown = dividesByZero(scene, near.statement, statement) ?? opensBlindly(scene, near.statement, statement);
  return shown && wrong(shown, claim.range, { kind: 'line', claim, from: near.statement, written: statement, side: null });
}

/** `-3 < k < 3` of `-3 < k < 3, k ≠ 0`; null where nothing of the kind is said, or nothing else. */
export function withoutRestrictions(statement: Statement): Statement | null {
  if (statement.kind !== 'and') return null;
  const parts = statement.parts.filter(part => !isRestriction(part));
  const [only] = parts;
  return parts.length === 0 || parts.length === statement.parts.length ? null : only && parts.length === 1 ? only : { ...statement, parts };
}
