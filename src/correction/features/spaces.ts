import { call, minus, num, power, product, quotient, relation, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { knownValues } from '../known-values.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { matricesIn } from '../matrices.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

/** Modulus and argument of the only complex number, determinant of the only matrix, distance of the only point from the only line or plane. */
export function spaceFeatures(scene: Scene): readonly Feature[] {
  const { complex, matrices } = knownValues(scene);
  const { problem } = scene.solution;
  const [z, ...others] = complex.values();
  const [matrix, ...more] = matrices.size > 0 ? matrices.values() : matricesIn(problem);
  const polar = /\b(?:polar|argument|modulus|trigonometric|exponential form|De Moivre)\b/i.test(problem);
  return [
    ...(z && others.length === 0
      ? [
          { words: /modulus/, heads: polar ? /^r$/ : null, values: [[call('abs', z)]] },
          {
            words: /argument/,
            heads: polar && settlesOnce(scene) ? /^(?:theta|phi|varphi)$/ : null,
            values: [0, 2, -2].map(turns => [sum(call('arg', z), product(num(turns), sym('pi')))]),
          },
        ]
      : []),
    ...(matrix && more.length === 0 ? [{ words: /determinant/, heads: /^(?:det|Delta|D)$/, values: [[call('det', matrix)]] }] : []),
    ...distance(scene),
  ];
}

/** The angle is given one value alone: no acute angle on the way to it goes by the same letter. */
const settlesOnce = ({ solution }: Scene): boolean =>
  solution.steps.flatMap(step => step.text.match(/(?:θ|\\theta|φ|\\varphi|\\phi)\s*=/g) ?? []).length === 1;

function distance(scene: Scene): readonly Feature[] {
  if (!/\bdistance\b/i.test(scene.solution.problem)) return [];
  const points = [...knownValues(scene).vectors].filter(([name]) => /^[A-Z]/.test(name)).map(([, at]) => at);
  const flats = scene.facts.filter(({ step }) => step < 0).flatMap(({ statement }) => flatIn(statement));
  const [point, flat] = [points[0], flats[0]];
  if (!point || !flat || points.length > 1 || flats.length > 1 || flat.normal.length !== point.length) return [];
  const at = flat.letters.reduce((expr, letter, i) => substitute(expr, letter, point[i] ?? num(0)), flat.whole);
  const length = call('sqrt', sum(...flat.normal.map(x => power(x, num(2)))));
  return [{ words: /distance/, heads: /^[dD]$/, values: [[quotient(call('abs', at), length)]] }];
}

interface Flat {
  readonly letters: readonly string[];
  readonly whole: Expr;
  readonly normal: readonly Expr[];
}

/** A linear equation in x and y, or in x, y and z. */
function flatIn(statement: Statement): Flat[] {
  const letters = lettersIn(statement).toSorted();
  const [left, right] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right || !/^x,y(?:,z)?$/.test(letters.join())) return [];
  const whole = minus(left, right);
  const normal = letters.map(letter => differentiate(whole, letter));
  return normal.every(x => x !== null && isClosed(x)) ? [{ letters, whole, normal: normal.filter(x => x !== null) }] : [];
}

/** The plane through the only point of the problem across its only vector, where this is called the normal. */
export function planeIn(scene: Scene): Statement | null {
  const { problem } = scene.solution;
  const known = [...knownValues(scene).vectors];
  const points = known.filter(([name]) => /^[A-Z]/.test(name));
  const vectors = known.filter(([name]) => /^[a-z]/.test(name));
  const [[, point] = [], [, normal] = []] = [points[0], vectors[0]].map(one => one ?? []);
  if (!/\bplane\b/i.test(problem) || !/\bnormal\b/i.test(problem) || points.length !== 1 || vectors.length !== 1) return null;
  if (!point || !normal || point.length !== 3 || normal.length !== 3) return null;
  const terms = ['x', 'y', 'z'].map((letter, i) => product(normal[i] ?? num(0), minus(sym(letter), point[i] ?? num(0))));
  return relation(sum(...terms), '=', num(0));
}
