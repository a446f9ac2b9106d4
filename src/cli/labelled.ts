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
  mistake: z.string().nullish(),
  correct_steps: z.array(z.string()).nullish(),
});

/** A GSM8K row: a right solution with `<<…>>` calculator marks and `#### answer` at its end. */
const gsmRow = z.object({ question: z.string(), answer: z.string() });

/** A GSM8K problem with the solutions of several models, each known to be right or wrong, but not where. */
const modelsRow = z.object({ question: z.string(), ground_truth: z.string() }).catchall(z.unknown());

export interface Labelled {
  /** With the rule of the mistake and the right steps from it on, where they are known. */
  readonly row: LocateRow & Pick<z.infer<typeof labelledRow>, 'mistake' | 'correct_steps'>;
  readonly label: { readonly from: number; readonly to: number } | 'right' | 'unlabelled';
  readonly category: string;
}

/** Reads a row of any of the labelled forms; one row may hold several solutions. None: it is one to pass over (suspect label, needs a picture). */
export function readLabelled(value: unknown, line: number): readonly Labelled[] | 'unreadable' {
  const models = modelsRow.safeParse(value);
  if (models.success) return fromModels(models.data, line);
  const one = readOne(value, line);
  return one === 'unreadable' ? one : one === null ? [] : [one];
}

function readOne(value: unknown, line: number): Labelled | null | 'unreadable' {
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

const modelSolution = z.object({ is_correct: z.boolean(), solution: z.string() });

/** Any step of a wrong solution counts as its place: where it is wrong is not known. */
function fromModels({ question, ground_truth, ...others }: z.infer<typeof modelsRow>, line: number): Labelled[] {
  const reference = withoutMarks(ground_truth);
  const answer = reference.at(-1)?.replace(/^A:\s*/, '') ?? '';
  return Object.entries(others).flatMap(([model, value]) => {
    const own = modelSolution.safeParse(value);
    if (!own.success) return [];
    const steps = withoutMarks(own.data.solution);
    const row = { id: `${line} ${model}`, problem: question, steps, answer, reference_solution: reference };
    return [{ row, label: own.data.is_correct ? 'right' : { from: 0, to: steps.length - 1 }, category: model }];
  });
}

const withoutMarks = (text: string): string[] =>
  text
    .replace(/<<[^<>]*>>/g, '')
    .split('\n')
    .filter(step => step.trim() !== '');

function fromGsm({ question, answer }: z.infer<typeof gsmRow>, line: number): Labelled {
  const lines = answer.replace(/<<[^<>]*>>/g, '').split('\n');
  const final = lines.at(-1)?.match(/^#### (.*)$/)?.[1];
  const steps = final === undefined ? lines : lines.slice(0, -1);
  return { row: { id: line, problem: question, steps, ...(final === undefined ? {} : { answer: final }) }, label: 'right', category: '' };
}
