import type { Expr } from '../expr.ts';
import { partsOf } from './free.ts';

/** Nodes that evaluating an expression once may visit, the repetitions of sums, integrals and limits counted. */
const MOST_VISITS = 1_000_000;

/** At most so often is the body of such a node evaluated. */
const REPEATS = { series: 2000, integral: 450, limit: 26 } as const;

const known = new WeakMap<Expr, number>();

/** False where sums, integrals and limits inside each other would repeat their bodies too often for one evaluation. */
export function isAffordable(expr: Expr): boolean {
  return visits(expr) <= MOST_VISITS;
}

function visits(expr: Expr): number {
  const before = known.get(expr);
  if (before !== undefined) return before;
  const inside = partsOf(expr).reduce((total, part) => total + visits(part), 1);
  const total = inside * repeats(expr);
  known.set(expr, total);
  return total;
}

function repeats(expr: Expr): number {
  switch (expr.kind) {
    case 'series':
      return expr.lower.kind === 'number' && expr.upper.kind === 'number' ? length(expr.lower.value.n, expr.upper.value.n) : REPEATS.series;
    case 'integral':
      return expr.bounds ? REPEATS.integral : 1;
    case 'limit':
      return REPEATS.limit;
    default:
      return 1;
  }
}

/** Terms from `lower` to `upper`; longer sums are not added up term by term. */
function length(lower: bigint, upper: bigint): number {
  const terms = upper - lower + 1n;
  return terms < 1n ? 1 : terms > BigInt(REPEATS.series) ? REPEATS.series : Number(terms);
}
