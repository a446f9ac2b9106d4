import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../command.ts';
import { type Labelled, readLabelled } from '../labelled.ts';

/** The first JSON values of a file, a line each, with the number of the row: blank lines do not count. @throws UsageError at a line that is no JSON. */
export async function* jsonLines(
  file: string,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ readonly value: unknown; readonly line: number }> {
  existing(file);
  let line = 0;
  for await (const content of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
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

/** Hash of a file's bytes, 16 hexadecimal digits. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex').slice(0, 16);
}
