import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Q from '../../src/math/rational.ts';

const integer = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
const fraction = fc
  .tuple(
    integer,
    integer.filter(d => d !== 0n),
  )
  .map(([n, d]) => Q.rational(n, d));

describe('exact fractions', () => {
  it('form a field', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(Q.add(a, Q.negate(a))).toEqual(Q.ZERO);
        expect(Q.multiply(a, Q.add(b, c))).toEqual(Q.add(Q.multiply(a, b), Q.multiply(a, c)));
        if (!Q.isZero(b)) expect(Q.multiply(Q.divide(a, b) ?? Q.ZERO, b)).toEqual(a);
      }),
    );
  });

  it('are in lowest terms with a positive denominator', () => {
    fc.assert(fc.property(fraction, a => a.d > 0n && Q.gcdBig(a.n, a.d) === 1n));
  });

  it.each([
    ['0.50', 1n, 2n],
    ['-.25', -1n, 4n],
    ['12', 12n, 1n],
    ['1.2e3', 1200n, 1n],
    ['3e-2', 3n, 100n],
  ])('%s is read exactly', (text, n, d) => expect(Q.parseDecimal(text)).toEqual({ n, d }));

  it.each(['', '.', '1,5', 'abc', '--3', '1e9999'])('%j is no decimal', text => expect(Q.parseDecimal(text)).toBeNull());

  it.each([
    [Q.rational(9, 4), 2, Q.rational(3, 2)],
    [Q.rational(-27), 3, Q.rational(-3)],
    [Q.rational(10n ** 40n), 4, Q.rational(10n ** 10n)],
    [Q.rational(-4), 2, null],
    [Q.rational(2), 2, null],
  ])('root %#', (a, k, expected) => expect(Q.exactRoot(a, k)).toEqual(expected));

  it('round half away from zero, and down to the floor', () => {
    expect([Q.round(Q.rational(5, 2)), Q.round(Q.rational(-5, 2)), Q.floor(Q.rational(-5, 2)), Q.floor(Q.rational(5, 2))]).toEqual([
      3n,
      -3n,
      -3n,
      2n,
    ]);
  });

  it('have a nearest double also when both parts are beyond doubles', () => {
    expect(Q.toNumber(Q.rational(3n * 10n ** 400n, 10n ** 400n + 1n))).toBeCloseTo(3, 12);
    expect(Q.toNumber(Q.fromNumber(0.1))).toBe(0.1);
  });

  it('refuse a denominator of 0', () => {
    expect(() => Q.rational(1, 0)).toThrow(RangeError);
    expect(Q.divide(Q.ONE, Q.ZERO)).toBeNull();
    expect(Q.power(Q.ZERO, 0)).toBeNull();
  });
});
