import { gcd } from '../congruences.ts';
import { type Misuse, numbersIn, words } from './misuse.ts';

/** So many numbers from 1 on, and two divisors that are not coprime. */
const divisible: Misuse['read'] = problem => {
  if (!/\b(?:how many|number of|count)\b/i.test(problem)) return [];
  if (!/\bdivisible\b|\bmultiples?\b/i.test(problem) || /\bexactly one\b|\bnot both\b|\bneither\b|\bnor\b|\bnot\b/i.test(problem))
    return [];
  const [, a, b] =
    words(String.raw`(?:divisible by|multiples? of) (?:both )?(?:either )?@(?:,)? (?:or|and)(?: of| by)?(?: a multiple of)? @`).exec(
      problem,
    ) ?? [];
  const top = words(
    String.raw`1~(?:to|and|…|\.\.\.|up to)~@(?![ ,]*(?:or|and) )|(?:less than|up to|below|first|not (?:exceeding|greater than)) @`,
  ).exec(problem);
  const all = numbersIn(problem).map(Number);
  const n = String(Math.max(...all));
  if (!a || !b || Number(n) < 12) return [];
  const lcm = (Number(a) * Number(b)) / gcd(Number(a), Number(b));
  return top ? [{ a, b, n, l: String(lcm), ab: String(Number(a) * Number(b)) }] : [];
};

/** The exponents of the primes of a number whose divisors are counted. */
const divisors: Misuse['read'] = problem => {
  const [, whole] =
    /\bhow many (?:positive |different |distinct )*(?:divisors|factors) does (?:the number )?(\d{1,6}) have\b/i.exec(problem) ?? [];
  let rest = Number(whole ?? 1);
  const exponents: number[] = [];
  for (let prime = 2; rest > 1; prime++) {
    let exponent = 0;
    for (; rest % prime === 0; rest /= prime) exponent++;
    if (exponent > 0) exponents.push(exponent);
  }
  if (exponents.length < 2 || /\bprime factors\b/i.test(problem)) return [];
  const product = (by: number): string => exponents.map(exponent => exponent + by).join('*');
  return [{ p: product(1), e: product(0), s: exponents.join(' + '), t: exponents.map(exponent => exponent + 1).join(' + ') }];
};

export const RANGES: readonly Misuse[] = [
  {
    name: 'the number of divisors, each exponent and one more multiplied,',
    read: divisors,
    right: '{p}',
    wrong: ['{e}', '{s}', '{t}'].map(form => [form, /\bdivisors\b|\bfactors\b|\bnumber\b|\btotal\b/i] as const),
  },
  {
    name: 'the number of numbers, the first digit not 0 and every digit another,',
    read: problem => {
      const [, k] = /\bhow many (\d|two|three|four|five|six)[- ]digit (?:whole |natural |positive )*numbers\b/i.exec(problem) ?? [];
      const apart =
        /\b(?:different|distinct|no repeated|without repe\w+|all different)\b[^.?]*\bdigits?\b|\bno digit\b[^.?]*\b(?:repeat|twice)/i;
      const n = Number(k) || ['two', 'three', 'four', 'five', 'six'].indexOf((k ?? '').toLowerCase()) + 2;
      if (k === undefined || n < 2 || !apart.test(problem) || /\b(?:even|odd|divisible|greater|less|multiple|digits? \d)\b/i.test(problem))
        return [];
      const down = (from: number, count: number): string => Array.from({ length: count }, (_, i) => from - i).join('*');
      return [{ p: `9*${down(9, n - 1)}`, a: down(9, n), b: down(10, n), c: Array.from({ length: n }, () => '9').join('*') }];
    },
    right: '{p}',
    wrong: ['{a}', '{b}', '{c}'],
  },
  {
    name: 'the number by which all that are divisible by both can be divided',
    read: problem => divisible(problem).filter(({ l, ab }) => l !== ab),
    right: '{l}',
    wrong: [
      '~{n}/{ab}',
      '~{n}/({a}*{b})',
      're:\\b(?:both|lcm)\\b[^.]*\\b(?:by|of|is|means|=)\\s(?:(?:{{a}}\\s?[·×*]\\s?{{b}}|{{b}}\\s?[·×*]\\s?{{a}})\\s?=\\s?)?{{ab}}(?!\\s?(?:numbers|of them))',
      're:\\bdivisible by {{ab}}\\b',
    ],
  },
  {
    name: 'the number of posts, one more than the gaps,',
    read: problem => {
      const [, l, d] = words('@\\s?(?:m|metres?|meters?|ft|feet|km)\\b[^\\d]*(?:every|each) @').exec(problem) ?? [];
      return l &&
        d &&
        Number(l) % Number(d) === 0 &&
        /\b(?:both ends|each end|from (?:the )?(?:start|beginning|one end) to|including)\b/i.test(problem) &&
        /\b(?:posts?|trees?|poles?|lamps?|lights?|stakes?|flags?)\b/i.test(problem)
        ? [{ l, d }]
        : [];
    },
    right: '{l}/{d} + 1',
    wrong: [
      're:{{l/d}} (?:posts|trees|poles|lamps|lights|stakes|flags)',
      ['{l}/{d}', /\b(?:posts|trees|poles|lamps|lights|stakes|flags)\b(?!.*\b(?:gaps?|spaces?|parts?|sections?|intervals?)\b)/i],
      '?{l/d} - 1',
    ],
  },
  {
    name: 'the number of pages, both ends counted,',
    read: problem => {
      const [, a, b] = words('from (?:page |number |the )?@~to (?:page |number |the )?@').exec(problem) ?? [];
      return a &&
        b &&
        Number(b) > Number(a) &&
        /\binclusive\b|\bboth included\b|\bincluding both\b/i.test(problem) &&
        /\bhow many\b/i.test(problem) &&
        numbersIn(problem).length === 2
        ? [{ a, b }]
        : [];
    },
    right: '{b} - {a} + 1',
    wrong: ['?{b} - {a}', '{b} - {a} - 1'],
  },
  {
    name: 'the number of codes, each place free to repeat,',
    read: problem => {
      const [, k] = /\b(\d+)[- ]digit (?:pins?|codes?|combinations?|passwords?)\b/i.exec(problem) ?? [];
      const n = k === undefined ? 0 : Number(k);
      return n > 1 &&
        n < 7 &&
        /\brepetitions? (?:is |are )?allowed\b|\b(?:can|may) (?:be )?repeat/i.test(problem) &&
        /\b0\D{1,4}9\b|\b10 digits\b/i.test(problem)
        ? [{ k: String(n), p: Array.from({ length: n }, (_, i) => 10 - i).join('*') }]
        : [];
    },
    right: '10^{k}',
    wrong: ['{p}', '{k}^10', '10*{k}', '9^{k}'],
  },
  {
    name: 'the number without repetition',
    read: problem => {
      const [, k] = /\b(\d)[- ]digit numbers\b/i.exec(problem) ?? [];
      const list: readonly string[] = /\bdigits ((?:\d, ?)+(?:\d|and \d|\d and \d))/i.exec(problem)?.[1]?.match(/\d/g) ?? [];
      const n = list.length;
      return k &&
        n > Number(k) &&
        !list.includes('0') &&
        /\bwithout (?:repetition|repeating)\b|\bno (?:digit|repeated)|\bdifferent digits\b|\bnot be repeated\b|\bat most once\b|\bonly once\b/i.test(
          problem,
        ) &&
        !/\beven\b|\bodd\b|\bgreater\b|\bdivisible\b/i.test(problem)
        ? [{ k, n: String(n), p: Array.from({ length: Number(k) }, (_, i) => n - i).join('*') }]
        : [];
    },
    right: '{p}',
    wrong: ['{n}^{k}', Array.from({ length: 3 }, () => '{n}').join('*'), '{n}*{k}', '{k}^{n}'],
  },
];
