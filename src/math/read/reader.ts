import type { ReadProblem, Span } from '../expr.ts';
import type { Token } from './lexer.ts';
import type { TokenType } from './macros.ts';

/** Brackets, signs and functions nested deeper than this are not read: the tree walks that follow are recursive. */
const MAX_DEPTH = 650;

/** Where the parser stands. Tokens from `stop` on are out of sight. `bars` counts the open plain `|`. */
export interface Reader {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly prose: boolean;
  readonly functions: ReadonlySet<string>;
  /** The kinds of tokens in the line, so that what a kind would call for is looked for only where it stands. `amp` may be missing. */
  readonly kinds: ReadonlySet<TokenType>;
  at: number;
  stop: number;
  depth: number;
  bars: number;
}

/** Thrown inside the reader and caught at the edge of each statement: this line cannot be read, and why. */
export class Unreadable {
  readonly problem: ReadProblem;
  constructor(message: string, span: Span) {
    this.problem = { message, span };
  }
}

/** The token at the reader's place, or undefined at the end. */
export function peek(r: Reader): Token | undefined {
  return r.at < r.stop ? r.tokens[r.at] : undefined;
}

export function peekAt(r: Reader, offset: number): Token | undefined {
  return r.at + offset < r.stop ? r.tokens[r.at + offset] : undefined;
}

declare const matched: unique symbol;

/** A token that was found to be what was asked for. The mark keeps the other branch of the question from ruling out every token. */
type Matched = Token & { readonly [matched]: true };

export function is(token: Token | undefined, type: TokenType, text?: string): token is Matched {
  return token !== undefined && token.type === type && (text === undefined || token.text === text);
}

/** Takes the next token when it is of this kind. */
export function accept(r: Reader, type: TokenType, text?: string): Token | null {
  const token = peek(r);
  if (!is(token, type, text)) return null;
  r.at++;
  return token;
}

/** Where something is missing: the next token, or the place after the last one. */
export function here(r: Reader): Span {
  const token = peek(r);
  if (token !== undefined) return { start: token.start, end: token.end };
  const end = r.tokens[r.stop - 1]?.end ?? 0;
  return { start: end, end };
}

export function fail(message: string, span: Span): never {
  throw new Unreadable(message, span);
}

/** The offset where the last taken token ends. */
export function lastEnd(r: Reader): number {
  return r.tokens[r.at - 1]?.end ?? 0;
}

export function startOf(r: Reader): number {
  return peek(r)?.start ?? lastEnd(r);
}

export function spanFrom(r: Reader, start: number): Span {
  return { start, end: Math.max(start, lastEnd(r)) };
}

/** Runs `read` one level deeper; lines nested beyond reason are unreadable. */
export function deeper<T>(r: Reader, read: (r: Reader) => T): T {
  if (++r.depth > MAX_DEPTH) fail('This is nested too deeply to be read.', here(r));
  const result = read(r);
  r.depth--;
  return result;
}

/** Kind words for a token that has no place where it stands. */
export function surprise(token: Token): string {
  switch (token.type) {
    case 'bad':
      return `I do not know the sign ${token.text}.`;
    case 'dots':
      return 'Dots leave out terms, so this cannot be checked.';
    case 'close':
    case 'ungroup':
      return 'This bracket closes nothing.';
    case 'rel':
    case 'in':
      return 'A comparison inside an expression cannot be read.';
    case 'text':
    case 'word':
      return `I cannot tell what '${token.text}' means in this formula.`;
    case 'number':
      return 'Two numbers stand side by side; is a sign missing between them?';
    case 'comma':
      return 'I cannot tell what this comma separates.';
    default:
      return `I did not expect '${token.text}' here.`;
  }
}
