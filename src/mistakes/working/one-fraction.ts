import { quotient, sum } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { cancelled } from './cancel.ts';
import { overCommon } from './common-denominator.ts';
import type { Style } from './numbers.ts';

/** A sum of fractions with letters below as one fraction, then factored and cancelled; a single one is only cancelled. */
export function oneFraction(expr: Expr, style: Style): Expr[] | null {
  if (!someNode(expr, node => node.kind === 'quotient' && hasLetter(node.den))) return null;
  if (expr.kind === 'quotient') return cancelled(expr, style);
  if (expr.kind !== 'sum' || expr.terms.some(isConstant)) return null;
  const found = overCommon([expr]);
  const [terms] = found?.sides ?? [];
  if (!found || !terms) return null;
  const joined = quotient(sum(...terms), found.below);
  const added = quotient(tidy(sum(...terms)), found.below);
  return [joined, added, ...(cancelled(added, style)?.slice(-1) ?? [])];
}

/** The constant of an integral stays a term by itself. */
const isConstant = (term: Expr): boolean => term.kind === 'symbol' && term.name === 'C';
