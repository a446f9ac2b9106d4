import type { Topics } from './topics.ts';

/** Lines that open something new: they follow from nothing above and are not refuted by it. */
export const opens: Topics = {
  'the next of several equations': {
    flagged: ['Solve 3x + y = 5 and x + y = 3.\n2x = 2\nx = 2 ✗'],
    passed: [
      'The parabola y = ax² + bx + c passes through (0, 1), (1, 4) and (−1, 2). Find a, b and c.\nx = 0: c = 1   (1)\nx = 1: a + b + c = 4   (2)\nx = −1: a − b + c = 2   (3)',
      'When p(x) = x^3 + ax^2 + bx + 6 is divided by x - 1 the remainder is 4, and x + 2 is a factor. Find a and b.\np(1) = 4: 1 + a + b + 6 = 4, so a + b = -3\np(-2) = 0: -8 + 4a - 2b + 6 = 0, so 4a - 2b = 2',
      'Find all integer solutions of 5x + 8y = 1.\nOne solution: x = −3, y = 2, since −15 + 16 = 1.',
      'Solve x + y + z = 6, 2x - y + z = 3, x + 2y - z = 2.\nAdding the first and third: 2x + 3y = 8   (4)\nAdding the last two: 3x + y = 5   (5)\nFrom (5) y = 5 - 3x',
    ],
  },
  'a new letter for an expression': {
    flagged: ['Solve x^4 - 5x^2 + 4 = 0.\nu = x^2\nu^2 - 5u - 4 = 0 ✗'],
    passed: [
      'Simplify 1/(x − 1) − 2/(x² − 1).\nx² − 1 = (x − 1)(x + 1)\nSo we need x ≠ 1 and x ≠ −1.',
      'Simplify √(4 + √7) − √(4 − √7).\nCall it y. Clearly y > 0.\ny² = 8 − 2√9',
    ],
  },
  'angles in degrees': {
    flagged: ['Find the angle θ.\ncos θ = 4/9\nθ = 65.6° ✗', 'Work out the angle A.\nA = arccos(1/7) = 82.79° ✗'],
    passed: [
      'Find the angle θ.\ncos θ = 4/9\nθ = 63.6°',
      'Find the angle A.\nsin A = 0.5736\nA = 35°',
      'Work out the angle A.\nA = arccos(1/7) = 81.79 deg',
      'Find the acute angle x.\nsin x = 3/5\nx = sin^{-1}(3/5) = 36.9°',
    ],
  },
  'labels, shares and scales': {
    flagged: ['How long is it?\n1 m = 1000 cm ✗'],
    passed: [
      'The first $12 000 is tax free, the next $20 000 is taxed at 20%. How much tax is due on $32 000?\n20 000: 0.2 × 20 000 = 4 000',
      'Mia spent 2/5 of her money and had $36 left. How much had she at first?\nleft: 3/5 = $36\n1/5 = $12\n5/5 = $60',
      'On a 1 : 25 000 map a footpath is 7.2 cm long. How long is it?\n1 cm on the map = 25 000 cm = 250 m on the ground',
      'A two-digit number has digit sum 11. Reversed it is 27 larger. Find the number.\n92 − 29 = 63\n83 − 38 = 45\n74 − 47 = 27',
      'Calculate (3.2 × 10^5) × (4.5 × 10^-8).\n= 14.4 × 10^-3\n= 1.44 × 10^-2',
    ],
  },
  'lengths named by their ends': {
    flagged: [],
    passed: [
      'PA is a tangent to a circle with centre O and radius 5 cm, touching it at A. OP = 13 cm. Find PA.\nPA² = OP² − OA² = 169 − 25 = 144\nPA = 12 cm',
      'Find the area of a circle with radius 3.27 cm, correct to 3 significant figures.\nA = πr² where r = 3.27\nA ≈ 33.6 cm²',
    ],
  },
  'a function at a value, and numbers put in': {
    flagged: ["Find the stationary points of y = x² − 4x.\ny' = 2x − 4\n2x − 4 = 0\nx = −2 ✗"],
    passed: [
      'A parabola has its vertex at S(2|−3) and passes through P(4|5). Where does it cross the x-axis?\ny = 2(x − 2)² − 3\n2(x − 2)² = 3 ⇒ (x − 2)² = 1.5',
      "Solve x y' + y = 3x² for x > 0 with y(1) = 4.\nxy = x³ + C\n1·4 = 1 + C, C = 3",
      "Solve y' + 2y = 6, y(0) = 5.\nHomogeneous: y' = −2y, y_h = Ce^(−2x)",
      'Find the limit of (sin x − x cos x)/x³ for x → 0.\n$\\sin x=x-\\frac{x^3}6+O(x^5)$\n$x\\cos x=x-\\frac{x^3}{2}+O(x^5)$',
      'Prove that x + 9/x ≥ 6 for all x > 0.\n(√x − 3/√x)² ≥ 0\nEquality ⇔ √x = 3/√x ⇔ x = 3.',
    ],
  },
  'the word if before an equation': {
    flagged: ['Solve x² + xy = 12 and y² + xy = 4.\n(x + y)² = 16, x + y = ±4\nIf x + y = 4: x = 3, y = 1\n3 + 1 = 5 ✗'],
    passed: [
      'Solve x² + xy = 12 and y² + xy = 4.\n(x + y)² = 16, x + y = ±4\nIf x + y = 4: x = 3, y = 1\nIf x + y = −4: x = −3, y = −1',
      'Solve xy = 6 and x + y = 5.\nx(5 − x) = 6\nx = 2 or x = 3\nIf x = 2, y = 3\nif x = 3, y = 2',
    ],
  },
  'division with a colon': {
    flagged: ['Calculate 12 : 4 + 1.\n12 : 4 + 1 = 3 + 1 = 5 ✗', 'Solve 5/12 : 15/12.\n5/12 : 15/12 = 5/12 · 15/12 ✗'],
    passed: ['Calculate 5/12 : 15/12.\n5/12 : 15/12 = 5/12 · 12/15\n= 1/3', 'Solve 5/12 : 15/12.\n5/12 : 15/12 = 5/12 · 12/15\n= 1/3'],
  },
};
