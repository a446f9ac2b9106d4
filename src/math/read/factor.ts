import type { Expr, NumberExpr, UnitExpr } from '../expr.ts';
import { lettersOf } from '../tree.ts';
import { derivativeAhead, readDerivative, readIntegral, readLimit, readSeries } from './calculus.ts';
import { choiceAhead, readChoice } from './choices.ts';
import { bracket, environment } from './enclosed.ts';
import { sum, sumUpTo } from './expression.ts';
import { readFunction } from './functions.ts';
import { vulgarFractions } from './glyphs.ts';
import type { Token } from './lexer.ts';
import { accented, letter } from './names.ts';
import { makeNumber, mixed, repeating } from './numbers.ts';
import { withUnits } from './quantities.ts';
import { accept, deeper, fail, here, is, lastEnd, peek, peekAt, type Reader, spanFrom, surprise } from './reader.ts';
import { namesNothing } from './units.ts';

/** True when the next token begins a factor, so that it multiplies what stands before it. */
export function startsOperand(r: Reader): boolean {
  const token = peek(r);
  if (token === undefined) return false;
  switch (token.type) {
    case 'letter':
    case 'number':
    case 'func':
    case 'macro':
    case 'open':
    case 'group':
    case 'begin':
    case 'unit':
    case 'word':
    case 'text':
      return true;
    case 'bar':
      return r.bars === 0;
    default:
      return false;
  }
}

/** A factor: something with its powers, factorials, percent and degree signs. */
export function factor(r: Reader): Expr {
  return deeper(r, factorHere);
}

function factorHere(r: Reader): Expr {
  const start = peek(r)?.start ?? lastEnd(r);
  let x = primary(r);
  let marks = 0;
  for (let token = peek(r); token !== undefined; token = peek(r)) {
    if (token.type === 'sup') {
      r.at++;
      x = { kind: 'power', base: x, exponent: superscript(token), span: spanFrom(r, start) };
    } else if (is(token, 'op', '^')) {
      r.at++;
      x = raised(r, x, start);
    } else if (is(token, 'op', '!')) {
      r.at++;
      if (peek(r)?.start === token.end && is(peek(r), 'op', '!')) fail('I cannot read a double factorial.', token);
      x = { kind: 'call', fn: 'factorial', args: [x], span: spanFrom(r, start) };
    } else if (is(token, 'op', '%')) {
      r.at++;
      x = { kind: 'percent', arg: x, span: spanFrom(r, start) };
    } else if (is(token, 'op', '°')) {
      r.at++;
      x = degrees(r, x, token, start);
    } else if (token.type === 'prime' && x.kind === 'symbol') {
      r.at++;
      x = { kind: 'symbol', name: x.name + token.text, span: spanFrom(r, start) };
    } else if (token.type === 'prime' && r.tokens[r.at - 1]?.type === 'close' && x.kind !== 'list' && x.kind !== 'interval') {
      const by = variableOf(x);
      if (by === null) break;
      r.at++;
      x = { kind: 'derivative', body: x, variable: by, order: token.text.length, partial: false, span: spanFrom(r, start) };
    } else break;
    if (++marks > 20) fail('There are too many signs in a row to be read.', token);
  }
  return withUnits(r, x, start);
}

/** The letter that `(x^2 y)'` is derived by: x or t, or the only one. */
function variableOf(x: Expr): string | null {
  const letters = lettersOf(x);
  return letters.find(name => name === 'x' || name === 't') ?? (letters.length === 1 ? (letters[0] ?? null) : null);
}

/** An angle in degrees, or a temperature: `20 °C`. */
function degrees(r: Reader, x: Expr, sign: Token, start: number): Expr {
  const scale = peek(r);
  const measured = is(scale, 'letter') && /^[CF]$/.test(scale.text) && scale.start <= sign.end + 1 && !is(peekAt(r, 1), 'letter');
  if (measured) r.at++;
  const end = measured ? scale.end : sign.end;
  const unit: UnitExpr = { kind: 'unit', name: measured ? `°${scale.text}` : '°', span: { start: sign.start, end } };
  return { kind: 'product', factors: [x, unit], implicit: true, span: { start, end } };
}

function superscript(token: Token): Expr {
  const at = { start: token.start, end: token.end };
  const parts = [...token.text.matchAll(/([-+]?)(\d*)([a-z]*)/g)].filter(([part]) => part !== '');
  const terms = parts.map(([, sign, digits = '', letters = '']): Expr => {
    if (letters.length > 2 || /^(?:st|nd|rd|th)$/.test(letters)) fail('I cannot read this exponent.', at);
    const size = digits === '' ? [] : [makeNumber(digits, at)];
    const factors: readonly Expr[] = [...size, ...[...letters].map((name): Expr => ({ kind: 'symbol', name, span: at }))];
    const [first, ...others] = factors;
    if (first === undefined) return fail('I cannot read this exponent.', at);
    const term: Expr = others.length === 0 ? first : { kind: 'product', factors, implicit: true, span: at };
    return sign === '-' ? { kind: 'negate', arg: term, span: at } : term;
  });
  const [first, ...others] = terms;
  return first !== undefined && others.length === 0 ? first : { kind: 'sum', terms, span: at };
}

/** `x` raised to what follows the `^`: a power, a prime `^{\prime}`, a degree sign `^\circ` or a transpose. */
function raised(r: Reader, x: Expr, start: number): Expr {
  const first = peek(r);
  const group = is(first, 'group');
  const inner = group ? peekAt(r, 1) : first;
  const alone = inner !== undefined && (!group || first.match === r.at + 2);
  if (alone && is(inner, 'op', '°')) {
    r.at += group ? 3 : 1;
    return degrees(r, x, inner, start);
  }
  if (is(inner, 'prime') && x.kind === 'symbol') {
    let name = x.name;
    if (group) r.at++;
    for (let prime = accept(r, 'prime'); prime !== null; prime = accept(r, 'prime')) name += prime.text;
    if (group && accept(r, 'ungroup') === null) fail('I cannot read this exponent.', here(r));
    return { kind: 'symbol', name, span: spanFrom(r, start) };
  }
  if (alone && inner.text === '⊤') {
    r.at += group ? 3 : 1;
    return { kind: 'call', fn: 'transpose', args: [x], span: spanFrom(r, start) };
  }
  if (alone && (inner.type === 'text' || inner.type === 'word') && /^(st|nd|rd|th)$/.test(inner.text))
    fail('This is a number in a row, no power.', inner);
  const exponent = deeper(r, exponentHere);
  if (x.kind === 'list' || x.kind === 'interval') fail('I cannot raise this to a power.', x.span);
  return { kind: 'power', base: x, exponent, span: spanFrom(r, start) };
}

/** An exponent: a brace group, or one factor with its sign and its own exponent: `2^-3`, `2^3^2`. */
function exponentHere(r: Reader): Expr {
  const sign = peek(r);
  if (is(sign, 'op', '-') || is(sign, 'op', '+')) {
    r.at++;
    const arg = deeper(r, exponentHere);
    return sign.text === '+' ? arg : { kind: 'negate', arg, span: spanFrom(r, sign.start) };
  }
  const start = peek(r)?.start ?? lastEnd(r);
  const base = primary(r);
  if (accept(r, 'op', '^') === null) return base;
  return { kind: 'power', base, exponent: deeper(r, exponentHere), span: spanFrom(r, start) };
}

/** The smallest whole: a number, a letter, a function applied, something in brackets. */
export function primary(r: Reader): Expr {
  const token = peek(r);
  if (token === undefined) return fail('Something is missing here.', here(r));
  switch (token.type) {
    case 'number':
      return number(r, token);
    case 'letter':
      return derivativeAhead(r) ? readDerivative(r) : letter(r, token);
    case 'word':
    case 'text':
      if (namesNothing(token.text)) fail(surprise(token), token);
      r.at++;
      return { kind: 'symbol', name: token.text.replace(/\s+/g, ' '), span: { start: token.start, end: token.end } };
    case 'unit':
      return money(r, token);
    case 'func':
      return readFunction(r, token);
    case 'macro':
      return macro(r, token);
    case 'open':
      return bracket(r, token);
    case 'group':
      return choiceAhead(r) ? readChoice(r) : group(r, token);
    case 'op':
      return choiceAhead(r) ? readChoice(r) : fail(surprise(token), token);
    case 'begin':
      return environment(r, token);
    case 'bar':
      return bars(r, token);
    case 'set':
      return fail('A set of numbers cannot be calculated with.', token);
    default:
      return fail(surprise(token), token);
  }
}

function number(r: Reader, token: Token): Expr {
  r.at++;
  const repeats = repeating(r, token);
  if (repeats !== null) return repeats;
  const value = makeNumber(token.text, { start: token.start, end: token.end });
  return mixed(r, value) ?? value;
}

/** `$5`: the sign is a factor before its number. */
function money(r: Reader, token: Token): Expr {
  r.at++;
  const unit: UnitExpr = { kind: 'unit', name: token.text, span: { start: token.start, end: token.end } };
  const next = peek(r);
  if (!is(next, 'number')) return unit;
  const amount = number(r, next);
  return { kind: 'product', factors: [unit, amount], implicit: true, span: spanFrom(r, token.start) };
}

function group(r: Reader, token: Token): Expr {
  r.at++;
  if (token.match <= 0) fail('This brace is never closed.', token);
  const choose = r.tokens.findIndex((inner, at) => at > r.at && at < token.match && is(inner, 'op', 'choose'));
  const inside = sumUpTo(r, choose < 0 ? token.match : choose, 'There is nothing between these braces.');
  if (choose < 0) {
    r.at = token.match + 1;
    return inside;
  }
  r.at = choose + 1;
  const chosen = sumUpTo(r, token.match, 'It is not said how many are chosen.');
  r.at = token.match + 1;
  return { kind: 'call', fn: 'binomial', args: [inside, chosen], span: spanFrom(r, token.start) };
}

function bars(r: Reader, token: Token): Expr {
  r.at++;
  r.bars++;
  const arg = sum(r);
  if (accept(r, 'bar') === null) fail('This bar has no partner.', token);
  r.bars--;
  return { kind: 'call', fn: 'abs', args: [arg], span: spanFrom(r, token.start) };
}

/** The argument of a command: a brace group or a single sign; `\frac12` takes one digit. */
export function argument(r: Reader): Expr {
  const token = peek(r);
  if (token === undefined) return fail('An argument is missing here.', here(r));
  if (token.type === 'group') return group(r, token);
  if (token.type === 'number' && token.text.length > 1 && !token.text.includes('.')) {
    const digit = makeNumber(token.text.slice(0, 1), { start: token.start, end: token.start + 1 });
    token.text = token.text.slice(1);
    token.start++;
    return digit;
  }
  return token.type === 'number' ? number(r, token) : primary(r);
}

const ACCENTS: ReadonlySet<string> = new Set(['bar', 'vec', 'hat', 'tilde']);

function macro(r: Reader, token: Token): Expr {
  const { start } = token;
  const vulgar = vulgarFractions.get(token.text);
  if (vulgar !== undefined) {
    r.at++;
    const at = { start, end: token.end };
    const [num, den] = vulgar.map(n => makeNumber(String(n), at)) as [NumberExpr, NumberExpr];
    return { kind: 'quotient', num, den, bar: true, span: at };
  }
  if (token.text === 'int') return readIntegral(r, token);
  if (token.text === 'lim') return readLimit(r, token);
  if (token.text === 'sum' || token.text === 'prod') return readSeries(r, token);
  if (token.text === 'frac' && derivativeAhead(r)) return readDerivative(r);
  r.at++;
  if (token.text === 'frac') {
    const num = argument(r);
    const den = argument(r);
    return { kind: 'quotient', num, den, bar: true, span: spanFrom(r, start) };
  }
  if (token.text === 'binom') return { kind: 'call', fn: 'binomial', args: [argument(r), argument(r)], span: spanFrom(r, start) };
  if (token.text === 'sqrt') return root(r, start);
  if (token.text === 'lg') return readFunction(r, token);
  if (ACCENTS.has(token.text)) return accented(r, token);
  return fail(surprise(token), token);
}

function root(r: Reader, start: number): Expr {
  const open = peek(r);
  if (!is(open, 'open', '[')) return { kind: 'call', fn: 'sqrt', args: [radicand(r)], span: spanFrom(r, start) };
  r.at++;
  const index = sumUpTo(r, open.match, 'The index of this root is missing.');
  r.at = open.match + 1;
  return { kind: 'call', fn: 'root', args: [radicand(r), index], span: spanFrom(r, start) };
}

function radicand(r: Reader): Expr {
  return is(peek(r), 'number') ? primary(r) : argument(r);
}
