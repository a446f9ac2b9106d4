import { type Misuse, numbersIn, words } from './misuse.ts';

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The word whose letters are arranged, and how often its letters come. */
const letters: Misuse['read'] = problem => {
  const [name, ...more] = problem.match(/(?<![A-Za-z])[A-Z]{4,}(?![A-Za-z])/g) ?? [];
  if (name === undefined || more.length > 0 || !/\barrange|\banagram|\bpermut|\border|\bwords?\b|\brearrange/i.test(problem)) return [];
  if (
    /\bbegin|\bstart|\bend\b|\btogether\b|\bnext to\b|\bvowels?\b|\b(?:not|no|two) |\bfirst\b|\blast\b|\bchoose\b|\d-letter/i.test(
      problem.replace(/not necessarily/i, ''),
    )
  )
    return [];
  const counts = [...new Set(name)].map(letter => name.split(letter).length - 1).filter(count => count > 1);
  const n = name.length;
  if (counts.length === 0) return [];
  return [
    {
      n: String(n),
      f: String(factorial(n)),
      s: counts.map(count => `${count}!`).join(' + '),
      t: String(counts.reduce((sum, count) => sum + factorial(count), 0)),
      p: counts.map(count => `${count}!`).join('*'),
      d: counts.map(count => `${count}!`).join(' - '),
      k: counts.join('*'),
      e: counts.reduce((product, count) => product * count, 1).toString(),
      c: String(counts.reduce((product, count) => product * factorial(count), 1)),
      q: String(new Set(name).size),
    },
  ];
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** So many numbers from 1 on, and two divisors that are not coprime. */
const divisible: Misuse['read'] = problem => {
  if (!/\b(?:how many|number of|count)\b/i.test(problem)) return [];
  if (!/\bdivisible\b|\bmultiples?\b/i.test(problem) || /\bexactly one\b|\bnot both\b|\bneither\b|\bnor\b|\bnot\b/i.test(problem))
    return [];
  const [, a, b] =
    words(String.raw`(?:divisible by|multiples? of) (?:both )?(?:either )?@(?:,)? (?:or|and)(?: of| by)?(?: a multiple of)? @`).exec(
      problem,
    ) ?? [];
  const top = words(
    String.raw`1~(?:to|and|…|\.\.\.|up to)~@(?![ ,]*(?:or|and) )|(?:less than|up to|below|first|not (?:exceeding|greater than)) @`,
  ).exec(problem);
  const all = numbersIn(problem).map(Number);
  const n = String(Math.max(...all));
  if (!a || !b || Number(n) < 12) return [];
  const lcm = (Number(a) * Number(b)) / gcd(Number(a), Number(b));
  return top ? [{ a, b, n, l: String(lcm), ab: String(Number(a) * Number(b)) }] : [];
};

const PEOPLE =
  '(?:people|persons|friends|guests|students|children|members|players|teams|delegates|colleagues|boys|girls|pupils|women|men|candidates|volunteers|dogs|books|points|teachers|cards|toppings|colou?rs)';
const choose: Misuse['read'] = problem => {
  if (
    !/\bcommittees?\b|\bgroups? of\b|\bteams? of\b|\bhow many ways\b[^?]*\b(?:choose|chosen|select|selected|pick|picked)\b|\bdelegation\b/i.test(
      problem,
    )
  )
    return [];
  if (
    /\border\b|\bpresident\b|\bcaptain\b|\bchair|\bat least\b|\bat most\b|\bexactly\b|\bsecretary\b|\brepetition\b|\btreasurer\b|\bline\b|\brow\b|\bfirst\b|\bdifferent roles\b/i.test(
      problem,
    )
  )
    return [];
  const [, k, n] =
    words(`(?:committees?|groups?|teams?|choose|chosen|select|selected|pick|picked|delegations?)~@~(?:from|out of|of)~@`).exec(problem) ??
    words(`@ ${PEOPLE}~(?:chosen|selected|picked)~(?:from|out of)~@`).exec(problem) ??
    [];
  const [, m, j] =
    words(
      `(?:from|of|out of|has|with|are) @ ${PEOPLE}~(?:committees?|groups?|teams?|choose|chosen|select|selected|pick|picked|delegations?)~@`,
    ).exec(problem) ?? [];
  const [all, few] = n && k ? [n, k] : [m, j];
  if (!all || !few || numbersIn(problem).length !== 2 || Number(few) < 2 || Number(few) >= Number(all) || Number(all) > 60) return [];
  const product = Array.from({ length: Number(few) }, (_, i) => Number(all) - i);
  return [{ n: all, k: few, p: product.join('*'), v: String(product.reduce((a, b) => a * b, 1)), f: String(factorial(Number(few))) }];
};

/** A bag of two colours, from which two are drawn and stay out. */
const draws: Misuse['read'] = problem => {
  if (
    !/\bwithout (?:replacement|replacing|putting)\b|\bnot (?:put|replaced|returned)\b|\b(?:two|2) (?:\w+ )?(?:are|were) (?:drawn|taken|picked|chosen) (?:at the same time|together|at once)\b/i.test(
      problem,
    )
  )
    return [];
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
  const [, n] = /(\d+) (?:times|dice)/i.exec(problem.replace(/\btwice\b/i, '2 times')) ?? [];
  return n && /\b(?:six|6|five|one)\b/i.test(problem) && !/\bsum\b|\bdouble\b|\beven\b|\bodd\b/i.test(problem) && Number(n) > 1
    ? [{ n, p: '1/6', q: '5/6' }]
    : [];
};

const helpers: Misuse['read'] = problem => {
  const [, n, k] =
    /(\d+) (?:members|people|students|pupils|persons|children|players)[^.?]*?\b(?:president|chair\w*|captain|leader|head|boss|speaker)\b[^.?]*?(?:and|,) (\d+) (?:equal |other |identical )?(?:helpers|assistants|deput\w+|vice\w*|members|advisers|advisors|secretaries)/i.exec(
      problem,
    ) ?? [];
  if (!n || !k || Number(k) !== 2 || /\bdifferent (?:roles|duties|tasks)\b|\bfirst\b.*\bsecond\b/i.test(problem)) return [];
  return [{ m: String(Number(n) - 1), l: String(Number(n) - 2), n }];
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

export const COUNTING: readonly Misuse[] = [
  {
    name: 'the number of arrangements, with equal letters told apart no more,',
    read: letters,
    right: '{f}/{c}',
    wrong: [
      '{n}!/({s})',
      '{f}/{t}',
      '{f}/({s})',
      '{n}!/{t}',
      '{n}!/({k})',
      '{f}/({k})',
      '{n}! - {d}',
      '{n}!/{e}',
      '{f}/{e}',
      ['{q}!', /(?:number|arrangements|ways)\b/i],
      're:\\bthere are {{f}} (?:different |distinct )?(?:arrangements|ways|words|permutations|anagrams)',
    ],
  },
  {
    name: 'the number by which all that are divisible by both can be divided',
    read: problem => divisible(problem).filter(({ l, ab }) => l !== ab),
    right: '{l}',
    wrong: [
      '~{n}/{ab}',
      '~{n}/({a}*{b})',
      're:\\b(?:both|lcm)\\b[^.]*\\b(?:by|of|is|means|=)\\s(?:(?:{{a}}\\s?[·×*]\\s?{{b}}|{{b}}\\s?[·×*]\\s?{{a}})\\s?=\\s?)?{{ab}}(?!\\s?(?:numbers|of them))',
      're:\\bdivisible by {{ab}}\\b',
    ],
  },
  {
    name: 'the number of handshakes, each counted once,',
    read: problem => {
      const [, n] = new RegExp(`(\\d+) (?:\\w+ )?${PEOPLE}`, 'i').exec(problem) ?? [];
      const met =
        /\bshakes? hands\b|\bhandshakes?\b|\bplays? (?:every|each) other\b|\bevery (?:team|player) plays\b|\beach (?:team|player) plays\b/i.test(
          problem,
        );
      return n &&
        met &&
        numbersIn(problem).length === 1 &&
        !/\btwice\b|\bhome and away\b|\bspouse|\bcouples?\b|\bhow many (?:hands|times does)\b/i.test(problem)
        ? [{ n, m: String(Number(n) - 1) }]
        : [];
    },
    right: '{n}*{m}/2',
    wrong: [
      '?{n}*{m}',
      ...['{n}*{m}', '{n}*{n}', '{n}^2', '{n}^2/2', '{n}*{n}/2', '{n}*{n+1}/2', '{n} + {m}', '2*{n}'].map(
        form =>
          [
            form,
            /(?:handshakes?|games|matches|number|total|together|altogether)[^=]*(?:=|:|is|are)|\bthere are\b[^.]*\bhandshakes\b/i,
          ] as const,
      ),
    ],
  },
  {
    name: 'the number of choices, whatever their order,',
    read: choose,
    right: '{v}/{f}',
    wrong: [
      ['?{p}', /^(?!.*\border)/i],
      ['{p}', /(?:committees|groups|teams|number|total|altogether|possibilities)[^=]*(?:=|:)[^/÷]*\.?$/i],
      '{p}/{k}',
      '{v}/{k}',
      '{n}^{k}',
      '{k}^{n}',
      ['{n}*{k}', /\b(?:committees|groups|teams|number|ways)\b/i],
      ['{n}/{k}', /\b(?:committees|groups|number|ways)\b/i],
      ['{n}!/{k}!', /./],
      're:\\bcounted {{k}} times\\b',
    ],
  },
  {
    name: 'the number of pairs, whatever their order,',
    read: helpers,
    right: '{m}*{l}/2',
    wrong: [
      ['{m}*{l}', /\b(?:helpers|assistants|deput\w+|vice\w*|members|advis\w+|secretaries|pairs?|rest|remaining)\b[^/÷]*$/i],
      ['{n}*{m}*{l}', /\b(?:ways|number|total|together)\b[^/÷]*$/i],
      ['~{m}*{m}', /./],
      ['~{n}*{m}*{m}', /./],
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
    right: '1 - ({q})^{n}',
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
  {
    name: 'the number of orders in a line',
    read: problem => {
      const [, n] = new RegExp(`(\\d+) (?:different )?${PEOPLE}`, 'i').exec(problem) ?? [];
      return n &&
        /\b(?:line|row|queue|shelf|order)\b/i.test(problem) &&
        /\bhow many (?:different )?(?:ways|orders|arrangements)\b/i.test(problem) &&
        numbersIn(problem).length === 1 &&
        !/\bnext to\b|\btogether\b|\bcircle\b|\bfirst\b|\blast\b|\bchosen\b/i.test(problem)
        ? [{ n, f: String(factorial(Number(n))) }]
        : [];
    },
    right: '{f}',
    wrong: ['{n}*{n}', '{n}^2', '{n}^{n}', '?{n}*{n-1}', '{n}*{n+1}/2'],
  },
  {
    name: 'the number of choices, one of each kind,',
    read: problem => {
      const own = numbersIn(problem);
      return /\b(?:menus?|meals?|outfits?|combinations?)\b/i.test(problem) &&
        /\bhow many\b/i.test(problem) &&
        own.length > 1 &&
        own.length < 5 &&
        !/\b(?:or|without|cost|price|each|more|least)\b|\$|%/i.test(problem)
        ? [{ s: own.join(' + '), p: own.join('*') }]
        : [];
    },
    right: '{p}',
    wrong: ['?{s}'],
  },
  {
    name: 'the number of diagonals',
    read: problem => {
      const named: Readonly<Record<string, number>> = { pentagon: 5, hexagon: 6, heptagon: 7, octagon: 8, decagon: 10 };
      const [name = ''] = /\b(?:pentagon|hexagon|heptagon|octagon|decagon)\b/i.exec(problem) ?? [];
      const n = named[name.toLowerCase()];
      return n !== undefined && /\bhow many diagonals\b|\bnumber of diagonals\b/i.test(problem) ? [{ n: String(n) }] : [];
    },
    right: '{n}*{n-3}/2',
    wrong: ['?{n}*{n-1}/2', '?{n}*{n-3}', '?{n}*({n} - 3)', '?{n}*{n-1}', '?{n}*{n-2}/2'],
  },
  {
    name: 'the number of posts, one more than the gaps,',
    read: problem => {
      const [, l, d] = words('@\\s?(?:m|metres?|meters?|ft|feet|km)\\b[^\\d]*every @').exec(problem) ?? [];
      return l &&
        d &&
        Number(l) % Number(d) === 0 &&
        /\b(?:both ends|each end|from (?:the )?(?:start|beginning|one end) to|including)\b/i.test(problem) &&
        /\bhow many (?:posts|trees|poles|lamps|lights|stakes|flags)\b/i.test(problem)
        ? [{ l, d }]
        : [];
    },
    right: '{l}/{d} + 1',
    wrong: ['re:{{l/d}} (?:posts|trees|poles|lamps|lights|stakes|flags)', '?{l/d} - 1'],
  },
  {
    name: 'the number of pages, both ends counted,',
    read: problem => {
      const [, a, b] = words('from (?:page |number |the )?@~to (?:page |number |the )?@').exec(problem) ?? [];
      return a &&
        b &&
        Number(b) > Number(a) &&
        /\binclusive\b|\bboth included\b|\bincluding both\b/i.test(problem) &&
        /\bhow many\b/i.test(problem) &&
        numbersIn(problem).length === 2
        ? [{ a, b }]
        : [];
    },
    right: '{b} - {a} + 1',
    wrong: ['?{b} - {a}', '{b} - {a} - 1'],
  },
  {
    name: 'the number of codes, each place free to repeat,',
    read: problem => {
      const [, k] = /\b(\d+)[- ]digit (?:pins?|codes?|combinations?|passwords?)\b/i.exec(problem) ?? [];
      const n = k === undefined ? 0 : Number(k);
      return n > 1 &&
        n < 7 &&
        /\brepetitions? (?:is |are )?allowed\b|\b(?:can|may) (?:be )?repeat/i.test(problem) &&
        /\b0\D{1,4}9\b|\b10 digits\b/i.test(problem)
        ? [{ k: String(n), p: Array.from({ length: n }, (_, i) => 10 - i).join('*') }]
        : [];
    },
    right: '10^{k}',
    wrong: ['{p}', '{k}^10', '10*{k}', '9^{k}'],
  },
  {
    name: 'the number without repetition',
    read: problem => {
      const [, k] = /\b(\d)[- ]digit numbers\b/i.exec(problem) ?? [];
      const list: readonly string[] = /\bdigits ((?:\d, ?)+(?:\d|and \d|\d and \d))/i.exec(problem)?.[1]?.match(/\d/g) ?? [];
      const n = list.length;
      return k &&
        n > Number(k) &&
        !list.includes('0') &&
        /\bwithout (?:repetition|repeating)\b|\bno (?:digit|repeated)|\bdifferent digits\b|\bnot be repeated\b|\bat most once\b|\bonly once\b/i.test(
          problem,
        ) &&
        !/\beven\b|\bodd\b|\bgreater\b|\bdivisible\b/i.test(problem)
        ? [{ k, n: String(n), p: Array.from({ length: Number(k) }, (_, i) => n - i).join('*') }]
        : [];
    },
    right: '{p}',
    wrong: ['{n}^{k}', Array.from({ length: 3 }, () => '{n}').join('*'), '{n}*{k}', '{k}^{n}'],
  },
];
