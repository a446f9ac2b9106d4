import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { z } from 'zod';
import { linesIn } from './lines.ts';
import { lock } from './lock.ts';
import { jsonOf } from './rows.ts';
import { type Sink, sink } from './sink.ts';

/** What the person who runs a stage can put right: one sentence that says what, where and what to do. */
export class StageError extends Error {}

/** The rows that one input gives, each with the name of the file that it goes to. */
export type Made<File extends string> = readonly { readonly to: File; readonly row: unknown }[];

export interface Stage<In, File extends string> {
  /** The files that are made, by name. The first one also names the journal (`FILE.part`) and the lock (`FILE.lock`). */
  readonly files: Readonly<Record<File, string>>;
  /** All that the rows depend on. A run that was stopped goes on only under the same settings. */
  readonly settings: unknown;
  readonly inputs: AsyncIterable<In> | Iterable<In>;
  /** Gives the rows of one input. It may depend on nothing but the input, its place and the settings. */
  work(input: In, place: number, signal: AbortSignal): Promise<Made<File>> | Made<File>;
  /** What of the rows of one input goes to the files: asked for each input, in their order, when all is done. Default: all. */
  readonly sift?: (made: Made<File>) => Made<File>;
  /** Inputs at work at the same time. Default 1. */
  readonly concurrency?: number;
  /** Makes the files of what there is, and works on nothing more. */
  readonly finish?: boolean;
  readonly signal: AbortSignal;
  /** Told of what an earlier run made of each input, before the work begins. */
  readonly onKept?: (made: Made<File>) => void;
  /** Told after each input: how many are done in all, and how many of those by an earlier run. */
  readonly onDone?: (done: number, before: number) => void;
}

/** A slow input does not hold up the others until they are so many times the concurrency ahead of it. Rows are put in order within that window. */
const WINDOW = 64;

/** Work that waits for nothing would hear no signal: so long it may go on. */
const UNHEARD_MS = 50;

const headSchema = z.object({ settings: z.string() });
const entrySchema = z.tuple([z.number(), z.array(z.object({ to: z.string(), row: z.unknown() }))]);

/**
 * Runs a stage to its end. What is done is kept in a journal, one line for each input, as each is done; after a stop at any moment the same
 * command goes on with what is missing. The files themselves appear at the end, whole, in the order of the inputs, and equal those of an undisturbed run.
 * @returns the number of inputs that are in the files.
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
    const done = await resume(journal, stage);
    if (!stage.finish) await append(stage, journal, done);
    await divide(journal, stage);
    rmSync(journal);
    return done.count();
  } finally {
    unlock();
  }
}

/** The places of the inputs that are done: all below the lowest that is not, and some above it. */
function places() {
  const above = new Set<number>();
  let low = 0;
  return {
    has: (place: number): boolean => place < low || above.has(place),
    /** The lowest place that is not done. */
    low: () => low,
    count: () => low + above.size,
    add(place: number): void {
      above.add(place);
      while (above.delete(low)) low++;
    },
  };
}
type Places = ReturnType<typeof places>;

/** What the journal holds as done. An unfinished last line is cut off; a journal that is missing is begun. */
async function resume<In, File extends string>(journal: string, { files, settings, finish, onKept }: Stage<In, File>): Promise<Places> {
  const done = places();
  const take = (line: Buffer, where: string): void => {
    const place = /^\[(\d+),\[/.exec(line.toString('latin1', 0, 24))?.[1];
    const entry = onKept && place !== undefined ? entryOf(line.toString(), files) : null;
    if (place === undefined || (onKept && entry === null)) throw damaged(where);
    if (entry) onKept?.(entry.made);
    done.add(Number(place));
  };
  const head = `${JSON.stringify({ settings: createHash('sha256').update(JSON.stringify(settings)).digest('hex') })}\n`;
  if (finish && !existsSync(journal)) throw new StageError(`${journal}: there is no stopped run to finish`);
  if (existsSync(journal)) {
    let whole = 0;
    let lines = 0;
    const rest: Buffer[] = [];
    for await (const piece of createReadStream(journal) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
        const line = Buffer.concat([...rest.splice(0), piece.subarray(from, at)]);
        if (lines++ === 0) sameSettings(line.toString(), head, journal);
        else take(line, `${journal}:${lines}`);
        whole += line.length + 1;
        from = at + 1;
      }
      rest.push(piece.subarray(from));
    }
    truncateSync(journal, whole);
    if (lines > 0) return done;
  }
  const out = sink(journal);
  out.put(head);
  out.end();
  return done;
}

function sameSettings(line: string, head: string, journal: string): void {
  const own = jsonOf(line);
  if (headSchema.safeParse(own).success && `${line}\n` === head) return;
  throw new StageError(
    `${journal}: holds a stopped run with other settings or other inputs; run that one again to finish it, or delete the file to begin anew`,
  );
}

const damaged = (where: string): StageError =>
  new StageError(`${where}: this line is damaged; delete it, and the same command does that part again`);

/** What a line of the journal says: the place of an input, and its rows. Null when it is damaged. */
function entryOf<File extends string>(line: string, files: Readonly<Record<File, string>>): { place: number; made: Made<File> } | null {
  const entry = entrySchema.safeParse(jsonOf(line));
  if (!entry.success) return null;
  const [place, rows] = entry.data;
  const isFile = (name: string): name is File => Object.hasOwn(files, name);
  return { place, made: rows.flatMap(({ to, row }) => (isFile(to) ? [{ to, row }] : [])) };
}

async function append<In, File extends string>(stage: Stage<In, File>, journal: string, done: Places): Promise<void> {
  const { concurrency = 1 } = stage;
  const before = done.count();
  const stop = new AbortController();
  const signal = AbortSignal.any([stage.signal, stop.signal]);
  const running = new Set<Promise<void>>();
  const out = sink(journal);
  let trouble: { readonly error: unknown } | null = null;
  let wake = (): void => {};
  const settled = (): Promise<void> => new Promise(resolve => (wake = resolve));
  const doOne = async (input: In, place: number): Promise<void> => {
    try {
      const made = await stage.work(input, place, signal);
      out.put(`${JSON.stringify([place, made])}\n`);
      out.flush();
      done.add(place);
      stage.onDone?.(done.count(), before);
    } catch (error) {
      trouble ??= { error };
      stop.abort();
    }
  };
  const check = (): void => {
    stage.signal.throwIfAborted();
    if (trouble) throw trouble.error;
  };
  try {
    let place = -1;
    let heard = performance.now();
    for await (const input of stage.inputs) {
      check();
      place++;
      if (done.has(place)) continue;
      if (performance.now() - heard > UNHEARD_MS) {
        await immediate();
        heard = performance.now();
      }
      while (running.size >= concurrency || place - done.low() >= WINDOW * concurrency) {
        await settled();
        check();
      }
      const one = doOne(input, place).finally(() => {
        running.delete(one);
        wake();
      });
      running.add(one);
    }
    await Promise.all(running);
    check();
  } finally {
    stop.abort();
    await Promise.all(running);
    out.end();
  }
}

/** Divides the journal into its files, in the order of the inputs. Each is renamed into place when all are whole. */
async function divide<In, File extends string>(journal: string, { files, signal, sift = made => made }: Stage<In, File>): Promise<void> {
  const outs = new Map(Object.entries<string>(files).map(([name, path]) => [name, { path, out: emptied(`${path}.new`) }]));
  const ahead = new Map<number, Made<File>>();
  let next = 0;
  const emit = (made: Made<File>): void => {
    for (const { to, row } of sift(made)) outs.get(to)?.out.put(`${JSON.stringify(row)}\n`);
  };
  try {
    let lines = 0;
    for await (const line of linesIn(journal)) {
      signal.throwIfAborted();
      if (lines++ === 0) continue;
      const entry = entryOf(line, files);
      if (entry === null) throw damaged(`${journal}:${lines}`);
      ahead.set(entry.place, entry.made);
      for (let made = ahead.get(next); made !== undefined; made = ahead.get(++next)) {
        emit(made);
        ahead.delete(next);
      }
    }
    for (const [, made] of [...ahead].sort(([a], [b]) => a - b)) emit(made);
    for (const { out } of outs.values()) out.end();
  } catch (error) {
    for (const { path, out } of outs.values()) {
      out.close();
      rmSync(`${path}.new`, { force: true });
    }
    throw error;
  }
  for (const { path } of outs.values()) renameSync(`${path}.new`, path);
}

function emptied(path: string): Sink {
  rmSync(path, { force: true });
  return sink(path);
}
