import { differentiate } from '../math/derive.ts';
import { type DerivativeExpr, type Expr, type IntegralExpr, NOWHERE } from '../math/expr.ts';
import { mapExpr } from '../math/tree.ts';
import { isFree } from './antiderivative.ts';
import { call, negate, num, power, product, quotient, sum, symbol } from './build.ts';

/**
 * One right step of differentiation or integration: `d/dx(u + v)` → `d/dx u + d/dx v`, `∫k·u` → `k∫u`. The inner derivatives stay written,
 * so that a wrong rule can be tried on each of them. Null where there is nothing to open.
 */
export function opened(expr: Expr): Expr | null {
  if (expr.kind === 'derivative' && expr.order === 1) return openDerivative(expr);
  return expr.kind === 'integral' ? openIntegral(expr) : null;
}

function openDerivative(expr: DerivativeExpr): Expr | null {
  const { body, variable } = expr;
  const slope = (part: Expr): Expr => (isFree(part, variable) ? num(0) : { ...expr, body: part, span: NOWHERE });
  switch (body.kind) {
    case 'sum':
      return sum(body.terms.map(slope));
    case 'negate':
      return negate(slope(body.arg));
    case 'product': {
      const constant = body.factors.filter(factor => isFree(factor, variable));
      const moving = body.factors.filter(factor => !isFree(factor, variable));
      if (moving.length === 0) return null;
      const terms = moving.map((_, i) => product(moving.map((factor, j) => (i === j ? slope(factor) : factor))));
      return constant.length === 0 && terms.length === 1 ? null : product([...constant, sum(terms)]);
    }
    case 'quotient':
      if (isFree(body.den, variable)) return quotient(slope(body.num), body.den);
      if (isFree(body.num, variable)) return null;
      return quotient(sum([product([slope(body.num), body.den]), negate(product([body.num, slope(body.den)]))]), power(body.den, num(2)));
    case 'power': {
      if (body.base.kind === 'symbol' || !isFree(body.exponent, variable)) return null;
      return product([body.exponent, power(body.base, sum([body.exponent, num(-1)])), slope(body.base)]);
    }
    case 'call': {
      const [inside] = body.args;
      if (!inside || body.args.length !== 1 || inside.kind === 'symbol') return null;
      const outer = outerDerivative(body.fn, inside);
      return outer && product([outer, slope(inside)]);
    }
    default:
      return null;
  }
}

/** f′ at the inside: `cos(u)` for `sin(u)`. Null for a function without a known derivative. */
export function outerDerivative(fn: string, inside: Expr): Expr | null {
  const slope = differentiate(call(fn, symbol('t')), 't');
  return slope && substitute(slope, 't', inside);
}

/** The expression with every standing of one letter replaced. */
export function substitute(expr: Expr, name: string, by: Expr): Expr {
  return mapExpr(expr, node => (node.kind === 'symbol' && node.name === name ? by : node));
}

function openIntegral(expr: IntegralExpr): Expr | null {
  const { body, variable } = expr;
  const area = (part: Expr): Expr => ({ ...expr, body: part, span: NOWHERE });
  switch (body.kind) {
    case 'sum':
      return sum(body.terms.map(area));
    case 'negate':
      return negate(area(body.arg));
    case 'product': {
      const constant = body.factors.filter(factor => isFree(factor, variable));
      const moving = body.factors.filter(factor => !isFree(factor, variable));
      return constant.length === 0 || moving.length === 0 ? null : product([...constant, area(product(moving))]);
    }
    case 'quotient':
      return isFree(body.den, variable) ? quotient(area(body.num), body.den) : null;
    default:
      return null;
  }
}
