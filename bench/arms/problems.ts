import { type Worked, workedProblem } from '../../src/mistakes/problems.ts';

/** The narrow domain of a small model: linear equations in one letter, and word problems of two or three calculations with small numbers. */
const DOMAIN = ['two-step equation', 'equation with a bracket', 'sum over a number', 'shared equally', 'age of two'] as const;

export type Split = 'train' | 'dev' | 'test';

export interface Problem extends Worked {
  readonly seed: number;
  readonly answer: string;
}

/**
 * Problems of one split, without end. A problem belongs to a split by its topic and its numbers, whatever its letters, names and wording: no other split has a
 * problem with the same numbers.
 */
export function* problemsOf(split: Split, seed: number): Generator<Problem> {
  for (let n = 0; ; n++) {
    const drawn = hash(`${split} ${seed} ${n}`);
    const worked = workedProblem(drawn, DOMAIN[n % DOMAIN.length]);
    const answer = finalAnswer(worked.steps);
    if (answer !== null && splitOf(worked) === split) yield { ...worked, seed: drawn, answer };
  }
}

/** Five in a hundred problems are for choosing a model, ten for the test. */
export function splitOf(worked: Worked): Split {
  const place = hash(numbersOf(worked)) % 100;
  return place < 5 ? 'dev' : place < 15 ? 'test' : 'train';
}

/** What makes a problem the same problem: its topic and its numbers, in their order. */
export const numbersOf = ({ topic, problem }: Worked): string => `${topic} ${(problem.match(/-?\d+/g) ?? []).join(' ')}`;

/** The number that the last line ends in. */
export const finalAnswer = (steps: readonly string[]): string | null =>
  /= \$?(-?\d+)(?![\d/.])[^=]*$/.exec(steps.at(-1) ?? '')?.[1] ?? null;

/** 32 bits of FNV-1a, mixed once more so that near texts fall far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}
