import { once } from 'node:events';
import { addAbortSignal, type Readable } from 'node:stream';
import type { z } from 'zod';
import { linesOf } from '../lema/files/lines.ts';

/**
 * Maps JSON rows to JSON rows: one line out for each line in, in order, streaming, memory flat.
 * A line that is no JSON, or not of the schema's form, or that `work` throws on, gives `{id, error}`; the run goes on.
 * Blank lines and a byte order mark are passed over.
 * @param print writes the answer to a row otherwise than as one line of JSON.
 */
export async function mapRows<T>(
  source: Readable,
  sink: NodeJS.WritableStream,
  schema: z.ZodType<T>,
  signal: AbortSignal,
  work: (row: T) => unknown | Promise<unknown>,
  print: (answer: unknown) => string = asLine,
): Promise<void> {
  for await (const raw of linesOf(addAbortSignal(signal, source))) {
    if (signal.aborted) break;
    const line = raw.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    if (!sink.write(print(await answer(line, schema, work)))) await once(sink, 'drain');
  }
}

/** One JSON value as a line. */
export const asLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function answer<T>(line: string, schema: z.ZodType<T>, work: (row: T) => unknown): Promise<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `not JSON: ${(error as Error).message}` };
  }
  const id = identity(value);
  const row = schema.safeParse(value);
  if (!row.success) return { id, error: row.error.issues.map(i => `${i.path.join('.') || 'row'}: ${i.message}`).join('; ') };
  try {
    return await work(row.data);
  } catch (error) {
    return { id, error: `could not be checked: ${(error as Error).message}` };
  }
}

function identity(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}
