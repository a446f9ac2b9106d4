import { z } from 'zod';
import type { Tokens } from '../../model/port.ts';
import { readRows } from '../files/rows.ts';
import { createSeen } from '../files/seen.ts';
import { StageError } from '../files/stage.ts';
import { markOf } from '../problems.ts';
import { tokensIn } from './asker.ts';
import { replyTokens } from './estimate.ts';

/** What would be sent, and where. */
export interface BatchPlan {
  readonly where: string;
  readonly model: string;
  readonly requests: number;
  readonly tokens: Tokens;
}

const requestSchema = z.object({
  custom_id: z.string(),
  body: z.object({
    model: z.string(),
    messages: z.array(z.object({ content: z.string() })),
    max_tokens: z.number().nullish(),
  }),
});

/** What a file asks. A line that is no request would have the whole batch refused. @throws StageError */
export async function planOf(path: string, signal: AbortSignal): Promise<Omit<BatchPlan, 'where'>> {
  const seen = createSeen();
  const tokens = { in: 0, out: 0 };
  let requests = 0;
  let model: string | null = null;
  for await (const line of readRows(path, requestSchema, signal)) {
    const bad = (why: string): StageError => new StageError(`${path}:${line.line}: ${why}`);
    if ('fault' in line) throw bad(`no request as 'lema data batch export' writes it: ${line.fault}`);
    const { custom_id, body: asked } = line.row;
    if (!seen.add(markOf(custom_id))) throw bad(`${custom_id} stands above; every request has an id of its own`);
    model ??= asked.model;
    if (asked.model !== model) throw bad(`a batch asks one model, and this one ${model}, then ${asked.model}; export one file for each`);
    requests++;
    tokens.in += asked.messages.reduce((so, { content }) => so + tokensIn(content), 0);
    tokens.out += replyTokens(asked.max_tokens ?? Number.POSITIVE_INFINITY);
  }
  if (model === null) throw new StageError(`${path}: holds no request`);
  return { model, requests, tokens };
}
