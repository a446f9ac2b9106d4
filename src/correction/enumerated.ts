import type { Statement } from '../math/expr.ts';
import { isClosed } from './letters.ts';

/** Words with which a problem asks for all values that there are. */
const ASKS_FOR_ALL = /\b(?:when|where|which|at what|times|points|zeros|roots|intercepts|extrema|maxim|minim)/i;

/** `t = 1 and t = 3` where the problem asks when: values of one letter, each by itself. */
export function asValues(problem: string, statement: Statement): Statement {
  if (statement.kind !== 'and' || /\bsolve\b/i.test(problem) || !ASKS_FOR_ALL.test(problem)) return statement;
  const names = statement.parts.map(part => {
    const [letter, value, ...more] = part.kind === 'chain' && part.relations.join() === '=' ? part.sides : [];
    return letter?.kind === 'symbol' && value && more.length === 0 && isClosed(value) ? letter.name : null;
  });
  return names[0] !== null && new Set(names).size === 1 ? { ...statement, kind: 'or' } : statement;
}
