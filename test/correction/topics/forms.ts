import type { Topics } from './topics.ts';

/** Values that the words of a problem fix, and words that a sign fixes. Problem first, then the lines; the first mistaken line is marked ✗. */
export const forms: Topics = {
  'values that the problem fixes': {
    flagged: [
      'X ~ B(6, 1/3). Find P(X = 1).\nP(X = 1) = 6 · (1/3)^2 · (2/3)^4 ✗',
      'A is a 4×4 matrix with det A = 3. Compute det(2A).\ndet(2A) = 2 · 3 = 6 ✗',
      'Find the distance from P(2, 1, 1) to the plane x + 2y − 2z = 9.\nd = |2 + 2 − 2 + 9|/3 = 11/3 ✗',
      'Find the distance from the point (3, 4) to the line 3x + 4y = 5.\nd = |3·3 + 4·4 − 5|/(3² + 4²) = 20/25 ✗',
    ],
    passed: [
      'X ~ B(6, 1/3). Find P(X = 1).\nP(X = 1) = 6 · (1/3) · (2/3)^5 = 64/243 ≈ 0.263',
      'A is a 4×4 matrix with det A = 3. Compute det(2A).\ndet(2A) = 2^4 · det A = 16 · 3 = 48',
      'Find the distance from P(2, 0, 1) to the plane x + 2y − 2z = 9.\nd = |2 + 0 − 2 − 9|/3 = 9/3 = 3',
      'Find the distance from the point (1, 1) to the line y = 2x + 3.\nd = |2 − 1 + 3|/√5 = 4/√5 ≈ 1.79',
    ],
  },
  'the sign of the second derivative': {
    flagged: [
      "Classify the stationary points of f(x) = x³ − 3x.\nf'(x) = 3x² − 3 = 0, x = ±1\nf''(x) = 6x\nf''(1) = 6 > 0, hence a maximum ✗",
      "Classify the stationary points of f(x) = x³ − 3x.\n$f''(-1) = -6 < 0 \\Rightarrow$ local minimum at $x = -1$ ✗",
    ],
    passed: [
      "Classify the stationary points of f(x) = x³ − 3x.\n$f''(1) = 6 > 0$ (minimum), $f''(-1) = -6 < 0$ (maximum)",
      "Find the minimum of f(x) = x² − 4x.\nf''(x) = 2 > 0, so the point is a minimum, not a maximum.",
    ],
  },
  'congruences and derivatives in sentences': {
    flagged: [
      'Solve 3x ≡ 4 (mod 7).\nx ≡ 5 · 4 = 20 (mod 7)\n20 ≡ 4 (mod 7), so x ≡ 4 (mod 7) ✗',
      "Find the slope of f(x) = √x at x = 9.\nf'(x) = 1/√x, so f'(9) = 1/3 ✗",
      'Evaluate ∫_0^2 x√(x² + 4) dx.\nLet u = x² + 4, du = 2x dx\nx = 0 → u = 4 and x = 2 → u = 6 ✗',
    ],
    passed: [
      'Solve 3x ≡ 4 (mod 7).\n3 · 5 = 15 ≡ 1 (mod 7), so 5 is the inverse of 3\n20 ≡ 6 (mod 7), so x ≡ 6 (mod 7)',
      "Find the slope of f(x) = √x at x = 9.\nf'(x) = 1/(2√x), so f'(9) = 1/6",
      "Find f'(x) for f(x) = x²·sin x.\nu = x², v = sin x, u' = 2x, v' = cos x\nf'(x) = u'v + uv' = 2x sin x + x² cos x",
      "Let f(x) = x² for x ≤ 1 and f(x) = ax + b for x > 1. Find a, b so that f is differentiable.\ncontinuity: a + b = 1\nf'(x) = 2x for x < 1, f'(x) = a for x > 1: a = 2",
      "Find the slope of y = 1/x at x = 2.\ny' = −1/x², so y'(2) = −1/4",
      "Is x = 2 a maximum of f(x) = x³ − 12x?\nf'(2) = 12 − 12 = 0\nf''(2) = 12 > 0, so it is a minimum.",
      'Solve dy/dx = e^{−y} cos x.\ne^y dy = cos x dx\ne^y = sin x + C',
    ],
  },
};
