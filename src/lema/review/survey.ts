import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Place, readPlaces } from '../files/places.ts';
import { attemptRow, type CorrectionRow, correctionRow } from '../records.ts';
import { type Decisions, readDecisions, settle } from './reviews.ts';

export const SOURCES = ['planted', 'right', 'model', 'teacher'] as const;
export type Source = (typeof SOURCES)[number];

/** A correction that waits for a person. */
export interface Waiting extends Place {
  readonly id: string;
  readonly file: string;
  readonly from: Source;
}

/** How many corrections of each source there are, for each mistake. Rejected ones do not count; accepted ones are the teacher's. */
export type Counts = Map<string, Record<Source, number>>;

export interface DataFile {
  readonly name: string;
  readonly kind: 'corrections' | 'attempts';
  readonly bytes: number;
}

/** What is in a folder of LeMa's data. */
export interface Survey {
  readonly files: readonly DataFile[];
  readonly counts: Counts;
  /** In the order of the files and of their rows. */
  readonly waiting: Waiting[];
  readonly decisions: Decisions;
  /** Where the rows stand that were decided of, by id. */
  readonly decided: Map<string, Waiting>;
  /** Collected solutions by their final answer (`attempts*.jsonl`). */
  readonly attempts: Record<'right' | 'wrong' | 'none', number>;
  /** Lines that are no corrections: how many, and the first ones in words. */
  readonly faults: { count: number; readonly first: string[] };
}

/** The name under which corrections that name no rule are counted, and those that say that nothing is wrong. */
export const UNNAMED = '';
export const NO_MISTAKE = '-';

const NAME = /^(corrections|attempts).*\.jsonl$/i;
const FAULTS_SHOWN = 5;

/** Counts a correction once more, or with `by` -1 once less. */
export function count(counts: Counts, { from, mistake, first_error }: CorrectionRow, by: 1 | -1 = 1): void {
  const rule = first_error < 0 ? NO_MISTAKE : (mistake ?? UNNAMED);
  const own = counts.get(rule) ?? { planted: 0, right: 0, model: 0, teacher: 0 };
  own[from] += by;
  counts.set(rule, own);
}

/** How many of each source there are. */
export function bySource(counts: Counts): Record<Source, number> {
  const sum = { planted: 0, right: 0, model: 0, teacher: 0 };
  for (const own of counts.values()) for (const source of SOURCES) sum[source] += own[source];
  return sum;
}

/** Tells now and then how much is read: the share of all bytes, and the rows. */
type OnProgress = (share: number, rows: number) => void;

/**
 * Reads the corrections of a folder (`corrections*.jsonl`) and its collected solutions (`attempts*.jsonl`) once, from the first to the last, and what was
 * decided of them. What is kept of each correction is its count, and the place of those that wait or are decided.
 */
export async function survey(folder: string, signal: AbortSignal, onProgress: OnProgress): Promise<Survey> {
  const files = await filesOf(folder);
  const decisions = await readDecisions(folder, signal);
  const found: Survey = {
    files,
    counts: new Map(),
    waiting: [],
    decisions,
    decided: new Map(),
    attempts: { right: 0, wrong: 0, none: 0 },
    faults: { count: 0, first: [] },
  };
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const queued = new Set<string>();
  let before = 0;
  let rows = 0;
  for (const file of files) {
    const path = join(folder, file.name);
    const told = (at: number) => {
      if (++rows % 2_000 === 0) onProgress((before + at) / all, rows);
    };
    if (file.kind === 'attempts') {
      for await (const line of readPlaces(path, attemptRow, signal)) {
        told(line.at);
        if ('fault' in line) faulty(found, `${file.name}:${line.line}: ${line.fault}`);
        else found.attempts[line.row.flexible]++;
      }
    } else {
      for await (const line of readPlaces(path, correctionRow, signal)) {
        told(line.at);
        if ('fault' in line) faulty(found, `${file.name}:${line.line}: ${line.fault}`);
        else sort(found, queued, line.row, { id: line.row.id, file: file.name, from: line.row.from, at: line.at, bytes: line.bytes });
      }
    }
    before += file.bytes;
  }
  for (const row of await settle(folder, decisions)) count(found.counts, row);
  for (const { row } of decisions.values()) if (row) count(found.counts, row);
  return found;
}

/** The files of a folder that hold its data, with their sizes. */
export async function filesOf(folder: string): Promise<readonly DataFile[]> {
  const names = (await readdir(folder).catch(noFolder)).sort();
  const known = names.flatMap(name => {
    const kind = NAME.exec(name)?.[1]?.toLowerCase();
    return kind === undefined ? [] : [{ name, kind: kind === 'attempts' ? ('attempts' as const) : ('corrections' as const) }];
  });
  return Promise.all(known.map(async file => ({ ...file, bytes: (await stat(join(folder, file.name))).size })));
}

/** A folder that is not there yet holds nothing. */
function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function sort(found: Survey, queued: Set<string>, row: CorrectionRow, place: Waiting): void {
  if (found.decisions.has(row.id)) found.decided.set(row.id, place);
  else if (row.from === 'planted' || row.from === 'right') count(found.counts, row);
  else if (!queued.has(row.id)) {
    count(found.counts, row);
    queued.add(row.id);
    found.waiting.push(place);
  }
}

function faulty({ faults }: Survey, fault: string): void {
  if (++faults.count <= FAULTS_SHOWN) faults.first.push(fault);
}
