import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Statement } from '../expr.ts';
import { printPlain } from '../print.ts';
import { fromRationals, pseudoRemainder, squarefree } from './dense.ts';
import { differenceIn, singleLink } from './equations.ts';
import { compareScalars } from './expressions.ts';
import { expressionsOf, freeLetters } from './free.ts';
import * as P from './polynomial.ts';
import { newRing } from './ring.ts';

type Compare = (from: Statement, to: Statement, o: CompareOptions) => Comparison;

const SAME: Comparison = { kind: 'same', notices: [] };

/**
 * How two statements without any real solution stand as algebra: part by part, or by their complex solutions. `same` when nothing speaks against it, and always when
 * the second is a plain contradiction.
 */
export function compareWithoutSolutions(from: Statement, to: Statement, o: CompareOptions, compare: Compare): Comparison {
  if (freeLetters(expressionsOf(to), o.vars).length === 0) return SAME;
  if ((from.kind === 'and' || from.kind === 'or') && to.kind === from.kind && from.parts.length === to.parts.length) {
    const parts = from.parts.map((part, i) => compare(part, to.parts[i] ?? part, o));
    return parts.find(c => c.kind !== 'same' && c.kind !== 'unknown') ?? SAME;
  }
  const roots = compareRoots(from, to, o);
  if (roots === 'some') return { kind: 'unknown', why: 'it may be one of several cases without real solutions' };
  return roots === 'other' || changesOneSide(from, to, o) ? { kind: 'different', witness: sidesWitness(from, to) } : SAME;
}

/** `2x + 6 = 2x + 20` under `2(x + 6) = 2x + 20`: one side says the same as before, the other does not. */
function changesOneSide(from: Statement, to: Statement, o: CompareOptions): boolean {
  const a = singleLink(from);
  const b = singleLink(to);
  if (a?.relation !== '=' || b?.relation !== '=') return false;
  const [left, right] = [compareScalars(a.left, b.left, o).kind, compareScalars(a.right, b.right, o).kind];
  return (left === 'same' && right === 'different') || (left === 'different' && right === 'same');
}

/** Whether the second of two polynomial equations in one letter has the complex solutions of the first, some of them, or others; null for anything else. */
function compareRoots(from: Statement, to: Statement, o: CompareOptions): 'all' | 'some' | 'other' | null {
  const a = singleLink(from);
  const b = singleLink(to);
  if (a?.relation !== '=' || b?.relation !== '=') return null;
  const ring = newRing(o.vars ?? []);
  const x = differenceIn(a, ring);
  const y = x && differenceIn(b, ring);
  if (!x || !y || ring.relations.length !== 1 || ring.relations[0]) return null;
  const [f, g] = [x, y].map(p => squarefree(fromRationals(P.coefficientsIn(p, 0).map(c => P.constantTerm(c) ?? { n: 0n, d: 1n }))));
  if (!f || !g) return null;
  if (f.length < 2 && g.length < 2) return 'all';
  if (g.length < 2 || pseudoRemainder(f, g).some(c => c !== 0n)) return 'other';
  return f.length === g.length ? 'all' : 'some';
}

/** The two statements themselves, where no value shows how they differ. */
export function sidesWitness(from: Statement, to: Statement): Extract<Comparison, { kind: 'different' }>['witness'] {
  return { kind: 'values', at: {}, left: printPlain(from), right: printPlain(to) };
}
