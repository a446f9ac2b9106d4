import { z } from 'zod';
import { equivalent } from '../math/equivalent.ts';
import type { Command } from './command.ts';
import { mapRows } from './jsonl.ts';

const id = z.union([z.string(), z.number()]);

/** A row of `lema equiv --jsonl`. */
export const equivRow = z.object({
  id,
  a: z.string(),
  b: z.string(),
  kind: z.enum(['expr', 'equation', 'inequality', 'system', 'answer']),
  vars: z.array(z.string()).nullish(),
  assume: z.union([z.string(), z.array(z.string())]).nullish(),
  up_to_const: z.boolean().nullish(),
});
export type EquivRow = z.infer<typeof equivRow>;

/** What `lema equiv` answers to one row. `equivalent` is null when it cannot tell. */
export function answerPair(row: EquivRow) {
  const assume = typeof row.assume === 'string' ? [row.assume] : row.assume;
  const {
    equivalent: same,
    witness,
    notices,
  } = equivalent({
    a: row.a,
    b: row.b,
    kind: row.kind,
    ...(row.vars ? { vars: row.vars } : {}),
    ...(assume ? { assume } : {}),
    ...(row.up_to_const ? { upToConst: true } : {}),
  });
  return { id: row.id, equivalent: same, ...(witness ? { witness } : {}), ...(notices?.length ? { notices } : {}) };
}

export const equiv: Command = {
  options: { jsonl: { type: 'boolean' } },
  async run({ signal, io }) {
    await mapRows(io.stdin, io.stdout, equivRow, signal, answerPair);
    return 0;
  },
};
