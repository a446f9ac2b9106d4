import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.ts';
import { startServer } from './server.ts';

/** Programs that show a web page, in the order in which they are tried. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['explorer'],
  linux: ['xdg-open', 'chromium', 'google-chrome', 'firefox'],
};

/**
 * Shows the packaged extension in a workbench in the browser, on a copy of examples/, until Ctrl+C.
 * The copy keeps the checkout clean while a person tries things.
 */
export async function openInBrowser(): Promise<void> {
  const vsix = globSync('*.vsix', { cwd: root })[0];
  if (vsix === undefined) throw new Error('There is no package: run npm run package');
  const work = mkdtempSync(join(tmpdir(), 'lema-examples-'));
  if (existsSync(join(root, 'examples'))) cpSync(join(root, 'examples'), work, { recursive: true });
  const server = await startServer({ vsix: join(root, vsix) });
  const address = server.url(work);
  console.log(`\nThe extension is open at ${address}\nThe files are a copy of examples/. Press Ctrl+C to end.`);
  await show(address);
  await new Promise<void>(resolve => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });
  await server.stop();
  rmSync(work, { recursive: true, force: true });
}

/** Asks the desktop to show a page; without a desktop the printed address is enough. */
async function show(address: string): Promise<void> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  for (const program of openers[process.platform] ?? []) {
    const shown = await new Promise<boolean>(resolve => {
      const child = spawn(program, [address], { stdio: 'ignore', detached: true });
      child.once('error', () => resolve(false));
      child.once('spawn', () => resolve(true));
      child.unref();
    });
    if (shown) return;
  }
}

if (import.meta.main) await openInBrowser();
