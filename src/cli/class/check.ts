import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { pseudonyms, withoutName } from '../../classroom/reports/pseudonyms.ts';
import { type ClassSummary, summarise } from '../../classroom/reports/summary.ts';
import { checkFolder, type RunReport } from '../../classroom/submissions/run.ts';
import { type Override, openStore, type Store } from '../../classroom/submissions/store.ts';
import type { StudentResult } from '../../classroom/submissions/submission.ts';
import { type Call, choice, number, text, UsageError } from '../command.ts';
import { type Progress, progressOn } from '../progress.ts';
import { workerFile } from '../worker.ts';
import { openSet, readable } from './set.ts';

const FORMATS = ['text', 'json', 'csv', 'html', 'sarif'] as const;

/** Checks what has changed, then prints the whole class. Exit code 0 when nobody made a mistake, 1 when someone did, 2 when something could not be read. */
export async function check(call: Call): Promise<number> {
  const [file, folder] = call.files;
  if (file === undefined || folder === undefined)
    throw new UsageError("name the problem set and the folder: 'lema class check set.md submissions'");
  const format = choice(call, 'format', FORMATS, 'text');
  if (isLarge(folder)) setFlagsFromString('--optimize-for-size');
  const { set, text: setText } = openSet(file);
  const worker = workerFile('class-worker.cjs');
  const store = openStore(resultsFile(call, folder), true);
  let progress: Progress | undefined;
  try {
    const report = await checkFolder({
      setText,
      folder,
      store,
      signal: call.signal,
      ...(worker === undefined ? {} : { worker }),
      ...(text(call, 'threads') === undefined ? {} : { threads: number(call, 'threads', 1, 1) }),
      ...shardOf(call),
      onProgress({ done, total }) {
        progress ??= progressOn(call.io.stderr, total);
        progress.tell(done, 0);
      },
    })
      .catch(error => {
        throw readable(error, folder);
      })
      .finally(() => progress?.end());
    const results = named(store, call.values.pseudonyms === true);
    const summary = summarise(set, results.all(), results.overrides);
    call.io.stdout.write(await render(format, { summary, report, results: results.all, folder }));
    return summary.rows.some(row => row.cells.some(cell => cell.finding === 'mistake')) ? 1 : 0;
  } finally {
    store.close();
  }
}

const MANY = 500;

/** Thousands of results pass through one thread: its heap stays small then, so that memory is flat. A class is checked sooner without that. */
function isLarge(folder: string): boolean {
  try {
    return readdirSync(folder).length > MANY;
  } catch {
    return false;
  }
}

interface Rendered {
  readonly summary: ClassSummary;
  readonly report: RunReport;
  readonly results: () => Iterable<StudentResult>;
  readonly folder: string;
}

async function render(format: (typeof FORMATS)[number], { summary, report, results, folder }: Rendered): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).classText(summary, report);
    case 'json':
      return `${JSON.stringify({ ...summary, run: report }, null, 2)}\n`;
    case 'csv':
      return (await import('../../classroom/reports/table.ts')).classCsv(summary);
    case 'html':
      return (await import('../../classroom/reports/page.ts')).reportPage(summary);
    case 'sarif':
      return `${JSON.stringify((await import('../../classroom/reports/sarif.ts')).classSarif(results(), folder.replace(/[\\/]+$/, '')), null, 2)}\n`;
  }
}

/** The results with the students' names, or with stable pseudonyms that only this result file can tell apart. */
function named(store: Store, hidden: boolean): { all: () => Iterable<StudentResult>; overrides: readonly Override[] } {
  if (!hidden) return { all: () => store.results(), overrides: store.overrides() };
  const name = pseudonyms(store.salt());
  return {
    *all() {
      for (const result of store.results()) yield withoutName(result, name);
    },
    overrides: store.overrides().map(one => ({ ...one, student: name(one.student) })),
  };
}

const resultsFile = (call: Call, folder: string): string => text(call, 'results') ?? join(folder, '.results.lema.db');

function shardOf(call: Call): { shard?: { index: number; count: number } } {
  const given = text(call, 'shard');
  if (given === undefined) return {};
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(given) ?? [];
  if (!Number(index) || !Number(count) || Number(index) > Number(count))
    throw new UsageError(`--shard takes i/n such as 1/4, not '${given}'`);
  return { shard: { index: Number(index) - 1, count: Number(count) } };
}
