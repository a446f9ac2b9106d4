import type { CallExpr, Expr, IntervalExpr, ListExpr, NumberExpr, SetExpr, Statement } from './expr.ts';
import { joinFactors } from './print/factors.ts';
import { latexStyle, plainStyle, type Style } from './print/style.ts';
import { children, isStatement, isUnits } from './tree.ts';

/** LaTeX that reads back as the same tree. */
export function printLatex(x: Expr | Statement): string {
  return isStatement(x) ? statement(x, latexStyle) : expression(x, latexStyle, LOOSE);
}

/** Readable text with Unicode signs: `2x + 3`, `x^2`, `√5`, `1/2`. Reads back as the same tree, fraction bars aside. */
export function printPlain(x: Expr | Statement): string {
  return isStatement(x) ? statement(x, plainStyle) : expression(x, plainStyle, LOOSE);
}

/** How tightly a printed expression holds together. A place that needs more puts brackets around it. */
const LOOSE = 0;
const SUM = 1;
const TERM = 2;
const RUN = 3;
const POWER = 4;
const ATOM = 5;

function tightness(x: Expr, style: Style): number {
  switch (x.kind) {
    case 'number':
      return x.value.n < 0n ? SUM : x.value.d !== 1n && x.decimals === null ? style.fraction : ATOM;
    case 'sum':
    case 'negate':
    case 'plusminus':
    case 'limit':
    case 'series':
      return SUM;
    case 'product':
      return x.implicit ? RUN : TERM;
    case 'quotient':
      return x.bar ? style.fraction : TERM;
    case 'integral':
      return RUN;
    case 'derivative':
      return x.body.kind === 'symbol' ? style.fraction : RUN;
    case 'power':
    case 'percent':
    case 'mixed':
      return POWER;
    case 'call':
      return callTightness(x);
    case 'list':
      return x.form === 'bare' ? LOOSE : ATOM;
    default:
      return ATOM;
  }
}

function callTightness(x: CallExpr): number {
  if (x.fn === 'factorial' || x.fn === 'transpose') return POWER;
  return x.fn === 'mod' ? TERM : ATOM;
}

function expression(x: Expr, style: Style, least: number): string {
  const text = bare(x, style);
  return tightness(x, style) < least ? style.brackets(text) : text;
}

function bare(x: Expr, style: Style): string {
  const print = (part: Expr): string => expression(part, style, LOOSE + 1);
  switch (x.kind) {
    case 'number':
      return number(x, style);
    case 'symbol':
      return style.symbol(x.name);
    case 'unit':
      return style.unit(x.name, false);
    case 'sum':
      return x.terms.map((part, at) => term(part, at === 0, style)).join('');
    case 'product':
      return product(x.factors, x.implicit, style);
    case 'quotient':
      if (x.bar && style.fraction > TERM) return style.over(numerator(x.num, x.den, style), print(x.den));
      return `${expression(x.num, style, endsInIntegral(x.num) ? ATOM : TERM)}${style.slash}${expression(x.den, style, isUnits(x.den) ? RUN : x.den.kind === 'mixed' ? ATOM : POWER)}`;
    case 'power':
      return power(x.base, x.exponent, style);
    case 'negate':
      return `-${expression(x.arg, style, TERM)}`;
    case 'plusminus':
      return `${style.plusMinus(x.upper)}${expression(x.arg, style, TERM)}`;
    case 'percent':
      return `${expression(x.arg, style, ATOM)}${style.percent}`;
    case 'mixed':
      return style.mixed(print(x.whole), print(x.num), print(x.den));
    case 'call':
      return call(x, style);
    case 'derivative':
      return style.derivative(print(x.body), style.symbol(x.variable), x.order, x.partial, x.body.kind === 'symbol');
    case 'integral': {
      const body = mentionsD(x.body) ? style.brackets(print(x.body)) : print(x.body);
      const bounds = x.bounds === null ? null : ([print(x.bounds.lower), print(x.bounds.upper)] as const);
      return style.integral(body, style.symbol(x.variable), bounds);
    }
    case 'limit':
      return style.limit(expression(x.body, style, TERM), style.symbol(x.variable), print(x.point), x.side);
    case 'series':
      return style.series(expression(x.body, style, TERM), x.op, style.symbol(x.variable), print(x.lower), print(x.upper));
    case 'matrix':
      return style.matrix(x.rows.map(row => row.map(print)));
    case 'list':
      return list(x, style);
    case 'interval':
      return interval(x, style, isUnbounded(x));
  }
}

/** A term of a sum with the sign before it. */
function term(x: Expr, first: boolean, style: Style): string {
  if (first) return x.kind === 'negate' || x.kind === 'plusminus' ? bare(x, style) : expression(x, style, TERM);
  if (x.kind === 'negate') return ` - ${expression(x.arg, style, TERM)}`;
  if (x.kind === 'plusminus') return ` ${style.plusMinus(x.upper).trim()} ${expression(x.arg, style, TERM)}`;
  return ` + ${expression(x, style, TERM)}`;
}

function product(factors: readonly Expr[], implicit: boolean, style: Style): string {
  if (!implicit) return factors.map((x, at) => expression(x, style, at === 0 && x.kind === 'quotient' ? TERM : RUN)).join(style.times);
  return joinFactors(
    factors.map((x, at) => ({
      x,
      text: x.kind === 'unit' ? style.unit(x.name, at > 0) : isUnits(x) ? bare(x, style) : expression(x, style, POWER),
    })),
    style,
  );
}

/** A numerator `d` over a denominator that begins with `d` would read as a derivative. */
function numerator(num: Expr, den: Expr, style: Style): string {
  const text = expression(num, style, LOOSE + 1);
  return /^(d|\\partial)/.test(text) && /^(d|\\partial)/.test(bare(den, style)) ? style.brackets(text) : text;
}

/** What stands behind a bar after an integral would read as a part of its body. */
const endsInIntegral = (x: Expr): boolean => {
  if (x.kind === 'negate' || x.kind === 'plusminus') return endsInIntegral(x.arg);
  const last = x.kind === 'product' ? x.factors.at(-1) : x.kind === 'sum' ? x.terms.at(-1) : undefined;
  return x.kind === 'integral' || (last !== undefined && endsInIntegral(last));
};

/** A letter d in the body of an integral would read as the end of it. */
const mentionsD = (x: Expr): boolean => (x.kind === 'symbol' ? x.name === 'd' : children(x).some(mentionsD));

function power(base: Expr, exponent: Expr, style: Style): string {
  const size = expression(exponent, style, style.exponentNeeds);
  if (base.kind === 'call' && base.args.length === 1 && style.powered !== null && exponent.kind === 'number' && exponent.value.n > 0n) {
    const head = style.powered(base.fn, size);
    const [arg] = base.args;
    if (head !== null && arg !== undefined) return `${head}${style.brackets(expression(arg, style, SUM))}`;
  }
  return style.raised(base.kind === 'quotient' ? style.brackets(bare(base, style)) : expression(base, style, ATOM), size);
}

function call(x: CallExpr, style: Style): string {
  const [first, second] = x.args;
  if (x.fn === 'factorial' && first !== undefined) return `${expression(first, style, ATOM)}!`;
  if (x.fn === 'transpose' && first !== undefined) return style.transpose(expression(first, style, ATOM));
  if (x.fn === 'mod' && first !== undefined && second !== undefined) {
    return `${expression(first, style, POWER)}${style.mod}${expression(second, style, POWER)}`;
  }
  return style.call(
    x.fn,
    x.args.map(arg => expression(arg, style, SUM)),
    first,
  );
}

function list(x: ListExpr, style: Style): string {
  const items = x.items.map(item => expression(item, style, SUM)).join(', ');
  if (x.form === 'bare') return items;
  return x.form === 'set' ? style.set(items) : `(${items})`;
}

/** An open interval prints as `]a, b[` where round brackets would read as a point, and as `(a, b)` in a set. */
function interval(x: IntervalExpr, style: Style, round: boolean): string {
  const ends = `${expression(x.lower, style, SUM)}, ${expression(x.upper, style, SUM)}`;
  if (!x.lowerClosed && !x.upperClosed && !round) return `]${ends}[`;
  return `${x.lowerClosed ? '[' : '('}${ends}${x.upperClosed ? ']' : ')'}`;
}

const isInfinite = (x: Expr): boolean => (x.kind === 'negate' ? isInfinite(x.arg) : x.kind === 'symbol' && x.name === 'infinity');

const isUnbounded = (x: IntervalExpr): boolean => isInfinite(x.lower) || isInfinite(x.upper);

function number(x: NumberExpr, style: Style): string {
  const { n, d } = x.value;
  if (x.decimals !== null) return decimal(n, d, x.decimals);
  if (d === 1n) return String(n);
  const repeats = style.repeating === null ? null : repeatingDecimal(n, d);
  if (repeats !== null && style.repeating !== null) return style.repeating(repeats[0], repeats[1]);
  return style.over(String(n), String(d));
}

/** The decimal with exactly this many digits after the point. */
function decimal(n: bigint, d: bigint, decimals: number): string {
  const scaled = (n * 10n ** BigInt(decimals)) / d;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? '.' : ''}${digits.slice(point)}`;
}

const LONGEST_PERIOD = 8;

/** The digits before the period, and the period, of a fraction whose decimal repeats soon; null otherwise. */
function repeatingDecimal(n: bigint, d: bigint): readonly [string, string] | null {
  if (n < 0n) return null;
  const seen = new Map<bigint, number>();
  let digits = '';
  let rest = n % d;
  while (rest !== 0n && !seen.has(rest)) {
    if (seen.size > 2 * LONGEST_PERIOD) return null;
    seen.set(rest, digits.length);
    digits += String((rest * 10n) / d);
    rest = (rest * 10n) % d;
  }
  const at = seen.get(rest);
  if (rest === 0n || at === undefined || digits.length - at > LONGEST_PERIOD) return null;
  return [`${n / d}.${digits.slice(0, at)}`, digits.slice(at)];
}

function statement(s: Statement, style: Style): string {
  switch (s.kind) {
    case 'chain': {
      const sides = s.sides.map(side => expression(side, style, LOOSE));
      const chain = sides.map((side, at) => (at === 0 ? side : ` ${style.relation(s.relations[at - 1] ?? '=')} ${side}`)).join('');
      return s.modulus === undefined ? chain : `${chain}${style.modulus(expression(s.modulus, style, SUM))}`;
    }
    case 'or':
    case 'and':
      return s.parts.map(part => joinedPart(part, s.kind, style)).join(s.kind === 'or' ? style.or : style.and);
    case 'member':
      return `${expression(s.element, style, LOOSE)} ${belongs(s, style)} ${set(s.set, style, belongs(s, style) !== '=')}`;
    case 'truth':
      return s.value ? style.always : style.never;
  }
}

/** The usual names of a set of solutions or a domain stand before `=`. */
function belongs(s: Statement & { kind: 'member' }, style: Style): string {
  if (s.negated) return style.notIn;
  return s.element.kind === 'symbol' && /^[DLS]$/.test(s.element.name) ? '=' : style.in;
}

function joinedPart(part: Statement, joint: 'or' | 'and', style: Style): string {
  if (part.kind === 'truth') return style.truth(part.value);
  return part.kind === joint || part.kind === 'or' ? style.brackets(statement(part, style)) : statement(part, style);
}

function set(s: SetExpr, style: Style, round: boolean): string {
  switch (s.kind) {
    case 'union':
      return s.parts.map(part => set(part, style, true)).join(style.union);
    case 'interval':
      return interval(s, style, round || isUnbounded(s));
    case 'list':
      return list(s, style);
    default:
      return style.namedSet(s.kind);
  }
}
