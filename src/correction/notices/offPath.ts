import * as Q from '../../math/rational.ts';
import { equalTrees } from '../../math/tree.ts';
import type { Fact } from '../scene.ts';
import { isSolved } from '../shape.ts';
import { isFound, type LinearLine, numbersOf, termsIn } from './linear.ts';

/** Why a right line of a linear equation brings its letter no nearer than the lines above do; null when it does, or when that cannot be said. */
export function offPath(facts: readonly Fact[], lines: readonly (LinearLine | null)[], at: number, letter: string): string | null {
  const [fact, near, line, above] = [facts[at], facts[at - 1], lines[at], lines[at - 1]];
  if (!fact || !near || !line || !above || fact.claim.link !== 'derived' || isFound(line)) return null;
  if (facts.slice(0, at).some(({ statement }) => isSolved(statement))) return null;
  const again = repeated(facts, lines, at, line);
  if (again !== null) return `Right, but this says again what line ${again + 1} says: the work has come back to it.`;
  if (equalTrees(fact.statement, near.statement)) return null;
  if (termsIn(line) > termsIn(above)) return `Right, but it leads away from ${letter}: there are more terms than in the line above.`;
  return grown(above, line) ? `Right, but it leads away from ${letter}: the numbers to get rid of have grown.` : null;
}

/** The step of an earlier line with the same two sides, when the work left it in between. */
function repeated(facts: readonly Fact[], lines: readonly (LinearLine | null)[], at: number, line: LinearLine): number | null {
  let left = false;
  for (let i = at - 1; i >= 0; i--) {
    const [earlier, other, fact] = [facts[i], lines[i], facts[at]];
    if (!earlier || !other || !fact || earlier.step < 0) return null;
    if (!sameNumbers(line, other)) left = true;
    else if (left) return earlier.step;
    else if (equalTrees(earlier.statement, fact.statement) && earlier.step < fact.step) return earlier.step;
  }
  return null;
}

const sameNumbers = (a: LinearLine, b: LinearLine): boolean => {
  const numbers = numbersOf(b);
  return numbersOf(a).every((value, i) => Q.equal(value, numbers[i] ?? Q.ZERO));
};

/** The same letters stand on both sides and the number beside them is larger, or everything was made some whole number of times larger. */
function grown(above: LinearLine, line: LinearLine): boolean {
  const [before, after] = [numbersOf(above), numbersOf(line)];
  if (!before.every(value => value.d === 1n)) return false;
  const [a = Q.ZERO, b = Q.ZERO, c = Q.ZERO, d = Q.ZERO] = before;
  const [p = Q.ZERO, q = Q.ZERO, r = Q.ZERO, s = Q.ZERO] = after;
  if (Q.equal(a, p) && Q.equal(c, r)) {
    const beside = Q.isZero(a) ? [d, s] : [b, q];
    const [old = Q.ZERO, now = Q.ZERO] = beside;
    return (Q.isZero(a) || Q.isZero(c)) && !Q.isZero(old) && Q.compare(Q.absolute(now), Q.absolute(old)) > 0;
  }
  const ratios = before.flatMap((value, i) => (Q.isZero(value) ? [] : [Q.divide(after[i] ?? Q.ZERO, value)]));
  const [first] = ratios;
  return (
    first != null &&
    Q.absolute(first).d === 1n &&
    Q.absolute(first).n > 1n &&
    ratios.every(ratio => ratio !== null && Q.equal(ratio, first))
  );
}
