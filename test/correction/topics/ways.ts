import type { Topics } from './topics.ts';

/** Ways of writing that must not be taken for a mistake, each with a mistake written in that way. Problem first, then the lines; the first mistaken line is marked ✗. */
export const ways: Topics = {
  'an identity between the lines': {
    flagged: [
      'Solve 3/(x − 2) + 1/(x + 2) = 14/(x² − 4).\nx² − 4 = (x − 2)(x + 2)\n3(x + 2) + 2(x − 2) = 14 ✗',
      'Solve x² − 9 = 2x + 6.\nx² − 9 = (x − 3)(x + 3)\n(x − 3)(x + 3) = 2(x + 3)\nx − 3 = 3 ✗',
    ],
    passed: [
      'Solve 3/(x − 2) + 1/(x + 2) = 14/(x² − 4).\nx² − 4 = (x − 2)(x + 2)\n3(x + 2) + (x − 2) = 14\n4x = 10\nx = 5/2',
      'Solve 3/(x − 2) + 1/(x + 2) = 12/(x² − 4).\nx ≠ ±2\n3(x + 2) + (x − 2) = 12\nx = 2\nbut 2 is excluded, so there is no solution',
      'Solve 4^x = 8.\n4^x = 2^(2x)\n2x = 3\nx = 3/2',
    ],
  },
  'cases told with their bounds': {
    flagged: ['Solve |x − 1| + |x + 2| = 7.\n|x − 1| + |x + 2| = 7\nx = −4 or x = 4 ✗'],
    passed: [
      'Solve |x − 1| + |x + 2| = 7.\nfor x < −2: −(x − 1) − (x + 2) = 7 → −2x − 1 = 7 → x = −4\nfor −2 ≤ x ≤ 1: −(x − 1) + x + 2 = 3 ≠ 7\nfor x > 1: 2x + 1 = 7 → x = 3\nx = −4 or x = 3',
      'Rewrite f(x) = |x − 1| + |x + 3| without bars when −3 ≤ x ≤ 1\nfor x ≤ 1: |x − 1| = 1 − x\nfor x ≥ −3: |x + 3| = x + 3',
    ],
  },
  'one solution a line': {
    flagged: ['Solve 2 sin x = 1 for 0° ≤ x < 360°.\nsin x = ½\nx = 30° ✗'],
    passed: [
      'Solve 2 sin x = 1 for 0° ≤ x < 360°.\nsin x = ½\nx = 30°\nor x = 180° − 30° = 150°',
      'Solve x² − 5x + 6 = 0.\n(x − 2)(x − 3) = 0\nx = 2\nor x = 3',
      'Solve x² − 5x − 8 = 0.\nx = (5 ± √57)/2\nx ≈ 6.27, x ≈ −1.27',
      'Solve x/(x + 4) = 2/(x − 3).\nx² − 5x − 8 = 0\nx ≈ 6.27, x ≈ −1.27',
      'Find the general solution of cos 3x = ½.\nx = ±π/9 + 2kπ/3\nk = 0: x = π/9\nk = 1: x = 5π/9 or x = 7π/9',
    ],
  },
  'letters brought in': {
    flagged: ['Solve 4^x − 6·2^x + 8 = 0.\nLet t := 2^x > 0.\nt² − 6t + 8 = 0\n(t − 2)(t + 4) = 0 ✗'],
    passed: [
      'Solve 4^x − 6·2^x + 8 = 0.\nLet t := 2^x > 0. Then 4^x = (2²)^x = t²\nt² − 6t + 8 = 0\nt = 2 or t = 4\nx = 1 or x = 2',
      'Compute $\\int_0^{\\pi/2} \\sin^3 x\\,\\cos x\\,dx$.\nLet $t = \\sin x$, $dt = \\cos x\\,dx$\n$\\int_0^1 t^3\\,dt = \\frac14$',
      "Solve y' = 3y + 6.\ny' = 3(y + 2); let z = y + 2, so z' = y' = 3z",
      "Solve y' + y/x = 4x² for x > 0.\n(xy)' = 4x³\nxy = x⁴ + C",
    ],
  },
  'what is said beside a line': {
    flagged: ['Solve sin x = cos x for 0 ≤ x < 2π.\ndivide by cos x (cos x ≠ 0): tan x = 1\nx = π/4 or x = 3π/4 ✗'],
    passed: [
      'Solve sin x = cos x for 0 ≤ x < 2π.\ndivide by cos x (cos x ≠ 0): tan x = 1\nx = π/4 or x = 5π/4',
      'Solve (x² − 4)/(x − 2) = 4\ndomain: x ≠ 2\nx + 2 = 4 gives x = 2\nbut 2 is not in the domain\nso the equation has no solution',
      'f(x) = x² − 4x + 7 for x ≥ 2. Find f⁻¹(x).\nf(x) = (x − 2)² + 3\nx = (y − 2)² + 3 with y ≥ 2\ny − 2 = +√(x − 3) since y ≥ 2',
      'y varies directly with x, and y = 18 when x = 4. Find y when x = 10.\nk = 18/4 = 4.5\ny = 4.5·10 = 45',
      'The roots of 2x² − 6x + 1 = 0 are α and β. Find 1/α + 1/β.\nα + β = 3, αβ = 1/2\n1/α + 1/β = (α+β)/(αβ) = 6',
      'Solve the equation: ck=nq-su-wu\nck=nq-su-wu\nck+nq=nq-su-wu+nq',
      'Make t the subject of A = P(1 + rt).\nA/P = 1 + rt\nrt = A/P − 1\nt = (A−P)/(Pr)',
      'An arithmetic sequence has a₃ = 11 and a₇ = 27. Find a₁ and S₂₀.\n27 − 11 = 16 = 4d ⇒ d = 4\na₁ = 11 − 8 = 3\nS₂₀ = 10·(6 + 76) = 820',
    ],
  },
  'signs and names': {
    flagged: [
      'Solve ln(x + 3) = ln 2 + ln x.\nln(x + 3) = ln(2 + x) ✗\nx + 3 = 2 + x\n3 = 2, contradiction, so no solution',
      'Tom buys 3 notebooks at $2.45 each and a pen for $1.80. He pays with a $10 note. How much change does he get?\n3 × 2.45 = 7.35\n7.35 + 1.80 = 9.15\n10 - 9.15 = 1.85 ✗',
      'Solve tg x = √3 for 0 < x < π/2.\ntg(π/3) = √2 ✗',
      'Solve lg x = 2.\nx = 20 ✗',
    ],
    passed: [
      'Tom buys 3 notebooks at $2.45 each and a pen for $1.80.\n3 × 2.45 = 7.35\n7.35 + 1.80 = 9.15',
      'Solve tg x = √3 for 0 < x < π/2.\ntg(π/3) = √3\nx = π/3',
      'Solve lg x = 2.\nx = 10²\nx = 100',
      'A rectangle has perimeter 34 cm and diagonal 13 cm. Find its sides.\na + b = 17\na² + b² = 169\n(a + b)² = a² + b² + 2ab: 289 = 169 + 2ab\nab = 60',
      "Find the stationary points of f(x) = x³ − 3x² − 9x + 5.\nf'(x) = 3x² − 6x − 9\nf'(x) = 0: x = −1, x = 3",
      'Dan buys 12 pens and 6 boxes for 30 dollars. How much is a box?\nThe total is 12 + (6 x d) = 30 dollars.\n6 x d = 18',
      'A field is 360 m² and 3 m long. How wide is it?\nThe area is 3 x width = 360 m².',
      'Write 3 cos x + 4 sin x as R cos(x − φ).\n3 cos x + 4 sin x ≈ 5 cos(x − 53.1°), at most 5',
    ],
  },
};
