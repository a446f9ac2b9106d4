import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';

/**
 * Maps JSON rows to JSON rows: one line out for each line in, in order, streaming, memory flat.
 * A line that is no JSON, or not of the schema's form, or that `work` throws on, gives `{id, error}`; the run goes on.
 * Blank lines and a byte order mark are passed over.
 */
export async function mapRows<T>(
  source: Readable,
  sink: NodeJS.WritableStream,
  schema: z.ZodType<T>,
  signal: AbortSignal,
  work: (row: T) => unknown | Promise<unknown>,
): Promise<void> {
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY, signal });
  for await (const raw of lines) {
    if (signal.aborted) break;
    const line = raw.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    if (!sink.write(`${JSON.stringify(await answer(line, schema, work))}\n`)) await once(sink, 'drain');
  }
}

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
