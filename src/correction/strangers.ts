import { num, sym } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { mapExpr } from '../math/tree.ts';
import { lettersIn, mapSides } from './letters.ts';
import type { Fact, Scene } from './scene.ts';
import { isSolved, type Line } from './shape.ts';

/** Digits that are written like letters. */
const DIGITS: Readonly<Record<string, number>> = { o: 0, O: 0, l: 1, I: 1 };

/**
 * What to make of a letter that nothing above speaks of.
 * - `meant`: the line is right when the letter is read as the same letter in the other case, or as a digit.
 * - `changed`: the line is right with a letter of the line above in its place, and was not introduced: it was changed on the way.
 * - `reads`: the letter is one of the line above in the other case, and the line is to be judged so.
 */
export type Stranger =
  | { readonly kind: 'meant' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'reads'; readonly statement: Statement };

/** Null when the line brings in no single new letter, or when nothing can be told of it. */
export function strangerIn(scene: Scene, line: Line, near: Fact): Stranger | null {
  const { statement, claim, step } = line;
  const letters = lettersIn(statement);
  const strange = letters.filter(letter => !near.letters.includes(letter));
  const [stranger] = strange;
  if (stranger === undefined || strange.length > 1 || scene.facts.some(fact => fact.letters.includes(stranger))) return null;
  const follows = (by: Expr): boolean => scene.decider.lines(near.statement, replaced(statement, stranger, by)).kind === 'same';
  const digit = DIGITS[stranger];
  if (digit !== undefined) {
    const read = mapSides(statement, side => substitute(joined(side, stranger, digit), stranger, num(digit)));
    if (scene.decider.lines(near.statement, read).kind === 'same') return { kind: 'meant' };
    if (stranger === 'o' && scene.task === 'equation' && claim.link === 'derived' && isNought(statement))
      return { kind: 'reads', statement: read };
  }
  const twin = near.letters.find(letter => letter.toLowerCase() === stranger.toLowerCase());
  if (twin !== undefined) {
    if (follows(sym(twin))) return { kind: 'meant' };
    return near.letters.length === 1 ? { kind: 'reads', statement: replaced(statement, stranger, sym(twin)) } : null;
  }
  if (scene.task !== 'equation' || claim.link !== 'derived' || near.step < step - 1 || isNumbered(stranger)) return null;
  const whole = letters.length === 1 && near.letters.length === 1;
  if (whole && isSolved(near.statement)) return null;
  return near.letters.some(letter => follows(sym(letter))) ? { kind: 'changed' } : null;
}

/** The letter as the last figure of numbers that it stands behind: `2o` is 20. */
function joined(side: Expr, letter: string, digit: number): Expr {
  return mapExpr(side, node => {
    const [tens, figure, ...others] = node.kind === 'product' && node.implicit ? node.factors : [];
    if (node.kind !== 'product' || tens?.kind !== 'number' || tens.value.d !== 1n || !isLetter(figure, letter)) return node;
    const number = num(Q.rational(10n * tens.value.n + BigInt(digit)));
    return others.length === 0 ? number : { ...node, factors: [number, ...others] };
  });
}

const isLetter = (expr: Expr | undefined, letter: string): boolean => expr?.kind === 'symbol' && expr.name === letter;

/** The letter o stands for nothing but a nought: alone on the right, or as the last figure of a number. */
function isNought(statement: Statement): boolean {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.every(isNought);
  if (statement.kind !== 'chain') return false;
  return statement.sides.every((side, at) => (at > 0 && isLetter(side, 'o')) || !lettersIn(joined(side, 'o', 0)).includes('o'));
}

/** `x_1` names one of several solutions. */
const isNumbered = (letter: string): boolean => letter.includes('_') || letter.length > 1;

const replaced = (statement: Statement, letter: string, by: Expr): Statement => mapSides(statement, side => substitute(side, letter, by));
