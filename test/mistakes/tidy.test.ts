import { describe, expect, test } from 'vitest';
import { parseStatement } from '../../src/math/parse.ts';
import { printPlain } from '../../src/math/print.ts';
import { tidy } from '../../src/mistakes/tidy.ts';

describe('a line as a careful student would leave it', () => {
  test.each([
    ['(x + 3)^2', 'x^2 + 6x + 9'],
    ['2x + 3x - x', '4x'],
    ['3(x + 4) - 2(x - 5)', 'x + 22'],
    ['1/2 + 1/3', '5/6'],
    ['(x + 5)/x', '1 + 5/x'],
    ['√16 + 2^3', '12'],
    ['2x = 6 - 10', '2x = -4'],
    ['-(x - 3)', '-x + 3'],
    ['x*x*x', 'x^3'],
    ['8^(1/3)', '2'],
    ['i^2 + 1', '0'],
    ['sin(2x + 3x)', 'sin(5x)'],
    ['1/(x + x)', '1/(2x)'],
  ])('%s becomes %s', (source, expected) => {
    const { statement } = parseStatement(source);
    expect(statement && printPlain(tidy(statement))).toBe(expected);
  });
});
