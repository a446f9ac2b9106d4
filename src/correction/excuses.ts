import { num } from '../math/build.ts';
import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import { wholeParameters } from '../math/decide/periods.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { solutionSet } from '../math/solve.ts';
import { mapExpr } from '../math/tree.ts';
import { saysMove, withoutMoves } from '../solution/links.ts';
import type { Claim } from '../solution/solution.ts';
import { solvesGiven } from './congruences.ts';
import { isTrigonometric } from './degrees.ts';
import { doubtIn, unitsOf } from './doubt.ts';
import { withinRanges } from './grounds.ts';
import { isClosed, lettersIn, mapSides } from './letters.ts';
import { optionsIn } from './reference/known.ts';
import { isOneOfSeveral } from './roots.ts';
import { holdsPi } from './rounding.ts';
import { isEquation, isLiteral } from './scene/statements.ts';
import type { Fact, Scene } from './scene.ts';
import { ends, isSolved, type Line } from './shape.ts';
import { HYPOTHETICAL } from './task.ts';

/**
 * Why a line that does not follow may still be right; null when it clearly goes on from the nearest line.
 * @param decided true when the lines above taken together do not imply it either.
 */
export function excuseFor(
  scene: Scene,
  { claim, statement, sentence, step }: Line,
  near: Fact,
  alone: boolean,
  decided: boolean,
): string | null {
  if (claim.link === 'given') return 'the line states something new';
  if (OF_UNITY.test(scene.solution.problem)) return 'its letter stands for a complex root of unity';
  if (claim.text.includes('≈') || claim.text.includes('\\approx')) return 'it is stated only roughly';
  if (near.letters.length > 1 && expressionsOf(near.statement).some(holdsI)) return 'its letters may be complex numbers';
  if (expressionsOf(near.statement).some(holdsI) && expressionsOf(statement).some(hasSize)) return 'it takes the size of a complex number';
  if (holdsDecimalSet(scene, claim)) return 'its comma may mark decimals';
  if (near.step === step && near.letters.length > 1 && isListed(sentence, near.claim, claim)) return 'it is listed beside the one before';
  if (isOtherRoot(near.claim, claim)) return 'it is another one of several complex numbers';
  if (isOneOfSeveral(scene, near.statement, claim, statement)) return 'it may be another of several solutions';
  if (isUsedUp(near.statement, statement)) return 'its letter may stand for what was calculated from the value above';
  if (claim.link === 'check') return 'the line only tries whether this holds';
  if (HYPOTHETICAL.test(withoutMoves(sentence.replace(claim.text, '').replace(statement.kind === 'or' ? /^\s*either\b/i : '', ''))))
    return 'the line holds only in a case or under a condition';
  if (scene.solution.steps.slice(Math.max(0, near.step + 1), step).some(({ text }) => CASE.test(text))) return 'it may hold only in a case';
  if (scene.gap > scene.facts.indexOf(near)) return 'a line between could not be read';
  if (/\bcoefficients?\b/i.test(sentence)) return 'it compares coefficients';
  if (slopesIn(near.statement) > slopesIn(statement) && expressionsOf(statement).some(isClosed))
    return 'it may have the number of a rate put in';
  if (isResidue(statement) && solvesGiven(scene, sentence)) return 'it may be another of several solutions';
  if (isResidue(statement) && scene.decider.lines(near.statement, statement).kind === 'narrower')
    return 'it may be another of several solutions';
  if (MOVED.test(scene.solution.problem) && lettersIn(statement).includes('y')) return 'it may be the equation of another graph';
  if (OF_ROOTS.test(sentence) || NEW_EQUATION.test(scene.solution.problem)) return 'it may speak of another equation';
  if (SIGNS.test(sentence)) return 'it tells signs';
  if (TAKEN.test(scene.solution.problem) && expressionsOf(near.statement).some(holdsPi) && !expressionsOf(statement).some(holdsPi))
    return 'π is taken as another number';
  if (
    near.step < step &&
    isCalledOther(scene.solution.steps[near.step]?.text ?? '', sentence) &&
    isValued(near.statement) &&
    isValued(statement)
  )
    return 'it may be the same letter of something else';
  if (FOR_VALUES.test(sentence)) return 'the line holds only for some values';
  const doubt = doubtIn(claim) ?? doubtIn(near.claim);
  if (doubt !== null) return doubt;
  if (!decided && near.step < step - 2 && near.step >= 0) return 'the line it comes from is too far above';
  const letters = lettersIn(statement);
  if (isSolved(statement) && letters.length < near.letters.length && isOnCurve(scene))
    return 'it may choose a value for one of several letters';
  const unitsDiffer = unitNames(statement) !== unitNames(near.statement) && !isAngle(scene, near, statement);
  if (unitsDiffer || measureAfter(scene, claim) !== measureAfter(scene, near.claim)) return 'the two lines may stand in different units';
  if (
    twoCases(near.letters) &&
    !scene.facts.some(fact => fact.step < 0 && twoCases(fact.letters)) &&
    followsCaseless(scene, near.statement, statement)
  )
    return 'capital and small letters may mean the same';
  const whole = wholeParameters(near.statement, statement, {});
  if (isSolved(statement) && letters.every(letter => isCounter(scene, near, letter))) return 'it picks one solution of many';
  if (!decided && letters.some(letter => !near.letters.includes(letter) && !whole.has(letter)))
    return 'it brings in a letter that the line above does not have';
  if (claim.setting === 'prose' && isValued(near.statement) && isValued(statement) && !isPlainValue(sideOf(statement, 1))) {
    return 'it may be another value of the same letter';
  }
  if (near.letters.length > 3 && letters.length > 0 && near.letters.length - letters.length > 1)
    return 'it speaks only of some of the letters';
  if (scene.task !== 'story') return alone ? null : 'it may follow from several lines above together';
  const moved = near.letters.length === 1 && letters.length === 1 && near.step === step - 1 && saysMove(before(sentence, claim));
  const onward = optionsIn(scene.solution.problem).size === 0 && goesOn(near, claim, statement, step, decided);
  const replaced = decided && eliminates(scene, near, statement);
  return moved ||
    onward ||
    replaced ||
    isRecalculated(scene, near, claim, statement, step) ||
    isReworked(scene, near, claim, statement, step) ||
    followsOn(scene, statement, near)
    ? null
    : 'it may be a new statement taken from the problem';
}

/** There a letter stands for one complex number, whatever equations it solves. */
const OF_UNITY = /\b(?:roots?) of (?:unity|1\b)/i;

/** 'Use π = 22/7.' */
const TAKEN = /(?:π|pi)\$?\s*(?:=|≈|\\approx|as|to be)\s*\$?\s*(?:22|3[.,]14|\\[dt]?frac\{22\})/i;

/** `there: t = 3` and `back: t = 2`: what stands before the colon differs, and leads on from nothing. */
function isCalledOther(first: string, second: string): boolean {
  const [a, b] = [first, second].map(text => CALLED.exec(text)?.[1]?.toLowerCase().trim());
  return a !== undefined && b !== undefined && a !== b;
}
const CALLED =
  /^\s*(?:[-*•]\s*)?(?!(?:so|thus|then|therefore|hence|check|answer|result|solution|step|now|next|and|or|also|finally|simplify|solve|substitut\w*|add|subtract|divide|multiply|expand|collect|factor\w*|given|let|with)\b)([A-Za-z][A-Za-z ]{1,30}):\s/i;

/** `|z|²`. */
const hasSize = (side: Expr): boolean => someNode(side, node => node.kind === 'call' && node.fn === 'abs');

/** `S = 2πr² + 500/r` under `S = 2πr² + 2πrh` and `h = 500/(πr²)`: the same letter, with letters replaced by what stands for them above. */
export function eliminates(scene: Scene, near: Fact, statement: Statement): boolean {
  const [[left, right], [before, after]] = [ends(statement), ends(near.statement)];
  if (left?.kind !== 'symbol' || before?.kind !== 'symbol' || left.name !== before.name || !right || !after || isClosed(right))
    return false;
  const gone = lettersIn(after).filter(letter => !lettersIn(right).includes(letter));
  const known = (letter: string): boolean =>
    scene.facts.some(fact => fact !== near && fact.letters.includes(letter) && ends(fact.statement)[0]?.kind === 'symbol');
  return gone.length > 0 && lettersIn(right).every(letter => lettersIn(after).includes(letter)) && gone.every(known);
}

/** `{5,5}` where the problem writes `0,4x`. */
export const holdsDecimalSet = ({ solution }: Scene, { text }: Claim): boolean =>
  /\{[^{}]*\d,\d/.test(text) && /\d,\d+\s?[a-z](?![a-z])/.test(solution.problem);

/** `a + c = 0, 2a + b = 0`: only a comma or an 'and' stands between the two. */
const isListed = (sentence: string, { text: first }: Claim, { text }: Claim): boolean =>
  /^[\s$]*(?:[,;]|,?\s*and)[\s$]*$/.test(sentence.slice(sentence.indexOf(first) + first.length, sentence.lastIndexOf(text)));

/** `k` in `x = π/6 + 2kπ`: a letter that counts solutions, brought in with them. */
const isCounter = ({ facts }: Scene, near: Fact, letter: string): boolean =>
  /^[klmn]$/.test(letter) && near.letters.length > 1 && facts.every(fact => fact.step >= 0 || !fact.letters.includes(letter));

/** A graph that is changed has another equation. */
const MOVED = /\b(?:shift|translat|stretch|compress|reflect|rotat|scal|enlarg|mirror)(?:ed|es|ing)\b|\bmoved\b/i;

/** `x ≡ 5 (mod 6)`. */
const slopesIn = (statement: Statement): number =>
  expressionsOf(statement).filter(side =>
    someNode(side, node => node.kind === 'derivative' || (node.kind === 'symbol' && node.name.endsWith("'"))),
  ).length;

const isResidue = (statement: Statement): boolean =>
  statement.kind === 'chain' &&
  statement.modulus !== undefined &&
  statement.sides[0]?.kind === 'symbol' &&
  statement.sides.slice(1).every(isClosed);

/** 'Case x > 1:' at the head of a line above. */
const CASE = /^[\s*]*(?:\(?\w\)\s*)?case\b[^:]{0,40}[<>≤≥]/i;
/** There the letter of the equation stands for one of its roots, or for the unknown of another equation. */
const OF_ROOTS = /\b(?:product|sum) of (?:the |its )?(?:two )?(?:roots|solutions|zeros)\b/i;
const NEW_EQUATION = /\bequation (?:with|whose|that has|which has|having)(?: the)? (?:roots|solutions)\b/i;

/** 'signs: + on x < −1, − between'. */
const SIGNS = /\bsigns?\b[^:;=<>]{0,20}:|(?:^|[\s:(])[+−–-]\s*(?:on|for|when|between|if)\s/i;
/** 'for −1 ≤ x ≤ 2: …'. */
const FOR_VALUES = /\bfor\s+\$?[^:;,]{0,16}(?:[<>≤≥]|\\[lg]eq?\b)[^:;,]{0,24}[:,]/i;

const before = (sentence: string, { text }: Claim): string => sentence.slice(0, Math.max(0, sentence.indexOf(text)));

const twoCases = (letters: readonly string[]): boolean => new Set(letters.map(letter => letter.toLowerCase())).size < letters.length;

/** True unless the line is refuted with capital and small letters taken for the same. */
function followsCaseless(scene: Scene, from: Statement, to: Statement): boolean {
  const small = (statement: Statement): Statement =>
    mapSides(statement, side => mapExpr(side, node => (node.kind === 'symbol' ? { ...node, name: node.name.toLowerCase() } : node)));
  const { kind } = scene.decider.lines(small(from), small(to));
  return kind === 'same' || kind === 'unknown';
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

/** The problem sets the range of the angle in degrees: then the degree sign of a value is no unit that its sine should have. */
const isAngle = (scene: Scene, near: Fact, statement: Statement): boolean =>
  unitNames(statement) === '°' && (unitNames(withinRanges(scene, near.statement)) === '°' || isOfAngle(near));

/** `cos θ = 1/2`: its letter is an angle. */
const isOfAngle = ({ statement, letters }: Fact): boolean =>
  letters.length === 1 && expressionsOf(statement).some(side => someNode(side, node => isTrigonometric(node) && !isClosed(node)));

/** Units besides those of the angles that functions are taken of. */
const unitNames = (statement: Statement): string =>
  [
    ...new Set(
      expressionsOf(statement)
        .map(side => unitsOf(mapExpr(side, node => (isTrigonometric(node) ? ONE : node))))
        .filter(Boolean),
    ),
  ]
    .sort()
    .join();

const ONE: Expr = num(1);

/** `x = 5`, `x = 3 + 2 = 5`. */
const isValued = (statement: Statement): boolean =>
  isSolved(statement) ||
  (statement.kind === 'chain' &&
    statement.sides[0]?.kind === 'symbol' &&
    statement.sides.length > 1 &&
    statement.sides.slice(1).every(isClosed));

const sideOf = (statement: Statement, index: number): Expr | undefined => (statement.kind === 'chain' ? statement.sides[index] : undefined);

const CURVE =
  /\b(?:vertex|axis|symmetry|turning|minimum|maximum|stationary|extrem\w+|parabola|intercepts?|graphs?|graphing|sketch|plot|lines?|points?|curves?|coordinates?|function)\b/i;

/** The problem is about a curve and its single equation: a value of one letter is chosen there, not found. */
const isOnCurve = (scene: Scene): boolean =>
  CURVE.test(scene.solution.problem) && new Set(scene.facts.filter(fact => isEquation(fact.statement)).map(fact => fact.root)).size < 2;

/** Displayed right under an equation in the same single letter that is not solved yet. */
const goesOn = (near: Fact, claim: Claim, statement: Statement, step: number, decided: boolean): boolean =>
  (near.letters.length === 1 || decided) &&
  near.step >= 0 &&
  near.step >= step - 1 &&
  near.claim.setting === 'display' &&
  claim.setting === 'display' &&
  !isSolved(near.statement) &&
  (claim.statement?.kind !== 'chain' || claim.statement.sides.length === 2 || !claim.statement.relations.includes('=')) &&
  lettersIn(statement).every(letter => near.letters.includes(letter)) &&
  lettersIn(statement).length > 0;

/** `I = 600 · 3` under `I = 1500 · 0.04 · 3`, and a line's equation solved under it: displayed right under what it comes from. */
function isRecalculated(scene: Scene, near: Fact, claim: Claim, statement: Statement, step: number): boolean {
  if (near.step < 0 || near.step < step - 1 || claim.setting !== 'display' || near.claim.setting !== 'display') return false;
  const [left, right] = ends(statement);
  const [before, after] = ends(near.statement);
  if (!left || !right || !before || !after || left.kind !== 'symbol') return false;
  if (near.letters.length === 2 && lettersIn(statement).join() === [...near.letters].sort().join())
    return /\bequation of\b|\bits equation\b/i.test(scene.solution.problem);
  if (before.kind !== 'symbol' || before.name !== left.name || !isClosed(right) || !isClosed(after)) return false;
  const known = numbersIn(after);
  return after.kind === 'product' && right.kind === 'product' && numbersIn(right).filter(number => known.includes(number)).length > 0;
}

/** `t² = 45 − 5` right under `45 = 5t²`: all its numbers stand in the line above, one of them nowhere in the problem. */
function isReworked(scene: Scene, near: Fact, claim: Claim, statement: Statement, step: number): boolean {
  if (near.step < 0 || near.step < step - 1 || near.letters.length !== 1 || lettersIn(statement).join() !== near.letters.join())
    return false;
  if (claim.setting !== 'display' || near.claim.setting !== 'display' || isSolved(near.statement)) return false;
  if (!expressionsOf(near.statement).some(side => someNode(side, node => node.kind === 'power' && !isClosed(node)))) return false;
  const known = expressionsOf(near.statement).flatMap(numbersIn);
  const own = expressionsOf(statement).flatMap(numbersIn);
  const told = new Set(scene.solution.problem.match(/\d+(?:\.\d+)?/g)?.map(text => `${Number(text)}/1`) ?? []);
  return own.length > 1 && own.every(number => known.includes(number)) && own.some(number => !told.has(number));
}

/** The numbers of an expression, as fractions. */
export const numbersIn = (side: Expr): string[] => {
  const found: string[] = [];
  someNode(side, node => {
    if (node.kind === 'number') found.push(`${node.value.n}/${node.value.d}`);
    return false;
  });
  return found;
};

/** In a story a line goes on from the one above when it solves it for the only letter, or keeps one of its sides. */
function followsOn(scene: Scene, statement: Statement, near: Fact): boolean {
  if (statement.kind !== 'chain' || near.statement.kind !== 'chain') return false;
  if (lettersIn(statement).length !== near.letters.length) return false;
  if (near.letters.length === 1 && isSolved(statement) && !isSolved(near.statement)) return true;
  const [left, right] = ends(statement);
  const [before, after] = ends(near.statement);
  if (!left || !right || !before || !after) return false;
  const equal = (a: Expr, b: Expr): boolean => scene.decider.expressions(a, b).kind === 'same';
  if (
    near.letters.length === 1 &&
    !isSolved(near.statement) &&
    (movesNumber(scene, near.statement, statement) || scales(left, before, right, after))
  )
    return true;
  if (near.step >= 0 && isSameLine(near.statement, statement)) return true;
  const changed = equal(left, before) ? [right, after] : equal(right, after) ? [left, before] : null;
  const kept = changed === null || changed[0] === right ? left : right;
  if (changed === null || (near.letters.length > 1 && kept.kind === 'symbol')) return false;
  if (kept.kind === 'symbol' && changed.every(isClosed)) return isWorkedOut(changed[0] ?? kept) && !isWorkedOut(changed[1] ?? kept);
  if (near.letters.length === 1) return changed.every(isClosed) || changed.every(side => !isClosed(side));
  return changed.every(side => !isClosed(side));
}

const holdsI = (side: Expr): boolean => someNode(side, node => node.kind === 'symbol' && /^(?:i$|bar)/.test(node.name));

/** `z_2 = -2i` under `z_1 = 1 + i`. */
function isOtherRoot(before: Claim, own: Claim): boolean {
  const [a, b] = [before, own].map(({ statement }) => (statement ? ends(statement) : []));
  const numbered = (head: Expr | undefined): boolean => head?.kind === 'symbol' && /_\{?\d\}?$/.test(head.name);
  const complex = [a?.[1], b?.[1]].some(side => side !== undefined && holdsI(side));
  const [one, two] = [a?.[0], b?.[0]];
  return numbered(two) && complex && !(one?.kind === 'symbol' && two?.kind === 'symbol' && one.name === two.name);
}

/** `A = 2 · 1/4` under `A = 1/4`: the value above is calculated with, and the letter used again for the result. */
function isUsedUp(from: Statement, to: Statement): boolean {
  const [[name, value], [own, side]] = [ends(from), ends(to)];
  if (name?.kind !== 'symbol' || own?.kind !== 'symbol' || name.name !== own.name || !value || !side || !isClosed(value)) return false;
  const known = numbersIn(side);
  return (
    !isLiteral(side) &&
    side.kind !== 'symbol' &&
    numbersIn(value).every(number => known.includes(number)) &&
    known.length > numbersIn(value).length
  );
}

/** `y = -4x + 14` under `y - 2 = -4(x - 4)`: two lines in the same letters, with the same slope or through the same place of an axis. */
function isSameLine(from: Statement, to: Statement): boolean {
  const letters = lettersIn(from);
  const [head] = ends(to);
  if (letters.length !== 2 || head?.kind !== 'symbol' || isSolvedForm(from) || lettersIn(to).length !== 2) return false;
  const free = letters.find(letter => letter !== head.name);
  if (free === undefined) return false;
  const [a, b] = [from, to].map(line => [
    heightAt(line, head.name, free, 0),
    heightAt(line, head.name, free, 1),
    heightAt(line, head.name, free, 2),
  ]);
  if (!a || !b || [...a, ...b].some(value => value === null)) return false;
  const known = [...a, ...b].filter(value => value !== null);
  const [a0, a1, a2, b0, b1, b2] = known;
  if (!a0 || !a1 || !a2 || !b0 || !b1 || !b2) return false;
  const slope = (one: Q.Rational, two: Q.Rational): Q.Rational => Q.subtract(two, one);
  if (!Q.equal(slope(a0, a1), slope(a1, a2)) || !Q.equal(slope(b0, b1), slope(b1, b2))) return false;
  return Q.equal(slope(a0, a1), slope(b0, b1)) || Q.equal(a0, b0);
}

/** `y = 2x + 1`. */
const isSolvedForm = (statement: Statement): boolean => {
  const [left, right] = ends(statement);
  return left?.kind === 'symbol' && right !== undefined && !lettersIn(right).includes(left.name);
};

/** The value of one letter of a line where the other is `at`. */
function heightAt(line: Statement, letter: string, free: string, at: number): Q.Rational | null {
  const set = solutionSet(
    mapSides(line, side => substitute(side, free, num(at))),
    [letter],
  );
  return set?.complete && set.values.length === 1 ? (set.values[0]?.exact ?? null) : null;
}

/** A number, or a fraction of two numbers that is no whole number. */
const isWorkedOut = (side: Expr): boolean =>
  isLiteral(side) || (side.kind === 'quotient' && isLiteral(side.num) && isLiteral(side.den) && evaluateExact(side)?.d !== 1n);

/** `x - 2 = 14` under `9(x - 2)/2 = 63`: a number that the letters stood under or before is gone. */
function scales(left: Expr, before: Expr, right: Expr, after: Expr): boolean {
  const [letter] = lettersIn(left);
  if (letter === undefined || left.kind === 'symbol' || !isClosed(right) || !isClosed(after) || isClosed(before)) return false;
  const ratios = [3, 7, 12].map(n => {
    const at = new Map([[letter, Q.rational(n)]]);
    const [a, b] = [evaluateExact(left, at), evaluateExact(before, at)];
    return a && b && Q.divide(a, b);
  });
  const [first] = ratios;
  return first != null && ratios.every(ratio => ratio && Q.equal(ratio, first));
}

/** `2n = 8` under `2n - 7 = 15`: the letters stayed on their side, and a number went over. */
function movesNumber(scene: Scene, from: Statement, to: Statement): boolean {
  const [left, right] = ends(to);
  const [before, after] = ends(from);
  if (!left || !right || !before || !after || !isClosed(right) || !isClosed(after) || isClosed(left)) return false;
  return scene.decider.expressions(before, left, { upToConstant: true }).kind === 'same';
}
