import { z } from 'zod';
import { bodyOf } from './client.ts';
import type { AskOptions, Message, ReplyText, Tokens } from './port.ts';

/**
 * One request of a batch, as OpenAI's Batch API and `vllm run-batch` read them, a line each. A batch cannot be asked again in other words, so the limit has
 * the name that every model takes.
 */
export function batchRequest(
  id: string,
  model: string,
  messages: readonly Message[],
  options: Omit<AskOptions, 'signal' | 'deadlineMs' | 'onToken' | 'onUsage'>,
) {
  const { stream: _, max_tokens, ...body } = bodyOf(model, messages, options);
  return { custom_id: id, method: 'POST', url: '/v1/chat/completions', body: { ...body, max_completion_tokens: max_tokens } };
}

const replySchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number().nullish(), body: z.unknown() }).nullish(),
  error: z.unknown().optional(),
});

const bodySchema = z.object({
  model: z.string().nullish(),
  created: z.number().nullish().catch(null),
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() })).min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
});

/** A model's reply to one request of a batch. */
export interface BatchReply extends ReplyText {
  readonly id: string;
  readonly model: string;
  /** When it was made, in seconds since 1970; null where it does not say. */
  readonly created: number | null;
  readonly tokens: Tokens | null;
}

/** Reads one line of replies, or says why it holds none. */
export function readBatchReply(line: string): BatchReply | { readonly id: string | null; readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, fault: 'this is not JSON, or its end is missing' };
  }
  const row = replySchema.safeParse(value);
  if (!row.success) return { id: null, fault: "this is not a batch's reply: it lacks custom_id or response" };
  const { custom_id: id, response, error } = row.data;
  const status = response?.status_code ?? 200;
  if (error != null || !response || status !== 200) return { id, fault: `the request failed (status ${response ? status : 'unknown'})` };
  const body = bodySchema.safeParse(response.body);
  const [choice] = body.success ? body.data.choices : [];
  if (!body.success || !choice) return { id, fault: 'the response holds no reply' };
  const { usage, created } = body.data;
  return {
    id,
    model: plain(body.data.model ?? '', 80) || 'unknown',
    text: choice.message.content ?? '',
    complete: choice.finish_reason !== 'length',
    created: created ?? null,
    tokens: usage ? { in: usage.prompt_tokens, out: usage.completion_tokens } : null,
  };
}

/** Untrusted text on one line, without control characters. */
export const plain = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
