import { type Misuse, numbersIn, words } from './misuse.ts';

/** The first terms of an arithmetic sequence, and which term is asked for. */
const progression: Misuse['read'] = problem => {
  const [list, ...more] = [...problem.matchAll(/(?<![\w.(-])-?\d+(?:, -?\d+){2,}(?=,? ?(?:…|\.\.\.|\\dots|\\ldots|and so on))/g)].map(
    ([text]) => text,
  );
  const terms = (list ?? '').split(', ').map(Number);
  const [first = 0, second = 0] = terms;
  const d = second - first;
  if (list === undefined || more.length > 0 || d === 0 || terms.some((term, i) => i > 0 && term - (terms[i - 1] ?? 0) !== d)) return [];
  const [only = '0', ...others] = problem.match(/\b\d+(?=(?:st|nd|rd|th)\b)/gi) ?? [];
  const n = others.length > 0 ? '0' : only;
  return [{ a: String(first), d: String(d), n, r: String(first - d) }];
};

/** `7 + 11 + 15 + … + 103`: the first and last term, the difference and the number of terms of a sum that is written out. */
const writtenSum: Misuse['read'] = problem => {
  const [, list = '', last = ''] = /((?:\d+ \+ ){2,})(?:…|\.\.\.|\\[cl]?dots) \+ (\d+)(?![\d·*^\\])/.exec(problem.replace(/\$/g, '')) ?? [];
  const terms = list.split('+').flatMap(term => (term.trim() === '' ? [] : [Number(term)]));
  const [a = 0, b = 0] = terms;
  const [d, l] = [b - a, Number(last)];
  if (d <= 0 || terms.some((term, i) => term !== a + i * d) || (l - a) % d !== 0 || l <= (terms.at(-1) ?? 0)) return [];
  return [{ a: String(a), l: last, n: String((l - a) / d + 1) }];
};

/** 'The first row has 20 seats, each further row 4 more; there are 15 rows.' */
const rows: Misuse['read'] = problem => {
  const [, a] =
    words('(?:first|1st|lowest|bottom|front) [a-z]+~@').exec(problem) ??
    words('@ [a-z]+~(?:in|on|during) the (?:first|1st|front|bottom) [a-z]+').exec(problem) ??
    [];
  const [, d, less] = words('(?:each|every|per)~@ (?:[a-z]+ )?(?:more|(fewer|less))\\b').exec(problem) ?? [];
  const [, n] = words('(?:there are|has|with|after|for|of|in) @ (?:rows|days|weeks|months|years|layers|steps)').exec(problem) ?? [];
  const all = numbersIn(problem);
  return a && d && n && all.length === 3 && less === undefined && !/%|percent/i.test(problem)
    ? [{ a, d, n, r: String(Number(a) - Number(d)) }]
    : [];
};

export const PROGRESSIONS: readonly Misuse[] = [
  {
    name: 'the sum, half the number of terms times the first and the last together,',
    read: writtenSum,
    right: '{n}*({a} + {l})/2',
    wrong: ['?{n}*({a} + {l})', '{n}*({l} - {a})/2', '{n-1}*({a} + {l})/2', '{n-1}/2*({a} + {l})'],
  },
  {
    name: 'the number of terms, one more than the steps between them,',
    read: writtenSum,
    right: '{n}',
    wrong: [
      're:\\bn\\s?=(?:[^=]*=)?\\s?{{n-1}}(?!\\d|\\.|\\s*[+*·/])',
      're:\\bthere are {{n-1}} terms[.,]?$',
      're:\\bnumber of terms ?(?:is|=|:)(?:[^=]*=)? ?{{n-1}}[.,]?$',
    ],
  },
  {
    name: 'the term asked for',
    read: problem => [...progression(problem), ...rows(problem)].filter(({ n }) => Number(n) > 1),
    right: '{a} + ({n} - 1)*{d}',
    wrong: [
      '{a} + {n}*{d}',
      '{a} + ({n} + 1)*{d}',
      '{a}*{n}',
      ['{n}*{d}', /(?:^|[\s$])(?:a|u|t|T)_?\{?\d+\}?\s*=/],
      '{a}*{n} + {d}',
      '{a} + ({n} - 2)*{d}',
    ],
  },
  {
    name: 'the nth term',
    read: progression,
    right: '{r} + {d}*n',
    wrong: [
      're:(?:^|[\\s(])[atuT]_?\\(?\\{?n\\}?\\)?\\s*=\\s*{{a}}\\s?\\+\\s?{{d}}\\s?[·*]?\\s?n(?!\\s?-|\\w)',
      're:(?:^|[\\s(])[atuT]_?\\(?\\{?n\\}?\\)?\\s*=\\s*{{d}}\\s?[·*]?\\s?n\\s?\\+\\s?{{a}}',
      're:\\bnth term\\b[^.=]*(?:=|is)\\s*{{d}}\\s?[·*]?\\s?n\\s?\\+\\s?{{a}}',
      're:\\bnth term\\b[^.=]*(?:=|is)\\s*{{a}}\\s?\\+\\s?{{d}}\\s?[·*]?\\s?n(?!\\s?-)',
    ],
  },
  {
    name: 'the sum of the first terms',
    read: problem => {
      const [, n] = /\bsum of the first (\d+)\b/i.exec(problem) ?? [];
      return n === undefined
        ? []
        : progression(problem).map(found => ({ ...found, n, l: String(Number(found['a']) + (Number(n) - 1) * Number(found['d'])) }));
    },
    right: '{n}/2*({a} + {l})',
    wrong: ['?{n}*({a} + {l})', '?{n}*{a+l}', '?{n}*{l}', '?({a} + {l})/2'],
  },
  {
    name: 'the term of the geometric sequence',
    read: problem => {
      const [list] = /(?<![\w.(-])\d+(?:, \d+){2,}(?=,? ?(?:…|\.\.\.|\\dots|\\ldots))/.exec(problem) ?? [];
      const [a = 0, b = 0, c = 0] = (list ?? '').split(', ').map(Number);
      const n = /\b(\d+)(?:st|nd|rd|th)\b/i.exec(problem)?.[1];
      return list !== undefined && n !== undefined && a > 0 && b * b === a * c && b !== a && Number.isInteger(b / a)
        ? [{ a: String(a), q: String(b / a), n }]
        : [];
    },
    right: '{a}*{q}^{n-1}',
    wrong: ['{a}*{q}^{n}', '({a}*{q})^{n-1}', '{a} + {n-1}*{q}', '{a}*{q}*{n}', '{a}*{q}*{n-1}', '{a} + {n}*{q}'],
  },
];
