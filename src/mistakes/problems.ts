import { arithmetic } from './problems/arithmetic.ts';
import { calculus } from './problems/calculus.ts';
import { cases } from './problems/cases.ts';
import { drawFrom, type Worked } from './problems/draw.ts';
import { equations } from './problems/equations.ts';
import { expressions } from './problems/expressions.ts';
import { forms } from './problems/forms.ts';
import { functions } from './problems/functions.ts';
import { inequalities } from './problems/inequalities.ts';
import { laws } from './problems/laws.ts';
import { stories } from './problems/stories.ts';
import { seeded } from './seeded.ts';

export type { Worked } from './problems/draw.ts';

const TOPICS = new Map(
  Object.entries({
    ...arithmetic,
    ...expressions,
    ...equations,
    ...inequalities,
    ...functions,
    ...calculus,
    ...laws,
    ...forms,
    ...cases,
    ...stories,
  }),
);

/** A problem with a right solution, of one topic or of any; the same seed gives the same one. */
export function workedProblem(seed: number, only?: string): Worked {
  const topic = only ?? topics[Math.floor(seeded(seed)() * topics.length)] ?? '';
  const template = TOPICS.get(topic);
  return template ? { topic, ...template(drawFrom(seed + OTHER_STREAM)) } : { topic, problem: '', steps: [] };
}

/** So that the numbers of a problem are drawn apart from its topic. */
const OTHER_STREAM = 0x5eed;

/** What problems there are, by name. */
export const topics: readonly string[] = [...TOPICS.keys()];
