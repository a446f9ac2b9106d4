import { finalAnswer, sameAnswer } from '../../correction/answers.ts';
import type { StepVerdict } from '../../correction/records.ts';
import type { Solution } from '../../solution/solution.ts';

/**
 * The index of an answer line that says again the value which the line above it reached, with words or a unit around it; -1 when there is none.
 * Such a line states nothing that could be decided by itself, and follows from the line above.
 */
export function restatedAnswer(solution: Solution, verdicts: readonly StepVerdict[]): number {
  const { statedAnswer, ...rest } = solution;
  const at = statedAnswer ? solution.steps.findIndex(({ range }) => range.start === statedAnswer.range.start) : -1;
  if (!statedAnswer || at < 0 || verdicts[at]?.verdict.kind !== 'unjudged') return -1;
  const steps = solution.steps.slice(0, at);
  const reached = steps.findLastIndex(({ claims }) => claims.length > 0);
  const { kind } = verdicts[reached]?.verdict ?? { kind: 'unjudged' };
  const value = kind === 'follows' || kind === 'holds' ? finalAnswer({ ...rest, steps }) : null;
  return value !== null && sameAnswer(bareValue(statedAnswer.text), value) === true ? at : -1;
}

/** A mixed number without its unit, where one stands alone in the text; else the text. */
const bareValue = (text: string): string => /^[^\d]*(\d+\s+\d+\s*\/\s*\d+)[^\d]*$/.exec(text)?.[1] ?? text;
