import type { Block, Layout } from './layout.ts';
import { type Edit, trimRange } from './mask.ts';
import { type Closers, type Maths, mathsAt } from './maths.ts';
import type { Range } from './solution.ts';

const HEADINGS: ReadonlyMap<string, number> = new Map([
  ['part', 1],
  ['chapter', 1],
  ['section', 2],
  ['subsection', 3],
  ['subsubsection', 4],
  ['paragraph', 5],
  ['subparagraph', 6],
]);
/** Environments that name a part of the work; the level lies below every heading. */
const PARTS = /^(?:problem|question|exercise|example|task|solution|answer|proof|attempt|answerkey|reference)$/;
const LISTS = /^(?:enumerate|itemize|description|steps|parts|questions)$/;
const SILENT = /^(?:verbatim|lstlisting|minted|tikzpicture|figure|quote|quotation|comment|thebibliography)$/;
/** Commands whose argument is no prose: `\label{eq:1}`. */
const HIDDEN =
  /^(?:label|ref|eqref|pageref|cite|url|href|footnote|includegraphics|usepackage|documentclass|title|author|date|input|include|hspace|vspace|setlength|newcommand|renewcommand|pagestyle|thispagestyle|verb)$/;
const LABEL_MARK = /^(?:textbf|textit|emph|underline|textsc|textsf|textrm|text|mbox)$/;

interface Reader {
  readonly text: string;
  readonly blocks: Block[];
  readonly edits: Edit[];
  readonly items: (number | null)[];
  readonly closers: Closers;
  /** Start of the open paragraph; null between paragraphs. */
  open: number | null;
  itemCount: number;
}

/**
 * Blocks of a LaTeX document: headings, part environments, list items, displays and paragraphs; `\\` ends a line of work.
 * The preamble, comments, verbatim text, references and formatting commands read as blanks. One pass; never throws.
 */
export function layoutLatex(text: string): Layout {
  const body = /\\begin\{document\}/.exec(text);
  const start = body === null ? 0 : body.index + body[0].length;
  const stop = text.indexOf('\\end{document}', start);
  const end = stop < 0 ? text.length : stop;
  const reader: Reader = { text, blocks: [], edits: [], items: [], closers: new Map(), open: null, itemCount: 0 };
  if (start > 0) reader.edits.push({ start: 0, end: start });
  let at = start;
  while (at < end) at = Math.max(at + 1, readAt(reader, at, end));
  closeBlock(reader, end);
  return { blocks: reader.blocks, edits: reader.edits, dollarIsMaths: true };
}

/** Reads what stands at `at` and returns where to go on. */
function readAt(reader: Reader, at: number, end: number): number {
  const { text } = reader;
  switch (text.charAt(at)) {
    case '%':
      return comment(reader, at, end);
    case '\n':
    case '\r': {
      const blank = /^(?:\r\n?|\n)[ \t]*(?=\r|\n)/.exec(text.slice(at, at + 200));
      if (blank !== null) closeBlock(reader, at);
      return at + 1;
    }
    case '$':
    case '\\': {
      const maths = mathsAt(text, at, end, reader.closers, true);
      if (maths !== null) return readMaths(reader, maths);
      return text.charAt(at) === '$' ? at + 1 : command(reader, at, end);
    }
    case '{':
    case '}':
    case '~':
      reader.edits.push({ start: at, end: at + 1 });
      return at + 1;
    case ' ':
    case '\t':
      return at + 1;
    default:
      reader.open ??= at;
      return at + 1;
  }
}

function readMaths(reader: Reader, { outer, inner, display }: Maths): number {
  hideComments(reader, inner);
  if (!display) reader.open ??= outer.start;
  else {
    closeBlock(reader, outer.start);
    reader.blocks.push({ kind: 'display', range: outer, level: 0, item: reader.items.at(-1) ?? null, title: '' });
  }
  return outer.end;
}

function comment(reader: Reader, at: number, end: number): number {
  const line = /\r|\n/.exec(reader.text.slice(at, Math.min(end, at + 2000)));
  const stop = line === null ? nextBreak(reader.text, at, end) : at + line.index;
  reader.edits.push({ start: at, end: stop });
  return stop;
}

function nextBreak(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
  return stop;
}

function hideComments(reader: Reader, range: Range): void {
  for (let at = range.start; at < range.end; at++) {
    const code = reader.text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 37) at = comment(reader, at, range.end);
  }
}

function closeBlock(reader: Reader, at: number): void {
  if (reader.open === null) return;
  const range = trimRange(reader.text, { start: reader.open, end: at });
  reader.open = null;
  if (range.end <= range.start) return;
  const item = reader.items.at(-1) ?? null;
  reader.blocks.push({ kind: item === null ? 'paragraph' : 'item', range, level: 0, item, title: '' });
}

function command(reader: Reader, at: number, end: number): number {
  const { text, edits } = reader;
  const name = /^\\([a-zA-Z]+)(\*?)/.exec(text.slice(at, at + 60));
  if (name === null) return escaped(reader, at);
  const word = name[1] ?? '';
  const after = at + name[0].length;
  const level = HEADINGS.get(word);
  if (word === 'begin' || word === 'end') return environment(reader, at, after, end, word);
  if (level !== undefined) return heading(reader, at, after, end, level);
  if (word === 'item') {
    closeBlock(reader, at);
    if (reader.items.length > 0) reader.items[reader.items.length - 1] = reader.itemCount++;
    const label = /^\s*\[[^\]\n]*\]/.exec(text.slice(after, after + 80))?.[0].length ?? 0;
    edits.push({ start: at, end: after + label });
    return after + label;
  }
  if (HIDDEN.test(word)) {
    let stop = after;
    for (let group = skipGroup(text, stop, end); group !== stop; group = skipGroup(text, stop, end)) stop = group;
    edits.push({ start: at, end: stop });
    return stop;
  }
  reader.open ??= at;
  if (!LABEL_MARK.test(word) && /^(?:frac|sqrt|cdot|times|div|Rightarrow|therefore|pm|le|ge|leq|geq|neq|approx|pi)$/.test(word))
    return after;
  edits.push({ start: at, end: after });
  return after;
}

/** `\%`, `\&` stand for themselves; `\$` reads as a blank, for a bare `$` opens mathematics; `\\` breaks the line of work; `\,` and the like are blanks. */
function escaped(reader: Reader, at: number): number {
  const next = reader.text.charAt(at + 1);
  if (next === '\\') {
    closeBlock(reader, at);
    return at + 2;
  }
  reader.open ??= at;
  reader.edits.push(/[%&#_{}]/.test(next) ? { start: at, end: at + 2, by: ` ${next}` } : { start: at, end: at + 2 });
  return at + 2;
}

function environment(reader: Reader, at: number, after: number, end: number, word: string): number {
  const { text, edits } = reader;
  const name = /^\{([a-zA-Z]+)\*?\}/.exec(text.slice(after, after + 40));
  closeBlock(reader, at);
  if (name === null) {
    edits.push({ start: at, end: after });
    return after;
  }
  const env = (name[1] ?? '').toLowerCase();
  let stop = after + name[0].length;
  const opens = word === 'begin';
  if (SILENT.test(env) && opens) {
    const close = text.indexOf(`\\end${name[0]}`, stop);
    stop = close < 0 || close > end ? end : close + name[0].length + 4;
  } else if (LISTS.test(env)) {
    if (opens) reader.items.push(null);
    else reader.items.pop();
    stop += /^\s*\[[^\]\n]*\]/.exec(text.slice(stop, stop + 80))?.[0].length ?? 0;
  } else if (PARTS.test(env) && opens) {
    const option = /^\s*[[{]([^\]}\n]*)[\]}]/.exec(text.slice(stop, stop + 200));
    stop += option?.[0].length ?? 0;
    reader.blocks.push({
      kind: 'heading',
      range: { start: at, end: stop },
      level: 7,
      item: null,
      title: `${env} ${option?.[1] ?? ''}`.trim(),
    });
  }
  edits.push({ start: at, end: stop });
  return stop;
}

function heading(reader: Reader, at: number, after: number, end: number, level: number): number {
  closeBlock(reader, at);
  const stop = skipGroup(reader.text, after, end);
  reader.edits.push({ start: at, end: stop });
  const title = reader.text.slice(after, stop).replace(/^\s*\{|\}$/g, '');
  reader.blocks.push({ kind: 'heading', range: { start: at, end: stop }, level, item: null, title: title.trim() });
  return stop;
}

/** End of the `{…}` or `[…]` group that begins at `at`; `at` itself when none does or it is not closed within its paragraph. */
function skipGroup(text: string, at: number, end: number): number {
  const first = text.charAt(at);
  if (first !== '{' && first !== '[') return at;
  let depth = 0;
  const limit = Math.min(end, at + 4000);
  for (let i = at; i < limit; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return i + 1;
  }
  return at;
}
