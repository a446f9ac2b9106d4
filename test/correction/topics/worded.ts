import type { Topics } from './topics.ts';

/** Words around the mathematics of a line: moves and joints leave it to be judged, anything else may be what it rests on. */
export const worded: Topics = {
  'words that a line may rest on': {
    flagged: [
      'Solve 3(x − 2) = x + 8.\nMultiply out: 3x − 2 = x + 8 ✗\nx = 5',
      'Solve 5x + 3 = 2x + 18.\nSubtracting 2x from both sides we get 3x + 3 = 18\nso 3x = 21 ✗\nx = 7',
      'Solve $x^2 = 7x$.\nDivide both sides by $x$: $x = 7$ ✗',
      'Solve √(3x + 4) = x.\nSquare both sides: 3x + 4 = x²\n(x − 4)(x + 1) = 0\nSo the equation has the two solutions x = 4 and x = −1. ✗',
      'Solve the simultaneous equations x + y = 7, xy = 10.\nx and y are the roots of u² − 7u + 10 = 0\n(u − 2)(u − 5) = 0\nHence x = 2, y = 5 or x = 5, y = 3. ✗',
      'Solve |x + 1| < 2.\n(x + 1 > −2) ∧ (x + 1 < 2)\n(x > 3) ∧ (x < 1) ✗',
      'A rope of 30 m is cut so that one piece is 4 m longer than the other. How long are the pieces?\nx + x + 4 = 30\nso 2x = 34 ✗\nx = 17',
    ],
    passed: [
      'Solve the simultaneous equations x + y = 7, xy = 10.\nx and y are the roots of u² − 7u + 10 = 0\n(u − 2)(u − 5) = 0\nHence x = 2, y = 5 or x = 5, y = 2.',
      'Given |z − 6 − 8i| = 4, find the greatest and least values of |z|.\nThe distance of the centre from the origin is √(36 + 64) = 10.\ngreatest |z| = 10 + 4 = 14, least |z| = 10 − 4 = 6',
      'Show that arctan(1/4) + arctan(3/5) = π/4.\nLet A = arctan(1/4) and B = arctan(3/5), so tan A = 1/4 and tan B = 3/5.\ntan(A + B) = (1/4 + 3/5)/(1 − 3/20) = (17/20)/(17/20) = 1\nA + B = π/4',
      'Solve ln(3x − 2) < ln(x + 6).\nExistence: 3x − 2 > 0 and x + 6 > 0, that is x > 2/3\nln is increasing: 3x − 2 < x + 6\nx < 4\nTogether: 2/3 < x < 4',
      'Write z = −2 + 2i in polar form.\n|z| = √(4 + 4) = 2√2\nz lies in the second quadrant, arg z = π − π/4 = 3π/4\nz = 2√2(cos 3π/4 + i sin 3π/4)',
      'Var(X) = 5 and Var(Y) = 3 for independent X and Y. Find the standard deviation of W = X − 3Y.\nVar(W) = Var(X) + 9 Var(Y)\n= 5 + 27 = 32\ns.d. $= \\sqrt{32} \\approx 5.66$',
      'Find the sum to infinity of 20 − 12 + 36/5 − ….\nr = −12 ÷ 20 = −3/5\n|r| = 3/5 < 1, so the series converges.\nS = 20/(1 + 3/5) = 25/2',
      'ω is a complex cube root of unity. Simplify (1 + ω)³.\nω³ = 1 and 1 + ω + ω² = 0\n1 + ω = −ω²\n(1 + ω)³ = −ω⁶ = −1',
      'Evaluate sin(2 arccos(5/13)).\nPut θ = arccos(5/13), so cos θ = 5/13 and 0 ≤ θ ≤ π.\nsin θ = √(1 − 25/169) = 12/13\nsin 2θ = 2·(12/13)·(5/13)\n= 120/169',
      'Find all complex solutions of z⁴ + 64 = 0.\nz⁴ + 64 = (z² + 8)² − 16z²\n= (z² − 4z + 8)(z² + 4z + 8)\nz² − 4z + 8 = 0: (z − 2)² = −4, z = 2 ± 2i\nz² + 4z + 8 = 0: (z + 2)² = −4, z = −2 ± 2i',
      'Find all z with z³ = −27.\nz³ + 27 = 0\n(z + 3)(z² − 3z + 9) = 0\nz = −3, or z = (3 ± √(9 − 36))/2\n√(−27) = 3√3 i, so z = (3 ± 3√3 i)/2\nThe three solutions are −3, (3 + 3√3 i)/2 and (3 − 3√3 i)/2.',
      'Solve (lg x)² − lg x⁴ + 3 = 0 (lg is the logarithm to base 10).\nx > 0, and lg x⁴ = 4 lg x\ny = lg x: y² − 4y + 3 = 0\ny = 1 or y = 3\nx = 10 or x = 1000',
    ],
  },
  'what stands beside a rounded value': {
    flagged: [
      'Find x to 2 decimal places.\nx = 5.0482\n5.0482 = 5.06 (2 d.p.) ✗',
      'Round 3.14159 to 3 decimal places.\n3.14159 = 3.141 (3 d.p.) ✗',
    ],
    passed: [
      'Solve 1.07ⁿ > 2 for whole n.\nn > log 2/log 1.07 = 10.24 (2 d.p.)\nn = 11',
      'In triangle ABC, a = 9 cm, b = 12 cm and angle A = 35°. Find the two sizes of angle B.\nsin B = 12 sin 35°/9 = 0.7648 (4 d.p.)\nB = 49.9° or B = 180° − 49.9° = 130.1°',
      'Take one step of the Newton–Raphson method on x³ − x − 2 = 0 from x₀ = 1.5.\nf(1.5) = −0.125, f′(1.5) = 5.75\nx₁ = 1.5 + 0.125/5.75 = 1.5 + 0.021739 = 1.5217 (4 d.p.)',
      'X ~ Po(1.5). Find P(X ≤ 1).\nP(X ≤ 1) = e^(−1.5) + 1.5e^(−1.5)\n= 2.5 e^(−1.5) = 2.5 × 0.223130\n= 0.5578 (4 d.p.)',
      'A machine worth £12 000 loses 20% each year. When is it first worth less than half?\nn=1: 9600\nn=2: 7680\nn=3: ≈ 6144\nn=4: ≈ 4915.20, less than 6000\nAfter 4 years.',
    ],
  },
  'notes of rounding, bounds in small figures, sides of an identity, slopes set to a value': {
    flagged: [
      'Solve 5^x = 12.\nx log 5 = log 12\nx = log 12/log 5\nx = log(12/5) ✗\nx = 0.380 (3 s.f.)',
      'A sample decays as m = 60e^(−kt) and m = 20 at t = 4. Find k.\nk = (1/4) ln 3 = 0.257 (3 s.f.) ✗',
      'Evaluate ∫₁³ x dx.\n∫₁³ x dx = [x²/2]₁³ = 9/2 + 1/2 ✗',
      'Prove that (1 + cos 2θ)/sin 2θ = cot θ.\nLHS = (1 + 2 cos²θ − 1)/(2 sin θ cos θ)\n= 2 cos²θ/(sin θ cos θ) ✗\n= 2 cos θ/sin θ',
      'The curve y = x³ − 12x has two stationary points. Find them.\ndy/dx = 3x² − 12\ndy/dx = 0\nx² = 4\nx = 2 or x = −4 ✗',
      'Solve m² − 7m + 10 = 0.\n(m − 2)(m − 5) = 0, m = 2 or 4 ✗',
      'Solve 3^(2x) − 12·3^x + 27 = 0.\nu = 3^x: u² − 12u + 27 = 0\n(u − 3)(u − 9) = 0\nu = 3: 3^x = 3, x = 1\nu = 9: 3^x = 9, x = 3 ✗',
      'Find all complex solutions of z⁴ + 4 = 0.\nz⁴ + 4 = (z² + 2)² − (2z)²\n= (z² − 3z + 2)(z² + 2z + 2) ✗',
      'Prove that sin 2θ/(1 + cos 2θ) = tan θ.\nLHS = 2 sin θ cos θ/(1 + cos²θ − 1) ✗\n= 2 sin θ/cos θ',
      'Solve 4000e^(0.05t) = 10 000.\n4000e^(0.05t) = 10 000\ne^(0.05t) = 0.4 ✗',
    ],
    passed: [
      'Solve 5^x = 12.\nx log 5 = log 12\nx = log 12/log 5\nx = 1.54 (3 s.f.)',
      'A sample decays as m = 60e^(−kt) and m = 20 at t = 4. Find k.\nk = (1/4) ln 3 = 0.275 (3 s.f.)',
      'Evaluate ∫₁³ x dx.\n∫₁³ x dx = [x²/2]₁³ = 9/2 − 1/2 = 4',
      'Prove that (1 + cos 2θ)/sin 2θ = cot θ.\nLHS = (1 + 2 cos²θ − 1)/(2 sin θ cos θ)\n= 2 cos²θ/(2 sin θ cos θ)\n= cos θ/sin θ = cot θ = RHS',
      'Find the area between y = 4x − x² and the x-axis.\nArea = ∫₀⁴ (4x − x²) dx\n= [2x² − x³/3]₀⁴ = 32 − 64/3 = 32/3',
      'The curve y = x³ − 12x has two stationary points. Find them.\ndy/dx = 3x² − 12\ndy/dx = 0\nx² = 4\nx = 2 or x = −2',
      'Solve m² − 7m + 10 = 0.\n(m − 2)(m − 5) = 0, m = 2 or 5',
      'Solve 3^(2x) − 12·3^x + 27 = 0.\nu = 3^x: u² − 12u + 27 = 0\n(u − 3)(u − 9) = 0\nu = 3: 3^x = 3, x = 1\nu = 9: 3^x = 9, x = 2',
      'A ball: h = 30t − 5t². When is h = 25 on the way down?\n30t − 5t² = 25\nt² − 6t + 5 = 0\nt = 5 (t > 3)',
      'Solve 4000e^(0.05t) = 10 000.\n4000e^(0.05t) = 10 000\ne^(0.05t) = 2.5\nt = 20 ln 2.5 = 18.3 (3 s.f.)',
      'X ~ B(8, 0.25). Find the mean and variance.\nE(X) = 8 × 0.25 = 2, Var(X) = 2 × 0.75 = 1.5',
      'x³ + ax² + bx − 6 has factor x − 1 and leaves remainder −24 when divided by x + 1. Find a and b.\nf(1) = 0: 1 + a + b − 6 = 0\nf(−1) = −24: −1 + a − b − 6 = −24',
    ],
  },
  'formulas put in for letters, and names with two meanings': {
    flagged: [
      'Find the kinetic energy of 4 kg at 3 m/s.\nE = ½mv²\nE = ½ · 4 · 3 = 6 J ✗',
      'Let f(x) = x² + 2x for x ≥ −1. State the range of f.\nrange of f: f(x) ≥ 1 ✗',
    ],
    passed: [
      'The region under $y=\\sqrt{x}$ between $x=1$ and $x=3$ is rotated about the $x$-axis. Find the volume.\n$V=\\pi\\int_1^3 y^2\\,dx=\\pi\\int_1^3 x\\,dx$\n$=\\pi\\big[\\tfrac12x^2\\big]_1^3=4\\pi$',
      'Find the length of $y=\\frac23(x+1)^{3/2}$ from $x=0$ to $x=2$.\n$\\frac{dy}{dx}=(x+1)^{1/2}$\n$s=\\int_0^2\\sqrt{1+\\left(\\frac{dy}{dx}\\right)^2}\\,dx=\\int_0^2\\sqrt{x+2}\\,dx$',
      'Find the eigenvalues of A = [[5, 2], [2, 2]].\ndet(A - λI) = (5 - λ)(2 - λ) - 4 = 0\nλ² - 7λ + 6 = 0\nλ = 1 or λ = 6',
      'The sum of the first n terms of a sequence is S_n = 2n² + n. Find the nth term and show that the sequence is arithmetic.\nFor n ≥ 2, u_n = S_n − S_(n−1) = 2n² + n − [2(n − 1)² + (n − 1)]\n= 2n² + n − [2n² − 3n + 1]\n= 4n − 1',
      'Write $\\dfrac{4}{3-\\sqrt7}$ in the form $a+b\\sqrt7$.\n$\\dfrac{4}{3-\\sqrt7}\\times\\dfrac{3+\\sqrt7}{3+\\sqrt7}$\n$=\\dfrac{12+4\\sqrt7}{2}$\n$=6+2\\sqrt7$',
      'Let $A=\\begin{pmatrix}3&1\\\\5&2\\end{pmatrix}$. Use $A^{-1}$ to solve $A\\mathbf x=\\begin{pmatrix}2\\\\1\\end{pmatrix}$.\n$A^{-1}=\\begin{pmatrix}2&-1\\\\-5&3\\end{pmatrix}$\n$\\mathbf x=\\begin{pmatrix}3\\\\-7\\end{pmatrix}$',
      'Let $f(x)=x^2+6x+11$ for $x\\ge-3$. Find $f^{-1}$ and state its domain and range.\n$f^{-1}(x)=-3+\\sqrt{x-2}$\nDomain: $x\\ge2$; range: $y\\ge-3$',
    ],
  },
};
