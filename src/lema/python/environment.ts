import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from '../files/lock.ts';
import { StageError } from '../files/stage.ts';
import { foundPython, pythonIn } from './find.ts';
import { cacheFolder, pythonFile } from './home.ts';
import { type Ended, runProgram } from './program.ts';

/** The environments there are: what each must hold to be of use, and how much room it takes. Their packages are pinned in python/requirements-KIND.txt. */
const KINDS = {
  train: { needs: ['torch', 'transformers', 'trl', 'accelerate', 'peft', 'datasets'], gigabytes: process.platform === 'linux' ? 8 : 2 },
  llama: { needs: ['xllamacpp'], gigabytes: 0.3 },
  vllm: { needs: ['vllm'], gigabytes: 14 },
} as const satisfies Record<string, { needs: readonly string[]; gigabytes: number }>;

export type EnvironmentKind = keyof typeof KINDS;

export interface EnvironmentOptions {
  readonly signal: AbortSignal;
  /** A Python of the person's own that has the packages already; nothing is installed then. */
  readonly python?: string;
  /** Where environments are kept. Default: the user's cache folder. */
  readonly home?: string;
  /** Told what is being done, in words for a person. */
  readonly onStatus?: (text: string) => void;
}

const UV = 'uv==0.13.9';
const INSTALL_MS = 1_800_000;

/**
 * The Python program of an environment with all packages of a kind. The first call makes it from PyPI; the next ones find it.
 * @throws StageError with one sentence that says what is missing, where, and what to do; the signal's reason when aborted.
 */
export async function pythonEnvironment(kind: EnvironmentKind, options: EnvironmentOptions): Promise<string> {
  const { signal, python, onStatus = () => {} } = options;
  if (python !== undefined) return ownPython(python, kind, signal);
  const file = pythonFile(`requirements-${kind}.txt`);
  const wanted = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const home = join(options.home ?? cacheFolder(), 'python');
  const folder = join(home, `${kind}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  const ready = () => existsSync(join(folder, 'complete')) && existsSync(pythonIn(folder));
  if (ready()) return pythonIn(folder);
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw new StageError(`${home}: cannot be made (${(error as Error).message}); name a folder that can with LEMA_CACHE`);
  }
  const unlock = await waitForLock(`${folder}.lock`, signal, onStatus);
  try {
    if (!ready()) await make(folder, file, KINDS[kind].gigabytes, { signal, onStatus });
    return pythonIn(folder);
  } finally {
    unlock();
  }
}

async function waitForLock(path: string, signal: AbortSignal, onStatus: (text: string) => void): Promise<() => void> {
  for (let told = false; ; told = true) {
    const unlock = lock(path);
    if (unlock !== null) return unlock;
    if (!told) onStatus('Another run is making the Python environment; waiting for it.');
    await wait(500, undefined, { signal });
  }
}

type Making = Required<Pick<EnvironmentOptions, 'signal' | 'onStatus'>>;

/** An environment counts as made only when its last file, `complete`, is there: one that was cut short is made anew. */
async function make(folder: string, file: string, gigabytes: number, { signal: caller, onStatus }: Making): Promise<void> {
  const signal = AbortSignal.any([caller, AbortSignal.timeout(INSTALL_MS)]);
  const base = await foundPython(signal);
  const { bavail, bsize } = statfsSync(join(folder, '..'));
  const free = (bavail * bsize) / 1e9;
  if (free < gigabytes)
    throw new StageError(
      `${folder}: the Python packages take ${gigabytes} GB and ${free.toFixed(1)} GB are free; make room, or name a folder on another disk with LEMA_CACHE`,
    );
  onStatus(`Making a Python environment in ${folder} (once; up to ${gigabytes} GB from PyPI).`);
  rmSync(folder, { recursive: true, force: true });
  const run = (command: string, args: readonly string[]) => runProgram(command, args, { signal, patienceMs: 2000, environment: QUIET });
  const made = await run(base, ['-m', 'venv', folder]);
  signal.throwIfAborted();
  if (made.code !== 0) throw new StageError(trouble(made, folder));
  const python = pythonIn(folder);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', UV]);
  let ended: Ended | undefined;
  for (const installer of [
    ['-m', 'uv', 'pip', 'install', '--quiet', '--python', python],
    ['-m', 'pip', 'install', '--quiet'],
  ]) {
    signal.throwIfAborted();
    ended = await run(python, [...installer, '-r', file]);
    if (ended.code === 0) break;
  }
  signal.throwIfAborted();
  if (ended?.code !== 0) throw new StageError(trouble(ended ?? made, folder));
  writeFileSync(join(folder, 'complete'), readFileSync(file));
  onStatus('The Python environment is ready.');
}

const QUIET = { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1', PIP_RETRIES: '2' };

/** What an installer's last words mean, and what to do. */
const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [/no space left|os error 28|errno 28|disk quota/i, 'the disk is full; make room, or name a folder on another disk with LEMA_CACHE'],
  [/permission denied|errno 13|read-only file system/i, 'nothing may be written there; name another folder with LEMA_CACHE'],
  [
    /resolve|name resolution|getaddrinfo|connect|network|unreachable|timed? ?out|error sending request|max retries|proxy/i,
    'PyPI cannot be reached; connect to the network, or use a Python that has the packages with --python',
  ],
  [
    /no matching distribution|no solution|not find a version|no (compatible )?wheels|unsatisfiable/i,
    'a pinned package is not offered for this system; use a Python that has the packages with --python',
  ],
];

function trouble({ last, trouble: code }: Ended, folder: string): string {
  const said = last.filter(line => line.trim() !== '').join('\n');
  const what = TROUBLES.find(([pattern]) => pattern.test(said))?.[1];
  const line = said.split('\n').findLast(text => /error/i.test(text)) ?? said.split('\n').at(-1) ?? code ?? '';
  return `${folder}: the Python environment could not be made: ${what ?? `${line.trim()}; then run the command again`}`;
}

/** A Python that the person named: it is used as it is when it has what is needed. */
async function ownPython(python: string, kind: EnvironmentKind, signal: AbortSignal): Promise<string> {
  const code = `import importlib.util as u,sys\nprint(*[n for n in sys.argv[1:] if u.find_spec(n) is None])`;
  const ended = await runProgram(python, ['-c', code, ...KINDS[kind].needs], { signal });
  signal.throwIfAborted();
  if (ended.code !== 0) throw new StageError(`--python ${python}: ${ended.trouble === 'ENOENT' ? 'no such program' : 'it does not run'}`);
  const missing = ended.last.at(-1)?.trim() ?? '';
  if (missing !== '')
    throw new StageError(
      `--python ${python}: it lacks ${missing.replaceAll(' ', ', ')}; install python/requirements-${kind}.txt there, or leave --python out`,
    );
  return python;
}
