import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.ts';

/** What a journey gets from the runner. */
export interface JourneyContext {
  /** The package under test; undefined when the extension runs from the project folder. */
  readonly vsix?: string;
}

/** A journey file exports functions of this shape; each is one test and throws when it fails. */
type Journey = (context: JourneyContext) => Promise<void>;

const limitMs = 900_000;

/**
 * Runs the journeys of test/e2e one after another. A workbench under load may lose a key or a click, so a journey that fails is tried once more, and both are told.
 * @param pattern keeps only the journeys whose 'file name' contains it
 */
export async function runJourneys(context: JourneyContext, pattern = ''): Promise<{ passed: number; failed: number }> {
  const totals = { passed: 0, failed: 0 };
  for (const file of globSync('test/e2e/**/*.journey.ts', { cwd: root }).sort()) {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(root, file)).href);
    for (const [name, journey] of Object.entries(module)) {
      const title = `${relative('test/e2e', file)} ${name}`;
      if (typeof journey !== 'function' || !title.includes(pattern)) continue;
      const began = performance.now();
      const first = await bounded(journey as Journey, context);
      if (first) console.log(`↻ ${title} failed and is tried once more\n    ${first.stack ?? first.message}`);
      const error = first && (await bounded(journey as Journey, context));
      totals[error === undefined ? 'passed' : 'failed'] += 1;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(error === undefined ? `✓ ${title} (${seconds} s)` : `✗ ${title} (${seconds} s)\n    ${error.stack ?? error.message}`);
    }
  }
  return totals;
}

/** Runs one journey and returns its error, the time limit's included. */
async function bounded(journey: Journey, context: JourneyContext): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Error>(resolve => {
    timer = setTimeout(() => resolve(new Error(`the journey did not end within ${limitMs / 1000} s`)), limitMs);
  });
  const outcome = journey(context).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const error = await Promise.race([outcome, limit]);
  clearTimeout(timer);
  return error;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const packaged = args[0] === '--vsix';
  const context = packaged ? { vsix: join(root, globSync('*.vsix', { cwd: root })[0] ?? 'no-package.vsix') } : {};
  const { passed, failed } = await runJourneys(context, packaged ? 'package' : args[0]);
  console.log(`${packaged ? 'package' : 'journeys'}: ${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
