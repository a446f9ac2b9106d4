import type { ReadProblem, Relation, Span, Statement } from '../math/expr.ts';

/** Half-open range of UTF-16 offsets into the document, exact through CRLF, tabs, emoji and combining characters. */
export type Range = Span;

/**
 * How a claim hangs on what is above it.
 * - `continues`: another relation of the chain above (`= 12` on a line of its own).
 * - `derived`: stands after the line above with no word, or after `⇒`, 'so', 'therefore'. It should follow.
 * - `given`: 'let', 'where', 'since', 'suppose', a definition: states something new, follows from nothing.
 * - `check`: a verification of something already found ('check:').
 * - `from`: follows from the lines named in `from` ('from (1)', 'substituting into equation 2').
 */
export type ClaimLink = 'continues' | 'derived' | 'given' | 'check' | 'from';

/** One relation chain, equation or expression found in a step, with its place in the document. */
export interface Claim {
  readonly text: string;
  readonly range: Range;
  /** Null when the mathematics could not be read; `problems` then says where and why. */
  readonly statement: Statement | null;
  readonly problems: readonly ReadProblem[];
  readonly link: ClaimLink;
  /** The relation a continuing claim begins with: `=` in `= 12`. The statement is what follows it. */
  readonly leading?: Relation;
  /** Labels `(1)` this claim names as its source, when `link` is `from`. */
  readonly from?: readonly string[];
  /** The claim's own label, when it is numbered `(1)` or `\tag{1}`. */
  readonly label?: string;
  /** The condition it holds under, where one stands before it: `x = 1: y = 4`. */
  readonly under?: Statement;
  /** It only names that condition; `supposed`: unless it is known to hold. */
  readonly condition?: 'stated' | 'supposed';
  /** Its numbers are written with decimal commas. */
  readonly decimalComma?: true;
  /** `prose`: found inside a sentence, where letters and nouns are doubtful. `display`: in `$…$`, `$$…$$`, `align` or a line of its own. */
  readonly setting: 'prose' | 'display';
}

export interface Step {
  readonly text: string;
  readonly range: Range;
  readonly claims: readonly Claim[];
}

/** One problem with the student's worked solution. `range` spans both. `statedAnswer` is the student's own final 'Answer:' line. */
export interface Solution {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly problemRange: Range;
  /** Mathematics found in the problem statement: where a derivation starts from. */
  readonly givens: readonly Claim[];
  /** Conditions on the letters that are known to hold throughout, `x ≠ 1`; an empty list says that there are none. Left out where no one keeps track of them. */
  readonly conditions?: readonly Statement[];
  readonly steps: readonly Step[];
  readonly statedAnswer?: { readonly text: string; readonly range: Range; readonly claims: readonly Claim[] };
  /** Known to be right: the teacher's answer and reference solution, never the student's. */
  readonly answer?: string;
  readonly reference?: readonly string[];
  readonly range: Range;
}

export type DocumentFormat = 'markdown' | 'latex' | 'text';

export interface SolutionDocument {
  readonly format: DocumentFormat;
  /** Why nothing was read, in plain words: a binary file, or one that is too large. */
  readonly refused?: string;
  readonly solutions: readonly Solution[];
}
