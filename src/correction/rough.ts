import type { Claim } from '../solution/solution.ts';
import type { Scene } from './scene.ts';

const ROUGH = /≈|\\approx|~|\b(?:round\w*|nearest|approx\w*|about|roughly|decimal places?|d\.? ?p\.?|significant|s\.? ?f\.?|gerundet)\b/i;

/** The line or the problem says that it rounds; in a story values are measured. */
export const isRough = (scene: Scene, claim: Claim, sentence = ''): boolean =>
  scene.task === 'story' || ROUGH.test(claim.text) || ROUGH.test(sentence) || ROUGH.test(scene.solution.problem);
