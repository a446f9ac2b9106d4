import { num, sym } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
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
  if (digit !== undefined && follows(num(digit))) return { kind: 'meant' };
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

/** `x_1` names one of several solutions. */
const isNumbered = (letter: string): boolean => letter.includes('_') || letter.length > 1;

const replaced = (statement: Statement, letter: string, by: Expr): Statement => mapSides(statement, side => substitute(side, letter, by));
