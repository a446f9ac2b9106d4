import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { num } from '../build.ts';
import { tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { joined } from './logarithm.ts';

/** A sum of logarithms to one base as one logarithm; the value, where it is a whole number. Null for anything else. */
export function joinLogarithms(expr: Expr): Expr[] | null {
  const value = wholeLogarithm(expr);
  if (value) return [value];
  const [line] = joined({ left: expr, right: num(0), letter: '' }) ?? [];
  if (line?.kind !== 'chain') return null;
  const [one, rest] = line.sides;
  if (one?.kind !== 'call' || rest?.kind !== 'number' || rest.value.n !== 0n) return null;
  const neat: Expr = { ...one, args: one.args.map(tidy) };
  const last = wholeLogarithm(neat);
  return [one, neat, ...(last ? [last] : [])];
}

/** `log_2(8)` as 3. */
export function wholeLogarithm(expr: Expr): Expr | null {
  if (expr.kind !== 'call' || (expr.fn !== 'log' && expr.fn !== 'ln') || hasLetter(expr)) return null;
  const value = evaluateNumeric(expr);
  return typeof value === 'number' && Math.abs(value - Math.round(value)) < 1e-12 ? num(Math.round(value)) : null;
}
