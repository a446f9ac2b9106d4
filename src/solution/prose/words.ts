import { knownUnit, unitName } from '../../math/read/units.ts';
import { WHY } from './unsure.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(word => word !== ''));

/** Words that end what is counted: behind them something else is said. */
export const STOPPING = set(`
  and or so then thus hence therefore but because since as if when while which than
  is are was were be been being am has have had having do does did will would can could should shall may might must
  i he she it we they you
  get gets got give gives gave make makes made spend spends spent pay pays paid cost costs need needs buy buys bought sell sells sold earn earns earned
  leaves leaving equals equal plus minus times divided multiplied added subtracted
  how what where why not no only also now finally let solve find calculate add subtract multiply divide take taking giving means meaning using use
`);

/** Words that may belong to what is counted or to something else: `12 from a bus + 3`. */
export const LOOSE = set(`
  who whom whose that this these those there here the in on at for from to by with without into onto over under after before between during until about around
  him her them us me one's my his its our their your just next first second third get
`);

/** Words that change the value of a number beside them, so that the number alone is not what the words say. */
export const SCALING = set(`
  dozen dozens tens hundred hundreds thousand thousands million millions billion billions trillion k m bn half halves third thirds quarter quarters
  fourth fourths fifth fifths sixth sixths seventh eighth eighths ninth tenth tenths hundredth hundredths thousandth
  pair pairs couple couples score gross twice thrice double triple quadruple squared cubed percentage remainder r negative
  fortnight fortnights decade decades century centuries dime dimes nickel nickels penny pennies twins triplets
`);

/** What a number is worth with one of these words behind it, in signs that are no longer than the word. */
export const FACTORS: ReadonlyMap<string, string> = new Map(
  'dozen *12,dozens *12,tens *10,hundred *100,hundreds *100,thousand *1000,thousands *1000,million *10^6,millions *10^6,billion *10^9,billions *10^9,trillion *10^12,half /2,halves /2,pair *2,pairs *2,couple *2,couples *2,score *20,gross *144'
    .split(',')
    .map(entry => entry.split(' '))
    .map(([word = '', by = '']) => [word, by] as const),
);

/** Words among `SCALING` that change a value in no fixed way. */
const CHANGING = set('squared cubed percentage negative twins triplets');

/** Why a word among what is counted may change the number's value; null when it does not. */
export function scalingIn(word: string): string | null {
  if (CHANGING.has(word)) return WHY.changed;
  if (word === 'remainder' || word === 'r') return WHY.leftOver;
  if (SCALING.has(word)) return WHY.scaled;
  const isNumber = (part: string): boolean => SCALING.has(part) || NUMBER_WORDS.has(part) || TENS.has(part);
  return (/[-‑]/.test(word) ? word.split(/[-‑]/).some(isNumber) : isNumber(word)) ? WHY.changed : null;
}

/** Words before an operand that reach into it: the expression does not begin there. */
export const REACHING = set(`
  twice thrice half halves double doubled doubling triple tripled quadruple quarter third times plus minus over than square squared cube cubed root
  negative less more fewer between divided multiplied dozen hundred thousand million squaring cubing average mean median remainder modulo mod log ln sin cos tan percent per
`);

/** Words before an operand that may reach into it, as 'add' in 'add 5 + 3 to it'. */
export const PERHAPS_REACHING = set(
  'by with add adding added subtract subtracting subtracted divide dividing multiply multiplying product increase decrease reduce',
);

/** `… of 12 + 3`: what stands before the 'of' works on what follows it. */
export const OPERATIVE = set(`
  half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths
  percent percentage fraction root square cube squares cubes average mean median mode double triple multiple multiples factor factors dozen
  hundred thousand million pair pairs reciprocal inverse opposite negative factorial logarithm sine cosine tangent power absolute remainder
  hundredth hundredths thousandths
`);

/** As `OPERATIVE`, where the calculation behind the 'of' is as often written out: 'a difference of 12 - 3 = 9'. */
export const PERHAPS_OPERATIVE = set('sum all product difference ratio quotient range portion most rest majority');

/** Verbs that take a number from elsewhere in the sentence: 'add 5 to 3 × 4 = 17'. */
export const TAKING = set(`
  add adds adding added subtract subtracts subtracting subtracted take takes taking took remove removes removing removed minus plus deduct deducting deducted
  multiply multiplies multiplying multiplied divide divides dividing divided sum difference product average total combine combining between both
`);

/** Number words with a digit form that is never longer. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, String(index)] as const),
);

export const TENS = set('thirty forty fifty sixty seventy eighty ninety');

/** Operators in words, one or two words long. */
export const OPERATOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['times', '×'],
  ['plus', '+'],
  ['minus', '-'],
  ['multiplied by', '×'],
  ['divided by', '÷'],
  ['at', '×'],
]);

/** Words between `=` and a number that make it an approximate one. */
export const ROUGHLY = set('about approximately roughly around nearly almost approx circa');

/** Names of functions that may stand before a number or bracket; a logarithm's carries its base. */
export const isFunction = (word: string): boolean => FUNCTIONS.has(word) || /^log(?:_\{?\w{1,4}\}?|[₀-₉]+)$/.test(word);

const FUNCTIONS = set('sin cos tan cot sec csc log ln lg exp sqrt abs arcsin arccos arctan min max gcd lcm');

/** Measures whose units turn into each other: a calculation that names two of one measure may hold in either. */
const MEASURES: readonly ReadonlySet<string>[] = [
  set('mm cm m km inch foot yard mile'),
  set('mg g kg ounce pound ton tons'),
  set('ml l gallon gallons cup cups pint pints quart quarts tablespoon tablespoons tbsp teaspoon teaspoons tsp ounce'),
  set('second minute hour day week month year decade decades century centuries'),
  set('$ cent penny pennies dime dimes nickel nickels quarter quarters dollar'),
  set('degree radian radians'),
];

/** Singular name of a unit of measure, a plain word left as it is, in lower case. */
export function measureName(word: string): string {
  return unitName(word);
}

/** True when two of the names are different units of one measure. */
export function convertible(names: ReadonlySet<string>): boolean {
  if (names.size < 2) return false;
  return MEASURES.some(measure => [...names].filter(name => measure.has(name)).length > 1);
}

const MEASURED: ReadonlySet<string> = new Set(MEASURES.flatMap(measure => [...measure]));

/** True for a unit of measure. */
export const isMeasure = (word: string): boolean => knownUnit(word) !== null || MEASURED.has(word.toLowerCase());
