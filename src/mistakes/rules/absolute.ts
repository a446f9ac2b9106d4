import { family } from '../rule.ts';

/** Absolute value. */
export const absolute = family('absolute value', 'equation', [
  {
    id: 'modulus-of-sum-split',
    ref: 'INT-22',
    name: 'absolute value spread over a sum',
    prior: 0.75,
    tier: 'local',
    wrong: ['abs(a + b) → abs(a) + abs(b)', 'abs(a - b) → abs(a) - abs(b)', 'abs(a - b) → abs(a) + abs(b)', 'abs(a - b) → a - b'],
    why: 'The sum inside is worked out first: {site} is how far that sum is from zero.',
    ask: 'What is inside the bars of {site}, worked out, and how far is it from zero?',
    elsewhere: '|2 - 6| = |-4| = 4, but |2| - |6| = -4.',
  },
  {
    id: 'modulus-one-branch',
    ref: 'EQN-40',
    name: 'one branch of an absolute value forgotten',
    prior: 0.85,
    wrong: ['abs(u) = a → u = a', 'abs(u) = a → u = -a'],
    why: 'Two numbers are {a} away from zero, so there are two cases.',
    ask: 'Which numbers are {a} away from zero on the number line?',
    elsewhere: '|x - 1| = 4 has the solutions 5 and -3.',
  },
  {
    id: 'modulus-sign-changed',
    ref: 'EQN-41',
    name: 'absolute value makes every sign inside positive',
    prior: 0.65,
    wrong: ['abs(u - a) = b → u + a = b', 'abs(u - a) = b → u + a = b or u + a = -b'],
    why: 'The bars act on the result inside, not on the signs of its terms.',
    ask: 'What does the absolute value act on: each term, or the whole of what is inside?',
    elsewhere: '|x - 1| = 4 says that x is 4 away from 1.',
  },
  {
    id: 'modulus-equals-negative',
    ref: 'EQN-42',
    name: 'absolute value set equal to a negative number',
    prior: 0.8,
    wrong: ['abs(u) = -a → u = a or u = -a', 'abs(u) = -a → u = -a', 'abs(u) = -a → u = a'],
    why: 'A distance from zero is never negative, so this equation has no solution.',
    ask: 'Can a distance be negative?',
    elsewhere: '|x| = -2 has no solution.',
  },
]);
