import { call, minus, num, quotient, sum } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

/** Distance of the foci and eccentricity of the only ellipse or hyperbola about the origin. */
export function conicNames(scene: Scene): readonly Name[] {
  const facts = scene.facts.filter(({ step, letters }) => step < 0 && letters.join() === 'x,y');
  const statement = facts.length === 1 ? facts[0]?.statement : undefined;
  const [left, right] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right) return [];
  const whole = minus(left, right);
  const at = (expr: Expr | null): Q.Rational | null => {
    const value = expr && substitute(substitute(expr, 'x', num(0)), 'y', num(0));
    return value && isClosed(value) ? evaluateExact(value) : null;
  };
  const [fx, fy] = [differentiate(whole, 'x'), differentiate(whole, 'y')];
  const [a, b, p, q, c] = [fx && differentiate(fx, 'x'), fy && differentiate(fy, 'y'), fx, fy, whole].map(at);
  if (!a || !b || !p || !q || !c || !Q.isZero(p) || !Q.isZero(q) || Q.isZero(a) || Q.isZero(b) || Q.isZero(c)) return [];
  const axes = [a, b].map(bend => Q.divide(Q.multiply(Q.rational(-2), c), bend));
  const [one, two] = axes;
  if (!one || !two || Q.equal(one, two)) return [];
  const square = Q.absolute(Q.subtract(one, two));
  const [long] = [one, two].sort((x, y) => Q.compare(y, x));
  const focal = call('sqrt', num(square));
  return [
    { what: 'c²', is: /(?:^|[^\w])c\^2$/, values: [[num(square)]] },
    { what: 'the distance of the foci from the centre', is: /(?:^|[^\w])c$/, values: [[focal]] },
    ...(long && Q.compare(one, Q.rational(0)) > 0 && Q.compare(two, Q.rational(0)) > 0
      ? [{ what: 'the eccentricity', is: /(?:\beccentricity(?: is)? ?:?|^e)$/i, values: [[quotient(focal, call('sqrt', sum(num(long))))]] }]
      : []),
  ];
}

const DIAMETER = /\bdiameter (?:is|of|=)\s*\$?\s*(\d+(?:\.\d+)?)/i;

/** The radius, where the problem tells the diameter. */
export function radiusNames(_: Scene, problem: string): readonly Name[] {
  const size = DIAMETER.exec(problem)?.[1];
  if (size === undefined || /\bradius (?:is|of|=)|\bdiameter\b.*\bdiameter\b/i.test(problem)) return [];
  const value = Q.parseDecimal(size);
  return value
    ? [{ what: 'the radius', is: /(?:(?:^|[^\w])r|\bradius(?: is)? ?:?)$/, values: [[num(Q.divide(value, Q.rational(2)) ?? value)]] }]
    : [];
}
