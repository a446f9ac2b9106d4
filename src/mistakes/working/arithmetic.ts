import { num } from '../../math/build.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { mapChildren, mapExpr } from '../../math/tree.ts';
import { negate, product, quotient, sum } from '../build.ts';
import { numberIn } from '../tidy.ts';
import { partsOf } from '../walk.ts';
import { isLiteral, lcm, mixedNumber, numberAs, type Style } from './numbers.ts';

const MOST_LINES = 8;

/** A calculation worked out one level a line: brackets, then powers and roots, then products, then sums; fractions over one denominator before they are added. */
export function arithmetic(expr: Expr, style: Style): Expr[] {
  const lines: Expr[] = [];
  let line = expr;
  while (!isLiteral(line) && lines.length < MOST_LINES) {
    const next = onward(line, style);
    if (!next) break;
    lines.push(next);
    line = next;
  }
  const value = numberIn(expr);
  if (!isLiteral(line) && value) lines.push(numberAs(value, style));
  const mixed = style.mixed && value ? mixedNumber(value) : null;
  return mixed && !holdsMixed(lines.at(-1)) ? [...lines, mixed] : lines;
}

const holdsMixed = (expr: Expr | undefined): boolean => expr?.kind === 'mixed' || (expr?.kind === 'negate' && expr.arg.kind === 'mixed');

function onward(expr: Expr, style: Style): Expr | null {
  if (isLiteral(expr)) return null;
  const improper = mapExpr(expr, node => (node.kind === 'mixed' ? (improperOf(node) ?? node) : node));
  if (improper !== expr) return improper;
  if (brackets(expr)) return inBrackets(expr, style);
  for (const level of LEVELS) {
    const next = atLevel(expr, level, style);
    if (next) return next;
  }
  return expr.kind === 'sum' ? added(expr.terms, style) : valued(expr, style);
}

type Level = (expr: Expr) => boolean;

const LEVELS: readonly Level[] = [
  expr => expr.kind === 'power' || expr.kind === 'call' || expr.kind === 'percent',
  expr => expr.kind === 'product' || (expr.kind === 'quotient' && !isFraction(expr)),
];

const isFraction = (expr: Expr): boolean =>
  expr.kind === 'quotient' &&
  expr.num.kind === 'number' &&
  expr.den.kind === 'number' &&
  expr.num.decimals === null &&
  expr.den.decimals === null &&
  expr.bar;

/** Everything of one level worked out, inside first. Null when there is nothing of it. */
function atLevel(expr: Expr, level: Level, style: Style): Expr | null {
  const inner = mapChildren(expr, part => (isLiteral(part) ? part : (atLevel(part, level, style) ?? part)));
  if (inner !== expr) return signed(inner);
  return level(expr) && partsOf(expr).every(part => isLiteral(part) || isFraction(part)) ? valued(expr, style) : null;
}

const isSum = (expr: Expr): boolean => expr.kind === 'sum';

/** True when a sum stands inside another operation. */
const brackets = (expr: Expr): boolean => partsOf(expr).some(part => isSum(part) || brackets(part));

/** The innermost brackets worked out one level further. */
function inBrackets(expr: Expr, style: Style): Expr {
  return signed(mapChildren(expr, part => (brackets(part) ? inBrackets(part, style) : isSum(part) ? (onward(part, style) ?? part) : part)));
}

/** Sums and signs as they are written: no `+ -3`, no sum inside a sum. */
function signed(expr: Expr): Expr {
  if (expr.kind === 'sum') return sum(expr.terms.map(plain));
  return expr.kind === 'negate' ? plain(expr) : expr;
}

const plain = (expr: Expr): Expr => {
  if (expr.kind !== 'negate') return expr;
  if (expr.arg.kind === 'negate') return plain(expr.arg.arg);
  return expr;
};

function valued(expr: Expr, style: Style): Expr | null {
  if (expr.kind === 'quotient' && isFraction(expr.den) && expr.den.kind === 'quotient')
    return product([expr.num, quotient(expr.den.den, expr.den.num)]);
  const value = numberIn(expr);
  return value && numberAs(value, style);
}

/** Numbers added; fractions are brought to one denominator first, then added, then reduced. */
function added(terms: readonly Expr[], style: Style): Expr | null {
  const values = terms.map(numberIn);
  const all = values.filter(value => value !== null);
  const total = numberIn(sum([...terms]));
  if (!total || all.length < terms.length) return null;
  const dens = terms.map(denominator);
  if (style.decimals || dens.filter(den => den > 1n).length < 2) return numberAs(total, style);
  const common = dens.reduce((so, den) => lcm(so, den), 1n);
  if (dens.some(den => den !== common)) {
    return sum(all.map(value => over(value, common)));
  }
  const top = Q.multiply(total, Q.rational(common));
  return Q.gcdBig(top.n, common) === 1n || top.n === 0n ? numberAs(total, style) : over(total, common);
}

const denominator = (term: Expr): bigint => {
  const fraction = term.kind === 'negate' ? term.arg : term;
  return fraction.kind === 'quotient' && fraction.den.kind === 'number' ? fraction.den.value.n : 1n;
};

/** `1 1/2` as `3/2`. */
function improperOf(mixed: Expr): Expr | null {
  const value = numberIn(mixed);
  return value && over(value, value.d);
}

/** `3/4` as `9/12`. */
function over(value: Q.Rational, den: bigint): Expr {
  const above = (Q.absolute(value).n * den) / value.d;
  const bar: Expr = { kind: 'quotient', num: num(above), den: num(den), bar: true, span: NOWHERE };
  return value.n < 0n ? negate(bar) : bar;
}
