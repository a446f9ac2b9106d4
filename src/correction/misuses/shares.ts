import { type Misuse, numbersIn, words } from './misuse.ts';

const PERCENT = '@\\s?(?:%|percent|per cent)';

/** The first terms of an arithmetic sequence, and which term is asked for. */
const progression: Misuse['read'] = problem => {
  const [list, ...more] = [...problem.matchAll(/(?<![\w.(-])-?\d+(?:, -?\d+){2,}(?=,? ?(?:…|\.\.\.|\\dots|\\ldots|and so on))/g)].map(
    ([text]) => text,
  );
  const terms = (list ?? '').split(', ').map(Number);
  const [first = 0, second = 0] = terms;
  const d = second - first;
  if (list === undefined || more.length > 0 || d === 0 || terms.some((term, i) => i > 0 && term - (terms[i - 1] ?? 0) !== d)) return [];
  const [only = '0', ...others] = problem.match(/\b\d+(?=(?:st|nd|rd|th)\b)/gi) ?? [];
  const n = others.length > 0 ? '0' : only;
  return [{ a: String(first), d: String(d), n, r: String(first - d) }];
};

/** An amount that grows or shrinks by the same part each time. */
const GROWTH =
  /\bcompound|\binterest (?:is )?(?:added|credited|paid into|reinvested)\b|\bstays? in the account\b|\bnothing is withdrawn\b|\b(?:loses?|grows?|increases?|decreases?|falls?|rises?|shrinks?|drops?|depreciates?|raised|increased)\b[^.]*\b(?:each|every|per|a) (?:year|month|week|day|hour)\b|\bper year\b[^.]*\b(?:population|value)\b/i;
const growth: Misuse['read'] = problem => {
  if (!GROWTH.test(problem) || /\bsimple interest\b|\bof (?:its|the) (?:original|initial)\b|\blinear/i.test(problem)) return [];
  const p = words(PERCENT).exec(problem)?.[1];
  const amount = numbersIn(problem)
    .map(Number)
    .filter(value => value >= 100);
  const [capital] = amount;
  const n = words('(?:after|for|in|over|of) @ (?:full )?(?:years?|months?|weeks?|days?|hours?)').exec(problem)?.[1];
  if (p === undefined || capital === undefined || numbersIn(problem).length > 4) return [];
  const down = /\b(?:loses?|decreases?|falls?|shrinks?|drops?|depreciates?)\b/i.test(problem);
  const common = { c: String(capital), r: String(Number(p) / 100), p, sign: down ? '-' : '+' };
  return [n === undefined ? common : { ...common, n }];
};
const grown =
  (withTime: boolean, down: boolean): Misuse['read'] =>
  problem =>
    growth(problem).filter(({ n, sign }) => (n !== undefined && Number(n) > 1) === withTime && (sign === '-') === down);

/** A value after a change by a percentage, the value before being asked for. */
const reverse =
  (about: readonly RegExp[], unless: RegExp): Misuse['read'] =>
  problem => {
    const asked =
      problem
        .split(/[.?!]\s|[.?!]$/)
        .filter(part => part.trim() !== '')
        .at(-1) ?? '';
    if (!about.every(one => one.test(problem)) || unless.test(problem) || !BEFORE.test(asked) || KNOWN_BEFORE.test(problem)) return [];
    const p = words(PERCENT).exec(problem)?.[1];
    const numbers = numbersIn(problem);
    const value = numbers.find(number => number !== p);
    return p !== undefined && value !== undefined && numbers.length === 2 ? [{ p, v: value, q: String(Number(p) / 100) }] : [];
  };
const BEFORE =
  /\b(?:original|before|last year|previous|initially|originally|at first|earlier|old price|used to|without|excluding|net price|was the (?:price|cost|number))\b/i;
/** The value before is told, or is what the percentage is of. */
const KNOWN_BEFORE =
  /\b(?:original|initial|regular|old|usual|normal)\b(?: \w+)? (?:is|was|of|at|for|=) ?\d|(?:%|percent) of (?:the|its|their) (?:original|regular|old|usual|normal|previous)/i;
const DOWN = /\b(?:discount|reduc\w*|off|less|lower\w*|decreas\w*|fell|fall\w*|drop\w*|sale|cheaper|fewer|lost|loss)\b/i;
const UP = /\b(?:increas\w*|more|higher|rise|rose|risen|raised|grew|grown|vat|tax|markup|marked up|gain\w*|dearer|extra)\b/i;

/** So many workers who need so many days; others are asked about. */
const workers: Misuse['read'] = problem => {
  const WORKER =
    '(?:workers?|painters?|people|persons?|men|women|machines?|pumps?|taps?|pipes?|builders?|gardeners?|bricklayers?|cows?|horses?|hens?|printers?|cleaners?|robots?|tractors?|students?|masons?|trucks?|lorries|excavators?|diggers?|friends|volunteers?)';
  const TIME = '(?:days?|hours?|h|minutes?|min|weeks?)';
  const found =
    words(`@ ${WORKER}[^\\d.]{0,50}?@ ${TIME}\\b[^\\d]*@ (?:\\w+ )?(?:${WORKER}|of them)`).exec(problem) ??
    words(`@ ${WORKER}[^\\d.]{0,50}?@ ${TIME}\\b[^\\d]*(?:long|${TIME})[^\\d]*@`).exec(problem);
  const [, w, d, v] = found ?? [];
  if (!w || !d || !v || numbersIn(problem).length !== 3 || w === v) return [];
  return /\b(?:each|per|produce|makes?|parts|earns?|pays?|kilomet|cost)\b/i.test(problem.replace(/same (?:rate|speed|pace)/i, '')) &&
    !/\b(?:build|paint|dig|fill|empty|finish|clean|job|harvest|mow|food|last|plough|load|repair|do)\b/i.test(problem)
    ? []
    : [{ w, d, v }];
};

/** Two shares in a ratio, and the size of one of them. */
const oneShare: Misuse['read'] = problem => {
  const ratio =
    /\b(?:ratio|proportion) of (?:the )?(?:number of )?(\w+)s?(?: \w+)? to (?:the )?(?:number of )?(\w+)(?: \w+){0,3}? (?:is|of|was|are) (\d+)\s?(?::|to)\s?(\d+)/i.exec(
      problem,
    ) ??
    /(\w+) and (\w+)(?: \w+){0,4}? in the ratio (?:of )?(\d+)\s?(?::|to)\s?(\d+)/i.exec(problem) ??
    /(\w+) and (\w+)(?: \w+){0,3}? (?:is|are) mixed (?:in the ratio )?(\d+)\s?(?::|to)\s?(\d+)/i.exec(problem);
  const [, one = '', other = '', a, b] = ratio ?? [];
  if (!a || !b || a === b || numbersIn(problem).length !== 3) return [];
  const stem = (name: string): string => name.toLowerCase().replace(/(?:es|s)$/, '');
  const size = [
    ...problem.matchAll(/(\d+(?:\.\d+)?)(?: (?:of the |of |litres of |liters of |l of |kg of |g of |more )?)?([a-z]+)(?: ([a-z]+))?/gi),
  ].find(([, n]) => n !== a && n !== b);
  const [, s, kind = '', next = ''] = size ?? [];
  if (
    s === undefined ||
    /\bmore\b|\bfewer\b|\bless\b|\bdiffer|\bbetween\b|\bshared?s?\b|\bdivided?s?\b|\bsplits?\b|\btotal\b/i.test(problem)
  )
    return [];
  const names = [kind, next].map(stem);
  const isOne = names.includes(stem(one));
  const isOther = names.includes(stem(other));
  if (isOne === isOther) return [];
  const [own, rest] = isOne ? [a, b] : [b, a];
  return [{ s, o: own, r: rest, t: String(Number(a) + Number(b)) }];
};

/** A part of a whole, and then a part of what remains. */
const remaining: Misuse['read'] = problem => {
  const PART = '(\\d+\\/\\d+|\\d+\\s?%)';
  const found = new RegExp(
    `${PART} of[^.]*?${PART} of (?:the|what) (?:\\w+ )?(?:rest|remain\\w*|left|is left|that (?:remain|are left|is left)|pages that remain|money that (?:is left|remains)|\\w+ (?:that )?(?:left|remain\\w*))`,
    'i',
  ).exec(problem);
  const [, first = '', second = ''] = found ?? [];
  const whole = numbersIn(problem.replace(/\d+\/\d+|\d+\s?%/g, ''));
  const [t, ...more] = whole;
  if (!found || t === undefined || more.length > 0 || first === second) return [];
  const value = (part: string): string => (part.includes('%') ? String(Number(part.replace(/\s?%/, '')) / 100) : part);
  return [{ t, q: value(second), f: value(first) }];
};

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

/** Two changes by a percentage, one after the other. */
const successive: Misuse['read'] = problem => {
  if (
    !/\bthen\b|\blater\b|\bafterwards\b|\bafter that\b|\bfollowed by\b|\band again\b|\bthe next (?:year|month)\b|\banother\b/i.test(
      problem,
    ) ||
    /\beach\b|\bsimple interest\b|\bof the (?:original|pupils|students|people)\b|\bmixture\b|\bsolution\b/i.test(problem)
  )
    return [];
  const all = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:%|percent)/gi)].map(([, p = '']) => p);
  const [p, q, ...more] = all;
  return p && q && more.length === 0 && (DOWN.test(problem) || UP.test(problem)) ? [{ p, q }] : [];
};

const AFTER = /\b(?:altogether|total|overall|in all|together|all in all|combined)\b|\bso the (?:price|value|change)\b/i;

/** The line says of the part that it is the change itself, or a part of the value before. */
const OF_BEFORE =
  /\b(?:discount|reduction|increase|decrease|rise|drop|loss|change|saving|tax|vat)\s*(?:was|is|=|of|:)|\b(?:original|old|last year|previous|before|earlier)\b/i;

export const SHARES: readonly Misuse[] = [
  {
    name: 'the term asked for',
    read: problem => progression(problem).filter(({ n }) => Number(n) > 1),
    right: '{a} + ({n} - 1)*{d}',
    wrong: [
      '{a} + {n}*{d}',
      '{a} + ({n} + 1)*{d}',
      '{a}*{n}',
      ['{n}*{d}', /(?:^|[\s$])(?:a|u|t|T)_?\{?\d+\}?\s*=/],
      '{a}*{n} + {d}',
      '{a} + ({n} - 2)*{d}',
    ],
  },
  {
    name: 'the nth term',
    read: progression,
    right: '{r} + {d}*n',
    wrong: [
      're:(?:^|[\\s(])[atuT]_?\\(?\\{?n\\}?\\)?\\s*=\\s*{{a}}\\s?\\+\\s?{{d}}\\s?[·*]?\\s?n(?!\\s?-|\\w)',
      're:(?:^|[\\s(])[atuT]_?\\(?\\{?n\\}?\\)?\\s*=\\s*{{d}}\\s?[·*]?\\s?n\\s?\\+\\s?{{a}}',
      're:\\bnth term\\b[^.=]*(?:=|is)\\s*{{d}}\\s?[·*]?\\s?n\\s?\\+\\s?{{a}}',
      're:\\bnth term\\b[^.=]*(?:=|is)\\s*{{a}}\\s?\\+\\s?{{d}}\\s?[·*]?\\s?n(?!\\s?-)',
    ],
  },
  {
    name: 'what it is after so many years, by a factor each year,',
    read: grown(true, false),
    right: '{c}*(1 + {r})^{n}',
    wrong: [
      '1 + {n}*{r}',
      '{c}*(1 + {n}*{r})',
      ['{c}*{r}*{n}', /./],
      '{c} + {c}*{r}*{n}',
      '{c}*{1+r}*{n}',
      '(1 + {r})*{n}',
      '{1+r}*{n}',
      '{c} + {n}*{c*r}',
      ['{n}*{p}', /%/],
      ['{n}*{r}', /%/],
      ['{n}*{c*r}', /./],
    ],
  },
  {
    name: 'what it is after so many years, by a factor each year,',
    read: grown(true, true),
    right: '{c}*(1 - {r})^{n}',
    wrong: [
      '1 - {n}*{r}',
      '{c}*(1 - {n}*{r})',
      '{c} - {c}*{r}*{n}',
      '{c}*{1-r}*{n}',
      '{c} - {n}*{c*r}',
      ['{n}*{p}', /%/],
      ['{n}*{r}', /%/],
      ['{n}*{c*r}', /./],
    ],
  },
  {
    name: 'what it is after n years, by a factor each year,',
    read: grown(false, false),
    right: '{c}*(1 + {r})^n',
    wrong: [
      're:{{c}}\\s?\\+\\s?{{c*r}}\\s?[·*]?\\s?[nt](?!\\w)',
      're:{{c}}\\s?[·*]?\\s?\\(1 \\+ {{r}}\\s?[·*]?\\s?[nt]\\)',
      're:{{c}}\\s?\\+\\s?[nt]\\s?[·*]\\s?{{c*r}}',
    ],
  },
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
    name: 'the time, as fewer take longer,',
    read: workers,
    right: '{w}*{d}/{v}',
    wrong: [
      '{d}*{v}/{w}',
      '{v}*{d}/{w}',
      '{d}/{w}*{v}',
      '{w}/{d} = {v}/x',
      '{w}/{v} = {d}/x',
      '{v}/{w} = x/{d}',
      ['{d}/{w}', /\b(?:1|one|a single|each)\b[^=]*(?:→|:|needs?|takes?|would|->|=)/i],
      '{v}/{w}*{d}',
    ],
  },
  {
    name: 'one part',
    read: oneShare,
    right: '{s}/{o}',
    wrong: [
      '{s}/{t}',
      '{s}/({o} + {r})',
      '{s}/({r} + {o})',
      '{s}/{r}',
      '{s}/{t}*{o}',
      '{s}/{t}*{r}',
      '{o}/{t}*{s}',
      '{r}/{t}*{s}',
      '{s}*{o}/{r}',
      '{o}/{r}*{s}',
      ['{s} + {r-o}', /./],
      ['{s} - {o-r}', /./],
      ['{r} + {s-o}', /./],
    ],
  },
  {
    name: 'the part of what remains',
    read: remaining,
    right: '{q}*({t} - {f}*{t})',
    wrong: ['{q}*{t}', '{t}*{q}', ['{f} + {q}', /./], ['{f} - {q}', /./]],
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
    wrong: ['{c}*{r}*{m}', '{c}*{r}*12/{m}', '{c}*{r}*12*{m}', '{c}*{r}*{m}/100'],
  },
  {
    name: 'the whole change, as the second percentage is of the changed value,',
    read: successive,
    right: '(1 + {p}/100)*(1 + {q}/100)',
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
  {
    name: 'the sum of the first terms',
    read: problem => {
      const [, n] = /\bsum of the first (\d+)\b/i.exec(problem) ?? [];
      return n === undefined
        ? []
        : progression(problem).map(found => ({ ...found, n, l: String(Number(found['a']) + (Number(n) - 1) * Number(found['d'])) }));
    },
    right: '{n}/2*({a} + {l})',
    wrong: ['?{n}*({a} + {l})', '?{n}*{a+l}', '?{n}*{l}', '?({a} + {l})/2'],
  },
  {
    name: 'the term of the geometric sequence',
    read: problem => {
      const [list] = /(?<![\w.(-])\d+(?:, \d+){2,}(?=,? ?(?:…|\.\.\.|\\dots|\\ldots))/.exec(problem) ?? [];
      const [a = 0, b = 0, c = 0] = (list ?? '').split(', ').map(Number);
      const n = /\b(\d+)(?:st|nd|rd|th)\b/i.exec(problem)?.[1];
      return list !== undefined && n !== undefined && a > 0 && b * b === a * c && b !== a && Number.isInteger(b / a)
        ? [{ a: String(a), q: String(b / a), n }]
        : [];
    },
    right: '{a}*{q}^{n-1}',
    wrong: ['{a}*{q}^{n}', '({a}*{q})^{n-1}', '{a} + {n-1}*{q}', '{a}*{q}*{n}', '{a}*{q}*{n-1}', '{a} + {n}*{q}'],
  },
  {
    name: 'what there is after so many doublings',
    read: problem => {
      const [, c, k, t] = words('@~doubles? every @~@\\s?(?:hours?|days?|minutes?|years?|weeks?)').exec(problem) ?? [];
      return c && k && t && k !== t && numbersIn(problem).length === 3 ? [{ c, k, t }] : [];
    },
    right: '{c}*2^{t/k}',
    wrong: ['{c}*2^{t}', '{c}*2*{t/k}', '{c}*{t/k}', '{c}*2*{t}', '{c}*2^{k}', '{c}*{t/k}^2'],
  },
  {
    name: 'what is left after so many halvings',
    read: problem => {
      const [, k] = words('half-?life~@').exec(problem) ?? [];
      const [, c] = words('@\\s?(?:g|mg|kg|grams?)\\b').exec(problem) ?? [];
      const [, t] = words('(?:after|in) @').exec(problem) ?? [];
      return c && k && t && k !== t && numbersIn(problem).length === 3 && /\bleft\b|\bremain/i.test(problem) ? [{ c, k, t }] : [];
    },
    right: '{c}/2^{t/k}',
    wrong: ['{c}/{t/k}', '{c}/2/{t/k}', '{c}/(2*{t/k})', '{c}*(1/2)^{t}', '{c}/2^{t}', '{c} - {t/k}*{c/2}'],
  },
  {
    name: 'one part of the whole',
    read: problem => {
      const [, t] = words('(?:divide|share|split)s? @').exec(problem) ?? [];
      const [, a, b] = words('ratio (?:of )?@ ?: ?@(?! ?:)').exec(problem) ?? [];
      return t && a && b && a !== b && numbersIn(problem).length === 3 ? [{ t, a, b }] : [];
    },
    right: '{t}/({a} + {b})',
    wrong: ['?{t}/{a}', '?{t}/{b}', '{t}*{a}/{b}', '{a}/{b}*{t}', '{b}/{a}*{t}'],
  },
  {
    name: 'the amount for more or fewer',
    read: problem => {
      const [, a, m, b] =
        words('for @ (?:people|persons?|servings|guests|portions)~@[^\\d]*@ (?:people|persons?|servings|guests|portions)').exec(problem) ??
        [];
      return a && b && m && a !== b && numbersIn(problem).length === 3 ? [{ a, b, m }] : [];
    },
    right: '{m}*{b}/{a}',
    wrong: [
      '{m}*{a}/{b}',
      '{a}/{b}*{m}',
      '{m}/{b}*{a}',
      '{m} + {b-a}',
      '{m} + ({b} - {a})',
      '{m} - {a-b}',
      ['?{m}/{b}', /\b1 person\b|\beach\b|\bone\b/i],
      ['?{m}*{b}', /=.*\b(?:g|ml|kg|l)\b/],
    ],
  },
];
