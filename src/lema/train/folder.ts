import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from '../files/lock.ts';
import { StageError } from '../files/stage.ts';
import { keepRows, namedFiles, type Split } from './data.ts';
import { markOf, type RunRecord } from './run.ts';

/** One run at a time works on a folder. */
export async function held<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new StageError(`${out}: cannot be made (${(error as NodeJS.ErrnoException).code}); name another folder with --out`);
  }
  const unlock = lock(join(out, 'run.lock'));
  if (unlock === null)
    throw new StageError(`${out}: another run is at work on it; wait for its end, or delete ${join(out, 'run.lock')} if there is none`);
  try {
    return await work();
  } finally {
    unlock();
  }
}

/** The rows of a run, checked and put aside: they take the place of earlier ones only when they are kept. */
export interface KeptData {
  readonly train: Split;
  readonly dev: Split | null;
  keep(): void;
  /** To be called in the end, whatever happened. */
  discard(): void;
}

/** @throws StageError */
export async function keptData(
  { data, dev = [], out }: { readonly data: readonly string[]; readonly dev?: readonly string[]; readonly out: string },
  folder: string,
  signal: AbortSignal,
): Promise<KeptData> {
  refuseForeign(folder, out);
  const files = namedFiles(data, dev);
  const fresh = join(folder, 'data', 'new');
  const discard = () => rmSync(fresh, { recursive: true, force: true });
  try {
    const train = await keepRows(files.train, join(fresh, 'train.jsonl'), signal);
    const held = files.dev.length === 0 ? null : await keepRows(files.dev, join(fresh, 'dev.jsonl'), signal);
    const keep = () => {
      for (const [name, split] of [
        ['train.jsonl', train],
        ['dev.jsonl', held],
      ] as const)
        if (split !== null) renameSync(split.path, join(folder, 'data', name));
    };
    return { train, dev: held, keep, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

/** What a folder may hold before a run: what a dry run leaves there. */
const OWN = new Set(['data', 'config', 'run.lock']);

function refuseForeign(folder: string, out: string): void {
  if (existsSync(join(folder, 'run.json'))) return;
  const foreign = readdirSync(folder).find(name => !OWN.has(name));
  if (foreign !== undefined) throw new StageError(`${out}: holds ${foreign} and no run of this program; name an empty folder with --out`);
}

export function refuseOther(earlier: RunRecord, made: RunRecord, out: string): void {
  if (markOf(earlier) === markOf(made)) return;
  const what =
    earlier.train.sha256 !== made.train.sha256 || earlier.dev?.sha256 !== made.dev?.sha256
      ? 'other data'
      : earlier.base.name !== made.base.name
        ? `another base (${earlier.base.name})`
        : 'other settings';
  throw new StageError(
    `${out}: holds a ${earlier.status === 'done' ? 'finished' : 'stopped'} run with ${what}; name another folder with --out, go on with that run by 'lema train --resume --out ${out}', or delete the folder`,
  );
}
