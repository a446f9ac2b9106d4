import { finalAnswer } from '../correction/answers.ts';
import { checkSolution } from '../correction/check.ts';
import type { Correction } from '../correction/records.ts';
import { verifyCorrection } from '../correction/verify.ts';
import { readRow } from '../solution/read.ts';
import type { Solution } from '../solution/solution.ts';

/** A step, and what is right in its place and after it. */
export type Proposed = Pick<Correction, 'step' | 'answer'> & { readonly correctSteps: readonly string[] };

/** The student's steps before the mistake, then the right ones. */
export const corrected = ({ id, problem, steps }: Solution, { step, correctSteps }: Proposed): Solution =>
  readRow({ id, problem, steps: [...steps.slice(0, step).map(({ text }) => text), ...correctSteps] }).solution;

/**
 * The rule that a step and its correction show: what our catalogue says of the student's work when the corrected solution is taken for the right one.
 * Null when the correction is refuted, or the catalogue finds the mistake elsewhere or knows no name for it.
 */
export function ruleShownBy(known: Solution, said: Proposed): string | null {
  const { answer: _, reference: __, ...bare } = known;
  if (said.correctSteps.length === 0 || verifyCorrection(bare, said).kind === 'refuted') return null;
  const right = corrected(known, said);
  const answer = said.answer ?? finalAnswer(right);
  const solution = { ...bare, reference: right.steps.map(({ text }) => text), ...(answer === null ? {} : { answer }) };
  const { finding } = checkSolution(solution);
  return finding.kind === 'mistake' && finding.correction.step === said.step ? finding.correction.mistake : null;
}
