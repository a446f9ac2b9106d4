import { DEFAULT_PORT, type Node } from '../lema/train/config.ts';
import { HYPER, METHODS, RECIPES } from '../lema/train/recipes.ts';
import type { RunRecord } from '../lema/train/run.ts';
import type { Wanted } from '../lema/train/settings.ts';
import { prepareTraining, resumeTraining, startTraining, type TrainingRequest } from '../lema/train/start.ts';
import { type Call, type Command, choice, number, text, texts, UsageError } from './command.ts';
import { stage } from './stage.ts';
import { trainingProgress } from './train/progress.ts';

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

/** `lema train DATA… --base MODEL --out FOLDER` */
export const train: Command = stage({
  options: {
    base: { type: 'string' },
    out: { type: 'string' },
    dev: { type: 'string', multiple: true },
    engine: { type: 'string' },
    recipe: { type: 'string' },
    method: { type: 'string' },
    hyper: { type: 'string' },
    steps: { type: 'string' },
    epochs: { type: 'string' },
    lr: { type: 'string' },
    batch: { type: 'string' },
    rank: { type: 'string' },
    'max-length': { type: 'string' },
    'per-device': { type: 'string' },
    processes: { type: 'string' },
    sharding: { type: 'string' },
    seed: { type: 'string' },
    'save-every': { type: 'string' },
    cpu: { type: 'boolean' },
    python: { type: 'string' },
    endpoint: { type: 'string' },
    price: { type: 'string' },
    yes: { type: 'boolean' },
    node: { type: 'string' },
    address: { type: 'string' },
    resume: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run: trainWith,
});

async function trainWith(call: Call): Promise<number> {
  const out = text(call, 'out');
  if (out === undefined) throw new UsageError("name the folder of the run: 'lema train train.jsonl --base MODEL --out FOLDER'");
  const listener = { signal: call.signal, onEvent: trainingProgress(call.io.stderr) };
  if (call.values.resume === true && call.files.length === 0) {
    const perDevice = optional(call, 'per-device', 1);
    return report(
      call,
      out,
      await resumeTraining(out, { ...given({ python: text(call, 'python'), node: nodeOf(call) }), ...given({ perDevice }) }, listener),
    );
  }
  const request = requestOf(call, out);
  if (choice(call, 'engine', ['trl', 'openai'], 'trl') === 'openai') {
    const { trainRemotely } = await import('./train/remote.ts');
    return trainRemotely(
      call,
      out,
      request.base,
      given({ epochs: request.wanted.changes?.epochs, batch: request.wanted.changes?.batch }),
      listener,
    );
  }
  if (call.values['dry-run'] === true) return show(call, request);
  return report(call, out, await startTraining(request, listener));
}

function requestOf(call: Call, out: string): TrainingRequest {
  const base = text(call, 'base');
  if (call.files.length === 0)
    throw new UsageError("name the examples to train on: train.jsonl, or the folder that 'lema data export' wrote");
  if (base === undefined) throw new UsageError('name the model to begin with: --base FOLDER, FILE.gguf or a name on the hub');
  return {
    data: call.files,
    dev: texts(call, 'dev'),
    base,
    out,
    wanted: wantedOf(call),
    ...given({ python: text(call, 'python'), node: nodeOf(call) }),
  };
}

function wantedOf(call: Call): Wanted {
  const recipe = choice(call, 'recipe', keys(RECIPES), 'laptop');
  const own = RECIPES[recipe];
  return {
    recipe,
    method: choice(call, 'method', METHODS, own.method),
    hyper: choice(call, 'hyper', keys(HYPER), own.hyper),
    sharding: choice(call, 'sharding', ['none', 'fsdp', 'deepspeed'], own.sharding),
    changes: given({
      steps: optional(call, 'steps', 1),
      epochs: positive(call, 'epochs'),
      lr: positive(call, 'lr'),
      batch: optional(call, 'batch', 1),
      rank: optional(call, 'rank', 1),
      maxLength: optional(call, 'max-length', 16),
    }),
    cpu: call.values.cpu === true,
    ...given({
      perDevice: optional(call, 'per-device', 1),
      processes: optional(call, 'processes', 1),
      saveEvery: optional(call, 'save-every', 1),
      seed: optional(call, 'seed', 0),
    }),
  };
}

/** The entries that have a value. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(entries: T) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Given<T>;

const optional = (call: Call, name: string, least: number) =>
  text(call, name) === undefined ? undefined : number(call, name, least, least);

function positive(call: Call, name: string): number | undefined {
  const written = text(call, name);
  if (written === undefined) return undefined;
  const value = Number(written);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(`--${name} takes a number above 0, not '${written}'`);
  return value;
}

/** `--node RANK --address HOST[:PORT]` */
function nodeOf(call: Call): Node | undefined {
  const address = text(call, 'address');
  if (text(call, 'node') === undefined) return undefined;
  const [, host, port] = /^([\w.-]+)(?::(\d+))?$/.exec(address ?? '') ?? [];
  if (host === undefined) throw new UsageError('--node also needs --address HOST[:PORT], where the first machine is reached');
  return { rank: number(call, 'node', 0, 0), address: host, port: Number(port ?? DEFAULT_PORT) };
}

/** What would be run, and nothing else. */
async function show(call: Call, request: TrainingRequest): Promise<number> {
  const { record, files, commands } = await prepareTraining(request, call.signal);
  const out = call.io.stdout;
  const { train: rows, dev } = record;
  out.write(`${rows.rows} rows to train on, ${dev?.rows ?? 0} to choose the checkpoint by; ${record.steps} steps\n`);
  for (const [path, body] of files) out.write(`\n# ${path}\n${body}`);
  out.write('\n');
  for (const [rank, words] of commands.entries()) out.write(`${commands.length > 1 ? `on machine ${rank}: ` : ''}${words.join(' ')}\n`);
  if (commands.length > 1)
    out.write(
      `\nStart it on each machine, the folder being shared by all: the first 'lema train … --node 0 --address HOST', the others 'lema train --resume --out ${request.out} --node RANK --address HOST'.\n`,
    );
  return 0;
}

function report(call: Call, out: string, { status, why, step, settings }: RunRecord): number {
  const steps = settings?.taught.steps ?? 0;
  if (status === 'done') {
    call.io.stdout.write(`${out}: trained in ${steps} steps; 'lema serve ${out}' serves it\n`);
    return 0;
  }
  if (status === 'failed') throw new UsageError(`${why ?? 'the training failed'}`);
  call.io.stderr.write(`${out}: stopped at step ${step} of ${steps}; the same command goes on from the last checkpoint\n`);
  return 2;
}
