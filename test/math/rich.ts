import fc from 'fast-check';
import { call, minus, negate, num, power, product, quotient, sum, sym } from '../../src/math/build.ts';
import type { Expr } from '../../src/math/expr.ts';

const small = fc.integer({ min: 1, max: 9 }).map(n => num(n));
const letter = fc.constantFrom('x', 'y').map(sym);
const functions = fc.constantFrom('sin', 'cos', 'tan', 'sqrt', 'abs', 'ln', 'exp', 'arctan', 'sinh');

/** Expressions of school and of a first course in analysis: the four operations, powers, roots and functions of two letters. */
export const rich: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>(tie => ({
  expr: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(small, letter),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => sum(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => minus(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => product(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => quotient(a, b)),
    fc.tuple(tie('expr'), fc.constantFrom(2, 3, -1)).map(([a, n]) => power(a, n < 0 ? negate(num(-n)) : num(n))),
    fc.tuple(functions, tie('expr')).map(([fn, a]) => call(fn, a)),
  ),
})).expr;

const one = num(1);
const two = num(2);
const square = (x: Expr): Expr => power(x, two);

type Identity = (u: Expr, v: Expr) => readonly [Expr, Expr];

/** Pairs that are equal wherever both are defined, whatever stands for u and v. */
export const identities: readonly Identity[] = [
  (u, v) => [sum(u, v), sum(v, u)],
  (u, v) => [product(u, v), product(v, u)],
  (u, v) => [minus(u, v), negate(minus(v, u))],
  (u, v) => [square(sum(u, v)), sum(square(u), product(two, u, v), square(v))],
  (u, v) => [product(sum(u, v), minus(u, v)), minus(square(u), square(v))],
  (u, v) => [quotient(sum(u, v), two), sum(quotient(u, two), quotient(v, two))],
  (u, v) => [quotient(u, quotient(v, two)), quotient(product(two, u), v)],
  (u, v) => [sum(quotient(one, u), quotient(one, v)), quotient(sum(u, v), product(u, v))],
  u => [sum(square(call('sin', u)), square(call('cos', u))), one],
  u => [call('sin', product(two, u)), product(two, call('sin', u), call('cos', u))],
  u => [call('tan', u), quotient(call('sin', u), call('cos', u))],
  (u, v) => [call('cos', minus(u, v)), sum(product(call('cos', u), call('cos', v)), product(call('sin', u), call('sin', v)))],
  u => [square(call('sqrt', u)), u],
  u => [call('sqrt', square(u)), call('abs', u)],
  (u, v) => [call('abs', product(u, v)), product(call('abs', u), call('abs', v))],
  (u, v) => [product(call('sqrt', call('abs', u)), call('sqrt', v)), call('sqrt', product(call('abs', u), v))],
  (u, v) => [call('exp', sum(u, v)), product(call('exp', u), call('exp', v))],
  u => [call('ln', call('exp', u)), u],
  u => [call('exp', call('ln', u)), u],
  (u, v) => [sum(call('ln', u), call('ln', v)), call('ln', product(u, v))],
  u => [call('sin', call('arctan', u)), quotient(u, call('sqrt', sum(one, square(u))))],
];
