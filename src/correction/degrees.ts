import { someNode } from '../math/decide/free.ts';
import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';

/** Radians in a degree. */
export const DEGREE = Math.PI / 180;

interface Angle {
  readonly value: number;
  /** Half a unit of the last figure written. */
  readonly grain: number;
  /** A sign of degrees stands behind it. */
  readonly marked: boolean;
}

/** `63.6°`, `63.6`: a number with or without a sign of degrees. */
export function angleOf(side: Expr | undefined): Angle | null {
  const [size, unit, ...more] = side?.kind === 'product' ? side.factors : [side];
  const marked = unit?.kind === 'unit' && unit.name === '°';
  if (size?.kind !== 'number' || more.length > 0 || (unit !== undefined && !marked)) return null;
  return { value: Q.toNumber(size.value), grain: 0.5001 * 10 ** -(size.decimals ?? 0), marked };
}

export const isTrigonometric = (node: Expr): boolean => node.kind === 'call' && /^(?:sin|cos|tan|cot|sec|csc)$/.test(node.fn);

const isInverse = (node: Expr): boolean => node.kind === 'call' && /^arc/.test(node.fn);

/** `arccos(1/7) = 81.79`: the angle in degrees, rounded as it is written, with their sign or without. */
export function isAngleInDegrees(left: Expr, right: Expr): boolean {
  const angle = someNode(left, isInverse) ? angleOf(right) : null;
  const value = angle && evaluateNumeric(left);
  return angle !== null && typeof value === 'number' && Math.abs(value / DEGREE - angle.value) <= angle.grain;
}
