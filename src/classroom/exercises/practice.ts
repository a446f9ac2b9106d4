import { plantIn } from '../../lema/plant.ts';
import type { Problem } from '../set/set.ts';
import { variantOf } from '../variants/variant.ts';

/** A problem of the sets in which a mistake is easily made, as a variant of its own for this round. Null when it can be made in none of them. */
export function practiceFrom(problems: readonly Problem[], rule: string, round: number): Problem | null {
  for (let i = 0; i < problems.length; i++) {
    const problem = problems[(round + i) % problems.length];
    const variant = problem && variantOf(problem, `practice ${rule} ${round}`);
    if (!variant || variant.solution.length === 0) continue;
    if (plantIn(variant.id, { topic: '', problem: variant.text, steps: variant.solution }, { seed: round, rule })) return variant;
  }
  return null;
}
