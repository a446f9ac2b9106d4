import { readRow } from '../solution/read.ts';
import type { Claim, Solution } from '../solution/solution.ts';
import { sameAnswer } from './answers.ts';
import { verdictsOn } from './check.ts';
import { describeWitness } from './describe.ts';
import { isMistake } from './judged.ts';
import type { Memo } from './memo.ts';

/**
 * What the checker says of somebody's correction.
 * - `accepted`: every corrected step that says something checkable is right, and at least one does, or the known answer is reached.
 * - `refuted`: `why` says which step does not check out, without giving anything away; `sound` counts the corrected steps before it.
 * - `open`: neither.
 */
export type Verification =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refuted'; readonly why: string; readonly sound: number }
  | { readonly kind: 'open' };

export interface ProposedCorrection {
  /** 0-based. */
  readonly step: number;
  readonly correctSteps: readonly string[];
  readonly answer: string | null;
}

/**
 * Checks a correction as if the student had written it: the student's steps before `step`, then the corrected ones.
 * @param memo decisions of the student's own check, for the steps that both have.
 */
export function verifyCorrection(solution: Solution, { step, correctSteps, answer }: ProposedCorrection, memo?: Memo): Verification {
  const [first] = correctSteps;
  if (first === undefined) return { kind: 'refuted', why: 'there are no corrected steps', sound: 0 };
  if (isSameLine(first, solution.steps[step]?.text ?? ''))
    return { kind: 'refuted', why: `step ${step + 1} is the student's own line again`, sound: 0 };
  const kept = solution.steps.slice(0, step).map(({ text }) => text);
  const { solution: corrected } = readRow({ id: solution.id, problem: solution.problem, steps: [...kept, ...correctSteps] });
  const verdicts = verdictsOn(
    solution.conditions ? { ...corrected, conditions: solution.conditions } : corrected,
    memo ? { memo } : {},
  ).asked();
  const judged = verdicts.map(({ verdict }, index) => ({ verdict, index })).slice(step);
  const wrong = judged.find(({ verdict }) => isMistake(verdict));
  if (wrong)
    return { kind: 'refuted', why: `step ${wrong.index + 1} does not check out${reasonOf(wrong.verdict)}`, sound: wrong.index - step };
  const reached = solution.answer !== undefined && answer !== null ? sameAnswer(answer, solution.answer) : null;
  if (reached === false) return { kind: 'refuted', why: 'the final answer is not right', sound: correctSteps.length };
  const unjudged = judged.some(
    ({ verdict, index }) => verdict.kind === 'unjudged' && (corrected.steps[index]?.claims.some(states) ?? false),
  );
  const shown = reached === true || judged.some(({ verdict }) => verdict.kind !== 'unjudged');
  return { kind: shown && !unjudged ? 'accepted' : 'open' };
}

/** A relation, or something unread. A bare number or quantity states nothing that could be wrong. */
const states = ({ statement }: Claim): boolean => statement?.kind !== 'chain' || statement.sides.length > 1;

function reasonOf(verdict: Parameters<typeof isMistake>[0]): string {
  return 'witness' in verdict ? `: ${describeWitness(verdict.witness)}` : '';
}

/** The same line but for space, marks and its number. */
export const isSameLine = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (text: string): string =>
  text
    .replace(/^\s*step\s*\d+\s*[:.)]/i, '')
    .replace(/[\s$\\,;*]|\.(?!\d)/g, '')
    .toLowerCase();
