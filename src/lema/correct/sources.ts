import { basename } from 'node:path';
import { z } from 'zod';
import { readRows } from '../files/rows.ts';
import { type Origin, problemIn } from '../problems.ts';
import { attemptRow } from '../records.ts';
import type { Placed, Source } from './make.ts';
import { fromTeacher } from './teacher.ts';

/** Where the sources are read from, in this order. */
export interface Inputs {
  /** Attempts, problems with solutions, rows of GSM8K: any of them in any file. */
  readonly files: readonly string[];
  /** Corrections that a teacher confirmed. */
  readonly teacher: readonly string[];
  /** Problems of our own to make. */
  readonly own: number;
  readonly seed: number;
  /** Rows of `files` at most. */
  readonly limit?: number;
  readonly origin: Origin;
}

const isAttempt = (value: unknown): boolean => typeof value === 'object' && value !== null && 'strict' in value;

/** All sources, one after another. What cannot be read is given to `onFault`, a sentence with its place, and left out. @throws the error of the file system. */
export async function* placedSources(inputs: Inputs, onFault: (fault: string) => void, signal: AbortSignal): AsyncGenerator<Placed> {
  let place = 0;
  for await (const source of readSources(inputs, onFault, signal)) yield { source, place: place++ };
}

async function* readSources(
  { files, teacher, own, seed, limit = Number.POSITIVE_INFINITY, origin }: Inputs,
  onFault: (fault: string) => void,
  signal: AbortSignal,
): AsyncGenerator<Source> {
  let left = limit;
  for (const file of files) {
    const own = { source: basename(file), ...origin };
    for await (const line of readRows(file, z.unknown(), signal)) {
      if (left <= 0) break;
      const source = 'fault' in line ? line.fault : sourceOf(line.row, own);
      if (typeof source === 'string') onFault(`${file}:${line.line}: ${source}`);
      else {
        left--;
        yield source;
      }
    }
  }
  for (const file of teacher)
    for await (const line of readRows(file, z.unknown(), signal)) {
      const row = 'fault' in line ? line : fromTeacher(line.row, line.line);
      if (row === 'may-name') yield { kind: 'refused', reason: row, row: `${file}:${line.line}` };
      else if ('fault' in row) onFault(`${file}:${line.line}: ${row.fault}`);
      else yield { kind: 'teacher', row };
    }
  for (let i = 0; i < own; i++) yield { kind: 'own', seed: seed + i };
}

/** Characters of a row: a long proof has a tenth. */
const LONGEST = 100_000;

function sourceOf(value: unknown, origin: Origin): Source | string {
  const source = read(value, origin);
  if (typeof source === 'string' || !('row' in source) || JSON.stringify(source.row).length <= LONGEST) return source;
  return { kind: 'refused', reason: 'too-long', row: source.row };
}

function read(value: unknown, origin: Origin): Source | string {
  if (isAttempt(value)) {
    const attempt = attemptRow.safeParse(value);
    return attempt.success
      ? { kind: 'attempt', row: attempt.data }
      : attempt.error.issues.map(issue => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ');
  }
  const problem = problemIn(value, origin);
  return typeof problem === 'string' ? problem : { kind: 'problem', row: problem };
}
