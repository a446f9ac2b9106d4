import type { Comparison } from '../../math/comparison.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { withSubstitutions } from '../differentials.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Notice } from '../records.ts';
import type { Scene } from '../scene.ts';
import { sameLetters } from './rewriting.ts';

const DOMAIN: Notice = { kind: 'domain', message: 'Equal where both are defined, but they are not defined for the same values.' };

export const indefinite = (expr: Expr): boolean => someNode(expr, node => node.kind === 'integral' && node.bounds === null);

/** There an equation, too, may take out a letter that was brought in for an expression; elsewhere only what goes on in a chain of equals may. */
const INTEGRATES = /\\int|∫|\bint\b|integra|antiderivative/i;

/** Compares two expressions; an antiderivative is compared up to a constant. */
export function compareSides(scene: Scene, a: Expr, b: Expr, onward = true): Comparison {
  const upToConstant = indefinite(a) !== indefinite(b) || (indefinite(a) && indefinite(b));
  const options = upToConstant ? { upToConstant } : {};
  const found = scene.decider.expressions(a, b, options);
  if (found.kind === 'same') return found;
  const bounded = withinBounds(scene, a, b);
  if (bounded) return bounded;
  if (sameLetters(a, b) || !(onward || INTEGRATES.test(scene.solution.problem))) return found;
  const [x, y] = [withSubstitutions(scene, a), withSubstitutions(scene, b)];
  return x === a && y === b ? found : scene.decider.expressions(x, y, options);
}

/** How many of the latest inequalities are tried. */
const LATEST_BOUNDS = 4;

/** `|x - 2| = 2 - x` where the problem, or a line so far, says that `x < 2`. Null where none of them makes the two the same. */
function withinBounds(scene: Scene, a: Expr, b: Expr): Comparison | null {
  if (scene.bounds.length === 0 || ![a, b].some(side => someNode(side, isPartial))) return null;
  const letters = lettersIn(a, b);
  const near = scene.bounds.filter(({ statement }) => lettersIn(statement).some(letter => letters.includes(letter)));
  const given = near.filter(({ step }) => step < 0).map(({ statement }) => statement);
  const said = near
    .filter(({ step }) => step >= 0)
    .slice(-LATEST_BOUNDS)
    .reverse();
  for (const assume of [given, ...said.map(({ statement }) => [...given, statement])]) {
    const found = assume.length > 0 ? scene.decider.expressions(a, b, { assume }) : null;
    if (found?.kind === 'same') return found;
  }
  return null;
}

/** A function that is not the same rule everywhere. */
const isPartial = (node: Expr): boolean =>
  (node.kind === 'call' || (node.kind === 'power' && node.exponent.kind === 'quotient')) && !isClosed(node);

export const noticesOf = (found: Comparison): Notice[] => (found.kind === 'same' && found.notices.includes('domain') ? [DOMAIN] : []);
