import * as Q from '../../math/rational.ts';
import { gcd } from '../congruences.ts';
import { amountOf, END, IS, LIST, NUMBER, type Said, said, type Teller } from './saying.ts';

const WHOLE = String.raw`(?<![\w^.,/:²³-]|\d |[-+−–·*×÷/] )(\d{1,3}(?:,\d{3})+|\d+)(?![\d/:%]|[.,]\d)`;
const LARGEST = 1e12;

/** A whole number of a size that can be factored by trial. */
function wholeOf(text: string | undefined): number | null {
  const n = Number(text?.replace(/,/g, '') ?? Number.NaN);
  return Number.isInteger(n) && n > 0 && n <= LARGEST ? n : null;
}

const wholesOf = (list: string): number[] | null => {
  const all = (list.match(/\d{1,3}(?:,\d{3})+|\d+/g) ?? []).map(wholeOf);
  return all.every(n => n !== null) ? all : null;
};

function smallestFactor(n: number): number {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return d;
  return n;
}

function primesOf(n: number): number[] {
  const found: number[] = [];
  for (let rest = n; rest > 1; rest /= found.at(-1) ?? rest) found.push(smallestFactor(rest));
  return found;
}

const GCD = '(?:gcd|gcf|hcf|greatest common (?:divisor|factor)|highest common factor|largest common factor)';
const LCM = '(?:lcm|(?:least|lowest|smallest) common multiple)';
const COMMON = new RegExp(`\\b(?:the )?(${GCD}|${LCM})(?: \\(\\w+\\))?(?: (?:of|for) (${LIST}))?${IS}(${NUMBER})${END}`, 'i');
const COMMON_CHAIN = new RegExp(
  `^(?:so |thus |therefore |hence )*(?:the )?(${GCD}|${LCM})(?: of (${LIST}))?${IS}([\\d\\s×·*^²³⁴⁵()]+?)(?:=\\s*(\\d+))?[.]?$`,
  'i',
);
const ASKED = new RegExp(`\\b(${GCD}|${LCM})(?:(?: \\(\\w+\\))? (?:of|for) (?:the numbers )?| ?\\()(${LIST})`, 'i');

/** 'The HCF of 48 and 180 is 12.', 'LCM = 2² × 3²', of the numbers that the sentence or the problem names. */
const common: Teller = (sentence, { problem }) => {
  const [, chained = '', chainList, product = '', last] = COMMON_CHAIN.exec(sentence) ?? [];
  const [, name = chained, list = chainList, text = last] = COMMON.exec(sentence) ?? [];
  const divides = new RegExp(`^${GCD}$`, 'i').test(name);
  const [, asked = '', given = ''] = ASKED.exec(problem) ?? [];
  const fits = new RegExp(`^${divides ? GCD : LCM}$`, 'i').test(asked) && (problem.match(new RegExp(LIST, 'g'))?.length ?? 0) === 1;
  const numbers = wholesOf(list ?? (fits ? given : ''));
  const [first, ...others] = numbers ?? [];
  if (name === '' || first === undefined || others.length === 0) return null;
  const value = others.reduce((total, n) => (divides ? gcd(total, n) : (total / gcd(total, n)) * n), first);
  const written = text ?? (amountOf(plainPowers(product)) ? plainPowers(product) : undefined);
  const found = amountOf(written);
  if (!found || value > LARGEST) return null;
  const expression = `the ${divides ? 'greatest common divisor' : 'least common multiple'} of ${[first, ...others].join(', ')}`;
  return { holds: Q.equal(found, Q.rational(value)), expression, value: String(value), written: written?.trim() ?? '' };
};

const plainPowers = (text: string): string => text.trim().replace(/[²³⁴⁵⁶]/g, sign => `^${'²³⁴⁵⁶'.indexOf(sign) + 2}`);

const FACTORS = new RegExp(`\\b(?:the )?(prime )?(?:factors|divisors) of ${WHOLE}${IS}(?:just |only )?(${LIST})[.]?$`, 'i');
const MULTIPLES = new RegExp(
  `\\b(?:the )?(?:first (?:few )?)?multiples of ${WHOLE}${IS}(${LIST})(?:,? ?(?:\\.\\.\\.|…|etc\\.?|and so on))?[.]?$`,
  'i',
);

/** 'The factors of 24 are 1, 2, 3, …': all divide it, and a list from 1 to the number itself leaves none out. */
const factors: Teller = sentence => {
  const [, prime, whole, list = ''] = FACTORS.exec(sentence) ?? [];
  const [n, written] = [wholeOf(whole), wholesOf(list)];
  if (n === null || !written || n > 1e7) return null;
  const odd = written.find(d => n % d !== 0 || (prime !== undefined && smallestFactor(d) !== d));
  if (odd !== undefined)
    return {
      holds: false,
      expression: `${n} divided by ${odd}`,
      value: n % odd ? `remainder ${n % odd}` : 'not prime',
      written: String(odd),
    };
  const whole1 = written.includes(1) && written.includes(n);
  const missing = whole1
    ? Array.from({ length: Math.min(n, 1000) }, (_, i) => i + 1).find(d => n % d === 0 && !written.includes(d))
    : undefined;
  if (missing !== undefined)
    return { holds: false, expression: `${n} divided by ${missing}`, value: String(n / missing), written: `not in the list` };
  return { holds: true, expression: `the factors of ${n}`, value: list, written: list };
};

const multiples: Teller = sentence => {
  const [, whole, list = ''] = MULTIPLES.exec(sentence) ?? [];
  const [n, written] = [wholeOf(whole), wholesOf(list)];
  if (n === null || !written) return null;
  const odd = written.find(m => m % n !== 0);
  return odd === undefined
    ? { holds: true, expression: `the multiples of ${n}`, value: list, written: list }
    : { holds: false, expression: `${odd} divided by ${n}`, value: `remainder ${odd % n}`, written: 'a multiple' };
};

const KIND = '(?:an? )?(prime|composite|even|odd|perfect square|square number|perfect cube|cube number)(?: number)?';
const IS_KIND = new RegExp(
  `(?:^|[,;]\\s|\\b(?:so|and|but|because|since|as|that|therefore|thus|hence)\\s)\\s*${WHOLE} (?:is|are) (not )?${KIND}${END}`,
  'i',
);

const KINDS: Readonly<Record<string, (n: number) => boolean>> = {
  prime: n => n > 1 && smallestFactor(n) === n,
  composite: n => n > 1 && smallestFactor(n) !== n,
  even: n => n % 2 === 0,
  odd: n => n % 2 === 1,
  'perfect square': n => Number.isInteger(Math.sqrt(n)),
  'perfect cube': n => Math.round(Math.cbrt(n)) ** 3 === n,
};

/** '91 is prime.', '48 is a perfect square.' */
const kind: Teller = sentence => {
  const [, whole, not, word = ''] = IS_KIND.exec(sentence) ?? [];
  const n = wholeOf(whole);
  const name = word.toLowerCase().replace(/^(square|cube) number$/, 'perfect $1');
  const test = KINDS[name];
  if (n === null || test === undefined) return null;
  const is = test(n);
  const shown = /^(?:prime|composite)$/.test(name) && n > 1 ? `${n} = ${primesOf(n).join(' × ')}` : `${is ? '' : 'not '}${name}`;
  return { holds: is === (not === undefined), expression: String(n), value: shown, written: `${not ?? ''}${name}` };
};

const DIVISIBLE = new RegExp(
  `(?<![-−+*·^]\\s?)${WHOLE} is (not )?(divisible by|a multiple of|a factor of|a divisor of|divides) ((?:\\d+(?:, | or | and |, or |, and )?)+)${END}`,
  'i',
);

/** '91 is not divisible by 2, 3 or 5.' */
const divisible: Teller = sentence => {
  const [, whole, not, word = '', list = ''] = DIVISIBLE.exec(sentence) ?? [];
  const [n, by] = [wholeOf(whole), wholesOf(list)];
  if (n === null || !by || by.length === 0 || by.includes(0)) return null;
  const [into, from] = /factor|divisor|divides/i.test(word) ? [by, () => n] : [by.map(() => n), (i: number) => by[i] ?? 1];
  const odd = into.findIndex((value, i) => (value % from(i) === 0) !== (not === undefined));
  const [value, divisor] = [into[Math.max(odd, 0)] ?? 0, from(Math.max(odd, 0))];
  const rest = value % divisor;
  return {
    holds: odd < 0,
    expression: `${value} divided by ${divisor}`,
    value: rest === 0 ? String(value / divisor) : `remainder ${rest}`,
    written: `${not ?? ''}${word}`,
  };
};

const BOTH = new RegExp(
  `divisible by both(?: ${WHOLE} and ${WHOLE})? (?:means|is the same as|is|=|⇔|⇒|→) (?:being )?(?:divisible by|a multiple of|multiples? of) (\\d+)`,
  'i',
);
const EITHER = new RegExp(`\\bdivisible by ${WHOLE} (?:or|and)(?: by)? ${WHOLE}`, 'i');

/** 'Divisible by both means divisible by 12', of 4 and 6, which the sentence or the problem names. */
const both: Teller = (sentence, { problem }) => {
  const match = BOTH.exec(sentence);
  const [, one, two] = match?.[1] === undefined ? (EITHER.exec(problem) ?? []) : match;
  const [a, b, by] = [one, two, match?.[3]].map(wholeOf);
  if (!a || !b || !by) return null;
  const value = (a / gcd(a, b)) * b;
  return { holds: value === by, expression: `the least common multiple of ${a} and ${b}`, value: String(value), written: String(by) };
};

const BASES: Readonly<Record<string, number>> = { binary: 2, octal: 8, hexadecimal: 16, base: 0 };
const CONVERT =
  /\b(?:convert|write|express|change)\b[^.]*?(?<![\d.])(\d{1,9})(?:₁₀|_\{?10\}?| \(?(?:from )?base 10\)?)? (?:in|to|into|as) (?:a )?(binary|octal|hexadecimal|base (\d{1,2}))\b/i;
const IN_BASE = /(?:^|[\s:=(])([0-9A-F]+)\)?(?:([₀-₉]+)|_\{?(\d{1,2})\}?| in (binary|octal|hexadecimal)| \(?base (\d{1,2})\)?)[\s.]*$/;

/** 'read upwards: 101101₂' in a problem that asks for a number in another base. */
const base: Teller = (sentence, { problem }) => {
  const [, number, name = '', digits] = CONVERT.exec(problem) ?? [];
  const to = BASES[name.toLowerCase()] ?? Number(digits);
  const [, written = '', sub, below, word, other] = IN_BASE.exec(sentence) ?? [];
  const own = sub
    ? Number([...sub].map(sign => '₀₁₂₃₄₅₆₇₈₉'.indexOf(sign)).join(''))
    : Number(below ?? other ?? BASES[(word ?? '').toLowerCase()]);
  if (
    number === undefined ||
    written === '' ||
    !(to >= 2 && to <= 16) ||
    own !== to ||
    /\b(?:check|digit|part|first|step)\b/i.test(sentence)
  )
    return null;
  const value = Number(number).toString(to).toUpperCase();
  return { holds: value === written.replace(/^0+(?=.)/, ''), expression: `${number} in base ${to}`, value, written };
};

const COPRIME = new RegExp(`${WHOLE} and ${WHOLE} are (not )?(?:coprime|co-prime|relatively prime)${END}`, 'i');

const coprime: Teller = sentence => {
  const [, a, b, not] = COPRIME.exec(sentence) ?? [];
  const [m, n] = [wholeOf(a), wholeOf(b)];
  if (m === null || n === null) return null;
  return {
    holds: (gcd(m, n) === 1) === (not === undefined),
    expression: `the greatest common divisor of ${m} and ${n}`,
    value: String(gcd(m, n)),
    written: `${not ?? ''}coprime`,
  };
};

const REMAINDER = new RegExp(
  `${WHOLE} (?:divided by|÷|/) ${WHOLE}(?:${IS}${WHOLE})? ?(?:,? ?(?:with|and|leaves|has|gives)? ?(?:an? )?remainder(?: of)?|,? ?r\\.?) ?${IS.replace('are', '')}?(\\d+)[.]?$`,
  'i',
);

/** '50 divided by 8 is 6 remainder 2.' */
const remainder: Teller = sentence => {
  const [, a, b, quotient, rest] = REMAINDER.exec(sentence) ?? [];
  const [m, n] = [wholeOf(a), wholeOf(b)];
  if (m === null || n === null || rest === undefined) return null;
  const right: Said | null = said(`the remainder of ${m} divided by ${n}`, Q.rational(m % n), rest);
  if (quotient === undefined || (right && !right.holds)) return right;
  return said(`${m} divided by ${n} without the remainder`, Q.rational(Math.floor(m / n)), quotient);
};

/** Whole numbers and what divides them. */
export const DIVISORS: readonly Teller[] = [common, factors, multiples, kind, both, divisible, coprime, remainder, base];
