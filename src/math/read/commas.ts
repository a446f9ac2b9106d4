import { isTightComma } from './enclosed.ts';
import type { Token } from './lexer.ts';
import { is } from './reader.ts';

/**
 * Joins `2` `,` `4` into the decimal number 2.4 where the comma can be nothing else: in a calculation, bracketed or not, and beside
 * semicolons. `x=2,4` is left alone, for it may name two values, and so are points (`(2,4)`) and lists of three (`1,2,3`).
 * Returns the same array when nothing changes.
 */
export function joinDecimals(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isComma)) return tokens;
  let joined: Token[] | null = null;
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.type === 'open') open.push(at);
    else if (token.type === 'close') open.pop();
    const left = tokens[at - 1];
    const right = tokens[at + 1];
    if (
      token.type !== 'comma' ||
      !isTightComma(tokens, at) ||
      left === undefined ||
      right === undefined ||
      !isDecimal(tokens, at, open.at(-1))
    ) {
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

const isComma = (token: Token): boolean => token.type === 'comma';

/** True when the comma at `at`, in the innermost bracket opened at `open`, is a decimal comma. */
function isDecimal(tokens: readonly Token[], at: number, open: number | undefined): boolean {
  if (is(tokens[at - 2], 'comma', ',') || is(tokens[at + 2], 'comma', ',')) return false;
  if (is(tokens[at - 2], 'macro') || is(tokens[at - 2], 'func')) return false;
  if (open === undefined) return !isList(tokens, at);
  const close = tokens[open]?.match ?? -1;
  if (close < at) return false;
  return (
    hasSemicolon(tokens, open + 1, close) ||
    (tokens[open]?.text === '(' && isFactor(tokens, open, close) && isCalculation(tokens, open + 1, close))
  );
}

function hasSemicolon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined && token.match > at) at = token.match;
    else if (is(token, 'comma', ';')) return true;
  }
  return false;
}

/** True when something is calculated with the bracket. A letter that may be a function counts for nothing: `f(1,2x)`. */
function isFactor(tokens: readonly Token[], open: number, close: number): boolean {
  const before = tokens[open - 1];
  const after = tokens[close + 1];
  if (is(before, 'close') || is(after, 'open')) return true;
  return is(before, 'op') || is(before, 'number') || is(after, 'op') || is(after, 'number') || is(after, 'sup');
}

/** True when the bracket holds a single comma and more than numbers with their signs. */
function isCalculation(tokens: readonly Token[], from: number, to: number): boolean {
  let commas = 0;
  let more = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.type === 'comma') commas++;
    else if (token.type !== 'number' && !(is(token, 'op') && (at === from || tokens[at - 1]?.type === 'comma'))) more = true;
    if (token.match > at) at = token.match;
  }
  return commas === 1 && more;
}

const isBreak = (token: Token | undefined): boolean =>
  token === undefined || ['logic', 'arrow', 'break', 'stop', 'amp', 'comma'].includes(token.type);

/** True when the comma at this place may separate values: all there is beside a lone letter or nothing. */
function isList(tokens: readonly Token[], at: number): boolean {
  if (!isBreak(tokens[at + 2])) return false;
  const signed = is(tokens[at - 2], 'op', '-') ? 1 : 0;
  const before = tokens[at - 2 - signed];
  if (!is(before, 'rel')) return isBreak(before);
  return is(tokens[at - 3 - signed], 'letter') && isBreak(tokens[at - 4 - signed]);
}
