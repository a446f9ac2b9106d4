import { describe, expect, test } from 'vitest';
import { parseStatement } from '../../src/math/parse.ts';
import { diagnose } from '../../src/mistakes/diagnose.ts';

const explanations = (row: string): string[] => {
  const [above, written] = row.split(' ⇒ ').map(source => parseStatement(source).statement);
  if (!above || !written) throw new Error(`Cannot read ${row}`);
  return diagnose(above, written).map(({ explanation }) => explanation);
};

describe('two rules in one line', () => {
  test.each([
    ['(x + 3)^2 - (x - 4) ⇒ x^2 + 9 - x - 4', 'middle term', 'minus in front of a bracket'],
    ['5(y - 2) + (y + 1)^2 ⇒ 5y - 2 + y^2 + 1', 'factor 5', 'middle term'],
    ['√(a^2 + 9) + (a + 1)^2 ⇒ a + 3 + a^2 + 1', 'root', 'Squaring a sum'],
    ['2(x + 3) - 3(x - 2) = 5 ⇒ 2x + 3 - 3x - 2 = 5', 'factor 2', 'same goes for'],
    ['(t + 1)^2 + (t + 2)^2 = 9 ⇒ t^2 + 1 + t^2 + 4 = 9', 'middle term', 'same goes for'],
    ['sin(2x) + cos(x + y) ⇒ 2sin x + cos x + cos y', 'factor of the angle', 'second thing'],
  ])('%s is explained by both', (row, ...said) => {
    const [first = ''] = explanations(row);
    for (const part of said) expect(first).toContain(part);
  });

  test.each([
    '2(x + 3) = 10 ⇒ 2x + 3 = 10',
    '(x + 3)^2 + 2x ⇒ x^2 + 9 + 2x',
    '3(x + 4) - 2 = 7 ⇒ 3x + 5 = 7',
    '47 + 38 ⇒ 75',
    '2(3 + 4) + 3(1 + 5) ⇒ 22',
    'x^2 + 7x + 1 ⇒ 31x - 17',
  ])('%s is not taken for two', row => {
    for (const said of explanations(row)) expect(said).not.toMatch(/same goes for|second thing/);
  });
});
