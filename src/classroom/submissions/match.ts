import { readDocument, readOutline } from '../../solution/read.ts';
import type { DocumentFormat, Range, Solution } from '../../solution/solution.ts';
import { slug } from '../set/read.ts';
import type { Problem } from '../set/set.ts';
import { numberedPieces } from './numbered.ts';

/** How a piece of work was found to belong to a problem. */
export type MatchedBy = 'id' | 'title' | 'number' | 'text' | 'order';

/** A student's work on one problem of the set, read against the problem as the set states it. */
export interface Work {
  readonly problem: Problem;
  readonly by: MatchedBy;
  /** Ranges count in a text of its own; `place` takes them back to the student's file. */
  readonly solution: Solution;
  readonly place: (range: Range) => Range;
}

export interface Matched {
  readonly works: readonly Work[];
  /** Problems with no work. */
  readonly missing: readonly Problem[];
  /** Pieces of work that name no problem of the set. */
  readonly stray: readonly { readonly title: string; readonly range: Range }[];
  /** Why nothing was read. */
  readonly refused?: string;
}

/**
 * Assigns the pieces of a student's document to the problems (already the student's own variants): by id or title in a heading, by number, by the text
 * of the problem, and what is left by order. The first piece for a problem counts, and a later one replaces it only when the first is empty.
 */
export function matchWork(problems: readonly Problem[], text: string, format: DocumentFormat): Matched {
  const document = readOutline(text, format);
  if (document.refused !== undefined) return { works: [], missing: problems, stray: [], refused: document.refused };
  const taken = new Map<Problem, { solution: Solution; by: MatchedBy }>();
  const bare = document.solutions.length === 1 && document.solutions[0]?.title === '' && problems.length > 1;
  const solutions = (bare ? numberedPieces(text, format, problems.length) : null) ?? document.solutions;
  const left = new Set(solutions);
  const take = (solution: Solution, problem: Problem | undefined, by: MatchedBy): void => {
    if (!problem || !left.has(solution)) return;
    const before = taken.get(problem);
    if (before && (before.solution.steps.length > 0 || solution.steps.length === 0)) return;
    taken.set(problem, { solution, by });
    left.delete(solution);
  };
  for (const by of NAMED)
    for (const solution of solutions)
      take(
        solution,
        problems.find(p => MATCHES[by](solution, p, problems)),
        by,
      );
  const free = problems.filter(problem => !taken.has(problem));
  const unnamed = [...left].filter(
    ({ title }) => !/\d/.test(title) || problems.some(problem => MATCHES.number({ title, problem: '' }, problem, problems)),
  );
  if (unnamed.length === free.length || taken.size === 0) for (const [i, solution] of unnamed.entries()) take(solution, free[i], 'order');
  return {
    works: problems.flatMap(problem => {
      const found = taken.get(problem);
      return found ? [workOn(problem, found.solution, found.by, text, format)] : [];
    }),
    missing: problems.filter(problem => !taken.has(problem)),
    stray: [...left].map(({ title, range }) => ({ title, range })),
  };
}

const NAMED = ['id', 'title', 'text', 'number'] as const;

const MATCHES: Readonly<
  Record<(typeof NAMED)[number], (solution: Pick<Solution, 'title' | 'problem'>, problem: Problem, all: readonly Problem[]) => boolean>
> = {
  id: ({ title }, { id }) => new RegExp(`(?:^|[^\\w-])${id}(?:$|[^\\w-])`, 'i').test(title),
  title: ({ title }, problem) => title !== '' && (slug(title) === problem.id || slug(title) === slug(problem.title)),
  text: ({ problem: stated }, problem) => stated !== '' && likeness(stated, problem.text) >= ALIKE,
  number: ({ title }, problem, all) => Number(/\d+/.exec(title)?.[0]) === numberOf(problem, all),
};

/** The number in a problem's own heading, else its place in the set. */
const numberOf = (problem: Problem, all: readonly Problem[]): number =>
  Number(/^\D*(\d+)/.exec(problem.title)?.[1] ?? all.indexOf(problem) + 1);

const ALIKE = 0.7;

/** Share of words, numbers and letters that two texts have in common (Dice). */
export function likeness(a: string, b: string): number {
  const [x, y] = [tokens(a), tokens(b)];
  const counts = new Map<string, number>();
  for (const token of x) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of y) {
    const left = counts.get(token) ?? 0;
    if (left > 0) common++;
    counts.set(token, left - 1);
  }
  return x.length + y.length === 0 ? 0 : (2 * common) / (x.length + y.length);
}

const tokens = (text: string): string[] => text.toLowerCase().match(/\d+(?:\.\d+)?|[a-z]+|[=+<>^]/g) ?? [];

const PREFIX: Readonly<Record<DocumentFormat, (problem: string) => string>> = {
  markdown: problem => `## Problem\n\n${problem}\n\n### Solution\n\n`,
  latex: problem => `\\section*{Problem}\n${problem}\n\n\\section*{Solution}\n`,
  text: problem => `Problem: ${problem.replace(/\s+/g, ' ')}\n\nSolution:\n`,
};

/** Reads the student's lines against the problem as the set states it, so that a problem copied wrongly, or not copied at all, is judged by the set's own. */
function workOn(problem: Problem, written: Solution, by: MatchedBy, text: string, format: DocumentFormat): Work {
  const restated = written.problem === '' || isRestated(written.problem, problem.text);
  const end = written.range.end;
  const first = restated ? Math.min(end, ...written.steps.map(step => step.range.start)) : written.problemRange.start;
  const from = first === end ? end : Math.max(written.range.start, lineStart(text, Math.min(first, end)));
  const prefix = PREFIX[format](problem.text);
  const solution = readDocument(prefix + text.slice(from, end), format).solutions[0] ?? withClaims(written, text, format);
  const shift = from - prefix.length;
  const copied = solution.steps.every(step => likeness(step.text, problem.text) >= COPIED);
  return {
    problem,
    by,
    solution: {
      ...solution,
      id: problem.id,
      title: problem.title,
      ...(copied ? { steps: [] } : {}),
      ...(problem.answer === null ? {} : { answer: problem.answer }),
      ...(problem.solution.length === 0 ? {} : { reference: problem.solution }),
    },
    place: range => ({ start: Math.max(from, range.start + shift), end: Math.max(from, range.end + shift) }),
  };
}

/** The same piece of the document with what its lines state. */
const withClaims = (written: Solution, text: string, format: DocumentFormat): Solution =>
  readDocument(text, format).solutions.find(({ range }) => range.start === written.range.start) ?? written;

/** A problem of words may be put in the student's own; a bare equation is the problem's only when it is nearly the same. */
const isRestated = (written: string, problem: string): boolean =>
  likeness(written, problem) >= ((written.match(/[a-z]{3,}/gi)?.length ?? 0) >= 4 ? 0.5 : 0.75);

/** A line that only says the problem again. */
const COPIED = 0.9;

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
