import { sameAnswer } from '../../correction/answers.ts';
import { createMemo, type Memo, verdictsOn } from '../../correction/check.ts';
import { isMistake } from '../../correction/judged.ts';
import { isClosed } from '../../correction/letters.ts';
import type { Verdict } from '../../correction/records.ts';
import { answered } from '../../correction/reference/known.ts';
import { isSameLine } from '../../correction/verify.ts';
import { readRow, revised } from '../../solution/read.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import type { JudgedSolution } from '../plant.ts';
import type { CorrectionRow } from '../records.ts';

/** Why a row is kept out. They are few and fixed: rejected rows are counted by them. */
export const REASONS = {
  'no-reading': 'no reply came, or none could be read',
  'no-majority': 'the votes do not agree on a step',
  'called-right': 'a solution with a wrong answer was called right',
  'no-such-step': 'the solution has no such step',
  'refuted-before': 'a step before the named one is refuted',
  'step-follows': 'the named step is proved to follow',
  'nothing-corrected': 'no corrected step, or the wrong one again',
  'correction-refuted': 'a corrected step is refuted',
  'other-answer': 'the corrected solution does not end in the known answer',
  'right-refuted': 'a step of a right solution is refuted',
  'right-other-answer': 'a right solution does not end in the known answer',
  'nothing-planted': 'no mistake fits into the solution',
  'no-solution': 'a problem without a solution, or a wrong solution that nobody was asked about',
  'may-name': 'it may name somebody',
  'too-long': 'more text than a solution has',
  unworkable: 'it cannot be worked out: nested too deeply, or too large',
  duplicate: 'the same row stands above',
  surplus: 'more of its kind than the balance allows',
} as const;
export type Reason = keyof typeof REASONS;

/** How a solution ends: its answer is to be this one. */
type Ending = Pick<CorrectionRow, 'answer'>;

/** A solution that is said to be right on its way through the filter, with what was decided of its steps. What shares steps with it is judged from the same memo. */
export interface Sifted extends JudgedSolution {
  /** The verdicts when the last line is put against what the problem asks for. */
  asked(): JudgedSolution['verdicts'];
  readonly memo: Memo;
}

/** Reads and judges a solution that is said to be right, up to its first mistake. */
export function judgeSteps(problem: string, steps: readonly string[]): Sifted {
  const memo = createMemo();
  const { solution } = readRow({ id: '', problem, steps });
  const { steps: verdicts, asked } = verdictsOn(solution, { pen: false, until: 0, memo });
  return { solution, verdicts, asked, memo };
}

/** The last ones: rows with mistakes in the same solution stand side by side, and so does the solution itself. Few, so that their memory is given back soon. */
const last = createMemo(4);

/** The same for rows that were made elsewhere. */
export const judgeAgain = (problem: string, steps: readonly string[]): Sifted =>
  last.recall([problem, ...steps].join('\0'), () => judgeSteps(problem, steps));

/**
 * What speaks against a solution that is said to be right.
 * @param sure the answer was compared already: one that cannot be told does not speak against it.
 */
export function faultOfRight({ solution, verdicts }: Sifted, { answer }: Ending, sure = false): Reason | null {
  if (verdicts.some(({ verdict }) => isMistake(verdict))) return 'right-refuted';
  const ending = answer === null ? null : answered({ ...solution, answer });
  return ending?.kind === 'different' || (ending === null && !sure) ? 'right-other-answer' : null;
}

/** What speaks against a correction, whoever made it. The named step may be one that holds; it may not be one that is proved to follow. */
export function faultOfCorrection(
  {
    problem,
    steps,
    first_error: step,
    correct_steps,
    answer,
  }: Pick<CorrectionRow, 'problem' | 'steps' | 'first_error' | 'correct_steps' | 'answer'>,
  known: string | null,
): Reason | null {
  const [first] = correct_steps;
  const named = steps[step];
  if (named === undefined) return 'no-such-step';
  const corrected = judgeAgain(problem, [...steps.slice(0, step), ...correct_steps]);
  const sure = corrected.verdicts.slice(0, step).some(({ verdict }) => isMistake(verdict)) ? 0 : step;
  const verdicts = verdictsOf(revised(corrected.solution, step, steps.slice(step)), corrected.memo, sure);
  if (verdicts.slice(0, step).some(({ verdict }) => isMistake(verdict))) return 'refuted-before';
  if (follows(verdicts[step]?.verdict)) return 'step-follows';
  if (first === undefined || isSameLine(first, named)) return 'nothing-corrected';
  if (corrected.asked().some(({ verdict }) => isMistake(verdict))) return 'correction-refuted';
  return known === null || endsIn(corrected.solution, answer, known) ? null : 'other-answer';
}

/**
 * The same for a mistake that was planted in a solution found right: the steps before it and the corrected ones are that solution's own and are judged
 * already, so that only the wrong step is left. One that is refuted by itself does not follow from anything; any other is judged where it stands.
 */
export function faultOfPlanted({ solution, memo }: Sifted, step: number, wrong: string): Reason | null {
  const until = revised(solution, step, [wrong]);
  const last = until.steps.slice(step);
  if (last.every(isCalculation)) {
    const [alone] = verdictsOf({ ...until, problem: '', givens: [], steps: last }, memo);
    if (alone && isMistake(alone.verdict)) return null;
  }
  return follows(verdictsOf(until, memo, step)[step]?.verdict) ? 'step-follows' : null;
}

/** @param from steps before this one were found right as far as their sentences go. */
const verdictsOf = (solution: Solution, memo: Memo, from = 0) => verdictsOn(solution, { pen: false, until: 0, memo, from }).steps;

/** Numbers are worked out in the step and in nothing else of it: it says by itself whether it is right. */
const isCalculation = ({ claims }: Step): boolean =>
  claims.length > 0 && claims.every(({ statement }) => statement?.kind === 'chain' && statement.sides.every(isClosed));

const follows = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === 'follows' || (verdict?.kind === 'one-way' && verdict.lost.length === 0);

/** What is stated is the known answer, and the steps do not end in another; where nothing is stated, the steps end in it. */
function endsIn(solution: Solution, stated: string | null, known: string): boolean {
  const ending = answered({ ...solution, answer: known });
  if (ending?.kind === 'different') return false;
  return stated === null ? ending?.kind === 'same' : stated === known || sameAnswer(stated, known) === true;
}
