import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isHeld } from '../files/lock.ts';
import { jsonOf, readRows } from '../files/rows.ts';

/** What is read of a run's record; the rest of it is the trainer's own. */
const recordRow = z.object({
  engine: z.string(),
  status: z.enum(['running', 'stopped', 'failed', 'done']),
  why: z.string().nullish(),
  base: z.object({ name: z.string() }),
  train: z.object({ files: z.array(z.string()), rows: z.number() }).nullish(),
  settings: z.object({ taught: z.object({ recipe: z.string() }) }).nullish(),
  step: z.number(),
  steps: z.number(),
  started: z.string(),
});

const pointRow = z.object({ step: z.number(), loss: z.number().nullish(), eval_loss: z.number().nullish(), seconds: z.number().nullish() });
type Point = z.infer<typeof pointRow>;

/** A training run as its folder tells it. */
export interface Run {
  /** Its folder, from the folder of the data. */
  readonly name: string;
  readonly engine: string;
  /** `running` only while a process is at work on it. */
  readonly status: 'running' | 'stopped' | 'failed' | 'done';
  readonly why: string | null;
  readonly base: string;
  readonly recipe: string | null;
  readonly rows: number | null;
  readonly step: number;
  readonly steps: number;
  readonly secondsLeft: number | null;
  readonly started: string;
}

const RUNS = 'runs';
/** A record larger than this is none of ours. */
const LARGEST = 1_000_000;

/** The runs of a folder (`runs/NAME/run.json`), the newest first. One whose record cannot be read is left out. */
export async function readRuns(folder: string, signal?: AbortSignal): Promise<readonly Run[]> {
  const names = await readdir(join(folder, RUNS)).catch(() => []);
  const found = await Promise.all(names.map(name => readRun(folder, `${RUNS}/${name}`, signal)));
  return found.filter(run => run !== null).sort((a, b) => (a.started < b.started ? 1 : -1));
}

async function readRun(folder: string, name: string, signal?: AbortSignal): Promise<Run | null> {
  const path = join(folder, name, 'run.json');
  const text = await stat(path).then(
    ({ size }) => (size > LARGEST ? null : readFile(path, 'utf8')),
    () => null,
  );
  const record = text === null ? null : recordRow.safeParse(jsonOf(text)).data;
  if (!record) return null;
  const { engine, why, base, train, settings, steps, started } = record;
  const points = await readLoss(folder, name, signal);
  const last = points.at(-1);
  const step = Math.max(record.step, last?.step ?? 0);
  const first = points[0];
  const pace = first && last && last.step > first.step ? ((last.seconds ?? 0) - (first.seconds ?? 0)) / (last.step - first.step) : null;
  const status = record.status === 'running' && !isHeld(join(folder, name, 'run.lock')) ? 'stopped' : record.status;
  return {
    name,
    engine,
    status,
    why: why ?? null,
    base: base.name,
    recipe: settings?.taught.recipe ?? null,
    rows: train?.rows ?? null,
    step,
    steps,
    secondsLeft: status === 'running' && pace !== null ? Math.round(pace * Math.max(0, steps - step)) : null,
    started,
  };
}

/** The loss of a run, step by step; a line that is still being written is left out. */
export async function readLoss(folder: string, name: string, signal?: AbortSignal): Promise<readonly Point[]> {
  const path = join(folder, name, 'metrics.jsonl');
  const points: Point[] = [];
  try {
    for await (const line of readRows(path, pointRow, signal)) if ('row' in line) points.push(line.row);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return points;
}

/** The folders of examples to train on (`train.jsonl`) in a folder and two levels below. */
export async function readExamples(folder: string): Promise<readonly string[]> {
  const inside = async (path: string): Promise<string[]> =>
    (await readdir(join(folder, path), { withFileTypes: true }).catch(() => []))
      .filter(entry => entry.isDirectory() && entry.name !== RUNS)
      .map(entry => (path === '' ? entry.name : `${path}/${entry.name}`));
  const first = await inside('');
  const all = ['', ...first, ...(await Promise.all(first.map(inside))).flat()];
  const found = await Promise.all(
    all.map(path =>
      stat(join(folder, path, 'train.jsonl')).then(
        () => [path || '.'],
        () => [],
      ),
    ),
  );
  return found.flat().sort();
}
