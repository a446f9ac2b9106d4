import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A built worker beside the command; in a checkout that runs from its sources there is none, and one thread does the work. */
export function workerFile(name: string): string | undefined {
  const candidates = [`../${name}`, `./${name}`].map(path => fileURLToPath(new URL(path, import.meta.url)));
  return candidates.find(path => existsSync(path));
}
