import { num } from '../build.ts';
import type { Expr } from '../expr.ts';
import { mapParts, someNode } from './free.ts';

type Pair = readonly [Expr, Expr];

/** The ways in which a calculation with units may be meant, as calculations without; null when there is none. */
export function unitReadings(left: Expr, right: Expr): readonly Pair[] | null {
  if (!hasUnit(left) && !hasUnit(right)) return [[left, right]];
  return [[bareOf(left), bareOf(right)]];
}

function hasUnit(expr: Expr): boolean {
  return someNode(expr, node => node.kind === 'unit');
}

/** The numbers alone. */
function bareOf(expr: Expr): Expr {
  return expr.kind === 'unit' ? num(1) : mapParts(expr, bareOf);
}
