import { ModelError } from '../model/errors.ts';
import type { Solution } from '../solution/solution.ts';
import { finalAnswer, sameAnswer } from './answers.ts';
import type { Checked, CorrectOptions, Corrector } from './corrector.ts';
import type { Correction, Finding, Verdict } from './records.ts';

/** A model's accusation beside what the checker found. */
interface Case {
  readonly found: Finding;
  readonly accused: Correction;
  /** The checker's verdict on the accused step; undefined when the solution has no such step. */
  readonly verdict: Verdict | undefined;
  /** The student's final answer is the known one. */
  readonly answerKnownRight: boolean;
  /** The model's own answer is the student's. */
  readonly sameAnswer: boolean;
}

/**
 * What becomes of an accusation: `dropped`, `opinion` (told beside the finding, which stands) or `shown` as the first mistake with evidence `model`.
 * The first rule that applies decides. A proof is never overruled and never changed.
 */
const RULES: readonly {
  readonly rule: string;
  readonly applies: (c: Case) => boolean;
  readonly ruling: 'dropped' | 'opinion' | 'shown';
}[] = [
  { rule: 'the solution has no such step', applies: c => c.verdict === undefined, ruling: 'dropped' },
  { rule: 'the solution is proved to be right', applies: c => c.found.kind === 'correct', ruling: 'dropped' },
  { rule: 'the first mistake is at this step or before it', applies: c => mistakeAt(c.found) <= c.accused.step, ruling: 'dropped' },
  { rule: 'the step is proved to follow', applies: c => c.verdict !== undefined && isProved(c.verdict), ruling: 'dropped' },
  {
    rule: 'the answer is the known one and nothing is refuted',
    applies: c => c.found.kind === 'undecided' && c.answerKnownRight,
    ruling: 'dropped',
  },
  { rule: 'a later step is refuted, and the place of that mistake is certain', applies: c => isPlaced(c.found), ruling: 'opinion' },
  { rule: 'the correction was not confirmed by the checker', applies: c => !c.accused.verified, ruling: 'opinion' },
  { rule: 'the correction changes nothing in the answer', applies: c => c.sameAnswer, ruling: 'opinion' },
  { rule: 'nothing speaks against it', applies: () => true, ruling: 'shown' },
];

/** 0-based step of the mistake found; infinite when there is none. */
const mistakeAt = (found: Finding): number => (found.kind === 'mistake' ? found.correction.step : Number.POSITIVE_INFINITY);

/** A line that follows, or that is implied although it has more solutions. */
const isProved = (verdict: Verdict): boolean => verdict.kind === 'follows' || (verdict.kind === 'one-way' && verdict.lost.length === 0);

/** False when all that is known is that the answer differs: then the place of the mistake is still open. */
const isPlaced = (found: Finding): boolean => found.kind === 'mistake' && found.correction.witness?.kind !== 'differs';

/**
 * Weighs what a model says against what the checker found.
 * - What the checker proved stands, word for word. Its first refuted step bounds the first mistake from above.
 * - A model may only point to a step that is not proved to follow; a calculation that holds may still be the wrong one.
 * - 'All right' from a model decides only where the checker found nothing.
 * @param model null when no model was asked or it gave no answer.
 */
export function judge(solution: Solution, { verdicts, finding }: Checked, model: Finding | null): Finding {
  if (model === null || model.kind === 'undecided') return finding;
  if (model.kind === 'correct') return finding.kind === 'undecided' ? model : finding;
  const accused = model.correction;
  const own = finalAnswer(solution);
  const { ruling, rule } = RULES.find(({ applies }) =>
    applies({
      found: finding,
      accused,
      verdict: verdicts[accused.step]?.verdict,
      answerKnownRight: own !== null && solution.answer !== undefined && sameAnswer(own, solution.answer) === true,
      sameAnswer: own !== null && accused.answer !== null && sameAnswer(own, accused.answer) === true,
    }),
  ) ?? { ruling: 'dropped', rule: '' };
  if (ruling === 'shown') return { kind: 'mistake', correction: { ...accused, evidence: 'model' } };
  return ruling === 'opinion' ? withOpinion(finding, accused, rule) : finding;
}

/** The finding as it is, with what the model thinks told beside it. */
function withOpinion(finding: Finding, { step, explanation, agreement }: Correction, rule: string): Finding {
  const opinion = { step, explanation, ...(agreement ? { agreement } : {}) };
  if (finding.kind !== 'undecided') return { ...finding, opinion };
  const told = `A model suspects step ${step + 1}, but ${rule}, so this is not shown as a mistake.`;
  return { ...finding, message: finding.message ? `${finding.message} ${told}` : told, opinion };
}

/**
 * The checker's result, and what a model adds to it. A model that cannot be asked, breaks off or talks nonsense takes nothing away: the checker's result
 * stands, and `trouble` says what happened and what to do. Rejects only when `corrector` fails in any other way.
 */
export async function judgeWith(
  corrector: Corrector,
  solution: Solution,
  checked: Checked,
  options: CorrectOptions,
): Promise<{ readonly checked: Checked; readonly trouble?: string }> {
  try {
    const model = await corrector.correct(solution, options);
    return { checked: { ...checked, finding: judge(solution, checked, model) } };
  } catch (error) {
    if (error instanceof ModelError) return { checked, trouble: error.message };
    throw error;
  }
}
