import { minus, num, power, product, relation, sum, sym } from '../../math/build.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { degree } from '../gains.ts';
import { holds, type Judged, wrong } from '../judged.ts';
import { entriesOf, knownValues } from '../known-values.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { cross, gap } from '../names/vectors.ts';
import type { Scene } from '../scene.ts';
import { twoPoints } from './points.ts';

type Vector = readonly Expr[];
const NAMES = ['x', 'y', 'z'];

/** The square of the distance from a point. */
const apart = (at: Vector): Expr => sum(...at.map((x, i) => power(minus(sym(NAMES[i] ?? 'x'), x), num(2))));
/** The flat through a point across a direction. */
const across = (at: Vector, normal: Vector): Statement =>
  relation(sum(...normal.map((n, i) => product(n, minus(sym(NAMES[i] ?? 'x'), at[i] ?? num(0))))), '=', num(0));

interface Described {
  readonly curve: Statement;
  readonly degree: 1 | 2;
  /** Other curves that the work may speak of. */
  readonly others: readonly Statement[];
}

const TUPLE = /\(\s*[-−–]?[\d./√]+\s*,\s*[-−–]?[\d./√]+\s*(?:,\s*[-−–]?[\d./√]+\s*)?\)/g;

/** The line, circle or plane that the words of the problem describe by points, directions and other lines. */
function describedIn(scene: Scene): Described | null {
  const { problem } = scene.solution;
  const two = twoPoints(scene);
  if (two) {
    const [a, b] = two;
    const joined = across(a, [minus(b[1] ?? num(0), a[1] ?? num(0)), minus(a[0] ?? num(0), b[0] ?? num(0))]);
    if (/\b(?:perpendicular bisector|equidistant)\b/i.test(problem))
      return { curve: relation(apart(a), '=', apart(b)), degree: 1, others: [joined] };
    if (/\bcircle\b/i.test(problem) && /\bdiameter\b/i.test(problem) && a.length === 2) {
      const round = sum(...a.map((x, i) => product(minus(sym(NAMES[i] ?? 'x'), x), minus(sym(NAMES[i] ?? 'x'), b[i] ?? x))));
      return { curve: relation(round, '=', num(0)), degree: 2, others: [joined] };
    }
  }
  return planeThrough(scene) ?? lineThrough(scene) ?? standardForm(scene);
}

const STANDARD = /\b(?:cent(?:re|er)|radius|vertex|vertices|foci|focus|standard form|complet\w+ the square)\b/i;

/** The only curve of second degree in x and y, where its own parts are asked for. */
function standardForm(scene: Scene): Described | null {
  const { problem } = scene.solution;
  if (
    !STANDARD.test(problem) ||
    /\b(?:tangent|line|intersect\w*|translat\w*|shift\w*|reflect\w*|concentric|other|another|second|through|touch\w*|inscribed)\b/i.test(
      problem,
    )
  )
    return null;
  const facts = scene.facts.filter(({ step, letters }) => step < 0 && letters.join() === 'x,y');
  const curve = facts.length === 1 ? facts[0]?.statement : undefined;
  return curve?.kind === 'chain' && curve.relations.join() === '=' && Math.max(...curve.sides.map(degree)) === 2
    ? { curve, degree: 2, others: [] }
    : null;
}

/** 'the line through (2, −1) parallel to 3x − y = 4'. */
function lineThrough(scene: Scene): Described | null {
  const { problem } = scene.solution;
  const turned = /\b(?:perpendicular|orthogonal|normal|at right angles) to\b/i.test(problem);
  if (
    turned === /\bparallel to\b/i.test(problem) ||
    !/\bline\b/i.test(problem) ||
    /\b(?:curve|tangent|segment|circle|plane|ax[ei]s|intersect\w*)\b/i.test(problem)
  )
    return null;
  const tuples = problem.match(TUPLE) ?? [];
  const at = tuples.length === 1 ? tupleIn(tuples[0]) : null;
  const lines = scene.facts.filter(({ step, letters }) => step < 0 && letters.join() === 'x,y').map(({ statement }) => statement);
  const [given] = lines;
  const [left, right] = lines.length === 1 && given?.kind === 'chain' && given.relations.join() === '=' ? given.sides : [];
  const whole = left && right ? minus(left, right) : null;
  const [p, q] = whole ? ['x', 'y'].map(name => differentiate(whole, name)) : [];
  if (!given || !p || !q || !isClosed(p) || !isClosed(q) || at?.length !== 2) return null;
  return { curve: across(at, turned ? [q, minus(num(0), p)] : [p, q]), degree: 1, others: [given] };
}

function tupleIn(text: string | undefined): Vector | null {
  const { expr } = text === undefined ? { expr: null } : parseExpression(text);
  return expr && entriesOf(expr);
}

/** The plane through three points, or through one with the directions of two vectors. */
function planeThrough(scene: Scene): Described | null {
  const { problem } = scene.solution;
  if (!/\bplane\b/i.test(problem) || /\b(?:normal|perpendicular|orthogonal|line|angle|distance|intersect\w*)\b/i.test(problem)) return null;
  const known = [...knownValues(scene).vectors].filter(([, at]) => at.length === 3);
  const points = known.filter(([name]) => /^[A-Z]/.test(name)).map(([, at]) => at);
  const vectors = known.filter(([name]) => /^[a-z]/.test(name)).map(([, at]) => at);
  const origin = /\bthrough the origin\b/i.test(problem) ? [num(0), num(0), num(0)] : undefined;
  const [a, b, c] = points;
  const [u, v] =
    points.length === 3 && a && b && c && vectors.length === 0
      ? [gap(a, b), gap(a, c)]
      : points.length + (origin ? 1 : 0) === 1 && vectors.length === 2
        ? vectors
        : [];
  const at = a ?? origin;
  const normal = u && v ? cross(u, v) : null;
  return normal && at ? { curve: across(at, normal), degree: 1, others: [] } : null;
}

const kept = new WeakMap<Scene, Described | null>();

/** An equation that is not the one of the line, circle or plane described. Null where it is another that the work may speak of, and where nothing is described. */
export function judgeDescribed(scene: Scene, chain: Chain, claim: Claim): Judged | null {
  const letters = lettersIn(chain).toSorted().join();
  if (chain.sides.length !== 2 || chain.relations[0] !== '=' || !/^x,y(?:,z)?$/.test(letters)) return null;
  const found = kept.has(scene) ? kept.get(scene) : describedIn(scene);
  kept.set(scene, found ?? null);
  if (!found || lettersIn(found.curve).some(name => !letters.includes(name)) || claim.link === 'given' || claim.link === 'check')
    return null;
  const highest = Math.max(...chain.sides.map(degree));
  if (highest > found.degree && highest > 2) return null;
  const compared = scene.decider.lines(found.curve, chain);
  if (compared.kind === 'same') return holds();
  if (compared.kind === 'unknown' || highest !== found.degree || doubtIn(claim) !== null) return null;
  if (found.others.some(other => scene.decider.lines(other, chain).kind !== 'different') || !('witness' in compared)) return null;
  return wrong(compared.witness, claim.range, { kind: 'line', claim, from: found.curve, written: chain, side: null });
}
