import { num } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { evaluateExact, evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { rational } from '../../math/rational.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { callsNamed, isClosed, lettersIn, namedCall, withValues } from '../letters.ts';
import { isContinuing } from '../scene/continuing.ts';
import type { Scene } from '../scene.ts';
import { compareSides, indefinite } from './compare-sides.ts';
import { derivativeHead, partialHead, primed } from './derivatives.ts';
import { isOfProblem } from './of-problem.ts';

export const isDerivative = (node: Expr): boolean =>
  node.kind === 'derivative' || node.kind === 'integral' || (namedCall(node)?.primes ?? 0) > 0 || primed(node) !== null;

/** `dy/du` of a letter whose formula in u is not known. */
export const isUnresolved = (node: Expr): boolean =>
  primed(node) !== null || derivativeHead(node) !== null || (node.kind === 'derivative' && partialHead(node) !== null);

export const isPrimed = ({ solution }: Scene, letter: string): boolean => new RegExp(`(?<![a-zA-Z])${letter}['′’]`).test(solution.problem);

/** `(xy)'` where the problem speaks of y': y changes with x, and has a slope of its own. */
const isUnsettled = (scene: Scene, node: Expr): boolean =>
  node.kind === 'derivative' && node.body.kind !== 'symbol' && lettersIn(node.body).some(letter => isPrimed(scene, letter));

/** True when side i + 1 is meant as side i written in another way, not as an equation to be solved. */
export function isRewriting(scene: Scene, claim: Claim, chain: Chain, i: number, left: Expr, right: Expr): boolean {
  const [before, after] = [chain.sides[i], chain.sides[i + 1]];
  if (!before || !after || claim.link === 'given' || claim.link === 'check' || doubtIn(claim) !== null) return false;
  if (callsNamed(left) || callsNamed(right) || someNode(left, isUnresolved) || someNode(right, isUnresolved)) return false;
  if (someNode(before, node => isUnsettled(scene, node))) return false;
  if ([before, after].some(side => lettersIn(side).some(isQuantity))) return false;
  if (PROVES.test(scene.solution.problem) && lettersIn(right).some(letter => !lettersIn(left).includes(letter))) return false;
  if (putsIn(scene, left, right)) return false;
  const bothOpen = !isClosed(left) && !isClosed(right);
  if (bothOpen && !lettersIn(left).some(letter => lettersIn(right).includes(letter)) && left === before && ![left, right].some(indefinite))
    return false;
  if (indefinite(left) !== indefinite(right)) return lettersIn(right).length > 0 && before.kind !== 'symbol' && after.kind !== 'symbol';
  if (takesOut(scene, left, right) || takesOut(scene, right, left)) return false;
  if (left !== before && (someNode(before, isDerivative) || before.kind === 'symbol')) return bothOpen || isClosed(left);
  if (namedCall(before) && left !== before) {
    const settled = lettersIn(left).every(letter => lettersIn(right).includes(letter));
    return bothOpen && settled && !namedCall(after) && lettersIn(before).join() === lettersIn(after).join();
  }
  if (before.kind === 'integral' && indefinite(right)) return true;
  if (before.kind === 'derivative' && before.body.kind !== 'symbol') return bothOpen;
  if (before.kind === 'symbol' || after.kind === 'symbol') return false;
  if (before.kind === 'call' && before.fn === 'det' && before.args[0]?.kind === 'matrix') return bothOpen;
  if (bringsIn(left, right)) return false;
  if (i === 0 && bothOpen && left === before && copiesProblem(scene, claim, before)) return true;
  if (scene.task === 'expression' && isClosed(right) && isConstant(scene, left)) return true;
  if (continuesFrom(scene, claim, i, left)) return bothOpen || scene.task === 'expression';
  if (scene.task === 'expression') return bothOpen && isOfProblem(scene, left, right);
  return i > 0 && bothOpen && sameLetters(left, right) && knownValuesDiffer(scene, left, right);
}

/** `n(n + 1)/2 = 10·11/2` in a problem without an n: a formula that is recalled, and its numbers. */
const putsIn = ({ solution }: Scene, left: Expr, right: Expr): boolean =>
  isClosed(left) !== isClosed(right) &&
  [left, right].some(side => lettersIn(side).join() === 'n') &&
  !/(?<![a-zA-Z\\])n(?![a-zA-Z])/.test(solution.problem);

/** The problem speaks of this very sum as an expression, and sets it equal to nothing. */
function copiesProblem({ solution }: Scene, { text, range }: Claim, side: Expr): boolean {
  const own = text.slice(0, side.span.end - range.start).replace(/[\s$]/g, '');
  const problem = solution.problem.replace(/[\s$]/g, '');
  const at = side.kind === 'sum' && own.length > 4 ? problem.indexOf(own) : -1;
  const around = `${problem.charAt(at - 1)} ${problem.charAt(at + own.length)}`;
  return (
    at > 0 &&
    /^[^=+\-−*/^(\d)] [^=+\-−*/^(\d)<>≤≥]?$/.test(around) &&
    !/[=<>≤≥]|\b(?:equals?|same|intersect|meet|when|where|angles?|sides?|legs?|lengths?|perimeters?|find \$?[a-z]|value of)\b/i.test(
      solution.problem,
    )
  );
}

/** `(5 − x)/(x − 5)`: one number for all values of its letters. */
function isConstant({ decider }: Scene, side: Expr): boolean {
  const letters = lettersIn(side);
  if (side.kind === 'sum' && letters.length === 1) {
    const values = [0.37, 0.91, 1.43].map(x => evaluateNumeric(side, new Map([[letters[0] ?? '', x]])));
    return values.every(value => typeof value === 'number' && Math.abs(value - Number(values[0])) < 1e-9);
  }
  if (side.kind !== 'quotient' || isClosed(side.num)) return false;
  const at = evaluateExact(side, new Map(letters.map((letter, i) => [letter, rational(17 + 6 * i)] as const)));
  return at !== null && decider.expressions(side, num(at)).kind === 'same';
}

/** There a letter may stand for a number that is only known to exist: `4^k - 1 = 3m`. */
const PROVES = /\b(?:induction|divisible|divides|multiple|prove|even|odd)\b/i;

/** `(1/u)(−sin x) = −sin x/cos x` below `y = ln u, u = cos x`: a letter of one side alone, that was said to be something in words or signs that were not taken in. */
const takesOut = ({ solution, functions }: Scene, left: Expr, right: Expr): boolean =>
  lettersIn(left).some(
    letter =>
      letter.length === 1 &&
      !lettersIn(right).includes(letter) &&
      !functions.has(letter) &&
      solution.steps.some(({ text }) => new RegExp(`(?<![a-zA-Z\\\\])${letter}\\s*=`).test(text)),
  );

/** `6m` for what was called so without a formula: a letter that is not in what it goes on from. A constant of integration is none. */
export const bringsIn = (left: Expr, right: Expr): boolean =>
  lettersIn(right).some(letter => !lettersIn(left).includes(letter) && !(/^[cCkK]$/.test(letter) && indefinite(left)));

/** `P(A|B)`: the name of one value, which no line is to hold for all values of. */
const isQuantity = (letter: string): boolean => /^P\(/.test(letter);

export const sameLetters = (a: Expr, b: Expr): boolean => lettersIn(a).toSorted().join() === lettersIn(b).toSorted().join();

/** With the values known for the letters put in, the two sides still differ. */
function knownValuesDiffer(scene: Scene, a: Expr, b: Expr): boolean {
  const values = new Map([...scene.values].map(([letter, known]) => [letter, known.value]));
  return scene.decider.expressions(withValues(a, values), withValues(b, values)).kind === 'different';
}

/** True when the first side is the expression the line above ended with. */
function continuesFrom(scene: Scene, claim: Claim, i: number, left: Expr): boolean {
  if (i > 0) return isContinuing(scene, claim) || scene.current?.bare === true;
  const { current } = scene;
  if (current === null || isClosed(current.expr)) return false;
  return (current.bare || isContinuing(scene, claim)) && compareSides(scene, current.expr, left).kind === 'same';
}
