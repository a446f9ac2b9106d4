import type { Topics } from './topics.ts';

/** What is said in words of a whole function, matrix or series, and whole answers without a name. The first mistaken line is marked ✗. */
export const properties: Topics = {
  'even and odd, one-to-one, turning points': {
    flagged: [
      'Decide whether f(x) = x⁵ + 2x is even, odd or neither.\nf(−x) = −x⁵ − 2x = −f(x)\nso f is even ✗',
      'Is h(x) = x² − 4x even, odd or neither?\nh(−x) = x² + 4x\nh is an odd function. ✗',
      'Does f(x) = x³ − 3x have an inverse on all reals?\nit passes the line test\nf is one-to-one ✗',
      "Classify the stationary points of y = 2x³ − 6x.\ny' = 6x² − 6 = 0 at x = ±1\ny'' = 12x\nat x = 1: y'' = 12 > 0, so a maximum ✗",
    ],
    passed: [
      'Decide whether f(x) = x⁵ + 2x is even, odd or neither.\nf(−x) = −x⁵ − 2x = −f(x)\nso f is odd',
      'Is h(x) = x² − 4x even, odd or neither?\nh(−x) = x² + 4x\nthis is not h(x), so h is not even\nneither even nor odd',
      "Classify the stationary points of y = 2x³ − 6x.\ny' = 6x² − 6 = 0 at x = ±1\ny'' = 12x\nat x = 1: y'' = 12 > 0, so a minimum; at x = −1: maximum",
      'Find the absolute minimum of f(x) = x² − 2x on [2, 5].\nf(2) = 0, f(5) = 15\nmin at x = 2',
    ],
  },
  'parallel, perpendicular, invertible, diagonalizable': {
    flagged: [
      'Are u = (3, −1) and v = (2, 6) parallel, perpendicular or neither?\nu·v = 6 − 6 = 0\nthe vectors are parallel ✗',
      'Is A = [[3, 1], [0, 3]] diagonalizable?\nλ = 3 twice\nyes, A is diagonalizable ✗',
      'Is M = [[2, 6], [1, 3]] invertible?\ndet = 6 − 6 = 0\nso M is invertible ✗',
    ],
    passed: [
      'Are u = (3, −1) and v = (2, 6) parallel, perpendicular or neither?\nu·v = 6 − 6 = 0\nthe vectors are perpendicular, not parallel',
      'Is A = [[3, 1], [0, 3]] diagonalizable?\nonly one eigenvector\nA is not diagonalizable',
      'Is M = [[2, 6], [1, 4]] invertible?\ndet = 8 − 6 = 2 ≠ 0\nso M is invertible',
    ],
  },
  'convergence in words': {
    flagged: [
      'Does Σ_{n=1}^∞ 1/√n converge?\nthe terms go to 0\nso the series converges ✗',
      'Does Σ_{n=1}^∞ n/3^n converge?\nratio test: → 1/3\nso it diverges ✗',
      'Does ∫_1^∞ 1/x³ dx converge?\n1/x³ is positive\nso it diverges ✗',
    ],
    passed: [
      'Does Σ_{n=1}^∞ 1/n² converge?\nΣ 1/n diverges, but here p = 2 > 1\nso the series converges',
      'Does Σ_{n=1}^∞ (−1)^n/n converge?\nΣ 1/n diverges, so not absolutely\nby Leibniz it converges',
      'Does Σ_{n=1}^∞ 1/n converge?\nby the integral test it diverges',
    ],
  },
  'whole answers without a name': {
    flagged: [
      'Find the Maclaurin polynomial of degree 3 for e^(3x).\nderivatives at 0: 1, 3, 9, 27\n1 + 3x + 9x² + 27x³ ✗',
      'Expand √(1 + x) up to x².\n= 1 + x/2 + x²/8 ✗',
      'f(x) = x + 4, g(x) = 3x². Find fg(x).\nfg(x) = 3(x + 4)² ✗',
      'Divide x³ + 2x − 1 by x − 1.\nQ = x² + x + 3, R = 3 ✗',
      'Find the sum to infinity of 9 + 6 + 4 + …\nr = 2/3\nS = a/(1 − r)\n= 9/(2/3) ✗',
      'The second term of a geometric sequence is 6 and the fifth term is 162. Find the first term.\nr³ = 27, r = 3\na = 6·3 ✗',
      'Write 3 sin x + 4 cos x in the form R sin(x + α).\nR = 5\ntan α = 3/4 ✗',
      'Where does r = (1, 0, 2) + t(1, 2, −1) meet the plane x + y + z = 7?\n3 + 2t = 7, t = 2\npoint (3, 4, 4) ✗',
      'The equation x² + 4x + m = 0 has equal roots. Find m.\n16 − 4m > 0 ✗',
      'Find lim_{x→2} (x² + 4)/(x + 1).\nl’Hôpital: 2x/1 = 4 ✗',
    ],
    passed: [
      'Find the Maclaurin polynomial of degree 3 for e^(3x).\nderivatives at 0: 1, 3, 9, 27\n1 + 3x + 9x²/2 + 9x³/2',
      'f(x) = x + 4, g(x) = 3x². Find fg(x).\nfg(x) = 3x² + 4',
      'Divide x³ + 2x − 1 by x − 1.\nQ = x² + x + 3, R = 2',
      'Find the sum to infinity of 9 + 6 + 4 + …\nr = 2/3\nS = a/(1 − r)\n= 9/(1/3) = 27',
      'Write 3 sin x + 4 cos x in the form R sin(x + α).\nR = 5\ntan α = 4/3 → α ≈ 53.1°',
      'Where does r = (1, 0, 2) + t(1, 2, −1) meet the plane x + y + z = 7?\n3 + 2t = 7, t = 2\npoint (3, 4, 0)',
      'Find the general solution of cos x = 1/2.\nx = π/3 is one solution\nx = ±π/3 + 2πn',
      'Solve (x − 1)/(x + 2) > 0.\nsigns: + on x < −2, − between, + for x > 1\nx < −2 or x > 1',
      'Compute the determinant of [[1, 0, 2], [3, 1, 0], [0, 1, 1]].\nexpand along row 1:\n1·1 − 0 + 2·3 = 7',
    ],
  },
  'regions, constants, ranges and suppositions': {
    flagged: [
      'Find the area enclosed by y = 9 − x² and the x-axis.\nx = ±3\nA = ∫_{−3}^{3} (x² − 9) dx ✗',
      'The curve y = x² from x = 0 to x = 1 is rotated about the x-axis. Find the volume.\nV = π ∫_0^1 x² dx ✗',
      'Find A and B: (3x + 5)/((x + 1)(x + 2)) = A/(x + 1) + B/(x + 2).\nA = 2\nB = −1 ✗',
      'Find the real and imaginary parts of 1/(1 + 2i).\n(1 − 2i)/5\nRe = 1/5, Im = 2/5 ✗',
      'Find the area of the parallelogram spanned by (2, 1) and (1, 4).\narea = 8 + 1 = 9 ✗',
      'f(x) = 5 − x². State the range of f.\nrange: f(x) ≥ 5 ✗',
      'f(x) = √(x + 1) for x ≥ −1. Find the inverse and its domain.\nf⁻¹(x) = x² − 1\ndomain of f⁻¹: x ≥ −1 ✗',
      'Prove that 4^n − 1 is divisible by 3.\nsuppose 4^k = 3m + 1\n4^(k+1) − 1 = 4(3m + 1) − 1\n= 12m + 1 ✗',
      "Solve y'' + 2y' + y = 0.\n(m + 1)² = 0\ny = Ae^(−x) + Be^(−x) ✗",
      'Find the sum of the geometric series 3 + 6 + 12 + … + 192.\nn = 7\nS = 3(2^6 − 1) = 189 ✗',
      'Find the eigenvalues of [[3, 1], [0, 2]].\neigenvalues λ = 3, λ = −2 ✗',
      'For what k does x² + kx + 4 = 0 have equal roots?\nk² = 16\nk = 4 only ✗',
    ],
    passed: [
      'Find the area enclosed by y = 9 − x² and the x-axis.\nx = ±3\nA = ∫_{−3}^{3} (9 − x²) dx\n= 36',
      'The curve y = x² from x = 0 to x = 1 is rotated about the x-axis. Find the volume.\nV = π ∫_0^1 x⁴ dx\n= π/5',
      'Find A and B: (3x + 5)/((x + 1)(x + 2)) = A/(x + 1) + B/(x + 2).\nA = 2\nB = 1',
      'Find the real and imaginary parts of 1/(1 + 2i).\n(1 − 2i)/5\nRe = 1/5, Im = −2/5',
      'f(x) = 5 − x². State the range of f.\nrange: f(x) ≤ 5',
      'f(x) = √(x + 1) for x ≥ −1. Find the inverse and its domain.\nf⁻¹(x) = x² − 1\ndomain of f⁻¹: x ≥ 0',
      'Prove that 4^n − 1 is divisible by 3.\nsuppose 4^k = 3m + 1\n4^(k+1) − 1 = 4(3m + 1) − 1\n= 12m + 3',
      'Prove that 1 + 2 + … + n = n(n+1)/2.\nk → k+1: k(k+1)/2 + (k+1)\n= (k+1)(k/2 + 1)',
      'Find where y = 2x + 1 meets x² + y² = 10.\n5x² + 4x − 9 = 0\n(5x + 9)(x − 1) = 0\nx = 1, y = 3; x = −9/5, y = −13/5',
      'P(1, 0, 2), Q(3, 1, 2), R(1, 4, 3). Find the angle at P.\nPQ = (2, 1, 0), |PQ| = √5\nPR = (0, 4, 1), |PR| = √17\nPQ · PR = 4',
      'Find the eigenvalues of [[1, 2], [2, 1]].\n(1 − λ)² = 4\n1 − λ = ±2\nλ = −1 or 3',
      'Solve z² − 2z + 5 = 0 and give |z|.\nz = 1 + 2i or z = 1 − 2i\n|z|² = 1 + 4 = 5, so |z| = √5',
    ],
  },
};
