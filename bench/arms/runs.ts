import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Case, type Outcome, outcomesOf } from './measure.ts';
import { BASE, type Batches, configOf, EPOCHS, equalBatches, type Plan } from './plan.ts';
import { ARMS, type Arm, rowsOf } from './rows.ts';
import { type Place, python, type Run, rowsIn, train } from './train.ts';

export interface Work {
  readonly place: Place;
  readonly plan: Plan;
  /** The folder of the model that every arm starts from. */
  readonly base: string;
  readonly cases: readonly Case[];
  readonly batches: Batches;
}

export interface OneRun {
  readonly arm: Arm;
  readonly seed: number;
  readonly run: Run;
  readonly outcomes: readonly Outcome[];
}

const script = (name: string): string => resolve(import.meta.dirname, '../../python', name);

/** Problems of the base have a seed of their own, so that arms learn from other ones. */
const BASE_SEED = 0;
const WORDS = 3000;

/** A small model with random weights that has learned to solve, and a tokenizer of its own. */
export async function nanoBase(place: Place, steps: number): Promise<string> {
  const [start, base, data] = [join(place.folder, 'start'), join(place.folder, 'base'), join(place.folder, 'base/data')];
  mkdirSync(data, { recursive: true });
  const words = join(place.folder, 'words.jsonl');
  rowsIn(words, WORDS, rowsOf('ours', 'train', BASE_SEED));
  if (!existsSync(join(start, 'model.safetensors'))) await python(place, [script('nano.py'), words, '--out', start]);
  rowsIn(join(data, 'train.jsonl'), BASE.examples, rowsOf('cot', 'train', BASE_SEED), BASE.rows);
  rowsIn(join(data, 'dev.jsonl'), BASE.dev, rowsOf('cot', 'dev', BASE_SEED));
  await train(place, base, configOf({ ...BASE, steps, model: start, data, out: join(base, 'model'), evalRows: 64, seed: 1 }));
  return join(base, 'model');
}

const SAMPLE = 400;

/** How many rows a step of each arm has, by the lengths of its rows in this model's tokens. */
export async function batchesFor(place: Place, plan: Plan, base: string): Promise<Batches> {
  const files = ARMS.map(arm => join(place.folder, `sample-${arm}.jsonl`));
  for (const [i, arm] of ARMS.entries()) rowsIn(files[i] ?? '', SAMPLE, rowsOf(arm, 'train', BASE_SEED));
  const [cot = 1, lema = 1, ours = 1] = z
    .array(z.number())
    .parse(JSON.parse(await python(place, [script('replies.py'), base, ...files, '--count'])));
  return equalBatches({ cot, lema, ours }, plan.rows);
}

const replyRow = z.object({ id: z.string(), reply: z.string(), complete: z.boolean() });

/** A run that has been trained to its end. */
export const isFinished = (folder: string, arm: Arm, seed: number): boolean => existsSync(join(folder, `${arm}-${seed}`, 'run.json'));

/** One arm with one seed: its data, its training, its replies to the test, and what they are worth. What is there already is not made again. */
export async function oneRun(work: Work, arm: Arm, seed: number): Promise<OneRun> {
  const { place, plan, base, batches } = work;
  const folder = join(place.folder, `${arm}-${seed}`);
  const [data, model] = [join(folder, 'data'), join(folder, 'model')];
  mkdirSync(data, { recursive: true });
  rowsIn(join(data, 'train.jsonl'), Math.ceil((batches[arm] * plan.steps) / EPOCHS), rowsOf(arm, 'train', seed), batches[arm]);
  rowsIn(join(data, 'dev.jsonl'), plan.dev, rowsOf(arm, 'dev', seed));
  const run = await train(
    place,
    folder,
    configOf({ ...plan, schedule: 'cosine', model: base, data, out: model, rows: batches[arm], evalRows: plan.batch, seed }),
  );
  return { arm, seed, run, outcomes: await asked(work, model, folder) };
}

/** What the model that every arm starts from is worth. */
export const startOf = (work: Work): Promise<readonly Outcome[]> => asked(work, work.base, work.place.folder);

/** Puts the test to a model and reads its replies; they stay in `folder`, and are not asked for again. */
async function asked({ place, plan, cases }: Work, model: string, folder: string): Promise<readonly Outcome[]> {
  const replies = join(folder, 'replies.jsonl');
  const test = join(place.folder, 'test.jsonl');
  if (!existsSync(replies))
    await python(place, [script('replies.py'), model, test, '--out', replies, '--batch', String(plan.batch)], join(folder, 'replies.log'));
  const rows = readFileSync(replies, 'utf8').trim().split('\n');
  const read = rows.map(row => replyRow.parse(JSON.parse(row)));
  return outcomesOf(cases, read);
}
