import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder } from '../../src/classroom/submissions/run.ts';
import { openStore } from '../../src/classroom/submissions/store.ts';
import { exampleSet, exampleSetText, folderWith } from './folder.ts';

const STUDENTS = 24;
const work = (i: number): string => `## 1. Two steps\n\n3x = ${i}\n\nx = ${i}\n\n## 5. Order of operations\n\n2 + 3 * 4 = ${i}\n`;

/** Everything that is saved, in one text. */
function saved(file: string): string {
  const store = openStore(file);
  const all = JSON.stringify([...store.results()]);
  const digests = JSON.stringify([...store.digests()].sort());
  store.close();
  return all + digests;
}

/** Starts a check in a process of its own and kills it after so many milliseconds of work. */
async function killedAfter(ms: number, folder: string, results: string): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'run-class.ts'), exampleSet, folder, results]);
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  setTimeout(() => child.kill('SIGKILL'), ms).unref();
  await once(child, 'exit');
}

test('a check that is killed at any moment loses nothing, and ends as an undisturbed one', { timeout: 300_000 }, async () => {
  const folder = folderWith(Object.fromEntries(Array.from({ length: STUDENTS }, (_, i) => [`s${i}.md`, work(i)])));
  const out = folderWith({});
  const options = { setText: exampleSetText(), folder, signal: new AbortController().signal };
  const whole = openStore(join(out, 'whole.db'), true);
  await checkFolder({ ...options, store: whole });
  whole.close();
  const results = join(out, 'killed.db');
  for (const ms of [0, 150, 400]) await killedAfter(ms, folder, results);
  const rest = openStore(results, true);
  const before = rest.digests().size;
  const { kept, done } = await checkFolder({ ...options, store: rest });
  rest.close();
  expect({ kept, done }).toEqual({ kept: before, done: STUDENTS });
  expect(saved(results)).toBe(saved(join(out, 'whole.db')));
});
