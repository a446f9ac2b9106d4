import { type Expr, NOWHERE, type NumberExpr, type Relation, type Statement } from '../math/expr.ts';

/** Small constructors for trees that no document wrote. Sums and products are flattened, trivial ones unwrapped. */

export function num(value: number | bigint, over: number | bigint = 1): Expr {
  let n = BigInt(value);
  let d = BigInt(over);
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  const divisor = gcd(n < 0n ? -n : n, d);
  n /= divisor;
  d /= divisor;
  const positive = n < 0n ? -n : n;
  const size: Expr = d === 1n ? integer(positive) : { kind: 'quotient', num: integer(positive), den: integer(d), bar: true, span: NOWHERE };
  return n < 0n ? negate(size) : size;
}

/** A decimal with `places` digits after the point, from its digits read as one integer. */
export function decimal(digits: bigint, places: number): Expr {
  const positive = digits < 0n ? -digits : digits;
  const scale = 10n ** BigInt(places);
  const divisor = gcd(positive, scale);
  const value: NumberExpr = {
    kind: 'number',
    value: { n: positive / divisor, d: scale / divisor },
    decimals: places === 0 ? null : places,
    span: NOWHERE,
  };
  return digits < 0n ? negate(value) : value;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

function integer(value: bigint): NumberExpr {
  return { kind: 'number', value: { n: value, d: 1n }, decimals: null, span: NOWHERE };
}

export function symbol(name: string): Expr {
  return { kind: 'symbol', name, span: NOWHERE };
}

export function sum(terms: readonly Expr[]): Expr {
  const flat = terms.flatMap(term => (term.kind === 'sum' ? term.terms : [term]));
  const only = flat[0];
  if (only === undefined) return num(0);
  return flat.length === 1 ? only : { kind: 'sum', terms: flat, span: NOWHERE };
}

export function product(factors: readonly Expr[]): Expr {
  const flat = factors.flatMap(factor => (factor.kind === 'product' ? factor.factors : [factor]));
  const only = flat[0];
  if (only === undefined) return num(1);
  return flat.length === 1 ? only : { kind: 'product', factors: flat, implicit: isJuxtaposable(flat), span: NOWHERE };
}

/** True when the factors read well side by side: `2x`, `3(x + 1)`, not `2 3`. */
function isJuxtaposable(factors: readonly Expr[]): boolean {
  return factors.every((factor, i) => i === 0 || !startsWithDigit(factor));
}

function startsWithDigit(expr: Expr): boolean {
  if (expr.kind === 'number' || expr.kind === 'mixed' || expr.kind === 'negate' || expr.kind === 'quotient') return true;
  if (expr.kind === 'power') return startsWithDigit(expr.base);
  if (expr.kind === 'product') return expr.factors[0] !== undefined && startsWithDigit(expr.factors[0]);
  return false;
}

export function quotient(above: Expr, below: Expr): Expr {
  return { kind: 'quotient', num: above, den: below, bar: true, span: NOWHERE };
}

export function power(base: Expr, exponent: Expr): Expr {
  return { kind: 'power', base, exponent, span: NOWHERE };
}

export function negate(arg: Expr): Expr {
  return { kind: 'negate', arg, span: NOWHERE };
}

export function call(fn: string, ...args: readonly Expr[]): Expr {
  return { kind: 'call', fn, args, span: NOWHERE };
}

export function chain(sides: readonly Expr[], relations: readonly Relation[]): Statement {
  return { kind: 'chain', sides, relations, span: NOWHERE };
}

export function equation(left: Expr, right: Expr): Statement {
  return chain([left, right], ['=']);
}

export function isStatement(node: Expr | Statement): node is Statement {
  return node.kind === 'chain' || node.kind === 'or' || node.kind === 'and' || node.kind === 'member' || node.kind === 'truth';
}

/** The exact value of a written number: `3`, `-3`, `2/3`, `-2/3`, `1 1/2`; null for anything else. */
export function writtenNumber(expr: Expr): { readonly n: bigint; readonly d: bigint } | null {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'negate': {
      const value = writtenNumber(expr.arg);
      return value && { n: -value.n, d: value.d };
    }
    case 'quotient': {
      const above = writtenNumber(expr.num);
      const below = writtenNumber(expr.den);
      if (!above || !below || below.n === 0n) return null;
      const sign = below.n < 0n ? -1n : 1n;
      const [n, d] = [above.n * below.d * sign, above.d * below.n * sign];
      const divisor = gcd(n, d);
      return { n: n / divisor, d: d / divisor };
    }
    case 'mixed': {
      const [whole, above, below] = [expr.whole.value.n, expr.num.value.n, expr.den.value.n];
      return below === 0n ? null : { n: whole * below + above, d: below };
    }
    default:
      return null;
  }
}
