import { sameAnswer } from '../../correction/answers.ts';
import { compareExpressions } from '../../math/compare.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { isStatement, lettersOf } from '../../math/tree.ts';
import { readRow } from '../../solution/read.ts';
import type { Claim } from '../../solution/solution.ts';

/** What a student is still to find. */
export interface Secret {
  /** The right line in place of the first wrong one. */
  readonly line: string | null;
  readonly answer: string | null;
  /** The problem and the student's own work: a number that stands there is no secret. */
  readonly seen: string;
}

/**
 * True when a text holds the corrected line, its result or the answer, compared as mathematics. A number counts only where it does not stand in the problem or in the
 * student's own work, and does not count a line.
 * @param elsewhere the text is about another example: there only the line itself is more than chance.
 */
export function givesAway(text: string, { line, answer, seen }: Secret, elsewhere = false): boolean {
  const [lines, hidden] = [claimsIn(line ?? ''), claimsIn(text)];
  const said = hidden.filter(({ statement }) => statement !== null && isRelation(statement));
  if (lines.some(own => own.statement && isRelation(own.statement) && said.some(claim => sameLine(statementOf(own), statementOf(claim)))))
    return true;
  if (elsewhere) return false;
  if (answer !== null && said.some(claim => isSolved(statementOf(claim)) && sameAnswer(claim.text, answer) === true)) return true;
  const known = numbersIn(seen);
  const secret = [...lines.map(({ statement }) => resultOf(statement)), answer === null ? null : numberOf(answer)].filter(
    value => value !== null && !known.some(other => Q.equal(other, value)),
  );
  const told = numbersIn(text.replace(/\b(?:line|step)s?\s+\d+/gi, ''));
  return secret.some(value => value !== null && told.some(other => Q.equal(other, value)));
}

const claimsIn = (text: string): readonly Claim[] =>
  text === '' ? [] : readRow({ id: '', problem: '', steps: [text] }).solution.steps.flatMap(step => step.claims);

const statementOf = ({ statement }: Claim): Statement => statement ?? { kind: 'truth', value: true, span: { start: 0, end: 0 } };

const isRelation = (statement: Statement): boolean => statement.kind !== 'chain' || statement.sides.length > 1;

/** `x = 5`, or several of them. */
function isSolved(statement: Statement): boolean {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.every(isSolved);
  if (statement.kind !== 'chain') return false;
  const [first, second] = statement.sides;
  return first?.kind === 'symbol' && second !== undefined && lettersOf(second).length === 0;
}

/** The same line: the same sides. All true calculations say the same, so that the last side of one must stand there as it is. */
function sameLine(a: Statement, b: Statement): boolean {
  if (a.kind !== 'chain' || b.kind !== 'chain') return printPlain(a) === printPlain(b);
  const [first, second] = [ends(a), ends(b)];
  const same = ([x, y]: readonly Expr[], [v, w]: readonly Expr[]): boolean =>
    x !== undefined && y !== undefined && equal(x, v) && equal(y, w);
  if (!same(first, second) && !same(first, second.toReversed())) return false;
  return !equal(first[0], first[1]) || printPlain(first.at(-1) ?? a) === printPlain(second.at(-1) ?? b);
}

const ends = ({ sides }: Statement & { kind: 'chain' }): readonly Expr[] => [sides[0], sides.at(-1)].filter(side => side !== undefined);

const equal = (a: Expr | undefined, b: Expr | undefined): boolean =>
  a !== undefined && b !== undefined && compareExpressions(a, b).kind === 'same';

/** The number that a line ends in. */
function resultOf(statement: Statement | null): Q.Rational | null {
  const last = statement?.kind === 'chain' ? statement.sides.at(-1) : undefined;
  const value = last && !isStatement(last) ? evaluateExact(last) : null;
  return value && Q.absolute(value);
}

const numberOf = (answer: string): Q.Rational | null => {
  const [only, ...others] = numbersIn(answer);
  return only && others.length === 0 ? only : null;
};

const numbersIn = (text: string): readonly Q.Rational[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(digits => Q.parseDecimal(digits.replace(/,/g, ''))).filter(value => value !== null);
