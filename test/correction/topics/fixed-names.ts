import type { Topics } from './topics.ts';

/** What a line names with its value, where the problem fixes it. Problem first, then the lines; the first mistaken line is marked ✗. */
export const fixedNames: Topics = {
  'slopes across and middles': {
    flagged: [
      'Find the perpendicular bisector of the segment joining A(0, 4) and B(6, 0).\nmidpoint (3, 2)\nslope of AB: −2/3\nslope of perpendicular: 2/3 ✗',
      "Find the normal to y = x² + 1 at x = 1.\ny' = 2x\nslope of tangent: 2\nslope of normal: −2 ✗",
      'Find the line through (5, 2) perpendicular to 3x + 4y = 8.\n4y = −3x + 8\nslope −3/4\nso the perpendicular has slope 3/4 ✗',
      'A(2, 1) and B(8, −3). Find the perpendicular bisector of AB.\nmidpoint: ((8 − 2)/2, (−3 − 1)/2) = (3, −2) ✗',
      'Find the line through (1, 1) parallel to 2x + y = 5.\ny = −2x + 5, slope 2 ✗',
    ],
    passed: [
      'Find the perpendicular bisector of the segment joining A(0, 4) and B(6, 0).\nmidpoint (3, 2)\nslope of AB: −2/3\nslope of perpendicular: 3/2\ny − 2 = 3/2 (x − 3)',
      "Find the normal to y = x² + 1 at x = 1.\ny' = 2x\nslope of tangent: 2\nslope of normal: −1/2\ny − 2 = −½(x − 1)",
      'Find the line through (5, 2) perpendicular to 3x + 4y = 8.\n4y = −3x + 8\nslope −3/4\nso the perpendicular has slope 4/3',
      'Find the line through (1, 1) parallel to 2x + y = 5.\ny = −2x + 5, slope −2\ny − 1 = −2(x − 1)',
    ],
  },
  'projections, unit vectors, normals, areas': {
    flagged: [
      'Find the projection of a = (2, 1, 2) onto b = (0, 3, 4).\na·b = 11\n|b|² = 25\nproj_b a = (11/25) a = (22/25, 11/25, 22/25) ✗',
      'Find the vector projection of $\\vec u=(2,4)$ onto $\\vec v=(3,4)$.\n$\\vec u\\cdot\\vec v=22$\n$\\mathrm{proj}=\\frac{22}{5}(3,4)$ ✗',
      'Find the scalar projection of u = (4, 3) onto v = (0, 2).\nu·v = 6\ncomp = 6/4 = 1.5 ✗',
      'Find the unit vector in the direction of w = (1, 2, −2).\n|w| = 3\nunit vector: (1/9, 2/9, −2/9) ✗',
      'Find the cross product of u = (1, 2, 3) and v = (4, 5, 6).\nfirst component: 2·6 − 3·5 = −3\nsecond component: 1·6 − 3·4 = −6 ✗',
      'Find an equation of the plane through the origin with directions a = (1, 0, 2) and b = (3, −1, 1).\nn = a × b\nn₁ = 0·1 − 2·(−1) = 2\nn₂ = 1·1 − 2·3 = −5 ✗',
      'Find the area of the triangle with vertices A(1, 0), B(4, 0), C(2, 5).\nAB = (3, 0), AC = (1, 5)\narea = |3·5 − 0·1| = 15 ✗',
    ],
    passed: [
      'Find the projection of a = (2, 1, 2) onto b = (0, 3, 4).\na·b = 11\n|b|² = 25\nproj_b a = (11/25) b = (0, 33/25, 44/25)',
      'Find the vector projection of $\\vec u=(2,4)$ onto $\\vec v=(3,4)$.\n$\\mathrm{proj}=\\frac{22}{25}(3,4)=\\left(\\frac{66}{25},\\frac{88}{25}\\right)$',
      'Find the unit vector in the direction of w = (1, 2, −2).\n|w| = 3\nunit vector: (1/3, 2/3, −2/3)',
      'Find the cross product of u = (1, 2, 3) and v = (4, 5, 6).\nfirst component: 2·6 − 3·5 = −3\nsecond component: 3·4 − 1·6 = 6\nthird component: −3',
      'Find an equation of the plane through the origin with directions a = (1, 0, 2) and b = (3, −1, 1).\na normal vector is n = (−2, −5, 1)\n−2x − 5y + z = 0',
      'Find the area of the triangle with vertices A(1, 0), B(4, 0), C(2, 5).\nAB = (3, 0), AC = (1, 5)\narea = ½·15 = 7.5',
    ],
  },
  'eigenvectors and complex roots': {
    flagged: [
      'Find the eigenvalues of A = [[4, 1], [2, 3]] and eigenvectors.\nλ = 2 or λ = 5\nfor λ = 5: −x + y = 0, v = (1, −1) ✗',
      'A = [[1,2],[3,2]]. Find an eigenvector for the larger eigenvalue.\nlarger eigenvalue: λ = 4\ntake v = (3, 2) ✗',
    ],
    passed: [
      'Find the eigenvalues of A = [[4, 1], [2, 3]] and eigenvectors.\nλ = 2 or λ = 5\nfor λ = 5: −x + y = 0, v = (1, 1)\nfor λ = 2: 2x + y = 0, v = (1, −2)',
      'A = [[1,2],[3,2]]. Find an eigenvector for the larger eigenvalue.\nlarger eigenvalue: λ = 4\ntake v = (2, 3)',
    ],
  },
  'gradients and averages': {
    flagged: [
      'Find the gradient of f(x, y) = x²y + 3y at (1, 2).\nf_x = 2xy, f_y = x² + 3\n∇f(1, 2) = (4, 5) ✗',
      'Find the directional derivative of f(x,y) = x² + y² at (1, 2) in the direction of (3, 4).\n∇f = (2x, 2y), at (1, 2): (2, 4)\nD = (2, 4)·(3, 4) = 22 ✗',
      'Average rate of change of h(t) = t³ − 2t on [1, 3].\nh(3) = 21\nh(1) = −1\nΔh/Δt = (21 − 1)/(3 − 1) ✗',
      'Find the average value of f(x) = x² on [0, 3].\n∫₀³ x² dx = 9\naverage = 9/2 ✗',
      'Find the asymptotes of f(x) = (2x + 1)/(x − 3).\nvertical asymptote: x = −3 ✗',
    ],
    passed: [
      'Find the gradient of f(x, y) = x²y + 3y at (1, 2).\n∇f = (2xy, x² + 3)\n∇f(1, 2) = (4, 4)',
      'Find the directional derivative of f(x,y) = x² + y² at (1, 2) in the direction of (3, 4).\n∇f(1, 2) = (2, 4)\nu = (3/5, 4/5)\nD = (2, 4)·(3/5, 4/5) = 22/5',
      'Average rate of change of h(t) = t³ − 2t on [1, 3].\nΔh/Δt = (21 − (−1))/(3 − 1) = 11',
      'Find the average value of f(x) = x² on [0, 3].\naverage = 9/3 = 3',
      'Find the asymptotes of f(x) = (2x + 1)/(x − 3).\nvertical asymptote: x = 3\nhorizontal asymptote: y = 2',
    ],
  },
  'labels before lines': {
    flagged: [
      "f(x) = x² e^{3x}. Find f'(x).\nproduct rule: f' = u'v + uv'\nu = x², u' = 2x;  v = e^{3x}, v' = e^{3x} ✗",
      'f(x) = 2x + 3, g(x) = x². Find (f∘g)(x).\n(f∘g)(x) = (2x + 3)² ✗',
      'Find all real solutions: x⁴ − 13x² + 36 = 0\nLet u = x².\nu = 4 or u = 9\nx = 2 or x = 3 ✗',
    ],
    passed: [
      'Solve $|x-1|+|x+2|=5$.\nx<-2:\\quad -(x-1)-(x+2)=5 \\Rightarrow x=-3\n-2\\le x<1:\\quad -(x-1)+(x+2)=3\\neq5 \\text{, no solution}\nx\\ge1:\\quad 2x+1=5 \\Rightarrow x=2',
      'Solve $\\dfrac{x}{x-2}>3$ by cases.\nCase $x>2$: $x>3(x-2)$\n$x>3x-6 \\iff x<3$, so $2<x<3$\nCase $x<2$: $x<3(x-2)$\n$x<3x-6 \\iff x>3$, impossible with $x<2$',
      'Find the critical point of $f(x,y)=x^2+xy+y^2-3x$.\nf_x=2x+y-3,\\quad f_y=x+2y\nf_y=0:\\ x=-2y\nf_x=0:\\ -4y+y-3=0 \\Rightarrow y=-1,\\ x=2',
      'Derivative of f(x) = √x from the definition (x > 0).\n(√(x+h) − √x)/h = 1/(√(x+h) + √x)\nh → 0: 1/(√x + √x)',
      'Find the sum.\nn → n+1: n² + (2n + 1) = (n + 1)²',
      "f(x) = x² e^{3x}. Find f'(x).\nproduct rule: f' = u'v + uv'\nu = x², u' = 2x;  v = e^{3x}, v' = 3e^{3x}",
    ],
  },
};
