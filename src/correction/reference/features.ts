import * as Q from '../../math/rational.ts';
import { lettersOf } from '../../math/tree.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import { type Calculation, graphOf, neededValue, numbersIn } from './graph.ts';
import { distinct, knownBesides, type Quantity, quantitiesIn } from './quantities.ts';
import { type Repair, smallestRepair } from './repair.ts';

/** What speaks for and against a step being the first mistake: each a number between 0 and 1. */
export interface Features {
  /** The step's last result is none of the reference's values, and no step before it had such a result. */
  readonly firstForeign: number;
  readonly laterForeign: number;
  /** A step before this one has a result that the reference does not have. */
  readonly afterForeign: number;
  /** The very calculation of the reference: same numbers, same result. */
  readonly sameCalculation: number;
  /** The reference's numbers, put together to another result. */
  readonly sameNumbers: number;
  /** Another result here makes the rest of the student's chain give the known answer. */
  readonly needed: number;
  /** And that result is one that the reference has. */
  readonly neededKnown: number;
  readonly firstNeededKnown: number;
  /** And a small change of this calculation gives it; 1 the smallest. */
  readonly repair: number;
  /** No calculation, but a number that nothing before it has. */
  readonly newNumber: number;
  readonly firstNewNumber: number;
  readonly calculates: number;
  /** The known answer was already reached, and this step goes on from it. */
  readonly beyondAnswer: number;
  /** A later small change, to a value the reference has, does without this step's result. */
  readonly bypassed: number;
  /** The reference calculates with nearly the same numbers, to another result: the share of numbers in common. */
  readonly likeness: number;
  /** The first line that sets up an equation. */
  readonly firstEquation: number;
  /** Calculates with nothing but numbers of the problem. */
  readonly fromProblem: number;
  readonly lastCalculation: number;
  readonly last: number;
  readonly first: number;
  readonly position: number;
}

export interface Candidate {
  readonly step: number;
  readonly features: Features;
  /** The calculation to put right, the value it should have, and the smallest change that gives it. */
  readonly mend: { readonly calculation: number; readonly value: Q.Rational; readonly repair: Repair | null } | null;
}

export interface Known {
  readonly answer: Q.Rational;
  readonly reference: readonly Step[];
  readonly referenceText: string;
}

/** Every step of a solution whose answer is wrong, with what speaks for its being the first mistake. */
export function candidatesIn(solution: Solution, graph: readonly Calculation[], last: number, known: Known): Candidate[] {
  const referenceGraph = graphOf(known.reference);
  const results = new Set([...referenceGraph.map(c => key(c.value)), key(known.answer)]);
  const spoken = new Set([...results, ...quantitiesIn(known.referenceText).map(q => key(q.value))]);
  const given = quantitiesIn(solution.problem);
  const heard = new Set(given.map(q => key(q.value)));
  let foreign = false;
  let newNumber = false;
  let neededKnown = false;
  let equation = false;
  const candidates = solution.steps.map((step, index) => {
    const here = graph.flatMap((c, at) => (c.step === index ? [{ c, at }] : []));
    const isForeign = here.some(({ c }) => !spoken.has(key(c.value)));
    const numbers = quantitiesIn(step.text);
    const isNew = numbers.some(({ value }) => !spoken.has(key(value)) && !heard.has(key(value)));
    const mends = here.flatMap(({ c, at }) => {
      const value = last < 0 ? null : neededValue(graph, at, last, known.answer);
      if (value === null || Q.equal(value, c.value)) return [];
      const usable = distinct([...given, ...earlierResults(graph, at), ...numbersHere(numbers), ...knownBesides(solution.problem)]);
      return [{ calculation: at, value, repair: smallestRepair(c.expr, value, usable), known: spoken.has(key(value)) }];
    });
    const mend = mends.find(m => m.known && m.repair) ?? mends.find(m => m.known) ?? mends.find(m => m.repair) ?? mends[0] ?? null;
    const features: Features = {
      firstForeign: flag(isForeign && !foreign),
      laterForeign: flag(isForeign && foreign),
      afterForeign: flag(foreign || newNumber),
      sameCalculation: flag(here.some(({ c }) => referenceGraph.some(r => sameNumbers(c, r) && Q.equal(c.value, r.value)))),
      sameNumbers: flag(here.some(({ c }) => referenceGraph.some(r => sameNumbers(c, r) && !Q.equal(c.value, r.value)))),
      needed: flag(mend !== null),
      neededKnown: flag(mend?.known === true),
      firstNeededKnown: flag(mend?.known === true && !neededKnown),
      repair: mend?.repair ? 1 / mend.repair.cost : 0,
      newNumber: flag(isNew && here.length === 0),
      firstNewNumber: flag(isNew && !newNumber),
      calculates: flag(here.length > 0),
      beyondAnswer: flag(
        here.some(
          ({ c }) => !Q.equal(c.value, known.answer) && c.operands.some(o => o.source !== null && isValue(graph[o.source], known.answer)),
        ),
      ),
      bypassed: 0,
      likeness: Math.max(0, ...here.flatMap(({ c }) => referenceGraph.filter(r => !Q.equal(c.value, r.value)).map(r => likeness(c, r)))),
      firstEquation: flag(!equation && hasLetters(step)),
      fromProblem: flag(here.length > 0 && here.every(({ c }) => c.operands.every(o => given.some(q => Q.equal(q.value, o.node.value))))),
      lastCalculation: flag(here.some(({ at }) => at === last)),
      last: flag(index === solution.steps.length - 1),
      first: flag(index === 0),
      position: index / solution.steps.length,
    };
    equation ||= hasLetters(step);
    foreign ||= isForeign;
    newNumber ||= isNew;
    neededKnown ||= mend?.known === true;
    for (const { value } of numbers) heard.add(key(value));
    return { step: index, features, mend };
  });
  return candidates.map(candidate => ({
    ...candidate,
    features: { ...candidate.features, bypassed: flag(isBypassed(candidate, candidates, graph)) },
  }));
}

const isValue = (c: Calculation | undefined, value: Q.Rational): boolean => c !== undefined && Q.equal(c.value, value);
const hasLetters = (step: Step): boolean => step.claims.some(c => c.statement !== null && lettersOf(c.statement).length > 0);

function isBypassed({ step, features }: Candidate, all: readonly Candidate[], graph: readonly Calculation[]): boolean {
  if (features.calculates === 0) return false;
  const results = graph.filter(c => c.step === step).map(c => key(c.value));
  return all.some(
    later =>
      later.step > step &&
      later.features.neededKnown === 1 &&
      later.mend?.repair != null &&
      later.mend.repair.cost < 2 &&
      !numbersIn(later.mend.repair.expr).some(n => results.includes(key(n.value))),
  );
}

function likeness(a: Calculation, b: Calculation): number {
  const [x, y] = [a, b].map(c => numbersIn(c.expr).map(n => key(n.value)));
  if (!x || !y) return 0;
  const common = x.filter(v => y.includes(v)).length;
  return common / Math.max(x.length, y.length);
}

const key = (value: Q.Rational): string => Q.printRational(value);
const flag = (is: boolean): number => (is ? 1 : 0);

function earlierResults(graph: readonly Calculation[], before: number): Quantity[] {
  return graph.slice(0, before).map(({ value }) => ({ value, said: Q.printRational(value), cost: 0 }));
}

const numbersHere = (numbers: readonly Quantity[]): Quantity[] => numbers.map(q => ({ ...q, cost: q.cost + 0.2 }));

function sameNumbers(a: Calculation, b: Calculation): boolean {
  const list = (c: Calculation) =>
    numbersIn(c.expr)
      .map(n => key(n.value))
      .sort()
      .join(' ');
  return list(a) === list(b);
}
