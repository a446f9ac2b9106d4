import { given, type Misuse, words } from './misuse.ts';

const RIGHT_ANGLED = /\bright(?:-| )?(?:angled )?triangle|\bright-angled\b|\bhypotenuse\b/i;
const NAMED_D = /\bd(?:iagonal)?\b|\bhypotenuse\b|\bc\b|\bdistance\b|\blength\b|\bAC\b|\bBD\b/i;
const HYPOTENUSE = ['hypotenuse~#', '#(?: long)? hypotenuse'];
const LEG = [
  '(?:leg|cathetus)s?~#',
  '(?:one|other|shorter|longer|another|second) (?:of its )?(?:sides?|legs?|shorter sides?)~#',
  '#(?: long)? leg',
];

/** A side of a right triangle whose hypotenuse is given. */
const legOf = (name: string): Omit<Misuse, 'read'> => ({
  name,
  right: 'sqrt({c}^2 - {a}^2)',
  wrong: [
    '~{c}^2 + {a}^2',
    ['{c} - {a}', /(?:^|[\s$])(?:[a-zA-Z]|leg|side|height|it|base|x)\s*(?:=|is)/],
    ['{c} + {a}', /(?:^|[\s$])(?:[a-zA-Z]|leg|side|height|it|base|x)\s*(?:=|is)/],
    '~({c} - {a})^2',
    'sqrt({c} - {a})',
    'sqrt({c} + {a})',
  ],
});

/** The hypotenuse over two legs that are given. */
const hypotenuseOf = (name: string): Omit<Misuse, 'read'> => ({
  name,
  right: 'sqrt({a}^2 + {b}^2)',
  wrong: [
    ['{a} + {b}', /(?:^|[\s$])(?:d|c|diagonal|hypotenuse|distance|h|x|s)\s*(?:=|is)\s*[\d.]+\s*\w*\s*\+\s*[\d.]+\s*\w*\s*(?:=|$)/],
    '~sqrt({a}^2 - {b}^2)',
    '~sqrt({b}^2 - {a}^2)',
    ['~({a} + {b})^2', NAMED_D],
    'sqrt({a} + {b})',
    ['{a}^2 - {b}^2', /\b[cd](?:²|\^2)|hypotenuse|diagonal/],
    ['{b}^2 - {a}^2', /\b[cd](?:²|\^2)|hypotenuse|diagonal/],
  ],
});

/** How a problem tells the two sides of a rectangle. */
export const SIDES = ['# (?:long|in length)', 'length(?: is| of|:)?~#', '# (?:by|x|×) &', '#(?: tall| high)'];
export const OTHER = ['# (?:wide|broad|in width)', '(?:width|breadth)(?: is| of|:)?~#', '&~(?: by| x| ×) #', '# (?:deep)'];

const LADDER = ['# (?:long )?ladder', 'ladder~#(?: long)?'];
const TILT = ['angle~@\\s?(?:°|degrees)', '@\\s?(?:°|degrees)'];
const WITH_GROUND = /(?:with|to|from|above) the (?:level |horizontal )?(?:ground|horizontal|floor)|\belevation\b|\bslope/i;
const WITH_WALL = /with the (?:vertical )?(?:wall|vertical)/i;
const HOW_HIGH = /\bhow (?:high|tall|far up)|\bheight\b|\bup the wall/i;
const HOW_FAR =
  /\bhow far\b[^.?]*(?:from|base|foot|away)|\bfoot\b[^.?]*\bfrom the (?:wall|building)\b[^.]*\?|\bhorizontal distance\b[^.]*[?.]?$/i;

/** Nothing is said of another length than the one that is asked for. */
const ONE_LENGTH = /^(?!.*\b(?:way|foot|away|line|hypotenuse|from (?:its|the) top)\b|\W*(?:the )?distance\b)/i;

/** One leg and the hypotenuse of a right triangle with an angle: the leg is worth the one function and is often given by another. */
const legBy = (name: string, read: Misuse['read'], right: 'sin' | 'cos'): Misuse => {
  const other = right === 'sin' ? 'cos' : 'sin';
  return {
    name,
    read,
    right: `{l}*${right}({t}°)`,
    wrong: [`{l}*${other}({t}°)`, `{l}*tan({t}°)`, `{l}/${other}({t}°)`, `{l}/tan({t}°)`, `{l}/${right}({t}°)`].map(
      form => [form, ONE_LENGTH] as const,
    ),
  };
};
export const two = (a: readonly string[], b: readonly string[]): Readonly<Record<string, readonly string[]>> => ({ a, b });

export const RIGHT_TRIANGLES: readonly Misuse[] = [
  {
    ...legOf('the other leg'),
    read: given(
      RIGHT_ANGLED,
      { c: HYPOTENUSE, a: LEG },
      { unless: /\bsquares?\b|\blegs\b[^.]*\d+[^.\d]*\band\b[^.\d]*\d+|\bangle of \d|\d\s?°/i, most: 3 },
    ),
  },
  {
    ...legOf('the height on the wall'),
    read: problem => {
      if (!/\bwall\b|\bbuilding\b|\bhouse\b|\btree\b/i.test(problem)) return [];
      const ladder = LADDER.map(one => words(one).exec(problem)?.[1]).find(one => one !== undefined);
      const feet = [
        ...problem.matchAll(
          new RegExp(
            words(String.raw`# (?:away |out )?from (?:the|a) (?:foot of the |base of the |bottom of the )?(?:wall|building|house|tree)`)
              .source,
            'gi',
          ),
        ),
      ].map(([, a]) => a);
      return ladder === undefined || /°|degrees/i.test(problem)
        ? []
        : feet.flatMap(a => (a !== undefined && Number(a) < Number(ladder) ? [{ c: ladder, a }] : []));
    },
  },
  {
    ...hypotenuseOf('the hypotenuse'),
    read: given(
      RIGHT_ANGLED,
      two(['legs~# and', 'legs~#', '(?:shorter )?sides (?:of (?:length )?)?# and'], ['legs~&~and #', 'sides (?:of (?:length )?)?&~and #']),
      { unless: /hypotenuse~\D{0,12}\d|\d\s?°|\bdiagonal\b/i, most: 3 },
    ),
  },
  {
    ...hypotenuseOf('the diagonal'),
    read: given([/\bdiagonal/i, /\brectang|\bfield\b|\byard\b|\bscreen\b|\bdoor\b|\bpark\b|\bcourt\b/i], two(SIDES, OTHER), {
      unless: /\bdiagonal~\D{0,14}\d|\bbox\b|\bcuboid\b/i,
      most: 5,
    }),
  },
  {
    ...hypotenuseOf('the straight distance'),
    read: given(
      [/\b(?:north|south)\b/i, /\b(?:east|west)\b/i],
      two(['# (?:due |to the )?(?:north|south)'], ['# (?:due |to the )?(?:east|west)']),
      {
        unless: /\bback\b|\bnorth\b.*\bsouth\b|\beast\b.*\bwest\b|\bm\/s\b|km\/h/i,
        most: 4,
      },
    ),
  },
  legBy(
    'the height',
    given(
      [/\bladder\b|\bkite\b|\bstring\b|\bramp\b|\brope\b|\bslide\b/i, WITH_GROUND, HOW_HIGH],
      { l: ['# (?:long )?(?:ladder|ramp|rope|string|slide)', '(?:ladder|ramp|rope|string|slide)~#(?: long)?'], t: TILT },
      { unless: HOW_FAR, most: 2 },
    ),
    'sin',
  ),
  legBy(
    'the distance',
    given(
      [/\bladder\b|\bkite\b|\bstring\b|\bramp\b|\brope\b/i, WITH_GROUND, HOW_FAR],
      { l: ['# (?:long )?(?:ladder|ramp|rope|string)', '(?:ladder|ramp|rope|string)~#(?: long)?'], t: TILT },
      { unless: /\bhow (?:high|tall)|\bheight\b/i, most: 2 },
    ),
    'cos',
  ),
  legBy('the height', given([/\bladder\b/i, WITH_WALL, HOW_HIGH], { l: LADDER, t: TILT }, { unless: HOW_FAR, most: 2 }), 'cos'),
  {
    name: 'the height',
    read: given(
      [/\belevation\b|\bshadow\b/i, HOW_HIGH],
      {
        d: [
          '# (?:away )?from (?:the|its) (?:foot|base|bottom|tree|tower|building)',
          'shadow~#',
          'stands?~# (?:away )?from',
          'point # (?:away )?from',
          'point~# (?:away )?from',
          '# away',
        ],
        t: TILT,
      },
      { unless: /\bdepression\b|\beyes?\b(?! is taken)|\binstrument\b|\btwo\b|\bladder\b/i, most: 2 },
    ),
    right: '{d}*tan({t}°)',
    wrong: [
      ...['{d}*sin({t}°)', '{d}*cos({t}°)', '{d}/tan({t}°)', '{d}/cos({t}°)', '{d}/sin({t}°)'].map(form => [form, ONE_LENGTH] as const),
      're:^\\W*(?:so |then )?(?:sin|cos)\\s?\\(?{{t}}\\s?°?\\)? ?= ?[hx] ?\\/ ?{{d}}',
      're:^\\W*(?:so |then )?tan\\s?\\(?{{t}}\\s?°?\\)? ?= ?{{d}} ?\\/ ?[hx]\\b',
    ],
  },
  {
    ...legOf('the other side'),
    read: given(
      [/\bdiagonal\b/i, /\brectang/i],
      {
        c: ['diagonal~#', '# (?:long )?diagonal'],
        a: ['(?:one|a|its) (?:side|length|width)~#', '(?:length|width|side)~#', '# (?:wide|long)'],
      },
      { unless: /\bbox\b|\bcuboid\b/i, most: 2 },
    ),
  },
  {
    name: 'the diagonal of the square',
    read: given(
      [/\bdiagonal\b/i, /\bsquare\b/i],
      { a: ['(?:sides?|edges?)~#', 'square~#', '# square'] },
      { unless: /\bdiagonal (?:of |is |= ?)?(?:length )?\d|\barea (?:is|of) \d|\bsquare (?:cm|m)\b|\bperimeter\b/i, most: 1 },
    ),
    right: '{a}*sqrt(2)',
    wrong: ['{a} + {a}', '2*{a}', '{a}^2', '{a}*{a}', 'sqrt(2*{a})', '4*{a}'].map(
      form => [form, /(?:^|[\s$])(?:d|diagonal)\s*(?:=|is)/] as const,
    ),
  },
];
