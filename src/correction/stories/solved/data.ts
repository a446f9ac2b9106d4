import { evaluateNumeric } from '../../../math/evaluate.ts';
import { parseExpression } from '../../../math/parse.ts';
import type { StoryReader } from '../story.ts';
import { solvedStory, worked } from './solved.ts';

const LIST = /(?<![\w.(,])-?\d+(?:\.\d+)?(?:(?:, | and |, and |; )-?\d+(?:\.\d+)?){2,}(?![\w%])/g;
const CHANGED =
  /\b(?:add(?:ed|s|ing)?|remov\w*|replac\w*|another|new|next|missing|unknown|if|without|frequenc\w*|each|times|weights?|is the (?:mean|median)|trimmed)\b|\b[xyn]\b/;

function listIn(text: string, numbers: number): readonly number[] | null {
  const [list, ...more] = CHANGED.test(text) ? [] : [...text.matchAll(LIST)];
  const values = list?.[0].match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return list && more.length === 0 && values.length === numbers ? values : null;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const ONLY_MEAN = /\b(?:mean|average)\b/;
const OTHERS = /\b(?:median|mode|range|deviation|variance|quartiles?|geometric|harmonic|sum|difference)\b/;

/** The mean of a list. */
const meanOf: StoryReader = ({ text, question, numbers }) => {
  const list = ONLY_MEAN.test(question) && !OTHERS.test(text) ? listIn(text, numbers) : null;
  if (!list) return null;
  const n = list.length;
  const partial = list.map((_, i) => sum(list.slice(0, i + 1)));
  const pairs = list.flatMap((x, i) => list.slice(i + 1).map(y => x + y));
  return solvedStory({ value: sum(list) / n, way: [...partial, ...pairs, n], nouns: 'mean|average' });
};

const middle = (values: readonly number[]): number =>
  ((values[Math.floor((values.length - 1) / 2)] ?? 0) + (values[Math.floor(values.length / 2)] ?? 0)) / 2;

/** The distance between the quartiles of a list, whichever way they are taken. */
const quartiles: StoryReader = ({ text, question, numbers }) => {
  const list = /\b(?:inter-?quartile range|iqr)\b/.test(question) ? listIn(text, numbers) : null;
  if (!list || list.length < 4) return null;
  const sorted = [...list].sort((a, b) => a - b);
  const [n, half] = [sorted.length, Math.floor(sorted.length / 2)];
  const at = (place: number): number => {
    const low = Math.max(0, Math.min(n - 1, Math.floor(place)));
    return (sorted[low] ?? 0) + (place - low) * ((sorted[Math.min(n - 1, low + 1)] ?? 0) - (sorted[low] ?? 0));
  };
  const ways: readonly (readonly [number, number])[] = [
    [middle(sorted.slice(0, half)), middle(sorted.slice(n - half))],
    [middle(sorted.slice(0, n - half)), middle(sorted.slice(half))],
    [at((n - 1) / 4), at((3 * (n - 1)) / 4)],
    [at((n + 1) / 4 - 1), at((3 * (n + 1)) / 4 - 1)],
    [sorted[Math.ceil(n / 4) - 1] ?? 0, sorted[Math.ceil((3 * n) / 4) - 1] ?? 0],
  ];
  const ranges = ways.map(([low, high]) => high - low);
  const [value = 0] = ranges;
  return solvedStory({
    value,
    way: [...ranges, ...ways.flat(), middle(sorted), n, half],
    names: { '(?:the )?(?:iqr|inter-?quartile range)': ranges },
    nouns: 'iqr|range',
  });
};

/** How many standard deviations a value is from the mean. */
const standardScore = worked(
  [/\bz-?\s?(?:score|value)\b|\bstandard(?:i[sz]ed)? (?:score|value)\b/, /\bmean\b/],
  {
    s: ['(?:standard deviation|s\\.?d\\.?|σ)~@'],
    m: ['mean~@'],
    x: [
      '(?:mark|score|value|height|mass|weight|length|result|time|temperature|person|someone|student|apple|x)~@',
      '(?:of|for|scored|got|is) @',
    ],
  },
  ({ s = 0, m = 0, x = 0 }, { question }) =>
    /\bz-?\s?(?:score|value)|\bstandard/.test(question)
      ? { value: (x - m) / s, way: [x - m], names: { 'z(?:-score)?': [(x - m) / s] }, nouns: 'z|score' }
      : null,
  /\bprobability\b|\bpercent|%|\bproportion\b/,
);

/** What a line of regression leaves of an observed value. */
const residual: StoryReader = ({ text, question }) => {
  const [, formula] = /(?<![a-z])(?:y|ŷ|y-hat) ?= ?([-+\d.x *·]+?)(?=[.,;]\s|[.,;]?$|\s+[a-z]{2,})/.exec(text) ?? [];
  const [, x] = /\bx ?(?:=|is) ?(\d+(?:\.\d+)?)/.exec(text.replace(formula ?? ' ', ' ')) ?? [];
  const [, observed] =
    /\b(?:observed|actual|measured)\b[^\d]*?(\d+(?:\.\d+)?)/.exec(text.replace(/\bx ?(?:=|is) ?\d+(?:\.\d+)?/, ' ')) ?? [];
  const [, px, py] = /\bpoint \(\s*(\d+(?:\.\d+)?)\s*[,;]\s*(\d+(?:\.\d+)?)\s*\)/.exec(text) ?? [];
  const [at, seen] = [x ?? px, observed ?? py];
  if (!formula || !at || !seen || !/\bresidual\b/.test(question)) return null;
  const { expr } = parseExpression(formula);
  const predicted = expr && evaluateNumeric(expr, new Map([['x', Number(at)]]));
  if (typeof predicted !== 'number') return null;
  const value = Number(seen) - predicted;
  const gap = Number(value.toPrecision(10));
  return solvedStory({
    value: gap,
    way: [predicted],
    names: { residual: [gap], '(?:predicted|fitted)(?: value)?|ŷ|y-hat': [predicted] },
    nouns: 'residual',
  });
};

/** The last of so many numbers, of which all others and the mean are told. */
const lastOf: StoryReader = ({ text, question, numbers }) => {
  const [, n, m, k, list = ''] =
    /\b(?:mean|average) of (\d+) (?:numbers|marks|scores|tests|values|ages|results) is (\d+(?:\.\d+)?)[.;,] (\d+) of (?:them|these|the numbers|the marks|the scores) are ((?:\d+(?:\.\d+)?(?:, | and |, and )?)+)/.exec(
      text,
    ) ?? [];
  const values = list.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  if (!n || !m || values.length !== Number(n) - 1 || values.length !== Number(k) || numbers !== values.length + 3) return null;
  if (!/\b(?:other|third|fourth|fifth|sixth|last|missing|remaining)\b/.test(question)) return null;
  const [all, rest] = [Number(n) * Number(m), sum(values)];
  return solvedStory({ value: all - rest, way: [all, rest, ...values.map(one => all - one)], nouns: 'number|mark|score' });
};

export const DATA_OF: readonly StoryReader[] = [meanOf, quartiles, standardScore, residual, lastOf];
