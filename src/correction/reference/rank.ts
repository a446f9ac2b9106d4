import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstStated: -0.03,
  afterForeign: -0.17,
  strange: 0.51,
  stray: 0.67,
  usesStray: -0.58,
  newNumber: 0.3,
  newNumberHere: -0.28,
  firstNewNumber: 0.47,
  sameCalculation: -0.16,
  sameNumbers: 0.87,
  likeness: 0.34,
  near: 0.33,
  nearDisagrees: 0.56,
  nearAgrees: -0.71,
  wordsAgree: -0.54,
  numbersReference: 0.27,
  reaches: 0.68,
  noNumbers: -0.27,
  repeats: 0.43,
  needed: -0.24,
  neededKnown: 0.19,
  neededResult: 0.4,
  firstNeededKnown: 0.2,
  repair: 0.12,
  noRepair: -0.62,
  first: 0.13,
  second: 0.11,
  third: 0.41,
  fourth: 0.42,
  fourthLast: 0.28,
  thirdLast: 0.27,
  secondLast: 0.09,
  last: -0.75,
  position: -0.61,
  usedLater: 0.15,
  justAfterMatch: 0.16,
  beforeLastMatch: 0.26,
  firstUnmatched: 0.05,
  noMatchYet: 0.48,
  firstEquation: 0.14,
  beyondAnswer: 0.36,
  question: 0.35,
  lands: 0,
  onRoad: -0.49,
  afterOff: -0.42,
  afterNot: -0.67,
  spokenOff: -0.75,
  afterEnd: 0.51,
  firstAstray: -0.25,
  afterAstray: -0.07,
  beforeAstray: 0.29,
  uneven: 0.13,
  cleanSoFar: 0.26,
  vindicated: -0.42,
  firstIdle: 0.06,
  afterIdle: 0.08,
  beforeVindicated: -0.29,
  finalOff: 0.13,
  finalOnRoad: 0.61,
  afterFinal: 0.27,
  sameNoun: -0.32,
  otherNoun: 0.32,
  restates: -0.44,
  falseEquation: 0.75,
  afterFalseEquation: -0.9,
  trueEquation: -0.3,
  hasCalculation: 0.04,
  onlyOff: -0.39,
  lastOff: 0.02,
  firstOff: 0.3,
  onlyKnown: 0.29,
  onlyRepair: -0.13,
  partOf: -0.35,
  moreThan: 0.16,
  leavesOut: -0.59,
  refuted: 1.09,
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
