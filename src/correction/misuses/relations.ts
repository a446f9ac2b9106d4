import { given, type Misuse, numbersIn, words } from './misuse.ts';

const when =
  (about: RegExp, more: RegExp = /./): Misuse['read'] =>
  problem =>
    about.test(problem) && more.test(problem) ? [{}] : [];

/** Three-figure bearings, of which the one back is asked for. */
const back: Misuse['read'] = problem => {
  const [, b] = /\bbearing (?:of )?(\d{2,3})\s?°?/i.exec(problem) ?? [];
  return b && /\bback\b|\breturn/i.test(problem) && numbersIn(problem).length === 1
    ? [{ b: String(Number(b)), w: String(Math.abs(180 - Number(b))), t: String(360 - Number(b)), r: String((Number(b) + 180) % 360) }]
    : [];
};

/** So many in all, two sets and how many are in neither of them. */
const neither: Misuse['read'] = problem => {
  const [, k] = words('@ (?:[a-z]+ )?(?:neither|none)').exec(problem) ?? [];
  const numbers = numbersIn(problem);
  const [n, a, b] = numbers.filter(value => value !== k);
  return k && n && a && b && numbers.length === 4 && Number(n) > Math.max(Number(a), Number(b)) && /\bboth\b/i.test(problem)
    ? [{ n, a, b, k, s: String(Number(a) + Number(b)), u: String(Number(n) - Number(k)) }]
    : [];
};

/** The five numbers of a box plot. */
const box: Misuse['read'] = problem => {
  const [low, q, p, high] = [
    'min(?:imum)?(?: value)?(?: of| is| =|:)? @',
    '(?:lower|first) quartile(?: of| is| =|:)? @',
    '(?:upper|third) quartile(?: of| is| =|:)? @',
    'max(?:imum)?(?: value)?(?: of| is| =|:)? @',
  ].map(pattern => words(pattern).exec(problem)?.[1]);
  return low && q && p && high ? [{ l: low, q, p, h: high }] : [];
};

/** How a quantity grows with another one, in words. */
export const RELATIONS: readonly Misuse[] = [
  {
    name: 'the next odd or even number',
    read: when(/\bconsecutive (?:positive |natural |whole )?(?:odd|even)\b/i),
    right: 'n + 2',
    wrong: [
      're:(?<![\\d·*+(] ?)(?<![a-z])([a-z]),? (?:and )?\\(?\\1 ?\\+ ?1(?!\\d)\\)?(?! ?,? (?:and )?\\1 ?\\+ ?3)',
      're:(?<![\\da-z·*] ?)([a-z]) ?\\+ ?\\(?\\1 ?\\+ ?1(?!\\d)\\)?',
    ],
  },
  {
    name: 'the equation of the proportion',
    read: when(/\b(?:proportional|varies(?: directly)?|vary) (?:directly )?(?:to|with|as) the square of\b/i),
    right: 'y = k·x²',
    wrong: ['re:^\\W*(?:so |let |then )?[a-zA-Z] ?= ?k ?[·*]? ?[a-zA-Z]\\s*[.,;]?$', 're:^\\W*(?:so |let |then )?[a-zA-Z] ?= ?k ?[·*]? ?√'],
  },
  {
    name: 'the equation of the proportion',
    read: when(/\b(?:inversely proportional|varies inversely|vary inversely)\b/i, /^(?!.*\bsquare)/i),
    right: 'y = k/x',
    wrong: ['re:^\\W*(?:so |let |then )?[a-zA-Z] ?= ?k ?[·*]? ?[a-zA-Z](?:\\s*[.,;→⇒]|\\s+so\\b|$)'],
  },
  {
    name: 'the bearing back',
    read: back,
    right: '{r}',
    wrong: ['180 - {b}', '360 - {b}', '90 - {b}', '270 - {b}', '90 + {b}'],
  },
  {
    name: 'the number in both',
    read: neither,
    right: '{a} + {b} - {u}',
    wrong: ['{a} + {b} - {n}', '{n} - {k} - {a}', '{a} + {b} - {k}', '{a} + {b} + {k} - {u}'].map(form => [form, /\bboth\b|∩/i] as const),
  },
  {
    name: 'the interquartile range',
    read: box,
    right: '{p} - {q}',
    wrong: [
      ['{h} - {l}', /\bIQR\b|\binter-?quartile/i],
      ['{p} + {q}', /\bIQR\b|\binter-?quartile/i],
      ['({p} - {q})/2', /\bIQR\b|\binter-?quartile/i],
    ],
  },
  {
    name: 'the perimeter of the sector, with both radii,',
    read: given(
      [/\bsector\b/i, /\bperimeter\b/i],
      { r: ['radius~#', '#(?: long)? radius'], a: ['angle~@\\s?(?:°|degrees)', '@\\s?(?:°|degrees)'] },
      { most: 2 },
    ),
    right: '{a}/360*2*pi*{r} + 2*{r}',
    wrong: [
      're:\\bperimeter\\b[^=]*(?:=|is) ?{{2*a*r/360}} ?(?:π|\\\\pi)(?! ?\\+)',
      ['{a}/360*2*pi*{r}', /\b(?:perimeter|P)\b[^=+]*(?:=|is)[^+]*$/],
      ['{a}/360*2*pi*{r} + {r}', /./],
    ],
  },
  {
    name: 'the complement of a union or of a common part',
    read: when(/\bcomplement\b|['′’ᶜ]|\\complement|\\overline/i),
    right: 'A′ ∩ B′ for A ∪ B',
    wrong: [
      "re:\\(\\s*A\\s*(?:∪|\\\\cup)\\s*B\\s*\\)\\s*(?:['′’ᶜ]|\\^c)\\s*=\\s*A\\s*(?:['′’ᶜ]|\\^c)\\s*(?:∪|\\\\cup)\\s*B\\s*(?:['′’ᶜ]|\\^c)",
      "re:\\(\\s*A\\s*(?:∩|\\\\cap)\\s*B\\s*\\)\\s*(?:['′’ᶜ]|\\^c)\\s*=\\s*A\\s*(?:['′’ᶜ]|\\^c)\\s*(?:∩|\\\\cap)\\s*B\\s*(?:['′’ᶜ]|\\^c)",
    ],
  },
];
