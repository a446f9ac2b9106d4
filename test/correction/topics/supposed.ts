import type { Topics } from './topics.ts';

/** Values that are supposed, placed or named, and are no results. Problem first, then the lines; the first mistaken line is marked ✗. */
export const supposed: Topics = {
  'values before an arrow or behind a word': {
    flagged: [
      'Evaluate ∫_0^2 x√(x² + 4) dx.\nu = x² + 4\nx = 0 → u = 4 and x = 2 → u = 6 ✗',
      'Evaluate $\\int_1^3 \\frac{2x}{x^2+1}\\,dx$.\n$u = x^2+1$, $du = 2x\\,dx$\n$x = 1 \\Rightarrow u = 2$, $x = 3 \\Rightarrow u = 9$ ✗',
      'Make a table of values for y = x² − 2.\nx = 0 → y = −2\nx = 3 → y = 4 ✗',
    ],
    passed: [
      'Evaluate ∫_0^2 x√(x² + 4) dx.\nLet u = x² + 4, du = 2x dx\nx = 0 → u = 4 and x = 2 → u = 8\n= ½∫_4^8 √u du',
      'Evaluate $\\int_1^2 \\frac{2x}{x^2+1}\\,dx$.\n$u = x^2+1$, $du = 2x\\,dx$\n$x = 1 \\Rightarrow u = 2$, $x = 2 \\Rightarrow u = 5$',
      'Make a table of values for y = x² − 2.\nx = 0 → y = −2\nx = 1 → y = −1\nx = 3 → y = 7',
      "Sketch y = x^3 − 3x: find the stationary points.\ny' = 3x² − 3 = 0 → x = ±1\nx = 1 → y = −2\nx = −1 → y = 2",
      "Find the tangent to y = √x at x = 9.\ny(9) = 3, y'(x) = 1/(2√x), so y'(9) = 1/6\ny = 3 + (x − 9)/6",
      'Prove by induction: 1 + 3 + … + (2n − 1) = n².\nThen k² + 2k + 1 = (k + 1)²\nSo the statement holds for n = k + 1.',
      'Find $\\lim_{n\\to\\infty} \\left(1+\\frac{2}{n}\\right)^n$.\nPut $m = n/2$, so $n = 2m$.\n$\\left(1+\\frac1m\\right)^{2m} \\to e^2$',
      'Find the eigenvalues of A = [[2, 1], [1, 2]] and the eigenvector for the smaller one.\n(2 − λ)² − 1 = λ² − 4λ + 3\nλ² − 4λ + 3 = 0 ⇒ (λ − 1)(λ − 3) = 0\nsmaller eigenvalue: λ = 1',
      'Solve 2cos²x − cos x − 1 = 0 on [0, 2π).\nLet u = cos x: 2u² − u − 1 = 0\nu = −1/2 or u = 1\ncos x = −1/2: x = 2π/3, 4π/3',
      "Use Newton's method for x² − 2 = 0 with x_0 = 1.\nx_1 = 1 − (1 − 2)/2 = 1.5\nx_2 = 1.5 − (2.25 − 2)/3 = 1.41667",
    ],
  },
  'inverse functions': {
    flagged: ['$f(x)=x^3+x$ is one-to-one.\n$f(1) = 2$, so $f^{-1}(2) = 1$\n$f(2) = 10$, so $f^{-1}(10) = 3$ ✗'],
    passed: [
      '$f(x)=x^3+x$ is one-to-one.\n$f(1) = 1 + 1 = 2$, so $f^{-1}(2) = 1$',
      'Find the derivative of g = f^{-1} at 3 if f(x) = x^5 + 2x.\nf(1) = 3 → f^{-1}(3) = 1',
      'Find a and b if f(x) = ax + b, f(1) = 5 and f(3) = 11.\na + b = 5\n3a + b = 11\n2a = 6, a = 3\nb = 2\nf(x) = 3x + 2',
    ],
  },
  'parts, and letters brought in': {
    flagged: ['Simplify 3(x + 2) − x.\n3(x + 2) − x = 3x + 6 − x\n= 4x + 6 ✗'],
    passed: [
      'Write (1 + i)/(2 − i) in the form a + bi.\nnumerator: (1 + i)(2 + i) = 2 + i + 2i + i² = 1 + 3i\ndenominator: 4 + 1 = 5\n= 1/5 + (3/5)i',
      'Prove that 7^n − 1 is divisible by 6.\n7^{k+1} − 1 = 7·7^k − 1 = 7(7^k − 1) + 6\n= 7·6m + 6 = 6(7m + 1)',
      'Compute ∫ e^x sin x dx.\nLet I = ∫ e^x sin x dx.\nI = e^x sin x − ∫ e^x cos x dx',
      'Differentiate y = (2x + 1)^5.\nLet u = 2x + 1; then y = u^5\ndy/du = 5u^4, du/dx = 2\ndy/dx = 5u^4 · 2 = 10(2x + 1)^4',
      'A box of 5 kg on a 30° slope without friction. Acceleration?\nF = mg sin 30° = 5 · 9.81 · 0.5 = 24.5 N',
      'Solve for t: s = ut + ½at² when u = 0.\ns = ½at²\nt² = 2s/a\nt = √(2s/a)',
    ],
  },
};
