import { chmodSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/classroom/submissions/store.ts';
import { lema } from '../cli/run.ts';
import { exampleExpected, exampleSet, exampleSubmissions, folderWith } from './folder.ts';

const run = async (argv: readonly string[]) => {
  const { code, out, err } = await lema(argv);
  return { code, stdout: out, stderr: err };
};

const SET = `---
problem-set: 1
title: Two
---
## 1. Two steps

Solve $3x + 5 = 20$.

\`\`\`yaml
answer: x = 5
points: 3
\`\`\`

## 2. A fraction

Work out $\\frac{1}{2} + \\frac{1}{3}$.

\`\`\`yaml
answer: 5/6
points: 2
\`\`\`
`;
const RIGHT = '## 1. Two steps\n\n3x = 15\n\nx = 5\n\n## 2. A fraction\n\n1/2 + 1/3 = 5/6\n';
const WRONG = '## 1. Two steps\n\n3x = 25\n\nx = 25/3\n\n## 2. A fraction\n\n1/2 + 1/3 = 2/5\n';

/** A class with these submissions; the results stand beside the folder. */
function classWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = folderWith({ 'set.md': SET, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])) });
  const results = join(folder, 'results.db');
  const check = (...more: string[]) => run(['class', 'check', join(folder, 'set.md'), join(folder, 'in'), '--results', results, ...more]);
  return { folder, results, check };
}

const table = (json: string): Record<string, string> => {
  const { rows } = JSON.parse(json) as { rows: { student: string; points: number; cells: { points: number; queued: boolean }[] }[] };
  return Object.fromEntries(rows.map(row => [row.student, row.cells.map(cell => `${cell.points}${cell.queued ? '?' : ''}`).join(' ')]));
};

test('the example class has the results that are recorded beside it', { timeout: 300_000 }, async () => {
  const folder = folderWith({});
  const { stdout } = await run(['class', 'check', exampleSet, exampleSubmissions, '--results', join(folder, 'r.db'), '--format', 'csv']);
  await expect(stdout.replaceAll('\r\n', '\n')).toMatchFileSnapshot(exampleExpected);
});

test('marks are given, and what is missing has none', async () => {
  const { check } = classWith({ 'ann.md': RIGHT, 'bob.md': WRONG, 'cy.md': '## 1. Two steps\n\nx = 5\n' });
  const { code, stdout } = await check('--format', 'json');
  expect(code).toBe(1);
  expect(table(stdout)).toEqual({ ann: '3 2', bob: '2 1', cy: '3 0' });
});

test('a second check looks only at what has changed', async () => {
  const { check, folder } = classWith({ 'ann.md': RIGHT, 'bob.md': WRONG });
  expect((await check()).stdout).toContain('2 checked, 0 unchanged');
  expect((await check()).stdout).toContain('0 checked, 2 unchanged');
  writeFileSync(join(folder, 'in/bob.md'), RIGHT);
  expect((await check()).stdout).toContain('1 checked, 1 unchanged');
});

test('a mark of the teacher outlives a check', async () => {
  const { check, results, folder } = classWith({ 'ann.md': RIGHT, 'bob.md': WRONG });
  await check();
  const set = ['class', 'override', results, '--student', 'bob', '--problem', 'two-steps', '--points', '3', '--reason', 'said it aloud'];
  expect((await run(set)).code).toBe(0);
  writeFileSync(join(folder, 'in/bob.md'), `${WRONG}\n`);
  expect(table((await check('--format', 'json')).stdout)).toEqual({ ann: '3 2', bob: '3 1' });
});

test('work that was marked anew, with consent, becomes a row without a name', async () => {
  const { check, results, folder } = classWith({ 'ann.md': RIGHT, 'bob.md': WRONG });
  await check();
  const mark = ['--points', '1', '--reason', 'the method, as Bob told Ann'];
  await run(['class', 'override', results, '--student', 'bob', '--problem', 'two-steps', ...mark, '--consent']);
  await run(['class', 'override', results, '--student', 'ann', '--problem', 'two-steps', ...mark]);
  const { stdout } = await run(['class', 'training', join(folder, 'set.md'), results]);
  const rows = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    steps: ['3x = 25', 'x = 25/3'],
    first_error: 0,
    reason: 'the method, as (name) told (name)',
    answer: 'x = 5',
  });
  expect(stdout).not.toMatch(/\b(?:ann|bob)\b/i);
});

test.each([
  ['--student', 'zed', "no work of 'zed'"],
  ['--points', '9', '3 points at most'],
  ['--points', '-1', 'a number from 0'],
  ['--reason', ' ', 'say whose mark and why'],
])('a mark with %s %s is refused', async (option, value, message) => {
  const { check, results } = classWith({ 'bob.md': WRONG });
  await check();
  const args = { '--student': 'bob', '--problem': 'two-steps', '--points': '1', '--reason': 'r', [option]: value };
  const { code, stderr } = await run(['class', 'override', results, ...Object.entries(args).map(([name, v]) => `${name}=${v}`)]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('parts that are merged are the whole', async () => {
  const { check, folder } = classWith(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}.md`, i % 2 ? RIGHT : WRONG])));
  const whole = table((await check('--format', 'json')).stdout);
  const parts = [1, 2, 3].map(i => join(folder, `part${i}.db`));
  for (const [i, part] of parts.entries())
    await run(['class', 'check', join(folder, 'set.md'), join(folder, 'in'), '--results', part, '--shard', `${i + 1}/3`]);
  const all = join(folder, 'all.db');
  await run(['class', 'merge', all, ...parts]);
  const merged = await run(['class', 'check', join(folder, 'set.md'), join(folder, 'in'), '--results', all, '--format', 'json']);
  expect(table(merged.stdout)).toEqual(whole);
  expect(JSON.parse(merged.stdout).run).toMatchObject({ kept: 9 });
});

test.each([
  ['an empty file', { 'bob.md': '' }, 'bob.md: The file is empty.'],
  ['a binary file', { 'bob.md': new Uint8Array([1, 0, 2, 0, 255]) }, 'bob.md: This is not a text file'],
  ['a file that is not UTF-8', { 'bob.md': new Uint8Array([0x78, 0x20, 0xff, 0xfe, 0x41]) }, 'bob.md: The file is not UTF-8'],
  ['a file that is too large', { 'bob.md': 'x'.repeat(11_000_000) }, 'bob.md: The file is larger than 10 MB'],
  ['another kind of file', { 'bob.pdf': '%PDF' }, 'bob.pdf: This kind of file is not read'],
  ['two files of one student', { 'bob.md': RIGHT, 'bob.txt': RIGHT }, 'There is more than one file for bob'],
  [
    'work that names no problem',
    { 'bob.md': '## 7. Circles\n\nA = 3\n\n## 8. Cones\n\nV = 3\n\n## 9. Cubes\n\nV = 1\n' },
    "'7. Circles' names no problem",
  ],
])('%s is reported, and the rest goes on', async (_, files, message) => {
  const { check } = classWith({ 'ann.md': RIGHT, ...files });
  const { stdout } = await check();
  expect(stdout).toContain(message);
  expect(stdout).toMatch(/ann +5\/5/);
});

test('links are not followed', async () => {
  const { check, folder } = classWith({ 'ann.md': RIGHT });
  symlinkSync('..', join(folder, 'in/loop'));
  expect((await check()).stdout).toContain('loop: This is a link');
});

test.each([
  ['no set', ['nothing.md', 'in'], 'no such file'],
  ['no folder', ['set.md', 'nowhere'], 'no such file or folder'],
  ['a document that is no set', ['in/ann.md', 'in'], 'is no problem set'],
])('%s is bad use', async (_, [set = '', folder = ''], message) => {
  const own = classWith({ 'ann.md': RIGHT });
  const { code, stderr } = await run(['class', 'check', join(own.folder, set), join(own.folder, folder), '--results', own.results]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a set with a fault is refused with its line', async () => {
  const { folder, results } = classWith({ 'ann.md': RIGHT });
  writeFileSync(join(folder, 'set.md'), SET.replace('points: 3', 'points: three'));
  const { code, stderr } = await run(['class', 'check', join(folder, 'set.md'), join(folder, 'in'), '--results', results]);
  expect(code).toBe(2);
  expect(stderr).toContain('set.md:11: points: a number of points');
});

test('two checks at once on one file: the second is told', async () => {
  const { check, results } = classWith({ 'ann.md': RIGHT });
  const first = openStore(results, true);
  const { code, stderr } = await check();
  first.close();
  expect(code).toBe(2);
  expect(stderr).toContain('is in use by another check');
  expect((await check()).code).toBe(0);
});

test('a file of another kind is not taken for results', async () => {
  const { check, results } = classWith({ 'ann.md': RIGHT });
  writeFileSync(results, 'my notes, not a database, and long enough to be looked at'.repeat(20));
  const { code, stderr } = await check();
  expect(code).toBe(2);
  expect(stderr).toContain('not a result file');
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is said', async () => {
  const { check, folder } = classWith({ 'ann.md': RIGHT });
  chmodSync(folder, 0o500);
  const { code, stderr } = await check();
  chmodSync(folder, 0o700);
  expect(code).toBe(2);
  expect(stderr).toContain('cannot be written');
});

const HOSTILE = '## 1. Two steps\n\n3x = 25 <img src=x onerror=alert(1)>\n\nx = 25/3\n';

test('nothing of a submission escapes into the page, the table or the names of files', async () => {
  const { check, folder } = classWith({ '=HYPERLINK("http:§§evil","x").md': HOSTILE, '<script>.md': HOSTILE });
  const html = (await check('--format', 'html')).stdout;
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
  expect((await check('--format', 'csv')).stdout).not.toMatch(/^"?=/m);
  const out = join(folder, 'out');
  const { code } = await run(['class', 'feedback', join(folder, 'set.md'), join(folder, 'results.db'), '--out', out]);
  expect(code).toBe(0);
  expect(existsSync(join(out, '_script_.feedback.md'))).toBe(true);
});

test('names can be replaced everywhere', async () => {
  const { check } = classWith({ 'ann.md': WRONG, 'bob/one.md': WRONG });
  for (const format of ['text', 'json', 'csv', 'html', 'sarif']) {
    const { stdout } = await check('--format', format, '--pseudonyms');
    expect(stdout).not.toMatch(/\bann\b|\bbob\b/);
  }
  const again = await check('--format', 'csv', '--pseudonyms');
  expect(again.stdout).toBe((await check('--format', 'csv', '--pseudonyms')).stdout);
});
