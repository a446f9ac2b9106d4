import { num, product, quotient, relation } from '../math/build.ts';
import type { Comparison } from '../math/comparison.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { type Expr, NOWHERE } from '../math/expr.ts';
import { rational } from '../math/rational.ts';
import { equalTrees } from '../math/tree.ts';
import type { Claim } from '../solution/solution.ts';
import { ROUNDED, shownWitness } from './calculations.ts';
import type { Chain } from './decide.ts';
import { withSubstitutions } from './differentials.ts';
import { doubtIn, mayConvert, TWO_NUMBERS, twoNumbers } from './doubt.ts';
import { bare, follows, holds, type Judged, unjudged, worst, wrong } from './judged.ts';
import { callsNamed, divisorsIn, isClosed, lettersIn, namedCall, withFunctions, withValues } from './letters.ts';
import { judgeManifold } from './parts.ts';
import type { Notice } from './records.ts';
import { withinRounding } from './rounding.ts';
import { type Fact, functionHead, isContinuing, isIdentity, type Scene } from './scene.ts';
import { statedExpression } from './task.ts';

const DOMAIN: Notice = { kind: 'domain', message: 'Equal where both are defined, but they are not defined for the same values.' };

const indefinite = (expr: Expr): boolean => someNode(expr, node => node.kind === 'integral' && node.bounds === null);

/** There an equation, too, may take out a letter that was brought in for an expression; elsewhere only what goes on in a chain of equals may. */
const INTEGRATES = /\\int|∫|\bint\b|integra|antiderivative/i;

/** Compares two expressions; an antiderivative is compared up to a constant. */
function compareSides(scene: Scene, a: Expr, b: Expr, onward = true): Comparison {
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

const noticesOf = (found: Comparison): Notice[] => (found.kind === 'same' && found.notices.includes('domain') ? [DOMAIN] : []);

/**
 * Judges the neighbouring sides of a chain of equals that hold letters, as expressions that should be equal for all values.
 * A pair that differs is refuted only where it is plainly meant as a rewriting; null when nothing here is meant so.
 */
export function judgeIdentities(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  if (chain.relations.some(relation => relation !== '=' && relation !== '≈' && relation !== '≡') || chain.modulus) return null;
  const [letter, value] = claim.under?.kind === 'chain' ? claim.under.sides : [];
  const there = (side: Expr): Expr => (letter?.kind === 'symbol' && value ? substitute(side, letter.name, value) : side);
  const sides = chain.sides.map(side => there(withDerivatives(scene, withFunctions(side, scene.functions))));
  const judged: Judged[] = [];
  for (let i = 0; i + 1 < sides.length; i++) {
    const [left, right, written] = [sides[i], sides[i + 1], chain.sides[i + 1]];
    const before = chain.sides[i];
    if (!left || !right || !written || !before || (isClosed(before) && isClosed(written))) continue;
    const found = compareSides(scene, namedCall(before) ? withNumbers(scene, left, right) : left, right, i > 0 || left !== before);
    if (found.kind === 'same') {
      judged.push(holds(noticesOf(found)));
    } else if (found.kind !== 'unknown' && 'witness' in found && isRewriting(scene, claim, chain, i, left, right)) {
      const bound = underRelations(scene, left, right);
      if (bound !== null) {
        judged.push(bound);
        continue;
      }
      const derived = left !== before && someNode(before, isDerivative);
      const slip = {
        kind: derived ? 'derivative' : 'identity',
        claim,
        from: bare(derived ? before : left),
        written: bare(written),
        side: i + 1,
        ...(derived ? { right: left } : {}),
      } as const;
      return wrong(found.witness, written.span, slip);
    } else {
      judged.push(unjudged(found.kind === 'unknown' ? found.why : 'an equation, not a rewriting'));
    }
  }
  return worst(judged);
}

/** `f(x) = ax + b` with the values found for the letters that the other side does not have. */
const withNumbers = (scene: Scene, left: Expr, right: Expr): Expr => {
  const gone = lettersIn(left).filter(letter => !lettersIn(right).includes(letter));
  return withValues(left, new Map([...scene.values].filter(([name]) => gone.includes(name)).map(([name, { value }]) => [name, value])));
};

const isDerivative = (node: Expr): boolean =>
  node.kind === 'derivative' || node.kind === 'integral' || (namedCall(node)?.primes ?? 0) > 0 || primed(node) !== null;

/** `dy/du` of a letter whose formula in u is not known. */
const isUnresolved = (node: Expr): boolean =>
  primed(node) !== null || derivativeHead(node) !== null || (node.kind === 'derivative' && partialHead(node) !== null);

const isPrimed = ({ solution }: Scene, letter: string): boolean => new RegExp(`(?<![a-zA-Z])${letter}['′’]`).test(solution.problem);

/** `(xy)'` where the problem speaks of y': y changes with x, and has a slope of its own. */
const isUnsettled = (scene: Scene, node: Expr): boolean =>
  node.kind === 'derivative' && node.body.kind !== 'symbol' && lettersIn(node.body).some(letter => isPrimed(scene, letter));

/** True when side i + 1 is meant as side i written in another way, not as an equation to be solved. */
function isRewriting(scene: Scene, claim: Claim, chain: Chain, i: number, left: Expr, right: Expr): boolean {
  const [before, after] = [chain.sides[i], chain.sides[i + 1]];
  if (!before || !after || claim.link === 'given' || claim.link === 'check' || doubtIn(claim) !== null) return false;
  if (callsNamed(left) || callsNamed(right) || someNode(left, isUnresolved) || someNode(right, isUnresolved)) return false;
  if (someNode(before, node => isUnsettled(scene, node))) return false;
  if ([before, after].some(side => lettersIn(side).some(isQuantity))) return false;
  if (PROVES.test(scene.solution.problem) && lettersIn(right).some(letter => !lettersIn(left).includes(letter))) return false;
  const bothOpen = !isClosed(left) && !isClosed(right);
  if (bothOpen && !lettersIn(left).some(letter => lettersIn(right).includes(letter)) && left === before && ![left, right].some(indefinite))
    return false;
  if (indefinite(left) !== indefinite(right)) return lettersIn(right).length > 0 && before.kind !== 'symbol' && after.kind !== 'symbol';
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
  if (side.kind !== 'quotient' || isClosed(side.num)) return false;
  const letters = lettersIn(side);
  const at = evaluateExact(side, new Map(letters.map((letter, i) => [letter, rational(17 + 6 * i)] as const)));
  return at !== null && decider.expressions(side, num(at)).kind === 'same';
}

/** There a letter may stand for a number that is only known to exist: `4^k - 1 = 3m`. */
const PROVES = /\b(?:induction|divisible|divides|multiple|prove|even|odd)\b/i;

/** `6m` for what was called so without a formula: a letter that is not in what it goes on from. A constant of integration is none. */
const bringsIn = (left: Expr, right: Expr): boolean =>
  lettersIn(right).some(letter => !lettersIn(left).includes(letter) && !(/^[cCkK]$/.test(letter) && indefinite(left)));

/**
 * Under a problem that states an expression, a line without a name rewrites a part of it when it speaks of its letters alone. Where the problem relates
 * letters, as a formula does, one side must be a part of what it says. A formula that is recalled has letters of its own, the same on both sides;
 * an induction brings its letter in.
 */
function isOfProblem(scene: Scene, left: Expr, right: Expr): boolean {
  const stated = statedSides(scene);
  const known = lettersIn(...stated.map(({ side }) => side));
  const own = lettersIn(left, right);
  if (known.length === 0 || /\binduction\b/i.test(scene.solution.problem)) return true;
  if (own.every(letter => !known.includes(letter))) return own.length > 1 && sameLetters(left, right) && [left, right].some(isExpandable);
  if (own.some(letter => !known.includes(letter))) return false;
  if (!stated.some(({ related }) => related)) return true;
  const parts = stated.map(({ side }) => side);
  const isPart = (side: Expr): boolean =>
    parts.some(part => someNode(part, node => equalTrees(node, side)) || scene.decider.expressions(part, side).kind === 'same');
  return isPart(left) || isPart(right);
}

/** How many relations between the letters are looked at. */
const MOST_RELATIONS = 4;

/**
 * Two sides that differ for some values of their letters may be equal for all that the lines above allow: `a² − b² = 2c(a − b)` where a + b = 2c,
 * `u³ = 8x³` where u = 2x. Null where they differ there too, or where nothing above relates their letters.
 */
function underRelations(scene: Scene, left: Expr, right: Expr): Judged | null {
  if ([left, right].some(side => someNode(side, isDerivative))) return null;
  const letters = lettersIn(left, right);
  const relations = scene.facts.filter(fact => relates(scene, fact, letters)).slice(-MOST_RELATIONS);
  if (relations.length === 0) return null;
  const parts = [
    ...relations.map(({ statement }) => statement),
    ...[left, right].flatMap(divisorsIn).map(den => relation(den, '≠', num(0))),
  ];
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
  return about.some(letter => letters.includes(letter)) && !isIdentity(scene, statement);
}

/** The expressions of the problem; `related`: in a relation between letters that does not hold for all of their values. */
function statedSides(scene: Scene): { readonly side: Expr; readonly related: boolean }[] {
  const { solution, decider } = scene;
  const stated = statedExpression(solution.problem);
  const givens = solution.givens.flatMap(({ statement }) => {
    if (statement?.kind !== 'chain' || !statement.relations.every(link => link === '=' || link === '≡')) return [];
    const [left, right] = statement.sides;
    const named = left && (functionHead(left) !== null || lettersIn(left).length === 0);
    const related = left !== undefined && right !== undefined && !named && decider.expressions(left, right).kind !== 'same';
    return statement.sides.map(side => ({ side, related }));
  });
  return stated ? [...givens, { side: stated, related: false }] : givens;
}

/** A power of a sum, or a product with one. */
const isExpandable = (side: Expr): boolean =>
  (side.kind === 'power' && side.base.kind === 'sum') ||
  (side.kind === 'product' && side.factors.some(factor => factor.kind === 'sum' || isExpandable(factor)));

/** `P(A|B)`: the name of one value, which no line is to hold for all values of. */
const isQuantity = (letter: string): boolean => /^P\(/.test(letter);

const sameLetters = (a: Expr, b: Expr): boolean => lettersIn(a).sort().join() === lettersIn(b).sort().join();

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

/** Judges a line that is one expression: it should equal the expression it goes on from. Null when it goes on from none. */
export function judgeExpression(scene: Scene, claim: Claim, written: Expr): Judged | null {
  const { current } = scene;
  if (current === null) return null;
  const meant =
    isContinuing(scene, claim) || (current.bare && scene.task === 'expression' && claim.link === 'derived' && claim.setting === 'display');
  if (!meant) return null;
  const left = withDerivatives(scene, withFunctions(current.expr, scene.functions));
  const right = withFunctions(written, scene.functions);
  if (isClosed(left) && isClosed(right) && !someNode(left, isImaginary) && !someNode(right, isImaginary))
    return judgeClosed(scene, claim, left, right);
  const found = compareSides(scene, left, right);
  if (found.kind === 'same') return follows(current.step, noticesOf(found));
  if (found.kind === 'unknown') return unjudged(found.why);
  const bound = underRelations(scene, left, right) ?? besides(scene, right);
  if (bound !== null) return bound;
  const doubt = doubtIn(claim) ?? doubtIn(current.claim);
  if (doubt !== null) return unjudged(doubt);
  if (callsNamed(left) || someNode(left, isUnresolved)) return unjudged('it speaks of a function that is not known');
  if (caseless(left) === caseless(right) && !sameLetters(left, right)) return unjudged('capital and small letters may mean the same');
  if (isClosed(left) !== isClosed(right) && scene.task !== 'expression') return unjudged('letters come or go between the two lines');
  if (bringsIn(left, right)) return unjudged('it brings in a letter that the line above does not have');
  return wrong(found.witness, written.span, { kind: 'identity', claim, from: bare(current.expr), written: bare(written), side: 0 });
}

/** How many parts of the problem's expression are looked at. */
const MOST_PARTS = 24;

/** The whole expression of the problem again, or a part of it: a term, a factor, a denominator, what stands over the common one. Null for anything else. */
function besides({ solution, decider }: Scene, written: Expr): Judged | null {
  const whole = statedExpression(solution.problem);
  if (!whole) return null;
  const same = (side: Expr): boolean => decider.expressions(side, written).kind === 'same';
  if (same(whole)) return follows(null);
  const parts: Expr[] = [];
  someNode(whole, node => {
    if (node !== whole && lettersIn(node).length > 0 && parts.push(node) > MOST_PARTS) return true;
    return false;
  });
  const common = divisorsIn(whole);
  const below = product(...common);
  const sides = common.length > 0 ? [...parts, below, product(whole, below)] : parts;
  return sides.some(same) ? unjudged('it works out a part of the expression') : null;
}

const isImaginary = (node: Expr): boolean => node.kind === 'symbol' && node.name === 'i';

const caseless = (expr: Expr): string => [...new Set(lettersIn(expr).map(letter => letter.toLowerCase()))].sort().join();

function judgeClosed(scene: Scene, claim: Claim, left: Expr, right: Expr): Judged {
  const rounds = claim.leading === '≈' && right.kind === 'number' && (right.decimals ?? 0) > 0;
  const chain: Chain = { kind: 'chain', sides: [left, right], relations: [rounds ? '≈' : '='], span: claim.range };
  const verdict = judgeManifold(scene, chain) ?? scene.decider.chain(chain);
  if (verdict.kind === 'holds') return follows(scene.current?.step ?? null);
  if (verdict.kind === 'unknown') return unjudged(verdict.why);
  const doubt = doubtIn(claim) ?? (scene.current && doubtIn(scene.current.claim));
  if (doubt) return unjudged(doubt);
  if (mayConvert(left, right)) return unjudged('the two lines may stand in different units');
  if (withinRounding(left, right, scene.rounded)) return follows(scene.current?.step ?? null, [ROUNDED]);
  if (!rounds && twoNumbers(left, right)) return unjudged(TWO_NUMBERS);
  return wrong(shownWitness(verdict.witness, left), right.span, { kind: 'value', claim, from: bare(left), written: bare(right), side: 0 });
}

/** Puts the derivative of a known function in for `f'(x)`, `dy/dx` and the like. Unchanged where the function is not known. */
export function withDerivatives(scene: Scene, expr: Expr): Expr {
  const partial = partialHead(expr);
  if (partial) return partialDerivative(scene, partial) ?? expr;
  const along = parametric(scene, expr);
  if (along) return along;
  const called = expr.kind === 'call' ? namedCall(expr) : null;
  const head = called && called.primes > 0 ? called : (primed(expr) ?? derivativeHead(expr));
  if (!head) return expr;
  for (let primes = head.primes; primes >= 0; primes--) {
    const rule = scene.functions.get(head.name + "'".repeat(primes));
    const variable = rule?.variables[0];
    if (
      !rule ||
      !variable ||
      rule.variables.length > 1 ||
      isPrimed(scene, variable) ||
      (expr.kind === 'derivative' && expr.variable !== variable)
    )
      continue;
    let body: Expr | null = rule.body;
    for (let k = primes; k < head.primes && body !== null; k++) body = differentiate(body, variable);
    const at = expr.kind === 'call' ? expr.args[0] : undefined;
    if (body === null) return expr;
    return at ? substitute(body, variable, at) : body;
  }
  return expr;
}

/** `dy/dx` of a curve given by x and y in a third letter. */
function parametric({ functions }: Scene, expr: Expr): Expr | null {
  if (expr.kind !== 'derivative' || expr.body.kind !== 'symbol' || expr.order > 1) return null;
  const [of, by] = [functions.get(expr.body.name), functions.get(expr.variable)];
  const [letter] = by?.variables ?? [];
  if (
    !of ||
    !by ||
    letter === undefined ||
    letter === 'x' ||
    letter === expr.variable ||
    of.variables.join() !== letter ||
    by.variables.length > 1
  )
    return null;
  const [up, across] = [differentiate(of.body, letter), differentiate(by.body, letter)];
  return up && across ? quotient(up, across) : null;
}

interface Partial {
  readonly name: string;
  readonly by: readonly string[];
}

/** `∂f/∂x` or `f_x` as the name of the function and the letters it is derived by. */
function partialHead(expr: Expr): Partial | null {
  if (expr.kind === 'derivative' && expr.partial) {
    const name = expr.body.kind === 'symbol' ? expr.body.name : (namedCall(expr.body)?.name ?? null);
    return name === null ? null : { name, by: new Array<string>(expr.order).fill(expr.variable) };
  }
  const match = expr.kind === 'symbol' ? /^([a-zA-Z])_\{?([a-z]{1,2})\}?$/.exec(expr.name) : null;
  return match?.[1] && match[2] ? { name: match[1], by: [...match[2]] } : null;
}

/** Null where the function is not known, or not one of several letters. */
function partialDerivative(scene: Scene, { name, by }: Partial): Expr | null {
  const rule = scene.functions.get(name);
  if (!rule || rule.variables.length < 2 || !by.every(letter => rule.variables.includes(letter))) return null;
  return by.reduce<Expr | null>((body, letter) => body && differentiate(body, letter), rule.body);
}

/** `y'` as the name and order of what is derived. */
function primed(expr: Expr): { name: string; primes: number } | null {
  const match = expr.kind === 'symbol' ? /^([a-zA-Z])('+)$/.exec(expr.name) : null;
  return match?.[1] && match[2] ? { name: match[1], primes: match[2].length } : null;
}

/** `dy/dx` as the name and order of what is derived. */
function derivativeHead(expr: Expr): { name: string; primes: number } | null {
  const head = expr.kind === 'derivative' ? functionHead(expr) : null;
  return head && expr.kind === 'derivative' && expr.body.kind === 'symbol' ? { name: expr.body.name, primes: expr.order } : null;
}
