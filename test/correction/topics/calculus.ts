import type { Topics } from './topics.ts';

/** Derivatives, integrals, limits and series. Problem first, then the lines; the first mistaken line is marked ✗. */
export const calculus: Topics = {
  'implicit derivatives': {
    flagged: [
      'Find dy/dx if $x^2 + y^2 = 25$\n$2x + 2y = 0$ ✗',
      'Find dy/dx if $x^2 + y^2 = 25$\n$2x + 2y \\frac{dy}{dx} = 25$ ✗',
      'Find dy/dx if $x^2 + y^2 = 25$\n$2x + 2y \\frac{dy}{dx} = 0$\n$\\frac{dy}{dx} = \\frac{x}{y}$ ✗',
      "Differentiate implicitly: $x^3 + xy + y^3 = 7$\n$3x^2 + x y' + 3y^2 y' = 0$ ✗",
      "Use implicit differentiation to find y' for x^2 + 3xy = 4y\n2x + 3xy' = 4y' ✗",
      'Find dy/dx for $\\sin y = x$\n$\\cos y = 1$ ✗',
      'Find $\\frac{dy}{dx}$ when $e^y + x^2 = 5$\n$y e^{y-1} \\frac{dy}{dx} + 2x = 0$ ✗',
    ],
    passed: [
      'Find dy/dx if $x^2 + y^2 = 25$\n$2x + 2y \\frac{dy}{dx} = 0$\n$\\frac{dy}{dx} = -\\frac{x}{y}$',
      "Differentiate implicitly: $x^3 + xy + y^3 = 7$\n$3x^2 + y + x y' + 3y^2 y' = 0$\n$(x + 3y^2) y' = -3x^2 - y$\n$y' = \\frac{-3x^2 - y}{x + 3y^2}$",
      "Use implicit differentiation to find y' for x^2 + 3xy = 4y\n2x + 3y + 3xy' = 4y'\n2x + 3y = 4y' - 3xy'\n2x + 3y = y'(4 - 3x)\ny' = (2x + 3y)/(4 - 3x)",
      'Find dy/dx for $\\sin y = x$\n$\\cos y \\frac{dy}{dx} = 1$\n$\\frac{dy}{dx} = \\frac{1}{\\cos y}$',
      'Find $\\frac{dy}{dx}$ when $e^y + x^2 = 5$\n$e^y \\frac{dy}{dx} + 2x = 0$\n$\\frac{dy}{dx} = -2x e^{-y}$',
    ],
  },
  'partial derivatives': {
    flagged: [
      'Find $\\frac{\\partial f}{\\partial x}$ for $f(x,y) = x^2 y + y^3$\n$\\frac{\\partial f}{\\partial x} = 2xy + 3y^2$ ✗',
      'Find the partial derivatives of $f(x,y) = x^2 y + y^3$\n$\\frac{\\partial f}{\\partial x} = 2xy$\n$\\frac{\\partial f}{\\partial y} = 2x + 3y^2$ ✗',
      'Find $f_x$ and $f_y$ for $f(x,y) = x^3 - 4xy$\n$f_x = 3x^2 - 4$ ✗',
      'Find $f_x$ and $f_y$ for $f(x,y) = x^3 - 4xy$\n$f_x = 3x^2 - 4y$\n$f_y = 4x$ ✗',
      'Let $z = x^2 + 3xy$. Find $\\frac{\\partial z}{\\partial y}$\n$\\frac{\\partial z}{\\partial y} = 2x + 3x$ ✗',
      '$\\frac{\\partial}{\\partial x}(x^2 y^3)$\n$\\frac{\\partial}{\\partial x}(x^2 y^3) = 2x \\cdot 3y^2$ ✗',
      '$\\frac{\\partial}{\\partial y}(x e^{xy})$\n$\\frac{\\partial}{\\partial y}(x e^{xy}) = x e^{xy}$ ✗',
    ],
    passed: [
      'Find $\\frac{\\partial f}{\\partial x}$ for $f(x,y) = x^2 y + y^3$\n$\\frac{\\partial f}{\\partial x} = 2xy$',
      'Find the partial derivatives of $f(x,y) = x^2 y + y^3$\n$\\frac{\\partial f}{\\partial x} = 2xy$\n$\\frac{\\partial f}{\\partial y} = x^2 + 3y^2$',
      'Find $f_x$ and $f_y$ for $f(x,y) = x^3 - 4xy$\n$f_x = 3x^2 - 4y$\n$f_y = -4x$',
      'Let $z = x^2 + 3xy$. Find $\\frac{\\partial z}{\\partial y}$\n$\\frac{\\partial z}{\\partial y} = 3x$',
      '$\\frac{\\partial}{\\partial x}(x^2 y^3)$\n$\\frac{\\partial}{\\partial x}(x^2 y^3) = 2x y^3$',
      '$\\frac{\\partial}{\\partial y}(x e^{xy})$\n$\\frac{\\partial}{\\partial y}(x e^{xy}) = x^2 e^{xy}$',
    ],
  },
  'evaluated bracket': {
    flagged: [
      'Evaluate $\\int_0^2 (3x^2 + 1) dx$\n$= \\left[ x^3 + x \\right]_0^2$\n$= (8 + 2) - 1$ ✗',
      'Evaluate $\\int_0^2 (3x^2 + 1) dx$\n$\\int_0^2 (3x^2 + 1) dx = [3x^3 + x]_0^2 = 26$ ✗',
      'Evaluate $\\int_1^3 2x dx$\n$\\int_1^3 2x\\,dx = [x^2]_1^3 = 9 + 1 = 10$ ✗',
      'Evaluate $\\int_1^3 2x dx$\n$\\int_1^3 2x\\,dx = x^2 \\Big|_1^3 = 1 - 9 = -8$ ✗',
      'Evaluate $\\int_0^{\\pi} \\sin x dx$\n$= [\\cos x]_0^{\\pi}$ ✗',
      'Evaluate $\\int_1^e \\frac{1}{x} dx$\n$= [\\ln x]_1^e = \\ln 1 - \\ln e = -1$ ✗',
      '∫_0^1 x^2 dx\n= [x^3/2]_0^1 ✗',
    ],
    passed: [
      'Evaluate $\\int_0^2 (3x^2 + 1) dx$\n$= \\left[ x^3 + x \\right]_0^2$\n$= (8 + 2) - 0$\n$= 10$',
      'Evaluate $\\int_1^3 2x dx$\n$\\int_1^3 2x\\,dx = [x^2]_1^3 = 9 - 1 = 8$',
      'Evaluate $\\int_1^3 2x dx$\n$\\int_1^3 2x\\,dx = \\left. x^2 \\right|_1^3 = 9 - 1 = 8$',
      'Evaluate $\\int_0^{\\pi} \\sin x dx$\n$= [-\\cos x]_0^{\\pi}$\n$= -\\cos\\pi + \\cos 0 = 1 + 1 = 2$',
      'Evaluate $\\int_1^e \\frac{1}{x} dx$\n$= [\\ln x]_1^e = \\ln e - \\ln 1 = 1 - 0 = 1$',
      '∫_0^1 x^2 dx\n= [x^3/3]_0^1\n= 1/3',
    ],
  },
  limits: {
    flagged: [
      'Find $\\lim_{x \\to 2} \\frac{x^2-4}{x-2}$\n$= \\lim_{x \\to 2} (x-2)$ ✗',
      'Find $\\lim_{x \\to 2} \\frac{x^2-4}{x-2}$\n$\\lim_{x \\to 2} \\frac{x^2-4}{x-2} = \\frac{0}{0} = 0$ ✗',
      'Find $\\lim_{x \\to \\infty} \\frac{3x^2 + 1}{x^2 - 5}$\n$\\lim_{x \\to \\infty} \\frac{3x^2 + 1}{x^2 - 5} = -\\frac{1}{5}$ ✗',
      'Find $\\lim_{x \\to 0} \\frac{\\sin x}{x}$\n$\\lim_{x \\to 0} \\frac{\\sin x}{x} = 0$ ✗',
      'Find $\\lim_{x \\to 0} \\frac{\\sin 3x}{x}$\n$\\lim_{x \\to 0} \\frac{\\sin 3x}{x} = 1$ ✗',
      'Find $\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2}$\n$\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = \\lim_{x \\to 0} \\frac{-\\sin x}{2x} = -\\frac12$ ✗',
      'Find $\\lim_{x \\to \\infty} (\\sqrt{x^2+x} - x)$\n$\\lim_{x \\to \\infty} (\\sqrt{x^2+x} - x) = 0$ ✗',
    ],
    passed: [
      'Find $\\lim_{x \\to 2} \\frac{x^2-4}{x-2}$\n$= \\lim_{x \\to 2} \\frac{(x-2)(x+2)}{x-2}$\n$= \\lim_{x \\to 2} (x+2)$\n$= 4$',
      'Find $\\lim_{x \\to \\infty} \\frac{3x^2 + 1}{x^2 - 5}$\n$= \\lim_{x \\to \\infty} \\frac{3 + 1/x^2}{1 - 5/x^2} = \\frac{3}{1} = 3$',
      'Find $\\lim_{x \\to 0} \\frac{\\sin x}{x}$\n$\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1$',
      "Find $\\lim_{x \\to 0} \\frac{e^x - 1}{x}$\nBy L'Hôpital, $\\lim_{x \\to 0} \\frac{e^x - 1}{x} = \\lim_{x \\to 0} \\frac{e^x}{1} = 1$",
      'Find $\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2}$\n$\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = \\lim_{x \\to 0} \\frac{\\sin x}{2x} = \\lim_{x\\to 0} \\frac{\\cos x}{2} = \\frac12$',
      'Find $\\lim_{x \\to 3} \\frac{x-3}{x^2-9}$\n$\\lim_{x \\to 3} \\frac{x-3}{x^2-9} = \\lim_{x \\to 3} \\frac{1}{x+3} = \\frac{1}{6}$',
      'Find $\\lim_{x \\to \\infty} (\\sqrt{x^2+x} - x)$\n$\\lim_{x \\to \\infty} (\\sqrt{x^2+x} - x) = \\frac12$',
      'lim x->0 of (x^2+x)/x\nlim x->0 (x^2+x)/x = lim x->0 (x+1) = 1',
    ],
  },
  substitution: {
    flagged: [
      'Find $\\int 2x(x^2+1)^3 dx$\nLet $u = x^2 + 1$, $du = 2x\\,dx$\n$\\int u^3 du = 3u^2 + C$ ✗',
      'Find $\\int 2x(x^2+1)^3 dx$\nLet $u = x^2 + 1$, $du = x\\,dx$ ✗',
      'Find $\\int 2x(x^2+1)^3 dx$\n$u = x^2+1$\n$\\frac{du}{dx} = 2x$\n$\\int 2x(x^2+1)^3 dx = \\int 2 u^3 du$ ✗',
      'Evaluate $\\int_0^2 x(x^2+1) dx$\nLet $u = x^2+1$\n$\\int_0^2 x(x^2+1) dx = \\frac12 \\int_0^2 u du$ ✗',
      'Find $\\int x e^x dx$\n$\\int x e^x dx = x e^x + \\int e^x dx$ ✗',
      'Find $\\int x e^x dx$\n$\\int x e^x dx = \\frac{x^2}{2} e^x + C$ ✗',
    ],
    passed: [
      'Find $\\int 2x(x^2+1)^3 dx$\nLet $u = x^2 + 1$, $du = 2x\\,dx$\n$\\int u^3 du = \\frac{u^4}{4} + C$\n$= \\frac{(x^2+1)^4}{4} + C$',
      'Find $\\int 2x(x^2+1)^3 dx$\n$u = x^2+1$\n$\\frac{du}{dx} = 2x$\n$\\int 2x(x^2+1)^3 dx = \\int u^3 du$\n$= \\frac{u^4}{4} + C$',
      'Evaluate $\\int_0^1 2x e^{x^2} dx$\nLet $u = x^2$\n$\\int_0^1 2x e^{x^2} dx = \\int_0^1 e^u du = e - 1$',
      'Evaluate $\\int_0^2 x(x^2+1) dx$\nLet $u = x^2+1$\n$\\int_0^2 x(x^2+1) dx = \\frac12 \\int_1^5 u du = \\frac12 \\cdot \\frac{24}{2} = 6$',
      'Find $\\int x e^x dx$\n$\\int x e^x dx = x e^x - \\int e^x dx = x e^x - e^x + C$',
    ],
  },
  derivatives: {
    flagged: [
      "Differentiate $y = (3x+1)^4$\n$y' = 4(3x+1)^3$ ✗",
      'Differentiate $y = x \\sin x$\n$\\frac{dy}{dx} = \\cos x$ ✗',
      'Differentiate ln(2x)\nd/dx ln(2x) = 1/(2x) ✗',
      "Find the derivative of $f(x) = e^{2x}$ at x = 0\n$f'(x) = 2e^{2x}$\n$f'(0) = 1$ ✗",
      "Find the second derivative of $y = x^3 - 2x$\n$y' = 3x^2 - 2$\n$y'' = 6x - 2$ ✗",
    ],
    passed: [
      "Differentiate $y = (3x+1)^4$\n$y' = 4(3x+1)^3 \\cdot 3$\n$y' = 12(3x+1)^3$",
      'Differentiate $y = x \\sin x$\n$\\frac{dy}{dx} = \\sin x + x \\cos x$',
      "Differentiate $f(x) = \\frac{x}{x+1}$\n$f'(x) = \\frac{(x+1) - x}{(x+1)^2} = \\frac{1}{(x+1)^2}$",
      'Differentiate ln(2x)\nd/dx ln(2x) = 1/x',
      "Find the derivative of $f(x) = e^{2x}$ at x = 0\n$f'(x) = 2e^{2x}$\n$f'(0) = 2$",
      "Find the second derivative of $y = x^3 - 2x$\n$y' = 3x^2 - 2$\n$y'' = 6x$",
      'Find the turning points of y = x^3 - 3x\ndy/dx = 3x^2 - 3\n3x^2 - 3 = 0\nx = 1 or x = -1',
    ],
  },
  integrals: {
    flagged: [
      'Find $\\int (3x^2 - 4x) dx$\n$= x^3 - 4x^2 + C$ ✗',
      'Find $\\int \\cos 2x dx$\n$\\int \\cos 2x\\,dx = 2 \\sin 2x + C$ ✗',
      'Find $\\int \\frac{1}{x^2} dx$\n$= \\ln x^2 + C$ ✗',
      'Evaluate $\\int_0^1 (1 + x) dx$\n$\\int_0^1 (1+x) dx = 2$ ✗',
    ],
    passed: [
      'Find $\\int (3x^2 - 4x) dx$\n$= x^3 - 2x^2 + C$',
      'Find $\\int \\cos 2x dx$\n$\\int \\cos 2x\\,dx = \\frac12 \\sin 2x + C$',
      'Find $\\int \\frac{1}{x} dx$\n$= \\ln|x| + C$',
      'Evaluate $\\int_0^1 (1 + x) dx$\n$\\int_0^1 (1+x) dx = 1 + \\frac12 = \\frac32$',
    ],
  },
  'Taylor terms': {
    flagged: ["Find the third Taylor polynomial of ln(1+x)\n$f(x) = \\ln(1+x)$\n$f'(x) = \\frac{1}{1+x}$\n$f''(x) = \\frac{1}{(1+x)^2}$ ✗"],
    passed: [
      'Find the Taylor series of $e^x$ up to $x^3$\n$e^x \\approx 1 + x + \\frac{x^2}{2} + \\frac{x^3}{6}$',
      'Write the Maclaurin polynomial of degree 3 of $\\sin x$\n$\\sin x \\approx x - \\frac{x^3}{6}$',
      'Expand $\\cos x$\n$\\cos x = 1 - \\frac{x^2}{2!} + \\frac{x^4}{4!} - \\cdots$',
      'Expand $\\frac{1}{1-x}$ as a power series\n$\\frac{1}{1-x} = 1 + x + x^2 + x^3 + \\dots$',
      "Find the third Taylor polynomial of ln(1+x)\n$f(x) = \\ln(1+x)$\n$f'(x) = \\frac{1}{1+x}$\n$f''(x) = -\\frac{1}{(1+x)^2}$\n$f''(0) = -1$",
    ],
  },
};
