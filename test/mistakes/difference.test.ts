import { describe, expect, test } from 'vitest';
import { parseStatement } from '../../src/math/parse.ts';
import { printPlain } from '../../src/math/print.ts';
import { locateDifference } from '../../src/mistakes/difference.ts';

/** The wrong part of the written line, and what should stand there. */
function located(right: string, written: string): string | null {
  const [a, b] = [parseStatement(right).statement, parseStatement(written).statement];
  const found = a && b ? locateDifference(a, b) : null;
  return found && `${written.slice(found.span.start, found.span.end)} → ${printPlain(found.instead)}`;
}

describe('the narrowest wrong term', () => {
  test.each([
    ['2x + 6 = 10', '2x + 3 = 10', '3 → 6'],
    ['x = 7', 'x = 17', '17 → 7'],
    ['x^2 + 6x + 9', 'x^2 + 6x + 8', '8 → 9'],
    ['x^2 + 6x + 9', 'x^2 + 9', 'x^2 + 9 → x^2 + 6x + 9'],
    ['9 + 6x + x^2', 'x^2 + 5x + 9', '5 → 6'],
    ['3 cos(3x)', '3 cos(2x)', '2 → 3'],
    ['(x + 1)/(x - 2)', '(x + 1)/(x - 3)', '3 → 2'],
    ['x - 4', 'x + 4', 'x + 4 → x - 4'],
    ['x = 2 or x = -3', 'x = 2 or x = -4', '4 → 3'],
    ['x^3', 'x^2', '2 → 3'],
    ['x < 4', 'x > 4', 'x > 4 → x < 4'],
  ])('%s against %s', (right, written, expected) => {
    expect(located(right, written)).toBe(expected);
  });

  test('equal lines have none', () => {
    expect(located('2(x + 1)', '2(1 + x)')).toBeNull();
  });
});
