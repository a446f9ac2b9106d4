import type { Rational } from './rational.ts';

/** Half-open range of UTF-16 offsets into the document an expression was read from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of the tree that no document wrote has this span. */
export const NOWHERE: Span = { start: -1, end: -1 };

/**
 * A mathematical expression in the student's own form. Nothing is simplified, reordered or cancelled on reading:
 * `x/x`, `2 + -3` and `1x` stay as they were written. Sums and products are n-ary in written order;
 * `a - b` is a sum of `a` and `negate(b)`.
 */
export type Expr =
  | NumberExpr
  | SymbolExpr
  | UnitExpr
  | SumExpr
  | ProductExpr
  | QuotientExpr
  | PowerExpr
  | NegateExpr
  | PlusMinusExpr
  | PercentExpr
  | MixedExpr
  | CallExpr
  | DerivativeExpr
  | IntegralExpr
  | LimitExpr
  | SeriesExpr
  | MatrixExpr
  | ListExpr
  | IntervalExpr;

interface Node {
  readonly span: Span;
}

/** `decimals` counts the digits after the point as written (`2.50` has 2), null for an integer. */
export interface NumberExpr extends Node {
  readonly kind: 'number';
  readonly value: Rational;
  readonly decimals: number | null;
}

/** A letter, a Greek name (`theta`), a subscripted name (`x_1`), or one of the constants `pi`, `e`, `i`, `infinity`. */
export interface SymbolExpr extends Node {
  readonly kind: 'symbol';
  readonly name: string;
}

/** A unit or counted noun in its singular form: `km`, `hour`, `$`, `apple`. Stands as a factor beside its number. */
export interface UnitExpr extends Node {
  readonly kind: 'unit';
  readonly name: string;
}

export interface SumExpr extends Node {
  readonly kind: 'sum';
  readonly terms: readonly Expr[];
}

/** `implicit` is true when no sign was written between the factors (`2x`, `3(x+1)`). */
export interface ProductExpr extends Node {
  readonly kind: 'product';
  readonly factors: readonly Expr[];
  readonly implicit: boolean;
}

/** `bar` is true for a fraction bar (`\frac`, `½`), false for `/`, `÷`, `:`. */
export interface QuotientExpr extends Node {
  readonly kind: 'quotient';
  readonly num: Expr;
  readonly den: Expr;
  readonly bar: boolean;
}

export interface PowerExpr extends Node {
  readonly kind: 'power';
  readonly base: Expr;
  readonly exponent: Expr;
}

export interface NegateExpr extends Node {
  readonly kind: 'negate';
  readonly arg: Expr;
}

/** `±arg`; inside a sum, `a ± b` is `sum[a, plusminus(b)]`. `upper` is '-' for `∓`. */
export interface PlusMinusExpr extends Node {
  readonly kind: 'plusminus';
  readonly arg: Expr;
  readonly upper: '+' | '-';
}

export interface PercentExpr extends Node {
  readonly kind: 'percent';
  readonly arg: Expr;
}

/** A mixed number, `5 1/2`: whole + num/den, with a negative sign outside of it. */
export interface MixedExpr extends Node {
  readonly kind: 'mixed';
  readonly whole: NumberExpr;
  readonly num: NumberExpr;
  readonly den: NumberExpr;
}

/**
 * A function applied: `sqrt`, `root` (radicand, index), `abs`, `log` (argument, base), `ln`, `exp`, `sin` … `arctan`, `factorial`,
 * `binomial` (n, k), `permutation`, `gcd`, `lcm`, `floor`, `ceil`, `mod`, `det`, `transpose`, `min`, `max`, or a named function: `f`, `f'`.
 */
export interface CallExpr extends Node {
  readonly kind: 'call';
  readonly fn: string;
  readonly args: readonly Expr[];
}

export interface DerivativeExpr extends Node {
  readonly kind: 'derivative';
  readonly body: Expr;
  readonly variable: string;
  readonly order: number;
  readonly partial: boolean;
}

export interface IntegralExpr extends Node {
  readonly kind: 'integral';
  readonly body: Expr;
  readonly variable: string;
  readonly bounds: { readonly lower: Expr; readonly upper: Expr } | null;
}

export interface LimitExpr extends Node {
  readonly kind: 'limit';
  readonly body: Expr;
  readonly variable: string;
  readonly point: Expr;
  readonly side: 'both' | 'above' | 'below';
}

/** A sum or product over an index, both bounds included. */
export interface SeriesExpr extends Node {
  readonly kind: 'series';
  readonly op: 'sum' | 'product';
  readonly body: Expr;
  readonly variable: string;
  readonly lower: Expr;
  readonly upper: Expr;
}

export interface MatrixExpr extends Node {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Expr[])[];
}

/** An ordered tuple `(1, 2)`, a set `{1, 2}`, or a bare enumeration `1, 2`. */
export interface ListExpr extends Node {
  readonly kind: 'list';
  readonly form: 'tuple' | 'set' | 'bare';
  readonly items: readonly Expr[];
}

export interface IntervalExpr extends Node {
  readonly kind: 'interval';
  readonly lower: Expr;
  readonly upper: Expr;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

export type Relation = '=' | '≠' | '<' | '≤' | '>' | '≥' | '≈' | '≡';

/**
 * What one line states. A `chain` of n sides has n − 1 relations; with one side it is a bare expression.
 * `member` is `x ∈ A`; `truth` is 'no solution' (false) or 'all real numbers' (true).
 * A congruence chain carries its `modulus`.
 */
export type Statement =
  | {
      readonly kind: 'chain';
      readonly sides: readonly Expr[];
      readonly relations: readonly Relation[];
      readonly modulus?: Expr;
      readonly span: Span;
    }
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Statement[]; readonly span: Span }
  | { readonly kind: 'member'; readonly element: Expr; readonly set: SetExpr; readonly negated: boolean; readonly span: Span }
  | { readonly kind: 'truth'; readonly value: boolean; readonly span: Span };

/** A set on the right of `∈`: an interval or list, a union of such, or a named number set. */
export type SetExpr =
  | IntervalExpr
  | ListExpr
  | { readonly kind: 'union'; readonly parts: readonly SetExpr[]; readonly span: Span }
  | { readonly kind: 'reals' | 'integers' | 'naturals' | 'empty'; readonly span: Span };

/** Something the parser could not read, and where. Reading goes on around it. */
export interface ReadProblem {
  readonly message: string;
  readonly span: Span;
}
