import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * A VS Code workbench from the npm registry, in a folder of its own (.hermetic/). No native module has to be built: the server, the
 * extension host and the workbench run without the ones that are missing.
 */
export const root = resolve(import.meta.dirname, '../..');
const home = join(root, '.hermetic');
const server = join(home, 'node_modules/code-server');

/** Installs the workbench unless the locked version is already complete; returns code-server's entry script. */
export function ensureWorkbench(): string {
  const lock = readFileSync(join(import.meta.dirname, 'package-lock.json'), 'utf8');
  const stamp = join(home, 'installed.lock');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    console.log('Installing a VS Code workbench into .hermetic/ (about a minute, once)');
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(import.meta.dirname, file), join(home, file));
    npm(['ci', '--ignore-scripts'], home);
    npm(['install', '--omit=dev', '--ignore-scripts'], join(server, 'lib/vscode'));
    npm(['install', '--omit=dev', '--ignore-scripts'], join(server, 'lib/vscode/extensions'));
    writeFileSync(stamp, lock);
  }
  return join(server, 'out/node/entry.js');
}

/** Runs npm quietly and ends the program when it fails. */
function npm(args: readonly string[], cwd: string): void {
  const { status } = spawnSync('npm', [...args, '--loglevel=error', '--fetch-retries=5'], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}: is the npm registry reachable?`);
}
