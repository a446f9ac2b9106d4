import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import type { Block, Layout } from './layout.ts';
import { lineStarts } from './lines.ts';
import type { Edit } from './mask.ts';
import { type Closers, mathsAt } from './maths.ts';
import type { Range } from './solution.ts';

/** What the wrapped inline rules note down: ranges in the inline content and what they read as. */
interface Notes {
  readonly content: string;
  readonly edits: Edit[];
  readonly marks: { readonly token: Token; readonly start: number; readonly end: number }[];
  readonly closers: Closers;
}

/** Inline rules whose whole match is no prose of the student's. */
const OPAQUE = new Set(['backticks', 'link', 'image', 'autolink', 'html_inline']);
const QUIET = new Set(['fence', 'code_block', 'html_block', 'hr']);

const parser = createParser();

/**
 * Blocks of a Markdown document by markdown-it's own tokens, with mathematics protected from emphasis, lists and quotes.
 * Code, links, images, HTML and block quotes are left out; emphasis marks and escapes read as blanks. Linear time.
 */
export function layoutMarkdown(text: string): Layout {
  const starts = lineStarts(text);
  const source = text.replace(/\r\n?/g, '\n');
  const tokens: Token[] = [];
  parser.block.parse(source, parser, { closers: new Map() }, tokens);
  const blocks: Block[] = [];
  const edits: Edit[] = [];
  const items: number[] = [];
  let itemCount = 0;
  let quotes = 0;
  let opener: Token | null = null;
  let row: { map: [number, number]; from: number } | null = null;
  const lineRange = (from: number, to: number): Range => ({ start: starts[from] ?? text.length, end: starts[to] ?? text.length });
  for (const token of tokens) {
    if (token.type === 'blockquote_open') quotes++;
    else if (token.type === 'blockquote_close') quotes--;
    else if (token.type === 'list_item_open') items.push(itemCount++);
    else if (token.type === 'list_item_close') items.pop();
    else if (token.nesting === 1) opener = token;
    if (token.type === 'tr_open') row = token.map === null ? null : { map: token.map, from: starts[token.map[0]] ?? 0 };
    if (token.type === 'inline' && token.map === null && row !== null) token.map = row.map;
    if (token.map === null || (token.type === 'blockquote_open' ? false : quotes > 0)) continue;
    if (QUIET.has(token.type) || token.type === 'blockquote_open') edits.push(lineRange(token.map[0], token.map[1]));
    const item = items.at(-1) ?? null;
    if (token.type === 'maths_block') {
      blocks.push({ kind: 'display', range: lineRange(token.map[0], token.map[1]), level: 0, item, title: '' });
    } else if (token.type === 'inline') {
      if (token.content === '') continue;
      const cell = row !== null && row.map === token.map ? row : null;
      const place = contentPlace(text, starts, token, cell?.from ?? 0);
      const notes = readInline(token);
      for (const edit of notes.edits) edits.push({ ...edit, start: place(edit.start), end: place(edit.end - 1) + 1 });
      const range = { start: place(0), end: place(token.content.length - 1) + 1 };
      if (cell !== null) cell.from = range.end;
      const heading = opener?.type === 'heading_open';
      blocks.push({
        kind: heading ? 'heading' : item !== null ? 'item' : 'paragraph',
        range,
        level: heading ? Number(opener?.tag.slice(1)) : 0,
        item,
        title: heading ? token.content : '',
      });
    }
  }
  return { blocks, edits, dollarIsMaths: false };
}

/** Maps an offset in an inline token's content to the document: each content line is the end part of its source line. */
function contentPlace(text: string, starts: readonly number[], token: Token, least: number): (offset: number) => number {
  const lines = token.content.split('\n');
  const first = token.map?.[0] ?? 0;
  const places: { readonly from: number; readonly at: number }[] = [];
  let from = 0;
  let search = Math.max(least, starts[first] ?? 0);
  lines.forEach((line, index) => {
    const lineStart = Math.max(search, starts[first + index] ?? text.length);
    const lineEnd = starts[first + index + 1] ?? text.length;
    const body = line.trimStart();
    const found = text.indexOf(body, lineStart);
    const at = (found < 0 || found >= lineEnd ? lineStart : found) - (line.length - body.length);
    places.push({ from, at });
    search = at + line.length;
    from += line.length + 1;
  });
  return offset => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((places[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const place = places[low] ?? { from: 0, at: 0 };
    return Math.max(0, Math.min(text.length, place.at + offset - place.from));
  };
}

function readInline(token: Token): Notes {
  const notes: Notes = { content: token.content, edits: [], marks: [], closers: new Map() };
  parser.inline.parse(token.content, parser, { notes }, []);
  return notes;
}

function notesOf(state: StateInline): Notes | null {
  const notes = (state.env as { notes?: Notes }).notes;
  return notes !== undefined && notes.content === state.src ? notes : null;
}

function createParser() {
  const md = new MarkdownIt({ html: true });
  md.block.ruler.before('fence', 'maths_block', mathsBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  for (const rule of [...md.inline.ruler.__rules__]) md.inline.ruler.at(rule.name, noted(rule.name, rule.fn));
  md.inline.ruler.before('escape', 'maths', mathsInline);
  md.inline.ruler.before('emphasis', 'times', timesSign);
  md.inline.ruler2.before('fragments_join', 'note_marks', noteMarks);
  return md;
}

/** Marks that turned out to be emphasis, before markdown-it joins the rest to text. */
function noteMarks(state: StateInline): void {
  const notes = notesOf(state);
  for (const { token, start, end } of notes?.marks ?? []) {
    if (token.type !== 'text' || token.content === '') notes?.edits.push({ start, end });
  }
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** The rule itself, and a note of what it matched. */
function noted(name: string, rule: InlineRule): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    const before = state.tokens.length;
    const hadPending = state.pending.length > 0;
    if (!rule(state, silent)) return false;
    const notes = silent ? null : notesOf(state);
    if (notes === null) return true;
    const end = state.pos;
    if (OPAQUE.has(name)) {
      const pushed = state.tokens.slice(before).some(token => token.type !== 'text');
      if (name !== 'backticks' || pushed) notes.edits.push({ start, end });
    } else if (name === 'escape' && end === start + 2) {
      notes.edits.push({ start, end, by: ` ${state.src.charAt(start + 1)}` });
    } else if (name === 'entity') {
      const decoded = state.tokens.at(-1)?.type === 'text_special' ? (state.tokens.at(-1)?.content ?? '') : '';
      notes.edits.push({ start, end, by: decoded.length <= end - start ? decoded : '' });
    } else if (name === 'emphasis' || name === 'strikethrough') {
      const pushed = state.tokens.slice(before + (hadPending ? 1 : 0));
      const width = pushed.length > 0 ? (end - start) / pushed.length : 1;
      pushed.forEach((token, index) => {
        notes.marks.push({ token, start: start + index * width, end: start + (index + 1) * width });
      });
    }
    return true;
  };
}

function mathsInline(state: StateInline, silent: boolean): boolean {
  const notes = notesOf(state);
  const maths = mathsAt(state.src, state.pos, state.posMax, notes?.closers ?? new Map());
  if (maths === null) return false;
  if (!silent) state.pending += state.src.slice(maths.outer.start, maths.outer.end);
  state.pos = maths.outer.end;
  return true;
}

/** A `*` between operands, as in `3*4*5` and `2*(x+1)`, multiplies; it opens no emphasis. */
function timesSign(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 42) return false;
  const before = state.src.charAt(state.pos - 1);
  const after = state.src.charAt(state.pos + 1);
  if (!/[\w)\]}%!]/.test(before) || !/[\w(\\$.√-]/.test(after)) return false;
  if (!silent) state.pending += '*';
  state.pos++;
  return true;
}

/** `$$`, `\[` and maths environments that open a line and whose end ends one. */
function mathsBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const code = state.src.charCodeAt(start);
  if ((code !== 36 && code !== 92) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const closers = (state.env as { closers: Closers }).closers;
  const maths = mathsAt(state.src, start, state.src.length, closers);
  if (maths === null || !maths.display) return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < maths.outer.end) {
    line++;
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return false;
  }
  if (line >= endLine || !/^[\s.,;]*$/.test(state.src.slice(maths.outer.end, state.eMarks[line]))) return false;
  if (silent) return true;
  state.line = line + 1;
  const token = state.push('maths_block', '', 0);
  token.map = [startLine, line + 1];
  return true;
}
