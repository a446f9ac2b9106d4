import { num, relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { solveLinear } from './linear.ts';
import type { Equation, Move } from './move.ts';
import { at, byPower, degreeOf, either, type Powers, rootsOf, solvePolynomial } from './polynomial.ts';

const HIGHEST = 5;

/** Linear equations, products that are 0, squares of a bracket, quadratics and what factors of higher degree. */
export const polynomialMove: Move = (equation, style) => {
  const { left, right, letter } = equation;
  const [a, b] = [byPower(left, letter), byPower(right, letter)];
  if (!a || !b) return null;
  const degree = Math.max(degreeOf(a), degreeOf(b));
  if (degree > HIGHEST) return null;
  const special = degree > 1 ? (zeroProduct(equation) ?? powerAlone(equation, style)) : null;
  if (special) return special;
  const opened = isCollected(left, a) && isCollected(right, b) ? [] : [relation(tidy(left), '=', tidy(right))];
  const linear = [...new Set([...a.keys(), ...b.keys()])].every(k => k < 2 || at(a, k) === at(b, k) || sameAt(a, b, k));
  if (linear) return [...opened, ...solveLinear(letter, '=', a, b, style)];
  const rest = solvePolynomial(letter, a, b, style);
  return rest && [...opened, ...rest];
};

const sameAt = (a: Powers, b: Powers, k: number): boolean => at(a, k).n === at(b, k).n && at(a, k).d === at(b, k).d;

/** True when a side has one term of each kind, with no bracket left to multiply out. */
const isCollected = (side: Expr, powers: Powers): boolean => {
  const terms = side.kind === 'sum' ? side.terms : [side];
  return terms.length <= Math.max(1, powers.size) && terms.every(part => !someNode(part, node => node.kind === 'sum'));
};

/** `(x - 2)(x + 3) = 0`: one of the factors is 0. */
export function zeroProduct({ left, right }: Equation): Statement[] | null {
  const [product, zero] = hasLetter(left) ? [left, right] : [right, left];
  if (product.kind !== 'product' || !isZero(zero)) return null;
  const factors = product.factors.filter(hasLetter).map(factor => (factor.kind === 'power' ? factor.base : factor));
  if (factors.length < 2 && !factors.some(factor => factor.kind === 'sum')) return null;
  return [either(factors.map(factor => relation(factor, '=', num(0))))];
}

const isZero = (expr: Expr): boolean => {
  const value = hasLetter(expr) ? null : numberIn(expr);
  return value !== null && value.n === 0n;
};

/** `(x - 3)^2 = 16`: the bracket is 4 or -4. */
const powerAlone: Move = ({ left, right }, style) => {
  const value = hasLetter(right) ? null : numberIn(right);
  if (left.kind !== 'power' || left.base.kind !== 'sum' || !value) return null;
  const exponent = numberIn(left.exponent);
  if (exponent?.d !== 1n || exponent.n < 2n || exponent.n > 6n) return null;
  const found = rootsOf(left.base, Number(exponent.n), value, style);
  return found && [found];
};
