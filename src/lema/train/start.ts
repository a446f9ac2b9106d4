import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StageError } from '../files/stage.ts';
import { pythonEnvironment } from '../python/environment.ts';
import { baseOf, unpackGguf } from './base.ts';
import { commandLine, configFiles, DEFAULT_PORT, type Node } from './config.ts';
import type { Listener } from './events.ts';
import { held, keptData, refuseOther } from './folder.ts';
import { newRecord, type RunRecord, readRun, writeRun } from './run.ts';
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

async function prepare(request: TrainingRequest, signal: AbortSignal): Promise<Prepared> {
  const { base: name, out, wanted, python = 'python' } = request;
  const folder = resolve(out);
  const earlier = readRun(folder);
  const base = await baseOf(name);
  const { train, dev, keep, discard } = await keptData(request, folder, signal);
  try {
    const settings = settingsFor(wanted, train.rows);
    const made = newRecord('trl', base, train, dev, settings);
    if (earlier !== null) refuseOther(earlier, made, out);
    const record = earlier === null ? made : { ...earlier, settings };
    keep();
    return { record, files: writeConfig(record, settings, folder), commands: commandsOf(settings, folder, python) };
  } finally {
    discard();
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

const globbed = (folder: string, name: RegExp) =>
  readdirSync(folder)
    .filter(entry => name.test(entry))
    .map(entry => join(folder, entry));
