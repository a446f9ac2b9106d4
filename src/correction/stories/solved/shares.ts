import type { StoryReader } from '../story.ts';
import { otherBase } from './opposites.ts';
import { leftAfterTwo } from './remainders.ts';
import { solvedStory, worked } from './solved.ts';

const NEW = /\b(?:new|sale|reduced|final|selling|now|after)\b|\bpays?\b|\bhow much (?:is|does it cost|will it cost)\b/;
const OLD =
  /\b(?:original\w*|before|old|normal\w*|usual\w*|regular\w*|initial\w*|previous\w*|without (?:the )?(?:vat|tax)|excluding (?:vat|tax))\b/;
const DOWN = /\b(?:discount\w*|reduc\w*|off|cheaper|drop\w*|fall\w*|fell|decreas\w*|depreciat\w*|los(?:es|t|ing)|less)\b/;
const UP = /\b(?:ris\w*|rose|rais\w*|increas\w*|grow\w*|grew|vat|tax|mark-?up|goes up|went up|gain\w*|profit|more)\b/;
const CHANGE = /\b(?:discount|reduction|save[sd]?|saving|increase|decrease|rise|tip|vat|tax|loss|gain|fall)\b/;
const SEVERAL =
  /\b(?:then|each|every|per|year|month|week|day|twice|again|another|both|rest|other|interest|commission|of the|of them|deposit|double[sd]?|half|twice|extra|salary|wages?|take-home|income|earns?|(?:less|more|higher|lower|cheaper|greater) than)\b/;

/** Parts of a percentage that are taken one by one. */
const pieces = (whole: number, p: number): number[] =>
  [1, 2, 5, 10, 15, 20, 25, 50, 100, Math.abs(p), 100 + p, p / 2].flatMap(q => [(whole * q) / 100, q, q / 100]);

const OLD_TOLD = new RegExp(`${OLD.source}[^.?\\d]{0,25}\\d+(?:\\.\\d+)?(?!%|\\d|\\.\\d)`);
const NEW_TOLD =
  /\b(?:now|after|sale price|reduced price|paid|pays?|sold for|bought (?:it )?for|reduced to|new price|% to|including \d+% (?:vat|tax) is)\b[^.?%\d]{0,30}\d+(?:\.\d+)?(?!%|\d|\.\d)/;
const CHANGE_TOLD = new RegExp(
  `(?<!% ?)${CHANGE.source}[^.?\\d]{0,25}\\b(?:is|was|of|saves?|saved)\\b[^.?\\d]{0,8}\\d+(?:\\.\\d+)?(?!%|\\d|\\.\\d)`,
);

const ASKS_CHANGE =
  /\b(?:how much is|how much was|what is|what was|find|calculate) (?:the )?(?:amount of (?:the )?)?(?:discount|reduction|saving|decrease|loss)\b|\bhow much (?:does|did|do|will|would|can) [a-z ]{1,20}\bsaved?\b|\bby how much\b/;

/** One amount and one percentage by which it changes. */
const changedBy = worked(
  /%/,
  { p: '@%', w: '@(?!%)' },
  ({ p = 0, w = 0 }, { text, question }) => {
    const down = DOWN.test(text);
    if (down === UP.test(text) || CHANGE_TOLD.test(text)) return null;
    const change = down ? -p : p;
    const factor = 1 + change / 100;
    const [old, now] = [OLD_TOLD.test(text), NEW_TOLD.test(text)];
    const asksOld = OLD.test(question.replace(OLD_TOLD, ' '));
    const asksNew = NEW.test(question.replace(NEW_TOLD, ' ')) && !asksOld;
    if (asksOld && !old)
      return {
        value: w / factor,
        way: [factor, ...pieces(w / factor, change), w, (w * p) / 100, ...[1, 10, 100].map(q => (w * q) / (100 * factor))],
        nouns: 'price|cost|value',
      };
    if (now || asksOld) return null;
    if (asksNew) return { value: w * factor, way: [factor, ...pieces(w, change)], nouns: 'price|cost|costs|value|pays?' };
    return down && ASKS_CHANGE.test(question) ? { value: (w * p) / 100, way: pieces(w, change) } : null;
  },
  SEVERAL,
);

/** So many of so many, told as a percentage. */
const share = worked(
  [/\bwhat (?:percent|percentage)\b|\bas a percentage\b|\bfind the percentage\b/],
  { a: ['@ (?:out )?of (?:the )?(?=\\d)', '(?:got|scored|answer\\w*|hit)~@'], b: ['\\bof (?:the )?@', '@'] },
  ({ a = 0, b = 0 }, { text }) =>
    a < b && !/\bmore|less|increase|decrease|rest|not\b|n't|fail|wrong|left|other/.test(text)
      ? { value: (100 * a) / b, way: [a / b, 100 / b, b / 100, b / a, 100 * a] }
      : null,
);

const FROM_TO =
  /\b(?:from|was|were|cost|costs|bought (?:for|at)|buys? [a-z ]*for|paid|worth|had|population of|weighed)\b[^\d]{0,25}(\d+(?:\.\d+)?)[^\d.]{0,60}\b(?:to|now|sold|sells?|after|later|is|has|weighs)\b[^\d]{0,30}(\d+(?:\.\d+)?)/;

/** A value that changes to another one, and by how many percent. */
const changeOf: StoryReader = ({ text, question, numbers }) => {
  const [, was, is] = numbers === 2 && /\bpercent(?:age)?\b|%/.test(question) ? (FROM_TO.exec(text) ?? []) : [];
  if (!was || !is || !/\b(?:change|increase|decrease|profit|loss|rise|reduction|fall|drop|gain|growth)\b/.test(question)) return null;
  const [a, b] = [Number(was), Number(is)];
  const change = Math.abs(b - a);
  return solvedStory({ value: (100 * change) / a, way: [change, change / a, b / a, (100 * b) / a, a / 100, 100 * change, 1 - b / a] });
};

/** An amount that grows by the same percentage every year. */
const compound = worked(
  /\bcompound\b|\beach year\b|\bevery year\b|\ba year\b|\bper year\b|\bannually\b|\byearly\b/,
  { p: '@%', t: '@ (?:full )?years?', w: '@(?!%)(?! (?:full )?years?)' },
  ({ p = 0, t = 0, w = 0 }, { text, question }) => {
    const down = /\b(?:loses|lose|depreciat\w*|falls|decreas\w*|drops)\b/.test(text);
    if (/\bsimple\b|\bwithdr|\badds?\b|\bmonth|\bquarter|\bper cent of\b|\bhow many\b[^?]*\byears\b/.test(text) || t > 12 || t % 1 !== 0)
      return null;
    if (!down && !/\bcompound\b|\bgrow\w*|\bincreas\w*|\bris\w*/.test(text)) return null;
    const f = 1 + (down ? -p : p) / 100;
    const states = Array.from({ length: t + 1 }, (_, n) => w * f ** n);
    const gains = states.slice(1).map((state, n) => state - (states[n] ?? 0));
    const end = states[t] ?? 0;
    const way = [...states, ...gains.map(Math.abs), f, f ** t, ...gains.map((_, n) => f ** (n + 1)), 1 - f, p / 100, Math.abs(end - w)];
    const gained =
      /\binterest (?:does|is|has|will|did|do)\b|\bhow much (?:compound )?interest\b|\btotal interest\b|\bfind the (?:compound )?interest\b/.test(
        question,
      );
    const kept = /\b(?:worth|value|amount|total|population|balance|how much (?:is there|will|does (?:she|he|it) have)|price)\b/.test(
      question,
    );
    if (gained === kept) return null;
    return gained
      ? {
          value: Math.abs(end - w),
          way,
          names: { '(?:total |compound )?interest(?: (?:earned|gained))?': [Math.abs(end - w), ...gains.map(Math.abs)] },
        }
      : { value: end, way };
  },
);

const PART = '(?:\\w+ ){0,3}?';
const RATIO = new RegExp(
  `\\b([a-z]+)(?:s)? (?:and|to|:) ${PART}([a-z]+)\\b[^.?\\d]{0,40}\\b(?:ratio|mixed|shared?|divided|is|are)\\b[^.?\\d]{0,25}(\\d+) ?(?::|to) ?(\\d+)(?! ?:|\\d)`,
);
const MORE =
  /\b(\d+(?:\.\d+)?) (?:[a-z]+ )?(?:more|fewer|less)\b|\b(?:difference|gets?|receives?)\b[^.?\d]{0,20}(\d+(?:\.\d+)?) (?:more|less)\b/;
const stem = (word: string): string => word.replace(/(?:ies|es|s|y)$/, '');

/** Two kinds in a ratio, and how many there are of one, of both, or more of one than of the other. */
const inRatio: StoryReader = ({ text, question, numbers }) => {
  const [whole, x, y, p, q] = RATIO.exec(text) ?? [];
  if (whole === undefined || !x || !y || numbers !== 3 || x === y) return null;
  const [a, b] = [Number(p), Number(q)];
  const rest = text.replace(whole, ' ');
  const [, k, behind = ''] = /(\d+(?:\.\d+)?)((?: [a-z]+){0,4})/.exec(rest) ?? [];
  const before = /([a-z]+)[^a-z\d]+(?:is|are|was|were|gets|got|receives|has|=)[^a-z\d]*$/.exec(
    rest.slice(0, k === undefined ? 0 : rest.indexOf(k)),
  )?.[1];
  if (k === undefined || a === b || /\b(?:added|leave|left|join\w*|new|another|after|then|before|percent)\b|%/.test(text)) return null;
  const of = (word: string): boolean =>
    new RegExp(`\\b${stem(word)}`).test(behind) || (before !== undefined && stem(before) === stem(word));
  const amount = Number(k);
  const known = MORE.test(rest) ? Math.abs(a - b) : of(x) !== of(y) ? (of(x) ? a : b) : of(x) ? null : totalled(rest, text) ? a + b : null;
  if (known === null) return null;
  const unit = amount / known;
  const asksFor = (/\b(?:how|what|find|calculate|work out)\b.*/.exec(question)?.[0] ?? '')
    .replace(whole, ' ')
    .replace(new RegExp(`\\b(?:if )?there (?:are|is) ${k}[^,?]*|\\b(?:with|for|to|of) ${k}(?: [a-z]+){0,2}`), ' ');
  const names = [x, y].map(word => new RegExp(`\\b${stem(word)}`).test(asksFor));
  const value = /\b(?:more|fewer|less|difference)\b/.test(asksFor)
    ? Math.abs(a - b) * unit
    : names[0] !== names[1]
      ? (names[0] ? a : b) * unit
      : /\b(?:altogether|in total|in all|in the (?:class|club|school|group)|total)\b/.test(asksFor) && known !== a + b
        ? (a + b) * unit
        : null;
  if (value === null) return null;
  const way = [
    unit,
    a * unit,
    b * unit,
    (a + b) * unit,
    a + b,
    Math.abs(a - b),
    Math.abs(a - b) * unit,
    a / b,
    b / a,
    a / (a + b),
    b / (a + b),
  ];
  return solvedStory({
    value,
    way,
    names: {
      '(?:1|one|each) (?:part|share|unit)': [unit],
      [`(?:number of |amount of )?${x}`]: [a * unit, a, a / (a + b), a / b],
      [`(?:number of |amount of )?${y}`]: [b * unit, b, b / (a + b), b / a],
    },
    nouns: `${stem(x)}\\w*|${stem(y)}\\w*`,
  });
};
const totalled = (rest: string, text: string): boolean =>
  /\b(?:in|for|of|make|makes|give|gives|is|are|contains?) \d+(?:\.\d+)? ?(?:l|lit(?:er|re)s?|ml|cl|kg|g|grams?|tonnes?|t|cm|m|m³|[a-z]+) of (?:the |this |such |a )?[a-z]+|\b(?:share[sd]?|divide[sd]?|split) (?:the sum of |a sum of )?\d|\d[a-z ]*\b(?:is|are|was|were) (?:shared|divided|split)\b|\b(?:altogether|in total|in all|total(?: of)?)\b[^.?]{0,12}\d|\d[^.?\d]{0,30}\b(?:altogether|in total|in all)\b|\bthere are \d+ (?:pupils|students|people|children|members|animals|sweets|beads|balls|marbles|counters)\b/.test(
    `${rest} ${text}`,
  );

/** A total of three kinds in a ratio. */
const threeInRatio: StoryReader = ({ text, question, numbers }) => {
  const [whole, x, y, z, p, q, r] = /\b([a-z]+), ([a-z]+),? and ([a-z]+) in the ratio (\d+) ?: ?(\d+) ?: ?(\d+)(?! ?:|\d)/.exec(text) ?? [];
  const [, k] = /(\d+(?:\.\d+)?)/.exec(text.replace(whole ?? '', ' ')) ?? [];
  const asks = /\bhow (?:much|many) ([a-z]+)/.exec(question)?.[1];
  const at = asks === undefined ? -1 : [x, y, z].indexOf(asks);
  if (whole === undefined || k === undefined || at < 0 || numbers !== 4) return null;
  if (new RegExp(`${k} ?[a-z]* (?:of )?(?:${x}|${y}|${z})\\b`).test(text) || /\bmore\b|\bless\b|\badd/.test(text)) return null;
  const parts = [p, q, r].map(Number);
  const all = parts.reduce((a, b) => a + b, 0);
  const values = parts.map(part => (part * Number(k)) / all);
  return solvedStory({
    value: values[at] ?? 0,
    way: [all, Number(k) / all, ...values, ...parts.map(part => part / all)],
    nouns: asks ?? '',
  });
};

/** What is left of so many, when a fraction of them is gone. */
const restOf: StoryReader = ({ text, question, numbers }) => {
  const [, over, under, n] =
    /\b(?:sells?|sold|gives?(?: away)?|gave|eats?|ate|spends?|spent|loses|lost|uses|used)\b[^.\d]*(\d+)\/(\d+) of (?:his|her|the|its|their|my) (\d+(?:\.\d+)?)/.exec(
      text,
    ) ?? [];
  if (!over || !under || !n || numbers !== 2 || !/\b(?:left|remain\w*)\b/.test(question)) return null;
  const [share, whole] = [Number(over) / Number(under), Number(n)];
  return solvedStory({ value: whole * (1 - share), way: [whole / Number(under), 1 - share, share * whole], nouns: 'left|remain' });
};

/** The angles of a figure in a ratio. */
const anglesInRatio: StoryReader = ({ text, question, numbers }) => {
  const [, list = ''] = /(\d+(?: ?: ?\d+){2,3})/.exec(text) ?? [];
  const parts = list.split(':').map(Number);
  const sum = /\btriangle\b/.test(text) ? 180 : /\bquadrilateral\b/.test(text) ? 360 : 0;
  if (!/\bangles\b/.test(text) || numbers !== parts.length || parts.length !== (sum === 180 ? 3 : 4) || sum === 0) return null;
  const all = parts.reduce((x, y) => x + y, 0);
  const angles = parts.map(part => (part * sum) / all);
  const value = /\blargest|biggest|greatest\b/.test(question)
    ? Math.max(...angles)
    : /\bsmallest|least\b/.test(question)
      ? Math.min(...angles)
      : null;
  return value === null ? null : solvedStory({ value, way: [all, sum / all, ...angles], nouns: 'angle' });
};

/** What is left of a whole after a fraction of it and then a fraction of the rest. */
const restOfRest: StoryReader = ({ text, question, numbers }) => {
  const [, p, q] = /(\d+\/\d+)[^\d]*?(\d+\/\d+) of (?:what (?:was|is) left|the (?:rest|remainder|remaining \w+))/.exec(text) ?? [];
  if (!p || !q || numbers !== 2 || !/\b(?:remain\w*|left)\b/.test(question)) return null;
  const [a, b] = [p, q].map(one => Number(one.split('/')[0]) / Number(one.split('/')[1]));
  if (a === undefined || b === undefined) return null;
  const rest = 1 - a;
  return solvedStory({ value: rest * (1 - b), way: [rest, rest * b, a + rest * b, 1 - b] });
};

/** A tank at one fraction and, after an amount was taken out or put in, at another. */
const tank: StoryReader = ({ text, question, numbers }) => {
  const [p, q] = [...text.matchAll(/(\d+)\/(\d+)(?: full)?/g)].map(([, a, b]) => Number(a) / Number(b));
  const [, k] = /(?<![\d/])(\d+(?:\.\d+)?)(?![\d/])/.exec(text) ?? [];
  if (p === undefined || q === undefined || k === undefined || numbers !== 3 || !/\bfull\b/.test(text)) return null;
  if (!/\bhow (?:much|many)[^?]*\b(?:holds?|capacity|full)\b|\bcapacity\b/.test(question)) return null;
  const gap = Math.abs(p - q);
  const whole = Number(k) / gap;
  return solvedStory({ value: whole, way: [gap, p, q, whole * p, whole * q, 1 / gap, ...[...Array(60).keys()].map(n => whole / (n + 1))] });
};

export const SHARES: readonly StoryReader[] = [
  changedBy,
  share,
  changeOf,
  compound,
  inRatio,
  anglesInRatio,
  restOfRest,
  tank,
  threeInRatio,
  restOf,
  leftAfterTwo,
  otherBase,
];
