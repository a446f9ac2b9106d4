import { negate, num, product, quotient, relation, sum, sym } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { type CallExpr, type Expr, NOWHERE, type Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { coefficients } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { numberAs, type Style } from './numbers.ts';
import { either, NEVER } from './polynomial.ts';

/** Angles in degrees, as exact numbers. */
type Degrees = Q.Rational;

const VALUE: Readonly<Record<string, (radians: number) => number>> = { sin: Math.sin, cos: Math.cos, tan: Math.tan };
const TURN = Q.rational(360);
const MOST_TURNS = 12;

/** What an angle is: `a·x + b`, b in degrees. */
interface Angle {
  readonly inside: Expr;
  readonly times: Q.Rational;
  readonly offset: Degrees;
}

/**
 * `sin(2x) = 1/2` for the angles whose sine is known by heart: those of the range that the problem sets, all of them with a whole number of turns, or those of one turn.
 * Null for other values, and where the problem does not say how angles are measured.
 */
export function solveAngle(node: CallExpr, right: Expr, letter: string, style: Style): Statement[] | null {
  const of = VALUE[node.fn];
  const value = evaluateNumeric(right);
  const angle = node.args[0] ? angleIn(node.args[0], letter, style) : null;
  if (!style.angle || !of || !angle || hasLetter(right) || typeof value !== 'number') return null;
  if (node.fn !== 'tan' && Math.abs(value) > 1 + 1e-12) return [NEVER];
  const period = node.fn === 'tan' ? Q.rational(180) : TURN;
  const known = Array.from({ length: 24 }, (_, k) => 15 * k).filter(k => (k % 30 === 0 || k % 45 === 0) && k < Q.toNumber(period));
  const found = known.filter(k => Math.abs(of((k * Math.PI) / 180) - value) < 1e-9).map(k => Q.rational(k));
  if (found.length === 0) return null;
  return style.general === undefined ? inRange(angle, found, period, letter, style) : inGeneral(angle, found, period, letter, style);
}

function angleIn(inside: Expr, letter: string, style: Style): Angle | null {
  const terms = coefficients(inside);
  const times = terms?.get(`${letter}^1`)?.coefficient;
  if (!terms || !times) return null;
  const rest = [...terms].filter(([key]) => key !== `${letter}^1`).map(([, { term }]) => term);
  const offset = rest.length === 0 ? Q.ZERO : degreesOf(sum(...rest), style);
  return offset && { inside, times, offset };
}

/** A closed expression as an angle, in halves of a degree. */
function degreesOf(expr: Expr, style: Style): Degrees | null {
  const value = hasLetter(expr) ? null : evaluateNumeric(expr);
  if (typeof value !== 'number') return null;
  const inDegrees = style.angle === 'degrees' && !someNode(expr, node => node.kind === 'unit') ? value : (value * 180) / Math.PI;
  const halves = Math.round(2 * inDegrees);
  return Math.abs(2 * inDegrees - halves) < 1e-9 ? Q.rational(halves, 2) : null;
}

const unknownOf = ({ times, offset }: Angle, value: Degrees): Degrees => Q.divide(Q.subtract(value, offset), times) ?? value;

function inRange(angle: Angle, found: readonly Degrees[], period: Degrees, letter: string, style: Style): Statement[] | null {
  const range = style.range ?? ((x: number) => x >= 0 && x < 360);
  const all: Degrees[] = [];
  for (let k = -MOST_TURNS; k <= MOST_TURNS; k++)
    for (const first of found) {
      const value = Q.add(first, Q.multiply(period, Q.rational(k)));
      if (range(Q.toNumber(unknownOf(angle, value)))) all.push(value);
    }
  const ordered = all.toSorted((a, b) => Q.compare(unknownOf(angle, a), unknownOf(angle, b)));
  if (ordered.length > MOST_TURNS) return null;
  const line = (of: Expr, value: (angle: Degrees) => Degrees): Statement =>
    either(ordered.map(each => relation(of, '=', angleAs(value(each), style))));
  const last = line(sym(letter), each => unknownOf(angle, each));
  return angle.inside.kind === 'symbol' || ordered.length === 0 ? [last] : [line(angle.inside, each => each), last];
}

function inGeneral(angle: Angle, found: readonly Degrees[], period: Degrees, letter: string, style: Style): Statement[] {
  const [first, second] = found;
  const apart = first && second ? Q.subtract(second, first) : null;
  const halved = apart !== null && Q.equal(Q.add(apart, apart), period);
  const [starts, step] = halved ? [found.slice(0, 1), apart] : [found, period];
  const family = (of: Expr, start: Degrees, by: Degrees): Statement => {
    const turns = angleAs(by, style, style.general);
    return relation(
      of,
      '=',
      Q.isZero(start) ? turns : start.n < 0n ? sum(turns, negate(angleAs(Q.negate(start), style))) : sum(angleAs(start, style), turns),
    );
  };
  const line = either(starts.map(start => family(angle.inside, start, step)));
  const by = Q.absolute(Q.divide(step, angle.times) ?? step);
  return angle.inside.kind === 'symbol' ? [line] : [line, either(starts.map(start => family(sym(letter), unknownOf(angle, start), by)))];
}

/** `60°`, `pi/3`, with a letter for whole numbers `2k*pi`. */
function angleAs(degrees: Degrees, style: Style, turns?: string): Expr {
  if (Q.isZero(degrees)) return num(0);
  if (degrees.n < 0n) return negate(angleAs(Q.negate(degrees), style, turns));
  const letter = turns === undefined ? [] : [sym(turns)];
  if (style.angle === 'degrees') {
    const size: Expr = {
      kind: 'product',
      factors: [numberAs(degrees, { decimals: true }), { kind: 'unit', name: '°', span: NOWHERE }],
      implicit: true,
      span: NOWHERE,
    };
    return letter.length === 0 ? size : { kind: 'product', factors: [...letter, size], implicit: false, span: NOWHERE };
  }
  const part = Q.divide(degrees, Q.rational(180)) ?? degrees;
  return quotient(product(num(part.n), ...letter, sym('pi')), num(part.d));
}
