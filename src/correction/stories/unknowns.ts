import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { lettersIn } from '../letters.ts';
import { AGES } from './ages.ts';
import { sidesOf } from './counting.ts';
import { asks, fact, initialsOf, type Story, type StoryReader, type Told, told } from './story.ts';

const NAME = "((?:(?:his|her|the|a|my|an) )?[a-z]+(?:'s [a-z]+)?)";
const WHEN: StoryReader = told(
  `${NAME} is (?:now )?#(?: years old)? and ${NAME}(?: is)? (?:now )?#(?: years old)?[.,;]~how many years~# times as old as~`,
  ([a = 0, b = 0, k = 0], { text }) => {
    const n = (a - k * b) / (k - 1);
    return n < 0 || /\bago\b|was\b|were\b/.test(text) ? null : asks(n, 'years?', [], [n, a, b, a + n, b + n]);
  },
);

const number = (value: number, others: readonly number[] = []): Story => asks(value, 'number|it|n|x', [], [value, ...others]);
const NUMBER_IS = '(?:is|equals|gives|are|the result is|i get|you get|makes|=|is equal to)';

const NUMBERS: readonly StoryReader[] = [
  told(`~# less than # times (?:a|some|the|my) number ${NUMBER_IS} #~`, ([a = 0, k = 1, c = 0]) => number((c + a) / k)),
  told(`~# more than # times (?:a|some|the|my) number ${NUMBER_IS} #~`, ([a = 0, k = 1, c = 0]) => number((c - a) / k)),
  told(`~# less than (?:a|some|the|my) number ${NUMBER_IS} #~`, ([a = 0, c = 0]) => number(c + a)),
  told(`~# more than (?:a|some|the|my) number ${NUMBER_IS} #~`, ([a = 0, c = 0]) => number(c - a)),
  told(`~# times (?:a|some|the|my) number,? (?:plus|increased by|and) #,? ${NUMBER_IS} #~`, ([k = 1, a = 0, c = 0]) => number((c - a) / k)),
  told(`~# times (?:a|some|the|my) number,? (?:minus|decreased by|diminished by|less) #,? ${NUMBER_IS} #~`, ([k = 1, a = 0, c = 0]) =>
    number((c + a) / k),
  ),
  told(`~(?:the )?sum of # times (?:a|some|the|my) number and # ${NUMBER_IS} #~`, ([k = 1, a = 0, c = 0]) => number((c - a) / k)),
  told(`~(?:if |when )?# is subtracted from # times (?:a|some|the|my) number,? ~${NUMBER_IS} #~`, ([a = 0, k = 1, c = 0]) =>
    number((c + a) / k),
  ),
  told(`~(?:if |when )?# is added to # times (?:a|some|the|my) number,? ~${NUMBER_IS} #~`, ([a = 0, k = 1, c = 0]) => number((c - a) / k)),
  told(
    '~(?:sum|total|add up to|adds up to) (?:of )?# consecutive (even |odd )?(?:whole |positive )?(?:numbers|integers)~(?:is|equals|=|to) #~',
    ([n = 0, s = 0], one, words) => consecutive(n, s, words, one),
  ),
  told(
    '~# consecutive (even |odd )?(?:whole |positive )?(?:numbers|integers)~(?:sum|add up to|adds up to|total)~#~',
    ([n = 0, s = 0], one, words) => consecutive(n, s, words, one),
  ),
  told('~sum of # numbers is #~(?:difference|differ)~#~', ([n = 0, s = 0, d = 0], { question }) =>
    n === 2 ? pair((s + d) / 2, (s - d) / 2, question) : null,
  ),
  told('~# numbers~(?:add up to|sum of|sum to|sum is) #~(?:difference|differ)~#~', ([n = 0, s = 0, d = 0], { question }) =>
    n === 2 ? pair((s + d) / 2, (s - d) / 2, question) : null,
  ),
  told(
    '~(?:one|a|the (?:larger|greater|bigger)) number is # (more|greater|larger|less|smaller) than (?:another|the other|the smaller|a second)~(?:sum|add up|total|together)~#~',
    ([d = 0, s = 0], { question }) => pair((s + d) / 2, (s - d) / 2, question),
  ),
  told(
    '~(?:one|a|the (?:larger|greater|bigger)) number is # times (?:another|the other|the smaller|a second)~(?:sum|add up|total|together)~#~',
    ([k = 0, s = 0], { question }) => pair((k * s) / (k + 1), s / (k + 1), question),
  ),
];

function consecutive(n: number, s: number, words: readonly string[], { question }: Told): Story | null {
  const step = words.length > 0 ? 2 : 1;
  const low = (s - (step * n * (n - 1)) / 2) / n;
  if (!Number.isInteger(low) || n > 12) return null;
  const all = Array.from({ length: n }, (_, i) => low + step * i);
  const high = all.at(-1) ?? low;
  const facts = [
    fact('(?:the )?(?:smallest|first|least)(?: number| integer| one)?', low),
    fact('(?:the )?(?:largest|last|greatest|biggest)(?: number| integer| one)?', high),
  ];
  const want = /\b(?:smallest|first|least)\b/.test(question) ? low : /\b(?:largest|greatest|biggest|last)\b/.test(question) ? high : null;
  return want === null
    ? { facts, asked: null, amounts: all }
    : { ...asks(want, 'smallest|first|least|largest|greatest|biggest|last', facts, all), facts };
}

function pair(high: number, low: number, question: string): Story {
  const facts = [
    fact('(?:the )?(?:larger|greater|bigger)(?: number| one)?', high),
    fact('(?:the )?(?:smaller|lesser)(?: number| one)?', low),
  ];
  const want = /\b(?:larger|greater|bigger)\b/.test(question) ? high : /\bsmaller\b/.test(question) ? low : null;
  return want === null
    ? { facts, asked: null, amounts: [high, low] }
    : { ...asks(want, 'larger|greater|bigger|smaller', facts, [high, low]), facts };
}

/** So many things of two kinds, each kind with its worth, and what they are worth together. */
function twoKinds(total: number, a: number, b: number, worth: number, names: readonly [string, string], question: string): Story | null {
  const x = (worth - b * total) / (a - b);
  const y = total - x;
  if (a === b || x < 0 || y < 0 || !Number.isInteger(x) || !Number.isInteger(y)) return null;
  const stem = (name: string): string => name.replace(/(?:ren|s)$/, '').replace(/(?:e|y|ie)$/, '');
  const word = (name: string): string => `${stem(name)}[a-z']*`;
  const facts = names.map((name, i) => fact(`(?:number of )?${word(name)}(?: tickets?| coins?)?`, i === 0 ? x : y));
  const asked = names.findIndex(
    (name, i) =>
      new RegExp(`\\bhow many ${word(name)}`).test(question) &&
      !new RegExp(`\\b${word(names[1 - i] ?? '')}`).test(question.replace(/.*how many/, '')),
  );
  const rest = { facts, amounts: [x, y, total, a, b, worth, a * x, b * y], ...initialsOf(names, [x, y]) };
  return asked < 0 ? { asked: null, ...rest } : { ...asks(asked === 0 ? x : y, word(names[asked] ?? '')), ...rest };
}

const KIND = "(adults?|child(?:ren)?(?:'s|s')?|kids?|students?|seniors?|pensioners?|members?|non-members?)";
const TICKETS: readonly StoryReader[] = [
  told(
    `~# (?:[a-z]+ )?(?:tickets?|people|visitors|persons)~${KIND}~#~${KIND}~#~(?:takings|total|cost|costs|collected|paid|revenue|income|made|sales|sold for|worth|raised|came to|earned|receipts|for)~#~`,
    ([n = 0, a = 0, b = 0, t = 0], { question, text }, [x = '', y = '']) =>
      OFF.test(text) ? null : twoKinds(n, a, b, t, [x, y], question),
  ),
  told(
    `~${KIND}~#~${KIND}~#~# (?:[a-z]+ )?(?:tickets?|people|visitors)~(?:takings|total|cost|costs|collected|paid|revenue|income|made|sales|worth|raised|came to|earned|receipts|for)~#~`,
    ([a = 0, b = 0, n = 0, t = 0], { question, text }, [x = '', y = '']) =>
      OFF.test(text) ? null : twoKinds(n, a, b, t, [x, y], question),
  ),
  told(
    `~# (?:[a-z]+ )?tickets?~(?:for|takings|total\\w*|worth|made|collected|took|sales)~#~${KIND}~#~${KIND}~#~`,
    ([n = 0, t = 0, a = 0, b = 0], { question, text }, [x = '', y = '']) =>
      OFF.test(text) ? null : twoKinds(n, a, b, t, [x, y], question),
  ),
  told('~# heads? and # (?:legs|feet)~', ([n = 0, t = 0], one) => animals(n, t, one)),
  told('~# (?:animals|heads)~# (?:legs|feet)~', ([n = 0, t = 0], one) => animals(n, t, one)),
  told(
    '~# coins?~(nickels|dimes|quarters|pennies)(?:,| and| or)~(nickels|dimes|quarters|pennies)~(?:worth|total\\w*|value)~#~',
    ([n = 0, t = 0], { question, raw }, [x = '', y = '']) => {
      const [a, b] = [x, y].map(name => COINS[name] ?? 0);
      const worth = /\$\s*\d/.test(raw) ? Math.round(100 * t) : t;
      return a && b ? twoKinds(n, a, b, worth, [x, y], question) : null;
    },
  ),
];
const OFF = /\b(?:more|fewer|less|than|discount|half|free|each of|members? and|family|families)\b|%/;
const COINS: Readonly<Record<string, number>> = { nickels: 5, dimes: 10, quarters: 25, pennies: 1 };
const LEGS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:chickens?|hens?|ducks?|geese|birds?|ostriches|turkeys?|roosters?)\b/, 2],
  [/\b(?:cows?|rabbits?|pigs?|goats?|sheep|horses?|dogs?|cats?|lambs?)\b/, 4],
];

function animals(n: number, t: number, { text, question }: Told): Story | null {
  const [two, four] = LEGS.map(([words]) => words.exec(text)?.[0]);
  return two && four ? twoKinds(n, 2, 4, t, [two, four], question) : null;
}

const LITRE = '(?:l|litres?|liters?|ml|millilit(?:er|re)s?|gallons?|kg|g|grams?|ounces?|oz|cl|dl|quarts?|cups?)';
const mixture = (value: number, nouns: string, amounts: readonly number[]): Story => asks(value, nouns, [], amounts);

const MIXTURES: readonly StoryReader[] = [
  told(`~\\bx ${LITRE} of (?:a )?#%~(?:with|and) # ${LITRE} of (?:a )?#%~#%~`, ([p = 0, v = 0, q = 0, r = 0]) => {
    const x = (v * (q - r)) / (r - p);
    return x > 0 ? mixture(x, 'x', [v, x + v]) : null;
  }),
  told(`~how (?:many|much) ${LITRE} of (?:a )?#%~(?:with|to|and) # ${LITRE} of (?:a )?#%~#%~`, ([p = 0, v = 0, q = 0, r = 0]) => {
    const x = (v * (q - r)) / (r - p);
    return x > 0 ? mixture(x, `x|${LITRE}|needs?|adds?`, [v, x + v]) : null;
  }),
  told(`~how (?:many ${LITRE}(?: of)?|much) (?:pure )?water~(?:to|with) # ${LITRE} (?:of )?(?:a )?#%~#%~`, ([v = 0, p = 0, r = 0]) =>
    r < p && r > 0 ? mixture((v * (p - r)) / r, `x|w|${LITRE}|water|adds?`, [v, (v * p) / r, (v * p) / 100, v - (v * p) / 100]) : null,
  ),
  told(
    `~# ${LITRE} of (?:a )?#%~(?:with|and|to)~# ${LITRE} of (?:a )?#%~(?:concentration|strength|percent(?:age)?|%)~`,
    ([v = 0, p = 0, w = 0, q = 0], { question }) =>
      /\b(?:what|find)\b/.test(question) ? mixture((v * p + w * q) / (v + w), 'concentration|strength|percent(?:age)?|mixture', []) : null,
  ),
  told(
    `~([a-z]+) (?:at|costing|worth|that costs?) # (?:[a-z]+ )?(?:per|a|/) ?(?:kg|lb|pound|kilo\\w*)~(?:with|and)~([a-z]+) (?:at|costing|worth|that costs?) # (?:[a-z]+ )?(?:per|a|/) ?(?:kg|lb|pound|kilo\\w*)~# (?:kg|lb|pounds?|kilo\\w*)~# (?:[a-z]+ )?(?:per|a|/) ?(?:kg|lb|pound|kilo\\w*)~`,
    ([a = 0, b = 0, n = 0, r = 0], { question }, [x = '', y = '']) => {
      const first = (n * (r - b)) / (a - b);
      if (!(first > 0 && first < n)) return null;
      const asked = [x, y].findIndex(name => new RegExp(`\\b${name}\\b`).test(question));
      const amounts = [first, n - first, n, a, b, r, n * r];
      return asked < 0 || /\beach\b/.test(question)
        ? { facts: [], asked: null, amounts }
        : asks(asked === 0 ? first : n - first, asked === 0 ? x : y, [], amounts);
    },
  ),
];

const POLYGON = '(?:triangle|quadrilateral|pentagon|hexagon|heptagon|octagon)';
/** Angles of a figure told as terms of one letter. */
const angles: StoryReader = ({ text, question }) => {
  const shape = new RegExp(`\\b${POLYGON}\\b`).exec(text)?.[0];
  const sum = shape
    ? 180 * ((sidesOf(shape) ?? 2) - 2)
    : /\bsupplementary\b|\bstraight (?:line|angle)\b|\blinear pair\b/.test(text)
      ? 180
      : /\bcomplementary\b/.test(text)
        ? 90
        : null;
  const list = /\bangles?\b[^.]*?\b(?:are|measure|is|:)\s+([^.?;]*x[^.?;]*)/.exec(text.replace(/ ?\(?degrees?\)?|°/g, ''))?.[1];
  if (sum === null || list === undefined || /\bexterior\b|\bregular\b/.test(text)) return null;
  const parts = list.split(/,? and |, /).map(part => parseExpression(part).expr);
  const expected = sum === 180 && !shape ? 2 : sum === 90 ? 2 : sidesOf(shape ?? '');
  if (parts.length !== expected || parts.some(part => part === null || lettersIn(part).some(letter => letter !== 'x'))) return null;
  const at = (x: number): number[] =>
    parts
      .map(part => (part ? evaluateNumeric(part, new Map([['x', x]])) : Number.NaN))
      .map(value => (typeof value === 'number' ? value : Number.NaN));
  const total = (x: number): number => at(x).reduce((a, b) => a + b, 0);
  const x = (sum - total(0)) / (total(1) - total(0));
  const own = at(x);
  if (!own.every(angle => angle > 0)) return null;
  const want = /\b(?:largest|biggest|greatest)\b/.test(question)
    ? Math.max(...own)
    : /\bsmallest\b/.test(question)
      ? Math.min(...own)
      : /\b(?:find|value of|what is|solve for|calculate|determine) x\b|\bx\?/.test(question)
        ? x
        : null;
  return want === null
    ? { facts: [], asked: null, amounts: [x, ...own] }
    : asks(want, want === x ? 'x' : 'angle|largest|smallest', [], [x, ...own]);
};

const RECTANGLES: readonly StoryReader[] = [
  told(
    '~(?:rectang\\w+|garden|field|room|plot|length)~# (?:cm|m|mm|km|ft|feet|inches|units|met(?:er|re)s|centimet(?:er|re)s) (?:longer|more) than~(area|perimeter)~#~',
    ([d = 0, v = 0], { question, text }, [what = '']) => {
      if (!/\brectang/.test(text) || !/\bwid/.test(text) || /\btimes\b|\bhalf\b|\bpath\b|\bif\b/.test(text)) return null;
      const w = what === 'area' ? (-d + Math.sqrt(d * d + 4 * v)) / 2 : (v / 2 - d) / 2;
      return w > 0 ? sides(w, w + d, question) : null;
    },
  ),
  told(
    '~rectang\\w+~length is # (?:[a-z]+ )?(more|less|longer|shorter) than (?:#|the|its) (?:times )?(?:its |the )?width~(?:fence|perimeter|around)~#~',
    (n, { question, text }, [how = '']) => {
      const sign = /more|longer/.test(how) ? 1 : -1;
      const [d = 0, k = 1, p = 0] = n.length === 3 ? n : [n[0], 1, n[1]];
      const w = (p / 2 - sign * d) / (k + 1);
      return w > 0 && !/\bpath\b|\bcosts?\b/.test(text) ? sides(w, k * w + sign * d, question) : null;
    },
  ),
  told(
    '~length of (?:a|the) rectang\\w+ is # (?:[a-z]+ )?(more|less|longer|shorter) than (?:#|the|its) (?:times )?(?:its |the )?width~(?:fence|perimeter|around)~#~',
    (n, { question, text }, [how = '']) => {
      const sign = /more|longer/.test(how) ? 1 : -1;
      const [d = 0, k = 1, p = 0] = n.length === 3 ? n : [n[0], 1, n[1]];
      const w = (p / 2 - sign * d) / (k + 1);
      return w > 0 && !/\bpath\b|\bcosts?\b/.test(text) ? sides(w, k * w + sign * d, question) : null;
    },
  ),
  told('~length~rectang\\w+ is # times ~wid~perimeter~#~', ([k = 0, v = 0], { question }) =>
    sides(v / 2 / (k + 1), (k * v) / 2 / (k + 1), question),
  ),
  told('~rectang\\w+ is # times as long as~wid~perimeter~#~', ([k = 0, v = 0], { question }) =>
    sides(v / 2 / (k + 1), (k * v) / 2 / (k + 1), question),
  ),
];

function sides(w: number, l: number, question: string): Story {
  const facts = [fact('width|w', w), fact('length|l', l), fact('area|a', w * l), fact('perimeter|p', 2 * (w + l))];
  const amounts = [w, l, w * l, 2 * (w + l), w + l];
  const asked = (
    [
      ['area', w * l],
      ['perimeter', 2 * (w + l)],
      ['width', w],
      ['length', l],
    ] as const
  ).filter(([name]) => new RegExp(`\\b(?:find|what is|calculate|determine)\\b[^.]*\\b${name}\\b`).test(question));
  const [only] = asked;
  return asked.length === 1 && only ? { ...asks(only[1], only[0], facts, amounts), facts } : { facts, asked: null, amounts };
}

const SHARED: readonly StoryReader[] = [
  told('~(supplementary|complementary) angles~ratio~# ?(?::|to) ?#~', ([a = 0, b = 0], { question }, [kind = '']) => {
    const unit = (kind === 'supplementary' ? 180 : 90) / (a + b);
    const want = /\bsmaller\b/.test(question) ? Math.min(a, b) : /\b(?:larger|bigger|greater)\b/.test(question) ? Math.max(a, b) : null;
    const amounts = [unit, unit * a, unit * b, unit * (a + b)];
    return want === null ? { facts: [], asked: null, amounts } : asks(want * unit, 'angle|smaller|larger', [], amounts);
  }),
];

export const UNKNOWNS: readonly StoryReader[] = [AGES, WHEN, ...NUMBERS, ...TICKETS, ...MIXTURES, angles, ...RECTANGLES, ...SHARED];
