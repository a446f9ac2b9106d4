import { checkRow } from '../../src/cli/locate.ts';
import { type PlantedRow, plantIn } from '../../src/lema/plant.ts';
import type { ExampleRow } from '../../src/lema/records.ts';
import { lemaProtocol, writeLemaReply } from '../../src/model/protocol/lema.ts';
import type { Reading } from '../../src/model/protocol/protocol.ts';
import { askToSolve, writeSolution } from '../../src/model/protocol/solve.ts';
import { finalAnswer, type Problem, problemsOf } from './problems.ts';

/** The three ways to learn: chain of thought only; and corrections as in LeMa (2023); and corrections with right solutions among them. */
export const ARMS = ['cot', 'lema', 'ours'] as const;
export type Arm = (typeof ARMS)[number];

const example = (prompt: ExampleRow['prompt'] | ReturnType<typeof askToSolve>, reply: string): ExampleRow => ({
  prompt: [...prompt],
  completion: [{ role: 'assistant', content: reply }],
});

/** A problem and its solution. */
const solving = ({ problem, steps, answer }: Problem): ExampleRow => example(askToSolve(problem), writeSolution(steps, answer));

/** A student's solution, and what is said of it. */
const judging = (problem: string, steps: readonly string[], reading: Reading): ExampleRow =>
  example(lemaProtocol.write({ problem, steps }), writeLemaReply(reading));

/** A wrong solution of this problem; null where no mistake can be planted that leaves the given line alone. */
export const wrongOf = (problem: Problem): PlantedRow | null => plantIn(`${problem.seed}`, problem, { seed: problem.seed });

/** As in 2023: a corrector that knows the answer says which step is wrong, why, and what is right; kept when its correction ends in the known answer. */
export function corrected(problem: Problem): ExampleRow | null {
  const wrong = wrongOf(problem);
  if (!wrong || finalAnswer(wrong.steps) === problem.answer) return null;
  const { finding } = checkRow({ id: wrong.id, problem: wrong.problem, steps: [...wrong.steps], answer: problem.answer });
  if (finding.kind !== 'mistake') return null;
  const { step, explanation, correctSteps } = finding.correction;
  if (finalAnswer(correctSteps) !== problem.answer) return null;
  return judging(problem.problem, wrong.steps, {
    step: step + 1,
    explanation: withoutWitness(explanation),
    correctSteps,
    answer: problem.answer,
  });
}

/** The step, the mistake and the right lines as they were planted. */
function planted(problem: Problem): ExampleRow | null {
  const wrong = wrongOf(problem);
  if (!wrong) return null;
  const { first_error, explanation, correct_steps } = wrong;
  return judging(problem.problem, wrong.steps, {
    step: first_error + 1,
    explanation: explanation ?? '',
    correctSteps: correct_steps,
    answer: problem.answer,
  });
}

const spared = ({ problem, steps }: Problem): ExampleRow =>
  judging(problem, steps, { step: null, explanation: '', correctSteps: [], answer: null });

/** The explanation names the mistake in both arms; what the checker adds in brackets to prove it is left out. */
const withoutWitness = (explanation: string): string => explanation.replace(/ \((?:[^()]|\([^()]*\))*\)$/, '');

/** What an arm draws in turn. Every second row is a correction; in ours, every second of these is a right solution. */
const TURNS: Readonly<Record<Arm, readonly ((problem: Problem) => ExampleRow | null)[]>> = {
  cot: [solving],
  lema: [solving, corrected],
  ours: [solving, planted, solving, spared],
};

/** Rows to train an arm on, without end. */
export function* rowsOf(arm: Arm, split: 'train' | 'dev', seed: number): Generator<ExampleRow> {
  const problems = problemsOf(split, seed);
  for (let n = 0; ; n++) {
    const turn = TURNS[arm][n % TURNS[arm].length];
    for (let row: ExampleRow | null = null; turn && row === null; ) {
      row = turn(problems.next().value);
      if (row) yield row;
    }
  }
}
