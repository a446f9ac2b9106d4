import { createSelection, type EvolveFile, evolved, REASONS, type Seed, seedsOf } from '../../lema/evolve/evolve.ts';
import { createTestSet } from '../../lema/evolve/grams.ts';
import { digestOf } from '../../lema/files/digest.ts';
import { readRows } from '../../lema/files/rows.ts';
import { runStage } from '../../lema/files/stage.ts';
import { readProblems } from '../../lema/problems.ts';
import { type CorrectionRow, correctionRow } from '../../lema/records.ts';
import { type Call, type Command, number, text, texts, UsageError } from '../command.ts';
import { outOf, rejectedBeside } from './asking.ts';
import { progressOn } from './progress.ts';
import { teller } from './tell.ts';

/** `lema data evolve CORRECTIONS…`: new problems of those that produced mistakes. */
export const evolve: Command = {
  options: {
    out: { type: 'string' },
    rejected: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
    against: { type: 'string', multiple: true },
  },
  async run(call) {
    const out = outOf(call);
    if (call.files.length === 0) throw new UsageError("name a file of corrections, as 'lema data correct' makes it");
    const evolving = { seed: number(call, 'seed', 1, 0), count: number(call, 'count', 1, 1) };
    const against = texts(call, 'against');
    const digest = await digestOf([...call.files, ...against], call.signal);
    const selection = createSelection(await testsIn(call, against));
    const progress = progressOn(call.io.stderr, null);
    try {
      await runStage<Seed, EvolveFile>({
        files: { problems: out, rejected: text(call, 'rejected') ?? rejectedBeside(out) },
        settings: { stage: 'evolve', digest, tests: against.length, evolving },
        inputs: seedsOf(correctionsIn(call)),
        work: seed => evolved(seed, evolving),
        sift: selection.sift,
        signal: call.signal,
        onDone: progress.tell,
      });
    } finally {
      progress.end();
    }
    const { kept = 0, ...reasons } = selection.counts();
    const told = Object.entries(reasons).map(
      ([reason, count]) => `  ${count} left out, ${reason}: ${REASONS[reason as keyof typeof REASONS]}\n`,
    );
    call.io.stdout.write(`${kept} new problems\n${told.join('')}`);
    return 0;
  },
};

async function* correctionsIn(call: Call): AsyncGenerator<CorrectionRow> {
  const faults = teller(call.io.stderr);
  for (const file of call.files)
    for await (const line of readRows(file, correctionRow, call.signal)) {
      if ('fault' in line) faults.tell(`${file}:${line.line}: ${line.fault}`);
      else yield line.row;
    }
  faults.end();
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
