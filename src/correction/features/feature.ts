import type { Expr } from '../../math/expr.ts';

/** Something of the problem's own figure that words or a letter name, with what it is worth: the centre of a circle, the slope through two points. */
export interface Feature {
  /** The words before its value. */
  readonly words: RegExp;
  /** Letters that stand for it in this problem. */
  readonly heads: RegExp | null;
  /** A number as one entry, a point by its coordinates. One of them is right. */
  readonly values: readonly (readonly Expr[])[];
}
