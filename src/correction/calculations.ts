import { someNode, substitute } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import type { Witness } from '../math/witness.ts';
import type { Claim } from '../solution/solution.ts';
import { shownInUnits } from './continue/conversion.ts';
import type { Chain } from './decide.ts';
import { isAngleInDegrees } from './degrees.ts';
import { doubtIn, mayConvert, mayDivide, ofSomething, TWO_NUMBERS, twoNumbers } from './doubt.ts';
import { bare, holds, type Judged, unjudged, worst, wrong } from './judged.ts';
import { isClosed, lettersIn, withFunctions, withValues } from './letters.ts';
import { judgeManifold, withTransposes } from './parts.ts';
import type { Notice } from './records.ts';
import { withoutUnits } from './reference/graph.ts';
import { isCutToWhole, withinRounding } from './rounding.ts';
import type { Scene } from './scene.ts';
import { HYPOTHETICAL, REJECTS } from './task.ts';

const RUN_ON: Notice = {
  kind: 'accidental',
  message: 'The equals sign is read as "and then" here: what stands left of it is not equal to all that stands right of it.',
};
export const ROUNDED: Notice = { kind: 'rounded', message: 'Equal after rounding.' };

/** The sides `from` to `to` (exclusive) of a chain. */
const part = (chain: Chain, from: number, to: number): Chain => ({
  ...chain,
  sides: chain.sides.slice(from, to),
  relations: chain.relations.slice(from, to - 1),
});

/**
 * Judges the closed parts of a chain, and with known values put in for letters the rest of it too.
 * Null when the chain has no two neighbouring sides that can be calculated.
 * @param sentence the step's text, where a word may say that the calculation is only a trial.
 */
export function judgeCalculation(scene: Scene, claim: Claim, chain: Chain, sentence: string): Judged | null {
  const runs = closedRuns(chain.sides);
  const parts = runs.map(([from, to]) => judgeRun(scene, claim, part(chain, from, to), from, sentence));
  const refuted = parts.find(judged => judged.verdict.kind === 'wrong');
  if (refuted) return refuted;
  const substituted = judgeSubstituted(scene, claim, chain);
  return substituted ?? worst(parts);
}

/** Longest runs of at least two closed sides, as [from, to). */
function closedRuns(sides: readonly Expr[]): [number, number][] {
  const runs: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= sides.length; i++) {
    const side = sides[i];
    if (side && isClosed(side)) continue;
    if (i - from >= 2) runs.push([from, i]);
    from = i + 1;
  }
  return runs;
}

function judgeRun(scene: Scene, claim: Claim, run: Chain, offset: number, sentence: string): Judged {
  const manifold = judgeManifold(scene, run);
  const verdict = manifold ?? scene.decider.chain(run);
  if (verdict.kind === 'unknown') return (offset === 0 ? judgeTwoSigns(scene, claim, run) : null) ?? unjudged(verdict.why);
  if (verdict.kind === 'holds') {
    if (verdict.rounded) noteRounded(scene, run);
    return holds(verdict.rounded ? [ROUNDED] : []);
  }
  const at = verdict.index;
  if (manifold === null && isRunOn(scene, claim, run, at)) {
    const rest = part(run, at + 1, run.sides.length);
    const judged = rest.sides.length > 1 ? judgeRun(scene, claim, rest, offset + at + 1, sentence) : holds();
    return judged.verdict.kind === 'holds' ? holds([RUN_ON]) : judged;
  }
  if (isTrial(claim, run, sentence)) return unjudged('the line only tries whether this holds');
  const left = run.sides[at];
  const right = run.sides[at + 1];
  if (!left || !right) return unjudged('the chain is not complete');
  if (withinRounding(left, right, scene.rounded) || isAngleInDegrees(left, right)) return restOf(scene, claim, run, offset, at, sentence);
  if (isCutToWhole(scene, left, right, behind(claim, sentence))) return restOf(scene, claim, run, offset, at, sentence);
  if (isDifference(claim, left, right, sentence))
    return unjudged('the smaller number was taken from the larger one, whichever stands first');
  const doubt = doubtIn(claim) ?? (mayConvert(left, right) ? 'the two sides may stand in different units' : null);
  if (doubt !== null) return unjudged(doubt);
  if (ofSomething(claim, left, right)) return unjudged('a percentage of something stands for an amount');
  if (mayDivide(run.sides, at)) return unjudged('the sign of equality may be meant as a sign of division');
  if (run.relations[at] === '=' && twoNumbers(claim, left, right)) return unjudged(TWO_NUMBERS);
  return wrong(shownInUnits(claim, left, right) ?? shownWitness(verdict.witness, left), right.span, {
    kind: 'value',
    claim,
    from: bare(left),
    written: bare(right),
    side: offset + at + 1,
  });
}

/** `√16 = ±4` where the problem asks for the root itself: the sign stands for one number. */
function judgeTwoSigns({ solution }: Scene, claim: Claim, { sides, relations }: Chain): Judged | null {
  const [root, written] = sides;
  if (root?.kind !== 'call' || root.fn !== 'sqrt' || written?.kind !== 'plusminus' || relations[0] !== '=') return null;
  const [value, size] = [evaluateExact(root), evaluateExact(written.arg)];
  const own = claim.text.slice(0, root.span.end - claim.range.start).replace(/\s/g, '');
  if (!value || !size || !Q.equal(value, size) || /[=<>≤≥]/.test(solution.problem) || !solution.problem.replace(/\s/g, '').includes(own))
    return null;
  const witness = { kind: 'computed', expression: printPlain(root), value: Q.printRational(value), written: printPlain(written) } as const;
  return wrong(witness, written.span, { kind: 'value', claim, from: bare(root), written: bare(written), side: 1 });
}

/** `$1800 - $2000 = $200 less`: the sign is told in words. */
function isDifference(claim: Claim, left: Expr, right: Expr, sentence: string): boolean {
  const [value, written] = [evaluateExact(withoutUnits(left)), evaluateExact(withoutUnits(right))];
  if (!value || !written || !Q.isZero(Q.add(value, written)) || written.n <= 0n) return false;
  return LESS.test(behind(claim, sentence));
}

const LESS = /^\s*(?:[$£€]|\w+\s+)?(?:less|fewer|lower|below|short|behind|cheaper|younger|smaller|of (?:loss|debt)|in debt)\b/i;

/** What stands behind a claim in its step. */
function behind({ text }: Claim, sentence: string): string {
  const at = sentence.indexOf(text);
  return at < 0 ? '' : sentence.slice(at + text.length);
}

/** Names the expression that was computed, when the witness leaves it to the caller. */
export const shownWitness = (witness: Witness, computed: Expr): Witness =>
  witness.kind === 'computed' && witness.expression === '' ? { ...witness, expression: printPlain(computed) } : witness;

/** What stands right of a relation that holds by rounding is judged as a chain of its own. */
function restOf(scene: Scene, claim: Claim, run: Chain, offset: number, at: number, sentence: string): Judged {
  const rest = part(run, at + 1, run.sides.length);
  const judged = rest.sides.length > 1 ? judgeRun(scene, claim, rest, offset + at + 1, sentence) : holds();
  return judged.verdict.kind === 'holds' ? holds([ROUNDED]) : judged;
}

/** Remembers results that were rounded: what is computed from them is right within that rounding. */
function noteRounded(scene: Scene, run: Chain): void {
  for (const side of run.sides.slice(1))
    if (side.kind === 'number' && side.decimals !== null) scene.rounded.add(Q.printRational(side.value));
}

/** `3 + 4 = 7 × 2 = 14`: the next side starts with the value of this one and goes on calculating. */
function isRunOn(scene: Scene, claim: Claim, chain: Chain, at: number): boolean {
  const left = chain.sides[at];
  const right = chain.sides[at + 1];
  if (!left || !right || chain.relations[at] !== '=' || (at === 0 && isNumber(left))) return false;
  if (isSimplified(left, right) || isRewritten(claim, left, right)) return false;
  return leading(right).some(
    start => scene.decider.chain({ ...chain, sides: [withoutUnits(left), start], relations: ['='] }).kind === 'holds',
  );
}

/** `(-7 + 1)` behind `((-2 - 6) + 1)`: brackets around both sides, or around the right one of a longer calculation, write the same thing anew. */
const isRewritten = (claim: Claim, left: Expr, right: Expr): boolean =>
  isBracketed(claim, right) && (isBracketed(claim, left) || sizes(left).length > 2);

/** One pair of brackets stands around the whole side. */
function isBracketed({ text, range }: Claim, { span }: Expr): boolean {
  const [start, end] = [span.start - range.start, span.end - range.start];
  if (!text.slice(0, Math.max(0, start)).trimEnd().endsWith('(') || !text.slice(end).trimStart().startsWith(')')) return false;
  let depth = 0;
  for (const char of text.slice(start, end)) {
    if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The right side only uses numbers of a longer left side: it is the left side worked out in part, not gone on from. */
function isSimplified(left: Expr, right: Expr): boolean {
  const [before, after] = [operands(withoutUnits(left)), operands(withoutUnits(right))];
  if (before.length < 3) return false;
  const known = new Set(before.flatMap(sizes));
  return after.slice(1).every(operand => sizes(operand).every(size => known.has(size)));
}

/** The numbers in an expression without their signs, printed. */
function sizes(expr: Expr): string[] {
  const found: string[] = [];
  someNode(expr, node => {
    if (node.kind === 'number') found.push(Q.printRational(Q.absolute(node.value)));
    return false;
  });
  return found;
}

/** What a sum or product joins, from left to right. */
const operands = (expr: Expr): readonly Expr[] =>
  expr.kind === 'sum'
    ? expr.terms
    : expr.kind === 'product'
      ? expr.factors
      : expr.kind === 'quotient'
        ? [...operands(expr.num), expr.den]
        : [expr];

const isNumber = (side: Expr): boolean => side.kind === 'number' || (side.kind === 'negate' && isNumber(side.arg));

/** The number a sum, product or quotient begins with, when it begins with one. */
function leading(expr: Expr): Expr[] {
  const [first] = operands(withoutUnits(expr));
  const inner = first?.kind === 'product' || first?.kind === 'quotient' ? operands(first)[0] : first;
  return inner && inner !== expr && isNumber(inner) ? [inner] : [];
}

/** A single relation in a check, or under an 'if' that a later word takes back, may be there to be found false. */
function isTrial(claim: Claim, run: Chain, sentence: string): boolean {
  return run.sides.length <= 2 && (claim.link === 'check' || (HYPOTHETICAL.test(sentence) && REJECTS.test(sentence)));
}

/** Puts what the letters are known to be in their places. Only letters the student defined by a calculation can refute. */
function judgeSubstituted(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  const values = new Map([...scene.values].map(([letter, known]) => [letter, known.value]));
  const known = chain.sides.map(side => withTransposes(withValues(withFunctions(side, scene.functions), values)));
  if (chain.sides.length < 2 || chain.sides.every(isClosed) || !known.every(isClosed)) return null;
  if (chain.sides[0]?.kind === 'symbol' && chain.sides.length === 2) return null;
  const put = { ...chain, sides: known };
  const verdict = judgeManifold(scene, put) ?? scene.decider.chain(put);
  if (verdict.kind === 'holds') return holds(verdict.rounded ? [ROUNDED] : []);
  if (verdict.kind === 'unknown') return null;
  if (verdict.index === 0 && chain.sides[0]?.kind === 'symbol') return null;
  const [left, right] = [known[verdict.index], known[verdict.index + 1]];
  const written = chain.sides[verdict.index + 1];
  const standsFirm = [chain.sides[verdict.index], written].every(side => side && restsOnDefinitions(scene, side));
  if (takesOther(scene, chain.sides[verdict.index], right)) return null;
  if (!left || !right || !written || !standsFirm || claim.link === 'given' || claim.link === 'check') return null;
  return wrong(shownWitness(verdict.witness, left), written.span, {
    kind: 'value',
    claim,
    from: bare(left),
    written: bare(written),
    side: verdict.index + 1,
  });
}

/** `9/5 · (−40) + 32` behind `9/5 · C + 32`: another number of the problem stands for the letter, as in the second part of a task. */
function takesOther({ solution, decider }: Scene, side: Expr | undefined, right: Expr | undefined): boolean {
  const [letter, ...more] = side ? lettersIn(side) : [];
  if (!side || !right || letter === undefined || more.length > 0) return false;
  return (solution.problem.match(/[-−]?\d+(?:\.\d+)?/g) ?? []).slice(0, 12).some(text => {
    const { expr } = parseExpression(text);
    return expr !== null && decider.expressions(substitute(side, letter, expr), right).kind === 'same';
  });
}

/** True when every letter of the side was defined by the student's own calculation, not found by solving. */
function restsOnDefinitions(scene: Scene, side: Expr): boolean {
  const defined = new Map([...scene.values].filter(([, known]) => known.defined).map(([letter, known]) => [letter, known.value]));
  return isClosed(withTransposes(withValues(withFunctions(side, scene.functions), defined)));
}
