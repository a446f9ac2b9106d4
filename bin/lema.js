#!/usr/bin/env node
// The launcher of the `lema` command: builds a checkout whose build is missing or older than its sources, and runs on a Node that is new enough.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = relative => fileURLToPath(new URL(relative, import.meta.url));
const built = path('../dist/lema.js');
const ownNode = path(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
const major = Number(process.versions.node.split('.')[0]);

/** Whether a source file is newer than the build, or there is no build. */
function isStale() {
  const stamp = path('../dist/.built');
  if (!existsSync(stamp) || !existsSync(built)) return true;
  const { mtimeMs } = statSync(stamp);
  const sources = path('../src');
  return (
    existsSync(sources) &&
    readdirSync(sources, { recursive: true }).some(name => name.endsWith('.ts') && statSync(`${sources}/${name}`).mtimeMs > mtimeMs)
  );
}

/** Builds dist/ in a checkout; messages go to stderr, because stdout belongs to the command. */
function buildNow() {
  if (!existsSync(ownNode)) {
    console.error('lema: the packages are not installed yet; run `npm ci` in the project folder.');
    process.exit(2);
  }
  console.error('lema: building, because the sources are newer than the build');
  const { status } = spawnSync(ownNode, [path('../scripts/build.ts'), '--command'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(2);
}

if (isStale()) buildNow();
if (major < 22 && existsSync(ownNode)) {
  const { status, signal } = spawnSync(ownNode, [path('lema.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? (signal ? 130 : 1);
} else {
  const { main } = await import(new URL('../dist/lema.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
}
