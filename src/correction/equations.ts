import type { Comparison } from '../math/comparison.ts';
import { expressionsOf } from '../math/decide/free.ts';
import type { Statement } from '../math/expr.ts';
import { isOfParameter } from './discriminant.ts';
import { judgeDeparture } from './equations/departure.ts';
import { connected, findBranch, givens, REACH, relatedFacts, severalUnknowns } from './equations/facts.ts';
import { judgeListed } from './equations/listed.ts';
import { judgeBlind, judgeRestriction, restricts, withoutConditions, withoutRestrictions } from './equations/restriction.ts';
import { eliminates } from './excuses.ts';
import { isAnswer, isDomain } from './gains.ts';
import { isCondition, isExchange, withinRanges, withoutDefined } from './grounds.ts';
import { follows, isMistake, type Judged, unjudged } from './judged.ts';
import { callsNamed, lettersIn } from './letters.ts';
import { isCaseOf } from './openings.ts';
import type { Notice } from './records.ts';
import { isRough } from './rough.ts';
import { isEquation, isIdentity, isRestriction } from './scene/statements.ts';
import { type Fact, type Scene, standing } from './scene.ts';
import { isSolved, type Line } from './shape.ts';

/**
 * Judges an equation, inequality or system by the solutions of the line it comes from: the line before, an earlier one, the problem's own,
 * or several of them together. It is refuted only when it follows from none and clearly goes on from the nearest.
 */
export function judgeEquation(scene: Scene, line: Line): Judged {
  const listed = judgeListed(scene, line);
  if (listed) return listed;
  const found = judgeAmongFacts(scene, line);
  const { bounded } = scene;
  if (!bounded || found.verdict.kind === 'follows' || line.step <= bounded.step) return found;
  const letters = lettersIn(line.statement);
  const isOfLine = (fact: Fact): boolean => fact.letters.some(letter => letters.includes(letter));
  if (!isOfLine(bounded) || standing(scene).some(fact => fact.step >= bounded.step && isOfLine(fact))) return found;
  const within = judgeAmongFacts({ ...scene, facts: [bounded], turns: [] }, line);
  if (within.verdict.kind === 'follows') return within;
  const open = line.statement.kind === 'chain' && !isSolved(line.statement) && isMistake(within.verdict);
  if (!isMistake(found.verdict)) return open && line.step === bounded.step + 1 ? within : found;
  return open ? within : unjudged('it holds only in a case');
}

/** Judges it by the facts of the scene alone, whatever was said in a case. */
function judgeAmongFacts(scene: Scene, line: Line): Judged {
  const letters = lettersIn(line.statement);
  const related = relatedFacts(scene, line, letters);
  const calls = (statement: Statement): boolean => expressionsOf(statement).some(callsNamed);
  if (calls(line.statement) && !related.some(fact => calls(fact.statement))) return unjudged('it says something of a function alone');
  const near = related.findLast(fact => !isCondition(scene, fact)) ?? related.at(-1);
  if (!near) return unjudged('a new statement: no line above says anything about its letters');
  const limited = related.findLast(fact => restricts(fact.statement, line.statement));
  if (limited && (limited === near || isRestriction(line.statement) || (isSolved(line.statement) && isEquation(near.statement))))
    return judgeRestriction(scene, line, limited);
  const coarse = isRough(scene, line.claim, line.sentence);
  const nearest = scene.decider.lines(near.statement, line.statement, coarse);
  const idle = nearest.kind === 'same' ? withoutConditions(scene, near, line) : null;
  if (idle) return judgeDeparture(scene, line, near, idle, true);
  const blind = nearest.kind === 'same' || nearest.kind === 'unknown' ? judgeBlind(scene, line, near) : null;
  if (blind) return blind;
  if (nearest.kind === 'same') return follows(near.step, notices(nearest), near.root);
  for (const fact of related
    .slice(-1 - REACH, -1)
    .reverse()
    .concat(givens(related))) {
    const found = scene.decider.lines(fact.statement, line.statement, coarse);
    if (found.kind === 'same') return follows(fact.step, notices(found), fact.root);
  }
  const all = givens(related).map(fact => fact.statement);
  if (
    all.length > 1 &&
    letters.length === 1 &&
    scene.decider.lines({ kind: 'and', parts: all, span: line.statement.span }, line.statement).kind === 'same'
  )
    return follows(related.at(-1)?.step ?? null);
  if (related.some(fact => isDomain(scene, fact.statement, line.statement))) {
    scene.asides.add(line.claim);
    return unjudged('it only says what the letter may be');
  }
  const unrestricted = withoutRestrictions(line.statement);
  if (unrestricted && scene.decider.lines(near.statement, unrestricted, coarse).kind === 'same')
    return follows(near.step, [DOMAIN], near.root);
  if (opensParameter(scene, letters)) return unjudged('it brings in a parameter');
  const branchOf = findBranch(scene, related, near, line);
  if (branchOf) return follows(branchOf.step);
  const caseOf = scene.inCases ? related.findLast(fact => isCaseOf(scene, fact.statement, line.statement)) : undefined;
  if (caseOf) return follows(caseOf.step);
  const joined = connected(scene, related);
  const together = judgeTogether(scene, joined, line);
  if (together !== 'no' && together !== 'unknown') return together;
  const apart = nearest.kind === 'different' || (nearest.kind === 'narrower' && isOfParameter(scene, near));
  const departs = apart && near.letters.length === 1 && letters.length === 1 && !isAnswer(near.statement);
  const alone = together === 'no' || departs || !severalUnknowns(joined);
  if (isExchange(near.statement, line.statement)) return unjudged('the letters are exchanged');
  const put = together === 'no' && eliminates(scene, near, line.statement) ? null : withoutDefined(scene, near, line.statement);
  if (put) {
    if (isIdentity(scene, put.statement)) return follows(near.step);
    const found = scene.decider.lines(put.base.statement, put.statement);
    return judgeDeparture(scene, { ...line, statement: put.statement }, put.base, found, true);
  }
  const [from, to] = [withinRanges(scene, near.statement), withinRanges(scene, line.statement)];
  return judgeDeparture(scene, line, near, from === near.statement ? nearest : scene.decider.lines(from, to), alone, together === 'no');
}

/** `x = 3 + 2t` under equations in x and y: a letter stands for any number, where there are several unknowns. */
function opensParameter(scene: Scene, letters: readonly string[]): boolean {
  const known = new Set(scene.facts.flatMap(fact => fact.letters));
  const strange = letters.filter(letter => !known.has(letter));
  return (
    known.size > 1 && strange.length === 1 && /^[a-zλμst]$/.test(strange[0] ?? '') && scene.facts.filter(fact => fact.step < 0).length > 1
  );
}

function notices(comparison: Comparison & { kind: 'same' }): Notice[] {
  const found: Notice[] = [];
  if (comparison.notices.includes('domain')) found.push({ kind: 'domain', message: 'The two lines are not defined for the same values.' });
  if (comparison.notices.includes('rounded')) found.push({ kind: 'rounded', message: 'Equal after rounding.' });
  return found;
}

/** The lines above as one system: what all of them imply follows. `no` when the system is decided and does not imply the line. */
function judgeTogether(scene: Scene, related: readonly Fact[], line: Line): Judged | 'no' | 'unknown' {
  if (!severalUnknowns(related)) return 'unknown';
  const distinct = new Map([...givens(related), ...related.slice(-REACH)].reverse().map(fact => [fact.root, fact]));
  const parts = [...distinct.values()].map(fact => fact.statement);
  if (parts.length < 2) return 'unknown';
  const found = scene.decider.lines({ kind: 'and', parts, span: line.statement.span }, line.statement);
  if (found.kind === 'wider' && !isEquation(line.statement) && !parts.every(isEquation)) return 'unknown';
  if (found.kind !== 'same' && found.kind !== 'wider') return found.kind === 'unknown' ? 'unknown' : 'no';
  const never: Statement = { kind: 'truth', value: false, span: line.statement.span };
  const own = lettersIn(line.statement).join();
  const given = own !== '' && related.some(fact => fact.step < 0 && fact.letters.join() === own);
  const contradict = given && scene.decider.lines({ kind: 'and', parts, span: never.span }, never).kind === 'same';
  return contradict ? 'unknown' : follows(related.at(-1)?.step ?? null);
}

export const DOMAIN: Notice = { kind: 'domain', message: 'The two lines are not defined for the same values.' };
