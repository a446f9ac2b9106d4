import type { Solution } from '../solution/solution.ts';
import type { Finding, StepVerdict } from './records.ts';

export interface CorrectOptions {
  readonly signal: AbortSignal;
  /** Time this call may take, in milliseconds. The caller's clock is passed in: pure code has none. */
  readonly deadlineMs: number;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
}

/** Finds the first mistake of a solution. Resolves with 'undecided' rather than guess; rejects only when aborted or when a model cannot be asked. */
export interface Corrector {
  correct(solution: Solution, options: CorrectOptions): Promise<Finding>;
}

/** What the checker says of a whole solution: one verdict for each step, and the finding they add up to. */
export interface Checked {
  readonly verdicts: readonly StepVerdict[];
  readonly finding: Finding;
}
