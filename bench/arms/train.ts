import { appendFileSync, existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { runProgram } from '../../src/lema/python/program.ts';
import type { ExampleRow } from '../../src/lema/records.ts';
import { inBatches } from './batches.ts';

/** Where the work is done and by which Python; two runs go on side by side, each on one thread. */
export interface Place {
  readonly folder: string;
  readonly python: string;
  readonly signal: AbortSignal;
}

/** Writes a file as a whole: nobody sees half of it. */
export function write(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

export const asLines = (rows: readonly unknown[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');

const said = ({ prompt, completion }: ExampleRow): number =>
  [...prompt, ...completion].reduce((sum, { role, content }) => (role === 'system' ? sum : sum + content.length), 0);

/** The first rows of an endless series, in a file, ordered for batches of `size`; nothing is drawn when the file is there. */
export function rowsIn(file: string, count: number, rows: Iterator<ExampleRow>, size = 1): void {
  if (existsSync(file)) return;
  const drawn = Array.from({ length: count }, (): ExampleRow => rows.next().value);
  write(file, asLines(inBatches(drawn, size, said)));
}

const QUIET = {
  OMP_NUM_THREADS: '1',
  TOKENIZERS_PARALLELISM: 'false',
  PYTHONUNBUFFERED: '1',
  HF_HUB_OFFLINE: '1',
  HF_DATASETS_DISABLE_PROGRESS_BARS: '1',
};

/** Runs Python and returns the last line that it wrote. @throws when it fails. */
export async function python({ python: program, signal }: Place, args: readonly string[], log?: string): Promise<string> {
  const onLine = (line: string): void => {
    if (log) appendFileSync(log, `${line}\n`);
  };
  const ended = await runProgram(program, args, { signal, environment: QUIET, onLine });
  signal.throwIfAborted();
  if (ended.code !== 0) throw new Error(`python ${args.join(' ')} failed:\n${ended.last.slice(-15).join('\n')}`);
  return ended.last.findLast(line => line.startsWith('{') || line.startsWith('[')) ?? '';
}

const stateFile = z.object({
  global_step: z.number(),
  best_metric: z.number().nullish(),
  best_global_step: z.number().nullish(),
  log_history: z.array(z.object({ num_tokens: z.number().optional() })),
});

const runFile = z.object({
  steps: z.number(),
  tokens: z.number(),
  best: z.number().nullish(),
  loss: z.number().nullish(),
  seconds: z.number(),
});
export type Run = z.infer<typeof runFile>;

/** The last checkpoint in a folder. */
function checkpointIn(folder: string): string | undefined {
  const step = (path: string): number => Number(path.slice(path.lastIndexOf('-') + 1));
  const found = globSync('checkpoint-*/trainer_state.json', { cwd: folder }).map(path => dirname(path));
  return found
    .sort((a, b) => step(a) - step(b))
    .map(path => join(folder, path))
    .at(-1);
}

/** Trains by a configuration, in a folder of its own: goes on from its last checkpoint, and does nothing when it has been trained to the end. */
export async function train(place: Place, folder: string, config: string): Promise<Run> {
  const [model, done] = [join(folder, 'model'), join(folder, 'run.json')];
  if (!existsSync(done)) {
    const from = checkpointIn(model);
    write(join(folder, 'config.yaml'), from ? `${config}resume_from_checkpoint: ${JSON.stringify(from)}\n` : config);
    const start = Date.now();
    await python(place, ['-m', 'trl.scripts.sft', '--config', join(folder, 'config.yaml')], join(folder, 'train.log'));
    const state = stateFile.parse(JSON.parse(readFileSync(join(checkpointIn(model) ?? model, 'trainer_state.json'), 'utf8')));
    const run: Run = {
      steps: state.global_step,
      tokens: Math.max(...state.log_history.map(entry => entry.num_tokens ?? 0)),
      best: state.best_global_step,
      loss: state.best_metric,
      seconds: Math.round((Date.now() - start) / 1000),
    };
    write(done, `${JSON.stringify(run)}\n`);
  }
  return runFile.parse(JSON.parse(readFileSync(done, 'utf8')));
}
