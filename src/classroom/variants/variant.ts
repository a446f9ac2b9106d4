import type { Problem } from '../set/set.ts';
import { type BlankFault, fill } from './fill.ts';
import { drawValues, type Values } from './values.ts';

/** The problem with the values put in everywhere: text, answer, solution, rubric, hints, known wrong answers. */
export function withValues(problem: Problem, values: Values): { readonly problem: Problem; readonly faults: readonly BlankFault[] } {
  const faults: BlankFault[] = [];
  const put = (text: string): string => {
    const filled = fill(text, values);
    faults.push(...filled.faults);
    return filled.text;
  };
  const filled: Problem = {
    ...problem,
    title: put(problem.title),
    text: put(problem.text),
    answer: problem.answer === null ? null : put(problem.answer),
    solution: problem.solution.map(put),
    rubric: problem.rubric.map(item => (item.line === undefined ? item : { ...item, line: put(item.line) })),
    hints: problem.hints.map(put),
    wrong: problem.wrong.map(known => ({ ...known, answer: put(known.answer), feedback: put(known.feedback) })),
    variables: {},
    where: [],
  };
  return { problem: filled, faults };
}

/** The variant of a problem that a key (a student, a seed) stands for: always the same one. A problem without variables is itself. Null when no values are allowed. */
export function variantOf(problem: Problem, key: string): Problem | null {
  if (Object.keys(problem.variables).length === 0) return problem;
  const values = drawValues(problem, key);
  return values === null ? null : withValues(problem, values).problem;
}
