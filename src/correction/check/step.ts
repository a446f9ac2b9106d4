import { relation } from '../../math/build.ts';
import type { Statement } from '../../math/expr.ts';
import type { Claim, Step } from '../../solution/solution.ts';
import { carriedNotice, markCarried } from '../carried.ts';
import { boundedFact, casesIn, holdsOnlyThere, isBounded, withCase, withinCase } from '../cases.ts';
import { judgeCondition } from '../domains.ts';
import { judgeFeatureWords } from '../features.ts';
import { withDerivatives } from '../identities/derivatives.ts';
import { judgeParameter } from '../implied.ts';
import { follows, holds, isMistake, type Judged, unjudged, worst } from '../judged.ts';
import { isClosed, lettersIn, mapSides } from '../letters.ts';
import { judgeMisuse } from '../misuses/judge.ts';
import { judgeMoments } from '../moments.ts';
import { judgeEigenvector } from '../names/eigen.ts';
import { judgeMonotone } from '../names/monotone.ts';
import { judgePointOn } from '../names/points-on.ts';
import { judgeDependence, judgeRemainderAt } from '../names/related.ts';
import { judgeRule } from '../names/rules.ts';
import { judgeSums } from '../names/sums.ts';
import { judgeNames } from '../names.ts';
import { opensAgainst } from '../openings.ts';
import { judgePhysical } from '../physical/judge.ts';
import { judgeProperty } from '../properties.ts';
import { judgeSaid } from '../said.ts';
import { isContinuing } from '../scene/continuing.ts';
import { note, noteTurn } from '../scene/note.ts';
import { isIdentity } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import { judgeSeries } from '../series.ts';
import { judgeTold } from '../told.ts';
import { judgeExtremum, judgeUsualForm } from '../usual-forms.ts';
import { forWholeNumbers } from '../whole-numbers.ts';
import { judgeWorked } from '../worked.ts';
import { judgeClaim } from './claim.ts';

/**
 * The step's worst claim decides; a step after the first mistake says which line it agrees with.
 * @param copiedAt a number that a step copies wrongly; null where the step is known to be right and its claims are enough.
 */
export function judgeStep(scene: Scene, step: Step, index: number, copiedAt: ((step: number) => Judged | undefined) | null): Judged {
  const all: Judged[] = [];
  const supposed = new Set<Statement>();
  const cases = casesIn(scene, step);
  for (const claim of step.claims) {
    if (claim.condition === 'stated') {
      if (claim.statement) noteTurn(scene, claim.statement);
      continue;
    }
    const opened = cases.get(claim);
    if (opened === claim) continue;
    const seen = opened ? withinCase(scene, opened, index) : claim.under ? withCase(scene, claim) : scene;
    const found = (copiedAt === null ? presumed(seen, claim) : null) ?? judgeBesides(seen, claim, index, step.text);
    const against = isBounded(claim)
      ? opensAgainst(scene, claim)
      : (judgeCondition(scene, claim, step.text) ?? judgeParameter(scene, claim, step.text));
    if (against) {
      all.push(against);
      continue;
    }
    const excuse = restates(scene, claim, index)
      ? 'the line restates the problem'
      : isBounded(claim)
        ? 'it holds only in a case'
        : goesOnFromSeveral(scene, claim, index)
          ? 'it may go on from another part of the line above'
          : null;
    const judged = found && excuse !== null && isMistake(found.verdict) ? unjudged(excuse) : found;
    if (claim.condition === 'supposed' && claim.statement && isSupposed(scene, judged)) {
      supposed.add(claim.statement);
      continue;
    }
    if (judged) all.push(carriedNotice(scene, claim, judged));
    if (isBounded(claim)) scene.bounded = boundedFact(scene, claim, index);
    if (!opened && !holdsOnlyThere(scene, claim) && !(claim.under && supposed.has(claim.under)))
      note(scene, withSlope(scene, claim), index, judged);
    if (judged && isMistake(judged.verdict)) markCarried(scene, claim, judged, index);
  }
  const done = copiedAt === null || all.some(one => isMistake(one.verdict));
  const named = done
    ? null
    : (judgeFeatureWords(scene, step) ??
      judgeUsualForm(scene, step) ??
      judgeExtremum(step) ??
      judgeSeries(scene, step) ??
      judgeMoments(scene, step) ??
      judgeNames(scene, step) ??
      judgeEigenvector(scene, step) ??
      judgeRule(scene, step) ??
      judgeDependence(scene, step) ??
      judgeRemainderAt(scene, step) ??
      judgeSums(scene, step, index) ??
      judgePointOn(scene, step) ??
      judgeMonotone(scene, step) ??
      judgeProperty(scene, step) ??
      judgeMisuse(scene, step, index) ??
      judgePhysical(scene, step) ??
      judgeWorked(scene, step, index));
  if (named) return named;
  if (!done) all.push(...judgeTold(scene, step, index), ...judgeSaid(scene, step, index), ...optional(copiedAt(index)));
  return worst(all) ?? unjudged(step.claims.length > 0 ? 'nothing here is a statement to judge' : 'no mathematics was found here');
}

/** `dy/dx = 0` and `f'(x) = 4` as the equation that they state for x, where the function is known. */
function withSlope(scene: Scene, claim: Claim): Claim {
  const { statement } = claim;
  const [slope, value, ...more] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!slope || !value || more.length > 0 || !isClosed(value)) return claim;
  const equation = mapSides(relation(slope, '=', value), side => withDerivatives(scene, side));
  const put = equation.kind === 'chain' ? equation.sides[0] : slope;
  return put === slope || lettersIn(equation).length !== 1 ? claim : { ...claim, statement: { ...equation, span: claim.range } };
}

/** `= 32i` under `√2^10 = 32 and 10π/4 = 5π/2`: the line above ends more than one calculation. */
const goesOnFromSeveral = (scene: Scene, claim: Claim, step: number): boolean =>
  scene.current !== null &&
  scene.current.step < step &&
  isContinuing(scene, claim) &&
  (scene.solution.steps[scene.current.step]?.claims.filter(({ statement }) => statement?.kind === 'chain' && statement.sides.length > 1)
    .length ?? 0) > 1;

/** `x = 0 → u = 9`: a value that nothing above gives, or that the equation being solved does not refute. */
const isSupposed = ({ task }: Scene, judged: Judged | null): boolean =>
  judged === null || (judged.verdict.kind !== 'follows' && !(judged.verdict.kind === 'wrong' && task === 'equation'));

const optional = (judged: Judged | undefined): Judged[] => (judged ? [judged] : []);

/** The first line may only copy what the problem says, true or not. */
function restates({ solution }: Scene, claim: Claim, step: number): boolean {
  const text = claim.text.trim();
  const at = step === 0 ? solution.problem.indexOf(text) : -1;
  const around = `${solution.problem.charAt(at - 1)} ${solution.problem.charAt(at + text.length)}`;
  return at >= 0 && !/^[\w)}\\^*/+-]|[\w(^*/+]$/.test(around);
}

/** A line that does not go on from a calculation may go on from the expression before that: `= x` behind `1/2 + 1/2 = 1`. */
function judgeBesides(scene: Scene, claim: Claim, step: number, sentence: string): Judged | null {
  const judged = judgeClaim(scene, claim, step, sentence);
  const found = judged && isMistake(judged.verdict) ? forWholeNumbers(scene, judged) : judged;
  if (!found || !isMistake(found.verdict) || !isContinuing(scene, claim)) return found;
  const { current } = scene;
  const aside = current?.bare && current.step === step - 1 && isClosed(current.expr) ? [] : scene.aside;
  const others = aside.map(({ expr }) => judgeClaim({ ...scene, current: current && { ...current, expr } }, claim, step, sentence));
  return others.find(other => other?.verdict.kind === 'follows' || other?.verdict.kind === 'holds') ?? found;
}

/** What a claim of a step that is known to be right comes to, where that is plain without a decision. */
function presumed(scene: Scene, claim: Claim): Judged | null {
  const { statement } = claim;
  if (statement?.kind !== 'chain') return null;
  if (statement.sides.length === 1 || isContinuing(scene, claim)) return scene.current === null ? null : holds();
  const near = scene.facts.at(-1);
  const letters = lettersIn(statement).join();
  if (!near || letters === '' || near.letters.join() !== letters || scene.turns.length > 0 || isIdentity(scene, statement)) return null;
  return follows(near.step, [], near.root);
}
