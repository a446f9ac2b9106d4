import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInHost } from '../scripts/hermetic/inhost.ts';
import { row } from './work.ts';

/*
 * `npm run bench`: every row is measured in this run; none is written by hand. Medians over fresh processes; a ratio below 1 keeps the limit.
 */
interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  /** Whether the limit is the least that is allowed, instead of the most. */
  readonly atLeast?: boolean;
}

const root = resolve(import.meta.dirname, '..');
const lema = join(root, 'bin/lema.js');
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const repeat = <T>(times: number, work: () => T): T[] => Array.from({ length: times }, work);

/** Runs a program on this Node and returns its output and its time in ms. */
function node(args: readonly string[], input = ''): { output: string; ms: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 300_000,
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { output: stdout, ms: performance.now() - start };
}

/** The checker alone, each time in a fresh process. */
function measureChecks(): Row[] {
  const runs = repeat(
    5,
    (): Record<'cold' | 'again' | 'growth' | 'compared', number> => JSON.parse(node(['--expose-gc', 'bench/check.ts']).output),
  );
  return [
    { what: 'a 40-step solution, first check in a fresh process', value: median(runs.map(run => run.cold)), unit: 'ms', limit: 60 },
    { what: 'the same, checked again after one edit', value: median(runs.map(run => run.again)), unit: 'ms', limit: 10 },
    { what: 'heap growth over 1,000 re-checks', value: median(runs.map(run => run.growth)), unit: 'MB', limit: 20 },
    { what: 'whether two lines are equivalent, median pair', value: median(runs.map(run => run.compared)), unit: 'ms', limit: 0.1 },
  ];
}

/** The command, as a shell starts it. */
function measureCommand(): Row[] {
  const rows = 3000;
  const input = Array.from({ length: rows }, (_, index) => JSON.stringify(row(index))).join('\n');
  const help = median(repeat(9, () => node([lema, '--help']).ms));
  const locate = median(repeat(3, () => node([lema, 'locate', '--jsonl'], `${input}\n`).ms));
  return [
    { what: 'lema --help, from start to end', value: help, unit: 'ms', limit: 150 },
    { what: 'lema locate, start included', value: rows / (locate / 1000), unit: 'rows/s', limit: 100, atLeast: true },
  ];
}

/** The extension in the extension host of a fresh workbench, three times. */
async function measureHost(): Promise<Row[]> {
  const runs: { load: number; activate: number }[] = [];
  for (let run = 0; run < 3; run++) {
    const { load = Number.NaN, activate = Number.NaN } = await runInHost({ entry: 'dist/bench/host.cjs' });
    runs.push({ load, activate });
  }
  return [
    { what: 'activate() in the extension host', value: median(runs.map(run => run.activate)), unit: 'ms', limit: 20 },
    { what: 'loading the extension bundle there', value: median(runs.map(run => run.load)), unit: 'ms', limit: 50 },
  ];
}

/** The package that is in the project folder. */
function measurePackage(): Row[] {
  node(['scripts/package.ts']);
  const vsix = globSync('*.vsix', { cwd: root })[0] ?? '';
  return [{ what: 'the .vsix', value: statSync(join(root, vsix)).size / 1024 / 1024, unit: 'MB', limit: 5 }];
}

/** A Markdown table: what, measured, limit, and measured against limit. */
function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, value, unit, limit, atLeast = false }) => {
    const ratio = atLeast ? limit / value : value / limit;
    return `| ${what} | ${value.toPrecision(3)} ${unit} | ${atLeast ? '≥' : '≤'} ${limit} ${unit} | ${ratio.toFixed(2)} ${ratio <= 1 ? '✓' : '✗'} |`;
  });
  return ['| what | measured | limit | share of the limit |', '|---|---|---|---|', ...lines].join('\n');
}

node(['scripts/build.ts']);
const measured = table([...measureChecks(), ...measureCommand(), ...(await measureHost()), ...measurePackage()]);
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(join(root, '.cache/bench.md'), `${measured}\n`);
console.log(measured);
