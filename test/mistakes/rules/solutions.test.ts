import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../src/correction/check.ts';
import { readRow } from '../../../src/solution/read.ts';

/** Problem | lines, `;` between them : what the first mistake is called. */
const NAMED = `
  Solve x^2 - 5x + 6 = 0 | (x - 2)(x - 3) = 0; x = 3 : one-factor-only
  Solve a(2a - 6) = 0 | a = 3 : divided-by-variable
  Solve 3(y + 1)(y - 4) = 0 | y = 4 : one-factor-only
  Solve x^2 - 7x + 12 = 0 | x = 4 : lost-solution
  Solve $\\sqrt{x + 6} = x$ | x + 6 = x^2; x^2 - x - 6 = 0; x = 3 or x = -2 : extraneous-root-kept
  Solve $|x - 2| = 2x - 10$ | x - 2 = 2x - 10 or x - 2 = 10 - 2x; x = 8 or x = 4 : extraneous-solution
  Solve 5x + 3 = 17 | 5x = 14; 5 = 14 : letter-dropped
  Solve (4d - 2)(5 - 4d) = 0 | 4d - 2 = 0 or 5 - 4d = 0; d = 1/2 or d = -5/4 : roots-with-factor-signs
  Solve (x + 3)(x - 5) = 0 | x + 3 = 0 or x - 5 = 0; x = 3 or x = -5 : roots-with-factor-signs
  Solve (p + 4)(p + 6) = 0 | p + 4 = 0 or p + 6 = 0; p = 4 or p = 6 : roots-with-factor-signs
  Solve 6y = 3 | y = 3/6; y = 2 : division-reversed
  Solve 23 - 35 = -6x | 12 = -6x : subtraction-reversed
  Let A and B be invertible matrices. Simplify (AB)^{-1}. | (AB)^{-1} = A^{-1}B^{-1} : inverse-order-kept
  Let P and Q be 2×2 matrices. Expand (P + Q)². | (P + Q)² = P² + 2PQ + Q² : matrices-as-numbers
  Find ∫_0^1 6x(3x² + 1)² dx. | Let u = 3x² + 1.; ∫_0^1 u² du = 1/3 : bounds-not-changed
  Find ∫ 4x(2x² + 1)³ dx. | Let u = 2x² + 1.; ∫ 4x u³ du : differential-not-changed
  Solve 3x² + 2x - 1 = 0. | D = 4 - 12 = -8 : discriminant-sign
  Let f(x) = x². Find f(x + 2). | f(x + 2) = x² + 4 : function-taken-as-linear
  Let f(x) = x³ and g(x) = x - 1. Find f(g(x)). | f(g(x)) = x³(x - 1) : composition-as-product
  Find the inverse of g(x) = 5x. | g^{-1}(x) = 1/(5x) : inverse-function-as-reciprocal
  Find f''(x) for f(x) = x^4. | f''(x) = 16x^6 : second-derivative-as-square
  Differentiate $x^3 + 7$. | $3x^2 + 7$ : constant-survives
  Evaluate √81. | √81 = ±9 : root-given-two-signs
  Find ∫_{-2}^1 1/x^2 dx. | = -1 - 1/2 = -3/2 : integrated-across-pole
  Find lim_{x→4} (x² - 16)/(x - 4). | The limit does not exist. : zero-over-zero
  What do 44 pens at $0.25 cost? | 44 * 0.25 = $10.00 : result-off-by-one
`;

const rows = NAMED.trim()
  .split('\n')
  .map(row => {
    const [text = '', rule = ''] = row.trim().split(' : ');
    const [problem = '', lines = ''] = text.split(' | ');
    return { problem, steps: lines.split('; '), rule };
  });

describe('mistakes named in their solution', () => {
  test.each(rows)('$rule: $problem', ({ problem, steps, rule }) => {
    const { finding } = checkSolution(readRow({ id: 'named', problem, steps }).solution);
    expect(finding).toMatchObject({ kind: 'mistake', correction: { mistake: rule } });
  });
});
