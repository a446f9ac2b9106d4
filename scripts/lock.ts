import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Completes package-lock.json with the platform packages (esbuild's, biome's, … program for another system) that the registry at hand
 * did not list, so that `npm ci` accepts the lock everywhere. Their versions are exact in the packages that want them.
 * Run it after `npm install NAME`.
 */
interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dev?: boolean;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** The lock's entry for a platform package, told from the words of its name; null for a package that is for no one system. */
function platformEntry(name: string, version: string, dev: boolean): object | null {
  const words = name.split(/[-/]/);
  const os = systems.find(system => words.includes(system));
  const cpu = processors.find(processor => words.includes(processor));
  if (os === undefined || cpu === undefined) return null;
  const libc = words.some(word => word.startsWith('musl')) ? ['musl'] : words.some(word => word.startsWith('gnu')) ? ['glibc'] : null;
  return { version, cpu: [cpu], ...(dev ? { dev: true } : {}), ...(libc === null ? {} : { libc }), optional: true, os: [os] };
}

/** Adds what is missing and returns the names of what was added. */
export function completeLock(lock: { packages: Record<string, LockEntry> }): string[] {
  const added: string[] = [];
  for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      const entry = platformEntry(name, version, dev);
      if (places.some(place => place in lock.packages) || entry === null) continue;
      lock.packages[`node_modules/${name}`] = entry;
      added.push(name);
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  return added;
}

if (import.meta.main) {
  const file = join(resolve(import.meta.dirname, '..'), 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'package-lock.json is complete' : `added ${added.length} platform packages:\n${added.join('\n')}`);
}
