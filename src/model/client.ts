import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { type Deadline, deadlineOf, pause } from './deadline.ts';
import { type Endpoint, placeOf } from './endpoint.ts';
import { failureOfStatus, ModelError, ON_THE_WAY } from './errors.ts';
import type { AskOptions, AskPort, Message, ReplyText } from './port.ts';
import { mayRetry, retryDelay } from './retry.ts';
import { gatherer } from './stream.ts';
import { guardedFetch } from './transport.ts';

type Body = Omit<ChatCompletionCreateParamsStreaming, 'stream'> & { readonly stream: boolean };
type Package = typeof import('openai');

/** Failed attempts at one question, after which its error stands. */
const ATTEMPTS = 3;

const listSchema = z.object({ data: z.array(z.object({ id: z.string(), owned_by: z.string().nullish() })) });

/** Parameters that some servers refuse, and how to do without. */
const CONCESSIONS: Readonly<Record<string, (body: Body) => Body>> = {
  temperature: ({ temperature: _, ...body }) => body,
  seed: ({ seed: _, ...body }) => body,
  max_tokens: ({ max_tokens, ...body }) => ({ ...body, max_completion_tokens: max_tokens ?? null }),
  response_format: ({ response_format: _, ...body }) => body,
  n: ({ n: _, ...body }) => body,
  stream_options: ({ stream_options: _, ...body }) => body,
};

/** A model behind an OpenAI-compatible server. The client library is loaded with the first question. */
export function openaiPort(endpoint: Endpoint): AskPort {
  const where = placeOf(endpoint.baseUrl);
  const refused = new Set<string>();
  let opened: Promise<Opened> | undefined;
  return {
    name: endpoint.model,
    where,
    async ask(messages, options) {
      opened ??= openClient(endpoint, where);
      return await ask({ ...(await opened), where, refused }, endpoint.model, messages, options);
    },
  };
}

/** Names of the models that a server offers. @throws ModelError */
export async function listModels(
  endpoint: Pick<Endpoint, 'baseUrl' | 'key'>,
  { signal, deadlineMs }: Pick<AskOptions, 'signal' | 'deadlineMs'>,
): Promise<readonly { readonly id: string; readonly owner: string }[]> {
  const where = placeOf(endpoint.baseUrl);
  const { client, library } = await openClient(endpoint, where);
  const deadline = deadlineOf(signal, deadlineMs);
  try {
    const response = await client.models.list(requestOptions(deadline)).asResponse();
    const listed = listSchema.safeParse(await response.json());
    if (!listed.success) throw new ModelError('nonsense', where, 'it does not list its models');
    return listed.data.data.map(({ id, owned_by }) => ({ id, owner: owned_by ?? '' }));
  } catch (error) {
    throw modelError(error, where, deadline, library);
  }
}

async function ask(session: Session, model: string, messages: readonly Message[], options: AskOptions): Promise<readonly ReplyText[]> {
  const deadline = deadlineOf(options.signal, options.deadlineMs);
  const replies: ReplyText[] = [];
  const wanted = options.n ?? 1;
  while (replies.length < wanted) {
    const missing = wanted - replies.length;
    const body = bodyOf(model, messages, {
      ...options,
      n: replies.length === 0 ? missing : 1,
      seed: (options.seed ?? 1) + replies.length,
    });
    const { onToken, onUsage } = options;
    const heard = { ...(onToken && replies.length === 0 ? { onToken } : {}), ...(onUsage ? { onUsage } : {}) };
    replies.push(...(await answered(session, body, deadline, heard)));
  }
  return replies.slice(0, wanted);
}

interface Opened {
  readonly client: OpenAI;
  readonly library: Package;
}

interface Session extends Opened {
  readonly where: string;
  /** What this server has refused, and done without since; added to. */
  readonly refused: Set<string>;
}

type Heard = Pick<AskOptions, 'onToken' | 'onUsage'>;

/**
 * Nothing is taken from the environment: neither a key, an organisation nor an address that was meant for something else.
 * @param limit bytes of one response that are read at most.
 */
export async function openClient({ baseUrl, key }: Pick<Endpoint, 'baseUrl' | 'key'>, where: string, limit?: number): Promise<Opened> {
  const library = await import('openai');
  const client = new library.default({
    baseURL: baseUrl,
    apiKey: key || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: guardedFetch(where, limit),
    ...(key ? {} : { defaultHeaders: { Authorization: null } }),
  });
  return { client, library };
}

export const requestOptions = (deadline: Deadline) => ({
  signal: deadline.signal,
  timeout: Math.max(1, Math.ceil(deadline.left())),
  maxRetries: 0,
});

/** The question as a server is asked it. */
export function bodyOf(
  model: string,
  messages: readonly Message[],
  { schema, n = 1, temperature = 0, seed = 1, maxTokens = 2048, onUsage, whole = false }: Omit<AskOptions, 'signal' | 'deadlineMs'>,
): Body {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: !whole,
    temperature,
    seed,
    max_tokens: maxTokens,
    ...(n > 1 ? { n } : {}),
    ...(onUsage && !whole ? { stream_options: { include_usage: true } } : {}),
    ...(schema
      ? { response_format: { type: 'json_schema', json_schema: { name: schema.name, schema: { ...schema.schema }, strict: true } } }
      : {}),
  };
}

/** Asks until there is a reply, within the deadline: again after a passing fault, and without a parameter that the server refuses. */
async function answered(session: Session, first: Body, deadline: Deadline, heard: Heard): Promise<readonly ReplyText[]> {
  const { client, library, where, refused } = session;
  const conceded = new Set<string>();
  let body = [...refused].reduce((rest, name) => without(rest, name), first);
  for (let failures = 0; ; ) {
    try {
      const failure = deadline.failure(where);
      if (failure) throw failure;
      const response = await client.chat.completions.create(body, requestOptions(deadline)).asResponse();
      const replies = await readReplies(client, response, where, deadline, heard);
      for (const name of conceded) refused.add(name);
      return replies;
    } catch (error) {
      const status = error instanceof library.APIError ? error : null;
      const name = status && refusedIn(body, status);
      if (name) {
        conceded.add(name);
        body = without(body, name);
        continue;
      }
      const wait = retryDelay(status?.headers, failures++);
      if (!mayRetry(status?.status) || failures >= ATTEMPTS || wait >= deadline.left()) throw modelError(error, where, deadline, library);
      await pause(wait, deadline.signal);
    }
  }
}

const without = (body: Body, name: string): Body => (name in body ? (CONCESSIONS[name]?.(body) ?? body) : body);

/** The parameter that the server names in its refusal; undefined when it names none that can be done without. */
function refusedIn(
  body: Body,
  { status, param, message }: { status?: number | undefined; param?: string | null | undefined; message: string },
): string | undefined {
  if (status !== 400 && status !== 422) return undefined;
  return Object.keys(CONCESSIONS).find(
    key => key in body && (param ? param.split('.')[0] === key : new RegExp(`\\b${key}\\b(?!["']\\s*:)`).test(message)),
  );
}

async function readReplies(
  client: OpenAI,
  response: Response,
  where: string,
  deadline: Deadline,
  { onToken, onUsage }: Heard,
): Promise<readonly ReplyText[]> {
  const gathered = gatherer(where, onToken);
  try {
    if (/\bjson\b/i.test(response.headers.get('content-type') ?? '')) {
      gathered.add(await response.json());
    } else {
      const { Stream } = await import('openai/core/streaming');
      for await (const event of Stream.fromSSEResponse<unknown>(response, new AbortController(), client)) gathered.add(event);
    }
  } catch (error) {
    if (error instanceof SyntaxError && !gathered.started()) throw new ModelError('nonsense', where, ON_THE_WAY.json);
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw deadline.failure(where) ?? new ModelError('cut-off', where, ON_THE_WAY.ended);
    throw error;
  }
  const failure = deadline.failure(where);
  if (failure) throw failure;
  const replies = gathered.replies();
  const usage = gathered.usage();
  if (usage) onUsage?.(usage);
  return replies;
}

/** The one error that stands for whatever the library threw. */
export function modelError(
  error: unknown,
  where: string,
  deadline: Deadline,
  { APIError, APIConnectionError, APIConnectionTimeoutError, APIUserAbortError }: Package,
): ModelError {
  const known = [error, error instanceof Error ? error.cause : null].find(e => e instanceof ModelError);
  if (known) return known;
  const failure = deadline.failure(where);
  if (failure) return failure;
  if (error instanceof APIConnectionTimeoutError) return new ModelError('timeout', where);
  if (error instanceof APIUserAbortError) return new ModelError('aborted', where);
  if (error instanceof APIConnectionError) return new ModelError('unreachable', where);
  if (error instanceof SyntaxError) return new ModelError('nonsense', where, ON_THE_WAY.json);
  if (!(error instanceof APIError)) return new ModelError('unreachable', where, 'the request could not be made');
  if (error.status === undefined) return new ModelError('server', where, 'it reported an error in the middle of its reply');
  if (error.status === 400 && (error.code === 'context_length_exceeded' || /context (length|size|window)|too long/i.test(error.message)))
    return new ModelError('too-long', where, 'longer than the context of the model');
  return new ModelError(failureOfStatus(error.status), where, `status ${error.status}`);
}
