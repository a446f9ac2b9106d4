import * as Q from '../../math/rational.ts';
import { readRow } from '../../solution/read.ts';
import type { Solution } from '../../solution/solution.ts';
import { shown } from './explain.ts';
import { type Calculation, graphOf, lastOf, neededValue, numbersIn } from './graph.ts';
import type { Case } from './leftOut.ts';
import { carried, corrected, numberAt } from './lines.ts';
import { distinct, knownBesides, type Quantity, quantitiesIn } from './quantities.ts';
import { AS_IN_REFERENCE, changeTo, type Repair, smallestRepair } from './repair.ts';
import { statusesOf } from './signs/status.ts';
import { overlap, wordsIn } from './words.ts';

/** A calculation, and what should stand in its place. */
export interface Change {
  readonly calculation: Calculation;
  readonly value: Q.Rational;
  readonly repair: Repair;
}

/** Two changes that together make the student's own lines give the answer: in the blamed line, and in a later one. */
export interface Twofold {
  readonly first: Change;
  readonly second: Change;
  /** The student's calculations before the second change, the first one made. */
  readonly earlier: readonly Calculation[];
  /** The student's lines from the blamed one on. */
  readonly lines: readonly string[];
}

/** First changes that are tried. */
const MOST = 4;

/**
 * Work with two mistakes: the blamed line gets a result of the reference, and then a later line is to be changed for the rest to give the answer. Both changes
 * calculate with what the student has at that point: numbers of the problem, and results of lines before.
 */
export function twofold(known: Case, step: number): Twofold | null {
  let best: Twofold | null = null;
  for (const first of firstChanges(known, step)) {
    const found = completed(known, first);
    if (found && (best === null || costOf(found) < costOf(best))) best = found;
  }
  return best;
}

const costOf = ({ first, second }: Twofold): number => first.repair.cost + second.repair.cost;

/** Calculations of the step, each with a result of the reference in its place: the likeliest few, by the size of the change and the words of the lines. */
function firstChanges({ solution, graph, reference, answer }: Case, step: number): readonly Change[] {
  const words = wordsIn(solution.steps[step]?.text ?? '');
  const changes = graph.flatMap((calculation, at) => {
    if (calculation.step !== step) return [];
    const usable = usableAt(solution, graph, at);
    return reference.flatMap(right => {
      if (Q.equal(right.value, answer) || graph.some(c => Q.equal(c.value, right.value))) return [];
      const repair = repairTo(calculation, right.value, usable, reference);
      const line = (solution.reference ?? [])[right.step] ?? '';
      return repair ? [{ calculation, value: right.value, repair, unlike: repair.cost - overlap(words, wordsIn(line)) }] : [];
    });
  });
  return changes.sort((a, b) => a.unlike - b.unlike).slice(0, MOST);
}

/** The later line that is to be changed too, and the lines with both changes. */
function completed(known: Case, first: Change): Twofold | null {
  const { solution, reference, answer } = known;
  const { step } = first.calculation;
  const begun = carried(solution, first.calculation, first.repair);
  if (!begun) return null;
  const lines = [...solution.steps.slice(0, step).map(s => s.text), ...begun];
  const again = readRow({ id: solution.id, problem: solution.problem, steps: lines }).solution;
  const graph = graphOf(again.steps);
  const last = lastOf(graph, numberAt(lines.at(-1) ?? '') ?? answer);
  const results = new Set(reference.map(c => Q.printRational(c.value)));
  const seconds = graph.flatMap((calculation, at) => {
    if (calculation.step <= step) return [];
    const value = neededValue(graph, at, last, answer);
    if (value === null || Q.equal(value, calculation.value)) return [];
    const repair = repairTo(calculation, value, usableAt(again, graph, at), reference);
    if (!repair || (repair.kind === 'anew' && !results.has(Q.printRational(value)))) return [];
    return [{ calculation, value, repair, at }];
  });
  for (const { at, ...second } of seconds.sort((a, b) => a.repair.cost - b.repair.cost)) {
    const rest = corrected(again, second.calculation, second.repair, answer);
    const whole = rest && [...lines.slice(0, second.calculation.step), ...rest];
    if (whole && isOnRoad(known, whole)) return { first, second, earlier: graph.slice(0, at), lines: whole.slice(step) };
  }
  return null;
}

/** Whether lines do the work of the reference, and do not come to its answer by chance: on other numbers they would end as it does. */
function isOnRoad({ solution, answer, road }: Case, lines: readonly string[]): boolean {
  const graph = graphOf(readRow({ id: solution.id, problem: solution.problem, steps: lines }).solution.steps);
  return statusesOf(graph, road)[lastOf(graph, answer)] === 'end';
}

/** The smallest change that gives the value; the reference's own calculation where the student has all its numbers. */
function repairTo({ expr }: Calculation, value: Q.Rational, usable: readonly Quantity[], reference: readonly Calculation[]): Repair | null {
  const small = smallestRepair(expr, value, usable);
  const has = (number: Q.Rational): boolean => usable.some(q => Q.equal(q.value, number));
  const same = reference.find(c => Q.equal(c.value, value) && numbersIn(c.expr).every(n => has(n.value)));
  return same && (small === null || small.cost > AS_IN_REFERENCE)
    ? { kind: changeTo(expr, same.expr), expr: same.expr, cost: AS_IN_REFERENCE }
    : small;
}

const usableAt = ({ problem, steps }: Solution, graph: readonly Calculation[], at: number): readonly Quantity[] => {
  const own = quantitiesIn(steps[graph[at]?.step ?? 0]?.text ?? '', 0.2);
  const earlier = graph.slice(0, at).map(c => ({ value: c.value, said: shown(c.value), cost: 0.1 }));
  return distinct([...quantitiesIn(problem), ...earlier, ...own, ...knownBesides(problem)]);
};
