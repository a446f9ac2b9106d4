import { describe, test } from 'vitest';
import { check } from './check-solution.ts';

/** Problem first, then the lines; the first mistaken line is marked ✗. */
const FLAGGED: Record<string, readonly string[]> = {
  'stories that go on from an equation': [
    'I double a number and subtract 5. I get 11. Which number is it?\n$2n - 5 = 11$\n$2n = 6$ ✗\n$n = 3$',
    'Two consecutive even numbers add up to 34. Which are they?\n$n + (n + 2) = 34$\n$2n + 2 = 34$\n$2n = 36$ ✗',
  ],
  'formulas to rearrange': [
    'Make $t$ the subject of $s = k(1 + mt)$.\n$s = k + kmt$\n$s - k = kmt$\n$t = \\frac{s - k}{k} - m$ ✗',
    'Make r the subject of C = 2πr + 4.\nC - 4 = 2πr\nr = (C - 4)/2 ✗',
  ],
  'two bounds at once': [
    'Solve $-5 < 3x + 1 < 10$\n$-6 < 3x < 9$\n$-2 < x < 9$ ✗',
    'Solve $1 ≤ 2x - 3 ≤ 9$\n$4 ≤ 2x ≤ 9$ ✗\n$2 ≤ x ≤ 4.5$',
  ],
  'primes of a letter': [
    "Differentiate y = (2x + 5)^3.\ny' = 3(2x + 5)^2 ✗",
    "Find $y'$ for $y = \\frac{x}{x + 4}$.\n$y' = \\frac{x - (x + 4)}{(x + 4)^2}$ ✗",
  ],
  'two numbers are left of an equation': ['Solve $(1 - a)x = -8$.\n$0 = -8$ ✗', 'Solve $4x + 3 = 2x + 9$.\n$3 = 9$ ✗'],
  'a nought written as a letter': ['Solve $x^2 + 20 = 9x$\n$x^2 - 9x + 3o = 0$ ✗', 'Solve $x^2 + 20 = 9x$\n$x^2 + 9x + 20 = o$ ✗'],
  'both sides divided by the letter': ['Solve $5x = 3x$.\n$5 = 3$ ✗\nNo solution.'],
  'solutions that no right rule gains': [
    'Solve $\\frac{3}{x} = -\\frac{2}{x}$\n$3 = -2x$ ✗',
    'Solve $-4 = \\sqrt{2x - 1}$\n$-16 = 2x - 1$ ✗',
    'Solve $9 = 1 - 2\\sqrt{5x - 1} - 2$\n$12 = 2\\sqrt{5x - 1}$ ✗',
  ],
  'one condition of several that contradict each other': ['Solve $(-3m + 6 = 0) \\wedge (-m - 5 = 0)$\n$-3m = 6$ ✗'],
  'coarse rounding without a word': [
    'Solve $4x = -9$\n$x = -2.2$ ✗',
    'Solve $4x = -9$\n$x = -2.3$ ✗',
    'Solve $7x = 6$\n$x = 0.9$ ✗',
    'Solve $2.5x = 10.1$\n$2.5x = 10.0$ ✗',
    'Solve $(k + 2.5)^2 = 21$\n$k + 2.5 = \\pm\\sqrt{21.25}$ ✗',
  ],
  'the unknown lost from sight': [
    'Solve $x = 4 + 9$\n$x = x$ ✗',
    'Solve $5t = \\frac{5}{t} \\cdot t$\n$5t = 5t$ ✗',
    'Solve $\\frac{6}{6} = \\frac{x}{1}$\n$\\frac{6}{6} = 1$ ✗',
  ],
  'a letter changed on the way': [
    'Solve $2y^2 + 14y + 20 = 0$\n$y^2 + 7x + 10 = 0$ ✗',
    'Solve $n^2 - 3n - 10 = 0$\n$(b - 5)(b + 2) = 0$ ✗',
    'Solve $7 = 2 - 5K + 1$\n$4 = 5k$ ✗',
  ],
  'problems without marks': [
    'Solve the equation 4(x + 3) - 3(x - 2) = 5\n4x + 12 - 3x - 6 = 5 ✗',
    'Make x the subject of 7x + a = ax + 7\n7x + ax = 7 - a ✗',
    'Solve 5x + 2y = 4 and 3x - 2y = 12\n8x = 16\nx = 3 ✗',
  ],
  'the last value of a system': [
    'Solve $3x + y = 7, 4x - 2y = 6$\n$y = 7 - 3x$\n$4x - 2(7 - 3x) = 6$\n$4x - 14 + 6x = 6$\n$10x = 20$\n$x = 2$\n$y = 2$ ✗',
  ],
  'general solutions': [
    'Solve $2\\sin x = \\sqrt{3}$\n$x = \\frac{\\pi}{3} + 2k\\pi$ ✗',
    'Solve $2\\cos x = 1$\n$x = \\frac{\\pi}{3} + n\\pi$ or $x = -\\frac{\\pi}{3} + n\\pi$ ✗',
  ],
  'an equation without solutions': ['Solve $3(x + 4) = 3x + 20$\n$3x + 4 = 3x + 20$ ✗'],
  'sets described by a condition': ['Solve $3x > 12$\n$x > 4$\n$\\{x \\mid x < 4\\}$ ✗', 'Solve $3x > 12$\n$x > 4$\n$[4, \\infty)$ ✗'],
  'complex solutions': [
    'Solve $x^2 - 6x + 13 = 0$\n$(x - 3)^2 = -4$\n$x - 3 = \\pm 2$ ✗',
    'Solve $x^2 = -3$\n$x = \\sqrt{-3}$ ✗',
    'Solve $x^2 - 4x + 13 = 0$\n$(x - 2)^2 = -9$\n$x = 2 \\pm 9i$ ✗',
    'Calculate $(3 + 2i)(1 - 4i)$\n$= 3 - 12i + 2i - 8$ ✗',
  ],
  'ranges of the problem': [
    'Solve $2\\cos x = 1$ for $0 \\le x < 2\\pi$.\n$\\cos x = \\frac{1}{2}$\n$x = \\frac{\\pi}{3}$ or $x = \\frac{2\\pi}{3}$ ✗',
    'Solve $x^2 = 25$ for $-10 < x < 10$.\n$x = 5$ ✗',
  ],
};

const PASSED: Record<string, readonly string[]> = {
  'sets of solutions with a name': [
    'Solve $(g + 5)(g + 1) = 0$\n$g = -5$ or $g = -1$\n$\\mathbb{L} = \\{-5, -1\\}$',
    'Solve $x + y = 5$, $x - y = 1$\n$x = 3$, $y = 2$\n$L = \\{(3, 2)\\}$',
  ],
  'places of equality on the way to an inequality': ['Solve $x^2 - 5x + 4 < 0$\n$(x - 1)(x - 4) = 0$\n$x = 1$ or $x = 4$\n$1 < x < 4$'],
  'solutions gained by right rules': [
    'Solve $\\sqrt{x + 3} = x - 3$\n$x + 3 = x^2 - 6x + 9$\n$x^2 - 7x + 6 = 0$\n$x = 1$ or $x = 6$\n$x = 1$ is extraneous, so $x = 6$',
    'Solve $\\ln x + \\ln(x - 2) = \\ln 8$\n$x(x - 2) = 8$\n$x = 4$ or $x = -2$\nReject $-2$: $x = 4$',
    'Solve $\\frac{x^2}{x - 1} = \\frac{1}{x - 1}$\n$x^2 = 1$\n$x = -1$, as $x \\ne 1$',
  ],
  'fine rounding, and any that is announced': [
    'Solve $3x = 1$\n$x = 0.33$',
    'Solve $3x = 1$\n$x ≈ 0.3$',
    'Solve $3x = 7$. Round to the nearest tenth.\n$x = 2.3$',
    'Solve $x^2 = 7$\n$x = 2.6$ or $x = -2.6$',
  ],
  'a full stop that an editor of formulas set otherwise': [
    'Solve $5x - 2 = x + 6$\n$4x = 8 \\cdot .$\n$x = 2_{.}$',
    'Solve $\\frac{x}{3} > 1$\n$x > 3^{.}$',
  ],
  'letters and digits that are written alike': [
    'Solve $x^2 + 20 = 9x$\n$x^2 - 9x + 2o = 0$',
    'Solve $x^2 - 9x = 0$ by $o = 9x$\n$o = x^2$',
    'Solve $(c + 1)^2 = 0$\n$c + 1 = o$\n$c = -1$',
    'Solve $7 = 2 - 5K + 1$\n$4 = -5k$',
  ],
  'an untrue equation of numbers, both sides treated alike': ['$24 = 60$\n$24/12 = 60/12$'],
  'cases by the sign of what stands between bars': [
    'Solve $|x - 3| = 2x - 8$\nCase 1: $x \\ge 3$\n$x - 3 = 2x - 8$\n$x = 5$\nCase 2: $x < 3$\n$-x + 3 = 2x - 8$\n$-3x = -11$\n$x = \\frac{11}{3}$, which is not less than 3, so it is rejected',
  ],
  'what the letter may be': [
    'Solve $\\log_2 x + \\log_2 (x - 2) = 3$\nDomain: $x > 2$\n$\\log_2 (x(x - 2)) = 3$\n$x(x - 2) = 8$\n$x = 4$ or $x = -2$\n$x > 2$, so $x = 4$',
    'Solve $\\frac{3}{x - 4} = \\frac{5}{x + 2}$\nDomain: $x \\ne 4$ and $x \\ne -2$\n$3(x + 2) = 5(x - 4)$\n$x = 13$',
  ],
  'a letter that is also a usual name of functions': [
    'Make $h$ the subject of $q = \\frac{h + y}{h - y}$\n$q(h - y) = h + y$\n$qh - h = y + qy$\n$h(q - 1) = y(1 + q)$\n$h = \\frac{y(1 + q)}{q - 1}$',
  ],
  'parameters divided by': ['Rearrange for $x$: $3x + a = ax + 3$\n$(3 - a)x = 3 - a$\n$x = 1$'],
  'general solutions with their parameter declared': [
    'Solve $2\\cos x = 1$\n$x = \\frac{\\pi}{3} + 2k\\pi$ or $x = -\\frac{\\pi}{3} + 2k\\pi, k \\in \\mathbb{Z}$',
  ],
  'sets described by a condition': ['Solve $3x > 12$\n$x > 4$\n$\\{x \\mid x > 4\\}$', 'Solve $3x > 12$\n$(4, \\infty)$'],
  'complex solutions': [
    'Solve $x^2 + 2x + 5 = 0$\n$(x + 1)^2 = -4$\n$x + 1 = \\pm 2i$\n$x = -1 \\pm 2i$',
    'Calculate $(2 + 3i)(1 - i)$\n$= 2 - 2i + 3i - 3i^2$\n$= 5 + i$',
  ],
  'formulas to rearrange': [
    'Solve v^2 = u^2 + 2as for s.\nv^2 - u^2 = 2as\ns = (v^2 - u^2)/(2a)',
    'Make $b$ the subject of $A = \\frac{1}{2}bh$.\n$2A = bh$\n$b = \\frac{2A}{h}$',
  ],
  'a letter put in for an expression': [
    'Solve $x^4 - 5x^2 + 4 = 0$.\nLet $u = x^2$.\n$u^2 - 5u + 4 = 0$\n$(u - 1)(u - 4) = 0$\n$u = 1$ or $u = 4$\n$x = \\pm 1, \\pm 2$',
    'Solve $4^x - 6 \\cdot 2^x + 8 = 0$.\nLet $u = 2^x$.\n$u^2 - 6u + 8 = 0$\n$u = 2$ or $u = 4$\n$x = 1$ or $x = 2$',
  ],
  'letters exchanged on the way to an inverse': [
    'Find the inverse of $f(x) = 3x - 12$.\n$y = 3x - 12$\nSwap: $x = 3y - 12$\n$x + 12 = 3y$\n$y = \\frac{x}{3} + 4$',
  ],
  'ranges of the problem': [
    'Solve $2\\sin x = 1$ for $0 \\le x < 2\\pi$.\n$\\sin x = \\frac{1}{2}$\n$x = \\frac{\\pi}{6}$ or $x = \\frac{5\\pi}{6}$',
    'Solve $x^2 = 25$ for $x > 0$.\n$x = 5$',
  ],
  'a derivative by another letter': [
    'Differentiate y = (3x + 1)^5.\nLet u = 3x + 1, so y = u^5.\ndy/du = 5u^4\ndu/dx = 3\ndy/dx = 15(3x + 1)^4',
  ],
  'rounded alternatives': ['Solve $x^2 - 4x - 1 = 0$.\n$x = 2 \\pm \\sqrt{5}$\n$x \\approx 4.24$ or $x \\approx -0.24$'],
};

describe('algebra and calculus: flagged on the line', () => {
  for (const [kind, cases] of Object.entries(FLAGGED)) test.each(cases)(`${kind}: %s`, check);
});

describe('algebra and calculus: passed', () => {
  for (const [kind, cases] of Object.entries(PASSED)) test.each(cases)(`${kind}: %s`, check);
});
