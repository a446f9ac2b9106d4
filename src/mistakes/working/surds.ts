import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { mapExpr } from '../../math/tree.ts';
import { num, product } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import type { Style } from './numbers.ts';
import { surd } from './polynomial.ts';

/** Roots of numbers: multiplied together under one root, square factors taken out, like roots collected. Null where there is none. */
export function simplerRoots(expr: Expr, style: Style): Expr[] | null {
  if (!someNode(expr, node => rootOf(node) !== null)) return null;
  const out = mapExpr(expr, node => {
    const inside = rootOf(node);
    return inside ? surd(inside, style) : node;
  });
  const squares = tidy(rootsMultiplied(tidy(mapExpr(out, rootsMultiplied))));
  const last = mapExpr(squares, node => {
    const inside = rootOf(node);
    return inside ? surd(inside, style) : node;
  });
  return [out, tidy(last)];
}

const rootOf = (node: Expr): Q.Rational | null => {
  const [inside] = node.kind === 'call' && node.fn === 'sqrt' ? node.args : [];
  const value = inside && numberIn(inside);
  return value && value.n > 0n && value.n < 1_000_000n && value.d < 10_000n ? value : null;
};

/** `√2·√6` as `√12`, `√3^2` as 3. */
function rootsMultiplied(node: Expr): Expr {
  if (node.kind === 'power') {
    const inside = rootOf(node.base);
    const exponent = numberIn(node.exponent);
    if (inside && exponent?.d === 1n && exponent.n === 2n) return num(inside.n, inside.d);
  }
  if (node.kind !== 'product') return node;
  const roots = node.factors.map(rootOf);
  const inside = roots.filter(root => root !== null);
  if (inside.length < 2) return node;
  const value = inside.reduce((so, root) => Q.multiply(so, root), Q.ONE);
  return product([
    ...node.factors.filter((_, i) => !roots[i]),
    { kind: 'call', fn: 'sqrt', args: [num(value.n, value.d)], span: node.span },
  ]);
}
