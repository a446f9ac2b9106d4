import type { Statement } from '../expr.ts';
import type { Rational } from '../rational.ts';
import { singleLink } from './equations.ts';
import { exact } from './exact.ts';
import type { Point } from './samples.ts';
import { truthAt } from './truth.ts';

/** Tells whether a point keeps the stated conditions: false when one is certainly broken, null when it cannot be told. */
export type Assumption = (at: Point) => boolean | null;

export function assumption(statements: readonly Statement[]): Assumption {
  return at => {
    let result: boolean | null = true;
    for (const statement of statements) {
      const holds = truthAt(statement, at);
      if (holds === false) return false;
      if (holds === null) result = null;
    }
    return result;
  };
}

/** Letters that a condition gives a rational value: `a = 1`. */
export function pinnedBy(statements: readonly Statement[]): ReadonlyMap<string, Rational> {
  const pinned = new Map<string, Rational>();
  for (const statement of statements) {
    const link = singleLink(statement);
    const value = link?.relation === '=' && link.left.kind === 'symbol' ? exact(link.right) : null;
    if (link?.left.kind === 'symbol' && value && value !== 'undefined') pinned.set(link.left.name, value);
  }
  return pinned;
}
