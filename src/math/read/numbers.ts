import type { MixedExpr, NumberExpr, Span } from '../expr.ts';
import { rational } from '../rational.ts';
import { vulgarFractions } from './glyphs.ts';
import type { Token } from './lexer.ts';
import { fail, is, lastEnd, peek, peekAt, type Reader, spanFrom } from './reader.ts';

const LONGEST_NUMBER = 400;

/** The number written as plain digits with at most one point: `2.50` is 5/2 with two decimals. */
export function makeNumber(text: string, span: Span): NumberExpr {
  if (text.length > LONGEST_NUMBER) fail('This number is too long to be read.', span);
  const point = text.indexOf('.');
  if (point < 0)
    return { kind: 'number', value: { n: text.length < 16 ? BigInt(Number(text)) : BigInt(text), d: 1n }, decimals: null, span };
  const decimals = text.length - point - 1;
  const value = rational(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(decimals));
  return { kind: 'number', value, decimals, span };
}

/** `4.7\overline{5}` and `4.7\dot{5}`: digits under a bar, or between dots, repeat for ever. The value is exact and has no number of decimals. */
export function repeating(r: Reader, token: Token): NumberExpr | null {
  const next = peek(r)?.type;
  if (next !== 'macro' && next !== 'dots') return null;
  const found = underBar(r) ?? dotted(r) ?? goingOn(r, token);
  if (found === null || found.digits.length + token.text.length > LONGEST_NUMBER) return null;
  r.at += found.tokens;
  const [whole = '', written = ''] = token.text.split('.');
  const fixed = found.fixed ?? written;
  const period = 10n ** BigInt(found.digits.length) - 1n;
  const scale = 10n ** BigInt(fixed.length);
  const value = rational(BigInt(whole + fixed) * period + BigInt(found.digits), period * scale);
  return { kind: 'number', value, decimals: null, span: spanFrom(r, token.start) };
}

interface Period {
  readonly digits: string;
  readonly tokens: number;
  /** The decimals before the period, where they are not all of those that are written. */
  readonly fixed?: string;
}

/** `0.1666…`, `0.142857142857…`: the digits before the dots end in a group that is written twice at least, a single digit three times or as all there is. */
function goingOn(r: Reader, token: Token): Period | null {
  if (!is(peek(r), 'dots') || !token.text.includes('.')) return null;
  const decimals = token.text.slice(token.text.indexOf('.') + 1);
  const match = /^(?:(\d*?)(?:(\d{2,}?)\2+|(\d)\3\3+)|(\d)\4+)$/.exec(decimals);
  const digits = match?.[4] ?? match?.[3] ?? match?.[2];
  return match && digits !== undefined ? { digits, tokens: 1, fixed: match[1] ?? '' } : null;
}

/** Digits in the braces of a command at this distance from the reader's place. */
function digitsUnder(r: Reader, offset: number, command: string): string | null {
  const group = peekAt(r, offset + 1);
  const digits = peekAt(r, offset + 2);
  if (!is(peekAt(r, offset), 'macro', command) || !is(group, 'group') || !is(digits, 'number') || group.match !== r.at + offset + 3)
    return null;
  return /^\d+$/.test(digits.text) ? digits.text : null;
}

function underBar(r: Reader): Period | null {
  const digits = digitsUnder(r, 0, 'bar');
  return digits === null ? null : { digits, tokens: 4 };
}

/** `\dot{1}4285\dot{7}`: the period goes from the first dotted digit to the last. */
function dotted(r: Reader): Period | null {
  const first = digitsUnder(r, 0, 'dot');
  if (first === null) return null;
  const between = peekAt(r, 4);
  const inner = is(between, 'number') ? between.text : '';
  const last = digitsUnder(r, inner === '' ? 4 : 5, 'dot');
  return last === null ? { digits: first, tokens: 4 } : { digits: first + inner + last, tokens: inner === '' ? 8 : 9 };
}

const isWhole = (token: Token | undefined): token is Token => is(token, 'number') && !token.text.includes('.');

const whole = (token: Token): NumberExpr => makeNumber(token.text, { start: token.start, end: token.end });

/** A fraction right behind a whole number makes a mixed number: `5 1/2`, `5½`, `5\frac{1}{2}`. Reads nothing and gives null otherwise. */
export function mixed(r: Reader, value: NumberExpr): MixedExpr | null {
  const next = peek(r)?.type;
  if (value.decimals !== null || (next !== 'number' && next !== 'macro')) return null;
  const parts = slashed(r) ?? stacked(r) ?? vulgar(r);
  if (parts === null) return null;
  return { kind: 'mixed', whole: value, num: parts[0], den: parts[1], span: { start: value.span.start, end: lastEnd(r) } };
}

type Parts = readonly [NumberExpr, NumberExpr];

function slashed(r: Reader): Parts | null {
  const num = peek(r);
  const den = peekAt(r, 2);
  if (!isWhole(num) || !num.spaced || !is(peekAt(r, 1), 'op', '/') || !isWhole(den)) return null;
  if (BigInt(num.text.slice(0, LONGEST_NUMBER)) > BigInt(den.text.slice(0, LONGEST_NUMBER))) return null;
  r.at += 3;
  return [whole(num), whole(den)];
}

/** A fraction bar over two whole numbers: `\frac{1}{2}` or `\frac12`. */
function stacked(r: Reader): Parts | null {
  if (!is(peek(r), 'macro', 'frac')) return null;
  const short = peekAt(r, 1);
  if (isWhole(short) && short.text.length === 2) {
    r.at += 2;
    const at = short.start;
    return [makeNumber(short.text.charAt(0), { start: at, end: at + 1 }), makeNumber(short.text.charAt(1), { start: at + 1, end: at + 2 })];
  }
  const num = peekAt(r, 2);
  const den = peekAt(r, 5);
  if (!is(short, 'group') || short.match !== r.at + 3 || !is(peekAt(r, 4), 'group') || peekAt(r, 4)?.match !== r.at + 6) return null;
  if (!isWhole(num) || !isWhole(den)) return null;
  r.at += 7;
  return [whole(num), whole(den)];
}

function vulgar(r: Reader): Parts | null {
  const token = peek(r);
  const pair = is(token, 'macro') ? vulgarFractions.get(token.text) : undefined;
  if (pair === undefined || token === undefined) return null;
  r.at++;
  const at = { start: token.start, end: token.end };
  return [makeNumber(String(pair[0]), at), makeNumber(String(pair[1]), at)];
}
