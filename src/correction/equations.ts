import type { Comparison } from '../math/comparison.ts';
import type { Expr, Span, Statement } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import { describePoint } from './describe.ts';
import { follows, type Judged, oneWay, type Slip, unjudged, wrong } from './judged.ts';
import { isClosed, lettersIn, mapSides, withFunctions } from './letters.ts';
import type { Notice } from './records.ts';
import type { Fact, Scene } from './scene.ts';
import { HYPOTHETICAL, REJECTS } from './task.ts';

/** How many lines above are asked, besides the nearest, and how many are taken together as a system. */
const REACH = 6;

/** What a line is judged by: the claim, its statement with function formulas put in, and the step it stands in. */
export interface Line {
  readonly claim: Claim;
  readonly statement: Statement;
  readonly step: number;
  readonly sentence: string;
}

/**
 * Judges an equation, inequality or system by the solutions of the line it comes from: the line before, an earlier one, the problem's own,
 * or several of them together. It is refuted only when it follows from none and clearly goes on from the nearest.
 */
export function judgeEquation(scene: Scene, line: Line): Judged {
  const letters = lettersIn(line.statement);
  const related = scene.facts.filter(fact => letters.length === 0 || fact.letters.some(letter => letters.includes(letter)));
  const near = related.at(-1);
  if (!near) return unjudged('a new statement: no line above says anything about its letters');
  const nearest = scene.decider.lines(near.statement, line.statement);
  if (nearest.kind === 'same') return follows(near.step, notices(nearest));
  for (const fact of related
    .slice(-1 - REACH, -1)
    .reverse()
    .concat(givens(related))) {
    const found = scene.decider.lines(fact.statement, line.statement);
    if (found.kind === 'same') return follows(fact.step, notices(found));
  }
  const together = judgeTogether(scene, related, line);
  if (together !== 'no' && together !== 'unknown') return together;
  return judgeDeparture(scene, line, near, nearest, together === 'no' || !severalUnknowns(related));
}

const givens = (related: readonly Fact[]): Fact[] => related.filter(fact => fact.step < 0).slice(0, REACH);

const severalUnknowns = (related: readonly Fact[]): boolean =>
  related.length > 1 && new Set(related.flatMap(fact => fact.letters)).size > 1;

function notices(comparison: Comparison & { kind: 'same' }): Notice[] {
  const found: Notice[] = [];
  if (comparison.notices.includes('domain')) found.push({ kind: 'domain', message: 'The two lines are not defined for the same values.' });
  if (comparison.notices.includes('rounded')) found.push({ kind: 'rounded', message: 'Equal after rounding.' });
  return found;
}

/** The lines above as one system: what all of them imply follows. `no` when the system is decided and does not imply the line. */
function judgeTogether(scene: Scene, related: readonly Fact[], line: Line): Judged | 'no' | 'unknown' {
  if (!severalUnknowns(related)) return 'unknown';
  const distinct = new Map(
    givens(related)
      .concat(related.slice(-REACH))
      .map(fact => [fact.claim.text, fact]),
  );
  const parts = [...distinct.values()].map(fact => fact.statement);
  if (parts.length < 2) return 'unknown';
  const found = scene.decider.lines({ kind: 'and', parts, span: line.statement.span }, line.statement);
  if (found.kind === 'same' || found.kind === 'wider') return follows(related.at(-1)?.step ?? null);
  return found.kind === 'unknown' ? 'unknown' : 'no';
}

/** The line follows from nothing above: says whether that makes it wrong. */
function judgeDeparture(scene: Scene, line: Line, near: Fact, found: Comparison, alone: boolean): Judged {
  if (found.kind === 'unknown') return unjudged(found.why);
  if (found.kind === 'same') return follows(near.step);
  const slip: Slip = { kind: 'line', claim: line.claim, from: near.statement, written: line.statement, side: null };
  const at = refutedSide(scene, near.statement, line);
  if (found.kind === 'wider' && (isEquation(line.statement) || near.statement.kind === 'and')) {
    return oneWay([], found.gained, found.witness, at, slip, near.step);
  }
  const excuse = excuseFor(scene, line, near, alone);
  if (excuse !== null) return unjudged(excuse);
  if (found.kind !== 'narrower') return wrong(found.witness, at, slip);
  return judgeLoss(scene, line, near, found, oneWay(found.lost, [], found.witness, at, slip, near.step));
}

const isEquation = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.every(relation => relation === '=')
    : statement.kind !== 'truth' && 'parts' in statement && statement.parts.every(isEquation);

/** A branch that comes back later, or a solution that is set aside with a word, is not lost. */
function judgeLoss(scene: Scene, line: Line, near: Fact, found: Comparison & { kind: 'narrower' }, loss: Judged): Judged {
  const later = scene.solution.steps.slice(line.step + 1);
  const rest = [line.sentence, ...later.map(step => step.text), scene.solution.statedAnswer?.text ?? ''].join('\n');
  if (found.lost.length > 0 && found.lost.every(value => mentions(rest, value))) return follows(near.step);
  if (REJECTS.test(rest)) return follows(near.step);
  if (scene.task === 'story') {
    const message =
      found.witness.kind === 'lost' ? `Set aside without a word: ${describePoint({ [found.witness.variable]: found.witness.value })}.` : '';
    return follows(near.step, message ? [{ kind: 'domain', message }] : []);
  }
  const branches = later.flatMap(step => step.claims).slice(0, 12);
  const covered = branches.some(claim => {
    if (claim.statement === null || lettersIn(claim.statement).length === 0) return false;
    const both: Statement = { kind: 'or', parts: [line.statement, claim.statement], span: line.statement.span };
    return scene.decider.lines(near.statement, both).kind === 'same';
  });
  return covered ? follows(near.step) : loss;
}

function mentions(text: string, value: string): boolean {
  const plain = value.replace(/[−–]/g, '-');
  return new RegExp(`(^|[^\\w.-])${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.]*\\d)`).test(text.replace(/[−–]/g, '-'));
}

/** Why a line that does not follow may still be right; null when it clearly goes on from the nearest line. */
function excuseFor(scene: Scene, { claim, statement, sentence, step }: Line, near: Fact, alone: boolean): string | null {
  if (claim.link === 'given') return 'the line states something new';
  if (claim.link === 'check') return 'the line only tries whether this holds';
  if (HYPOTHETICAL.test(sentence.replace(claim.text, ''))) return 'the line holds only in a case or under a condition';
  if (scene.gap > scene.facts.indexOf(near)) return 'a line between could not be read';
  if (claim.problems.length > 0 || near.claim.problems.length > 0) return 'a part of the line could not be read';
  if (near.step < step - 2 && near.step >= 0) return 'the line it comes from is too far above';
  const letters = lettersIn(statement);
  if (letters.some(letter => !near.letters.includes(letter))) return 'it brings in a letter that the line above does not have';
  if (scene.task !== 'story') return alone ? null : 'it may follow from several lines above together';
  return followsOn(scene, statement, near) ? null : 'it may be a new statement taken from the problem';
}

/** In a story a line goes on from the one above when it solves it for the only letter, or keeps one of its sides. */
function followsOn(scene: Scene, statement: Statement, near: Fact): boolean {
  if (statement.kind !== 'chain' || near.statement.kind !== 'chain') return false;
  if (near.letters.length === 1 && isSolved(statement) && !isSolved(near.statement)) return true;
  const [left, right] = ends(statement);
  const [before, after] = ends(near.statement);
  if (!left || !right || !before || !after) return false;
  const equal = (a: Expr, b: Expr): boolean => scene.decider.expressions(a, b).kind === 'same';
  const changed = equal(left, before) ? [right, after] : equal(right, after) ? [left, before] : null;
  if (changed === null) return false;
  if (near.letters.length === 1) return changed.every(isClosed) || changed.every(side => !isClosed(side));
  return changed.every(side => !isClosed(side));
}

const ends = (chain: Statement & { kind: 'chain' }): [Expr | undefined, Expr | undefined] => [chain.sides[0], chain.sides.at(-1)];

/** `x = 5`, `5 = x`, `x < 3`. */
export function isSolved(statement: Statement): boolean {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return false;
  const [left, right] = ends(statement);
  if (!left || !right) return false;
  return (left.kind === 'symbol' && isClosed(right)) || (right.kind === 'symbol' && isClosed(left));
}

/** The side that alone differs from the line above, or the whole line. */
function refutedSide(scene: Scene, from: Statement, { statement, claim }: Line): Span {
  if (statement.kind !== 'chain' || from.kind !== 'chain' || statement.sides.length !== 2 || from.sides.length !== 2) return claim.range;
  const kept = statement.sides.map((side, i) => {
    const before = from.sides[i];
    return before !== undefined && scene.decider.expressions(before, side).kind === 'same';
  });
  const changed = kept[0] === kept[1] ? undefined : statement.sides[kept[0] ? 1 : 0];
  return changed && changed.span.start >= 0 ? changed.span : claim.range;
}

/** The statement of a claim with the formulas of known functions put in. */
export const settled = (scene: Scene, statement: Statement): Statement => mapSides(statement, side => withFunctions(side, scene.functions));
