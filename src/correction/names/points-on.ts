import { minus, num, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { entriesOf } from '../known-values.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { compareNumbers } from '../vectors.ts';

const ENTRY = String.raw`[-−–]?\s*(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\{\d+\}\{\d+\}|√\d+)`;
const POINT = new RegExp(String.raw`\(\s*(${ENTRY})\s*[,;|]\s*(${ENTRY})\s*\)`, 'g');
/** Words that make the pair of numbers behind them a point of the curve. */
const NAMED =
  /\b(?:points?|vertex|minimum|maximum|minima|maxima|min|max|extrem\w+|inflection|intersections?|meet|meets|intersect|crosses)\b(?:\s+(?:points?|is|are|at|lies|lie|the|of|in|and|value|occurs|local|relative|stationary|turning)\b|[\s:=$]|\b[A-Z](?:_?\d|[₁₂])?\b)*$/i;
const OTHER =
  /\b(?:tangent|normal|ax[ei]s|image|reflect\w*|not|mid-?point|cent(?:re|er)|foc(?:us|i)|test|distance|origin|through|interval|on)\b/i;
const CROSSES = /\b(?:intersect\w*|meet|meets|cross|crosses|common points?)\b/i;
const REFUSES =
  /\b(?:shift|translat|reflect|rotat|inverse|tangent|normal|nearest|closest|distance|circle|perpendicular|parallel|parametri|piecewise)\w*|\bif\b/i;

/** The curves of the problem as expressions that are 0 on them, in x and y. */
function curvesOf(scene: Scene): readonly Expr[] {
  const rules = [...scene.functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x');
  const bodies = [...new Set(rules.map(([, { body }]) => body))].map(body => minus(sym('y'), body));
  const facts = scene.facts.flatMap(({ step, letters, statement }) => {
    const [left, right] =
      step < 0 && letters.join() === 'x,y' && statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
    return left && right ? [minus(left, right)] : [];
  });
  return facts.length > 0 ? facts : bodies;
}

/** 'inflection point (2, 11)', 'they meet at (2, 3) and (−1, 2)': a point that does not lie on the curve of the problem, or on one of those that meet. */
export function judgePointOn(scene: Scene, { text, range }: Step): Judged | null {
  const { problem } = scene.solution;
  const points = [...text.matchAll(POINT)];
  if (points.length === 0 || REFUSES.test(problem) || scene.solution.steps.length === 0) return null;
  const curves = curvesOf(scene);
  if (curves.length === 0 || (curves.length > 1 && (!CROSSES.test(problem) || curves.length > 2))) return null;
  if (curves.some(curve => lettersIn(curve).some(name => name !== 'x' && name !== 'y'))) return null;
  let named = false;
  let end = 0;
  for (const match of points) {
    const before = text.slice(0, match.index);
    const between = text.slice(end, match.index);
    named =
      named && /^[\s$]*(?:,|and|or|;|,\s*and)?[\s$]*(?:[A-Z](?:_?\d|[₁₂])?)?\s*$/.test(between)
        ? true
        : NAMED.test(before) && !OTHER.test(clause(before));
    end = match.index + match[0].length;
    if (!named) continue;
    const { expr } = parseExpression(match[0].replace(/[;|]/, ','));
    const [x, y] = (expr && entriesOf(expr)) ?? [];
    if (!x || !y) continue;
    for (const curve of curves) {
      const at = substitute(substitute(curve, 'x', x), 'y', y);
      const found = isClosed(at) ? compareNumbers(scene, at, num(0)) : 'same';
      if (found === 'same' || found === null || /\d\.\d/.test(match[0])) continue;
      return refuted(
        { kind: 'computed', expression: 'a point of the curve', value: 'another point', written: match[0] },
        { start: range.start + match.index, end: range.start + end },
      );
    }
  }
  return null;
}

const clause = (text: string): string => text.slice(Math.max(text.lastIndexOf('.'), text.lastIndexOf(';'), text.lastIndexOf(',')) + 1);
