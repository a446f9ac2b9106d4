import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lema-class-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const examples = join(import.meta.dirname, '../../examples/classroom');

export const exampleSet = join(examples, 'autumn-test.md');
export const exampleSubmissions = join(examples, 'submissions');
export const exampleExpected = join(examples, 'expected.csv');
export const exampleSetText = (): string => readFileSync(exampleSet, 'utf8');
