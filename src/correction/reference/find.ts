import { printLatex, printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { readRow } from '../../solution/read.ts';
import type { Solution } from '../../solution/solution.ts';
import { carryThrough } from '../continue/carry.ts';
import { numberAs } from '../continue/layout.ts';
import type { Correction, Hint } from '../records.ts';
import { type Candidate, candidatesIn } from './features.ts';
import { type Calculation, graphOf } from './graph.ts';
import { likeliest } from './rank.ts';
import type { Repair } from './repair.ts';

/** A change this small may stand for itself when only the answer is known, and no reference solution speaks for it. */
const SURE = 1.8;

/**
 * The first mistake of a solution whose final answer is not the known one although no line is refuted: the step where another small expression over the
 * known quantities lets the rest of the student's own chain reach the right answer. Null when no single step could be singled out.
 * @param found the student's final answer, already told apart from `answer`
 */
export function findRepair(solution: Solution, found: Q.Rational, answer: Q.Rational): Correction | null {
  const graph = graphOf(solution.steps);
  const last = graph.findLastIndex(c => Q.equal(c.value, found));
  const lines = solution.reference ?? [];
  const reference = readRow({ id: 'reference', problem: solution.problem, steps: [...lines] }).solution.steps;
  const candidates = candidatesIn(solution, graph, last, { answer, reference, referenceText: lines.join('\n') });
  const chosen = lines.length > 0 ? likeliest(candidates) : onlyRepair(candidates);
  return chosen && correctionOf(solution, graph, chosen, answer);
}

/** Without a reference: the one step that a very small change puts right. */
function onlyRepair(candidates: readonly Candidate[]): Candidate | null {
  const small = candidates.filter(c => c.mend?.repair != null && c.mend.repair.cost < SURE);
  return small.length === 1 ? (small[0] ?? null) : null;
}

function correctionOf(solution: Solution, graph: readonly Calculation[], { step, mend }: Candidate, answer: Q.Rational): Correction {
  const known = Q.printRational(answer);
  const calculation = mend && graph[mend.calculation];
  if (!mend || !calculation) return { ...blank(step, known), explanation: pointing(known) };
  const written = Q.printRational(calculation.value);
  const instead = shown(mend.value);
  const repaired = mend.repair && corrected(solution, calculation, mend.repair);
  const change = mend.repair ? `${printPlain(mend.repair.expr)} = ${instead}` : instead;
  return {
    ...blank(step, repaired?.answer ?? known),
    explanation: `With ${change} here in place of ${written}, your remaining lines give ${known}, the known answer.`,
    correctSteps: repaired ? [...repaired.steps] : [],
    witness: { kind: 'repair', written, instead, answer: known },
    at: calculation.claim.range,
    replacement: mend.repair ? printLatex(mend.repair.expr) : null,
    hints: hintsFor(step, calculation, repaired?.steps[0] ?? null),
    verified: repaired !== null,
  };
}

const shown = (value: Q.Rational): string => printPlain(numberAs(value, true));

const pointing = (known: string): string =>
  `The answer differs from the known one, ${known}, and this is where it most likely goes another way: read the problem once more and compare.`;

function blank(step: number, answer: string): Correction {
  return {
    step,
    mistake: null,
    explanation: '',
    correctSteps: [],
    answer,
    evidence: 'answer',
    witness: null,
    hints: hintsFor(step, null, null),
    at: null,
    replacement: null,
    verified: false,
  };
}

/** What to look at, before what is wrong. */
function hintsFor(step: number, calculation: Calculation | null, line: string | null): Hint[] {
  const numbers = calculation?.operands.map(o => Q.printRational(o.node.value)) ?? [];
  const hints: Hint[] = [{ rung: 'where', text: `Look at line ${step + 1} once more.` }];
  if (numbers.length > 0)
    hints.push({
      rung: 'principle',
      text: `What does each of ${numbers.join(', ')} stand for in the problem, and is it what this line needs?`,
    });
  if (line !== null) hints.push({ rung: 'correction', text: line });
  return hints;
}

/** The student's own lines from this step on, with the repaired calculation in the first and its result carried through the rest. */
function corrected(
  solution: Solution,
  { step, claim, expr }: Calculation,
  repair: Repair,
): { steps: readonly string[]; answer: string | null } | null {
  const text = solution.steps[step]?.text ?? '';
  const offset = solution.steps[step]?.range.start ?? 0;
  const from = expr.span.start - offset;
  const to = expr.span.end - offset;
  if (from < 0 || to > text.length) return null;
  const mended = `${text.slice(0, from)}${printPlain(repair.expr)}${text.slice(to)}`;
  const lines = solution.steps.map((s, i) => (i === step ? mended : s.text));
  const again = readRow({ id: solution.id, problem: solution.problem, steps: lines }).solution;
  const index = solution.steps[step]?.claims.indexOf(claim) ?? -1;
  const calculation = graphOf(again.steps).find(c => c.step === step && again.steps[step]?.claims.indexOf(c.claim) === index);
  return calculation ? carryThrough(again.steps, step, calculation.claim, calculation.side) : null;
}
