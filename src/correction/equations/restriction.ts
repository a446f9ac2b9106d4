import type { Comparison } from '../../math/comparison.ts';
import { expressionsOf, someNode } from '../../math/decide/free.ts';
import type { Statement } from '../../math/expr.ts';
import { dividesByZero } from '../divisions.ts';
import { degree } from '../gains.ts';
import { follows, type Judged, unjudged, wrong } from '../judged.ts';
import { lettersIn } from '../letters.ts';
import { opensBlindly } from '../openings.ts';
import { isEquation, isRestriction, limits } from '../scene/statements.ts';
import type { Fact, Scene } from '../scene.ts';
import { isSolved, type Line } from '../shape.ts';
import { strangeWord } from './wording.ts';

/** A line that only says what the letter may be: `x ≠ 1`, or an inequality under an equation that is not defined everywhere. */
export function restricts(from: Statement, to: Statement): boolean {
  if (isRestriction(to)) return !isRestriction(from);
  return limits(from, to);
}

export function judgeRestriction(scene: Scene, line: Line, near: Fact): Judged {
  const { statement } = line;
  const found = scene.decider.linesAnywhere(near.statement, statement);
  if (found.kind === 'same' || found.kind === 'wider') return follows(near.step);
  return judgeSolvedBound(scene, line) ?? unjudged('it only says what the letter may be');
}

/** `x ≥ 3` right under `−2x ≥ −6`, where a function is defined: the inequality above, solved otherwise. Null for all other lines. */
function judgeSolvedBound(scene: Scene, line: Line): Judged | null {
  const { statement, step, claim } = line;
  const above = scene.bounds.at(-1);
  const [letter, ...more] = lettersIn(statement);
  if (!above || above.step !== step - 1 || step < 1 || letter === undefined || more.length > 0) return null;
  if (scene.solution.steps[step - 1]?.claims.length !== 1 || claim.setting !== 'display' || strangeWord(scene, line) !== null) return null;
  if (!isSolved(statement) || isSolved(above.statement) || lettersIn(above.statement).join() !== letter) return null;
  const found = scene.decider.linesAnywhere(above.statement, statement);
  if (found.kind === 'same') return follows(above.step);
  if (found.kind !== 'different') return null;
  return wrong(found.witness, claim.range, { kind: 'line', claim, from: above.statement, written: statement, side: null });
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
