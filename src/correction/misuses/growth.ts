import { type Misuse, numbersIn, PERCENT, words } from './misuse.ts';

/** An amount that grows or shrinks by the same part each time. */
const GROWTH =
  /\bcompound|\binterest (?:is )?(?:added|credited|paid into|reinvested)\b|\bstays? in the account\b|\bnothing is withdrawn\b|\b(?:loses?|grows?|increases?|decreases?|falls?|rises?|shrinks?|drops?|depreciates?|raised|increased)\b[^.]*\b(?:each|every|per|a) (?:year|month|week|day|hour)\b|\bper year\b[^.]*\b(?:population|value)\b/i;

const growth: Misuse['read'] = problem => {
  if (
    numbersIn(problem).length > 4 ||
    !GROWTH.test(problem) ||
    /\bsimple interest\b|\bof (?:its|the) (?:original|initial)\b|\blinear/i.test(problem)
  )
    return [];
  const p = words(PERCENT).exec(problem)?.[1];
  const amount = numbersIn(problem)
    .map(Number)
    .filter(value => value >= 100);
  const [capital] = amount;
  const n = words('(?:after|for|in|over|of) @ (?:full )?(?:years?|months?|weeks?|days?|hours?)').exec(problem)?.[1];
  if (p === undefined || capital === undefined) return [];
  const down = /\b(?:loses?|decreases?|falls?|shrinks?|drops?|depreciates?)\b/i.test(problem);
  const common = { c: String(capital), r: String(Number(p) / 100), p, sign: down ? '-' : '+' };
  return [n === undefined ? common : { ...common, n }];
};

const grown =
  (withTime: boolean, down: boolean): Misuse['read'] =>
  problem =>
    growth(problem).filter(({ n, sign }) => (n !== undefined && Number(n) > 1) === withTime && (sign === '-') === down);

export const GROWTHS: readonly Misuse[] = [
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
];
