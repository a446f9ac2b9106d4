import type { TokenType } from './macros.ts';

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

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0xfeff;

export function push(lexer: Lexer, type: TokenType, text: string, start: number, end: number): void {
  lexer.tokens.push({ type, text, start, end, spaced: lexer.spaced, match: -1 });
  lexer.spaced = false;
  lexer.at = end;
}

export function matchAt(pattern: RegExp, lexer: Lexer): string | null {
  pattern.lastIndex = lexer.at;
  const found = pattern.exec(lexer.source)?.[0];
  return found === undefined ? null : found.slice(0, lexer.end - lexer.at);
}

/** The end of a command name that starts after the backslash at `at`. */
export function commandEnd(lexer: Lexer, at: number): number {
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
