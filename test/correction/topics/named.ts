import type { Topics } from './topics.ts';

/** What a line means by the name of its left side, the words of the problem, or a label before it. Problem first; the first mistaken line is marked ✗. */
export const named: Topics = {
  'problems without marks': {
    flagged: [
      'Make y the subject of cy + k = my + n (c ≠ m).\ncy − my = n + k ✗',
      'Solve w² − 2w + 10 = 0 over the complex numbers.\nw = (2 ± √(4 − 40))/2\nw = 1 ± 6i ✗',
      "Find g'(t) if g(t) = t³ cos t.\ng'(t) = −3t² sin t ✗",
      'Solve the proportion 7 : n = 4 : 9.\n7/n = 4/9\n4n = 28 ✗',
      'Find the inverse of h(x) = (5x + 2)/3.\ny = (5x + 2)/3\n3y = 5x + 2\n5x = 3y + 2 ✗',
      'The mean of three numbers is 9. Two of them are 4 and 11. Find the third.\n$\\frac{4 + 11 + z}{3} = 9$\n$15 + z = 12$ ✗',
    ],
    passed: [
      'Make y the subject of cy + k = my + n (c ≠ m).\ncy − my = n − k\ny = (n − k)/(c − m)',
      'Solve w² − 2w + 10 = 0 over the complex numbers.\nw = (2 ± √(4 − 40))/2\nw = 1 ± 3i',
      "Find g'(t) if g(t) = t³ cos t.\ng'(t) = 3t² cos t − t³ sin t",
      'Solve the proportion 7 : n = 4 : 9.\n7/n = 4/9\n4n = 63\nn = 15.75',
      'Find the inverse of h(x) = (5x + 2)/3.\ny = (5x + 2)/3\n3y = 5x + 2\n5x = 3y − 2',
      'The mean of three numbers is 9. Two of them are 4 and 11. Find the third.\n$\\frac{4 + 11 + z}{3} = 9$\n$15 + z = 27$\n$z = 12$',
    ],
  },
  'labels and conditions before a line': {
    flagged: [
      'Solve by elimination: (1) 2p + 5q = 16 and (2) 7p − 5q = 11.\n(1) + (2): 9p = 5 ✗',
      'Decompose $\\frac{7x-1}{(x+1)(x-3)}$ into partial fractions.\n$\\frac{7x-1}{(x+1)(x-3)} = \\frac{A}{x+1} + \\frac{B}{x-3}$\n$7x - 1 = A(x-3) + B(x+1)$\n$x = 3$: $20 = 4B$, so $B = 4$ ✗',
      'Find the stationary points of y = x³ − 12x.\ndy/dx = 3x² − 12\nx = ±2\nx = 2: y = −16; x = −2: y = 8 ✗',
    ],
    passed: [
      'Solve by elimination: (1) 2p + 5q = 16 and (2) 7p − 5q = 11.\n(1) + (2): 9p = 27\np = 3',
      'Solve by elimination: (1) $2p + 5q = 16$ and (2) $7p − 5q = 11$.\n(1) + (2): $9p = 27$\n$p = 3$',
      'Decompose $\\frac{7x-1}{(x+1)(x-3)}$ into partial fractions.\n$\\frac{7x-1}{(x+1)(x-3)} = \\frac{A}{x+1} + \\frac{B}{x-3}$\n$7x - 1 = A(x-3) + B(x+1)$\n$x = 3$: $20 = 4B$, so $B = 5$\n$x = -1$: $-8 = -4A$, so $A = 2$',
      'Find the stationary points of y = x³ − 12x.\ndy/dx = 3x² − 12\nx = ±2\nx = 2: y = −16; x = −2: y = 16',
      'Solve (x − 4)/(x + 1) < 0.\nCritical points: x = 4 and x = −1.\n−1 < x < 4',
    ],
  },
  discriminants: {
    flagged: [
      'For which values of $p$ does $x^2 + px + 16 = 0$ have equal roots?\n$\\Delta = p^2 - 16$ ✗',
      'For which values of $p$ does $x^2 + px + 16 = 0$ have equal roots?\n$\\Delta = p^2 - 64$\n$p^2 - 64 = 0$\n$p = 8$ ✗',
    ],
    passed: ['For which values of $p$ does $x^2 + px + 16 = 0$ have equal roots?\n$\\Delta = p^2 - 64$\n$p^2 - 64 = 0$\n$p = \\pm 8$'],
  },
  'numbered solutions': {
    flagged: ['Solve $y^2 - y = 12$ and add the solutions.\n$y_1 = 4$, $y_2 = -3$\n$y_1 + y_2 = 7$ ✗'],
    passed: ['Solve $y^2 - y = 12$ and add the solutions.\n$y_1 = 4$, $y_2 = -3$\n$y_1 + y_2 = 1$'],
  },
  quantities: {
    flagged: [
      'Convert 54 km/h to m/s.\n54 km/h = 5400 m / 3600 s ✗',
      'Convert 54 km/h to m/s.\n54 km/h = 54000 m / 3600 s\n= 25 m/s ✗',
      'How many litres are 1.5 m³?\n1.5 m³ = 150 L ✗',
      'How many minutes are 2 1/2 hours?\n2 1/2 h = 2.5 × 60 min = 140 min ✗',
    ],
    passed: [
      'Convert 54 km/h to m/s.\n54 km/h = 54000 m / 3600 s\n= 15 m/s',
      'How many litres are 1.5 m³?\n1.5 m³ = 1500 L',
      'How many minutes are 2 1/2 hours?\n2 1/2 h = 2.5 × 60 min = 150 min',
      'How long do 100 km take?\nt = 100 km / 80 km/h = 1.25 h',
    ],
  },
  progressions: {
    flagged: [
      'The arithmetic sequence 3, 8, 13, … : find the 12th term.\n$a_{12} = 3 + 12 \\cdot 5 = 63$ ✗',
      'Find the sum to infinity of the geometric series $20 + 5 + \\frac54 + \\dots$\n$r = \\frac{20}{5} = 4$ ✗',
    ],
    passed: [
      'The arithmetic sequence 3, 8, 13, … : find the 12th term.\n$a_{12} = 3 + 11 \\cdot 5 = 58$\n$S_{12} = 6(3 + 58) = 366$',
      'Find the sum to infinity of the geometric series $20 + 5 + \\frac54 + \\dots$\n$r = \\frac{5}{20} = \\frac14$\n$S_\\infty = \\frac{20}{1 - 1/4} = \\frac{80}{3}$',
    ],
  },
  'inverse functions and Taylor polynomials': {
    flagged: [
      'Find the inverse of f(x) = 4x − 7.\nf⁻¹(x) = (x − 7)/4 ✗',
      'Find the Taylor polynomial of degree 2 of $f(x) = \\cos(3x)$ at 0.\n$T_2(x) = 1 - 3x^2$ ✗',
      "Find the Taylor polynomial of degree 2 of $f(x) = e^{5x}$ at 0.\n$f'(x) = 5e^{5x}$, $f''(x) = 5e^{5x}$ ✗",
    ],
    passed: [
      'Find the inverse of f(x) = 4x − 7.\nf⁻¹(x) = (x + 7)/4',
      'Find the Taylor polynomial of degree 2 of $f(x) = \\cos(3x)$ at 0.\n$T_2(x) = 1 - \\frac92 x^2$',
      "Find the Taylor polynomial of degree 2 of $f(x) = e^{5x}$ at 0.\n$f'(x) = 5e^{5x}$, $f''(x) = 25e^{5x}$",
    ],
  },
  'functions with a name of their own': {
    flagged: [
      "Find the maximum of $B(x) = x(12 - x)$.\n$B'(x) = 12 - x$ ✗",
      "Find the maximum of $B(x) = x(12 - x)$.\n$B'(x) = 12 - 2x$\n$12 - 2x = 0 \\Rightarrow x = 6$\n$B(6) = 72$ ✗",
    ],
    passed: ["Find the maximum of $B(x) = x(12 - x)$.\n$B'(x) = 12 - 2x$\n$12 - 2x = 0 \\Rightarrow x = 6$\n$B(6) = 36$"],
  },
  'columns and numbered names': {
    flagged: [
      'Solve $\\frac{y+1}{3} = 5 - y$.\n$\\frac{y+1}{3} = 5 - y \\qquad | \\cdot 3$\n$y + 1 = 15 - y \\qquad | + y$ ✗',
      'Solve log₂(x + 3) = 4.\nx + 3 = 8 ✗',
    ],
    passed: [
      'Solve $\\frac{y+1}{3} = 5 - y$.\n$\\frac{y+1}{3} = 5 - y \\qquad | \\cdot 3$\n$y + 1 = 15 - 3y \\qquad | + 3y$\n$4y + 1 = 15 \\qquad | - 1$\n$y = 3.5$',
      'Solve log₂(x + 3) = 4.\nx + 3 = 16\nx = 13',
    ],
  },
  'decimal commas': {
    flagged: [
      'Résoudre 1,5x + 2,5 = 7.\n1,5x = 7 + 2,5 ✗',
      'Berechne 2.350,75 € + 149,25 €.\n2.350,75 € + 149,25 € = 2.400,00 € ✗',
      'Löse 0,5y = 1,6.\ny = 0,8 ✗',
    ],
    passed: [
      'Résoudre 1,5x + 2,5 = 7.\n1,5x = 7 − 2,5\n1,5x = 4,5\nx = 3',
      'Berechne 2.350,75 € + 149,25 €.\n2.350,75 € + 149,25 € = 2.500,00 €',
      'Löse 0,5y = 1,6.\ny = 3,2',
      'A ship of 2,700 kg takes on 32 boxes.\n2700*32=86,400 kg',
    ],
  },
  'rounding a number written out': {
    flagged: [
      'Round 2.71828 to two decimal places.\n2.71828 ≈ 2.73 ✗',
      'Find $\\sqrt{30}$ to 2 decimal places.\n$\\sqrt{30} \\approx 5.84$ ✗',
    ],
    passed: [
      'Round 2.71828 to two decimal places and 0.05163 to two significant figures.\n2.71828 ≈ 2.72\n0.05163 ≈ 0.052',
      'Find $\\sqrt{30}$ to 2 decimal places.\n$\\sqrt{30} \\approx 5.48$',
    ],
  },
  'vectors, divisors and events': {
    flagged: [
      'Compute $\\begin{pmatrix}2\\\\0\\\\1\\end{pmatrix} \\times \\begin{pmatrix}1\\\\3\\\\0\\end{pmatrix}$.\n$\\begin{pmatrix}2\\\\0\\\\1\\end{pmatrix} \\times \\begin{pmatrix}1\\\\3\\\\0\\end{pmatrix} = \\begin{pmatrix}2\\\\0\\\\0\\end{pmatrix}$ ✗',
      'Find the lcm of 18 and 30.\n$\\operatorname{lcm}(18,30) = 2 \\cdot 3 \\cdot 5 = 30$ ✗',
      'A bag holds 3 green and 5 white balls. Two are drawn.\nP(both green) = 3/8 · 2/7\n= 5/56 ✗',
    ],
    passed: [
      'Compute $\\begin{pmatrix}2\\\\0\\\\1\\end{pmatrix} \\times \\begin{pmatrix}1\\\\3\\\\0\\end{pmatrix}$.\n$\\begin{pmatrix}2\\\\0\\\\1\\end{pmatrix} \\times \\begin{pmatrix}1\\\\3\\\\0\\end{pmatrix} = \\begin{pmatrix}-3\\\\1\\\\6\\end{pmatrix}$',
      'Find the lcm of 180 and 300.\n$\\operatorname{lcm}(180,300) = 2^2 \\cdot 3^2 \\cdot 5^2 = 900$',
      'A bag holds 3 green and 5 white balls. Two are drawn.\nP(both green) = 3/8 · 2/7\n= 6/56\nP(both white) = 5/8 · 4/7\n= 20/56',
    ],
  },
};
