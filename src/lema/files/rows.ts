import type { z } from 'zod';
import { linesIn } from './lines.ts';

/** A row of a file, with the number of its line; or what is the matter with that line. */
export type Line<T> = { readonly line: number; readonly row: T } | { readonly line: number; readonly fault: string };

/**
 * Reads JSON rows one after another, memory flat. A line that is no JSON or not of the schema's form is a fault, and the reading goes on;
 * blank lines and a byte order mark are passed over. @throws the error of the file system.
 */
export async function* readRows<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): AsyncGenerator<Line<T>> {
  let line = 0;
  for await (const raw of linesIn(path)) {
    signal?.throwIfAborted();
    line++;
    const text = raw.replace(/^\uFEFF/, '');
    if (text.trim() !== '') yield { line, ...readRow(text, schema) };
  }
}

/** A JSON value, or null where the text is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A row of more characters is taken for a slip, such as a whole file on one line. */
const LONGEST = 2 ** 24;

/** One line of JSON as a row of the schema, or what is the matter with it. */
export function readRow<T>(text: string, schema: z.ZodType<T>): { readonly row: T } | { readonly fault: string } {
  if (text.length > LONGEST) return { fault: `a row of ${text.length} characters; it may have ${LONGEST}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'this is not JSON, or its end is missing' };
  }
  if (Array.isArray(value)) return { fault: "a JSON array; a file holds one row a line, as jq -c '.[]' FILE writes them" };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  return { fault: parsed.error.issues.map(issue => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ') };
}
