import type { Topics } from './topics.ts';

/** Names of algebra with the value that the problem fixes. The first mistaken line is marked ✗. */
export const algebraNames: Topics = {
  'lines that take all parts together': {
    flagged: [
      'Expand and simplify (2x − 1)² − (x + 3)(x − 3).\n(2x − 1)² = 4x² − 4x + 1\n(x + 3)(x − 3) = x² − 9\nso we get 4x² − 4x + 1 − x² − 9 ✗',
      'Complete the square: 2x² + 12x + 7.\n2(x² + 6x) + 7\n2(x + 3)² − 9 + 7 ✗',
    ],
    passed: [
      'Expand and simplify (2x − 1)² − (x + 3)(x − 3).\n(2x − 1)² = 4x² − 4x + 1\n(x + 3)(x − 3) = x² − 9\nso we get 4x² − 4x + 1 − x² + 9\n= 3x² − 4x + 10',
      'Complete the square: 2x² + 12x + 7.\n2(x² + 6x) + 7\n2(x + 3)² − 18 + 7\n2(x + 3)² − 11',
    ],
  },
  'complex values of an equation': {
    flagged: [
      'Solve z² − 6z + 10 = 0.\nD = 36 − 40 = −4\nz = (6 ± 2i)/2 = 3 ± 2i ✗',
      'Solve z² − 4z + 13 = 0 and find |z|.\nz = (4 ± √(−36))/2 = (4 ± 6i)/2\nz = 2 ± 6i ✗',
    ],
    passed: ['Solve z² − 4z + 13 = 0 and find |z|.\nz = (4 ± √(−36))/2 = (4 ± 6i)/2\nz = 2 ± 3i\n|z| = √13'],
  },
  'rules in letters and quotients of differences': {
    flagged: [
      'Find the derivative of f(x) = x² from first principles.\ndifference quotient: ((x + h)² − x²)/h\n= (x² + h² − x²)/h ✗',
      'y = (2x + 1)/(x² + 1). Find y′.\nu = 2x + 1, u′ = 2\nv = x² + 1, v′ = 2x\ny′ = (uv′ − u′v)/v² ✗',
    ],
    passed: [
      'Find the derivative of f(x) = x² from first principles.\ndifference quotient: ((x + h)² − x²)/h\n= (2xh + h²)/h = 2x + h\n→ 2x as h → 0',
      'y = (2x + 1)/(x² + 1). Find y′.\nu = 2x + 1, u′ = 2\nv = x² + 1, v′ = 2x\ny′ = (u′v − uv′)/v²\n= (2(x² + 1) − 2x(2x + 1))/(x² + 1)²',
    ],
  },
  'dependence, remainders and parameters': {
    flagged: [
      'Are the vectors (1, 2, 3), (2, 4, 6), (1, 0, 1) linearly independent?\n(2, 4, 6) = 2(1, 2, 3)\nso they are linearly independent ✗',
      'Find the remainder when p(x) = x³ − 2x + 5 is divided by x + 2.\np(2) = 8 − 4 + 5 = 9 ✗',
      'For which k does the system x + 2y = 3, 2x + ky = 5 have no unique solution?\nk − 4 = 0\nk = −4 ✗',
    ],
    passed: [
      'Are the vectors (1, 2, 3), (2, 4, 6), (1, 0, 1) linearly independent?\n(2, 4, 6) = 2(1, 2, 3)\nso they are linearly dependent',
      'Find the remainder when p(x) = x³ − 2x + 5 is divided by x + 2.\np(−2) = −8 + 4 + 5 = 1',
      'For which k does the system x + 2y = 3, 2x + ky = 5 have no unique solution?\nk − 4 = 0\nk = 4',
    ],
  },
  'determinants and coefficients': {
    flagged: [
      'Find the eigenvalues of A = [[2, 1], [1, 2]].\nchar. polynomial: (2 − λ)² + 1 ✗',
      'Compute the determinant of [[2, 1, 0], [1, 3, 1], [0, 1, 2]].\nexpand along the first row: 2(6 − 1) + 1(2 − 0) + 0 ✗',
      'Find the coefficient of x³ in (2 + x)^5.\nC(5,3)·2² = 10·4 = 40\nAnswer: 80 ✗',
    ],
    passed: [
      'Find the eigenvalues of A = [[2, 1], [1, 2]].\nchar. polynomial: (2 − λ)² − 1\n= λ² − 4λ + 3',
      'Compute the determinant of [[2, 1, 0], [1, 3, 1], [0, 1, 2]].\nexpand along the first row: 2(6 − 1) − 1(2 − 0) + 0\n= 10 − 2 = 8',
      'Find the coefficient of x³ in (2 + x)^5.\nC(5,3)·2² = 10·4 = 40\nAnswer: 40',
    ],
  },
};
