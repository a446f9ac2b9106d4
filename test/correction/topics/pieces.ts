import type { Topics } from './topics.ts';

/** Marks and words beside the mathematics: what is only a piece of it, a value that is looked at, a letter that counts. Problem first, then the lines; ✗ marks the first mistaken line. */
export const pieces: Topics = {
  'a piece of a calculation': {
    flagged: [
      'f(x) = x sin x. Find f(π).\nf(π) = π sin π = π ✗',
      'Add the first numbers.\n1 + 2 + 3 + 4 = 12 ✗',
      'Work out 2 · 6.5 · 10²⁴\n2 · 6.5 · 10²⁴ = 1.3 · 10²⁴ ✗',
    ],
    passed: [
      'f(x) = x cos x. Find f(π/2).\nf(π/2) = π/2·cos(π/2) = 0, as it should be',
      'Prove by induction: 2 + 4 + … + 2n = n(n + 1).\nStep: 2 + 4 + … + 2k + 2(k + 1) = k² + k + 2k + 2\n= (k + 1)(k + 2)',
      'A geometric sequence has b₁ = 5 and b₄ = 40. Find the ratio.\nr³ = 40 : 5 = 8, so r = 2 (real)',
      'How many molecules are in 3 mol?\nN = 3 · 6.02·10²³ = 18.06·10²³\n= 1.806·10²⁴ molecules',
      'Expand and check.\nSum of the roots 2 + 4 − 1 = 5 matches −(−5)/1.',
      'Simplify 8/(√3 − 1)\n8/(√3 − 1) = 8(√3 + 1)/((√3 − 1)(√3 + 1))\nthe lower part is 3 − 1 = 2\n= 4(√3 + 1)',
    ],
  },
  'values that are looked at': {
    flagged: ['Solve x + 4 = 6\nx + 4 = 6\nx = 10 ✗\nCheck 10: yes', 'Solve x(x − 3) = 0\nx = 0 or x = 2 ✗'],
    passed: [
      'Solve sqrt(x + 6) = x.\nx + 6 = x^2\nx^2 - x - 6 = 0, i.e. (x - 3)(x + 2) = 0\nx = -2: left side sqrt(4) = 2, right side -2, so -2 is thrown out\nx = 3: sqrt(9) = 3 ✓',
      'Is it true that a < b gives a² < b²?\nNo: a = −4, b = 2: a < b, but a² = 16 > 4 = b².',
      'Solve x(x − 3) = 4(x − 3).\nCase 1: x = 3. Both sides are 0.\nCase 2: x ≠ 3. Divide: x = 4.\nS = {3, 4}',
      'Is x² = 16 the same as x = 4?\nx² = 16 gives x = 4 or x = −4.\nRestricted to x ≥ 0 the two would be the same.',
      'When do f(x) = x + 6 and g(x) = x² agree?\nSetting equal: x + 6 = x²',
      'Solve 2sin²x + sin x − 1 = 0 on [0, 2π).\ns = −1 → x = 3π/2\ns = ½ → x = π/6 or x = 5π/6',
    ],
  },
  'letters that count': {
    flagged: ['Prove by induction that the sum of the first n odd numbers is n².\nk² + 2k + 1 = (k + 2)² ✗'],
    passed: [
      'Prove that (3n + 1)/(n + 2) → 3.\n|(3n + 1)/(n + 2) − 3| = |−5/(n + 2)| = 5/(n + 2)',
      'Prove by induction that 3^n > n² for n ≥ 1.\nWe want 3k² ≥ (k + 1)², i.e. 2k² − 2k − 1 ≥ 0\nSo 3^{k+1} > (k + 1)². Done.',
    ],
  },
  'work that is not done yet': {
    flagged: ['What is 30 % as a decimal?\n30 % = 3.0 ✗'],
    passed: [
      'After a 20% discount a bag costs $48. What did it cost before?\n20% was taken off, so 80% is $48\n1% = 48/80 = 0.60',
      'Solve 9^x − 4·3^x + 3 = 0\nlet u = 3^x, u > 0',
      'Solve √(x + 2) = x\nx + 2 = x²\ncandidates: x = 2, x = −1',
      'Factorise fully 3x³ − 12x.\ntake out 3x: 3x(x² - 4)\nx² − 4 is a difference of squares',
      "A pen of 40 m of fence against a wall: the largest area?\nA(x) = x(40 − 2x) = 40x − 2x², 0 < x < 20\nA'(x) = 40 − 4x\nA'(x) = 0 ⇔ x = 10",
    ],
  },
  'names and units': {
    flagged: ['Convert 20 °C to °F.\nF = 9/5 · C + 32 = 9/5 · 20 + 32 = 36 + 32 = 78 ✗'],
    passed: [
      'A tree casts a 30 m shadow at an elevation of 32°. How tall is it?\nh = 30 · tan 32°\nh = 30 · 0.6249\nh ≈ 18.7 m',
      'Find the area of a triangle with sides 5 and 7 and 40° between them.\nA = ½ · 5 · 7 · sin 40°\nA = 17.5 · 0.643',
      'Find ∫ sec²x tan x dx.\n= ½ sec²x + C',
      'Convert 50 °F to °C and −10 °C to °F.\nC = (F − 32) · 5/9 = (50 − 32) · 5/9 = 18 · 5/9 = 10, so 50 °F = 10 °C\nF = 9/5 · C + 32\n= 9/5 · (−10) + 32 = −18 + 32 = 14',
      'The mark is made of 70 % exam and 30 % homework. Ben has 60 in homework. What exam mark gives at least 67?\n0.7e + 0.3 · 60 ≥ 67\n0.7e ≥ 49\ne ≥ 70',
      'Find the eigenvalues of $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$.\n$\\chi(\\lambda) = (2-\\lambda)^2 - 1 = \\lambda^2 - 4\\lambda + 3$\n$= (\\lambda - 1)(\\lambda - 3)$, so $\\lambda_1 = 1,\\ \\lambda_2 = 3$.',
      'Löse 0,2x + 0,5 = 1,6.\n0,2x = 1,1\nL = {5,5}',
      'Solve $x + y = 5$, $2x - y = 4$.\n\\begin{aligned} x + y &= 5 \\quad (I) \\\\ 2x - y &= 4 \\quad (II) \\end{aligned}\n(I) + (II): $3x = 9$',
      'Factorise x⁴ + 64.\nx⁴ + 64 = (x² + 8)² − 16x²\n= (x² + 8 − 4x)(x² + 8 + 4x)\nBoth quadratics have discriminant 16 − 32 = −16 < 0, so no further real factors.',
    ],
  },
};
