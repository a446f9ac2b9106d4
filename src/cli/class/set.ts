import { readFileSync } from 'node:fs';
import { readSet } from '../../classroom/set/read.ts';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import type { ProblemSet } from '../../classroom/set/set.ts';
import { lineIndex } from '../../solution/lines.ts';
import { UsageError } from '../command.ts';

/** Reads a set that has no errors. */
export function openSet(file: string): { set: ProblemSet; text: string } {
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch (error) {
    throw readable(error, file);
  }
  if (!isProblemSet(written)) throw new UsageError(`${file} is no problem set: its front matter lacks 'problem-set: 1'`);
  const { set, faults } = readSet(written);
  const lines = lineIndex(written);
  const errors = faults
    .filter(fault => fault.severity === 'error')
    .map(fault => `${file}:${lines.positionAt(fault.range.start).line}: ${fault.message}`);
  if (errors.length > 0) throw new UsageError(errors.join('\nlema: '));
  return { set, text: written };
}

/** A system's error as what the caller can put right. */
export function readable(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new UsageError(`${where}: no such file or folder`)
    : code === 'EACCES'
      ? new UsageError(`${where}: no permission to read it`)
      : error;
}
