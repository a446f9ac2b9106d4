import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exportRows } from '../../../lema/export/export.ts';
import { writeUsed } from '../../../lema/review/used.ts';
import type { TrainingEvent } from '../../../lema/train/events.ts';
import { RECIPES, type RecipeName } from '../../../lema/train/recipes.ts';
import { resumeTraining, startTraining } from '../../../lema/train/start.ts';
import type { FromRunner, RunRequest, ToRunner } from './protocol.ts';

/**
 * A process of its own for one training run: what it loads and computes burdens no editor. It stops at a checkpoint when it is told to, and when the editor
 * is gone.
 */
const stop = new AbortController();

const say = (message: FromRunner): void => {
  if (process.connected) process.send?.(message);
};

const listener = {
  signal: stop.signal,
  onEvent: (event: TrainingEvent): void => {
    if (event.kind === 'status' || event.kind === 'warning') say({ kind: 'status', text: event.text });
    else if (event.kind === 'metrics')
      say({ kind: 'step', step: event.row.step, of: event.of, loss: event.row.loss ?? null, secondsLeft: event.secondsLeft });
  },
};

process.on('message', async (message: ToRunner) => {
  if (message.kind === 'stop') return stop.abort();
  try {
    const { status, why } = message.kind === 'start' ? await start(message.request, message.version) : await resume(message.request);
    say({ kind: 'ended', status: status === 'running' ? 'failed' : status, why });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(stop.signal.aborted ? { kind: 'ended', status: 'stopped', why: null } : { kind: 'ended', status: 'failed', why });
  }
  process.disconnect();
});
process.on('disconnect', () => stop.abort());

const own = (python: string) => (python === '' ? {} : { python });

async function start({ folder, name, data, base, recipe, python }: RunRequest, version: string) {
  const examples = data ?? (await exported(folder, name, version));
  say({ kind: 'status', text: 'Starting the trainer.' });
  const known = Object.keys(RECIPES).find((key): key is RecipeName => key === recipe);
  if (known === undefined) throw new Error(`${recipe}: no such recipe`);
  return startTraining({ data: [examples], base, out: join(folder, 'runs', name), wanted: { recipe: known }, ...own(python) }, listener);
}

const resume = ({ folder, name, python }: Pick<RunRequest, 'folder' | 'name' | 'python'>) =>
  resumeTraining(join(folder, 'runs', name), own(python), listener);

/** Examples of the corrections in use, as `lema data export` makes them. */
async function exported(folder: string, name: string, version: string): Promise<string> {
  const out = join(folder, 'examples', name);
  const used = join(out, 'used.jsonl');
  say({ kind: 'status', text: 'Writing the examples.' });
  await writeUsed(folder, used, stop.signal);
  try {
    await exportRows(
      {
        inputs: { corrections: [used], problems: [], attempts: [] },
        out,
        format: 'trl',
        shares: { right: 0.5, solve: null, limit: Number.POSITIVE_INFINITY, level: 0.2 },
        devShare: 0.05,
        maxTokens: Number.POSITIVE_INFINITY,
        seed: 1,
        licences: null,
        version,
      },
      {
        signal: stop.signal,
        onFault: () => {},
        onRead: (_, rows) => say({ kind: 'status', text: `Writing the examples: ${rows} rows read.` }),
      },
    );
  } finally {
    rmSync(used, { force: true });
  }
  return out;
}
