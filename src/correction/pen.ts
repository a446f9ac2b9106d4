import { someNode } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import type { Claim } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import { isMiswritten } from './miswritten.ts';
import { endsAtOption, looksLikeOption } from './options.ts';
import { quantitiesIn } from './reference/quantities.ts';
import type { Fact, Scene } from './scene.ts';
import { isSolved } from './shape.ts';

/** How many claims after a refuted one are asked what they go on with. */
const REACH = 12;

/**
 * A slip of the pen: the line is false as it stands, but everything after it goes on with what should stand there, and nothing with what does;
 * or what went into it was miswritten and its result is right; or the work ends with one of the answers to choose from all the same.
 * Null when the refuted line is carried on, or when nothing after it tells.
 */
export function slipOfThePen(scene: Scene, judged: Judged): Judged | null {
  const { slip } = judged;
  if (slip === null) return null;
  const wentOn =
    endsAtOption(scene.solution) ||
    looksLikeOption(scene, slip) ||
    isMiswritten(scene, judged) ||
    saidInWords(scene, judged) ||
    (slip.kind === 'value'
      ? goesOnWithValue(scene, judged)
      : slip.kind === 'line'
        ? goesOnFromAbove(scene, slip.claim)
        : nextAgrees(scene, judged));
  if (!wentOn) return null;
  return {
    ...judged,
    verdict: { kind: 'unjudged', why: 'it is not right as it is written, but what follows goes on as if it were' },
    notices: [
      { kind: 'accidental', message: 'Perhaps a slip of the pen: this does not agree, but the lines after it go on with the right value.' },
    ],
    slip: null,
  };
}

function goesOnWithValue(scene: Scene, { slip }: Judged): boolean {
  const [left] = slip?.from.kind === 'chain' ? slip.from.sides : [];
  const [written] = slip?.written.kind === 'chain' ? slip.written.sides : [];
  const right = left ? evaluateExact(left) : null;
  if (!slip || !written || !right || slip.side === null) return false;
  const sides = sidesOf(slip.claim);
  const rest = sides.slice(slip.side + 1);
  const wrong = evaluateExact(written);
  const [next] = rest;
  if (next && wrong) {
    const after = evaluateExact(next);
    return after !== null && close(after, right) && !close(after, wrong);
  }
  const [behind] = laterClaims(scene, slip.claim);
  const [goesOn] = behind?.link === 'continues' && next === undefined ? sidesOf(behind) : [];
  const reached = goesOn && evaluateExact(goesOn);
  if (reached && wrong && close(reached, wrong)) return false;
  const later = laterClaims(scene, slip.claim).flatMap(sidesOf);
  const found = numbersIn([...rest, ...later]);
  const before = numbersIn([...scene.solution.givens.flatMap(sidesOf), ...earlierSides(scene, slip.claim), ...sides.slice(0, slip.side)]);
  const names = (value: Q.Rational): boolean => found.some(number => Q.equal(number, value));
  return wrong !== null && names(right) && !names(wrong) && !before.some(number => Q.equal(number, right));
}

/** The right value is said in words beside the claim, or behind it, and the written one is not: 'b = 180' goes on as 'the body is 18 inches long'. */
function saidInWords(scene: Scene, { slip, verdict }: Judged): boolean {
  const [left] = slip?.from.kind === 'chain' ? slip.from.sides : [];
  const written = slip?.written.kind === 'chain' ? slip.written.sides.at(-1) : undefined;
  const isValue = slip?.written.kind === 'chain' && slip.written.sides.length === 2 && slip.written.sides[0]?.kind === 'symbol';
  const solved =
    slip?.kind === 'line' && isValue && verdict.kind === 'wrong' && verdict.witness.kind === 'lost'
      ? Q.parseDecimal(verdict.witness.value)
      : null;
  const right = slip?.kind === 'value' && left ? evaluateExact(left) : solved;
  const wrong = written ? evaluateExact(written) : null;
  if (!slip || !right || !wrong) return false;
  const { range } = slip.claim;
  const { problem, steps } = scene.solution;
  const own = steps.findIndex(step => step.range.start <= range.start && range.end <= step.range.end);
  const step = steps[own];
  if (!step) return false;
  const beside = step.text.slice(0, range.start - step.range.start);
  const behind = steps.slice(own + 1).map(({ text }) => text);
  const names = (texts: readonly string[], value: Q.Rational): boolean =>
    texts.some(text => quantitiesIn(text).some(named => !named.said.includes('/') && Q.equal(named.value, value)));
  const said = slip.kind === 'line' ? names(behind.slice(0, 1), right) : BECAUSE.test(beside) && names([beside], right);
  return said && !names(behind, wrong) && !names([problem, ...steps.slice(0, own).map(({ text }) => text)], right);
}

const BECAUSE = /\b(?:because|since|as)\s*$/i;

/** The side after the refuted one equals the one before it, or the refuted one equals the side before that. */
function nextAgrees(scene: Scene, { slip }: Judged): boolean {
  const [left] = slip?.from.kind === 'chain' ? slip.from.sides : [];
  const next = slip?.side == null ? undefined : sidesOf(slip.claim)[slip.side + 1];
  const [written] = slip?.written.kind === 'chain' ? slip.written.sides : [];
  const earlier = slip?.side == null ? undefined : sidesOf(slip.claim)[slip.side - 2];
  const same = (a: Expr | undefined, b: Expr | undefined): boolean =>
    a !== undefined && b !== undefined && scene.decider.expressions(a, b).kind === 'same';
  return same(left, next) || same(earlier, written);
}

const close = (a: Q.Rational, b: Q.Rational): boolean =>
  Q.compare(Q.multiply(Q.absolute(Q.subtract(a, b)), Q.rational(200)), Q.absolute(b)) <= 0;

/** A later line says the same as the line above the refuted one, and none says the same as the refuted one. */
function goesOnFromAbove(scene: Scene, claim: Claim): boolean {
  const at = scene.facts.findIndex(fact => fact.claim === claim);
  const own = scene.facts[at];
  if (!own) return false;
  const above = new Set(scene.facts.slice(0, at).map(fact => fact.root));
  const later = scene.facts.slice(at + 1, at + 1 + REACH);
  const rests = (fact: Fact): boolean => {
    const found = scene.decider.lines(own.statement, fact.statement).kind;
    return (
      fact.root === own.root ||
      found === 'same' ||
      (found === 'narrower' && isSolved(fact.statement) && fact.letters.join() === own.letters.join())
    );
  };
  return later.some(fact => above.has(fact.root)) && !later.some(rests);
}

const sidesOf = (claim: Claim): readonly Expr[] => (claim.statement?.kind === 'chain' ? claim.statement.sides : []);

const allClaims = (scene: Scene): Claim[] => scene.solution.steps.flatMap(step => step.claims);

function laterClaims(scene: Scene, claim: Claim): Claim[] {
  const all = allClaims(scene);
  const at = all.indexOf(claim);
  return all.slice(at + 1, at + 1 + REACH);
}

function earlierSides(scene: Scene, claim: Claim): Expr[] {
  const all = allClaims(scene);
  const at = all.indexOf(claim);
  return all.slice(Math.max(0, at - REACH), at).flatMap(sidesOf);
}

function numbersIn(exprs: readonly Expr[]): Q.Rational[] {
  const found: Q.Rational[] = [];
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind === 'number') found.push(node.value);
      return false;
    });
  }
  return found;
}
