import { createHash } from 'node:crypto';
import { askToSolve, readSolution } from '../../model/protocol/solve.ts';
import { judgeAnswer } from '../answers.ts';
import type { Answer, AskingStage, NoAnswer, Question } from '../asking/asking.ts';
import type { Made } from '../files/stage.ts';
import type { AttemptRow, ProblemRow } from '../records.ts';

/** How solutions are sampled. */
export interface Sampling {
  readonly models: readonly string[];
  readonly temperatures: readonly number[];
  /** Solutions for each problem, model and temperature. */
  readonly samples: number;
  readonly seed: number;
  readonly maxTokens: number;
}

/** One solution that is to be sampled. */
export interface Wanted {
  readonly problem: ProblemRow;
  readonly model: string;
  readonly temperature: number;
  /** From 0. */
  readonly sample: number;
}

/** All solutions that are wanted of the problems, those of one problem beside each other. */
export async function* wantedOf(problems: AsyncIterable<ProblemRow>, { models, temperatures, samples }: Sampling): AsyncGenerator<Wanted> {
  for await (const problem of problems)
    for (const model of models)
      for (const temperature of temperatures)
        for (let sample = 0; sample < samples; sample++) yield { problem, model, temperature, sample };
}

export type CollectFile = 'attempts' | 'rejected';

/** Collects solutions by models: each is judged by its final answer alone, and right and wrong ones are kept. */
export const collecting = ({ seed, maxTokens }: Sampling): AskingStage<Wanted, CollectFile> => ({
  name: 'collect',
  questions: ({ problem, model, temperature, sample }): readonly Question[] => [
    { model, messages: askToSolve(problem.problem), temperature, seed: seed + sample, maxTokens },
  ],
  rows: (wanted, [answer]): Made<CollectFile> => rowsOf(wanted, answer ?? { fault: 'no reply came' }),
});

function rowsOf(wanted: Wanted, answer: Answer | NoAnswer): Made<CollectFile> {
  const { problem } = wanted;
  const id = idOf(wanted);
  const rejected = (reason: string, more: object = {}): Made<CollectFile> => [
    { to: 'rejected', row: { reason, row: { id, problem_id: problem.id, model: wanted.model, temperature: wanted.temperature, ...more } } },
  ];
  if ('fault' in answer) return rejected(answer.fault);
  const { text, complete, asked } = answer;
  if (!complete) return rejected('it ran into its length limit', { asked });
  const { steps } = readSolution(text);
  if (steps.length === 0) return rejected('it has no step', { asked });
  const { stated, strict, flexible } = judgeAnswer(text, problem.answer);
  const { solution, topic, licence, source } = problem;
  const row: AttemptRow = {
    id,
    problem_id: problem.id,
    problem: problem.problem,
    steps: [...steps],
    stated,
    answer: problem.answer,
    ...(solution ? { solution } : {}),
    strict,
    flexible,
    ...(topic ? { topic } : {}),
    asked,
    ...(licence ? { licence } : {}),
    ...(source ? { source } : {}),
  };
  return [{ to: 'attempts', row }];
}

/** The name of an attempt: of the problem, and a hash of what tells it from the problem's others. */
function idOf({ problem, model, temperature, sample }: Wanted): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([problem.problem, model, temperature, sample]))
    .digest('hex')
    .slice(0, 8);
  return `${problem.id}-${hash}`;
}

/**
 * Lets through of the attempts at one problem only those whose steps are not those of an earlier one; to be asked in the order of the inputs.
 */
export function withoutRepeats(): (made: Made<CollectFile>) => Made<CollectFile> {
  let problem = '';
  let seen = new Set<string>();
  return made =>
    made.flatMap(one => {
      if (one.to !== 'attempts') return [one];
      const { id, problem_id, steps, asked } = one.row as AttemptRow;
      if (problem_id !== problem) seen = new Set();
      problem = problem_id;
      const told = steps.map(normal).join('\n');
      if (!seen.has(told)) {
        seen.add(told);
        return [one];
      }
      return [{ to: 'rejected' as const, row: { reason: 'the same steps as an earlier attempt', row: { id, problem_id, asked } } }];
    });
}

/** A step without what only its look has: capitals, spaces, emphasis, dollar signs, the full stop. */
const normal = (step: string): string =>
  step
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\*\*|__|[\s$]/g, '')
    .replace(/[.;,]+$/, '');
