import { equation, isStatement, num, product, symbol } from '../build.ts';
import { fingerprint } from '../fingerprint.ts';
import { family, type Rewrite, type Rewriting } from '../rule.ts';
import { lettersIn, sidesOf } from '../sides.ts';

/** One side of an equation multiplied or divided, the other left. */
const oneSideScaled: Rewrite = node => {
  const sides = sidesOf(node, '=');
  if (!sides) return [];
  const [a, b] = sides;
  return [2, 3, 4, 5, 6, 7, 8, 9, 10, -1].flatMap(k =>
    [num(k), num(1, k)].flatMap((factor): Rewriting[] => [
      { wrong: equation(product([factor, a]), b), terms: { k: factor } },
      { wrong: equation(a, product([factor, b])), terms: { k: factor } },
    ]),
  );
};

/** An identity or a contradiction answered with x = 0. */
const identityAnswered: Rewrite = node => {
  const sides = sidesOf(node, '=');
  if (!sides || !isStatement(node)) return [];
  const print = fingerprint(node);
  const [first] = print?.values ?? [];
  if (!print || !first || !print.values.every(v => Math.abs(v.re - first.re) < 1e-9 && v.im === 0)) return [];
  const letters = [...lettersIn(node)];
  return (letters.length > 0 ? letters : ['x']).map(name => ({
    wrong: equation(symbol(name), num(0)),
    right: { kind: 'truth', value: Math.abs(first.re) < 1e-9, span: node.span },
    terms: { x: symbol(name) },
  }));
};

/** Two equations combined: the left sides with one sign, the right sides with the other. */
const unevenElimination: Rewrite = node => {
  if (!isStatement(node) || node.kind !== 'and' || node.parts.length !== 2) return [];
  const [first, second] = node.parts.map(part => sidesOf(part, '='));
  if (!first || !second) return [];
  const [a, b, c, d] = [first[0], first[1], second[0], second[1]];
  const [plus, minus] = [1, -1].map(sign => (x: typeof a, y: typeof a) => ({
    kind: 'sum' as const,
    terms: [x, product([num(sign), y])],
    span: x.span,
  }));
  if (!plus || !minus) return [];
  return [
    { wrong: equation(plus(a, c), minus(b, d)), right: equation(plus(a, c), plus(b, d)), terms: { a, b, c, p: d } },
    { wrong: equation(minus(a, c), plus(b, d)), right: equation(minus(a, c), minus(b, d)), terms: { a, b, c, p: d } },
    { wrong: equation(plus(a, c), minus(d, b)), right: equation(plus(a, c), plus(b, d)), terms: { a, b, c, p: d } },
  ];
};

/** Linear equations: what is done to one side is done to the other. */
export const equations = family('equations', 'equation', [
  {
    id: 'moved-term-keeps-sign',
    ref: 'EQN-01',
    name: 'moved term keeps its sign',
    prior: 0.9,
    wrong: ['a + k = c → a = c + k'],
    right: 'a = c - k',
    why: 'To take {k} away from the left side, it is taken away from the right side as well: moved across, it changes its sign.',
    ask: 'Which operation undoes adding {k}, and what must be done to the other side?',
    elsewhere: 'x + 4 = 9 gives x = 9 - 4 = 5.',
  },
  {
    id: 'subtracted-here-added-there',
    ref: 'EQN-10',
    name: 'added on one side, subtracted on the other',
    prior: 0.85,
    wrong: ['a - k = c → a = c - k'],
    right: 'a = c + k',
    why: 'Both sides must get the same: {k} is added on the left to remove -{k}, so it is added on the right too.',
    ask: 'What must be added to both sides so that -{k} disappears?',
    elsewhere: 'x - 4 = 9 gives x = 9 + 4 = 13.',
  },
  {
    id: 'variable-term-keeps-sign',
    ref: 'EQN-09',
    name: 'term with the unknown moved without changing its sign',
    prior: 0.8,
    wrong: ['a = u + b → a + u = b', 'a = b - u → a - u = b', 'a + u = v → a = v + u', 'a - u = v → a = v - u', 'u = a + v → u + v = a'],
    why: 'A term that is taken off one side is taken off the other too, so {u} changes its sign when it moves.',
    ask: 'What do you do to both sides to remove {u} from one of them?',
    elsewhere: '5x = 2x + 6 gives 5x - 2x = 6.',
  },
  {
    id: 'coefficient-subtracted',
    ref: 'EQN-02',
    name: 'coefficient subtracted instead of divided',
    prior: 0.8,
    wrong: ['k*u = a → u = a - k', 'k*u = a → u = a + k', 'u/k = a → u = a + k', 'u/k = a → u = a - k'],
    why: '{k} multiplies or divides here. Adding or taking away does not undo that: the opposite operation does.',
    ask: 'Which operation stands between {k} and {u}, and which one undoes it?',
    elsewhere: '5x = 20 gives x = 20/5 = 4, not 15.',
  },
  {
    id: 'divided-wrong-way',
    ref: 'EQN-03',
    name: 'divided the wrong way round',
    prior: 0.9,
    wrong: ['k*u = a → u = k/a'],
    right: 'u = a/k',
    why: 'Both sides are divided by {k}, the number in front of {u}: {k} goes below.',
    ask: 'By which number must both sides be divided so that {u} stands alone?',
    elsewhere: '6x = 3 gives x = 3/6 = 1/2, not 2.',
  },
  {
    id: 'multiplied-instead-of-divided',
    ref: 'EQN-04',
    name: 'multiplied instead of divided',
    prior: 0.7,
    wrong: ['k*u = a → u = a*k', 'u/k = a → u = a/k'],
    why: 'The opposite operation is needed: {k} multiplies or divides {u}, and the other one undoes it.',
    ask: 'Put the value found back in: does {k} times it give {a}?',
    elsewhere: '5x = 20 gives x = 4; x/5 = 20 gives x = 100.',
  },
  {
    id: 'sign-lost-dividing',
    ref: 'EQN-05',
    name: 'sign lost when dividing',
    prior: 0.85,
    wrong: ['-(k*u) = a → u = a/k', '-(k*u) = a → k*u = a', '-(u/k) = a → u/k = a', '-(u/k) = a → u = a*k', 'k*u = -n → u = n/k'],
    why: 'Both sides are divided by what {u} is multiplied by, and a minus sign takes part in the division.',
    ask: 'What exactly is {u} multiplied by, sign included?',
    elsewhere: '-5x = 20 gives x = 20/(-5) = -4.',
  },
  {
    id: 'negated-one-side',
    ref: 'EQN-12',
    name: 'only one side negated',
    prior: 0.8,
    wrong: '-u = a → u = a',
    why: 'Both sides change their sign: if {-u} is {a}, then {u} is the opposite.',
    ask: 'If the opposite of a number is {a}, what is the number?',
    elsewhere: '-x = 8 gives x = -8.',
  },
  {
    id: 'one-side-multiplied',
    ref: 'EQN-06',
    name: 'only one side multiplied or divided',
    prior: 0.75,
    wrong: ['u/k = a → u = a', 'k*u = a → u = a', '(a + b)/k = c → a + b = c'],
    why: 'An equation stays balanced only when both sides are multiplied or divided by {k}.',
    ask: 'What happened to the left side, and did the same happen to the right?',
    elsewhere: 'x/5 = 3 gives x = 15: both sides times 5.',
  },
  {
    id: 'equation-scaled-on-one-side',
    ref: 'EQN-34',
    name: 'equation scaled on one side',
    prior: 0.3,
    wrong: oneSideScaled,
    why: 'One side was multiplied by {k} and the other was left as it was.',
    ask: 'Which number was one side multiplied by, and what does that make of the other side?',
    elsewhere: 'x + 2y = 3 times 2 is 2x + 4y = 6.',
  },
  {
    id: 'term-not-multiplied',
    ref: 'EQN-07',
    name: 'one term not multiplied',
    prior: 0.8,
    wrong: ['u/k + a = b → u + a = b*k', 'u/k - a = b → u - a = b*k', 'u/k + a = b → u + a*k = b', 'u/k - a = b → u - a*k = b'],
    why: 'Multiplying by {k} reaches every term on both sides; one of them was left out.',
    ask: 'Which terms does the equation have, and which of them were multiplied by {k}?',
    elsewhere: 'x/2 + 1 = 4 times 2 is x + 2 = 8.',
  },
  {
    id: 'term-not-divided',
    ref: 'EQN-08',
    name: 'one term not divided',
    prior: 0.8,
    wrong: ['k*u + a = b → u + a = b/k', 'k*u - a = b → u - a = b/k', 'k*u + a = b → u + a/k = b', 'k*u - a = b → u - a/k = b'],
    why: 'Dividing by {k} reaches every term on both sides; one of them was left out.',
    ask: 'Which terms does the equation have, and which of them were divided by {k}?',
    elsewhere: '2x + 8 = 10 divided by 2 is x + 4 = 5.',
  },
  {
    id: 'numbers-collected-regardless',
    ref: 'EQN-11',
    name: 'number added to the coefficient',
    prior: 0.85,
    wrong: ['k*u + m = a → (k + m)*u = a', 'k*u - m = a → (k - m)*u = a'],
    why: '{m} stands alone and does not count {u}, so it cannot be joined to {k}.',
    ask: 'Which number in {k*u + m} belongs to {u}, and which stands alone?',
    elsewhere: '4x + 1 = 9 gives 4x = 8, not 5x = 9.',
  },
  {
    id: 'one-term-not-negated',
    ref: 'EQN-13',
    name: 'one term not negated',
    prior: 0.7,
    wrong: ['-a + b = c → a + b = -c', 'b - a = c → a + b = -c', '-a - b = c → a - b = -c'],
    why: 'Changing all signs means every term on both sides; one kept its old sign.',
    ask: 'Which terms changed their sign, and which did not?',
    elsewhere: '-x + 4 = -1 becomes x - 4 = 1.',
  },
  {
    id: 'opposite-terms-cancelled',
    ref: 'EQN-14',
    name: 'terms of opposite sign cancelled',
    prior: 0.7,
    wrong: 'a + c = b - c → a = b',
    why: 'Equal terms on both sides cancel, opposite ones do not: {c} is added here and taken away there.',
    ask: 'What is left on the other side when {c} is taken from both?',
    elsewhere: 'x + 2 = 3x - 2 gives x + 4 = 3x.',
  },
  {
    id: 'subtraction-reversed-across',
    ref: 'EQN-15',
    name: 'subtracted the other way round',
    prior: 0.75,
    wrong: ['a + k = c → a = k - c'],
    right: 'a = c - k',
    why: '{k} is taken away from both sides: on the right {c} comes first and {k} is taken from it.',
    ask: 'On the right side, which number do you start with and which do you take away?',
    elsewhere: 'x + 4 = 9 gives x = 9 - 4, not 4 - 9.',
  },
  {
    id: 'reciprocals-of-sum',
    ref: 'EQN-27',
    name: 'every term turned over',
    prior: 0.75,
    wrong: ['1/a + 1/b = 1/c → a + b = c', '1/a - 1/b = 1/c → a - b = c', '1/a = b + c → a = 1/b + 1/c', '1/a = 1/b + 1/c → a = b + c'],
    why: 'The reciprocal of a sum is not the sum of the reciprocals: each side must first be one fraction.',
    ask: 'Is 1/2 + 1/2 the same as 1/(2 + 2)?',
    elsewhere: '1/x = 1/2 + 1/2 gives 1/x = 1, so x = 1 and not 4.',
  },
  {
    id: 'cross-multiplied-sum',
    ref: 'EQN-45',
    name: 'cross-multiplied across a sum',
    prior: 0.7,
    wrong: ['a/b = c + p/q → a*q = b*(c + p)', 'a/b = c + p/q → a*q = c + b*p', 'a/b = c + p → a = b*c + p'],
    why: 'Cross-multiplying needs one fraction on each side; here one side is a sum.',
    ask: 'Is each side of the equation a single fraction?',
    elsewhere: 'x/2 = 1 + 1/3 becomes x/2 = 4/3 first.',
  },
  {
    id: 'identity-misread',
    ref: 'EQN-37',
    name: 'identity or contradiction answered with a number',
    prior: 0.7,
    wrong: identityAnswered,
    why: 'The unknown drops out here: what is left is either always true or never true.',
    ask: 'Try two different values for {x}: do both sides agree?',
    elsewhere: 'x + 1 = x + 1 is true for every x; x = x + 1 for none.',
  },
  {
    id: 'uneven-elimination',
    ref: 'EQN-33',
    name: 'left sides added, right sides subtracted',
    prior: 0.7,
    wrong: unevenElimination,
    why: 'When the equations are combined, both sides get the same operation.',
    ask: 'Which operation joined the left sides, and which one joined the right sides?',
    elsewhere: 'x + y = 7 and x - y = 3 added give 2x = 10.',
  },
]);
