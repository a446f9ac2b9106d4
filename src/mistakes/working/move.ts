import type { Expr, Statement } from '../../math/expr.ts';
import type { Style } from './numbers.ts';

/** An equation in one letter. */
export interface Equation {
  readonly left: Expr;
  readonly right: Expr;
  readonly letter: string;
}

/** One move of school algebra on an equation of its family: the next line or lines, or null when it is none of that family. */
export type Move = (equation: Equation, style: Style) => Statement[] | null;
