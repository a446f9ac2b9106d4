import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstForeign: 0.12,
  laterForeign: -0.34,
  afterForeign: -0.68,
  sameCalculation: -0.98,
  sameNumbers: 1.46,
  needed: -0.63,
  neededKnown: 0.5,
  firstNeededKnown: 0.57,
  repair: 0.59,
  newNumber: 0.5,
  firstNewNumber: 0.5,
  calculates: 0.1,
  beyondAnswer: 0.31,
  bypassed: -0.13,
  likeness: 0.57,
  firstEquation: 0.21,
  fromProblem: -0.26,
  lastCalculation: -0.37,
  last: -1.28,
  first: -0.2,
  position: -0.34,
};

/** The step most likely to be the first mistake. Null when there are no steps. */
export function likeliest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || weigh(candidate.features) > weigh(best.features)) best = candidate;
  return best;
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Features)[];

const weigh = (features: Features): number => SIGNS.reduce((total, sign) => total + WEIGHTS[sign] * features[sign], 0);
