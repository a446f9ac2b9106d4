import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import { type PlantOptions, plantMistake } from '../mistakes/plant.ts';
import { type Worked, workedProblem } from '../mistakes/problems.ts';

/** A labelled solution: right up to `first_error`, wrong there by `mistake`, and worked out honestly from then on. -1: right throughout. */
export interface PlantedRow {
  readonly id: string;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly first_error: number;
  readonly category: string;
  readonly mistake: string | null;
  readonly explanation: string | null;
  readonly correct_steps: readonly string[];
  readonly reference_solution: readonly string[];
}

/** Plants one mistake in a right solution. Null when its lines cannot be read as mathematics, or no mistake fits. */
export function plantIn(id: string, { topic, problem, steps }: Worked, options: PlantOptions): PlantedRow | null {
  const marks = steps.map(step => /^\s*=\s*/.exec(step)?.[0] ?? '');
  const lines: Statement[] = [];
  for (const [i, step] of steps.entries()) {
    const { statement } = parseStatement(step.slice(marks[i]?.length ?? 0));
    if (statement === null) return null;
    lines.push(statement);
  }
  const planted = plantMistake(lines, options);
  if (planted === null) return null;
  const written = planted.lines.map((line, i) => (i < planted.step ? (steps[i] ?? '') : `${marks[i] ?? ''}${printPlain(line)}`));
  return {
    ...twin(id, { topic, problem, steps }),
    steps: written,
    first_error: planted.step,
    mistake: planted.rule,
    explanation: planted.explanation,
    correct_steps: steps.slice(planted.step),
  };
}

/** The same solution with nothing planted in it. */
function twin(id: string, { topic, problem, steps }: Worked): PlantedRow {
  return {
    id,
    problem,
    steps,
    first_error: -1,
    category: topic,
    mistake: null,
    explanation: null,
    correct_steps: [],
    reference_solution: steps,
  };
}

/** A problem of its own, solved and with a mistake planted; the same seed gives the same row. Tries further seeds where no mistake fits, up to a bound. */
export function plantedProblem(
  seed: number,
  options: Omit<PlantOptions, 'seed'>,
): { readonly row: PlantedRow; readonly right: PlantedRow } | null {
  for (let attempt = 0; attempt < 200; attempt++) {
    const worked = workedProblem(seed * 1000 + attempt);
    const row = plantIn(`planted-${seed}`, worked, { ...options, seed: seed * 1000 + attempt });
    if (row !== null) return { row, right: twin(`right-${seed}`, worked) };
  }
  return null;
}
