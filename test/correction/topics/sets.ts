import type { Topics } from './topics.ts';

/** Intervals, sets, cases and systems. Problem first, then the lines; the first mistaken line is marked ✗. */
export const sets: Topics = {
  intervals: {
    flagged: [
      'Solve $2x - 1 \\le 7$\n$2x \\le 8$\n$x \\le 4$\n$x \\in (-\\infty, 4)$ ✗',
      'Solve $2x - 1 \\le 7$\n$x \\le 4$\n$[4, \\infty)$ ✗',
      'Solve $|x - 2| < 3$\n$-3 < x - 2 < 3$\n$-1 < x < 5$\n$[-1, 5]$ ✗',
      'Solve $x^2 > 9$\n$x > 3$ ✗',
      'Solve $x^2 > 9$\n$x > \\pm 3$ ✗',
      'Solve $x^2 > 9$\n$x \\in (-3, 3)$ ✗',
      'Solve x^2 - 5x + 6 < 0\n(x-2)(x-3) < 0\nx < 2 or x > 3 ✗',
      'Solve $-2 \\le 3x + 1 < 10$\n$-3 \\le 3x < 9$\n$-1 \\le x < 3$\n$(-1, 3]$ ✗',
    ],
    passed: [
      'Solve $2x - 1 \\le 7$\n$2x \\le 8$\n$x \\le 4$\n$x \\in (-\\infty, 4]$',
      'Solve $2x - 1 \\le 7$\n$x \\le 4$\n$(-\\infty, 4]$',
      'Solve $|x - 2| < 3$\n$-3 < x - 2 < 3$\n$-1 < x < 5$\n$(-1, 5)$',
      'Solve $x^2 > 9$\n$x < -3$ or $x > 3$\n$(-\\infty, -3) \\cup (3, \\infty)$',
      'Solve x^2 - 5x + 6 < 0\n(x-2)(x-3) < 0\n2 < x < 3',
      'Solve $-2 \\le 3x + 1 < 10$\n$-3 \\le 3x < 9$\n$-1 \\le x < 3$\n$[-1, 3)$',
    ],
  },
  sets: {
    flagged: [
      'Solve $x^2 - x - 6 = 0$\n$(x-3)(x+2) = 0$\n$\\{-3, 2\\}$ ✗',
      'Solve $x^2 - x - 6 = 0$\n$S = \\{2, -3\\}$ ✗',
      'Solve $2x + 1 > 5$\n$\\{x \\mid x > 3\\}$ ✗',
      'Solve $(x - 1)(x - 4) < 0$\n$\\mathbb{L} = (1, 5)$ ✗',
      'Solve $x^2 - 2ax = 0$ for $x$.\n$x = 0$ or $x = 2a$\n$L = \\{0, a\\}$ ✗',
      'Solve $2x + 1 > 5$\n$\\{x \\in \\mathbb{R} : x < 2\\}$ ✗',
    ],
    passed: [
      'Solve $x^2 - x - 6 = 0$\n$(x-3)(x+2) = 0$\n$\\{3, -2\\}$',
      'Solve $x^2 - x - 6 = 0$\n$L = \\{-2, 3\\}$',
      'Solve $2x + 1 > 5$\n$\\{x \\mid x > 2\\}$',
      'Solve $(x - 1)(x - 4) < 0$\n$\\mathbb{L} = \\big(1, 4\\big)$',
      'Solve $x^2 - 2ax = 0$ for $x$.\n$x = 0$ or $x = 2a$\n$L = \\{0, 2a\\}$',
      '$2x + 1 = 2x + 7$\n$0 = 6$\n$L = \\emptyset$',
      'Solve $2x + 1 > 5$\n$\\{x \\in \\mathbb{R} : x > 2\\}$',
      'Find $A \\cup B$ for $A = \\{1,2,3\\}$, $B = \\{3,4\\}$\n$A \\cup B = \\{1,2,3,4\\}$',
      'Find $A \\cap B$ for $A = \\{1,2,3\\}$, $B = \\{3,4\\}$\n$A \\cap B = \\{3\\}$',
    ],
  },
  cases: {
    flagged: [
      'Solve $\\begin{cases} x + y = 5 \\\\ x - y = 1 \\end{cases}$\n$2x = 6$\n$x = 3$\n$y = 8$ ✗',
      'Solve $\\begin{cases} x + y = 5 \\\\ x - y = 1 \\end{cases}$\n$\\begin{cases} x = 2 \\\\ y = 3 \\end{cases}$ ✗',
      'Solve the system x + y = 5, x - y = 1\n(x, y) = (2, 3) ✗',
      'Solve x + y + z = 6, x - y = 0, z = 2\nx + y = 8 ✗',
    ],
    passed: [
      'Evaluate $f(2)$ where $f(x) = \\begin{cases} x^2 & x < 1 \\\\ 2x + 1 & x \\ge 1 \\end{cases}$\n$f(2) = 2 \\cdot 2 + 1 = 5$',
      'Solve $\\begin{cases} x + y = 5 \\\\ x - y = 1 \\end{cases}$\n$2x = 6$\n$x = 3$\n$y = 2$',
      'Solve $\\begin{cases} x + y = 5 \\\\ x - y = 1 \\end{cases}$\n$\\begin{cases} x = 3 \\\\ y = 2 \\end{cases}$',
      'Solve the system x + y = 5, x - y = 1\n(x, y) = (3, 2)',
      'Solve x + y + z = 6, x - y = 0, z = 2\nx + y = 4\n2x = 4\nx = 2, y = 2, z = 2',
    ],
  },
};
