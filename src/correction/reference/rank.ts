import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  strange: 0.45,
  stray: 0.67,
  usesStray: -0.66,
  newNumber: 0.35,
  newNumberHere: -0.35,
  firstNewNumber: 0.55,
  sameCalculation: -0.13,
  sameNumbers: 0.9,
  likeness: 0.37,
  near: 0.36,
  nearDisagrees: 0.64,
  nearAgrees: -0.68,
  wordsAgree: -0.56,
  numbersReference: 0.2,
  reaches: 0.61,
  noNumbers: -0.19,
  repeats: 0.41,
  needed: -0.25,
  neededKnown: 0.16,
  neededResult: 0.37,
  firstNeededKnown: 0.22,
  repair: 0.17,
  noRepair: -0.58,
  third: 0.35,
  fourth: 0.35,
  fourthLast: 0.26,
  thirdLast: 0.25,
  last: -0.77,
  position: -0.55,
  usedLater: 0.14,
  justAfterMatch: 0.2,
  beforeLastMatch: 0.32,
  noMatchYet: 0.55,
  beyondAnswer: 0.32,
  question: 0.42,
  onRoad: -0.44,
  afterOff: -0.48,
  afterNot: -0.67,
  spokenOff: -0.71,
  afterEnd: 0.55,
  firstAstray: -0.28,
  afterAstray: -0.12,
  beforeAstray: 0.3,
  cleanSoFar: 0.27,
  vindicated: -0.34,
  firstIdle: 0.15,
  afterIdle: 0.17,
  beforeVindicated: -0.26,
  finalOff: 0.13,
  finalOnRoad: 0.57,
  afterFinal: 0.3,
  sameNoun: -0.31,
  otherNoun: 0.35,
  otherName: 0.21,
  restates: -0.54,
  falseEquation: 0.94,
  afterFalseEquation: -1.16,
  trueEquation: -0.24,
  onlyOff: -0.33,
  firstOff: 0.33,
  onlyKnown: 0.3,
  partOf: -0.35,
  moreThan: 0.16,
  leavesOut: -0.58,
  refuted: 1.01,
};

/** The step most likely to be the first mistake: none that agrees with the reference, while there are others. Null when there are no steps. */
export function likeliest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  const open = candidates.filter(({ agreed }) => !agreed);
  for (const candidate of open.length > 0 ? open : candidates)
    if (best === null || weigh(candidate.features) > weigh(best.features)) best = candidate;
  return best;
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Features)[];

const weigh = (features: Features): number => SIGNS.reduce((total, sign) => total + WEIGHTS[sign] * features[sign], 0);
