import type { StoryReader } from '../story.ts';
import { solvedStory, worked } from './solved.ts';
import { atLeastOnce, diceSum, justOne, screened, someOf } from './trials.ts';

const factorial = (n: number): number => Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
const choose = (n: number, k: number): number => factorial(n) / (factorial(k) * factorial(n - k));
const falling = (n: number, k: number): number => factorial(n) / factorial(n - k);
const percent = (text: string | undefined, value: number): number => (value > 1 || text?.includes('%') ? value / 100 : value);

const ILL =
  '(?:ill|sick|infected|diseased|disease|affected|positive people|patients|have it|has it|those with (?:it|the disease)|people with (?:it|the disease|the illness)|carriers)';
const WELL = '(?:healthy|not (?:ill|sick|infected)|uninfected|without (?:it|the disease)|others|well|non-?carriers)';
const POSITIVE = '(?:positive|\\+|t\\+|pos|tests? positive)';

/** A test for an illness: how common it is, how often it is found, and how often the test is wrong about healthy people. */
const tested: StoryReader = ({ text, question, numbers }) => {
  if (numbers !== 3 || !/\btest/.test(text) || !/\bpositive\b/.test(text) || !/\b(?:probability|chance|likely|p ?\()/.test(question))
    return null;
  const all = [...text.matchAll(/(\d+(?:\.\d+)?)%?/g)];
  const near = (index: number): string =>
    text
      .slice(Math.max(0, index - 60), index)
      .split(/[.,;]| and /)
      .at(-1) ?? '';
  const roles = all.map(({ 0: number, 1: digits = '', index }) => {
    const value = percent(number, Number(digits));
    const behind = text.slice(index + number.length).split(/[.,;]| and (?=\d|gives|is wrong|wrong|false)/)[0] ?? '';
    const around = `${near(index)} # ${behind}`.replace(/\s+/g, ' ');
    const wrongly =
      /\bfalse(?:ly)?[ -]positive|\bwrongly\b|\bfalsely\b|\bby mistake\b|\balso positive\b/.test(around) ||
      new RegExp(`# of (?:the )?${WELL}`).test(around);
    const common =
      /# of (?:the |a |all )?(?:people|population|patients|animals|cows|adults|inhabitants|town|country)\b(?! (?:with|who))[^#]*\b(?:have|has|are|is|suffer\w*|carry|carries)\b|\bprevalence\b|\baffects\s+(?:about\s+)?#|\bis (?:ill|sick|infected)\b/.test(
        around,
      );
    return wrongly ? (['f', value] as const) : common ? (['c', value] as const) : (['s', value] as const);
  });
  const { f, c, s } = Object.fromEntries(roles);
  if (f === undefined || c === undefined || s === undefined || !/\bdetects?|accura\w+|positive|finds?|recogni\w+/.test(text)) return null;
  if (!new RegExp(`\\b${ILL}\\b|disease|illness|virus|infection`).test(question.replace(/\bpositive\b/, ''))) return null;
  const [both, wrong] = [c * s, (1 - c) * f];
  const total = both + wrong;
  return solvedStory({
    value: both / total,
    way: [
      both,
      wrong,
      total,
      1 - c,
      1 - s,
      1 - f,
      c,
      s,
      f,
      c * (1 - s),
      (1 - c) * (1 - f),
      ...[100, 1000, 10000, 100000].flatMap(n => [c, 1 - c, both, wrong, total].map(x => x * n)),
    ],
    names: {
      [`p ?\\(? ?(?:${ILL} (?:and|∩|,) ${POSITIVE}|${POSITIVE} (?:and|∩|,) ${ILL}) ?\\)?`]: [both],
      [`p ?\\(? ?(?:${WELL} (?:and|∩|,) ${POSITIVE}|${POSITIVE} (?:and|∩|,) ${WELL}) ?\\)?`]: [wrong],
      [`p ?\\(? ?${POSITIVE} ?\\)?`]: [total],
      [`p ?\\(? ?${ILL} ?(?:\\||given) ?${POSITIVE} ?\\)?`]: [both / total],
    },
    nouns: 'probability|chance|p',
  });
};

/** So many of a kind, so many of these of another kind, and how many there are of that one. */
const ofThem: StoryReader = ({ text, question, numbers }) => {
  const [, all, a, kind = '', b, other = '', c] =
    /\b(?:of|among|in a (?:class|group|school) of) (\d+) [a-z]+,? (\d+) ((?:[a-z]+ ){0,3}[a-z]+),? (?:and )?(\d+) of (?:them|these|those|whom|which) (?:are|is|were) ([a-z]+)[.,;] (?:there are )?(\d+) (?:[a-z]+ )?(?:are )?\5/.exec(
      text,
    ) ?? [];
  if (!all || !a || !b || !c || numbers !== 4 || !/\bprobability\b|\bchance\b/.test(text)) return null;
  const [verb = '', thing = ''] = [kind.split(' ')[0] ?? '', kind.split(' ').at(-1) ?? ''];
  const chosen = /\b(?:an?|1|one) ([a-z]+)([^.?]*) is (?:chosen|picked|selected|drawn)/.exec(text);
  if (!chosen) return null;
  const [, who = '', that = ''] = chosen;
  const stem = (word: string): string => word.replace(/s$/, '');
  const under =
    stem(who) === stem(other) && that === '' ? Number(c) : that.includes(stem(thing)) || that.includes(stem(verb)) ? Number(a) : null;
  if (under === null || !(question.includes(stem(thing)) || question.includes(stem(other)))) return null;
  return solvedStory({ value: Number(b) / under, way: [Number(c) - Number(b), Number(a) - Number(b)], nouns: 'probability|p|chance' });
};

const CHANCE = '(?:p ?\\([a-z]+\\) ?=|probability of [a-z ]*(?:is|of|=)|with probability|probability [a-z ]*(?:is|of|=))';

/** Just so many successes of so many tries. */
const binomial = worked(
  [/\bexactly\b/, /\btested\b|\bchecked\b|\bsown\b|\bplanted\b|\btimes\b|\bthrows\b|\btrials\b|\bshots\b|\bquestions\b|\bindependent\b/],
  {
    p: [`${CHANCE} ?@`, '@% (?:of|chance)'],
    n: '@ (?:independent )?(?:times|throws|tosses|trials|shots|questions|rolls|flips|attempts)',
    k: 'exactly @',
  },
  ({ p: own = 0, n = 0, k = 0 }, _, { p: text }) => {
    const p = percent(text, own);
    if (n > 15 || k > n || p >= 1) return null;
    const ways = choose(n, k);
    return {
      value: ways * p ** k * (1 - p) ** (n - k),
      way: [ways, 1 - p, p ** k, (1 - p) ** (n - k), p ** k * (1 - p) ** (n - k), ways * p ** k, n - k],
      nouns: 'probability|p|chance',
    };
  },
);

/** A price to play, and what may be won. */
const game: StoryReader = ({ text, question, numbers }) => {
  const [, cost] = /\b(?:costs?|pay|price(?: is| of)?|fee(?: is| of)?) (\d+(?:\.\d+)?)/.exec(text) ?? [];
  const [, win] = /\b(?:wins?|prize of|get|pays you) (\d+(?:\.\d+)?)/.exec(text) ?? [];
  const [, p] = /\bprobability(?: of| is)? (\d+(?:\.\d+)?(?:\/\d+)?)/.exec(text) ?? [];
  if (
    !cost ||
    !win ||
    !p ||
    numbers !== 3 ||
    !/\b(?:otherwise|else) (?:you (?:win|get) )?nothing\b/.test(text) ||
    !/\bexpected (?:profit|gain|net|loss|winnings)/.test(question)
  )
    return null;
  const [over = '', under = '1'] = p.split('/');
  const mean = (Number(win) * Number(over)) / Number(under);
  const value = mean - Number(cost);
  return /\bexpected (?:profit|gain|net)/.test(question)
    ? solvedStory({
        value,
        way: [
          mean,
          Number(win) - Number(cost),
          1 - Number(over) / Number(under),
          ((Number(win) - Number(cost)) * Number(over)) / Number(under),
          Number(cost) * (1 - Number(over) / Number(under)),
        ],
        names: { 'expected (?:profit|gain)': [value], '(?:net )?profit': [value, Number(win) - Number(cost)] },
        nouns: 'profit|gain|expected',
      })
    : null;
};

/** The same independent event, on each of several days or never. */
const repeated: StoryReader = ({ text, numbers }) => {
  const [, p, n] =
    new RegExp(
      `${CHANCE.replaceAll('(?:', '(?:')} ?(\\d*\\.\\d+)\\b.*\\b(\\d) (?:independent |successive |consecutive )?(?:days|times|games|throws|shots|attempts)\\b`,
    ).exec(text) ?? [];
  if (!p || !n || numbers !== 2 || !/\bindependent/.test(text) || /\bexactly\b|\bat least\b|\bat most\b|\bone of\b|\bonly\b/.test(text))
    return null;
  const negated = /\b(?:does not|doesn't|no |not |never|misses|loses|neither)\b/.test(text.slice(text.indexOf(p)));
  if (!negated && !/\b(?:both|all|each|every)\b/.test(text)) return null;
  const q = negated ? 1 - Number(p) : Number(p);
  return solvedStory({
    value: q ** Number(n),
    way: [1 - Number(p), ...Array.from({ length: Number(n) }, (_, i) => q ** (i + 1))],
    nouns: 'probability|p|chance',
  });
};

/** At least one of several throws of a die or a coin. */
const atLeastOne: StoryReader = ({ text, numbers }) => {
  const q =
    /\b(?:die|dice)\b/.test(text) && /\bat least (?:1|one|a) (?:6|5|4|3|2|1|six|five|four)\b/.test(text)
      ? 5 / 6
      : /\bcoins?\b/.test(text) && /\bat least (?:1|one|a) (?:head|tail)/.test(text)
        ? 1 / 2
        : null;
  const [, n] = /\b(\d) (?:times|fair|dice|coins|throws|rolls|normal)\b|\b2 times\b/.exec(text) ?? [];
  const times = Number(n ?? (/\btwice\b|\b2 times\b/.test(text) ? 2 : Number.NaN));
  if (q === null || !(times > 1 && times < 9) || numbers > 3 || /\bsum\b|\bbiased\b|\bexactly\b|\bgiven\b|\bif\b|%/.test(text)) return null;
  return someOf(1 - q, times);
};

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:hearts|spades|clubs|diamonds)\b/, 13],
  [/\b(?:aces|kings|queens|jacks)\b/, 4],
  [/\b(?:face|picture|court) cards\b/, 12],
  [/\b(?:red|black)\b/, 26],
];
/** Cards of one kind drawn one after the other from a pack. */
const cards: StoryReader = ({ text }) => {
  const [, n] = /\b(\d) cards\b/.exec(text) ?? [];
  const kinds = KINDS.filter(([kind]) => kind.test(text));
  const [kind] = kinds;
  if (
    !n ||
    !kind ||
    kinds.length > 1 ||
    !/\bwithout replac/.test(text) ||
    !/\b(?:all|both|every)\b/.test(text) ||
    /\b(?:not|none|at least|exactly|first)\b/.test(text)
  )
    return null;
  const terms = Array.from({ length: Number(n) }, (_, i) => (kind[1] - i) / (52 - i));
  const products = terms.map((_, i) => terms.slice(0, i + 1).reduce((a, b) => a * b, 1));
  const ends = terms.map((_, i) => terms.slice(i).reduce((a, b) => a * b, 1));
  const tops = terms.map((_, i) => falling(kind[1], i + 1));
  const value = products.at(-1) ?? 0;
  return solvedStory({
    value,
    way: [
      ...terms,
      ...products,
      ...ends,
      ...tops,
      ...terms.map((_, i) => falling(52, i + 1)),
      choose(kind[1], Number(n)),
      choose(52, Number(n)),
    ],
    nouns: 'probability|p|chance',
  });
};

const LIMITED =
  /\b(?:together|next to|adjacent|begin\w*|start\w*|end\w*|first|last|vowels?|consonants?|alternat\w*|apart|round table|circle|at least|at most|exactly|must|cannot|refus\w*|women|men|girls|boys|contains?|even|odd|greater|less|divisible|multiples?)\b/;

/** People in a row, a committee, numbers of different digits, letters of a word. */
const counted: StoryReader = ({ text, raw, numbers, question }) => {
  if (LIMITED.test(text) || !/\bhow many\b|\bnumber of\b|\bin how many\b/.test(text)) return null;
  const partial = (n: number, k: number): number[] => Array.from({ length: k }, (_, i) => [falling(n, i + 1), factorial(i + 1)]).flat();
  const [, word] = /\bletters (?:of|in|from) (?:the word )?['"“‘]?([A-Z]{3,11})\b/.exec(raw) ?? [];
  if (word && numbers === 0 && /\barrange|\bwords\b|\bpermut/.test(text)) {
    const n = word.length;
    const repeats = [...new Set(word)].map(letter => word.split(letter).length - 1).filter(times => times > 1);
    const products = repeats.reduce<readonly number[]>((all, times) => all.concat(all.map(x => x * factorial(times))), [1]);
    return solvedStory({
      value: factorial(n) / (products.at(-1) ?? 1),
      way: [...products, ...products.map(x => factorial(n) / x), ...partial(n, n), n, ...repeats],
      nouns: 'ways|arrangements|words',
    });
  }
  const [, people] =
    /\b(\d+) (?:people|students|children|friends|books|pupils|runners|cars|boys|girls)\b[^.?]*\b(?:in a row|in a line|on a shelf|queue|row of \d+|line up)\b/.exec(
      text,
    ) ?? [];
  const row = people && (numbers === 1 || (numbers === 2 && new RegExp(`row of ${people}\\b`).test(text))) ? Number(people) : null;
  if (row !== null && row < 13 && !/\bof (?:them|the \d+|these)\b/.test(question))
    return solvedStory({ value: factorial(row), way: partial(row, row), nouns: 'ways|arrangements' });
  const [, k, n] = /\b(?:committee|team|group|delegation|set) of (\d+)\b[^.?\d]*\b(?:from|out of|among)\b[^\d]*(\d+)/.exec(text) ?? [];
  if (k && n && numbers === 2 && Number(n) < 40 && !/\bpresident\b|\bsecretary\b|\bcaptain\b|\border\b/.test(text))
    return solvedStory({
      value: choose(Number(n), Number(k)),
      way: [
        ...partial(Number(n), Number(k)),
        factorial(Number(n)),
        factorial(Number(n) - Number(k)),
        factorial(Number(k)) * factorial(Number(n) - Number(k)),
      ],
      nouns: 'ways|committees|teams|groups|choices',
    });
  const [, digits, from, to] = /\b(\d)-digit (?:numbers|codes|pins)\b[^.?]*\bdigits? (\d) to (\d)\b/.exec(text) ?? [];
  const different =
    /\b(?:no digit (?:may|can|is)|not (?:be )?repeat\w*|without repe\w+|different digits|no repe\w+|only once|repetition (?:is )?not)\b/.test(
      text,
    );
  if (
    digits &&
    from !== undefined &&
    to &&
    numbers === 3 &&
    Number(from) > 0 &&
    different &&
    Number(digits) <= Number(to) - Number(from) + 1
  ) {
    const size = Number(to) - Number(from) + 1;
    return solvedStory({ value: falling(size, Number(digits)), way: partial(size, Number(digits)), nouns: 'numbers|codes|ways' });
  }
  return null;
};

/** Some of one kind and some of another one: both choices together. */
const fromBoth: StoryReader = ({ text, numbers }) => {
  const [, n, x, m, y, i, u, j, v] =
    /\bfrom (\d+) ([a-z]+) and (\d+) ([a-z]+),? (?:a (?:team|committee|group) of )?(\d+) ([a-z]+) and (\d+) ([a-z]+) (?:are|is) (?:to be )?(?:chosen|selected|picked)/.exec(
      text,
    ) ?? [];
  const stem = (word: string | undefined): string => (word ?? '').replace(/men$/, 'man').replace(/s$/, '');
  if (!n || !m || !i || !j || numbers !== 4 || stem(x) !== stem(u) || stem(y) !== stem(v)) return null;
  const [a, b] = [choose(Number(n), Number(i)), choose(Number(m), Number(j))];
  return solvedStory({
    value: a * b,
    way: [a, b, falling(Number(n), Number(i)), falling(Number(m), Number(j)), factorial(Number(i)), factorial(Number(j))],
    nouns: 'ways|teams|committees',
  });
};

/** Two independent chances, of which at least one comes true. */
const eitherOf: StoryReader = ({ text, question, numbers }) => {
  const [p, q, ...more] = [...text.matchAll(/(?<![\d.])0?\.\d+/g)].map(Number);
  if (
    p === undefined ||
    q === undefined ||
    more.length > 0 ||
    numbers !== 2 ||
    !/\bat least (?:one|1) of (?:them|the \w+)\b/.test(question)
  )
    return null;
  if (/\b(?:both|given|if|and b\b|∩|together)\b/.test(text.replace(question, ''))) return null;
  const value = 1 - (1 - p) * (1 - q);
  return solvedStory({
    value,
    way: [1 - p, 1 - q, (1 - p) * (1 - q), p * q, p * (1 - q), q * (1 - p), p * (1 - q) + q * (1 - p), p + q - 2 * p * q],
    nouns: 'probability|p|chance',
  });
};

export const CHANCES_OF: readonly StoryReader[] = [
  tested,
  ofThem,
  binomial,
  game,
  repeated,
  atLeastOne,
  atLeastOnce,
  justOne,
  diceSum,
  screened,
  cards,
  counted,
  fromBoth,
  eitherOf,
];
