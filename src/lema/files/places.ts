import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { z } from 'zod';
import { type Line, readRow } from './rows.ts';

/** Where a row stands in its file, in bytes, so that it is found again without reading the file anew. */
export interface Place {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Reads rows as `readRows` does, each with its place. A last line without its end may still be in the making: it is read only when it is whole.
 * @throws the error of the file system, and the signal's reason.
 */
export async function* readPlaces<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): AsyncGenerator<Line<T> & Place> {
  let line = 0;
  let at = 0;
  let rest: Buffer = Buffer.alloc(0);
  const whole = (bytes: Buffer): (Line<T> & Place) | null => {
    line++;
    const place = { at, bytes: bytes.length };
    at += bytes.length + 1;
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    return text.trim() === '' ? null : { line, ...place, ...readRow(text, schema) };
  };
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      const own = piece.subarray(from, end);
      const found = whole(rest.length > 0 ? Buffer.concat([rest, own]) : own);
      rest = Buffer.alloc(0);
      from = end + 1;
      if (found) yield found;
    }
    rest = Buffer.concat([rest, piece.subarray(from)]);
  }
  const last = rest.length > 0 ? whole(rest) : null;
  if (last && 'row' in last) yield last;
}

/** The row at a place, or what is the matter with it: the file may have changed since. */
export async function readAt<T>(
  path: string,
  { at, bytes }: Place,
  schema: z.ZodType<T>,
): Promise<{ readonly row: T } | { readonly fault: string }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
    return readRow(
      buffer
        .subarray(0, bytesRead)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
      schema,
    );
  } finally {
    await file?.close();
  }
}
