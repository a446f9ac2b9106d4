import type { ReadProblem } from '../expr.ts';
import type { Token } from './lexer.ts';
import { GAP, type TokenType } from './macros.ts';
import { is } from './reader.ts';

/** A bracket that looks the wrong way is the other kind where it opens an interval: `]a, b[`. */
function looksBackwards(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.type === 'rel' ||
    before.type === 'in' ||
    before.type === 'cup' ||
    before.type === 'logic' ||
    before.type === 'group'
  );
}

/** True when an opening bracket and a closing one can belong together. Round and square ones mix in intervals. */
function fits(open: string, close: string): boolean {
  if (open === close) return true;
  return '([]'.includes(open) && '([]'.includes(close);
}

const BRACKETS: ReadonlySet<TokenType> = new Set<TokenType>(['open', 'close', 'group', 'ungroup', 'begin', 'finish']);

const isBracket = (token: Token): boolean => BRACKETS.has(token.type);

/**
 * Gives every bracket, brace and environment its partner in `match`. `]` that opens and `[` that closes (`]a, b[`) become `open` and `close`.
 * An opening brace at the head without a partner (`\left\{ x = 1`, the head of a system) is dropped as noise by its type `amp`.
 * Returns a problem for each bracket that has no partner.
 */
export function matchBrackets(tokens: readonly Token[], latex: boolean): ReadProblem[] {
  const problems: ReadProblem[] = [];
  if (!tokens.some(isBracket)) return problems;
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.type === 'close' && token.text === '[' && looksBackwards(tokens, at)) {
      token.type = 'open';
      token.text = ']';
    } else if (token.type === 'open' && token.text === '[' && tokens[open.at(-1) ?? -1]?.text === ']' && !looksBackwards(tokens, at)) {
      token.type = 'close';
      token.text = ']';
    }
    if (token.type === 'open' || token.type === 'group' || token.type === 'begin') open.push(at);
    else if (token.type === 'close' || token.type === 'ungroup' || token.type === 'finish') {
      const partner = tokens[open.at(-1) ?? -1];
      if (partner !== undefined && belongs(partner, token)) {
        token.match = open.pop() ?? -1;
        partner.match = at;
      } else if (token.text === '|' && is(tokens[at + 1], 'op') && '_^'.includes(tokens[at + 1]?.text ?? ' ')) token.type = 'bar';
      else problems.push({ message: 'This bracket closes nothing.', span: { start: token.start, end: token.end } });
    }
  }
  for (const at of open) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.type === 'open' && token.text === '{' && open.length === 1 && tokens.slice(0, at).every(isLead)) token.type = 'amp';
    else problems.push({ message: 'This bracket is never closed.', span: { start: token.start, end: token.end } });
  }
  nameSets(tokens, latex);
  return problems;
}

const isLead = (token: Token): boolean => token.type === 'arrow' || token.type === 'amp' || token.type === 'stop';

/** Plain braces that stand as a whole side of a line hold a set: `L = {1, 2}`. Elsewhere they only group. */
function nameSets(tokens: readonly Token[], latex: boolean): void {
  tokens.forEach((token, at) => {
    const close = token.type === 'group' ? tokens[token.match] : undefined;
    if (close === undefined || !isEdge(tokens[at - 1]) || !isEdge(tokens[token.match + 1])) return;
    if (latex && !tokens.slice(at, token.match).some(inner => inner.type === 'comma')) return;
    if (tokens.slice(at, token.match).some(inner => inner.type === 'rel')) return;
    token.type = 'open';
    close.type = 'close';
    close.text = '{';
  });
}

const EDGES: ReadonlySet<string> = new Set(['rel', 'in', 'cup', 'logic', 'arrow', 'stop']);

const isEdge = (token: Token | undefined): boolean => token === undefined || EDGES.has(token.type);

function belongs(open: Token, close: Token): boolean {
  if (open.type === 'group') return close.type === 'ungroup';
  if (open.type === 'begin') return close.type === 'finish' && close.text === open.text;
  return close.type === 'close' && fits(open.text, close.text);
}

const ENDS_TERM: ReadonlySet<TokenType> = new Set<TokenType>([
  'number',
  'letter',
  'word',
  'close',
  'ungroup',
  'finish',
  'sup',
  'prime',
  'bar',
  'truth',
]);
const STARTS_TERM: ReadonlySet<TokenType> = new Set<TokenType>([
  'number',
  'letter',
  'word',
  'text',
  'func',
  'macro',
  'open',
  'group',
  'begin',
  'unit',
  'bar',
  'truth',
]);

/** Leaves wide spaces only where they part two statements, and alignment marks only where they part the entries of a matrix. */
export function dropMarks(tokens: Token[]): Token[] {
  if (!tokens.some(token => token.type === 'amp' || token.text === GAP)) return tokens;
  const isMatrix: boolean[] = [];
  return tokens.filter((token, at) => {
    if (token.type === 'begin') isMatrix.push(/matrix$/.test(token.text) || (token.text === 'array' && !hasRelation(tokens, at)));
    else if (token.type === 'finish') isMatrix.pop();
    else if (token.type === 'amp') return isMatrix.at(-1) === true;
    return token.text !== GAP || partsStatements(tokens[at - 1], tokens[at + 1]);
  });
}

function hasRelation(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex((token, at) => at > from && token.type === 'finish');
  return tokens.slice(from, end).some(token => token.type === 'rel');
}

/** True for a wide space between the end of a term and the start of one. */
function partsStatements(before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined || !STARTS_TERM.has(after.type)) return false;
  return ENDS_TERM.has(before.type) || '%°!'.includes(before.text);
}
