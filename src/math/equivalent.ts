import { compareFinalAnswers, compareQuantities, letterOf } from './answers/compare.ts';
import { asQuantity, hasUnits } from './answers/quantities.ts';
import { isBaseLeftOut, isLoneSet, readAnswer } from './answers/text.ts';
import { isValueless, sameWords, wordsOf } from './answers/words.ts';
import { compareExpressions, compareStatements } from './compare.ts';
import type { CompareOptions, Comparison, ComparisonNotice } from './comparison.ts';
import { bareOf } from './decide/answers.ts';
import type { Expr, Statement } from './expr.ts';
import { parseStatement } from './parse.ts';
import type { Witness } from './witness.ts';

export interface EquivalentQuestion {
  /** LaTeX or plain mathematics. */
  readonly a: string;
  readonly b: string;
  readonly kind: 'expr' | 'equation' | 'inequality' | 'system' | 'answer';
  /** Letters to solve for. A constant's name here (`e`, `i`) makes it a letter. */
  readonly vars?: readonly string[];
  readonly assume?: readonly string[];
  readonly upToConst?: boolean;
  readonly seed?: number;
}

export interface EquivalentAnswer {
  /** Null when it cannot be told. */
  readonly equivalent: boolean | null;
  readonly witness?: Witness;
  readonly notices?: readonly ComparisonNotice[];
}

/** Characters beyond which a text is no line of mathematics that anybody wrote. */
const LONGEST = 10_000;

const CANNOT_TELL: EquivalentAnswer = { equivalent: null };

/** Whether two texts of mathematics mean the same, as `lema equiv` prints it. Never throws; what cannot be read cannot be told. */
export function equivalent(question: EquivalentQuestion): EquivalentAnswer {
  if (question.a.length > LONGEST || question.b.length > LONGEST) return CANNOT_TELL;
  const words = question.kind === 'answer' ? compareWords(question.a, question.b) : null;
  if (words) return words;
  const [a, b] = readBoth(question);
  if (!a || !b) return CANNOT_TELL;
  const assume = (question.assume ?? []).map(text => parseStatement(text).statement).filter(s => s !== null);
  const options: CompareOptions = {
    assume,
    ...(question.vars ? { vars: question.vars } : {}),
    ...(question.upToConst ? { upToConstant: true } : {}),
    ...(question.seed === undefined ? {} : { seed: question.seed }),
  };
  return answerOf(decide(question.kind, a, b, options));
}

/** Answers in words, and the digits of a number without the base that the other has; null for mathematics. */
function compareWords(a: string, b: string): EquivalentAnswer | null {
  if (isBaseLeftOut(a, b) || isBaseLeftOut(b, a)) return CANNOT_TELL;
  const first = wordsOf(a) ?? wordsOf(a, wordsOf(b) !== null);
  const second = wordsOf(b) ?? wordsOf(b, first !== null);
  if (first === null && second === null) return null;
  const same = first !== null && second !== null ? sameWords(first, second) : isValueless(first ?? second ?? '') ? false : null;
  return same === false ? { equivalent: false, witness: { kind: 'differs', found: a.trim(), known: b.trim() } } : { equivalent: same };
}

function readBoth({ a, b, kind }: EquivalentQuestion): readonly [Statement | null, Statement | null] {
  const [first, second] = [a, b].map(text => (kind !== 'expr' && isLoneSet(text) ? null : read(text, kind)));
  if (kind === 'expr' || (first && second)) return [first ?? null, second ?? null];
  return [first ?? readAnswer(a, letterOf(second ?? null)), second ?? readAnswer(b, letterOf(first ?? null))];
}

/** In a system commas part equations: `x + 2y = 5,3x − y = 1` holds no decimal comma, and equations about the same letter hold together. */
function read(text: string, kind: EquivalentQuestion['kind']): Statement | null {
  if (kind === 'answer') return readAnswer(text, 'x');
  if (kind !== 'system') return parseStatement(text).statement;
  const { statement } = parseStatement(text.replace(/(\d),(?=\d)/g, '$1, '));
  const saysOr = /\bor\b|\\lor|\\vee|∨|∪|\\cup|\\pm|±/.test(text);
  return statement?.kind === 'or' && !saysOr ? { ...statement, kind: 'and' } : statement;
}

function decide(kind: EquivalentQuestion['kind'], a: Statement, b: Statement, o: CompareOptions): Comparison {
  if (kind === 'answer') return compareFinalAnswers(a, b, o);
  if (kind !== 'expr') return namesSolutions(a) !== namesSolutions(b) ? compareFinalAnswers(a, b, o) : compareStatements(a, b, o);
  const x = only(a);
  const y = only(b);
  if (x && y && (hasUnits(x) || hasUnits(y))) return compareQuantities(asQuantity(x), asQuantity(y), o);
  if (!x || !y) return compareStatements(a, b, o);
  const c = compareExpressions(x, y, o);
  const measured = c.kind === 'different' && hasUnits(asQuantity(x)) && hasUnits(asQuantity(y));
  return measured && compareQuantities(asQuantity(x), asQuantity(y), o).kind === 'same' ? { kind: 'same', notices: [] } : c;
}

/** A list, a point or an interval that stands alone beside an equation names its solutions. */
function namesSolutions(statement: Statement): boolean {
  const kind = bareOf(statement)?.kind;
  if (statement.kind === 'or') return statement.parts.every(namesSolutions);
  return kind === 'list' || kind === 'interval' || (statement.kind === 'member' && statement.element.kind === 'list');
}

function only(statement: Statement): Expr | null {
  return statement.kind === 'chain' && statement.sides.length === 1 ? (statement.sides[0] ?? null) : null;
}

function answerOf(c: Comparison): EquivalentAnswer {
  if (c.kind === 'unknown') return CANNOT_TELL;
  if (c.kind === 'same') return c.notices.length > 0 ? { equivalent: true, notices: c.notices } : { equivalent: true };
  return { equivalent: false, witness: c.witness };
}
