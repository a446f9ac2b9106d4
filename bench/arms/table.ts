import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lemaProtocol } from '../../src/model/protocol/lema.ts';
import { askToSolve } from '../../src/model/protocol/solve.ts';
import { type Interval, overProblems, overSeeds } from './interval.ts';
import { MEASURES, type Measures, measuresOf, type Outcome } from './measure.ts';
import { EPOCHS } from './plan.ts';
import { ARMS, type Arm } from './rows.ts';
import type { OneRun, Work } from './runs.ts';

/** A measure of an arm: its mean over seeds, the interval over seeds, and the one over problems. */
interface Cell {
  readonly seeds: Interval;
  readonly problems: Interval;
}

type Summary = Readonly<Record<keyof Measures, Cell>>;

/** What an arm's runs come to. */
function summaryOf(runs: readonly OneRun[]): Summary {
  const problems = runs[0]?.outcomes.length ?? 0;
  const cell = (measure: keyof Measures): Cell => ({
    seeds: overSeeds(runs.map(({ outcomes }) => measuresOf(outcomes)[measure])),
    problems: overProblems(problems, drawn => {
      const each = runs.map(({ outcomes }) => measuresOf(drawn.flatMap(i => outcomes[i] ?? []))[measure]);
      return each.reduce((sum, value) => sum + value, 0) / each.length;
    }),
  });
  const [solved, exact, accused, f1, corrected, unread] = MEASURES.map(cell) as [Cell, Cell, Cell, Cell, Cell, Cell];
  return { solved, exact, accused, f1, corrected, unread };
}

const NAMES: Readonly<Record<Arm | 'start', string>> = {
  start: 'the model that all start from',
  cot: 'chain of thought only',
  lema: '+ corrections, as in 2023',
  ours: '+ corrections and right solutions',
};

const per = (share: number): string => (100 * share).toFixed(1);
const range = ({ low, high }: Interval): string => (Number.isNaN(low) ? '' : ` (${per(Math.max(0, low))}–${per(Math.min(1, high))})`);

/** The arms as a Markdown table: per cent, mean and 95 % interval over seeds. */
export function tableOf(start: readonly Outcome[], runs: readonly OneRun[]): string {
  const before = measuresOf(start);
  const first = `| ${[NAMES.start, '', '', '', ...MEASURES.map(measure => per(before[measure]))].join(' | ')} |`;
  const rows = ARMS.flatMap(arm => {
    const own = runs.filter(run => run.arm === arm);
    if (own.length === 0) return [];
    const { solved, exact, accused, f1, corrected, unread } = summaryOf(own);
    const cells = [solved, exact, accused, f1, corrected, unread].map(({ seeds }) => `${per(seeds.mean)}${range(seeds)}`);
    const tokens = own.reduce((sum, { run }) => sum + run.tokens, 0) / own.length;
    return [`| ${[NAMES[arm], own.length, own[0]?.run.steps, Math.round(tokens).toLocaleString('en'), ...cells].join(' | ')} |`];
  });
  const head = ['arm', 'seeds', 'steps', 'tokens', 'solved', 'exact location', 'false accusation', 'F1', 'corrected', 'unread'];
  return `${[`| ${head.join(' | ')} |`, `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`, first, ...rows].join('\n')}\n`;
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Everything that was measured, and what it was measured with. */
export function resultsOf({ plan, batches, base, cases }: Work, start: readonly Outcome[], runs: readonly OneRun[]): object {
  const root = resolve(import.meta.dirname, '../..');
  const packages = readFileSync(resolve(root, 'python/requirements-train.txt'), 'utf8');
  const prompts = JSON.stringify([askToSolve(''), lemaProtocol.write({ problem: '', steps: [] })]);
  return {
    task: { version: 1, problems: cases.length, prompts: sha(prompts), cases: sha(JSON.stringify(cases)) },
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    packages: Object.fromEntries(
      [...packages.matchAll(/^(torch|transformers|trl|peft|accelerate)==(\S+)/gm)].map(([, name, version]) => [name, version]),
    ),
    plan: { ...plan, batches, epochs: EPOCHS, base },
    start: measuresOf(start),
    arms: Object.fromEntries(ARMS.map(arm => [arm, summaryOf(runs.filter(run => run.arm === arm))])),
    runs: runs.map(({ arm, seed, run, outcomes }) => ({ arm, seed, ...run, ...measuresOf(outcomes) })),
  };
}
