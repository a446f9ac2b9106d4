import * as Q from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { type Calculation, formOf } from './graph.ts';
import { overlap, wordsIn } from './words.ts';

/** How alike two lines' words are, at least, for their equal calculations to be about the same thing. */
const ALIKE = 0.4;

/**
 * For each step, whether it only says what a line of the reference says: the same calculations with the same results, each for the first time, in
 * words that are like that line's, or in none. What the student gives as the final answer and the reference goes on from is not the same.
 * @param found the student's final answer, which is not the known one
 */
export function agreedSteps(
  steps: readonly Step[],
  graph: readonly Calculation[],
  reference: readonly Step[],
  known: readonly Calculation[],
  found: Q.Rational,
): readonly boolean[] {
  const isSame = (a: Calculation, b: Calculation): boolean => Q.equal(a.value, b.value) && formOf(a.expr) === formOf(b.expr);
  return steps.map((step, index) => {
    const here = graph.filter(c => c.step === index);
    const earlier = graph.filter(c => c.step < index);
    const words = wordsIn(step.text);
    const isAbout = (line: Step | undefined): boolean =>
      words.size === 0 || (line !== undefined && overlap(words, wordsIn(line.text)) >= ALIKE);
    const agrees = (own: Calculation): boolean =>
      !Q.equal(own.value, found) && !earlier.some(c => isSame(own, c)) && known.some(c => isSame(own, c) && isAbout(reference[c.step]));
    return here.length > 0 && here.every(agrees);
  });
}
