import { num, power, product } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { negate } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { lcm } from './numbers.ts';

/** The terms of several sides over one common denominator, and that denominator. Null when a term is no fraction of the usual form. */
export function overCommon(sides: readonly Expr[]): { readonly sides: readonly (readonly Expr[])[]; readonly below: Expr } | null {
  const parts = sides.map(side => termsOf(side).map(fractionOf));
  const all = parts.flat().filter(part => part !== null);
  if (all.length < parts.flat().length) return null;
  const common = new Map<string, Factor>();
  for (const { below } of all) for (const [key, factor] of below) if ((common.get(key)?.times ?? 0) < factor.times) common.set(key, factor);
  const number = all.reduce((so, part) => lcm(so, part.number), 1n);
  const scaled = (part: Fraction): Expr => {
    const missing = [...common].flatMap(([key, { base, times }]) => {
      const left = times - (part.below.get(key)?.times ?? 0);
      return left > 0 ? [power(base, num(left))] : [];
    });
    const whole = joined(number / part.number, part.above, missing);
    return part.negative ? negate(whole) : whole;
  };
  return {
    sides: parts.map(side => side.flatMap(part => (part ? [scaled(part)] : []))),
    below: product(num(number), ...[...common.values()].map(({ base, times }) => power(base, num(times)))),
  };
}

interface Factor {
  readonly base: Expr;
  readonly times: number;
}

interface Fraction {
  readonly negative: boolean;
  readonly above: Expr;
  readonly number: bigint;
  readonly below: ReadonlyMap<string, Factor>;
}

const termsOf = (side: Expr): readonly Expr[] => (side.kind === 'sum' ? side.terms : [side]);

/** A number before letters: two numbers are worked out. */
function joined(factor: bigint, above: Expr, missing: readonly Expr[]): Expr {
  const value = numberIn(above);
  if (value && value.d === 1n) return product(num(factor * value.n), ...missing);
  if ([above, ...missing].every(part => part.kind === 'symbol' || part.kind === 'power'))
    return tidy(product(num(factor), above, ...missing));
  return factor === 1n || missing.length > 0 || above.kind !== 'product'
    ? product(num(factor), ...missing, above)
    : product(num(factor), above);
}

function fractionOf(term: Expr): Fraction | null {
  if (term.kind === 'negate') {
    const inner = fractionOf(term.arg);
    return inner && { ...inner, negative: !inner.negative };
  }
  if (term.kind === 'product') {
    const [fraction, ...more] = term.factors.filter(factor => factor.kind === 'quotient');
    if (more.length > 0) return null;
    const inner = fraction ? fractionOf(fraction) : null;
    const others = term.factors.filter(factor => factor !== fraction);
    return inner ? { ...inner, above: product(...others, inner.above) } : { negative: false, above: term, number: 1n, below: new Map() };
  }
  if (term.kind !== 'quotient') return { negative: false, above: term, number: 1n, below: new Map() };
  const factors = term.den.kind === 'product' ? term.den.factors : [term.den];
  const below = new Map<string, Factor>();
  let number = 1n;
  for (const factor of factors) {
    const value = numberIn(factor);
    if (value) {
      if (value.d !== 1n || value.n <= 0n) return null;
      number *= value.n;
      continue;
    }
    const exponent = factor.kind === 'power' ? numberIn(factor.exponent) : null;
    const [base, times] = factor.kind === 'power' && exponent?.d === 1n ? [factor.base, Number(exponent.n)] : [factor, 1];
    const key = printPlain(base);
    below.set(key, { base, times: times + (below.get(key)?.times ?? 0) });
  }
  return { negative: false, above: term.num, number, below };
}
