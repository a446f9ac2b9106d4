import type { Expr, Relation, Statement } from '../expr.ts';
import { normalForm } from './normal.ts';
import type * as P from './polynomial.ts';
import { type Fraction, type Ring, subtractF } from './ring.ts';

/** One relation between two sides. */
export interface Link {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: Relation;
}

/** The links of a chain, side by side. */
export function linksOf(statement: Extract<Statement, { kind: 'chain' }>): Link[] {
  return statement.relations.flatMap((relation, i) => {
    const [left, right] = [statement.sides[i], statement.sides[i + 1]];
    return left && right ? [{ left, right, relation }] : [];
  });
}

/** The link of a statement that is one relation between two sides. */
export function singleLink(statement: Statement): Link | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2 || statement.modulus) return null;
  const [left, right] = statement.sides;
  const [relation] = statement.relations;
  return left && right && relation ? { left, right, relation } : null;
}

/** All links that must hold together, or null when the statement also offers alternatives or sets. */
export function conjunction(statement: Statement): Link[] | null {
  if (statement.kind === 'chain') return statement.modulus ? null : linksOf(statement);
  if (statement.kind !== 'and') return null;
  const parts = statement.parts.map(conjunction);
  return parts.includes(null) ? null : parts.flatMap(part => part ?? []);
}

/** The statement as alternatives, each a list of links; none for 'no solution', null when it holds sets. */
export function alternatives(statement: Statement): Link[][] | null {
  if (statement.kind === 'truth' && !statement.value) return [];
  if (statement.kind === 'or') {
    const parts = statement.parts.map(alternatives);
    return parts.includes(null) ? null : parts.flatMap(part => part ?? []);
  }
  if (statement.kind === 'and' && statement.parts.some(part => part.kind === 'or')) {
    const parts = statement.parts.map(alternatives);
    if (parts.includes(null)) return null;
    const all = parts.reduce<Link[][]>((sofar, part) => sofar.flatMap(x => (part ?? []).map(y => [...x, ...y])), [[]]);
    return all.length <= 64 ? all : null;
  }
  const links = conjunction(statement);
  return links && [links];
}

/** Numerator of left − right in the ring; its divisors are noted in `ring.poles`. */
export function differenceIn(link: Link, ring: Ring): P.Polynomial | null {
  return differenceOf(link.left, link.right, ring)?.num ?? null;
}

/** left − right in the ring. */
export function differenceOf(left: Expr, right: Expr, ring: Ring): Fraction | null {
  const l = normalForm(left, ring);
  const r = l && normalForm(right, ring);
  return l && r && subtractF(ring, l, r);
}
