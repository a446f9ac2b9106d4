import { call, minus, num, power, product, quotient, relation, sum } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { CallExpr, Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { equalTrees, mapExpr } from '../../math/tree.ts';
import { negate, symbol } from '../build.ts';
import { coefficients, numberIn, tidy } from '../tidy.ts';
import { flattened, hasLetter } from '../walk.ts';
import { solveAngle } from './angles.ts';
import type { Equation, Move } from './move.ts';
import { numberAs, type Style, times } from './numbers.ts';
import { zeroProduct } from './polynomial-equation.ts';
import { specialsIn } from './special.ts';

const RECIPROCAL: Readonly<Record<string, string>> = { sec: 'cos', csc: 'sin', cot: 'tan' };

/** `sin(2x) = 1/2` by the angles known by heart; sines and cosines of one angle rewritten in one of them, or taken out as a factor. */
export const trigonometryMove: Move = (equation, style) => {
  const { left, right, letter } = equation;
  if (isTrigonometric(left) && !hasLetter(right)) {
    const other = RECIPROCAL[left.fn];
    const value = numberIn(right);
    if (!other) return solveAngle(left, right, letter, style);
    return value && value.n !== 0n ? [relation({ ...left, fn: other }, '=', numberAs(Q.divide(Q.ONE, value) ?? value, style))] : null;
  }
  const specials = specialsIn([left, right], letter).filter(isTrigonometric);
  if (specials.length === 0) return null;
  return (
    (left.kind === 'product' && specials.length > 1 ? zeroProduct(equation) : null) ??
    inTangent(equation) ??
    halved(equation, specials) ??
    inOne(equation, specials, style)
  );
};

const isTrigonometric = (node: Expr): node is CallExpr =>
  node.kind === 'call' && (node.fn === 'sin' || node.fn === 'cos' || node.fn === 'tan' || node.fn in RECIPROCAL);

/** `sin(2x)` beside functions of x as `2·sin(x)·cos(x)`, `cos(2x)` by what stands beside it. */
function halved({ left, right }: Equation, specials: readonly CallExpr[]): Statement[] | null {
  for (const node of specials) {
    const half = node.args[0] && tidy(quotient(node.args[0], num(2)));
    const beside = half ? specials.filter(other => other.args[0] && equalTrees(tidy(other.args[0]), half)) : [];
    if (!half || beside.length === 0) continue;
    const [sin, cos] = [call('sin', half), call('cos', half)];
    const bySine = minus(num(1), product(num(2), power(sin, num(2))));
    const byCosine = minus(product(num(2), power(cos, num(2))), num(1));
    const by =
      node.fn === 'sin' ? product(num(2), sin, cos) : node.fn !== 'cos' ? null : beside.some(({ fn }) => fn === 'sin') ? bySine : byCosine;
    if (!by) continue;
    const put = (side: Expr): Expr => mapExpr(side, part => (equalTrees(part, node) ? by : part));
    return [relation(flattened(put(left)), '=', flattened(put(right)))];
  }
  return null;
}

/** `sin(x) = √3·cos(x)` as `tan(x) = √3`. */
function inTangent({ left, right }: Equation): Statement[] | null {
  const [a, b] = [timesFunction(left), timesFunction(right)];
  const [angle, other] = [a?.node.args[0], b?.node.args[0]];
  if (!a || !b || !angle || !other || !equalTrees(angle, other)) return null;
  if (`${a.node.fn} ${b.node.fn}` === 'cos sin') return inTangent({ left: right, right: left, letter: '' });
  if (`${a.node.fn} ${b.node.fn}` !== 'sin cos') return null;
  const value = a.front ? quotient(b.front ?? num(1), a.front) : (b.front ?? num(1));
  return [relation(call('tan', angle), '=', numberIn(value) ? tidy(value) : value)];
}

function timesFunction(side: Expr): { readonly node: CallExpr; readonly front: Expr | null } | null {
  if (isTrigonometric(side)) return { node: side, front: null };
  if (side.kind !== 'product') return null;
  const nodes = side.factors.filter(isTrigonometric);
  const rest = side.factors.filter(factor => !isTrigonometric(factor));
  return nodes.length === 1 && nodes[0] && rest.length > 0 && !rest.some(hasLetter) ? { node: nodes[0], front: product(...rest) } : null;
}

const [SINE, COSINE] = ['ζ', 'η'];

interface Term {
  readonly sines: number;
  readonly cosines: number;
  readonly coefficient: Q.Rational;
}

/** An equation in the sine and cosine of one angle. */
function inOne({ left, right }: Equation, specials: readonly CallExpr[], style: Style): Statement[] | null {
  const sin = specials.find(({ fn }) => fn === 'sin');
  const cos = specials.find(({ fn }) => fn === 'cos');
  const [angle, other] = [sin?.args[0], cos?.args[0]];
  if (!sin || !cos || specials.length !== 2 || !angle || !other || !equalTrees(angle, other)) return null;
  const terms = termsOf(left, right, sin, cos);
  if (!terms) return null;
  const shown = (parts: readonly Term[]): Expr =>
    sum(
      ...parts.map(({ sines, cosines, coefficient }) => {
        const factors = [power(sin, num(sines)), power(cos, num(cosines))].filter((_, i) => (i === 0 ? sines : cosines) > 0);
        return factors.length === 0 ? numberAs(coefficient, style) : times(coefficient, product(...factors), style);
      }),
    );
  const [i, j] = [Math.min(...terms.map(term => term.sines)), Math.min(...terms.map(term => term.cosines))];
  if (i > 0 || j > 0) {
    const rest = terms.map(term => ({ ...term, sines: term.sines - i, cosines: term.cosines - j }));
    const outside = [...(i > 0 ? [power(sin, num(i))] : []), ...(j > 0 ? [power(cos, num(j))] : [])];
    return [relation(product(...outside, shown(rest)), '=', num(0))];
  }
  const [p, q, ...more] = terms;
  if (p && q && more.length === 0 && p.sines + p.cosines === 1 && q.sines + q.cosines === 1) {
    const [a, b] = p.sines === 1 ? [p, q] : [q, p];
    const value = Q.divide(Q.negate(b.coefficient), a.coefficient);
    return value && [relation(call('tan', angle), '=', numberAs(value, style))];
  }
  const replaced = (of: CallExpr, by: CallExpr): Statement[] => {
    const square = minus(num(1), power(by, num(2)));
    const put = (side: Expr): Expr =>
      mapExpr(side, part => (part.kind === 'power' && equalTrees(part.base, of) && numberIn(part.exponent)?.n === 2n ? square : part));
    return [relation(put(left), '=', put(right))];
  };
  const high = (of: 'sines' | 'cosines'): boolean => terms.every(term => term[of] === 0 || term[of] === 2);
  return high('sines') ? replaced(sin, cos) : high('cosines') ? replaced(cos, sin) : null;
}

/** `left - right` by the powers of the sine and the cosine; null where anything else stands in it. */
function termsOf(left: Expr, right: Expr, sin: CallExpr, cos: CallExpr): readonly Term[] | null {
  const hidden = (expr: Expr): Expr =>
    mapExpr(expr, part => (equalTrees(part, sin) ? symbol(SINE ?? '') : equalTrees(part, cos) ? symbol(COSINE ?? '') : part));
  const whole = sum(hidden(left), negate(hidden(right)));
  const terms = coefficients(whole);
  if (!terms || someNode(whole, node => node.kind === 'call' && hasLetter(node))) return null;
  const found = [...terms].map(([key, { coefficient }]) => {
    const powers = new Map(key === '' ? [] : key.split('·').map(part => part.split('^') as [string, string]));
    const known = [...powers.keys()].every(name => name === SINE || name === COSINE);
    return known ? { sines: Number(powers.get(SINE ?? '') ?? 0), cosines: Number(powers.get(COSINE ?? '') ?? 0), coefficient } : null;
  });
  return found.every(term => term !== null) ? found : null;
}
