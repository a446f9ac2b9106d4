import { type Givens, given, type Misuse, numbersIn, words } from './misuse.ts';

const LIST = /(?<![\w.(,])-?\d+(?:\.\d+)?(?:(?:, | and |, and |; )-?\d+(?:\.\d+)?){2,}(?![\w%])/g;
const CHANGED = /\b(?:add(?:ed|s|ing)?|remov\w*|replac\w*|another|new|next|missing|unknown|if|without|frequenc\w*|each|times)\b|\b[xyn]\b/i;

/** The only list of numbers of the problem, as written and in order. */
function listIn(problem: string): { readonly own: readonly number[]; readonly sorted: readonly number[] } | null {
  const [list, ...more] = CHANGED.test(problem) ? [] : [...problem.matchAll(LIST)];
  if (list === undefined || more.length > 0) return null;
  const own = (list[0].match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  return { own, sorted: [...own].sort((a, b) => a - b) };
}

const middle = (values: readonly number[]): number =>
  ((values[Math.floor((values.length - 1) / 2)] ?? 0) + (values[Math.floor(values.length / 2)] ?? 0)) / 2;

const unsorted: Misuse['read'] = problem => {
  const list = /\bmedian\b/i.test(problem) ? listIn(problem) : null;
  if (!list) return [];
  const [wrong, right] = [middle(list.own), middle(list.sorted)];
  const { own } = list;
  const n = own.length;
  const pair: Givens = n % 2 === 0 ? { p: String(own[n / 2 - 1]), q: String(own[n / 2]) } : {};
  return wrong === right ? [] : [{ m: String(wrong), r: String(right), ...pair }];
};

const range: Misuse['read'] = problem => {
  const list = /\brange\b/i.test(problem) ? listIn(problem) : null;
  const [first, last, low, high] = [list?.own[0], list?.own.at(-1), list?.sorted[0], list?.sorted.at(-1)];
  if (first === undefined || last === undefined || low === undefined || high === undefined || first < 0 || last < 0 || low < 0) return [];
  return [{ f: String(first), l: String(last), a: String(low), z: String(high) }];
};

const mean: Misuse['read'] = problem => {
  const list =
    /\b(?:mean|average)\b/i.test(problem) && !/\bmean deviation\b|\bvariance\b|\bdeviation\b/i.test(problem) ? listIn(problem) : null;
  if (!list) return [];
  const n = list.own.length;
  return [{ s: list.own.join(' + '), t: String(list.own.reduce((a, b) => a + b, 0)), n: String(n) }];
};

const PAIRS =
  /(\d+) (?:goals?|points?|children|siblings|pets|books|cars|people|persons?|hours?|days?|errors?|mistakes|brothers|heads|eggs|phones?|[a-z]+s?)?\s?(?:-|in|:|\bhappened in|\bwas scored in|\bwere scored in)\s?(\d+) ?(?:matches|games|times|families|students|pupils|children|days|houses|people|households|weeks|classes|[a-z]+)?(?=[,.;]|\s(?:and|in)\b|$)/gi;

/** Values with how often each was counted. */
const frequencies: Misuse['read'] = problem => {
  if (!/\b(?:mean|average)\b/i.test(problem)) return [];
  const pairs = [...problem.matchAll(PAIRS)].map(([, value = '', count = '']) => [Number(value), Number(count)] as const);
  if (pairs.length < 3) return [];
  const total = pairs.reduce((sum, [value, count]) => sum + value * count, 0);
  const all = pairs.reduce((sum, [, count]) => sum + count, 0);
  const values = pairs.reduce((sum, [value]) => sum + value, 0);
  const others = (problem.match(/\d+(?:\.\d+)?/g) ?? []).length - 2 * pairs.length;
  if (others > 1 || (others === 1 && !new RegExp(`(?<![\\d.])${all}(?![\\d.])`).test(problem))) return [];
  return [
    {
      t: String(total),
      n: String(all),
      k: String(pairs.length),
      v: String(values),
      p: pairs.map(([value, count]) => `${value}*${count}`).join(' + '),
    },
  ];
};

const N = '(\\d+(?:\\.\\d+)?)';
/** A mean of so many values, one of which was taken wrongly. */
const corrected: Misuse['read'] = problem => {
  if (!/\b(?:mean|average)\b/i.test(problem)) return [];
  const count = words(
    String.raw`(?:mean|average) (?:\w+ )?of @ |@ (?:numbers|values|measurements|students|pupils|marks|scores|observations|readings|results|tests|data)`,
  ).exec(problem);
  const own = words(
    String.raw`(?:was|is|as|to be|mean of|average of)(?: \w+){0,3} @(?! (?:numbers|values|measurements|students|pupils|marks|scores|observations|readings|results|tests|data))`,
  );
  const n = count?.[1] ?? count?.[2];
  const slip = new RegExp(
    `(?:really|actually|correct(?:ly)?|true|should (?:have been|be)|of|a value|the value|number|mark|score)\\s(?:value )?(?:of )?${N},?[^.\\d]{0,60}?(?:entered|read|recorded|written|typed|noted|misread|taken|copied|counted)(?: down| in)?(?: wrongly| incorrectly)? as ${N}`,
    'i',
  ).exec(problem);
  const turned =
    slip === null
      ? new RegExp(
          `(?:entered|read|recorded|written|typed|noted|misread|taken|copied|counted)(?: down| in)?(?: wrongly| incorrectly)? as ${N}[^.\\d]{0,40}?(?:instead of|but (?:it )?(?:was|is|should (?:have been|be))|rather than|really|actually)(?: \\w+){0,2} ${N}`,
          'i',
        ).exec(problem)
      : null;
  const [t, e] = slip ? [slip[1], slip[2]] : [turned?.[2], turned?.[1]];
  const m = (problem.match(/\d+(?:\.\d+)?/g) ?? []).filter(value => value !== n && value !== t && value !== e);
  const [only, ...more] = m;
  return n && t && e && only && more.length === 0 && own.test(problem) ? [{ n, m: only, t, e }] : [];
};

/** Two groups of different sizes with their means. */
const groups: Misuse['read'] = problem => {
  if (
    !/\b(?:mean|average)\b/i.test(problem) ||
    !/\b(?:all|whole|together|overall|combined|altogether|total|class|group|everyone|entire)\b/i.test(problem) ||
    /\bspeed\b|%/i.test(problem)
  )
    return [];
  const KIND =
    '(?:boys|girls|students|pupils|children|men|women|adults|people|players|teachers|employees|workers|members|tests|numbers|games|matches|days)';
  const pair =
    words(`@ ${KIND}\\)?~(?:mean|average)~@[^\\d]*@ (?:other )?${KIND}\\)?~(?:mean|average|is|was|of)?~@`).exec(problem) ??
    words(`(?:mean|average)~@ ${KIND} (?:is|was)~@[^\\d]*@ (?:other )?${KIND}~@`).exec(problem);
  const [, n, a, m, b] = pair ?? [];
  const others = numbersIn(problem).slice();
  for (const used of [n, a, m, b]) others.splice(others.indexOf(used ?? ''), 1);
  return n && a && m && b && n !== m && a !== b && others.every(other => Number(other) === Number(n) + Number(m)) ? [{ n, a, m, b }] : [];
};

/** So many values with a mean, and one more. */
const further: Misuse['read'] = problem => {
  if (
    !/\b(?:mean|average)\b/i.test(problem) ||
    !/\bnew (?:mean|average)\b|\b(?:mean|average) (?:now|then)\b|\b(?:mean|average)[^.]*\b(?:all|altogether)\b/i.test(problem)
  )
    return [];
  const [, n, m] =
    words('(?:mean|average)~of @ [a-z]+~(?:is|was)~@').exec(problem) ??
    words('@ (?:numbers|tests|values|games|matches|students|pupils|people)~(?:mean|average)~@').exec(problem) ??
    words('(?:team|group|class|club) of @~(?:mean|average)~@').exec(problem) ??
    [];
  const numbers = problem.match(/\d+(?:\.\d+)?/g) ?? [];
  const x = numbers.find(value => value !== n && value !== m);
  return n &&
    m &&
    x &&
    numbers.length === 3 &&
    /\badded\b|\badds\b|\bjoins?\b|\banother\b|\bnext\b|\bsixth\b|\bfifth\b|\bfurther\b|\bone more\b|\bnew\b/i.test(problem) &&
    !/\bremov|\btaken away\b|\bleaves\b|\bneed|\bmust\b/i.test(problem)
    ? [{ n, m, x }]
    : [];
};

const SECTOR = /\bpie[- ]?chart\b|\bcircle (?:graph|chart|diagram)\b/i;

export const DATA: readonly Misuse[] = [
  {
    name: 'the median, with the values in order,',
    read: unsorted,
    right: '{r}',
    wrong: [
      're:\\bmedian\\b[^.]*[:=,]\\s*{{m}}\\s*\\.?$',
      're:\\bmedian (?:is|=)\\s*(?:\\([^()]*\\)\\s*\\/\\s*2\\s*=\\s*)?{{m}}',
      're:\\bmiddle (?:value|number|one|entry)s?\\b[^.]*(?:is|:|=)\\s*{{m}}\\s*\\.?$',
      ['({p} + {q})/2', /./],
      're:\\b(?:middle|median)\\b[^.=]*?\\b(?:is|are|=|:)\\s*(?:the )?(?:numbers? |values? )?{{p}}\\s*(?:and|,|&|or)\\s*{{q}}',
      're:{{p}}\\s*(?:and|&)\\s*{{q}} (?:are|stand|is|lie) (?:the |in the )?(?:two )?(?:middle|cent)',
      're:\\b\\w+(?:th|rd|nd|st)(?: (?:value|number|one))? (?:is|=) {{p}}[^.\\d]*\\b\\w+(?:th|rd|nd|st)(?: (?:value|number|one))? (?:is|=) {{q}}',
      're:\\b(?:in the middle|in the centre|in the center)(?: is|:| =| stands?)? {{m}}(?![^.]*\\bnot\\b)',
      're:{{m}} (?:is|stands|lies) (?:exactly )?in the (?:middle|centre|center)\\b',
    ],
  },
  {
    name: 'the range',
    read: range,
    right: '{z} - {a}',
    wrong: [
      ['{l} - {f}', /(?<!mid[- ]?)\brange\b/i],
      ['{f} - {l}', /(?<!mid[- ]?)\brange\b/i],
      ['{z} + {a}', /(?<!mid[- ]?)\brange\b/i],
      ['({z} + {a})/2', /(?<!mid[- ]?)\brange\b/i],
      ['({z} - {a})/2', /(?<!mid[- ]?)\brange\s*(?:=|is)/i],
      're:\\brange\\s*(?:is|=|:)\\s*{{z}}\\s*\\.?$',
    ],
  },
  {
    name: 'the mean',
    read: mean,
    right: '{t}/{n}',
    wrong: ['{t}/{n-1}', '{t}/{n+1}', '({s})/{n-1}', '({s})/{n+1}', '{t}/2', '({s})/2'].map(
      form => [form, /\b(?:mean|average)\b|\\bar|x̄/i] as const,
    ),
  },
  {
    name: 'the mean, over all that were counted,',
    read: frequencies,
    right: '{t}/{n}',
    wrong: ['{t}/{k}', '({p})/{k}', '{v}/{k}', '{n}/{k}', '({p})/{v}', '{t}/{v}', '{n}/{t}'],
  },
  {
    name: 'the sum of the right values',
    read: corrected,
    right: '{n*m} - {e} + {t}',
    wrong: [
      '{n*m} - {t} + {e}',
      '{n}*{m} - {t} + {e}',
      ['{n*m} + {e-t}', /./],
      ['{n*m} - {t-e}', /./],
      '{n*m} + {e}',
      '({n*m} + {t})/{n+1}',
      '{m} + {t}/{n}',
      ['{m} + {e-t}', /\bmean\b|\baverage\b/i],
      ['{m} + {t-e}', /\bmean\b|\baverage\b/i],
      ['{m} - {e-t}', /\bmean\b|\baverage\b/i],
      ['{m} - {t-e}', /\bmean\b|\baverage\b/i],
    ],
  },
  {
    name: 'the mean of all',
    read: groups,
    right: '({n}*{a} + {m}*{b})/({n} + {m})',
    wrong: ['({a} + {b})/2', '{a+b}/2', '1/2*({a} + {b})', '({n}*{a} + {m}*{b})/2', '{n*a + m*b}/2', '({a} + {b})/({n} + {m})'],
  },
  {
    name: 'the new mean',
    read: further,
    right: '({n}*{m} + {x})/({n} + 1)',
    wrong: ['({m} + {x})/2', '{m+x}/2', '({n}*{m} + {x})/{n}', '{n*m + x}/{n}', '({n*m} + {x})/{n}', '{m} + {x}/{n}', '({n} + {x})/{n+1}'],
  },
  {
    name: 'the angle of the sector',
    read: given(
      [SECTOR],
      {
        k: [
          '@ (?:of (?:the )?(?:\\w+ )?&|out of &)',
          '@~ of (?:the )?&',
          '@ (?:of them |people |students |pupils )?(?:chose|choose|said|like|prefer|voted|picked|own|have|go|walk|cycle|play|come)',
        ],
        n: [
          '& of (?:the )?(?:\\w+ )?@',
          '(?:of|among|asked|surveyed) (?:the |all )?@',
          'out of @',
          '@ (?:pupils|students|people|children|persons) (?:were|was)',
        ],
      },
      { unless: /%|percent/i, most: 4 },
    ),
    right: '{k}/{n}*360',
    wrong: [
      're:(?:angle|sector|slice)[^.]*?{{100*k/n}}\\s?(?:°|degrees)',
      ['{k}/{n}*100', /°|degree|\bangle\b/i],
      '{n}/{k}*360',
      '{k}/{n}*180',
      '{k}/360*{n}',
      ['{k}/{n}*180', /°|degree|\bangle\b/i],
    ],
  },
  {
    name: 'the angle of the sector',
    read: given([SECTOR], { p: ['@\\s?(?:%|percent)'] }, { most: 1 }),
    right: '{p}/100*360',
    wrong: ['re:(?:angle|sector|slice)[^.]*?{{p}}\\s?(?:°|degrees)', '{p}*360', '360/{p}', '{p}/360*100', '{p}/100*180'],
  },
  {
    name: 'the angle of the sector',
    read: problem => {
      if (!SECTOR.test(problem)) return [];
      const own = problem.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      const total = own.length > 2 && own.slice(1).reduce((a, b) => a + b, 0) === own[0] ? own[0] : undefined;
      const angles = own.map(k => (360 * k) / (total ?? 1));
      return total === undefined
        ? []
        : own.slice(1).flatMap(k => (angles.includes((100 * k) / total) ? [] : [{ k: String(k), n: String(total) }]));
    },
    right: '{k}/{n}*360',
    wrong: [
      're:(?:so|=|is|are|of|:)\\s*{{100*k/n}}\\s?(?:°|degrees)',
      ['{k}/{n}*100', /°|degree/i],
      '{n}/{k}*360',
      ['{k}/{n}*180', /°|degree|\bangle\b/i],
    ],
  },
  {
    name: 'the weighted mean',
    read: problem => {
      const [, p, q] = /(\d+)\s?(?:%|percent)[^%]*?(\d+)\s?(?:%|percent)/i.exec(problem) ?? [];
      const [a, b, ...more] = (problem.match(/\d+(?:\.\d+)?(?!\d|\s?%|\s?percent|\.\d)/gi) ?? []).filter(
        value => value !== p && value !== q,
      );
      const weights =
        /\b(?:counts?|weigh\w*|makes? up|made of|worth)\b/i.test(problem) && /\b(?:mark|grade|score|result|mean|average)\b/i.test(problem);
      return p && q && p !== q && Number(p) + Number(q) === 100 && a && b && more.length === 0 && weights ? [{ p, q, a, b }] : [];
    },
    right: '({p}*{a} + {q}*{b})/100',
    wrong: ['({a} + {b})/2', '{a+b}/2', '1/2*({a} + {b})'],
  },
];
