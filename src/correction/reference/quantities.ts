import * as Q from '../../math/rational.ts';
import { remembered } from '../memo.ts';

/** A number that a problem or a step names: as it is said, and what it is worth. */
export interface Quantity {
  readonly value: Q.Rational;
  readonly said: string;
  /** How far-fetched it is to calculate with it: 0 for a number of the problem, more for what has to be known. */
  readonly cost: number;
}

/** Number words, in the order of what they are worth: from one on, and the tens from twenty on. */
const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const WHOLE: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i + 1] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
  ...Object.entries({ hundred: 100, thousand: 1000, dozen: 12, pair: 2, couple: 2, twice: 2, double: 2, doubled: 2, doubles: 2 }),
  ...Object.entries({ thrice: 3, triple: 3, tripled: 3, triples: 3, quadruple: 4, quadrupled: 4 }),
]);

/** Into how many parts a word divides. */
const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 2,
    halve: 2,
    third: 3,
    fourth: 4,
    quarter: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }).flatMap(([word, n]) => [[word, n] as const, [`${word}s`, n] as const]),
);

/** What a unit is worth in a smaller one, known without being told. */
const KNOWN: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\b(?:days?|weeks?|daily|weekly)\b/i, [7]],
  [/\b(?:weekdays?|workdays?)\b/i, [5]],
  [/\bweekends?\b/i, [2]],
  [/\b(?:weeks?|months?)\b/i, [4]],
  [/\b(?:months?|years?|yearly|monthly|annual\w*)\b/i, [12]],
  [/\byears?\b/i, [52, 365]],
  [/\b(?:minutes?|hours?|seconds?)\b/i, [60]],
  [/\b(?:hours?|days?)\b/i, [24]],
  [/\b(?:feet|foot|inch(?:es)?)\b/i, [12]],
  [/\b(?:cents?|dollars?|\$|percent|%|meters?|metres?|centim\w*)\b/i, [100]],
  [/\b(?:kilo\w*|km|kg|grams?)\b/i, [1000]],
];

/** A solution's texts are asked for again and again: what was read of the last ones is remembered, by what a reading costs. */
const READ = new Map<number, (text: string) => readonly (readonly Quantity[])[]>();
const FLAT = new Map<number, (text: string) => readonly Quantity[]>();

function readerOf<T>(
  readers: Map<number, (text: string) => T>,
  cost: number,
  read: (text: string, cost: number) => T,
): (text: string) => T {
  const known = readers.get(cost) ?? remembered(text => read(text, cost), 400);
  readers.set(cost, known);
  return known;
}

/** The numbers a text names, in digits or words, and the parts and remainders its percents and fractions stand for. */
export const quantitiesIn = (text: string, cost = 0): readonly Quantity[] =>
  readerOf(FLAT, cost, (one, own) => readingsIn(one, own).flat())(text);

/** The numbers a text names, one after another: each with all that it may be meant for. */
export const readingsIn = (text: string, cost = 0): readonly (readonly Quantity[])[] => readerOf(READ, cost, readReadings)(text);

function readReadings(text: string, cost: number): Quantity[][] {
  const found: Quantity[][] = [];
  for (const match of text.matchAll(/(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*\/\s*(\d+))?(\s*(?:%|percent))?/gi)) {
    const [said, digits = '', below, percent] = match;
    const value = Q.parseDecimal(digits.replace(/,/g, ''));
    if (value === null) continue;
    const part = below === undefined ? null : Q.divide(value, Q.rational(Number(below)));
    found.push([
      { value, said, cost },
      ...(part === null ? [] : share(part, said, cost)),
      ...(percent === undefined ? [] : percentages(value, said.trim(), cost)),
    ]);
  }
  return [...found, ...inWords(text, cost)];
}

/** `three-fifths`, `twenty-five`, `one and a half`, `twice`, `a dozen`. */
function inWords(text: string, cost: number): Quantity[][] {
  const found: Quantity[][] = [];
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [whole, parts] = [WHOLE.get(word), PARTS.get(word)];
    if (whole !== undefined) found.push([{ value: Q.rational(whole), said: word, cost }]);
    if (parts !== undefined) found.push([{ value: Q.rational(1, parts), said: word, cost }]);
    if (whole === undefined) continue;
    const [next = '', afterNext = '', last = ''] = words.slice(i + 1, i + 4);
    const below = PARTS.get(next);
    const one = WHOLE.get(next);
    if (TENS.includes(word) && one !== undefined && one < 10)
      found.push([{ value: Q.rational(whole + one), said: `${word}-${next}`, cost }]);
    if (below !== undefined && whole < below) found.push(share(Q.rational(whole, below), `${word} ${next}`, cost));
    if (next === 'and' && afterNext === 'a' && last === 'half')
      found.push([{ value: Q.rational(2 * whole + 1, 2), said: `${word} and a half`, cost }]);
  }
  return found;
}

/** A share, and what it leaves of the whole. */
const share = (part: Q.Rational, said: string, cost: number): Quantity[] => [
  { value: part, said, cost },
  { value: Q.subtract(Q.ONE, part), said: `what is left after ${said}`, cost: cost + 0.5 },
];

function percentages(value: Q.Rational, said: string, cost: number): Quantity[] {
  const part = Q.multiply(value, Q.rational(1, 100));
  return [
    { value: part, said, cost },
    { value: Q.subtract(Q.ONE, part), said: `what is left after ${said}`, cost: cost + 0.3 },
    { value: Q.add(Q.ONE, part), said: `the whole and ${said} more`, cost: cost + 0.3 },
  ];
}

/** Numbers that the words of a problem call for without naming them: 7 days, 60 minutes, a half of two. */
export const knownBesides = remembered((text): readonly Quantity[] => {
  const worth = KNOWN.flatMap(([words, values]) => (words.test(text) ? values : []));
  return [...new Set([...worth, 1, 2])].map(n => ({ value: Q.rational(n), said: String(n), cost: n <= 2 ? 0.8 : 0.4 }));
});

/** Each value once, as the least far-fetched quantity that has it. */
export function distinct(quantities: readonly Quantity[]): Quantity[] {
  const best = new Map<string, Quantity>();
  for (const quantity of quantities) {
    const key = Q.printRational(quantity.value);
    const other = best.get(key);
    if (other === undefined || quantity.cost < other.cost) best.set(key, quantity);
  }
  return [...best.values()];
}
