import { minus, num, power, relation, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { degree } from '../gains.ts';
import { holds, type Judged, wrong } from '../judged.ts';
import { entriesOf } from '../known-values.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { compareNumbers } from '../vectors.ts';
import { OTHER, twoPoints } from './points.ts';
import { planeIn } from './spaces.ts';

type Point = readonly Expr[];

const LINE = /\b(?:equation of|find) (?:the |a )?(?:straight )?line\b|\bline (?:through|passing|joining|that passes|which passes|with)\b/i;
const VALUE = String.raw`[-−–]?\s*(?:\\[dt]?frac\{\d+\}\{\d+\}|√?\d+(?:\.\d+)?(?:\s*/\s*\d+)?)`;
const TUPLE = String.raw`\(\s*${VALUE}\s*,\s*${VALUE}\s*\)`;
const CIRCLE = new RegExp(
  String.raw`circle\b.{0,40}?\bcent(?:re|er|red|ered)(?: at| is)?\s*\$?\s*[A-Z]?\s*(${TUPLE}).{0,24}?\bradius(?: of| is|,)?\s*\$?\s*(?:r\s*=\s*)?(${VALUE})`,
  'is',
);
const SLOPE = new RegExp(String.raw`\b(?:slope|gradient)(?: of| is)?\s*\$?\s*(?:m\s*=\s*)?(${VALUE})`, 'i');

/** An equation in x and y for the line, or the circle, that the problem describes. Null where it is right, and where the problem describes none. */
export function judgeCurve(scene: Scene, chain: Chain, claim: Claim): Judged | null {
  const { problem } = scene.solution;
  if (chain.sides.length !== 2 || chain.relations[0] !== '=') return null;
  const plane =
    lettersIn(chain).toSorted().join() === 'x,y,z' && !scene.facts.some(fact => fact.step < 0 && fact.letters.includes('z'))
      ? planeIn(scene)
      : null;
  if (plane) return judgeSame(scene, plane, chain, claim);
  if (lettersIn(chain).toSorted().join() !== 'x,y') return null;
  if (OTHER.test(problem.replace(/\bcircle\b/i, '')) || scene.facts.some(fact => fact.step < 0)) return null;
  const round = circleIn(problem);
  const highest = Math.max(...chain.sides.map(degree));
  if (round && highest === 2) return judgeSame(scene, round, chain, claim);
  if (highest !== 1) return null;
  for (const point of pointsOn(scene)) {
    const [left, right] = chain.sides.map(side => at(side, point));
    if (!left || !right || !isClosed(left) || !isClosed(right)) return null;
    const found = compareNumbers(scene, left, right);
    if (found === 'same') continue;
    if (found === null || doubtIn(claim) !== null) return null;
    const witness = {
      kind: 'values',
      at: { x: printPlain(point[0] ?? left), y: printPlain(point[1] ?? right) },
      ...sidesOf(found, left, right),
    } as const;
    return wrong(witness, claim.range, { kind: 'line', claim, from: throughPoint(point), written: chain, side: null });
  }
  return null;
}

const sidesOf = (found: { kind: string }, left: Expr, right: Expr): { left: string; right: string } =>
  'left' in found && 'right' in found
    ? { left: String(found.left), right: String(found.right) }
    : { left: printPlain(left), right: printPlain(right) };

const at = (side: Expr, [x, y]: Point): Expr | null => (x && y ? substitute(substitute(side, 'x', x), 'y', y) : null);

const throughPoint = ([x, y]: Point): Statement => relation(sym('x'), '=', x ?? y ?? num(0));

/** Points that the line goes through: two that the problem gives, or one and the next by its slope. */
function pointsOn(scene: Scene): readonly Point[] {
  const { problem } = scene.solution;
  if (!LINE.test(problem)) return [];
  const two = twoPoints(scene);
  if (two) return two;
  const tuples = problem.match(new RegExp(TUPLE, 'g')) ?? [];
  const [slope, point] = [SLOPE.exec(problem)?.[1], tuples[0]].map(text => (text === undefined ? null : parseExpression(text).expr));
  const entries = point && entriesOf(point);
  const [x, y] = entries ?? [];
  return tuples.length === 1 && slope && x && y
    ? [
        [x, y],
        [sum(x, num(1)), sum(y, slope)],
      ]
    : [];
}

function circleIn(problem: string): Statement | null {
  const [centre, radius] = (CIRCLE.exec(problem)?.slice(1) ?? []).map(text => parseExpression(text).expr);
  const [x, y] = (centre && entriesOf(centre)) ?? [];
  if (!x || !y || !radius) return null;
  const square = (letter: string, by: Expr): Expr => power(minus(sym(letter), by), num(2));
  return relation(sum(square('x', x), square('y', y)), '=', power(radius, num(2)));
}

function judgeSame(scene: Scene, from: Statement, written: Chain, claim: Claim): Judged | null {
  const found = scene.decider.lines(from, written);
  if (found.kind === 'same') return holds();
  if (found.kind !== 'different' || doubtIn(claim) !== null) return null;
  return wrong(found.witness, claim.range, { kind: 'line', claim, from, written, side: null });
}
