import type { Topics } from './topics.ts';

/** What school solutions say between their lines: in words, by number, under a case or a bound. Problem first, then the lines; the first mistaken line is marked ✗. */
export const between: Topics = {
  'words for sets of solutions': {
    flagged: [
      'Solve x^2 - 4 = 0.\nx^2 = 4\nNo solution. ✗',
      'Solve 2(x + 1) = 2x + 2.\n2x + 2 = 2x + 2\nno solution ✗',
      'Solve 3x - 1 = 3x - 1 + x\nInfinitely many solutions. ✗',
    ],
    passed: [
      'Solve x^2 + 4 = 0.\nx^2 = -4\nno real solutions',
      'Solve 2x + 3 = 2x + 5.\n3 = 5\nso there is no solution',
      'Solve 2(x + 1) = 2x + 2.\n2x + 2 = 2x + 2\n0 = 0\nTrue for all x.',
      'Solve $|x+1| = -2$.\nNo solution, because an absolute value is never negative.',
      '$x + 2y - z = 3$ (1), $2x - y + z = 4$ (2), $3x + y = 8$ (3). Solve.\n$(1)+(2)$: $3x + y = 7$   (4)\n(3) and (4) contradict each other, so there is no solution',
    ],
  },
  'vertex, axis, centre and radius in words': {
    flagged: [
      'Find centre and radius of x² + y² − 8x + 6y + 9 = 0\n(x² − 8x) + (y² + 6y) = −9\n(x − 4)² + (y + 3)² = −9 + 16 + 9\ncentre (−4, 3), and r² = 16 ✗',
      'Find centre and radius of x² + y² − 8x + 6y + 9 = 0\n(x − 4)² + (y + 3)² = 16\ncentre (4, −3), radius 16 ✗',
      'Find the vertex of y = x² − 6x + 11.\ny = (x − 3)² + 2\nVertex: (−3, 2) ✗',
      'Find the minimum of f(x) = x² − 6x + 11.\nf(x) = (x − 3)² + 2\nThe minimum value is 3. ✗',
      'Give the vertex and the axis of symmetry of y = -2(x + 1)² + 5.\naxis of symmetry: x = 1 ✗',
    ],
    passed: [
      'Find centre and radius of x² + y² − 8x + 6y + 9 = 0\n(x − 4)² + (y + 3)² = 16\ncentre (4, −3), radius 4',
      'Find the vertex of y = x² − 6x + 11.\ny = (x − 3)² + 2\nThe vertex is (3, 2).',
      'Find the minimum of f(x) = x² − 6x + 11.\nf(x) = (x − 3)² + 2\nThe minimum is 2 at x = 3.',
    ],
  },
  quadrants: {
    flagged: [
      'sin α = 3/5 and α is in the second quadrant. Find tan α.\ncos²α = 1 − 9/25 = 16/25\nso cos α = 4/5 ✗',
      'Solve $\\cos x = -\\frac{\\sqrt3}{2}$, $x \\in [0, 2\\pi)$\nreference angle: $\\arccos\\frac{\\sqrt3}{2} = \\frac{\\pi}{6}$\ncosine is negative in quadrants II and IV ✗',
    ],
    passed: [
      'sin α = 3/5 and α is in the second quadrant. Find tan α.\ncos²α = 1 − 9/25 = 16/25\nin quadrant II cosine is negative\nso cos α = −4/5\ntan α = (3/5)/(−4/5) = −3/4',
    ],
  },
  'parameters of quadratic equations': {
    flagged: [
      'For which k does x² + kx + 9 = 0 have exactly one real root?\nD = k² − 36\none root ⇔ D = 0\nk² = 36 ⇔ k = 6 ✗',
      'For which k does x² + kx + 9 = 0 have exactly one real root?\nD = k² − 36\nk² − 36 = 0\nk = 6 ✗',
      'For which m has x² − 2mx + m + 6 = 0 two different real roots?\nD = 4m² − 4(m + 6)\nm² − m − 6 > 0\n(m − 3)(m + 2) > 0\n−2 < m < 3 ✗',
      'Find m so that x² − (m + 2)x + 4 = 0 has equal roots.\n(m + 2)² − 16 = 0\n(m + 2)² = 16\nm + 2 = 4 ✗',
      'The equation kx² + 4x + 1 = 0 has no real roots. Find k.\n16 − 4k < 0\nk < 4 ✗',
      'Find p such that 2x² − px + 8 = 0 has two distinct real roots.\np² − 64 > 0\np² > 64\np > 8 ✗',
    ],
    passed: [
      'For which k does x² + kx + 9 = 0 have exactly one real root?\nD = k² − 36\nk² = 36\nk = ±6',
      'Find m so that x² − (m + 2)x + 4 = 0 has equal roots.\n(m + 2)² − 16 = 0\nm + 2 = ±4\nm = 2 or m = −6',
      'The equation kx² + 4x + 1 = 0 has no real roots. Find k.\nb² − 4ac = 16 − 4k\n16 − 4k < 0\n4k > 16\nk > 4',
      'For which k has kx² + 6x + k = 0 two different real roots?\nk ≠ 0 and D = 36 − 4k² > 0\nk² < 9\n−3 < k < 3, k ≠ 0',
      'For which a does ax² − 6x + a = 0 have a double root?\nD = 36 − 4a² = 0\na² = 9\na = 3 or a = −3',
    ],
  },
  'inverse functions on a part of the line': {
    flagged: [
      'f(x) = x² + 3 for x ≤ 0. Find f⁻¹.\ny = x² + 3\nx² = y − 3\nx = √(y − 3) ✗',
      'Find the inverse of f(x) = (x - 1)² for x ≤ 1.\ny = (x - 1)²\nx - 1 = -√y\nf⁻¹(x) = 1 + √x ✗',
    ],
    passed: [
      'f(x) = x² + 3 for x ≤ 0. Find f⁻¹.\ny = x² + 3\nx² = y − 3\nx = −√(y − 3)\nf⁻¹(x) = −√(x − 3), x ≥ 3',
      'Find the inverse of f(x) = x² + 3, x ≥ 0.\ny = x² + 3\nx² = y − 3\nx = √(y − 3)\nf⁻¹(x) = √(x − 3)',
      'Find the inverse of f(x) = (x - 1)², x ≥ 1.\ny = (x - 1)²\n√y = x - 1\nx = 1 + √y\nf⁻¹(x) = 1 + √x',
    ],
  },
  'numbered equations': {
    flagged: [
      'Solve $\\begin{cases} 2x + 5y = 1 & (1)\\\\ 3x + 4y = 5 & (2)\\end{cases}$\n$3\\cdot(1)$: $6x + 15y = 3$   (3)\n$2\\cdot(2)$: $6x + 8y = 10$   (4)\n$(3) - (4)$: $7y = 7$ ✗',
    ],
    passed: [
      'Solve the system 2x + 5y = 1 (1), 3x + 4y = 5 (2).\n3·(1): 6x + 15y = 3 (3)\n2·(2): 6x + 8y = 10 (4)\n(3) − (4): 7y = −7\ny = −1\nin (1): 2x = 1 + 5 = 6, x = 3',
      'Solve $\\begin{cases} 2x + 5y = 1 & (1)\\\\ 3x + 4y = 5 & (2)\\end{cases}$\n$3\\cdot(1)$: $6x + 15y = 3$   (3)\n$2\\cdot(2)$: $6x + 8y = 10$   (4)\n$(3) - (4)$: $7y = -7$\n$y = -1$\nin (1): $2x = 1 + 5 = 6$, $x = 3$',
    ],
  },
  'boundaries, domains and bounds': {
    flagged: [
      'Solve x^2 - 4x + 3 ≥ 0.\nx = 1 or x = 3\n1 ≤ x ≤ 3 ✗',
      'Solve x^2 - 4x + 3 > 0.\nx^2 - 4x + 3 = 0\n(x-1)(x-3) = 0\nx = 1, x = 3\nx < 1 or x > 4 ✗',
      'Solve log₂(x − 1) < 3\nx − 1 < 2³ = 8\nso the solution set is all x < 9, i.e. (−∞, 9) ✗',
      'Solve log_2(x + 1) ≤ 3\nx + 1 ≤ 8\nx ≤ 7 ✗',
      'Solve √(x - 2) < 3\nx - 2 < 9\nx < 11 ✗',
      'Simplify |x - 2| + x for x < 2.\n|x - 2| = x - 2 ✗',
    ],
    passed: [
      'Solve x^2 - 2x - 1 < 0.\nx = 1 ± √2\n1 - √2 < x < 1 + √2',
      'Solve x^2 - 4x + 3 ≥ 0.\nx = 1 or x = 3\nx ≤ 1 or x ≥ 3',
      'Solve log₂(x − 1) < 3\nx − 1 < 8\nx < 9\ndomain: x > 1\n1 < x < 9',
      'Solve √(x - 2) < 3\nx - 2 < 9 and x ≥ 2\n2 ≤ x < 11',
      'Rewrite f(x) = |x − 1| + |x + 3| without bars when −3 ≤ x ≤ 1\nfor x ≤ 1: x − 1 ≤ 0 so |x − 1| = 1 − x\nfor x ≥ −3: x + 3 ≥ 0 so |x + 3| = x + 3\nf(x) = 1 − x + x + 3 = 4',
      'Simplify |x - 2| + x for x < 2.\n|x - 2| = 2 - x\n|x - 2| + x = 2 - x + x = 2',
    ],
  },
  'cases named before a colon': {
    flagged: [
      'Solve $2\\sin^2 x = \\sin x$ for $0 \\le x < 2\\pi$\n$\\sin x(2\\sin x - 1) = 0$\n$\\sin x = 0$: $x = 0, \\pi$\n$\\sin x = \\frac12$: $x = \\frac\\pi3, \\frac{2\\pi}3$ ✗',
      'Solve x⁴ − 5x² + 4 = 0\n(x² − 1)(x² − 4) = 0\nx² = 1: x = ±1\nx² = 4: x = 2 ✗',
    ],
    passed: [
      'Solve $2\\sin^2 x = \\sin x$ for $0 \\le x < 2\\pi$\n$\\sin x(2\\sin x - 1) = 0$\n$\\sin x = 0$: $x = 0, \\pi$\n$\\sin x = \\frac12$: $x = \\frac\\pi6, \\frac{5\\pi}6$',
      'Solve x⁴ − 5x² + 4 = 0\n(x² − 1)(x² − 4) = 0\nx² = 1: x = ±1\nx² = 4: x = ±2',
      'Solve |x + 1| + |x − 2| = 5\nfor x < −1: −x − 1 − x + 2 = 5, so −2x = 4, x = −2\nfor −1 ≤ x ≤ 2: x + 1 − x + 2 = 3 ≠ 5, no solution here\nfor x > 2: 2x − 1 = 5, x = 3\nsolutions −2 and 3',
      'Solve e^(2x) − e^x − 12 = 0\nPut u = e^x > 0\nu² − u − 12 = 0\nu = 4 or u = −3\nsince u > 0, u = 4\nx = ln 4 = 2 ln 2',
    ],
  },
  'a new letter for an expression': {
    flagged: [
      'Solve x⁴ − 13x² + 36 = 0\nt = x² ⇒ t² − 13t + 36 = 0\nt = 4 or t = 9\nx = 4 or x = 9 ✗',
      'Solve x⁴ − 13x² + 36 = 0\nLet t = x².\nt² − 13t + 36 = 0\n(t − 4)(t − 9) = 0\nt = 4 or t = 9\nx = 2 or x = 3 ✗',
      'Solve 4^x - 6·2^x + 8 = 0\nu = 2^x: u² - 6u + 8 = 0\nu = 2 or u = 4\nx = 2 or x = 4 ✗',
      'Solve e^(2x) − e^x − 6 = 0\nLet u = e^x\nu² − u − 6 = 0\n(u - 3)(u + 2) = 0\nu = 3 or u = -2\nx = ln 3 or x = -ln 2 ✗',
    ],
    passed: [
      'Solve x⁴ − 13x² + 36 = 0\nt = x² ⇒ t² − 13t + 36 = 0\nt = 4 or t = 9\nx = ±2 or x = ±3\nL = {−3, −2, 2, 3}',
      'Solve $e^{2x} - 3e^x - 10 = 0$\nLet u = e^x\nu² − 3u − 10 = 0\n(u − 5)(u + 2) = 0\nu = 5 or u = −2\ne^x = −2 is impossible, so x = ln 5',
    ],
  },
  'sides beside the main line': {
    flagged: [],
    passed: [
      'Simplify (x^(1/2)·x^(2/3))/x^(1/6)\nx^(1/2 + 2/3 − 1/6)\n1/2 + 2/3 − 1/6 = 3/6 + 4/6 − 1/6 = 1\n= x',
      'Solve e^(2x) − e^x − 12 = 0\nx = ln 4 = 2 ln 2',
      'Solve e^x = 4\nx = ln 4 = 2 ln 2',
      'Solve e^x = 4\nx = 2 ln 2',
      'Solve 2^x = 9\nx = log_2 9 = 2 log_2 3',
      'Solve x^2 = 8\nx = √8 = 2√2 or x = -√8 = -2√2',
      'Solve e^x = 4\nx = ln 4\nx = 2 ln 2',
    ],
  },
};
