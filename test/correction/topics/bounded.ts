import type { Topics } from './topics.ts';

/** What follows from a bound, a range, a complement or the part of a formula that a line names. */
export const bounded: Topics = {
  'bounds, ranges and whole numbers': {
    flagged: [
      'Solve -5 < 1 - 2x <= 7 and write the solution as an interval.\n-6 < -2x <= 6\n3 > x >= -3\nx in (-3, 3] ✗',
      'Find the domain of $f(x)=\\dfrac{\\sqrt{8-4x}}{x+3}$.\n$8-4x\\ge0$\n$-4x\\ge-8$\n$x\\ge2$ ✗',
      'A geometric series has first term 3 and common ratio 2. Find the least n for which S_n > 1000.\n3(2^n - 1) > 1000\nn > log(1003/3)/log 2\nn > 8.38\nSo the least n is 8 ✗',
      'Given $\\sin x=\\frac{5}{13}$ and $\\frac{\\pi}{2}<x<\\pi$, find $\\cos x$.\n$\\cos^2x=1-\\frac{25}{169}=\\frac{144}{169}$\n$\\cos x=\\frac{12}{13}$ ✗',
      'Show by induction that 3^n > n² for n ≥ 2.\nNow 3k² − (k + 1)² = 2k² − 2k − 1 = 2(k − 1)² ≥ 0 ✗',
      "Find and classify the stationary points of $f(x)=(x+2)^4$.\n$f''(x)=12(x+2)^2$\nSo the point $(-2,0)$ is a point of inflection. ✗",
    ],
    passed: [
      'Solve -5 < 1 - 2x <= 7 and write the solution as an interval.\n-6 < -2x <= 6\n3 > x >= -3\nx in [-3, 3)',
      'Find the domain of $f(x)=\\dfrac{\\sqrt{8-4x}}{x+3}$.\n$8-4x\\ge0$\n$-4x\\ge-8$\n$x\\le2$\nand $x\\ne-3$',
      'A geometric series has first term 3 and common ratio 2. Find the least n for which S_n > 1000.\n3(2^n - 1) > 1000\nn > log(1003/3)/log 2\nn > 8.38\nSo the least n is 9',
      'Find the greatest whole n with 5n + 3 ≤ 43.\n5n ≤ 40\nn ≤ 8\nThe greatest n is 8.',
      'Given $\\sin x=\\frac{5}{13}$ and $\\frac{\\pi}{2}<x<\\pi$, find $\\cos x$.\n$\\cos^2x=1-\\frac{25}{169}=\\frac{144}{169}$\n$\\cos x=-\\frac{12}{13}$',
      'Given cos x = 3/5 and 270° < x < 360°, find sin x.\nsin²x = 1 − 9/25 = 16/25\nsin x = −4/5',
      'Show by induction that 3^n > n² for n ≥ 2.\nNow 3k² − (k + 1)² = 2k² − 2k − 1 = 2k(k − 1) − 1 ≥ 0',
      "Find and classify the stationary points of $f(x)=(x+2)^3$.\n$f''(x)=6(x+2)$\nSo the point $(-2,0)$ is a point of inflection.",
    ],
  },
  'parts that a line names': {
    flagged: [
      'Rationalise the denominator of $\\frac{4}{5-\\sqrt5}$.\nMultiply top and bottom by $5+\\sqrt5$: $\\frac{4(5+\\sqrt5)}{(5-\\sqrt5)(5+\\sqrt5)}$\nThe denominator is $25+5=30$. ✗',
      'Write 2/(x + 3) − (x − 1)/(x − 2) as a single fraction.\n= [2(x − 2) − (x − 1)(x + 3)] / [(x + 3)(x − 2)]\nnumerator: 2x − 4 − x² + 2x − 3 ✗',
      'Solve z + 3·conj(z) = 8 + 6i for z.\n4a - 2bi = 8 + 6i\nComparing: a = 2 and b = 3 ✗',
      'Find ∫ x sin 3x dx.\nu = x, dv = sin 3x dx\ndu = dx, v = −3 cos 3x ✗',
      'Let f(x, y) = x^3 y + cos(xy). Compute f_xy.\nf_x = 3x^2 y − y sin(xy)\nf_xy = 3x^2 − xy cos(xy) ✗',
      'ABCD is a parallelogram with A(1, 2), B(4, 3), C(6, 7). Find D.\nD = (9, 8) ✗',
      'A fair coin is thrown 6 times; X is the number of heads. Find P(X ≥ 3).\nP(X ≥ 3) = 1 − P(X ≤ 3) ✗',
      'A and B are independent events with P(A) = 0.3 and P(B) = 0.6. Find P(A or B).\nP(A or B) = P(A) + P(B) ✗',
      'Find the sum to infinity of 9 − 6 + 4 − 8/3 + ….\nr = −6 ÷ 9 = −2/3\nS∞ = a/(1 − r) = 9/(1 − 2/3) ✗',
      'Find the sum 4 + 7 + 10 + … + 61.\nNumber of terms: (61 − 4)/3 = 19 ✗',
    ],
    passed: [
      'Rationalise the denominator of $\\frac{4}{5-\\sqrt5}$.\nMultiply top and bottom by $5+\\sqrt5$: $\\frac{4(5+\\sqrt5)}{(5-\\sqrt5)(5+\\sqrt5)}$\nThe denominator is $25-5=20$.',
      'Write 2/(x + 3) − (x − 1)/(x − 2) as a single fraction.\n= [2(x − 2) − (x − 1)(x + 3)] / [(x + 3)(x − 2)]\nnumerator: 2x − 4 − x² − 2x + 3',
      'Solve z + 3·conj(z) = 8 + 6i for z.\n4a - 2bi = 8 + 6i\nComparing: a = 2 and b = -3',
      'Find ∫ x sin 3x dx.\nu = x, dv = sin 3x dx\ndu = dx, v = −(1/3) cos 3x',
      'Let f(x, y) = x^3 y + cos(xy). Compute f_xy.\nf_x = 3x^2 y − y sin(xy)\nf_xy = 3x^2 − sin(xy) − xy cos(xy)',
      'ABCD is a parallelogram with A(1, 2), B(4, 3), C(6, 7). Find D.\nD = (3, 6)',
      'A fair coin is thrown 6 times; X is the number of heads. Find P(X ≥ 3).\nP(X ≥ 3) = 1 − P(X ≤ 2)',
      'A and B are independent events with P(A) = 0.3 and P(B) = 0.6. Find P(A or B).\nP(A or B) = P(A) + P(B) − P(A)P(B) = 0.72',
      'Find the sum to infinity of 9 − 6 + 4 − 8/3 + ….\nr = −6 ÷ 9 = −2/3\nS∞ = a/(1 − r) = 9/(1 + 2/3) = 27/5',
      'Find the sum 4 + 7 + 10 + … + 61.\nNumber of terms: (61 − 4)/3 + 1 = 20',
      'Make a the subject of v² = u² + 2as and find a when v = 12, u = 2, s = 7.\na = (v² − u²)/(2s)\n= (144 − 4)/14 = 140/14\na = 10',
      'The mean of five numbers is 10. Four of the numbers are 7, 13, 9 and 6. Find the fifth number and the median.\n5 × 10 = 50\n50 − 35 = 15\nin order: 6, 7, 9, 13, 15\nso the median is 9',
    ],
  },
};
