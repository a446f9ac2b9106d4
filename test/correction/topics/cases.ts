import type { Topics } from './topics.ts';

/** Work that goes on in a case, one of several solutions a line, columns, raised letters. Problem first, then the lines; the first mistaken line is marked ✗. */
export const cases: Topics = {
  'a line goes on from the case above it': {
    flagged: [
      'Solve |x − 5| = 3x by cases.\nCase x < 5: −(x − 5) = 3x\n−x − 5 = 3x ✗\nx = −5/4',
      'Solve |x + 1| = 4x by cases.\nCase x ≥ −1: x + 1 = 4x\n1 = 5x ✗',
    ],
    passed: [
      'Solve |x − 5| = 3x by cases.\nCase x < 5: −(x − 5) = 3x\n−x + 5 = 3x\nx = 5/4\nCase x ≥ 5: x − 5 = 3x\nx = −5/2, not possible\nx = 5/4',
      'Solve $\\frac{x}{x-3} > 4$ by cases.\nCase $x > 3$: $x > 4(x - 3)$\n$x > 4x - 12 \\iff x < 4$, so $3 < x < 4$\nCase $x < 3$: $x < 4(x - 3)$\n$x < 4x - 12 \\iff x > 4$, impossible with $x < 3$',
      'Solve 1/x > 3.\n1st case x > 0: 1 > 3x\nx < 1/3, so 0 < x < 1/3\n2nd case x < 0: 1 < 3x\nx > 1/3, which contradicts x < 0',
      'Solve |x − 1| + |x + 4| = 9.\nfor x < −4: −(x − 1) − (x + 4) = 9 → x = −6\nfor x > 1: 2x + 3 = 9 → x = 3\nx = −6 or x = 3',
    ],
  },
  'one of several solutions': {
    flagged: ['Solve z² = −3 + 4i.\nz = 1 + 2i\nz = −1 − 3i ✗', 'Solve x² − x − 12 = 0\nx = 1/2 ± 7/2\nx₁ = 5 ✗'],
    passed: [
      'Solve z² = −3 + 4i.\nz = 1 + 2i\nz = −1 − 2i',
      'Solve z² = −3 + 4i.\nz = a + bi with a, b real\na = 1, b = 2: z = 1 + 2i\na = −1, b = −2: z = −1 − 2i',
      'Find all zeros of f(x) = x³ − 4x² + x + 6.\nf(2) = 8 − 16 + 2 + 6 = 0\n(x³ − 4x² + x + 6) : (x − 2) = x² − 2x − 3\nx² − 2x − 3 = 0\nx = 1 ± 2\nx₁ = 2\nx₂ = 3, x₃ = −1',
    ],
  },
  'first principles': {
    flagged: ['Differentiate f(x) = x² from first principles.\n((x+h)² − x²)/h = (2xh + h²)/h\n= h(2x + h)/h\n= 2x + 2h ✗'],
    passed: [
      'Differentiate f(x) = x² from first principles.\n((x+h)² − x²)/h = (2xh + h²)/h\n= h(2x + h)/h\n= 2x + h\n→ 2x',
      'Derivative of f(x) = √x from the definition (x > 0).\n(√(x+h) − √x)/h = ((x + h) − x)/(h(√(x+h) + √x))\n= 1/(√(x+h) + √x)\nh → 0: 1/(√x + √x) = 1/(2√x)',
    ],
  },
  'raised letters, columns, rounded multiples': {
    flagged: [
      'Simplify aᵐ·aⁿ\naᵐ·aⁿ = aᵐⁿ ✗',
      'How long do 4.1 km take at 4.5 km/h?\nt = 4.1/4.5 h = 0.85 h ✗',
      'Simplify 2ᵏ⁺¹ − 2ᵏ.\n2ᵏ⁺¹ − 2ᵏ = 2 · 2ᵏ − 2ᵏ\n= 2 ✗',
    ],
    passed: [
      'Prove that 4 divides 5ⁿ − 1.\n5ᵏ = 4m + 1\n5ᵏ⁺¹ − 1 = 5·5ᵏ − 1\n= 5(4m + 1) − 1 = 20m + 4 = 4(5m + 1)',
      '∫ x sin x dx\nu = x        dv = sin x dx\ndu = dx        v = −cos x',
      'Solve\nx + y = 5     x − y = 1\n2x = 6\nx = 3     y = 2',
      'How long do 4.1 km take at 4.5 km/h?\nt = 4.1/4.5 h ≈ 0.911 h',
      'A car of 1500 kg at 20 m/s is stopped by 5000 N.\nE = ½ · 1500 · 400 = 300 000 J\ns = 300 000/5000 = 60',
      'Tangent and normal to y = √x at x = 9.\ny = x^{1/2}',
      "Solve y' = 4xy, y(0) = 2.\ny = 2e^(2x²)\ny' = 4x · 2e^(2x²) = 4xy",
      'Solve by Gaussian elimination: x + 2y = 7, 2x − y = 4.\nR2 − 2·R1: (0  −5 | −10)\nR2 : (−5): (0  1 | 2), so y = 2',
    ],
  },
  'what a problem counts, adds up or integrates': {
    flagged: [
      'Add up 5 + 9 + 13 + … + 81.\nS = 20·(5 + 81) = 1720 ✗',
      'Add up 5 + 9 + 13 + … + 81.\nthere are 19 terms ✗\nS = 19·(5 + 81)/2 = 817',
      'How many positive divisors does 72 have?\n72 = 2³·3²\nso there are 3·2 = 6 divisors ✗',
      'How many four-digit numbers have four different digits?\n9·8·7·6 = 3024 ✗',
      'How many three-digit numbers have no digit twice?\n10·9·8 = 720 ✗',
      'Each of 15 guests shakes hands once with every other guest, 2 seconds each. How long does this take?\nso there are 15 · 14 = 210 handshakes ✗',
      'Two fair dice are rolled. What is the probability of at least one six?\nP(at least one six) = 1/6 + 1/6 = 1/3 ✗',
      '∫ cos(4x) dx from 0 to π/8\nan antiderivative is F(x) = 4 sin(4x) ✗\nF(π/8) = 4',
      'Write $(27x^6y^{-2})^{2/3}$ without negative exponents ($x, y > 0$).\n$9x^4y^{-4/3} = \\dfrac{9x^4}{y^{3/4}}$ ✗',
      'Solve the system.\nx + y + z = 6 (I)\nx − y + z = 2 (II)\n2x + y − z = 1 (III)\n(I) + (III): 3x + 2y = 8 ✗',
    ],
    passed: [
      'Solve the system.\nx + y + z = 6 (I)\nx − y + z = 2 (II)\n2x + y − z = 1 (III)\n(I) − (II): 2y = 4, so y = 2\n(I) + (III): 3x + 2y = 7',
      'Add up 5 + 9 + 13 + … + 81.\nn = 19 + 1 = 20\nS = 20·(5 + 81)/2 = 860',
      'How many positive divisors does 72 have?\n72 = 2³·3²\n(3 + 1)(2 + 1) = 12 divisors',
      'How many four-digit numbers have four different digits?\n9·9·8·7 = 4536',
      'Each of 15 guests shakes hands once with every other guest, 2 seconds each. How long does this take?\n15 · 14/2 = 105 handshakes\n105 · 2 s = 210 s',
      '∫ cos(4x) dx from 0 to π/8\nan antiderivative is F(x) = sin(4x)/4\nF(π/8) = 1/4',
      'Write $(27x^6y^{-2})^{2/3}$ without negative exponents ($x, y > 0$).\n$(27x^6y^{-2})^{2/3} = 9x^4y^{-4/3} = \\dfrac{9x^4}{y^{4/3}}$',
    ],
  },
};
