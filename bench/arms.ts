import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../src/lema/python/environment.ts';
import { casesOf, promptsOf } from './arms/measure.ts';
import { PLANS } from './arms/plan.ts';
import { ARMS } from './arms/rows.ts';
import { batchesFor, nanoBase, type OneRun, oneRun, startOf, type Work } from './arms/runs.ts';
import { resultsOf, tableOf } from './arms/table.ts';
import { asLines, write } from './arms/train.ts';

/*
 * `npm run arms -- --out FOLDER [--model nano|smollm2] [--seeds N] [--minutes N] [--python PROGRAM] [--start FOLDER]`: three ways to learn, from the same model, with equal
 * steps and tokens: chain of thought only; and corrections as in LeMa (2023); and corrections with right solutions among them. What is finished is kept, and the same
 * command goes on. `smollm2` starts from the weights in --start; `nano` from a base of its own that has learned to solve from a random start.
 */
const { values: given } = parseArgs({
  options: {
    model: { type: 'string', default: 'nano' },
    out: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '90' },
    python: { type: 'string' },
    start: { type: 'string' },
  },
});
if (given.out === undefined) throw new Error('--out FOLDER names the folder of the work and its results');
if (given.model === 'smollm2' && given.start === undefined) throw new Error('--start FOLDER names the folder of the SmolLM2 weights');
const plan = PLANS[given.model === 'smollm2' ? 'smollm2' : 'nano'];
const folder = resolve(given.out, plan.name);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped; the same command goes on')));
const until = Date.now() + Number(given.minutes) * 60_000;
const onStatus = (text: string): boolean => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

mkdirSync(folder, { recursive: true });
const python = await pythonEnvironment('train', { signal: stop.signal, onStatus, ...(given.python ? { python: given.python } : {}) });
const place = { folder, python, signal: stop.signal };
const cases = casesOf('test', plan.test);
write(join(folder, 'test.jsonl'), asLines(promptsOf(cases)));
const base = given.start === undefined ? await nanoBase(place) : resolve(given.start);
const work: Work = { place, plan, base, cases, batches: await batchesFor(place, plan, base) };

const left = Array.from({ length: Number(given.seeds) }, (_, i) => ARMS.map(arm => ({ arm, seed: i + 1 }))).flat();
const done: OneRun[] = [];
/** Takes one run after another; none begins when the time is over. */
async function workOff(): Promise<void> {
  for (let next = left.shift(); next && Date.now() < until; next = left.shift()) {
    const run = await oneRun(work, next.arm, next.seed);
    onStatus(`${run.arm} ${run.seed}: ${run.run.steps} steps, ${run.run.tokens} tokens, ${run.run.seconds} s`);
    done.push(run);
  }
}
await Promise.all(Array.from({ length: plan.sideBySide }, workOff));
const start = await startOf(work);
write(join(folder, 'results.json'), `${JSON.stringify(resultsOf(work, start, done), null, 1)}\n`);
process.stdout.write(tableOf(start, done));
