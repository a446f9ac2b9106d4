import type { Expr } from '../../../math/expr.ts';
import { parseStatement } from '../../../math/parse.ts';
import { lettersOf } from '../../../math/tree.ts';
import type { Step } from '../../../solution/solution.ts';

/** The sides of an equation. */
export type Sides = readonly Expr[];

/**
 * For each step, its equations in which a word stands for a number, `loan + 10,000 = 36,000`, the word read as a letter: the same one throughout. A word that is
 * only ever set equal to something, `total = 5 + 3`, names no unknown.
 */
export function namedEquations(steps: readonly Step[]): readonly (readonly Sides[])[] {
  const letters = new Map<string, string>();
  const read = steps.map(({ text }) =>
    text
      .split(/(?<!\d),|,(?!\d)|[;:?!]|\.(?!\d)/)
      .filter(clause => clause.includes('='))
      .flatMap(clause => equationIn(clause, letters)),
  );
  const unknown = new Set(read.flat(2).flatMap(side => (side.kind === 'symbol' ? [] : lettersOf(side))));
  return read.map(equations => equations.filter(sides => sides.flatMap(lettersOf).every(letter => unknown.has(letter))));
}

function equationIn(clause: string, letters: Map<string, string>): readonly Sides[] {
  const sides = clause.split('=').map(side => withLetters(side, letters));
  const statement = sides.includes(null) ? null : parseStatement(sides.join('=')).statement;
  if (statement?.kind !== 'chain' || new Set(lettersOf(statement)).size !== 1) return [];
  return [statement.sides];
}

/** Letters that words are read as. */
const LETTERS = 'wvuqp';

/** Words that lead to an equation. */
const LEADING =
  /^(?:so|then|thus|therefore|hence|that|we|get|have|know|the|a|an|is|are|equation|this|means|gives|which|and|since|because|of)$/i;

/** A side with units left out and each other word as its letter. Null where a word does not stand for a number of its own. */
function withLetters(side: string, letters: Map<string, string>): string | null {
  const tokens = side.match(/\d[\d,]*(?:\.\d+)?|[a-z][a-z'’/]*|[-−+*×/÷()%]/gi) ?? [];
  const written: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = written.at(-1) ?? '';
    if (/^x$/i.test(token) && at > 0 && at < tokens.length - 1) written.push('×');
    else if (!/^[a-z]/i.test(token)) written.push(token);
    else if (LEADING.test(token) || /[\d%)]$/.test(before)) continue;
    else if (token.length < 3 || /^[a-z/÷]$/.test(before) || !OPERATOR.test(tokens[at + 1] ?? '+')) return null;
    else written.push(letterFor(token.toLowerCase(), letters));
  }
  return written.length === 0 || written.includes('?') ? null : written.join(' ');
}

const OPERATOR = /^[-−+*×x/÷)]$/i;

function letterFor(word: string, letters: Map<string, string>): string {
  const letter = letters.get(word) ?? LETTERS[letters.size] ?? '?';
  letters.set(word, letter);
  return letter;
}
