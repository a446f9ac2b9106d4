import type { Expr } from '../math/expr.ts';
import { call, negate, num, power, product, quotient, sum, symbol, writtenNumber } from './build.ts';
import { partsOf } from './walk.ts';

/** True when the expression does not contain the variable. */
export function isFree(expr: Expr, variable: string): boolean {
  if (expr.kind === 'symbol') return expr.name !== variable;
  return partsOf(expr).every(part => isFree(part, variable));
}

/**
 * An antiderivative from the school table: sums, constant factors, powers, and `sin`, `cos`, `exp`, `1/u`, `√u` of a linear inside.
 * Null for everything else. No constant of integration.
 */
export function antiderivative(expr: Expr, variable: string): Expr | null {
  const x = symbol(variable);
  if (isFree(expr, variable)) return product([expr, x]);
  switch (expr.kind) {
    case 'symbol':
      return quotient(power(x, num(2)), num(2));
    case 'sum': {
      const terms = expr.terms.map(term => antiderivative(term, variable));
      return terms.every(term => term !== null) ? sum(terms) : null;
    }
    case 'negate': {
      const inside = antiderivative(expr.arg, variable);
      return inside && negate(inside);
    }
    case 'product': {
      const constant = expr.factors.filter(factor => isFree(factor, variable));
      const rest = expr.factors.filter(factor => !isFree(factor, variable));
      const [only] = rest;
      if (only === undefined) return null;
      const inside = rest.length === 1 ? antiderivative(only, variable) : powerProduct(rest, variable);
      return inside && (constant.length === 0 ? inside : product([...constant, inside]));
    }
    case 'quotient': {
      if (isFree(expr.den, variable)) {
        const inside = antiderivative(expr.num, variable);
        return inside && quotient(inside, expr.den);
      }
      if (!isFree(expr.num, variable)) return null;
      const inside = reciprocal(expr.den, variable);
      return inside && product([expr.num, inside]);
    }
    case 'power':
      return ofPower(expr.base, expr.exponent, variable);
    case 'call':
      return ofCall(expr.fn, expr.args, variable);
    default:
      return null;
  }
}

/** The slope of `a·x + b` in the variable, null when it is not of that form. */
function slopeOf(expr: Expr, variable: string): Expr | null {
  if (isFree(expr, variable)) return num(0);
  if (expr.kind === 'symbol') return num(1);
  if (expr.kind === 'negate') {
    const slope = slopeOf(expr.arg, variable);
    return slope && negate(slope);
  }
  if (expr.kind === 'quotient' && isFree(expr.den, variable)) {
    const slope = slopeOf(expr.num, variable);
    return slope && quotient(slope, expr.den);
  }
  if (expr.kind === 'sum') {
    const slopes = expr.terms.filter(term => !isFree(term, variable)).map(term => slopeOf(term, variable));
    return slopes.every(slope => slope !== null) ? sum(slopes) : null;
  }
  if (expr.kind === 'product') {
    const moving = expr.factors.filter(factor => !isFree(factor, variable));
    const [only] = moving;
    const slope = moving.length === 1 && only ? slopeOf(only, variable) : null;
    return slope && product([...expr.factors.filter(factor => isFree(factor, variable)), slope]);
  }
  return null;
}

function ofPower(base: Expr, exponent: Expr, variable: string): Expr | null {
  if (isFree(exponent, variable)) {
    const slope = slopeOf(base, variable);
    if (!slope) return null;
    const value = writtenNumber(exponent);
    if (value && value.n === -1n && value.d === 1n) return quotient(call('ln', call('abs', base)), slope);
    const next = value ? num(value.n + value.d, value.d) : sum([exponent, num(1)]);
    return quotient(power(base, next), product([next, slope]));
  }
  if (!isFree(base, variable)) return null;
  const slope = slopeOf(exponent, variable);
  const rate = base.kind === 'symbol' && base.name === 'e' ? [] : [call('ln', base)];
  return slope && quotient(power(base, exponent), product([...rate, slope]));
}

function reciprocal(den: Expr, variable: string): Expr | null {
  if (den.kind === 'power' && isFree(den.exponent, variable)) return ofPower(den.base, negate(den.exponent), variable);
  const slope = slopeOf(den, variable);
  return slope && quotient(call('ln', call('abs', den)), slope);
}

/** `x·x²` and the like: one power of the variable. */
function powerProduct(factors: readonly Expr[], variable: string): Expr | null {
  let [n, d] = [0n, 1n];
  for (const factor of factors) {
    const [base, exponent] = factor.kind === 'power' ? [factor.base, factor.exponent] : [factor, num(1)];
    const value = writtenNumber(exponent);
    if (base.kind !== 'symbol' || base.name !== variable || !value) return null;
    [n, d] = [n * value.d + value.n * d, d * value.d];
  }
  return ofPower(symbol(variable), num(n, d), variable);
}

function ofCall(fn: string, args: readonly Expr[], variable: string): Expr | null {
  const [inside] = args;
  const slope = inside && args.length === 1 ? slopeOf(inside, variable) : null;
  if (!inside || !slope) return null;
  switch (fn) {
    case 'sin':
      return quotient(negate(call('cos', inside)), slope);
    case 'cos':
      return quotient(call('sin', inside), slope);
    case 'exp':
      return quotient(call('exp', inside), slope);
    case 'sqrt':
      return ofPower(inside, num(1, 2), variable);
    case 'ln':
      return quotient(sum([product([inside, call('ln', inside)]), negate(inside)]), slope);
    default:
      return null;
  }
}
