import type { Expr, ReadProblem, Relation, Statement } from './expr.ts';
import { dropMarks, matchBrackets } from './read/brackets.ts';
import { joinDecimals } from './read/commas.ts';
import type { Token } from './read/lexer.ts';
import type { TokenType } from './read/macros.ts';
import type { Reader } from './read/reader.ts';
import { attempt, readStatement } from './read/statement.ts';
import { tokenize } from './read/tokens.ts';
import { truthOf } from './read/words.ts';

export interface ReadOptions {
  /** The part of the source to read, in UTF-16 offsets. Default: all of it. */
  readonly start?: number;
  readonly end?: number;
  /** `prose`: inside a sentence, where a word behind a number is a unit and runs of letters are words. Default `display`. */
  readonly setting?: 'display' | 'prose';
  /** Letters that are functions besides f, g and h. */
  readonly functions?: readonly string[];
}

export interface StatementRead {
  /** Null when the text could not be read; `problems` then says where and why. */
  readonly statement: Statement | null;
  readonly problems: readonly ReadProblem[];
  /** The relation the text begins with, when it continues a chain from above: `= 12`. The statement is what follows it. */
  readonly leading?: Relation;
}

export interface ExpressionRead {
  readonly expr: Expr | null;
  readonly problems: readonly ReadProblem[];
}

const FUNCTIONS = ['f', 'g', 'h'];
const USUAL: ReadonlySet<string> = new Set(FUNCTIONS);
const ALONE: ReadonlySet<string> = new Set(FUNCTIONS.filter(name => name !== 'h'));

/** `h` in `(x + h)²`, `/h`, `2xh`: a letter that is calculated with, so that `h(2x + h)` is a product. */
function isStepWidth(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (token.type !== 'letter' || token.text !== 'h' || tokens[at + 1]?.type === 'open') return false;
  const before = tokens[at - 1];
  return (
    before !== undefined && (before.type === 'letter' || before.type === 'number' || (before.type === 'op' && '+-/*'.includes(before.text)))
  );
}

/** The part of the source inside `$…$`, `$$…$$`, `\(…\)` or `\[…\]`, when those wrap all of it. */
function unwrap(source: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && source.charCodeAt(from) <= 32) from++;
  while (to > from && source.charCodeAt(to - 1) <= 32) to--;
  const first = source.charCodeAt(from);
  const delimiters = first === 36 || first === 92 ? DELIMITERS : [];
  for (const [open, close] of delimiters) {
    const inside = from + open.length < to - close.length;
    if (inside && source.startsWith(open, from) && source.startsWith(close, to - close.length) && source[to - close.length - 1] !== '\\') {
      return [from + open.length, to - close.length];
    }
  }
  const last = source.charCodeAt(to - 1);
  if (last !== 46 && last !== 125 && to === source.length) return [from, to];
  const near = source.slice(Math.max(from, to - 12), to);
  const stray = STRAY_STOP.exec(near) ?? (/^\s*\.(?:\s|$)/.test(source.slice(to, to + 3)) ? /\\cdot$/.exec(near) : null);
  return [from, to - (stray?.[0].length ?? 0)];
}

const DELIMITERS = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const;

/** A full stop that an editor of formulas set as a factor, an index or a power: `x = 3 \cdot .`, `x = 3_{.}`, `x = 3^{.}`. */
const STRAY_STOP = /(?:\\cdot\s*\.|[_^]\{\s*\.\s*\}|[_^]\.)$/;

interface Opened {
  readonly reader: Reader;
  readonly tokens: readonly Token[];
  readonly problems: ReadProblem[];
}

function open(source: string, options: ReadOptions): Opened {
  const prose = options.setting === 'prose';
  const [start, end] = unwrap(source, Math.max(0, options.start ?? 0), Math.min(source.length, options.end ?? source.length));
  const tokens = dropMarks(tokenize(source, start, end, prose));
  const latex = source.slice(start, end).includes('\\');
  const problems = matchBrackets(tokens, latex);
  const joined = joinDecimals(tokens);
  if (joined !== tokens) matchBrackets(joined, latex);
  const given = options.functions ?? [];
  const usual = !given.includes('h') && joined.some(isStepWidth) ? ALONE : USUAL;
  const functions = given.length === 0 ? usual : new Set([...usual, ...given]);
  const kinds = new Set<TokenType>();
  for (let at = 0; at < joined.length; at++) kinds.add((joined[at] as Token).type);
  const reader: Reader = { source, tokens: joined, prose, functions, kinds, at: 0, stop: joined.length, depth: 0, bars: 0 };
  return { reader, tokens: joined, problems };
}

/**
 * Reads one line of mathematics: LaTeX, Unicode or plain text. Spans are offsets into `source`. Nothing is simplified.
 * Never throws: what cannot be read gives a null statement and a problem in plain words.
 */
export function parseStatement(source: string, options: ReadOptions = {}): StatementRead {
  const start = options.start ?? 0;
  const truth = truthOf(source.slice(start, Math.min(options.end ?? source.length, start + 60)));
  if (truth !== null && (options.end ?? source.length) - start <= 60) {
    return { statement: { kind: 'truth', value: truth === 'true', span: { start, end: options.end ?? source.length } }, problems: [] };
  }
  const inner = builtSet(source.slice(start, options.end ?? source.length));
  if (inner) return parseStatement(source, { ...options, start: start + inner.start, end: start + inner.end });
  const { reader, tokens, problems } = open(source, options);
  if (problems.length > 0) return { statement: null, problems };
  const head = leadingAt(tokens);
  const { value, problems: found } = attempt(() => readStatement(reader, head.at, tokens.length));
  return head.relation === null ? { statement: value, problems: found } : { statement: value, problems: found, leading: head.relation };
}

const BUILT_SET =
  /^\s*(?:\$\s*)?(?:(?:⇒|\\Rightarrow|∴|\\therefore)\s*)?(?:[A-Z]\s*=\s*)?(?:\\left\s*)?\\?\{\s*[a-z]\s*(?:(?:∈|\\in)\s*(?:ℝ|R|\\mathbb\s*\{?R\}?)\s*)?(?:\||\\mid|:)/;

/** The condition in `{x | x > 3}` and `\{x ∈ ℝ : x > 3\}`. */
function builtSet(text: string): { start: number; end: number } | null {
  const head = BUILT_SET.exec(text);
  const tail = head && /\s*(?:\\right\s*)?\\?\}\s*\.?\s*(?:\$)?\s*$/.exec(text);
  return head && tail && tail.index > head[0].length && /[<>=≤≥≠]|\\[lgn]e/.test(text.slice(head[0].length, tail.index))
    ? { start: head[0].length, end: tail.index }
    : null;
}

/** Skips alignment marks and arrows before a relation that opens the line. */
function leadingAt(tokens: readonly Token[]): { readonly at: number; readonly relation: Relation | null } {
  let at = 0;
  while (tokens[at]?.type === 'amp' || tokens[at]?.type === 'arrow' || tokens[at]?.type === 'break') at++;
  const token = tokens[at];
  return token?.type === 'rel' ? { at: at + 1, relation: token.text as Relation } : { at: 0, relation: null };
}

/** Reads one expression; a line with a relation, `or` or `and` is none. Otherwise as `parseStatement`. */
export function parseExpression(source: string, options: ReadOptions = {}): ExpressionRead {
  const { statement, problems, leading } = parseStatement(source, options);
  if (statement?.kind === 'chain' && statement.relations.length === 0 && leading === undefined)
    return { expr: statement.sides[0] ?? null, problems };
  if (statement === null) return { expr: null, problems };
  return { expr: null, problems: [{ message: 'An expression was expected here, without a comparison.', span: statement.span }] };
}
