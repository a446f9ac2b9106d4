import { type Form, given, type Misuse, numbersIn, words } from './misuse.ts';

const all = (forms: readonly string[], line: RegExp): readonly Form[] => forms.map(form => [form, line] as const);
const KMH = '@\\s?km\\s?(?:\\/|per)\\s?h';
const MINUTES = '@\\s?min(?:utes?)?\\b';
const ACCELERATION = ['@\\s?m\\s?\\/\\s?s(?:²|\\^2|\\^\\{2\\})'];
const DISTANCE = /(?:^|[\s$,])(?:s|d|x|distance)\s*(?:=|is|≈)/;

/** Two who do the same work alone in so much time each. */
const together: Misuse['read'] = problem => {
  if (numbersIn(problem).length !== 2) return [];
  const [, a, b] = words('@\\s?(?:hours?|h|minutes?|min|days?)\\b[^\\d]*@\\s?(?:hours?|h|minutes?|min|days?)\\b').exec(problem) ?? [];
  const both =
    /\btogether\b|\bboth\b/i.test(problem) &&
    /\b(?:fills?|pumps?|taps?|pipes?|paints?|mows?|builds?|cleans?|digs?|alone|finish(?:es)?)\b/i.test(problem);
  const other =
    /\bdrain|\bempt(?:y|ies)\b|\bleak|\bjoins?\b|\bafter (?:one|1|2|an)\b|\bthen\b|\blonger\b|\bmore\b|\bless\b|\bfaster\b/i.test(problem);
  return a && b && both && !other ? [{ a, b }] : [];
};

export const MOTION: readonly Misuse[] = [
  {
    name: 'the distance from rest',
    read: given(
      [/\bfrom rest\b/i, /\bdistance\b|\bhow far\b/i],
      { a: ACCELERATION, t: ['@\\s?(?:s|seconds?)\\b(?!\\s?(?:²|\\^))'] },
      { most: 3 },
    ),
    right: '1/2*{a}*{t}^2',
    wrong: all(['{a}*{t}', '?{a}*{t}^2', '1/2*{a}*{t}', '1/2*({a}*{t})^2', '1/2*{a}^2*{t}'], DISTANCE),
  },
  {
    name: 'the height reached',
    read: given(
      [/\b(?:thrown|shot|tossed|kicked)\b[^.]*\b(?:up|upwards?|vertically)\b/i, /\bhow high\b|\bheight\b/i],
      { v: ['@\\s?m\\s?\\/\\s?s(?!²|\\^)'] },
      { most: 3 },
    ),
    right: '{v}^2/20',
    wrong: ['10', '9.8', '9.81'].flatMap(g =>
      all([`{v}/${g}`, `?{v}^2/${g}`, `${g}/{v}`, `{v}*${g}`], /(?:^|[\s$,])(?:h|s|y|height)\s*(?:=|is|≈)/),
    ),
  },
  {
    name: 'the distance, with the time in hours,',
    read: given(/\bhow far\b|\bdistance\b/i, { v: KMH, m: MINUTES }, { most: 2 }),
    right: '{v}*{m}/60',
    wrong: ['?{v}*{m}'],
  },
  {
    name: 'the speed, with the time in hours,',
    read: given(
      /\bspeed\b|\bhow fast\b/i,
      { d: '@\\s?km\\b(?!\\s?\\/|\\s?per)', m: MINUTES },
      { unless: /\bper minute\b|km\/min/i, most: 2 },
    ),
    right: '{d}/{m}*60',
    wrong: [
      ['?{d}/{m}', /km\/h|\bper hour\b|\bv\b/i],
      ['{m}/{d}', /km\/h|\bper hour\b|\bv\b/i],
      ['{d}*{m}', /./],
    ],
  },
  {
    name: 'the way in one second, an hour having 3600 of them,',
    read: given(/\b(?:seconds?|m\/s)\b/i, { v: KMH }, { unless: /\bminutes?\b|\bmin\b|\bhours\b/i, most: 2 }),
    right: '{v}*1000/3600',
    wrong: ['?{v*1000}/60', '?{v}*1000/60', '?{v}/60', ['{v}*3.6', /\bm\s?\/\s?s\b/]],
  },
  {
    name: 'the potential energy',
    read: given(/\bpotential energy\b/i, { m: ['@\\s?kg'], h: ['@\\s?m(?![²³/\\w^])', '@ met(?:er|re)s?'] }, { most: 3 }),
    right: '{m}*10*{h}',
    wrong: all(
      ['{m}*{h}', '1/2*{m}*{h}', '1/2*{m}*10*{h}', '1/2*{m}*9.81*{h}', '{m}*{h}^2'],
      /(?:^|[\s$,])(?:E|U|W|E_p|E_\{?pot\}?|energy)\s*(?:=|is|≈)/,
    ),
  },
  {
    name: 'the energy in kilowatt hours',
    read: given(/\bkWh\b|\bkilowatt/i, { p: ['@\\s?(?:W|watts?)\\b'], t: ['@\\s?(?:h|hours?)\\b'] }, { most: 2 }),
    right: '{p}/1000*{t}',
    wrong: [
      ['{p}*{t}', /^(?!.*\bWh\b).*\bkWh\b/],
      ['{p}/{t}', /\bk?Wh\b/],
    ],
  },
  {
    name: 'the energy, with the time in seconds,',
    read: given(/\benergy\b/i, { p: ['@\\s?(?:W|watts?)\\b'], m: MINUTES }, { unless: /\bkWh\b/, most: 2 }),
    right: '{p}*{m}*60',
    wrong: [
      ['{p}*{m}', /\bJ\b|\bjoules?\b/i],
      ['{p}/{m}', /./],
    ],
  },
  {
    name: 'the time of both together',
    read: together,
    right: '{a}*{b}/({a} + {b})',
    wrong: [
      '?{a} + {b}',
      '?({a} + {b})/2',
      '?{a+b}/2',
      '?{a} - {b}',
      '?{b} - {a}',
      '?1/({a} + {b})',
      '1/{a} + 1/{b} = 1/{a+b}',
      're:1\\/{{a}} ?\\+ ?1\\/{{b}} ?= ?(?:1|2)\\/{{a+b}}',
    ],
  },
];
