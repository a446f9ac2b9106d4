import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { openPool } from '../../lema/threads/pool.ts';
import { readSet } from '../set/read.ts';
import { hash } from '../variants/values.ts';
import { listFolder, readEntry } from './folder.ts';
import type { Store } from './store.ts';
import { checkSubmission, type Submission, type SubmissionFault } from './submission.ts';

export interface RunOptions {
  /** The set as it is written. */
  readonly setText: string;
  readonly folder: string;
  readonly store: Store;
  readonly signal: AbortSignal;
  /** The worker's script; without it everything is checked on this thread. */
  readonly worker?: string | URL;
  /** Threads. Default: as many as there are cores. */
  readonly threads?: number;
  /** Only the students of one part: `index` from 0 of `count`. */
  readonly shard?: { readonly index: number; readonly count: number };
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Unchanged since the last check, and not checked again. */
  readonly kept: number;
}

export interface RunReport extends Progress {
  /** What concerns the folder, not one student's file. */
  readonly faults: readonly SubmissionFault[];
}

/** Changes whenever the checker may judge differently: results of an older one are checked again. */
declare const __LEMA_VERSION__: string;

/** Submissions on their way at a time for each thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 4;

/** What a student's result rests on: the checker, the set as it is written, and everything that was handed in. */
export function digests(setText: string): (entryDigest: string) => string {
  const stamp = createHash('sha256').update(`${__LEMA_VERSION__}\0${setText}`).digest('hex');
  return entryDigest => createHash('sha256').update(stamp).update(entryDigest).digest('hex');
}

/**
 * Checks a folder of submissions and saves each student's result as it is ready. What has not changed since it was saved is kept.
 * When the signal aborts, what is saved stays, and the next run goes on from there.
 */
export async function checkFolder({ setText, folder, store, signal, worker, threads, shard, onProgress }: RunOptions): Promise<RunReport> {
  const size = threads ?? availableParallelism();
  const pool = worker === undefined ? null : openPool<Submission, string>(worker, size, setText);
  // A thread loads the checker while this one reads the folder.
  pool?.warm();
  try {
    const check = pool?.run ?? inlineCheck(setText);
    const { entries, faults: folderFaults } = listFolder(folder);
    const faults = [...folderFaults];
    const own = shard ? entries.filter(entry => hash(entry.student) % shard.count === shard.index) : entries;
    const digestFor = digests(setText);
    const known = store.digests();
    store.keepOnly(new Set(own.map(entry => entry.student)));
    const running = new Set<Promise<void>>();
    let [done, kept] = [0, 0];
    const report = (): void => onProgress?.({ done, total: own.length, kept });
    for (const entry of own) {
      if (signal.aborted) break;
      const read = readEntry(folder, entry);
      const digest = digestFor(read.digest);
      if (known.get(entry.student) === digest) {
        [done, kept] = [done + 1, kept + 1];
        report();
        continue;
      }
      const task = check(read.submission).then(
        result => store.save(entry.student, result, digest),
        (error: Error) =>
          void faults.push({ path: entry.paths[0] ?? entry.student, line: null, message: `This could not be checked: ${error.message}` }),
      );
      const tracked = task.then(() => {
        done++;
        report();
        running.delete(tracked);
      });
      running.add(tracked);
      if (pool === null || running.size >= size * AHEAD) await Promise.race(running);
    }
    await Promise.all(running);
    return { done, total: own.length, kept, faults };
  } finally {
    await pool?.close();
  }
}

/** Checks on this thread. */
function inlineCheck(setText: string): (submission: Submission) => Promise<string> {
  const { set } = readSet(setText);
  return async submission => JSON.stringify(checkSubmission(set, submission));
}
