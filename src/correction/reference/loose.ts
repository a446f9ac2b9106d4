import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import { mapChildren } from '../../math/tree.ts';
import type { Claim } from '../../solution/solution.ts';

/**
 * A calculation among words that is too doubtful to be judged, `3000 boxes – 27 sold boxes = 2973 boxes`, read by its numbers and signs alone. It serves to tell
 * what was computed from what. Null unless it comes out as it is written, which shows that it was read as it was meant.
 */
export function looselyRead({ text, range, statement, setting }: Claim): Statement | null {
  if (statement !== null || setting !== 'prose' || text.length > LONGEST) return null;
  const sides = text.split('=').map(side => side.replace(WORDS, blank));
  const [left, right] = sides.slice(-2);
  const result = right?.match(RESULT)?.[0];
  if (left === undefined || right === undefined || result === undefined) return null;
  const start = sides.slice(0, -2).reduce((length, side) => length + side.length + 1, 0);
  const read = parseStatement(`${left}=${result}`).statement;
  if (read?.kind !== 'chain' || read.sides.length !== 2) return null;
  const [value, written] = read.sides.map(side => evaluateExact(side));
  if (!value || !written || !isRounded(value, written)) return null;
  return { ...read, sides: read.sides.map(side => moved(side, range.start + start)) };
}

/** Characters beyond which a sentence is not taken for one calculation. */
const LONGEST = 300;

/** Words, with what binds them, and signs of currency: nothing that is calculated with. */
const WORDS = /[$€£]|[a-z][a-z'’]*(?:[-‐][a-z]+)*/gi;
const RESULT = /^\s*[-−]?\d[\d,]*(?:\.\d+)?%?/;

/** A word as blanks; `x` as the sign it is between numbers. */
const blank = (word: string): string => (/^x$/i.test(word) ? '×' : ' '.repeat(word.length));

const isRounded = (value: Q.Rational, written: Q.Rational): boolean =>
  Q.compare(Q.absolute(Q.subtract(value, written)), Q.multiply(Q.absolute(written), Q.rational(1, 200))) <= 0;

const moved = (expr: Expr, by: number): Expr => ({
  ...mapChildren(expr, part => moved(part, by)),
  span: { start: expr.span.start + by, end: expr.span.end + by },
});
