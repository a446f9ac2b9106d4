import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lock } from '../files/lock.ts';
import { StageError } from '../files/stage.ts';
import { pythonEnvironment } from '../python/environment.ts';
import { baseOf, unpackGguf } from './base.ts';
import { commandLine, configFiles, DEFAULT_PORT, type Node } from './config.ts';
import { keepRows, namedFiles } from './data.ts';
import type { TrainingEvent } from './events.ts';
import { markOf, newRecord, type RunRecord, readRun, writeRun } from './run.ts';
import { type Settings, settingsFor, type Wanted, withPerDevice } from './settings.ts';
import { lastCheckpoint, type Outcome, runTrainer, takePart } from './trainer.ts';

export interface TrainingRequest {
  /** Files of examples, or folders with train.jsonl and dev.jsonl. */
  readonly data: readonly string[];
  readonly dev?: readonly string[];
  /** A folder with a model, a .gguf file, or a name on the hub. */
  readonly base: string;
  readonly out: string;
  readonly wanted: Wanted;
  /** A Python of one's own. */
  readonly python?: string;
  /** Of several machines. */
  readonly node?: Node;
}

export interface Listener {
  readonly signal: AbortSignal;
  readonly onEvent: (event: TrainingEvent) => void;
}

/** A run that is ready to start: everything was checked and written, and nothing was run. */
export interface Prepared {
  readonly record: RunRecord;
  /** The configuration files, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The command of each machine. */
  readonly commands: readonly (readonly string[])[];
}

/**
 * Trains by trl, to the end or until the signal fires; then at a checkpoint. The same request goes on from there, after a kill too.
 * @returns the record in FOLDER/run.json, its status 'done', 'stopped' or 'failed'.
 * @throws StageError with what the person can put right.
 */
export async function startTraining(request: TrainingRequest, listener: Listener): Promise<RunRecord> {
  return held(request.out, async () => {
    const { record } = await prepare(request, listener.signal);
    if (record.status === 'done') return record;
    const folder = resolve(request.out);
    const onStatus = (text: string) => listener.onEvent({ kind: 'status', text });
    const python = await pythonEnvironment('train', {
      signal: listener.signal,
      onStatus,
      ...(request.python === undefined ? {} : { python: request.python }),
    });
    if (record.base.sha256 !== null) onStatus(`Reading the weights of ${record.base.name}.`);
    await unpackGguf(record.base, python, listener.signal);
    return carryOut(record, settingsOf(record), { folder, python, node: request.node ?? null }, listener);
  });
}

/** Goes on with the run in a folder, whatever became of its data files since. @throws StageError */
export async function resumeTraining(out: string, { python: own, node, perDevice }: Resumed, listener: Listener): Promise<RunRecord> {
  const begun = readRun(out);
  if (begun === null) throw new StageError(`${out}: holds no run to go on with; name the data and --base to begin one`);
  if (begun.engine !== 'trl') throw new StageError(`${out}: was begun with --engine ${begun.engine}; go on with --engine ${begun.engine}`);
  const folder = resolve(out);
  const place = async (): Promise<Where> => ({
    folder,
    python: await pythonEnvironment('train', { signal: listener.signal, ...(own === undefined ? {} : { python: own }) }),
    node: node ?? null,
  });
  if (node !== undefined && node.rank > 0) return takePartIn(begun, await place(), listener);
  return held(out, async () => {
    const settings = perDevice === undefined ? settingsOf(begun) : withPerDevice(settingsOf(begun), perDevice);
    return begun.status === 'done' ? begun : carryOut(begun, settings, await place(), listener);
  });
}

export interface Resumed {
  readonly python?: string;
  readonly node?: Node;
  readonly perDevice?: number;
}

interface Where {
  readonly folder: string;
  readonly python: string;
  readonly node: Node | null;
}

/** A machine that is not the first only takes part: the first one keeps the record. */
async function takePartIn(begun: RunRecord, where: Where, { signal }: Listener): Promise<RunRecord> {
  const settings = settingsOf(begun);
  const why = await takePart({ ...where, settings, base: begun.base.folder ?? begun.base.name, signal });
  return { ...begun, status: why === null ? 'done' : signal.aborted ? 'stopped' : 'failed', why };
}

function settingsOf({ settings }: RunRecord): Settings {
  if (settings === null) throw new StageError('run.json: holds no settings; begin the run anew in another folder');
  return settings;
}

/** Checks all, writes the configuration and runs nothing. @throws StageError */
export const prepareTraining = (request: TrainingRequest, signal: AbortSignal): Promise<Prepared> =>
  held(request.out, () => prepare(request, signal));

/** One run at a time works on a folder. */
async function held<T>(out: string, work: () => Promise<T>): Promise<T> {
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

async function prepare(
  { data, dev = [], base: name, out, wanted, python = 'python' }: TrainingRequest,
  signal: AbortSignal,
): Promise<Prepared> {
  const folder = resolve(out);
  const earlier = readRun(folder);
  if (earlier === null) refuseForeign(folder, out);
  const base = await baseOf(name);
  const files = namedFiles(data, dev);
  const fresh = join(folder, 'data', 'new');
  try {
    const train = await keepRows(files.train, join(fresh, 'train.jsonl'), signal);
    const held = files.dev.length === 0 ? null : await keepRows(files.dev, join(fresh, 'dev.jsonl'), signal);
    const settings = settingsFor(wanted, train.rows);
    const made = newRecord('trl', base, train, held, settings);
    if (earlier !== null) refuseOther(earlier, made, out);
    const record = earlier === null ? made : { ...earlier, settings };
    renameSync(train.path, join(folder, 'data', 'train.jsonl'));
    if (held !== null) renameSync(held.path, join(folder, 'data', 'dev.jsonl'));
    return { record, files: writeConfig(record, settings, folder), commands: commandsOf(settings, folder, python) };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function writeConfig(record: RunRecord, settings: Settings, folder: string): ReadonlyMap<string, string> {
  const files = configFiles(settings, {
    folder,
    base: record.base.folder ?? record.base.name,
    hasDev: record.dev !== null,
    resume: lastCheckpoint(folder)?.folder ?? null,
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return files;
}

const commandsOf = (settings: Settings, folder: string, python: string): Prepared['commands'] =>
  settings.placed.nodes === 1
    ? [commandLine(python, settings, folder)]
    : Array.from({ length: settings.placed.nodes }, (_, rank) =>
        commandLine(python, settings, folder, { rank, address: 'ADDRESS-OF-THE-FIRST', port: DEFAULT_PORT }),
      );

async function carryOut(
  record: RunRecord,
  settings: Settings,
  { folder, python, node }: Where,
  { signal, onEvent }: Listener,
): Promise<RunRecord> {
  const from = lastCheckpoint(folder);
  writeConfig(record, settings, folder);
  const running: RunRecord = { ...record, settings, status: 'running', why: null, step: from?.step ?? 0, ended: null };
  writeRun(folder, running);
  onEvent({ kind: 'status', text: from === null ? 'Loading the model.' : `Going on from step ${from.step} of ${settings.taught.steps}.` });
  const base = record.base.folder ?? record.base.name;
  const { loaded, ...outcome } = await runTrainer({
    python,
    settings,
    folder,
    base,
    offline: record.base.folder !== null,
    from,
    node,
    signal,
    onEvent,
  });
  const ended: RunRecord = {
    ...running,
    ...outcome,
    ended: new Date().toISOString(),
    ...(loaded === null ? {} : { versions: { ...running.versions, ...loaded.versions }, facts: factsOf(loaded) }),
  };
  writeRun(folder, ended);
  if (ended.status === 'done') for (const path of globbed(folder, /^checkpoint-\d+$/)) rmSync(path, { recursive: true, force: true });
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  return ended;
}

const factsOf = ({ rows, dropped, parameters, trainable, device, processes }: NonNullable<Outcome['loaded']>) => ({
  rows,
  dropped,
  parameters,
  trainable,
  device,
  processes,
});

/** What a folder may hold before a run: what a dry run leaves there. */
const OWN = new Set(['data', 'config', 'run.lock']);

function refuseForeign(folder: string, out: string): void {
  const foreign = readdirSync(folder).find(name => !OWN.has(name));
  if (foreign !== undefined) throw new StageError(`${out}: holds ${foreign} and no run of this program; name an empty folder with --out`);
}

function refuseOther(earlier: RunRecord, made: RunRecord, out: string): void {
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

const globbed = (folder: string, name: RegExp) =>
  readdirSync(folder)
    .filter(entry => name.test(entry))
    .map(entry => join(folder, entry));
