import { given, type Misuse, words } from './misuse.ts';

import { OTHER, SIDES, two } from './right-triangles.ts';

const TURNED = /\b(?:cuboid|box|prism|cone|pyramid|cylinder|aquarium|tank|room|cube|circle|path|border|frame)\b/i;
const AREA =
  /\barea\b|\bA\b\s*=|\b(?:per|a|each|every) square (?:met|cent|foot|feet|yard)|\b(?:turf|paint\w*|carpet\w*|tiles?|tiled|cover\w*|seed)\b/i;
const ROUND = /\bcirc(?:le|ular)\b|\bdis[ck]\b|\bwheel\b|\bround\b|\bpond\b|\bpizza\b|\bcoin\b/i;
const NOT_ROUND = /\bcylind|\bcone\b|\bspher|\bball\b|\bsemi|\bhalf\b|\bsector\b|\barc\b|\bquarter\b|\bpath\b|\bring\b|\bannul|\bsquare\b/i;
const RADIUS = ['radius~#', '#(?: long)? radius'];
const DIAMETER = ['diameter~#', '#(?: long)? diameter', '# (?:in diameter|across)'];
const CIRCUMFERENCE = /\bcircumference\b|\bC\b\s*=|\bperimeter\b|\bU\b\s*=/i;

/** Corresponding lengths of two similar figures, in either order, and the size of one of them. */
const SIMILAR = /\bsimilar\b|\bscale(?:d)?\b|\benlarge|\bmodel\b|\bcopy\b/i;
const similar =
  (size: string): Misuse['read'] =>
  problem => {
    if (!SIMILAR.test(problem)) return [];
    const pair =
      words(String.raw`(?:ratio|sides|heights|lengths|edges|radii|scale)~#\s?(?::|to|and|/)\s?#`).exec(problem) ??
      words('(?:sides|heights|lengths|edges|radii)~are # and #').exec(problem) ??
      words(
        '(?:side|height|length|edge|radius|base)~(?:is|of|measures) #~(?:corresponding|that of|the same)~(?:is|of|measures|has|one)?~#',
      ).exec(problem);
    const known = words(size).exec(problem)?.[1];
    const numbers = problem.match(/\d+(?:\.\d+)?/g) ?? [];
    const [p, q] = [pair?.[1], pair?.[2]];
    return p && q && known && numbers.length <= 4 && known !== p && known !== q ? [{ p, q, k: known }] : [];
  };
const AREA_GIVEN = String.raw`area~@\s?(?:cm²|m²|mm²|km²|in²|ft²|cm\^2|m\^2|square)`;
const VOLUME_GIVEN = String.raw`(?:volume|holds|contains|capacity)~@\s?(?:cm³|m³|mm³|l\b|ml\b|litres?|liters?|cm\^3|m\^3|cubic)`;

/** 'length is 3 m more than twice its width', with the perimeter. */
const lengthByWidth: Misuse['read'] = problem => {
  if (!/\brectang/i.test(problem) || /\barea (?:is|of|=) \d/i.test(problem)) return [];
  const perimeter = words(String.raw`(?:perimeter|fence|fencing|border)~@`).exec(problem)?.[1];
  const more = words(
    String.raw`(?:length|long(?:er)?|rectangle)~(?:is|are)\s(?:@\s?(?:cm|m|mm|km|ft|feet|met(?:er|re)s|centimet(?:er|re)s|inches|units|in)?\s?(?:(more|longer|greater|less|shorter)) than )?(?:(twice|double|triple|@ times|three times))?~(?:its|the|wid)`,
  ).exec(problem);
  const longer = words(
    String.raw`@\s?(?:cm|m|ft|feet|met(?:er|re)s|centimet(?:er|re)s|inches|units|in)?\s?longer than (?:it is )?(?:its |the )?wid`,
  ).exec(problem)?.[1];
  const [, add, sign, times, count] = more ?? [];
  const factor = times === undefined ? 1 : /^(?:twice|double)$/i.test(times) ? 2 : /triple|three/i.test(times) ? 3 : Number(count);
  const shift = longer ?? add;
  const plus = longer === undefined && /less|shorter/i.test(sign ?? '') ? '-' : '+';
  if (perimeter === undefined || (shift === undefined && factor === 1) || !Number.isFinite(factor)) return [];
  const own = longer === undefined ? factor : 1;
  return [{ e: `(${own}*x ${plus} ${shift ?? 0})`, p: perimeter, h: `(x ${plus === '+' ? '-' : '+'} ${shift ?? 0})`, k: String(own) }];
};

/** A circle of which the way round is told, and the area asked for. */
const circumferenceOf: Misuse['read'] = given(
  [/\bcirc(?:le|ular)\b/i, /\barea\b/i],
  { c: ['circumference~#'] },
  { unless: /\bcylind|\bcone\b|\bspher|\bsemi|\bsector\b|\barc\b|\barea (?:is|of) \d/i, most: 4 },
);
const VALUES: Readonly<Record<string, number>> = { pi: Math.PI, '3.14': 3.14, '22/7': 22 / 7 };

export const FIGURES: readonly Misuse[] = [
  {
    name: 'the perimeter of the rectangle',
    read: lengthByWidth,
    right: '2*(x + {e}) = {p}',
    wrong: ['x + {e} = {p}', 'x*{e} = {p}', '2*x + {e} = {p}', 'x + 2*{e} = {p}', 'x + {h} = {p}'],
  },
  {
    name: 'the perimeter of the rectangle',
    read: given(/\brectang/i, two(SIDES, OTHER), { unless: TURNED, most: 3 }),
    right: '2*({a} + {b})',
    wrong: [
      ['{a} + {b}', /(?:^|[\s$])(?:perimeter|P|U)\s*(?:=|is|:)\s*[\d.]+\s*\w*\s*\+\s*[\d.]+\s*\w*\s*(?:=\s*[\d.]+\s*\w*\s*\.?)?$/],
      ['{a}*{b}', /(?:^|[\s$])(?:perimeter|P|U)\s*(?:=|is|:)\s*\d/],
    ],
  },
  {
    name: 'the area of the rectangle',
    read: given(/\brectang/i, two(SIDES, OTHER), { unless: TURNED, most: 3 }),
    right: '{a}*{b}',
    wrong: [
      ['2*({a} + {b})', /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/],
      ['{a} + {b}', /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/],
      ['2*{a} + 2*{b}', /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/],
      ['1/2*{a}*{b}', /(?:^|[\s$])(?:area of the rectangle)\s*(?:=|is|:)/],
    ],
  },
  {
    name: 'the area of the triangle',
    read: given([/\btriang/i, AREA], two(['base~#', '#(?: long)? base'], ['height~#', '#(?: high| height)', 'altitude~#']), {
      unless: /\bprism\b|\bpyramid\b|\brectangle|\bparallelogram|\btrapez|\bsquare\b|\btriangles\b/i,
      most: 3,
    }),
    right: '1/2*{a}*{b}',
    wrong: [
      ['{a}*{b}', /(?:^|[\s$])(?:area|A)(?: of the triangle)?\s*(?:=|is|:)[^/½]*$/],
      ['({a} + {b})/2', /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/],
      ['{a} + {b}', /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/],
    ],
  },
  {
    name: 'the area of the trapezium',
    read: given(
      [/\btrapez/i, AREA],
      {
        a: ['parallel sides~#', 'bases~#'],
        b: ['parallel sides~&~(?:and|,) #', 'bases~&~(?:and|,) #'],
        h: ['height~#', '# (?:high|apart)', 'distance~#'],
      },
      { most: 4 },
    ),
    right: '({a} + {b})/2*{h}',
    wrong: [
      '({a} + {b})*{h}',
      '{a+b}*{h}',
      '{a}*{b}*{h}',
      '{a}*{b}*{h}/2',
      '{a} + {b}*{h}',
      '({a} + {b} + {h})/2',
      '({a}*{b})/2*{h}',
      '({a} - {b})/2*{h}',
    ].map(form => [form, /(?:^|[\s$])(?:area|A)\s*(?:of the \w+\s*)?(?:=|is|:)[^½/]*$/] as const),
  },
  {
    name: 'the area of the circle',
    read: given([ROUND, AREA], { r: RADIUS }, { unless: NOT_ROUND, most: 2 }),
    right: 'pi*{r}^2',
    wrong: ['2*pi*{r}', 'pi*{r}', '2*pi*{r}^2', '(pi*{r})^2', 'pi*2*{r}', 'pi*{r}*2', '4*pi*{r}^2', 'pi^2*{r}'].map(
      form => [form, /(?:^|[\s$])(?:area|A)\s*(?:of the \w+\s*)?(?:=|is|:|≈)/] as const,
    ),
  },
  {
    name: 'the area of the circle',
    read: given([ROUND, AREA], { d: DIAMETER }, { unless: new RegExp(`${NOT_ROUND.source}|\\bradius\\b`, 'i'), most: 2 }),
    right: 'pi*{d/2}^2',
    wrong: ['pi*{d}^2', 'pi*{d}', '2*pi*{d}', '2*pi*{d/2}', 'pi*{d}^2/2', '1/2*pi*{d}^2'].map(
      form => [form, /(?:^|[\s$])(?:area|A)\s*(?:of the \w+\s*)?(?:=|is|:|≈)/] as const,
    ),
  },
  ...['pi', '3.14', '22/7'].flatMap((pi): readonly Misuse[] => [
    {
      name: 'the radius of the circle',
      read: circumferenceOf,
      right: `{c}/(2*${pi})`,
      wrong: [`?{c}/${pi}`, `{c}/(${pi})^2`, `sqrt({c}/${pi})`].map(form => [form, /(?:^|[\s$,])(?:r|radius)\s*(?:=|is|:|≈)/] as const),
    },
    {
      name: 'the area of the circle',
      read: problem =>
        circumferenceOf(problem).map(({ c = '1' }) => ({
          c,
          r: String(Number((Number(c) / (2 * (VALUES[pi] ?? Math.PI))).toPrecision(3))),
        })),
      right: `${pi}*{r}^2`,
      wrong: [`(${pi}*{r})^2`, `2*${pi}*{r}`, `${pi}*{r}`, `2*${pi}*{r}^2`].map(
        form => [form, /(?:^|[\s$,])(?:area|A)\s*(?:of the \w+\s*)?(?:=|is|:|≈)/] as const,
      ),
    },
  ]),
  {
    name: 'the circumference',
    read: given([ROUND, CIRCUMFERENCE], { r: RADIUS }, { unless: new RegExp(`${NOT_ROUND.source}|\\bdiameter\\b`, 'i'), most: 2 }),
    right: '2*pi*{r}',
    wrong: ['pi*{r}^2', 'pi*{r}', '2*pi*{r}^2'].map(form => [form, /(?:^|[\s$])(?:circumference|C|U)\s*(?:=|is|:|≈)/] as const),
  },
  {
    name: 'the circumference',
    read: given([ROUND], { d: DIAMETER }, { unless: new RegExp(`${NOT_ROUND.source}|\\bradius\\b`, 'i'), most: 4 }),
    right: 'pi*{d}',
    wrong: ['2*pi*{d}', 'pi*{d}^2', 'pi*{d/2}'].map(form => [form, /(?:^|[\s$])(?:circumference|C|U)\s*(?:=|is|:|≈)/] as const),
  },
  {
    name: 'the area of the similar figure',
    read: problem => (/\bvolume\b|\bperimeter\b/i.test(problem) ? [] : similar(AREA_GIVEN)(problem)),
    right: '{k}*({q}/{p})^2',
    wrong: ['{k}*{q}/{p}', '{k}*{p}/{q}', '{k}*({q}/{p})^3', '{k}*({p}/{q})^3', '{k}*{q-p}', '{k} + {q-p}', '{k}*2*{q}/{p}', '{k}*{q/p}'],
  },
  {
    name: 'the volume of the similar solid',
    read: problem => (/\barea\b/i.test(problem) ? [] : similar(VOLUME_GIVEN)(problem)),
    right: '{k}*({q}/{p})^3',
    wrong: [
      '{k}*{q}/{p}',
      '{k}*{p}/{q}',
      '{k}*({q}/{p})^2',
      '{k}*({p}/{q})^2',
      '{k}*{q}^2/{p}^2',
      '{k}*{p}^2/{q}^2',
      '{k}*3*{q}/{p}',
      '{k}*{q/p}',
      '{k}*{q/p}^2',
    ],
  },
  {
    name: 'the real area',
    read: given(
      [/\bscale\b|\benlarged\b|\bfactor\b/i, AREA],
      { n: ['1 ?: ?@', 'scale factor~@', 'factor~@'], k: [AREA_GIVEN] },
      { unless: /\bvolume\b|\bholds\b|\bmap\b/i, most: 4 },
    ),
    right: '{k}*{n}^2',
    wrong: ['{k}*{n}', '{k}*{n}^3', '2*{n}*{k}', '{k}/{n}'],
  },
  {
    name: 'the real volume',
    read: given(
      [/\bscale\b|\benlarged\b|\bfactor\b|\btimes (?:as|larger|bigger)/i, /\bvolume\b|\bholds?\b|\bcapacity\b|\blit(?:re|er)s?\b/i],
      { n: ['1 ?: ?@', 'scale factor~@', 'factor~@'] },
      { unless: /\barea\b|\bsurface\b|\bpaint\b/i, most: 4 },
    ),
    right: '{n}^3',
    wrong: [
      ['~{n}^2', /\bvolumes?\b|\bholds?\b|\bcapacity\b|\blit(?:re|er)s?\b|\bV\b/i],
      're:\\bvolume\\b[^.=]*\\b(?:is|becomes|times|by)\\b[^.=]{0,12}{{n}} times',
      '3*{n}',
      ['~3*{n}', /\bvolume/i],
    ],
  },
  {
    name: 'the real volume',
    read: given(
      [/\bscale\b|\benlarged\b|\bfactor\b/i],
      { n: ['1 ?: ?@', 'scale factor~@', 'factor~@'], k: [VOLUME_GIVEN] },
      { unless: /\barea\b|\bsurface\b|\bpaint\b/i, most: 4 },
    ),
    right: '{k}*{n}^3',
    wrong: ['{k}*{n}', '{k}*{n}^2', '{k}*{n*n}', '{k}*3*{n}', '{k}/{n}'],
  },
  {
    name: 'the area of the parallelogram',
    read: given(
      [/\bparallelogram\b/i, AREA],
      {
        b: ['base~#'],
        h: ['height~#', '# (?:high|height)', 'altitude~#'],
        s: ['(?:slant(?:ed|ing)?|other|adjacent|second) (?:side|edge)~#', 'side~#'],
      },
      { most: 3 },
    ),
    right: '{b}*{h}',
    wrong: ['{b}*{s}', '1/2*{b}*{h}', '{b}*{h}/2', '{s}*{h}', '{b}*{s}*{h}', '2*({b} + {s})'].map(
      form => [form, /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/] as const,
    ),
  },
  {
    name: 'the area of the semicircle',
    read: given([/\bsemi-?circ|\bhalf[- ]circle\b/i, AREA], { r: RADIUS }, { unless: /\bsquare\b|\brectang|\bperimeter\b/i, most: 1 }),
    right: '1/2*pi*{r}^2',
    wrong: ['?pi*{r}^2', 'pi*{r}', '2*pi*{r}'],
  },
  {
    name: 'the area of the sector',
    read: given([/\bsector\b/i, AREA], { r: RADIUS, t: ['@\\s?(?:°|degrees)'] }, { unless: /\bperimeter\b|\barc\b/i, most: 2 }),
    right: '{t}/360*pi*{r}^2',
    wrong: [
      '{t}/360*2*pi*{r}',
      '{t}/180*pi*{r}^2',
      '{t}/180*pi*{r}',
      '{t}*pi*{r}^2',
      '{t}/360*pi*{r}',
      '1/2*{r}^2*{t}',
      '{t}/100*pi*{r}^2',
    ],
  },
  {
    name: 'the length of the arc',
    read: given([/\barc\b/i], { r: RADIUS, t: ['@\\s?(?:°|degrees)'] }, { unless: AREA, most: 2 }),
    right: '{t}/360*2*pi*{r}',
    wrong: ['{t}/360*pi*{r}^2', '{t}/180*2*pi*{r}', '{r}*{t}', '{t}/360*pi*{r}', '{t}*2*pi*{r}'],
  },
  {
    name: 'the perimeter of the square',
    read: given(
      [/\bsquare\b/i, /\bperimeter\b/i],
      { a: ['(?:sides?|edges?)~#', 'square~#'] },
      { unless: /\bperimeter (?:of |is )?\d|\bdiagonal\b|\btriangle\b|\bcircle\b|\barea (?:of|is) \d/i, most: 1 },
    ),
    right: '4*{a}',
    wrong: ['{a}^2', '2*{a}', '{a}*{a}', '{a} + {a}'].map(form => [form, /(?:^|[\s$])(?:perimeter|P|U)\s*(?:=|is|:)/] as const),
  },
  {
    name: 'the area of the square',
    read: given(
      [/\bsquare\b/i, AREA],
      { a: ['(?:sides?|edges?)~#', 'square~#'] },
      {
        unless: /\bperimeter (?:of |is )?\d|\bdiagonal\b|\btriangle\b|\bcircle\b|\barea (?:of|is) \d|\bsquare (?:cm|m|feet|inches|met)/i,
        most: 1,
      },
    ),
    right: '{a}^2',
    wrong: ['4*{a}', '2*{a}', '{a} + {a}', '{a}*4'].map(form => [form, /(?:^|[\s$])(?:area|A)\s*(?:=|is|:)/] as const),
  },
  {
    name: 'the real area',
    read: given(
      [/\bmap\b|\bscale\b/i],
      { n: ['1 ?: ?@'], k: ['(?:area|covers?|measures)~@\\s?(?:cm²|cm\\^2|square cent)'] },
      { unless: /\bvolume\b/i, most: 3 },
    ),
    right: '{k}*{n}^2',
    wrong: ['{k}*{n}', '{k}/{n}', '{n}/{k}'],
  },
];
