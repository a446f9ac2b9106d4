import { quotient } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr } from '../../math/expr.ts';
import { namedCall } from '../letters.ts';
import { functionHead } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import { isPrimed } from './rewriting.ts';

/** Puts the derivative of a known function in for `f'(x)`, `dy/dx` and the like. Unchanged where the function is not known. */
export function withDerivatives(scene: Scene, expr: Expr): Expr {
  const partial = partialHead(expr);
  if (partial) return partialDerivative(scene, partial) ?? expr;
  const along = parametric(scene, expr);
  if (along) return along;
  const called = expr.kind === 'call' ? namedCall(expr) : null;
  const head = called && called.primes > 0 ? called : (primed(expr) ?? derivativeHead(expr));
  if (!head) return expr;
  for (let primes = head.primes; primes >= 0; primes--) {
    const rule = scene.functions.get(head.name + "'".repeat(primes));
    const variable = rule?.variables[0];
    if (
      !rule ||
      !variable ||
      rule.variables.length > 1 ||
      isPrimed(scene, variable) ||
      (expr.kind === 'derivative' && expr.variable !== variable)
    )
      continue;
    let body: Expr | null = rule.body;
    for (let k = primes; k < head.primes && body !== null; k++) body = differentiate(body, variable);
    const at = expr.kind === 'call' ? expr.args[0] : undefined;
    if (body === null) return expr;
    return at ? substitute(body, variable, at) : body;
  }
  return expr;
}

/** `dy/dx` of a curve given by x and y in a third letter. */
function parametric({ functions }: Scene, expr: Expr): Expr | null {
  if (expr.kind !== 'derivative' || expr.body.kind !== 'symbol' || expr.order > 1) return null;
  const [of, by] = [functions.get(expr.body.name), functions.get(expr.variable)];
  const [letter] = by?.variables ?? [];
  if (
    !of ||
    !by ||
    letter === undefined ||
    letter === 'x' ||
    letter === expr.variable ||
    of.variables.join() !== letter ||
    by.variables.length > 1
  )
    return null;
  const [up, across] = [differentiate(of.body, letter), differentiate(by.body, letter)];
  return up && across ? quotient(up, across) : null;
}

interface Partial {
  readonly name: string;
  readonly by: readonly string[];
}

/** `∂f/∂x` or `f_x` as the name of the function and the letters it is derived by. */
export function partialHead(expr: Expr): Partial | null {
  if (expr.kind === 'derivative' && expr.partial) {
    const name = expr.body.kind === 'symbol' ? expr.body.name : (namedCall(expr.body)?.name ?? null);
    return name === null ? null : { name, by: new Array<string>(expr.order).fill(expr.variable) };
  }
  const match = expr.kind === 'symbol' ? /^([a-zA-Z])_\{?([a-z]{1,2})\}?$/.exec(expr.name) : null;
  return match?.[1] && match[2] ? { name: match[1], by: [...match[2]] } : null;
}

/** Null where the function is not known, or not one of several letters. */
function partialDerivative(scene: Scene, { name, by }: Partial): Expr | null {
  const rule = scene.functions.get(name);
  if (!rule || rule.variables.length < 2 || !by.every(letter => rule.variables.includes(letter))) return null;
  return by.reduce<Expr | null>((body, letter) => body && differentiate(body, letter), rule.body);
}

/** `y'` as the name and order of what is derived. */
export function primed(expr: Expr): { name: string; primes: number } | null {
  const match = expr.kind === 'symbol' ? /^([a-zA-Z])('+)$/.exec(expr.name) : null;
  return match?.[1] && match[2] ? { name: match[1], primes: match[2].length } : null;
}

/** `dy/dx` as the name and order of what is derived. */
export function derivativeHead(expr: Expr): { name: string; primes: number } | null {
  const head = expr.kind === 'derivative' ? functionHead(expr) : null;
  return head && expr.kind === 'derivative' && expr.body.kind === 'symbol' ? { name: expr.body.name, primes: expr.order } : null;
}
