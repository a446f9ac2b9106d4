import { createReadStream } from 'node:fs';

/** The lines of a file, one after another, memory flat. @throws the error of the file system, with the path. */
export async function* linesIn(path: string): AsyncGenerator<string> {
  try {
    yield* linesOf(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>);
  } catch (error) {
    throw withPath(error, path);
  }
}

/** An error of the file system that says where: one that comes after the opening does not by itself. */
export const withPath = (error: unknown, path: string): unknown =>
  error instanceof Error && 'code' in error && !('path' in error) ? Object.assign(error, { path }) : error;

/** Characters of a line: near the most that a string can have. */
const LONGEST = 2 ** 28;

/**
 * The lines of a text that comes in pieces. Only a line feed ends one, with or without a carriage return before it: JSON may hold any other
 * sign that ends a line elsewhere (U+2028) as it is.
 */
export async function* linesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })).split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw Object.assign(new RangeError('a line is too long'), { code: 'ERR_STRING_TOO_LONG' });
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
