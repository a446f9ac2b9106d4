import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { mapExpr } from '../../math/tree.ts';
import { negate, product, quotient } from '../build.ts';
import { tidy } from '../tidy.ts';

/** Numbers with i: products multiplied out with i² = -1, a quotient first widened by the conjugate of what is below. Null without an i. */
export function complexNumber(expr: Expr): Expr[] | null {
  if (!someNode(expr, isI)) return null;
  const below = expr.kind === 'quotient' && someNode(expr.den, isI) ? expr.den : null;
  if (!below || expr.kind !== 'quotient') return [tidy(expr)];
  const conjugate = mapExpr(below, node => (isI(node) ? negate(node) : node));
  const tidied = tidy(conjugate);
  const wide = quotient(product([expr.num, tidied]), product([below, tidied]));
  const [above, under] = [tidy(product([expr.num, tidied])), tidy(product([below, tidied]))];
  return [wide, quotient(above, under), tidy(quotient(above, under))];
}

const isI = (node: Expr): boolean => node.kind === 'symbol' && node.name === 'i';
