import type { Range } from '../../solution/solution.ts';
import type { Feedback, ProblemBlock, RubricItem, SetHead, VariableRange } from './schema.ts';

/** One problem of a set. Offsets count in the set's own text. */
export interface Problem {
  /** Given in the block, else made from the heading. */
  readonly id: string;
  readonly title: string;
  /** The problem as the student sees it: the Markdown under the heading without the block. Holds `{{a}}` where there are variables. */
  readonly text: string;
  readonly answer: string | null;
  /** The lines of a right solution, none when it is not given. */
  readonly solution: readonly string[];
  readonly points: number;
  readonly rubric: readonly RubricItem[];
  readonly hints: readonly string[];
  readonly feedback: Feedback;
  readonly variables: Readonly<Record<string, VariableRange>>;
  readonly where: readonly string[];
  readonly wrong: NonNullable<ProblemBlock['wrong']>;
  readonly mistakes: readonly string[];
  readonly places: ProblemPlaces;
}

/** Where the parts of a problem stand: from its heading to the next one, the heading, the block between its fences, and a part of the block by its path. */
export interface ProblemPlaces {
  readonly whole: Range;
  readonly heading: Range;
  readonly block: Range | null;
  /** The narrowest range for a path such as `['rubric', 0, 'line']`; the block or the heading when it is not written. */
  of(path: readonly PropertyKey[]): Range;
}

export interface ProblemSet {
  readonly id: string;
  readonly title: string;
  readonly head: SetHead;
  /** What stands above the first problem, without the title. */
  readonly intro: string;
  readonly problems: readonly Problem[];
}

/** Something wrong with the set as it is written: what, where, and what is expected. `hint` is worth a look and stops nothing. */
export interface Fault {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  readonly range: Range;
  readonly code: string;
}
