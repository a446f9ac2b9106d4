import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runInHost } from '../scripts/hermetic/inhost.ts';
import { ownPairs, readPairs } from './pairs.ts';
import { measurePeer, type PeerResult, peerNames, peerTable } from './peers/compare.ts';
import { row } from './work.ts';

/*
 * `npm run bench [-- PART…] [--pairs FILE] [--solutions FILE]`: every row is measured in this run; none is written by hand. Parts: checks, solutions, pairs, command,
 * class, collect, host, package. Medians over fresh processes; a share above 1 breaks the limit. Each part has its own time, and one that fails leaves the others standing.
 */
interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  /** Whether the limit is the least that is allowed, instead of the most. */
  readonly atLeast?: boolean;
}

const { values: given, positionals } = parseArgs({
  options: { pairs: { type: 'string' }, solutions: { type: 'string' }, seconds: { type: 'string', default: '120' } },
  allowPositionals: true,
});
const root = resolve(import.meta.dirname, '..');
const lema = join(root, 'bin/lema.js');
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const repeat = <T>(times: number, work: () => T): T[] => Array.from({ length: times }, work);

/** Runs a program on this Node, for at most `seconds`, and returns its output and its time in ms. */
function node(args: readonly string[], input = '', seconds = 60): { output: string; ms: number } {
  const start = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: seconds * 1000,
  });
  if (signal !== null) throw new Error(`${args.join(' ')} was ended after ${seconds} s`);
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { output: stdout, ms: performance.now() - start };
}

/** The checker alone, each time in a fresh process. */
function measureChecks(): Row[] {
  const runs = repeat(3, (): Record<'cold' | 'again' | 'growth', number> => JSON.parse(node(['--expose-gc', 'bench/check.ts']).output));
  return [
    { what: 'a 40-step solution, first check in a fresh process', value: median(runs.map(run => run.cold)), unit: 'ms', limit: 60 },
    { what: 'the same, checked again after one edit', value: median(runs.map(run => run.again)), unit: 'ms', limit: 10 },
    { what: 'heap growth over 1,000 re-checks', value: median(runs.map(run => run.growth)), unit: 'MB', limit: 20 },
  ];
}

/** Solutions of word problems on one core. */
function measureSolutions(): Row[] {
  const file = given.solutions ? [resolve(given.solutions)] : [];
  const { output } = node(['bench/solutions.ts', ...file], '', 180);
  const found: Record<'solutions' | 'perSecond' | 'longest' | 'growth', number> = JSON.parse(output);
  return [
    { what: `${found.solutions} word problems on one core`, value: found.perSecond, unit: 'solutions/s', limit: 500, atLeast: true },
    { what: 'the longest of them', value: found.longest, unit: 'ms', limit: 1000 },
    { what: 'cost of a step in 160 steps, against one in 40', value: found.growth, unit: '×', limit: 1.5 },
  ];
}

/** Whether two lines mean the same: ours and its peers on the same pairs, LaTeX read by each. */
async function measurePairs(): Promise<Row[]> {
  const pairs = given.pairs ? readPairs(resolve(given.pairs)) : ownPairs();
  const results: PeerResult[] = [];
  for (const name of peerNames) results.push(await measurePeer(name, pairs, Number(given.seconds)));
  show(peerTable(results, pairs.length));
  const [own] = results;
  return own ? [{ what: 'whether two lines mean the same, median pair', value: own.median, unit: 'ms', limit: 0.1 }] : [];
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

/** A class, then many submissions, on all cores. */
function measureClass(): Row[] {
  const found: Record<'class' | 'again' | 'submissions' | 'perSecond' | 'memory' | 'report', number> = JSON.parse(
    node(['bench/class.ts'], '', 280).output,
  );
  return [
    { what: 'a class of 30 with 12 problems each', value: found.class, unit: 's', limit: 3 },
    { what: 'the same after one change', value: found.again, unit: 's', limit: 1 },
    { what: `${found.submissions} submissions`, value: found.perSecond, unit: 'submissions/s', limit: 200, atLeast: true },
    { what: 'the most memory meanwhile', value: found.memory, unit: 'MB', limit: 300 },
    { what: 'a report of as many rows', value: found.report, unit: 's', limit: 1 },
  ];
}

/** Collecting solutions from a server, against what the server can do: asked in turns by the command and by a loop that only asks. */
function measureCollect(): Row[] {
  const found: Record<'requests' | 'perSecond' | 'own' | 'share', number> = JSON.parse(
    node(['--no-warnings', 'bench/collect.ts'], '', 280).output,
  );
  return [
    {
      what: `collecting, share of a server’s own ${found.own.toFixed(1)} replies/s`,
      value: 100 * found.share,
      unit: '%',
      limit: 95,
      atLeast: true,
    },
  ];
}

/** The package that is in the project folder. */
function measurePackage(): Row[] {
  node(['scripts/package.ts'], '', 180);
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

const shown: string[] = [];
function show(text: string): void {
  shown.push(text);
  console.log(`${text}\n`);
}

/** The part's rows, or none after this many seconds. What was started may end later; it is not waited for. */
async function within(seconds: number, work: () => Row[] | Promise<Row[]>): Promise<Row[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not ended after ${seconds} s`)), seconds * 1000);
  });
  return await Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  checks: measureChecks,
  solutions: measureSolutions,
  pairs: measurePairs,
  command: measureCommand,
  class: measureClass,
  collect: measureCollect,
  host: measureHost,
  package: measurePackage,
};
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
if (chosen.some(name => name === 'command' || name === 'class' || name === 'host' || name === 'package'))
  node(['scripts/build.ts'], '', 180);
const rows: Row[] = [];
for (const name of chosen) {
  try {
    const part = parts[name];
    if (part === undefined) throw new Error(`there is no such part; there are ${Object.keys(parts).join(', ')}`);
    rows.push(...(await within(name === 'pairs' ? peerNames.length * Number(given.seconds) + 60 : 300, part)));
  } catch (error) {
    show(`Not measured: ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
show(table(rows));
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(join(root, '.cache/bench.md'), `${shown.join('\n\n')}\n`);
process.exit(0);
