import { sameAnswer } from '../../correction/answers.ts';
import { plantIn } from '../../lema/plant.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import type { Problem } from '../set/set.ts';

/** A wrong answer that a known mistake leads to. */
export interface Distractor {
  readonly answer: string;
  readonly rule: string | null;
  /** What to say to the student who chose it. */
  readonly why: string;
}

/** Seeds that are tried at most. */
const TRIES = 40;

/**
 * Wrong answers to a problem for a multiple choice: those the teacher foresaw, then those that the commonest mistakes lead to when they are planted in the
 * solution and carried through. All differ from the answer and from each other. Fewer than asked for when no more can be told apart for certain.
 */
export function distractorsFor(problem: Problem, count: number, seed: number): readonly Distractor[] {
  const { answer } = problem;
  if (answer === null) return [];
  const found: Distractor[] = [];
  const add = (one: Distractor): void => {
    if (found.length < count && [answer, ...found.map(f => f.answer)].every(other => sameAnswer(one.answer, other) === false))
      found.push(one);
  };
  for (const known of problem.wrong) add({ answer: known.answer, rule: null, why: known.feedback });
  for (let i = 0; i < TRIES && found.length < count && problem.solution.length > 0; i++) {
    const row = plantIn(problem.id, { topic: '', problem: problem.text, steps: problem.solution }, { seed: seed + i });
    const last = row?.steps.at(-1);
    if (row && last !== undefined)
      add({
        answer: endOf(last),
        rule: row.mistake,
        why: row.mistake === null ? '' : `This comes of ${ruleById(row.mistake)?.name ?? row.mistake}.`,
      });
  }
  return found;
}

/** What a line ends with: the right side of a calculation, a solved line whole. */
function endOf(line: string): string {
  const parts = line.split('=');
  return parts.length > 1 && !/^\s*[a-z]\w*(?:\([a-z]\))?\s*$/i.test(parts[0] ?? '') ? (parts.at(-1) ?? line).trim() : line.trim();
}
