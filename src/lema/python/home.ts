import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { StageError } from '../files/stage.ts';

/** The user's cache folder for what is made once and can be made again; LEMA_CACHE names another. */
export function cacheFolder(): string {
  const { LEMA_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (LEMA_CACHE) return LEMA_CACHE;
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'lema');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'lema');
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lema');
}

/** A file of the folder `python/`, which stands above the sources and above the bundles alike. */
export function pythonFile(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'python', name);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new StageError(`python/${name} is missing; install the program again`);
  }
}
