import type { Expr } from '../expr.ts';
import { toNumber } from '../rational.ts';
import { type Complex, divide, multiply, of } from './complex-numbers.ts';
import { constantValue, type RealEnv, real } from './real.ts';

function exp(a: Complex): Complex {
  const size = Math.exp(a.re);
  return of(size * Math.cos(a.im), size * Math.sin(a.im));
}

const NO_VALUE: Complex = { re: Number.NaN, im: Number.NaN };

/** Principal branch; a negative zero imaginary part counts as zero. */
function ln(a: Complex): Complex {
  const size = Math.hypot(a.re, a.im);
  return size === 0 ? NO_VALUE : of(Math.log(size), Math.atan2(Math.abs(a.im) < 1e-14 * size ? 0 : a.im, a.re));
}

function power(base: Complex, exponent: Complex): Complex {
  if (exponent.re === 0 && exponent.im === 0 && base.re === 0 && base.im === 0) return NO_VALUE;
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 64) {
    let result = of(1);
    for (let k = 0; k < Math.abs(exponent.re); k++) result = multiply(result, base);
    return exponent.re < 0 ? divide(of(1), result) : result;
  }
  if (base.re === 0 && base.im === 0) return exponent.re > 0 ? of(0) : NO_VALUE;
  return exp(multiply(exponent, ln(base)));
}

const FUNCTIONS: Record<string, ((a: Complex) => Complex) | undefined> = {
  sqrt: a => (a.re === 0 && a.im === 0 ? a : exp(multiply(of(0.5), ln(a)))),
  abs: a => of(Math.hypot(a.re, a.im)),
  exp,
  ln,
  conj: a => of(a.re, -a.im),
  Re: a => of(a.re),
  Im: a => of(a.im),
  re: a => of(a.re),
  im: a => of(a.im),
  arg: a => of(ln(a).im),
  sin: a => of(Math.sin(a.re) * Math.cosh(a.im), Math.cos(a.re) * Math.sinh(a.im)),
  cos: a => of(Math.cos(a.re) * Math.cosh(a.im), -Math.sin(a.re) * Math.sinh(a.im)),
  sinh: a => of(Math.sinh(a.re) * Math.cos(a.im), Math.cosh(a.re) * Math.sin(a.im)),
  cosh: a => of(Math.cosh(a.re) * Math.cos(a.im), Math.sinh(a.re) * Math.sin(a.im)),
};

/** Evaluates over the complex numbers, principal branches, in plain double precision. */
export function complex(expr: Expr, env: RealEnv): Complex {
  switch (expr.kind) {
    case 'number':
      return of(toNumber(expr.value));
    case 'symbol': {
      const given = env.get(expr.name);
      if (given !== undefined) return of(typeof given === 'number' ? given : given.v);
      return expr.name === 'i' ? of(0, 1) : of(constantValue(expr.name) ?? Number.NaN);
    }
    case 'sum': {
      const parts = expr.terms.map(term => complex(term, env));
      return of(
        parts.reduce((t, p) => t + p.re, 0),
        parts.reduce((t, p) => t + p.im, 0),
      );
    }
    case 'product':
      return expr.factors.reduce((t, factor) => multiply(t, complex(factor, env)), of(1));
    case 'quotient':
      return divide(complex(expr.num, env), complex(expr.den, env));
    case 'negate': {
      const a = complex(expr.arg, env);
      return of(-a.re, -a.im);
    }
    case 'power':
      return power(complex(expr.base, env), complex(expr.exponent, env));
    case 'call': {
      const [first, ...others] = expr.args;
      const f = FUNCTIONS[expr.fn];
      if (first && others.length === 0 && f) return f(complex(first, env));
      return of(real(expr, env).v);
    }
    default:
      return of(real(expr, env).v);
  }
}
