import type { Expr } from '../expr.ts';
import { type Rational, toNumber } from '../rational.ts';
import { type Approx, exactly, rationalPower, realPower, UNDEFINED } from './approx.ts';
import { exact } from './exact.ts';
import { someSymbol } from './free.ts';
import { functionNamed, negative, product, quotient, real, sum } from './real.ts';

/** A value for each value of a letter. */
type Along = (x: number) => Approx;

/**
 * An expression as a function of one letter, the others fixed, for many values of it: what does not hang on the letter is worked out once.
 * Its values are those of `real`.
 */
export function realAlong(expr: Expr, letter: string, fixed: ReadonlyMap<string, Rational>): Along {
  const env = new Map<string, number>([...fixed].map(([name, v]) => [name, toNumber(v)]));
  const isLetter = (name: string): boolean => name === letter;
  const prepare = (part: Expr): Along => {
    if (someSymbol(part, isLetter)) return opened(part);
    const value = real(part, env);
    return () => value;
  };
  const opened = (part: Expr): Along => {
    switch (part.kind) {
      case 'symbol':
        return exactly;
      case 'sum': {
        const terms = part.terms.map(prepare);
        return x => sum(terms, term => term(x));
      }
      case 'product': {
        const factors = part.factors.map(prepare);
        return x => product(factors, factor => factor(x));
      }
      case 'quotient': {
        const [num, den] = [prepare(part.num), prepare(part.den)];
        return x => quotient(num(x), den(x));
      }
      case 'negate': {
        const arg = prepare(part.arg);
        return x => negative(arg(x));
      }
      case 'power': {
        const base = prepare(part.base);
        const constant = exact(part.exponent);
        if (constant === 'undefined') return () => UNDEFINED;
        if (constant !== null) {
          const power = rationalPower(constant);
          return x => power(base(x));
        }
        const exponent = prepare(part.exponent);
        return x => realPower(base(x), exponent(x));
      }
      case 'call': {
        const f = functionNamed(part.fn);
        const args = part.args.map(prepare);
        return x => f(args.map(arg => arg(x)));
      }
      default:
        return x => real(part, new Map(env).set(letter, x));
    }
  };
  return prepare(expr);
}
