import { num, relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { solveLinear } from './linear.ts';
import type { Equation } from './move.ts';
import { numberAs, type Style } from './numbers.ts';
import { byPower, degreeOf, NEVER, TURNED } from './polynomial.ts';
import { bySigns } from './sign-chart.ts';
import { peel } from './special.ts';

/** An inequality in one letter: linear, an absolute value against a number, or by the signs between its zeros. */
export function inequalityMove({ left, right, letter, rel }: Equation & { readonly rel: Relation }, style: Style): Statement[] | null {
  if (!TURNED[rel] || rel === '≠') return null;
  const [a, b] = [byPower(left, letter), byPower(right, letter)];
  if (!a || !b) return absolute(left, right, letter, rel, style) ?? bySigns({ left, right, letter, rel }, style);
  if (Math.max(degreeOf(a), degreeOf(b)) < 2) {
    const opened = [relation(tidy(left), rel, tidy(right))];
    return [...opened, ...solveLinear(letter, rel, a, b, style)];
  }
  return bySigns({ left, right, letter, rel }, style);
}

/** `|u| < k` is `-k < u < k`; `|u| > k` is `u < -k or u > k`. What stands around the absolute value goes first. */
function absolute(left: Expr, right: Expr, letter: string, rel: Relation, style: Style): Statement[] | null {
  if (hasLetter(right)) return hasLetter(left) ? null : absolute(right, left, letter, TURNED[rel] ?? rel, style);
  const k = numberIn(right);
  if (!k) return null;
  if (left.kind === 'call' && left.fn === 'abs' && left.args[0]) {
    const u = left.args[0];
    if (k.n < 0n) return rel === '<' || rel === '≤' ? [NEVER] : [{ ...NEVER, value: true } as Statement];
    const [low, high] = [numberAs(Q.negate(k), style), numberAs(k, style)];
    if (rel === '<' || rel === '≤') return [{ kind: 'chain', sides: [low, u, high], relations: [rel, rel], span: NOWHERE }];
    return [{ kind: 'or', parts: [relation(u, rel === '>' ? '<' : '≤', low), relation(u, rel, high)], span: NOWHERE }];
  }
  if (!someNode(left, node => node.kind === 'call' && node.fn === 'abs')) return null;
  const sign = left.kind === 'negate' ? -1 : left.kind === 'product' ? frontSign(left.factors) : 1;
  const next = peel(left, right, letter, style);
  if (next?.kind !== 'chain' || sign === 0) return null;
  return [{ ...next, relations: [sign < 0 ? (TURNED[rel] ?? rel) : rel] }];
}

const frontSign = (factors: readonly Expr[]): number => {
  const value = numberIn(
    factors
      .filter(factor => !hasLetter(factor))
      .reduce<Expr>((so, factor) => ({ kind: 'product', factors: [so, factor], implicit: false, span: NOWHERE }), num(1)),
  );
  return value === null ? 0 : value.n < 0n ? -1 : 1;
};
