import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerIn } from '../model/protocol/reply.ts';
import { type Line, readRows } from './files/rows.ts';
import { type ProblemRow, problemRow } from './records.ts';

/** What a row says that does not say it itself. */
export interface Origin {
  readonly source?: string;
  readonly licence?: string;
}

/** A row of anybody's own: the names that problem files use, with the answer by itself, after `####` or boxed. */
const loose = problemRow.extend({
  id: z.union([z.string(), z.number()]).nullish(),
  problem: z.string().nullish(),
  question: z.string().nullish(),
  answer: z.union([z.string(), z.number()]).nullish(),
  solution: z.union([z.string(), z.array(z.string())]).nullish(),
  type: z.string().nullish(),
  category: z.string().nullish(),
});
type Loose = z.infer<typeof loose>;

/**
 * Reads the problems of a file, one after another: rows of our own, of GSM8K, and what is like them. A row that holds no problem or no answer is a fault,
 * and the reading goes on. @throws the error of the file system.
 */
export async function* readProblems(path: string, origin: Origin = {}, signal?: AbortSignal): AsyncGenerator<Line<ProblemRow>> {
  for await (const line of readRows(path, loose, signal)) {
    const row = 'fault' in line ? line.fault : problemOf(line.row, origin);
    yield typeof row === 'string' ? { line: line.line, fault: row } : { line: line.line, row };
  }
}

/** The problem that a value holds, or what is the matter with it. */
export function problemIn(value: unknown, origin: Origin = {}): ProblemRow | string {
  const row = loose.safeParse(value);
  if (row.success) return problemOf(row.data, origin);
  return row.error.issues.map(issue => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ');
}

/** The problem that a row holds, or what it lacks. */
function problemOf(row: Loose, { source, licence }: Origin): ProblemRow | string {
  const problem = (row.problem ?? row.question ?? '').trim();
  if (problem === '') return 'it has no "problem" (or "question")';
  const worked = workedOut(row);
  if (worked.answer === null) return 'it has no "answer"';
  if ([problem, worked.answer, ...worked.solution].some(text => text.includes('\uFFFD')))
    return 'it is not UTF-8 throughout; save the file again in UTF-8';
  return {
    id: row.id == null || row.id === '' ? idOf(problem) : String(row.id),
    problem,
    answer: worked.answer,
    ...(worked.solution.length > 0 ? { solution: worked.solution } : {}),
    ...optional('topic', row.topic ?? row.category ?? row.type),
    ...optional('source', row.source ?? source),
    ...optional('licence', row.licence ?? licence),
  };
}

const optional = (key: string, value: string | null | undefined): Record<string, string> => (value == null ? {} : { [key]: value });

/** A solution with calculator marks `<<…>>` and its answer after `####` is GSM8K's; elsewhere the answer stands by itself, or boxed in the solution. */
function workedOut({ answer, solution }: Loose): { readonly answer: string | null; readonly solution: string[] } {
  const own = linesOf(Array.isArray(solution) ? solution.join('\n') : (solution ?? ''));
  const text = String(answer ?? '').trim();
  const marked = /^####\s*(.*)$/m.exec(text);
  if (marked) return { answer: (marked[1] ?? '').trim() || null, solution: own.length > 0 ? own : linesOf(text.slice(0, marked.index)) };
  return { answer: text || answerIn(own.join('\n')), solution: own };
}

const linesOf = (text: string): string[] =>
  text
    .replace(/<<[^<>]*>>/g, '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !/^####/.test(line));

const hashOf = (text: string): Buffer => createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest();

/** The name of a problem that has none: the same text has the same one. */
const idOf = (problem: string): string => hashOf(problem).toString('hex').slice(0, 12);

/** A mark that two problems share only when they are the same. 48 bits as a number: a million of them take little room. */
export const markOf = (problem: string): number => hashOf(problem).readUIntBE(0, 6);
