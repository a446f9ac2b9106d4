import { type Expr, NOWHERE } from '../../math/expr.ts';
import { antiderivative } from '../antiderivative.ts';
import { negate, num, product, quotient, sum, symbol } from '../build.ts';
import { opened, substitute } from '../open.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { arithmetic } from './arithmetic.ts';
import { cancelled } from './cancel.ts';
import type { Style } from './numbers.ts';

/** Derivatives, integrals, limits and sums carried out: the rule applied, then worked out. */
export function calculus(expr: Expr, style: Style): Expr[] | null {
  switch (expr.kind) {
    case 'derivative': {
      const result = tidy(expr);
      if (result.kind === 'derivative') return null;
      const wide = expr.body.kind === 'product' || expr.body.kind === 'quotient' ? opened(expr) : null;
      return wide ? [carriedOut(wide), result] : [result];
    }
    case 'integral':
      return integral(expr, style);
    case 'limit':
      return limit(expr, style);
    case 'series':
      return series(expr, style);
    default:
      return null;
  }
}

/** The inner derivatives of an opened product or quotient rule carried out, the rest left standing. */
function carriedOut(expr: Expr): Expr {
  if (expr.kind === 'derivative') return tidy(expr);
  if (expr.kind === 'sum') return sum(expr.terms.map(carriedOut));
  if (expr.kind === 'negate') return negate(carriedOut(expr.arg));
  if (expr.kind === 'product') return product(expr.factors.map(carriedOut));
  return expr.kind === 'quotient' ? quotient(carriedOut(expr.num), expr.den) : expr;
}

function integral(expr: Expr & { kind: 'integral' }, style: Style): Expr[] | null {
  const inverse = antiderivative(expr.body, expr.variable) ?? antiderivative(tidy(expr.body), expr.variable);
  if (!inverse) return null;
  const found = tidy(inverse);
  if (!expr.bounds) return [sum([found, symbol('C')])];
  const { lower, upper } = expr.bounds;
  const at = (bound: Expr): Expr => substitute(found, expr.variable, bound);
  const [high, low] = [at(upper), at(lower)];
  const both = numberIn(low)?.n === 0n ? high : sum([high, low.kind === 'negate' ? low.arg : negate(low)]);
  const values = [high, low].map(part => (numberIn(part) === null ? part : (arithmetic(part, style).at(-1) ?? part)));
  const [h, l] = values;
  const difference = h && l && numberIn(l)?.n !== 0n ? [sum([h, l.kind === 'negate' ? l.arg : negate(l)])] : [];
  return [both, ...difference, tidy(sum([high, negate(low)]))];
}

function limit(expr: Expr & { kind: 'limit' }, style: Style): Expr[] | null {
  const put = (body: Expr): Expr => substitute(body, expr.variable, expr.point);
  const simpler = cancelled(expr.body, style);
  const last = simpler?.at(-1) ?? expr.body;
  const value = expr.point.kind === 'symbol' ? null : numberIn(put(last));
  if (!value) return null;
  const lines = (simpler ?? []).map((body): Expr => ({ ...expr, body, span: NOWHERE }));
  return [...lines, ...(last.kind === 'symbol' ? [] : [put(last)]), num(value.n, value.d)];
}

const MOST_TERMS = 8n;

/** The terms of a short sum written out, worked out, and added. */
function series(expr: Expr & { kind: 'series' }, style: Style): Expr[] | null {
  const [from, to] = [numberIn(expr.lower), numberIn(expr.upper)];
  if (expr.op !== 'sum' || !from || !to || from.d !== 1n || to.d !== 1n || to.n < from.n || to.n - from.n >= MOST_TERMS) return null;
  const terms: Expr[] = [];
  for (let k = from.n; k <= to.n; k++) terms.push(tidy(substitute(expr.body, expr.variable, num(k))));
  const whole = sum(terms);
  return hasLetter(whole) ? [whole, tidy(whole)] : [whole, ...arithmetic(whole, style)];
}
