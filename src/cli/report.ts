import type { Checked } from '../correction/corrector.ts';
import { describeWitness } from '../correction/describe.ts';
import type { Correction } from '../correction/records.ts';
import type { Range, Solution } from '../solution/solution.ts';

/** A place in a file: 1-based, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One checked solution as every output format shows it. */
export interface Report {
  readonly file: string;
  readonly title: string;
  /** Notebooks: which cell, 1-based. Lines and columns count from its start. */
  readonly cell?: number;
  readonly place: Place;
  readonly solution: Solution;
  readonly checked: Checked;
  /** The lines of the file that `place` spans, without line ends. */
  readonly excerpt: readonly string[];
  /** How long it took in milliseconds. */
  readonly ms: number;
  /** What became of asking a model, when that failed. */
  readonly trouble?: string;
}

/** Something that could not be read: what, where, and what to do. */
export interface Unreadable {
  readonly file: string;
  readonly message: string;
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly cell?: number;
  placeOf(range: Range): Place;
}

/** Puts a checked solution where its first mistake is, or at its own beginning. */
export function report(source: Source, solution: Solution, checked: Checked, ms: number, trouble?: string): Report {
  const place = source.placeOf(whereOf(solution, checked));
  return {
    file: source.file,
    title: solution.title,
    ...(source.cell !== undefined ? { cell: source.cell } : {}),
    place,
    solution,
    checked,
    excerpt: source.text
      .split(/\r\n|\r|\n/)
      .slice(place.line - 1, place.endLine)
      .map(line => line.replace(/\t/g, ' ')),
    ms,
    ...(trouble !== undefined ? { trouble } : {}),
  };
}

function whereOf(solution: Solution, { finding }: Checked): Range {
  if (finding.kind !== 'mistake') return { start: solution.range.start, end: solution.range.start };
  const { at, step } = finding.correction;
  return at ?? solution.steps[step]?.range ?? solution.range;
}

export function mistakeOf({ checked: { finding } }: Report): Correction | null {
  return finding.kind === 'mistake' ? finding.correction : null;
}

/** One line: what is wrong, as a compiler would say it. */
export function headline(correction: Correction): string {
  const what = correction.witness ? describeWitness(correction.witness) : correction.explanation;
  return correction.evidence === 'model' ? `first mistake, in the model's opinion: ${what}` : `first mistake: ${what}`;
}

/** How much of a solution could be judged. */
export function coverage({ checked: { verdicts } }: Report): string {
  const judged = verdicts.filter(v => v.verdict.kind !== 'unjudged').length;
  if (verdicts.length === 0) return 'no steps to check';
  const steps = `step${verdicts.length === 1 ? '' : 's'}`;
  return judged === verdicts.length ? `${judged} ${steps} checked` : `${judged} of ${verdicts.length} ${steps} could be checked`;
}

/** What is said of a solution with no mistake found. */
export function quietLine(r: Report): string {
  const { finding } = r.checked;
  const said = finding.kind === 'undecided' && finding.message ? `${finding.message}; ` : '';
  return finding.kind === 'correct' ? `right (${coverage(r)})` : `no mistake found: ${said}${coverage(r)}`;
}
