import { mkdir } from 'node:fs/promises';
import { type CorrectionRow, correctionRow } from '../../lema/records.ts';
import { decide, nameOf, readDecisions } from '../../lema/review/reviews.ts';
import { firstMistake, type SolutionReport } from '../checking/report.ts';

/**
 * The correction of a solution as a row to learn from. It holds the problem, the steps and the correction, and nothing that says who wrote them or in which
 * file: its name is made of its words. Null where no mistake was found or no correction is known.
 */
export function confirmedRow(solution: SolutionReport): CorrectionRow | null {
  const step = firstMistake(solution);
  if (solution.finding.kind !== 'mistake' || step < 0) return null;
  const { mistake, explanation, correctSteps, answer } = solution.finding.correction;
  if (correctSteps.length === 0) return null;
  const steps = solution.steps.map(({ text }) => text);
  return correctionRow.parse({
    id: `confirmed-${nameOf([solution.problem, ...steps])}`,
    problem_id: nameOf([solution.problem]),
    problem: solution.problem,
    steps,
    first_error: step,
    mistake,
    explanation,
    correct_steps: correctSteps,
    answer,
    from: 'teacher',
  });
}

/** Writes a confirmed correction down as accepted. False when it is there already. */
export async function confirm(folder: string, row: CorrectionRow, at: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const decisions = await readDecisions(folder);
  if (decisions.get(row.id)?.row) return false;
  await decide(folder, decisions, { id: row.id, decision: 'accept', row, at });
  return true;
}
