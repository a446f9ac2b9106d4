import { num, relation, sym } from '../math/build.ts';
import type { Comparison } from '../math/comparison.ts';
import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import type { Span, Statement } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { equalTrees } from '../math/tree.ts';
import { isRange } from '../solution/conditions.ts';
import { isOnDiscriminant, setsParameter } from './discriminant.ts';
import { dividesByZero } from './divisions.ts';
import { doubtIn } from './doubt.ts';
import { eliminates, excuseFor } from './excuses.ts';
import { degree, isAnswer, isDomain, mayGain } from './gains.ts';
import { isCondition, isExchange, withinRanges, withoutDefined } from './grounds.ts';
import { follows, isMistake, type Judged, oneWay, type Slip, unjudged, wrong } from './judged.ts';
import { callsNamed, divisorsIn, isClosed, lettersIn, mapSides, namedCall } from './letters.ts';
import { ANGLE_MEANT, judgeLoss, meansOneAngle, withinBounds } from './losses.ts';
import { isCaseOf, opensBlindly } from './openings.ts';
import type { Notice } from './records.ts';
import { isRough } from './rough.ts';
import { isEquation, isIdentity, isRestriction, limits } from './scene/statements.ts';
import { type Fact, type Scene, standing } from './scene.ts';
import { ends, isSolved, type Line } from './shape.ts';
import { strangerIn } from './strangers.ts';

/** How many single values of parameters are passed over. */
const MOST_SPARED = 3;
/** How many lines above are asked, besides the nearest, and how many are taken together as a system. */
const REACH = 6;

/**
 * Judges an equation, inequality or system by the solutions of the line it comes from: the line before, an earlier one, the problem's own,
 * or several of them together. It is refuted only when it follows from none and clearly goes on from the nearest.
 */
export function judgeEquation(scene: Scene, line: Line): Judged {
  const found = judgeAmongFacts(scene, line);
  const { bounded } = scene;
  const letters = lettersIn(line.statement);
  if (
    found.verdict.kind === 'follows' ||
    !bounded ||
    line.step <= bounded.step ||
    !letters.some(letter => bounded.letters.includes(letter))
  )
    return found;
  if (standing(scene).some(fact => fact.step >= bounded.step && fact.letters.some(letter => letters.includes(letter)))) return found;
  const within = judgeAmongFacts({ ...scene, facts: [bounded], turns: [] }, line);
  if (within.verdict.kind === 'follows') return within;
  const open = line.statement.kind === 'chain' && !isSolved(line.statement) && isMistake(within.verdict);
  if (!isMistake(found.verdict)) return open && line.step === bounded.step + 1 ? within : found;
  return open ? within : unjudged('it holds only in a case');
}

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
  const departs = nearest.kind === 'different' && near.letters.length === 1 && letters.length === 1 && !isAnswer(near.statement);
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

/** A line that only says what the letter may be: `x ≠ 1`, or an inequality under an equation that is not defined everywhere. */
function restricts(from: Statement, to: Statement): boolean {
  if (isRestriction(to)) return !isRestriction(from);
  return limits(from, to);
}

function judgeRestriction(scene: Scene, { statement }: Line, near: Fact): Judged {
  const found = scene.decider.linesAnywhere(near.statement, statement);
  return found.kind === 'same' || found.kind === 'wider' ? follows(near.step) : unjudged('it only says what the letter may be');
}

/** The lines above that share a letter with this one; for a line with none but new letters, the line above. */
function relatedFacts(scene: Scene, line: Line, letters: readonly string[]): readonly Fact[] {
  const related = standing(scene).filter(fact => letters.length === 0 || fact.letters.some(letter => letters.includes(letter)));
  const above = scene.facts.at(-1);
  return related.length === 0 && above && letters.length === 1 && strangerIn(scene, line, above) !== null ? [above] : related;
}

/**
 * How a line stands to a linear one above when the conditions that make the two agree play no part in solving it: neither alone nor together with them
 * does it say the same. Null where the conditions may be what the line rests on.
 */
function withoutConditions(scene: Scene, near: Fact, { statement }: Line): Comparison | null {
  const conditions = scene.solution.conditions ?? [];
  const linear = expressionsOf(near.statement).every(
    side => degree(side) <= 1 && !someNode(side, node => node.kind === 'call' || node.kind === 'quotient'),
  );
  if (conditions.length === 0 || near.letters.length !== 1 || !linear || conditions.some(isEquation)) return null;
  const alone = scene.decider.linesAnywhere(near.statement, statement);
  if (alone.kind === 'same' || alone.kind === 'unknown') return null;
  const within: Statement = { kind: 'and', parts: [near.statement, ...conditions], span: near.statement.span };
  return scene.decider.linesAnywhere(within, statement).kind === 'same' ? null : alone;
}

/** A division by what the conditions on the letters allow to be 0, or bars left out against them; null when there is none. */
function judgeBlind(scene: Scene, { claim, statement }: Line, near: Fact): Judged | null {
  const shown = dividesByZero(scene, near.statement, statement) ?? opensBlindly(scene, near.statement, statement);
  return shown && wrong(shown, claim.range, { kind: 'line', claim, from: near.statement, written: statement, side: null });
}

/** `-3 < k < 3` of `-3 < k < 3, k ≠ 0`; null where nothing of the kind is said, or nothing else. */
function withoutRestrictions(statement: Statement): Statement | null {
  if (statement.kind !== 'and') return null;
  const parts = statement.parts.filter(part => !isRestriction(part));
  const [only] = parts;
  return parts.length === 0 || parts.length === statement.parts.length ? null : only && parts.length === 1 ? only : { ...statement, parts };
}

/** `x = 3 + 2t` under equations in x and y: a letter stands for any number, where there are several unknowns. */
function opensParameter(scene: Scene, letters: readonly string[]): boolean {
  const known = new Set(scene.facts.flatMap(fact => fact.letters));
  const strange = letters.filter(letter => !known.has(letter));
  return (
    known.size > 1 && strange.length === 1 && /^[a-zλμst]$/.test(strange[0] ?? '') && scene.facts.filter(fact => fact.step < 0).length > 1
  );
}

/** The lines above that speak of the same letters, and those that speak of letters these bring in: `y = 5` besides `x + 2y = 20`. */
function connected(scene: Scene, related: readonly Fact[]): readonly Fact[] {
  const letters = new Set(related.flatMap(fact => fact.letters));
  return scene.facts.filter(fact => related.includes(fact) || fact.letters.some(letter => letters.has(letter)));
}

/** The line above that splits into cases, when the nearest line is one case of it and this line another. */
function findBranch(scene: Scene, related: readonly Fact[], near: Fact, line: Line): Fact | undefined {
  const known = new Set([...near.letters, ...lettersIn(line.statement)]);
  const part = (fact: Fact, statement: Statement): boolean => scene.decider.lines(fact.statement, statement).kind === 'narrower';
  return related
    .slice(-1 - REACH, -1)
    .find(
      fact =>
        fact.letters.length < 3 &&
        fact.letters.every(name => known.has(name)) &&
        splits(scene, fact.statement) &&
        part(fact, line.statement) &&
        part(fact, near.statement),
    );
}

/** A condition that can have several solutions: 'or', an absolute value or another function, or a power. An identity is none. */
function splits(scene: Scene, statement: Statement): boolean {
  if (statement.kind !== 'chain') return statement.kind === 'or';
  const [left, right] = ends(statement);
  if (!left || !right || scene.decider.expressions(left, right).kind === 'same') return false;
  return statement.sides.some(
    side =>
      degree(side) > 1 ||
      someNode(
        side,
        node => node.kind === 'call' || (node.kind === 'power' && !isClosed(node.exponent) && lettersIn(statement).length === 1),
      ),
  );
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

/** The line follows from nothing above: says whether that makes it wrong. */
function judgeDeparture(scene: Scene, line: Line, near: Fact, found: Comparison, alone: boolean, decided = false): Judged {
  if (found.kind === 'unknown') return unjudged(found.why);
  if (found.kind === 'same') return follows(near.step);
  const slip: Slip = { kind: 'line', claim: line.claim, from: near.statement, written: line.statement, side: null };
  const at = refutedSide(scene, near.statement, line);
  if (found.kind === 'wider' && mayGain(scene, near.statement, line.statement)) {
    return { ...oneWay([], found.gained, found.witness, at, slip, near.step), root: near.statement.kind === 'and' ? null : near.root };
  }
  if (found.kind === 'wider' && isSolved(near.statement) && isRange(line.statement)) return follows(near.step);
  const stranger = strangerIn(scene, line, near);
  if (stranger?.kind === 'meant') return follows(near.step, [], near.root);
  if (stranger?.kind === 'reads') {
    const read = { ...line, statement: stranger.statement };
    return judgeDeparture(scene, read, near, scene.decider.lines(near.statement, stranger.statement), alone);
  }
  if (stranger?.kind === 'changed' && doubtIn(line.claim) === null) return wrong(found.witness, at, slip);
  if (setsCoefficients(scene, near, line)) return follows(near.step);
  if (meansOneAngle(scene, near, line)) return unjudged(ANGLE_MEANT);
  const through = throughPoints(scene, near, line);
  if (through) return through;
  if (isOfNoValue(scene, near, line)) return unjudged('it asks where something of the function holds');
  if (isOnDiscriminant(scene, near, line)) return follows(near.step);
  if (setsParameter(scene, near, line)) return unjudged('it says something of a parameter');
  const otherBranch = found.kind === 'narrower' && withinBounds(scene, line, near) === 'narrower';
  if (found.kind === 'narrower' && !otherBranch && isGeneric(scene, near, line)) return follows(near.step, [DOMAIN]);
  const excuse = otherBranch ? null : excuseFor(scene, line, near, alone, decided);
  if (excuse !== null) return unjudged(excuse);
  const above = scene.facts.filter(fact => fact === near || fact.step < line.step).slice(-REACH);
  if (above.some(fact => isBoundary(scene, fact.statement, line.statement))) return unjudged('it asks where the two sides are equal');
  if (found.kind !== 'narrower') return wrong(found.witness, at, slip);
  return judgeLoss(scene, line, near, found, oneWay(found.lost, [], found.witness, at, slip, near.step));
}

/** `A = 2, B = -1` under an equation that is to hold for all x: with these values it does. */
function setsCoefficients(scene: Scene, near: Fact, { statement }: Line): boolean {
  const parts = statement.kind === 'and' ? statement.parts : [statement];
  if (!parts.every(isSolved) || near.letters.length <= parts.length) return false;
  const put = parts.reduce<Statement>((result, part) => {
    const [letter, value] = ends(part);
    return letter?.kind === 'symbol' && value ? mapSides(result, side => substitute(side, letter.name, value)) : result;
  }, near.statement);
  return isIdentity(scene, put);
}

/** `3 = 4a - 1` under `y = a(x - 2)² - 1`: a point that the problem names is put in. Null where the line keeps x or y, and for a false one where it can be no other point. */
function throughPoints(scene: Scene, near: Fact, { statement }: Line): Judged | null {
  const letters = lettersIn(statement);
  if (!['x', 'y'].every(name => near.letters.includes(name)) || letters.length === 0 || letters.some(name => name === 'x' || name === 'y'))
    return null;
  const points = (scene.solution.problem.match(/\(\s*[-−–]?[\d./√]+\s*,\s*[-−–]?[\d./√]+\s*\)/g) ?? []).map(
    text => parseExpression(text).expr,
  );
  for (const point of points) {
    const [x, y] = point?.kind === 'list' ? point.items : [];
    if (!x || !y) continue;
    const put = mapSides(near.statement, side => substitute(substitute(side, 'x', x), 'y', y));
    if (scene.decider.lines(put, statement).kind === 'same') return follows(near.step);
  }
  return points.length > 1 ? unjudged('a point may be put in') : null;
}

/** `20 - 4x = 0` under `A(x) = 20x - 2x^2`: it does not speak of the values of the function. */
function isOfNoValue(scene: Scene, near: Fact, { statement, claim }: Line): boolean {
  const head = near.claim.statement?.kind === 'chain' ? near.claim.statement.sides[0] : undefined;
  const called = head ? namedCall(head) : null;
  const [own, value] = ends(statement);
  if (head && called && own && value && equalTrees(own, head) && isClosed(value)) return true;
  if (value && isClosed(value) && setsPartial(scene, claim.statement)) return true;
  const name = called?.name;
  return name !== undefined && scene.functions.has(name) && !expressionsOf(statement).some(callsNamed) && lettersIn(statement).length > 0;
}

/** `f_x = 0`: where the slope of a function of several letters is looked for. */
const setsPartial = ({ functions }: Scene, written: Statement | null): boolean => {
  const [head] = written?.kind === 'chain' && written.relations.join() === '=' ? written.sides : [];
  const name = head?.kind === 'symbol' ? /^([a-zA-Z])_[a-z]$/.exec(head.name)?.[1] : undefined;
  return name !== undefined && (functions.get(name)?.variables.length ?? 0) > 1;
};

const DOMAIN: Notice = { kind: 'domain', message: 'The two lines are not defined for the same values.' };

/** `x = 1` under `(2 - a)x = 2 - a`: solved for one letter, as it is for all but single values of the others. */
function isGeneric(scene: Scene, near: Fact, { statement }: Line): boolean {
  const solved = statement.kind === 'chain' && statement.sides.length === 2 ? statement.sides[0] : undefined;
  if (near.letters.length < 2 || solved?.kind !== 'symbol' || scene.solution.conditions !== undefined) return false;
  if (new Set(scene.facts.map(fact => fact.root)).size > 1 || lettersIn(...expressionsOf(statement).slice(1)).includes(solved.name))
    return false;
  let spared: readonly Statement[] = [];
  for (let k = 0; k < MOST_SPARED; k++) {
    const found = scene.decider.linesFor(solved.name, near.statement, statement, spared);
    if (found.kind !== 'narrower' || found.witness.kind !== 'values') return found.kind === 'same';
    const at = Object.entries(found.witness.at).filter(([name]) => name !== solved.name);
    spared = [...spared, ...at.flatMap(([name, value]) => spare(name, value))];
  }
  return false;
}

/** The condition that a parameter is not this value. */
function spare(name: string, value: string): Statement[] {
  const { expr } = parseExpression(value);
  return expr ? [relation(sym(name), '≠', expr)] : [];
}

/** `x = 1 or x = 4` under `x^2 - 5x + 4 < 0`: the places at which the sides are equal, on the way to the intervals. */
function isBoundary(scene: Scene, from: Statement, to: Statement): boolean {
  if (from.kind !== 'chain' || from.sides.length !== 2 || from.relations.every(link => link === '=') || !isEquation(to)) return false;
  const bent = from.sides.some(side => degree(side) > 1 || someNode(side, node => node.kind === 'call' || node.kind === 'quotient'));
  if (!bent) return false;
  const poles = from.sides.flatMap(divisorsIn).map(den => relation(den, '=', num(0)));
  const named = to.kind === 'and' ? { ...to, kind: 'or' as const } : to;
  const { kind } = scene.decider.lines({ kind: 'or', parts: [{ ...from, relations: ['='] }, ...poles], span: from.span }, named);
  return kind === 'same' || kind === 'narrower';
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
