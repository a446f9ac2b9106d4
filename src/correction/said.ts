import type { Step } from '../solution/solution.ts';
import { judgeCoefficient } from './coefficients.ts';
import { judgeCongruence } from './congruences.ts';
import { judgeDomain } from './domains.ts';
import { judgeFractionPart } from './fraction-parts.ts';
import type { Judged } from './judged.ts';
import { judgeComplement, judgeEither } from './probabilities.ts';
import { judgeRowOperation } from './rows.ts';
import { judgeListed } from './said/accepted.ts';
import { judgeComplexValues } from './said/complex-values.ts';
import { judgeLeast } from './said/least.ts';
import { judgeQuadrants, judgeSign } from './said/quadrants.ts';
import { judgeSignInRange } from './said/signs.ts';
import { judgeSolutionSet } from './said/solution-set.ts';
import { judgeCount, judgeIntegers, judgeSame } from './said/systems.ts';
import { judgeValidity } from './said/validity.ts';
import type { Scene } from './scene.ts';
import { judgeSets } from './sets.ts';

/** What a step says in words alone: that there is no solution, the sign of a function in a quadrant. */
export function judgeSaid(scene: Scene, step: Step, index: number): Judged[] {
  return [
    judgeSolutionSet(scene, step, index),
    judgeCount(scene, step),
    judgeSame(scene, step),
    judgeIntegers(scene, step),
    judgeListed(scene, step),
    judgeFractionPart(scene, step, index),
    judgeDomain(scene, step),
    judgeCongruence(scene, step),
    judgeSets(scene, step),
    judgeCoefficient(scene, step, index),
    judgeRowOperation(scene, step, index),
    judgeLeast(scene, step),
    judgeValidity(scene, step),
    judgeComplexValues(scene, step, index),
    judgeComplement(scene, step),
    judgeEither(scene, step),
    judgeSignInRange(scene, step),
    judgeQuadrants(step),
    judgeSign(scene, step),
  ].filter(judged => judged !== null);
}
