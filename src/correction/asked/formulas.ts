import type { Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { printed, valueAt } from './letters.ts';
import { inDigits, statementIn } from './text.ts';

const ASKS = /\b(?:write|find|give|state|make|what is|what) an? (?:equation|formula|rule)\b/i;
const NAMED =
  /(?<![\w'’])([A-Za-z])\b,? (?:stands? for|represents?|denotes?|be|is|for|equals?|=) (?:the |her |his |their |its )?(total|number|amount|cost|price|wage|pay|charge|distance|time|weight|length|height|value|age)( of)? ?([a-z]+)?/g;
const PLUS_EACH =
  /(?<![\d.])\$?(\d+(?:\.\d+)?)(?![\d.])(?: [^\d]*?|[^\d]*[.,;] [^\d]*?)\b(?:another|additional|extra|plus|and|more)\b,? (?:an? )?(?:additional |extra |another )?\$?(\d+(?:\.\d+)?)(?![\d.])[^\d.?]{0,24}\b(?:for each|for every|per|each|every|an|a) (?:extra |additional )?([a-z]+)/i;

interface Named {
  readonly letter: string;
  /** What it counts, when it is a number of things. */
  readonly counts: string | null;
}

const namedIn = (problem: string): Named[] =>
  [...problem.matchAll(NAMED)].flatMap(([, letter = '', what, of, noun]) =>
    letter === 'a' || letter === 'I' ? [] : [{ letter, counts: what === 'number' && of ? (noun ?? null) : null }],
  );

/** An equation that the problem asks for, in letters that it names: `W = 20H + 2` for 20 and another 2 for each hour, or an equation in some other letter alone. */
export function refutedFormula({ decider }: Scene, problem: string, last: string): Witness | null {
  const named = ASKS.test(problem) ? namedIn(problem) : [];
  const written = statementIn(last.replace(/^(?:so |the )?(?:answer|equation|formula)(?: is)?:?\s*/i, ''));
  if (named.length < 2 || written?.kind !== 'chain' || written.relations.join() !== '=' || written.sides.length !== 2) return null;
  const letters = lettersIn(written);
  const [only] = letters;
  const isNamed = (letter: string): boolean => named.some(each => each.letter.toLowerCase() === letter.toLowerCase());
  if (letters.length === 1 && only !== undefined && !isNamed(only)) return shown(written, new Map([[only, Q.ONE]]));
  const right = formulaIn(problem, named) ?? pricesIn(problem, named);
  if (!right || decider.lines(right.formula, written).kind !== 'different') return null;
  return letters.every(letter => right.at.has(letter)) ? shown(written, right.at) : null;
}

function shown(written: Statement & { kind: 'chain' }, at: ReadonlyMap<string, Q.Rational>): Witness | null {
  const [left, right] = written.sides.map(side => valueAt(side, at));
  return left === undefined || right === undefined || left === right ? null : { kind: 'values', at: printed(at), left, right };
}

/** A fixed amount and another for each of something. */
function formulaIn(problem: string, named: readonly Named[]) {
  const text = inDigits(problem);
  const [, fixed, rate, noun = ''] = PLUS_EACH.exec(text) ?? [];
  const [count, other] = [named.find(({ counts }) => counts !== null), named.find(({ counts }) => counts === null)];
  const stem = (word: string): string => word.replace(/s$/, '');
  if (!count || !other || named.length > 2 || stem(count.counts ?? '') !== stem(noun) || fixed === undefined || rate === undefined)
    return null;
  if ((text.match(/\d+(?:\.\d+)?/g) ?? []).length !== 2) return null;
  const formula = statementIn(`${other.letter} = ${fixed} + ${rate}*${count.letter}`);
  const [start, each] = [Q.parseDecimal(fixed), Q.parseDecimal(rate)];
  if (!formula || !start || !each) return null;
  const at = new Map([
    [count.letter, Q.rational(2)],
    [other.letter, Q.add(start, Q.multiply(each, Q.rational(2)))],
  ]);
  return { formula, at };
}

const PRICES =
  /\b([a-z]+) [a-z ]*?costs? \$?(\d+(?:\.\d+)?)(?![\d.])[^\d.]*?(?:,|\band\b) ([a-z]+) [a-z ]*?costs? \$?(\d+(?:\.\d+)?)(?![\d.])[^\d]*?\b(?:total|altogether|all together|spen[dt]s?|costs?|pays?|paid)\b[^\d]*?\$?(\d+(?:\.\d+)?)(?![\d.]*\d)/i;

/** What two kinds of things cost each, and all of them together: `5b + 6r = 90`. */
function pricesIn(problem: string, named: readonly Named[]) {
  const text = inDigits(problem);
  const [, one = '', a, two = '', b, total] = PRICES.exec(text) ?? [];
  const letterOf = (noun: string): string | undefined => named.find(({ counts }) => counts?.toLowerCase() === noun.toLowerCase())?.letter;
  const [x, y] = [letterOf(one), letterOf(two)];
  if (!x || !y || !a || !b || !total || named.length > 2 || (text.match(/\d+(?:\.\d+)?/g) ?? []).length !== 3) return null;
  const formula = statementIn(`${a}*${x} + ${b}*${y} = ${total}`);
  const [p, q, sum] = [a, b, total].map(Q.parseDecimal);
  const rest = p && sum && Q.subtract(sum, p);
  const count = rest && q && Q.divide(rest, q);
  return formula && count ? { formula, at: new Map([[x, Q.ONE] as const, [y, count] as const]) } : null;
}
