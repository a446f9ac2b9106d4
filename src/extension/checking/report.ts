import type { Chains } from '../../correction/picture/chain.ts';
import type { Finding, Notice, Verdict } from '../../correction/records.ts';
import type { DocumentFormat, Range } from '../../solution/solution.ts';

/**
 * What is shown of a checked document: plain data that crosses from the worker to the extension host and on to webviews.
 * Ranges are UTF-16 offsets into the text that was checked.
 */
export interface DocumentReport {
  readonly format: DocumentFormat;
  readonly solutions: readonly SolutionReport[];
}

export interface SolutionReport {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly problemRange: Range;
  readonly range: Range;
  readonly steps: readonly StepReport[];
  readonly statedAnswer: { readonly text: string; readonly range: Range } | null;
  readonly finding: Finding;
  /** The witness of the finding in words, null when there is none. */
  readonly witness: string | null;
  /** Name of the mistake in a student's words, null when it has none. */
  readonly mistakeName: string | null;
  /** What was computed from what, and what should have been; null where no picture of it would help. */
  readonly chains: Chains | null;
  /** Which engine the finding came from. */
  readonly engine: string;
}

export interface StepReport {
  readonly text: string;
  readonly range: Range;
  /** Range and text of each claim of the step, in order. */
  readonly claims: readonly { readonly text: string; readonly range: Range; readonly display: boolean }[];
  readonly verdict: Verdict;
  readonly notices: readonly Notice[];
  readonly at: Range | null;
  /** The step's own witness in words, when it was refuted. */
  readonly witness: string | null;
}

/** How a step is marked. `carried` stands after the first mistake and is consistent with it. */
export type Mark = 'right' | 'wrong' | 'unknown' | 'carried';

/** The 0-based index of the first mistaken step, -1 when none was found. */
export function firstMistake(solution: SolutionReport): number {
  return solution.finding.kind === 'mistake' ? solution.finding.correction.step : -1;
}

/**
 * The mark of one step. Only the finding's own step and later refuted ones are wrong; a step after the first mistake
 * that only carries it forward is never marked right or wrong.
 */
export function markOf(solution: SolutionReport, index: number): Mark {
  const first = firstMistake(solution);
  if (index === first) return 'wrong';
  const step = solution.steps[index];
  if (!step || step.verdict.kind === 'unjudged') return 'unknown';
  if (step.verdict.kind === 'wrong') return first >= 0 ? 'wrong' : 'unknown';
  return first >= 0 && index > first ? 'carried' : 'right';
}

/** How many steps carry each mark. */
export function countMarks(solution: SolutionReport): Record<Mark, number> {
  const counts = { right: 0, wrong: 0, unknown: 0, carried: 0 };
  for (let index = 0; index < solution.steps.length; index++) counts[markOf(solution, index)]++;
  return counts;
}

/** The solution whose range holds the offset, else the last one that starts before it, else the first. */
export function solutionAt(report: DocumentReport, offset: number): SolutionReport | undefined {
  const { solutions } = report;
  return (
    solutions.find(({ range }) => range.start <= offset && offset <= range.end) ??
    solutions.findLast(({ range }) => range.start <= offset) ??
    solutions[0]
  );
}

/** The index of the step whose range holds the offset, else of the last one that starts before the end of its line, else -1. */
export function stepAt(solution: SolutionReport, offset: number, lineEnd = offset): number {
  const inside = solution.steps.findIndex(({ range }) => range.start <= offset && offset <= range.end);
  return inside >= 0 ? inside : solution.steps.findLastIndex(({ range }) => range.start <= lineEnd);
}
