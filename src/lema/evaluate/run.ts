import type { AskPort } from '../../model/port.ts';
import { isNotOfTheQuestion, patient, ServerGone } from '../asking/patience.ts';
import type { Tally } from './measures.ts';
import { inParallel } from './pool.ts';
import { type Asking, type KeptReply, keeping, type Replies } from './replies.ts';

/** One thing to ask about. */
export interface Item {
  /** Its place in the file, from 0. */
  readonly place: number;
  readonly id: string | number;
  readonly category: string;
  ask(port: AskPort, signal: AbortSignal): Promise<Answered | { readonly cause: string }>;
}

/** What an answer counts for, for each arm, and which step was named (-1: none). */
export interface Answered {
  readonly counts: Readonly<Record<string, Tally>>;
  readonly found?: Readonly<Record<string, number>>;
}

/** An item as it was asked about with one seed. `cause`: why there is no answer. */
export interface Row {
  readonly place: number;
  readonly id: string | number;
  readonly category: string;
  readonly seed: number;
  readonly cause: string | null;
  readonly found: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, Tally>>;
}

/** What the questions took, replies of earlier runs included. `tokens` is null where the server does not tell. */
export interface Cost {
  readonly requests: number;
  readonly tokens: { readonly in: number; readonly out: number } | null;
  readonly seconds: { readonly median: number; readonly p95: number };
}

export interface RunOptions extends Omit<Asking, 'seed'> {
  readonly port: AskPort;
  readonly replies: Replies;
  readonly seeds: readonly number[];
  /** Questions at the same time. */
  readonly concurrency: number;
  /** How long a server that is away is waited for, see `patient`. */
  readonly waits?: readonly number[];
  readonly signal: AbortSignal;
  /** Told after each item: how many are done, and for how many of them every reply was kept by an earlier run. */
  readonly onDone?: (done: number, before: number) => void;
}

/** Asks about every item once a seed. The rows stand in the order of seeds and items, whatever came first. `stopped`: why rows are missing at the end. */
export async function run(items: readonly Item[], options: RunOptions): Promise<{ rows: Row[]; cost: Cost; stopped: string | null }> {
  const { seeds, replies, temperature, maxTokens, signal } = options;
  const jobs = seeds.flatMap(seed => items.map(item => ({ seed, item })));
  const rows: Row[] = [];
  const heard = new Map<string, KeptReply>();
  let [done, kept, asked] = [0, 0, 0];
  const counted: AskPort = {
    ...options.port,
    ask(messages, how) {
      asked++;
      return options.port.ask(messages, how);
    },
  };
  const server = patient(counted, options.waits, isNotOfTheQuestion);
  let stopped: string | null = null;
  try {
    await inParallel(jobs, options.concurrency, signal, async ({ seed, item }, index, until) => {
      const before = asked;
      const port = keeping(server, replies, { seed, temperature, maxTokens }, reply => heard.set(reply.key, reply));
      const answer = await item.ask(port, until);
      const { place, id, category } = item;
      const own = { place, id, category, seed };
      rows[index] =
        'cause' in answer
          ? { ...own, cause: answer.cause, found: {}, counts: {} }
          : { ...own, cause: null, found: answer.found ?? {}, counts: answer.counts };
      if (asked === before) kept++;
      options.onDone?.(++done, kept);
    });
  } catch (error) {
    if (error instanceof ServerGone) stopped = error.message;
    else if (!signal.aborted) throw error;
  }
  if (signal.aborted) stopped = 'it was interrupted';
  return { rows: rows.filter(row => row !== undefined), cost: costOf([...heard.values()]), stopped };
}

function costOf(replies: readonly KeptReply[]): Cost {
  const times = replies.map(({ ms }) => ms / 1000).sort((a, b) => a - b);
  const told = replies.flatMap(({ tokens }) => (tokens ? [tokens] : []));
  const sum = (of: (tokens: { in: number; out: number }) => number): number => told.reduce((so, tokens) => so + of(tokens), 0);
  const at = (share: number): number => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? Number.NaN;
  return {
    requests: replies.length,
    tokens: told.length === 0 ? null : { in: sum(tokens => tokens.in), out: sum(tokens => tokens.out) },
    seconds: { median: at(0.5), p95: at(0.95) },
  };
}
