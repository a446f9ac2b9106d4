import { family } from '../rule.ts';

/** Recognised from how a line is written: see `diagnose.ts`. */
export const RUN_ON_EQUALS = 'run-on-equals';

/** Ways of writing that say something else than is meant. */
export const notation = family('notation', 'equation', [
  {
    id: RUN_ON_EQUALS,
    ref: 'INT-24',
    name: 'equals sign used for “and then”',
    prior: 0.8,
    wrong: [],
    why: 'An equals sign says that both sides have the same value. {site} is {a}, and going on from there with {b} is a new calculation on a new line.',
    ask: 'Do the first and the last part of the chain have the same value?',
    elsewhere: '2 + 3 = 5, then 5·4 = 20; not 2 + 3 = 5·4 = 20.',
  },
  {
    id: 'and-for-or',
    ref: 'EQN-35',
    name: '“and” where “or” is meant',
    prior: 0.8,
    wrong: [
      'u^2 = a → u = sqrt(a) and u = -sqrt(a)',
      'u*v = 0 → u = 0 and v = 0',
      '(x + a)*(x + b) = 0 → x = -a and x = -b',
      'abs(u) = a → u = a and u = -a',
    ],
    why: 'One number cannot have both values at once: the solutions are joined by “or”.',
    ask: 'Can one number be equal to both values at the same time?',
    elsewhere: 'x^2 = 25 means x = 5 or x = -5.',
  },
]);
