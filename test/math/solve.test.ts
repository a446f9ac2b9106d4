import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRationals } from '../../src/math/decide/dense.ts';
import { realRoots } from '../../src/math/decide/roots.ts';
import { parseStatement } from '../../src/math/parse.ts';
import { compare, multiply, printRational, rational, subtract, toNumber } from '../../src/math/rational.ts';
import { solutionSet } from '../../src/math/solve.ts';

function solve(text: string): string[] | null {
  const { statement } = parseStatement(text);
  const found = statement && solutionSet(statement);
  return found?.values.map(v => (v.exact ? printRational(v.exact) : v.approx.toFixed(6))) ?? null;
}

describe('solutions', () => {
  it.each([
    ['3x+1=10', ['3']],
    ['x^2=2', ['-1.414214', '1.414214']],
    ['2x^2+x-3=0', ['-3/2', '1']],
    ['x^3-6x^2+11x-6=0', ['1', '2', '3']],
    ['x^2+1=0', []],
    ['\\sqrt{x+2}=x', ['2']],
    ['\\frac{6}{x}=x-1', ['-2', '3']],
    ['|2x-1|=5', ['-2', '3']],
    ['x=2 \\text{ or } x=5', ['2', '5']],
    ['2^x=8', ['3']],
  ])('%s', (text, values) => expect(solve(text)).toEqual(values));

  it.each(['x+y=3', '2+2=4'])('%s is not one letter', text => expect(solve(text)).toBeNull());
});

describe('real roots of polynomials', () => {
  const root = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 7 })).map(([n, d]) => rational(n, d));
  it('are all found, each once, in order', () => {
    fc.assert(
      fc.property(fc.array(root, { minLength: 1, maxLength: 6 }), roots => {
        let coefficients = [rational(1)];
        for (const r of roots) {
          const shifted = [rational(0), ...coefficients];
          coefficients = shifted.map((c, i) => subtract(c, multiply(r, coefficients[i] ?? rational(0))));
        }
        const distinct = roots.filter((r, i) => roots.findIndex(s => compare(r, s) === 0) === i);
        const expected = distinct.sort(compare).map(printRational);
        const found = realRoots(fromRationals(coefficients)) ?? [];
        expect(found.map(r => r.exact && printRational(r.exact))).toEqual(expected);
        for (const r of found) if (r.exact) expect(r.v).toBe(toNumber(r.exact));
      }),
    );
  });

  it('close together are kept apart', () => {
    const close = realRoots(fromRationals([rational(1_000_001), rational(-2_000_001), rational(1_000_000)])) ?? [];
    expect(close.map(r => r.exact && printRational(r.exact))).toEqual(['1', '1000001/1000000']);
  });
});
