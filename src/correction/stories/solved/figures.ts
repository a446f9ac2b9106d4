import type { StoryReader } from '../story.ts';
import { openVessel } from './boxes.ts';
import { solvedStory, worked } from './solved.ts';

const LENGTH = '(\\d+(?:\\.\\d+)?) ?(?:mm|cm|m|km|in|ft|units?)?(?![²³a-z\\d]|\\.\\d)';
const SIZE = /(?<![\d.])(\d+(?:\.\d+)?) ?((?:mm|cm|m|km|in|ft|units?) ?[²³]|(?:square|cubic) [a-z]+|ml|cl|l\b|lit(?:er|re)s?)/g;
const solid = (unit: string): boolean => /³|cubic|ml|cl|^l/.test(unit);

/** Two similar figures: two lengths and an area or a volume, or two areas or volumes and a length. What is asked is of the other one. */
const similar: StoryReader = ({ text, question, numbers }) => {
  if (!/\bsimilar\b/.test(text) || numbers !== 3) return null;
  const sizes = [...text.matchAll(SIZE)];
  const plain = text.replace(SIZE, ' ');
  const lengths = [...plain.matchAll(new RegExp(LENGTH, 'g'))].map(match => ({ value: Number(match[1]), at: match.index }));
  const named = [...text.matchAll(/\b([a-z]{2}) ?= ?\d/g)].map(match => match[1] ?? '');
  const [size, second] = sizes;
  if (!size) return null;
  const power = solid(size[2] ?? '') ? 3 : 2;
  const asked = question.replace(/\b(?:surface areas?|areas?|volumes?) (?:are|of the)[^?]*\d/, '');
  if (sizes.length === 1 && lengths.length === 2) {
    const [a, b] = lengths.map(({ value }) => value);
    if (!a || !b || !(power === 3 ? /\bvolume\b|\bholds?\b|\bcapacity\b/ : /\barea\b/).test(asked)) return null;
    const owner = ownerOf(text.slice(0, size.index), text.slice(size.index + size[0].length), named, Number(size[1]));
    const from =
      owner === 'small' ? Math.min(a, b) : owner === 'large' ? Math.max(a, b) : owner === 'first' ? a : owner === 'second' ? b : null;
    if (from === null) return null;
    const k = (from === a ? b : a) / from;
    return scaled(Number(size[1]) * k ** power, k, power);
  }
  if (sizes.length === 2 && second && lengths.length === 1 && !/\barea\b|\bvolume\b/.test(asked.replace(/\bsimilar.*\d/, ''))) {
    const [a, b] = [Number(size[1]), Number(second[1])];
    if (solid(second[2] ?? '') !== solid(size[2] ?? '')) return null;
    const owner = /\b(?:smaller|small)\b[^.?]*$/.test(plain.slice(0, lengths[0]?.at))
      ? 'small'
      : /\b(?:larger|bigger|large)\b[^.?]*$/.test(plain.slice(0, lengths[0]?.at))
        ? 'large'
        : null;
    const other =
      owner === 'small' ? /\b(?:larger|bigger|large|other|matching|corresponding)\b/ : /\b(?:smaller|small|other|matching|corresponding)\b/;
    if (owner === null || !other.test(question)) return null;
    const ratio = owner === 'small' ? Math.max(a, b) / Math.min(a, b) : Math.min(a, b) / Math.max(a, b);
    const k = ratio ** (1 / power);
    return scaled((lengths[0]?.value ?? 0) * k, k, power);
  }
  return null;
};

function ownerOf(before: string, behind: string, named: readonly string[], value: number): 'small' | 'large' | 'first' | 'second' | null {
  const sentence = before.split(/[.;?]/).at(-1) ?? '';
  const around = `${sentence} ${value} ${behind.split(/[.;?]/)[0] ?? ''}`;
  const [small, large] = [/\b(?:smaller|small)\b/.test(around), /\b(?:larger|bigger|large|big)\b/.test(around)];
  if (small !== large) return small ? 'small' : 'large';
  const [, figure = ''] = /\b(?:area|volume) of (?:triangle |figure |shape )?([a-z]{3,4})\b/.exec(sentence) ?? [];
  const [first, second] = named.map(name => [...name].every(letter => figure.includes(letter)));
  return figure === '' || first === second ? null : first ? 'first' : 'second';
}

const scaled = (value: number, k: number, power: number) =>
  solvedStory({
    value,
    way: [1, 2, 3].flatMap(n => [k ** n, k ** -n]).concat(value / k ** power),
    nouns: 'area|volume|height|length|side|holds|capacity|radius|width',
  });

/** A side of a right triangle by the long side and an angle. */
const legs = worked(
  [/\bright(?:-angled)? triangle\b|\bright-angled\b/, /\bhypotenuse\b/],
  { c: ['hypotenuse~#', '#(?: long)? hypotenuse'], a: ['@ ?(?:°|degrees)'] },
  ({ c = 0, a = 0 }, { question }) => {
    const [opp, adj] = [c * Math.sin((a * Math.PI) / 180), c * Math.cos((a * Math.PI) / 180)];
    const [o, n] = [/\bopposite\b/.test(question), /\badjacent\b|\bnext to\b/.test(question)];
    if (o === n) return null;
    return {
      value: o ? opp : adj,
      way: [opp / c, adj / c, 90 - a, 90],
      names: { 'opp(?:osite)?(?: side)?': [opp], 'adj(?:acent)?(?: side)?': [adj] },
      nouns: 'side|opposite|adjacent|opp|adj',
    };
  },
);

/** The outline of half a circle. */
const semicircle: StoryReader = ({ text, numbers }) => {
  const [, word, n] = /\b(radius|diameter)\b[^\d]*(\d+(?:\.\d+)?)/.exec(text) ?? [];
  if (
    !word ||
    numbers !== 1 ||
    !/\bperimeter\b/.test(text) ||
    !/\bsemi-?circ\w+\b/.test(text) ||
    /\bwindow\b|\brectang\w*|\bsquare\b/.test(text)
  )
    return null;
  const r = Number(n) / (word === 'radius' ? 1 : 2);
  return solvedStory({
    value: Math.PI * r + 2 * r,
    way: [r, 2 * r, 2 * Math.PI * r, Math.PI * r, Math.PI * 2, Math.PI],
    nouns: 'perimeter',
  });
};

/** A chord by its distance from the centre. */
const chord: StoryReader = ({ text, question, numbers }) => {
  const [, d] = /(\d+(?:\.\d+)?) ?[a-z]* (?:away )?from the cent(?:re|er)/.exec(text) ?? [];
  const [, r] = /radius(?: of| is)? (\d+(?:\.\d+)?)/.exec(text) ?? [];
  if (!d || !r || numbers !== 2 || !/\bchord\b/.test(text) || !/\bhow long\b|\blength of the chord\b|\bfind the length\b/.test(question))
    return null;
  const [x, y] = [Number(d), Number(r)];
  const half = Math.sqrt(y * y - x * x);
  return solvedStory({
    value: 2 * half,
    way: [half, half * half, x * x, y * y],
    names: { 'half (?:the )?chord': [half] },
    nouns: 'chord|long',
  });
};

const trapezium = worked(
  [/\btrapez(?:ium|oid)\b/, /\barea\b/],
  {
    a: ['parallel sides (?:of |are |of length )?#', 'bases (?:of )?#'],
    b: ['and #', ', #'],
    h: ['height (?:of |is )?#', '# (?:high|apart)'],
  },
  ({ a = 0, b = 0, h = 0 }) => ({
    value: ((a + b) / 2) * h,
    way: [a + b, (a + b) / 2, h / 2, a * h, b * h, (a * h) / 2, (b * h) / 2],
    nouns: 'area|a',
  }),
  /\bvolume\b|\bprism\b/,
);

/** The side of a square by its diagonal, and the other way round. */
const diagonal: StoryReader = ({ text, question, numbers }) => {
  const [, d] = /\bdiagonal (?:of |is |of length )?(\d+(?:\.\d+)?)/.exec(text) ?? [];
  if (!d || numbers !== 1 || !/\bsquare\b/.test(text) || /\bcube\b|\bpyramid\b|\bprism\b|\barea\b/.test(text) || !/\bside\b/.test(question))
    return null;
  const n = Number(d);
  return solvedStory({ value: n / Math.SQRT2, way: [n * n, (n * n) / 2, Math.SQRT2], nouns: 'side|s|a|x' });
};

/** The round side of a cylinder. */
const curved = worked(
  [/\bcylinder\b/, /\b(?:curved|lateral)\b/],
  { r: ['radius (?:of |is )?#', 'radius #'], h: ['height (?:of |is )?#', '# high'] },
  ({ r = 0, h = 0 }) => ({ value: 2 * Math.PI * r * h, way: [2 * Math.PI * r, 2 * r, 2 * r * h, Math.PI * r, r * h], nouns: 'area|a' }),
  /\btotal\b|\bvolume\b/,
);

/** An angle of a regular figure. */
const SIDES = ['triangle', 'quadrilateral', 'pentagon', 'hexagon', 'heptagon', 'octagon', 'nonagon', 'decagon'];
const regular: StoryReader = ({ text, question, numbers }) => {
  const n = SIDES.findIndex(name => new RegExp(`\\bregular ${name}\\b`).test(text)) + 3;
  const inner = /\binterior\b/.test(question);
  if (n < 3 || numbers !== 0 || inner === /\bexterior\b/.test(question) || /\bsum\b/.test(question)) return null;
  const [exterior, sum] = [360 / n, (n - 2) * 180];
  return solvedStory({ value: inner ? sum / n : exterior, way: [exterior, sum, sum / n, n - 2], nouns: 'angle' });
};

/** The angle between the hands of a clock: the short one moves on between the hours. */
const hands: StoryReader = ({ text, question }) => {
  const [, hour, minute, more] = /\b(\d{1,2}):(\d{2})\b(.*\d:\d)?/.exec(text) ?? [];
  if (
    !hour ||
    !minute ||
    more !== undefined ||
    !/\bhands\b/.test(text) ||
    !/\bangle\b/.test(question) ||
    /\breflex|\blarger\b|\bbigger\b/.test(text)
  )
    return null;
  const [h, m] = [Number(hour) % 12, Number(minute)];
  const [short, long] = [30 * h + m / 2, 6 * m];
  const gap = Math.abs(short - long);
  const value = Math.min(gap, 360 - gap);
  if (m === 0 || m > 59) return null;
  const story = solvedStory({
    value,
    way: [
      30,
      6,
      0.5,
      12,
      60,
      30 * h,
      m / 2,
      short,
      long,
      gap,
      360 - gap,
      Math.abs(30 * h - long),
      m / 60,
      h + m / 60,
      90,
      180,
      15,
      m / 5,
      Math.abs(m / 5 - h),
      30 - m / 2,
    ],
    nouns: 'angle',
  });
  const at = `(?:exactly )?(?:is |points? |stands |: ?|= ?)?(?:exactly )?(?:at|on|to)(?: the)? (?:number )?${h === 0 ? 12 : h}\\b(?![.:°]?\\d| ?[+·*×/]| o)(?![^.]*\\b(?:and|to) ${h + 1}\\b)`;
  return {
    ...story,
    traps: [
      {
        pattern: new RegExp(`(?<!(?::00|o'clock)[^.]*)\\b(?:hour|short|small|little)(?:er)? hand ${at}`),
        instead: `${short}° from the 12`,
      },
    ],
  };
};

export const FIGURES_OF: readonly StoryReader[] = [
  similar,
  legs,
  semicircle,
  chord,
  regular,
  trapezium,
  diagonal,
  curved,
  openVessel,
  hands,
];
