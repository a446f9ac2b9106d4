import type { Expr, Relation, Statement } from '../expr.ts';
import { toNumber } from '../rational.ts';
import { alternatives } from './equations.ts';
import { exact } from './exact.ts';
import { constantValue } from './real.ts';

/** Bounds that the values of an expression never leave, wherever it is defined. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const ANY: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const POSITIVE: Range = { low: 0, high: Number.POSITIVE_INFINITY };
const UNIT: Range = { low: -1, high: 1 };

const BOUNDED: Readonly<Record<string, Range | undefined>> = {
  sin: UNIT,
  cos: UNIT,
  tanh: UNIT,
  abs: POSITIVE,
  sqrt: POSITIVE,
  exp: POSITIVE,
  arctan: { low: -1.5708, high: 1.5708 },
  arcsin: { low: -1.5708, high: 1.5708 },
  arccos: { low: 0, high: 3.1416 },
  cosh: { low: 1, high: Number.POSITIVE_INFINITY },
};

/** Whether no value of the letters can satisfy the statement, since its sides never come near each other. False where that is not known. */
export function cannotHold(statement: Statement): boolean {
  const all = alternatives(statement);
  return all?.every(links => links.some(({ left, right, relation }) => isApart(range(left), range(right), relation))) ?? false;
}

/** Room for the rounding of bounds such as π. */
const ROOM = 1e-6;

function isApart(l: Range, r: Range, relation: Relation): boolean {
  const above = l.low > r.high + ROOM;
  const below = l.high < r.low - ROOM;
  if (relation === '=') return above || below;
  if (relation === '<' || relation === '≤') return above;
  return (relation === '>' || relation === '≥') && below;
}

function range(expr: Expr): Range {
  switch (expr.kind) {
    case 'number':
      return only(toNumber(expr.value));
    case 'symbol':
      return only(constantValue(expr.name) ?? Number.NaN);
    case 'sum':
      return expr.terms.map(range).reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }));
    case 'negate': {
      const a = range(expr.arg);
      return { low: -a.high, high: -a.low };
    }
    case 'product':
      return expr.factors.map(range).reduce(times);
    case 'power': {
      const exponent = exact(expr.exponent);
      if (exponent && exponent !== 'undefined')
        return exponent.d === 1n && exponent.n > 0n && exponent.n % 2n === 0n ? squared(range(expr.base)) : ANY;
      return range(expr.base).low > 0 ? POSITIVE : ANY;
    }
    case 'call':
      return BOUNDED[expr.fn] ?? ANY;
    default:
      return ANY;
  }
}

const only = (v: number): Range => (Number.isFinite(v) ? { low: v, high: v } : ANY);

function squared(a: Range): Range {
  const [x, y] = [a.low * a.low, a.high * a.high];
  return Number.isFinite(x) && Number.isFinite(y) && x === y && x <= 1 ? { low: 0, high: x } : POSITIVE;
}

function times(a: Range, b: Range): Range {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return ends.some(Number.isNaN) ? ANY : { low: Math.min(...ends), high: Math.max(...ends) };
}
