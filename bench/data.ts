import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { PlantedRow } from '../src/lema/plant.ts';

/*
 * `node bench/data.ts [STAGE…] [--rows N]`: the stages that make data, each on so many rows, 20,000 unless told. A line of JSON a stage: rows, rows a second
 * by the clock and by the processor (its start left out), and the most
 * heap and the most memory in MB; memory that is flat does not grow with --rows.
 */
Object.assign(globalThis, { __LEMA_VERSION__: 'bench' });
const { main } = await import('../src/cli/main.ts');
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
  readonly memory: number;
}

/** Runs a command, and looks at the memory meanwhile. */
async function measured(argv: readonly string[]): Promise<Measured> {
  const most = { heap: 0, memory: 0 };
  const look = (): void => {
    const { heapUsed, rss } = process.memoryUsage();
    most.heap = Math.max(most.heap, heapUsed / 2 ** 20);
    most.memory = Math.max(most.memory, rss / 2 ** 20);
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
  return { seconds: (performance.now() - start) / 1000, busy: (user + system) / 1e6, ...most };
}

const BASES = 200;

/** Corrections and their right twins: a few hundred that were planted, again and again with other words before them. */
async function makeCorrections(path: string): Promise<void> {
  const bases = Array.from({ length: BASES }, (_, seed) => plantedProblem(seed, {})).flatMap(made => (made ? [made.row, made.right] : []));
  const out = createWriteStream(path);
  for (let row = 0; row < rows; row++) {
    const base = bases[row % bases.length];
    if (base && !out.write(`${JSON.stringify(correctionOf(base, row))}\n`)) await once(out, 'drain');
  }
  await new Promise<void>(resolve => out.end(resolve));
}

const correctionOf = ({ problem, steps, first_error, mistake, explanation, correct_steps, category }: PlantedRow, row: number) => ({
  id: String(row),
  problem_id: String(row),
  problem: `Exercise ${row}: ${problem}`,
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

const STAGES: Readonly<Record<string, () => Promise<Record<string, number>>>> = {
  plant: async () => ({ rows, ...(await measured(['mistakes', 'make', '--twins', '--count', String(rows / 2)])) }),
  export: async () => {
    const file = join(folder, 'corrections.jsonl');
    await makeCorrections(file);
    const found = await measured(['data', 'export', file, '--out', join(folder, 'out')]);
    return { rows, megabytes: statSync(file).size / 2 ** 20, ...found };
  },
};

try {
  for (const name of named.length > 0 ? named : Object.keys(STAGES)) {
    const { seconds = Number.NaN, busy = Number.NaN, ...found } = (await STAGES[name]?.()) ?? {};
    const shown = Object.entries({ ...found, perSecond: rows / seconds, perBusySecond: rows / busy }).map(([what, value]) => [
      what,
      Math.round(value),
    ]);
    console.log(JSON.stringify({ stage: name, ...Object.fromEntries(shown) }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
