import type { Step } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import { judgeQuadrants, judgeSign } from './said/quadrants.ts';
import { judgeSolutionSet } from './said/solution-set.ts';
import type { Scene } from './scene.ts';

/** What a step says in words alone: that there is no solution, the sign of a function in a quadrant. */
export function judgeSaid(scene: Scene, step: Step, index: number): Judged[] {
  return [judgeSolutionSet(scene, step, index), judgeQuadrants(step), judgeSign(scene, step)].filter(judged => judged !== null);
}
