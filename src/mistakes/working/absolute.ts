import { relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { negate } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import type { Move } from './move.ts';
import { either, NEVER } from './polynomial.ts';

/** `|u| = k` is `u = k or u = -k`; never, for a negative k. */
export const absoluteMove: Move = ({ left, right }) => {
  const inside = insideOf(left);
  if (!inside) return insideOf(right) ? absoluteMove({ left: right, right: left, letter: '' }, { decimals: false }) : null;
  const other = insideOf(right) ?? right;
  const value = hasLetter(other) ? null : numberIn(other);
  if (value && value.n < 0n) return [NEVER];
  if (value?.n === 0n) return [relation(inside, '=', other)];
  return [either([relation(inside, '=', opposite(other)), relation(inside, '=', other)])];
};

const insideOf = (expr: Expr): Expr | null => (expr.kind === 'call' && expr.fn === 'abs' ? (expr.args[0] ?? null) : null);

const opposite = (expr: Expr): Expr => (hasLetter(expr) ? negate(expr) : tidy(negate(expr)));
