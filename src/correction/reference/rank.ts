import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstStated: -0.01,
  afterForeign: -0.17,
  strange: 0.5,
  stray: 0.7,
  usesStray: -0.58,
  newNumber: 0.3,
  newNumberHere: -0.28,
  firstNewNumber: 0.46,
  sameCalculation: -0.2,
  sameNumbers: 0.86,
  likeness: 0.36,
  near: 0.32,
  nearDisagrees: 0.61,
  nearAgrees: -0.72,
  wordsAgree: -0.53,
  numbersReference: 0.26,
  reaches: 0.67,
  noNumbers: -0.26,
  repeats: 0.44,
  needed: -0.24,
  neededKnown: 0.19,
  neededResult: 0.43,
  firstNeededKnown: 0.16,
  repair: 0.12,
  noRepair: -0.63,
  first: 0.14,
  second: 0.13,
  third: 0.42,
  fourth: 0.41,
  fourthLast: 0.27,
  thirdLast: 0.28,
  secondLast: 0.12,
  last: -0.75,
  position: -0.61,
  usedLater: 0.15,
  justAfterMatch: 0.16,
  beforeLastMatch: 0.26,
  firstUnmatched: 0.09,
  noMatchYet: 0.47,
  firstEquation: 0.11,
  beyondAnswer: 0.35,
  question: 0.34,
  lands: 0.07,
  onRoad: -0.5,
  afterOff: -0.46,
  afterNot: -0.66,
  spokenOff: -0.73,
  afterEnd: 0.51,
  firstAstray: -0.26,
  afterAstray: -0.05,
  beforeAstray: 0.28,
  uneven: 0.13,
  cleanSoFar: 0.27,
  vindicated: -0.45,
  firstIdle: 0.08,
  afterIdle: 0.09,
  beforeVindicated: -0.3,
  finalOff: 0.12,
  finalOnRoad: 0.58,
  afterFinal: 0.26,
  sameNoun: -0.34,
  otherNoun: 0.37,
  restates: -0.44,
  falseEquation: 0.82,
  afterFalseEquation: -0.9,
  trueEquation: -0.32,
  hasCalculation: 0.04,
  onlyOff: -0.47,
  lastOff: 0.05,
  firstOff: 0.24,
  onlyKnown: 0.3,
  onlyRepair: -0.13,
  partOf: -0.39,
  moreThan: 0.13,
  leavesOut: -0.59,
  refuted: 0.94,
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
