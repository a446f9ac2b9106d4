import { factorial } from './counting.ts';
import { type Misuse, numbersIn } from './misuse.ts';

const STAYS =
  /\bwithout (?:replacement|replacing|putting)\b|\bnot (?:put|replaced|returned)\b|\b(?:two|2) (?:\w+ )?(?:are|were) (?:drawn|taken|picked|chosen) (?:at the same time|together|at once)\b/i;
const BACK =
  /\bwith replacement\b|\b(?:puts?|put) (?:it |the (?:first )?\w+ )?back\b|\b(?:is|are) (?:put back|replaced|returned)\b|\breplac(?:es|ing) (?:it|the)\b/i;

/** A bag of two colours, from which two are drawn, the first of which stays out or is put back. */
const drawn =
  (back: boolean): Misuse['read'] =>
  problem => {
    if (STAYS.test(problem) === back || (back && !BACK.test(problem))) return [];
    const deck =
      /\b(?:deck|pack)\b/i.test(problem) && /\bboth (?:\w+ )?(aces|kings|queens|jacks|hearts|spades|clubs|diamonds)\b/i.exec(problem);
    if (deck) return [{ r: /aces|kings|queens|jacks/i.test(deck[1] ?? '') ? '4' : '13', n: '52', o: '0' }];
    const KIND = '(?:red|blue|green|white|black|yellow|orange|purple|pink|good|defective|broken|boys|girls)';
    const [, a, one, b, other] = new RegExp(`(\\d+) (${KIND})(?: \\w+)?,? and (\\d+) (${KIND})`, 'i').exec(problem) ?? [];
    const rest = numbersIn(problem).slice(2);
    if (!a || !b || !one || !other || rest.some(number => number !== '2')) return [];
    const wanted = new RegExp(
      `both (?:\\w+ ){0,4}?(${KIND})|(?:two|2) (${KIND}) (?:balls|marbles|ones|counters|sweets|beads|socks|cards)|P\\((?:both )?(${KIND})[,; ]`,
      'i',
    ).exec(problem);
    const colour = wanted
      ?.slice(1)
      .find(group => group !== undefined)
      ?.toLowerCase();
    if (colour === undefined || /\bat least\b|\bdifferent\b|\bone of each\b|\bexactly one\b|\bsame colou?r\b/i.test(problem)) return [];
    const r = colour === one.toLowerCase() ? a : colour === other.toLowerCase() ? b : null;
    const n = String(Number(a) + Number(b));
    return r === null ? [] : [{ r, n, o: r === a ? b : a }];
  };
const draws = drawn(false);

const COINS = /\b(?:fair )?coins?\b/i;

const exactHeads: Misuse['read'] = problem => {
  const [, k] = /\bexactly (\d+|one|once|twice|two|three) (?:heads?|tails?)/i.exec(problem) ?? [];
  const [, n] =
    /(\d+) (?:fair )?coins|coins? (?:is|are) (?:tossed|flipped|thrown) (\d+) times/i.exec(problem)?.filter(group => group !== undefined) ??
    [];
  const some = k === undefined ? null : /^(?:one|once)$/i.test(k) ? 1 : Number(k);
  if (!COINS.test(problem) || some === null || n === undefined || !Number.isInteger(some) || some < 1 || some >= Number(n)) return [];
  const ways = factorial(Number(n)) / factorial(some) / factorial(Number(n) - some);
  return [{ n, k: String(some), w: String(ways), h: Array.from({ length: Number(n) }, () => '1/2').join('*'), t: String(2 ** Number(n)) }];
};

/** So many trials with one chance, of which at least one succeeds. */
const atLeastOne: Misuse['read'] = problem => {
  if (!/\bat least (?:one|once|1)\b/i.test(problem) || !/\bdi(?:c)?e\b/i.test(problem)) return [];
  const [, n] = /(\d+) (?:times|(?:fair |ordinary |six-sided )?dice)/i.exec(problem.replace(/\btwice\b/i, '2 times')) ?? [];
  return n && /\b(?:six|6|five|one)\b/i.test(problem) && !/\bsum\b|\bdouble\b|\beven\b|\bodd\b/i.test(problem) && Number(n) > 1
    ? [{ n, p: '1/6', q: '5/6' }]
    : [];
};

const game: Misuse['read'] = problem => {
  const [, stake] =
    /\b(?:pays?|stakes?|costs?|bets?) (\d+(?:\.\d+)?)(?: \w+)? (?:to (?:play|roll|throw|spin|enter|toss|draw|take part)|for (?:a|one|each|every) (?:game|roll|ticket|throw|spin|turn|try)|per (?:game|roll|throw|spin|ticket))|(?:ticket|game|roll|throw|spin) costs? (\d+(?:\.\d+)?)/i
      .exec(problem)
      ?.filter(group => group !== undefined) ?? [];
  const [, prize] = /\b(?:receives?|gets?|wins?|is paid|are paid|prize (?:is|of)) (?:a prize of |a )?(\d+(?:\.\d+)?)/i.exec(problem) ?? [];
  return stake &&
    prize &&
    Number(prize) > Number(stake) &&
    numbersIn(problem).length <= 4 &&
    !/\bback\b|\bnet\b|\bin addition\b|\bprofit of \d/i.test(problem)
    ? [{ s: stake, p: prize }]
    : [];
};

const SUITS = '(?:hearts?|spades?|clubs?|diamonds?)';
const RANKS = '(?:aces?|kings?|queens?|jacks?|tens?|nines?|sevens?|twos?|threes?|fours?)';

/** One card of a suit or of a rank, which one card is both of. */
const suitOrRank: Misuse['read'] = problem =>
  new RegExp(`\\b(?:${SUITS} or (?:an? |the )?${RANKS}|${RANKS} or (?:an? |the )?${SUITS})\\b`, 'i').test(problem) &&
  /\bcard\b/i.test(problem) &&
  !/\bnot both\b|\b(?:2|two|three) cards\b/i.test(problem)
    ? [{ s: '13', r: '4', n: '52' }]
    : [];

/** So many do one thing, so many another, so many both; one who does the first is picked, and asked for the second. */
const oneGiven: Misuse['read'] = problem => {
  const [, n, a, one, b, other, c] =
    /(\d+) (?:\w+ )?(?:students|pupils|people|members|children|persons|guests|customers|employees|workers|girls|boys)[^\d]*?(\d+) ([a-z ]+?)[,;.]? (?:and )?(\d+) ([a-z ]+?)[,;.]? (?:and |of (?:them|whom) )?(\d+) (?:[a-z]+ )?both/i.exec(
      problem,
    ) ?? [];
  if (!n || !a || !b || !c || !one || !other || numbersIn(problem).length !== 4) return [];
  const stem = (words: string): string =>
    words
      .trim()
      .split(' ')
      .at(-1)
      ?.toLowerCase()
      .replace(/(?:ing|ers?|s)$/, '') ?? '';
  const question = problem.slice(problem.search(/both\b/) + 4).toLowerCase();
  const [first, second] = [stem(one), stem(other)].map(word => (word.length < 3 ? -1 : question.indexOf(word)));
  if (
    first === undefined ||
    second === undefined ||
    first < 0 ||
    second < 0 ||
    !/\b(?:picked|chosen|selected|given|asked)\b/.test(question)
  )
    return [];
  return [first < second ? { n, a, b, c } : { n, a: b, b: a, c }];
};

/** So many trials with a chance that is told, of which exactly so many succeed. */
const exactly: Misuse['read'] = problem => {
  const [, k] = /\bexactly (\d+|one|once|twice|two|three)\b/i.exec(problem) ?? [];
  const [, p] = /\bprobability (?:of |is )?(0?\.\d+|\d\/\d)(?!\d)/i.exec(problem) ?? /\b(0\.\d+)\b/.exec(problem) ?? [];
  const [, n] =
    /(\d+) (?:times|shots|throws|trials|attempts|tries|seeds|questions|items|penalties|people|patients|bulbs|games)/i.exec(problem) ?? [];
  const some = k === undefined ? Number.NaN : /^once|one$/i.test(k) ? 1 : /^twice$/i.test(k) ? 2 : Number(k);
  if (
    !p ||
    !n ||
    !Number.isInteger(some) ||
    some < 1 ||
    some >= Number(n) ||
    Number(n) > 20 ||
    COINS.test(problem.replace(/\bbiased coins?\b/i, ''))
  )
    return [];
  const ways = factorial(Number(n)) / factorial(some) / factorial(Number(n) - some);
  return [{ p, n, k: String(some), w: String(ways), q: `1 - ${p}`, r: String(Number(n) - some) }];
};

const NAMES_IT = /^[^=]*\b(?:P|probability)\b[^=]*(?:=|is)/i;

export const CHANCES: readonly Misuse[] = [
  {
    name: 'the probability that both are so, when the first is put back,',
    read: drawn(true),
    right: '{r}/{n}*{r}/{n}',
    wrong: ['?~{r}/{n}*{r-1}/{n-1}', '?~{r}/{n}*{r}/{n-1}', '?~{r}/{n}*{r-1}/{n}', '?{r}/{n} + {r}/{n}'],
  },
  {
    name: 'the probability of a suit or a rank, one card being both,',
    read: suitOrRank,
    right: '16/52',
    wrong: ['13/52 + 4/52', '4/52 + 13/52', '1/4 + 1/13', '1/13 + 1/4', ['17/52', /\bor\b|∪/i]],
  },
  {
    name: 'the probability among those of whom one is picked',
    read: oneGiven,
    right: '{c}/{a}',
    wrong: ['{c}/{b}', ['{c}/{n}', /\|/]],
  },
  {
    name: 'the probability, with all orders in which it can happen,',
    read: exactly,
    right: '{w}*{p}^{k}*({q})^{r}',
    wrong: [
      '?{p}^{k}*({q})^{r}',
      '?{p}^{k}*{1-p}^{r}',
      ['{w}*{p}^{k}', NAMES_IT],
      ['{p}^{k}', NAMES_IT],
      '{k}*{p}',
      ['{n}*{p}', NAMES_IT],
      ['{w}*{p}^{r}*({q})^{k}', NAMES_IT],
    ],
  },
  {
    name: 'the probability that both are so, when the first is not put back,',
    read: draws,
    right: '{r}/{n}*{r-1}/{n-1}',
    wrong: [
      '~{r}/{n}*{r}/{n}',
      '~({r}/{n})^2',
      '~{r}/{n}*{r}/{n-1}',
      '~{r}/{n}*{r-1}/{n}',
      ['{r}/{n} + {r-1}/{n-1}', /./],
      ['{r}/{n} + {r}/{n}', /./],
      ...['{r}/{n}', '{r}/{n-1}', '{r-1}/{n}'].map(form => [form, /\bsecond\b|\b2nd\b|\bthen\b/i] as const),
    ],
  },
  {
    name: 'the probability, with all orders in which it can happen,',
    read: exactHeads,
    right: '{w}/{t}',
    wrong: [
      ...['{h}', '(1/2)^{n}', '1/2^{n}', '(1/2)^{k}', '{k}/{n}', '1/2*{k}', '1/2 + 1/2', '0.5^{n}', '1/{t}', '{k}/{t}'].map(
        form => [form, /\b(?:P|probability)\b[^=]*\bexactly\b[^=]*(?:=|is)|\bexactly\b[^=]*(?:=|is)/i] as const,
      ),
      ['(1/2)^{k}', /\bP\b|\bprobability\b/i],
      ['?(1/2)^{n}', /^\W*(?:P|probability)\s*=/i],
      ['?1/{t}', /^\W*(?:P|probability)\s*=/i],
      ['?{h}', /^\W*(?:P|probability)\s*=/i],
    ],
  },
  {
    name: 'the probability of at least one',
    read: atLeastOne,
    right: '1 - {q}^{n}',
    wrong: [
      ...['{n}*({p})', '{n}/6', '1/6 + 1/6', '1/6 + 1/6 + 1/6'].map(form => [form, /\bP\b|\bprobability\b|\bat least\b/i] as const),
      ['1 - ({p})^{n}', /./],
      ['({p})^{n}', /\bat least\b[^=]*=/i],
      ['1/6*1/6', /\bat least\b[^=]*=/i],
    ],
  },
  {
    name: 'the net gain',
    read: game,
    right: '{p} - {s}',
    wrong: [
      're:\\b(?:net|gain|profit)\\b[^.]*?(?:is|=|of) {{p}}(?:\\s*(?:,|\\.|$|euros?|dollars?|points?|and))',
      're:\\b(?:net|expected) (?:gain|profit)\\s*=\\s*{{p}}\\s?[·×*]',
    ],
  },
  {
    name: 'the probability of the sum, with 36 pairs,',
    read: problem => {
      const [, s] = /\bsum (?:is|of|equals|equal to|being)(?: exactly)? (\d+)\b/i.exec(problem) ?? [];
      const ways = 6 - Math.abs(7 - Number(s ?? 0));
      const two = /\b2 dice\b|\bdi(?:c)?e (?:is|are) (?:rolled|thrown) (?:2 times|twice)\b|\bpair of dice\b/i.test(problem);
      return s !== undefined && two && ways > 0 ? [{ w: String(ways) }] : [];
    },
    right: '{w}/36',
    wrong: ['1/11', '1/12', '{w}/12', '{w}/11', '{w}/21'].map(form => [form, /\bP\b|\bprobability\b|^/i] as const),
  },
];
