import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * Runs in-host suites with Mocha inside the extension host; the same entry serves a desktop VS Code and the hermetic one.
 * Totals are written to the file that LEMA_HOST_RESULTS names.
 * @param suites each suite file's name and the function that loads it
 */
export async function runSuites(suites: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const grep = process.env.LEMA_HOST_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: Lines, ...(grep ? { fgrep: grep } : {}) });
  for (const [name, load] of Object.entries(suites)) {
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, name, mocha);
    await load();
  }
  const results = await new Promise<{ passed: number; failed: number }>(resolve => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 }));
  });
  const file = process.env.LEMA_HOST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} in-host tests failed`);
}

/** Prints one line for each test; the mark at its start lets the runner tell it from the workbench's own log. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', test => console.log(`▸ ✓ ${test.fullTitle()} (${test.duration} ms)`));
    runner.on('fail', (test, error: Error) => console.log(`▸ ✗ ${test.fullTitle()}\n    ${error.stack ?? error.message}`));
  }
}
