import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/correction/reference/quantities.ts';
import { printRational } from '../../src/math/rational.ts';

/** Each text, and a number that it names. */
const NAMED: readonly (readonly [string, string])[] = [
  ['three-fifths of them', '3/5'],
  ['three-fifths of them', '2/5'],
  ['four sixths are left', '2/3'],
  ['twenty-five cents', '25'],
  ['Seventeen customers', '17'],
  ['one and a half fish', '3/2'],
  ['a third of the money', '1/3'],
  ['twice as many', '2'],
  ['20% off', '4/5'],
  ['1/4 of 1,200 coins', '3/4'],
];

describe('a text names', () => {
  for (const [text, value] of NAMED)
    it(`${value}: ${text}`, () => expect(quantitiesIn(text).map(quantity => printRational(quantity.value))).toContain(value));
});
