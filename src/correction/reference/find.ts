import { printLatex } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import { readRow } from '../../solution/read.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import type { Correction } from '../records.ts';
import { causeOf } from './cause.ts';
import { compassOf } from './compass.ts';
import { chainFrom, explainRepair, inDecimals, shown } from './explain.ts';
import { type Candidate, candidatesIn } from './features.ts';
import { type Calculation, graphOf } from './graph.ts';
import { hintsFor } from './hints.ts';
import { type Case, leftOut } from './leftOut.ts';
import { corrected, numberAt } from './lines.ts';
import type { Mend } from './mend.ts';
import { distinct, quantitiesIn } from './quantities.ts';
import { likeliest } from './rank.ts';
import { AS_IN_REFERENCE, changeTo, type Repair, smallestRepair } from './repair.ts';
import { twofoldCorrection } from './twofold.ts';

/** A change this small may stand for itself when only the answer is known, and no reference solution speaks for it. */
const SURE = 1.8;

/** Steps and characters beyond which no repair is searched for. */
const MOST_STEPS = 80;
const MOST_TEXT = 20_000;

/**
 * The first mistake of a solution whose final answer is not the known one: the step where another small expression over the known quantities lets
 * the rest of the student's own chain reach the right answer. Null when no single step could be singled out.
 * @param found the student's final answer, already told apart from `answer`
 * @param refuted the first step that is refuted by itself, or -1: the first mistake is that step or an earlier one
 */
export function findRepair(solution: Solution, found: Q.Rational, answer: Q.Rational, refuted: number): Correction | null {
  const lines = referenceLines(solution);
  if (solution.steps.length > MOST_STEPS || solution.range.end - solution.range.start > MOST_TEXT) return null;
  const graph = graphOf(solution.steps);
  const reference = readRow({ id: 'reference', problem: solution.problem, steps: lines }).solution.steps;
  const known = { answer, problem: solution.problem, reference, referenceText: lines.join('\n') };
  const compass = compassOf(known);
  const all = candidatesIn({ solution, graph, found, refuted }, known, compass);
  const candidates = refuted < 0 ? all : all.slice(0, refuted + 1);
  const chosen = lines.length > 0 ? likeliest(candidates) : onlyRepair(candidates);
  if (!chosen || chosen.step === refuted) return null;
  const rest = continuation(graph, chosen.step, compass.graph, lines, answer);
  return correctionOf({ solution, graph, reference: compass.graph, answer, road: compass.road }, chosen, rest);
}

/** The lines of the reference; `80 000` as one number. */
const referenceLines = ({ reference = [] }: Solution): string[] =>
  reference
    .filter(line => line.trim() !== '')
    .map(line => line.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])/g, digits => digits.replaceAll(' ', '')));

/** Without a reference: the one step that a very small change puts right. */
function onlyRepair(candidates: readonly Candidate[]): Candidate | null {
  const small = candidates.filter(c => c.mend?.repair != null && c.mend.repair.cost < SURE);
  return small.length === 1 ? (small[0] ?? null) : null;
}

/**
 * A proved correction that does not end in the known answer, because more than one line is mistaken: its own first line, and then the reference's.
 * @param correction of a solution whose final answer is not `answer`
 */
export function towardsAnswer(solution: Solution, correction: Correction, answer: Q.Rational): Correction {
  const lines = referenceLines(solution);
  const reached = numberAt(correction.correctSteps.at(-1) ?? '');
  if (lines.length === 0 || (reached && Q.equal(reached, answer))) return correction;
  const reference = readRow({ id: 'reference', problem: solution.problem, steps: lines }).solution.steps;
  const rest = continuation(graphOf(solution.steps), correction.step, graphOf(reference), lines, answer);
  return rest === null
    ? correction
    : { ...correction, correctSteps: [...correction.correctSteps.slice(0, 1), ...rest], answer: Q.printRational(answer) };
}

/**
 * The reference's own lines from where the student left it: those that compute what no step before has; all of them where it only sets up equations. Null where
 * they do not end in the answer.
 */
function continuation(
  graph: readonly Calculation[],
  step: number,
  reference: readonly Calculation[],
  lines: readonly string[],
  answer: Q.Rational,
): readonly string[] | null {
  const done = new Set(graph.filter(c => c.step < step).map(c => Q.printRational(c.value)));
  const rest = lines.filter((_, index) => {
    if (reference.length === 0) return true;
    const here = reference.filter(c => c.step === index);
    return here.length > 0 && here.some(c => !done.has(Q.printRational(c.value)));
  });
  const value = numberAt(rest.at(-1) ?? '');
  if (value && Q.equal(value, answer)) return rest;
  return lines.length > 0 ? [...rest, `The answer is ${Q.printRational(answer)}.`] : null;
}

function correctionOf(known: Case, { step, mend }: Candidate, rest: readonly string[] | null): Correction {
  const { solution, graph, answer } = known;
  const { problem } = solution;
  const calculation = mend && graph[mend.calculation];
  const base = {
    step,
    mistake: null,
    answer: shown(answer),
    evidence: 'answer',
    replacement: null,
    verified: rest !== null,
    correctSteps: [...(rest ?? [])],
  } as const;
  const single = mend && calculation ? singleRepair(known, mend, calculation) : null;
  const both = single === null && step !== lastStep(graph) ? twofoldCorrection(known, step) : null;
  if (both) return { ...base, ...both };
  if (!mend || !calculation || (single === null && !mend.known)) {
    const missing = leftOut(known, step);
    if (missing) return { ...base, ...missing, at: null };
    const own = graph.find(c => c.step === step) ?? null;
    const explanation = `The known answer is ${shown(answer)}, and up to the line before, the work can still reach it; from this line on it goes another way.`;
    const earlier = graph.filter(c => c.step < step);
    const hints = hintsFor({ problem, step, calculation: own, earlier, repair: null, cause: null, value: null, line: rest?.[0] ?? null });
    return { ...base, correctSteps: [...base.correctSteps], explanation, witness: null, at: own?.claim.range ?? null, hints };
  }
  const earlier = graph.slice(0, mend.calculation);
  const { repair = null, lines: repaired = null } = single ?? {};
  const [written, instead] = [shown(calculation.value), shown(mend.value)];
  const reaching =
    mend.calculation === graph.findLastIndex(c => c.step >= step) && Q.equal(mend.value, answer)
      ? `With ${instead} instead of ${written} here, the work ends in the known answer.`
      : `With ${instead} instead of ${written} here, your remaining lines give ${shown(answer)}, the known answer.`;
  const line = solution.steps[step]?.text ?? '';
  const mistake = repair && causeOf({ problem, line, earlier, reference: known.reference, expr: calculation.expr, repair });
  const rule = mistake === null ? undefined : ruleById(mistake);
  const cause = rule?.tier === 'story' ? rule : null;
  const chain = repair ? chainFrom(graph, mend.calculation, repair.expr, mend.value) : '';
  const why = repair
    ? `${explainRepair({ problem, earlier, reference: known.reference }, calculation, repair)} ${cause ? `${cause.why} ` : ''}`
    : '';
  return {
    ...base,
    mistake,
    explanation: `${why}${reaching}${chain === '' ? '' : ` (${chain}.)`}`,
    correctSteps: [...(repaired ?? base.correctSteps)],
    witness: { kind: 'repair', written, instead, answer: shown(answer) },
    at: calculation.claim.range,
    replacement: repair ? printLatex(repair.expr) : null,
    hints: hintsFor({ problem, step, calculation, earlier, repair, cause, value: mend.value, line: (repaired ?? rest)?.[0] ?? null }),
    verified: repaired !== null || base.verified,
  };
}

/** The smallest change of the calculation that gives the value, and the student's lines with it. Null where there is none, or it cannot be written. */
function singleRepair(known: Case, mend: Mend, calculation: Calculation): { repair: Repair; lines: readonly string[] } | null {
  const { solution, graph, answer } = known;
  const further = repairFrom(known, calculation, mend.value, graph.slice(0, mend.calculation));
  const smallest = mend.repair && further && further.cost < mend.repair.cost ? further : (mend.repair ?? further);
  const repair = smallest && {
    ...smallest,
    expr: hasDecimals(solution.steps[calculation.step]) ? inDecimals(smallest.expr) : smallest.expr,
  };
  const lines = repair && corrected(solution, calculation, repair, answer);
  return repair && lines ? { repair, lines } : null;
}

const lastStep = (graph: readonly Calculation[]): number => graph.at(-1)?.step ?? -1;

const hasDecimals = (step: Step | undefined): boolean => /\d\.\d/.test(step?.text ?? '');

/** With the reference's own calculation and what it had computed before it, where the student's own quantities are not enough. */
function repairFrom(
  { solution, reference, answer }: Case,
  { expr }: Calculation,
  value: Q.Rational,
  earlier: readonly Calculation[],
): Repair | null {
  const at = reference.findIndex(c => Q.equal(c.value, value));
  const before = at < 0 ? reference.filter(c => !Q.equal(c.value, answer)) : reference.slice(0, at);
  const results = [...earlier, ...before].map(c => ({ value: c.value, said: shown(c.value), cost: 0.1 }));
  const small = smallestRepair(expr, value, distinct([...quantitiesIn(solution.problem), ...results]));
  const same = reference[at];
  return same && (small === null || small.cost > AS_IN_REFERENCE)
    ? { kind: changeTo(expr, same.expr), expr: same.expr, cost: AS_IN_REFERENCE }
    : small;
}
