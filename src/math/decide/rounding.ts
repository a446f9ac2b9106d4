import type { Expr, NumberExpr, Statement } from '../expr.ts';
import { add, equal, type Rational, rational, toNumber } from '../rational.ts';
import { isKnown } from './approx.ts';
import { linksOf } from './equations.ts';
import { expressionsOf, mapParts, someNode } from './free.ts';
import type { Disagreement } from './line.ts';
import { real } from './real.ts';
import type { Point } from './samples.ts';

/** A value that ends so few digits behind the written ones is stated in full, not rounded. */
const SPARED_DIGITS = 2;

/** How a written decimal may state a value. */
interface Manner {
  /** Numbers of the first statement: what is copied from there was not rounded. */
  readonly known: readonly Rational[];
  /** Any number of digits will do. */
  readonly coarse: boolean;
}

/**
 * Whether every lost solution still fits the second statement once each decimal that is new in it may be off by half a unit in its last place, and as many
 * solutions were gained as lost. Unless `coarse`, a fraction needs two decimals or three figures, and a value that ends soon may not be rounded at all.
 */
export function onlyRounded(found: readonly Disagreement[], from: Statement, to: Statement, coarse: boolean): boolean {
  const lost = found.filter(d => d.only === 'first');
  const manner = { known: numbersIn(expressionsOf(from)).map(node => node.value), coarse };
  return lost.length > 0 && 2 * lost.length === found.length && lost.every(d => fits(to, d, manner));
}

function fits(statement: Statement, d: Disagreement, manner: Manner): boolean {
  if (statement.kind === 'or') return statement.parts.some(part => fits(part, d, manner));
  if (statement.kind === 'and') return statement.parts.every(part => fits(part, d, manner));
  if (statement.kind === 'member') {
    return (
      statement.set.kind === 'list' && !statement.negated && statement.set.items.some(item => close(statement.element, item, d, manner))
    );
  }
  if (statement.kind !== 'chain') return false;
  return linksOf(statement).every(({ left, right, relation }) => (relation === '=' || relation === '≈') && close(left, right, d, manner));
}

/** |left − right| is at most what the new decimals of both sides, each moved by half a unit of its last place, can change. */
function close(left: Expr, right: Expr, d: Disagreement, { known, coarse }: Manner): boolean {
  const gap = difference(left, right, d.at);
  if (!isKnown({ v: gap, e: 0 })) return false;
  const decimals = numbersIn([left, right]).filter(node => node.decimals && !known.some(value => equal(value, node.value)));
  let room = 0;
  for (const decimal of decimals) {
    const moved = difference(moveDecimal(left, decimal), moveDecimal(right, decimal), d.at);
    if (Number.isFinite(moved)) room += Math.abs(moved - gap);
  }
  if (Math.abs(gap) > room * (1 + 1e-9)) return false;
  const [only] = decimals;
  return coarse || decimals.length !== 1 || !only || gap === 0 || isFine(only, Math.abs(gap) / room, d);
}

/** Whether a decimal that is off by this share of half a unit states its value with digits enough. */
function isFine(decimal: NumberExpr, share: number, d: Disagreement): boolean {
  const digits = decimal.decimals ?? 0;
  const off = (share / 2) * 10 ** SPARED_DIGITS;
  if (digits < 8 && Math.abs(off - Math.round(off)) < 1e-6) return false;
  const figures = Math.round(Math.abs(toNumber(decimal.value)) * 10 ** digits);
  return d.root.exact === null || digits >= 2 || figures >= 100;
}

function difference(left: Expr, right: Expr, at: Point): number {
  return real(left, at.real).v - real(right, at.real).v;
}

function numbersIn(exprs: readonly Expr[]): NumberExpr[] {
  const found: NumberExpr[] = [];
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind === 'number') found.push(node);
      return false;
    });
  }
  return found;
}

function moveDecimal(expr: Expr, decimal: Expr): Expr {
  if (expr === decimal && expr.kind === 'number')
    return { ...expr, value: add(expr.value, rational(1n, 2n * 10n ** BigInt(expr.decimals ?? 0))) };
  return mapParts(expr, part => moveDecimal(part, decimal));
}
