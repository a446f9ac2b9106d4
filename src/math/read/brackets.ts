import type { ReadProblem } from '../expr.ts';
import type { Token } from './tokens.ts';

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

/**
 * Gives every bracket, brace and environment its partner in `match`. `]` that opens and `[` that closes (`]a, b[`) become `open` and `close`.
 * An opening brace at the very start without a partner (`\left\{ x = 1`, the head of a system) is dropped as noise by its type `amp`.
 * Returns a problem for each bracket that has no partner.
 */
export function matchBrackets(tokens: readonly Token[]): ReadProblem[] {
  const problems: ReadProblem[] = [];
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
      } else problems.push({ message: 'This bracket closes nothing.', span: { start: token.start, end: token.end } });
    }
  }
  for (const at of open) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (at === 0 && token.type === 'open' && token.text === '{' && open.length === 1) token.type = 'amp';
    else problems.push({ message: 'This bracket is never closed.', span: { start: token.start, end: token.end } });
  }
  return problems;
}

function belongs(open: Token, close: Token): boolean {
  if (open.type === 'group') return close.type === 'ungroup';
  if (open.type === 'begin') return close.type === 'finish' && close.text === open.text;
  return close.type === 'close' && fits(open.text, close.text);
}
