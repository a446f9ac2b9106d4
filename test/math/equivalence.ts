import { expect } from 'vitest';
import { type EquivalentQuestion, equivalent } from '../../src/math/equivalent.ts';

export type Case = readonly [a: string, b: string, expected: boolean | null, more?: Partial<EquivalentQuestion>];

/** Both orders must give the expected answer, and a difference must come with something to check. */
export function check(kind: EquivalentQuestion['kind'], [a, b, expected, more]: Case): void {
  const there = equivalent({ a, b, kind, ...more });
  const back = equivalent({ a: b, b: a, kind, ...more });
  expect({ there: there.equivalent, back: back.equivalent }).toEqual({ there: expected, back: expected });
  if (expected === false) expect(there.witness).toBeDefined();
}
