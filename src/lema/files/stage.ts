import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, truncateSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { lock } from './lock.ts';

/** What the person who runs a stage can put right: one sentence that says what, where and what to do. */
export class StageError extends Error {}

/** The rows that one input gives, each with the name of the file that it goes to. */
export type Made<File extends string> = readonly { readonly to: File; readonly row: unknown }[];

export interface Stage<In, File extends string> {
  /** The files that are made, by name. The first one also names the journal (`FILE.part`) and the lock (`FILE.lock`). */
  readonly files: Readonly<Record<File, string>>;
  /** All that the rows depend on. A run that was stopped goes on only under the same settings. */
  readonly settings: unknown;
  readonly inputs: AsyncIterable<In>;
  /** Gives the rows of one input. It may depend on nothing but the input, its place and the settings. */
  work(input: In, place: number, signal: AbortSignal): Promise<Made<File>> | Made<File>;
  /** Inputs at work at the same time. Default 1. */
  readonly concurrency?: number;
  readonly signal: AbortSignal;
  /** Told after each input: how many are done in all, and how many of those by an earlier run. */
  readonly onDone?: (done: number, before: number) => void;
}

const headSchema = z.object({ settings: z.string() });
const entrySchema = z.array(z.object({ to: z.string(), row: z.unknown() }));

/**
 * Runs a stage to its end. What is done is kept in a journal, one line for each input, in the order of the inputs; after a stop at any
 * moment the same command goes on after the last whole line. The files themselves appear at the end, whole, and equal those of an undisturbed run.
 * @returns the number of inputs.
 * @throws StageError when another run is at work on the files, or a stopped run had other settings; the signal's reason when aborted; what `work` throws.
 */
export async function runStage<In, File extends string>(stage: Stage<In, File>): Promise<number> {
  const paths = Object.values<string>(stage.files);
  const first = paths[0] ?? '';
  const journal = `${first}.part`;
  for (const path of paths) mkdirSync(dirname(path), { recursive: true });
  const unlock = lock(`${first}.lock`);
  if (unlock === null)
    throw new StageError(`${first}: another run is at work on it; wait for its end, or delete ${first}.lock if there is none`);
  try {
    const before = await resume(journal, stage.settings);
    const done = await append(stage, journal, before);
    await divide(journal, stage.files);
    rmSync(journal);
    return done;
  } finally {
    unlock();
  }
}

/** The number of inputs that the journal holds. An unfinished last line is cut off; a journal that is missing is begun. */
async function resume(journal: string, settings: unknown): Promise<number> {
  const head = `${JSON.stringify({ settings: createHash('sha256').update(JSON.stringify(settings)).digest('hex') })}\n`;
  if (existsSync(journal)) {
    let whole = 0;
    let lines = 0;
    let rest = Buffer.alloc(0);
    for await (const piece of createReadStream(journal) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
        if (lines === 0) sameSettings(Buffer.concat([rest, piece.subarray(from, at)]).toString(), head, journal);
        whole += rest.length + at + 1 - from;
        rest = Buffer.alloc(0);
        from = at + 1;
        lines++;
      }
      rest = Buffer.concat([rest, piece.subarray(from)]);
    }
    truncateSync(journal, whole);
    if (lines > 0) return lines - 1;
  }
  await written(journal, async out => void out.write(head));
  return 0;
}

function sameSettings(line: string, head: string, journal: string): void {
  if (headSchema.safeParse(JSON.parse(line)).success && `${line}\n` === head) return;
  throw new StageError(
    `${journal}: holds a stopped run with other settings or other inputs; run that one again to finish it, or delete the file to begin anew`,
  );
}

async function append<In, File extends string>(stage: Stage<In, File>, journal: string, before: number): Promise<number> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stage.signal, stop.signal]);
  const pending: Promise<Made<File>>[] = [];
  let place = 0;
  let done = before;
  await written(journal, async out => {
    const settle = async () => {
      signal.throwIfAborted();
      const made = await pending.shift();
      if (made && !out.write(`${JSON.stringify(made)}\n`)) await once(out, 'drain', { signal });
      done++;
      stage.onDone?.(done, before);
    };
    try {
      for await (const input of stage.inputs) {
        signal.throwIfAborted();
        if (place++ < before) continue;
        const work = Promise.resolve().then(() => stage.work(input, place - 1, signal));
        work.catch(() => {});
        pending.push(work);
        if (pending.length >= (stage.concurrency ?? 1)) await settle();
      }
      while (pending.length > 0) await settle();
    } finally {
      stop.abort();
      await Promise.allSettled(pending);
    }
  });
  return done;
}

/** Divides the journal into its files. Each is renamed into place when it is whole. */
async function divide(journal: string, files: Readonly<Record<string, string>>): Promise<void> {
  const outs = new Map(Object.entries(files).map(([name, path]) => [name, { path, out: createWriteStream(`${path}.new`) }]));
  const failed = new Promise<never>((_, reject) => {
    for (const { out } of outs.values()) out.once('error', reject);
  });
  failed.catch(() => {});
  let head = true;
  for await (const line of createInterface({ input: createReadStream(journal), crlfDelay: Number.POSITIVE_INFINITY })) {
    for (const { to, row } of head ? [] : entrySchema.parse(JSON.parse(line))) {
      const out = outs.get(to)?.out;
      if (out && !out.write(`${JSON.stringify(row)}\n`)) await Promise.race([once(out, 'drain'), failed]);
    }
    head = false;
  }
  for (const { path, out } of outs.values()) {
    await Promise.race([new Promise<void>(resolve => out.end(resolve)), failed]);
    renameSync(`${path}.new`, path);
  }
}

/** Appends to a file; resolves when all is written, and rejects with the error of the file system (a full disk, say). */
async function written(path: string, write: (out: WriteStream) => Promise<void>): Promise<void> {
  const out = createWriteStream(path, { flags: 'a' });
  const failed = once(out, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  try {
    await Promise.race([write(out), failed]);
  } finally {
    await Promise.race([new Promise<void>(resolve => out.end(resolve)), failed]);
  }
}
