import * as Q from '../../math/rational.ts';
import { amountOf, IS, NUMBER, said, sameNoun, show, type Teller } from './saying.ts';

const NOUN = String.raw`(?: ([a-z]+))?`;
const END = String.raw`(?:\s*[.,;)](?:\s|$)|\s*$)`;

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  half: [1, 2],
  'one half': [1, 2],
  'a third': [1, 3],
  'one third': [1, 3],
  'one-third': [1, 3],
  'two thirds': [2, 3],
  'two-thirds': [2, 3],
  'a quarter': [1, 4],
  'one quarter': [1, 4],
  'one-quarter': [1, 4],
  'one fourth': [1, 4],
  'one-fourth': [1, 4],
  'three quarters': [3, 4],
  'three-quarters': [3, 4],
  'three fourths': [3, 4],
  'three-fourths': [3, 4],
  'a fifth': [1, 5],
  'one fifth': [1, 5],
  'one-fifth': [1, 5],
  'a tenth': [1, 10],
  'one tenth': [1, 10],
  twice: [2, 1],
  double: [2, 1],
  triple: [3, 1],
  'three times': [3, 1],
  'four times': [4, 1],
  'five times': [5, 1],
};
const PART = new RegExp(
  `(?<![-\\w])(?<!\\d )(?<!\\band )(${Object.keys(PARTS).join('|')})(?: of)?(?: the| those| these)? (${NUMBER})${NOUN}${IS}(${NUMBER})${NOUN}${END}`,
  'i',
);

/** 'Half of 48 bananas is 24 bananas.' */
const part: Teller = sentence => {
  const [, name = '', whole, noun, written, counted] = PART.exec(sentence) ?? [];
  const [times, value] = [PARTS[name.toLowerCase()], amountOf(whole)];
  if (!times || !value || !sameNoun(noun, counted) || (noun === undefined && counted !== undefined)) return null;
  return said(`${name} of ${whole}`, Q.multiply(value, Q.rational(...times)), written);
};

const BETWEEN = String.raw`(?:[^\d.,;$£€]|(?<=[a-z]),)*?`;
const VERB = String.raw`(multipl(?:y|ies|ying)|divid(?:e|es|ing)|subtract(?:s|ing)?|add(?:s|ing)?)`;
const RESULT = String.raw`(?:\bto get\b|\bgives\b(?: us)?|\bwe get\b|\byou get\b|\bresults? in\b|\bfor a total of\b|\bwhich (?:is|equals|gives)\b|\.\s+(?:this|that|it|the result|the answer)\s+(?:equals|gives|is)\b)`;
const TOLD = new RegExp(
  String.raw`\b${VERB} (?:the |these |those )?(${NUMBER})(${BETWEEN})\b(by|from|and|to|with) (${BETWEEN})(${NUMBER})(${BETWEEN}),?\s*${RESULT} (?:a total of |the total of )?(${NUMBER})(?! ?[-+−*/×÷=%^])(?! (?:divided|multiplied|times|plus|minus|of)\b)`,
  'i',
);
const MORE =
  /\b(?:half|third|quarter|twice|double|triple|dozen|percent|hundred|thousand|million|each|every|per|two|three|four|five|six|seven|eight|nine|ten|again|then|itself|number of|steps?|from|remaining|first|other)\b|[%×*/+=÷]|[-−] /i;

/** 'Multiply 60 metres by 3 to find the distance. This equals 180 metres.' */
const worked: Teller = sentence => {
  const [, verb = '', a, first = '', word = '', second = '', b, third = '', written] = TOLD.exec(sentence) ?? [];
  const [x, y] = [amountOf(a), amountOf(b)];
  if (!x || !y || MORE.test(`${first} ${second} ${third}`)) return null;
  const how = `${verb.slice(0, 3).toLowerCase()} ${word.toLowerCase()}`;
  const value: Readonly<Record<string, Q.Rational | null>> = {
    'mul by': Q.multiply(x, y),
    'mul and': Q.multiply(x, y),
    'mul with': Q.multiply(x, y),
    'div by': Q.divide(x, y),
    'sub from': Q.subtract(y, x),
    'add to': Q.add(x, y),
    'add and': Q.add(x, y),
    'add with': Q.add(x, y),
  };
  return said(`${a} and ${b}`, value[how] ?? null, written);
};

const MIXED = /(?<![\d./])(\d+) (\d+)\/(\d+)(?![\d/])/g;
const BY_PARTS =
  /(?<![\d./])(\d+) ?[×·*x] ?(\d+) ?= ?(\d+)\b(?:,| and|;|, and)? ?\(?(\d+)\/(\d+) ?[×·*x] ?(\d+)\/(\d+)\)? ?= ?(\d+)\/(\d+)/;

/** `2 × 3 = 6 and 1/2 × 1/3 = 1/6` for 2 1/2 × 3 1/3: the whole parts and the fractions are multiplied alone. */
const byParts: Teller = (sentence, { above }) => {
  const [, a = '', c = '', , b1 = '', b2 = '', d1 = '', d2 = ''] = BY_PARTS.exec(sentence) ?? [];
  const mixed = a === '' ? [] : [...above.matchAll(MIXED)].map(([, n, over, under]) => `${n} ${over}/${under}`);
  const [x, y] = [`${a} ${b1}/${b2}`, `${c} ${d1}/${d2}`];
  const [p, q] = [amountOf(x), amountOf(y)];
  if (
    !p ||
    !q ||
    !mixed.includes(x) ||
    !mixed.includes(y) ||
    /\d ?[×·*x] ?\d+\/|\d\/\d+ ?[×·*x] ?\d+(?!\/|\d)/.test(sentence.replace(BY_PARTS, ' '))
  )
    return null;
  return { holds: false, expression: `${x} · ${y}`, value: show(Q.multiply(p, q)), written: BY_PARTS.exec(sentence)?.[0] ?? '' };
};

/** Calculations of mixed numbers. */
export const MIXED_NUMBERS: readonly Teller[] = [byParts];

/** Calculations told in words. */
export const SUMS: readonly Teller[] = [part, worked];
