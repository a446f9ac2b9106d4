import type { Run } from '../../lema/review/runs.ts';
import type { Mark } from '../checking/report.ts';

/** What the view shows of a folder of LeMa's data: plain data that goes from the worker to the extension host and on to the page. */
export interface Overview {
  /** The folder as the person knows it. */
  readonly folder: string;
  readonly corrections: number;
  readonly waiting: number;
  readonly accepted: number;
  readonly edited: number;
  readonly rejected: number;
  readonly attempts: { readonly right: number; readonly wrong: number; readonly none: number };
  /** What could not be read, in words; '' when all could. */
  readonly faults: string;
  /** Plots with their tables, as HTML in which everything that comes from outside is escaped. */
  readonly plots: string;
}

/** What a person may change of a correction. `first_error` is 0-based, and -1 says that no step is wrong. */
export interface Draft {
  readonly first_error: number;
  readonly mistake: string | null;
  readonly explanation: string;
  readonly correct_steps: readonly string[];
  readonly answer: string | null;
}

/** A line with the checker's mark on it. `note` says why it is refuted; '' when it is not. */
export interface Marked {
  readonly text: string;
  readonly mark: Mark;
  readonly note: string;
}

/** What the checker says of a correction as it is, or as it is being edited. */
export interface Checked {
  readonly steps: readonly Marked[];
  readonly corrected: readonly Marked[];
  /** Whether the checker finds the same first mistake. */
  readonly agreement: string;
  /** Whether the corrected steps check out. */
  readonly verdict: { readonly kind: 'accepted' | 'refuted' | 'open'; readonly text: string };
}

/** A correction that waits for a person. */
export interface Card extends Checked {
  readonly id: string;
  /** 0-based place in the queue, and how many wait. */
  readonly position: number;
  readonly of: number;
  readonly problem: string;
  readonly answer: string | null;
  /** Where it comes from, in words. */
  readonly from: string;
  readonly first: number;
  /** The mistake in words, null when none is named. */
  readonly mistake: string | null;
  readonly explanation: string;
  readonly draft: Draft;
}

/** The runs of a folder, and plots as HTML: the loss of one of them, and what was measured of the models. */
export interface Training {
  /** Folders of examples, from the folder of the data. */
  readonly examples: readonly string[];
  readonly runs: readonly Run[];
  readonly chosen: string | null;
  readonly loss: string;
  readonly measured: string;
}

/** What a new run can be made of, and the run that is at work in this window. */
export interface TrainingForm {
  /** Runs may be started: the person trusts the folder. */
  readonly trusted: boolean;
  readonly recipes: readonly { readonly id: string; readonly title: string }[];
  /** What to train on: the corrections in use, and folders of examples. */
  readonly data: readonly { readonly id: string; readonly title: string }[];
  readonly busy: { readonly name: string; readonly status: string } | null;
}

export interface RuleName {
  readonly id: string;
  readonly name: string;
}
