import { relation } from '../math/build.ts';
import { someNode } from '../math/decide/free.ts';
import { evaluateExact, evaluateNumeric } from '../math/evaluate.ts';
import { type Expr, NOWHERE } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import { type Answer, answerOf } from './asked/answer.ts';
import { refutedChoice } from './asked/choices.ts';
import { askedIn, askedOfBlanks } from './asked/questions.ts';
import type { Asked } from './asked/reading.ts';
import { askedOfShape } from './asked/shapes.ts';
import { plainProblem } from './asked/text.ts';
import { bare, isMistake, type Judged, type Slip, wrong } from './judged.ts';
import { isClosed, lettersIn, withFunctions } from './letters.ts';
import { withoutUnits } from './reference/graph.ts';
import { optionsIn } from './reference/known.ts';
import { solves } from './roots.ts';
import { isRough } from './rough.ts';
import type { Scene } from './scene.ts';
import { isSolved } from './shape.ts';

/**
 * Puts the answer that the work ends with against what the problem asks for. It is refuted only when the problem's own words fix the
 * value, and the last line is plainly meant as the answer.
 */
export function judgeAsked(scene: Scene, judged: readonly Judged[]): { step: number; judged: Judged } | null {
  const { solution } = scene;
  if (judged.some(({ verdict }) => isMistake(verdict)) || optionsIn(solution.problem).size > 0 || solution.steps.length === 0) return null;
  const choice = refutedChoice(scene);
  if (choice) return { step: choice.step, judged: inWords(scene, choice.step, choice.witness) };
  const problem = plainProblem(solution.problem);
  const asked = askedIn(problem) ?? askedOfShape(problem) ?? askedOfBlanks(solution.problem);
  const answer = asked && answerOf(solution);
  if (!answer) return null;
  if (/\bround\b.*\band\b.*\bto\b.*\b(?:places?|figures?|digits?)\b/i.test(problem.replace(/\bto\b/, ' '))) return null;
  const found = asked.kind === 'value' ? judgeValue(scene, asked, answer) : judgeSolution(scene, asked, answer);
  return found && { step: answer.step, judged: found };
}

function inWords(scene: Scene, step: number, witness: Parameters<typeof wrong>[0]): Judged {
  const range = scene.solution.steps[step]?.range ?? NOWHERE;
  return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at: range, slip: null, source: null, root: null };
}

function judgeValue(scene: Scene, asked: Asked & { kind: 'value' }, answer: Answer): Judged | null {
  const expected = withFunctions(asked.value, scene.functions);
  if (answer.continues && !(asked.stated && goesOnAlone(scene, asked.value))) return null;
  if (!isMeant(asked.names, answer) && !(asked.stated && worksItOut(asked.value, answer))) return null;
  const letters = lettersIn(expected);
  const inLetters = letters.length > 0 && lettersIn(answer.value).every(letter => letters.includes(letter));
  const written = inLetters ? answer.value : withoutUnits(answer.value);
  if (isClosed(expected) !== isClosed(written) && !asked.open) return null;
  if (!isClosed(expected)) {
    const found = scene.decider.expressions(expected, written);
    if (found.kind !== 'different' || answer.from) return null;
    return wrong(found.witness, answer.claim.range, slipOf(answer, 'identity', expected));
  }
  const [value, own] = [evaluateExact(expected), evaluateExact(written)];
  if (asked.stated && (!value || !own)) return judgeIrrational(scene, expected, written, answer);
  if (!value || !own || (asked.names.includes('rounded') ? Q.equal(value, own) : agree(value, own, written, asked.names))) return null;
  const witness = {
    kind: 'computed',
    expression: printPlain(expected),
    value: Q.printRational(value),
    written: printPlain(answer.value),
  } as const;
  return wrong(witness, answer.claim.range, slipOf(answer, 'value', expected));
}

/** A chain that ends the work goes on from the expression of the problem, and from no part of it or check. */
const goesOnAlone = ({ solution }: Scene, expr: Expr): boolean =>
  expr.kind !== 'quotient' &&
  !someNode(expr, node => node.kind === 'integral') &&
  !solution.steps.some(({ text }) => /\b(?:check|verif|test|proof|note|where|remainder)\w*\b/i.test(text));

/** How far two values must be apart to differ by more than rounding. */
const APART = 0.02;

/** Roots, logarithms of a named base and complex numbers: values that are no fractions. */
function judgeIrrational(scene: Scene, expected: Expr, written: Expr, answer: Answer): Judged | null {
  const doubtful = (node: Expr): boolean =>
    node.kind === 'unit' ||
    (node.kind === 'call' && !/^(?:sqrt|root|abs|ln|exp|log|factorial|binomial)$/.test(node.fn)) ||
    (node.kind === 'call' && node.fn === 'log' && node.args.length < 2);
  if (answer.from || [expected, written].some(side => someNode(side, doubtful))) return null;
  const [a, b] = [evaluateNumeric(expected), evaluateNumeric(written)];
  const imaginary = [expected, written].some(side => someNode(side, node => node.kind === 'symbol' && node.name === 'i'));
  if (!imaginary && (typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) <= APART * Math.abs(a))) return null;
  const found = scene.decider.expressions(expected, written);
  return found.kind === 'different' ? wrong(found.witness, answer.claim.range, slipOf(answer, 'value', expected)) : null;
}

const slipOf = (answer: Answer, kind: 'value' | 'identity', from: Expr): Slip => ({
  kind,
  claim: answer.claim,
  from: bare(from),
  written: bare(answer.value),
  side: (answer.claim.statement?.kind === 'chain' ? answer.claim.statement.sides.length : 1) - 1,
});

/** The last line gives the value itself, calls it the answer, or names what is asked for. */
function isMeant(names: readonly string[], { subject, labelled, from }: Answer): boolean {
  if (from) return labelled || names.includes('rounded');
  if (subject === '') return true;
  const words = subject.toLowerCase().split(/[\s-]+/);
  return names.some(name => subject === name || subject.toLowerCase() === name || words.includes(name));
}

/** `4÷2+3=5` for (3 + 4)/2: the line calculates with the very numbers of the problem, to the end. */
function worksItOut(asked: Expr, { from }: Answer): boolean {
  return from !== null && numbersIn(from).length > 1 && numbersIn(from).join() === numbersIn(asked).join();
}

function numbersIn(expr: Expr): string[] {
  const found: string[] = [];
  someNode(expr, node => {
    if (node.kind === 'number') found.push(Q.printRational(node.value));
    return false;
  });
  return found.sort();
}

/** Equal, in percent, or rounded: nothing that a reader could take for the same value is refuted. */
function agree(value: Q.Rational, own: Q.Rational, written: Expr, names: readonly string[]): boolean {
  const said = names.includes('change') ? [own, Q.negate(own)] : [own];
  const hundredfold = names.includes('percent') ? [Q.rational(100), Q.rational(1, 100)] : [];
  return said.flatMap(one => [one, ...hundredfold.map(by => Q.multiply(one, by))]).some(candidate => isNear(value, candidate, written));
}

function isNear(value: Q.Rational, own: Q.Rational, written: Expr): boolean {
  const gap = Q.absolute(Q.subtract(value, own));
  if (Q.isZero(gap)) return true;
  if (value.d === 1n) return false;
  const places = written.kind === 'number' ? (written.decimals ?? 0) : 0;
  const within = (limit: Q.Rational): boolean => Q.compare(gap, limit) <= 0;
  return (
    (written.kind === 'number' && within(Q.rational(1n, 10n ** BigInt(places)))) ||
    within(Q.multiply(Q.absolute(value), Q.rational(1, 200)))
  );
}

function judgeSolution(scene: Scene, asked: Asked & { kind: 'solution' }, answer: Answer): Judged | null {
  if ((!isMeant(asked.names, answer) && !answer.labelled) || isSolved(asked.given)) return null;
  const written = withoutUnits(answer.value);
  if (!isClosed(written)) return null;
  const line = relation(asked.of, '=', written);
  const found = scene.decider.lines(asked.given, line, isRough(scene, answer.claim));
  if (found.kind !== 'different' || solves(scene, asked.given, line)) return null;
  const slip: Slip = { kind: 'line', claim: answer.claim, from: asked.given, written: line, side: null };
  return wrong(found.witness, answer.claim.range, slip);
}
