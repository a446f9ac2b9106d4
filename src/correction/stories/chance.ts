import type { StoryReader } from './story.ts';
import { asks, type Fact, fact, type Story, told } from './story.ts';

const THINGS =
  '(?:balls?|marbles?|counters?|beads?|cards?|discs?|disks?|sweets?|candies|socks?|chips?|tokens?|pens?|pencils?|chocolates?|apples?|bulbs?|tickets?|cubes?|buttons?|stones?|students?|people|ones?|pieces?)';
const NONE = /^(?:are|is|of|and|in|draws?|times?|the|balls?|marbles?|without|with|at|from|or|different|colou?rs?|that|to|for|a)$/;

interface Bag {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly total: number;
  readonly replaced: boolean;
  readonly draws: number;
}

/** What a bag holds by kinds, and how many are drawn from it; null where the words leave anything open. */
function bagIn(told: string): Bag | null {
  if (!/draw|tak|pick|cho|select|remov/.test(told)) return null;
  const text = told
    .replace(
      /\b(\d+) ([a-z]+),? (\d+) of (?:which|them) (?:are|is) ([a-z]+)\b/,
      (_, all: string, thing: string, some: string, kind: string) =>
        `${some} ${kind} ${thing} and ${Number(all) - Number(some)} good ${thing}`,
    )
    .replace(/\bpack of 52\b|\b(?:deck|pack) of 52 (?:playing )?cards\b|\bstandard deck(?: of (?:52 )?cards)?\b/, 'deck')
    .replace(
      /^(.*)\bfrom a (?:well-shuffled )?deck\b(.*\b(aces?|kings?|queens?|jacks?|hearts|spades|clubs|diamonds)\b.*)$/,
      (_, before: string, after: string, kind: string) => {
        const many = /^(?:hearts|spades|clubs|diamonds)$/.test(kind) ? 13 : 4;
        return `a deck has ${many} ${kind.replace(/s$/, '')} cards and ${52 - many} other cards. ${before}${after}`;
      },
    );
  const drawn = new RegExp(
    `\\b(2|3)\\b (?:[a-z]+ )?(?:${THINGS} )?(?:(?:are|is|were) )?(?:[a-z]+ )?(?:drawn|taken|picked|chosen|selected|removed)|(?:draws?|takes?|picks?|chooses?|selects?|drawing|picking|removes?) (?:out )?(2|3)\\b`,
  ).exec(text);
  const pair = drawn ?? /\b(?:draws?|takes?|picks?|drawn|taken|picked)\b[^.]*\b(?:then|and)\b[^.]*\b(?:another|second|a nth)\b/.exec(text);
  const held = [...text.matchAll(new RegExp(`\\b(\\d+) ([a-z]+)(?: ${THINGS})?(?=[,. ;]| and)`, 'g'))].filter(
    match => match.index !== drawn?.index && !NONE.test(match[2] ?? ''),
  );
  const kinds = held.filter(match => !(drawn && match.index >= drawn.index && match.index < drawn.index + drawn[0].length));
  const [first] = kinds;
  const numbers = text.match(/\d+/g)?.length ?? 0;
  if (
    !pair ||
    !first ||
    kinds.length < 2 ||
    kinds.length > 4 ||
    numbers !== kinds.length + (drawn ? 1 : 0) ||
    /%|\bif\b|\bgiven that\b/.test(text.replace(/\bgiven (?:1st|first|that the (?:1st|first))/g, ''))
  )
    return null;
  const without =
    /\b(?:without (?:replac\w+|putting)|at the same time|simultaneous\w*|at once|together|not (?:replaced|put back|returned)|one after (?:the )?(?:other|another) without)\b/.test(
      text,
    );
  const replaced = /\b(?:with replacement|replac(?:es|ed|ing) (?:it|the)|is replaced|put back|puts it back|returned|returns it)\b/.test(
    text,
  );
  if (without === replaced) return null;
  const counts = kinds.map(match => Number(match[1]));
  const names = kinds.map(match => match[2] ?? '');
  if (new Set(names).size !== names.length) return null;
  return { names, counts, total: counts.reduce((a, b) => a + b, 0), replaced, draws: Number(drawn?.[1] ?? drawn?.[2] ?? 2) };
}

/** The chance of kinds one after the other. */
function inTurn({ counts, total, replaced }: Bag, kinds: readonly number[]): number {
  const left = [...counts];
  return kinds.reduce((chance, kind, i) => {
    const here = (left[kind] ?? 0) / (total - (replaced ? 0 : i));
    if (!replaced) left[kind] = (left[kind] ?? 0) - 1;
    return chance * Math.max(0, here);
  }, 1);
}

const PLACES = ['(?:first|1st|nth)', '(?:second|2nd|nth)', '(?:third|3rd|nth)'];
const GIVEN = '(?:\\||,? ?given(?: that)?(?: the)?|,? ?if(?: the)?|,? ?after(?: a| the)?)';
const WRAP = (inner: string): string => `p ?\\(? ?(?:the )?(?:${inner})(?: ${THINGS})? ?\\)?`;

function factsOf(bag: Bag): Fact[] {
  const { names, counts, total, replaced, draws } = bag;
  const all = names.map((_, i) => i);
  const short = (i: number): string => {
    const name = names[i] ?? '';
    const letter = name.charAt(0);
    return names.filter(other => other.startsWith(letter)).length === 1 ? `(?:${name}s?|${letter})` : `(?:${name}s?)`;
  };
  const first = all.map(i =>
    fact(
      WRAP(`${PLACES[0]} (?:is |one )?(?:${short(i)})|(?:${short(i)}) (?:first|on (?:the )?(?:first|1st|nth)(?: draw)?)`),
      (counts[i] ?? 0) / total,
    ),
  );
  const second = all.flatMap(i =>
    all.map(j => {
      const value = ((counts[j] ?? 0) - (!replaced && i === j ? 1 : 0)) / (total - (replaced ? 0 : 1));
      const then = `(?:(?:${PLACES[1]}|then|another|also)? ?(?:is |one )?(?:${short(j)})) ?(?:on (?:the )?(?:second|2nd|nth)(?: draw)?)? ?${GIVEN} ?(?:${PLACES[0]} ?(?:one )?(?:is|was|were)? ?)?(?:a )?(?:${short(i)})(?: (?:first|on (?:the )?(?:first|1st|nth)(?: draw)?))?`;
      return fact(WRAP(then), value);
    }),
  );
  const loose = all.map(j =>
    fact(
      WRAP(`(?:second|2nd) (?:is )?(?:${short(j)})`),
      ...all.map(i => ((counts[j] ?? 0) - (!replaced && i === j ? 1 : 0)) / (total - (replaced ? 0 : 1))),
      (counts[j] ?? 0) / total,
    ),
  );
  const many = draws === 2 ? 'both' : 'all(?: 3| three)?';
  const run = all.map(i =>
    fact(
      WRAP(`${many} (?:are )?(?:${short(i)})|${Array(draws).fill(short(i)).join('(?:,| and|,? then|)? ?')}`),
      inTurn(bag, Array(draws).fill(i)),
    ),
  );
  const same = all.reduce((sum, i) => sum + inTurn(bag, Array(draws).fill(i)), 0);
  return [
    ...second,
    ...first,
    ...loose,
    ...run,
    fact(WRAP('(?:the )?same(?: colou?r)?'), same),
    ...(draws === 2 ? [fact(WRAP('(?:of )?different(?: colou?rs?)?|one of each(?: colou?r)?'), 1 - same)] : []),
  ];
}

const drawn: StoryReader = ({ text, question }) => {
  const bag = bagIn(text);
  if (!bag) return null;
  const value = askedOf(bag, question);
  const facts = factsOf(bag);
  return value === null
    ? { facts, asked: null, amounts: [] }
    : { facts, asked: { value, nouns: /\bp\b|\bprobability\b|\bchance\b/ }, amounts: [] };
};

function askedOf(bag: Bag, question: string): number | null {
  const { names, counts, total, replaced, draws } = bag;
  const same = names.reduce((sum, _, i) => sum + inTurn(bag, Array(draws).fill(i)), 0);
  const kinds = names.flatMap((name, i) => (new RegExp(`\\b${name}`).test(question.replace(/^.*(?:find|what|p\()/, '')) ? [i] : []));
  const [kind, ...others] = kinds;
  if (/\bsame colou?r\b/.test(question)) return same;
  if (/\bdifferent colou?rs?\b|\bone of each\b/.test(question)) return draws === 2 ? 1 - same : null;
  if (kind === undefined || others.length > 0) return null;
  if (/\bat least (?:one|1)\b/.test(question)) {
    const rest = total - (counts[kind] ?? 0);
    return (
      1 -
      Array.from({ length: draws }, (_, i) => Math.max(0, rest - (replaced ? 0 : i)) / (total - (replaced ? 0 : i))).reduce(
        (a, b) => a * b,
        1,
      )
    );
  }
  return /\bboth\b|\ball (?:3|three|of them|are)\b|\b(?:2|3) (?:are )?/.test(question) && !/\bexactly|neither|none|not|no\b/.test(question)
    ? inTurn(bag, Array(draws).fill(kind))
    : null;
}

function chance(value: number, facts: readonly Fact[] = []): Story {
  return { ...asks(value, 'p|probability|chance', facts), facts };
}

/** In how many ways n dice come to a sum. */
const sums = (n: number, sum: number): number =>
  n === 0 ? Number(sum === 0) : [1, 2, 3, 4, 5, 6].reduce((all, face) => all + (sum >= face ? sums(n - 1, sum - face) : 0), 0);

const BIASED = /\b(?:biased|unfair|loaded|weighted|sides?|sided|faces|spinner|given|if)\b/;
const ONCE = '(?:(?:is|are) )?(?:rolled|thrown|tossed|flipped)';
const times = (p: number, n: number, none: string, one: string): Story =>
  chance(1 - (1 - p) ** n, [
    fact(WRAP(`(?:no|not a|not any|0|none) ?${none}(?: at all)?|none|no ${none}`), (1 - p) ** n, 1 - p),
    fact(WRAP(`at least (?:one|1) ?${one}?|at least one`), 1 - (1 - p) ** n),
  ]);

export const CHANCES: readonly StoryReader[] = [
  told('~(?:probability|chance)~#%?~(?:neither of (?:2|two)|on neither of (?:2|two))~', ([p = 0], { text }) => none(p, text)),
  drawn,
  told(
    `~(?:2|#) (?:fair |ordinary |standard |six-sided )?dice ${ONCE}~(?:sum|total)~(?:is|of|equals|being|to|a) (?:exactly )?#~`,
    ([a = 0, b], { text }) => {
      const [n, sum] = b === undefined ? [2, a] : [a, b];
      return n < 2 ||
        n > 3 ||
        BIASED.test(text) ||
        /\b(?:at least|more|less|greater|or|not|product|differ\w*|even|odd|prime|multiple|divisible)\b/.test(text) ||
        sum > 6 * n
        ? null
        : chance(sums(n, sum) / 6 ** n);
    },
  ),
  told(`~(?:die|dice) ${ONCE} # times~at least (?:one|a|1)(?: (?:single )?(six|five|four|three|two|one|6))?~`, ([n = 0], { text }) =>
    BIASED.test(text) ? null : times(1 / 6, n, '(?:six(?:es)?|6)', '(?:six|6)'),
  ),
  told(`~# (?:fair )?dice~at least one (?:six|6)~`, ([n = 0], { text }) =>
    BIASED.test(text) ? null : times(1 / 6, n, '(?:six(?:es)?|6)', '(?:six|6)'),
  ),
  told(`~coin ${ONCE} # times~at least (?:one|1|a) (?:head|tail)~`, ([n = 0], { text }) =>
    BIASED.test(text) ? null : times(1 / 2, n, '(?:heads?|tails?)', '(?:head|tail)'),
  ),
  told(`~# (?:fair )?coins ${ONCE}~at least (?:one|1|a) (?:head|tail)~`, ([n = 0], { text }) =>
    BIASED.test(text) ? null : times(1 / 2, n, '(?:heads?|tails?)', '(?:head|tail)'),
  ),
  told('~(?:probability|chance)~#%?~independent\\w*~#%?~at least (?:one|1)~', ([p = 0, q = 0], { text }) => either(p, q, text)),
  told('~(?:probability|chance)~#%?~#%?~independent\\w*~at least (?:one|1)~', ([p = 0, q = 0], { text }) => either(p, q, text)),
  told(
    '~(?:on a|if (?:it is|you (?:roll|throw|get)) a|for a) (?:six|6|nth)~win~#~(?:otherwise|else)~lose~#~',
    ([win = 0, lose = 0], { text }) => expected(win / 6 - (5 * lose) / 6, text),
  ),
  told('~wins? #~(?:on|if|for|with|when)~(?:six|6)~(?:otherwise|else|any other)~(?:lose|pays?)~#~', ([win = 0, lose = 0], { text }) =>
    expected(win / 6 - (5 * lose) / 6, text),
  ),
];

const none = (p: number, text: string): Story | null => {
  const q = 1 - (p > 1 ? p / 100 : p);
  return /\bindependent\w*\b/.test(text) && /\b(?:2|two|both)\b/.test(text) ? chance(q * q) : null;
};

const expected = (value: number, text: string): Story | null =>
  /\b(?:die|dice)\b/.test(text) && !BIASED.test(text.replace(/\bif\b/g, '')) && !/\b2 dice|costs?|pay to play|stake\b/.test(text)
    ? { facts: [fact('e|e ?\\( ?x ?\\)|expected (?:value|gain|win|winnings|profit)', value)], asked: null, amounts: [] }
    : null;

function either(p: number, q: number, text: string): Story | null {
  const [a, b] = [p, q].map(x => (x > 1 ? x / 100 : x));
  if (a === undefined || b === undefined || /\bgiven\b|\bif\b/.test(text)) return null;
  return chance(1 - (1 - a) * (1 - b), [
    fact(WRAP('neither|none|no \\w+ at all|neither of them'), (1 - a) * (1 - b)),
    fact(WRAP('at least (?:one|1)(?: \\w+)*'), 1 - (1 - a) * (1 - b)),
  ]);
}
