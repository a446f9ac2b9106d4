import fc from 'fast-check';
import { minus, num, power, product, quotient, relation, sum, sym } from '../../src/math/build.ts';
import type { Expr, Statement } from '../../src/math/expr.ts';

const small = fc.integer({ min: -9, max: 9 });
const letter = fc.constantFrom('x', 'y');

/** Expressions built from whole numbers, two letters and the four operations, small powers included. */
export const expression: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>(tie => ({
  expr: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    small.map(n => num(n)),
    letter.map(sym),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => sum(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => minus(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => product(a, b)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => quotient(a, b)),
    fc.tuple(tie('expr'), fc.integer({ min: 2, max: 3 })).map(([a, n]) => power(a, num(n))),
  ),
})).expr;

/** A linear equation in x with whole coefficients and exactly one solution. */
export const linear: fc.Arbitrary<{ a: number; b: number; c: number }> = fc.record({
  a: small.filter(n => n !== 0),
  b: small,
  c: small,
});

export function linearEquation({ a, b, c }: { a: number; b: number; c: number }): Statement {
  return relation(sum(product(num(a), sym('x')), num(b)), '=', num(c));
}

/** A polynomial equation with these integer roots, multiplied out by the builder as a product of brackets. */
export function withRoots(roots: readonly number[]): Statement {
  return relation(product(...roots.map(r => minus(sym('x'), num(r)))), '=', num(0));
}
