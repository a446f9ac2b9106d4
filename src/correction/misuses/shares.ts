import { type Misuse, numbersIn, words } from './misuse.ts';

/** So many workers who need so many days; others are asked about. */
const workers: Misuse['read'] = problem => {
  if (numbersIn(problem).length !== 3) return [];
  const WORKER =
    '(?:workers?|painters?|people|persons?|men|women|machines?|pumps?|taps?|pipes?|builders?|gardeners?|bricklayers?|cows?|horses?|hens?|printers?|cleaners?|robots?|tractors?|students?|masons?|trucks?|lorries|excavators?|diggers?|friends|volunteers?)';
  const TIME = '(?:days?|hours?|h|minutes?|min|weeks?)';
  const found =
    words(`@ ${WORKER}[^\\d.]{0,50}?@ ${TIME}\\b[^\\d]*@ (?:\\w+ )?(?:${WORKER}|of them)`).exec(problem) ??
    words(`@ ${WORKER}[^\\d.]{0,50}?@ ${TIME}\\b[^\\d]*(?:long|${TIME})[^\\d]*@`).exec(problem);
  const [, w, d, v] = found ?? [];
  if (!w || !d || !v || w === v) return [];
  return /\b(?:each|per|produce|makes?|parts|earns?|pays?|kilomet|cost)\b/i.test(problem.replace(/same (?:rate|speed|pace)/i, '')) &&
    !/\b(?:build|paint|dig|fill|empty|finish|clean|job|harvest|mow|food|last|plough|load|repair|do)\b/i.test(problem)
    ? []
    : [{ w, d, v }];
};

/** Two shares in a ratio, and the size of one of them. */
const oneShare: Misuse['read'] = problem => {
  if (numbersIn(problem).length !== 3) return [];
  const ratio =
    /\b(?:ratio|proportion) of (?:the )?(?:number of )?(\w+)s?(?: \w+)? to (?:the )?(?:number of )?(\w+)(?: \w+){0,3}? (?:is|of|was|are) (\d+)\s?(?::|to)\s?(\d+)/i.exec(
      problem,
    ) ??
    /(\w+) and (\w+)(?: \w+){0,4}? in the ratio (?:of )?(\d+)\s?(?::|to)\s?(\d+)/i.exec(problem) ??
    /(\w+) and (\w+)(?: \w+){0,3}? (?:is|are) mixed (?:in the ratio )?(\d+)\s?(?::|to)\s?(\d+)/i.exec(problem);
  const [, one = '', other = '', a, b] = ratio ?? [];
  if (!a || !b || a === b) return [];
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

export const SHARES: readonly Misuse[] = [
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
