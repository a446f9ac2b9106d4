import type { Edit } from '../mask.ts';
import type { Range } from '../solution.ts';

/**
 * - `number`: `12`, `1,200`, `$5`, `.5`, `½`; `odd`: digits that are no plain number (a date, a time, `1.2.3`, `3rd`, `1,2,3`).
 * - `op`: a written operator; `rel`: `=` and the like; `word`: a run of letters; `maths`: marked mathematics, opaque here.
 * - `mark`: punctuation that ends a clause; `arrow`: `⇒`, `->`.
 */
export type Kind = 'number' | 'odd' | 'op' | 'rel' | 'open' | 'close' | 'percent' | 'post' | 'root' | 'word' | 'maths' | 'mark' | 'arrow';

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** No blank stands before it. */
  readonly glued: boolean;
  /** A line break stands before it. */
  readonly newline: boolean;
}

const MONTH_DAY = /(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/y;
const CLOCK = /\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b/iy;
const VERSION = /\d+(?:\.\d+){2,}|\d{3}-\d{3}-\d{4}(?!\d)/y;
const MONEY = /(?:US|A|C)?\\?[$£€¥₹]\s*(?=\.?\d)/y;
const GROUPED = /\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?(?!\d)/y;
const COMMAS = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]*\d)|\d+(?:,\d+)+(?:\.\d+)?|0\d+(?:\.\d+)?/y;
const PLAIN = /\d+[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\d+(?:\.\d+)?|\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/y;
const ORDINAL = /(?:st|nd|rd|th)\b|'?s\b(?!\s*[=+*/^-])/y;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’‑-]\p{L}[\p{L}\p{M}]*)*(?:_\{?\w{1,4}\}?|[₀-₉]+)?(?:['’′]{1,3}(?=\s*[(=])|['’])?/uy;
/** A letter that only words begin with. */
const SMALL = /[a-z]/;
const HYPHENATED = /[-‑](?=\p{L}{2})\p{Ll}[\p{L}\p{M}]*(?:-\p{L}+)*/uy;

/** The dot of a shortened unit in mid-sentence: `3 lbs. * 4`. */
const ABBREVIATED = /\.(?=\s*(?:\p{Ll}|[-*+/=×÷)]))/uy;
const UNIT = /^(?:lbs?|ozs?|ft|yds?|hrs?|mins?|secs?|gals?|pts?|qts?|tbsp|tsp|sq)$/i;

/** Other tokens, tried in order. */
const TABLE: readonly (readonly [RegExp, Kind])[] = [
  [/<?[=-]+>|⇒|⟹|⇔|⟺|→|⟶|∴|➔|➜/y, 'arrow'],
  [/:=|<=|>=|!=|==?|[≈≠≤≥≅<>]|~=?/y, 'rel'],
  [/\*\*|[+\-*/^×÷·⋅∙∗−–:±∓]|\\(?:times|cdot|div)(?![a-zA-Z])/y, 'op'],
  [/[([{]/y, 'open'],
  [/[)\]}]/y, 'close'],
  [/%/y, 'percent'],
  [/[²³°!′]|[⁻⁺]?[⁰¹⁴⁵⁶⁷⁸⁹]+/y, 'post'],
  [/√/y, 'root'],
];

/** Tokens of a stretch of prose; what `hidden` covers becomes one opaque token each. Linear time. */
export function tokensOf(text: string, range: Range, hidden: readonly Edit[]): Token[] {
  const tokens: Token[] = [];
  let at = range.start;
  let glued = false;
  let newline = true;
  let hide = 0;
  const push = (kind: Kind, end: number) => {
    tokens.push({ kind, text: text.slice(at, end), start: at, end, glued, newline });
    at = end;
    glued = true;
    newline = false;
  };
  const matched = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) && pattern.lastIndex <= range.end ? pattern.lastIndex - at : 0;
  };
  while (at < range.end) {
    while ((hidden[hide]?.end ?? Number.POSITIVE_INFINITY) <= at) hide++;
    const cover = hidden[hide];
    const code = text.charCodeAt(at);
    if (cover !== undefined && cover.start <= at) push('maths', Math.min(range.end, cover.end));
    else if (code <= 32 || code === 160 || code === 0x202f || code === 0x2009) {
      if (code === 10 || code === 13) newline = true;
      glued = false;
      at++;
    } else readToken();
  }
  return tokens;

  function readToken(): void {
    const before = tokens.at(-1);
    const hyphenated = glued && before?.kind === 'number' ? matched(HYPHENATED) : 0;
    if (hyphenated > 0) {
      push('word', at + hyphenated);
      return;
    }
    const char = text.charAt(at);
    const small = SMALL.test(char);
    const money = small ? 0 : matched(MONEY);
    if (money > 0 || /[\d.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/.test(char)) {
      const found = readNumber(money);
      if (found) return;
    }
    const word = matched(WORD);
    if (word > 0) {
      push('word', at + word);
      const unit = tokens.at(-1);
      if (unit && matched(ABBREVIATED) > 0 && UNIT.test(unit.text)) tokens[tokens.length - 1] = { ...unit, end: ++at };
      return;
    }
    for (const [pattern, kind] of TABLE) {
      const length = matched(pattern);
      if (length === 0) continue;
      push(kind, at + length);
      return;
    }
    push('mark', at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
  }

  function readNumber(money: number): boolean {
    const odd = Math.max(matched(MONTH_DAY), matched(VERSION), matched(CLOCK));
    if (odd > 0) {
      push('odd', at + odd);
      return true;
    }
    const start = at;
    at += money;
    const grouped = matched(GROUPED);
    const commas = grouped > 0 ? 0 : matched(COMMAS);
    const length = grouped || commas || matched(PLAIN);
    const end = at + length;
    at = end;
    const ordinal = length > 0 && /\d/.test(text.charAt(end - 1)) ? matched(ORDINAL) : 0;
    at = start;
    if (length === 0) return false;
    push(commas > 0 || ordinal > 0 ? 'odd' : 'number', end + ordinal);
    return true;
  }
}
