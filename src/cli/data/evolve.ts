import { promptHash } from '../../lema/asking/asking.ts';
import { createSelection, type EvolveFile, evolved, REASONS, type Seed, seedsOf } from '../../lema/evolve/evolve.ts';
import { createTestSet } from '../../lema/evolve/grams.ts';
import { type Rewrite, type Rewriting, rewritesOf, rewriting } from '../../lema/evolve/rewrite.ts';
import { digestOf } from '../../lema/files/digest.ts';
import { readRows } from '../../lema/files/rows.ts';
import { runStage } from '../../lema/files/stage.ts';
import { readProblems } from '../../lema/problems.ts';
import { type CorrectionRow, correctionRow } from '../../lema/records.ts';
import { askToEvolve, OPERATIONS, type Operation } from '../../model/protocol/evolve.ts';
import { type Call, type Command, number, text, texts, UsageError } from '../command.ts';
import { progressOn } from '../progress.ts';
import { ASKING_OPTIONS, modelsOf, outOf, type PlannedStage, rejectedOf, runAsking } from './asking.ts';
import { teller } from './tell.ts';

/** What only a model can do. */
const REWRITING_OPTIONS = {
  votes: { type: 'string' },
  agree: { type: 'string' },
  operations: { type: 'string' },
} as const;

export const EVOLVE_OPTIONS = {
  ...ASKING_OPTIONS,
  ...REWRITING_OPTIONS,
  rejected: { type: 'string' },
  count: { type: 'string' },
  limit: { type: 'string' },
  against: { type: 'string', multiple: true },
} as const;

/** `lema data evolve CORRECTIONS…`: new problems of those that produced mistakes, with other numbers or as a model writes them. */
export const evolve: Command = {
  options: EVOLVE_OPTIONS,
  async run(call) {
    if (texts(call, 'model').length > 0) return runAsking(call, evolveStage());
    const stray = Object.keys(REWRITING_OPTIONS).find(name => text(call, name) !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} is about what a model writes: name one with --model NAME`);
    return vary(call);
  },
};

/** The stage when models are asked, at once or by a batch. */
export function evolveStage(): PlannedStage<Rewrite, EvolveFile> {
  let selection: ReturnType<typeof createSelection> | null = null;
  return {
    async plan(call, out) {
      const own = rewritingOf(call);
      const { corrections, files, digest, tests } = await opened(call, out);
      const shared = createSelection(tests);
      selection = shared;
      const prompts = own.operations.map(operation => promptHash(askToEvolve('', '', operation)));
      return {
        asking: rewriting(own, tests),
        files,
        settings: { stage: 'evolve', digest, limit: text(call, 'limit'), own, prompts },
        models: own.models,
        inputs: () => rewritesOf(corrections(), own),
        sift: shared.sift,
      };
    },
    told: () => (selection ? toldOf(selection) : ''),
  };
}

function rewritingOf(call: Call): Rewriting {
  const votes = number(call, 'votes', 3, 1);
  const agree = number(call, 'agree', Math.floor(votes / 2) + 1, 1);
  if (agree > votes) throw new UsageError(`--agree: no more than ${votes} solutions can agree; raise --votes`);
  const names = Object.keys(OPERATIONS) as Operation[];
  const named = text(call, 'operations')?.split(',');
  const operations = names.filter(name => named === undefined || named.includes(name));
  if (named && operations.length < named.length) throw new UsageError(`--operations takes, each once: ${names.join(',')}`);
  const count = number(call, 'count', 1, 1);
  return {
    models: modelsOf(call),
    operations,
    count,
    votes,
    agree,
    seed: number(call, 'seed', 1, 0),
    maxTokens: number(call, 'max-tokens', 1024, 1),
  };
}

/** Other numbers, without asking anybody. */
async function vary(call: Call): Promise<number> {
  const out = outOf(call);
  const evolving = { seed: number(call, 'seed', 1, 0), count: number(call, 'count', 1, 1) };
  const { corrections, files, digest, tests } = await opened(call, out);
  const selection = createSelection(tests);
  const progress = progressOn(call.io.stderr, null);
  try {
    await runStage<Seed, EvolveFile>({
      files,
      settings: { stage: 'evolve', digest, limit: text(call, 'limit'), evolving },
      inputs: seedsOf(corrections()),
      work: seed => evolved(seed, evolving),
      sift: selection.sift,
      signal: call.signal,
      onDone: progress.tell,
    });
  } finally {
    progress.end();
  }
  call.io.stdout.write(`${toldOf(selection)}\n`);
  return 0;
}

/** What both ways work on. */
async function opened(call: Call, out: string) {
  if (call.files.length === 0) throw new UsageError("name a file of corrections, as 'lema data correct' makes it");
  const against = texts(call, 'against');
  let faults = teller(call.io.stderr);
  return {
    files: { problems: out, rejected: rejectedOf(call, out, [...call.files, ...against]) },
    digest: [against.length, await digestOf([...call.files, ...against], call.signal)],
    tests: await testsIn(call, against),
    async *corrections() {
      yield* correctionsIn(call, faults.tell);
      faults.end();
      // They are told once, however often the files are read.
      faults = { tell: () => undefined, end: () => undefined };
    },
  };
}

function toldOf(selection: ReturnType<typeof createSelection>): string {
  const { kept = 0, ...reasons } = selection.counts();
  const told = Object.entries(reasons).map(
    ([reason, count]) => `\n  ${count} left out, ${reason}: ${REASONS[reason as keyof typeof REASONS]}`,
  );
  return `${kept} new problems${told.join('')}`;
}

/** The corrections of the files, no more wrong ones of them than the limit. */
async function* correctionsIn(call: Call, onFault: (fault: string) => void): AsyncGenerator<CorrectionRow> {
  let left = text(call, 'limit') === undefined ? Number.POSITIVE_INFINITY : number(call, 'limit', 1, 1);
  for (const file of call.files)
    for await (const line of readRows(file, correctionRow, call.signal)) {
      if (left === 0) return;
      if ('fault' in line) onFault(`${file}:${line.line}: ${line.fault}`);
      else {
        if (line.row.first_error >= 0) left--;
        yield line.row;
      }
    }
}

/** The problems of test files. A row that cannot be read could be one that is to be kept away from: it ends the run. */
async function testsIn(call: Call, files: readonly string[]) {
  const tests = createTestSet();
  for (const file of files)
    for await (const line of readProblems(file, {}, call.signal)) {
      if ('fault' in line) throw new UsageError(`${file}:${line.line}: ${line.fault}; every problem of a test file must be readable`);
      tests.add(line.row.problem);
    }
  return tests;
}
