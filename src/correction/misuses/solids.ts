import { given, type Misuse } from './misuse.ts';

const VOLUME = /\bvolume\b|\bhow (?:much|many)\b|\bcapacity\b|\blit(?:re|er)s?\b|\bV\b/i;
const OF_VOLUME = /(?:^|[\s$])(?:volume|V)(?: of the \w+)?\s*(?:=|is|:|≈)/i;
const OF_SURFACE = /(?:^|[\s$])(?:surface(?: area)?|S|A|O|SA|total area)(?: of the \w+)?\s*(?:=|is|:|≈)/;
const RADIUS = ['radius~#', '#(?: base)? radius'];
const DIAMETER = ['diameter~#', '#(?: base)? diameter', '# (?:in diameter|across)'];
const HEIGHT = ['(?<!slant )height~#', '# (?:high|tall|deep|long)', 'depth~#', '# (?<!slant )height'];
const SLANT = ['slant (?:height|edge)?~#', 'slant~#', '# slant'];
const on = (forms: readonly string[], line: RegExp): (readonly [string, RegExp])[] => forms.map(form => [form, line] as const);
const PART = /\bhalf\b|\bsemi|\bhemi|\bhollow\b|\bpipe\b|\bfrustum\b|\bring\b|\btruncated\b/i;

export const SOLIDS: readonly Misuse[] = [
  {
    name: 'the height of the cone',
    read: given(
      [/\bcone\b|\bconical\b/i],
      { r: RADIUS, s: SLANT },
      { unless: /\bheight (?:of|is|=) ?\d+\D{0,8}\band\b\D{0,8}slant/i, most: 2 },
    ),
    right: 'sqrt({s}^2 - {r}^2)',
    wrong: ['~{s}^2 + {r}^2', ...on(['1/3*pi*{r}^2*{s}', 'pi*{r}^2*{s}'], OF_VOLUME), ['{s} - {r}', /(?:^|[\s$])(?:h|height)\s*(?:=|is)/i]],
  },
  {
    name: 'the slant height of the cone',
    read: given(
      [/\bcone\b|\bconical\b/i, /\bslant\b|\blateral\b|\bcurved surface\b|\bsurface\b/i],
      { r: RADIUS, h: HEIGHT },
      { unless: /slant (?:height|edge)?\D{0,8}\d/i, most: 2 },
    ),
    right: 'sqrt({r}^2 + {h}^2)',
    wrong: [
      '~{h}^2 - {r}^2',
      ['{r} + {h}', /(?:^|[\s$])(?:s|l|slant(?: height)?)\s*(?:=|is)/i],
      ...on(['pi*{r}*{h}'], /\b(?:lateral|curved|A|S|M)\b[^=]*=/),
    ],
  },
  {
    name: 'the volume of the cone',
    read: given(
      [/\bcone\b|\bconical\b/i, VOLUME],
      { r: RADIUS, h: HEIGHT },
      { unless: /\bslant\b|\bcylind|\bspher|\bfrustum\b/i, most: 3 },
    ),
    right: '1/3*pi*{r}^2*{h}',
    wrong: on(
      ['pi*{r}^2*{h}', '1/2*pi*{r}^2*{h}', '1/3*pi*{r}*{h}', '1/3*2*pi*{r}*{h}', '1/3*pi*{r}*{h}^2', '4/3*pi*{r}^2*{h}'],
      OF_VOLUME,
    ),
  },
  {
    name: 'the volume of the cylinder',
    read: given(
      [/\bcylind|\b(?:tin )?can\b/i, VOLUME],
      { r: RADIUS, h: HEIGHT },
      { unless: new RegExp(`${PART.source}|\\bcone\\b`, 'i'), most: 4 },
    ),
    right: 'pi*{r}^2*{h}',
    wrong: on(
      [
        '2*pi*{r}*{h}',
        'pi*{r}*{h}',
        '1/3*pi*{r}^2*{h}',
        '2*pi*{r}^2*{h}',
        'pi*{r}*{h}^2',
        '(pi*{r})^2*{h}',
        'pi*{2*r}*{h}',
        'pi*({r}*{h})^2',
        '2*pi*{r}^2 + 2*pi*{r}*{h}',
      ],
      OF_VOLUME,
    ),
  },
  {
    name: 'the volume of the cylinder',
    read: given(
      [/\bcylind|\b(?:tin )?can\b/i, VOLUME],
      { d: DIAMETER, h: HEIGHT },
      { unless: new RegExp(`${PART.source}|\\bcone\\b|\\bradius\\b`, 'i'), most: 4 },
    ),
    right: 'pi*{d/2}^2*{h}',
    wrong: on(['pi*{d}^2*{h}', '2*pi*{d}*{h}', 'pi*{d}*{h}', 'pi*{d}^2*{h}/2', '1/3*pi*{d/2}^2*{h}', '2*pi*{d/2}*{h}'], OF_VOLUME),
  },
  {
    name: 'the surface of the cylinder',
    read: given(
      [/\bcylind|\bcan\b/i, /\b(?:total )?surface(?: area)?\b/i],
      { r: RADIUS, h: HEIGHT },
      { unless: /\bopen\b|\bwithout\b|\blid\b|\blateral\b|\bcurved\b|\blabel\b|\bno top\b|\bhalf\b/i, most: 3 },
    ),
    right: '2*pi*{r}^2 + 2*pi*{r}*{h}',
    wrong: on(['pi*{r}^2*{h}', 'pi*{r}^2 + 2*pi*{r}*{h}', 'pi*{r}^2 + pi*{r}*{h}', '2*pi*{r}^2*{h}'], OF_SURFACE),
  },
  {
    name: 'the volume of the sphere',
    read: given(
      [/\bspher|\bball\b|\bglobe\b/i, VOLUME],
      { r: RADIUS },
      { unless: /\bhemi|\bhalf\b|\bcylind|\bcone\b|\bcube\b|\bhollow\b/i, most: 2 },
    ),
    right: '4/3*pi*{r}^3',
    wrong: on(
      ['4*pi*{r}^2', '4/3*pi*{r}^2', 'pi*{r}^3', '3/4*pi*{r}^3', '4*pi*{r}^3', '1/3*pi*{r}^3', '4/3*pi*{3*r}', '2/3*pi*{r}^3'],
      OF_VOLUME,
    ),
  },
  {
    name: 'the volume of the sphere',
    read: given(
      [/\bspher|\bball\b|\bglobe\b/i, VOLUME],
      { d: DIAMETER },
      { unless: /\bhemi|\bhalf\b|\bcylind|\bcone\b|\bcube\b|\bhollow\b|\bradius\b/i, most: 2 },
    ),
    right: '4/3*pi*{d/2}^3',
    wrong: on(['4/3*pi*{d}^3', '4/3*pi*{d}^2', '4*pi*{d}^2', '4*pi*{d/2}^2'], OF_VOLUME),
  },
  {
    name: 'the surface of the sphere',
    read: given([/\bspher|\bball\b|\bglobe\b/i, /\bsurface\b/i], { r: RADIUS }, { unless: /\bhemi|\bhalf\b|\bcylind|\bcone\b/i, most: 2 }),
    right: '4*pi*{r}^2',
    wrong: on(['4/3*pi*{r}^3', '2*pi*{r}^2', 'pi*{r}^2', '4*pi*{r}', '4/3*pi*{r}^2'], OF_SURFACE),
  },
  {
    name: 'the volume of the cube',
    read: given(
      [/\bcube\b/i],
      { a: ['(?:edge|side)s?~#', 'cube~#', '# (?:edge|side|cube)'] },
      { unless: /\bvolume (?:of|is) \d|\bsurface (?:area )?(?:of|is) \d|\bcubes\b|\bsphere\b/i, most: 1 },
    ),
    right: '{a}^3',
    wrong: on(['{a}^2', '6*{a}^2', '3*{a}', '4*{a}', '6*{a}', '12*{a}'], OF_VOLUME),
  },
  {
    name: 'the surface of the cube',
    read: given(
      [/\bcube\b/i],
      { a: ['(?:edge|side)s?~#', 'cube~#', '# (?:edge|side|cube)'] },
      { unless: /\bvolume (?:of|is) \d|\bopen\b|\bsurface (?:area )?(?:of|is) \d|\bcubes\b|\bbase\b/i, most: 1 },
    ),
    right: '6*{a}^2',
    wrong: on(['{a}^3', '4*{a}^2', '{a}^2', '6*{a}', '12*{a}', '(6*{a})^2', '8*{a}^2', '12*{a}^2'], OF_SURFACE),
  },
  {
    name: 'the volume of the pyramid',
    read: given(
      [/\bpyramid\b/i, /\bsquare\b/i, VOLUME],
      { a: ['(?:base|side|edge|square)~#'], h: ['(?<!slant )height~#', '# (?:high|tall)'] },
      { unless: /\bslant\b|\bprism\b|\bbase area\b/i, most: 2 },
    ),
    right: '1/3*{a}^2*{h}',
    wrong: on(['{a}^2*{h}', '1/2*{a}^2*{h}', '1/3*{a}*{h}', '1/3*4*{a}*{h}', '1/3*{2*a}*{h}'], OF_VOLUME),
  },
  {
    name: 'the volume of the box',
    read: given(
      /\bcuboid\b|\bbox\b|\brectangular (?:prism|block|tank)|\baquarium\b|\btank\b/i,
      {
        a: ['# ?(?:by|x|×|,) ?&~(?:by|x|×|,|and)'],
        b: ['& ?(?:by|x|×|,) ?#'],
        c: ['& ?(?:by|x|×|,) ?& ?(?:by|x|×|, and|,|and) ?#'],
      },
      { unless: /\bcylind|\bradius\b|\btriangular\b/i, most: 5 },
    ),
    right: '{a}*{b}*{c}',
    wrong: on(
      [
        '{a} + {b} + {c}',
        '2*({a}*{b} + {a}*{c} + {b}*{c})',
        '{a}*{b} + {a}*{c} + {b}*{c}',
        '{a}*{b} + {c}',
        '1/3*{a}*{b}*{c}',
        '1/2*{a}*{b}*{c}',
      ],
      OF_VOLUME,
    ),
  },
  {
    name: 'the factor of the volume',
    read: problem => {
      const [, times] =
        /\b(?:edges?|sides?|side lengths?|lengths|dimensions?)\b[^.]{0,40}\b(doubled|tripled|2 times|3 times|twice|multiplied by 2|multiplied by 3)\b/i.exec(
          problem,
        ) ?? [];
      const known = /\bvolume\b/i.test(problem) && !/\b(?:area|surface|1 (?:edge|side)|only|one (?:edge|side))\b/i.test(problem);
      return times !== undefined && known ? [{ n: /trip|3/.test(times) ? '3' : '2' }] : [];
    },
    right: '{n}^3',
    wrong: ['?{n}^2', '?{n}*{n}', 're:\\bvolume\\b[^.=]*\\b(?:doubles|triples|is (?:also )?(?:doubled|tripled)|becomes (?:2|3) times)\\b'],
  },
  {
    name: 'the surface of the box',
    read: given(
      [/\bcuboid\b|\bbox\b|\brectangular prism\b|\bparcel\b|\bcrate\b/i, /\bsurface\b|\bcover\w*\b|\bwrap\w*\b|\bpaint\w*\b/i],
      {
        a: ['# (?:long)', 'length~#', '# ?(?:by|x|×) ?&'],
        b: ['# (?:wide)', 'width~#', '& ?(?:by|x|×) ?# ?(?:by|x|×)'],
        c: ['# (?:high|tall|deep)', 'height~#', '& ?(?:by|x|×) ?& ?(?:by|x|×) ?#'],
      },
      { unless: /\bopen\b|\blid\b|\bwithout (?!overlap)|\btop\b|\bvolume\b/i, most: 4 },
    ),
    right: '2*({a}*{b} + {a}*{c} + {b}*{c})',
    wrong: [
      '?{a}*{b} + {a}*{c} + {b}*{c}',
      '?{a*b} + {a*c} + {b*c}',
      ...on(['{a}*{b}*{c}', '4*({a} + {b} + {c})', '2*({a} + {b} + {c})'], OF_SURFACE),
    ],
  },
  {
    name: 'the volume of the hemisphere',
    read: given([/\bhemi-?spher/i, /\bvolume\b/i], { r: RADIUS }, { unless: /\bcylind|\bcone\b/i, most: 1 }),
    right: '2/3*pi*{r}^3',
    wrong: ['?4/3*pi*{r}^3', '4*pi*{r}^2', '2*pi*{r}^2', '2/3*pi*{r}^2'],
  },
  {
    name: 'the volume of the triangular prism',
    read: given(
      [/\btriang\w+ prism\b|\bprism\b[^.]*\btriang/i, /\bvolume\b/i],
      { b: ['base (?:of )?#', '(?:with|has) (?:a )?base~#'], h: ['height (?:of )?#'], l: ['# long', 'length (?:of )?#', '# deep'] },
      { most: 3 },
    ),
    right: '1/2*{b}*{h}*{l}',
    wrong: ['?{b}*{h}*{l}', '1/3*{b}*{h}*{l}', '{b} + {h} + {l}', '1/2*({b} + {h})*{l}'],
  },
];
