import { call, minus, negate, num, power, product, quotient, sum } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { entriesOf, knownValues } from '../known-values.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Name, plainLabel } from './name.ts';

type Vector = readonly Expr[];

export const dot = (u: Vector, v: Vector): Expr => sum(...u.map((x, i) => product(x, v[i] ?? num(0))));
export const norm = (v: Vector): Expr => call('sqrt', sum(...v.map(x => power(x, num(2)))));
export const gap = (from: Vector, to: Vector): Vector => from.map((x, i) => minus(to[i] ?? num(0), x));
export const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector =>
  a && b && c && d && e && f
    ? [minus(product(b, f), product(c, e)), minus(product(c, d), product(a, f)), minus(product(a, e), product(b, d))]
    : [];

/** The only vectors of the problem, two at most; a point is none. */
const vectorsOf = (scene: Scene): readonly (readonly [name: string, at: Vector])[] =>
  [...knownValues(scene).vectors].filter(([name]) => /^[a-z]/.test(name));

const pointsOf = (scene: Scene): readonly (readonly [name: string, at: Vector])[] =>
  [...knownValues(scene).vectors].filter(([name]) => /^[A-Z]/.test(name));

/** 'the unit vector in the direction of v'. */
export function unitNames(scene: Scene, problem: string): readonly Name[] {
  const [[, v] = [], ...more] = [...vectorsOf(scene), ...pointsOf(scene)];
  if (!v || more.length > 0) return [];
  const unit = v.map(x => quotient(x, norm(v)));
  const back = /\b(?:parallel|opposite|unit vectors)\b/i.test(problem) ? [unit, unit.map(negate)] : [unit];
  return [{ what: 'the unit vector', is: /\bunit vector(?: in (?:the|this|that|its) direction(?: of \w+)?)?(?: is)? ?:?$/i, values: back }];
}

const PROJECTION = /\bproject(?:ion of)? (?:the )?(?:vector )?([a-z])\b.*?\bon(?:to)? (?:the )?(?:vector )?([a-z])\b/i;

/** 'the projection of a onto b', as a vector and as a number. */
export function projectionNames(scene: Scene, problem: string): readonly Name[] {
  const { vectors } = knownValues(scene);
  const [a, b] = (PROJECTION.exec(plainLabel(problem)) ?? []).slice(1).map(name => vectors.get(name));
  if (!a || !b || a.length !== b.length) return [];
  const along = b.map(x => product(quotient(dot(a, b), dot(b, b)), x));
  const length = quotient(dot(a, b), norm(b));
  return [
    {
      what: 'the projection',
      is: /(?:^|[^a-z])(?:proj(?:ection|ected vector)?(?:_\w+)?(?: ?\(?[a-z]\)?)?(?: is)?) ?:?$/i,
      values: [along, [length]],
    },
    {
      what: 'the scalar projection',
      is: /\b(?:comp(?:_\w+)?(?: ?\(?[a-z]\)?)?|(?:scalar projection|component)(?: is)?) ?:?$/i,
      values: [[length]],
    },
  ];
}

const ENTRIES = ['first|x-?|i-?', 'second|y-?|j-?', 'third|z-?|k-?'];

/** The cross product of the only two vectors in space, by its entries; as a normal up to its length. */
export function crossNames(scene: Scene, problem: string): readonly Name[] {
  const vectors = vectorsOf(scene);
  const [[a, u] = [], [b, v] = []] = vectors;
  if (vectors.length !== 2 || u?.length !== 3 || v?.length !== 3) return planeNames(scene, problem);
  const across = cross(u, v);
  const said = plainLabel([problem, ...scene.solution.steps.map(({ text }) => text)].join('\n'));
  const named = new RegExp(String.raw`(?:^|[^\w])([a-z]) = ${a} × ${b}(?![\w])`).exec(said)?.[1];
  const exact = new RegExp(String.raw`${a} × ${b}(?![\w])|cross product of`).test(said);
  return [
    ...(exact
      ? across.map((x, i) => ({
          what: `the ${['first', 'second', 'third'][i]} entry of ${a} × ${b}`,
          is: new RegExp(
            String.raw`^(?:the )?(?:${ENTRIES[i]}) ?(?:component|entry|coordinate)(?: is)? ?:?$${named ? `|^${named}_${i + 1}$` : ''}`,
          ),
          values: [[x]],
        }))
      : []),
    ...(/\bplane\b/i.test(problem)
      ? [{ ...normal(across), ...(named ? { is: new RegExp(String.raw`\bnormal(?: vector)?(?: is)? ?:?$|(?:^|\W)${named}$`, 'i') } : {}) }]
      : []),
  ];
}

const normal = (across: Vector): Name => ({
  what: 'a normal',
  is: /\bnormal(?: vector)?(?: is)? ?:?$|(?:^|\W)n$/i,
  values: [across],
  fits: own => crossed(across, own),
});

/** Pairs of products that agree where one vector is a multiple of the other. */
export const crossed = (a: Vector, b: Vector): (readonly [Expr, Expr])[] =>
  a.length === b.length
    ? a.flatMap((x, i) => a.slice(i + 1).map((y, j) => [product(x, b[i + 1 + j] ?? y), product(y, b[i] ?? x)] as const))
    : [];

/** The plane through three points has one direction of normals. */
function planeNames(scene: Scene, problem: string): readonly Name[] {
  const points = pointsOf(scene).map(([, at]) => at);
  const [a, b, c] = points;
  if (!/\bplane\b/i.test(problem) || points.length !== 3 || !a || !b || !c || points.some(at => at.length !== 3)) return [];
  return [normal(cross(gap(a, b), gap(a, c)))];
}

/** The area of the only triangle whose corners the problem gives, and of the parallelogram of its two vectors. */
export function areaNames(scene: Scene, problem: string): readonly Name[] {
  const spanned = spannedNames(problem);
  if (spanned.length > 0) return spanned;
  const points = pointsOf(scene).map(([, at]) => at);
  const [a, b, c] = points;
  if (points.length !== 3 || !a || !b || !c || !/\btriangle\b/i.test(problem)) return [];
  const across =
    a.length === 3 ? norm(cross(gap(a, b), gap(a, c))) : call('abs', cross([...gap(a, b), num(0)], [...gap(a, c), num(0)])[2] ?? num(0));
  return [
    {
      what: 'the area of the triangle',
      is: /(?:^|\W)area(?: of (?:the )?(?:triangle)?(?: ?[A-Z]{3})?)?(?: is)? ?:?$/i,
      values: [[quotient(across, num(2))]],
    },
  ];
}

/** The fourth corner of the parallelogram ABCD. */
export function cornerNames(scene: Scene, problem: string): readonly Name[] {
  const corners = /\b(?:parallelogram ([A-Z]{4})|([A-Z]{4}) is a parallelogram)\b/.exec(problem)?.slice(1).join('') ?? '';
  const points = new Map(pointsOf(scene));
  const [missing, ...more] = [...corners].filter(name => !points.has(name));
  const at = corners.indexOf(missing ?? ' ');
  const [next, across, before] = [1, 2, 3].map(k => points.get(corners.charAt((at + k) % 4)));
  if (missing === undefined || more.length > 0 || !next || !across || !before || points.size !== 3) return [];
  const corner = next.map((x, i) => minus(sum(x, before[i] ?? num(0)), across[i] ?? num(0)));
  return [{ what: `the corner ${missing}`, is: new RegExp(String.raw`(?:^|[^\w])${missing}(?: is)? ?:?$`), values: [corner] }];
}

const SPANNED = /\b(parallelogram|triangle)\b.*?\b(?:spanned|formed|with (?:adjacent )?sides|with edges|determined)\b/i;

/** The area of the parallelogram, or triangle, of the only two vectors. */
function spannedNames(problem: string): readonly Name[] {
  const shape = SPANNED.exec(problem)?.[1]?.toLowerCase();
  const tuples = (problem.match(/\((?:[^()]+,)+[^()]+\)/g) ?? []).flatMap(tuple => {
    const { expr } = parseExpression(tuple);
    const entries = expr && entriesOf(expr);
    return entries?.every(isClosed) ? [entries] : [];
  });
  const [u, v] = tuples;
  if (shape === undefined || tuples.length !== 2 || !u || !v || u.length !== v.length || u.length > 3) return [];
  const across = u.length === 3 ? norm(cross(u, v)) : call('abs', cross([...u, num(0)], [...v, num(0)])[2] ?? num(0));
  const is = new RegExp(String.raw`(?:^|\W)(?:area(?: of (?:the )?${shape})?(?: is)? ?:?|A)$`, 'i');
  return [{ what: `the area of the ${shape}`, is, values: [[shape === 'triangle' ? quotient(across, num(2)) : across]] }];
}
