import type { Expr } from '../expr.ts';
import { add, divide, isZero, multiply, negate, type Rational, rational } from '../rational.ts';
import { isAffordable } from './effort.ts';
import { exactFunctions } from './exact-functions.ts';
import { exactPower } from './exact-power.ts';

/** A rational value; `undefined` where the expression has no real value (1/0, 0^0, √−1); null where the value is not (known to be) rational. */
export type Exact = Rational | 'undefined' | null;

export type ExactEnv = ReadonlyMap<string, Rational>;

const EMPTY: ExactEnv = new Map();
const HUNDRED = rational(100);
/** Terms of a sum or product over an index that are added up exactly. */
const MAX_TERMS = 2000n;

/** The exact value of an expression with the letters of `env` filled in. Never throws; gives null rather than compute beyond the size limits. */
export function exact(expr: Expr, env: ExactEnv = EMPTY): Exact {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'symbol':
      return env.get(expr.name) ?? null;
    case 'sum':
      return fold(expr.terms, env, add);
    case 'product':
      return fold(expr.factors, env, multiply);
    case 'quotient':
      return both(expr.num, expr.den, env, (n, d) => divide(n, d) ?? 'undefined');
    case 'negate': {
      const v = exact(expr.arg, env);
      return v === null || v === 'undefined' ? v : negate(v);
    }
    case 'percent': {
      const v = exact(expr.arg, env);
      return v === null || v === 'undefined' ? v : divide(v, HUNDRED);
    }
    case 'mixed': {
      const part = divide(expr.num.value, expr.den.value);
      return part === null ? 'undefined' : add(expr.whole.value, part);
    }
    case 'power':
      return both(expr.base, expr.exponent, env, exactPower);
    case 'call':
      return call(expr.fn, expr.args, env);
    case 'series':
      return isAffordable(expr) ? series(expr, env) : null;
    default:
      return null;
  }
}

function fold(parts: readonly Expr[], env: ExactEnv, op: (a: Rational, b: Rational) => Rational): Exact {
  let total: Rational | null = null;
  let known = true;
  for (let i = 0; i < parts.length; i++) {
    const v = exact(parts[i] as Expr, env);
    if (v === 'undefined') return v;
    if (v === null) known = false;
    else total = total === null ? v : op(total, v);
  }
  return known ? total : null;
}

function both(a: Expr, b: Expr, env: ExactEnv, op: (a: Rational, b: Rational) => Exact): Exact {
  const x = exact(a, env);
  const y = exact(b, env);
  if (x === 'undefined' || y === 'undefined') return 'undefined';
  return x === null || y === null ? null : op(x, y);
}

function call(fn: string, args: readonly Expr[], env: ExactEnv): Exact {
  const f = exactFunctions[fn];
  if (!f) return null;
  const values: Rational[] = [];
  for (const arg of args) {
    const v = exact(arg, env);
    if (v === null || v === 'undefined') return v;
    values.push(v);
  }
  return f(values);
}

function series(expr: Extract<Expr, { kind: 'series' }>, env: ExactEnv): Exact {
  const lower = exact(expr.lower, env);
  const upper = exact(expr.upper, env);
  if (lower === 'undefined' || upper === 'undefined') return 'undefined';
  if (lower === null || upper === null || lower.d !== 1n || upper.d !== 1n || upper.n - lower.n >= MAX_TERMS) return null;
  const inner = new Map(env);
  let total: Rational = rational(expr.op === 'sum' ? 0 : 1);
  for (let k = lower.n; k <= upper.n; k++) {
    inner.set(expr.variable, rational(k));
    const term = exact(expr.body, inner);
    if (term === null || term === 'undefined') return term;
    total = expr.op === 'sum' ? add(total, term) : multiply(total, term);
    if (isZero(total) && expr.op === 'product') return total;
  }
  return total;
}
