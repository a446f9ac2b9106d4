import * as Q from '../../math/rational.ts';
import { agrees, amountOf, amountsOf, END, IS, LIST, NUMBER, type Said, said, show, type Teller } from './saying.ts';

const STATISTIC = 'mean|average|arithmetic mean|median|mode|range|sum|total|minimum|maximum';
const NOUNS = '(?: (?:of )?(?:score|value|number|height|age|temperature|mark|grade|price|weight|time|speed))?';
const SET = '(?:the )?(?:(?:numbers?|data|set|values?|scores?|ages?|heights?|marks?|grades?)(?: set)?:? )?';
const GIVEN = new RegExp(`\\bthe (${STATISTIC})${NOUNS} of ${SET}(${LIST})${IS}(${NUMBER})${END}`, 'i');
const NAMED = new RegExp(
  `^(?:so |thus |therefore |hence |now |and |then )*,? ?(?:the )?(${STATISTIC})${NOUNS}${IS}(?:(?:the |just )?(?:middle|most common|most frequent) (?:number|value|one|score)[:,]? ?(?:which is|is|=)? ?)?(${NUMBER})${END}`,
  'i',
);
const CHANGED =
  /\b(?:add(?:ed|s|ing)?|remov\w*|replac\w*|delet\w*|includ\w*|another|new|next|each|missing|unknown|if|without|outliers?|becomes?|third|fourth|fifth|sixth)\b|\b[xyn]\b/i;

function statisticOf(name: string, values: readonly Q.Rational[]): Q.Rational | null {
  const sorted = [...values].sort(Q.compare);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const sum = values.reduce(Q.add, Q.ZERO);
  if (!low || !high) return null;
  const [a, b] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  switch (name) {
    case 'median':
      return a && b ? Q.divide(Q.add(a, b), Q.rational(2)) : null;
    case 'range':
      return Q.subtract(high, low);
    case 'minimum':
      return low;
    case 'maximum':
      return high;
    case 'mode':
      return modeOf(sorted);
    case 'sum':
    case 'total':
      return sum;
    default:
      return Q.divide(sum, Q.rational(values.length));
  }
}

/** The one value that is most frequent. */
function modeOf(values: readonly Q.Rational[]): Q.Rational | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(Q.printRational(value), (counts.get(Q.printRational(value)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const modes = [...counts].filter(([, count]) => count === most).map(([key]) => key);
  return modes.length === 1 && most > 1 ? (values.find(value => Q.printRational(value) === modes[0]) ?? null) : null;
}

/** 'The mean of 4, 8, 10 and 6 is 7.' */
const ofNamed: Teller = sentence => {
  const [, name = '', list = '', written] = GIVEN.exec(sentence) ?? [];
  const values = amountsOf(list);
  return values && values.length > 1 ? said(`the ${name} of ${list}`, statisticOf(name.toLowerCase(), values), written) : null;
};

/** The one list of numbers that a problem gives; null where it has several, or does something with it. */
function dataIn(problem: string): Q.Rational[] | null {
  const lists = [...problem.matchAll(new RegExp(LIST, 'g'))]
    .map(([text]) => amountsOf(text))
    .filter(values => values !== null && values.length > 2);
  const [only] = lists;
  return lists.length === 1 && only && !CHANGED.test(problem) && problem.length < 300 ? only : null;
}

/** 'The median is 7.', where the problem gives the numbers. */
const ofProblem: Teller = (sentence, { problem }) => {
  const [, name = '', written] = NAMED.exec(sentence) ?? [];
  const key = name.toLowerCase();
  if (key === '' || !new RegExp(`\\b(?:${key === 'mean' || key === 'average' ? 'mean|average' : key})\\b`, 'i').test(problem)) return null;
  const values = dataIn(problem);
  return values && said(`the ${key}`, statisticOf(key, values), written);
};

const SORTED = new RegExp(
  `^(?:.*\\b(?:in (?:ascending |descending |increasing |decreasing |numerical |size )?order|sort(?:ed)?|order(?:ed)?|arranged?)\\b[^\\d:]*[:,]?|(?:order|ordered|sorted):) ?(${LIST})[.]?$`,
  'i',
);

/** 'In order: 3, 4, 7': the numbers of the problem, each as often as there, upwards or downwards. */
const inOrder: Teller = (sentence, { problem }) => {
  const written = amountsOf(SORTED.exec(sentence)?.[1] ?? '');
  const given = written && written.length > 2 ? dataIn(problem) : null;
  if (!given || !written || !/\b(?:median|order|arrange|sort|quartiles?|range|mode)\b/i.test(problem)) return null;
  const up = [...given].sort(Q.compare);
  const matches = (values: readonly Q.Rational[]): boolean =>
    values.length === written.length && values.every((value, i) => written[i] && Q.equal(value, written[i]));
  const print = (values: readonly Q.Rational[]): string => values.map(show).join(', ');
  return {
    holds: matches(up) || matches([...up].reverse()),
    expression: 'the numbers of the problem in order',
    value: print(up),
    written: print(written),
  };
};

const SQUARES = new RegExp(
  `\\b(squared?|squares of the)? ?(?:deviations?|differences|distances)( squared)?(?: from the mean)?(?: are)? ?:? ?(${LIST})[.]?$`,
  'i',
);

/** 'Deviations: −3, −1, 4', 'squared deviations: 9, 1, 16': how far the numbers of the problem are from their mean. */
const deviations: Teller = (sentence, { problem }) => {
  const [, before, behind, list = ''] = SQUARES.exec(sentence.replace(/[−–](?=\d)/g, '-')) ?? [];
  const written = amountsOf(list);
  const given = written ? dataIn(problem) : null;
  const mean = given && statisticOf('mean', given);
  if (!written || !given || !mean || written.length !== given.length || mean.d > 100n) return null;
  const own = given.map(value => Q.subtract(value, mean));
  const squared = (before ?? behind) !== undefined;
  const key = (value: Q.Rational): string => Q.printRational(squared ? value : Q.absolute(value));
  const [right, found] = [own.map(value => (squared ? Q.multiply(value, value) : value)), written].map(list =>
    list.map(key).sort().join(', '),
  );
  return {
    holds: right === found,
    expression: `the ${squared ? 'squared ' : ''}deviations from ${show(mean)}`,
    value: right ?? '',
    written: list,
  };
};

const QUARTILE = new RegExp(
  `\\b(q_?\\{?[13]\\}?|q[₁₃]|(?:lower|first|upper|third) quartile)(?: \\(q_?[13₁₃]\\))?${IS}(?:the median of[^=]*= ?)?(?:\\([^()]*\\) ?[/÷:] ?2 ?= ?)?(${NUMBER})${END}`,
  'i',
);
const SPREAD = new RegExp(`\\b(?:iqr|inter-?quartile range)${IS}(?:${NUMBER} ?([-+−–]) ?${NUMBER} ?= ?)?(${NUMBER})${END}`, 'i');

/** The quartiles by each of the usual rules: the medians of the halves without or with the middle value, and between the values. */
function quartiles(values: readonly Q.Rational[]): readonly (readonly Q.Rational[])[] {
  const sorted = [...values].sort(Q.compare);
  const n = sorted.length;
  const halves = [Math.floor(n / 2), Math.ceil(n / 2)].map(size => [sorted.slice(0, size), sorted.slice(n - size)]);
  const between = (place: number): Q.Rational | null => {
    const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    const part = Q.rational(BigInt(Math.round((place - Math.floor(place)) * 4)), 4n);
    return low && high ? Q.add(low, Q.multiply(part, Q.subtract(high, low))) : null;
  };
  return [0, 1].map(upper => {
    const places = [0.25, 0.75].map(part => [part * (n - 1), part * (n + 1) - 1, Math.ceil(part * n) - 1, Math.round(part * (n + 1)) - 1]);
    const all = [...halves.map(pair => statisticOf('median', pair[upper] ?? [])), ...(places[upper] ?? []).map(between)];
    return all.filter(value => value !== null);
  });
}

/** 'Q1 = 5', 'the IQR is 7': by none of the usual rules. */
const quartilesSaid: Teller = (sentence, { problem }) => {
  const [, name = '', one] = QUARTILE.exec(sentence) ?? [];
  const [, sign, spread] = name === '' ? (SPREAD.exec(sentence) ?? []) : [];
  const written = amountOf(one ?? spread);
  const given = written ? dataIn(problem) : null;
  if (!written || !given || given.length < 4) return null;
  const [low = [], high = []] = quartiles(given);
  const right = one === undefined ? high.flatMap(b => low.map(a => Q.subtract(b, a))) : /1|₁|lower|first/i.test(name) ? low : high;
  const holds = right.some(value => Q.equal(value, written)) && sign !== '+';
  return right[0]
    ? { holds, expression: `the ${name === '' ? 'interquartile range' : name}`, value: show(right[0]), written: one ?? spread ?? '' }
    : null;
};

const RATIO = /(?<![\d:.])\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?){2,}(?![\d:])/g;

/** `12:18:30 = 2:3:5`: ratios of three and more numbers that are set equal. */
const equalRatios: Teller = sentence => {
  const found = [...sentence.matchAll(new RegExp(String.raw`(${RATIO.source})\s*=\s*(?=(${RATIO.source}))`, 'g'))];
  if (found.length === 0) return null;
  for (const [, left = '', right = ''] of found) {
    const wrong = ratioSaid(left, right, left);
    if (wrong && !wrong.holds) return wrong;
  }
  return { holds: true, expression: 'the ratio', value: '', written: '' };
};

/** A ratio, told in a problem to simplify one or to share in one. */
const ratioOfProblem: Teller = (sentence, { problem }) => {
  const [given, ...others] = problem.match(RATIO) ?? [];
  const [written, ...more] = sentence.match(RATIO) ?? [];
  if (given === undefined || written === undefined || others.length > 0 || more.length > 0) return null;
  if (!/\b(?:simplify|simplest|share|divide|split)\b/i.test(problem) || !/^[^\d]*$/.test(sentence.replace(written, ''))) return null;
  return CHANGED.test(problem) ? null : ratioSaid(given, written, given);
};

function ratioSaid(left: string, right: string, expression: string): Said | null {
  const [a, b] = [left, right].map(text => text.split(':').map(amountOf));
  const [first, other] = [a?.[0], b?.[0]];
  if (!a || !b || !first || !other || a.length !== b.length || Q.isZero(other)) return null;
  const holds = a.every((value, i) => {
    const opposite = b[i];
    return value && opposite && Q.equal(Q.multiply(value, other), Q.multiply(opposite, first));
  });
  return { holds, expression, value: left.replace(/\s/g, ''), written: right.replace(/\s/g, '') };
}

const IN_RATIO = /\b(?:in (?:the|a) ratio(?: of)?:?|ratio (?:is|of)) (\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?)+)/i;
const SHARES = new RegExp(
  `^(?:so |thus |therefore |hence |answer:? |,|the |shares?|parts?|angles?|sides?|amounts?|numbers?|they|people|children|get|gets|receive|are|is|:|=|respectively| )*(${LIST})(?: respectively)?[.]?$`,
  'i',
);

/** 'The shares are $40, $60 and $90.', in any order, where the problem says in which ratio. */
const shares: Teller = (sentence, { problem }) => {
  const ratio = IN_RATIO.exec(problem)?.[1]?.split(':').map(amountOf);
  const text = SHARES.exec(sentence.replace(/(\d)\s*(?:°|cm|m|kg|g|degrees)(?![\w²³])/g, '$1'))?.[1] ?? '';
  const written = amountsOf(text);
  if (
    !ratio ||
    !written ||
    ratio.length !== written.length ||
    CHANGED.test(problem) ||
    (problem.match(/:/g)?.length ?? 0) !== ratio.length - 1
  )
    return null;
  const parts = ratio.filter(part => part !== null).sort(Q.compare);
  const own = [...written].sort(Q.compare);
  if (parts.some((part, i) => own[i] && Q.equal(part, own[i])) && parts.every((part, i) => own[i] && Q.equal(part, own[i]))) return null;
  const [total, whole] = [own.reduce(Q.add, Q.ZERO), parts.reduce(Q.add, Q.ZERO)];
  const holds = parts.every((part, i) => {
    const share = Q.divide(Q.multiply(total, part), whole);
    return share && own[i] && (agrees(share, own[i], '0.1') || Q.compare(Q.absolute(Q.subtract(share, own[i])), Q.ONE) < 0);
  });
  return {
    holds,
    expression: 'the ratio of the shares',
    value: ratio.map(part => part && show(part)).join(':'),
    written: written.map(show).join(':'),
  };
};

/** Lists of numbers: their mean, median and range, their order, and ratios of several numbers. */
export const DATA: readonly Teller[] = [ofNamed, ofProblem, inOrder, deviations, quartilesSaid, equalRatios, ratioOfProblem, shares];
