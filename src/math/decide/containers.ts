import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Expr } from '../expr.ts';

type Compare = (a: Expr, b: Expr, o: CompareOptions) => Comparison;

const SAME: Comparison = { kind: 'same', notices: [] };

/** Pairs of entries that are compared where their order is free. */
const MOST_COMPARISONS = 10_000;

/** Compares entries in order: the first that differs decides; one that cannot be told leaves the whole open. */
export function compareEntries(a: readonly Expr[], b: readonly Expr[], o: CompareOptions, compare: Compare): Comparison | null {
  if (a.length !== b.length) return null;
  let result: Comparison = SAME;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (!y) return null;
    const c = compare(x, y, o);
    if (c.kind === 'different') return c;
    if (c.kind === 'unknown' || (c.kind === 'same' && c.notices.length > 0 && result.kind === 'same')) result = c;
  }
  return result;
}

/** Compares as sets: each entry of one must equal some entry of the other. */
export function compareUnordered(a: readonly Expr[], b: readonly Expr[], o: CompareOptions, compare: Compare): Comparison | null {
  if (a.length * b.length > MOST_COMPARISONS) return { kind: 'unknown', why: 'there are too many entries to compare each with each' };
  const finds = (x: Expr, ys: readonly Expr[]): boolean | null => {
    const kinds = ys.map(y => compare(x, y, o).kind);
    return kinds.includes('same') ? true : kinds.includes('unknown') ? null : false;
  };
  const all = [...a.map(x => finds(x, b)), ...b.map(y => finds(y, a))];
  if (all.includes(false)) return null;
  return all.includes(null) ? { kind: 'unknown', why: 'an entry could not be decided' } : SAME;
}
