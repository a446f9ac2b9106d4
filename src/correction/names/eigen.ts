import { minus, num, product, sum } from '../../math/build.ts';
import type { Expr, MatrixExpr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { entriesOf, knownValues } from '../known-values.ts';
import { isClosed } from '../letters.ts';
import { matricesIn } from '../matrices.ts';
import type { Scene } from '../scene.ts';
import { compareNumbers } from '../vectors.ts';
import { crossed } from './vectors.ts';

const VECTOR =
  /(?:(?<![\w|])v(?:_?\d|[₁₂₃])?|\beigenvectors?(?: is| are)?(?: [a-z])?)\s*(?:=|:)?\s*(\((?:\s*[-−]?[\d/√]+\s*,)+\s*[-−]?[\d/√]+\s*\))/gi;
const VALUE = /(?:λ|\\lambda|\bk)(?:_?\d|[₁₂])?\s*=\s*([-−]?\d+(?:\/\d+)?)(?!\d)/g;

/** The only matrix of the problem, square and without letters. */
function matrixOf(scene: Scene): MatrixExpr | null {
  const named = [...knownValues(scene).matrices.values()];
  const [matrix, ...more] = named.length > 0 ? named : matricesIn(scene.solution.problem);
  return matrix?.kind === 'matrix' && more.length === 0 && isClosed(matrix) && matrix.rows.length === matrix.rows[0]?.length
    ? matrix
    : null;
}

/** `for λ = 5: v = (1, −1)`: A v is no multiple of v, or not λ times v. Null where the step names no eigenvector, or a right one. */
export function judgeEigenvector(scene: Scene, { text, range }: Step): Judged | null {
  if (!/\beigen/i.test(scene.solution.problem)) return null;
  const plain = text.replace(/[$&]|\\left|\\right/g, mark => ' '.repeat(mark.length));
  const vectors = [...plain.matchAll(VECTOR)];
  const matrix = vectors.length > 0 ? matrixOf(scene) : null;
  if (!matrix || /\b(?:not|no)\b/i.test(plain)) return null;
  const values = [...plain.matchAll(VALUE)].flatMap(([, one = '']) => parseExpression(one).expr ?? []);
  for (const match of vectors) {
    const { expr } = parseExpression(match[1] ?? '');
    const v = expr && entriesOf(expr);
    if (!v || v.length !== matrix.rows.length) continue;
    const image = matrix.rows.map(row => sum(...row.map((x, i) => product(x, v[i] ?? num(0)))));
    const pairs: (readonly [Expr, Expr])[] =
      values.length === 1 ? v.map((x, i) => [image[i] ?? x, product(values[0] ?? x, x)] as const) : crossed(image, v);
    const off = pairs.map(([a, b]) => compareNumbers(scene, minus(a, b), num(0))).find(one => one !== 'same');
    if (!off) continue;
    const start = range.start + match.index + match[0].length - (match[1] ?? '').length;
    return refuted(
      { kind: 'computed', expression: 'the matrix times this vector', value: 'another direction', written: match[1] ?? '' },
      { start, end: start + (match[1] ?? '').length },
    );
  }
  return null;
}
