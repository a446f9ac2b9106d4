import { partsOf, someNode } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import type { Claim, Solution, Step } from '../solution/solution.ts';
import { judgeArea } from './areas.ts';
import { judgeAsked } from './asked.ts';
import { judgeCalculation } from './calculations.ts';
import { carriedNotice, markCarried } from './carried.ts';
import { boundedFact, casesIn, holdsOnlyThere, isBounded, withCase, withinCase } from './cases.ts';
import { copiedNumbers } from './copied.ts';
import type { Checked } from './corrector.ts';
import { type Chain, createDecider } from './decide.ts';
import { judgeDifferentialEquation } from './differential-lines.ts';
import { judgeDifferentials } from './differentials.ts';
import { judgeDiscriminant } from './discriminant.ts';
import { judgeCondition } from './domains.ts';
import { judgeEquation } from './equations.ts';
import { judgeFeature, judgeFeatureWords } from './features.ts';
import { judgeFinal } from './final.ts';
import { findingFor } from './finding.ts';
import { withDerivatives } from './identities/derivatives.ts';
import { judgeExpression } from './identities/expression.ts';
import { judgeIdentities } from './identities.ts';
import { judgeImplicit } from './implicit.ts';
import { judgeParameter } from './implied.ts';
import { judgeInverse, judgeTaylor } from './inverses.ts';
import { isMistake, type Judged, unjudged, worst } from './judged.ts';
import { judgeApplied } from './laws/applied.ts';
import { judgeRecalled } from './laws/recalled.ts';
import { callsNamed, isClosed, lettersIn, mapSides } from './letters.ts';
import { judgeMatrices } from './matrices.ts';
import { createMemo, type Memo } from './memo.ts';
import { judgeMisuse } from './misuses/judge.ts';
import { judgeMoments } from './moments.ts';
import { judgeEigenvector } from './names/eigen.ts';
import { judgeMonotone } from './names/monotone.ts';
import { judgePointOn } from './names/points-on.ts';
import { judgeRate } from './names/rates.ts';
import { judgeDependence, judgeRemainderAt } from './names/related.ts';
import { judgeRule } from './names/rules.ts';
import { judgeSums } from './names/sums.ts';
import { judgeNames } from './names.ts';
import { withNotices } from './notices.ts';
import { opensAgainst } from './openings.ts';
import { slipOfThePen } from './pen.ts';
import { judgePhysical } from './physical/judge.ts';
import { judgePiece } from './piecewise.ts';
import { judgeProbability } from './probabilities.ts';
import { judgeProgression, judgeProgressionEquation } from './progressions.ts';
import { judgeQuantities } from './quantities.ts';
import type { StepVerdict } from './records.ts';
import { forgiveReached } from './reference.ts';
import { judgeSaid } from './said.ts';
import { isContinuing } from './scene/continuing.ts';
import { note, noteTurn } from './scene/note.ts';
import { openScene } from './scene/open.ts';
import { settled } from './scene/settled.ts';
import { asSolutionSet } from './scene/solution-sets.ts';
import { functionHead } from './scene/statements.ts';
import type { Scene } from './scene.ts';
import { judgeSeries } from './series.ts';
import { isSolved, type Line } from './shape.ts';
import { judgeStory } from './stories/judge.ts';
import { judgeTold } from './told.ts';
import { tracedBack } from './traced.ts';
import { judgeTriangle } from './triangles.ts';
import { judgeExtremum, judgeUsualForm } from './usual-forms.ts';
import { judgeVanished, treatedAlike } from './vanished.ts';
import { judgeKnown } from './vectors.ts';
import { forWholeNumbers } from './whole-numbers.ts';
import { judgeWorked } from './worked.ts';

export { createMemo, type Memo } from './memo.ts';

export interface CheckOptions {
  /** Elementary operations a single comparison may take. Default 20 000. */
  readonly budget?: number;
  /** Decisions of earlier checks; what has not changed since is not decided again. */
  readonly memo?: Memo;
  /** False leaves the correction and the remarks on right lines out. Default true. */
  readonly correct?: boolean;
}

export interface VerdictOptions extends Pick<CheckOptions, 'budget' | 'memo'> {
  /** False lets no line pass as a slip of the pen because later lines put it right: for solutions that are to be copied. Default true. */
  readonly pen?: boolean;
  /** Where no line may pass as a slip of the pen: nothing is judged behind the first mistake at this step or later. Default: every step is. */
  readonly until?: number;
  /** The steps before this one are known to be right: their sentences are not looked through, only what later lines rest on is worked out. Default 0. */
  readonly from?: number;
}

/** The verdicts on a solution, for callers that want no corrections and no remarks. */
export interface Verdicts {
  /** By the steps alone. */
  readonly steps: readonly StepVerdict[];
  /** The same with the last line put against what the problem asks for, worked out when it is asked for. */
  asked(): readonly StepVerdict[];
}

/** Decisions that a solution may take: a fixed start, and so many for each claim, so that the work grows with the length. */
const ALLOWANCE = 60;
const ALLOWANCE_PER_CLAIM = 24;

/**
 * Judges every step of a solution and finds its first mistake. Pure and deterministic; never throws on what a student can write.
 * What cannot be read or decided is `unjudged`.
 */
export function checkSolution(solution: Solution, { correct = true, ...options }: CheckOptions = {}): Checked {
  const { scene, ended } = judgeSteps(solution, options);
  const judged = correct ? withNotices(scene, ended(true)) : ended(true);
  const verdicts = judged.map(verdictOf);
  return { verdicts, finding: findingFor(scene, judged, verdicts, correct) };
}

/** Judges the steps of a solution whose mistakes are not to be explained. */
export function verdictsOn(solution: Solution, options: VerdictOptions = {}): Verdicts {
  const { ended } = judgeSteps(solution, options);
  return { steps: ended(false).map(verdictOf), asked: () => ended(true).map(verdictOf) };
}

const verdictOf = ({ verdict, notices, at }: Judged): StepVerdict => ({ verdict, notices: [...notices], at });

/** What each verdict rests on; `ended` looks at the end of the work too. */
function judgeSteps(
  solution: Solution,
  { memo = createMemo(), budget = 20_000, pen = true, until = Number.POSITIVE_INFINITY, from = 0 }: VerdictOptions,
) {
  const claims = solution.steps.reduce((sum, step) => sum + step.claims.length, solution.givens.length);
  const allowance = ALLOWANCE + ALLOWANCE_PER_CLAIM * claims;
  const scene: Scene = openScene(
    solution,
    createDecider(memo, allowance, budget, () => scene?.conditions ?? solution.conditions ?? []),
  );
  let copies: ReturnType<typeof copiedNumbers> | undefined;
  const copiedAt = (step: number): Judged | undefined => {
    copies ??= copiedNumbers(solution);
    return copies.get(step);
  };
  const found: Judged[] = [];
  for (const [i, step] of solution.steps.entries()) {
    const judged = judgeStep(scene, step, i, i < from ? null : copiedAt);
    found.push(judged);
    if (!pen && i >= until && isMistake(judged.verdict)) break;
  }
  const judged = found.map(one => (pen && isMistake(one.verdict) ? (slipOfThePen(scene, one) ?? one) : one));
  const last = judgeFinal(scene, judged);
  const ended = (asked: boolean): readonly Judged[] => {
    const final = last ?? (asked ? judgeAsked(scene, judged) : null);
    const closed = final ? judged.with(final.step, final.judged) : judged;
    const story = asked ? judgeStory(scene, closed) : null;
    const whole = story ? closed.with(story.step, story.judged) : closed;
    return forgiveReached(solution, tracedBack(scene, whole, story ? undefined : final?.step));
  };
  return { scene, ended };
}

/**
 * The step's worst claim decides; a step after the first mistake says which line it agrees with.
 * @param copiedAt a number that a step copies wrongly; null where the step is known to be right and its claims are enough.
 */
function judgeStep(scene: Scene, step: Step, index: number, copiedAt: ((step: number) => Judged | undefined) | null): Judged {
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
    const found = judgeBesides(seen, claim, index, step.text);
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
    if (!opened && !holdsOnlyThere(scene, claim) && !(claim.under && supposed.has(claim.under))) note(scene, claim, index, judged);
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
      judgeMisuse(scene, step, index) ??
      judgePhysical(scene, step) ??
      judgeWorked(scene, step, index));
  if (named) return named;
  if (!done) all.push(...judgeTold(scene, step, index), ...judgeSaid(scene, step, index), ...optional(copiedAt(index)));
  return worst(all) ?? unjudged(step.claims.length > 0 ? 'nothing here is a statement to judge' : 'no mathematics was found here');
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

/** Null for a claim that states nothing: a bare number, a named quantity. */
function judgeClaim(scene: Scene, claim: Claim, step: number, sentence: string): Judged | null {
  const { statement } = claim;
  if (statement === null) return unjudged(claim.problems[0]?.message ?? 'it could not be read');
  const line = { claim, statement: settled(scene, statement), step, sentence };
  if (statement.kind !== 'chain' || line.statement.kind === 'member') return judgeEquation(scene, line);
  const solutions = asSolutionSet(scene, statement);
  if (solutions) return judgeEquation(scene, { ...line, statement: solutions });
  const [first] = statement.sides;
  if (!first) return null;
  const { current } = scene;
  if (statement.sides.length === 1) return judgeOnward(scene, claim, first, line) ?? judgeExpression(scene, claim, first);
  if (current === null || !isContinuing(scene, claim)) return judgeChain(scene, claim, statement, line);
  const longer: Chain = {
    ...statement,
    sides: [current.expr, ...statement.sides],
    relations: [claim.leading ?? '=', ...statement.relations],
  };
  return shifted(judgeChain(scene, claim, longer, { ...line, statement: settled(scene, longer) }));
}

/** A quantity, vector or matrix that goes on from the one above: `= 20 m/s`. */
function judgeOnward(scene: Scene, claim: Claim, written: Expr, line: Line): Judged | null {
  if (scene.current === null || !isContinuing(scene, claim)) return null;
  const chain: Chain = { kind: 'chain', sides: [scene.current.expr, written], relations: ['='], span: claim.range };
  const named = judgeMatrices(scene, chain, line) ?? judgeKnown(scene, chain, line);
  const judged = named && named.verdict.kind !== 'unjudged' ? named : judgeQuantities(scene, claim, chain);
  return judged && shifted(judged);
}

/** Counts the refuted side within the claim itself again, when the line above was put before it. */
const shifted = (judged: Judged): Judged =>
  judged.slip?.side == null ? judged : { ...judged, slip: { ...judged.slip, side: judged.slip.side - 1 } };

/** Judges a chain that it knows how to read; null for any other. */
type ChainJudge = (scene: Scene, chain: Chain, line: Line) => Judged | null;

/** Both in the order in which they are asked. */
const SPECIAL: readonly ChainJudge[] = [judgeMatrices, judgeKnown, judgeDifferentialEquation, judgeDifferentials, judgeRate, judgeImplicit];
const NAMED: readonly ChainJudge[] = [
  judgePiece,
  judgeArea,
  judgeTriangle,
  judgeProbability,
  judgeFeature,
  judgeRecalled,
  judgeApplied,
  judgeDiscriminant,
  judgeInverse,
  judgeTaylor,
  judgeProgressionEquation,
];

function firstOf(judges: readonly ChainJudge[], scene: Scene, chain: Chain, line: Line): Judged | null {
  for (const judge of judges) {
    const judged = judge(scene, chain, line);
    if (judged) return judged;
  }
  return null;
}

function judgeChain(scene: Scene, claim: Claim, chain: Chain, line: Line): Judged {
  if (scene.task === 'story' && chain.sides.some(side => isE(side) || someNode(side, isBareE)))
    return unjudged('its e may be a letter of the story');
  if (rejects(chain) && chain.sides.some(side => !isClosed(side))) return unjudged('it says that two sides differ');
  const special = firstOf(SPECIAL, scene, chain, line) ?? judgeNamed(scene, chain, line);
  if (special) return (special.verdict.kind === 'unjudged' ? judgeRewritten(scene, claim, chain) : null) ?? special;
  const calculated = judgeCalculation(scene, claim, chain, line.sentence);
  const open = chain.sides.some(side => !isClosed(side));
  if (calculated?.verdict.kind === 'wrong') return judgeContradiction(scene, chain, line) ?? treatedAlike(scene, chain, line) ?? calculated;
  if (!open) return judgeVanished(scene, chain, line) ?? calculated ?? unjudged('it could not be calculated');
  const identities = judgeIdentities(scene, claim, chain);
  const vanished = identities?.verdict.kind === 'holds' ? judgeVanished(scene, chain, line) : null;
  if (vanished) return vanished;
  if (identities && identities.verdict.kind !== 'unjudged') return worst([identities, ...(calculated ? [calculated] : [])]) ?? identities;
  if (isDefinition(scene, chain)) return calculated ?? unjudged('a definition');
  if (isOfValue(chain)) return calculated ?? unjudged('it is a value of a function or of its derivative');
  if (chain.sides.some(side => someNode(side, isPartial))) return calculated ?? unjudged('it derives a function that is not known');
  const statement = mapSides(asEquation(line.statement, scene.solution.problem), side => withDerivatives(scene, side));
  const solved = judgeEquation(scene, { ...line, statement });
  if (solved.verdict.kind === 'unjudged' && calculated && isSolved(statement)) return calculated;
  return calculated ? (worst([solved, calculated]) ?? solved) : solved;
}

/** `0.6e`: an e that is no base of a power. */
const isBareE = (node: Expr): boolean => (node.kind === 'product' || node.kind === 'sum') && partsOf(node).some(isE);
const isE = (side: Expr): boolean => side.kind === 'symbol' && side.name === 'e';

/** `2x + 1 = 7 ≠ 9`: a chain of equals that ends in what they are not. */
const rejects = ({ relations }: Chain): boolean => relations.length > 1 && relations.at(-1) === '≠';

/** `y'(2) = 3`, `f''(2) = 12 > 0`: what the derivative is at a number, and no equation for the letters above. */
const isOfValue = ({ sides, relations }: Chain): boolean =>
  sides.some(side => someNode(side, isPrimeAtNumber)) ||
  (relations.some(link => link !== '=') && sides.some(callsNamed) && lettersIn(...sides).length === 0);

const isPartial = (node: Expr): boolean => node.kind === 'derivative' && node.partial;

const isPrimeAtNumber = (node: Expr): boolean => {
  const [head, place] = node.kind === 'product' && node.implicit ? node.factors : [];
  return head?.kind === 'symbol' && head.name.endsWith("'") && place !== undefined && isClosed(place);
};

/** `y = ln(x + 1) = ln x + ln 1`: whatever it says of y, its other sides are to be equal. */
function judgeRewritten(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  const judged = chain.sides.length > 2 ? judgeIdentities(scene, claim, chain) : null;
  return judged?.verdict.kind === 'wrong' && (judged.slip?.side ?? 0) > 1 ? judged : null;
}

/** Values that the problem gives a meaning by name: quantities, discriminants, terms of progressions, inverse functions. Only what they refute or settle outright. */
function judgeNamed(scene: Scene, chain: Chain, line: Line): Judged | null {
  const known = firstOf(NAMED, scene, chain, line);
  if (known) return known;
  const measured = judgeQuantities(scene, line.claim, chain) ?? judgeProgression(scene, chain, line);
  return measured?.verdict.kind === 'wrong' || chain.sides.length === 2 ? measured : null;
}

/** `x = 45/1.25 = 35` says of x what its ends say. */
function asEquation(statement: Statement, problem: string): Statement {
  if (
    statement.kind !== 'chain' ||
    statement.sides.length < 3 ||
    statement.relations.some(relation => relation !== '=' && relation !== '≈')
  )
    return statement;
  const [first, second] = statement.sides;
  const twofold = statement.sides.find(side => side.kind === 'plusminus');
  const last =
    twofold ?? (statement.sides.slice(1).every(side => isClosed(side) || isMeasured(side, problem)) ? second : statement.sides.at(-1));
  return first && last ? { ...statement, sides: [first, last], relations: [statement.relations.at(-1) ?? '='] } : statement;
}

/** `23 m` where the problem gives lengths in m. */
const isMeasured = (side: Expr, problem: string): boolean => {
  const [size, unit, ...more] = side.kind === 'product' ? side.factors : [];
  return (
    size?.kind === 'number' &&
    unit?.kind === 'symbol' &&
    more.length === 0 &&
    /^[a-zA-Z]$/.test(unit.name) &&
    new RegExp(`\\d ?${unit.name}(?![\\w²³^(])`).test(problem)
  );
};

/** `0 = 5` under an equation without solutions follows from it. Null when the line is no such thing. */
function judgeContradiction(scene: Scene, chain: Chain, line: Line): Judged | null {
  const near = scene.facts.at(-1);
  if (chain.sides.length !== 2 || !near || near.step < line.step - 1 || lettersIn(chain).length > 0) return null;
  const judged = judgeEquation(scene, line);
  return judged.root !== null ? judged : null;
}

/** `f(x) = 2x + 1`, where f has no meaning yet, or one with letters that are numbers by now. */
function isDefinition(scene: Scene, chain: Chain): boolean {
  const head = chain.sides[0] && functionHead(chain.sides[0]);
  if (head?.variables == null) return false;
  const rule = scene.functions.get(head.key);
  const letters = lettersIn(...chain.sides.slice(1));
  return rule === undefined || lettersIn(rule.body).some(letter => !letters.includes(letter) && !head.variables?.includes(letter));
}
