import { call, isStatement, num, product, writtenNumber } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';

/** √12 → 4√3: the square factor leaves the root without being rooted. */
const squareNotRooted: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'call' || node.fn !== 'sqrt' || !node.args[0]) return [];
  const value = writtenNumber(node.args[0]);
  if (value?.d !== 1n) return [];
  return [2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n]
    .filter(root => value.n % (root * root) === 0n)
    .map(root => ({
      wrong: product([num(root * root), call('sqrt', num(value.n / (root * root)))]),
      right: product([num(root), call('sqrt', num(value.n / (root * root)))]),
      terms: { k: num(root), n: num(root * root) },
    }));
};

/** Roots and surds. */
export const roots = family('roots', 'local', [
  {
    id: 'root-of-sum',
    ref: 'EXP-50',
    name: 'root spread over a sum',
    prior: 0.85,
    wrong: [
      'sqrt(a + b) → sqrt(a) + sqrt(b)',
      'sqrt(a - b) → sqrt(a) - sqrt(b)',
      'sqrt(a^2 + b) → a + sqrt(b)',
      'sqrt(a^2 - b) → a - sqrt(b)',
      'sqrt(a^2 + b^2) → a + b',
      'sqrt(a^2 - b^2) → a - b',
      'sqrt(a - b^2) → sqrt(a) - b',
    ],
    why: 'A root does not spread over a sum: {site} is one root of the whole.',
    ask: 'What do you get when you square {wrong}?',
    elsewhere: '√(9 + 16) = √25 = 5, but √9 + √16 = 7.',
  },
  {
    id: 'roots-joined',
    ref: 'EXP-51',
    name: 'sum of roots joined under one root',
    prior: 0.7,
    wrong: ['sqrt(a) + sqrt(b) → sqrt(a + b)', 'sqrt(a) - sqrt(b) → sqrt(a - b)'],
    why: 'Roots are joined when they are multiplied, not when they are added: {site} stays a sum.',
    ask: 'Try √9 + √16: is it the root of 25?',
    elsewhere: '√4 + √9 = 2 + 3 = 5, but √13 is less than 4.',
  },
  {
    id: 'root-of-square-without-modulus',
    ref: 'EXP-52',
    name: 'root of a square without the absolute value',
    prior: 0.5,
    wrong: 'sqrt(u^2) → u',
    why: 'A square root is never negative, and {u} may be: {site} is the absolute value of {u}.',
    ask: 'What is {site} when {u} is -3?',
    elsewhere: '√((-5)^2) = √25 = 5, not -5.',
  },
  {
    id: 'coefficient-under-root',
    ref: 'EXP-53',
    name: 'coefficient put under the root as it stands',
    prior: 0.65,
    wrong: 'k*sqrt(a) → sqrt(k*a)',
    why: 'To go under the root, {k} must be squared first.',
    ask: 'Which number under a root sign is worth {k}?',
    elsewhere: '3√2 = √18, not √6.',
  },
  {
    id: 'root-given-two-signs',
    ref: 'EXP-54',
    name: 'root sign given both signs',
    prior: 0.6,
    wrong: 'sqrt(a) → ±sqrt(a)',
    why: 'The sign √ stands for the root that is not negative. Both signs come from solving an equation, not from {site}.',
    ask: 'Which of the two numbers does the root sign stand for?',
    elsewhere: '√9 = 3; x^2 = 9 has the solutions 3 and -3.',
  },
  {
    id: 'negative-roots-multiplied',
    ref: 'EXP-55',
    name: 'roots of negative numbers multiplied under the root',
    prior: 0.6,
    wrong: 'sqrt(-a)*sqrt(-b) → sqrt(a*b)',
    why: 'The product rule for roots needs numbers that are not negative: in {site} each root brings a factor i, and i² = -1.',
    ask: 'How is each root in {site} written with i?',
    elsewhere: '√(-1)·√(-1) = i² = -1, not √1 = 1.',
  },
  {
    id: 'square-factor-not-rooted',
    ref: 'EXP-56',
    name: 'square factor taken out without its root',
    prior: 0.65,
    wrong: squareNotRooted,
    why: 'The factor {n} leaves the root as its own root, {k}.',
    ask: 'What is the square root of {n}?',
    elsewhere: '√50 = √(25·2) = 5√2, not 25√2.',
  },
  {
    id: 'one-side-squared',
    ref: 'EQN-24',
    name: 'only one side squared',
    tier: 'equation',
    prior: 0.8,
    wrong: ['sqrt(u) = a → u = a', 'sqrt(u) = a → u = 2*a', 'sqrt(u) = a → u = sqrt(a)'],
    right: 'u = a^2',
    why: 'The root goes away when both sides are squared: {a} has to be squared too.',
    ask: 'What was done to the left side, and was the same done to the right one?',
    elsewhere: '√x = 3 gives x = 9.',
  },
  {
    id: 'coefficient-not-squared',
    ref: 'EQN-24',
    name: 'the factor before a root not squared',
    tier: 'equation',
    prior: 0.8,
    wrong: ['k*sqrt(u) = a → k*u = a^2'],
    right: 'k^2*u = a^2',
    why: 'The whole side is squared, the factor {k} before the root too.',
    ask: 'What is the square of {k} alone?',
    elsewhere: '2√x = 6 gives 4x = 36.',
  },
]);
