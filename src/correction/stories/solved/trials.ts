import { fact, type Story, type StoryReader, type Trap } from '../story.ts';
import { solvedStory } from './solved.ts';

const factorial = (n: number): number => Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
const choose = (n: number, k: number): number => factorial(n) / (factorial(k) * factorial(n - k));

/** At least one success of n tries, each with the chance p. */
export function someOf(p: number, n: number): Story {
  const q = 1 - p;
  const value = 1 - q ** n;
  const counts = [...Array(n + 1).keys()];
  const story = solvedStory({
    value,
    way: [
      q,
      p,
      ...counts.map(k => q ** k),
      ...counts.map(k => p ** k),
      ...counts.flatMap(k => [choose(n, k), choose(n, k) * p ** k * q ** (n - k), p ** k * q ** (n - k), p * q ** k]),
      ...counts.map(k => 1 - q ** k),
    ],
    nouns: 'probability|p|chance',
  });
  return { ...story, facts: [{ ...fact('(?!.*(?:\\bno\\b|\\bnot\\b|opposite|complement)).*\\bat least (?:once|one|1)\\b.*', value) }] };
}

const CHANCE = [
  /\b(?:probability|chance)\b[^.?\d]{0,60}?\b(?:is|of|=) (\d+(?:\.\d+)?%|\d+\/\d+|0?\.\d+)/,
  /\bwith (?:a )?(?:probability|chance)(?: of)? (\d+(?:\.\d+)?%|\d+\/\d+|0?\.\d+)/,
  /\bp ?\([a-z ]+\) ?= ?(\d+\/\d+|0?\.\d+)/,
  /\b(?:an?|the) (\d+(?:\.\d+)?%) (?:chance|probability)/,
  /\bin (\d+(?:\.\d+)?%) of (?:all |the |his |her |their )?(?:cases|shots|throws|tries|games|attempts|times)/,
];
const TRIES =
  /\b(\d) (?:[a-z]+ )?(?:times|days|shots|throws|tries|attempts|games|spins|tickets|tests|matches|rolls|serves|penalties|people|seeds|bulbs|items|trials|rounds|arrows|questions|nights)\b/;
const OTHERWISE = /\bexactly\b|\bat most\b|\bgiven\b|\bif\b|\bwithout replacement\b|\bbiased\b|\b(?:two|2) or more\b|\bhow many\b|\bonly\b/;

/** At least one success, the chance of one being told. */
export const atLeastOnce: StoryReader = ({ text, question, numbers }) => {
  if (!/\bat least (?:once|one|1)\b/.test(question) || OTHERWISE.test(text)) return null;
  const [whole, told] =
    CHANCE.flatMap(pattern =>
      [pattern.exec(text.replace(/\bat least (?:once|one|1)\b/g, 'at least one'))].filter(found => found !== null),
    )[0] ?? [];
  const [over = '', under = '1'] = (told ?? '').replace('%', '').split('/');
  const p = Number(over) / Number(under) / (told?.includes('%') ? 100 : 1);
  const [, n] = TRIES.exec(text.replace(/\bat least 1\b/g, '').replace(whole ?? ' ', ' ')) ?? [];
  const counted = numbers - (/\bat least 1\b/.test(text) ? 1 : 0);
  return told !== undefined && n !== undefined && p > 0 && p < 1 && Number(n) > 1 && counted === 2 ? someOf(p, Number(n)) : null;
};

/** Just one of two independent events. */
export const justOne: StoryReader = ({ text, question, numbers }) => {
  const [p, q, ...more] = [...text.matchAll(/(?<![\d.])(?:0?\.\d+|\d\/\d+|\d+%)/g)].map(([one]) => {
    const [over = '', under = '1'] = one.replace('%', '').split('/');
    return Number(over) / Number(under) / (one.includes('%') ? 100 : 1);
  });
  const counted = numbers - (/\b(?:exactly|only) 1\b/.test(text) ? 1 : 0);
  if (p === undefined || q === undefined || more.length > 0 || counted !== 2) return null;
  if (
    !/\b(?:exactly|only|just) (?:one|1)\b/.test(question) ||
    !/\bindependent/.test(text) ||
    /∩|∪|\bboth\b|\bor\b|\bgiven\b|\bif\b/.test(text)
  )
    return null;
  const value = p + q - 2 * p * q;
  const story = solvedStory({
    value,
    way: [p, q, 1 - p, 1 - q, p * q, p * (1 - q), q * (1 - p), (1 - p) * (1 - q), p + q, p + q - p * q, 2 * p * q, 1 - p * q],
    nouns: 'probability|p|chance',
  });
  return { ...story, facts: [fact('.*\\b(?:exactly|only|just) (?:one|1)\\b.*', value)] };
};

const SUM =
  /\b(?:sum|total|score)\b[^.?\d]{0,40}?\b(at least|at most|more than|greater than|less than|over|under|above|below|exceeds?|exactly|equals?|is|of|being|equal to|no more than|smaller than|not more than|bigger than) (?:of )?(\d+)\b/;
const BACK = /\b(?:sum|total|score)\b[^.?\d]{0,30}?\b(\d+) or (more|less|higher|fewer|greater|above|below)\b/;

const SIDES: readonly (readonly [RegExp, (sum: number, k: number) => boolean])[] = [
  [/^(?:exactly|equals?|is|of|being|equal to)$/, (sum, k) => sum === k],
  [/^(?:at least|or (?:more|higher|greater|above))$/, (sum, k) => sum >= k],
  [/^(?:at most|no more than|not more than|or (?:less|fewer|below))$/, (sum, k) => sum <= k],
  [/^(?:more than|greater than|over|above|exceeds?|bigger than)$/, (sum, k) => sum > k],
  [/^(?:less than|under|below|smaller than)$/, (sum, k) => sum < k],
];

/** Two dice whose sum is a number, or on one side of it. */
export const diceSum: StoryReader = ({ text, question, numbers }) => {
  if (!/\b(?:2|a pair of|two)\b(?: [a-z-]+){0,2} dice\b|\b(?:die|dice) (?:is|are)? ?(?:rolled|thrown) 2 times\b/.test(text)) return null;
  if (/\b(?:and|given|if|difference|product|sides|sided|biased|loaded)\b/.test(question) || numbers > 2) return null;
  const [, side, limit] = SUM.exec(question) ?? [];
  const [, back, word] = side === undefined ? (BACK.exec(question) ?? []) : [];
  const k = Number(limit ?? back);
  const how = side ?? (word === undefined ? '' : `or ${word}`);
  const isInside = SIDES.find(([words]) => words.test(how))?.[1];
  if (!isInside || !(k > 1 && k < 13)) return null;
  const faces = [1, 2, 3, 4, 5, 6];
  const pairs = faces.flatMap(a => faces.map(b => [a, b] as const)).filter(([a, b]) => isInside(a + b, k));
  const plain = pairs.filter(([a, b]) => a <= b);
  const n = pairs.length;
  const single = [...Array(11).keys()].map(i => 6 - Math.abs(i - 5));
  const partial = single.flatMap((_, i) => single.slice(i).map((__, j) => single.slice(i, i + j + 1).reduce((x, y) => x + y, 0)));
  const doubles = plain.filter(([a, b]) => a === b).length;
  const way = [...partial, doubles, n - doubles, (n - doubles) / 2, plain.length, 36, 6, 1 / 36];
  const story = solvedStory({ value: n / 36, way: [...way, ...partial.map(one => one / 36)], nouns: 'probability|p|chance' });
  return { ...story, traps: unordered(plain, partial.includes(plain.length) && n !== single[k - 2] ? null : plain.length, n) };
};

const THINGS =
  '(?:favou?rable |possible |such |good |different )?(?:outcomes?|pairs?|cases?|ways?|possibilities|results?|combinations?)\\b';

/** Pairs that are listed once each, as if 4+6 and 6+4 were the same, and their number. */
function unordered(pairs: readonly (readonly [number, number])[], count: number | null, right: number): Trap[] {
  const one = ([a, b]: readonly [number, number]): string => {
    const pair = (x: number, y: number): string => `\\(? ?${x} ?(?:\\+|,|\\.|;|-|\\||and) ?${y} ?\\)?`;
    return a === b ? pair(a, b) : `(?:${pair(a, b)}|${pair(b, a)})`;
  };
  const list = (all: readonly string[]): string => all.join('(?:,|;| and|, and|)? ?');
  const own = pairs.map(one);
  const instead = `${right} ordered pairs`;
  return [
    ...(count === null
      ? []
      : [
          {
            pattern: new RegExp(
              `(?:that'?s|that is|that are|which is|this is|there are|makes?|gives?|so|=|:|are|→) (?:only |just )?${count} ${THINGS}`,
            ),
            instead,
          },
        ]),
    ...(pairs.length > 1
      ? [list(own), list([...own].reverse())].map(pattern => ({
          pattern: new RegExp(
            `(?<![\\d)(][,; ]*\\(?)(?<!\\()${pattern}(?![) ,.;]*\\(?\\d|[^.]*\\b(?:order|twice|each|times|reverse|swap))`,
          ),
          instead,
        }))
      : []),
  ];
}

/** 'A part is reported', 'a pupil who plays chess is picked': what is seen of the one in question. */
const SEEN =
  /\b(?:an?|1|one) [a-z]+ (?:is|was|has been) (?!(?:picked|chosen|selected|taken|drawn|tested)\b)[a-z]+[.,;]|\b(?:who|that|which) (?:[a-z]+ ){1,4}(?:is|was) (?:picked|chosen|selected|taken|drawn)\b/;

/** So many of a kind, and how many of them and of the others show a sign: the chance of the kind where the sign is seen. */
export const screened: StoryReader = ({ text, question, numbers }) => {
  const [, c, kind = '', s, f] =
    /(\d+(?:\.\d+)?)% of (?:the |all )?[a-z]+(?: [a-z]+)? (?:are|is|have|has) (?:an? |the )?([a-z]+)[.;,][^\d]*?(\d+(?:\.\d+)?)% of (?:the )?\2\b[^\d]*?(\d+(?:\.\d+)?)% of (?:the )?(?!\2)/.exec(
      text,
    ) ?? [];
  if (
    !c ||
    !s ||
    !f ||
    numbers !== 3 ||
    !/\b(?:probability|chance)\b/.test(question) ||
    /\b(?:not|both|total|without|neither)\b/.test(text)
  )
    return null;
  const asked = question.slice(Math.max(0, question.search(/\b(?:probability|chance)\b/)));
  const given = new RegExp(`\\b(?:it|this one|he|she|they|the [a-z]+) (?:is|are|has|was) (?:really |actually )?(?:an? )?${kind}\\b`).test(
    asked,
  );
  if (!given || !SEEN.test(text)) return null;
  const [p, a, b] = [c, s, f].map(one => Number(one) / 100);
  if (p === undefined || a === undefined || b === undefined) return null;
  const [both, wrong] = [p * a, (1 - p) * b];
  const parts = [both, wrong, both + wrong, p, 1 - p, a, b];
  return solvedStory({
    value: both / (both + wrong),
    way: [...parts, 1 - a, 1 - b, p * (1 - a), (1 - p) * (1 - b), ...[100, 1000, 10000, 100000].flatMap(n => parts.map(x => x * n))],
    nouns: 'probability|chance|p',
  });
};
