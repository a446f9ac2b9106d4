import { availableParallelism } from 'node:os';
import { promptHash } from '../../lema/asking/asking.ts';
import { correcting, messagesFor } from '../../lema/correct/asking.ts';
import { createBalance } from '../../lema/correct/balance.ts';
import type { CorrectFile, Placed } from '../../lema/correct/make.ts';
import { runCorrect } from '../../lema/correct/run.ts';
import { type Inputs, placedSources } from '../../lema/correct/sources.ts';
import { createSummary, summaryText } from '../../lema/correct/summary.ts';
import { digestOf } from '../../lema/files/digest.ts';
import { type Call, type Command, choice, number, text, texts, UsageError } from '../command.ts';
import { progressOn } from '../progress.ts';
import { workerFile } from '../worker.ts';
import { ASKING_OPTIONS, type AskingPlan, outOf, type PlannedStage, rejectedOf, runAsking } from './asking.ts';
import { PROBLEM_OPTIONS } from './open-problems.ts';
import { teller } from './tell.ts';

export const CORRECT_OPTIONS = {
  ...ASKING_OPTIONS,
  ...PROBLEM_OPTIONS,
  rejected: { type: 'string' },
  votes: { type: 'string' },
  plant: { type: 'string' },
  own: { type: 'string' },
  teacher: { type: 'string', multiple: true },
  'right-share': { type: 'string' },
  threads: { type: 'string' },
  format: { type: 'string' },
} as const;

/** `lema data correct FILE…`: corrections from a model, from planting and from teachers, filtered step by step. */
export const correct: Command = {
  options: CORRECT_OPTIONS,
  async run(call) {
    const format = choice(call, 'format', ['text', 'json'], 'text');
    const summary = createSummary();
    if (texts(call, 'model').length > 0) await runAsking(call, stageOf(summary));
    else await make(call, await planOf(call, outOf(call), summary));
    const counts = summary.get();
    call.io.stdout.write(format === 'json' ? `${JSON.stringify(counts, null, 2)}\n` : summaryText(counts));
    return 0;
  },
};

/** The stage when a model is asked, at once or by a batch. */
export const correctStage = (): PlannedStage<Placed, CorrectFile> => stageOf(createSummary());

const stageOf = (summary: ReturnType<typeof createSummary>): PlannedStage<Placed, CorrectFile> => ({
  async plan(call, out) {
    const { asking } = await planOf(call, out, summary);
    if (!asking) throw new UsageError('name the model that is asked: --model NAME');
    return asking;
  },
  told() {
    const { kept, rejected } = summary.get();
    return `${kept} rows kept, ${rejected} rejected`;
  },
});

async function planOf(call: Call, out: string, summary: ReturnType<typeof createSummary>) {
  const [model, ...others] = texts(call, 'model');
  if (others.length > 0) throw new UsageError('one model corrects: give --model once, and --votes for more replies');
  const inputs = inputsOf(call);
  if (inputs.files.length + inputs.teacher.length + inputs.own === 0)
    throw new UsageError('name a file of attempts or solutions, or --teacher FILE, or --own N for problems of our own');
  const plain = model === undefined && inputs.teacher.length === 0;
  const planting = { seed: inputs.seed, plants: number(call, 'plant', plain || inputs.own > 0 ? 1 : 0, 0) };
  const share = shareOf(call);
  const correctors =
    model === undefined ? null : { model, votes: number(call, 'votes', 1, 1), maxTokens: number(call, 'max-tokens', 1024, 1) };
  const prompt = correctors && promptHash(messagesFor({ problem: '', steps: [], stated: null }));
  const { own, limit, origin } = inputs;
  const digest = await digestOf([...inputs.files, ...inputs.teacher], call.signal);
  const settings = { stage: 'correct', digest, own, limit, origin, planting, share, correctors, prompt };
  const files = { kept: out, rejected: rejectedOf(call, out, [...inputs.files, ...inputs.teacher]) };
  const balance = createBalance(share, summary.add);
  const faults = teller(call.io.stderr);
  let heard = false;
  const sources = async function* () {
    // They are told once, however often the files are read.
    yield* placedSources(inputs, fault => heard || faults.tell(fault), call.signal);
    if (!heard) faults.end();
    heard = true;
  };
  const asking: AskingPlan<Placed, CorrectFile> | null = correctors && {
    asking: correcting(correctors, planting),
    files,
    settings,
    models: [correctors.model],
    inputs: sources,
    onMade: balance.count,
    sift: balance.sift,
  };
  return { planting, balance, sources, files, settings, asking };
}

async function make(call: Call, { planting, balance, sources, files, settings }: Awaited<ReturnType<typeof planOf>>): Promise<void> {
  const worker = workerFile('correct-worker.cjs');
  const progress = progressOn(call.io.stderr, null);
  try {
    await runCorrect({
      planting,
      sources: sources(),
      balance,
      files,
      settings,
      ...(worker === undefined ? {} : { worker }),
      threads: number(call, 'threads', availableParallelism(), 1),
      signal: call.signal,
      onDone: progress.tell,
    });
  } finally {
    progress.end();
  }
}

function inputsOf(call: Call): Inputs {
  const licence = text(call, 'licence');
  const source = text(call, 'source');
  return {
    files: call.files,
    teacher: texts(call, 'teacher'),
    own: number(call, 'own', 0, 0),
    seed: number(call, 'seed', 1, 0),
    origin: { ...(source === undefined ? {} : { source }), ...(licence === undefined ? {} : { licence }) },
    ...(text(call, 'limit') === undefined ? {} : { limit: number(call, 'limit', 1, 1) }),
  };
}

function shareOf(call: Call): number | 'all' {
  const given = text(call, 'right-share') ?? '0.5';
  if (given === 'all') return given;
  const share = Number(given);
  if (!(share >= 0 && share <= 1)) throw new UsageError(`--right-share takes a share from 0 to 1, or 'all', not '${given}'`);
  return share;
}
