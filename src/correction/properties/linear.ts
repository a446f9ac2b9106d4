import { call, minus, num } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { withoutMatrices } from '../../math/decide/matrix.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import { entriesOf, knownValues } from '../known-values.ts';
import { lettersIn } from '../letters.ts';
import { matricesIn } from '../matrices.ts';
import type { Scene } from '../scene.ts';
import type { Property } from './property.ts';

type Row = readonly Q.Rational[];

const exactRow = (entries: readonly Expr[]): Row | null => {
  const values = entries.map(entry => evaluateExact(entry));
  return values.every(value => value !== null) ? values.filter(value => value !== null) : null;
};

/** The only two vectors of the problem; or the normals of its only two lines in the plane. */
function pairOf(scene: Scene): readonly [Row, Row] | null {
  const { problem } = scene.solution;
  const tuples = (problem.match(/\((?:[^()]+,)+[^()]+\)/g) ?? []).flatMap(tuple => {
    const { expr } = parseExpression(tuple);
    return (expr && entriesOf(expr)) ?? [];
  });
  const named = [...knownValues(scene).vectors].filter(([name]) => /^[a-z]/.test(name)).map(([, entries]) => entries);
  const equations = scene.facts.flatMap(({ step, letters, statement }) => {
    const [left, right] =
      step < 0 && letters.join() === 'x,y' && statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
    return left && right ? [minus(left, right)] : [];
  });
  const normals = /\blines?\b/i.test(problem) && tuples.length === 0 ? equations.map(normalOf) : [];
  const rows = named.length > 0 && !/\b(?:lines?|planes?)\b/i.test(problem) ? named.map(exactRow) : normals;
  const [u, v, ...more] = rows;
  return u && v && more.length === 0 && u.length === v.length ? [u, v] : null;
}

/** a and b of a side ax + by + c that is 0 on a line; null where it is no line. */
function normalOf(side: Expr): Row | null {
  const at = (x: number, y: number): Q.Rational | null => evaluateExact(substitute(substitute(side, 'x', num(x)), 'y', num(y)));
  const [zero, x, y, both] = [at(0, 0), at(1, 0), at(0, 1), at(2, 3)];
  if (!zero || !x || !y || !both || lettersIn(side).length !== 2) return null;
  const [a, b] = [Q.subtract(x, zero), Q.subtract(y, zero)];
  const straight = Q.add(zero, Q.add(Q.multiply(a, Q.rational(2)), Q.multiply(b, Q.rational(3))));
  return Q.equal(straight, both) ? [a, b] : null;
}

const perpendicular = (scene: Scene): boolean | null => {
  const [u, v] = pairOf(scene) ?? [];
  return u && v ? Q.isZero(u.reduce((all, x, i) => Q.add(all, Q.multiply(x, v[i] ?? Q.ZERO)), Q.ZERO)) : null;
};

const parallel = (scene: Scene): boolean | null => {
  const [u, v] = pairOf(scene) ?? [];
  const crossing = (x: Q.Rational, i: number): boolean =>
    (v ?? []).every((y, j) => Q.equal(Q.multiply(x, y), Q.multiply(u?.[j] ?? Q.ZERO, v?.[i] ?? Q.ZERO)));
  return u && v ? u.every(crossing) : null;
};

/** The only matrix of the problem, where it is square and has numbers in it alone. */
function matrixOf(scene: Scene): { readonly matrix: Expr; readonly rows: readonly Row[] } | null {
  const named = [...knownValues(scene).matrices.values()];
  const [matrix, ...more] = named.length > 0 ? named : matricesIn(scene.solution.problem);
  if (matrix?.kind !== 'matrix' || more.length > 0) return null;
  const rows = matrix.rows.map(exactRow);
  const known = rows.filter(row => row !== null);
  return rows.every(row => row?.length === rows.length) && rows.length < 4 ? { matrix, rows: known } : null;
}

const invertible = (scene: Scene): boolean | null => {
  const found = matrixOf(scene);
  const size = found && evaluateExact(withoutMatrices(call('det', found.matrix)));
  return size && !Q.isZero(size);
};

const isSymmetric = (rows: readonly Row[]): boolean => rows.every((row, i) => row.every((x, j) => Q.equal(x, rows[j]?.[i] ?? x)));

/** Two different real eigenvalues, or a symmetric matrix: there are enough eigenvectors. Of a 2 × 2 matrix with one eigenvalue only a multiple of the unit has. */
function diagonalizable(scene: Scene): boolean | null {
  const { rows = null } = matrixOf(scene) ?? {};
  const [[a, b] = [], [c, d] = []] = rows ?? [];
  if (!rows) return null;
  if (isSymmetric(rows)) return true;
  if (rows.length !== 2 || !a || !b || !c || !d) return null;
  const apart = Q.subtract(a, d);
  const under = Q.add(Q.multiply(apart, apart), Q.multiply(Q.rational(4), Q.multiply(b, c)));
  return Q.isZero(under) ? false : Q.compare(under, Q.ZERO) > 0 ? true : null;
}

const END = String.raw`(?=\s*(?:to each other|vectors?|lines?|matrix)?\s*[.,;!)✓]*\s*$|\s*[,;(]|\s+(?:because|since|as|and|by|with)\b)`;

/** What is said of the two vectors or lines, or of the matrix, of the problem. */
export const LINEAR: readonly Property[] = [
  { said: new RegExp(String.raw`\b(?:perpendicular|orthogonal)${END}`, 'i'), what: 'perpendicular', holds: perpendicular },
  { said: new RegExp(String.raw`\bparallel${END}`, 'i'), what: 'parallel', holds: parallel },
  { said: /\bdiagonali[sz]able\b(?! over)/i, what: 'diagonalizable', holds: diagonalizable },
  {
    said: new RegExp(String.raw`\b(?:is|exists|:|so) (?:not )?(?:invertible|non-?singular)${END}`, 'i'),
    what: 'invertible',
    holds: invertible,
  },
  {
    said: new RegExp(String.raw`\b(?:is|so) (?:not )?singular${END}`, 'i'),
    what: 'singular',
    holds: scene => {
      const regular = invertible(scene);
      return regular === null ? null : !regular;
    },
  },
];
