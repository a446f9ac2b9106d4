import { compareAnswers } from '../math/compare.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import type { Solution } from '../solution/solution.ts';
import { lastNumber } from './continue/carry.ts';
import { isSolved } from './equations.ts';
import type { Finding } from './records.ts';
import { findRepair } from './reference/find.ts';
import { withoutUnits } from './reference/graph.ts';

/**
 * What a known answer adds when no step is refuted: the final answer equals it, or differs from it and no single step is to blame for certain.
 * Null when no answer is known or the student's cannot be told.
 */
export function findByAnswer(solution: Solution): Finding | null {
  const known = solution.answer === undefined ? null : answerIn(solution.answer);
  const found = known && finalAnswer(solution);
  if (!known || !found) return null;
  const comparison = compareAnswers(known, found);
  if (comparison.kind === 'same') return { kind: 'correct', evidence: 'answer' };
  if (comparison.kind === 'unknown') return null;
  const [own, right] = [numberOf(found), numberOf(known)];
  const repair = own && right && isFar(own, right) ? findRepair(solution, own, right) : null;
  if (repair) return { kind: 'mistake', correction: repair };
  const message = `The answer ${printPlain(found)} differs from the known one, ${printPlain(known)}; no single step could be singled out.`;
  return { kind: 'undecided', judged: solution.steps.length, message };
}

/** The number an answer is, without its unit; null for any other answer. */
function numberOf(answer: Statement): Q.Rational | null {
  const [side] = answer.kind === 'chain' ? answer.sides.slice(-1) : [];
  return side ? evaluateExact(withoutUnits(side)) : null;
}

/** Too far apart for either to be the other, rounded or in percent. */
function isFar(a: Q.Rational, b: Q.Rational): boolean {
  const hundred = Q.rational(100);
  return [b, Q.multiply(b, hundred), Q.multiply(a, hundred)].every((value, i) => {
    const other = i === 2 ? b : a;
    return Q.compare(Q.absolute(Q.subtract(other, value)), Q.multiply(Q.absolute(value), Q.rational(1, 100))) > 0;
  });
}

/** The student's own answer: their answer line, or what the last step ends with. */
function finalAnswer(solution: Solution): Statement | null {
  const stated = solution.statedAnswer?.claims.at(-1)?.statement ?? null;
  if (stated) return result(stated);
  const last = solution.steps.at(-1);
  const claim = last?.claims.at(-1)?.statement ?? null;
  if (claim) return result(claim);
  return last ? answerIn(last.text) : null;
}

/** The last side of a calculation, or a solved line as it is. */
function result(statement: Statement): Statement {
  if (statement.kind !== 'chain' || isSolved(statement)) return statement;
  const last = statement.sides.at(-1);
  return last ? { kind: 'chain', sides: [last], relations: [], span: last.span } : statement;
}

/** An answer as it is written in a key: one expression or statement, else the last number of a sentence. */
function answerIn(text: string): Statement | null {
  const { statement, problems } = parseStatement(text.replace(/^[\s#]*|(?:the )?answer(?: is|:)?/gi, '').trim());
  if (statement && problems.length === 0) return statement;
  const number = lastNumber(text);
  return number ? parseStatement(number).statement : null;
}
