import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pythonEnvironment } from '../../src/lema/python/environment.ts';

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

interface Fake {
  readonly version?: string;
  readonly venv?: boolean;
  /** What every installer says before it fails; undefined: it succeeds. */
  readonly says?: string;
  /** Packages that a Python of one's own lacks. */
  readonly lacks?: string;
}

/** A folder with a `python3` that answers as the real one does, and keeps a log of what it was asked. */
function fakePython({ version = '3 12', venv = true, says, lacks = '' }: Fake) {
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  const python = join(folder, 'python3');
  const log = join(folder, 'log');
  const script = `#!/bin/sh
echo "$*" >> ${log}
case "$*" in
  "-c import sys"*) echo "${version} ${venv ? 1 : 0} $0";;
  "-c import importlib"*) echo "${lacks}";;
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python";;
  *" install "*) ${says === undefined ? 'sleep 0.05' : `echo "${says}" >&2; exit 1`};;
esac
`;
  writeFileSync(python, script);
  chmodSync(python, 0o755);
  return { folder, python, asked: () => (existsSync(log) ? readFileSync(log, 'utf8') : '').trim().split('\n') };
}

const make = (home: string, signal = new AbortController().signal) => pythonEnvironment('train', { signal, home });

/** Making an environment ends in one sentence with all of these words. */
const fails = (title: string, fake: Fake | null, ...words: RegExp[]) =>
  it(title, async () => {
    const { folder } = fake === null ? { folder: mkdtempSync(join(tmpdir(), 'none-')) } : fakePython(fake);
    process.env.PATH = fake === null ? folder : `${folder}:${path}`;
    const error = await make(join(folder, 'home')).then(
      () => new Error('it was made'),
      (reason: Error) => reason,
    );
    expect(error.constructor.name).toBe('StageError');
    for (const word of words) expect(error.message).toMatch(word);
    expect(error.message.split('\n')).toHaveLength(1);
  });

describe('a Python environment that cannot be made', () => {
  fails('no Python', null, /no Python was found/, /3\.11 to 3\.14/, /--python/);
  fails('no network', { says: 'error: Could not resolve host' }, /PyPI cannot be reached/, /home/, /--python/);
  fails('a full disk', { says: 'OSError: [Errno 28] No space left on device' }, /disk is full/, /LEMA_CACHE/);
  fails('a folder that is not writable', { says: 'error: Permission denied' }, /nothing may be written/, /LEMA_CACHE/);
  fails('a package for other systems only', { says: 'ERROR: No matching distribution found for torch==2.15.0' }, /not offered/);
  fails('what is not known', { says: 'error: the moon is in the way' }, /the moon is in the way/);
});

describe('a Python that does not fit', () => {
  const refused = (title: string, fake: Fake, says: RegExp) =>
    it(title, async () => {
      const { folder } = fakePython(fake);
      for (const name of ['python', 'python3.11', 'python3.12', 'python3.13', 'python3.14']) {
        writeFileSync(join(folder, name), '#!/bin/sh\nexit 1\n');
        chmodSync(join(folder, name), 0o755);
      }
      process.env.PATH = `${folder}:${path}`;
      await expect(make(join(folder, 'home'))).rejects.toThrow(says);
    });
  refused('too old', { version: '3 9' }, /3\.11 to 3\.14 is needed and this is Python 3\.9 \(.*python3\)/);
  refused('too new', { version: '3 15' }, /this is Python 3\.15/);
  refused('without venv', { venv: false }, /has no venv module.*python3-venv/);
});

describe('a Python environment', () => {
  it('is made once, and anew when it was cut short', async () => {
    const { folder, asked } = fakePython({});
    process.env.PATH = `${folder}:${path}`;
    const home = join(folder, 'home');
    const python = await make(home);
    const calls = asked().length;
    expect(existsSync(python)).toBe(true);
    expect(await make(home)).toBe(python);
    expect(asked()).toHaveLength(calls);
    rmSync(join(python, '../../complete'));
    mkdirSync(join(python, '../../half'));
    await make(home);
    expect(existsSync(join(python, '../../half'))).toBe(false);
  });

  it('is made by one of two who want it at the same time', async () => {
    const { folder, asked } = fakePython({});
    process.env.PATH = `${folder}:${path}`;
    const made = await Promise.all([make(join(folder, 'home')), make(join(folder, 'home'))]);
    expect(made[0]).toBe(made[1]);
    expect(asked().filter(words => words.startsWith('-m venv'))).toHaveLength(1);
  });

  it('of one’s own is used when it has the packages', async () => {
    const signal = new AbortController().signal;
    const { python } = fakePython({});
    expect(await pythonEnvironment('train', { signal, python })).toBe(python);
    await expect(pythonEnvironment('train', { signal, python: fakePython({ lacks: 'trl peft' }).python })).rejects.toThrow(
      /lacks trl, peft; install/,
    );
    await expect(pythonEnvironment('train', { signal, python: '/nowhere/python' })).rejects.toThrow(/no such program/);
  });

  it('is not made when the run is stopped', async () => {
    const { folder } = fakePython({});
    process.env.PATH = `${folder}:${path}`;
    await expect(make(join(folder, 'home'), AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
