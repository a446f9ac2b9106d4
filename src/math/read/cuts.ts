import type { Span } from '../expr.ts';
import type { Token } from './lexer.ts';
import { is, type Reader } from './reader.ts';

export type Cut = readonly [from: number, to: number];

/** The parts between the separators, at the level of this range alone. Brackets are jumped over. */
export function split(r: Reader, from: number, to: number, separates: (token: Token, at: number) => boolean): Cut[] {
  const cuts: Cut[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) at = token.match;
    else if (separates(token, at)) {
      cuts.push([start, at]);
      start = at + 1;
    }
  }
  cuts.push([start, to]);
  return cuts;
}

export function spanOf(r: Reader, cut: Cut): Span {
  const from = cut[0];
  const to = cut[1];
  const first = r.tokens[from];
  const last = r.tokens[to - 1];
  const end = last?.end ?? r.tokens[from - 1]?.end ?? 0;
  return { start: first?.start ?? end, end: Math.max(end, first?.start ?? end) };
}

/** Signs that may stand at the ends of a line and mean nothing there. */
function isNoise(token: Token | undefined, atStart: boolean): boolean {
  if (token === undefined) return false;
  if (token.type === 'amp' || token.type === 'break' || token.type === 'comma' || token.type === 'stop') return true;
  return atStart ? token.type === 'arrow' : is(token, 'op', ':');
}

export function trim(r: Reader, cut: Cut): Cut {
  let start = cut[0];
  let end = cut[1];
  while (start < end && isNoise(r.tokens[start], true)) start++;
  while (end > start && isNoise(r.tokens[end - 1], false)) end--;
  if (end - start > 4 && is(r.tokens[end - 4], 'dots') && isNumbering(r, end - 3, end)) end -= 4;
  return [start, end];
}

/** The number of an equation: `(2)`. */
export const isNumbering = (r: Reader, from: number, to: number): boolean =>
  to - from === 3 && is(r.tokens[from], 'open', '(') && is(r.tokens[from + 1], 'number') && is(r.tokens[from + 2], 'close', '(');

export function relationIn(r: Reader, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) return false;
    if (token.match > at) at = token.match;
    else if (token.type === 'rel' || token.type === 'in' || token.type === 'logic' || token.type === 'truth') return true;
  }
  return false;
}
