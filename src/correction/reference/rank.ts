import type { Candidate, Features } from './features.ts';

/**
 * What each sign is worth, in log odds: a softmax over the steps of a solution, fitted with a little shrinkage to solutions whose first mistake was
 * marked by hand. No sign knows a particular problem. How they were fitted, and how well they do on solutions they were not fitted to: docs/measurements.md.
 */
const WEIGHTS: Features = {
  firstStated: 0.21,
  afterForeign: -0.22,
  strange: 0.53,
  newNumber: 0.72,
  newNumberHere: -0.39,
  firstNewNumber: 0.34,
  sameCalculation: -0.15,
  sameNumbers: 0.86,
  likeness: 0.35,
  near: 0.38,
  nearDisagrees: 0.64,
  nearAgrees: -0.9,
  wordsAgree: -0.64,
  numbersReference: 0.2,
  reaches: 0.87,
  noNumbers: -0.3,
  repeats: 0.45,
  needed: -0.55,
  neededKnown: 0.3,
  neededResult: 0.38,
  firstNeededKnown: 0.28,
  repair: 0.18,
  noRepair: -0.54,
  first: 0.16,
  second: 0.14,
  third: 0.49,
  fourth: 0.5,
  fourthLast: 0.27,
  thirdLast: 0.28,
  secondLast: 0.09,
  last: -0.94,
  position: -0.85,
  usedLater: 0.15,
  justAfterMatch: 0.15,
  beforeLastMatch: 0.22,
  firstUnmatched: 0.01,
  noMatchYet: 0.55,
  firstEquation: 0.37,
  beyondAnswer: 0.42,
  question: 0.29,
  lands: 0.06,
  onRoad: -0.69,
  afterOff: -0.46,
  afterNot: -0.67,
  spokenOff: -0.74,
  afterEnd: 0.63,
  firstAstray: -0.34,
  afterAstray: -0.09,
  beforeAstray: 0.25,
  uneven: 0.12,
  cleanSoFar: 0.24,
  vindicated: -0.58,
  firstIdle: 0.03,
  afterIdle: 0.09,
  beforeVindicated: -0.36,
  finalOff: 0.12,
  finalOnRoad: 0.66,
  afterFinal: 0.24,
  sameNoun: -0.37,
  otherNoun: 0.46,
  restates: -0.65,
  falseEquation: 0.85,
  afterFalseEquation: -0.86,
  trueEquation: -0.42,
  refuted: 1.22,
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
