import { basename } from 'node:path';
import { type Line, readRows } from '../files/rows.ts';
import { readProblems } from '../problems.ts';
import { type AttemptRow, attemptRow, type CorrectionRow, correctionRow, type ProblemRow } from '../records.ts';
import type { Part } from './balance.ts';
import { correctionExample, type Example, solvedExample, type Unfit } from './example.ts';

/** A row that may become an example, with what it is balanced, split and counted by. */
export interface Candidate {
  readonly part: Part;
  readonly type: string | null;
  readonly place: string;
  readonly topic: string;
  readonly source: string;
  readonly licence: string;
  readonly problem: string;
  /** What makes it the same as another of those to be solved or of the others, and what is said of that: rows that are the same and say different things contradict each other. */
  readonly same: string;
  readonly label: number;
  /** A person stands for it: it is not levelled away, and stands against what contradicts it. */
  readonly confirmed: boolean;
  readonly example: () => Example | Unfit;
}

/** A line of an input: a candidate, a row that is none (and why), or what is the matter with the line. */
export type Read = { readonly file: string; readonly line: number } & (
  | { readonly candidate: Candidate }
  | { readonly left: string }
  | { readonly fault: string }
);

export interface Inputs {
  readonly corrections: readonly string[];
  readonly problems: readonly string[];
  readonly attempts: readonly string[];
}

const UNKNOWN = 'unknown';

/** All rows of the inputs, one after another. */
export async function* candidates({ corrections, problems, attempts }: Inputs, signal: AbortSignal): AsyncGenerator<Read> {
  for (const file of corrections) yield* from(file, readRows(file, correctionRow, signal), ofCorrection);
  for (const file of problems) yield* from(file, readProblems(file, { source: basename(file) }, signal), ofProblem);
  for (const file of attempts) yield* from(file, readRows(file, attemptRow, signal), ofAttempt);
}

async function* from<T>(file: string, lines: AsyncIterable<Line<T>>, make: (row: T) => Candidate | string): AsyncGenerator<Read> {
  for await (const read of lines) {
    if ('fault' in read) {
      yield { file, ...read };
      continue;
    }
    const made = make(read.row);
    yield typeof made === 'string' ? { file, line: read.line, left: made } : { file, line: read.line, candidate: made };
  }
}

const LATE = 5;

function ofCorrection(row: CorrectionRow): Candidate {
  const isRight = row.first_error < 0;
  return {
    part: isRight ? 'right' : 'mistake',
    type: isRight ? (row.topic ?? '') : row.mistake,
    place: isRight ? '' : row.first_error + 1 < LATE ? `step ${row.first_error + 1}` : `step ${LATE} or later`,
    topic: row.topic ?? '',
    source: [row.from, row.source].filter(Boolean).join(': '),
    licence: row.licence ?? UNKNOWN,
    problem: row.problem,
    same: [row.problem, ...row.steps].join('\n'),
    label: row.first_error + 1,
    confirmed: row.from === 'teacher',
    example: () => correctionExample(row),
  };
}

const ofProblem = (row: ProblemRow): Candidate | string =>
  row.solution ? solved(row.problem, row.solution, row.answer, row) : 'without a solution';

function ofAttempt(row: AttemptRow): Candidate | string {
  if (row.flexible !== 'right' || row.strict === 'wrong') return 'an attempt that is not right';
  return solved(row.problem, row.steps, row.answer, { ...row, source: row.source ?? row.asked?.model ?? 'attempts' });
}

interface Known {
  readonly topic?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly licence?: string | null | undefined;
}

function solved(problem: string, steps: readonly string[], answer: string, { topic, source, licence }: Known): Candidate {
  return {
    part: 'solve',
    type: source ?? '',
    place: '',
    topic: topic ?? '',
    source: source ?? 'problems',
    licence: licence ?? UNKNOWN,
    problem,
    same: [problem, ...steps].join('\n'),
    label: 0,
    confirmed: false,
    example: () => solvedExample(problem, steps, answer),
  };
}
