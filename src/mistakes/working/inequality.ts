import { num, relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { solveLinear } from './linear.ts';
import type { Equation } from './move.ts';
import { numberAs, type Style } from './numbers.ts';
import { at, byPower, degreeOf, factored, NEVER, TURNED, writtenOut } from './polynomial.ts';
import { peel } from './special.ts';

/** An inequality in one letter: linear, quadratic by its roots, or an absolute value against a number. */
export function inequalityMove({ left, right, letter, rel }: Equation & { readonly rel: Relation }, style: Style): Statement[] | null {
  if (!TURNED[rel] || rel === '≠') return null;
  const [a, b] = [byPower(left, letter), byPower(right, letter)];
  if (!a || !b) return absolute(left, right, letter, rel, style);
  if (Math.max(degreeOf(a), degreeOf(b)) < 2) {
    const opened = [relation(tidy(left), rel, tidy(right))];
    return [...opened, ...solveLinear(letter, rel, a, b, style)];
  }
  const powers = new Map([...new Set([...a.keys(), ...b.keys()])].map(k => [k, Q.subtract(at(a, k), at(b, k))] as const));
  if (degreeOf(powers) !== 2) return null;
  const up = at(powers, 2).n > 0n;
  const shown = up ? powers : new Map([...powers].map(([k, value]) => [k, Q.negate(value)] as const));
  const sign = up ? rel : (TURNED[rel] ?? rel);
  const standard = relation(writtenOut(letter, shown, style), sign, num(0));
  const split = factored(letter, shown, style);
  const roots = split && rootsOf(split.factors, letter);
  if (!split || !roots) return null;
  const [low, high] = roots;
  const x: Expr = { kind: 'symbol', name: letter, span: NOWHERE };
  const line = relation(split.product, sign, num(0));
  if (Q.equal(low, high)) return null;
  const [l, h] = [numberAs(low, style), numberAs(high, style)];
  const strict = sign === '<' || sign === '>';
  const inner = strict ? '<' : '≤';
  const end: Statement =
    sign === '<' || sign === '≤'
      ? { kind: 'chain', sides: [l, x, h], relations: [inner, inner], span: NOWHERE }
      : { kind: 'or', parts: [relation(x, inner, l), relation(x, sign, h)], span: NOWHERE };
  return [standard, line, end];
}

function rootsOf(factors: readonly Expr[], letter: string): readonly [Q.Rational, Q.Rational] | null {
  const values = factors.map(factor => {
    const powers = byPower(factor, letter);
    return powers && degreeOf(powers) === 1 ? Q.divide(Q.negate(at(powers, 0)), at(powers, 1)) : null;
  });
  const [p, q] = values;
  if (values.length !== 2 || !p || !q) return null;
  return Q.compare(p, q) < 0 ? [p, q] : [q, p];
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
