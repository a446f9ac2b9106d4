import { criticals, merge } from './decide/critical.ts';
import { expressionsOf, freeLetters } from './decide/free.ts';
import { pointAt } from './decide/line.ts';
import { expandStatement } from './decide/plus-minus.ts';
import { truthAt } from './decide/truth.ts';
import type { Statement } from './expr.ts';
import type { Rational } from './rational.ts';

/** One real solution: exact when rational, and always as a double. */
export interface SolutionValue {
  readonly exact: Rational | null;
  readonly approx: number;
}

/** `complete` is false when there may be solutions that were not found. */
export interface SolutionSet {
  readonly letter: string;
  readonly values: readonly SolutionValue[];
  readonly complete: boolean;
}

const NOTHING: ReadonlyMap<string, Rational> = new Map();

/**
 * The isolated real solutions of a statement in one letter, in increasing order. Null when it is not a statement in exactly one of `vars` (default: its
 * letters) or when whether some place solves it cannot be told. For an inequality these are only its lone solutions and closed end points.
 */
export function solutionSet(statement: Statement, vars?: readonly string[]): SolutionSet | null {
  const expanded = expandStatement(statement);
  const letters = freeLetters(expressionsOf(expanded), vars);
  const [letter] = letters;
  if (letters.length !== 1 || letter === undefined) return null;
  const found = criticals(expanded, letter, NOTHING);
  const values: SolutionValue[] = [];
  for (const root of merge(found.roots)) {
    const truth = truthAt(expanded, pointAt(root, letter, NOTHING));
    if (truth === null) return null;
    if (truth) values.push({ exact: root.exact, approx: root.v });
  }
  return { letter, values, complete: found.complete };
}
