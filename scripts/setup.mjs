// Runs before anything is installed: plain JavaScript, Node 20, no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const bin = join(root, 'node_modules', '.bin');

/** The Node 24 that npm installed; every TypeScript script runs on it. */
export const nodePath = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** The environment of every step: the project's own tools, its own Node first. */
export const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/** Prints what is about to be done. */
export function say(message) {
  console.log(`\n▸ ${message}`);
}

/** Ends the program with one message that says what to do. */
export function stop(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

/** Whether node_modules is absent, unfinished or older than the lock file. */
function installIsStale() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker) || !existsSync(nodePath)) return true;
  return statSync(join(root, 'package-lock.json')).mtimeMs > statSync(marker).mtimeMs + 60_000;
}

/** Installs the locked packages when they are missing; does nothing the second time. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(`Node 20 or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org and run the command again.`);
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8', shell: windows });
  if (npm.status !== 0) stop('npm is needed and was not found. It comes with Node: https://nodejs.org');
  if (!installIsStale()) return;
  say('Installing the locked npm packages (npm ci)');
  const result = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: windows });
  if (result.status !== 0)
    stop('npm ci failed: see the message above. A registry that cannot be reached is the usual cause; then run the command again.');
  if (!existsSync(nodePath))
    stop('The npm package "node" did not bring its program. Delete node_modules and run the command again without --ignore-scripts.');
}

/**
 * Runs a command in the project folder, its output passed through.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{code: number, output: string}>} the exit code and all that was printed
 */
export function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: ['inherit', 'pipe', 'pipe'],
      shell: windows && command !== nodePath,
    });
    let output = '';
    const pass = (stream, to) =>
      stream.on('data', chunk => {
        output += chunk;
        to.write(chunk);
      });
    pass(child.stdout, process.stdout);
    pass(child.stderr, process.stderr);
    child.on('error', error => resolve({ code: 127, output: String(error) }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
