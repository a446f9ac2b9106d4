import { type Misuse, numbersIn, words } from './misuse.ts';

export const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

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

const helpers: Misuse['read'] = problem => {
  const [, n, k] =
    /(\d+) (?:members|people|students|pupils|persons|children|players)[^.?]*?\b(?:president|chair\w*|captain|leader|head|boss|speaker)\b[^.?]*?(?:and|,) (\d+) (?:equal |other |identical )?(?:helpers|assistants|deput\w+|vice\w*|members|advisers|advisors|secretaries)/i.exec(
      problem,
    ) ?? [];
  if (!n || !k || Number(k) !== 2 || /\bdifferent (?:roles|duties|tasks)\b|\bfirst\b.*\bsecond\b/i.test(problem)) return [];
  return [{ m: String(Number(n) - 1), l: String(Number(n) - 2), n }];
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
    name: 'the number of handshakes, each counted once,',
    read: problem => {
      if (numbersIn(problem).filter(value => value !== '1').length > 2) return [];
      const [, n] = new RegExp(`(\\d+) (?:\\w+ )?${PEOPLE}`, 'i').exec(problem) ?? [];
      const met =
        /\bshakes? hands\b|\bhandshakes?\b|\bplays? (?:every|each) other\b|\bevery (?:team|player) plays\b|\beach (?:team|player) plays\b/i.test(
          problem,
        );
      return n && met && !/\btwice\b|\bhome and away\b|\bspouse|\bcouples?\b|\bhow many (?:hands|times does)\b/i.test(problem)
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
];
