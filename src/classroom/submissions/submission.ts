import { checkSolution, type Memo } from '../../correction/check.ts';
import type { Checked } from '../../correction/corrector.ts';
import { describeWitness } from '../../correction/describe.ts';
import type { Hint } from '../../correction/records.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import { type LineIndex, lineIndex, type Position } from '../../solution/lines.ts';
import type { DocumentFormat } from '../../solution/solution.ts';
import type { Problem, ProblemSet } from '../set/set.ts';
import { variantOf } from '../variants/variant.ts';
import { type Mark, markWork } from './marks.ts';
import { type MatchedBy, matchWork, type Work } from './match.ts';

/** What one student handed in, as it was read from disk. Paths are relative to the folder of submissions. */
export interface Submission {
  readonly student: string;
  readonly files: readonly { readonly path: string; readonly text: string; readonly format: DocumentFormat }[];
  /** What of it could not be read. */
  readonly faults: readonly SubmissionFault[];
}

/** One line of a student's work, and what was found of it. */
export interface CheckedLine {
  /** 1-based, in the student's file. */
  readonly line: number;
  readonly text: string;
  readonly verdict: 'follows' | 'holds' | 'one-way' | 'wrong' | 'unjudged';
  readonly notices: readonly string[];
}

/** The first mistake, with everything a report says of it. */
export interface FoundMistake {
  readonly step: number;
  readonly line: number;
  readonly column: number;
  /** A mal-rule's id and name, when the cause is known. */
  readonly rule: string | null;
  readonly name: string | null;
  readonly headline: string;
  readonly explanation: string;
  readonly evidence: 'proved' | 'answer' | 'model';
  readonly hints: readonly Hint[];
  readonly correctSteps: readonly string[];
  readonly answer: string | null;
}

/** One student's work on one problem. */
export interface WorkResult {
  readonly problem: string;
  /** Null when nothing was handed in for it. */
  readonly path: string | null;
  readonly by: MatchedBy | null;
  readonly finding: 'correct' | 'mistake' | 'undecided' | 'missing';
  readonly lines: readonly CheckedLine[];
  readonly mistake: FoundMistake | null;
  readonly mark: Mark;
  /** What a model said that was asked later. It changes neither the finding nor the mark. */
  readonly opinion?: ModelOpinion;
}

/** A model's opinion of a piece of work, weighed by the judge. Its text is untrusted. */
export interface ModelOpinion {
  readonly evidence: 'model';
  /** `mistake`: its correction was checked and holds; `suspicion`: it could not be confirmed; `right`: it finds nothing wrong. */
  readonly says: 'mistake' | 'suspicion' | 'right';
  /** 1-based, in the student's file; null when nothing is wrong. */
  readonly line: number | null;
  readonly explanation: string;
}

/** Something about a submission that a person should look at. It stops nothing. */
export interface SubmissionFault {
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
}

export interface StudentResult {
  readonly student: string;
  readonly results: readonly WorkResult[];
  readonly faults: readonly SubmissionFault[];
}

/** The problems as one student has them. A problem that has no variant stands as it is written. */
export const problemsFor = (set: ProblemSet, student: string): readonly Problem[] =>
  set.problems.map(problem => variantOf(problem, student) ?? problem);

/** A student's work on a problem, and the file that holds it. */
export interface FiledWork {
  readonly work: Work;
  readonly path: string;
  readonly lines: LineIndex;
}

/** Checks and marks everything one student handed in. With a memo, what another student wrote as well is decided once. Pure and deterministic; never throws on what a student can write. */
export function checkSubmission(set: ProblemSet, submission: Submission, memo?: Memo): StudentResult {
  const { problems, works, faults } = fileWorks(set, submission);
  const results = problems.map(problem => {
    const own = works.get(problem.id);
    return own ? resultOf(own, memo) : missing(problem);
  });
  return { student: submission.student, results, faults: [...submission.faults, ...faults] };
}

/** The work that counts for each problem, by the problem's id: the first file that has any. */
export function fileWorks(set: ProblemSet, submission: Submission) {
  const problems = problemsFor(set, submission.student);
  const works = new Map<string, FiledWork>();
  const faults: SubmissionFault[] = [];
  for (const { path, text, format } of submission.files) {
    const open = problems.filter(problem => !works.has(problem.id));
    const again = matchWork(problems, text, format);
    const lines = lineIndex(text);
    if (again.refused !== undefined) faults.push({ path, line: null, message: again.refused });
    else if (again.works.length === 0 && text.trim() === '') faults.push({ path, line: null, message: 'The file is empty.' });
    else if (again.works.length === 0)
      faults.push({ path, line: 1, message: 'No work on a problem of this set was found. Name the problem in a heading.' });
    for (const { title, range } of again.stray) {
      const line = lines.positionAt(range.start).line;
      faults.push({ path, line, message: `'${title || 'This part'}' names no problem of this set.` });
    }
    for (const work of again.works) {
      if (open.includes(work.problem)) works.set(work.problem.id, { work, path, lines });
      else faults.push({ path, line: null, message: `There is work on '${work.problem.id}' in another file already; that one counts.` });
    }
  }
  return { problems, works, faults };
}

function missing(problem: Problem): WorkResult {
  const empty = { id: problem.id, title: '', problem: '', problemRange: NOWHERE, givens: [], steps: [], range: NOWHERE };
  const mark = markWork(problem, empty, { verdicts: [], finding: { kind: 'undecided', judged: 0 } });
  return { problem: problem.id, path: null, by: null, finding: 'missing', lines: [], mistake: null, mark };
}

const NOWHERE = { start: 0, end: 0 };

function resultOf(own: FiledWork, memo: Memo | undefined): WorkResult {
  const { work, path } = own;
  const { problem, solution, by } = work;
  if (solution.steps.length === 0) return { ...missing(problem), path, by };
  const checked = checkSolution(solution, memo === undefined ? {} : { memo });
  return {
    problem: problem.id,
    path,
    by,
    finding: checked.finding.kind,
    lines: solution.steps.map((step, i) => ({
      line: placeOf(own, step.range.start).line,
      text: step.text.trim(),
      verdict: checked.verdicts[i]?.verdict.kind ?? 'unjudged',
      notices: checked.verdicts[i]?.notices.map(notice => notice.message) ?? [],
    })),
    mistake: mistakeOf(own, checked),
    mark: markWork(problem, solution, checked),
  };
}

/** Where an offset of the work stands in the student's file. */
export const placeOf = ({ work, lines }: FiledWork, start: number): Position => lines.positionAt(work.place({ start, end: start }).start);

function mistakeOf(own: FiledWork, { finding }: Checked): FoundMistake | null {
  if (finding.kind !== 'mistake') return null;
  const { correction } = finding;
  const { solution } = own.work;
  const range = correction.at ?? solution.steps[correction.step]?.range ?? solution.range;
  const { line, column } = placeOf(own, range.start);
  return {
    step: correction.step,
    line,
    column,
    rule: correction.mistake,
    name: correction.mistake === null ? null : (ruleById(correction.mistake)?.name ?? null),
    headline: correction.witness ? describeWitness(correction.witness) : correction.explanation,
    explanation: correction.explanation,
    evidence: correction.evidence,
    hints: correction.hints,
    correctSteps: correction.correctSteps,
    answer: correction.answer,
  };
}
