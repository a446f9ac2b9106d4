// `npm test`: every suite but 'model' and 'circle', one after another; the last line is the sum. `npm test -- unit lint` runs only those.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodePath, root, run, say, stop } from './setup.mjs';

const report = join(root, '.cache/vitest.json');
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const onRequest = ['model', 'circle'];

/** A command that has no counts of its own is one check. */
const oneCheck = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** The counts in the last line that says `N passed, N failed`. */
function printedCounts({ code, output }) {
  const found = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  const passed = Number(found?.[1] ?? 0);
  const failed = Number(found?.[2] ?? 0);
  return { passed, failed: failed === 0 && (code !== 0 || found === undefined) ? 1 : failed };
}

/** Vitest's counts; an error outside a test, or a suite that could not be loaded, is a failure too. */
function vitestCounts({ code }) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Every suite: its short name, what is printed, the script and its arguments, and how its result is counted. */
const suites = [
  ['types', 'Type check', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], oneCheck],
  ['lint', 'Lint and format (biome)', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], oneCheck],
  ['unused', 'Unused files, exports and packages (knip)', ['node_modules/knip/bin/knip.js'], oneCheck],
  ['build', 'Build', ['scripts/build.ts'], oneCheck],
  ['unit', 'Unit, property and command tests (vitest)', vitest, vitestCounts],
  ['grammar', 'Grammar tests', ['scripts/grammar.ts'], printedCounts],
  ['host', 'In-host suites (Mocha in the extension host)', ['scripts/hermetic/inhost.ts'], printedCounts],
  ['e2e', 'Journeys (Playwright in the workbench)', ['scripts/hermetic/journeys.ts'], printedCounts],
  ['package', 'Package (.vsix)', ['scripts/package.ts'], oneCheck],
  ['vsix', 'The installed package in the workbench', ['scripts/hermetic/journeys.ts', '--vsix'], printedCounts],
  ['model', 'A real small model behind a real server (vitest)', [...vitest, '--config', 'vitest.model.config.ts'], vitestCounts],
  ['circle', 'The whole circle: collect, correct, export, train, serve, check, learn again', ['scripts/circle.ts'], printedCounts],
];

const chosen = process.argv.slice(2);
const unknown = chosen.find(name => !suites.some(([id]) => id === name));
if (unknown !== undefined) stop(`unknown suite ${unknown}; there are: ${suites.map(([id]) => id).join(', ')}`);

ensureInstalled();
mkdirSync(join(root, '.cache'), { recursive: true });

const wanted = suites.filter(([id]) => (chosen.length === 0 ? !onRequest.includes(id) : chosen.includes(id)));
if (wanted.some(([id]) => ['host', 'e2e', 'vsix'].includes(id))) {
  const { code } = await run(nodePath, ['scripts/hermetic/browser.ts']);
  if (code !== 0) stop('The tests need what is named above; nothing was run.');
}

const rows = [];
for (const [, title, args, count] of wanted) {
  say(title);
  rmSync(report, { force: true });
  rows.push({ title, ...count(await run(nodePath, args)) });
}

say('Summary');
for (const { title, passed, failed } of rows) console.log(`${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed`);
const sum = key => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
