import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { askerFor, spentOn } from '../../lema/asking/asker.ts';
import { type AskingStage, askedAtOnce } from '../../lema/asking/asking.ts';
import { budgetOf, costOf, type Price } from '../../lema/asking/budget.ts';
import { type Estimate, estimateOf } from '../../lema/asking/estimate.ts';
import { type Made, runStage, type Stage } from '../../lema/files/stage.ts';
import { openaiPort } from '../../model/client.ts';
import { type Call, decimal, number, text, texts, UsageError } from '../command.ts';
import { baseUrlOf } from '../model.ts';
import { progressOn } from '../progress.ts';
import { askYes } from '../yes.ts';

/** The options of every stage that asks models. */
export const ASKING_OPTIONS = {
  out: { type: 'string' },
  model: { type: 'string', multiple: true },
  endpoint: { type: 'string', multiple: true },
  concurrency: { type: 'string' },
  deadline: { type: 'string' },
  'max-tokens': { type: 'string' },
  seed: { type: 'string' },
  'budget-tokens': { type: 'string' },
  'budget-cost': { type: 'string' },
  'price-in': { type: 'string' },
  'price-out': { type: 'string' },
  yes: { type: 'boolean' },
  finish: { type: 'boolean' },
} as const;

/** A stage that asks models, with all that it works on. */
export interface AskingPlan<In, File extends string> {
  readonly asking: AskingStage<In, File>;
  readonly files: Readonly<Record<File, string>>;
  /** All that the rows depend on. */
  readonly settings: unknown;
  readonly models: readonly string[];
  /** The inputs, from the first one on, each time that it is called. */
  inputs(): AsyncIterable<In>;
  readonly sift?: (made: Made<File>) => Made<File>;
  /** Told of all rows as they are made, those of an earlier run included, in any order and before the first is sifted. */
  readonly onMade?: (made: Made<File>) => void;
}

/** A stage as a command has it: what is to be done, and what came of it. */
export interface PlannedStage<In, File extends string> {
  /** @param out the first of the files. */
  plan(call: Call, out: string): Promise<AskingPlan<In, File>>;
  /** What was made, for people; to be asked at the end. */
  told(): string;
}

/** The models that were named. */
export function modelsOf(call: Call): readonly string[] {
  const models = texts(call, 'model');
  if (models.length === 0) throw new UsageError('name the model that is asked: --model NAME');
  if (new Set(models).size < models.length) throw new UsageError('--model: each model is named once; --samples asks it more often');
  return models;
}

/** The file that is made. What an earlier run has finished is not written over. */
export function outOf(call: Call): string {
  const out = text(call, 'out');
  if (out === undefined) throw new UsageError('say where the rows go: --out FILE.jsonl');
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${out}: is a folder; name a file in it`);
  if (existsSync(out) && !existsSync(`${out}.part`))
    throw new UsageError(`${out}: is there and finished; delete it to begin anew, or name another file`);
  return out;
}

/** Where what is kept out of a file goes: what --rejected says, or `a.rejected.jsonl` beside `a.jsonl`. No file that is read is written over. */
export function rejectedOf(call: Call, out: string, inputs: readonly string[] = call.files): string {
  const rejected = text(call, 'rejected') ?? `${out.replace(/\.jsonl$/, '')}.rejected.jsonl`;
  if ([out, ...inputs].some(path => resolve(path) === resolve(rejected)))
    throw new UsageError(`${rejected}: would be written over by the rows that are rejected; name another file with --rejected`);
  return rejected;
}

/** Runs a stage: asks about every input, makes the files, and says what is in them. */
export async function runAsking<In, File extends string>(call: Call, stage: PlannedStage<In, File>): Promise<number> {
  const out = outOf(call);
  await askAll(call, await stage.plan(call, out));
  call.io.stderr.write(`${out}: ${stage.told()}\n`);
  return 0;
}

async function askAll<In, File extends string>(call: Call, plan: AskingPlan<In, File>): Promise<void> {
  const finish = call.values.finish === true;
  const price = priceOf(call);
  const limits = limitsOf(call, price);
  const budget = budgetOf(limits, price ?? FREE);
  const estimate = finish ? null : await estimateOf(plan.asking, plan.inputs());
  if (estimate) await agreed(call, estimate, price, plan.models);
  const ask = askerFor({
    ports: finish ? new Map() : await portsOf(call, plan.models),
    concurrency: number(call, 'concurrency', 16, 1),
    deadlineMs: number(call, 'deadline', 120, 1) * 1000,
    budget,
  });
  const servers = Math.max(1, texts(call, 'endpoint').length);
  const progress = progressOn(call.io.stderr, estimate?.inputs ?? null);
  const work = askedAtOnce(plan.asking, ask);
  try {
    await runStage({
      files: plan.files,
      settings: plan.settings,
      inputs: plan.inputs(),
      work: telling(work, plan),
      ...(plan.sift ? { sift: plan.sift } : {}),
      concurrency: number(call, 'concurrency', 16, 1) * (servers === 1 ? 1 : AHEAD * servers),
      finish,
      signal: call.signal,
      onKept: made => {
        budget.settle({ in: 0, out: 0 }, spentOn(made));
        plan.onMade?.(made);
      },
      onDone: progress.tell,
    });
  } finally {
    progress.end();
  }
}

/** The work of a stage, that tells the plan of what it makes. */
export const telling =
  <In, File extends string>(work: Stage<In, File>['work'], { onMade }: AskingPlan<In, File>): Stage<In, File>['work'] =>
  async (...given) => {
    const made = await work(...given);
    onMade?.(made);
    return made;
  };

/** With several servers so many inputs for each place at a server are begun, so that a slow server leaves none of the others idle. */
const AHEAD = 16;
const FREE: Price = { in: 0, out: 0 };

/** What the person says that a million tokens cost. */
export function priceOf(call: Call): Price | null {
  const [read, written] = [decimal(call, 'price-in', 0), decimal(call, 'price-out', 0)];
  if ((read === undefined) !== (written === undefined))
    throw new UsageError('--price-in and --price-out go together: the price of a million tokens in and out');
  return read === undefined || written === undefined ? null : { in: read, out: written };
}

function limitsOf(call: Call, price: Price | null) {
  const [tokens, cost] = [decimal(call, 'budget-tokens', 1), decimal(call, 'budget-cost', 0)];
  if (cost !== undefined && price === null)
    throw new UsageError('--budget-cost needs the price of a million tokens: --price-in and --price-out');
  return { ...(tokens === undefined ? {} : { tokens }), ...(cost === undefined ? {} : { cost }) };
}

/** Tells what will be asked and what it may cost; where it costs money, only goes on after a yes. */
async function agreed(call: Call, { inputs, requests, tokens }: Estimate, price: Price | null, models: readonly string[]): Promise<void> {
  const cost = price === null ? '' : `, about ${costOf(tokens, price).toFixed(2)} in all at the price given`;
  const told = `${inputs} inputs, ${requests} requests to ${models.join(', ')}: about ${tokens.in} tokens in and ${tokens.out} out${cost}`;
  call.io.stderr.write(`${told}\n`);
  if (price === null || call.values.yes === true) return;
  const said = await askYes(call, 'Go on?');
  if (said !== true) throw new UsageError(said === null ? 'this costs money: say --yes to agree' : 'not agreed: nothing was asked');
}

/** A port for each model: at the one endpoint, or at the endpoint of the same place in the row. Each endpoint has a key of its own. */
async function portsOf(call: Call, models: readonly string[]) {
  const endpoints = texts(call, 'endpoint');
  if (endpoints.length > 1 && endpoints.length !== models.length)
    throw new UsageError('--endpoint: name one for all models, or one for each in their order');
  const ports = models.map(async (model, i) => {
    const at = endpoints.length > 1 ? i : 0;
    const key = process.env[at === 0 ? 'LEMA_API_KEY' : `LEMA_API_KEY_${at + 1}`];
    const baseUrl = await baseUrlOf(model, endpoints[at], call.signal);
    return [model, openaiPort({ baseUrl, model, ...(key ? { key } : {}) })] as const;
  });
  return new Map(await Promise.all(ports));
}
