import type { StoryReader } from '../story.ts';
import { solvedStory, worked } from './solved.ts';
import { vessels } from './vessels.ts';

/** Units by the power of ten that makes them the first of their kind. */
const UNITS: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  g: ['mass', 1],
  gram: ['mass', 1],
  kg: ['mass', 1000],
  kilogram: ['mass', 1000],
  ml: ['volume', 1],
  cl: ['volume', 10],
  l: ['volume', 1000],
  litre: ['volume', 1000],
  liter: ['volume', 1000],
  cm: ['length', 1],
  mm: ['length', 0.1],
  m: ['length', 100],
  metre: ['length', 100],
  meter: ['length', 100],
  km: ['length', 100000],
  min: ['time', 1],
  minute: ['time', 1],
  h: ['time', 60],
  hour: ['time', 60],
};

/** What is measured or written, and needs no time by itself. */
const MEASURE = /^(?:km|m|cm|l|ml|kg|g|pages?|words?|lit(?:re|er)s?|met(?:re|er)s?|kilomet(?:re|er)s?|kilograms?|grams?|miles?)$/;

interface Counted {
  readonly amount: number;
  readonly kind: string;
  readonly size: number;
}

/** What is counted behind a number: a unit, or a noun in the singular. */
function counted(amount: string, noun: string): Counted {
  const one = noun.length > 2 ? noun.replace(/(?<=[a-z]{2})s$/, '') : noun;
  const [kind, size] = UNITS[one] ?? [one, 1];
  return { amount: Number(amount), kind, size };
}

const COUNT = '(\\d+(?:\\.\\d+)?) ?([a-z]+)(?: of [a-z]+)?';
const LINKS =
  '(?:costs?|is|weighs?|uses?|needs?|takes?|makes?|feeds?|serves?|travels?|goes|drives?|fills?|prints?|produces?|types?|covers?|for|in|with|on)';
const BASE = new RegExp(
  `(?:^|[^\\d])(?:${COUNT}|(?:an?|1|one) ([a-z]+)(?: of [a-z]+)?) (?:[a-z]+ ){0,4}?${LINKS} (?:[a-z]+ ){0,2}?(\\d+(?:\\.\\d+)?)(?: ?([a-z]+))?`,
);
const PER =
  /(\d+(?:\.\d+)?)(?: ([a-z]+))? ?(?:per|a|an|each|for every|every|\/) (?:one )?(kg|g|l|litre|liter|m|metre|meter|hour|kilogram|minute|ticket|pen|book|box|bottle|bag|packet|night|person)\b/;
/** Words that make more of a problem than a proportion. */
const MORE =
  /\b(?:more|less|fewer|left|remain\w*|change|plus|and then|extra|fee|fixed|discount|off|each|another|both|together|average|mean|faster|slower|half|twice|double|ratio|workers?|men|people (?:build|paint|dig)|taps?|pumps?|pipes?|machines?|painters?|days?|area|square|volume|reduc\w*|increas\w*|squared?|compound|interest|dozen|doubl\w*|tripl\w*|and a half|same|per cent|gets? back|pays? with|note|tax|tip|free|already|first|joins?|alone|long|wide|tall|bridge|tunnel|falls?|fell|drops?|stone|brak\w*|stopping|pendulum|cubes?|balls?|spheres?|similar|models?|edges?|sides?|radius|diameter|circles?|pizzas?|round)\b|%/;
/** So many need so long: more of them need less. */
const LABOUR = /\b(?:needs?|takes?|for|is)\b/;

/** So much for so many; how much for another number of them, or how many for another amount. */
const direct: StoryReader = ({ text, question, numbers }) => {
  if (numbers > 3 || numbers < 2 || MORE.test(text) || text === question) return null;
  const asks = new RegExp(
    `\\b(?:do|does|will|would|is|are|for|with|on|in|using|from|of|cost of|price of) ${COUNT}|^how [a-z ]*${COUNT}`,
  ).exec(question);
  const [, a1, n1, a2, n2] = asks ?? [];
  const third = counted(a1 ?? a2 ?? '', n1 ?? n2 ?? '');
  const told = text.replace(question, '');
  const per = numbers === 2 ? PER.exec(told) : null;
  const base = numbers === 3 ? BASE.exec(told) : null;
  if (base && base[1] === undefined) return null;
  if (!asks || (per === null) === (base === null)) return null;
  const left = per ? counted('1', per[3] ?? '') : counted(base?.[1] ?? '1', base?.[2] ?? base?.[3] ?? '');
  const right = per ? counted(per[1] ?? '', per[2] ?? 'money') : counted(base?.[4] ?? '', base?.[5] ?? 'money');
  if (left.kind === right.kind || !(left.amount > 0 && right.amount > 0 && third.amount > 0)) return null;
  const to = third.kind === left.kind ? [left, right] : third.kind === right.kind ? [right, left] : null;
  const [same, other] = to ?? [];
  const takesTime = base !== null && left.kind !== 'time' && right.kind === 'time' && !MEASURE.test(base[2] ?? base[3] ?? '');
  if (!same || !other || (takesTime && LABOUR.test(base[0])) || /\bhow many times\b/.test(question)) return null;
  const factor = (third.amount * third.size) / (same.amount * same.size);
  const value = other.amount * factor;
  const unit = other.amount / same.amount;
  const own = (third.amount * third.size) / same.size;
  const way = [unit, 1 / unit, factor, 1 / factor, own, unit * (same.size / third.size)];
  return solvedStory({ value, way, nouns: `cost|costs|price|${other.kind}s?` });
};

/** A fixed charge and one for each of so many. */
const fixed = worked(
  [/\b(?:plus|and|fixed|standing|initial|call-?out|booking)\b/, /\b(?:per|for each|for every|a|each|every|an)\b/],
  {
    f: [
      '(?:fixed|standing|initial|call-?out|booking|basic) (?:fee|charge|fare|cost|price)?~@',
      'charges? @ (?:plus|and|for)',
      '@ (?:plus|fixed|call|booking|as a)',
      'costs? @ (?:plus|and)',
    ],
    r: [
      '(?:plus|and) @ ?[a-z]* (?:per|for each|for every|a|each|every|an) (?:mile|km|kilomet\\w+|hour|minute|day|text|call|person|guest|extra)',
      '@ (?:per|for each|for every|a|each|every) (?:mile|km|kilomet\\w+|hour|minute|day|text|person|guest)',
    ],
    n: ['@[ -](?:mile|km|kilomet|hour|minute|day|text|person|people|guest)'],
  },
  ({ f = 0, r = 0, n = 0 }, { text, question }) =>
    /\bhow much\b|\bcost\b|\bprice\b|\btotal\b|\bfare\b|\bcharge\b/.test(question) &&
    !/\bfirst\b|\bcents?\b|\b\d+p\b|\bminimum\b|\bmore than\b|\bup to\b|\bfree\b|\bsav\w+|\bback\b|\bchange\b|\bhow (?:many|far|long)\b/.test(
      text,
    )
      ? { value: f + r * n, way: [r * n] }
      : null,
  /%/,
);

const SIGN = '([£$€]|eur|usd|gbp)';
/** Money of one kind in another. */
const exchange: StoryReader = ({ raw, numbers }) => {
  const text = raw.toLowerCase();
  const [, a, one, b, rate] =
    new RegExp(`${SIGN} ?(1)(?![\\d.]) ?(?:=|is worth|is|buys|gets you) ?${SIGN} ?(\\d+(?:\\.\\d+)?)`).exec(text) ?? [];
  const [, c, amount, d] =
    new RegExp(
      `(?:change|convert|exchange|how (?:much|many) [a-z ]*) ?${SIGN} ?(\\d+(?:\\.\\d+)?) (?:in)?to (?:[a-z]+ )*?(pounds?|dollars?|euros?|£|\\$|€)`,
    ).exec(text) ?? [];
  if (!one || !a || !b || !c || !d || numbers !== 3 || a === b || (c !== a && c !== b)) return null;
  const target = d.startsWith('pound') ? '£' : d.startsWith('dollar') ? '$' : d.startsWith('euro') ? '€' : d;
  if (target === c || (target !== a && target !== b)) return null;
  const value = c === a ? Number(amount) * Number(rate) : Number(amount) / Number(rate);
  return solvedStory({ value, way: [1 / Number(rate)] });
};

const SQUARE = /\b(?:the )?square of|²|\bsquared\b/;
/** y in proportion to x, its square or their inverse: one pair of values, and another x. */
const varies: StoryReader = ({ text, numbers }) => {
  const [, y, x] =
    /\b([a-z]) (?:is (?:directly |inversely )?proportional to|varies (?:directly |inversely )?(?:as|with)) (?:the (?:square|cube)(?: root)? of )?([a-z])\b/.exec(
      text,
    ) ?? [];
  if (!y || !x || /\bcube\b|³|\broot\b|√/.test(text) || numbers !== 3) return null;
  const inverse = /\binversely\b/.test(text);
  const power = (SQUARE.test(text) ? 2 : 1) * (inverse ? -1 : 1);
  const value = (letter: string): string => `${letter} ?(?:=|is|was) ?(\\d+(?:\\.\\d+)?)`;
  const pair = new RegExp(`${value(y)}[^\\d]*(?:when|for|at|if|and|where)[^\\d]*${value(x)}`).exec(text) ?? null;
  const turned = pair ? null : new RegExp(`${value(x)}[^\\d]*(?:then|,|and|where)[^\\d]*${value(y)}`).exec(text);
  const [y1, x1] = pair ? [pair[1], pair[2]] : [turned?.[2], turned?.[1]];
  const [, x2] = new RegExp(`\\b(?:find|what is|calculate)[^\\d]*\\b${y}\\b[^\\d]*(?:when|for|at|if)[^\\d]*${value(x)}`).exec(text) ?? [];
  if (y1 === undefined || x1 === undefined || x2 === undefined) return null;
  const k = Number(y1) / Number(x1) ** power;
  const result = k * Number(x2) ** power;
  const ratio = Number(x2) / Number(x1);
  return solvedStory({
    value: result,
    way: [k, Number(x2) ** Math.abs(power), Number(x1) ** Math.abs(power), ratio, 1 / ratio, ratio ** power, ratio ** -power],
    names: { k: [k, 1 / k] },
    nouns: y,
  });
};

/** Things of which several cost so much with another one whose price is told: four pens and a ruler. */
const lot: StoryReader = ({ text, question, numbers }) => {
  const [, n, , , all, one] =
    /\b(\d+) ([a-z]+) and an? ([a-z]+) costs? (?:together |a total of |altogether )?(\d+(?:\.\d+)?)[.;,] (?:the|a|an) \3 costs? (\d+(?:\.\d+)?)/.exec(
      text,
    ) ?? [];
  if (!n || !all || !one || numbers !== 3 || !/\b(?:one|1|each|an?)\b/.test(question)) return null;
  const rest = Number(all) - Number(one);
  return solvedStory({ value: rest / Number(n), way: [rest], nouns: 'cost|costs|price' });
};

export const PROPORTIONS: readonly StoryReader[] = [direct, fixed, exchange, varies, lot, vessels];
