import * as Q from '../../math/rational.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import { type Compass, isForeign, keysIn } from './compass.ts';
import { type Calculation, formOf, lastOf } from './graph.ts';
import { overlap, wordsIn } from './words.ts';

/** How alike two lines' words are, at least, for their equal calculations to be about the same thing. */
const ALIKE = 0.4;

/**
 * For each step, whether it only says what a line of the reference says: the same calculations with the same results, each for the first time, in
 * words that are like that line's, or in none, and no number from nowhere beside them. The calculation that the
 * student takes for the final answer is none of them: the reference goes on from it.
 * @param found the student's final answer, which is not the known one
 */
export function agreedSteps(
  { steps, problem }: Solution,
  graph: readonly Calculation[],
  reference: readonly Step[],
  compass: Compass,
  found: Q.Rational,
): readonly boolean[] {
  const last = lastOf(graph, found);
  const given = keysIn(problem);
  const isSame = (a: Calculation, b: Calculation): boolean => Q.equal(a.value, b.value) && formOf(a.expr) === formOf(b.expr);
  return steps.map((step, index) => {
    const here = graph.filter(c => c.step === index);
    const earlier = graph.filter(c => c.step < index);
    const words = wordsIn(step.text);
    const isAbout = (line: Step | undefined): boolean =>
      words.size === 0 || (line !== undefined && overlap(words, wordsIn(line.text)) >= ALIKE);
    const agrees = (own: Calculation): boolean =>
      own !== graph[last] && !earlier.some(c => isSame(own, c)) && compass.graph.some(c => isSame(own, c) && isAbout(reference[c.step]));
    const isNew = (number: string): boolean => isForeign(compass, number) && !given.has(number);
    return here.length > 0 && here.every(agrees) && ![...keysIn(step.text)].some(isNew);
  });
}
