import type { Expr, Span, UnitExpr } from '../expr.ts';
import { children, isUnits } from '../tree.ts';
import type { Token } from './lexer.ts';
import { makeNumber } from './numbers.ts';
import { is, lastEnd, peek, peekAt, type Reader, spanFrom, startOf } from './reader.ts';
import { endsName, knownUnit, unitName } from './units.ts';

/** True for what has a number as its value, so that a word behind it is a unit. */
function isCounted(x: Expr): boolean {
  switch (x.kind) {
    case 'number':
    case 'mixed':
      return true;
    case 'symbol':
      return x.name === 'pi';
    case 'negate':
    case 'percent':
      return isCounted(x.arg);
    case 'quotient':
      return isCounted(x.num) && isCounted(x.den);
    case 'power':
      return isCounted(x.base) && isCounted(x.exponent);
    case 'sum':
      return x.terms.every(isCounted);
    case 'product':
      return x.factors.every(factor => isCounted(factor) || factor.kind === 'unit');
    default:
      return false;
  }
}

/** The factor with the units that stand right behind it: `5 km/h`, `30 \text{ apples}`, `12 \mathrm{cm}^2`, `44 (\text{sec})`. */
export function withUnits(r: Reader, x: Expr, start: number): Expr {
  const next = peek(r);
  if (next === undefined) return x;
  const bracketed = is(next, 'open', '(') || is(next, 'open', '[') || is(next, 'group');
  const first = bracketed ? peekAt(r, 1) : next;
  if (first === undefined || !isUnitToken(first) || (first.type === 'func' && isApplied(r))) return x;
  if (!isCounted(x) && !(isMeasure(first) && !bracketed)) return x;
  const before = r.at;
  if (bracketed) r.at++;
  const unit = units(r);
  if (unit === null || (bracketed && (next.match !== r.at || peek(r) === undefined))) {
    r.at = before;
    return x;
  }
  if (bracketed) r.at++;
  return { kind: 'product', factors: [x, unit], implicit: true, span: spanFrom(r, start) };
}

/** `\sec`, and `sec` with an argument behind it, is the function and no second. */
function isApplied(r: Reader): boolean {
  const exponent = is(peekAt(r, 1), 'op', '^') ? peekAt(r, 2) : undefined;
  const ahead =
    exponent === undefined
      ? peekAt(r, peekAt(r, 1)?.type === 'sup' ? 2 : 1)
      : exponent.type === 'group'
        ? r.tokens[(exponent.match ?? r.at) + 1]
        : peekAt(r, 3);
  const command = r.source[startOf(r)] === '\\';
  return (
    ahead?.type === 'letter' || is(ahead, 'open', '(') || is(ahead, 'group') || (command && (is(ahead, 'macro') || is(ahead, 'number')))
  );
}

const isUnitToken = (token: Token): boolean =>
  token.type === 'word' ||
  token.type === 'text' ||
  token.type === 'unit' ||
  (token.type === 'func' && (token.text === 'sec' || token.text === 'min'));

const isMeasure = (token: Token): boolean =>
  (token.type === 'text' || token.type === 'word') && knownUnit(token.text.replace(/[()\s.]/g, '')) !== null;

function units(r: Reader): Expr | null {
  let unit: Expr | null = quotientInText(r) ?? power(r);
  while (unit !== null && (is(peek(r), 'op', '/') || is(peek(r), 'word', 'per'))) {
    const before = r.at;
    r.at++;
    const next = peek(r);
    const den: Expr | null =
      next !== undefined && (isUnitToken(next) || next.type === 'letter') && !is(peekAt(r, 1), 'open') ? power(r) : null;
    if (den === null) {
      r.at = before;
      break;
    }
    unit = { kind: 'quotient', num: unit, den, bar: false, span: { start: unit.span.start, end: lastEnd(r) } };
  }
  return unit;
}

/** `s^2` below a bar. */
function squaredUnit(name: string, exponent: string | undefined, span: Span): Expr {
  const unit: Expr = { kind: 'unit', name, span };
  if (exponent === undefined) return unit;
  return { kind: 'power', base: unit, exponent: makeNumber(exponent === '²' ? '2' : exponent === '³' ? '3' : exponent, span), span };
}

/** `\text{ km/h}` and `\text{ miles per hour}`: one text that names a quotient of units. */
function quotientInText(r: Reader): Expr | null {
  const token = peek(r);
  const parts = is(token, 'text') ? /^\s*([\p{L}$€£]+)\s*(?:\/|\bper\b)\s*(\p{L}+)(?:\^?([23²³]))?\s*$/u.exec(token.text) : null;
  const [over, under] = [knownUnit(parts?.[1] ?? ''), knownUnit(parts?.[2] ?? '')];
  if (!token || over === null || under === null) return null;
  r.at++;
  const raised = is(peek(r), 'op', '^') && is(peekAt(r, 1), 'number') ? peekAt(r, 1)?.text : undefined;
  if (raised !== undefined) r.at += 2;
  const span = { start: token.start, end: lastEnd(r) };
  return {
    kind: 'quotient',
    num: { kind: 'unit', name: over, span },
    den: squaredUnit(under, parts?.[3] ?? raised, span),
    bar: false,
    span,
  };
}

function power(r: Reader): Expr | null {
  const base = single(r);
  if (base === null) return null;
  const next = peek(r);
  const exponent = is(next, 'op', '^') ? peekAt(r, 1) : undefined;
  const inner = is(exponent, 'group') ? peekAt(r, 2) : exponent;
  if (is(next, 'sup') && /^\d$/.test(next.text)) {
    r.at++;
    return {
      kind: 'power',
      base,
      exponent: makeNumber(next.text, { start: next.start, end: next.end }),
      span: spanFrom(r, base.span.start),
    };
  }
  if (!is(inner, 'number')) return base;
  r.at += is(exponent, 'group') ? 4 : 2;
  return {
    kind: 'power',
    base,
    exponent: makeNumber(inner.text, { start: inner.start, end: inner.end }),
    span: spanFrom(r, base.span.start),
  };
}

/** One unit; of several words the last before the name ends: `5 red apples left` counts apples. */
function single(r: Reader): UnitExpr | null {
  const first = peek(r);
  if (first === undefined) return null;
  r.at++;
  if (first.type === 'unit' || first.type === 'letter')
    return { kind: 'unit', name: knownUnit(first.text) ?? first.text, span: { start: first.start, end: first.end } };
  if (/[,;:=<>\\^_√|]/.test(first.text)) return null;
  let words = first.text.split(/[^\p{L}$€£°%]+/u).filter(word => word !== '');
  for (let next = peek(r); is(next, 'word') && next.text !== 'per'; next = peek(r)) {
    r.at++;
    words.push(next.text);
  }
  const end = words.findIndex(endsName);
  if (end >= 0) words = words.slice(0, end);
  const name = words.at(-1);
  return name === undefined ? null : { kind: 'unit', name: unitName(name), span: spanFrom(r, first.start) };
}

/** The unit of a number with a single unit behind or before it, or null. */
export function unitOf(x: Expr): UnitExpr | null {
  if (x.kind !== 'product' || !x.implicit || x.factors.length !== 2) return null;
  const [first, second] = x.factors;
  if (first?.kind === 'number' && second?.kind === 'unit') return second;
  return first?.kind === 'unit' && second?.kind === 'number' ? first : null;
}

const mentionsUnit = (x: Expr): boolean => x.kind === 'unit' || children(x).some(mentionsUnit);

/** `1/2 cup` is half a cup and `12/3 apples` are four: the unit behind the divisor belongs to the quotient when the dividend has none. */
export function shareUnit(num: Expr, den: Expr, span: Span): Expr {
  const unit = den.kind === 'product' && den.implicit && den.factors.length === 2 ? den.factors[1] : undefined;
  const number = den.kind === 'product' ? den.factors[0] : undefined;
  if (unit === undefined || number?.kind !== 'number' || !isUnits(unit) || !isCounted(num) || mentionsUnit(num)) {
    return { kind: 'quotient', num, den, bar: false, span };
  }
  const quotient: Expr = { kind: 'quotient', num, den: number, bar: false, span: { start: span.start, end: number.span.end } };
  return { kind: 'product', factors: [quotient, unit], implicit: true, span };
}
