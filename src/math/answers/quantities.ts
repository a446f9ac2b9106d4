import { num, product, quotient, sym } from '../build.ts';
import { mapParts, someNode } from '../decide/free.ts';
import { unitOf } from '../decide/units.ts';
import type { Expr } from '../expr.ts';
import { rational } from '../rational.ts';

/** Units that are a quotient of two others. */
const COMPOSED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['mph', ['mile', 'hour']],
  ['kmph', ['km', 'hour']],
]);

const isAngle = (name: string): boolean => name === '°' || name === 'degree';

/** Whether units other than those of angles stand in the expression. */
export function hasUnits(expr: Expr): boolean {
  return someNode(expr, node => node.kind === 'unit' && !isAngle(node.name));
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
  return unit ? product(num(unit.size), sym(`one ${unit.kind}`)) : sym(`one ${name}`);
}

/** The expression with every unit, angles included, left out. */
export function withoutUnits(expr: Expr): Expr {
  return expr.kind === 'unit' ? num(rational(1)) : mapParts(expr, withoutUnits);
}
