import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type PlantedRow, plantIn, rightRow } from '../lema/plant.ts';
import { type PlantMany, plantMany, type Seeds, writerOf } from '../lema/plant-many.ts';
import { openPool } from '../lema/threads/pool.ts';
import { allRules, ruleById } from '../mistakes/catalogue.ts';
import type { PlantOptions } from '../mistakes/plant.ts';
import { topics } from '../mistakes/problems.ts';
import { type Call, type Command, choice, number, text, UsageError } from './command.ts';
import { asLine, mapRows } from './jsonl.ts';
import { readLabelled } from './labelled.ts';
import { workerFile } from './worker.ts';

/** `lema mistakes list` and `lema mistakes make`. */
export const mistakes: Command = {
  options: {
    format: { type: 'string' },
    jsonl: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string' },
    rule: { type: 'string' },
    at: { type: 'string' },
    topic: { type: 'string' },
    twins: { type: 'boolean' },
  },
  async run(call) {
    const [what, ...files] = call.files;
    if (what === 'list') return list(call);
    if (what !== 'make')
      throw new UsageError(`'lema mistakes list' lists the mistakes and 'lema mistakes make' plants them; '${what ?? ''}' is not known`);
    if (files.length > 0 || call.values.jsonl === true) return makeIn(call, files);
    return make(call);
  },
};

function list(call: Call): number {
  const rows = allRules.map(({ id, name, family }) => ({ id, name, family }));
  const asJson = choice(call, 'format', ['text', 'json'], 'text') === 'json';
  const widest = Math.max(...rows.map(r => r.id.length));
  const lines = rows.map(r => `${r.id.padEnd(widest)}  ${r.name} (${r.family})`);
  call.io.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

interface Where {
  readonly rule?: string;
  readonly at?: number;
}

function where(call: Call): Where {
  const rule = text(call, 'rule');
  if (rule !== undefined && ruleById(rule) === undefined)
    throw new UsageError(`no mistake is called '${rule}'; 'lema mistakes list' lists them`);
  const at = text(call, 'at') === undefined ? undefined : number(call, 'at', 0, 0);
  return { ...(rule !== undefined ? { rule } : {}), ...(at !== undefined ? { at } : {}) };
}

const isForReading = (call: Call): boolean => choice(call, 'format', ['jsonl', 'text'], 'jsonl') === 'text';

/** Seeds in a message to a thread: enough that the message costs little beside the work. */
const BLOCK = 64;
/** Blocks on their way for each thread. */
const AHEAD = 3;

/** Problems of our own, each with a right solution in which one mistake is planted. */
async function make(call: Call): Promise<number> {
  const count = number(call, 'count', 10, 1);
  const seed = number(call, 'seed', 1, 0);
  const topic = text(call, 'topic');
  if (topic !== undefined && !topics.includes(topic))
    throw new UsageError(`no topic is called '${topic}'; there are: ${topics.join(', ')}`);
  const options = { ...where(call), ...(topic === undefined ? {} : { topic }) };
  const settings: PlantMany = { options, twins: call.values.twins === true, text: isForReading(call) };
  const worker = count > BLOCK ? workerFile('plant-worker.cjs') : undefined;
  const threads = worker === undefined ? 1 : availableParallelism();
  const pool = worker === undefined ? null : openPool<Seeds, string | null>(worker, threads, settings);
  const running: Promise<string | null>[] = [];
  try {
    for (let done = 0; (done < count || running.length > 0) && !call.signal.aborted; ) {
      while (done < count && running.length < (pool ? threads * AHEAD : 1)) {
        const seeds = { from: seed + done, count: Math.min(pool ? BLOCK : 1, count - done) };
        const rows = pool ? pool.run(seeds) : Promise.resolve(plantMany(seeds, settings));
        // A failure is thrown where the rows are waited for, and nowhere else.
        rows.catch(() => {});
        running.push(rows);
        done += seeds.count;
      }
      const rows = await running.shift();
      if (rows == null)
        throw new UsageError(
          'this mistake fits none of the problems that can be made; leave out --rule, --at or --topic, or plant it in right solutions of your own: lema mistakes make FILE',
        );
      if (!call.io.stdout.write(rows)) await once(call.io.stdout, 'drain');
    }
  } finally {
    await pool?.close();
  }
  return 0;
}

/** Right solutions from files or standard input, one mistake planted in each. */
async function makeIn(call: Call, files: readonly string[]): Promise<number> {
  const missing = files.find(file => !existsSync(file));
  if (missing !== undefined) throw new UsageError(`${missing}: there is no such file`);
  const write = writerOf(isForReading(call));
  const options = where(call);
  const seed = number(call, 'seed', 1, 0);
  const count = text(call, 'count') === undefined ? Number.POSITIVE_INFINITY : number(call, 'count', 10, 1);
  const sources: readonly Readable[] = files.length > 0 ? files.map(file => createReadStream(file, 'utf8')) : [call.io.stdin];
  const twins = call.values.twins === true;
  let line = 0;
  const print = (answer: unknown): string => (Array.isArray(answer) ? answer.map(write).join('') : asLine(answer));
  for (const source of sources) {
    const work = (value: unknown): unknown => (++line > count ? [] : plantedIn(value, line, { ...options, seed: seed + line }, twins));
    await mapRows(source, call.io.stdout, z.unknown(), call.signal, work, print);
  }
  return 0;
}

/** The rows that one right solution gives, or why it gives none. Nothing for a row that is marked as wrong. */
function plantedIn(
  value: unknown,
  line: number,
  options: PlantOptions,
  twins: boolean,
): readonly PlantedRow[] | { id: unknown; error: string } {
  const own = solutionRow.safeParse(value);
  const known = own.success ? [] : readLabelled(value, line);
  if (known === 'unreadable') return { id: null, error: 'not read: a row has "id", "problem" and "steps", or "question" and "answer"' };
  if (own.success && own.data.first_error != null && own.data.first_error >= 0) return [];
  const row = own.success ? own.data : known.find(one => one.label === 'right')?.row;
  if (row === undefined) return [];
  const worked = { topic: '', problem: row.problem, steps: row.steps };
  const planted = plantIn(String(row.id), worked, options);
  if (planted === null) return { id: row.id, error: 'no mistake could be planted: nothing here can be read as mathematics, or none fits' };
  return twins ? [planted, rightRow(`${row.id}-right`, worked)] : [planted];
}

const solutionRow = z.object({
  id: z.union([z.string(), z.number()]),
  problem: z.string(),
  steps: z.array(z.string()),
  first_error: z.number().nullish(),
});
