import { createHash } from 'node:crypto';

/** Which rows are measured. A row's part depends on its problem's text alone, so that all solutions of a problem, in whatever file, are on one side. */
export const SPLITS = ['dev', 'test', 'all'] as const;
export type Split = (typeof SPLITS)[number];

/**
 * Whether a problem belongs to the part. Half of all problems are `dev`: on them models, checkpoints and prompts are compared as often as one likes. A model that
 * was chosen by its figures looks better there than it is, so the other half, `test`, is for the last figure of the one that was chosen.
 */
export function isIn(split: Split, problem: string): boolean {
  return split === 'all' || split === (isDev(problem) ? 'dev' : 'test');
}

/** Spaces and letter case do not count. */
const isDev = (problem: string): boolean =>
  createHash('sha256').update(problem.replace(/\s+/g, ' ').trim().toLowerCase()).digest().readUInt8(0) < 128;
