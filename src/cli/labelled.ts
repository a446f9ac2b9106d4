import { z } from 'zod';
import type { LocateRow } from './locate.ts';
import { locateRow } from './locate.ts';

/** A labelled row: a row of `lema locate` with the first wrong step marked. */
const labelledRow = locateRow.extend({
  first_error: z.number().int().nullable(),
  error_span: z.tuple([z.number(), z.number()]).nullish(),
  index_ambiguous: z.boolean().nullish(),
  label_suspect: z.boolean().nullish(),
  needs_image: z.boolean().nullish(),
  math_valid: z.boolean().nullish(),
  category: z.string().nullish(),
  base_set: z.string().nullish(),
  problem: z.string().nullish(),
});

/** A GSM8K row: a right solution with `<<…>>` calculator marks and `#### answer` at its end. */
const gsmRow = z.object({ question: z.string(), answer: z.string() });

export interface Labelled {
  readonly row: LocateRow;
  readonly label: { readonly from: number; readonly to: number } | 'right' | 'unlabelled';
  readonly category: string;
}

/** Reads a row of any of the labelled forms. Null: the row is one to pass over (suspect label, needs a picture). */
export function readLabelled(value: unknown, line: number): Labelled | null | 'unreadable' {
  const gsm = gsmRow.safeParse(value);
  if (gsm.success && typeof value === 'object' && value !== null && !('steps' in value)) return fromGsm(gsm.data, line);
  const labelled = labelledRow.safeParse(value);
  if (!labelled.success) return 'unreadable';
  const row = labelled.data;
  if (row.label_suspect || row.needs_image || row.index_ambiguous) return null;
  return {
    row: { ...row, problem: row.problem ?? '' },
    label: labelOf(row),
    category: [row.base_set, row.category].filter(Boolean).join(' '),
  };
}

function labelOf(row: z.infer<typeof labelledRow>): Labelled['label'] {
  if (row.math_valid === true || row.first_error === -1) return 'right';
  if (row.first_error === null) return 'unlabelled';
  const [from, to] = row.error_span ?? [row.first_error, row.first_error];
  return { from, to };
}

function fromGsm({ question, answer }: z.infer<typeof gsmRow>, line: number): Labelled {
  const lines = answer.replace(/<<[^<>]*>>/g, '').split('\n');
  const final = lines.at(-1)?.match(/^#### (.*)$/)?.[1];
  const steps = final === undefined ? lines : lines.slice(0, -1);
  return { row: { id: line, problem: question, steps, ...(final === undefined ? {} : { answer: final }) }, label: 'right', category: '' };
}
