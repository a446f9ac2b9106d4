import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from '../files/lock.ts';
import { StageError } from '../files/stage.ts';
import { cacheFolder, pythonFile } from '../python/home.ts';
import { runProgram } from '../python/program.ts';
import { EXACT_BYTES } from './engines.ts';
import type { ServedModel } from './model.ts';

export const WEIGHT_TYPES = ['f32', 'f16', 'q8_0'] as const;
export type WeightType = (typeof WEIGHT_TYPES)[number];

export interface Conversion {
  /** Gives a Python with torch, transformers, peft and gguf; asked only when there is something to convert. */
  readonly python: () => Promise<string>;
  readonly signal: AbortSignal;
  readonly onStatus: (text: string) => void;
}

/** How the weights are kept in a file for llama.cpp when nobody says: all of a small model, half of a middle one, a quarter of a large one. */
export const typeFor = ({ bytes }: ServedModel): WeightType => (bytes <= EXACT_BYTES ? 'f32' : bytes <= 4 * 2 ** 30 ? 'f16' : 'q8_0');

/** The place of a model's GGUF file: in its folder, or for one of the hub in the cache. */
export function ggufPath({ form, source, name }: ServedModel, type: WeightType): string {
  if (form === 'gguf') return source;
  const folder = form === 'hub' ? join(cacheFolder(), 'gguf', source.replaceAll('/', '--')) : source;
  return join(folder, `${name.replaceAll('/', '-')}.${type}.gguf`);
}

/**
 * The model as one GGUF file with tokenizer and chat template, made beside it; one that is newer than the weights is used again.
 * @throws StageError that says why it cannot be converted.
 */
export async function toGguf(model: ServedModel, type: WeightType, conversion: Conversion): Promise<string> {
  const file = ggufPath(model, type);
  if (model.form === 'gguf' || isNewer(file, model)) return file;
  mkdirSync(join(file, '..'), { recursive: true });
  const unlock = lock(`${file}.lock`);
  if (unlock === null) throw new StageError(`${file}: another run is making it; wait for its end, or delete ${file}.lock if there is none`);
  try {
    conversion.onStatus(`Converting ${model.source} for llama.cpp.`);
    await runScript('to_gguf.py', [model.source, file, '--name', model.name, '--type', type], conversion);
    return file;
  } finally {
    rmSync(`${file}.part`, { force: true });
    unlock();
  }
}

/** A folder of whole weights: the model's own, or its adapter merged into the base, there or beside the adapter. */
export async function wholeFolder(model: ServedModel, conversion: Conversion, there?: string): Promise<string> {
  if (model.form !== 'adapter') return model.source;
  const folder = there ?? join(model.source, 'merged');
  if (isNewer(join(folder, 'config.json'), model)) return folder;
  conversion.onStatus(`Merging the adapter into ${model.base}.`);
  await runScript('merge.py', [model.source, folder], conversion);
  return folder;
}

/**
 * The folder as a hub's cache would hold it, so that `transformers serve` lists the model by its name. Removed by whoever asked for it.
 */
export function asHubCache(folder: string, name: string): string {
  const cache = mkdtempSync(join(tmpdir(), 'lema-serve-'));
  const snapshot = '0'.repeat(40);
  const repository = join(cache, `models--${name}`);
  mkdirSync(join(repository, 'refs'), { recursive: true });
  mkdirSync(join(repository, 'blobs'));
  mkdirSync(join(repository, 'snapshots', snapshot), { recursive: true });
  writeFileSync(join(repository, 'refs', 'main'), snapshot);
  for (const file of readdirSync(folder).filter(entry => statSync(join(folder, entry)).isFile() && !entry.endsWith('.gguf')))
    symlinkSync(join(folder, file), join(repository, 'snapshots', snapshot, file));
  return cache;
}

/** True when a file was made after every file of weights that it comes from. */
function isNewer(file: string, { source, form }: ServedModel): boolean {
  if (!existsSync(file)) return false;
  if (form === 'hub') return true;
  const made = statSync(file).mtimeMs;
  return readdirSync(source)
    .filter(entry => /\.(safetensors|bin|json|jinja)$/.test(entry))
    .every(entry => statSync(join(source, entry)).mtimeMs <= made);
}

async function runScript(script: string, args: readonly string[], { python, signal }: Conversion): Promise<void> {
  const quiet = {
    PYTHONWARNINGS: 'ignore',
    TOKENIZERS_PARALLELISM: 'false',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    TRANSFORMERS_VERBOSITY: 'error',
  };
  const { code, last } = await runProgram(await python(), [pythonFile(script), ...args], { signal, environment: quiet });
  signal.throwIfAborted();
  if (code === 0) return;
  const said = last.filter(line => line.trim() !== '');
  if (/no space left|errno 28/i.test(said.join('\n')))
    throw new StageError(`${args[1]}: the disk is full; make room and run the command again`);
  if (/out of memory|memoryerror|cannot allocate/i.test(said.join('\n')) || code === 137 || code === null)
    throw new StageError(`${args[0]} cannot be converted: memory ran out; close other programs, or convert it on a larger machine`);
  throw new StageError(`${args[0]} cannot be converted: ${said.at(-1)?.trim() ?? `${script} ended with code ${code}`}`);
}
