import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseExpression, parseStatement } from '../../math/parse.ts';
import { isWord } from '../../math/read/macros.ts';
import { NUMBER_WORDS, TENS } from '../../solution/prose/words.ts';
import { isClosed } from '../letters.ts';
import { remembered } from '../memo.ts';

/** Sentences that say how to write the answer and not what it is. */
const MANNER =
  /(?:^|(?<=[.?!\n]))\s*(?:and\s+)?(?:please\s+)?(?:(?:show|explain|justify|check)\b|(?:give|write|leave|express) (?:your|the) (?:answer|work|result|reason)|simplify your answer)[^.?!\n]*[.?!]?/gi;

/** A text as one line: no marks of mathematics, no sentences on how to write. */
export const plainText = remembered(text =>
  text
    .replace(MANNER, ' ')
    .replace(/\$\$?([^$]+)\$\$?(?!\d)/g, ' $1 ')
    .replace(/\\[()[\]]/g, ' ')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,;?])/g, '')
    .trim(),
);

/** The problem as one line of plain text. */
export const plainProblem = (problem: string): string => plainText(problem);

const UNITS = [...NUMBER_WORDS.keys()].filter(word => word !== 'zero' && word !== 'one');
const COUNT = new RegExp(`(?<![\\w-])(?:(${[...TENS, 'twenty'].join('|')})(?:[- ]([a-z]+))?|(${UNITS.join('|')}))(?![\\w-])`, 'gi');

/** Numbers told in words, from two to ninety-nine, in digits: 'Thirty-five percent' as '35 percent'. */
export const inDigits = remembered(text =>
  text.replace(COUNT, (whole, tens?: string, unit?: string, alone?: string) => {
    if (alone !== undefined) return NUMBER_WORDS.get(alone.toLowerCase()) ?? whole;
    const ten = 10 * (2 + ['twenty', ...TENS].indexOf(tens?.toLowerCase() ?? ''));
    const one = unit === undefined ? 0 : Number(NUMBER_WORDS.get(unit.toLowerCase()) ?? Number.NaN);
    return one < 10 ? String(ten + one) : `${ten} ${unit}`;
  }),
);

/** True when nothing in a tree is a word or a unit: only letters, numbers and signs. */
const isPlain = (expr: Expr): boolean =>
  !someNode(
    expr,
    node => node.kind === 'unit' || node.kind === 'list' || (node.kind === 'symbol' && node.name.length > 1 && isWord(node.name)),
  );

/** A text that is one expression and nothing else; null for any other. */
export function expressionIn(text: string | undefined): Expr | null {
  const found = statementIn(text);
  return found?.kind === 'chain' && found.sides.length === 1 ? (found.sides[0] ?? null) : null;
}

/** The value of a calculation in numbers, an infinite one among them; NaN for any other text. */
export function valueIn(text: string | undefined): number {
  const { expr } = parseExpression((text ?? '').replace(/\s/g, ''));
  const value = expr && isClosed(expr) ? evaluateNumeric(expr) : null;
  return typeof value === 'number' ? value : Number.NaN;
}

/** Short words that no formula holds, though each of their letters might stand for something. */
const WORDS = /(?<![\\a-z\d])(?:an?|as|at|be|by|do|if|is|it|of|on|so|to|the|for|from|than|then|when|with)(?![a-z(])(?<!\ba)/i;

/** A text that is one statement of letters, numbers and signs; null for any other. */
export const statementIn = (text: string | undefined): Statement | null => (text === undefined ? null : statementRead(text));

const statementRead = remembered((text): Statement | null => {
  const trimmed = text.trim().replace(/[.,;:]$/, '');
  if (trimmed === '' || trimmed.length > 200 || WORDS.test(trimmed) || /[a-z]{3,}\s+[a-z]{2,}/i.test(trimmed.replace(/\\[a-z]+/gi, '')))
    return null;
  const { statement, problems, leading } = parseStatement(trimmed);
  if (statement === null || problems.length > 0 || leading !== undefined) return null;
  return sidesOf(statement).every(isPlain) ? statement : null;
});

const sidesOf = (statement: Statement): readonly Expr[] =>
  statement.kind === 'chain'
    ? statement.sides
    : statement.kind === 'and' || statement.kind === 'or'
      ? statement.parts.flatMap(sidesOf)
      : [];
