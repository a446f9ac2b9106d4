import { appendFileSync, closeSync, createReadStream, existsSync, mkdirSync, openSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { AskPort } from '../../model/port.ts';
import { promptHash } from '../asking/asking.ts';
import { valueHash } from '../files/digest.ts';
import { lock } from '../files/lock.ts';
import { StageError } from '../files/stage.ts';

/** A reply as it is kept: what was asked, by its hash, and what came. */
const keptReply = z.object({
  /** Hash of all that the reply depends on. */
  key: z.string(),
  model: z.string(),
  /** Hash of the messages, 16 hexadecimal digits. */
  prompt: z.string(),
  seed: z.number(),
  temperature: z.number(),
  text: z.string(),
  complete: z.boolean(),
  tokens: z.object({ in: z.number(), out: z.number() }).nullable(),
  ms: z.number(),
  /** When it came, ISO 8601. */
  at: z.string(),
});
export type KeptReply = z.infer<typeof keptReply>;

/** The replies of a model, each kept as it comes. */
export interface Replies {
  get(key: string): KeptReply | undefined;
  keep(reply: KeptReply): void;
  close(): void;
}

/** Replies that are forgotten with the process. */
export function inMemory(): Replies {
  const kept = new Map<string, KeptReply>();
  return { get: key => kept.get(key), keep: reply => void kept.set(reply.key, reply), close: () => undefined };
}

/**
 * Replies in a file, one a line; those of earlier runs are there. A line that was cut off by a crash is taken away.
 * @throws StageError when another run writes the file, or it holds something else.
 */
export async function inFile(path: string): Promise<Replies> {
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lock(`${path}.lock`);
  if (unlock === null)
    throw new StageError(`${path}: another run is at work on it; wait for its end, or delete ${path}.lock if there is none`);
  try {
    const kept = existsSync(path) ? await read(path) : new Map<string, KeptReply>();
    const file = openSync(path, 'a');
    return {
      get: key => kept.get(key),
      keep(reply) {
        kept.set(reply.key, reply);
        appendFileSync(file, `${JSON.stringify(reply)}\n`);
      },
      close() {
        closeSync(file);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function read(path: string): Promise<Map<string, KeptReply>> {
  const kept = new Map<string, KeptReply>();
  let rest = Buffer.alloc(0);
  let whole = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const reply = replyIn(rest.subarray(0, end).toString());
      if (reply === null) throw new StageError(`${path}: ${OTHER}`);
      kept.set(reply.key, reply);
      whole += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
  if (!LINE_START.startsWith(rest.toString().slice(0, LINE_START.length))) throw new StageError(`${path}: ${OTHER}`);
  truncateSync(path, whole);
  return kept;
}

const LINE_START = '{"key":';
const OTHER = 'holds something other than replies; name another file';

function replyIn(line: string): KeptReply | null {
  try {
    return keptReply.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** How every question of a run is asked. */
export interface Asking {
  readonly seed: number;
  readonly temperature: number;
  readonly maxTokens: number;
}

/**
 * The model, asked as `asking` says, one reply a question; a question whose reply is kept is not asked again.
 * @param onReply called with every reply, kept or new.
 */
export function keeping(port: AskPort, replies: Replies, asking: Asking, onReply: (reply: KeptReply) => void): AskPort {
  return {
    name: port.name,
    where: port.where,
    async ask(messages, { schema, signal, deadlineMs }) {
      const prompt = promptHash(messages);
      const key = valueHash([port.name, prompt, schema ?? null, asking.seed, asking.temperature, asking.maxTokens]);
      const before = replies.get(key);
      const reply = before ?? { key, prompt, ...(await fresh()) };
      if (!before) replies.keep(reply);
      onReply(reply);
      return [{ text: reply.text, complete: reply.complete }];

      async function fresh(): Promise<Omit<KeptReply, 'key' | 'prompt'>> {
        let tokens: KeptReply['tokens'] = null;
        const began = performance.now();
        const [first] = await port.ask(messages, {
          signal,
          deadlineMs,
          ...asking,
          ...(schema ? { schema } : {}),
          onUsage: told => {
            tokens = { in: told.in, out: told.out };
          },
        });
        const { text, complete } = first ?? { text: '', complete: false };
        const { seed, temperature } = asking;
        const ms = Math.round(performance.now() - began);
        return { model: port.name, seed, temperature, text, complete, tokens, ms, at: new Date().toISOString() };
      }
    },
  };
}
