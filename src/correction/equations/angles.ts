import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { equalTrees } from '../../math/tree.ts';
import { ROUNDED } from '../calculations.ts';
import { angleOf, DEGREE, isTrigonometric } from '../degrees.ts';
import { follows, type Judged, unjudged } from '../judged.ts';
import { isClosed } from '../letters.ts';
import type { Fact, Scene } from '../scene.ts';
import { ends, isSolved, type Line } from '../shape.ts';

/** The problem wants all angles, or those within bounds. */
const SEVERAL = /\bsolve\b|\bsolutions?\b|\ball\b|\bgeneral\b|[<>≤≥∈]|\\(?:leq?|geq?|in)\b|360|\d\s*π|\\pi/i;

/** `θ = 63.6°` under `cos θ = 4/9`: a rounded angle that solves it. Null for any other line, and for an angle that does not. */
export function judgeAngle({ solution }: Scene, near: Fact, { statement }: Line): Judged | null {
  const [letter] = near.letters;
  const [left, right] = ends(near.statement);
  if (!isSolved(statement) || near.letters.length !== 1 || !letter || !left || !right) return null;
  const angle = ends(statement)
    .map(angleOf)
    .find(found => found !== null);
  if (!angle || ![left, right].some(side => someNode(side, isTrigonometric))) return null;
  const solves = (unit: number): boolean => {
    const [low = 0, high = 0] = [-1, 1].map(way => gapAt(left, right, letter, (angle.value + way * angle.grain) * unit));
    return low * high <= 0 && Math.abs(low - high) < 0.5;
  };
  if (!solves(DEGREE) && (angle.marked || !solves(1))) return null;
  return SEVERAL.test(solution.problem) ? unjudged('it may be one of several angles') : follows(near.step, [ROUNDED], near.root);
}

/** How finely a full turn is looked through for the angles of a ratio. */
const TURN = 720;

/** `sin 2θ = 24/25` under `sin θ = 4/5`: the values of two functions that one angle has. */
export function isOtherRatio({ statement: from, letters }: Fact, { statement: to }: Line): boolean {
  const [[a, x], [b, y]] = [ends(from), ends(to)];
  const [letter] = letters;
  if (!a || !b || !x || !y || letter === undefined || ![a, b].every(side => isTrigonometric(side) && !isClosed(side))) return false;
  if (equalTrees(a, b) || ![x, y].every(isClosed)) return false;
  const gap = (turn: number): number => gapAt(a, x, letter, (2 * Math.PI * turn) / TURN);
  return Array.from({ length: TURN }, (_, i) => i).some(i => {
    if (!(gap(i) * gap(i + 1) <= 0) || Math.abs(gap(i) - gap(i + 1)) > 0.5) return false;
    let [low, high] = [i, i + 1];
    for (let k = 0; k < 40; k++) {
      const mid = (low + high) / 2;
      if (gap(low) * gap(mid) <= 0) high = mid;
      else low = mid;
    }
    return Math.abs(gapAt(b, y, letter, (2 * Math.PI * low) / TURN)) < 1e-6;
  });
}

function gapAt(left: Expr, right: Expr, letter: string, value: number): number {
  const [a, b] = [left, right].map(side => evaluateNumeric(side, new Map([[letter, value]])));
  return typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN;
}
