import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { develop, launchBrowser } from './browser.ts';
import { root } from './install.ts';
import { startServer } from './server.ts';

/** What the suites report through LEMA_HOST_RESULTS. */
interface HostResults {
  readonly passed: number;
  readonly failed: number;
  /** Milliseconds, where the entry measures something. */
  readonly load?: number;
  readonly activate?: number;
}

const limitMs = 900_000;

/** What runs: `entry` exports run() and writes its results; `pattern` keeps only the tests whose full title contains it. */
interface HostOptions {
  readonly entry?: string;
  readonly pattern?: string;
}

/** Runs an entry, by default all Mocha suites, in the extension host of a real workbench, and returns the results that it wrote. */
export async function runInHost({ entry = 'dist/test/host/index.cjs', pattern = '' }: HostOptions = {}): Promise<HostResults> {
  const tests = join(root, entry);
  if (!existsSync(tests)) throw new Error(`${tests} is not there: run npm run build`);
  const work = mkdtempSync(join(tmpdir(), 'lema-inhost-'));
  const results = join(work, 'results.json');
  writeFileSync(join(work, 'empty.md'), '');
  const server = await startServer({ env: { LEMA_HOST_RESULTS: results, LEMA_HOST_GREP: pattern } });
  const browser = await launchBrowser().catch(async error => {
    await server.stop();
    throw error;
  });
  try {
    const page = await browser.newPage();
    await develop(page, { extension: root, tests });
    const done = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the in-host suites did not end within ${limitMs / 1000} s`)), limitMs);
      page
        .exposeFunction('codeAutomationExit', () => {
          clearTimeout(timer);
          resolve();
        })
        .catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', printLog);
    await page.goto(server.url(work), { timeout: 180_000 });
    await done;
    if (!existsSync(results)) throw new Error('the extension host ended without results: see its messages above');
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Prints a console line of the test run, and leaves out the workbench's own. */
function printLog(_kind: string, args: readonly unknown[]): void {
  const text = args.map(String).join(' ').replaceAll('%c', '').trimEnd();
  if (text.startsWith('▸ ')) console.log(text.slice(2));
}

if (import.meta.main) {
  const { passed, failed } = await runInHost({ pattern: process.argv[2] ?? '' }).catch((error: Error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  console.log(`in-host: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
