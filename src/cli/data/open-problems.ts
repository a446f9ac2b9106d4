import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readSet } from '../../classroom/set/read.ts';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import { variantOf } from '../../classroom/variants/variant.ts';
import type { Line } from '../../lema/files/rows.ts';
import { createSeen } from '../../lema/files/seen.ts';
import { markOf, type Origin, readProblems } from '../../lema/problems.ts';
import type { ProblemRow } from '../../lema/records.ts';
import { lineIndex } from '../../solution/lines.ts';
import { type Call, number, text, UsageError } from '../command.ts';

/** The options of every command that reads problem files. */
export const PROBLEM_OPTIONS = { limit: { type: 'string' }, licence: { type: 'string' }, source: { type: 'string' } } as const;

/** The problems of the files that were named, in their order. What cannot be read or stood above is given to `onFault`, a sentence with its place, and left out. */
export async function* openProblems(call: Call, onFault: (fault: string) => void): AsyncGenerator<ProblemRow> {
  if (call.files.length === 0) throw new UsageError('name at least one file of problems: rows of JSON, or a problem set');
  let left = text(call, 'limit') === undefined ? Number.POSITIVE_INFINITY : number(call, 'limit', 1, 1);
  const seen = createSeen();
  for (const file of call.files) {
    for await (const line of problemsIn(file, originOf(call, file), call.signal)) {
      if (left === 0) return;
      if ('fault' in line) onFault(`${file}:${line.line}: ${line.fault}`);
      else if (!seen.add(markOf(line.row.problem))) onFault(`${file}:${line.line}: the same problem stands above`);
      else {
        left--;
        yield line.row;
      }
    }
  }
}

function originOf(call: Call, file: string): Origin {
  const licence = text(call, 'licence');
  return { source: text(call, 'source') ?? basename(file), ...(licence === undefined ? {} : { licence }) };
}

function problemsIn(file: string, origin: Origin, signal: AbortSignal): AsyncIterable<Line<ProblemRow>> | Iterable<Line<ProblemRow>> {
  if (!/\.(md|markdown)$/i.test(file)) return readProblems(file, origin, signal);
  const written = readFileSync(file, 'utf8');
  if (!isProblemSet(written)) throw new UsageError(`${file} is no problem set: its front matter lacks 'problem-set: 1'`);
  return fromSet(written, origin);
}

/** The problems of a set, each with the values that stand for nobody where it has variables. */
function* fromSet(written: string, origin: Origin): Generator<Line<ProblemRow>> {
  const lines = lineIndex(written);
  const { set, faults } = readSet(written);
  const at = (offset: number): number => lines.positionAt(offset).line;
  for (const { severity, range, message } of faults) if (severity === 'error') yield { line: at(range.start), fault: message };
  for (const problem of set.problems) {
    const line = at(problem.places.whole.start);
    const own = variantOf(problem, '');
    if (own === null) yield { line, fault: 'no values are allowed for its variables' };
    else if (own.answer === null) yield { line, fault: 'it has no answer' };
    else
      yield {
        line,
        row: { id: `${set.id}/${own.id}`, problem: own.text, answer: own.answer, solution: [...own.solution], ...origin },
      };
  }
}
