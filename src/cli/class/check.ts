import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClassSummary, summarise } from '../../classroom/reports/summary.ts';
import { checkFolder, type RunReport } from '../../classroom/submissions/run.ts';
import { openStore } from '../../classroom/submissions/store.ts';
import { type Call, choice, number, text, UsageError } from '../command.ts';
import { openSet, readable } from './set.ts';

const FORMATS = ['text', 'json'] as const;

/** Checks what has changed, then prints the whole class. Exit code 0 when nobody made a mistake, 1 when someone did, 2 when something could not be read. */
export async function check(call: Call): Promise<number> {
  const [file, folder] = call.files;
  if (file === undefined || folder === undefined)
    throw new UsageError("name the problem set and the folder: 'lema class check set.md submissions'");
  const format = choice(call, 'format', FORMATS, 'text');
  const { set, text: setText } = openSet(file);
  const worker = workerFile();
  const store = openStore(resultsFile(call, folder), true);
  try {
    const report = await checkFolder({
      setText,
      folder,
      store,
      signal: call.signal,
      ...(worker === undefined ? {} : { worker }),
      ...(text(call, 'threads') === undefined ? {} : { threads: number(call, 'threads', 1, 1) }),
      ...shardOf(call),
      onProgress: progressOn(call),
    }).catch(error => {
      throw readable(error, folder);
    });
    const summary = summarise(set, store.results(), store.overrides());
    call.io.stdout.write(format === 'json' ? `${JSON.stringify({ ...summary, run: report }, null, 2)}\n` : asText(summary, report));
    return summary.rows.some(row => row.cells.some(cell => cell.finding === 'mistake')) ? 1 : 0;
  } finally {
    store.close();
  }
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

/** The built worker beside the command; in a checkout that runs from its sources there is none, and one thread does the work. */
function workerFile(): string | undefined {
  const candidates = ['../class-worker.cjs', './class-worker.cjs'].map(path => fileURLToPath(new URL(path, import.meta.url)));
  return candidates.find(path => existsSync(path));
}

/** Counts on standard error, when a person is looking. */
function progressOn(call: Call): (progress: { done: number; total: number }) => void {
  const { stderr } = call.io;
  if (!('isTTY' in stderr) || stderr.isTTY !== true) return () => {};
  const began = performance.now();
  return ({ done, total }) => {
    const left = done === 0 ? 0 : Math.ceil(((performance.now() - began) / done / 1000) * (total - done));
    stderr.write(`\r${done} of ${total} checked, ${left} s left \x1b[K${done === total ? '\n' : ''}`);
  };
}

function asText({ title, rows, problems, mistakes, queue }: ClassSummary, report: RunReport): string {
  const widest = Math.max(7, ...rows.map(row => row.student.length));
  const lines = rows.map(row => {
    const cells = row.cells.map(cell =>
      `${cell.finding === 'missing' ? '–' : cell.points}${cell.queued ? '?' : cell.override ? '*' : ''}`.padStart(4),
    );
    return `${row.student.padEnd(widest)} ${`${row.points}/${row.of}`.padStart(7)} ${cells.join('')}`;
  });
  const head = `${'student'.padEnd(widest)} ${'points'.padStart(7)} ${problems.map((_, i) => String(i + 1).padStart(4)).join('')}`;
  const common = mistakes
    .slice(0, 10)
    .map(
      m =>
        `${String(m.count).padStart(5)}  ${m.name}${m.examples[0] ? `, as in ${m.examples[0].path}:${m.examples[0].line}: ${m.examples[0].text}` : ''}`,
    );
  const faults = [...report.faults, ...rows.flatMap(row => row.faults)].map(
    f => `${f.path}${f.line === null ? '' : `:${f.line}`}: ${f.message}`,
  );
  return [
    title,
    '',
    head,
    ...lines,
    '',
    ...(common.length > 0 ? ['Most common mistakes', ...common, ''] : []),
    ...(queue.length > 0
      ? [
          `${queue.length} wait for you (?)`,
          ...queue.slice(0, 20).map(q => `  ${q.path ?? q.student}${q.line === null ? '' : `:${q.line}`}: ${q.why}`),
          '',
        ]
      : []),
    ...(faults.length > 0 ? ['To look at', ...faults.map(line => `  ${line}`), ''] : []),
    `${report.total} students, ${report.done - report.kept} checked, ${report.kept} unchanged`,
    '',
  ].join('\n');
}
