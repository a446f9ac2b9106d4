import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { arithmetic } from './arithmetic.ts';
import { calculus } from './calculus.ts';
import { complexNumber } from './complex-number.ts';
import { inForm } from './form.ts';
import { knownValues } from './known-values.ts';
import { joinLogarithms } from './log-terms.ts';
import { matrices } from './matrices.ts';
import { isLiteral, numberAs, type Style } from './numbers.ts';
import { oneFraction } from './one-fraction.ts';
import { simplerRoots } from './surds.ts';

/** Each gives the lines after an expression of its kind, or null for any other. */
const KINDS: readonly ((expr: Expr, style: Style) => Expr[] | null)[] = [
  inForm,
  calculus,
  matrices,
  joinLogarithms,
  knownValues,
  complexNumber,
  simplerRoots,
  oneFraction,
];

/** The lines of working after an expression, down to its simplest form; the expression itself is left out. Empty when nothing is to be done. */
export function simplify(expr: Expr, style: Style): Expr[] {
  const lines = hasLetter(expr) || numberIn(expr) === null ? inKind(expr, style) : arithmetic(expr, style);
  const value = lines.length === 0 ? numberIn(expr) : null;
  const all = value && !isLiteral(expr) ? [numberAs(value, style)] : lines;
  return all.filter((line, i) => printPlain(line) !== printPlain(all[i - 1] ?? expr));
}

function inKind(expr: Expr, style: Style): Expr[] {
  for (const kind of KINDS) {
    const lines = kind(expr, style);
    if (lines && lines.length > 0) return lines;
  }
  return [tidy(expr)];
}
