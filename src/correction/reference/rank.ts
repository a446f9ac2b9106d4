import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstForeign: -0.18,
  firstStated: 0.45,
  afterForeign: -0.41,
  firstDrift: -0.4,
  afterDrift: -0.25,
  strange: 0.47,
  newNumber: 0.67,
  newNumberHere: -0.38,
  firstNewNumber: 0.4,
  sameCalculation: -0.18,
  sameNumbers: 0.95,
  likeness: 0.3,
  near: 0.38,
  nearDisagrees: 0.43,
  nearAgrees: -0.71,
  wordsAgree: -0.7,
  numbersReference: 0.4,
  reaches: 0.65,
  noNumbers: -0.43,
  repeats: 0.2,
  needed: -0.4,
  neededKnown: 0.34,
  neededResult: 0.4,
  firstNeededKnown: 0.33,
  repair: 0.33,
  noRepair: -0.47,
  refuted: 1.23,
  usedLater: -0.25,
  justAfterMatch: 0.36,
  beforeLastMatch: 0.29,
  firstUnmatched: 0.37,
  noMatchYet: 0.32,
  firstEquation: 0.43,
  beyondAnswer: 0.4,
  resultGiven: -0.23,
  wordsProblem: -0.17,
  question: 0.25,
  first: -0.08,
  third: 0.23,
  last: -0.96,
  position: -0.44,
};

/** The step most likely to be the first mistake. Null when there are no steps. */
export function likeliest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || weigh(candidate.features) > weigh(best.features)) best = candidate;
  return best;
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Features)[];

const weigh = (features: Features): number => SIGNS.reduce((total, sign) => total + WEIGHTS[sign] * features[sign], 0);
