import { minus, negate, num, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import type { Claim } from '../../solution/solution.ts';
import { expressionIn, plainProblem } from '../asked/text.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { follows, type Judged, refuted } from '../judged.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';

const MOVED = '(?:shifted|translated|moved)';
const NUMBER = '(\\d+(?:\\.\\d+)?)';
const GRAPH = new RegExp(`\\b(?:graph|parabola|curve|function|line)\\b(?: of)?(?: the function)? y = ([^,;.=]+?) is ${MOVED} (.*)`, 'i');
const STEPS: readonly (readonly [RegExp, (by: Expr) => readonly [across: Expr, up: Expr]])[] = [
  [new RegExp(`^(?:by )?${NUMBER} (?:units? )?(?:to the )?right`, 'i'), by => [by, num(0)]],
  [new RegExp(`^(?:by )?${NUMBER} (?:units? )?(?:to the )?left`, 'i'), by => [negate(by), num(0)]],
  [new RegExp(`^(?:by )?${NUMBER} (?:units? )?(?:up(?:wards?)?)`, 'i'), by => [num(0), by]],
  [new RegExp(`^(?:by )?${NUMBER} (?:units? )?(?:down(?:wards?)?)`, 'i'), by => [num(0), negate(by)]],
];
const MIRRORED = /^(?:is )?(?:then )?reflected (?:in|across|over|about|at) the (x|y)-?(?: ?axis)/i;

/** The equations of a graph that the problem moves and mirrors: as it is, and after each number of its moves, each alone included. Null where it says more. */
function movesIn(problem: string): readonly Expr[] | null {
  const [, formula = '', told = ''] = GRAPH.exec(problem) ?? [];
  const rule = expressionIn(formula);
  if (!rule || lettersIn(rule).join() !== 'x') return null;
  const moves: ((expr: Expr) => Expr)[] = [];
  const parts = (told.split(/[.?!]/)[0] ?? '').split(/\s*(?:,? and then|,? then|,? and|,)\s+(?:is )?(?:then )?/i);
  for (const part of parts.map(text => text.replace(new RegExp(`^(?:is )?${MOVED} `, 'i'), ''))) {
    const found = STEPS.flatMap(([pattern, shift]) => {
      const by = expressionIn(pattern.exec(part)?.[1]);
      return by ? [shift(by)] : [];
    })[0];
    const axis = MIRRORED.exec(part)?.[1]?.toLowerCase();
    if (found) moves.push(expr => sum(substitute(expr, 'x', minus(sym('x'), found[0])), found[1]));
    else if (axis) moves.push(expr => (axis === 'x' ? negate(expr) : substitute(expr, 'x', negate(sym('x')))));
    else return null;
  }
  const inOrder = moves.map((_, i) => moves.slice(0, i + 1).reduce((expr, move) => move(expr), rule));
  return moves.length === 0 || moves.length > 3 ? null : [rule, ...inOrder, ...moves.map(move => move(rule))];
}

/** `y = (x + 3)²` where the graph of y = x² is moved 3 to the right: none of the equations on the way. */
export function judgeMoved(scene: Scene, chain: Chain, claim: Claim): Judged | null {
  if (chain.sides.length !== 2 || chain.relations[0] !== '=' || claim.link === 'given' || claim.link === 'check') return null;
  const [head, side] = chain.sides;
  if (head?.kind !== 'symbol' || head.name !== 'y' || !side || lettersIn(side).join() !== 'x' || doubtIn(claim) !== null) return null;
  const moves = movesIn(plainProblem(scene.solution.problem));
  if (!moves) return null;
  const found = moves.map(rule => scene.decider.expressions(rule, side));
  if (found.some(({ kind }) => kind === 'same')) return follows(null);
  const last = found.find(({ kind }) => kind === 'different');
  return last && 'witness' in last && found.every(({ kind }) => kind === 'different') ? refuted(last.witness, side.span) : null;
}
