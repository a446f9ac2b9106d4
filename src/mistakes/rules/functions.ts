import type { Expr } from '../../math/expr.ts';
import { call, isStatement, product, quotient, sum, writtenNumber } from '../build.ts';
import { family, type Rewrite, type Rewriting } from '../rule.ts';

const NAMED = /^[f-hF-H]$/;

/** f(a + b), f(k·a) and the like, for a function of the exercise. */
function ofNamed(rewrite: (fn: string, inside: Expr) => readonly Rewriting[]): Rewrite {
  return node => {
    if (isStatement(node) || node.kind !== 'call' || !NAMED.test(node.fn) || !node.args[0] || node.args.length !== 1) return [];
    return rewrite(node.fn, node.args[0]);
  };
}

const additive = ofNamed((fn, inside) =>
  inside.kind === 'sum' ? [{ wrong: sum(inside.terms.map(term => call(fn, term))), terms: { a: inside } }] : [],
);

const shiftMovedOut = ofNamed((fn, inside) => {
  if (inside.kind !== 'sum') return [];
  const [first, ...rest] = inside.terms;
  return first && rest.length > 0 ? [{ wrong: sum([call(fn, first), ...rest]), terms: { a: first, b: sum(rest) } }] : [];
});

const factorMovedOut = ofNamed((fn, inside) => {
  if (inside.kind !== 'product') return [];
  const [first, ...rest] = inside.factors;
  return first && writtenNumber(first) ? [{ wrong: product([first, call(fn, product(rest))]), terms: { k: first, a: product(rest) } }] : [];
});

const composedAsProduct = ofNamed((fn, inside) =>
  inside.kind === 'call' && NAMED.test(inside.fn) && inside.args[0]
    ? [{ wrong: product([call(fn, inside.args[0]), inside]), terms: { u: inside } }]
    : [],
);

const inverseAsReciprocal: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'call' || !/^[f-h]\^?(\(-1\)|-1|⁻¹)$/.test(node.fn)) return [];
  const fn = node.fn.charAt(0);
  return [
    { wrong: quotient({ kind: 'number', value: { n: 1n, d: 1n }, decimals: null, span: node.span }, call(fn, ...node.args)), terms: {} },
  ];
};

/** Functions that the exercise names. */
export const functions = family('functions', 'local', [
  {
    id: 'function-taken-as-linear',
    ref: 'FUN-16',
    name: 'function spread over a sum',
    prior: 0.75,
    wrong: additive,
    why: 'A function does not spread over a sum: in {site} the whole of {a} is put in for the letter.',
    ask: 'What is put into the function in {site}, as a whole?',
    elsewhere: 'For f(x) = x^2: f(1 + 2) = 9, but f(1) + f(2) = 5.',
  },
  {
    id: 'shift-moved-out',
    ref: 'FUN-17',
    name: 'what is added inside moved outside',
    prior: 0.7,
    wrong: shiftMovedOut,
    why: 'In {site} the {b} is added before the function is applied, not after.',
    ask: 'What happens first in {site}: adding or applying the function?',
    elsewhere: 'For f(x) = x^2: f(3 + 1) = 16, but f(3) + 1 = 10.',
  },
  {
    id: 'factor-moved-out',
    ref: 'FUN-18',
    name: 'factor inside moved outside',
    prior: 0.7,
    wrong: factorMovedOut,
    why: 'In {site} the {k} multiplies before the function is applied, not after.',
    ask: 'What is put in for the letter in {site}?',
    elsewhere: 'For f(x) = x^2: f(2·5) = 100, but 2·f(5) = 50.',
  },
  {
    id: 'inverse-function-as-reciprocal',
    ref: 'FUN-19',
    name: 'inverse function taken as a reciprocal',
    prior: 0.7,
    wrong: inverseAsReciprocal,
    why: 'The -1 on a function’s name means going back from value to argument, not one over the value.',
    ask: 'Which argument leads to the given value?',
    elsewhere: 'For f(x) = x + 4 the inverse is x - 4.',
  },
  {
    id: 'composition-as-product',
    ref: 'FUN-20',
    name: 'composition taken as a product',
    prior: 0.7,
    wrong: composedAsProduct,
    why: 'In {site} the inner value {u} is put into the outer function; the two are not multiplied.',
    ask: 'What is the argument of the outer function in {site}?',
    elsewhere: 'For f(x) = x^2 and g(x) = x + 1: f(g(2)) = f(3) = 9.',
  },
]);
