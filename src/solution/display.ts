import { knownUnit } from '../math/read/units.ts';
import { applyEdits, type Edit, trimRange } from './mask.ts';
import type { Range } from './solution.ts';

/** A place where a claim stands, before it is parsed. */
export interface Find {
  readonly range: Range;
  readonly setting: 'prose' | 'display';
  /** What reads as blank or otherwise inside the range. Each reading is a set of edits of its own; the first is the plainest. */
  readonly readings: readonly (readonly Edit[])[];
  /** Why it cannot be read; such a find is never parsed. */
  readonly doubt: string | null;
  /** Why it stands only if one of its readings holds as a calculation; null when it stands anyway. */
  readonly otherwise: string | null;
  readonly label?: string;
}

const SPLIT =
  /\\(?:Rightarrow|Longrightarrow|implies|Leftrightarrow|Longleftrightarrow|iff|therefore|leadsto|rightsquigarrow|qquad|quad)(?![a-zA-Z])|\\(?:to|rightarrow|longrightarrow)(?![a-zA-Z])|⇒|⟹|⇔|⟺|∴|→|⟶|<?=+>|-+>|;(?=\s)|(?<==[^=]*[\w)²³'′])(?: {3,}|\t+)(?=(?!or\b|and\b|oder\b|mod\b)[\w\-−√][^=<>|]{0,40}=)|(?<=(?:^|;)[\s$]*(?:[a-zA-Z](?:_\d)?|\\[a-z]+)\s*=\s*[-−+]?[^=<>≤≥:;,&a-z]{1,24}):(?=[\s$]+[^\d\s$]|[\s$]+[^:]*[=<>≤≥])|(?<=[=≈<>≤≥](?:(?!\\q?quad)[^;:])*[^\s:]):(?=(?:\s|\\[ ,;!])+[^:;]*[=≈<>≤≥])|(?<=(?:→|\\to)[^=<>:;]{1,12}):(?=(?:\s|\\[ ,;!])+[^:;]*=)|(?<=[=<>≤≥][^=<>≤≥:;]{0,60}[^\s=<>≤≥:;] ):(?=\s{2,}[^:]*[=<>≤≥])/g;
/** `(1) + (2):`, `2·(1) − 3·(2):`, `I + II:`: the equations above that the line is put together from. */
const COMBINED =
  /^\s*(?:[-+−–]?\s*\d{0,2}\s*(?:[·*×]|\\cdot|\\times)?\s*(?:\((?:\d{1,2}|[ivx]{1,3}|[IVX]{1,3}|[a-zA-Z*†])\)|(?:III|II|IV|I|V)(?![a-zA-Z])|[RE]_?\d)\s*(?:[·*×]|\\cdot|\\times)?\s*\d{0,2}\s*(?=[-+−–:⇒→]|\\Rightarrow|\\implies|gives)){1,4}\s*(?::|⇒|→|\\Rightarrow|\\implies|gives)\s*(?=\S)/;
/** `| · 2`, `| − 3`: what is done to both sides next, in a column of its own. */
const COLUMN =
  /(?<=[=<>≤≥][^|]*)(?:\\q?quad|\\[,;: ]|[\s&])*\|\s*(?:\\cdot|\\times|\\div|\\sqrt|[-+−–:·×÷*/√])(?:\s|\\[,;: ])*(?:\\left)?[^|=<>]{0,24}\s*$/;
const REMARK = /\\(?:text|mbox|textrm|textit|textbf|mathrm)\s*\{([^{}]*)\}/g;
const SILENT = /\\(?:label\s*\{[^}]*\}|nonumber|notag|displaystyle|hline|\[?[0-9.]*em\])|&/g;

/** The claims of one row of displayed work: split at arrows, with alignment marks, tags and remarks blank. */
export function displayFinds(masked: string, row: Range, marks: readonly Edit[]): Find[] {
  const text = applyEdits(
    masked.slice(row.start, row.end),
    marks.map(mark => ({ start: mark.start - row.start, end: mark.end - row.start })),
  );
  const edits: Edit[] = [...marks];
  let label: string | undefined;
  const blank = (index: number, length: number) => edits.push({ start: row.start + index, end: row.start + index + length });
  for (const match of text.matchAll(/\\tag\*?\s*\{([^}]*)\}/g)) {
    label = (match[1] ?? '').replace(/[()$\s]/g, '');
    blank(match.index, match[0].length);
  }
  for (const match of text.matchAll(SILENT)) {
    if (match[0] === '&' && depthAt(text, match.index) > 0) continue;
    label ??= /^\\label\s*\{([^}]*)\}/.exec(match[0])?.[1]?.trim();
    blank(match.index, match[0].length);
  }
  const joint = /^\s*(?:or|oder)\s+(?=\S)/.exec(text);
  if (joint !== null) blank(0, joint[0].length);
  const combined = COMBINED.exec(text);
  if (combined !== null) blank(0, combined[0].length);
  const lead = /^\s*\(([\da-zA-Z]{1,3})\)\s+(?=\S)/.exec(text) ?? /^\s*(\d{1,2}|[a-h])[.)]\s+(?=\S)/.exec(text);
  if (lead !== null) {
    label ??= lead[1];
    blank(0, lead[0].length);
  }
  const tail = /(?:\s{2,}|\t|\\q?quad\s*|\.{2,}\s*|…\s*|-{2,}\s*)(?:\.\.\.)?\((\d{1,2}|[a-z*]{1,3})\)[\s.]*$/.exec(text.slice(-40));
  if (tail !== null) {
    label ??= tail[1];
    blank(text.length - tail[0].length, tail[0].length);
  }
  for (const match of text.matchAll(REMARK)) {
    if (isRemark(match[1] ?? '', text.slice(0, match.index), text.slice(match.index + match[0].length)))
      blank(match.index, match[0].length);
  }
  const column = COLUMN.exec(text);
  if (column !== null) blank(column.index, column[0].length);
  const finds: Find[] = [];
  let from = 0;
  for (const cut of cutsIn(text)) {
    add(from, cut.index);
    from = cut.index + cut[0].length;
  }
  add(from, text.length);
  return finds;

  function add(start: number, end: number): void {
    let range = trimRange(masked, { start: row.start + start, end: row.start + end });
    for (let moved = true; moved; ) {
      const inside = edits.find(edit => edit.start <= range.start && edit.end > range.start);
      const outside = edits.find(edit => edit.end >= range.end && edit.start < range.end);
      const tidy = /(?<!\d\.\.)[.,;:]$|\d\.{4}$/.test(masked.slice(range.start, range.end)) ? range.end - 1 : range.end;
      const next = trimRange(masked, { start: inside?.end ?? range.start, end: Math.min(outside?.start ?? range.end, tidy) });
      moved = next.start !== range.start || next.end !== range.end;
      range = next;
      if (range.start >= range.end) return;
    }
    const within = edits.filter(edit => edit.start >= range.start && edit.end <= range.end);
    if (!/[\p{L}\p{N}]/u.test(masked.slice(range.start, range.end))) return;
    finds.push({ range, setting: 'display', readings: [within], doubt: null, otherwise: null, ...(label === undefined ? {} : { label }) });
  }
}

interface Cut {
  readonly index: number;
  readonly 0: string;
}

const EXCLUDES = String.raw`\p{L}\s*(?:≠|!=|=\/=|∉|\\neq?(?![a-zA-Z])|\\not(?:in(?![a-zA-Z])|\s*=|\s*\\in(?![a-zA-Z])))`;
/** `, x ≠ 2, −3`, ` for x ≠ 2 and x ≠ −3`, ` (x ≠ ±1)` at the end of a row: what a letter may not be. */
const EXCLUDED = new RegExp(
  String.raw`(?:(?:,|;|\\q?quad(?![a-zA-Z])|\\[,;: ])(?:\s|\\q?quad(?![a-zA-Z])|\\[,;: ])*(?:(?:for|where|with|if|when|provided)\s+)?|\s+(?:for|where|with|if|when|provided)\s+|(\s+\[?\((?:\s*(?:for|where|with|if|when)\s+)?))(${EXCLUDES}(?:[^=<>≤≥≈()[\]]|(?<=≠\s*)\([^()]*\)|\\[{}])*)((?:\)\]?)?)[\s.]*$`,
  'u',
);
/** A letter or a function that the row defines or solves for: what it may not be stands in the same statement. */
const SOLVED_FOR = /^\s*(?:\p{L}(?:_\w|[₀-₉])?(?:\(\p{L}\))?|\\[a-z]+)\s*(?:[=<>≤≥≠]|\\[lgn]e)/u;

/** The end of a row that only says what a letter may not be is a claim of its own. */
function excludedIn(text: string): readonly Cut[] {
  if (!/≠|!=|=\/=|∉|\\n(?:e|ot)/.test(text)) return [];
  const found = EXCLUDED.exec(text);
  if (!found || !/[\p{L}\p{N})}]/u.test(text.slice(0, found.index)) || SOLVED_FOR.test(text) || depthAt(text, found.index) > 0) return [];
  const [whole, open, tail = '', close = ''] = found;
  if ((open !== undefined) !== (close !== '')) return [];
  const start = whole.indexOf(tail);
  const cut = { index: found.index, 0: whole.slice(0, start) };
  return close === '' ? [cut] : [cut, { index: found.index + start + tail.length, 0: close }];
}

/** The line without a word before what a letter may not be at its end: `= x + 1 for x ≠ 2` is mathematics. */
export function withoutExclusion(line: string): string {
  const [cut] = excludedIn(line);
  return cut ? `${line.slice(0, cut.index)}, ${line.slice(cut.index + cut[0].length).replace(/\band\b/g, ',')}` : line;
}

/** The places where one claim of a row ends and the next begins. */
function cutsIn(text: string): readonly Cut[] {
  const excluded = excludedIn(text);
  const arrows: Cut[] = [...text.matchAll(SPLIT)].filter(
    match => depthAt(text, match.index) === 0 && !/\blim\s*_?\s*\(?\s*\p{L}\s*$/u.test(text.slice(0, match.index)),
  );
  return arrows
    .filter(arrow => excluded.every(cut => arrow.index < cut.index))
    .flatMap((arrow, index) => [...(index === 0 ? [] : joints(text, arrows[index - 1], arrow)), arrow])
    .concat(excluded)
    .sort((a, b) => a.index - b.index);
}

/** `x = 1 → u = 2, x = 2 → u = 5`: between two arrows stand the end of one pair and the beginning of the next. */
function joints(text: string, from: Cut | undefined, to: Cut): Cut[] {
  const start = from === undefined ? 0 : from.index + from[0].length;
  const between = text.slice(start, to.index);
  const found = [...between.matchAll(/(?<==[^=]*)(?:,|\band\b)(?=[^=,]*=[^=]*$)/g)].filter(
    match => depthAt(text, start + match.index) === 0,
  );
  const [joint] = found;
  return found.length === 1 && joint ? [{ index: start + joint.index, 0: joint[0] }] : [];
}

/** A text inside mathematics that comments on it; `or`, units behind a number, and truth values are part of the mathematics. */
function isRemark(words: string, before: string, behind: string): boolean {
  const plain = words.replace(/~/g, ' ').trim().toLowerCase();
  if (knownUnit(plain) !== null && (/[\d})]\s*(?:\\[,;: ])?\s*$/.test(before) || /^\s*\^/.test(behind))) return false;
  if (/^(?:or|and|if|mod|oder|und|wahr|falsch|true|false|%)?[,.]?$/.test(plain) || /solution|real|lösung/.test(plain)) return false;
  return !(/[\d}%]\s*(?:\\[,;: ])?\s*$/.test(before) && /^[\p{L}/²³^0-9 ]{1,14}$/u.test(plain));
}

function depthAt(text: string, index: number): number {
  let depth = 0;
  for (let at = 0; at < index; at++) {
    const char = text.charAt(at);
    if (char === '\\' && /[{}]/.test(text.charAt(at + 1))) {
      depth += text.charAt(at + 1) === '{' ? 1 : -1;
      at++;
    } else if (char === '\\') {
      if (text.startsWith('begin{', at + 1)) depth++;
      else if (text.startsWith('end{', at + 1)) depth--;
      at++;
    } else if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return depth;
}
