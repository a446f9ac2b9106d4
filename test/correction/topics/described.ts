import type { Topics } from './topics.ts';

/** What a line says of a sum, a sequence, a rate, a curve or a period, where the problem fixes it. The first mistaken line is marked ✗. */
export const described: Topics = {
  sums: {
    flagged: [
      'Find Σ_{k=1}^{20} (3k − 1).\nΣ k = 20·21/2 = 210\n3·210 − 1 = 629 ✗',
      'Find \\sum_{k=1}^{n} (4k+5).\n= 4 \\cdot \\frac{n(n+1)}{2} + 5 ✗',
    ],
    passed: [
      'Evaluate \\sum_{k=1}^{n} (4k+5).\n= 4\\sum k + 5n\n= 4 \\cdot \\frac{n(n+1)}{2} + 5n\n= 2n^2 + 7n',
      'Evaluate Σ_{k=1}^{10} k².\n= n(n+1)(2n+1)/6 = 10·11·21/6 = 385',
      'Find Σ_{k=1}^{20} (3k − 1).\nΣ k = 20·21/2 = 210\n3·210 − 20 = 610',
      'Find Σ_{k=3}^{6} (k² + 1).\nk = 3: 10, k = 4: 17, k = 5: 26, k = 6: 37\n10 + 17 + 26 + 37 = 90',
    ],
  },
  'sequences by a step or a formula': {
    flagged: [
      'Find the sum to infinity of 8 + 4 + 2 + ….\nr = 1/2\nS = 8/(1 + 1/2) = 16/3 ✗',
      'An arithmetic sequence has a₁ = 5 and d = 3. Find a₂₀.\na₂₀ = 5 + 20·3 = 65 ✗',
      'The third term of an arithmetic sequence is 8 and the seventh is 20. Find a₁ and d.\n4d = 12\nd = 3\na₁ = 8 − 3·3 = −1 ✗',
      'A sequence is defined by a₁ = 2, a_{n+1} = 3a_n − 1. Find a₄.\na₂ = 5\na₃ = 14\na₄ = 42 ✗',
      'u_n = n² + 1. Find u_{n+1} − u_n.\nu_{n+1} = (n + 1)² + 1 = n² + 2n + 2\nu_{n+1} − u_n = 2n + 3 ✗',
      'A sequence is given by u_1 = 3 and u_{n+1} = 2u_n − 1. Find u_4.\nu_2 = 2·3 − 1 = 5\nu_3 = 9\nu_4 = 19 ✗',
    ],
    passed: [
      'A sequence is given by u_1 = 3 and u_{n+1} = 2u_n − 1. Find u_4.\nu_2 = 2·3 − 1 = 5\nu_3 = 9\nu_4 = 17',
      'a_n = 3n + 2. Find a_{n+1} − a_n.\na_{n+1} = 3(n + 1) + 2 = 3n + 5\na_{n+1} − a_n = 3',
      "Find the arithmetic sequence's a₁ if a₃ = 11 and a₈ = 31.\n5d = 20\nd = 4\na₁ = 11 − 8 = 3\na₂₀ = 3 + 19·4 = 79",
    ],
  },
  'rates that belong to a formula': {
    flagged: [
      'A spherical balloon is inflated at 100 cm³/s. How fast does the radius grow when r = 5 cm?\nV = 4/3 π r³\ndV/dt = 4/3 π r² dr/dt ✗',
      'The radius of a circle grows at 2 cm/s. How fast does the area grow when r = 10 cm?\nA = πr²\ndA/dt = 2πr ✗',
    ],
    passed: [
      'The radius of a circle grows at 2 cm/s. How fast does the area grow when r = 10 cm?\nA = πr²\ndA/dt = 2πr · dr/dt\n= 2π · 10 · 2 = 40π cm²/s',
      "A cube's side grows at 3 cm/s. How fast does the volume grow when the side is 5 cm?\nV = s³\ndV/dt = 3s² · ds/dt\ndV/dt = 3 · 25 · 3 = 225",
      'A balloon (sphere) has diameter 10 cm. Its radius grows 1 cm/s. How fast does V grow?\nr = 5\nV = (4/3)πr³\ndV/dt = 4πr² · 1 = 100π',
    ],
  },
  'where a function grows, and points of curves': {
    flagged: [
      "Find the inflection point of f(x) = x³ − 6x² + 5.\nf'' = 6x − 12\nx = 2\nf(2) = 8 − 24 + 5 = −11\ninflection point (2, 11) ✗",
      "On which intervals is f(x) = x³ − 12x increasing?\nf'(x) = 3x² − 12\nf'(x) > 0 for −2 < x < 2 ✗",
      'Find the intersection of the line y = x + 1 with the parabola y = x² − 1.\nx² − 1 = x + 1\nx² − x − 2 = 0\nx = 2 or x = −1\npoints: (2, 3) and (−1, 2) ✗',
      "Where is f(x) = x² − 4x increasing?\nf'(x) = 2x − 4\nf is increasing for x < 2 ✗",
      'Find the intersection points of y = x² and y = 2x + 3.\nx² − 2x − 3 = 0\nx = 3 or x = −1\nThe points are (3, 9) and (−1, −1) ✗',
    ],
    passed: [
      "Where is f(x) = x² − 4x increasing?\nf'(x) = 2x − 4\nf is increasing for x > 2 and decreasing for x < 2",
      "Where is f(x) = x³ − 3x² concave up?\nf''(x) = 6x − 6\nf''(x) > 0 for x > 1\nconcave up on (1, ∞)",
      'Find the intersection points of y = x² and y = 2x + 3.\nx² − 2x − 3 = 0\nx = 3 or x = −1\nThe points are (3, 9) and (−1, 1)',
    ],
  },
  'lines, circles and planes that are described': {
    flagged: [
      'Find the line through (2, −1) parallel to 3x − y = 4.\nslope 3\ny + 1 = 3(x − 2)\ny = 3x − 5 ✗',
      'Find the centre and radius of x² + y² − 6x + 4y − 12 = 0.\n(x − 3)² + (y + 2)² = 12 ✗',
      'A circle has diameter AB with A(1, 2), B(7, 10). Find its equation.\ncentre: (4, 6)\nradius: √(36 + 64) = 10\n(x − 4)² + (y − 6)² = 100 ✗',
      'Find the plane through A(1, 0, 0), B(0, 2, 0), C(0, 0, 3).\nAB = (−1, 2, 0), AC = (−1, 0, 3)\nn = AB × AC = (6, 3, 2)\n6x + 3y + 2z = 3 ✗',
    ],
    passed: [
      'Find the centre and radius of x² + y² − 6x + 4y − 12 = 0.\n(x − 3)² + (y + 2)² = 25\ncentre (3, −2), radius 5',
      'A circle has diameter AB with A(1, 2), B(7, 10). Find its equation.\ncentre: (4, 6)\ndiameter √(36 + 64) = 10, radius 5\n(x − 4)² + (y − 6)² = 25',
      'Find the line through (2, −1) parallel to 3x − y = 4.\ny = 3x − 4, slope 3\ny + 1 = 3(x − 2)\ny = 3x − 7',
      'Find the plane through A(1, 0, 0), B(0, 2, 0), C(0, 0, 3).\nAB = (−1, 2, 0), AC = (−1, 0, 3)\nn = AB × AC = (6, 3, 2)\n6x + 3y + 2z = 6',
    ],
  },
  'periods, residues, conics': {
    flagged: [
      'Find the last digit of 3^47.\n3⁴ = 81 ≡ 1 (mod 10)\n47 = 4·11 + 3\n3^47 ≡ 3³ = 27, so the last digit is 3 ✗',
      'Find the horizontal asymptote of y = (4x − 1)/(2x + 5).\ny = 4/5 ✗',
      'Find the period and amplitude of y = 3 sin(2x).\namplitude 3\nperiod 2π·2 = 4π ✗',
    ],
    passed: [
      'Find the period and amplitude of y = 3 sin(2x).\namplitude 3\nperiod 2π/2 = π',
      'Find the last digit of 3^47.\n3⁴ = 81 ≡ 1 (mod 10)\n3^47 ≡ 3³ = 27, so the last digit is 7',
      'Find the foci of the ellipse 9x² + 4y² = 36.\nx²/4 + y²/9 = 1\na = 3, b = 2\nc² = a² − b² = 5\nF(0, √5) and F(0, −√5)',
    ],
  },
  'integrals with small bounds': {
    flagged: [
      'Compute ∫₀^π sin x dx.\n= [−cos x]₀^π\n= −cos π − cos 0 = 1 − 1 = 0 ✗',
      'Find the average value of f(x) = x² on [0, 3].\n∫₀³ x² dx = 9\naverage = 9/2 ✗',
      'Find the area between y = x and y = x² .\nthey meet at x = 0 and x = 1\nA = ∫₀¹ (x² + x) dx ✗',
    ],
    passed: [
      'Compute ∫₀^π sin x dx.\n= [−cos x]₀^π\n= −cos π + cos 0 = 2',
      'Evaluate ∫₋₁² (3x² − 2x) dx.\nF(x) = x³ − x²\nF(2) − F(−1) = 4 − (−2) = 6',
      'Find the area enclosed by y = x and y = x².\nA = ∫₀¹ (x − x²) dx = [x²/2 − x³/3]₀¹ = 1/6',
    ],
  },
  'several solutions on several lines': {
    flagged: ['Solve 4x ≡ 2 (mod 6).\n2x ≡ 1 (mod 3)\nx ≡ 1 (mod 3) ✗'],
    passed: [
      'Solve x² ≡ 1 (mod 6) for x.\nx ≡ 1 (mod 6)\nx ≡ 5 (mod 6)',
      'Write z = −1 + √3 i in polar form.\n|z| = 2\nz lies in the second quadrant\ntan α = √3, α = π/3\nθ = π − π/3 = 2π/3\nz = 2(cos 2π/3 + i sin 2π/3)',
      'Solve 3x ≡ 6 (mod 9).\nx ≡ 2 (mod 9)\nx ≡ 5 (mod 9)\nx ≡ 8 (mod 9)',
      'Solve 3x ≡ 6 (mod 9).\nx ≡ 2 (mod 3)',
      '4x ≡ 2 (mod 6). Find all solutions modulo 6.\n2x ≡ 1 (mod 3)\nx ≡ 2 (mod 3)\nx ≡ 2 (mod 6)\nx ≡ 5 (mod 6)',
      'Solve 4x ≡ 2 (mod 6).\nx ≡ 2 (mod 6)\nx ≡ 5 (mod 6)',
      'Solve 2x ≡ 4 (mod 6).\n2x ≡ 4 (mod 6)\nx ≡ 2 (mod 6)\nx ≡ 5 (mod 6)',
      'Write z = −1 + √3 i in polar form.\nr = 2\nz lies in the second quadrant\nθ = 2π/3',
      'Write z = −1 + √3i in polar form and compute z³.\n|z| = √(1 + 3) = 2\ntan θ = −√3, z lies in the second quadrant, so θ = 2π/3',
      'Express z = -1 + i√3 in polar form.\nr = √(1+3) = 2\nz lies in the second quadrant: θ = π − π/3 = 2π/3',
      'Express z = −2 − 2i in polar form.\nr = 2√2\nreference angle π/4\nz lies in the third quadrant, θ = 5π/4',
    ],
  },
};
