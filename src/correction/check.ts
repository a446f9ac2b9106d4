import type { Solution } from '../solution/solution.ts';
import { judgeAsked } from './asked.ts';
import { judgeStep } from './check/step.ts';
import { copiedNumbers } from './copied.ts';
import type { Checked } from './corrector.ts';
import { createDecider } from './decide.ts';
import { judgeFinal } from './final.ts';
import { findingFor } from './finding.ts';
import { isMistake, type Judged } from './judged.ts';
import { createMemo, type Memo } from './memo.ts';
import { withNotices } from './notices.ts';
import { slipOfThePen } from './pen.ts';
import type { StepVerdict } from './records.ts';
import { forgiveReached } from './reference.ts';
import { openScene } from './scene/open.ts';
import type { Scene } from './scene.ts';
import { judgeStory } from './stories/judge.ts';
import { tracedBack } from './traced.ts';

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
