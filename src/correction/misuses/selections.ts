import { factorial } from './counting.ts';
import { type Misuse, numbersIn, words } from './misuse.ts';

const choose = (n: number, k: number): number => factorial(n) / factorial(k) / factorial(n - k);

/** A group of so many from two kinds, with so many of one kind at least. */
const atLeast: Misuse['read'] = problem => {
  const [, k] = words('(?:committees?|teams?|groups?|delegations?) of @').exec(problem) ?? [];
  const [, a, one, b, other] = /(\d+) (\w+) and (\d+) (\w+)/.exec(problem) ?? [];
  const [, least, kind] = /\bat least (\d+|one|an?) (\w+)/i.exec(problem) ?? [];
  const m = least === undefined ? 0 : Number(least) || 1;
  const stem = (word = ''): string => word.toLowerCase().replace(/men$/, 'man').replace(/s$/, '');
  const own = stem(kind) === stem(one) ? a : stem(kind) === stem(other) ? b : undefined;
  if (!k || !a || !b || own === undefined || stem(one) === stem(other) || m < 1 || m >= Number(k)) return [];
  const n = Number(a) + Number(b);
  const [first, rest] = [choose(Number(own), m), choose(n - m, Number(k) - m)];
  const all = Array.from({ length: Number(k) - m + 1 }, (_, i) => choose(Number(own), m + i) * choose(n - Number(own), Number(k) - m - i));
  const right = all.filter(Number.isFinite).reduce((sum, one) => sum + one, 0);
  return n > 40 || right === first * rest ? [] : [{ p: String(first), q: String(rest), r: String(right) }];
};

/** A word of which one letter must not stand beside itself, when another letter comes several times too. */
const apart: Misuse['read'] = problem => {
  const [name = ''] = /(?<![A-Za-z])[A-Z]{4,}(?![A-Za-z])/.exec(problem) ?? [];
  const [, letter = ''] = /\bno (?:two|2) ([A-Z])(?:'?s|s)?\b/.exec(problem) ?? [];
  const others = [...name].filter(one => one !== letter);
  const same = [...new Set(others)]
    .map(one => others.filter(other => other === one).length)
    .reduce((all, count) => all * factorial(count), 1);
  const own = name.length - others.length;
  if (name === '' || own < 2 || same === 1) return [];
  return [{ o: String(others.length), r: String((factorial(others.length) / same) * choose(others.length + 1, own)) }];
};

/** A value of a normal distribution of which the variance is told. */
const variance: Misuse['read'] = problem => {
  const [, m] = words('mean (?:of |is |= ?|mark |height )?@').exec(problem) ?? [];
  const [, v] = words('variance (?:of |is |= ?)?@').exec(problem) ?? [];
  const x = numbersIn(problem).find(number => number !== m && number !== v);
  return m &&
    v &&
    x &&
    v !== '1' &&
    !/\bstandard deviation of \d|\bsample\b|\bchi\b/i.test(problem) &&
    /\bnormal|\bz-?\s?(?:score|value)/i.test(problem)
    ? [{ m, v, x }]
    : [];
};

/** Whole numbers from one to another one, both of them meant, or those divisible by a number. */
const between: Misuse['read'] = problem => {
  const [, a, b] = /(-?\d+) ?(?:≤|<=|\\leq?) ?[a-z] ?(?:≤|<=|\\leq?) ?(-?\d+)/.exec(problem.replace(/−/g, '-')) ?? [];
  const own =
    a !== undefined &&
    b !== undefined &&
    /\bhow many (?:integers|whole numbers|numbers)\b/i.test(problem) &&
    numbersIn(problem).length === 2;
  return own && Number(b) > Number(a) && Number(a) !== 0 ? [{ a, b }] : [];
};
const multiples: Misuse['read'] = problem => {
  const [, a, b] = words('from @ to @').exec(problem) ?? [];
  const [, d] = words('(?:divisible by|multiples? of) @').exec(problem) ?? [];
  if (!a || !b || !d || numbersIn(problem).length !== 3 || !/\bhow many\b/i.test(problem) || /\bnot\b/i.test(problem)) return [];
  const [low, high] = [Math.ceil(Number(a) / Number(d)), Math.floor(Number(b) / Number(d))];
  return low > 1 && high > low ? [{ l: String(low), h: String(high) }] : [];
};

const SETS = /(\d+)\b[^\d]*?(\d+)\b[^\d]*?(\d+)\b[^\d]*?(\d+) (?:[a-z]+ ){0,4}both\b/i;
/** So many in all, two sets and how many are in both: how many are in neither. */
const neither: Misuse['read'] = problem => {
  const [, n, a, b, c] = SETS.exec(problem) ?? [];
  return n &&
    a &&
    b &&
    c &&
    /\b(?:neither|none)\b[^.]*\?/i.test(problem) &&
    numbersIn(problem).length === 4 &&
    Number(n) > Number(a) &&
    Number(n) > Number(b)
    ? [{ n, a, b, c }]
    : [];
};

/** A letter taken from a word. */
const letterOf: Misuse['read'] = problem => {
  const [name = ''] = /(?<![A-Za-z])[A-Z]{4,}(?![A-Za-z])/.exec(problem) ?? [];
  const [, letter = ''] = /\b(?:is|an?|the letter) (?:an? )?["'“]?([A-Z])\b["'”]?[^A-Za-z]*(?:\?|\.|$)/.exec(problem) ?? [];
  const count = name.split(letter || '–').length - 1;
  const kinds = new Set(name).size;
  return name !== '' &&
    count > 1 &&
    kinds < name.length &&
    /\bprobability\b/i.test(problem) &&
    /\bletter is (?:chosen|picked|drawn|selected)/i.test(problem)
    ? [{ c: String(count), n: String(name.length), u: String(kinds) }]
    : [];
};

/** Even numbers of different digits: a 0 at the end leaves the first place another choice. */
const evenDigits: Misuse['read'] = problem => {
  const [, k] = /\b(3|4|three|four)[- ]digit\b/i.exec(problem) ?? [];
  const own =
    /\bdifferent digits\b|\bno (?:digit|repeated)|\bdistinct digits\b|\bdigits (?:are )?(?:all )?different\b|\bwithout repe\w+/i.test(
      problem,
    );
  if (k === undefined || !own || !/\beven\b/i.test(problem) || /\bdigits? \d|\bfrom the digits\b|\bgreater\b|\bless\b/i.test(problem))
    return [];
  return [/3|three/i.test(k) ? { p: '5*8*8', r: '328' } : { p: '5*8*8*7', r: '2296' }];
};

export const SELECTIONS: readonly Misuse[] = [
  {
    name: 'the number of groups, each counted once,',
    read: atLeast,
    right: '{r}',
    wrong: ['?{p}*{q}'],
  },
  {
    name: 'the number of arrangements, with equal letters told apart no more,',
    read: apart,
    right: '{r}',
    wrong: ['?{o}!'],
  },
  {
    name: 'the standard deviations from the mean, the root of the variance each,',
    read: variance,
    right: '({x} - {m})/sqrt({v})',
    wrong: [
      '?({x} - {m})/{v}',
      '?{x-m}/{v}',
      '?({m} - {x})/{v}',
      '?re:(?:σ|\\bsd|\\bs|\\bsigma|standard deviation)\\s*(?:=|is|:)\\s*{{v}}',
    ],
  },
  { name: 'the number of integers, both ends counted,', read: between, right: '{b} - {a} + 1', wrong: ['?{b} - {a}'] },
  { name: 'the number of multiples, both ends counted,', read: multiples, right: '{h} - {l} + 1', wrong: ['?{h} - {l}'] },
  {
    name: 'the number in neither',
    read: neither,
    right: '{n} - ({a} + {b} - {c})',
    wrong: [
      '?{a} + {b} + {c}',
      '?{n} - {a} - {b}',
      '?{n} - ({a} + {b})',
      '?{n} - {a+b}',
      '?{n} - {a} - {b} - {c}',
      '?{n} - ({a} + {b} + {c})',
    ],
  },
  {
    name: 'the probability, every letter of the word counted,',
    read: letterOf,
    right: '{c}/{n}',
    wrong: ['1/{u}', '{c}/{u}', '1/{n}', '1/26'],
  },
  {
    name: 'the number of even numbers, the last digit 0 counted apart,',
    read: evenDigits,
    right: '{r}',
    wrong: [
      '?{p}',
      '?re:\\bfirst\\b[^.]*(?::|=|has|are|is) 8 (?:choices|possibilities|ways|options)',
      '?re:\\b8 (?:choices|possibilities|ways|options)[^.]*\\bfirst\\b',
    ],
  },
];
