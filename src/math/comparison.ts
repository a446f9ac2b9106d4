import type { Witness } from './witness.ts';

/**
 * How one statement or expression stands to another.
 * - `same`: equal wherever both are defined, or the same solution set.
 * - `narrower`: the second has lost solutions of the first. `wider`: it has gained some.
 * - `different`: neither contains the other.
 * - `unknown`: cannot tell. Never treated as wrong.
 */
export type Comparison =
  | { readonly kind: 'same'; readonly notices: readonly ComparisonNotice[] }
  | { readonly kind: 'narrower'; readonly lost: readonly string[]; readonly witness: Witness }
  | { readonly kind: 'wider'; readonly gained: readonly string[]; readonly witness: Witness }
  | { readonly kind: 'different'; readonly witness: Witness }
  | { readonly kind: 'unknown'; readonly why: string };

/** `domain`: equal where both are defined, but not defined in the same places. `rounded`: equal within the stated decimals. */
export type ComparisonNotice = 'domain' | 'rounded' | 'multiplicity';

export interface CompareOptions {
  /** Letters to solve for; the rest are parameters. Default: all letters. */
  readonly vars?: readonly string[];
  /** Conditions on the letters, such as `x > 0` or `h ≠ y`, already parsed. */
  readonly assume?: readonly import('./expr.ts').Statement[];
  /** Antiderivatives: equal up to an additive constant. */
  readonly upToConstant?: boolean;
  /**
   * Accept decimals in the second statement that are the exact value rounded: `x = 3.33` after `3x = 10` is then the same, with the notice `rounded`.
   * They need digits enough, and may not stand for a value that is soon written in full, unless `coarse`.
   */
  readonly rounded?: boolean;
  readonly coarse?: boolean;
  /**
   * Judge a step rather than a solution set where neither statement has a real solution: corresponding parts and complex solutions must then agree too, so that
   * x² = −4 and x² = −5 differ. A contradiction such as `0 = 1` or 'no solution' still follows from any of them.
   */
  readonly algebraic?: boolean;
  /** Counts elementary operations; a comparison that runs out is `unknown`. Default 20 000. */
  readonly budget?: number;
  /** Seed of the sampling points. Default 1. */
  readonly seed?: number;
}
