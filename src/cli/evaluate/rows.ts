import { existsSync } from 'node:fs';
import { linesIn } from '../../lema/files/lines.ts';
import { UsageError } from '../command.ts';
import { type Labelled, readLabelled } from '../labelled.ts';

/** The first JSON values of a file, a line each, with the number of the row: blank lines do not count. @throws UsageError at a line that is no JSON. */
export async function* jsonLines(
  file: string,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ readonly value: unknown; readonly line: number }> {
  existing(file);
  let line = 0;
  for await (const content of linesIn(file)) {
    if (content.trim() === '') continue;
    if (line >= limit) return;
    line += 1;
    yield { value: parsed(content, file, line), line };
  }
}

export function existing(file: string): void {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file; check the name and the folder`);
}

function parsed(content: string, file: string, line: number): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError(`${file}:${line}: not JSON`);
  }
}

/** The labelled solutions that a row holds. @throws UsageError when it is no labelled row. */
export function labelledIn(value: unknown, file: string, line: number): readonly Labelled[] {
  const labelled = readLabelled(value, line);
  if (labelled === 'unreadable') throw new UsageError(`${file}:${line}: not a labelled row; 'lema evaluate --help' shows the forms`);
  return labelled;
}
