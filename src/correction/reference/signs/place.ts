import * as Q from '../../../math/rational.ts';
import type { Solution } from '../../../solution/solution.ts';
import { type Compass, isMatched, key } from '../compass.ts';
import type { Calculation } from '../graph.ts';
import { overlap, wordsIn } from '../words.ts';
import { flag, type Here } from './here.ts';

/** Where a step stands: in the solution, and to the steps that go along with the reference. Each a number between 0 and 1. */
export interface PlaceSigns {
  readonly third: number;
  readonly fourth: number;
  readonly fourthLast: number;
  readonly thirdLast: number;
  readonly last: number;
  readonly position: number;
  /** The final answer is computed from its result. */
  readonly usedLater: number;
  readonly justAfterMatch: number;
  readonly beforeLastMatch: number;
  /** A calculation, in work of which no step goes along with the reference. */
  readonly noMatchYet: number;
  /** Goes on from the known answer to something else. */
  readonly beyondAnswer: number;
  /** How like the problem's question it is. */
  readonly question: number;
}

/** @param last the calculation that gives the final answer, or -1 */
export function placeSigns(
  { steps, problem }: Solution,
  heres: readonly Here[],
  graph: readonly Calculation[],
  last: number,
  compass: Compass,
): PlaceSigns[] {
  const ancestors = ancestorsOf(graph, last);
  const matched = heres.map(
    here =>
      here.length > 0 &&
      here.every(({ c }) => isMatched(compass, c) || (compass.results.has(key(c.value)) && !startsFrom(c, compass.answer))),
  );
  const lastMatch = matched.lastIndexOf(true);
  const asked = wordsIn(questionsIn(problem));
  return steps.map((step, index) => {
    const here = heres[index] ?? [];
    const left = steps.length - 1 - index;
    return {
      third: flag(index === 2),
      fourth: flag(index === 3),
      fourthLast: flag(left === 3),
      thirdLast: flag(left === 2),
      last: flag(left === 0),
      position: index / steps.length,
      usedLater: flag(here.some(({ at }) => ancestors.has(at))),
      justAfterMatch: flag(index === lastMatch + 1),
      beforeLastMatch: flag(index <= lastMatch),
      noMatchYet: flag(lastMatch < 0 && here.length > 0),
      beyondAnswer: flag(here.some(({ c }) => startsFrom(c, compass.answer) && !Q.equal(c.value, compass.answer))),
      question: overlap(wordsIn(step.text), asked),
    };
  });
}

const questionsIn = (problem: string): string =>
  problem
    .split(/(?<=[.!?])\s+/)
    .filter(sentence => sentence.includes('?'))
    .join(' ');

const startsFrom = ({ operands }: Calculation, value: Q.Rational): boolean => operands.some(o => Q.equal(o.node.value, value));

/** Calculations that a calculation rests on, itself among them. */
function ancestorsOf(graph: readonly Calculation[], at: number): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (i: number) => {
    if (i < 0 || found.has(i)) return;
    found.add(i);
    for (const { source } of graph[i]?.operands ?? []) if (source !== null) visit(source);
  };
  visit(at);
  return found;
}
