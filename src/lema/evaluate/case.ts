import { finalAnswer } from '../../correction/answers.ts';
import { readRow } from '../../solution/read.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Scored } from '../score.ts';

/** A labelled solution, as it is shown to the model and the checker, and what is known of it. */
export interface Case {
  readonly label: Exclude<Scored['label'], 'unlabelled'>;
  /** What the judge may know: with the answer and the reference solution only when it is to be told. */
  readonly solution: Solution;
  /** With all that is known, to measure by. */
  readonly known: Solution;
  /** The known answer, or what the reference solution ends in. */
  readonly answer: string | null;
  /** The rule by which it is wrong, from our catalogue. */
  readonly mistake: string | null;
  /** The right line in place of the first wrong one. */
  readonly corrected: string | null;
}

/** A labelled row with its steps as they stand. */
export interface LabelledRow {
  readonly id: string | number;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly answer?: string | number | null | undefined;
  readonly reference_solution?: string | readonly string[] | null | undefined;
  readonly assumptions?: string | readonly string[] | null | undefined;
  readonly mistake?: string | null | undefined;
  readonly correct_steps?: readonly string[] | null | undefined;
}

/** @param tellAll the checker is told the known answer and the reference solution. The model never is. */
export function caseOf(row: LabelledRow, label: Case['label'], tellAll: boolean): Case {
  const { id, problem } = row;
  const steps = [...row.steps];
  const bare = { id: String(id), problem, steps, ...(row.assumptions != null ? { assumptions: [row.assumptions].flat() } : {}) };
  const reference = typeof row.reference_solution === 'string' ? row.reference_solution.split('\n') : row.reference_solution;
  const { solution: known } = readRow({
    ...bare,
    ...(row.answer != null ? { answer: String(row.answer) } : {}),
    ...(reference ? { reference_solution: [...reference] } : {}),
  });
  const answer =
    row.answer != null ? String(row.answer) : reference ? finalAnswer(readRow({ ...bare, steps: [...reference] }).solution) : null;
  return {
    label,
    solution: tellAll ? known : readRow(bare).solution,
    known,
    answer,
    mistake: row.mistake ?? null,
    corrected: row.correct_steps?.[0] ?? null,
  };
}
