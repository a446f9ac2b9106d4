import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileHash } from '../files/digest.ts';
import { StageError } from '../files/stage.ts';
import { cacheFolder, pythonFile } from '../python/home.ts';
import { runProgram } from '../python/program.ts';
import type { RunRecord } from './run.ts';

export type Base = RunRecord['base'];

/** What --base names: a folder with a model, a .gguf file, or a name on the hub. @throws StageError */
export async function baseOf(name: string): Promise<Base> {
  const kind = statSync(name, { throwIfNoEntry: false });
  if (kind?.isDirectory()) {
    if (existsSync(join(name, 'config.json'))) return { name, folder: resolve(name), sha256: null };
    const adapter = existsSync(join(name, 'adapter_config.json'));
    throw new StageError(
      adapter
        ? `${name}: is an adapter and not a whole model; merge it with 'lema serve ${name} --merge FOLDER' and train on that, or train on its own base`
        : `${name}: holds no config.json, so it is no model; name a folder with config.json, weights and tokenizer.json`,
    );
  }
  if (/\.gguf$/i.test(name)) {
    if (kind === undefined) throw new StageError(`${name}: no such file`);
    const sha256 = await fileHash(name);
    return { name, folder: join(cacheFolder(), 'bases', sha256.slice(0, 16)), sha256 };
  }
  if (kind !== undefined || /^[./~]|\\/.test(name) || !/^[\w.-]+(\/[\w.-]+)?(@[\w./-]+)?$/.test(name))
    throw new StageError(
      `${name}: ${kind === undefined ? 'no such folder' : 'is no .gguf file'}; name a folder with a model, a .gguf file, or a name on the hub such as Qwen/Qwen3-1.7B`,
    );
  return { name, folder: null, sha256: null };
}

/** Makes trainable weights of a .gguf file, once: they are kept in the cache. @throws StageError */
export async function unpackGguf(base: Base, python: string, signal: AbortSignal): Promise<void> {
  if (base.sha256 === null || base.folder === null || existsSync(join(base.folder, 'config.json'))) return;
  const unfinished = `${base.folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const ended = await runProgram(python, [pythonFile('gguf_to_folder.py'), base.name, unfinished], { signal });
  try {
    signal.throwIfAborted();
    if (ended.code !== 0)
      throw new StageError(
        `${base.name}: its weights cannot be read (${ended.last.at(-1)?.trim() ?? ended.trouble ?? ''}); name a folder or a hub model as --base`,
      );
    if (!existsSync(join(base.folder, 'config.json'))) renameSync(unfinished, base.folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
