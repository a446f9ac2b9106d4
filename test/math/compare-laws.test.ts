import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minus, num, product, quotient, relation, sum, sym } from '../../src/math/build.ts';
import { compareExpressions, compareStatements } from '../../src/math/compare.ts';
import { substitute } from '../../src/math/decide/free.ts';
import { evaluateExact } from '../../src/math/evaluate.ts';
import type { Expr } from '../../src/math/expr.ts';
import { rational } from '../../src/math/rational.ts';
import { runs } from '../runs.ts';
import { expression, linear, linearEquation, withRoots } from './arbitrary.ts';

const OPPOSITE = { same: 'same', different: 'different', narrower: 'wider', wider: 'narrower', unknown: 'unknown' };

function rename(expr: Expr): Expr {
  return substitute(substitute(expr, 'x', sym('p')), 'y', sym('q'));
}

describe('equality of expressions', () => {
  it('is never denied to an expression and itself', () => {
    fc.assert(fc.property(expression, a => compareExpressions(a, a).kind !== 'different'));
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        expect(compareExpressions(b, a).kind).toBe(compareExpressions(a, b).kind);
      }),
    );
  });

  it('survives every valid rewrite', () => {
    const rewrites: readonly ((a: Expr, b: Expr) => readonly [Expr, Expr])[] = [
      (a, b) => [sum(a, b), sum(b, a)],
      (a, b) => [product(a, b), product(b, a)],
      (a, b) => [product(a, sum(b, num(1))), sum(product(a, b), a)],
      (a, b) => [product(minus(a, b), sum(a, b)), minus(product(a, a), product(b, b))],
      (a, b) => [sum(quotient(a, num(3)), quotient(b, num(3))), quotient(sum(a, b), num(3))],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rewrites), expression, expression, (rewrite, a, b) => {
        const [left, right] = rewrite(a, b);
        expect(compareExpressions(left, right).kind).not.toBe('different');
      }),
    );
  });

  it('is denied to an expression and itself plus a number', () => {
    fc.assert(
      fc.property(expression, fc.integer({ min: 1, max: 9 }), (a, n) => {
        expect(compareExpressions(a, sum(a, num(n))).kind).not.toBe('same');
      }),
    );
  });

  it('does not depend on the names of letters', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        expect(compareExpressions(rename(a), rename(b)).kind).toBe(compareExpressions(a, b).kind);
      }),
    );
  });

  it('agrees with exact evaluation', () => {
    fc.assert(
      fc.property(expression, expression, fc.integer(), (a, b, seed) => {
        const at = new Map([
          ['x', rational(BigInt(seed % 50), 7n)],
          ['y', rational(BigInt((seed >> 3) % 50), 11n)],
        ]);
        const [u, v] = [evaluateExact(a, at), evaluateExact(b, at)];
        if (u && v && (u.n !== v.n || u.d !== v.d)) expect(compareExpressions(a, b).kind).not.toBe('same');
      }),
    );
  });
});

describe('equations', () => {
  it('with a multiple of both sides, or the same on both sides, are the same', () => {
    fc.assert(
      fc.property(linear, fc.integer({ min: 2, max: 9 }), expression, (line, n, extra) => {
        const equation = linearEquation(line);
        if (equation.kind !== 'chain') return;
        const [left, right] = [equation.sides[0] ?? num(0), equation.sides[1] ?? num(0)];
        expect(compareStatements(equation, relation(product(num(n), left), '=', product(num(n), right))).kind).toBe('same');
        const shifted = compareStatements(equation, relation(sum(left, extra), '=', sum(right, extra)));
        expect(['same', 'narrower', 'unknown']).toContain(shifted.kind);
      }),
    );
  });

  it('with a corrupted coefficient are not the same', () => {
    fc.assert(
      fc.property(linear, fc.integer({ min: 1, max: 5 }), (line, n) => {
        expect(compareStatements(linearEquation(line), linearEquation({ ...line, c: line.c + n })).kind).toBe('different');
      }),
    );
  });

  it('are told apart by their roots, however those are ordered or repeated', () => {
    const roots = fc.uniqueArray(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(roots, roots, (a, b) => {
        const [onlyA, onlyB] = [a.some(r => !b.includes(r)), b.some(r => !a.includes(r))];
        const expected = onlyA ? (onlyB ? 'different' : 'narrower') : onlyB ? 'wider' : 'same';
        expect(compareStatements(withRoots(a), withRoots([...b].reverse().concat(b.slice(0, 1)))).kind).toBe(expected);
      }),
    );
  });

  it('stand to each other the opposite way round when swapped', () => {
    fc.assert(
      fc.property(expression, expression, expression, (a, b, c) => {
        const [there, back] = [relation(a, '=', b), relation(a, '=', c)];
        expect(compareStatements(back, there).kind).toBe(OPPOSITE[compareStatements(there, back).kind]);
      }),
      runs(60),
    );
  });
});
