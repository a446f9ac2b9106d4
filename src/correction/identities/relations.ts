import { num, relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../../math/expr.ts';
import { follows, type Judged, unjudged } from '../judged.ts';
import { callsNamed, divisorsIn, lettersIn } from '../letters.ts';
import { isIdentity } from '../scene/statements.ts';
import type { Fact, Scene } from '../scene.ts';
import { isSolved } from '../shape.ts';
import { isDerivative } from './rewriting.ts';
import { SUPPOSES } from './supposed.ts';

/** How many relations between the letters are looked at. */
const MOST_RELATIONS = 4;

/**
 * Two sides that differ for some values of their letters may be equal for all that the lines above allow: `a² − b² = 2c(a − b)` where a + b = 2c,
 * `u³ = 8x³` where u = 2x. Null where they differ there too, or where nothing above relates their letters.
 */
export function underRelations(scene: Scene, left: Expr, right: Expr): Judged | null {
  if ([left, right].some(side => someNode(side, isDerivative))) return null;
  const letters = lettersIn(left, right);
  if (letters.length === 1 && SUPPOSES.test(scene.solution.problem)) return null;
  const relations = scene.facts.filter(fact => relates(scene, fact, letters)).slice(-MOST_RELATIONS);
  if (relations.length === 0) return null;
  const parts = [
    ...relations.map(({ statement }) => statement),
    ...[left, right].flatMap(divisorsIn).map(den => relation(den, '≠', num(0))),
  ];
  const never: Statement = { kind: 'truth', value: false, span: NOWHERE };
  if (scene.decider.lines({ kind: 'and', parts, span: NOWHERE }, never).kind === 'same')
    return relations.length > 1 ? unjudged('no real number fulfils the lines above') : null;
  const { kind } = scene.decider.lines({ kind: 'and', parts, span: NOWHERE }, relation(left, '=', right));
  if (kind === 'same' || kind === 'wider') return follows(relations.at(-1)?.step ?? null);
  return kind === 'unknown' ? unjudged('what relates its letters above leaves it open') : null;
}

/** An equation or a range of these letters. An equation that gives a formula for a function or for a letter says nothing of the others. */
function relates(scene: Scene, { statement, letters: own }: Fact, letters: readonly string[]): boolean {
  if (statement.kind !== 'chain' || statement.sides.length < 2 || statement.relations.some(link => !'=<>≤≥≠'.includes(link))) return false;
  const [head] = statement.sides;
  if (!head || statement.sides.some(callsNamed) || head.kind === 'derivative') return false;
  const about = head.kind === 'symbol' ? [head.name] : own;
  return about.some(letter => letters.includes(letter)) && !(isSolved(statement) && own.length === 1) && !isIdentity(scene, statement);
}
