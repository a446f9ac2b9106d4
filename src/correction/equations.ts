import type { Comparison } from '../math/comparison.ts';
import { expressionsOf, partsOf, someNode } from '../math/decide/free.ts';
import type { Expr, Span, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import type { Claim, Step } from '../solution/solution.ts';
import { describePoint } from './describe.ts';
import { doubtIn, unitsOf } from './doubt.ts';
import { isCondition, isExchange, withinRanges, withoutDefined } from './grounds.ts';
import { follows, type Judged, oneWay, type Slip, unjudged, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Notice } from './records.ts';
import { type Fact, isLiteral, type Scene, settled } from './scene.ts';
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
  const near = related.findLast(fact => !isCondition(scene, fact)) ?? related.at(-1);
  if (!near) return unjudged('a new statement: no line above says anything about its letters');
  const nearest = scene.decider.lines(near.statement, line.statement);
  if (nearest.kind === 'same') return follows(near.step, notices(nearest), near.root);
  for (const fact of related
    .slice(-1 - REACH, -1)
    .reverse()
    .concat(givens(related))) {
    const found = scene.decider.lines(fact.statement, line.statement);
    if (found.kind === 'same') return follows(fact.step, notices(found), fact.root);
  }
  const branchOf = findBranch(scene, related, near, line);
  if (branchOf) return follows(branchOf.step);
  const joined = connected(scene, related);
  const together = judgeTogether(scene, joined, line);
  if (together !== 'no' && together !== 'unknown') return together;
  const alone = together === 'no' || !severalUnknowns(joined);
  if (isExchange(near.statement, line.statement)) return unjudged('the letters are exchanged');
  const put = withoutDefined(scene, near, line.statement);
  if (put) {
    const found = scene.decider.lines(put.base.statement, put.statement);
    return judgeDeparture(scene, { ...line, statement: put.statement }, put.base, found, true);
  }
  const [from, to] = [withinRanges(scene, near.statement), withinRanges(scene, line.statement)];
  return judgeDeparture(scene, line, near, from === near.statement ? nearest : scene.decider.lines(from, to), alone);
}

/** The lines above that speak of the same letters, and those that speak of letters these bring in: `y = 5` besides `x + 2y = 20`. */
function connected(scene: Scene, related: readonly Fact[]): readonly Fact[] {
  const letters = new Set(related.flatMap(fact => fact.letters));
  return scene.facts.filter(fact => related.includes(fact) || fact.letters.some(letter => letters.has(letter)));
}

/** The line above that splits into cases, when the nearest line is one case of it and this line another. */
function findBranch(scene: Scene, related: readonly Fact[], near: Fact, line: Line): Fact | undefined {
  const part = (fact: Fact, statement: Statement): boolean => scene.decider.lines(fact.statement, statement).kind === 'narrower';
  return related
    .slice(-1 - REACH, -1)
    .find(fact => splits(scene, fact.statement) && part(fact, line.statement) && part(fact, near.statement));
}

/** A condition that can have several solutions: 'or', an absolute value or another function, or a power. An identity is none. */
function splits(scene: Scene, statement: Statement): boolean {
  if (statement.kind !== 'chain') return statement.kind === 'or';
  const [left, right] = ends(statement);
  if (!left || !right || scene.decider.expressions(left, right).kind === 'same') return false;
  return statement.sides.some(side => degree(side) > 1 || someNode(side, node => node.kind === 'call'));
}

const givens = (related: readonly Fact[]): Fact[] => related.filter(fact => fact.step < 0).slice(0, REACH);

const severalUnknowns = (related: readonly Fact[]): boolean =>
  new Set(related.map(fact => fact.root)).size > 1 && new Set(related.flatMap(fact => fact.letters)).size > 1;

function notices(comparison: Comparison & { kind: 'same' }): Notice[] {
  const found: Notice[] = [];
  if (comparison.notices.includes('domain')) found.push({ kind: 'domain', message: 'The two lines are not defined for the same values.' });
  if (comparison.notices.includes('rounded')) found.push({ kind: 'rounded', message: 'Equal after rounding.' });
  return found;
}

/** The lines above as one system: what all of them imply follows. `no` when the system is decided and does not imply the line. */
function judgeTogether(scene: Scene, related: readonly Fact[], line: Line): Judged | 'no' | 'unknown' {
  if (!severalUnknowns(related)) return 'unknown';
  const distinct = new Map([...givens(related), ...related.slice(-REACH)].map(fact => [fact.root, fact]));
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
  if (found.kind === 'wider' && mayGain(near.statement, line.statement)) {
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
    : (statement.kind === 'or' || statement.kind === 'and') && statement.parts.every(isEquation);

/**
 * True when a right rule may have gained solutions: a root, absolute value or logarithm was undone, a denominator multiplied away, both sides
 * squared or multiplied, or one of several conditions taken alone.
 */
function mayGain(from: Statement, to: Statement): boolean {
  if (conditionsIn(from) > 1 && conditionsIn(to) < conditionsIn(from)) return true;
  if (!isEquation(to)) return false;
  const sides = expressionsOf(from);
  if (sides.some(side => someNode(side, node => node.kind === 'call' || (node.kind === 'power' && node.exponent.kind !== 'number'))))
    return true;
  return Math.max(...expressionsOf(to).map(degree)) > Math.max(...sides.map(degree)) || sides.some(side => someNode(side, dividesByLetter));
}

/** How many conditions a statement makes at once: `-3 < x ≤ 7` makes two. */
function conditionsIn(statement: Statement): number {
  if (statement.kind === 'and') return statement.parts.reduce((sum, part) => sum + conditionsIn(part), 0);
  return statement.kind === 'chain' ? statement.relations.length : 1;
}

const dividesByLetter = (node: Expr): boolean => node.kind === 'quotient' && lettersIn(node.den).length > 0;

/** The degree in all letters together, as written. */
function degree(expr: Expr): number {
  switch (expr.kind) {
    case 'symbol':
      return 1;
    case 'power':
      return degree(expr.base) * (expr.exponent.kind === 'number' ? Math.max(0, Q.toNumber(expr.exponent.value)) : 1);
    case 'product':
      return expr.factors.reduce((sum, factor) => sum + degree(factor), 0);
    case 'quotient':
      return degree(expr.num);
    default:
      return Math.max(0, ...partsOf(expr).map(degree));
  }
}

/** A branch that comes back in another line, or a solution that is set aside with a word, is not lost. */
function judgeLoss(scene: Scene, line: Line, near: Fact, found: Comparison & { kind: 'narrower' }, loss: Judged): Judged {
  const { steps, statedAnswer } = scene.solution;
  const around = steps.slice(line.step);
  const words = [line.sentence.replace(line.claim.text, ''), ...around.slice(1).map(besidesClaims), statedAnswer?.text ?? ''].join('\n');
  if (found.lost.length > 0 && found.lost.every(value => mentions(words, value))) return follows(near.step);
  if (REJECTS.test(words)) return follows(near.step);
  if (scene.task === 'story') {
    const { witness } = found;
    const message = witness.kind === 'lost' ? `Set aside without a word: ${describePoint({ [witness.variable]: witness.value })}.` : '';
    return follows(near.step, message ? [{ kind: 'domain', message }] : []);
  }
  const branches = around.flatMap(step => step.claims).filter(claim => claim !== line.claim);
  const covered = branches.slice(0, 12).some(claim => {
    if (claim.statement === null || lettersIn(claim.statement).length === 0) return false;
    const other = settled(scene, claim.statement);
    return scene.decider.lines(near.statement, { kind: 'or', parts: [line.statement, other], span: line.statement.span }).kind === 'same';
  });
  return covered ? follows(near.step) : loss;
}

/** What a step says in words: a number inside its mathematics sets no solution aside. */
const besidesClaims = ({ text, claims }: Step): string => claims.reduce((rest, claim) => rest.replace(claim.text, ' '), text);

function mentions(text: string, value: string): boolean {
  const plain = value.replace(/[−–]/g, '-');
  return new RegExp(`(^|[^\\w.-])${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.]*\\d)`).test(text.replace(/[−–]/g, '-'));
}

/** Why a line that does not follow may still be right; null when it clearly goes on from the nearest line. */
function excuseFor(scene: Scene, { claim, statement, sentence, step }: Line, near: Fact, alone: boolean): string | null {
  if (claim.link === 'given') return 'the line states something new';
  if (claim.text.includes('≈') || claim.text.includes('\\approx')) return 'it is stated only roughly';
  if (claim.link === 'check') return 'the line only tries whether this holds';
  if (HYPOTHETICAL.test(sentence.replace(claim.text, ''))) return 'the line holds only in a case or under a condition';
  if (scene.gap > scene.facts.indexOf(near)) return 'a line between could not be read';
  const doubt = doubtIn(claim) ?? doubtIn(near.claim);
  if (doubt !== null) return doubt;
  if (near.step < step - 2 && near.step >= 0) return 'the line it comes from is too far above';
  const letters = lettersIn(statement);
  if (isSolved(statement) && letters.length < near.letters.length && isOnCurve(scene))
    return 'it may choose a value for one of several letters';
  if (unitNames(statement) !== unitNames(near.statement) || measureAfter(scene, claim) !== measureAfter(scene, near.claim))
    return 'the two lines may stand in different units';
  if (new Set(near.letters.map(letter => letter.toLowerCase())).size < near.letters.length)
    return 'capital and small letters may mean the same';
  if (letters.some(letter => !near.letters.includes(letter))) return 'it brings in a letter that the line above does not have';
  if (claim.setting === 'prose' && isValued(near.statement) && isValued(statement) && !isPlainValue(sideOf(statement, 1))) {
    return 'it may be another value of the same letter';
  }
  if (scene.task !== 'story') return alone ? null : 'it may follow from several lines above together';
  return followsOn(scene, statement, near) ? null : 'it may be a new statement taken from the problem';
}

const CURVE = /\b(?:intercepts?|graphs?|graphing|sketch|plot|lines?|points?|curves?|coordinates?|function)\b/i;

/** The problem is about a curve and its single equation: a value of one letter is chosen there, not found. */
const isOnCurve = (scene: Scene): boolean =>
  CURVE.test(scene.solution.problem) && new Set(scene.facts.filter(fact => isEquation(fact.statement)).map(fact => fact.root)).size < 2;

/** In a story a line goes on from the one above when it solves it for the only letter, or keeps one of its sides. */
function followsOn(scene: Scene, statement: Statement, near: Fact): boolean {
  if (statement.kind !== 'chain' || near.statement.kind !== 'chain') return false;
  if (lettersIn(statement).length !== near.letters.length) return false;
  if (near.letters.length === 1 && isSolved(statement) && !isSolved(near.statement)) return true;
  const [left, right] = ends(statement);
  const [before, after] = ends(near.statement);
  if (!left || !right || !before || !after) return false;
  const equal = (a: Expr, b: Expr): boolean => scene.decider.expressions(a, b).kind === 'same';
  if (near.letters.length === 1 && !isSolved(near.statement) && movesNumber(scene, near.statement, statement)) return true;
  const changed = equal(left, before) ? [right, after] : equal(right, after) ? [left, before] : null;
  const kept = changed === null || changed[0] === right ? left : right;
  if (changed === null || (near.letters.length > 1 && kept.kind === 'symbol')) return false;
  if (kept.kind === 'symbol' && changed.every(isClosed)) return isLiteral(changed[0] ?? kept) && !isLiteral(changed[1] ?? kept);
  if (near.letters.length === 1) return changed.every(isClosed) || changed.every(side => !isClosed(side));
  return changed.every(side => !isClosed(side));
}

/** `2n = 8` under `2n - 7 = 15`: the letters stayed on their side, and a number went over. */
function movesNumber(scene: Scene, from: Statement, to: Statement): boolean {
  const [left, right] = ends(to);
  const [before, after] = ends(from);
  if (!left || !right || !before || !after || !isClosed(right) || !isClosed(after) || isClosed(left)) return false;
  return scene.decider.expressions(before, left, { upToConstant: true }).kind === 'same';
}

const MEASURES =
  /^\s*((?:milli|centi|kilo)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|grams?|pounds?|ounces?|lit(?:er|re)s?|gallons?|cents?|dollars?))\b/i;

/** The measure that a sentence names right behind a claim. */
function measureAfter({ solution }: Scene, claim: Claim): string {
  const own = solution.steps.find(({ range }) => range.start <= claim.range.start && claim.range.end <= range.end);
  const behind = own?.text.slice(claim.range.end - own.range.start) ?? '';
  return MEASURES.exec(behind)?.[1]?.toLowerCase().replace(/e?s$/, '') ?? '';
}

/** A value that is not calculated any further: a number, a fraction, a root. */
const isPlainValue = (side: Expr | undefined): boolean =>
  side !== undefined &&
  side.kind !== 'symbol' &&
  !someNode(side, node => node.kind === 'sum' || node.kind === 'product' || node.kind === 'power');

const unitNames = (statement: Statement): string => [...new Set(expressionsOf(statement).map(unitsOf).filter(Boolean))].sort().join();

const ends = (statement: Statement): [Expr | undefined, Expr | undefined] =>
  statement.kind === 'chain' ? [statement.sides[0], statement.sides.at(-1)] : [undefined, undefined];

/** `x = 5`, `5 = x`, `x < 3`. */
export function isSolved(statement: Statement): boolean {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return false;
  const [left, right] = ends(statement);
  if (!left || !right) return false;
  return (left.kind === 'symbol' && isClosed(right)) || (right.kind === 'symbol' && isClosed(left));
}

/** `x = 5`, `x = 3 + 2 = 5`. */
const isValued = (statement: Statement): boolean =>
  isSolved(statement) ||
  (statement.kind === 'chain' &&
    statement.sides[0]?.kind === 'symbol' &&
    statement.sides.length > 1 &&
    statement.sides.slice(1).every(isClosed));

const sideOf = (statement: Statement, index: number): Expr | undefined => (statement.kind === 'chain' ? statement.sides[index] : undefined);

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
