import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type LabelledPair, warmUp } from '../pairs.ts';
import { linear } from './calculator.ts';

/** How an engine did over all pairs. Times in ms; `answered` is less than the number of pairs where its time ran out. */
export interface PeerResult {
  readonly name: string;
  readonly right: number;
  readonly wrong: number;
  readonly none: number;
  readonly answered: number;
  readonly median: number;
  readonly longest: number;
  readonly note: string;
}

const HERE = import.meta.dirname;

/** The peers that are measured beside ours. */
export const peerNames = ['ours', '@khanacademy/kas', '@cortex-js/compute-engine', 'nerdamer-prime', 'mathjs', 'SymPy'] as const;

/** Runs one engine in a process of its own, for at most `seconds`. */
export async function measurePeer(name: string, pairs: readonly LabelledPair[], seconds: number): Promise<PeerResult> {
  if (name !== 'SymPy') return tally(name, pairs, await answers(process.execPath, [join(HERE, 'run.ts'), name], jsonl(pairs), seconds), '');
  const python = 'python3';
  const version = spawnSync(python, ['-c', 'import sympy; print(sympy.__version__)'], { encoding: 'utf8', timeout: 30_000 });
  if (version.status !== 0) return tally(name, pairs, [], 'not installed: apt-get install python3-sympy');
  const spelling = { power: '**', e: 'E', ln: 'log' };
  const rows = [...warmUp(), ...pairs].map(pair => ({
    kind: pair.kind,
    a: linear(pair.a, spelling) ?? '',
    b: linear(pair.b, spelling) ?? '',
  }));
  const found = await answers(python, [join(HERE, 'sympy_peer.py')], jsonl(rows), seconds);
  return tally(`SymPy ${version.stdout.trim()}`, pairs, found.slice(warmUp().length), 'parsing not counted');
}

const jsonl = (rows: readonly object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');

type Answer = readonly [boolean | null, number];

/** The lines a program prints until it ends or is ended. */
function answers(program: string, args: readonly string[], input: string, seconds: number): Promise<Answer[]> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.stdout.setEncoding('utf8').on('data', part => {
      text += part;
    });
    child.stdin.on('error', () => {});
    child.on('error', () => {});
    child.on('close', () => {
      clearTimeout(timer);
      const complete = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
      resolve(complete.filter(line => line !== '').map((line): Answer => JSON.parse(line)));
    });
    child.stdin.end(input);
  });
}

function tally(name: string, pairs: readonly LabelledPair[], found: readonly Answer[], note: string): PeerResult {
  const times = found.map(([, ms]) => ms).sort((a, b) => a - b);
  const right = found.filter(([answer], i) => answer === pairs[i]?.equivalent).length;
  const none = found.filter(([answer]) => answer === null).length;
  return {
    name,
    right,
    none,
    wrong: found.length - right - none,
    answered: found.length,
    median: times[times.length >> 1] ?? Number.NaN,
    longest: times.at(-1) ?? Number.NaN,
    note: found.length > 0 && found.length < pairs.length ? `ended after ${found.length} pairs` : note,
  };
}

/** A Markdown table of how the engines did, and how many times as fast ours is. */
export function peerTable(results: readonly PeerResult[], pairs: number): string {
  const own = results.find(result => result.name === 'ours')?.median ?? Number.NaN;
  const share = (n: number): string => `${((100 * n) / pairs).toFixed(1)} %`;
  const ms = (v: number): string => (Number.isNaN(v) ? '–' : v.toPrecision(3));
  const lines = results.map(({ name, right, wrong, answered, median, longest, note }) => {
    const parts = answered === 0 ? ['–', '–', '–'] : [share(right), share(wrong), share(pairs - right - wrong)];
    const ratio = name === 'ours' || Number.isNaN(median) ? '' : `${(median / own).toFixed(0)} ×`;
    return `| ${[name, ...parts, ms(median), ms(longest), ratio, note].join(' | ')} |`;
  });
  const head = `| ${pairs} pairs | right | wrong | cannot tell | median ms | longest ms | ours is faster | |`;
  return [head, '|---|---|---|---|---|---|---|---|', ...lines].join('\n');
}
