import type { Expr } from '../../math/expr.ts';
import { isStatement } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';
import { lettersIn } from '../sides.ts';
import { partsOf } from '../walk.ts';

const TURNED = { '<': '>', '>': '<', '≤': '≥', '≥': '≤' } as const;

/** The sign of a power or product turned: what lies between its zeros for what lies beyond them. */
const turnedCurve: Rewrite = node => {
  if (!isStatement(node) || node.kind !== 'chain' || node.relations.length !== 1 || !node.sides.some(isCurved)) return [];
  const [relation] = node.relations;
  if (relation === undefined || !(relation in TURNED)) return [];
  return [{ wrong: { ...node, relations: [TURNED[relation as keyof typeof TURNED]] }, terms: {} }];
};

/** A power of a letter, or a product of two factors with one, stands in it. */
const isCurved = (side: Expr): boolean =>
  (side.kind === 'power' && lettersIn(side.base).size > 0) ||
  (side.kind === 'product' && side.factors.filter(factor => lettersIn(factor).size > 0).length > 1) ||
  partsOf(side).some(isCurved);

/** Inequalities. */
export const inequalities = family('inequalities', 'equation', [
  {
    id: 'no-flip-on-negative',
    ref: 'INQ-01',
    name: 'sign not turned when dividing by a negative',
    prior: 0.9,
    wrong: [
      '-(k*u) < a → u < a/(-k)',
      '-(k*u) > a → u > a/(-k)',
      '-u < a → u < -a',
      '-u > a → u > -a',
      '-(u/k) < a → u < -(a*k)',
      '-(u/k) > a → u > -(a*k)',
      'a - u < b → u < a - b',
      'a - u > b → u > a - b',
      'm - k*u < n → u < (n - m)/(-k)',
      'm - k*u > n → u > (n - m)/(-k)',
      'k*u < m*u + n → u < n/(k - m)',
      'k*u > m*u + n → u > n/(k - m)',
    ],
    why: 'Dividing by a negative number turns the order round: what was smaller becomes larger.',
    ask: '2 is less than 3. What about -2 and -3?',
    elsewhere: '-3x < 12 gives x > -4.',
  },
  {
    id: 'flip-without-reason',
    ref: 'INQ-02',
    name: 'sign turned without a reason',
    prior: 0.75,
    wrong: [
      'k*u < a → u > a/k',
      'k*u > a → u < a/k',
      'u/k < a → u > a*k',
      'u/k > a → u < a*k',
      'u + a < b → u > b - a',
      'u + a > b → u < b - a',
      'u - a < b → u > b + a',
      'u - a > b → u < b + a',
    ],
    why: 'The sign turns only when both sides are multiplied or divided by a negative number, and nothing negative was divided by here.',
    ask: 'By which number were both sides divided, and is it negative?',
    elsewhere: '3x < -12 gives x < -4: only the right side is negative.',
  },
  {
    id: 'sides-swapped',
    ref: 'INQ-03',
    name: 'sides swapped, sign not turned',
    prior: 0.75,
    wrong: ['a < u → u < a', 'a > u → u > a'],
    why: 'When the sides change places, the sign turns too: the open side stays with the larger one.',
    ask: 'Which of the two is larger, before and after?',
    elsewhere: '5 < x says the same as x > 5.',
  },
  {
    id: 'root-of-less-than',
    ref: 'INQ-04',
    name: 'root taken as in an equation',
    prior: 0.8,
    wrong: ['u^2 < a → u < sqrt(a)', 'u^2 < a → u < sqrt(a) or u < -sqrt(a)', 'u^2 < a → u < ±sqrt(a)'],
    why: 'Numbers far below zero have large squares too: the solutions lie between the two roots.',
    ask: 'Is the inequality true for a number far below zero, such as -100?',
    elsewhere: 'x^2 < 25 means -5 < x < 5.',
  },
  {
    id: 'root-of-greater-than',
    ref: 'INQ-05',
    name: 'negative branch forgotten',
    prior: 0.8,
    wrong: ['u^2 > a → u > sqrt(a)', 'u^2 > a → u > sqrt(a) or u > -sqrt(a)', 'u^2 > a → u > -sqrt(a)'],
    why: 'Numbers far below zero have large squares too: there is a second branch on the left.',
    ask: 'Is the inequality true for a number far below zero, such as -100?',
    elsewhere: 'x^2 > 25 means x < -5 or x > 5.',
  },
  {
    id: 'multiplied-by-unknown-sign',
    ref: 'INQ-06',
    name: 'multiplied by an unknown of unknown sign',
    prior: 0.75,
    wrong: ['a/x < b → a < b*x', 'a/x > b → a > b*x', 'a/(x + b) < c → a < c*(x + b)', 'a/(x + b) > c → a > c*(x + b)'],
    why: 'The multiplier may be negative, and then the sign turns: both cases must be looked at.',
    ask: 'What happens to the sign when the multiplier is negative?',
    elsewhere: '1/x < 1 means x < 0 or x > 1.',
  },
  {
    id: 'product-sign-split',
    ref: 'INQ-07',
    name: 'sign of a product read off each factor',
    prior: 0.75,
    wrong: ['u*v < 0 → u < 0 or v < 0', 'u*v < 0 → u < 0 and v < 0', 'u*v > 0 → u > 0 or v > 0', 'u*v > 0 → u > 0 and v > 0'],
    why: 'A product is negative when exactly one factor is, and positive when both or none are.',
    ask: 'What is the sign of each factor between the two zeros, and beyond them?',
    elsewhere: '(x - 2)(x - 5) < 0 means 2 < x < 5.',
  },
  {
    id: 'between-or-beyond',
    ref: 'INQ-14',
    name: 'between the zeros taken for beyond them',
    prior: 0.8,
    wrong: turnedCurve,
    why: 'Between its two zeros a product has the other sign than beyond them: a number from each part tells which part is meant.',
    ask: 'Which sign does the left side have at a number between the zeros?',
    elsewhere: '(x - 1)(x - 4) < 0 holds for x = 2 and not for x = 5: the solutions lie between, 1 < x < 4.',
  },
  {
    id: 'modulus-less-split',
    ref: 'INQ-08',
    name: 'absolute value below a bound split with “or”',
    prior: 0.75,
    wrong: ['abs(u) < a → u < a or u > -a', 'abs(u) < a → u < a', 'abs(u) < a → u < a or u < -a'],
    why: 'Closer to zero than {a} means between -{a} and {a}: both conditions hold at once.',
    ask: 'Which numbers are less than {a} away from zero?',
    elsewhere: '|x| < 2 means -2 < x < 2.',
  },
  {
    id: 'modulus-greater-chained',
    ref: 'INQ-09',
    name: 'absolute value above a bound written as one chain',
    prior: 0.75,
    wrong: ['abs(u) > a → -a > u > a', 'abs(u) > a → a < u < -a', 'abs(u) > a → u > a', 'abs(u) > a → -a < u < a'],
    why: 'Further from zero than {a} means beyond {a} on the right or beyond -{a} on the left: two separate branches.',
    ask: 'Can one number be above {a} and below -{a} at the same time?',
    elsewhere: '|x| > 2 means x < -2 or x > 2.',
  },
  {
    id: 'strictness-changed',
    ref: 'INQ-10',
    name: 'boundary lost or added',
    prior: 0.7,
    wrong: ['a < b → a ≤ b', 'a > b → a ≥ b'],
    why: 'The boundary value belongs to one of the two lines and not to the other.',
    ask: 'Does the boundary value itself satisfy the line above?',
    elsewhere: '3x ≤ 6 gives x ≤ 2, with 2 itself included.',
  },
  {
    id: 'one-part-of-double',
    ref: 'INQ-11',
    name: 'only one part of a double inequality changed',
    prior: 0.75,
    wrong: [
      'a < b + c < p → a < b < p - c',
      'a < b + c < p → a - c < b < p',
      'a < b - c < p → a < b < p + c',
      'a < b - c < p → a + c < b < p',
      'a < k*u < p → a < u < p/k',
      'a < k*u < p → a/k < u < p',
    ],
    why: 'A double inequality has three parts, and all three get the same operation.',
    ask: 'What was done to the middle, and was it done on both ends?',
    elsewhere: '1 < x + 2 < 5 gives -1 < x < 3.',
  },
  {
    id: 'squared-with-unknown-sign',
    ref: 'INQ-12',
    name: 'squared although the signs are unknown',
    prior: 0.7,
    wrong: ['u > a → u^2 > a^2', 'u < a → u^2 < a^2'],
    why: 'Squaring keeps the order only for numbers that are not negative.',
    ask: '-3 is less than 2. What about their squares?',
    elsewhere: '-5 < 1, but 25 > 1.',
  },
  {
    id: 'reciprocal-keeps-direction',
    ref: 'INQ-13',
    name: 'reciprocals taken, sign not turned',
    prior: 0.7,
    wrong: ['u > a → 1/u > 1/a', 'u < a → 1/u < 1/a'],
    why: 'The larger of two positive numbers has the smaller reciprocal.',
    ask: 'Which is larger, 1/2 or 1/4?',
    elsewhere: 'x > 5 gives 1/x < 1/5.',
  },
]);
