import type { Expr } from '../../math/expr.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Chain } from '../decide.ts';
import { judgeEquation } from '../equations.ts';
import { judgeExpression } from '../identities/expression.ts';
import { bare, follows, type Judged, unjudged, wrong } from '../judged.ts';
import { isClosed } from '../letters.ts';
import { judgeMatrices } from '../matrices.ts';
import { judgeQuantities } from '../quantities.ts';
import { isContinuing } from '../scene/continuing.ts';
import { settled } from '../scene/settled.ts';
import { asSolutionSet } from '../scene/solution-sets.ts';
import type { Scene } from '../scene.ts';
import type { Line } from '../shape.ts';
import { judgeKnown } from '../vectors.ts';
import { judgeChain } from './chain.ts';

/** Null for a claim that states nothing: a bare number, a named quantity. */
export function judgeClaim(scene: Scene, claim: Claim, step: number, sentence: string): Judged | null {
  const { statement } = claim;
  if (statement === null) return unjudged(claim.problems[0]?.message ?? 'it could not be read');
  const line = { claim, statement: settled(scene, statement), step, sentence };
  if (statement.kind !== 'chain' || line.statement.kind === 'member') return judgeEquation(scene, line);
  const solutions = asSolutionSet(scene, statement);
  if (solutions) return judgeEquation(scene, { ...line, statement: solutions });
  const [first] = statement.sides;
  if (!first) return null;
  const { current } = scene;
  if (statement.sides.length === 1 && SIDE.test(sentence)) return judgeSide(scene, claim, first, sentence);
  if (statement.sides.length === 1) return judgeOnward(scene, claim, first, line) ?? judgeExpression(scene, claim, first);
  if (current === null || !isContinuing(scene, claim)) return judgeChain(scene, claim, statement, line);
  const longer: Chain = {
    ...statement,
    sides: [current.expr, ...statement.sides],
    relations: [claim.leading ?? '=', ...statement.relations],
  };
  const judged = judgeChain(scene, claim, longer, { ...line, statement: settled(scene, longer) });
  const putsIn = !isClosed(current.expr) && statement.sides.every(isClosed);
  if (putsIn && judged.slip?.kind === 'line') return unjudged('it may have numbers put in for the letters');
  return shifted(judged);
}

const SIDE = /^\s*([LR]\.?H\.?S|left|right)\b/i;
const PROVES = /\b(?:prove|show|verify)\b/i;

/** `LHS = sin 2θ/(1 + cos 2θ)`: what is said to be a side of the identity that is to be proved. */
function judgeSide({ solution, decider }: Scene, claim: Claim, written: Expr, sentence: string): Judged | null {
  const [given, ...more] = solution.givens.flatMap(({ statement }) =>
    statement?.kind === 'chain' && statement.sides.length === 2 ? [statement] : [],
  );
  const side = given?.sides[/^\s*l/i.test(sentence) ? 0 : 1];
  if (!side || more.length > 0 || given?.relations.join() !== '=' || !PROVES.test(solution.problem)) return null;
  const found = decider.expressions(side, written);
  if (found.kind === 'same') return follows(null);
  if (found.kind !== 'different') return unjudged(found.kind === 'unknown' ? found.why : 'it may be a part of the side');
  return wrong(found.witness, written.span, { kind: 'identity', claim, from: bare(side), written: bare(written), side: 0 });
}

/** A quantity, vector or matrix that goes on from the one above: `= 20 m/s`. */
function judgeOnward(scene: Scene, claim: Claim, written: Expr, line: Line): Judged | null {
  if (scene.current === null || !isContinuing(scene, claim)) return null;
  const chain: Chain = { kind: 'chain', sides: [scene.current.expr, written], relations: ['='], span: claim.range };
  const named = judgeMatrices(scene, chain, line) ?? judgeKnown(scene, chain, line);
  const judged = named && named.verdict.kind !== 'unjudged' ? named : judgeQuantities(scene, claim, chain);
  return judged && shifted(judged);
}

/** Counts the refuted side within the claim itself again, when the line above was put before it. */
const shifted = (judged: Judged): Judged =>
  judged.slip?.side == null ? judged : { ...judged, slip: { ...judged.slip, side: judged.slip.side - 1 } };
