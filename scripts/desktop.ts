import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';

/*
 * Runs the in-host suites in a desktop VS Code, which is downloaded on the first run: the same dist/test/host/index.cjs that the
 * hermetic workbench runs. On Linux without a display, start it under xvfb-run -a.
 */
const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'lema-desktop-'));
try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/test/host/index.cjs'),
    launchArgs: [work, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(work, '.data')],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
