import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../command.ts';

/** Where a browser that prints is usually installed. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The program of an installed Chromium, Chrome or Edge; the one named in LEMA_CHROMIUM first. */
export const findBrowser = (): string | undefined =>
  [process.env.LEMA_CHROMIUM, ...BROWSERS].find(place => place !== undefined && place !== '' && existsSync(place));

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--no-pdf-header-footer',
];
const DEADLINE_MS = 60_000;

/** A page as PDF, printed by a browser that is installed. @throws UsageError when there is none, or it fails. */
export async function pdfOf(html: string, signal: AbortSignal): Promise<Buffer> {
  const browser = findBrowser();
  if (browser === undefined)
    throw new UsageError(
      'a PDF is printed by Chromium, Chrome or Edge, and none was found: install one, name it in LEMA_CHROMIUM, or use --to print',
    );
  const folder = mkdtempSync(join(tmpdir(), 'lema-pdf-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    // As root, Chromium starts without its sandbox only; the page is our own and holds no script.
    const alone = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    await run(
      browser,
      [...FLAGS, ...alone, `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
      signal,
    );
    if (!existsSync(pdf)) throw new UsageError(`${browser} printed nothing; use --to print and print the page yourself`);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(command: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', signal, timeout: DEADLINE_MS });
    child.once('error', error => reject(new UsageError(`${command} could not be run: ${error.message}`)));
    child.once('close', () => resolve());
  });
}
