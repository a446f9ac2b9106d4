import { call, minus, num, power, quotient, sum } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { entriesOf, knownValues } from '../known-values.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

export const OTHER = /\b(?:perpendicular|parallel|tangent|normal|bisector|reflect|rotat|circle|triangle)/i;

/** The two points of the problem, named or not; null where it gives more or fewer. */
export function twoPoints(scene: Scene): readonly [readonly Expr[], readonly Expr[]] | null {
  const { problem } = scene.solution;
  const points = [...knownValues(scene).vectors].filter(([name]) => /^[A-Z]/.test(name));
  const tuples = problem.match(/\(\s*[-−–]?[\d./√]+\s*,\s*[-−–]?[\d./√]+\s*\)/g) ?? [];
  const [a, b] = points.length === 2 && tuples.length <= 2 ? points.map(([, at]) => at) : points.length === 0 ? bareIn(scene, tuples) : [];
  return a && b && a.length === b.length ? [a, b] : null;
}

/** Midpoint, distance and slope of the only two points that the problem names. */
export function pointFeatures(scene: Scene): readonly Feature[] {
  const { problem } = scene.solution;
  const [a, b] = twoPoints(scene) ?? [];
  if (!a || !b) return [];
  const gaps = a.map((x, i) => minus(b[i] ?? x, x));
  const [across, up] = gaps;
  const distance = call('sqrt', sum(...gaps.map(gap => power(gap, num(2)))));
  const middle = a.map((x, i) => quotient(sum(x, b[i] ?? x), num(2)));
  const plain = !OTHER.test(problem);
  return [
    { words: /mid-?point/, heads: /mid-?point/i.test(problem) && plain ? /^M$/ : null, values: [middle] },
    { words: /distance|length/, heads: /distance/i.test(problem) && plain ? /^d$/ : null, values: [[distance]] },
    ...(a.length === 2 && across && up && plain
      ? [
          {
            words: /slope|gradient/,
            heads: /slope|gradient|equation of the (?:straight )?line|\bline (?:through|passing|joining|that passes)/i.test(problem)
              ? /^m(?:_.*)?$/
              : null,
            values: [[quotient(up, across)]],
          },
        ]
      : []),
  ];
}

/** 'the line through (1, 2) and (3, 8)'. */
function bareIn(scene: Scene, tuples: readonly string[]): (readonly Expr[])[] {
  if (tuples.length !== 2 || !/\b(?:through|between|joining|connecting|points?|from|contains)\b/i.test(scene.solution.problem)) return [];
  return tuples.flatMap(text => {
    const { expr } = parseExpression(text);
    const entries = expr && entriesOf(expr);
    return entries ? [entries] : [];
  });
}
