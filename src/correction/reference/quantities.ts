import * as Q from '../../math/rational.ts';

/** A number that a problem or a step names: as it is said, and what it is worth. */
export interface Quantity {
  readonly value: Q.Rational;
  readonly said: string;
  /** How far-fetched it is to calculate with it: 0 for a number of the problem, more for what has to be known. */
  readonly cost: number;
}

const WORDS: ReadonlyMap<string, readonly [number, number?]> = new Map(
  Object.entries<readonly [number, number?]>({
    one: [1],
    two: [2],
    three: [3],
    four: [4],
    five: [5],
    six: [6],
    seven: [7],
    eight: [8],
    nine: [9],
    ten: [10],
    eleven: [11],
    twelve: [12],
    fifteen: [15],
    twenty: [20],
    thirty: [30],
    forty: [40],
    fifty: [50],
    sixty: [60],
    hundred: [100],
    thousand: [1000],
    dozen: [12],
    pair: [2],
    couple: [2],
    twice: [2],
    double: [2],
    doubled: [2],
    doubles: [2],
    thrice: [3],
    triple: [3],
    tripled: [3],
    quadruple: [4],
    half: [1, 2],
    halves: [1, 2],
    third: [1, 3],
    thirds: [1, 3],
    quarter: [1, 4],
    quarters: [1, 4],
    fifth: [1, 5],
    tenth: [1, 10],
  }),
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

/** The numbers a text names, in digits or words, and the parts and remainders its percents stand for. */
export function quantitiesIn(text: string, cost = 0): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(/(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*\/\s*(\d+))?(\s*(?:%|percent))?/gi)) {
    const [said, digits = '', below, percent] = match;
    const value = Q.parseDecimal(digits.replace(/,/g, ''));
    if (value === null) continue;
    const part = below === undefined ? null : Q.divide(value, Q.rational(Number(below)));
    found.push({ value, said, cost });
    if (part !== null)
      found.push({ value: part, said, cost }, { value: Q.subtract(Q.ONE, part), said: `what is left after ${said}`, cost: cost + 0.5 });
    if (percent !== undefined) found.push(...percentages(value, said.trim(), cost));
  }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const worth = WORDS.get(word);
    if (worth !== undefined) found.push({ value: Q.rational(worth[0], worth[1] ?? 1), said: word, cost });
  }
  return found;
}

function percentages(value: Q.Rational, said: string, cost: number): Quantity[] {
  const part = Q.multiply(value, Q.rational(1, 100));
  return [
    { value: part, said, cost },
    { value: Q.subtract(Q.ONE, part), said: `what is left after ${said}`, cost: cost + 0.3 },
    { value: Q.add(Q.ONE, part), said: `the whole and ${said} more`, cost: cost + 0.3 },
  ];
}

/** Numbers that the words of a problem call for without naming them: 7 days, 60 minutes, a half of two. */
export function knownBesides(text: string): Quantity[] {
  const worth = KNOWN.flatMap(([words, values]) => (words.test(text) ? values : []));
  return [...new Set([...worth, 1, 2])].map(n => ({ value: Q.rational(n), said: String(n), cost: n <= 2 ? 0.8 : 0.4 }));
}

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
