import type { Range } from '../../solution/solution.ts';
import type { Anchor } from './sidecar.ts';

const CONTEXT = 40;

/** An anchor for this range of the text. */
export function anchorAt(text: string, { start, end }: Range): Anchor {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
    offset: start,
  };
}

export interface Found {
  readonly range: Range;
  /** The quoted words themselves stand there still; false when only their surroundings do. */
  readonly exact: boolean;
}

/**
 * Finds an anchor again: among all places with the quoted words the one whose surroundings agree most and, among equals,
 * the one nearest to where it was; when the words are gone, the place between the same surroundings. Null when neither is left.
 */
export function findAnchor(text: string, anchor: Anchor): Found | null {
  const { quote, before, after, offset } = anchor;
  let best: { start: number; score: number } | null = null;
  for (let start = quote ? text.indexOf(quote) : -1; start >= 0; start = text.indexOf(quote, start + 1)) {
    const agreement =
      commonEnd(text.slice(Math.max(0, start - CONTEXT), start), before) + commonStart(text.slice(start + quote.length), after);
    const score = agreement - Math.min(1, Math.abs(start - offset) / (text.length + 1));
    if (!best || score > best.score) best = { start, score };
  }
  if (best) return { range: { start: best.start, end: best.start + quote.length }, exact: true };
  return betweenSurroundings(text, anchor);
}

function betweenSurroundings(text: string, { quote, before, after }: Anchor): Found | null {
  const head = before.trimStart();
  const tail = after.trimEnd();
  if (head.length < 8) return null;
  const at = text.indexOf(head);
  if (at < 0) return null;
  const start = at + head.length;
  const end = tail.length >= 8 ? text.indexOf(tail, start) : endOfLine(text, start);
  const longest = Math.max(quote.length * 4, quote.length + 80);
  return end >= start && end - start <= longest ? { range: { start, end }, exact: false } : null;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
};

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
