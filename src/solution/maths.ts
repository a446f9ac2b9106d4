import type { Range } from './solution.ts';

/** Marked mathematics: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, or an environment. `inner` is without the marks. */
export interface Maths {
  readonly outer: Range;
  readonly inner: Range;
  /** On a line of its own when typeset. */
  readonly display: boolean;
  /** Name of the environment without its star, such as `align`. */
  readonly env: string | null;
}

/** Environments whose body is mathematics. */
const MATHS_ENVIRONMENTS = /^(?:align|alignat|aligned|gather|gathered|multline|equation|eqnarray|flalign|displaymath|math|split)$/;
const LONGEST_INLINE = 2000;

/** For each closing mark, where the search last began and what it found (∞ when none); makes repeated searches linear in all. */
export type Closers = Map<string, { readonly from: number; readonly at: number }>;

/**
 * Mathematics that opens exactly at `at`, before `limit`; null when none does.
 * A single `$` opens mathematics only where it cannot be money: not before a blank, its partner not after a blank and not before a digit,
 * no run of plain words between, unless `always` is set (LaTeX, where money is written `\$`).
 */
export function mathsAt(text: string, at: number, limit: number, closers: Closers, always = false): Maths | null {
  const code = text.charCodeAt(at);
  if (code === 36) {
    if (text.charCodeAt(at + 1) === 36) return closed(text, at, limit, 2, '$$', true, closers);
    return inlineDollar(text, at, limit, always);
  }
  if (code !== 92) return null;
  const next = text.charCodeAt(at + 1);
  if (next === 40) return closed(text, at, limit, 2, '\\)', false, closers);
  if (next === 91) return closed(text, at, limit, 2, '\\]', true, closers);
  if (!text.startsWith('\\begin{', at)) return null;
  const name = /^\\begin\{([a-z]+)(\*?)\}(?:\{\d+\})?/.exec(text.slice(at, at + 40));
  if (name === null || !MATHS_ENVIRONMENTS.test(name[1] ?? '')) return null;
  const maths = closed(text, at, limit, name[0].length, `\\end{${name[1]}${name[2]}}`, name[1] !== 'math', closers);
  return maths && { ...maths, env: name[1] ?? null };
}

function closed(
  text: string,
  at: number,
  limit: number,
  opening: number,
  closing: string,
  display: boolean,
  closers: Closers,
): Maths | null {
  const from = at + opening;
  const known = closers.get(closing);
  let end = known !== undefined && known.from <= from && from <= known.at ? known.at : find(text, closing, from);
  while (closing === '$$' && end < text.length && text.charCodeAt(end - 1) === 92) end = find(text, closing, end + 1);
  closers.set(closing, { from, at: end });
  if (end + closing.length > limit || end === from) return null;
  return { outer: { start: at, end: end + closing.length }, inner: { start: from, end }, display, env: null };
}

function find(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function inlineDollar(text: string, at: number, limit: number, always: boolean): Maths | null {
  const stop = Math.min(limit, at + LONGEST_INLINE);
  let end = at + 1;
  while (end < stop && text.charCodeAt(end) !== 36) {
    const code = text.charCodeAt(end);
    if ((code === 10 || code === 13) && /^\r?\n?[ \t]*(?:\r|\n)/.test(text.slice(end, end + 80))) return null;
    end += code === 92 ? 2 : 1;
  }
  if (end >= stop || end === at + 1) return null;
  const inner = text.slice(at + 1, end);
  if (!always) {
    if (/^\s|\s$/.test(inner) || /\d/.test(text.charAt(end + 1)) || /[\w$]/.test(text.charAt(at - 1))) return null;
    if (/(?:^|\s)[a-z]{2,}\s+[a-z]{2,}(?:\s|$)|\d\s+[a-z]{3,}(?:\s|$)/i.test(withoutCommands(inner))) return null;
    if (/^[\d.,]+[-+*/x×÷–−=]$/.test(inner)) return null;
  }
  return { outer: { start: at, end: end + 1 }, inner: { start: at + 1, end }, display: false, env: null };
}

function withoutCommands(latex: string): string {
  return latex
    .replace(/\\(?:text|mathrm|textrm|operatorname|mbox)\s*\{[^}]*\}/g, ' ')
    .replace(/\\[a-zA-Z]+|\b(?:d[xytu]|int|lim|log|ln|exp|sqrt|(?:arc)?(?:sin|cos|tan)|sec|csc|cot|det)\b/g, ' ');
}

/** All marked mathematics in a range, in order, not overlapping. */
export function scanMaths(text: string, range: Range, always: boolean, closers: Closers = new Map()): Maths[] {
  const found: Maths[] = [];
  for (let at = range.start; at < range.end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 36 && code !== 92) continue;
    const maths = mathsAt(text, at, range.end, closers, always);
    if (maths !== null) {
      found.push(maths);
      at = maths.outer.end - 1;
    } else if (code === 92) at++;
  }
  return found;
}

/** Rows of a display: split at `\\` that stands in no braces and no inner environment. Blank rows are left out. */
export function rowsOf(text: string, outer: Range): Range[] {
  const inner = unwrapped(text, outer);
  const rows: Range[] = [];
  let depth = 0;
  let start = inner.start;
  const close = (end: number) => {
    if (/\S/.test(text.slice(start, end))) rows.push({ start, end });
  };
  for (let at = inner.start; at < inner.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (code === 92) {
      if (text.startsWith('begin{', at + 1)) depth++;
      else if (text.startsWith('end{', at + 1)) depth = Math.max(0, depth - 1);
      else if (text.charCodeAt(at + 1) === 92 && depth === 0) {
        close(at);
        start = at + 2 + (/^\*?(?:\[[^\]\n]{0,12}\])?/.exec(text.slice(at + 2, at + 18))?.[0].length ?? 0);
      }
      at++;
    }
  }
  close(inner.end);
  return rows;
}

/** The body of the one environment that fills a display, as in `$$\begin{aligned}…\end{aligned}$$`; else the display itself. */
function unwrapped(text: string, inner: Range): Range {
  const body = text.slice(inner.start, inner.end);
  const opening = /^\s*\\begin\{([a-z]+\*?)\}(?:\{\d+\}|\[[a-z]\])?/.exec(body);
  if (opening === null || !MATHS_ENVIRONMENTS.test((opening[1] ?? '').replace('*', ''))) return inner;
  const closing = `\\end{${opening[1]}}`;
  const at = body.indexOf(closing);
  if (at < 0 || /\S/.test(body.slice(at + closing.length).replace(/[.,;]/g, ''))) return inner;
  return { start: inner.start + opening[0].length, end: inner.start + at };
}
