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
  'signs and names': {
    flagged: ['Solve tg x = √3 for 0 < x < π/2.\ntg(π/3) = √2 ✗', 'Solve lg x = 2.\nx = 20 ✗'],
    passed: [
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
