import type { Topics } from './topics.ts';

/** Congruences, counting, chance, functions of functions and sequences. Problem first, then the lines; the first mistaken line is marked ✗. */
export const discrete: Topics = {
  modular: {
    flagged: [
      'Compute 17 mod 5\n17 mod 5 = 3 ✗',
      'Find $3^4$ mod 7\n$3^4 = 81 \\equiv 5 \\pmod 7$ ✗',
      'Solve $x + 5 \\equiv 2 \\pmod 6$\n$x \\equiv -3 \\equiv 4 \\pmod 6$ ✗',
      'Find the last digit of $7^3$\n$7^3 = 343 \\equiv 4 \\pmod{10}$ ✗',
      'Compute $2^{10}$ mod 11\n2^5 = 32 ≡ 1 (mod 11) ✗',
    ],
    passed: [
      'Compute 17 mod 5\n17 mod 5 = 2',
      'Show $7^2 \\equiv 1 \\pmod 8$\n$7^2 = 49 \\equiv 1 \\pmod 8$',
      'Find $3^4$ mod 7\n$3^4 = 81 \\equiv 4 \\pmod 7$',
      'Solve $3x \\equiv 2 \\pmod 7$\n$x \\equiv 3 \\pmod 7$',
      'Solve $3x \\equiv 2 \\pmod 7$\n$5 \\cdot 3x \\equiv 5 \\cdot 2 \\pmod 7$\n$x \\equiv 10 \\equiv 3 \\pmod 7$',
      'Solve $x + 5 \\equiv 2 \\pmod 6$\n$x \\equiv -3 \\equiv 3 \\pmod 6$',
      'Find the last digit of $7^3$\n$7^3 = 343 \\equiv 3 \\pmod{10}$',
      'Compute $2^{10}$ mod 11\n2^5 = 32 ≡ -1 (mod 11)\n2^10 ≡ (-1)^2 ≡ 1 (mod 11)',
    ],
  },
  combinatorics: {
    flagged: [
      'How many ways to choose 3 of 8?\n$\\binom{8}{3} = \\frac{8!}{3!} = 6720$ ✗',
      'How many ways to choose 3 of 8?\n8C3 = 336 ✗',
      'In how many orders can 4 of 7 be placed?\n7P4 = 7*6*5*4 = 480 ✗',
      'How many arrangements of 5 books?\n$5! = 5 + 4 + 3 + 2 + 1 = 15$ ✗',
    ],
    passed: [
      'How many ways to choose 3 of 8?\n$\\binom{8}{3} = \\frac{8!}{3!5!} = 56$',
      'How many ways to choose 3 of 8?\n8C3 = 56',
      'In how many orders can 4 of 7 be placed?\n7P4 = 7*6*5*4 = 840',
      'How many arrangements of 5 books?\n$5! = 5 \\cdot 4 \\cdot 3 \\cdot 2 \\cdot 1 = 120$',
      'How many ways?\n^8C_3 = 56',
      'How many ways?\n${}_8C_3 = 56$',
      'How many ways?\nnCr(8,3) = 56',
      'How many ways?\nC(8,3) = 8!/(3! 5!) = 56',
      'How many ways?\n$P(7,2) = \\frac{7!}{5!} = 42$',
    ],
  },
  probability: {
    flagged: [
      'A die is rolled. Find the probability of an even number or a 5.\nP(even) = 3/6\nP(5) = 1/6\nP(even or 5) = 3/6 + 1/6 = 4/12 ✗',
      'A bag has 3 red and 5 blue balls. Find the probability of two reds without replacement.\nP = 3/8 × 2/7 = 6/15 ✗',
      "Find P(A') when P(A) = 0.35\nP(A') = 1 - P(A) = 1 - 0.35 = 0.75 ✗",
      'Find the expected value.\nE(X) = 1·0.2 + 2·0.5 + 3·0.3 = 2.3 ✗',
    ],
    passed: [
      'A die is rolled. Find the probability of an even number or a 5.\nP(even) = 3/6\nP(5) = 1/6\nP(even or 5) = 3/6 + 1/6 = 4/6 = 2/3',
      'A bag has 3 red and 5 blue balls. Find the probability of two reds without replacement.\nP = 3/8 × 2/7 = 6/56 = 3/28',
      'Given P(A) = 0.4 and P(B) = 0.3, independent. Find P(A and B).\nP(A and B) = 0.4 × 0.3 = 0.12',
      'Given $P(A) = 0.4$, $P(B) = 0.5$ and $P(A \\cap B) = 0.2$, find $P(A \\cup B)$.\n$P(A \\cup B) = P(A) + P(B) - P(A \\cap B) = 0.4 + 0.5 - 0.2 = 0.7$',
      "Find P(A') when P(A) = 0.35\nP(A') = 1 - P(A) = 1 - 0.35 = 0.65",
      'Find $P(A|B)$\n$P(A|B) = \\frac{P(A \\cap B)}{P(B)} = \\frac{0.2}{0.5} = 0.4$',
      'Find the expected value.\nE(X) = 1·0.2 + 2·0.5 + 3·0.3 = 2.1',
      'Find $P(X = 2)$ for $X \\sim B(5, 0.5)$\n$P(X = 2) = \\binom{5}{2} (0.5)^2 (0.5)^3 = 10 \\cdot \\frac{1}{32} = 0.3125$',
    ],
  },
  functions: {
    flagged: [
      'Given f(x) = 2x + 1 and g(x) = x^2, find f(g(3)).\ng(3) = 9\nf(9) = 18 ✗',
      'Given f(x) = 2x + 1 and g(x) = x^2, find f(g(3)).\ng(3) = 6 ✗',
      'Given $f(x) = 2x + 1$ and $g(x) = x^2$, find $f(g(x))$.\n$f(g(x)) = (2x+1)^2$ ✗',
      'Find the inverse of $f(x) = 2x + 1$\n$y = 2x + 1$\n$x = 2y + 1$\n$y = \\frac{x+1}{2}$ ✗',
      'If f(x) = x^2 - 3x, find f(-2)\nf(-2) = -2^2 - 3(-2) = -4 + 6 = 2 ✗',
      'If f(x) = x^2 - 3x, find f(a+1)\nf(a+1) = a^2 - 3a + 1 ✗',
    ],
    passed: [
      'Given f(x) = 2x + 1 and g(x) = x^2, find f(g(3)).\ng(3) = 9\nf(9) = 19',
      'Given $f(x) = 2x + 1$ and $g(x) = x^2$, find $f(g(x))$.\n$f(g(x)) = 2x^2 + 1$',
      'Given $f(x) = 2x + 1$ and $g(x) = x^2$, find $(f \\circ g)(x)$.\n$(f \\circ g)(x) = f(x^2) = 2x^2 + 1$',
      'Given $f(x) = 2x + 1$ and $g(x) = x^2$, find $(f \\circ g)(2)$.\n$(f \\circ g)(2) = f(4) = 9$',
      'Find the inverse of $f(x) = 2x + 1$\n$y = 2x + 1$\n$x = 2y + 1$\n$y = \\frac{x-1}{2}$\n$f^{-1}(x) = \\frac{x-1}{2}$',
      'If f(x) = x^2 - 3x, find f(-2)\nf(-2) = (-2)^2 - 3(-2) = 4 + 6 = 10',
      'If f(x) = x^2 - 3x, find f(a+1)\nf(a+1) = (a+1)^2 - 3(a+1) = a^2 - a - 2',
    ],
  },
  sequences: {
    flagged: [
      'Find the 10th term of 3, 7, 11, ...\n$a_{10} = 3 + 9 \\cdot 4 = 48$ ✗',
      'Find the sum of the first 20 odd numbers\n$S_{20} = \\frac{20}{2}(1 + 39) = 800$ ✗',
      'Evaluate $\\sum_{k=1}^{4} k^2$\n$\\sum_{k=1}^{4} k^2 = 1 + 4 + 9 = 14$ ✗',
      'Evaluate $\\sum_{k=1}^{n} k$\n$\\sum_{k=1}^{n} k = \\frac{n(n-1)}{2}$ ✗',
      'Find the sum of the geometric series 1 + 1/2 + 1/4 + ...\n$S = \\frac{1}{1 - \\frac12} = \\frac12$ ✗',
      'Evaluate $\\sum_{k=0}^{\\infty} \\left(\\frac13\\right)^k$\n$= \\frac{1}{1-\\frac13} = \\frac23$ ✗',
      'Given $a_1 = 2$ and $a_{n+1} = 3a_n - 1$, find $a_3$\n$a_2 = 3 \\cdot 2 - 1 = 5$\n$a_3 = 3 \\cdot 5 - 1 = 16$ ✗',
    ],
    passed: [
      'Find the 10th term of 3, 7, 11, ...\n$a_n = 3 + 4(n-1)$\n$a_{10} = 3 + 4 \\cdot 9 = 39$',
      'Find the sum of the first 20 odd numbers\n$S_{20} = \\frac{20}{2}(1 + 39) = 400$',
      'Evaluate $\\sum_{k=1}^{4} k^2$\n$\\sum_{k=1}^{4} k^2 = 1 + 4 + 9 + 16 = 30$',
      'Evaluate $\\sum_{k=1}^{n} k$\n$\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}$',
      'Prove by induction that 1+2+...+n = n(n+1)/2\n$\\frac{k(k+1)}{2} + (k+1) = \\frac{k(k+1) + 2(k+1)}{2} = \\frac{(k+1)(k+2)}{2}$',
      'Find the sum of the geometric series 1 + 1/2 + 1/4 + ...\n$S = \\frac{1}{1 - \\frac12} = 2$',
      'Evaluate $\\sum_{k=0}^{\\infty} \\left(\\frac13\\right)^k$\n$= \\frac{1}{1-\\frac13} = \\frac32$',
      'Given $a_1 = 2$ and $a_{n+1} = 3a_n - 1$, find $a_3$\n$a_2 = 3 \\cdot 2 - 1 = 5$\n$a_3 = 3 \\cdot 5 - 1 = 14$',
    ],
  },
};
