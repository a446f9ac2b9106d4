import { createWriteStream, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runProgram } from '../python/program.ts';
import { commandLine, type Node } from './config.ts';
import type { TrainingEvent } from './events.ts';
import { faultOf } from './faults.ts';
import { addMetrics, keepMetrics, type MetricsRow } from './metrics.ts';
import type { RunRecord } from './run.ts';
import type { Settings } from './settings.ts';

const line = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('loaded'),
    rows: z.number(),
    dropped: z.number(),
    parameters: z.number(),
    trainable: z.number(),
    device: z.string(),
    processes: z.number(),
    versions: z.record(z.string(), z.string()),
  }),
  z.object({ event: z.literal('log'), step: z.number(), values: z.record(z.string(), z.number()) }),
  z.object({ event: z.literal('saved'), step: z.number() }),
  z.object({ event: z.literal('stopped'), step: z.number() }),
  z.object({ event: z.literal('done'), step: z.number() }),
  z.object({ event: z.literal('fault'), message: z.string() }),
]);
type Said = z.infer<typeof line>;

/** A step may be long, and so may be saving a large model. */
const SAVING_MS = 600_000;

export interface Work {
  readonly python: string;
  readonly settings: Settings;
  readonly folder: string;
  readonly base: string;
  /** Nothing is fetched for a base that lies here. */
  readonly offline: boolean;
  /** The checkpoint to go on from. */
  readonly from: Checkpoint | null;
  readonly node: Node | null;
  readonly signal: AbortSignal;
  readonly onEvent: (event: TrainingEvent) => void;
}

export type Outcome = Pick<RunRecord, 'status' | 'why' | 'step' | 'seconds'> & {
  readonly loaded: Extract<Said, { event: 'loaded' }> | null;
};

/**
 * Runs the trainer to its end, or to a checkpoint when the signal fires, and keeps what it tells in FOLDER/metrics.jsonl and all that it prints in
 * FOLDER/train.log.
 */
export async function runTrainer({ python, settings, folder, base, offline, from, node, signal, onEvent }: Work): Promise<Outcome> {
  const stopFile = join(folder, 'stop');
  rmSync(stopFile, { force: true });
  const before = keepMetrics(folder, from?.step ?? 0);
  const log = createWriteStream(join(folder, 'train.log'), { flags: 'a' });
  const broken = new AbortController();
  const unwritable = (error: unknown) => broken.abort(error);
  log.on('error', unwritable);
  const clock = stopwatch();
  let loaded: Outcome['loaded'] = null;
  let end: Said | null = null;
  let step = from?.step ?? 0;
  const told = (said: Said) => {
    if (said.event === 'loaded') {
      loaded = said;
      clock.start();
      onEvent({ kind: 'status', text: loadedText(said) });
      if (said.dropped > 0)
        onEvent({
          kind: 'warning',
          text: `left out for being longer than ${settings.taught.maxLength} tokens: ${said.dropped} of ${said.rows + said.dropped} rows`,
        });
    } else if (said.event === 'log') {
      step = said.step;
      const row = rowOf(said, before, clock.seconds());
      if (row === null) return;
      addMetrics(folder, row);
      onEvent({ kind: 'metrics', row, of: settings.taught.steps, ...pace(row, from?.step ?? 0, before, settings.taught.steps) });
    } else if (said.event === 'saved') onEvent({ kind: 'saved', step: said.step });
    else {
      end = said;
      if ('step' in said) step = said.step;
    }
  };
  const [command, ...args] = commandLine(python, settings, folder, node);
  const ended = await runProgram(command, args, {
    signal: AbortSignal.any([signal, broken.signal]),
    environment: environmentOf(settings, folder, stopFile, offline),
    onLine: text => {
      const said = saidIn(text);
      if (said === null) return void log.write(`${text}\n`);
      try {
        told(said);
      } catch (error) {
        unwritable(error);
      }
    },
    // What cannot be written down is not trained: a checkpoint would not be written either.
    askToStop: () => {
      if (loaded === null || broken.signal.aborted) return 0;
      try {
        writeFileSync(stopFile, '');
        return SAVING_MS;
      } catch {
        return 0;
      }
    },
  });
  await new Promise<void>(resolve => log.end(resolve));
  rmSync(stopFile, { force: true });
  broken.signal.throwIfAborted();
  const seconds = (before?.seconds ?? 0) + clock.seconds();
  return {
    ...verdict(end, ended.code === 0, signal.aborted, () => faultOf(ended, settings, base, join(folder, 'train.log'))),
    step,
    seconds,
    loaded,
  };
}

/** Runs this machine's processes of a run that the first machine leads. @returns why it failed, or null. */
export async function takePart(work: Pick<Work, 'python' | 'settings' | 'folder' | 'base' | 'node' | 'signal'>): Promise<string | null> {
  const { python, settings, folder, base, node, signal } = work;
  const [command, ...args] = commandLine(python, settings, folder, node);
  const stopFile = join(folder, 'stop');
  const ended = await runProgram(command, args, { signal, environment: environmentOf(settings, folder, stopFile, false) });
  return ended.code === 0 ? null : faultOf(ended, settings, base, 'its output');
}

function verdict(end: Said | null, ended: boolean, aborted: boolean, fault: () => string): Pick<RunRecord, 'status' | 'why'> {
  if (end?.event === 'fault') return { status: 'failed', why: end.message };
  if (ended && end?.event === 'done') return { status: 'done', why: null };
  if (aborted || (ended && end?.event === 'stopped')) return { status: 'stopped', why: null };
  return { status: 'failed', why: fault() };
}

function environmentOf({ placed }: Settings, folder: string, stopFile: string, offline: boolean): Record<string, string> {
  const threads = Math.max(1, Math.floor(availableParallelism() / Math.max(1, placed.processes / placed.nodes)));
  return {
    LEMA_PARENT: String(process.pid),
    LEMA_STOP: stopFile,
    LEMA_GPU: placed.gpu ? '1' : '0',
    HF_DATASETS_CACHE: join(folder, 'cache'),
    HF_HUB_DISABLE_TELEMETRY: '1',
    TOKENIZERS_PARALLELISM: 'false',
    PYTHONUNBUFFERED: '1',
    ...(offline ? { HF_HUB_OFFLINE: '1' } : {}),
    ...(placed.processes > 1 && placed.cpu ? { OMP_NUM_THREADS: String(threads) } : {}),
  };
}

function saidIn(text: string): Said | null {
  const at = text.indexOf('@lema {');
  if (at < 0) return null;
  try {
    return line.parse(JSON.parse(text.slice(at + 6)));
  } catch {
    return null;
  }
}

/** The trainer's names for what it logs, and ours. */
const NAMES = {
  loss: 'loss',
  eval_loss: 'eval_loss',
  learning_rate: 'lr',
  num_tokens: 'tokens',
  mean_token_accuracy: 'accuracy',
  grad_norm: 'grad_norm',
  epoch: 'epoch',
} as const;

/** The trainer counts tokens from where it went on. What it sums up at its end is no row. */
function rowOf({ step, values }: Extract<Said, { event: 'log' }>, before: MetricsRow | null, seconds: number): MetricsRow | null {
  if (values.loss === undefined && values.eval_loss === undefined) return null;
  const named = Object.entries(NAMES).flatMap(([theirs, ours]) => {
    const value = values[theirs];
    return value === undefined ? [] : [[ours, ours === 'tokens' ? value + (before?.tokens ?? 0) : value] as const];
  });
  return { step, ...Object.fromEntries(named), seconds: round((before?.seconds ?? 0) + seconds) };
}

function pace(row: MetricsRow, from: number, before: MetricsRow | null, of: number) {
  const seconds = row.seconds - (before?.seconds ?? 0);
  const steps = row.step - from;
  return {
    secondsLeft: steps > 0 && seconds > 0 ? ((of - row.step) * seconds) / steps : null,
    tokensPerSecond: row.tokens !== undefined && seconds > 0 ? (row.tokens - (before?.tokens ?? 0)) / seconds : null,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function stopwatch() {
  let begin: number | null = null;
  return {
    start: () => {
      begin ??= performance.now();
    },
    seconds: () => (begin === null ? 0 : (performance.now() - begin) / 1000),
  };
}

const loadedText = ({ parameters, trainable, device, processes, rows }: Extract<Said, { event: 'loaded' }>) =>
  `${millions(parameters)} parameters, ${millions(trainable)} of them trained, on ${device}${processes > 1 ? ` by ${processes} processes` : ''}; ${rows} rows`;

const millions = (n: number) => (n >= 1e9 ? `${(n / 1e9).toFixed(1)} billion` : `${(n / 1e6).toFixed(n < 1e7 ? 2 : 0)} million`);

export interface Checkpoint {
  readonly folder: string;
  readonly step: number;
}

const stateSchema = z.object({ global_step: z.number() });

/** The last whole checkpoint: its state is what is written last. One that was cut short is removed. */
export function lastCheckpoint(folder: string): Checkpoint | null {
  let last: Checkpoint | null = null;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const step = Number(/^checkpoint-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(step)) continue;
    const found = { folder: join(folder, name), step };
    if (!isWhole(found)) rmSync(found.folder, { recursive: true, force: true });
    else if (last === null || step > last.step) last = found;
  }
  return last;
}

function isWhole({ folder, step }: Checkpoint): boolean {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(folder, 'trainer_state.json'), 'utf8'))).global_step === step;
  } catch {
    return false;
  }
}
