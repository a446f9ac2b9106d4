/** A place as an editor names it: both counted from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Number of lines; an empty text has one. */
  readonly count: number;
  /** Place of an offset; offsets outside of the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** Offset of a place; a column past the end of its line is moved to that end, before the line break. */
  offsetAt(position: Position): number;
  /** Half-open range of a line (from 1) without its line break. */
  lineRange(line: number): { readonly start: number; readonly end: number };
}

/** Line and column of every offset. `\n`, `\r\n` and a lone `\r` each end a line, as in an editor. O(n) once, then O(log n). */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  const lineRange = (line: number) => {
    const at = clamp(line, 1, starts.length) - 1;
    const start = starts[at] ?? 0;
    let end = starts[at + 1] ?? text.length;
    if (at + 1 < starts.length) end -= text.startsWith('\r\n', end - 2) && end - 2 >= start ? 2 : 1;
    return { start, end };
  };
  return {
    count: starts.length,
    lineRange,
    positionAt(offset) {
      const place = clamp(offset, 0, text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: place - (starts[low] ?? 0) + 1 };
    },
    offsetAt({ line, column }) {
      const { start, end } = lineRange(line);
      return clamp(start + column - 1, start, end);
    },
  };
}

/** Offsets at which lines start, the first at 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return starts;
}
