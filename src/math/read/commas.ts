import { isTightComma } from './enclosed.ts';
import { is } from './reader.ts';
import type { Token } from './tokens.ts';

/**
 * Joins `2` `,` `4` into the decimal number 2.4 where the comma can be nothing else: outside brackets that list things, in a calculation.
 * `x=2,4` is left alone, for it may name two values, and so are lists of three (`1,2,3`). Returns the same array when nothing changes.
 */
export function joinDecimals(tokens: readonly Token[]): readonly Token[] {
  let joined: Token[] | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.type === 'open' && token.match > at && !hasSemicolon(tokens, at + 1, token.match)) {
      joined?.push(...tokens.slice(at, token.match + 1));
      at = token.match;
      continue;
    }
    const left = tokens[at - 1];
    const right = tokens[at + 1];
    if (!isTightComma(tokens, at) || left === undefined || right === undefined || isList(tokens, at)) {
      joined?.push(token);
      continue;
    }
    joined ??= tokens.slice(0, at);
    joined.pop();
    joined.push({ ...left, text: `${left.text}.${right.text}`, end: right.end });
    at++;
  }
  return joined ?? tokens;
}

function hasSemicolon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined && token.match > at) at = token.match;
    else if (is(token, 'comma', ';')) return true;
  }
  return false;
}

const isBreak = (token: Token | undefined): boolean =>
  token === undefined || ['logic', 'arrow', 'break', 'stop', 'amp', 'comma'].includes(token.type);

/** True when the comma at this place may separate values: a list of three or more, or all there is beside a lone letter or nothing. */
function isList(tokens: readonly Token[], at: number): boolean {
  if (is(tokens[at - 2], 'comma') || is(tokens[at + 2], 'comma')) return true;
  if (!isBreak(tokens[at + 2])) return false;
  const before = tokens[at - 2];
  const sign = is(before, 'op', '-') ? tokens[at - 3] : before;
  const lone = is(sign, 'rel') ? tokens[at - (before === sign ? 4 : 5)] : undefined;
  return isBreak(before) || (is(sign, 'rel') && is(tokens[at - (before === sign ? 3 : 4)], 'letter') && isBreak(lone));
}
