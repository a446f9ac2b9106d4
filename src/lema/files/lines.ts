import { createReadStream } from 'node:fs';

/**
 * The lines of a file, one after another, memory flat. Only a line feed ends one, with or without a carriage return before it: JSON may hold any other
 * sign that ends a line elsewhere (U+2028) as it is. @throws the error of the file system.
 */
export async function* linesIn(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>) {
    const lines = piece.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
