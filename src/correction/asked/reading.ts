import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { expressionIn } from './text.ts';

/**
 * What a problem asks for, where its words leave no doubt.
 * - `value`: the answer equals this expression. `stated`: the problem writes that expression itself, so that any line may go on from it;
 *   `open`: its letters are known to stay, so that a mere number is no answer.
 * - `solution`: the answer is the value of `of` where `given` holds.
 */
export type Asked =
  | { readonly kind: 'value'; readonly value: Expr; readonly stated: boolean; readonly names: readonly string[]; readonly open?: boolean }
  | { readonly kind: 'solution'; readonly of: Expr; readonly given: Statement; readonly names: readonly string[] };

/** A form of question, and what it asks by the groups of its match. */
export type Reader = readonly [pattern: RegExp, read: (groups: readonly (string | undefined)[]) => Asked | null];

export const NUMBER = '(-?\\$?\\d+(?:[.,]\\d+)*(?:/\\d+)?)';
export const END = '[.?:]?$';

export const value = (expr: Expr | null, names: readonly string[] = [], stated = false): Asked | null =>
  expr && { kind: 'value', value: expr, stated, names };

export const number = (text: string | undefined): Expr | null => {
  const expr = expressionIn(text?.replace(/^\$|,(?=\d{3})/g, ''));
  return expr && evaluateExact(expr) ? expr : null;
};

/** Two numbers and what is done with them. */
export const both = (
  a: string | undefined,
  b: string | undefined,
  make: (a: Expr, b: Expr) => Expr,
  names: readonly string[] = [],
): Asked | null => {
  const [x, y] = [number(a), number(b)];
  return x && y ? value(make(x, y), names) : null;
};
