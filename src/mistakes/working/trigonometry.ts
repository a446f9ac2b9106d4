import { num, product, relation, sym } from '../../math/build.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { hasLetter } from '../walk.ts';
import type { Move } from './move.ts';
import { numberAs, type Style } from './numbers.ts';
import { either, NEVER } from './polynomial.ts';

const VALUE: Readonly<Record<string, (radians: number) => number>> = { sin: Math.sin, cos: Math.cos, tan: Math.tan };

/** `sin x = 1/2` for the angles of one turn whose sine is known by heart. Null for other values, and where the problem does not say how angles are measured. */
export const trigonometryMove: Move = ({ left, right, letter }, style) => {
  if (!style.angle || left.kind !== 'call' || hasLetter(right)) return null;
  const value = evaluateNumeric(right);
  const [inside] = left.args;
  const of = VALUE[left.fn];
  if (!of || typeof value !== 'number' || inside?.kind !== 'symbol') return null;
  if (left.fn !== 'tan' && Math.abs(value) > 1) return [NEVER];
  const steps = Array.from({ length: 24 }, (_, k) => 15 * k).filter(k => k % 30 === 0 || k % 45 === 0);
  const found = steps.filter(angle => Math.abs(of((angle * Math.PI) / 180) - value) < 1e-9);
  return found.length === 0 ? null : [either(found.map(angle => relation(sym(letter), '=', angleAs(angle, style))))];
};

function angleAs(degrees: number, style: Style): Expr {
  if (style.angle === 'degrees')
    return { kind: 'product', factors: [num(degrees), { kind: 'unit', name: '°', span: NOWHERE }], implicit: true, span: NOWHERE };
  const part = Q.rational(degrees, 180);
  if (degrees === 0) return num(0);
  const above = product(numberAs(Q.rational(part.n), style), sym('pi'));
  return part.d === 1n ? above : { kind: 'quotient', num: above, den: num(part.d), bar: true, span: NOWHERE };
}
