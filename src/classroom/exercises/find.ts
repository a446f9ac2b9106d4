import { plantIn } from '../../lema/plant.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import type { Problem } from '../set/set.ts';
import { hash } from '../variants/values.ts';

/** A solution with one mistake for a student to find. */
export interface FindTheMistake {
  readonly problem: string;
  readonly lines: readonly string[];
  /** 0-based. */
  readonly wrong: number;
  readonly rule: string | null;
  readonly name: string;
  readonly explanation: string;
  readonly right: readonly string[];
}

const TRIES = 20;

/** Plants a mistake in a problem's own solution: one of the named rules where one fits, else any. The same key, the same exercise. Null when none can be planted. */
export function findTheMistake(problem: Problem, key: string, rules: readonly string[] = problem.mistakes): FindTheMistake | null {
  const worked = { topic: '', problem: problem.text, steps: problem.solution };
  for (let i = 0; i < TRIES; i++) {
    const rule = rules[i % Math.max(1, rules.length)];
    const seed = hash(`${key}\n${i}`);
    const row = plantIn(problem.id, worked, { seed, ...(rule !== undefined && i < TRIES / 2 ? { rule } : {}) });
    if (row === null) continue;
    const name = row.mistake === null ? 'a mistake' : (ruleById(row.mistake)?.name ?? row.mistake);
    return {
      problem: problem.text,
      lines: row.steps,
      wrong: row.first_error,
      rule: row.mistake,
      name,
      explanation: row.explanation ?? '',
      right: row.correct_steps,
    };
  }
  return null;
}
