import { arithmetic } from './problems/arithmetic.ts';
import { drawFrom, type Worked } from './problems/draw.ts';
import { equations } from './problems/equations.ts';
import { expressions } from './problems/expressions.ts';
import { functions } from './problems/functions.ts';
import { inequalities } from './problems/inequalities.ts';
import { stories } from './problems/stories.ts';
import { seeded } from './seeded.ts';

export type { Worked } from './problems/draw.ts';

const TOPICS = Object.entries({ ...arithmetic, ...expressions, ...equations, ...inequalities, ...functions, ...stories });

/** A problem with a right solution; the same seed gives the same one. */
export function workedProblem(seed: number): Worked {
  const [topic, template] = TOPICS[Math.floor(seeded(seed)() * TOPICS.length)] ?? TOPICS[0] ?? ['', null];
  return template ? { topic, ...template(drawFrom(seed + 0x5eed)) } : { topic, problem: '', steps: [] };
}

export const topics: readonly string[] = TOPICS.map(([topic]) => topic);
