import type { Step } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import type { Scene } from './scene.ts';
import { judgeAngles } from './worked/angles.ts';
import { judgeFigure } from './worked/figure-lines.ts';
import { judgeIntegral } from './worked/integrals.ts';
import { judgeInfinite, judgeLimit } from './worked/limits.ts';
import { judgeMeasure } from './worked/measures.ts';

/** What the problem's own words fix, and a step gives another value: its limit, its integral. */
export function judgeWorked(scene: Scene, step: Step, index: number): Judged | null {
  return (
    judgeLimit(scene, step, index) ??
    judgeInfinite(scene, step) ??
    judgeIntegral(scene, step, index) ??
    judgeFigure(scene, step) ??
    judgeAngles(scene, step) ??
    judgeMeasure(scene, step)
  );
}
