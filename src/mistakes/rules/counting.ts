import type { Expr } from '../../math/expr.ts';
import { call, isStatement, num, product, sum } from '../build.ts';
import { substitute } from '../open.ts';
import { family, type Rewrite } from '../rule.ts';
import { withCoefficient } from '../slips.ts';
import { coefficients } from '../tidy.ts';

/** Multiplied out with i² = 1 in place of −1. */
const imaginarySquare: Rewrite = node => {
  if (isStatement(node) || (node.kind !== 'product' && node.kind !== 'power')) return [];
  const marked = substitute(node, 'i', { kind: 'symbol', name: 'ⅈ', span: node.span });
  const terms = coefficients(marked);
  if (!terms || ![...terms.keys()].some(key => key.includes('ⅈ^2'))) return [];
  const back = [...terms.values()].map(({ coefficient, term }): Expr => {
    const squared = substitutePower(term);
    return withCoefficient(coefficient, squared);
  });
  return [{ wrong: sum(back), terms: {} }];
};

/** ⅈ² → 1 and ⅈ → i in one term. */
function substitutePower(term: Expr): Expr {
  if (term.kind === 'power' && term.base.kind === 'symbol' && term.base.name === 'ⅈ') return num(1);
  if (term.kind === 'product') return product(term.factors.map(substitutePower));
  if (term.kind === 'negate') return { ...term, arg: substitutePower(term.arg) };
  return substitute(term, 'ⅈ', { kind: 'symbol', name: 'i', span: term.span });
}

/** (1, 2)·(3, 4) as (1 + 2)(3 + 4). */
const sumsMultiplied: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'product') return [];
  const [a, b] = node.factors;
  if (a?.kind !== 'list' || b?.kind !== 'list' || a.items.length !== b.items.length || node.factors.length !== 2) return [];
  return [{ wrong: product([sum(a.items), sum(b.items)]), terms: { a, b } }];
};

/** |u + v| as |u| + |v|, vectors written by their components. */
const normAdditive: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'call' || node.fn !== 'abs' || node.args[0]?.kind !== 'sum') return [];
  const { terms } = node.args[0];
  return terms.every(term => term.kind === 'list')
    ? [{ wrong: sum(terms.map(term => call('abs', term))), terms: { a: node.args[0] } }]
    : [];
};

const orderCounted: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'call') return [];
  const other = node.fn === 'binomial' ? 'permutation' : node.fn === 'permutation' ? 'binomial' : null;
  return other ? [{ wrong: call(other, ...node.args), terms: {} }] : [];
};

/** Factorials and combinations, complex numbers, determinants, vectors. */
/** Rules that lines with named matrices are named by. */
export const INVERSE_ORDER_KEPT = 'inverse-order-kept';
export const DETERMINANT_ADDITIVE = 'determinant-additive';
export const MATRICES_AS_NUMBERS = 'matrices-as-numbers';

export const counting = family('counting, complex numbers, vectors', 'local', [
  {
    id: 'imaginary-square-positive',
    ref: 'MSC-01',
    name: 'i² taken as 1',
    prior: 0.8,
    wrong: imaginarySquare,
    why: 'The square of i is -1: multiplied out, {site} has a term with i² whose sign turns.',
    ask: 'Which number has the square -1, and what is i² then?',
    elsewhere: '(1 + i)(1 - i) = 1 - i² = 2.',
  },
  {
    id: 'modulus-of-complex-added',
    ref: 'MSC-02',
    name: 'parts of a complex number added for its modulus',
    prior: 0.75,
    wrong: ['abs(a + k*i) → a + k', 'abs(a - k*i) → a - k', 'abs(a + k*i) → a^2 + k^2', 'abs(a + k*i) → sqrt(a^2 - k^2)'],
    why: 'The modulus is the length of the arrow to the point ({a}, {k}): by Pythagoras, not by adding.',
    ask: 'How long is the hypotenuse of a right triangle with the legs {a} and {k}?',
    elsewhere: '|5 + 12i| = √(25 + 144) = 13, not 17.',
  },
  {
    id: INVERSE_ORDER_KEPT,
    ref: 'MSC-03',
    name: 'inverse of a product in the same order',
    wrong: [],
    why: 'What was done last has to be undone first, so the inverses of matrices stand in the opposite order.',
    ask: 'What must stand right beside the product so that the inner matrices cancel?',
    elsewhere: 'Shoes go on after socks, and come off before them: (PQ)⁻¹ = Q⁻¹P⁻¹.',
  },
  {
    id: MATRICES_AS_NUMBERS,
    ref: 'MSC-04',
    name: 'matrices multiplied as if they were numbers',
    wrong: [],
    why: 'The order of matrices in a product matters: one product and the other way round are different terms, and may not be put together.',
    ask: 'Is the product of two matrices the same in both orders?',
    elsewhere: '(P + Q)(P − Q) = P² − PQ + QP − Q².',
  },
  {
    id: DETERMINANT_ADDITIVE,
    ref: 'MSC-05',
    name: 'determinant spread over a sum',
    prior: 0.7,
    wrong: ['det(a + b) → det(a) + det(b)'],
    why: 'The determinant of a sum is not the sum of the determinants.',
    ask: 'What is the determinant of the 2×2 identity, and what is that of its double?',
    elsewhere: 'For the 2×2 identity I: det(I + I) = 4, but det I + det I = 2.',
  },
  {
    id: 'determinant-factor-once',
    ref: 'MSC-06',
    name: 'factor taken out of a determinant only once',
    prior: 0.7,
    wrong: ['det(k*a) → k*det(a)'],
    why: 'The factor multiplies every row, so it comes out once for each row.',
    ask: 'How many rows does the factor {k} multiply?',
    elsewhere: 'For the 2×2 identity I: det(3I) = 9.',
  },
  {
    id: 'sums-multiplied',
    ref: 'MSC-08',
    name: 'sums multiplied instead of products added',
    prior: 0.7,
    wrong: [sumsMultiplied, 'a*b + c*p → (a + c)*(b + p)'],
    why: 'The products are formed pair by pair and then added; sums come last.',
    ask: 'Which numbers are multiplied with each other, and when are the products added?',
    elsewhere: '(2, 1)·(5, 3) = 10 + 3 = 13, not 3·8.',
  },
  {
    id: 'norm-additive',
    ref: 'MSC-22',
    name: 'lengths of vectors added',
    prior: 0.7,
    wrong: normAdditive,
    why: 'The vectors point in different directions: add them first, then take the length.',
    ask: 'What is the sum of the vectors, component by component?',
    elsewhere: '(6, 0) + (0, 8) = (6, 8) has the length 10, not 14.',
  },
  {
    id: 'factorial-distributes',
    ref: 'MSC-09',
    name: 'factor taken out of a factorial',
    prior: 0.75,
    wrong: ['(k*a)! → k*(a!)', '(a + b)! → a! + b!', '(a*b)! → a!*b!', '(a - b)! → a! - b!'],
    why: '{site} multiplies all whole numbers up to what stands before the sign; a factorial does not spread over its argument.',
    ask: 'Which factors does the factorial have when it is written out?',
    elsewhere: '(2·2)! = 24, but 2·2! = 4.',
  },
  {
    id: 'zero-factorial-zero',
    ref: 'MSC-10',
    name: 'factorial of zero taken as 0',
    prior: 0.75,
    wrong: ['0! → 0'],
    why: '{site} is an empty product, which is 1: there is exactly one way to arrange nothing.',
    ask: 'What must 0! be so that 1! = 1·0! holds?',
    elsewhere: '1! = 1 and 2! = 2·1!.',
  },
  {
    id: 'factorials-cancelled',
    ref: 'MSC-11',
    name: 'factorials cancelled like numbers',
    prior: 0.7,
    wrong: ['a!/b! → (a - b)!', 'a!/b! → (a/b)!', 'a!/b! → a/b'],
    why: 'Written out, the smaller factorial cancels against the tail of the larger one; the leading factors stay.',
    ask: 'Which factors of {a}! are left when those of {b}! are cancelled?',
    elsewhere: '6!/4! = 6·5 = 30.',
  },
  {
    id: 'order-counted',
    ref: 'RAT-31',
    name: 'order counted although it does not matter',
    prior: 0.7,
    wrong: orderCounted,
    why: 'Choosing and arranging differ by the number of orders of the chosen ones.',
    ask: 'Does it matter here in which order the things are taken?',
    elsewhere: 'From 4 people, 6 pairs can be chosen, but 12 ways to give a first and a second prize.',
  },
]);
