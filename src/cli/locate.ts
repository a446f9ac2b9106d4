import { z } from 'zod';
import { checkSolution } from '../correction/check.ts';
import type { Checked } from '../correction/corrector.ts';
import { readRow } from '../solution/read.ts';
import type { Solution } from '../solution/solution.ts';
import type { Command } from './command.ts';
import { mapRows } from './jsonl.ts';

/** A row of `lema locate --jsonl`. */
export const locateRow = z.object({
  id: z.union([z.string(), z.number()]),
  problem: z.string(),
  steps: z.array(z.string()),
  answer: z.union([z.string(), z.number()]).nullish(),
  reference_solution: z.union([z.string(), z.array(z.string())]).nullish(),
  assumptions: z.union([z.string(), z.array(z.string())]).nullish(),
});
export type LocateRow = z.infer<typeof locateRow>;

/** Checks one row. Steps are taken as they are given, one string a step. */
export function checkRow(row: LocateRow): Checked & { readonly solution: Solution } {
  const reference = typeof row.reference_solution === 'string' ? row.reference_solution.split('\n') : row.reference_solution;
  const { solution } = readRow({
    id: String(row.id),
    problem: row.problem,
    steps: row.steps,
    ...(row.answer != null ? { answer: String(row.answer) } : {}),
    ...(reference ? { reference_solution: reference } : {}),
    ...(row.assumptions != null ? { assumptions: [row.assumptions].flat() } : {}),
  });
  return { ...checkSolution(solution), solution };
}

/** What `lema locate` answers to one row. */
export function locateAnswer(row: LocateRow) {
  const { finding, verdicts } = checkRow(row);
  const correction = finding.kind === 'mistake' ? finding.correction : null;
  return {
    id: row.id,
    first_error: correction?.step ?? -1,
    verdicts: verdicts.map(v => ({ ...v.verdict, ...(v.notices.length > 0 ? { notices: v.notices } : {}) })),
    mistake: correction?.mistake ?? null,
    evidence: correction?.evidence ?? (finding.kind === 'correct' ? finding.evidence : 'none'),
    explanation: correction?.explanation ?? (finding.kind === 'undecided' ? (finding.message ?? null) : null),
    correct_steps: correction?.correctSteps ?? null,
    answer: correction?.answer ?? null,
  };
}

export const locate: Command = {
  options: { jsonl: { type: 'boolean' } },
  async run({ signal, io }) {
    await mapRows(io.stdin, io.stdout, locateRow, signal, locateAnswer);
    return 0;
  },
};
