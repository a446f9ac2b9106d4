import type { Problem } from '../set/set.ts';
import { withoutNames } from '../submissions/names.ts';
import type { Override } from '../submissions/store.ts';
import type { StudentResult } from '../submissions/submission.ts';

/** A piece of work as a teacher confirmed it: what was written, where the first mistake is, and what the teacher said of it. */
export interface ConfirmedRow {
  readonly id: string;
  readonly problem: string;
  readonly steps: readonly string[];
  /** 0-based; -1 when the teacher gave full marks. */
  readonly first_error: number;
  readonly mistake: string | null;
  readonly reason: string;
  readonly correct_steps: readonly string[];
  readonly answer: string | null;
}

/** The row of an override that may be used for training, with the names of the class struck out. Full marks say that nothing is wrong, whatever was found. Null when the work is gone. */
export function confirmedRow(
  problems: readonly Problem[],
  result: StudentResult | null,
  { problem: id, points, reason }: Override,
  alias: string,
  names: Iterable<string>,
): ConfirmedRow | null {
  const problem = problems.find(own => own.id === id);
  const work = result?.results.find(own => own.problem === id);
  if (!problem || !work || work.lines.length === 0) return null;
  const strike = withoutNames(names, problem.text);
  const mistake = points >= work.mark.of ? null : work.mistake;
  return {
    id: `${alias}/${id}`,
    problem: problem.text,
    steps: work.lines.map(line => strike(line.text)),
    first_error: mistake?.step ?? -1,
    mistake: mistake?.rule ?? null,
    reason: strike(reason),
    correct_steps: mistake?.correctSteps ?? [],
    answer: problem.answer,
  };
}
