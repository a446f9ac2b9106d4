import {
  asciiSigns,
  commands,
  dropped,
  greekLetters,
  type Meaning,
  signs,
  silent,
  subscripts,
  superscriptPlain,
  superscripts,
  type TokenType,
  textual,
  vulgarFractions,
} from './macros.ts';
import { readText, readWord } from './words.ts';

/**
 * One sign, name or number with its place in the source. `spaced` is true when white space stands before it.
 * `match` is the index of the bracket it belongs to, -1 when there is none.
 */
export interface Token {
  type: TokenType;
  text: string;
  start: number;
  end: number;
  spaced: boolean;
  match: number;
}

/** The tokens of a line, and what the lexer needs to know while it makes them. */
export interface Lexer {
  readonly source: string;
  readonly end: number;
  readonly prose: boolean;
  readonly tokens: Token[];
  at: number;
  spaced: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0xfeff;

export function push(lexer: Lexer, type: TokenType, text: string, start: number, end: number): void {
  lexer.tokens.push({ type, text, start, end, spaced: lexer.spaced, match: -1 });
  lexer.spaced = false;
  lexer.at = end;
}

/** Splits source[start, end) into tokens, in one pass. What has no meaning becomes a `bad` token. */
export function tokenize(source: string, start: number, end: number, prose: boolean): Token[] {
  const lexer: Lexer = { source, end, prose, tokens: [], at: start, spaced: false };
  while (lexer.at < end) {
    const code = source.charCodeAt(lexer.at);
    if (isSpace(code)) {
      lexer.spaced = true;
      lexer.at++;
    } else if (isDigit(code) || (code === 46 && isDigit(source.charCodeAt(lexer.at + 1)) && lexer.at + 1 < end)) readNumber(lexer);
    else if (isLetter(code)) readLetters(lexer);
    else if (code === 92) readCommand(lexer);
    else readSign(lexer, code);
  }
  return lexer.tokens;
}

function digitsFrom(lexer: Lexer, at: number): number {
  let to = at;
  while (to < lexer.end && isDigit(lexer.source.charCodeAt(to))) to++;
  return to;
}

/** The length of a thousands separator at `at`: `,`, `{,}`, `\,` or a narrow space; 0 when there is none. */
function separatorAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code === 44 || code === 0x202f || code === 0x2009 || code === 0xa0) return 1;
  if (source.startsWith('{,}', at)) return 3;
  return source.startsWith('\\,', at) ? 2 : 0;
}

/** The text of a number token holds only digits and the decimal point: `1,200.50` reads as `1200.50`. */
function readNumber(lexer: Lexer): void {
  const { source } = lexer;
  const start = lexer.at;
  let to = digitsFrom(lexer, start);
  let text = source.slice(start, to);
  if (to - start <= 3 && to > start && source[start] !== '0') {
    for (let gap = separatorAt(source, to); gap > 0; gap = separatorAt(source, to)) {
      const groupEnd = digitsFrom(lexer, to + gap);
      if (groupEnd - to - gap !== 3) break;
      text += source.slice(to + gap, groupEnd);
      to = groupEnd;
    }
  }
  if (to < lexer.end && source.charCodeAt(to) === 46 && isDigit(source.charCodeAt(to + 1)) && to + 1 < lexer.end) {
    const fractionEnd = digitsFrom(lexer, to + 1);
    text += source.slice(to, fractionEnd);
    to = fractionEnd;
  } else if (source.startsWith('.\\overline{', to)) {
    text += '.';
    to++;
  }
  push(lexer, 'number', text, start, to);
}

function readLetters(lexer: Lexer): void {
  const start = lexer.at;
  let to = start + 1;
  while (to < lexer.end && isLetter(lexer.source.charCodeAt(to))) to++;
  readWord(lexer, start, to);
}

const SUBSCRIPT = new RegExp(`[${subscripts}]+`, 'y');
const SUPERSCRIPT = new RegExp(`[${superscripts}]+`, 'y');
const FOREIGN_WORD = /[\p{L}][\p{L}\p{M}]*/uy;

function matchAt(pattern: RegExp, lexer: Lexer): string | null {
  pattern.lastIndex = lexer.at;
  const found = pattern.exec(lexer.source)?.[0];
  return found === undefined ? null : found.slice(0, lexer.end - lexer.at);
}

function readSign(lexer: Lexer, code: number): void {
  const { source, at } = lexer;
  if (code < 128) {
    if (code === 33 && source[at + 1] === '=' && at + 1 < lexer.end) {
      readBang(lexer);
      return;
    }
    if (code === 43 && source[at + 1] === '-' && at + 1 < lexer.end && readPlusMinus(lexer)) return;
    if (code === 36) {
      readDollar(lexer);
      return;
    }
    for (const [sign, meaning] of asciiSigns) {
      if (source.charCodeAt(at) === sign.charCodeAt(0) && source.startsWith(sign, at) && at + sign.length <= lexer.end) {
        push(lexer, meaning[0], meaning[1], at, at + sign.length);
        return;
      }
    }
    if (code === 126) {
      lexer.spaced = true;
      lexer.at++;
      return;
    }
  }
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const meaning = signs.get(sign);
  const after = Math.min(at + sign.length, lexer.end);
  if (meaning !== undefined) {
    push(lexer, meaning[0], meaning[1], at, after);
    return;
  }
  if (code >= 128 && readForeign(lexer, sign)) return;
  push(lexer, 'bad', sign, at, after);
}

/** Superscripts, subscripts, vulgar fractions, Greek and mathematical letters, words of other scripts. */
function readForeign(lexer: Lexer, sign: string): boolean {
  const { at } = lexer;
  const greek = greekLetters.get(sign);
  if (greek !== undefined) push(lexer, 'letter', greek, at, at + sign.length);
  else if (vulgarFractions.has(sign)) push(lexer, 'macro', sign, at, at + 1);
  else if (superscripts.includes(sign)) {
    const found = matchAt(SUPERSCRIPT, lexer) ?? sign;
    push(lexer, 'sup', [...found].map(c => superscriptPlain[superscripts.indexOf(c)] ?? '').join(''), at, at + found.length);
  } else if (subscripts.includes(sign)) {
    const found = matchAt(SUBSCRIPT, lexer) ?? sign;
    const plain = [...found].map(c => String(subscripts.indexOf(c))).join('');
    const last = lexer.tokens.at(-1);
    if (last?.type !== 'letter' || last.end !== at) return false;
    last.text += plain.length > 1 ? `_{${plain}}` : `_${plain}`;
    last.end = at + found.length;
    lexer.at = last.end;
  } else {
    const plain = sign.normalize('NFKC');
    if (plain !== sign && plain.length === 1 && isLetter(plain.charCodeAt(0)))
      push(lexer, 'letter', plain, at, Math.min(at + sign.length, lexer.end));
    else {
      const word = matchAt(FOREIGN_WORD, lexer);
      if (word === null) return false;
      push(lexer, 'word', word, at, at + word.length);
    }
  }
  return true;
}

/** `5!=120` and `7 !=5040` are factorials; `x!=3` and `5 != 3` say 'not equal'. After a bracket only the spaces can tell. */
function readBang(lexer: Lexer): void {
  const { source, at, spaced } = lexer;
  const last = lexer.tokens.at(-1);
  const loose = isSpace(source.charCodeAt(at + 2));
  const factorial = (last?.type === 'number' || last?.type === 'close') && !(spaced && loose);
  if (factorial) push(lexer, 'op', '!', at, at + 1);
  else push(lexer, 'rel', '≠', at, at + 2);
}

/** `+-` is `±` where a term begins (`x = +-3`) or when it stands free (`2 +- 3`); `4x+-7` adds a negative number. */
function readPlusMinus(lexer: Lexer): boolean {
  const { source, at, spaced } = lexer;
  const last = lexer.tokens.at(-1);
  const begins = last === undefined || last.type === 'rel' || last.type === 'open' || last.type === 'group';
  if (!begins && !(spaced && isSpace(source.charCodeAt(at + 2)))) return false;
  push(lexer, 'op', '±', at, at + 2);
  return true;
}

/** A dollar sign before a number is money; at an end of the text it is a delimiter without meaning. */
function readDollar(lexer: Lexer): void {
  const { source, at } = lexer;
  let next = at + 1;
  while (next < lexer.end && isSpace(source.charCodeAt(next))) next++;
  const code = source.charCodeAt(next);
  if (next < lexer.end && (isDigit(code) || code === 46)) push(lexer, 'unit', '$', at, at + 1);
  else if (lexer.tokens.length === 0 || next === lexer.end) {
    lexer.spaced = true;
    lexer.at++;
  } else push(lexer, 'bad', '$', at, at + 1);
}

/** The end of a command name that starts after the backslash at `at`. */
function commandEnd(lexer: Lexer, at: number): number {
  let to = at + 1;
  if (isLetter(lexer.source.charCodeAt(to))) while (to < lexer.end && isLetter(lexer.source.charCodeAt(to))) to++;
  else to++;
  return Math.min(to, lexer.end);
}

/** Text arguments are short; the bound keeps the lexer linear when a brace is never closed. */
const LONGEST_ARGUMENT = 1000;

/** The contents of the brace group that follows `at`, or null. `end` is the offset after its closing brace. */
export function braced(lexer: Lexer, at: number): { readonly text: string; readonly start: number; readonly end: number } | null {
  const { source } = lexer;
  let open = at;
  while (open < lexer.end && isSpace(source.charCodeAt(open))) open++;
  if (source[open] !== '{' || open >= lexer.end) return null;
  let depth = 0;
  const limit = Math.min(lexer.end, open + LONGEST_ARGUMENT);
  for (let to = open; to < limit; to++) {
    const code = source.charCodeAt(to);
    if (code === 92) to++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return { text: source.slice(open + 1, to), start: open + 1, end: to + 1 };
  }
  return null;
}

const DELIMITER = /^[([\])|./]$/;

/** True when a command name touches a double backslash, as in text that was escaped once too often: `\\\\frac{1}{2}`. */
function isEscapedTwice(lexer: Lexer, at: number): boolean {
  const name = lexer.source.slice(at, commandEnd(lexer, at - 1));
  return name.length > 1 && (commands.has(name) || textual.has(name) || name === 'left' || name === 'right' || name === 'begin');
}

function readCommand(lexer: Lexer): void {
  const { source } = lexer;
  const start = lexer.at;
  const end = commandEnd(lexer, start);
  const name = source.slice(start + 1, end);
  if (name === '\\' && isEscapedTwice(lexer, end)) {
    lexer.at = start + 1;
    readCommand(lexer);
    return;
  }
  const meaning = commands.get(name);
  if (meaning !== undefined) {
    pushCommand(lexer, meaning, start, end);
    return;
  }
  if (name === 'left' || name === 'right') {
    readDelimiter(lexer, name, end);
    return;
  }
  if (silent.has(name)) {
    lexer.spaced = true;
    lexer.at = end;
    return;
  }
  if (textual.has(name)) {
    const content = braced(lexer, end);
    if (content === null) {
      lexer.spaced = true;
      lexer.at = end;
    } else readText(lexer, content.text, start, content.end, name);
    return;
  }
  if (name === '' || name === '#') {
    push(lexer, 'stop', '.', start, end);
    return;
  }
  if (name === 'stackrel' || name === 'overset') {
    const above = braced(lexer, end);
    const content = above === null ? null : braced(lexer, above.end);
    const sign = commands.get(content?.text.trim().slice(1) ?? '');
    if (content !== null && sign !== undefined) {
      pushCommand(lexer, sign, start, content.end);
      return;
    }
  }
  if (dropped.has(name)) {
    lexer.at = braced(lexer, end)?.end ?? end;
    return;
  }
  if (name === 'mathbb' || name === 'mathcal' || name === 'mathscr' || name === 'mathfrak') {
    readBlackboard(lexer, name, start, end);
    return;
  }
  if (name === 'begin' || name === 'end') {
    const content = braced(lexer, end);
    const environment = content?.text.trim().replace(/\*$/, '') ?? '';
    let after = content?.end ?? end;
    if (name === 'begin' && environment === 'array') after = braced(lexer, after)?.end ?? after;
    push(lexer, name === 'begin' ? 'begin' : 'finish', environment, start, after);
    return;
  }
  if (name === 'not') {
    const rest = source.slice(end, Math.min(end + 3, lexer.end)).trimStart();
    const offset = source.indexOf(rest, end);
    if (rest.startsWith('=')) {
      push(lexer, 'rel', '≠', start, offset + 1);
      return;
    }
    if (rest.startsWith('\\in')) {
      push(lexer, 'in', 'not', start, offset + 3);
      return;
    }
  }
  push(lexer, 'bad', `\\${name}`, start, end);
}

function pushCommand(lexer: Lexer, meaning: Meaning, start: number, end: number): void {
  push(lexer, meaning[0], meaning[1], start, end);
}

/** `\left|` opens and `\right|` closes; `\left.` and `\right.` are nothing. */
function readDelimiter(lexer: Lexer, side: 'left' | 'right', end: number): void {
  const { source } = lexer;
  let at = end;
  while (at < lexer.end && isSpace(source.charCodeAt(at))) at++;
  const sign = at < lexer.end ? (source[at] ?? '') : '';
  lexer.spaced = true;
  lexer.at = at;
  if (sign === '.') lexer.at = at + 1;
  else if (sign === '|') push(lexer, side === 'left' ? 'open' : 'close', '|', at, at + 1);
  else if (DELIMITER.test(sign)) push(lexer, side === 'left' ? 'open' : 'close', sign === ')' || sign === '(' ? '(' : '[', at, at + 1);
  else if (source.startsWith('\\|', at) || source.startsWith('\\vert', at)) {
    const to = commandEnd(lexer, at);
    push(lexer, side === 'left' ? 'open' : 'close', '|', at, to);
  }
}

const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ['R', 'reals'],
  ['Z', 'integers'],
  ['N', 'naturals'],
]);

function readBlackboard(lexer: Lexer, name: string, start: number, end: number): void {
  const content = braced(lexer, end);
  const letter = content?.text.trim() ?? '';
  const after = content?.end ?? end;
  const set = name === 'mathbb' ? NUMBER_SETS.get(letter) : undefined;
  if (set !== undefined) push(lexer, 'set', set, start, after);
  else if (letter.length === 1 && isLetter(letter.charCodeAt(0))) push(lexer, 'letter', letter, start, after);
  else push(lexer, 'bad', `\\${name}`, start, after);
}
