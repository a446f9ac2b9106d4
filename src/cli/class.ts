import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClassSummary, summarise } from '../classroom/reports/summary.ts';
import { isProblemSet, readSet } from '../classroom/set/read.ts';
import type { ProblemSet } from '../classroom/set/set.ts';
import { checkFolder, type RunReport } from '../classroom/submissions/run.ts';
import { openStore, type Store, StoreError } from '../classroom/submissions/store.ts';
import { lineIndex } from '../solution/lines.ts';
import { type Call, type Command, choice, number, text, UsageError } from './command.ts';

const FORMATS = ['text', 'json'] as const;

/** `lema class check SET FOLDER` and what follows from its results. */
export const classroom: Command = {
  options: {
    format: { type: 'string' },
    results: { type: 'string' },
    shard: { type: 'string' },
    threads: { type: 'string' },
    student: { type: 'string' },
    problem: { type: 'string' },
    points: { type: 'string' },
    reason: { type: 'string' },
    consent: { type: 'boolean' },
  },
  async run(call) {
    const [what = '', ...rest] = call.files;
    const action = ACTIONS[what];
    if (!action) throw new UsageError(`'lema class ${what}' is not known; 'lema class --help' lists what there is`);
    try {
      return await action({ ...call, files: rest });
    } catch (error) {
      if (error instanceof StoreError) throw new UsageError(error.message);
      throw error;
    }
  },
};

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<number>>> = { check, merge, override };

/** Checks what has changed, then prints the whole class. Exit code 0 when nobody made a mistake, 1 when someone did, 2 when something could not be read. */
async function check(call: Call): Promise<number> {
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

/** Puts the results of several parts together: `lema class merge all.db part1.db part2.db`. */
async function merge(call: Call): Promise<number> {
  const [into, ...parts] = call.files;
  if (into === undefined || parts.length === 0)
    throw new UsageError("name the result file to write and the parts: 'lema class merge all.db part1.db part2.db'");
  const missing = parts.find(part => !existsSync(part));
  if (missing !== undefined) throw new UsageError(`${missing}: no such file`);
  const store = openStore(into, true);
  try {
    for (const part of parts) withStore(part, from => store.merge(from));
  } finally {
    store.close();
  }
  call.io.stdout.write(`${parts.length} result files merged into ${into}\n`);
  return 0;
}

/** A teacher's own mark: `lema class override results.db --student ann --problem two-steps --points 2 --reason "…"`. */
async function override(call: Call): Promise<number> {
  const [file] = call.files;
  const [student, problem, points, reason] = ['student', 'problem', 'points', 'reason'].map(name => text(call, name));
  if (file === undefined || student === undefined || problem === undefined || points === undefined || !reason?.trim())
    throw new UsageError(
      'say whose mark and why: \'lema class override results.db --student ann --problem two-steps --points 2 --reason "…"\'',
    );
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const value = Number(points);
  if (points.trim() === '' || !Number.isFinite(value) || value < 0) throw new UsageError(`--points takes a number from 0, not '${points}'`);
  withStore(file, store => {
    const work = store.result(student)?.results.find(r => r.problem === problem);
    if (!work) throw new UsageError(`there is no work of '${student}' on '${problem}' in ${file}`);
    if (value > work.mark.of) throw new UsageError(`'${problem}' has ${work.mark.of} points at most`);
    store.override({ student, problem, points: value, reason, at: new Date().toISOString(), consent: call.values.consent === true });
  });
  return 0;
}

function withStore(file: string, use: (store: Store) => void): void {
  const store = openStore(file);
  try {
    use(store);
  } finally {
    store.close();
  }
}

/** Reads a set that has no errors. */
function openSet(file: string): { set: ProblemSet; text: string } {
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

function readable(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new UsageError(`${where}: no such file or folder`)
    : code === 'EACCES'
      ? new UsageError(`${where}: no permission to read it`)
      : error;
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
