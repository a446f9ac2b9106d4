import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstStated: 0.23,
  afterForeign: -0.24,
  strange: 0.49,
  newNumber: 0.73,
  newNumberHere: -0.37,
  firstNewNumber: 0.33,
  sameCalculation: -0.23,
  sameNumbers: 0.85,
  likeness: 0.34,
  near: 0.45,
  nearDisagrees: 0.49,
  nearAgrees: -0.81,
  wordsAgree: -0.64,
  numbersReference: 0.23,
  reaches: 0.73,
  noNumbers: -0.33,
  repeats: 0.31,
  needed: -0.54,
  neededKnown: 0.46,
  neededResult: 0.33,
  firstNeededKnown: 0.22,
  repair: 0.34,
  noRepair: -0.46,
  first: 0.13,
  second: 0.12,
  third: 0.44,
  fourth: 0.43,
  fourthLast: 0.27,
  thirdLast: 0.32,
  secondLast: 0.15,
  last: -0.84,
  position: -0.65,
  usedLater: -0.15,
  justAfterMatch: 0.18,
  beforeLastMatch: 0.24,
  firstUnmatched: 0.05,
  noMatchYet: 0.43,
  firstEquation: 0.29,
  beyondAnswer: 0.37,
  question: 0.28,
  lands: 0.1,
  onRoad: -0.57,
  afterOff: -0.49,
  afterNot: -0.61,
  spokenOff: -0.6,
  afterEnd: 0.51,
  firstAstray: -0.32,
  afterAstray: -0.08,
  beforeAstray: 0.25,
  uneven: 0.13,
  cleanSoFar: 0.29,
  vindicated: -0.5,
  firstIdle: 0.09,
  afterIdle: 0.06,
  beforeVindicated: -0.34,
  finalOff: 0.04,
  finalOnRoad: 0.51,
  afterFinal: 0.18,
  sameNoun: -0.39,
  otherNoun: 0.4,
  restates: -0.55,
  falseEquation: 0.77,
  afterFalseEquation: -0.73,
  trueEquation: -0.43,
  refuted: 0.94,
};

/** The step most likely to be the first mistake. Null when there are no steps. */
export function likeliest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || weigh(candidate.features) > weigh(best.features)) best = candidate;
  return best;
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Features)[];

const weigh = (features: Features): number => SIGNS.reduce((total, sign) => total + WEIGHTS[sign] * features[sign], 0);
