import { asQuantity, hasUnits, inMeasures } from '../../math/answers/quantities.ts';
import { num, product } from '../../math/build.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { mapExpr } from '../../math/tree.ts';
import type { Witness } from '../../math/witness.ts';
import { numberAs } from '../../mistakes/working/numbers.ts';
import type { Claim } from '../../solution/solution.ts';

/** A quantity in one unit, `40 min`: its number and its unit. */
interface Quantity {
  readonly size: Expr;
  readonly unit: Expr;
}

/**
 * What a quantity is in the unit or units of another one: `0.4 h` in those of `40 min` is `24 min`, `148 min` in those of `1 h 48 min` is `2 h 28 min`.
 * Null where they do not measure the same.
 */
export function inUnitsOf(quantity: Expr, model: Expr): Expr | null {
  const [from, like] = [asQuantity(quantity), asQuantity(model)];
  if (!hasUnits(from) || !hasUnits(like)) return null;
  if (like.kind !== 'sum') {
    const one = quantityIn(like);
    const ratio = one && ratioOf(from, one.unit);
    return one && ratio ? sized(numberAs(ratio, { decimals: true }), one.unit) : null;
  }
  const units = like.terms.map(term => quantityIn(term)?.unit);
  let rest = from;
  const parts: Expr[] = [];
  for (const [index, unit] of units.entries()) {
    const ratio = unit && ratioOf(rest, unit);
    if (!unit || !ratio || ratio.n < 0n) return null;
    const whole = index === units.length - 1 ? ratio : Q.rational(ratio.n / ratio.d);
    parts.push(sized(numberAs(whole, { decimals: true }), unit));
    rest = { kind: 'sum', terms: [rest, { kind: 'negate', arg: sized(num(whole), unit), span: unit.span }], span: rest.span };
  }
  return { ...like, terms: parts };
}

/** The same in the student's own words for the units: `2 h 28 min` for the model `1 h 48 min`. */
export function toldInUnitsOf(quantity: Expr, model: Expr, { text, range }: Claim): string | null {
  const own = text.slice(model.span.start - range.start, model.span.end - range.start);
  const right = inUnitsOf(quantity, model);
  if (!right) return null;
  const sizes = (right.kind === 'sum' ? right.terms : [right]).map(part => printPlain(quantityIn(part)?.size ?? part));
  if (sizes.length === 1) {
    const unit = /(?:[\p{L}°$€£²³/]|\^\d)+\.?$/u.exec(own.trim())?.[0];
    return unit === undefined ? null : `${sizes[0]} ${unit}`;
  }
  const numbers = /\d[\d.,]*/g;
  let at = 0;
  return (own.match(numbers) ?? []).length === sizes.length ? own.replace(numbers, number => sizes[at++] ?? number) : null;
}

/** `148 min` is `2 h 28 min`, not `1 h 48 min`: told in the student's own units. */
export function shownInUnits(claim: Claim, left: Expr, right: Expr): Witness | null {
  const value = toldInUnitsOf(left, right, claim);
  const [expression, written] = [left, right].map(({ span }) =>
    claim.text.slice(Math.max(0, span.start - claim.range.start), span.end - claim.range.start),
  );
  return value === null || !expression || !written ? null : { kind: 'computed', expression, value, written };
}

const sized = (size: Expr, unit: Expr): Expr => ({ kind: 'product', factors: [size, unit], implicit: true, span: unit.span });

function quantityIn(expr: Expr): Quantity | null {
  const factors = factorsOf(expr);
  const unit = factors.at(-1);
  const sizes = factors.slice(0, -1);
  const [size] = sizes;
  if (!unit || !size || !isUnit(unit) || sizes.some(hasUnits)) return null;
  return { size: sizes.length === 1 ? size : product(...sizes), unit };
}

const factorsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'product' ? expr.factors.flatMap(factorsOf) : [expr]);

const isUnit = (expr: Expr): boolean => expr.kind === 'unit' || (expr.kind === 'power' && isUnit(expr.base));

/** How many of a unit a quantity is; null where that hangs on how large the measure itself is, or cannot be worked out. */
function ratioOf(quantity: Expr, unit: Expr): Q.Rational | null {
  const [one, two] = [1, 2].map(measure => {
    const [a, b] = [quantity, unit].map(expr =>
      evaluateExact(mapExpr(inMeasures(expr), node => (node.kind === 'symbol' && node.name.startsWith('one ') ? num(measure) : node))),
    );
    return a && b ? Q.divide(a, b) : null;
  });
  return one && two && Q.equal(one, two) ? one : null;
}
