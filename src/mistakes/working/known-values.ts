import { num, power, product, quotient, sum } from '../../math/build.ts';
import type { CallExpr, Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { mapExpr } from '../../math/tree.ts';
import { call, negate } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { arithmetic } from './arithmetic.ts';
import { wholeLogarithm } from './log-terms.ts';
import type { Style } from './numbers.ts';

/**
 * Functions whose values or forms are known by heart, each in its place: a logarithm that is a whole number, e to a multiple of a logarithm, the size of a
 * complex number, an angle with a minus, an angle that is a sum. Then what is left is worked out. Null where there are none.
 */
export function knownValues(expr: Expr, style: Style): Expr[] | null {
  const known = mapExpr(expr, node => KNOWN.map(rule => rule(node)).find(found => found !== null) ?? node);
  if (printPlain(known) === printPlain(expr)) return null;
  return [known, ...(hasLetter(known) || numberIn(known) === null ? [tidy(known)] : arithmetic(known, style))];
}

const KNOWN: readonly ((node: Expr) => Expr | null)[] = [
  wholeLogarithm,
  node => {
    const multiple = node.kind === 'power' && node.base.kind === 'symbol' && node.base.name === 'e' ? node.exponent : null;
    const [front, log] = multiple?.kind === 'product' ? multiple.factors : [];
    const inside = log?.kind === 'call' && log.fn === 'ln' ? log.args[0] : undefined;
    return front && inside && multiple?.kind === 'product' && multiple.factors.length === 2 ? power(inside, front) : null;
  },
  node => {
    const parts = node.kind === 'call' && node.fn === 'abs' && node.args[0]?.kind === 'sum' ? node.args[0].terms : [];
    const [real, imaginary] = parts;
    const size = imaginary && imaginaryPart(imaginary);
    return real && size && parts.length === 2 && numberIn(real) ? call('sqrt', sum(power(real, num(2)), power(size, num(2)))) : null;
  },
  ofAngle((fn, angle) => {
    if (angle.kind !== 'negate') return null;
    return fn === 'cos' ? call('cos', angle.arg) : negate(call(fn, angle.arg));
  }),
  ofAngle((fn, angle) => {
    const [a, b] = angle.kind === 'sum' ? angle.terms : [];
    if (angle.kind !== 'sum' || angle.terms.length !== 2 || !a || !b || b.kind === 'negate' || !hasLetter(a) || !hasLetter(b)) return null;
    const of = (name: string, x: Expr): Expr => call(name, x);
    if (fn === 'sin') return sum(product(of('sin', a), of('cos', b)), product(of('cos', a), of('sin', b)));
    if (fn === 'cos') return sum(product(of('cos', a), of('cos', b)), negate(product(of('sin', a), of('sin', b))));
    return quotient(sum(of('tan', a), of('tan', b)), sum(num(1), negate(product(of('tan', a), of('tan', b)))));
  }),
];

function ofAngle(rule: (fn: string, angle: Expr) => Expr | null): (node: Expr) => Expr | null {
  return node => {
    const [angle] = isOfAngle(node) ? node.args : [];
    return isOfAngle(node) && angle ? rule(node.fn, angle) : null;
  };
}

const isOfAngle = (node: Expr): node is CallExpr => node.kind === 'call' && ['sin', 'cos', 'tan'].includes(node.fn);

/** 4 of `4i` and of `-4i`. */
function imaginaryPart(term: Expr): Expr | null {
  if (term.kind === 'negate') return imaginaryPart(term.arg);
  if (term.kind === 'symbol') return term.name === 'i' ? num(1) : null;
  const [front, last] = term.kind === 'product' ? term.factors : [];
  return term.kind === 'product' && term.factors.length === 2 && front && last?.kind === 'symbol' && last.name === 'i' ? front : null;
}
