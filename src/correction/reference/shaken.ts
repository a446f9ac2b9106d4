import type { Expr, NumberExpr, SymbolExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { type Calculation, numbersIn } from './graph.ts';
import { quantitiesIn } from './quantities.ts';

/**
 * Numbers, each moved off its place by a chance of its own. The same work on shaken numbers gives the same result in any order and form; results that
 * are equal by accident part.
 */
export type Shaker = (value: Q.Rational) => number;

const key = Q.printRational;

/** A factor near 1 that belongs to a text: the same in every run. */
function chance(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return 1 + ((hash >>> 0) / 2 ** 32 - 0.5) / 3;
}

/** Shakes the numbers of a problem. A share in percent moves with its percentage, what is left with the share, a fraction with its parts. */
export function shakerOf(problem: string): Shaker {
  const said = quantitiesIn(problem).filter(quantity => !DERIVED.test(quantity.said));
  const named = new Set(said.map(quantity => key(quantity.value)));
  const isNamed = (value: Q.Rational) => named.has(key(value));
  const moved = (value: Q.Rational) => (value.n === 0n || key(value) === '1' ? Q.toNumber(value) : Q.toNumber(value) * chance(key(value)));
  const fraction = ({ n, d }: Q.Rational) => moved(Q.rational(n)) / moved(Q.rational(d));
  const share = (value: Q.Rational) => {
    const percents = Q.multiply(value, HUNDRED);
    return value.n > 0n && isNamed(percents) ? moved(percents) / moved(HUNDRED) : null;
  };
  const shake = (value: Q.Rational): number => {
    if (value.n < 0n) return -shake(Q.negate(value));
    const isWhole = value.d === 1n;
    if (isWhole && isNamed(value)) return moved(value);
    const [rest, percentsLeft] = [Q.subtract(Q.ONE, value), Q.subtract(HUNDRED, value)];
    const [own, left, more] = [share(value), share(rest), share(Q.negate(rest))];
    if (own !== null) return own;
    if (isNamed(value)) return value.d < LARGE ? fraction(value) : moved(value);
    if (left !== null) return 1 - left;
    if (more !== null) return 1 + more;
    if (!isWhole && rest.n > 0n && isNamed(rest)) return 1 - shake(rest);
    if (isWhole && percentsLeft.n > 0n && isNamed(percentsLeft) && isNamed(Q.multiply(percentsLeft, HUNDREDTH)))
      return moved(HUNDRED) - moved(percentsLeft);
    return isWhole || value.d >= LARGE ? moved(value) : fraction(value);
  };
  const memo = new Map<string, number>();
  return value => {
    const at = key(value);
    const known = memo.get(at) ?? shake(value);
    memo.set(at, known);
    return known;
  };
}

const DERIVED = /^(?:what is left|the whole)/;
const HUNDRED = Q.rational(100);
const HUNDREDTH = Q.rational(1, 100);

/** Denominators of decimals: from here on a number is not taken for a fraction that was said as one. */
const LARGE = 20n;

/** The value of an expression with other numbers in the place of its numbers and letters; NaN where it has none. */
export function valueWith(expr: Expr, leaf: (node: NumberExpr | SymbolExpr) => number): number {
  const value = (e: Expr): number => valueWith(e, leaf);
  switch (expr.kind) {
    case 'number':
    case 'symbol':
      return leaf(expr);
    case 'unit':
      return 1;
    case 'sum':
      return expr.terms.reduce((total, e) => total + value(e), 0);
    case 'product':
      return expr.factors.reduce((total, e) => total * value(e), 1);
    case 'quotient':
      return value(expr.num) / value(expr.den);
    case 'negate':
      return -value(expr.arg);
    case 'percent':
      return value(expr.arg) / leaf({ kind: 'number', value: HUNDRED, decimals: null, span: expr.span });
    case 'mixed':
      return value(expr.whole) + value(expr.num) / value(expr.den);
    case 'power':
      return value(expr.base) ** value(expr.exponent);
    default:
      return Number.NaN;
  }
}

/** The value on shaken numbers. Letters have none. */
export const shakenValue = (expr: Expr, shake: Shaker): number =>
  valueWith(expr, node => (node.kind === 'number' ? shake(node.value) : Number.NaN));

/** Where two results count as the same: the logarithm of the size, rounded. */
export const place = (value: number): number => Math.round(Math.log(Math.abs(value)) * 1e8);

/** Ways to read a calculation's numbers that are kept: a number may be the problem's own, or the result of more than one line. */
const READINGS = 12;

/**
 * For each calculation, what it gives on shaken numbers: one value for each way to read where its numbers come from.
 * @param stated numbers that count as given wherever they are a result
 */
export function shakenValues(
  graph: readonly Calculation[],
  shake: Shaker,
  stated: ReadonlySet<string> = new Set(),
): readonly (readonly number[])[] {
  const results: number[][] = [];
  for (const [at, { expr, value }] of graph.entries()) {
    const nodes = numbersIn(expr);
    let readings: ReadonlyMap<NumberExpr, number>[] = [new Map()];
    for (const node of nodes) {
      const sources = graph.flatMap((earlier, i) => (i < at && Q.equal(earlier.value, node.value) ? (results[i] ?? []) : []));
      const options = distinctPlaces([...sources, shake(node.value)]);
      readings = readings.flatMap(reading => options.map(option => new Map(reading).set(node, option))).slice(0, READINGS);
    }
    results.push(
      distinctPlaces([
        ...readings.map(reading =>
          valueWith(expr, node => (node.kind === 'number' ? (reading.get(node) ?? shake(node.value)) : Number.NaN)),
        ),
        ...(stated.has(key(value)) ? [shake(value)] : []),
      ]),
    );
  }
  return results;
}

function distinctPlaces(values: readonly number[]): number[] {
  const found = new Map<number, number>();
  for (const value of values) if (Number.isFinite(value) && !found.has(place(value))) found.set(place(value), value);
  return [...found.values()];
}
