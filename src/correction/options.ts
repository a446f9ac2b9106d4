import * as Q from '../math/rational.ts';
import type { Solution } from '../solution/solution.ts';
import { optionsIn, valuesIn } from './reference/known.ts';

/** Lines from the end that are asked for the answer: behind it may stand a line without one. */
const LAST_LINES = 2;

/**
 * True when no answer is known and the work ends with one of the options that the problem lists: a slip that was carried on seldom ends there.
 * A single number must be its line's last; of a list every number must stand there.
 */
export function endsAtOption({ answer, problem, steps }: Solution): boolean {
  if (answer !== undefined) return false;
  const lines = steps.slice(-LAST_LINES).map(step => valuesIn(step.text.replace(/\^\{?\d\}?/g, ' ')));
  return [...optionsIn(problem).values()].some(text => lines.some(values => ends(values, valuesIn(text))));
}

function ends(values: readonly Q.Rational[], option: readonly Q.Rational[]): boolean {
  const [only] = option;
  const last = values.at(-1);
  if (only === undefined || last === undefined) return false;
  return option.length === 1 ? Q.equal(last, only) : option.every(wanted => values.some(value => Q.equal(value, wanted)));
}
