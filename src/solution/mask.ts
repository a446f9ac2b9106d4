import type { Range } from './solution.ts';

/** Characters that are read as something else, of the same length: shorter text is filled up with spaces. No `by` reads as blank. */
export interface Edit extends Range {
  readonly by?: string;
}

/**
 * The text with each edit put in place. It has the length and the line breaks of the original, so every offset in it is an offset
 * in the document. Of overlapping edits the first one (by start, then as given) wins. O(n + m log m).
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let cursor = 0;
  for (const { start, end, by } of ordered) {
    const from = Math.max(start, cursor);
    if (end <= from) continue;
    parts.push(text.slice(cursor, from));
    const old = text.slice(from, end);
    if (by === undefined || from > start || by.length > old.length) parts.push(old.replace(/[^\r\n]/g, ' '));
    else parts.push(by.padEnd(old.length, ' '));
    cursor = end;
  }
  parts.push(text.slice(cursor));
  return parts.join('');
}

/** The range without white space at its ends; an all-blank range becomes empty at its start. */
export function trimRange(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 160 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff
  );
}
