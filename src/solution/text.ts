import type { Block, Layout } from './layout.ts';
import { lineStarts } from './lines.ts';
import { type Edit, trimRange } from './mask.ts';
import { type Closers, scanMaths } from './maths.ts';
import type { Range } from './solution.ts';

const BULLET = /^(?:[•‣◦▪–·]\s*|[-*+]\s+(?=\D)|\(?\d{1,3}[.)]\s+|\(?[a-h][.)]\s+)/;

/**
 * Blocks of a plain text: one line, one block. Lines inside one display (`$$…$$`, `align`) stay together, lines that begin with `>` are quoted,
 * a bullet or list number is left out of its block. A blank line ends an item.
 */
export function layoutText(text: string): Layout {
  const starts = lineStarts(text);
  const closers: Closers = new Map();
  const edits: Edit[] = [];
  const blocks: Block[] = [];
  const displays = scanMaths(text, { start: 0, end: text.length }, false, closers).filter(maths => maths.display);
  let display = 0;
  let item = 0;
  for (let line = 0; line < starts.length; line++) {
    const lineStart = starts[line] ?? 0;
    let end = starts[line + 1] ?? text.length;
    while ((displays[display]?.outer.end ?? Number.POSITIVE_INFINITY) <= lineStart) display++;
    while (line + 1 < starts.length && displays.slice(display, display + 8).some(({ outer }) => outer.start < end && outer.end > end)) {
      line++;
      end = starts[line + 1] ?? text.length;
    }
    const range = trimRange(text, { start: lineStart, end });
    if (range.end === range.start) continue;
    if (text.charCodeAt(range.start) === 62 && text.charCodeAt(range.start + 1) !== 61) {
      edits.push(range);
      continue;
    }
    blocks.push(...lineBlocks(text, range, item++, edits));
  }
  return { blocks, edits, dollarIsMaths: false };
}

function lineBlocks(text: string, range: Range, item: number, edits: Edit[]): Block[] {
  const rule = /^(?:#{1,6}\s+(?!\d)|[-=*_]{3,}$)/.exec(text.slice(range.start, Math.min(range.end, range.start + 200)));
  if (rule?.[0].startsWith('#') === true) {
    const title = text.slice(range.start + rule[0].length, range.end);
    return [{ kind: 'heading', range, level: rule[0].trim().length, item: null, title }];
  }
  if (rule !== null) {
    edits.push(range);
    return [];
  }
  const bullet = BULLET.exec(text.slice(range.start, range.start + 12));
  const inner = bullet === null ? range : trimRange(text, { start: range.start + bullet[0].length, end: range.end });
  if (inner.end <= inner.start) return [];
  return [{ kind: bullet === null ? 'paragraph' : 'item', range: inner, level: 0, item: bullet === null ? null : item, title: '' }];
}
