import { parseExpression } from '../../math/parse.ts';
import type { Solution } from '../../solution/solution.ts';

/** Letters or digits that a word of a name has at least; shorter ones cannot be told from the letters of mathematics. */
const LETTERS = 3;
const DIGITS = 6;

/**
 * Strikes the names of students out of a text: each word of a name, and the whole of it. What the problem itself says, the names of functions, and numbers
 * that are no student's number stay.
 */
export function withoutNames(students: Iterable<string>, problem: string): (text: string) => string {
  const patterns = [...students].flatMap(student => {
    const words = student.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const own = words.filter(word => isTelling(word) && !wordIn(problem, word));
    const isWhole = words.length > 1 && words.every(word => /^[\p{L}\p{M}]{2,}$/u.test(word));
    return [...(isWhole ? [words.join('[\\s._]{1,3}')] : []), ...own];
  });
  if (patterns.length === 0) return text => text;
  const name = new RegExp(`(?<![\\p{L}\\p{N}\\\\])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text => text.replace(name, '(name)');
}

/** The solution with the names of the class struck out of what the student wrote. */
export function withoutNamesIn(solution: Solution, students: Iterable<string>): Solution {
  const strike = withoutNames(students, solution.problem);
  const { statedAnswer } = solution;
  return {
    ...solution,
    steps: solution.steps.map(step => ({ ...step, text: strike(step.text) })),
    ...(statedAnswer ? { statedAnswer: { ...statedAnswer, text: strike(statedAnswer.text) } } : {}),
  };
}

function isTelling(word: string): boolean {
  if (/^\p{N}+$/u.test(word)) return word.length >= DIGITS;
  return word.length >= LETTERS && parseExpression(`${word.toLowerCase()}(x)`).expr?.kind !== 'call';
}

const wordIn = (text: string, word: string): boolean => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(text);
