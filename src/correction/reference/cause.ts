import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { children } from '../../math/tree.ts';
import type { MistakeId } from '../../mistakes/rule.ts';
import { difference } from './explain.ts';
import { type Calculation, numbersIn } from './graph.ts';
import { quantitiesIn } from './quantities.ts';
import type { Repair } from './repair.ts';

/** A calculation of the student's, and the one that was needed. */
export interface Mended {
  readonly problem: string;
  /** The text of the line. */
  readonly line: string;
  readonly earlier: readonly Calculation[];
  /** What a known right solution calculates, where there is one. */
  readonly reference?: readonly Calculation[];
  readonly expr: Expr;
  readonly repair: Repair;
}

/** Which mistake between words and calculation the change shows; null when it shows none of a known kind. */
export function causeOf(mended: Mended): MistakeId | null {
  const [taken, meant] = difference(numbersIn(mended.expr), numbersIn(mended.repair.expr));
  switch (mended.repair.kind) {
    case 'operator':
      return byOperation(mended);
    case 'swapped':
      return mended.expr.kind === 'quotient' ? 'division-reversed' : 'subtraction-reversed';
    case 'operand':
      return taken && meant ? byNumber(mended, taken, meant) : null;
    case 'extra':
      return meant && byMissing(mended, meant);
    case 'dropped':
      return taken && bySurplus(mended, taken);
    case 'anew':
      return null;
  }
}

type Values = readonly { readonly value: Q.Rational }[];

const UNITS =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|inch(?:es)?|feet|foot|yards?|cents?|dollars?|dozens?|k?m|cm|mm|k?g|(?:kilo|centi|milli)?(?:met(?:er|re)|gram|lit(?:er|re))s?|pounds?|ounces?|lbs?)\b/gi;
/** How many of a smaller unit one of a larger unit holds. */
const FACTORS: ReadonlySet<string> = new Set(['3', '7', '12', '16', '24', '52', '60', '100', '365', '1000', '3600']);
const TIMES = /\b(?:times|twice|thrice|double[sd]?|tripled?|half|third|quarter)\b/i;
const MORE_OR_LESS = /\b(?:more|less|fewer|older|younger|taller|shorter|longer|heavier|lighter|higher|lower|cheaper) (?:\w+ ){0,3}than\b/i;
const SPEED = /\b(?:speed|mph|km\/h|miles (?:per|an) hour|(?:km|kilomet(?:er|re)s) (?:per|an) hour|m\/s|met(?:er|re)s per second)\b/i;

const named = (values: Values, value: Q.Rational): boolean => values.some(other => Q.equal(other.value, value));
const isFactor = (value: Q.Rational): boolean => FACTORS.has(Q.printRational(value));

/** Two units at least are spoken of. */
const severalUnits = ({ problem, line }: Mended): boolean =>
  new Set([...`${problem} ${line}`.matchAll(UNITS)].map(([unit]) => unit.toLowerCase().replace(/(?:es|s)$/, ''))).size > 1;

type Operation = '+' | '−' | '·' | '/';

/** The operation that only the one has, and the one that stands there by right. */
function byOperation(mended: Mended): MistakeId {
  const { problem, line, expr, repair } = mended;
  const [used, needed] = changed(operations(expr), operations(repair.expr));
  const scales = (operation: Operation | undefined): boolean => operation === '·' || operation === '/';
  if (scales(used) && scales(needed)) {
    if (severalUnits(mended) && numbersIn(expr).some(({ value }) => isFactor(value) && !named(quantitiesIn(problem), value)))
      return 'conversion-inverted';
    if (SPEED.test(problem)) return 'speed-formula-mixed';
    return TIMES.test(`${problem} ${line}`) ? 'comparison-reversed' : 'wrong-operation';
  }
  if (scales(used) !== scales(needed)) return TIMES.test(problem) ? 'added-for-times' : 'wrong-operation';
  return MORE_OR_LESS.test(problem) ? 'comparison-reversed' : 'wrong-operation';
}

function changed(before: readonly Operation[], after: readonly Operation[]): [Operation | undefined, Operation | undefined] {
  const only = (own: readonly Operation[], others: readonly Operation[]) => own.find(o => count(own, o) > count(others, o));
  return [only(before, after), only(after, before)];
}

const count = (all: readonly Operation[], one: Operation): number => all.filter(operation => operation === one).length;

function operations(expr: Expr): Operation[] {
  const inner = children(expr).flatMap(operations);
  if (expr.kind === 'sum') return [...expr.terms.slice(1).map((term): Operation => (term.kind === 'negate' ? '−' : '+')), ...inner];
  if (expr.kind === 'product') return [...expr.factors.slice(1).map((): Operation => '·'), ...inner];
  return expr.kind === 'quotient' ? ['/', ...inner] : inner;
}

function byNumber(mended: Mended, taken: Q.Rational, meant: Q.Rational): MistakeId {
  const { problem, earlier, reference = [] } = mended;
  const given = quantitiesIn(problem);
  const results = earlier.map(({ value }) => ({ value }));
  const known = (value: Q.Rational): boolean => named(given, value) || named(results, value);
  if (isFactor(meant) && !known(meant) && !named(reference, meant) && UNITS.test(mended.line + problem)) return 'conversion-number-wrong';
  if (isShare(given, taken, meant)) return 'percent-part-for-rest';
  const hundred = Q.rational(100);
  const percent = /%|percent/i.test(problem);
  if (percent && (Q.equal(taken, Q.multiply(meant, hundred)) || Q.equal(taken, Q.multiply(meant, Q.rational(10)))))
    return 'percent-as-number';
  const gap = Q.absolute(Q.subtract(taken, meant));
  if (!known(taken) && Q.equal(gap, Q.ONE) && taken.d === 1n) return 'counted-off-by-one';
  if (!known(taken)) return 'number-miscopied';
  return !named(given, meant) && named(results, meant) && named(given, taken) ? 'earlier-result-not-used' : 'wrong-quantity';
}

/** 0.2 for 0.8, or 0.2 for 1.2, where the problem speaks of 20%. */
function isShare(given: Values, taken: Q.Rational, meant: Q.Rational): boolean {
  const sum = Q.add(taken, meant);
  const gap = Q.absolute(Q.subtract(taken, meant));
  return (
    [taken, meant].every(value => value.d !== 1n && named(given, value)) &&
    (Q.equal(sum, Q.ONE) || Q.equal(gap, Q.ONE) || Q.equal(sum, Q.rational(2)))
  );
}

function byMissing(mended: Mended, meant: Q.Rational): MistakeId {
  const isGiven = named(quantitiesIn(mended.problem), meant);
  if (isFactor(meant) && !isGiven && severalUnits(mended)) return 'unit-not-converted';
  return Q.equal(meant, Q.ONE) && !isGiven ? 'counted-off-by-one' : 'quantity-left-out';
}

function bySurplus({ problem, earlier }: Mended, taken: Q.Rational): MistakeId {
  if (earlier.some(({ expr }) => named(numbersIn(expr), taken))) return 'number-used-twice';
  const stands = named(quantitiesIn(problem), taken) || earlier.some(({ value }) => Q.equal(value, taken));
  return stands ? 'number-not-needed' : 'number-from-nowhere';
}
