import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { PlantedRow } from '../src/lema/plant.ts';

/*
 * `node bench/data.ts [STAGE…] [--rows N]`: the stages that make data, as the built command runs them on all cores, each on so many rows, 20,000 unless told:
 * plant (`lema mistakes make --twins`), correct (`lema data correct --own`: reading, planting and filtering together), filter (`lema data correct --teacher`:
 * corrections that somebody else made, put through the filter), export. A line of JSON a stage: rows a second by the clock and by the processor, the most heap of the
 * main thread, and the most memory of the process with its threads in MB, in the first half of the time and in all of it; memory that is flat grows with neither.
 */
Object.assign(globalThis, { __LEMA_VERSION__: 'bench' });
const root = resolve(import.meta.dirname, '..');
spawnSync(process.execPath, [join(root, 'bin/lema.js'), '--version'], { stdio: ['ignore', 'ignore', 'inherit'] });
const built = join(root, 'dist/lema.js');
const { main }: typeof import('../src/cli/main.ts') = await import(built);
const { plantedProblem } = await import('../src/lema/plant.ts');

const flag = process.argv.indexOf('--rows');
const rows = flag < 0 ? 20_000 : Number(process.argv[flag + 1]);
const named = process.argv.slice(2, flag < 0 ? undefined : flag);
const folder = mkdtempSync(join(tmpdir(), 'lema-data-'));

const sink = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

interface Measured {
  readonly seconds: number;
  readonly busy: number;
  readonly heap: number;
  readonly memoryAtHalf: number;
  readonly memory: number;
}

/** Runs a command, and looks at the memory meanwhile. */
async function measured(argv: readonly string[]): Promise<Measured> {
  let heap = 0;
  const memory: number[] = [];
  const look = (): void => {
    const { heapUsed, rss } = process.memoryUsage();
    heap = Math.max(heap, heapUsed / 2 ** 20);
    memory.push(Math.max(memory.at(-1) ?? 0, rss / 2 ** 20));
  };
  const timer = setInterval(look, 50);
  const start = performance.now();
  const before = process.cpuUsage();
  try {
    const code = await main(argv, { stdin: Readable.from(['']), stdout: sink(), stderr: process.stderr });
    if (code !== 0) throw new Error(`lema ${argv.join(' ')} ended with ${code}`);
  } finally {
    clearInterval(timer);
  }
  look();
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1000,
    busy: (user + system) / 1e6,
    heap,
    memoryAtHalf: memory[memory.length >> 1] ?? 0,
    memory: memory.at(-1) ?? 0,
  };
}

const BASES = 1000;

/** Corrections and their right twins: some thousand that were planted, again and again. */
async function makeCorrections(path: string, change: (row: Correction, number: number) => unknown): Promise<void> {
  const bases = Array.from({ length: BASES }, (_, seed) => plantedProblem(seed, {})).flatMap(made => (made ? [made.row, made.right] : []));
  const out = createWriteStream(path);
  for (let row = 0; row < rows; row++) {
    const base = bases[row % bases.length];
    if (base && !out.write(`${JSON.stringify(change(correctionOf(base, row), row))}\n`)) await once(out, 'drain');
  }
  await new Promise<void>(resolve => out.end(resolve));
}

const correctionOf = ({ problem, steps, first_error, mistake, explanation, correct_steps, category }: PlantedRow, row: number) => ({
  id: String(row),
  problem_id: String(row),
  problem,
  steps,
  first_error,
  mistake,
  explanation: explanation ?? '',
  correct_steps,
  answer: correct_steps.at(-1) ?? null,
  from: first_error < 0 ? 'right' : 'planted',
  topic: category,
  licence: 'MIT',
});
type Correction = ReturnType<typeof correctionOf>;

const makeIn = (name: string, ...from: readonly string[]): Promise<Measured> =>
  measured(['data', 'correct', ...from, '--right-share', 'all', '--out', join(folder, name)]);

const STAGES: Readonly<Record<string, () => Promise<Measured>>> = {
  plant: () => measured(['mistakes', 'make', '--twins', '--count', String(rows / 2)]),
  correct: () => makeIn('own.jsonl', '--own', String(rows / 2)),
  filter: async () => {
    const file = join(folder, 'confirmed.jsonl');
    await makeCorrections(file, row => ({ ...row, from: 'teacher' }));
    return makeIn('filtered.jsonl', '--teacher', file);
  },
  export: async () => {
    const file = join(folder, 'corrections.jsonl');
    await makeCorrections(file, (row, number) => ({ ...row, problem: `Exercise ${number}: ${row.problem}` }));
    return measured(['data', 'export', file, '--out', join(folder, 'out')]);
  },
};

try {
  for (const name of named.length > 0 ? named : Object.keys(STAGES)) {
    const stage = STAGES[name];
    if (stage === undefined) throw new Error(`there is no stage '${name}'; there are ${Object.keys(STAGES).join(', ')}`);
    const { seconds, busy, ...found } = await stage();
    const shown = Object.entries({ ...found, perSecond: rows / seconds, perBusySecond: rows / busy });
    const rounded = shown.map(([what, value]) => [what, Math.round(value)]);
    console.log(JSON.stringify({ stage: name, rows, cores: availableParallelism(), ...Object.fromEntries(rounded) }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
