import { given, type Misuse } from './misuse.ts';

const POLYGONS: Readonly<Record<string, number>> = {
  triangle: 3,
  quadrilateral: 4,
  pentagon: 5,
  hexagon: 6,
  heptagon: 7,
  octagon: 8,
  nonagon: 9,
  decagon: 10,
};
const POLYGON = new RegExp(`\\b(?:${Object.keys(POLYGONS).join('|')})\\b`, 'g');
const TERM = String.raw`[(]?[-+]?\s?(?:\d+(?:\.\d+)?\s?)?[a-z](?:\s?[-+]\s?\d+(?:\.\d+)?)?[)]?|\d+(?:\.\d+)?`;
const ANGLES = new RegExp(
  String.raw`(?<![\w.])(${TERM})\s?(?:°|degrees)?(?:(?:,| and|, and) (?:${TERM})\s?(?:°|degrees)?)+(?!\w|\.\d)`,
  'gi',
);

/** The terms of a list in the text, with the unknown as `x`; null where they have several unknowns or none. */
function termsIn(list: string): string[] | null {
  const terms = list.split(/,? and |, ?/).map(term => term.replace(/°|degrees?/g, '').trim());
  const letters = new Set(list.replace(/\band\b|degrees?/g, '').match(/[a-z]/gi) ?? []);
  return letters.size === 1 ? terms.map(term => `(${term.replace(/[a-z]/i, 'x').replace(/(\d)\s?x/, '$1*x')})`) : null;
}

/** Angles as terms of one letter, of which the words say what they add up to, or that they are equal. */
const angleTerms =
  (about: RegExp, count: (problem: string) => number | null, unless = /\bexterior\b|\bratio\b/i): Misuse['read'] =>
  problem => {
    const expected = /\bangles?\b/i.test(problem) && about.test(problem) && !unless.test(problem) ? count(problem) : null;
    if (expected === null) return [];
    return [...problem.matchAll(ANGLES)].flatMap(([list]) => {
      const terms = termsIn(list);
      return terms?.length === expected ? [{ s: terms.join(' + '), e: terms[0] ?? '', f: terms[1] ?? '' }] : [];
    });
  };

const polygonIn = (problem: string): number | null => {
  const [name, ...more] = new Set(problem.toLowerCase().match(POLYGON));
  return name !== undefined && more.length === 0 ? (POLYGONS[name] ?? null) : null;
};

/** Two angles or more add up to this; two are not equal for it. */
const sum = (name: string, read: Misuse['read'], total: number, pair = false): Misuse => ({
  name,
  read,
  right: `{s} = ${total}`,
  wrong: [...[90, 100, 180, 270, 360, 540].filter(other => other !== total).map(other => `{s} = ${other}`), ...(pair ? ['{e} = {f}'] : [])],
});

const ALIKE = /\bparallel\b/i;
const CO_INTERIOR = /\bco-?interior\b|\bconsecutive interior\b|\bsame[- ]side\b|\bon the same side\b|\ballied\b/i;
const EQUAL = /\bcorresponding\b|\balternate\b|\bvertical(?:ly)?(?: opposite)? angles\b|\bopposite angles\b/i;

const PARALLELOGRAM = /\b(?:parallelogram|rhombus|rhomboid)\b/i;
const NEXT = /\b(?:adjacent|neighbou?ring|consecutive|next to each other|beside each other)\b/i;

/** The angles of a polygon told by numbers, all but one. */
const numbersOfAngles: Misuse['read'] = problem => {
  const count = /\bangles?\b/i.test(problem) ? polygonIn(problem) : null;
  if (count === null || /\bexterior\b|\bratio\b|\bx\b|\bregular\b|\bisosceles\b|\bparallel/i.test(problem)) return [];
  const angles = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:°|degrees)/gi)].map(([, value = '']) => value);
  const list = [...problem.matchAll(/(?<![\d.])(?:\d+°?(?:, | and |, and )){1,}\d+\s?(?:°|degrees)/gi)].flatMap(
    ([text]) => text.match(/\d+/g) ?? [],
  );
  const own = list.length > angles.length ? list : angles;
  return own.length === count - 1
    ? [
        {
          s: own.join(' + '),
          d: own.join(' - '),
          z: String(own.reduce((sum, angle) => sum + Number(angle), 0)),
          t: String(180 * (count - 2)),
        },
      ]
    : [];
};

export const ANGLE_SUMS: readonly Misuse[] = [
  sum(
    'the sum of the angles of a triangle',
    angleTerms(/\bangles?\b/i, problem => (polygonIn(problem) === 3 ? 3 : null)),
    180,
  ),
  sum(
    'the sum of the angles of a quadrilateral',
    angleTerms(/\bangles?\b/i, problem => (polygonIn(problem) === 4 ? 4 : null)),
    360,
  ),
  sum(
    'the sum of the angles of a pentagon',
    angleTerms(/\bangles?\b/i, problem => (polygonIn(problem) === 5 ? 5 : null)),
    540,
  ),
  sum(
    'the sum of the angles on a straight line',
    angleTerms(
      /\bstraight (?:line|angle)\b|\blinear pair\b/i,
      problem => (/\b(?:three|3) angles\b/i.test(problem) ? 3 : 2),
      /\bparallel\b|\btriangle\b/i,
    ),
    180,
  ),
  sum(
    'the sum of supplementary angles',
    angleTerms(/\bsupplementary\b/i, () => 2, /\bcomplementary\b|\btriangle\b/i),
    180,
    true,
  ),
  sum(
    'the sum of complementary angles',
    angleTerms(/\bcomplementary\b/i, () => 2, /\bsupplementary\b|\btriangle\b/i),
    90,
  ),
  {
    name: 'the sum of two interior angles on the same side',
    read: problem => (ALIKE.test(problem) && CO_INTERIOR.test(problem) ? angleTerms(ALIKE, () => 2, EQUAL)(problem) : []),
    right: '{s} = 180',
    wrong: ['{e} = {f}', '{s} = 90', '{s} = 360'],
  },
  {
    name: 'the sum of two neighbouring angles of a parallelogram',
    read: problem => (PARALLELOGRAM.test(problem) && NEXT.test(problem) ? angleTerms(NEXT, () => 2, /\bopposite\b/i)(problem) : []),
    right: '{s} = 180',
    wrong: ['{e} = {f}', '{s} = 90', '{s} = 360'],
  },
  {
    name: 'what the words say of the two angles',
    read: problem =>
      EQUAL.test(problem) && !CO_INTERIOR.test(problem)
        ? angleTerms(EQUAL, () => 2, /\bsupplementary\b|\bcyclic\b|\blinear\b|\bexterior\b/i)(problem)
        : [],
    right: '{e} = {f}',
    wrong: ['{s} = 180', '{s} = 90', '{s} = 360'],
  },
  {
    name: 'the last angle',
    read: numbersOfAngles,
    right: '{t} - ({s})',
    wrong: ['180 - ({s})', '360 - ({s})', '180 - {z}', '360 - {z}', '180 - {d}', '360 - {d}', '90 - {d}', '90 - ({s})', '540 - {d}'],
  },
  {
    name: 'each base angle',
    read: given(
      [/\bisosceles\b/i, /\bbase angles?\b|\bother (?:two )?angles\b|\bremaining angles\b/i],
      {
        t: [
          '(?:vertex|apex|top|vertical) angle~@',
          'angle~(?:apex|vertex|top)~@',
          'between the (?:two )?equal sides~@',
          '@ ?° (?:vertex|apex)',
        ],
      },
      { most: 1 },
    ),
    right: '(180 - {t})/2',
    wrong: ['180 - {t}/2', '180 - 2*{t}', '(360 - {t})/2', '(90 - {t})/2', ['180 - {t}', /(?:each|base angle|both)[^=]*(?:=|is|are)/i]],
  },
  {
    name: 'the angle at the top',
    read: given(
      [/\bisosceles\b/i, /\b(?:vertex|apex|top|third) angle|\bangle at the (?:top|apex|vertex)|between the (?:two )?equal sides/i],
      { t: ['base angles?~@', '@ ?° base'] },
      { most: 1 },
    ),
    right: '180 - 2*{t}',
    wrong: ['(180 - {t})/2', ['180 - {t}', /(?:top|apex|vertex|third|angle)[^=]*(?:=|is)/i], '360 - 2*{t}', '90 - {t}'],
  },
  {
    name: 'the sum of the interior angles',
    read: problem => {
      const n = polygonIn(problem);
      return n !== null && n > 4 && /\binterior angles?\b/i.test(problem) && !/\bexterior\b|\bx\b/i.test(problem) && !/\d\s?°/.test(problem)
        ? [{ n: String(n) }]
        : [];
    },
    right: '({n} - 2)*180',
    wrong: ['?{n}*180', '?({n} - 1)*180', '?({n} - 2)*360', '?({n} - 2)*90', '?{n-1}*180', '?{n-2}*360'],
  },
  {
    name: 'each exterior angle',
    read: problem => {
      const n = polygonIn(problem);
      return n !== null && /\bexterior\b/i.test(problem) && !/\binterior\b/i.test(problem) && /\bregular\b/i.test(problem)
        ? [{ n: String(n) }]
        : [];
    },
    right: '360/{n}',
    wrong: ['?({n} - 2)*180/{n}', '?{(n-2)*180}/{n}', '180/{n}', '?{n-2}*180/{n}'],
  },
  {
    name: 'what the two angles of a linear pair add up to',
    read: angleTerms(/\blinear pair\b|\bstraight (?:line|angle)\b/i, () => 2, /\bparallel\b|\btriangle\b|\bequal\b/i),
    right: '{s} = 180',
    wrong: ['{e} = {f}'],
  },
  {
    name: 'that the base angles are equal',
    read: angleTerms(/\bbase angles\b/i, problem => (/\bisosceles\b/i.test(problem) ? 2 : null)),
    right: '{e} = {f}',
    wrong: ['{s} = 180', '{s} = 90', '{s} = 360'],
  },
];
