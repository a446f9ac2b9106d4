import { minus, product, quotient, sum } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { IN_WORDS } from './answer.ts';
import { type Asked, number, type Reader, value } from './reading.ts';

/** Words with which a story is more than one rate: parts, remainders, other rates. */
const MORE =
  /\b(?:more|less|fewer|additional\w*|extra|another|each|every|left|remain\w*|discount\w*|tax|together|both|than|except|only|half|twice|double|triple|percent|profit|older|younger|fee|first|start\w*|already|began|per|if [^.]* instead|inches wide|square|area|workers?|men|painters?|machines?|taps?|pipes?|higher|taller|wide|tall|high)\b|%/i;
/** Words that say that a rate is the same throughout. */
const STEADY =
  /\b(?:(?:at )?(?:the|this|that) (?:same |constant )?(?:rate|speed|pace|price|ratio)|same recipe|same (?:rate|speed|pace|price|cost)|constant (?:rate|speed|pace))\b/i;
const COSTS =
  /^if\b.*\b(?:costs?|buys?|can buy|makes?|weighs?|serves?|fills?|needs?|uses?|travels?|walks?|runs?|drives?|types?|prints?|reads?|earns?|for)\b/i;

const AMOUNT = /(\$)?(\d+(?:,\d{3})*(?:\.\d+)?(?:\s*\/\s*\d+)?)(?:[ -]([a-z]+))?/gi;

interface Quantity {
  readonly size: Expr;
  readonly unit: string;
}

/** `8 cups`, `$3`: the numbers of a story with what they count. Null when one of them counts nothing. */
function quantitiesIn(text: string): Quantity[] | null {
  const found = [...text.matchAll(AMOUNT)].map(([, money, digits, noun = '']) => ({
    size: number(digits?.replace(/\s/g, '')),
    unit: money ? '$' : unitOf(noun),
  }));
  const whole = found.flatMap(({ size, unit }) => (size && unit !== '' ? [{ size, unit }] : []));
  return whole.length === found.length ? whole : null;
}

const unitOf = (noun: string): string => {
  const word = noun.toLowerCase();
  if (/^(?:dollars?)$/.test(word)) return '$';
  if (/^(?:in|for|at|to|of|and|by|is|can|from|or|if|how)$/.test(word)) return '';
  return word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?:es|s)$/, '') : word;
};

/** What the question counts: 'how many donuts', 'how far', 'how much will 8 pens cost'. Empty when it is not told. */
function wanted(question: string, units: readonly string[]): string {
  const many = /\bhow (?:many|much) ([a-z]+)/i.exec(question)?.[1];
  const counted = many === undefined ? '' : unitOf(many);
  if (units.includes(counted)) return counted;
  if (/\bhow much\b.*\b(?:cost|pay|charge|spend|earn)\b|\bwhat (?:is|will be) the (?:cost|price)\b/i.test(question)) return '$';
  const dimension = /\bhow far\b/i.test(question) ? FAR : /\bhow long\b/i.test(question) ? LONG : null;
  return units.find(unit => dimension?.test(unit)) ?? '';
}

const FAR = /^(?:mile|kilomet(?:er|re)|km|met(?:er|re)|m|feet|foot|ft|centimet(?:er|re)|cm|yard|block|lap|inch|inche)$/;
const DONE = /^(?:\$|page|word|lit(?:er|re)|gallon|cup|box|bottle)$/;
const LONG = /^(?:second|minute|hour|day|week|month|year|min|hr|sec)$/;

/**
 * One rate and one more amount: 'If 5 pens cost $3, how much do 8 pens cost at the same price?' Only where three numbers stand in the story, two of them count
 * the same thing, and words say that the rate does not change.
 */
function proportion(problem: string): Asked | null {
  if (MORE.test(problem) || !(STEADY.test(problem) || COSTS.test(problem))) return null;
  const sentences = problem.split(/(?<=[.?!])\s+/);
  if (sentences.length > 2) return null;
  const question = /(?:[^,.?]*\bhow (?:many|much|far|long)\b[^?]*\?|.*)$/i.exec(sentences.at(-1) ?? '')?.[0] ?? '';
  const amounts = quantitiesIn(problem);
  const [a, b, c, ...others] = amounts ?? [];
  if (!a || !b || !c || others.length > 0 || a.unit === b.unit || !/\bhow (?:many|much|far|long)\b/i.test(question)) return null;
  const asked = wanted(question, [a.unit, b.unit]);
  if ([a, b].some(({ unit }) => LONG.test(unit)) && ![a, b].some(({ unit }) => FAR.test(unit) || DONE.test(unit))) return null;
  if (c.unit === a.unit && asked === b.unit) return value(quotient(product(c.size, b.size), a.size), UNKNOWN);
  if (c.unit === b.unit && asked === a.unit) return value(quotient(product(c.size, a.size), b.size), UNKNOWN);
  return null;
}

/** Letters that such a story's answer is often called by. */
const UNKNOWN = ['x', 'n', 'y', IN_WORDS];

const WHOLE = /^(?=.*\d)(.+)$/;

/** Two who go equally fast keep their distance: 'When Ann had run 9 laps, Bea had run 3. When Bea has run 15, how many has Ann run?' */
const LEAD =
  /^(?=.*\b(?:equally fast|same (?:speed|pace|rate))\b)(?=.*\b(?:first|earlier|before|later|after|ahead|head start)\b).*\bwhen (\w+) (?:had |has )?\w+ (\d+)(?: \w+)?, (\w+) (?:had |has )?\w+ (\d+)(?: \w+)?\. when (\w+) (?:had |has )?\w+ (\d+)(?: \w+)?, how many (?:\w+ )?(?:has|had|did|will) (\w+)(?: (?:have )?\w+)?\?$/i;

function lead([, one = '', a, two = '', b, three = '', c, four = '']: readonly (string | undefined)[]): Asked | null {
  const [x, y, z] = [a, b, c].map(number);
  if (!x || !y || !z) return null;
  const same = (p: string, q: string): boolean => p.toLowerCase() === q.toLowerCase();
  const pronoun = /^(?:he|she|it|they)$/i;
  if (same(three, two) && (same(four, one) || pronoun.test(one))) return value(sum(z, minus(x, y)), UNKNOWN);
  if ((same(three, one) || pronoun.test(one)) && same(four, two)) return value(minus(z, minus(x, y)), UNKNOWN);
  return null;
}

/** Stories that one rate, or one lead, tells from end to end. */
export const RATES: readonly Reader[] = [
  [LEAD, lead],
  [WHOLE, ([problem = '']) => proportion(problem)],
];
