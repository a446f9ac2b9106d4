import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureWorkbench } from './install.ts';

/** How a workbench is started. */
export interface ServerOptions {
  /** User settings, on top of the quiet defaults below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A .vsix that is installed into the fresh extensions folder before the start. */
  readonly vsix?: string;
  /** Environment variables that the extension host sees. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder for user data that outlives this server; a fresh one otherwise. */
  readonly dataDir?: string;
}

/** A running workbench. */
export interface Server {
  readonly port: number;
  readonly dataDir: string;
  /** The address that opens a folder. */
  url(folder: string): string;
  /** Ends the server by its process and removes its folders. */
  stop(): Promise<void>;
}

/** Settings that keep a workbench still: nothing opens, asks or updates by itself. */
const quiet: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
};

/** Adds to the settings in a folder. Those that belong to a machine count only in the folder Machine. */
function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = join(folder, 'settings.json');
  const previous: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...Object(previous), ...settings }, null, 2));
}

/** Starts code-server on a free port of this machine, with fresh folders; throws when it does not answer within three minutes. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const entry = ensureWorkbench();
  const base = mkdtempSync(join(tmpdir(), 'lema-workbench-'));
  const dataDir = options.dataDir ?? join(base, 'data');
  const extensionsDir = join(base, 'extensions');
  mkdirSync(extensionsDir, { recursive: true });
  writeSettings(join(dataDir, 'User'), { ...quiet, ...options.settings });
  writeSettings(join(dataDir, 'Machine'), { ...options.settings });

  const folders = ['--user-data-dir', dataDir, '--extensions-dir', extensionsDir];
  if (options.vsix !== undefined) installVsix(entry, folders, options.vsix);
  const port = await freePort();
  const fixed = [
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
  ];
  const child = spawn(process.execPath, [entry, ...fixed, '--config', join(base, 'config.yaml'), ...folders], {
    env: { ...process.env, ...options.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let log = '';
  const keep = (chunk: Buffer) => {
    log = (log + chunk).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const killOnExit = () => signal(child, 'SIGKILL');
  process.once('exit', killOnExit);

  const stop = async () => {
    process.removeListener('exit', killOnExit);
    signal(child, 'SIGTERM');
    const closed = new Promise(resolve => child.once('exit', resolve));
    if (child.exitCode === null) await Promise.race([closed, sleep(3000)]);
    signal(child, 'SIGKILL');
    await removeFolder(base);
  };
  if (!(await answers(port, child))) {
    await stop();
    throw new Error(`The workbench did not answer on port ${port}:\n${log}`);
  }
  return { port, dataDir, stop, url: folder => `http://127.0.0.1:${port}/?folder=${encodeURI(folder)}` };
}

/** Installs a packaged extension as a person would. */
function installVsix(entry: string, folders: readonly string[], vsix: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...folders, '--install-extension', vsix], {
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/** Signals the server's whole process group: code-server starts its extension host as a child. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // The group has ended already.
  }
}

/** Removes a folder that a dying process may still write to. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      await sleep(200);
    }
  }
}

/** Whether the server answers its health check within three minutes. */
async function answers(port: number, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 180_000 && child.exitCode === null; waited += 200) {
    const ok = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      reply => reply.ok,
      () => false,
    );
    if (ok) return true;
    await sleep(200);
  }
  return false;
}

/** A port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
