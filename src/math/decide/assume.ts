import type { Statement } from '../expr.ts';
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
