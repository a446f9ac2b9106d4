import { call, minus, negate, num, power, product, quotient, sum, sym } from '../build.ts';
import type { Expr } from '../expr.ts';

type Slope = (x: Expr) => Expr;

const ONE = num(1);
const TWO = num(2);

function square(x: Expr): Expr {
  return power(x, TWO);
}

function sqrt(x: Expr): Expr {
  return call('sqrt', x);
}

function over(x: Expr): Expr {
  return quotient(ONE, x);
}

/** The derivative of each elementary function of one argument. Step functions have none: their slope is 0 between jumps and missing at them. */
export const slopes: Record<string, Slope | undefined> = {
  sqrt: x => quotient(ONE, product(TWO, sqrt(x))),
  abs: x => quotient(x, call('abs', x)),
  exp: x => call('exp', x),
  ln: over,
  log: x => over(product(x, call('ln', num(10)))),
  sin: x => call('cos', x),
  cos: x => negate(call('sin', x)),
  tan: x => square(call('sec', x)),
  cot: x => negate(square(call('csc', x))),
  sec: x => product(call('sec', x), call('tan', x)),
  csc: x => negate(product(call('csc', x), call('cot', x))),
  erf: x => quotient(product(TWO, call('exp', negate(square(x)))), sqrt(sym('pi'))),
  erfc: x => negate(quotient(product(TWO, call('exp', negate(square(x)))), sqrt(sym('pi')))),
  arcsin: x => over(sqrt(minus(ONE, square(x)))),
  arccos: x => negate(over(sqrt(minus(ONE, square(x))))),
  arctan: x => over(sum(ONE, square(x))),
  arccot: x => negate(over(sum(ONE, square(x)))),
  arcsec: x => over(product(call('abs', x), sqrt(minus(square(x), ONE)))),
  arccsc: x => negate(over(product(call('abs', x), sqrt(minus(square(x), ONE))))),
  sinh: x => call('cosh', x),
  cosh: x => call('sinh', x),
  tanh: x => square(call('sech', x)),
  coth: x => negate(square(call('csch', x))),
  sech: x => negate(product(call('sech', x), call('tanh', x))),
  csch: x => negate(product(call('csch', x), call('coth', x))),
  arcsinh: x => over(sqrt(sum(square(x), ONE))),
  arccosh: x => over(sqrt(minus(square(x), ONE))),
  arctanh: x => over(minus(ONE, square(x))),
  arccoth: x => over(minus(ONE, square(x))),
  arcsech: x => negate(over(product(x, sqrt(minus(ONE, square(x)))))),
  arccsch: x => negate(over(product(call('abs', x), sqrt(sum(ONE, square(x)))))),
};
