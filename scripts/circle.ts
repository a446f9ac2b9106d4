import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { pythonEnvironment } from '../src/lema/python/environment.ts';
import { pythonFile } from '../src/lema/python/home.ts';
import { runProgram } from '../src/lema/python/program.ts';
import { smallModel, startModelServer } from './model-server.ts';

/**
 * The whole circle with real parts: problems → collect → correct → export → train → serve → check → an accepted correction becomes a new row.
 * `npm run lema:circle` takes minutes; with --long it asks more, plants more, and trains an adapter for hours. --problems names a file for
 * `lema data problems` in place of an example, --from a stage to
 * go on from with what is there, --python a Python with the packages of python/requirements-train.txt. The last line counts the stages; the exit code is 1 when one failed.
 */
const { values: options } = parseArgs({
  options: { long: { type: 'boolean' }, problems: { type: 'string' }, python: { type: 'string' }, from: { type: 'string' } },
});

const root = join(import.meta.dirname, '..');
const home = join(root, '.cache', 'circle');
const examples = join(root, 'examples');
const set = join(examples, 'classroom', 'autumn-test.md');
process.env.LEMA_CACHE ??= join(root, '.cache', 'lema');
const python = options.python === undefined ? [] : ['--python', options.python];

/** How much of everything. In the short form the model is a small one of our own, from a random start; in the long form it is the one that was asked. */
const size = options.long
  ? { problems: 1000, samples: 4, tokens: 200, own: 2000, teaching: ['--recipe', 'laptop', '--steps', '600'] }
  : { problems: 4, samples: 2, tokens: 200, own: 60, teaching: ['--recipe', 'nano', '--steps', '20', '--batch', '8', '--per-device', '8'] };

const classSchema = z.object({
  rows: z.array(z.object({ student: z.string(), cells: z.array(z.object({ problem: z.string(), finding: z.string() })) })),
});

const at = (name: string): string => join(home, name);
const shown = (path: string): string => relative(root, path);
const lines = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '');
const rows = (file: string): readonly Record<string, unknown>[] => lines(file).map(line => JSON.parse(line));
const count = (file: string, key: string): string => {
  const found = new Map<string, number>();
  for (const row of rows(file)) found.set(String(row[key]), (found.get(String(row[key])) ?? 0) + 1);
  return [...found].map(([value, times]) => `${times} ${value}`).join(', ') || 'none';
};

/** Runs a program to its end; gives what it wrote to standard output. @throws Error with its last words when it ends with a code that is not expected. */
async function program(args: readonly string[], minutes: number, codes: readonly number[] = [0]): Promise<string> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: minutes * 60_000,
  });
  let out = '';
  let said = '';
  child.stdout.on('data', piece => {
    out += piece;
  });
  child.stderr.on('data', piece => {
    said += piece;
    process.stderr.write(String(piece).replace(/^(?=.)/gm, '    '));
  });
  const [code, signal] = await once(child, 'close');
  if (codes.includes(code)) return out;
  throw new Error(
    `${args.slice(1).join(' ')} ended with ${signal ?? `code ${code}`}: ${(said.trim() || out.trim()).split('\n').at(-1) ?? ''}`,
  );
}

/** The real command, as it is installed. */
function lema(args: readonly string[], minutes = 10, codes?: readonly number[]): Promise<string> {
  process.stdout.write(`  $ lema ${args.map(word => (word.startsWith(root) ? shown(word) : word)).join(' ')}\n`);
  return program(['bin/lema.js', ...args], minutes, codes);
}

/** A model of a million parameters with random weights, and a tokenizer made of the examples. */
async function smallBase(): Promise<string> {
  const { signal } = new AbortController();
  const own = options.python === undefined ? {} : { python: options.python };
  const made = await pythonEnvironment('train', { signal, ...own, onStatus: text => void process.stderr.write(`    ${text}\n`) });
  const { code, last } = await runProgram(made, [pythonFile('nano.py'), at('data/train.jsonl'), '--out', at('base')], { signal });
  if (code !== 0) throw new Error(`nano.py: ${last.at(-1) ?? ''}`);
  return at('base');
}

/** A server that was started, to be ended by Ctrl+C's signal. */
interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  readonly name: string;
}

function serve(): Promise<Served> {
  const args = ['serve', at('model'), '--port', '0', ...python];
  process.stdout.write(`  $ lema ${args.join(' ')}\n`);
  const child = spawn(process.execPath, ['bin/lema.js', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('close', code => reject(new Error(`lema serve ended with code ${code}`)));
    createInterface({ input: child.stdout }).on('line', line => {
      const [, url, name] = /^(http\S+) serves (\S+)/.exec(line) ?? [];
      if (url !== undefined && name !== undefined) resolve({ child, url, name });
    });
  });
}

async function check({ url, name }: Served): Promise<string> {
  const documents = ['07-linear-equation.md', '08-linear-equation-right.md', '25-phone.md'].map(file => join(examples, file));
  const told = await lema(['check', ...documents, '--model', name, '--endpoint', url, '--deadline', '300'], 20, [0, 1]);
  if (/No model server answers|does not know this address/.test(told)) throw new Error(told.trim());
  const unread = told.match(/could not be understood|broke off|did not answer in time/g)?.length ?? 0;
  return `${told.trim().split('\n').at(-1)}; ${unread} replies of the model could not be used`;
}

/** A teacher confirms a mistake in a student's work, the student agrees, and the work is handed on without a name. */
async function confirm(): Promise<string> {
  const folder = at('submissions');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(examples, 'classroom', 'submissions')).filter(name => /^[a-e]/.test(name)))
    cpSync(join(examples, 'classroom', 'submissions', file), join(folder, file), { recursive: true });
  const results = at('results.db');
  const checked = JSON.parse(await lema(['class', 'check', set, folder, '--results', results, '--format', 'json'], 10, [0, 1]));
  const wrong = wrongWork(checked);
  if (wrong === null) throw new Error('no student made a mistake that can be named');
  const reason = 'The tutor is right: this line does not follow.';
  await lema([
    'class',
    'override',
    results,
    '--student',
    wrong.student,
    '--problem',
    wrong.problem,
    '--points',
    '1',
    '--reason',
    reason,
    '--consent',
  ]);
  writeFileSync(at('teacher.jsonl'), await lema(['class', 'training', set, results]));
  return `${lines(at('teacher.jsonl')).length} piece of work confirmed`;
}

/** The first piece of work with a mistake, in the JSON of `lema class check`. */
function wrongWork(checked: unknown): { readonly student: string; readonly problem: string } | null {
  const { rows: students } = classSchema.parse(checked);
  for (const { student, cells } of students) {
    const cell = cells.find(({ finding }) => finding === 'mistake');
    if (cell) return { student, problem: cell.problem };
  }
  return null;
}

/** The teacher's row goes through the same filter, and stands among the rows of the next export, where nothing is left out to level mistakes. */
async function learnAgain(): Promise<string> {
  const before = rows(at('corrections.jsonl')).length;
  await correct('corrections-2.jsonl', ['--teacher', at('teacher.jsonl')]);
  const [taught] = rows(at('corrections-2.jsonl')).filter(row => row.from === 'teacher');
  if (taught === undefined)
    throw new Error(
      `the teacher's row was not kept: ${lines(at('corrections-2.rejected.jsonl')).find(line => line.includes('teacher')) ?? ''}`,
    );
  await lema(['data', 'export', at('corrections-2.jsonl'), '--attempts', at('attempts.jsonl'), '--level', '0', '--out', at('data-2')]);
  const written = [...lines(join(at('data-2'), 'train.jsonl')), ...lines(join(at('data-2'), 'dev.jsonl'))];
  const step = JSON.stringify((taught.steps as string[])[0]).slice(1, -1);
  if (!written.some(line => line.includes(step))) throw new Error('the next export does not hold the confirmed work');
  return `${before} corrections before, ${rows(at('corrections-2.jsonl')).length} now, ${count(at('corrections-2.jsonl'), 'from')}; the next export holds the confirmed work`;
}

const correct = (out: string, more: readonly string[]): Promise<string> =>
  lema([
    'data',
    'correct',
    at('attempts.jsonl'),
    at('problems.jsonl'),
    '--own',
    String(size.own),
    '--plant',
    '1',
    ...more,
    '--out',
    at(out),
  ]);

let served: Served | undefined;

/** The stages in their order. Each gives what it made, in words; a fault in one ends the circle. */
const STAGES: readonly (readonly [string, () => Promise<string>])[] = [
  ['build', () => program(['scripts/build.ts'], 5).then(() => 'the command is built')],
  [
    'problems',
    async () => {
      writeFileSync(at('problems.jsonl'), await lema(['data', 'problems', options.problems ?? set, '--limit', String(size.problems)]));
      return `${lines(at('problems.jsonl')).length} problems with known answers`;
    },
  ],
  [
    'collect',
    async () => {
      const server = await startModelServer();
      const { model } = server;
      try {
        const asking = ['--model', model, '--endpoint', server.url, '--samples', String(size.samples), '--max-tokens', String(size.tokens)];
        await lema(
          ['data', 'collect', at('problems.jsonl'), '--out', at('attempts.jsonl'), ...asking, '--concurrency', '2', '--deadline', '300'],
          300,
        );
      } finally {
        await server.stop();
      }
      return `${lines(at('attempts.jsonl')).length} solutions by ${model}: ${count(at('attempts.jsonl'), 'flexible')}`;
    },
  ],
  [
    'correct',
    async () => {
      await correct('corrections.jsonl', []);
      return `${lines(at('corrections.jsonl')).length} corrections passed the checker (${count(at('corrections.jsonl'), 'from')}), ${lines(at('corrections.rejected.jsonl')).length} did not`;
    },
  ],
  [
    'export',
    async () =>
      (await lema(['data', 'export', at('corrections.jsonl'), '--attempts', at('attempts.jsonl'), '--out', at('data')]))
        .trim()
        .split('\n')
        .at(-1) ?? '',
  ],
  [
    'train',
    async () => {
      const base = options.long ? smallModel() : await smallBase();
      await lema(
        ['train', at('data'), '--base', base, '--out', at('model'), ...size.teaching, '--seed', '1', '--cpu', ...python],
        options.long ? 900 : 30,
      );
      const losses = rows(join(at('model'), 'metrics.jsonl'))
        .map(({ loss }) => loss)
        .filter(loss => typeof loss === 'number');
      return `${rows(at('model/metrics.jsonl')).at(-1)?.step} steps; loss ${losses.at(0)?.toFixed(2)} → ${losses.at(-1)?.toFixed(2)}`;
    },
  ],
  [
    'serve',
    async () => {
      served = await serve();
      return `${served.name} answers at ${served.url}`;
    },
  ],
  ['check', async () => (served ? check(served) : 'nothing is served')],
  ['stop', async () => (served ? stopped(served) : 'nothing is served')],
  ['confirm', confirm],
  ['learn again', learnAgain],
];

async function stopped({ child, url }: Served): Promise<string> {
  child.kill('SIGINT');
  const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
  if (code !== 0) throw new Error(`lema serve ended with code ${code}`);
  if (
    await fetch(url).then(
      () => true,
      () => false,
    )
  )
    throw new Error(`something still listens at ${url}`);
  return 'the server is gone, and nothing listens any more';
}

const first = Math.max(
  0,
  STAGES.findIndex(([name]) => name === options.from),
);
if (first === 0) rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
const done: string[] = [];
let failed = 0;
for (const [name, run] of STAGES.slice(first)) {
  process.stdout.write(`\n▸ ${name}\n`);
  const start = performance.now();
  try {
    const made = await run();
    const line = `${name.padEnd(12)}${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${made}`;
    process.stdout.write(`  ${made}\n`);
    done.push(line);
  } catch (error) {
    failed++;
    done.push(`${name.padEnd(12)} failed: ${error instanceof Error ? error.message : String(error)}`);
    break;
  }
}
served?.child.kill('SIGINT');
process.stdout.write(
  `\n${done.join('\n')}\n\n${failed === 0 ? 'The circle is closed.' : 'The circle is open.'} What was made is in ${shown(home)}.\n`,
);
process.stdout.write(`${done.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed;
