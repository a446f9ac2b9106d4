import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { ROUNDED } from '../calculations.ts';
import { angleOf, DEGREE, isTrigonometric } from '../degrees.ts';
import { follows, type Judged, unjudged } from '../judged.ts';
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

function gapAt(left: Expr, right: Expr, letter: string, value: number): number {
  const [a, b] = [left, right].map(side => evaluateNumeric(side, new Map([[letter, value]])));
  return typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN;
}
