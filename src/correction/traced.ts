import { askedIn } from './asked/questions.ts';
import { plainProblem } from './asked/text.ts';
import { bare, isMistake, type Judged } from './judged.ts';
import { isClosed } from './letters.ts';
import { withoutUnits } from './reference/graph.ts';
import { isLiteral } from './scene/statements.ts';
import type { Scene } from './scene.ts';

/**
 * A refuted line may only write in another way what an unjudged line above it came to: that line is the mistake. Only where the refuted side should have
 * the value of the expression that the problem states. A number may turn up by chance, so that every line between must have it.
 */
export function tracedBack(scene: Scene, judged: readonly Judged[], answered: number | undefined): readonly Judged[] {
  const last = judged.findIndex(({ verdict }) => isMistake(verdict));
  const found = judged[last];
  const [written, ...more] = found?.slip?.written.kind === 'chain' ? found.slip.written.sides : [];
  const [from] = found?.slip?.from.kind === 'chain' ? found.slip.from.sides : [];
  if (!found?.slip || !written || !from || more.length > 0 || found.slip.kind === 'derivative') return judged;
  const asked = askedIn(plainProblem(scene.solution.problem));
  if (
    asked?.kind !== 'value' ||
    !asked.stated ||
    (last !== answered && isClosed(from)) ||
    scene.decider.expressions(asked.value, from).kind !== 'same'
  )
    return judged;
  const value = withoutUnits(written);
  let [at, moved] = [last, found];
  for (let step = last - 1; step >= 0; step--) {
    const claim = scene.solution.steps[step]?.claims.findLast(({ statement }) => statement !== null);
    const sides = claim?.statement?.kind === 'chain' && claim.link !== 'check' ? claim.statement.sides : [];
    const side = sides.find(one => !isLiteral(one) && scene.decider.expressions(withoutUnits(one), value).kind === 'same');
    if (claim && side) {
      at = step;
      moved = { ...found, at: side.span, slip: { ...found.slip, claim, written: bare(side), side: sides.indexOf(side) } };
    } else if (isClosed(value) && sides.length > 0) break;
  }
  return at === last
    ? judged
    : judged.map((one, step) => (step === at ? moved : step === last ? { ...found, verdict: { kind: 'follows' }, slip: null } : one));
}
