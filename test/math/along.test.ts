import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realAlong } from '../../src/math/decide/along.ts';
import { real } from '../../src/math/decide/real.ts';
import { parseExpression } from '../../src/math/parse.ts';
import { rational } from '../../src/math/rational.ts';

const EXPRESSIONS = [
  'x',
  '3',
  '2x^3 - a x + 5%',
  'a/(x - 2) + x/a',
  '(x - 2)^(1/2) - x^(2/3) + (-x)^(-3)',
  '2^x + x^a + x^x',
  'ln(x + 1) - log(x) + sqrt(a - x)',
  'sin(2x)^2 + cos(a) tan(x)',
  'f(x) + |x - a| + arcsin(x)',
  '5 1/2 x + x!',
  '\\sum_{k=1}^{3} k x',
  '\\frac{d}{dx} x^2',
  '\\int_0^x t\\,dt',
];

test.each(EXPRESSIONS)('along a letter %s has the values that it has anywhere', text => {
  const { expr } = parseExpression(text);
  if (expr === null) throw new Error(`${text} is not read`);
  const along = realAlong(expr, 'x', new Map([['a', rational(3)]]));
  const check = (x: number): void => {
    expect(along(x)).toEqual(real(expr, new Map(Object.entries({ a: 3, x }))));
  };
  fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), check));
  for (const x of [-1, 0, 1, 2, 3, 0.5]) check(x);
});
