import type { Topics } from './topics.ts';

/** Formulas, substitutions, cases and remarks beside the lines. Problem first, then the lines; the first mistaken line is marked ✗. */
export const letters: Topics = {
  'annotations of operations and numbered equations': {
    flagged: [
      'Solve the equation: nt-zn=cj+hr\nnt-zn=cj+hr\nnt-zn=cj-hr ✗',
      'Solve $\\frac{2x-1}{5} = \\frac{x}{2} - 1$\n×10: $2(2x-1) = 5x - 1$ ✗\n$4x - 2 = 5x - 1$',
      'Solve 3x + 4 = 10   | −4\n3x = 14 | :3 ✗\nx = 14/3',
      'Solve 7x - 2 = 5x + 6\n2x - 2 = 6 /+2\n2x = 8 /:2\nx = 6 ✗',
      'Solve: x + y = 5 (I), y + z = 7 (II), x + z = 6 (III)\nI + II + III: 2(x + y + z) = 18\nx + y + z = 9   (IV)\nIV − I: z = 4\nIV − II: x = 9 − 7 = 3 ✗',
      'Solve x + y = 7 (1) and x − y = 3 (2)\nadding: 2x = 4 ✗\nx = 2',
    ],
    passed: [
      'Simplify (m + 7)/m + 6m.\n(m + 7)/m + 6m\n= m/m + 7/m + 6m\n= 1 + 7/m + 6m',
      'Solve the equation: nt-zn=cj+hr\nnt-zn=cj+hr\nnt=cj+hr+zn',
      'Solve 3x + 4 = 10\n3x = 6 | :3\nx = 2',
      'Solve 7x - 2 = 5x + 6\n[−5x] 2x − 2 = 6\n[+2] 2x = 8\n:2: x = 4',
      'Solve x/4 + 1 = x/3\n3x + 12 = 4x (·12)\nx = 12',
      'Solve x² = 49\nx = ±7 |√',
      'Solve |x - 3| = 5\nx - 3 = 5 or x - 3 = -5\nx = 8 or x = -2',
      'Solve the system\nx + y = 7 (1)\nx − y = 3 (2)\n(1) + (2): 2x = 10\nx = 5\ny = 2',
      'Solve 2(x - 1) < 8\n2x - 2 < 8  | + 2\n2x < 10  | : 2\nx < 5',
    ],
  },
  'formulas in sentences': {
    flagged: [
      'Solve sin 2x = sin x on [0°, 360°)\n2 sin x cos x = sin x\ndivide by sin x: 2 cos x = 1 ✗\ncos x = ½\nx = 60° or x = 300°',
      'Solve 3x² − 5x = 2\nbring everything to one side: 3x² − 5x + 2 = 0 ✗\nx = 1 or x = 2/3',
      'if a sum of money doubles itself in 5 years at simple interest, the rate percent per annum is\nLet the principal be P and the rate be R.\nAccording to the given information, the amount after 5 years is 2P.\nUsing the simple interest formula: A = P(1 + RT), where A is the amount, P is the principal, R is the rate, and T is the time.\nSubstitute the given values: 2P = P(1 + 5R)\nSimplify the equation: 2 = 1 + 5R\nSubtract 1 from both sides: 1 = 5R\nDivide by 5: R = 0.25 ✗\nThe rate percent per annum is 25%',
    ],
    passed: [
      'Make r the subject of V = (1/3)πr²h (r > 0)\n3V = πr²h\nr² = 3V/(πh)\nr = √(3V/(πh)), positive root because r is a length',
      'T = 2π√(L/g). Express g.\nT/(2π) = √(L/g)\nT²/(4π²) = L/g\ngT² = 4π²L\ng = 4π²L/T²',
      'Find the inverse of f(x) = (x + 4)/(2x − 1), x ≠ ½\ny = (x + 4)/(2x − 1)\nswap: x = (y + 4)/(2y − 1)\n2xy − x = y + 4\ny(2x − 1) = x + 4\nf⁻¹(x) = (x + 4)/(2x − 1), so f is its own inverse',
      'Solve 2/(x+1) + x = 2\nAssume x ≠ −1. Times (x + 1): 2 + x(x + 1) = 2(x + 1)\n2 + x² + x = 2x + 2\ncollecting everything on the left gives x² − x = 0\nso x(x − 1) = 0, hence x = 0 or x = 1',
      'Solve ln(x) + ln(x+1) = ln 6\ncombine the logs: ln(x² + x) = ln 6\nso x² + x = 6\nand x = 2, because x = −3 is not allowed',
    ],
  },
  'relations between letters': {
    flagged: [
      'Make a the subject of s = ut + ½at²\ns − ut = ½at²\n½(s − ut) = at² ✗\na = (s − ut)/(2t²)',
      'Solve E = ½mv² for v (v > 0)\n2E = mv²\nv² = 2E/m\nv = 2E/√m ✗',
      'Given F = (9/5)C + 32, find C in terms of F.\nF − 32 = (9/5)C\nC = (5/9)F − 32 ✗',
      'Factorise fully 2x³ − 8x\n2x³ − 8x = 2x(x² − 4)\nx² − 4 = (x − 2)²  ✗\nso 2x(x − 2)²',
      'Make a the subject of s = ut + ½at² (t ≠ 0)\ns − ut = ½at²\n½(s − ut) = at² ✗\na = (s − ut)/(2t²)',
    ],
    passed: [
      'Express h: A = 2πr² + 2πrh\nA − 2πr² = 2πrh\nh = (A − 2πr²)/(2πr)',
      'Make a the subject of s = ut + ½at² (t ≠ 0)\ns − ut = ½at²\n2(s − ut) = at²\na = 2(s − ut)/t²',
      'PV = nRT. Express T in terms of the other letters.\ndivide by nR: T = PV/(nR)',
      'Solve E = ½mv² for v (v > 0)\n2E = mv²\nv² = 2E/m\nv = √(2E/m)',
      'The formula 1/f = 1/u + 1/v relates three lengths. Write v in terms of f and u.\n1/v = 1/f − 1/u\n1/v = (u − f)/(fu)\nv = fu/(u − f)',
      'Rearrange y = (ax + b)/(cx + d) for x.\ny(cx + d) = ax + b\ncxy + dy = ax + b\ncxy − ax = b − dy\nx(cy − a) = b − dy\nx = (b − dy)/(cy − a)',
      'Given F = (9/5)C + 32, find C in terms of F.\nF − 32 = (9/5)C\nC = (5/9)(F − 32)',
      'Expand $(2x-1)^3$\nuse $(u - v)^3 = u^3 - 3u^2v + 3uv^2 - v^3$ with $u = 2x$, $v = 1$\n$u^3 = 8x^3$, $3u^2v = 12x^2$, $3uv^2 = 6x$\n$(2x-1)^3 = 8x^3 - 12x^2 + 6x - 1$',
      'Show that if a + b = 2c then a² − b² = 2c(a − b).\na² − b² = (a + b)(a − b)\n= 2c(a − b)',
      'Let a + b + c = 0. Prove that a³ + b³ + c³ = 3abc.\nc = −a − b\na³ + b³ = (a + b)(a² − ab + b²)\na³ + b³ + c³ = a³ + b³ − (a + b)³\n= −3a²b − 3ab²\n= −3ab(a + b)\n= 3abc',
      'Simplify x²y · 3xy³\nx²y · 3xy³ = 3x³y⁴',
      'Simplify $\\frac{v^2 - u^2}{2s}$ where $v^2 = u^2 + 2as$.\n$v^2 - u^2 = 2as$\n$\\frac{v^2 - u^2}{2s} = \\frac{2as}{2s} = a$',
      'Expand (a + b)² and use it to find ab when a + b = 7 and a² + b² = 29.\n(a + b)² = a² + 2ab + b²\n49 = 29 + 2ab\n2ab = 20\nab = 10',
      'Write the area A of a square in terms of its perimeter P\nP = 4s\ns = P/4\nA = s²\nA = P²/16',
    ],
  },
  'values left out, and statements under a condition': {
    flagged: ['Simplify |x − 5| + 2x for x < 5\n|x − 5| = x − 5 ✗\nso 3x − 5'],
    passed: [
      'Simplify $\\frac{x^2-9}{x^2+x-12}$ and state the domain.\n$x^2 - 9 = (x-3)(x+3)$\n$x^2 + x - 12 = (x+4)(x-3)$\ndenominator zero at $x = -4$ and $x = 3$, so $x \\neq -4, 3$\n$\\frac{(x-3)(x+3)}{(x+4)(x-3)} = \\frac{x+3}{x+4}$',
      'Rewrite f(x) = |x − 1| + |x + 3| without bars when −3 ≤ x ≤ 1\nfor x ≤ 1: x − 1 ≤ 0 so |x − 1| = 1 − x\nfor x ≥ −3: x + 3 ≥ 0 so |x + 3| = x + 3\nf(x) = 1 − x + x + 3 = 4\nf is constant on [−3, 1]',
      'Simplify √(x²) + x for x < 0\nfor x < 0 we have √(x²) = −x\n√(x²) + x = −x + x = 0',
      'Simplify |2 − x| + x when x ≥ 2\n|2 − x| = x − 2 because x ≥ 2\n|2 − x| + x = x − 2 + x = 2x − 2',
      'Simplify (x² − 1)/(x² − x), x ≠ 0, 1\n(x² − 1)/(x² − x) = (x − 1)(x + 1)/(x(x − 1))\n= (x + 1)/x for x ≠ 0, 1',
    ],
  },
};
