import { seeded } from '../../mistakes/seeded.ts';
import type { Problem } from '../set/set.ts';
import { hash } from '../variants/values.ts';

/** A worked example in which some lines are left for the student to fill in. */
export interface WorkedExample {
  readonly problem: string;
  /** Null where a line is left out. */
  readonly lines: readonly (string | null)[];
  readonly missing: readonly string[];
}

/** The problem's solution with a share of its lines left out, never the first when there are more: the student sees where to begin. The same key, the same lines. Null when there is no solution. */
export function workedExample(problem: Problem, key: string, share = 0.5): WorkedExample | null {
  const { solution, text } = problem;
  if (solution.length === 0) return null;
  const random = seeded(hash(`${problem.id}\n${key}`));
  const free = solution.map((_, i) => i).filter(i => i > 0 || solution.length === 1);
  const wanted = Math.max(1, Math.round(free.length * share));
  const out = new Set(
    free
      .map(i => ({ i, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, wanted)
      .map(({ i }) => i),
  );
  return { problem: text, lines: solution.map((line, i) => (out.has(i) ? null : line)), missing: solution.filter((_, i) => out.has(i)) };
}
