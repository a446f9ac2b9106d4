import { num, relation, sym } from '../../math/build.ts';
import type { Comparison } from '../../math/comparison.ts';
import { expressionsOf, someNode, substitute } from '../../math/decide/free.ts';
import type { Span, Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { equalTrees } from '../../math/tree.ts';
import { isRange } from '../../solution/conditions.ts';
import { isOnDiscriminant, judgeNature, setsParameter } from '../discriminant.ts';
import { doubtIn } from '../doubt.ts';
import { DOMAIN } from '../equations.ts';
import { excuseFor } from '../excuses.ts';
import { degree, isAnswer, mayGain } from '../gains.ts';
import { saysNothing } from '../grounds.ts';
import { follows, type Judged, oneWay, type Slip, unjudged, wrong } from '../judged.ts';
import { callsNamed, divisorsIn, isClosed, lettersIn, mapSides, namedCall } from '../letters.ts';
import { ANGLE_MEANT, judgeLoss, meansOneAngle, withinBounds } from '../losses.ts';
import { isEquation, isIdentity } from '../scene/statements.ts';
import type { Fact, Scene } from '../scene.ts';
import { ends, isSolved, type Line } from '../shape.ts';
import { strangerIn } from '../strangers.ts';
import { isOtherRatio, judgeAngle } from './angles.ts';
import { REACH } from './facts.ts';
import { newStatement } from './new-statements.ts';
import { isBeside, strangeWord } from './wording.ts';

/** How many single values of parameters are passed over. */
const MOST_SPARED = 3;

/** The line follows from nothing above: says whether that makes it wrong. */
export function judgeDeparture(scene: Scene, line: Line, near: Fact, found: Comparison, alone: boolean, decided = false): Judged {
  if (found.kind === 'unknown') return unjudged(found.why);
  if (found.kind === 'same') return follows(near.step);
  if (line.statement.kind === 'and' && saysNothing(scene, line.statement)) return follows(null);
  const slip: Slip = { kind: 'line', claim: line.claim, from: near.statement, written: line.statement, side: null };
  const at = refutedSide(scene, near.statement, line);
  if (found.kind === 'wider' && mayGain(scene, near.statement, line.statement)) {
    return { ...oneWay([], found.gained, found.witness, at, slip, near.step), root: near.statement.kind === 'and' ? null : near.root };
  }
  if (found.kind === 'wider' && isRange(line.statement) && (isSolved(near.statement) || isBracket(scene, near.statement, line.statement)))
    return follows(near.step);
  if (found.kind === 'wider' && isSolved(near.statement) && !isAnswer(line.statement) && !isIdentity(scene, line.statement))
    return follows(near.step);
  const stranger = strangerIn(scene, line, near);
  if (stranger?.kind === 'meant') return follows(near.step, [], near.root);
  if (stranger?.kind === 'reads') {
    const read = { ...line, statement: stranger.statement };
    return judgeDeparture(scene, read, near, scene.decider.lines(near.statement, stranger.statement), alone);
  }
  if (stranger?.kind === 'changed' && doubtIn(line.claim) === null) return wrong(found.witness, at, slip);
  if (setsCoefficients(scene, near, line)) return follows(near.step);
  if (isConstant(near, line)) return unjudged('it gives one of several constants');
  if (meansOneAngle(scene, near, line)) return unjudged(ANGLE_MEANT);
  const through = throughPoints(scene, near, line);
  if (through) return through;
  if (isOfNoValue(scene, near, line)) return unjudged('it asks where something of the function holds');
  if (isOnDiscriminant(scene, near, line)) return judgeNature(scene, near, line) ?? follows(near.step);
  if (setsParameter(scene, near, line)) return unjudged('it says something of a parameter');
  const otherBranch = found.kind === 'narrower' && withinBounds(scene, line, near) === 'narrower';
  if (found.kind === 'narrower' && !otherBranch && isGeneric(scene, near, line)) return follows(near.step, [DOMAIN]);
  const angle = found.kind === 'narrower' ? null : judgeAngle(scene, near, line);
  if (angle) return angle;
  if (isOtherRatio(near, line)) return unjudged('it is the value of another function of the angle');
  const excuse = newStatement(scene, line, near) ?? (otherBranch ? null : excuseFor(scene, line, near, alone, decided));
  if (excuse !== null) return unjudged(excuse);
  const strange = strangeWord(scene, line);
  if (strange !== null) return unjudged(`it may rest on what “${strange}” says`);
  if (near.step === line.step && isBeside(line, near.claim.text)) return unjudged('it stands beside the statement before it');
  const above = scene.facts.filter(fact => fact === near || fact.step < line.step).slice(-REACH);
  if (above.some(fact => isBoundary(scene, fact.statement, line.statement))) return unjudged('it asks where the two sides are equal');
  if (found.kind !== 'narrower') return wrong(found.witness, at, slip);
  return judgeLoss(scene, line, near, found, oneWay(found.lost, [], found.witness, at, slip, near.step));
}

/** `3.55 < x < 3.6` under `x³ + x = 50`: where the solution lies. */
const isBracket = ({ solution }: Scene, from: Statement, to: Statement): boolean =>
  from.kind === 'chain' &&
  !/[<>≤≥]|\\(?:leq?|geq?|lt|gt)\b|inequalit/i.test(solution.problem.replace(/\([^()]*\)/g, '')) &&
  isEquation(from) &&
  to.kind === 'chain' &&
  to.sides.length === 3 &&
  [to.sides[0], to.sides[2]].every(side => side && isClosed(side));

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

/** `A = 2` under an equation that is to hold for all x with the right A and B. */
const isConstant = (near: Fact, { statement }: Line): boolean => {
  const [name] = ends(statement);
  const constants = near.letters.filter(letter => /^[A-D]$/.test(letter));
  return (
    isSolved(statement) &&
    name?.kind === 'symbol' &&
    constants.includes(name.name) &&
    constants.length > 1 &&
    near.letters.length > constants.length
  );
};

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
