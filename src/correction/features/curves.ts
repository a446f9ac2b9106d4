import { call, minus, negate, num, power, product, quotient, relation, sum } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';
import { OTHER } from './points.ts';

const at0 = (expr: Expr, ...letters: readonly string[]): Expr => letters.reduce((e, letter) => substitute(e, letter, num(0)), expr);

/** Centre and radius of the only circle, vertex of the only parabola, slope of the only line that the problem gives. */
export function curveFeatures(scene: Scene): readonly Feature[] {
  const given = [...scene.facts.filter(fact => fact.step < 0).map(fact => fact.statement), ...functionRules(scene)];
  const curves = given.flatMap(statement => curveIn(scene, statement));
  const kinds = new Set(curves.map(curve => curve.kind));
  if (kinds.has('line') && OTHER.test(scene.solution.problem)) return [];
  return kinds.size === 1 && new Set(curves.map(curve => JSON.stringify(curve.features, plain))).size === 1
    ? (curves[0]?.features ?? [])
    : [];
}

const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value instanceof RegExp ? value.source : value;

const functionRules = (scene: Scene): Statement[] =>
  [...scene.functions].flatMap(([name, { variables, body }]) =>
    /^[a-z]$/.test(name) && name !== 'y' && variables.join() === 'x'
      ? [relation({ kind: 'symbol', name: 'y', span: body.span }, '=', body)]
      : [],
  );

interface Curve {
  readonly kind: 'circle' | 'parabola' | 'line';
  readonly features: readonly Feature[];
}

function curveIn(scene: Scene, statement: Statement): Curve[] {
  const [left, right] = statement.kind === 'chain' && statement.sides.length === 2 && statement.relations[0] === '=' ? statement.sides : [];
  if (!left || !right || lettersIn(left, right).toSorted().join() !== 'x,y') return [];
  const whole = minus(left, right);
  const [fx, fy] = [differentiate(whole, 'x'), differentiate(whole, 'y')];
  const [fxx, fyy, fxy] = [fx && differentiate(fx, 'x'), fy && differentiate(fy, 'y'), fx && differentiate(fx, 'y')];
  if (!fx || !fy || !fxx || !fyy || !fxy) return [];
  const bends = [fxx, fyy, fxy].map(bend => at0(bend, 'x', 'y'));
  const [a, b, c] = bends;
  const steady = [fxx, fyy, fxy].every((bend, i) => scene.decider.expressions(bend, bends[i] ?? bend).kind === 'same');
  const zero = (expr: Expr): boolean => scene.decider.expressions(expr, num(0)).kind === 'same';
  if (!a || !b || !c || !steady || !zero(c)) return [];
  const [gx, gy, h] = [fx, fy, whole].map(part => at0(part, 'x', 'y'));
  if (!gx || !gy || !h || ![a, b, gx, gy, h].every(isClosed)) return [];
  if (!zero(a) && scene.decider.expressions(a, b).kind === 'same') return [circle(a, gx, gy, h)];
  if (!zero(a) && zero(b) && !zero(gy)) return [parabola(a, gx, gy, h)];
  return zero(a) && zero(b) && !zero(gy) ? [line(gx, gy, h)] : [];
}

/** a/2·(x² + y²) + gx·x + gy·y + h = 0. */
function circle(a: Expr, gx: Expr, gy: Expr, h: Expr): Curve {
  const centre = [negate(quotient(gx, a)), negate(quotient(gy, a))];
  const square = minus(sum(...centre.map(x => power(x, num(2)))), product(num(2), quotient(h, a)));
  const radius = call('sqrt', square);
  return {
    kind: 'circle',
    features: [
      { words: /cent(?:re|er)/, heads: null, values: [centre] },
      { words: /radius/, heads: /^[rR]$/, values: [[radius]] },
      { words: /diameter/, heads: null, values: [[product(num(2), radius)]] },
    ],
  };
}

/** gy·y = −(a/2·x² + gx·x + h). */
function parabola(a: Expr, gx: Expr, gy: Expr, h: Expr): Curve {
  const x = negate(quotient(gx, a));
  const y = negate(quotient(sum(quotient(product(a, power(x, num(2))), num(2)), product(gx, x), h), gy));
  const height = negate(quotient(h, gy));
  return {
    kind: 'parabola',
    features: [
      { words: /vertex|turning point|(?:minimum|maximum) point|apex/, heads: null, values: [[x, y]] },
      { words: /(?:minimum|maximum) (?:value|height)/, heads: null, values: [[y]] },
      { words: /axis of symmetry/, heads: null, values: [[x]] },
      { words: /y-intercept/, heads: null, values: [[height], [num(0), height]] },
    ],
  };
}

function line(gx: Expr, gy: Expr, h: Expr): Curve {
  const height = negate(quotient(h, gy));
  return {
    kind: 'line',
    features: [
      { words: /slope|gradient/, heads: null, values: [[negate(quotient(gx, gy))]] },
      { words: /y-intercept/, heads: null, values: [[height], [num(0), height]] },
    ],
  };
}
