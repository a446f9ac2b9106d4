import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lock } from '../src/lema/files/lock.ts';
import { pythonEnvironment } from '../src/lema/python/environment.ts';
import { casesOf, promptsOf } from './arms/measure.ts';
import { BASE, PLANS, type Plan } from './arms/plan.ts';
import { ARMS } from './arms/rows.ts';
import { batchesFor, isFinished, nanoBase, type OneRun, oneRun, startOf, type Work } from './arms/runs.ts';
import { resultsOf, tableOf } from './arms/table.ts';
import { asLines, write } from './arms/train.ts';

/*
 * `npm run arms -- --out FOLDER [--model nano|smollm2] [--seeds N] [--minutes N] [--steps N] [--base-steps N] [--python PROGRAM] [--start FOLDER]`: three ways to
 * learn, from the same model, with equal steps and tokens: chain of thought only; and corrections as in LeMa (2023); and corrections with right solutions among them.
 * What is finished is kept, and the same command goes on; other steps need another folder. `smollm2` starts from the weights in --start; `nano` from a base of its own
 * that has learned to solve from a random start.
 */
const { values: given } = parseArgs({
  options: {
    model: { type: 'string', default: 'nano' },
    out: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '90' },
    steps: { type: 'string' },
    'base-steps': { type: 'string', default: String(BASE.steps) },
    python: { type: 'string' },
    start: { type: 'string' },
  },
});
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const tell = (text: string): boolean => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

/** Trains, asks and measures; what is written last is the table. */
async function measure(plan: Plan, folder: string): Promise<void> {
  const until = Date.now() + Number(given.minutes) * 60_000;
  const own = given.python ? { python: given.python } : {};
  const python = await pythonEnvironment('train', { signal: stop.signal, onStatus: tell, ...own });
  const place = { folder, python, signal: stop.signal };
  const cases = casesOf('test', plan.test);
  const [test, prompts] = [join(folder, 'test.jsonl'), asLines(promptsOf(cases))];
  if (existsSync(test) && readFileSync(test, 'utf8') !== prompts)
    throw new Error(`${test}: the problems of the test are others now; choose another folder`);
  write(test, prompts);
  const base = given.start === undefined ? await nanoBase(place, Number(given['base-steps'])) : resolve(given.start);
  const work: Work = { place, plan, base, cases, batches: await batchesFor(place, plan, base) };
  const left = Array.from({ length: Number(given.seeds) }, (_, i) => ARMS.map(arm => ({ arm, seed: i + 1 }))).flat();
  const done: OneRun[] = [];
  /** Takes one run after another; when the time is over, only those that are finished. */
  const workOff = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      if (Date.now() >= until && !isFinished(folder, next.arm, next.seed)) continue;
      const run = await oneRun(work, next.arm, next.seed);
      tell(`${run.arm} ${run.seed}: ${run.run.steps} steps, ${run.run.tokens} tokens, ${run.run.seconds} s`);
      done.push(run);
    }
  };
  await Promise.all(Array.from({ length: plan.sideBySide }, workOff));
  const start = await startOf(work);
  write(join(folder, 'results.json'), `${JSON.stringify(resultsOf(work, start, done), null, 1)}\n`);
  process.stdout.write(tableOf(start, done));
}

async function main(): Promise<number> {
  const plan = given.model === 'nano' || given.model === 'smollm2' ? PLANS[given.model] : undefined;
  if (!plan || given.out === undefined || (plan.name === 'smollm2' && given.start === undefined)) {
    tell('npm run arms -- --out FOLDER [--model nano], or --model smollm2 --start FOLDER with the weights of SmolLM2');
    return 2;
  }
  const folder = resolve(given.out, plan.name);
  mkdirSync(folder, { recursive: true });
  const unlock = lock(join(folder, 'lock'));
  if (unlock === null) {
    tell(`${folder}: another run is at work here`);
    return 2;
  }
  try {
    await measure({ ...plan, steps: Number(given.steps ?? plan.steps) }, folder);
    return 0;
  } catch (error) {
    tell(stop.signal.aborted ? 'stopped; the same command goes on' : `${error instanceof Error ? error.message : error}`);
    return stop.signal.aborted ? 130 : 1;
  } finally {
    unlock();
  }
}

process.exitCode = await main();
