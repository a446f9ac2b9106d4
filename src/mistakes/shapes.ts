import type { Expr } from '../math/expr.ts';
import { product } from './build.ts';
import { CONSTANTS } from './walk.ts';

/* What the letters of a pattern stand for (`pattern.ts`), and what its shape alone tells about how and whether it matches. */
export const NUMERIC = new Set(['k', 'm', 'n', 'r']);
export const LETTER = new Set(['x', 'y', 'z']);
export const VARYING = new Set(['u', 'v', 'w']);

/** Letters of a pattern are single; anything longer, and the constants, stand for themselves. */
export function isVariable(pattern: Expr): pattern is Expr & { kind: 'symbol' } {
  return pattern.kind === 'symbol' && pattern.name.length === 1 && !CONSTANTS.has(pattern.name);
}

/** How much a pattern part fits: 0 a structure, 1 a number or letter, 2 a term with a letter, 3 anything. */
export function freedom(pattern: Expr | undefined): number {
  if (!pattern || !isVariable(pattern)) return 0;
  if (NUMERIC.has(pattern.name) || LETTER.has(pattern.name)) return 1;
  return VARYING.has(pattern.name) ? 2 : 3;
}

interface Plan {
  /** The most particular parts first. */
  readonly order: readonly number[];
  /** Kinds of nodes without which some part matches nothing. */
  readonly kinds: readonly Expr['kind'][];
}

const plans = new WeakMap<readonly Expr[], Plan>();

/** How parts of a pattern are matched, worked out once for each pattern. */
export function planOf(patterns: readonly Expr[]): Plan {
  const known = plans.get(patterns);
  if (known) return known;
  const order = patterns.map((_, i) => i).sort((i, j) => freedom(patterns[i]) - freedom(patterns[j]));
  const fixed = patterns.filter(pattern => !isVariable(pattern) && pattern.kind !== 'product' && pattern.kind !== 'number');
  const plan = { order, kinds: [...new Set(fixed.map(({ kind }) => kind))] };
  plans.set(patterns, plan);
  return plan;
}

/** The numeric coefficient of a product pattern, and the pattern without it. */
interface Implied {
  readonly name: string;
  readonly rest: Expr;
}

const impliedBy = new WeakMap<readonly Expr[], { readonly implied: Implied | null }>();

export function impliedIn(factors: readonly Expr[]): Implied | null {
  const known = impliedBy.get(factors);
  if (known) return known.implied;
  const coefficient = factors.find(factor => isVariable(factor) && NUMERIC.has(factor.name));
  const implied =
    coefficient?.kind === 'symbol' ? { name: coefficient.name, rest: product(factors.filter(factor => factor !== coefficient)) } : null;
  impliedBy.set(factors, { implied });
  return implied;
}

/** False where the outer shapes alone tell that the pattern does not match: nearly always, and at little cost. */
export function mayMatch(pattern: Expr, node: Expr): boolean {
  if (isVariable(pattern)) return true;
  switch (pattern.kind) {
    case 'number':
      return true;
    case 'symbol':
      return node.kind === 'symbol' && node.name === pattern.name;
    case 'sum':
      return node.kind === 'sum' && hasKinds(pattern.terms, node.terms);
    case 'product':
      return impliedIn(pattern.factors) !== null || (node.kind === 'product' && hasKinds(pattern.factors, node.factors));
    case 'quotient':
      return node.kind === 'quotient' && mayMatch(pattern.num, node.num) && mayMatch(pattern.den, node.den);
    case 'power':
      return node.kind === 'power' && mayMatch(pattern.exponent, node.exponent) && mayMatch(pattern.base, node.base);
    case 'negate':
    case 'percent':
      return node.kind === pattern.kind && mayMatch(pattern.arg, node.arg);
    default:
      return node.kind === pattern.kind;
  }
}

/** As many parts as the pattern has, and of the kinds it insists on. */
export const hasKinds = (patterns: readonly Expr[], nodes: readonly Expr[]): boolean =>
  patterns.length <= nodes.length && planOf(patterns).kinds.every(kind => nodes.some(node => node.kind === kind));
