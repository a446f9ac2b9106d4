import { statSync } from 'node:fs';
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
    max_completion_tokens: z.number().nullish(),
  }),
});

/** What OpenAI's Batch API takes in one file. */
const MOST = { requests: 50_000, bytes: 200 * 2 ** 20 };

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
    tokens.out += replyTokens(asked.max_completion_tokens ?? Number.POSITIVE_INFINITY);
  }
  if (requests > MOST.requests || statSync(path).size > MOST.bytes)
    throw new StageError(
      `${path}: ${requests} requests; a batch takes ${MOST.requests} and 200 MB at most. Divide it ('split -l 20000 ${path}'), run each part, and import all replies together`,
    );
  if (model === null) throw new StageError(`${path}: holds no request`);
  return { model, requests, tokens };
}
