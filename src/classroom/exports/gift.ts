import { plainNumber } from '../exercises/answers.ts';
import type { Distractor } from '../exercises/distractors.ts';
import type { Problem, ProblemSet } from '../set/set.ts';

/** Signs that GIFT takes for its own. */
const escaped = (text: string): string => text.replace(/[~=#{}:\\]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** The set in Moodle's GIFT format: a numerical question where the answer is a number, a choice where there are distractors, else a short answer. */
export function gift(set: ProblemSet, problems: readonly Problem[], distractors: (problem: Problem) => readonly Distractor[]): string {
  const questions = problems.map(problem => {
    const { title, text, answer } = problem;
    const others = distractors(problem);
    return `::${escaped(title)}::[markdown]${escaped(text)} {${answer === null ? '' : answersOf(answer, others)}}\n`;
  });
  return [`// ${set.title}`, `$CATEGORY: ${escaped(set.title)}`, '', ...questions].join('\n');
}

function answersOf(answer: string, others: readonly Distractor[]): string {
  if (others.length > 0) return `\n  =${escaped(answer)}\n${others.map(o => `  ~${escaped(o.answer)}#${escaped(o.why)}`).join('\n')}\n`;
  const number = plainNumber(answer);
  return number === null ? `=${escaped(answer)}` : `#${number}`;
}
