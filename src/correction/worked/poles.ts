import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { divisorsIn, lettersIn } from '../letters.ts';

type Integral = Expr & { readonly kind: 'integral' };

/** Places between the bounds at which a divisor is looked at; between two of them its zero is found by halving. */
const PLACES = 240;
const HALVINGS = 60;

/**
 * A place at or between the bounds of an integral where the integrand grows at least as fast as 1/h at the distance h, so that the integral has no value.
 * Null where there is none, or where it cannot be told.
 */
export function poleWithin({ body, variable, bounds }: Integral): number | null {
  const [lower, upper] = [bounds?.lower, bounds?.upper].map(bound => (bound ? evaluateNumeric(bound) : null));
  if (typeof lower !== 'number' || typeof upper !== 'number' || lower === upper) return null;
  if (lettersIn(body).some(letter => letter !== variable) || someNode(body, node => node.kind === 'call')) return null;
  const [from, to] = [Math.min(lower, upper), Math.max(lower, upper)];
  const at = (expr: Expr, x: number): number => Number(evaluateNumeric(expr, new Map([[variable, x]])) ?? Number.NaN);
  for (const divisor of [...divisorsIn(body), ...reciprocalsIn(body)].flatMap(basesIn))
    for (const zero of zerosOf(x => at(divisor, x), from, to)) if (growsAt(x => at(body, x), zero, from, to)) return zero;
  return null;
}

/** `x^(-2)`: a base under a negative exponent. */
function reciprocalsIn(body: Expr): readonly Expr[] {
  const found: Expr[] = [];
  someNode(body, node => {
    if (node.kind === 'power' && Number(evaluateNumeric(node.exponent)) < 0) found.push(node.base);
    return false;
  });
  return found;
}

/** `x²(x − 1)`: the bases of its powers, each of which changes its sign where it is 0. */
function basesIn(divisor: Expr): readonly Expr[] {
  if (divisor.kind === 'product') return divisor.factors.flatMap(basesIn);
  return divisor.kind === 'power' ? basesIn(divisor.base) : [divisor];
}

function zerosOf(f: (x: number) => number, from: number, to: number): number[] {
  const found: number[] = [];
  const place = (i: number): number => from + ((to - from) * i) / PLACES;
  for (let i = 0; i <= PLACES; i++) {
    const [x, next] = [place(i), place(i + 1)];
    if (Math.abs(f(x)) < 1e-12) found.push(x);
    else if (i < PLACES && f(x) * f(next) < 0) found.push(halved(f, x, next));
  }
  return found;
}

function halved(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (f(low) * f(middle) <= 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Whether f(x)·h keeps its size, or grows, on the way to the place from a side within the bounds. */
function growsAt(f: (x: number) => number, place: number, from: number, to: number): boolean {
  return [-1, 1].some(side => {
    const sizes = [8, 12, 16].map(k => {
      const h = (to - from) * 2 ** -k;
      const x = place + side * h;
      return x > from && x < to ? Math.abs(f(x)) * h : Number.NaN;
    });
    return sizes.every((size, i) => size > 1e-9 && (i === 0 || size > 0.9 * (sizes[i - 1] ?? 0)));
  });
}
