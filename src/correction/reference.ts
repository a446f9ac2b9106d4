import type { Solution } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import { isMistake } from './judged.ts';
import type { Correction, Finding } from './records.ts';
import { findRepair, towardsAnswer } from './reference/find.ts';
import { answered } from './reference/known.ts';

/**
 * What a known answer adds: the final answer equals it, or differs from it because of one step, or differs and no single step is to blame for certain.
 * Null when no answer is known or the student's cannot be told.
 * @param refuted the first step that is refuted by itself, or -1. Only an earlier mistake is then of interest: null when there is none.
 */
export function findByAnswer(solution: Solution, refuted = -1): Finding | null {
  const answer = answered(solution);
  if (answer?.kind === 'same') return { kind: 'correct', evidence: 'answer' };
  if (answer?.kind !== 'different') return null;
  const { own, right, found, known } = answer;
  const repair = own && right ? findRepair(solution, own, right, refuted) : null;
  if (repair) return { kind: 'mistake', correction: repair };
  if (refuted >= 0) return null;
  const message = `The answer ${found} differs from the known one, ${known}; no single step could be singled out.`;
  return { kind: 'undecided', judged: solution.steps.length, message };
}

/** The correction of a refuted step, led on to the known answer where the student's own lines do not reach it. */
export function ledToAnswer(solution: Solution, correction: Correction): Correction {
  const answer = answered(solution);
  return answer?.kind === 'different' && answer.right ? towardsAnswer(solution, correction, answer.right) : correction;
}

/**
 * Work that reaches the known answer is not taken to pieces: a line that does not agree as it was read was then misread, written in haste, or put
 * right again, since the lines after it come out right. It stays as a notice.
 */
export function forgiveReached(solution: Solution, judged: readonly Judged[]): readonly Judged[] {
  if (solution.answer === undefined || !judged.some(({ verdict }) => isMistake(verdict))) return judged;
  const answer = answered(solution);
  if (answer === null || answer.kind === 'different') return judged;
  return judged.map(own => (isMistake(own.verdict) ? { ...own, ...FORGIVEN } : own));
}

const FORGIVEN: Pick<Judged, 'verdict' | 'notices' | 'slip'> = {
  verdict: { kind: 'unjudged', why: 'it does not agree as it was read, but the work reaches the known answer' },
  notices: [
    { kind: 'accidental', message: 'This line does not agree as it is written, though the answer is the known one. Look at it once more.' },
  ],
  slip: null,
};
