import { type Misuse, numbersIn, PERCENT, words } from './misuse.ts';

const CHANGE =
  /\bpercent(?:age)? (?:increase|decrease|change|rise|drop|growth|loss|profit|reduction)\b|\bby (?:what|how many) percent|\b(?:what|how many) (?:percent|%)/i;

const change: Misuse['read'] = problem => {
  const [, a, b] = words('from @~to @').exec(problem) ?? [];
  return a && b && CHANGE.test(problem) && numbersIn(problem).length === 2 ? [{ a, b }] : [];
};

const months: Misuse['read'] = problem => {
  const p = words(PERCENT).exec(problem)?.[1];
  const m = words('@ months?').exec(problem)?.[1];
  const c = numbersIn(problem).find(value => value !== p && value !== m);
  return p &&
    m &&
    c &&
    /\binterest\b/i.test(problem) &&
    /\b(?:per|a|each) (?:year|annum)\b|\bannual|\byearly\b|\bp\.?a\b/i.test(problem) &&
    numbersIn(problem).length === 3 &&
    !/\bcompound/i.test(problem)
    ? [{ c, r: String(Number(p) / 100), m }]
    : [];
};

/** A value after a change by a percentage, the value before being asked for. */
const reverse =
  (about: readonly RegExp[], unless: RegExp): Misuse['read'] =>
  problem => {
    const numbers = numbersIn(problem);
    if (numbers.length !== 2) return [];
    const asked =
      problem
        .split(/[.?!]\s|[.?!]$/)
        .filter(part => part.trim() !== '')
        .at(-1) ?? '';
    if (!about.every(one => one.test(problem)) || unless.test(problem) || !BEFORE.test(asked) || KNOWN_BEFORE.test(problem)) return [];
    const p = words(PERCENT).exec(problem)?.[1];
    const value = numbers.find(number => number !== p);
    return p !== undefined && value !== undefined ? [{ p, v: value, q: String(Number(p) / 100) }] : [];
  };

const BEFORE =
  /\b(?:original|before|last year|previous|initially|originally|at first|earlier|old price|used to|without|excluding|net price|was the (?:price|cost|number))\b/i;

/** The value before is told, or is what the percentage is of. */
const KNOWN_BEFORE =
  /\b(?:original|initial|regular|old|usual|normal)\b(?: \w+)? (?:is|was|of|at|for|=) ?\d|(?:%|percent) of (?:the|its|their) (?:original|regular|old|usual|normal|previous)/i;

const DOWN = /\b(?:discount|reduc\w*|off|less|lower\w*|decreas\w*|fell|fall\w*|drop\w*|sale|cheaper|fewer|lost|loss)\b/i;

const UP = /\b(?:increas\w*|more|higher|rise|rose|risen|raised|grew|grown|vat|tax|markup|marked up|gain\w*|dearer|extra)\b/i;

/** Two changes by a percentage, one after the other. */
const successive: Misuse['read'] = problem => {
  if (
    !/\bthen\b|\blater\b|\bafterwards\b|\bafter that\b|\bfollowed by\b|\band again\b|\bthe next (?:year|month)\b|\banother\b/i.test(
      problem,
    ) ||
    /\beach\b|\bsimple interest\b|\bof the (?:original|pupils|students|people)\b|\bmixture\b|\bsolution\b/i.test(problem)
  )
    return [];
  const [first, second, ...more] = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:%|percent)/gi)];
  const [, p] = first ?? [];
  const [, q] = second ?? [];
  if (!first || !second || !p || !q || more.length > 0) return [];
  const between = /,|[.;]|\b(?:and|but|then|later|afterwards)\b/.exec(problem.slice(first.index, second.index));
  const cut = first.index + (between?.index ?? second.index - first.index);
  const [f, g] = [factorOf(problem.slice(0, cut), problem, p), factorOf(problem.slice(cut, second.index + BEHIND), problem, q)];
  return f && g ? [{ p, q, f, g }] : [];
};

/** So much behind a percentage is said of it: '15 % tax is added'. */
const BEHIND = 24;

/** What a change by so many percent multiplies with, by the words beside it or else those of the whole problem; null where it may be either way. */
function factorOf(text: string, problem: string, percent: string): string | null {
  for (const words of [text, problem]) {
    const [down, up] = [DOWN.test(words) || /\bloses?\b/i.test(words), UP.test(words) || /\b(?:rises|grows|goes up)\b/i.test(words)];
    if (down !== up) return String(Number((1 + (up ? 1 : -1) * (Number(percent) / 100)).toPrecision(12)));
  }
  return null;
}

const AFTER = /\b(?:altogether|total|overall|in all|together|all in all|combined)\b|\bso the (?:price|value|change)\b/i;

/** The line says of the part that it is the change itself, or a part of the value before. */
const OF_BEFORE =
  /\b(?:discount|reduction|increase|decrease|rise|drop|loss|change|saving|tax|vat)\s*(?:was|is|=|of|:)|\b(?:original|old|last year|previous|before|earlier)\b/i;

export const PERCENTAGES: readonly Misuse[] = [
  {
    name: 'the value before the increase',
    read: reverse([BEFORE, UP], new RegExp(`${DOWN.source}|\\bwill\\b|\\bafter\\b[^.]*\\?`, 'i')),
    right: '{v}/(1 + {q})',
    wrong: [
      ['{q}*{v}', OF_BEFORE],
      ['{p}/100*{v}', OF_BEFORE],
      '{v}*(1 - {q})',
      '{v}*{1-q}',
      '{v} - {q}*{v}',
      '{v}/(1 - {q})',
      '{v}/{1-q}',
      '{v}*{1+q}',
      '{v}*(1 + {q})',
      '{v}/{q}',
      '{v} - {p}',
      ['{v}/{q}', /./],
      ['re:\\b{{p}}\\s?% of (?:this|the new|{{v}})', OF_BEFORE],
    ],
  },
  {
    name: 'the value before the reduction',
    read: reverse(
      [BEFORE, DOWN],
      new RegExp(`${/\b(?:increas\w*|higher|rose|raised|grew|vat|tax|profit|saves?|saved)\b/.source}|\\bwill\\b`, 'i'),
    ),
    right: '{v}/(1 - {q})',
    wrong: [
      ['{q}*{v}', OF_BEFORE],
      ['{p}/100*{v}', OF_BEFORE],
      '{v}*(1 + {q})',
      '{v}*{1+q}',
      '{v} + {q}*{v}',
      '{v}/(1 + {q})',
      '{v}/{1+q}',
      '{v}*{1-q}',
      '{v}*(1 - {q})',
      '{v} + {p}',
      ['re:\\b{{p}}\\s?% of (?:this|the new|the sale|the reduced|{{v}})', OF_BEFORE],
      '{v} + {v*q}',
      '{v}/{q}',
    ],
  },
  {
    name: 'the change in percent of the first value',
    read: change,
    right: '({b} - {a})/{a}',
    wrong: ['~({b} - {a})/{b}', '~({a} - {b})/{b}', '~{b-a}/{b}', '~{a-b}/{b}', '{b-a}/{b}*100', '{a-b}/{b}*100'],
  },
  {
    name: 'the interest for a part of a year',
    read: months,
    right: '{c}*{r}*{m}/12',
    wrong: [
      '{c}*{r}*{m}',
      '{c}*{r}*12/{m}',
      '{c}*{r}*12*{m}',
      '{c}*{r}*{m}/100',
      '?re:(?<![a-z])(?:t|n|time)\\s*(?:=|is|:)\\s*{{m}}(?!\\s*(?:\\/|:|÷|·|\\*|months?\\b|mo\\b|m\\b))(?!.*12)',
      '?re:(?<![a-z])(?:t|n|time)\\s*(?:=|is|:)\\s*{{m}} years?\\b',
    ],
  },
  {
    name: 'the whole change, as the second percentage is of the changed value,',
    read: successive,
    right: '{f}*{g}',
    wrong: [
      ['{p} + {q}', new RegExp(`${AFTER.source}|%`, 'i')],
      '{p}% + {q}%',
      '{p}% - {q}%',
      '-{p}% + {q}%',
      ['{p} - {q}', new RegExp(`${AFTER.source}|%`, 'i')],
      ['-{p} + {q}', /./],
      ['-{p} - {q}', /./],
      ['{q} - {p}', new RegExp(`${AFTER.source}|%`, 'i')],
      're:{{p}}\\s?%? and [-+]?{{q}}\\s?%[^.]*\\b(?:makes?|give|gives|is|are|cancel)\\b[^.]*(?:altogether|together|cancel)',
      're:{{p}}\\s?%? (?:and|and then) [-+]?{{q}}\\s?% (?:is|are|make|makes|give|gives) [-+]?\\d+',
    ],
  },
];
