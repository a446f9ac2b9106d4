import { type Made, runStage, type Stage } from '../files/stage.ts';
import { openPool, type Pool } from '../threads/pool.ts';
import type { Balance } from './balance.ts';
import { type CorrectFile, makeRows, type Placed, type Planting, unworkable } from './make.ts';

export interface CorrectRun {
  readonly planting: Planting;
  readonly sources: AsyncIterable<Placed>;
  readonly balance: Balance;
  readonly files: Readonly<Record<CorrectFile, string>>;
  /** All that the rows depend on. */
  readonly settings: unknown;
  /** The worker's script; without it everything is done on this thread. */
  readonly worker?: string | URL;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Told how many sources are done, and how many of these by an earlier run. */
  readonly onDone?: (done: number, before: number) => void;
}

/** Sources in a message to a thread: enough that the message costs little beside the work. */
const BATCH = 32;
/** Batches on their way for each thread. */
const AHEAD = 3;

/** Makes corrections of every source without asking anybody. The files do not depend on the number of threads. */
export async function runCorrect({ planting, sources, balance, worker, threads, onDone, ...rest }: CorrectRun): Promise<void> {
  const pool: CorrectPool | null = worker === undefined ? null : openPool(worker, threads, planting);
  const stage: Stage<readonly Placed[], CorrectFile> = {
    ...rest,
    inputs: batches(sources),
    concurrency: threads * AHEAD,
    async work(batch) {
      const made = pool ? await byPool(pool, batch) : batch.flatMap(placed => makeRows(placed, planting));
      balance.count(made);
      return made;
    },
    onKept: balance.count,
    sift: balance.sift,
    ...(onDone ? { onDone: (done, before) => onDone(done * BATCH, before * BATCH) } : {}),
  };
  try {
    await runStage(stage);
  } finally {
    await pool?.close();
  }
}

type CorrectPool = Pool<readonly Placed[], Made<CorrectFile>>;

/** A source that takes more memory than a thread has takes only itself along: the others of its batch are done again. */
async function byPool(pool: CorrectPool, batch: readonly Placed[]): Promise<Made<CorrectFile>> {
  try {
    return await pool.run(batch);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error;
    if (batch.length === 1) return batch.flatMap(unworkable);
    const made = await Promise.all(batch.map(one => byPool(pool, [one])));
    return made.flat();
  }
}

async function* batches<T>(items: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
