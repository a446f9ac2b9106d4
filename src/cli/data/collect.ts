import { promptHash } from '../../lema/asking/asking.ts';
import { type CollectFile, collecting, type Sampling, type Wanted, wantedOf, withoutRepeats } from '../../lema/collect/collect.ts';
import { digestOf } from '../../lema/files/digest.ts';
import type { Made } from '../../lema/files/stage.ts';
import type { AttemptRow } from '../../lema/records.ts';
import { askToSolve } from '../../model/protocol/solve.ts';
import { type Call, type Command, number, text, UsageError } from '../command.ts';
import { ASKING_OPTIONS, type AskingPlan, modelsOf, type PlannedStage, rejectedOf, runAsking } from './asking.ts';
import { openProblems, PROBLEM_OPTIONS } from './open-problems.ts';
import { teller } from './tell.ts';

export const COLLECT_OPTIONS = {
  ...ASKING_OPTIONS,
  ...PROBLEM_OPTIONS,
  samples: { type: 'string' },
  temperature: { type: 'string' },
} as const;

/** `lema data collect PROBLEMS --out FILE --model NAME`: solutions as models write them, judged by their final answers. */
export const collect: Command = {
  options: COLLECT_OPTIONS,
  run: call => runAsking(call, collectStage()),
};

/** All that is to be asked, and what becomes of the replies. */
export function collectStage(): PlannedStage<Wanted, CollectFile> {
  const counts = countsOf();
  return { plan: (call, out) => planOf(call, out, counts.add), told: counts.text };
}

async function planOf(
  call: Call,
  out: string,
  count: (made: Made<CollectFile>) => Made<CollectFile>,
): Promise<AskingPlan<Wanted, CollectFile>> {
  const sampling = samplingOf(call);
  const kept = withoutRepeats();
  let faults = teller(call.io.stderr);
  const settings = {
    stage: 'collect',
    inputs: await digestOf(call.files, call.signal),
    problems: [text(call, 'limit'), text(call, 'licence'), text(call, 'source')],
    sampling,
    prompt: promptHash(askToSolve('')),
  };
  return {
    asking: collecting(sampling),
    files: { attempts: out, rejected: rejectedOf(call, out) },
    settings,
    models: sampling.models,
    async *inputs() {
      yield* wantedOf(openProblems(call, faults.tell), sampling);
      faults.end();
      // They are told once, however often the file is read.
      faults = { tell: () => undefined, end: () => undefined };
    },
    sift: made => count(kept(made)),
  };
}

function samplingOf(call: Call): Sampling {
  const temperatures = (text(call, 'temperature') ?? '0.7').split(',').map(Number);
  if (temperatures.some(one => !(one >= 0 && one <= 2)) || new Set(temperatures).size < temperatures.length)
    throw new UsageError('--temperature takes numbers from 0 to 2, each once: 0.7 or 0.3,0.7,1');
  return {
    models: modelsOf(call),
    temperatures,
    samples: number(call, 'samples', 1, 1),
    seed: number(call, 'seed', 1, 0),
    maxTokens: number(call, 'max-tokens', 1024, 1),
  };
}

/** Counts the rows as they go to the files. */
function countsOf() {
  const strict = { right: 0, wrong: 0, none: 0 };
  const flexible = { right: 0, wrong: 0, none: 0 };
  const reasons = new Map<string, number>();
  let attempts = 0;
  const told = ({ right, wrong, none }: typeof strict): string => `${right} right, ${wrong} wrong, ${none} without one`;
  return {
    add(made: Made<CollectFile>): Made<CollectFile> {
      for (const { to, row } of made) {
        if (to === 'attempts') {
          attempts++;
          strict[(row as AttemptRow).strict]++;
          flexible[(row as AttemptRow).flexible]++;
        } else {
          const { reason } = row as { reason: string };
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        }
      }
      return made;
    },
    text(): string {
      const rejected = [...reasons].map(([reason, count]) => `\n  ${count} rejected: ${reason}`);
      return `${attempts} attempts; by 'The answer is' ${told(strict)}; by any answer ${told(flexible)}${rejected.join('')}`;
    },
  };
}
