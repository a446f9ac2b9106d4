import { num, power, product, quotient, sym } from '../build.ts';
import { mapParts, someNode, someSymbol } from '../decide/free.ts';
import { Trait, traitsOf } from '../decide/traits.ts';
import { unitOf } from '../decide/units.ts';
import type { Expr } from '../expr.ts';
import { rational } from '../rational.ts';

/** Units that are a quotient of two others. */
const COMPOSED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['mph', ['mile', 'hour']],
  ['kmph', ['km', 'hour']],
]);

const isAngle = (name: string): boolean => name === '°' || name === 'degree' || name === 'rad';

/** Whether units other than those of angles stand in the expression. */
export function hasUnits(expr: Expr): boolean {
  return (traitsOf(expr) & Trait.unit) !== 0 && someNode(expr, node => node.kind === 'unit' && !isAngle(node.name));
}

/** Every unit as its size in the measure it belongs to, `5 km` as 5 · 1000 · length: quantities of one measure can then be compared. */
export function inMeasures(expr: Expr): Expr {
  if (expr.kind !== 'unit') return mapParts(expr, inMeasures);
  if (isAngle(expr.name)) return expr;
  const parts = COMPOSED.get(expr.name);
  return parts ? quotient(sized(parts[0]), sized(parts[1])) : sized(expr.name);
}

function sized(name: string): Expr {
  const unit = unitOf(name);
  if (unit?.kind === 'metric volume') return product(num(unit.size), num(rational(1, 1000)), power(sym('one length'), num(3)));
  return unit ? product(num(unit.size), sym(`one ${unit.kind}`)) : sym(`one ${name}`);
}

/** Units that are written like a letter. */
const LETTER_UNITS: ReadonlyMap<string, string> = new Map([
  ['h', 'hour'],
  ['m', 'm'],
  ['g', 'g'],
  ['s', 'second'],
  ['l', 'l'],
  ['L', 'l'],
  ['t', 'tonne'],
]);

/** `3 m^2`, `25 m/s`, `1.5 h · 60 km/h`: letters behind numbers that name units, read as units; all else as it is. */
export function asQuantity(expr: Expr): Expr {
  if (!someSymbol(expr, mayBeUnit)) return expr;
  const [size, unit, ...others] = expr.kind === 'product' && expr.implicit ? expr.factors : [];
  if (expr.kind === 'quotient' && isSized(expr.num)) {
    const den = unitIn(expr.den);
    if (den) return { ...expr, num: asQuantity(expr.num), den };
  }
  const read = unit && others.length === 0 ? unitIn(unit) : null;
  if (size && isSize(size) && read && expr.kind === 'product') return { ...expr, factors: [size, read] };
  return mapParts(expr, asQuantity);
}

const mayBeUnit = (name: string): boolean => LETTER_UNITS.has(name) || name.startsWith('unit ');

const isSize = (expr: Expr): boolean =>
  expr.kind === 'number' || expr.kind === 'mixed' || (expr.kind === 'quotient' && isSize(expr.num) && isSize(expr.den));

const isSized = (expr: Expr): boolean =>
  expr.kind === 'product' && expr.implicit && expr.factors[0] !== undefined && isSize(expr.factors[0]);

function unitIn(expr: Expr): Expr | null {
  if (expr.kind === 'unit') return expr;
  if (expr.kind === 'power') {
    const base = unitIn(expr.base);
    return base && { ...expr, base };
  }
  if (expr.kind === 'quotient') {
    const [over, under] = [unitIn(expr.num), unitIn(expr.den)];
    return over && under && { ...expr, num: over, den: under };
  }
  const name = expr.kind === 'symbol' ? LETTER_UNITS.get(expr.name) : undefined;
  return name === undefined ? null : { kind: 'unit', name, span: expr.span };
}

/** The expression with every unit, angles included, left out. */
export function withoutUnits(expr: Expr): Expr {
  return expr.kind === 'unit' ? num(rational(1)) : mapParts(expr, withoutUnits);
}
