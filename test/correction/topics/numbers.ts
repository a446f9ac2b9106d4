import type { Topics } from './topics.ts';

/** Complex numbers, matrices and vectors. Problem first, then the lines; the first mistaken line is marked ✗. */
export const numbers: Topics = {
  complex: {
    flagged: [
      'Simplify (2+3i)(1-i)\n(2+3i)(1-i) = 2 - 2i + 3i - 3 = -1 + i ✗',
      'Simplify $\\frac{1}{1+i}$\n$\\frac{1}{1+i} = \\frac{1-i}{1-1}$ ✗',
      'Solve $x^2 + 4 = 0$\n$x^2 = -4$\n$x = \\pm 2$ ✗',
      'Find |3 + 4i|\n|3 + 4i| = 3 + 4 = 7 ✗',
      'Write $1 + i$ in polar form\n$1 + i = 2(\\cos\\frac{\\pi}{4} + i\\sin\\frac{\\pi}{4})$ ✗',
      'Compute $i^7$\n$i^7 = i$ ✗',
      'Simplify $\\sqrt{-9}\\cdot\\sqrt{-4}$\n$\\sqrt{-9}\\cdot\\sqrt{-4} = \\sqrt{36} = 6$ ✗',
    ],
    passed: [
      'Simplify (2+3i)(1-i)\n(2+3i)(1-i) = 2 - 2i + 3i - 3i^2 = 5 + i',
      'Simplify $\\frac{1}{1+i}$\n$\\frac{1}{1+i} = \\frac{1-i}{2}$',
      'Solve $x^2 + 4 = 0$\n$x^2 = -4$\n$x = \\pm 2i$',
      'Find |3 + 4i|\n|3 + 4i| = sqrt(9 + 16) = 5',
      'Write $1 + i$ in polar form\n$1 + i = \\sqrt{2}(\\cos\\frac{\\pi}{4} + i\\sin\\frac{\\pi}{4})$',
      'Compute $i^7$\n$i^7 = i^4 \\cdot i^3 = -i$',
      'Simplify $\\sqrt{-9}\\cdot\\sqrt{-4}$\n$\\sqrt{-9}\\cdot\\sqrt{-4} = 3i \\cdot 2i = -6$',
    ],
  },
  matrices: {
    flagged: [
      'Compute $\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}$\n$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix} = \\begin{pmatrix}0&2\\\\3&0\\end{pmatrix}$ ✗',
      'Find det of $\\begin{pmatrix}2&1\\\\5&3\\end{pmatrix}$\n$\\det\\begin{pmatrix}2&1\\\\5&3\\end{pmatrix} = 2\\cdot 3 + 1 \\cdot 5 = 11$ ✗',
      'Find the determinant of $A = \\begin{bmatrix}1&0&2\\\\0&3&1\\\\4&0&1\\end{bmatrix}$\n$\\det A = 1(3 - 0) - 0 + 2(0 + 12) = 27$ ✗',
      'Let $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$ and $B = \\begin{pmatrix}2&0\\\\1&1\\end{pmatrix}$. Find $A + B$.\n$A + B = \\begin{pmatrix}3&2\\\\4&4\\end{pmatrix}$ ✗',
      'Let $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$ and $B = \\begin{pmatrix}2&0\\\\1&1\\end{pmatrix}$. Find $AB$.\n$AB = \\begin{pmatrix}2&0\\\\3&4\\end{pmatrix}$ ✗',
      'Find the inverse of $A = \\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}$\n$A^{-1} = \\begin{pmatrix}1&1\\\\1&2\\end{pmatrix}$ ✗',
      'Find $2A$ for $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$\n$2A = \\begin{pmatrix}2&4\\\\3&4\\end{pmatrix}$ ✗',
      'Find $A^T$ for $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$\n$A^T = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$ ✗',
    ],
    passed: [
      'Compute $\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}$\n$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix} = \\begin{pmatrix}2&1\\\\4&3\\end{pmatrix}$',
      'Find det of $\\begin{pmatrix}2&1\\\\5&3\\end{pmatrix}$\n$\\det\\begin{pmatrix}2&1\\\\5&3\\end{pmatrix} = 2\\cdot 3 - 1 \\cdot 5 = 1$',
      'Find the determinant of $A = \\begin{bmatrix}1&0&2\\\\0&3&1\\\\4&0&1\\end{bmatrix}$\n$\\det A = 1(3 - 0) - 0 + 2(0 - 12) = 3 - 24 = -21$',
      'Let $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$ and $B = \\begin{pmatrix}2&0\\\\1&1\\end{pmatrix}$. Find $A + B$.\n$A + B = \\begin{pmatrix}3&2\\\\4&5\\end{pmatrix}$',
      'Let $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$ and $B = \\begin{pmatrix}2&0\\\\1&1\\end{pmatrix}$. Find $AB$.\n$AB = \\begin{pmatrix}4&2\\\\10&4\\end{pmatrix}$',
      'Find the inverse of $A = \\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}$\n$A^{-1} = \\begin{pmatrix}1&-1\\\\-1&2\\end{pmatrix}$',
      'Find $2A$ for $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$\n$2A = \\begin{pmatrix}2&4\\\\6&8\\end{pmatrix}$',
      'Find $A^T$ for $A = \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$\n$A^T = \\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}$',
    ],
  },
  vectors: {
    flagged: [
      'Find $\\vec{a} \\cdot \\vec{b}$ for $\\vec{a} = (1, 2, 3)$ and $\\vec{b} = (4, -5, 6)$\n$\\vec{a} \\cdot \\vec{b} = 4 + 10 + 18 = 32$ ✗',
      'Find a + b for a = (1, 2) and b = (3, 5)\na + b = (1+3, 2+5) = (4, 6) ✗',
      'Find the length of $\\vec{v} = (3, 4)$\n$|\\vec{v}| = 3 + 4 = 7$ ✗',
      'Compute $\\begin{pmatrix}1\\\\2\\end{pmatrix} + \\begin{pmatrix}3\\\\-1\\end{pmatrix}$\n$\\begin{pmatrix}1\\\\2\\end{pmatrix} + \\begin{pmatrix}3\\\\-1\\end{pmatrix} = \\begin{pmatrix}4\\\\3\\end{pmatrix}$ ✗',
      'Find $\\vec{a} \\times \\vec{b}$ for $\\vec{a} = (1,0,0)$, $\\vec{b} = (0,1,0)$\n$\\vec{a} \\times \\vec{b} = (0,0,-1)$ ✗',
      'Find $3\\vec{u} - \\vec{v}$ where $\\vec{u} = \\langle 1, 2\\rangle$ and $\\vec{v} = \\langle 4, 1\\rangle$\n$3\\vec{u} - \\vec{v} = \\langle 3, 6\\rangle - \\langle 4, 1\\rangle = \\langle -1, 7\\rangle$ ✗',
    ],
    passed: [
      'Find $\\vec{a} \\cdot \\vec{b}$ for $\\vec{a} = (1, 2, 3)$ and $\\vec{b} = (4, -5, 6)$\n$\\vec{a} \\cdot \\vec{b} = 4 - 10 + 18 = 12$',
      'Find a + b for a = (1, 2) and b = (3, 5)\na + b = (1+3, 2+5) = (4, 7)',
      'Find the length of $\\vec{v} = (3, 4)$\n$|\\vec{v}| = \\sqrt{3^2 + 4^2} = 5$',
      'Compute $\\begin{pmatrix}1\\\\2\\end{pmatrix} + \\begin{pmatrix}3\\\\-1\\end{pmatrix}$\n$\\begin{pmatrix}1\\\\2\\end{pmatrix} + \\begin{pmatrix}3\\\\-1\\end{pmatrix} = \\begin{pmatrix}4\\\\1\\end{pmatrix}$',
      'Find $\\vec{a} \\times \\vec{b}$ for $\\vec{a} = (1,0,0)$, $\\vec{b} = (0,1,0)$\n$\\vec{a} \\times \\vec{b} = (0,0,1)$',
      'Find $3\\vec{u} - \\vec{v}$ where $\\vec{u} = \\langle 1, 2\\rangle$ and $\\vec{v} = \\langle 4, 1\\rangle$\n$3\\vec{u} - \\vec{v} = \\langle 3, 6\\rangle - \\langle 4, 1\\rangle = \\langle -1, 5\\rangle$',
    ],
  },
};
