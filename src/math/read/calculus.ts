import type { Expr, NumberExpr } from '../expr.ts';
import { rational } from '../rational.ts';
import { lettersOf } from '../tree.ts';
import { bodyOver, occursAhead, sumUpTo, termOf } from './expression.ts';
import { argument, factor, startsOperand } from './factor.ts';
import type { Token } from './lexer.ts';
import { makeNumber } from './numbers.ts';
import { accept, fail, here, is, peek, type Reader, spanFrom } from './reader.ts';

const isD = (token: Token | undefined): boolean => is(token, 'letter', 'd') || is(token, 'letter', '∂');

interface Order {
  readonly variable: string;
  readonly order: number;
}

/** The parts of a differential quotient such as `\frac{d^2y}{dx^2}`, by token index. `body` is the range after the `d` above the bar. */
interface Quotient {
  readonly body: readonly [from: number, to: number];
  readonly variable: string;
  readonly order: number;
  readonly partial: boolean;
  /** The other letters of a mixed derivative, `\partial x\partial y`, from the first to the last. */
  readonly more: readonly Order[];
  readonly next: number;
}

/** An exponent `^n` or `^{n}` at a token index, and where it ends. */
function orderAt(r: Reader, at: number): { readonly order: number; readonly next: number } {
  const caret = r.tokens[at];
  if (is(caret, 'sup') && /^[1-9]$/.test(caret.text)) return { order: Number(caret.text), next: at + 1 };
  if (!is(caret, 'op', '^')) return { order: 1, next: at };
  const group = is(r.tokens[at + 1], 'group');
  const digits = r.tokens[group ? at + 2 : at + 1];
  if (!is(digits, 'number') || !/^[1-9]$/.test(digits.text)) return { order: 1, next: at };
  return { order: Number(digits.text), next: at + (group ? 4 : 2) };
}

/** `d^n` above and `dx^n` below the bar, stacked (`\frac`) or with a slash. */
function quotientAt(r: Reader): Quotient | null {
  const stacked = is(peek(r), 'macro', 'frac');
  const top = stacked ? r.at + 2 : r.at;
  const numGroup = r.tokens[r.at + 1];
  if (stacked && (!is(numGroup, 'group') || numGroup.match < 0)) return null;
  if (!isD(r.tokens[top])) return null;
  const upper = orderAt(r, top + 1);
  const end = stacked ? (numGroup?.match ?? -1) : slashAfter(r, upper.next);
  if (end < upper.next || !(stacked ? is(r.tokens[end + 1], 'group') : is(r.tokens[end], 'op', '/'))) return null;
  const below = stacked ? end + 2 : end + 1;
  const variable = r.tokens[below + 1];
  if (r.tokens[below]?.text !== r.tokens[top]?.text || !isD(r.tokens[below]) || !is(variable, 'letter')) return null;
  if (!stacked && variable.start !== r.tokens[below]?.end) return null;
  const first = orderAt(r, below + 2);
  const { more, next: behind } = moreLetters(r, first.next);
  const lower = { order: first.order + more.reduce((total, { order }) => total + order, 0), next: behind };
  if (lower.order !== upper.order) return null;
  const next = stacked ? lower.next + 1 : lower.next;
  if (stacked && r.tokens[end + 1]?.match !== lower.next) return null;
  if (next > r.stop) return null;
  return { body: [upper.next, end], variable: variable.text, order: first.order, partial: r.tokens[top]?.text === '∂', more, next };
}

/** Further `\partial y^n` below the bar. */
function moreLetters(r: Reader, from: number): { readonly more: readonly Order[]; readonly next: number } {
  const more: Order[] = [];
  let at = from;
  for (let name = r.tokens[at + 1]; is(r.tokens[at], 'letter', '∂') && is(name, 'letter'); name = r.tokens[at + 1]) {
    const { order, next } = orderAt(r, at + 2);
    more.push({ variable: name.text, order });
    at = next;
  }
  return { more, next: at };
}

/** Where the slash of a plain `d/dx` or `dy/dx` stands: right after the `d`, or after one letter that touches it. */
function slashAfter(r: Reader, at: number): number {
  const token = r.tokens[at];
  if (is(token, 'op', '/')) return at;
  return is(token, 'letter') && !token.spaced ? at + 1 : -1;
}

/** True when a differential quotient stands at the reader's place. */
export function derivativeAhead(r: Reader): boolean {
  const token = peek(r);
  return (is(token, 'macro', 'frac') || isD(token)) && quotientAt(r) !== null;
}

/** `\frac{d}{dx} x^2`, `\frac{dy}{dx}`, `d/dx (x^2)`. A bracket behind it is the whole of what is differentiated. */
export function readDerivative(r: Reader): Expr {
  const start = here(r).start;
  const found = quotientAt(r);
  if (found === null) return fail('I cannot read this derivative.', here(r));
  const [from, to] = found.body;
  let body: Expr;
  if (to > from) {
    r.at = from;
    body = sumUpTo(r, to, 'Nothing is differentiated here.');
    r.at = found.next;
  } else {
    r.at = found.next;
    body = differentiated(r, found.variable);
  }
  const span = spanFrom(r, start);
  const inner = found.more.reduceRight<Expr>(
    (of, { variable, order }) => ({ kind: 'derivative', body: of, variable, order, partial: true, span }),
    body,
  );
  return { kind: 'derivative', body: inner, variable: found.variable, order: found.order, partial: found.partial, span };
}

function differentiated(r: Reader, variable: string): Expr {
  const open = peek(r);
  if (open === undefined) return fail('Nothing is differentiated here.', here(r));
  if (open.type === 'open' && '(['.includes(open.text) && open.match > 0) {
    const body = factor(r);
    if (startsOperand(r)) fail('I cannot tell how much is differentiated; brackets around all of it would help.', here(r));
    return body;
  }
  const body = termOf(r);
  const sign = peek(r);
  if (is(sign, 'op') && !startsDerivative(r, r.at + 1) && occursAhead(r, variable)) {
    fail('I cannot tell how much is differentiated; brackets around all of it would help.', sign);
  }
  return body;
}

function startsDerivative(r: Reader, at: number): boolean {
  const before = r.at;
  r.at = at;
  const found = derivativeAhead(r);
  r.at = before;
  return found;
}

/** `²` and `⁻¹` behind a lower bound. */
function raisedBound({ text, start, end }: Token): Expr | null {
  const span = { start, end };
  const size = /^-?(\d+)$/.exec(text)?.[1];
  if (size === undefined) return null;
  const value: Expr = { kind: 'number', value: rational(BigInt(size)), decimals: null, span };
  return text.startsWith('-') ? { kind: 'negate', arg: value, span } : value;
}

/** The bounds `_{a}^{b}` in either order. */
export function bounds(r: Reader): { lower: Expr | null; upper: Expr | null } {
  let lower: Expr | null = null;
  let upper: Expr | null = null;
  for (let sign = peek(r); sign !== undefined; sign = peek(r)) {
    const raised: Expr | null = sign.type === 'sup' && lower !== null && upper === null ? raisedBound(sign) : null;
    if (raised === null && !(sign.type === 'op' && (sign.text === '_' || sign.text === '^'))) break;
    r.at++;
    if (raised !== null) {
      upper = raised;
      continue;
    }
    const minus = accept(r, 'op', '-');
    const value = argument(r);
    const bound: Expr = minus === null ? value : { kind: 'negate', arg: value, span: { start: minus.start, end: value.span.end } };
    if (sign.text === '_') lower = bound;
    else upper = bound;
  }
  return { lower, upper };
}

/** The token index of the `d` that closes an integral, in this bracket or in the numerator of a fraction; -1 when there is none. */
function differentialIndex(r: Reader): number {
  let inner = 0;
  for (let at = r.at; at < r.stop; at++) {
    const token = r.tokens[at];
    if (token === undefined || token.type === 'rel' || token.type === 'comma') return -1;
    if (token.match > at) at = token.match;
    else if (is(token, 'macro', 'int')) inner++;
    else if (is(token, 'letter', 'd') && is(r.tokens[at + 1], 'letter') && at + 1 < r.stop && inner-- === 0) return at;
  }
  return -1;
}

/** `\int_0^1 x^2 \, dx`; also `\int \frac{dx}{x}`. */
export function readIntegral(r: Reader, token: Token): Expr {
  r.at++;
  const { lower, upper } = bounds(r);
  if ((lower === null) !== (upper === null)) fail('One bound of this integral is missing.', token);
  const limits = lower !== null && upper !== null ? { lower, upper } : null;
  const end = differentialIndex(r);
  if (end < 0) return overFraction(r, token, limits) ?? withoutDifferential(r, token, limits);
  const variable = r.tokens[end + 1]?.text ?? '';
  const dot = end - 1 > r.at && isTimes(r.tokens[end - 1]) ? end - 1 : end;
  const whole = dot === r.at ? one(r) : sumUpTo(r, dot, 'Nothing is integrated here.');
  r.at = end + 2;
  const body = overBehind(r, whole);
  return { kind: 'integral', body, variable, bounds: limits, span: spanFrom(r, token.start) };
}

const isTimes = (token: Token | undefined): boolean => is(token, 'op') && '·*⋅∙×'.includes(token.text);

/** What the differential is divided by belongs to the integrand: `∫ dx/(2x + 1)`, `∫ u³ du/2`. */
function overBehind(r: Reader, num: Expr): Expr {
  const slash = peek(r);
  if (!is(slash, 'op', '/') || isD(r.tokens[r.at + 1])) return num;
  r.at++;
  return { kind: 'quotient', num, den: factor(r), bar: false, span: spanFrom(r, num.span.start) };
}

type Bounds = { readonly lower: Expr; readonly upper: Expr } | null;

const one = (r: Reader): NumberExpr => makeNumber('1', { start: here(r).start, end: here(r).start });

/** An integral whose differential stands in the numerator of the fraction that is its whole body. */
function overFraction(r: Reader, token: Token, limits: Bounds): Expr | null {
  const open = r.tokens[r.at + 1];
  const at = (open?.match ?? -1) - 2;
  const variable = r.tokens[at + 1];
  const start = here(r).start;
  if (!is(peek(r), 'macro', 'frac') || !is(open, 'group') || at <= r.at || !is(r.tokens[at], 'letter', 'd') || !is(variable, 'letter'))
    return null;
  r.at += 2;
  const num = at === r.at ? one(r) : sumUpTo(r, at, 'Nothing is integrated here.');
  r.at = at + 3;
  const den = argument(r);
  const body: Expr = { kind: 'quotient', num, den, bar: true, span: spanFrom(r, start) };
  return { kind: 'integral', body, variable: variable.text, bounds: limits, span: spanFrom(r, token.start) };
}

/** An integral whose differential was left out: one term over its only letter, up to the end of the side. */
function withoutDifferential(r: Reader, token: Token, limits: Bounds): Expr {
  const body = termOf(r);
  const next = peek(r);
  const [variable, other] = lettersOf(body);
  const ends = next === undefined || next.type === 'rel' || next.type === 'close';
  if (!ends || variable === undefined || other !== undefined)
    return fail('This integral does not say over which letter, such as dx.', token);
  return { kind: 'integral', body, variable, bounds: limits, span: spanFrom(r, token.start) };
}

/** `\lim_{x \to a} f(x)`, `lim x->0 …`; `a^+` and `a^-` approach from one side. */
export function readLimit(r: Reader, token: Token): Expr {
  r.at++;
  const under = accept(r, 'op', '_') !== null;
  const group = under ? peek(r) : undefined;
  const grouped = is(group, 'group') || is(group, 'open', '(') ? group : null;
  if (grouped !== null) r.at++;
  const name = accept(r, 'letter');
  if (name === null || accept(r, 'arrow', '→') === null) return fail('I cannot read where this limit goes.', token);
  const outer = r.stop;
  if (grouped !== null) r.stop = grouped.match;
  let side: 'both' | 'above' | 'below' = 'both';
  const sideAt = grouped === null ? -1 : sideSign(r, grouped.match);
  const raised = grouped === null ? undefined : r.tokens[grouped.match - 1];
  if (is(raised, 'sup') && /^[-+]$/.test(raised.text) && grouped !== null) {
    side = raised.text === '+' ? 'above' : 'below';
    r.stop = grouped.match - 1;
  } else if (sideAt >= 0) {
    side = r.tokens[grouped === null ? sideAt : lastSign(r, grouped.match)]?.text === '+' ? 'above' : 'below';
    r.stop = sideAt;
  }
  const point = grouped === null ? pointHere(r) : sumUpTo(r, r.stop, 'The point of this limit is missing.');
  r.stop = outer;
  if (grouped !== null) r.at = grouped.match + 1;
  const body = bodyOver(r, name.text);
  return { kind: 'limit', body, variable: name.text, point, side, span: spanFrom(r, token.start) };
}

/** The point of a limit without braces: a number, a letter or a bracket, with its sign. */
function pointHere(r: Reader): Expr {
  const minus = accept(r, 'op', '-');
  const value = argument(r);
  return minus === null ? value : { kind: 'negate', arg: value, span: { start: minus.start, end: value.span.end } };
}

/** The token index of the `^` in a trailing `^+` or `^{-}` before `stop`, or -1. */
function sideSign(r: Reader, stop: number): number {
  const at = is(r.tokens[stop - 1], 'ungroup') ? stop - 4 : stop - 2;
  const sign = r.tokens[lastSign(r, stop)];
  return at > r.at && is(r.tokens[at], 'op', '^') && (is(sign, 'op', '+') || is(sign, 'op', '-')) ? at : -1;
}

const lastSign = (r: Reader, stop: number): number => (is(r.tokens[stop - 1], 'ungroup') ? stop - 2 : stop - 1);

/** `\sum_{i=1}^{n} i`, `\prod`. */
export function readSeries(r: Reader, token: Token): Expr {
  r.at++;
  const under = accept(r, 'op', '_');
  const group = peek(r);
  if (under === null || !(is(group, 'group') || is(group, 'open', '(')) || group.match < 0)
    return fail('The bounds of this sum are missing.', token);
  r.at++;
  const index = accept(r, 'letter');
  if (index === null || accept(r, 'rel', '=') === null) return fail('I cannot read where this sum begins.', group);
  const lower = sumUpTo(r, group.match, 'I cannot read where this sum begins.');
  r.at = group.match + 1;
  if (accept(r, 'op', '^') === null) return fail('I cannot read where this sum ends.', token);
  const upper = argument(r);
  const body = bodyOver(r, index.text);
  const op = token.text === 'sum' ? 'sum' : 'product';
  return { kind: 'series', op, body, variable: index.text, lower, upper, span: spanFrom(r, token.start) };
}
