import { finalAnswer } from '../../correction/answers.ts';
import { topics, workedProblem } from '../../mistakes/problems.ts';
import { readRow } from '../../solution/read.ts';
import { createSeen } from '../files/seen.ts';
import type { Made } from '../files/stage.ts';
import { markOf } from '../problems.ts';
import type { CorrectionRow, ProblemRow, RejectedRow } from '../records.ts';
import { createLikes, type createTestSet, gramsOf, likeness, wordsOf } from './grams.ts';
import { type Solved, varied } from './vary.ts';

/** Why a problem is left out. */
export const REASONS = {
  'nothing-varied': 'its numbers could not be changed: it is not plain what was computed from what, or no others fit',
  'too-like': 'it is too much like the problem that it comes from, or like another',
  'in-test': 'it is, or shares a long run of words with, a problem of a test file',
  'no-problem': 'no reply came, or it holds no problem',
  unsolved: 'no solution of it came that ends in a number',
  'all-refuted': 'a step is refuted in every solution of it, or the last one says another answer',
  'no-agreement': 'too few of its solutions agree on the answer',
} as const;
export type Reason = keyof typeof REASONS;

export type EvolveFile = 'problems' | 'rejected';

/** A problem that produced a mistake, and how many new ones it is to give. */
export interface Seed {
  readonly row: CorrectionRow;
  readonly place: number;
}

export interface Evolving {
  readonly seed: number;
  /** New problems for each. */
  readonly count: number;
}

const rejected = (reason: Reason, row: unknown): Made<EvolveFile> => [{ to: 'rejected', row: { reason, row } }];

/** The wrong rows of a file, each problem once. */
export async function* seedsOf(rows: AsyncIterable<CorrectionRow>): AsyncGenerator<Seed> {
  const seen = createSeen();
  let place = 0;
  for await (const row of rows) {
    if (row.first_error < 0 || !seen.add(markOf(row.problem))) continue;
    yield { row, place: place++ };
  }
}

/** New problems that call for the same work, and so invite the same mistake: of the same maker where it is one of ours, otherwise with other numbers. */
export function evolved({ row, place }: Seed, { seed, count }: Evolving): Made<EvolveFile> {
  const { problem_id, problem, topic, licence } = row;
  const solution = [...row.steps.slice(0, row.first_error), ...row.correct_steps];
  const isOwn = problem_id.startsWith('own-') && topic != null && topics.includes(topic);
  const made = new Map<string, Solved>();
  let reason: Reason = 'nothing-varied';
  for (let i = 0; i < count; i++) {
    const own = (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(place + 1, 0x85ebca6b) + Math.imul(i + 1, 0xc2b2ae35)) >>> 0;
    const next = isOwn ? another(topic, own) : varied({ problem, solution, answer: row.answer ?? '' }, own);
    if (!next) break;
    if (isTooLike(problem, next.problem)) reason = 'too-like';
    else made.set(next.problem, next);
  }
  if (made.size === 0) return rejected(reason, { problem_id, problem });
  return [...made.values()].map((solved, i) => {
    const own: ProblemRow = {
      id: `${problem_id}-v${i + 1}`,
      problem: solved.problem,
      answer: solved.answer,
      solution: [...solved.solution],
      ...(topic == null ? {} : { topic }),
      ...(licence == null ? {} : { licence }),
      source: isOwn ? 'own problems' : `with other numbers: ${row.source ?? problem_id}`,
    };
    return { to: 'problems' as const, row: own };
  });
}

/** True when two problems share too many runs of words, numbers included. */
export const isTooLike = (a: string, b: string): boolean =>
  likeness(gramsOf(wordsOf(a, false), RUN), gramsOf(wordsOf(b, false), RUN)) > MOST_LIKE;

function another(topic: string, seed: number): Solved | null {
  const { problem, steps } = workedProblem(seed, topic);
  const answer = finalAnswer(readRow({ id: '', problem, steps }).solution);
  return answer === null ? null : { problem, solution: steps, answer };
}

/** Length of the runs of words by which problems are compared. */
const RUN = 3;
/** With its numbers, a problem may share at most so much with the one that it comes from. */
const MOST_LIKE = 0.95;

/** A last look at all new problems in their order: which are too much like one before, and which stand in a test file. */
export function createSelection(tests: ReturnType<typeof createTestSet>) {
  const likes = createLikes();
  const counts = new Map<string, number>();
  const more = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    sift(made: Made<EvolveFile>): Made<EvolveFile> {
      return made.map(own => {
        if (own.to === 'rejected') {
          more((own.row as RejectedRow).reason);
          return own;
        }
        const row = own.row as ProblemRow;
        const grams = gramsOf(wordsOf(row.problem, false), RUN);
        const reason: Reason | null = tests.holds(row.problem) ? 'in-test' : likes.add(grams) ? null : 'too-like';
        more(reason ?? 'kept');
        return reason ? { to: 'rejected' as const, row: { reason, row } } : own;
      });
    },
    counts: (): Readonly<Record<string, number>> => Object.fromEntries(counts),
  };
}
