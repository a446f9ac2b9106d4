import { num } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { lettersOf, mapExpr } from '../../math/tree.ts';

/** Why a calculation may say more than its signs. Those named here only excuse results that the reason can bring about. */
export const WHY = {
  leftOver: 'The sentence speaks of rounding or of a remainder.',
  scaled: 'A word here changes what the number is worth.',
  changed: 'What is counted here has a number of its own.',
  counted: 'The sentence counts in larger units.',
  measures: 'Two units of one measure stand in this calculation.',
  grouping: 'It is not clear what is divided by what.',
} as const;

/** What a false result may be off by, by the reason. A reason that is not listed excuses every result. */
const EXCUSED: ReadonlyMap<string, (value: Q.Rational, written: Q.Rational) => boolean> = new Map([
  [WHY.leftOver, isCut],
  [WHY.scaled, isScale],
  [WHY.counted, isScale],
  [WHY.measures, isScale],
]);

/** A calculation without letters that does not hold, at its side `index`: true when what makes it unsure cannot be why. */
export function refutedAnyway(why: string, statement: Statement, index: number): boolean {
  const excused = EXCUSED.get(why);
  if (excused === undefined || statement.kind !== 'chain' || lettersOf(statement).length > 0) return false;
  if (statement.sides.some(side => someNode(side, node => node.kind === 'unit' && node.name !== '$'))) return true;
  const [left, right] = [statement.sides[index], statement.sides[index + 1]];
  const value = left ? amount(left) : null;
  const written = right ? amount(right) : null;
  return value && written ? !excused(value, written) : false;
}

/** A value as a number; dollars count as one. */
const amount = (side: Expr): Q.Rational | null => evaluateExact(mapExpr(side, node => (node.kind === 'unit' ? num(1) : node)));

/** Rounded to a whole number, up or down, or a remainder taken off. */
function isCut(value: Q.Rational, written: Q.Rational): boolean {
  return value.d !== 1n && Q.compare(Q.absolute(Q.subtract(value, written)), Q.ONE) < 0;
}

/** Factors between units of one measure, and between a number and its dozens, pairs or millions. */
const SCALES: ReadonlySet<string> = new Set(
  [
    2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 16, 20, 24, 25, 28, 30, 31, 32, 36, 48, 50, 52, 60, 64, 72, 96, 120, 128, 144, 168, 360, 365, 366, 1440,
    1760, 2000, 3600, 5280,
  ].map(String),
);

function isScale(value: Q.Rational, written: Q.Rational): boolean {
  const quotient = Q.divide(value, written);
  if (quotient === null || Q.isZero(value)) return true;
  const ratio = Q.absolute(quotient);
  const [large, small] = ratio.n > ratio.d ? [ratio.n, ratio.d] : [ratio.d, ratio.n];
  return small === 1n && (SCALES.has(String(large)) || /^[125]0+$/.test(String(large)));
}
