import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Runs the grammar tests of test/grammar: files whose comments say which scopes the text above them has. Each file is one test.
 * The grammars come from package.json's contributions; those of the languages they are injected into from test/grammar/base.
 */
const root = resolve(import.meta.dirname, '..');
const tester = join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
const bases = globSync('test/grammar/base/*.json', { cwd: root }).flatMap(file => ['-g', file]);
const totals = { passed: 0, failed: 0 };

for (const file of globSync('test/grammar/*.{md,tex}', { cwd: root }).sort()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tester, '--config', 'package.json', ...bases, file], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  totals[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${status === 0 ? '✓' : '✗'} ${file}`);
  if (status !== 0) console.log(stdout + stderr);
}

console.log(`grammar: ${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
