import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { children, mapExpr } from '../../math/tree.ts';
import { decimalPlaces } from '../../mistakes/working/numbers.ts';

/** Right values by the printed wrong value in whose place they stand. */
export type Changed = ReadonlyMap<string, Q.Rational>;

/** How a value is written: as a whole number or decimal, or as a fraction in one of its forms. */
export type Form = 'decimal' | 'slash' | 'latex' | 'mixed' | 'latex-mixed';

const isWhole = (expr: Expr): boolean => expr.kind === 'number' && expr.decimals === null;

/** A number as it is written, a fraction of two whole numbers or a mixed number: one value, never replaced in part. */
export const isLiteral = (expr: Expr): boolean =>
  expr.kind === 'number' || expr.kind === 'mixed' || (expr.kind === 'quotient' && isWhole(expr.num) && isWhole(expr.den));

/** The value of a literal. */
export const literalValue = (expr: Expr): Q.Rational | null => (isLiteral(expr) ? evaluateExact(expr) : null);

/** The expression with right values in the place of wrong ones. */
export const renumbered = (expr: Expr, changed: Changed): Expr =>
  mapExpr(expr, node => {
    const value = literalValue(node);
    const now = value && changed.get(Q.printRational(value));
    return now ? { kind: 'number', value: now, decimals: null, span: node.span } : node;
  });

/** The literals of an expression that have another value now, outermost first and none inside another. */
export function changedLiterals(expr: Expr, changed: Changed): { node: Expr; now: Q.Rational }[] {
  const value = literalValue(expr);
  const now = value && changed.get(Q.printRational(value));
  if (now) return [{ node: expr, now }];
  return children(expr).flatMap(part => changedLiterals(part, changed));
}

/** The form in which a value goes in the place of a literal, among sides that may show how this student writes fractions. */
export function formOf(like: Expr | null, sides: readonly Expr[], latex: boolean): Form {
  const shown = like && like.kind !== 'number' ? [like] : [...sides].reverse();
  if (like?.kind === 'number' && like.decimals !== null) return 'decimal';
  if (shown.some(side => holds(side, node => node.kind === 'mixed'))) return latex ? 'latex-mixed' : 'mixed';
  const decimals = shown.some(side => holds(side, node => node.kind === 'number' && node.decimals !== null));
  const fractions = shown.some(side => holds(side, node => node.kind === 'quotient' && isLiteral(node)));
  return fractions && !decimals ? (latex ? 'latex' : 'slash') : 'decimal';
}

const holds = (expr: Expr, test: (node: Expr) => boolean): boolean => test(expr) || children(expr).some(part => holds(part, test));

/** A fraction in its form; null for a whole number, and for a value that decimals write. */
export function fraction(value: Q.Rational, form: Form): string | null {
  if (value.d === 1n || form === 'decimal') return null;
  const size = Q.absolute(value);
  const sign = value.n < 0n ? '-' : '';
  const latex = form === 'latex' || form === 'latex-mixed';
  const written = (n: bigint): string => (latex ? `\\frac{${n}}{${value.d}}` : `${n}/${value.d}`);
  const whole = size.n / size.d;
  if (whole === 0n || form === 'slash' || form === 'latex') return sign + written(size.n);
  return `${sign}${whole}${latex ? '' : ' '}${written(size.n % size.d)}`;
}

/** Decimals, with as many places as the value needs or as its model has; rounded where it does not end. */
export function decimal(value: Q.Rational, model: number, grouped: boolean): string {
  const size = Q.absolute(value);
  const exact = decimalPlaces(size);
  const places = exact === null ? Math.max(2, model) : exact === 0 && model < 2 ? 0 : Math.max(exact, model);
  const digits = Q.round(Q.multiply(size, Q.rational(10n ** BigInt(places))))
    .toString()
    .padStart(places + 1, '0');
  const whole = places > 0 ? digits.slice(0, -places) : digits;
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return (value.n < 0n ? '-' : '') + (places > 0 ? `${shown}.${digits.slice(-places)}` : shown);
}
