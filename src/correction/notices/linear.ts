import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { coefficients } from '../../mistakes/tidy.ts';

/** `ax + b = cx + d`, each side worked out: how many x and how much besides. */
export interface LinearSide {
  readonly letters: Q.Rational;
  readonly number: Q.Rational;
}

export interface LinearLine {
  readonly left: LinearSide;
  readonly right: LinearSide;
}

/** A relation of two sides that hold one letter to the first power, null for anything else. */
export function linearLine(statement: Statement, letter: string): LinearLine | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return null;
  const [left, right] = statement.sides.map(side => linearSide(side, letter));
  return left && right ? { left, right } : null;
}

function linearSide(side: Expr, letter: string): LinearSide | null {
  const terms = coefficients(side);
  const name = `${letter}^1`;
  if (!terms || [...terms.keys()].some(key => key !== '' && key !== name)) return null;
  return { letters: terms.get(name)?.coefficient ?? Q.ZERO, number: terms.get('')?.coefficient ?? Q.ZERO };
}

/** The numbers of a line: `[a, b, c, d]` of `ax + b = cx + d`. */
export const numbersOf = ({ left, right }: LinearLine): readonly Q.Rational[] => [left.letters, left.number, right.letters, right.number];

/** How many terms a line has when both sides are worked out. */
export const termsIn = (line: LinearLine): number => numbersOf(line).filter(value => !Q.isZero(value)).length;

/** `x = 5`, `5 = x`. */
export const isFound = ({ left, right }: LinearLine): boolean => isLetterAlone(left, right) || isLetterAlone(right, left);

const isLetterAlone = (own: LinearSide, other: LinearSide): boolean =>
  Q.equal(own.letters, Q.ONE) && Q.isZero(own.number) && Q.isZero(other.letters);
