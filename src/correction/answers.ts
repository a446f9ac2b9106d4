import { compareAnswers } from '../math/compare.ts';
import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import type { Solution } from '../solution/solution.ts';

/** The student's own final answer, as text: what an answer line says, or else the last value of the last line that has one. Null when there is none. */
export function finalAnswer({ statedAnswer, steps }: Solution): string | null {
  if (statedAnswer) return statedAnswer.text;
  const last = steps.flatMap(step => step.claims).at(-1)?.statement;
  if (!last) return null;
  const side =
    last.kind === 'chain' && last.relations.every(relation => relation === '=' || relation === '≈') ? last.sides.at(-1) : undefined;
  return printPlain(side ?? last);
}

/** Whether two answers, as people write them, are the same value or set. Null: cannot tell. Units and words around a single number do not count. */
export function sameAnswer(a: string, b: string): boolean | null {
  const x = statementOf(a);
  const y = a === b ? x : statementOf(b);
  if (x === null || y === null) return null;
  const { kind } = compareAnswers(x, y);
  return kind === 'unknown' ? null : kind === 'same';
}

function statementOf(text: string): Statement | null {
  const bare = text
    .trim()
    .replace(/^(?:the (?:final )?answer is|answer:)\s*/i, '')
    .replace(/\.$/, '')
    .replace(/^[$€£] ?(?=[\d.,]+$)/, '');
  const read = parseStatement(bare).statement;
  if (read !== null && !/[a-z]{2}/i.test(bare.replace(/\\[a-z]+/gi, ''))) return read;
  const numbers = bare.match(/[-−]?\d[\d,]*(?:\.\d+)?(?:\s*\/\s*\d+)?/g) ?? [];
  return numbers.length === 1 ? parseStatement((numbers[0] ?? '').replace(/,/g, '')).statement : read;
}
