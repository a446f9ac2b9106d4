import { call, minus, negate, num, power, product, quotient, sum, sym } from './build.ts';
import { someNode, someSymbol, substitute } from './decide/free.ts';
import { slopes } from './decide/slopes.ts';
import type { DerivativeExpr, Expr } from './expr.ts';
import { rational, subtract } from './rational.ts';

/** Letters that stand for functions of the variable, as y does in `2x + 2y·dy/dx = 0`. */
export type Dependents = ReadonlySet<string>;

const NONE: Dependents = new Set();

/**
 * The derivative of an expression by the usual rules, hardly simplified. Other letters are constants, except those in `dependents`, whose
 * derivative is the letter `y'`. Null where no rule is known.
 */
export function differentiate(expr: Expr, variable: string, dependents: Dependents = NONE): Expr | null {
  if (!mentions(expr, variable, dependents)) return num(0);
  const d = (x: Expr) => differentiate(x, variable, dependents);
  switch (expr.kind) {
    case 'symbol':
      return expr.name === variable ? num(1) : sym(`${expr.name}'`);
    case 'sum':
      return every(expr.terms.map(d), parts => sum(...parts));
    case 'negate':
      return every([d(expr.arg)], ([a]) => negate(a));
    case 'percent':
      return every([d(expr.arg)], ([a]) => quotient(a, num(100)));
    case 'product':
      return every(expr.factors.map(d), parts => sum(...parts.map((p, i) => product(...expr.factors.map((f, j) => (i === j ? p : f))))));
    case 'quotient':
      return dividing(expr.num, expr.den, d, mentions(expr.den, variable, dependents));
    case 'power':
      return powering(expr.base, expr.exponent, d, x => mentions(x, variable, dependents));
    case 'call':
      return chainRule(expr.fn, expr.args, d, x => mentions(x, variable, dependents));
    case 'derivative':
      return every([derivativeOf(expr, dependents)], ([a]) => differentiate(a, variable, dependents));
    case 'integral':
      return leibniz(expr, variable, d);
    case 'series':
      return expr.op === 'sum' && !mentions(expr.lower, variable, dependents) && !mentions(expr.upper, variable, dependents)
        ? every([d(expr.body)], ([body]) => ({ ...expr, body }))
        : null;
    case 'matrix':
      return every(expr.rows.flat().map(d), flat => ({
        ...expr,
        rows: expr.rows.map((row, i) => flat.slice(i * row.length, (i + 1) * row.length)),
      }));
    case 'list':
      return every(expr.items.map(d), items => ({ ...expr, items }));
    default:
      return null;
  }
}

/** A written derivative carried out, as often as it says; null where no rule is known. */
export function derivativeOf(expr: DerivativeExpr, dependents: Dependents = NONE): Expr | null {
  let result: Expr | null = expr.body;
  for (let k = 0; k < expr.order && result !== null; k++) result = differentiate(result, expr.variable, dependents);
  return result;
}

/** A tuple of known derivatives as long as what went in; the builder is not asked when one of them is missing. */
function every(parts: readonly (Expr | null)[], build: (known: readonly [Expr, ...Expr[]]) => Expr | null): Expr | null {
  const known = parts.filter(p => p !== null);
  const [first, ...rest] = known;
  return known.length === parts.length && first ? build([first, ...rest]) : null;
}

type Derive = (x: Expr) => Expr | null;

function dividing(n: Expr, den: Expr, d: Derive, varying: boolean): Expr | null {
  if (!varying) return every([d(n)], ([a]) => quotient(a, den));
  return every([d(n), d(den)], ([a, b]) => quotient(minus(product(a, den), product(n, b ?? num(0))), power(den, num(2))));
}

function powering(base: Expr, exponent: Expr, d: Derive, varies: (x: Expr) => boolean): Expr | null {
  if (!varies(exponent)) {
    const less = exponent.kind === 'number' ? num(subtract(exponent.value, rational(1))) : minus(exponent, num(1));
    return every([d(base)], ([a]) => product(exponent, power(base, less), a));
  }
  const isE = base.kind === 'symbol' && base.name === 'e';
  const whole = power(base, exponent);
  if (!varies(base)) return every([d(exponent)], ([x]) => (isE ? product(whole, x) : product(whole, call('ln', base), x)));
  return every([d(base), d(exponent)], ([a, x]) =>
    product(whole, sum(product(x ?? num(0), call('ln', base)), quotient(product(exponent, a), base))),
  );
}

function chainRule(fn: string, args: readonly Expr[], d: Derive, varies: (x: Expr) => boolean): Expr | null {
  const [x, second] = args;
  if (!x) return null;
  if (fn === 'log' && second) return d(quotient(call('ln', x), call('ln', second)));
  if (fn === 'root' && second) return d(power(x, quotient(num(1), second)));
  if (second && varies(second)) return null;
  const slope = slopes[fn] ?? (/^[a-zA-Z]'*$/.test(fn) && args.length === 1 ? (u: Expr) => call(`${fn}'`, u) : undefined);
  return slope ? every([d(x)], ([a]) => product(slope(x), a)) : null;
}

/** Differentiates an integral with moving bounds: f(b)·b' − f(a)·a' + ∫ ∂f. An indefinite one gives back its integrand. */
function leibniz(expr: Extract<Expr, { kind: 'integral' }>, variable: string, d: Derive): Expr | null {
  if (!expr.bounds) return expr.variable === variable ? expr.body : null;
  const { lower, upper } = expr.bounds;
  const inside = expr.variable === variable ? num(0) : d(expr.body);
  return every([d(upper), d(lower), inside], ([b, a = num(0), partial = num(0)]) =>
    sum(
      product(substitute(expr.body, expr.variable, upper), b),
      negate(product(substitute(expr.body, expr.variable, lower), a)),
      partial.kind === 'number' && partial.value.n === 0n ? partial : { ...expr, body: partial },
    ),
  );
}

function mentions(expr: Expr, variable: string, dependents: Dependents): boolean {
  return (
    someSymbol(expr, name => name === variable || dependents.has(name)) ||
    someNode(expr, node => node.kind === 'integral' && node.bounds === null && node.variable === variable)
  );
}
