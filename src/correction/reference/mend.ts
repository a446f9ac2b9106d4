import * as Q from '../../math/rational.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import { type Compass, key } from './compass.ts';
import { type Calculation, neededValue } from './graph.ts';
import { distinct, knownBesides, type Quantity, quantitiesIn } from './quantities.ts';
import { type Repair, smallestRepair } from './repair.ts';

/** The calculation to put right, the value it should have, and the smallest change that gives it. */
export interface Mend {
  readonly calculation: number;
  readonly value: Q.Rational;
  readonly repair: Repair | null;
  /** The value is one that the reference has. */
  readonly known: boolean;
}

/** For each step, another result of one of its calculations from which the student's remaining chain reaches the known answer; the likeliest one. */
export function mendsOf(solution: Solution, graph: readonly Calculation[], last: number, compass: Compass): (Mend | null)[] {
  const given = quantitiesIn(solution.problem);
  const besides = knownBesides(solution.problem);
  const usable = (step: Step, at: number) => distinct([...given, ...earlierResults(graph, at), ...ownNumbers(step), ...besides]);
  return solution.steps.map((step, index) => {
    const mends: Mend[] = [];
    for (const [at, own] of graph.entries()) {
      const value = own.step === index && last >= 0 ? neededValue(graph, at, last, compass.answer) : null;
      if (value === null || Q.equal(value, own.value)) continue;
      mends.push({
        calculation: at,
        value,
        repair: smallestRepair(own.expr, value, usable(step, at)),
        known: compass.spoken.has(key(value)),
      });
    }
    return mends.find(m => m.known && m.repair) ?? mends.find(m => m.known) ?? mends.find(m => m.repair) ?? mends[0] ?? null;
  });
}

const earlierResults = (graph: readonly Calculation[], before: number): Quantity[] =>
  graph.slice(0, before).map(({ value }) => ({ value, said: Q.printRational(value), cost: 0 }));

const ownNumbers = (step: Step): Quantity[] => quantitiesIn(step.text).map(q => ({ ...q, cost: q.cost + 0.2 }));
