import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli/main.ts';
import { askToSolve } from '../src/model/protocol/solve.ts';
import { scriptedServer } from '../test/lema/scripted-server.ts';

/*
 * How near `lema data collect` comes to what a server can do: `node bench/collect.ts [URL MODEL]`. The same requests go to the same server in turns, by the command
 * and by a plain loop that keeps as many requests in flight and looks at no reply. Without a URL the server is a script in a process of its own, with a fixed time for
 * each reply and so many places. Prints JSON: replies a second of each (medians), and the share.
 */
const TIME_MS = 1000;
const PLACES = 32;
const IN_FLIGHT = 128;
const TURNS = 3;

const [url, model = 'm', count = '800', inFlight = String(IN_FLIGHT)] = process.argv.slice(2);

if (url === 'serve') {
  const server = await scriptedServer({ reply: () => 'Step 1: 2 + 2 = 4\nThe answer is 4.', delayMs: TIME_MS, slots: PLACES });
  process.send?.(server.url);
} else {
  const child = url ? null : fork(import.meta.filename, ['serve']);
  const base = url ?? String((await once(child ?? process, 'message'))[0]);
  try {
    process.stdout.write(`${JSON.stringify(await compared(base))}\n`);
  } finally {
    child?.kill();
  }
}

async function compared(base: string) {
  const problems = Array.from({ length: Number(count) }, (_, n) => ({ problem: `What is ${n} + 2?`, answer: '4' }));
  const rates = { collected: [] as number[], own: [] as number[] };
  for (let turn = 0; turn < TURNS; turn++) {
    rates.own.push(await plainly(base, problems));
    rates.collected.push(await collected(base, problems));
  }
  const [perSecond, own] = [median(rates.collected), median(rates.own)];
  return { requests: problems.length, perSecond, own, share: perSecond / own };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Requests a second of a loop that does nothing but ask. */
async function plainly(base: string, problems: readonly { readonly problem: string }[]): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < problems.length) {
      const messages = askToSolve(problems[next++]?.problem ?? '');
      const body = JSON.stringify({ model, messages, temperature: 0.7, seed: 1, max_tokens: 64 });
      const response = await fetch(`${base}/chat/completions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, worker));
  return problems.length / ((performance.now() - began) / 1000);
}

/** Requests a second of the whole command, from reading the problems to the finished file. */
async function collected(base: string, problems: readonly object[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-collect-'));
  try {
    const file = join(folder, 'problems.jsonl');
    writeFileSync(file, problems.map(row => `${JSON.stringify(row)}\n`).join(''));
    const options = ['--model', model, '--endpoint', base, '--concurrency', inFlight, '--max-tokens', '64'];
    const began = performance.now();
    const code = await main(['data', 'collect', file, '--out', join(folder, 'attempts.jsonl'), ...options], {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
    });
    if (code !== 0) throw new Error(`lema data collect ended with ${code}`);
    return problems.length / ((performance.now() - began) / 1000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
