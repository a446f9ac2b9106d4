import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProblemSet } from '../src/classroom/set/set.ts';

/*
 * `node bench/class.ts [SUBMISSIONS]`: a class of 30 with 12 problems each, then 10,000 submissions unless told, on all cores with the built worker. One JSON line:
 * seconds for the class and for a check after one change, submissions a second, the most memory of the process with its threads in MB, and seconds for a report of as many rows.
 */
Object.assign(globalThis, { __LEMA_VERSION__: 'bench' });
const { readSet } = await import('../src/classroom/set/read.ts');
const { problemsFor } = await import('../src/classroom/submissions/submission.ts');
const { openStore } = await import('../src/classroom/submissions/store.ts');
const { summarise } = await import('../src/classroom/reports/summary.ts');
const { reportPage } = await import('../src/classroom/reports/page.ts');

const root = resolve(import.meta.dirname, '..');
const count = Number(process.argv[2] ?? 10_000);
const { set } = readSet(readFileSync(join(root, 'examples/classroom/autumn-test.md'), 'utf8'));
const folders: string[] = [];

/** A folder of students with `each` pieces of work; every third piece has a slip in its last number. */
function classOf(students: number, each: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'lema-bench-'));
  folders.push(folder);
  for (let i = 0; i < students; i++) writeFileSync(join(folder, `student-${i}.md`), workOf(set, `student-${i}`, i, each));
  return folder;
}

function workOf(of: ProblemSet, student: string, index: number, each: number): string {
  const chosen = problemsFor(of, student).filter((_, k) => each >= 12 || k === index % 12);
  return chosen
    .map(({ title, text, solution }, k) => {
      const lines =
        (index + k) % 3 === 0
          ? [...solution.slice(0, -1), (solution.at(-1) ?? '').replace(/\d(?=\D*$)/, digit => String((Number(digit) + 1) % 10))]
          : solution;
      return `## ${title}\n\n${text}\n\n### Solution\n\n${lines.join('\n\n')}\n`;
    })
    .join('\n');
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

interface Run {
  readonly seconds: number;
  /** Megabytes that the process took at most, its threads included. */
  readonly most: number;
}

/** The command in a process of its own, start included. */
function check(folder: string, file: string): Run {
  const script = `const { main } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/lema.js')).href)});
    await main(['class', 'check', ${JSON.stringify(join(root, 'examples/classroom/autumn-test.md'))}, ${JSON.stringify(folder)}, '--results', ${JSON.stringify(file)}]);
    process.stderr.write(' ' + process.resourceUsage().maxRSS);`;
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`the check ended with ${status}:\n${stderr}`);
  return { seconds: (performance.now() - start) / 1000, most: Number(stderr.trim().split(/\s+/).at(-1)) / 1000 };
}

try {
  const small = classOf(30, 12);
  const results = join(small, '.class.lema.db');
  const first = check(small, results);
  writeFileSync(join(small, 'student-3.md'), workOf(set, 'student-4', 4, 12));
  const again = check(small, results);
  const large = classOf(count, 1);
  const all = join(large, '.class.lema.db');
  const many = check(large, all);
  const store = openStore(all);
  const report = await timed(() => reportPage(summarise(set, store.results(), store.overrides())));
  store.close();
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      class: rounded(first.seconds),
      again: rounded(again.seconds),
      submissions: count,
      perSecond: rounded(count / many.seconds),
      memory: Math.round(many.most),
      report: rounded(report),
    }),
  );
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
