import type { Statement } from '../math/expr.ts';
import { solvesGiven } from './congruences.ts';
import { holdsDecimalSet } from './excuses.ts';
import { isMistake, type Judged, oneWay, type Slip, wrong } from './judged.ts';
import { namedCall } from './letters.ts';
import { solves } from './roots.ts';
import { acceptedAt } from './said/accepted.ts';
import type { Fact, Scene } from './scene.ts';
import { isSolved } from './shape.ts';
import { REJECTS } from './task.ts';

/**
 * Puts the last line that solves the problem against the problem itself. Lines between may not have been judged, or each may only have gone
 * one way: a solution that the problem does not have is a mistake when it stands in the answer and was never set aside.
 */
export function judgeFinal(scene: Scene, judged: readonly Judged[]): { step: number; judged: Judged } | null {
  const rounded = judged.some(({ notices }) => notices.some(({ kind }) => kind === 'rounded'));
  if (scene.task !== 'equation' || rounded || judged.some(({ verdict }) => isMistake(verdict))) return null;
  const given = scene.facts.filter(fact => fact.step < 0);
  const last = takenTogether(scene);
  const [first] = given;
  if (!last || /\bcandidates?\b|\bcase\b/i.test(scene.solution.steps[last.step]?.text ?? '')) return null;
  if (
    !first ||
    last.step < 0 ||
    holdsDecimalSet(scene, last.claim) ||
    /≈|\\approx/.test(last.claim.text) ||
    !answers(last, given) ||
    given.some(definesFunction)
  )
    return null;
  const parts = [...given.map(fact => fact.statement), ...scene.conditions];
  const problem: Statement = parts.length === 1 ? first.statement : { kind: 'and', parts, span: first.statement.span };
  const found = scene.decider.linesAnywhere(problem, last.statement);
  const slip: Slip = { kind: 'line', claim: last.claim, from: problem, written: last.statement, side: null };
  const text = scene.solution.steps
    .slice(last.step)
    .map(step => step.text)
    .join('\n');
  if (REJECTS.test(text) || solvesGiven(scene, text)) return null;
  if (found.kind === 'different' && given.length === 1 && solves(scene, first.statement, last.statement)) return null;
  if ('witness' in found && found.witness.kind === 'lost' && stands(text, found.witness.value)) return null;
  if (found.kind === 'different' && given.length === 1) return { step: last.step, judged: wrong(found.witness, last.claim.range, slip) };
  if (found.kind === 'wider' && given.length === 1 && found.gained.length > 0) {
    const excluded = scene.conditions.length > 0 && !scene.solution.conditions?.length;
    if (excluded && scene.decider.linesAnywhere(first.statement, last.statement).kind === 'same') return null;
    const gained = oneWay([], found.gained, found.witness, last.claim.range, slip, null);
    const accepted = acceptedAt(scene, last.step);
    return {
      step: accepted < 0 ? last.step : accepted,
      judged: { ...gained, verdict: { kind: 'wrong', witness: found.witness, mistake: 'extraneous-solution' } },
    };
  }
  return null;
}

/** The value stands in the text as one of several. */
const stands = (text: string, value: string): boolean =>
  new RegExp(`(?:^|[\\s,;:{(])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\\s,;.})]|$)`).test(text.replace(/[−–]/g, '-'));

/** Words that take the values beside them for solutions, and say nothing else. */
const TAKES =
  /^(?:[\s$.,:;{}∴]|\b(?:so|thus|hence|therefore|then|and|or|both|the|two|real|final|answers?|solutions?|roots?|are|is|be|equation|has|have|valid|satisfy|solve|work|we|get|it|this|given|original|of|to)\b)*$/i;

/** The last fact; where its step takes several values of one letter for solutions, 'x = 2 and x = 9 are the solutions', all of them. */
function takenTogether({ facts, solution }: Scene): Fact | undefined {
  const last = facts.at(-1);
  const own = facts.filter(fact => fact.step === last?.step && isSolved(fact.statement));
  const { text, claims } = solution.steps[last?.step ?? -1] ?? { text: '', claims: [] };
  if (!last || own.length < 2 || own.some(fact => fact.letters.join() !== last.letters.join())) return last;
  const words = claims.reduce((rest, claim) => rest.replace(claim.text, ' '), text);
  return TAKES.test(words)
    ? { ...last, statement: { kind: 'or', parts: own.map(fact => fact.statement), span: last.statement.span } }
    : last;
}

/** `A(x) = 20x - 2x^2`: what the problem gives is a function, and no equation for its letter. */
const definesFunction = ({ claim: { statement } }: Fact): boolean =>
  statement?.kind === 'chain' && statement.sides[0] !== undefined && namedCall(statement.sides[0]) !== null;

/** The line states values for all letters of the problem. */
function answers(last: Fact, given: readonly Fact[]): boolean {
  const letters = new Set(given.flatMap(fact => fact.letters));
  if (last.letters.length !== 1 || letters.size !== 1 || !last.letters.every(letter => letters.has(letter))) return false;
  return given.every(fact => fact.letters.length > 0) && isAnswer(last.statement);
}

const isAnswer = (statement: Statement): boolean =>
  statement.kind === 'or' || statement.kind === 'and'
    ? statement.parts.every(isAnswer)
    : statement.kind === 'member' || isSolved(statement);
