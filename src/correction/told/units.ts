import { unitOf } from '../../math/decide/units.ts';
import * as Q from '../../math/rational.ts';
import { unitName } from '../../math/read/units.ts';
import { quantitiesIn } from '../physical/units.ts';
import { type Around, amountOf, NUMBER, type Said, said, show, type Teller } from './saying.ts';

const PLAIN =
  '(?:milli|centi|deci|kilo)?(?:met(?:er|re)|gram|lit(?:er|re))s?|mm|cm|dm|m|km|g|kg|mg|ml|mL|cl|L|l|t|tonnes?|ha|hectares?|oz|lbs?|ft|inch(?:es)?|foot|feet|yards?|miles?|ounces?|pounds?|cups?|pints?|quarts?|gallons?|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|decades?|cents?|dollars?|dimes?|nickels?|pennies';
const UNIT = `((?:square |cubic |sq\\.? ?)?(?:${PLAIN})(?:\\^?[23]|[²³])?)`;
const END = String.raw`(?:\s*[.,;:!)]|\s+(?:and|so|then|therefore|but|thus|which|because|he|she|it|they|we|that)\b|\s*$)`;
const OPENS = String.raw`(?:^|[,;:(]\s*|\b(?:so|since|because|as|that|then|know|know that|therefore)\s)\s*`;
const SPACED = String.raw`(?:\d{1,3}(?: \d{3})+(?![\d/]))`;
const COUNT = `((?:${SPACED}|${NUMBER}))`;
const IN = new RegExp(
  `(?:${OPENS}(?:there (?:are|is) )?)${COUNT} ${UNIT} (?:are |is )?(?:in|make|makes up) (?:an|a|one|1|each|every) ${UNIT}${END}`,
  'i',
);
const HAS = new RegExp(
  `${OPENS}(an|a|one|each|every|${SPACED}|${NUMBER}) ?${UNIT} (?:has|is|are|=|equals?|contains?|is equal to|are equal to|consists? of|is the same as) (?:exactly )?${COUNT} ?${UNIT}${END}`,
  'i',
);
const HAS_ALL = new RegExp(HAS.source, 'gi');
/** A day of work and the like have fewer hours, and a week of school fewer days. */
const WORK = /\b(?:work\w*|school|business|weekdays?|shift|job|practi[cs]\w*|train\w*|Monday|Friday|open|closed)\b/i;

/** `3 m² = 3 × 100 = 300 cm²`: how it is worked out. */
const BETWEEN = /=[\d\s.×·*÷/+()^²³]+=/g;

/** Between metric and customary units nothing is exact. */
const METRIC = /^(?:mm|cm|dm|m|km|mg|g|kg|ml|cl|l|tonne)$/;
const OTHERS: Readonly<Record<string, readonly number[]>> = {
  'year day': [365, 366],
  'year week': [52],
  'month week': [4],
  'month day': [28, 29, 30, 31],
};
/** Areas and volumes with a name of their own, in metres. */
const NAMED: Readonly<Record<string, readonly [power: number, size: Q.Rational]>> = {
  ha: [2, Q.rational(10000)],
  l: [3, Q.rational(1, 1000)],
  cl: [3, Q.rational(1, 100000)],
  ml: [3, Q.rational(1, 1000000)],
};

/** A unit by its singular name and its power. */
function readUnit(text: string): { readonly name: string; readonly power: number } {
  const [, before = '', plain = '', behind = ''] = /^(square |cubic |sq\.? ?)?(.+?)(\^?[23]|[²³])?$/i.exec(text.trim()) ?? [];
  const power = /^sq/i.test(before) || /[2²]$/.test(behind) ? 2 : /^cubic/i.test(before) || /[3³]$/.test(behind) ? 3 : 1;
  const name = /^(?:ha|hectares?)$/i.test(plain) ? 'ha' : plain === 't' ? 'tonne' : unitName(plain);
  return { name, power };
}

/** How many of the small unit are in one of the large; null where this is not fixed or not known. */
function inOne(large: string, small: string): readonly Q.Rational[] | null {
  const [a, b] = [readUnit(large), readUnit(small)];
  const known = a.power === 1 && b.power === 1 ? OTHERS[`${a.name} ${b.name}`] : undefined;
  if (known) return known.map(n => Q.rational(n));
  const [x, y] = [unitOf(a.name), unitOf(b.name)];
  if (x && y && x.kind === y.kind && a.power === b.power && a.name !== b.name && METRIC.test(a.name) === METRIC.test(b.name)) {
    const ratio = Q.divide(x.size, y.size);
    const powered = ratio && (x.kind === 'length' || a.power === 1) ? Q.power(ratio, a.power) : null;
    return powered && [powered];
  }
  const [p, q] = [a, b].map(sizeInMetres);
  const ratio = p && q && p[0] === q[0] && (a.name in NAMED || b.name in NAMED) ? Q.divide(p[1], q[1]) : null;
  return ratio && [ratio];
}

/** An area or a volume in square or cubic metres. */
function sizeInMetres({ name, power }: { readonly name: string; readonly power: number }): readonly [number, Q.Rational] | null {
  if (power === 1) return NAMED[name] ?? null;
  const unit = METRIC.test(name) ? unitOf(name) : null;
  const size = unit?.kind === 'length' ? Q.power(unit.size, power) : null;
  return size && [power, size];
}

/** Lengths of a map or a plan stand for longer ones. */
const DRAWN = /\b(?:scale|map|plan|drawing|model)\b|\b1 ?: ?\d{2,}/i;

/** 'So 1 cm² is 0.25 km²' on a map: the scale counts once for each dimension. */
function drawn(problem: string, many: string, whole: string, part: string, plain: Q.Rational, own: Q.Rational): Said | null {
  const [, scale = ''] = /\b1 ?: ?(\d+(?:[, ]\d{3})*)/.exec(problem) ?? [];
  const { power } = readUnit(whole);
  const factor = power > 1 && scale !== '' ? Q.power(Q.rational(Number(scale.replace(/[, ]/g, ''))), power) : null;
  const value = factor && Q.multiply(plain, factor);
  return (
    value && {
      holds: Q.equal(value, own),
      expression: `${many} ${whole} in ${part}, at the scale 1 : ${scale}`,
      value: show(value),
      written: show(own),
    }
  );
}

/** 'There are 50 minutes in an hour', '1 foot is 10 inches', '2.5 m² = 250 cm²'. A number that stands above may mean something else: 8 hours in a day of work. */
const fact: Teller = (sentence, around) => {
  const plain = sentence.replace(BETWEEN, '=');
  const [first, ...more] = [IN.exec(sentence), ...plain.matchAll(HAS_ALL)].flatMap((match, i) => {
    const [, a = '', b = '', c = '', d = ''] = match ?? [];
    const told = !match
      ? null
      : i === 0
        ? factSaid({ many: '', whole: c, written: a, part: b }, around)
        : factSaid({ many: a, whole: b, written: c, part: d }, around);
    return told ?? [];
  });
  return first === undefined || !first.holds ? (first ?? null) : (more.find(({ holds }) => !holds) ?? first);
};

interface Fact {
  readonly many: string;
  readonly whole: string;
  readonly written: string;
  readonly part: string;
}

function factSaid({ many, whole, written, part }: Fact, around: Around): Said | null {
  const times = amountOf(many.replace(/ /g, '')) ?? Q.ONE;
  const own = amountOf(written.replace(/ /g, ''));
  const right = whole === '' ? null : inOne(whole, part);
  const [first] = right ?? [];
  if (!right || !first || !own || Q.isZero(times)) return null;
  if (right.some(n => Q.equal(Q.multiply(times, n), own))) return { holds: true, expression: '', value: '', written: '' };
  const { problem, above } = around;
  if (DRAWN.test(problem)) return drawn(problem, many === '' ? '1' : many, whole, part, Q.multiply(times, first), own);
  const calendar = /^(?:day|week|month|year)/i.test(whole);
  const number = new RegExp(`(?<![\\d.,])${written.replace(/[.$]/g, '\\$&')}(?![\\d]|[.,]\\d)`);
  const named = number.test(above);
  if (right.length > 1 || (calendar && (named || WORK.test(above) || !Q.equal(times, Q.ONE)))) return null;
  if (Q.equal(times, Q.ONE) && number.test(problem)) return null;
  if (named && /^(?:hour|minute|second|h|min)/i.test(whole) && !Q.equal(times, Q.ONE)) return null;
  const found: Said | null = said(
    `${many === '' || /[a-z]/i.test(many) ? 1 : many} ${whole} in ${part}`,
    Q.multiply(times, first),
    written.replace(/ /g, ''),
  );
  return found;
}

/** 'Answer: 20 km/h' behind `= 20 m/s`: the same number in another unit of the same kind. */
const renamed: Teller = (sentence, { before }) => {
  if (!/^(?:so|answer|the answer|therefore|thus|hence|it)\b/i.test(sentence) || before === null || !/[=≈][^=≈]*\d[^=≈\d]*$/.test(before))
    return null;
  const [own, ...more] = quantitiesIn(sentence).quantities;
  const last = quantitiesIn(before).quantities.at(-1);
  const number = (text: string): string => /\d+(?:\.\d+)?/.exec(text)?.[0] ?? '';
  if (
    !own ||
    !last ||
    more.length > 0 ||
    (sentence.match(/\d+(?:\.\d+)?/g)?.length ?? 0) !== 1 ||
    last.end < before.trim().replace(/\.$/, '').length
  )
    return null;
  const [written, above] = [number(sentence.slice(own.start)), number(before.slice(last.start))];
  return written === above && own.dimension === last.dimension && own.value > 0 && Math.abs(own.value - last.value) > 1e-6 * last.value
    ? { holds: false, expression: 'the line above', value: before.slice(last.start, last.end), written: sentence.slice(own.start, own.end) }
    : null;
};

const TIMES_TEN = new RegExp(
  String.raw`(?:^|[\s:=(])(${SPACED}|\d+(?:\.\d+)?) ?([·×*:÷/]) ?(10{1,6}|1 000 000|\d{1,3} 000|60|3600|24) ?= ?(${SPACED}|\d+(?:\.\d+)?) ?${UNIT}(?![a-z/²³^])`,
  'i',
);

/** What each of these calculations holds: most lines have none. */
const BY_FACTOR = /[·×*:÷/] ?(?:10{1,6}|1 000 000|\d{1,3} 000|60|3600|24) ?=/;

/** `3.6 · 100 = 360 cm²` where 3.6 m² are told: the number from above times what is no factor between the two units. */
const converted: Teller = (sentence, { above, problem }) => {
  const [, from = '', sign = '', by = '', to = '', unit = ''] = (BY_FACTOR.test(sentence) ? TIMES_TEN.exec(sentence) : null) ?? [];
  const [value, factor, result] = [from, by, to].map(text => amountOf(text.replace(/ /g, '')));
  if (!value || !factor || !result || DRAWN.test(problem) || /\bper\b|\/ ?[a-z]/i.test(sentence)) return null;
  const named = [...above.matchAll(new RegExp(`(?<![\\d.,])${from.replace('.', '\\.')} ?${UNIT}(?![a-z²³^/]| ?(?:per|\\/))`, 'gi'))].map(
    ([, one = '']) => one,
  );
  const [own, ...others] = new Set(named.map(one => one.toLowerCase()));
  const one = readUnit(own ?? '');
  const two = readUnit(unit);
  if (own === undefined || others.length > 0 || (one.name === two.name && one.power === two.power)) return null;
  const [right, ...doubt] = inOne(own, unit) ?? [];
  const done = /[·×*]/.test(sign) ? Q.multiply(value, factor) : Q.divide(value, factor);
  if (!right || doubt.length > 0 || !done || !Q.equal(done, result)) return null;
  const wanted = Q.multiply(value, right);
  const numbers = (problem.match(/\d+(?:\.\d+)?/g) ?? []).filter(number => number === by).length;
  return numbers > 0 ? null : { holds: Q.equal(wanted, result), expression: `${from} ${own} in ${unit}`, value: show(wanted), written: to };
};

/** What one unit is worth in another. */
export const UNIT_FACTS: readonly Teller[] = [fact, converted, renamed];
