import { call, minus, negate, num, power, product, quotient, sum, sym } from '../math/build.ts';
import type { Comparison } from '../math/comparison.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { type Expr, NOWHERE } from '../math/expr.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { bare, holds, type Judged, unjudged, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

/** Highest degree of a polynomial that is worked out. */
const HIGHEST = 8;

/**
 * `f^{-1}(x) = (x + 1)/2`, `f^{-1}(7) = 2` where f is known: put into f it gives what stood in the brackets. Unjudged where f is named as a function and
 * its inverse stands elsewhere, or f is not known; null when the line is no such thing.
 */
export function judgeInverse(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, ...sides] = chain.sides;
  const [name, argument] = head ? inverseHead(head) : [];
  const rule = name === undefined ? undefined : scene.functions.get(name);
  const [variable, ...more] = rule?.variables ?? [];
  if (!rule || !argument || variable === undefined || more.length > 0 || chain.relations.some(relation => relation !== '='))
    return chain.sides.some(side => someNode(side, node => isInverseOf(scene, node))) ? unjudged('it speaks of an inverse function') : null;
  for (const [i, side] of sides.entries()) {
    if (lettersIn(side).join() !== lettersIn(argument).join()) return unjudged('it speaks of an inverse function');
    const found =
      (argument.kind === 'symbol' ? onDomain(scene, rule.body, variable, argument.name, side) : null) ??
      scene.decider.expressions(substitute(rule.body, variable, side), argument);
    if (found.kind === 'same') continue;
    if (found.kind !== 'different' || doubtIn(claim) !== null) return unjudged('it speaks of an inverse function');
    const called = call(`${name}^-1`, argument);
    return wrong(found.witness, side.span, { kind: 'line', claim, from: bare(rule.body), written: bare(side), side: i + 1, called });
  }
  return holds();
}

/** An inverse of what is known, or written, as a function. */
function isInverseOf({ functions, solution }: Scene, node: Expr): boolean {
  const [name] = inverseHead(node);
  if (name === undefined) return false;
  const applied = new RegExp(`(?<![a-zA-Z])${name}\\s*\\(|\\binverse\\b`);
  return functions.has(name) || applied.test([solution.problem, ...solution.steps.map(({ text }) => text)].join('\n'));
}

/** Where the problem says for which values f is defined, f put into its inverse gives these values back. Null where it says nothing, or it cannot be told. */
function onDomain(scene: Scene, body: Expr, variable: string, argument: string, side: Expr): Comparison | null {
  const assume = scene.bounds
    .filter(({ step, statement }) => step < 0 && lettersIn(statement).join() === variable)
    .map(bound => bound.statement);
  if (assume.length === 0) return null;
  const found = scene.decider.expressions(substitute(side, argument, body), sym(variable), { assume });
  return found.kind === 'same' || found.kind === 'different' ? found : null;
}

/** `f^{-1}(x)`: read as a function of that name, or as a power times x. */
function inverseHead(head: Expr): readonly [string, Expr] | [] {
  if (head.kind === 'call') {
    const [arg] = head.args;
    const name = /^([a-zA-Z])\^-1$/.exec(head.fn)?.[1];
    return name !== undefined && arg ? [name, arg] : [];
  }
  const [base, arg] = head.kind === 'product' && head.implicit && head.factors.length === 2 ? head.factors : [];
  const inverse = base?.kind === 'power' && base.base.kind === 'symbol' && base.exponent.kind === 'negate' ? base.base.name : undefined;
  return inverse !== undefined && arg ? [inverse, arg] : [];
}

const TAYLOR = /\b(?:Taylor|Maclaurin|linear(?:i[sz]ation| approximation)|linearly approximate)\b/i;

/** `T_3(x) = 1 + 2x + 2x^2 + …` where f is known and expanded at a number: the polynomial of its derivatives there. Null when the line is no such thing. */
export function judgeTaylor(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const { problem } = scene.solution;
  const [head, ...sides] = chain.sides;
  const degree = head ? taylorDegree(head, problem) : null;
  const rule = [...scene.functions].find(([name, { variables }]) => /^[a-z]$/.test(name) && variables.length === 1)?.[1];
  if (!TAYLOR.test(problem) || degree === null || !rule || chain.relations.some(relation => relation !== '=')) return null;
  const polynomial = taylor(rule.body, rule.variables[0] ?? 'x', centre(problem), degree);
  if (polynomial === null) return null;
  for (const [i, side] of sides.entries()) {
    if (isClosed(side) || doubtIn(claim) !== null) return null;
    const found = scene.decider.expressions(polynomial, side);
    if (found.kind === 'same') continue;
    if (found.kind !== 'different') return null;
    return wrong(found.witness, side.span, { kind: 'identity', claim, from: bare(polynomial), written: bare(side), side: i + 1 });
  }
  return holds();
}

/** The degree in `T_3(x)`, `P_2(x)`. */
function taylorDegree(head: Expr, problem: string): number | null {
  const name = head.kind === 'call' ? head.fn : head.kind === 'product' && head.factors[0]?.kind === 'symbol' ? head.factors[0].name : '';
  if (/^[Ll]$/.test(name)) return /\blinear/i.test(problem) ? 1 : null;
  const digits =
    /^[TPpM]_\{?(\d)\}?$/.exec(name)?.[1] ?? (/^[TPp]$/.test(name) ? /\b(?:degree|order) (\d)\b/.exec(problem)?.[1] : undefined);
  return digits === undefined || Number(digits) > HIGHEST ? null : Number(digits);
}

/** The number that the expansion is at: 0 where none is named. */
export const centre = (problem: string): number =>
  Number(/(?:\b(?:at|about|around|near)\s*\$?\s*(?:[a-z]_?0?\s*=\s*)?)(-?\d+)/i.exec(problem.replace(/[−–]/g, '-'))?.[1] ?? 0);

/** The polynomial of the derivatives at a place; null where one of them is not known. */
export function taylor(body: Expr, variable: string, at: number, degree: number): Expr | null {
  const terms: Expr[] = [];
  let derived: Expr | null = body;
  let factorial = 1;
  const distance: Expr = minus({ kind: 'symbol', name: variable, span: NOWHERE }, at < 0 ? negate(num(-at)) : num(at));
  for (let k = 0; k <= degree; k++) {
    if (derived === null) return null;
    factorial *= Math.max(1, k);
    const value = substitute(derived, variable, at < 0 ? negate(num(-at)) : num(at));
    terms.push(k === 0 ? value : product(quotient(value, num(factorial)), power(distance, num(k))));
    derived = differentiate(derived, variable);
  }
  return sum(...terms);
}
