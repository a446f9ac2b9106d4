import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { lettersIn } from '../letters.ts';
import { asks, type Figure, type FigureReader, figure, radians } from './figure.ts';
import { SIZES } from './sizes.ts';

const { sqrt, sin, cos, tan, hypot } = Math;

const SUM = {
  triangle: 180,
  quadrilateral: 360,
  pentagon: 540,
  hexagon: 720,
  heptagon: 900,
  octagon: 1080,
  nonagon: 1260,
  decagon: 1440,
} as const;
const POLYGON = new RegExp(String.raw`\b(${Object.keys(SUM).join('|')})\b`, 'i');
const total = (text: string): number | null => {
  const name = POLYGON.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? null : (SUM[name as keyof typeof SUM] ?? null);
};

/** The side of a right triangle that is asked for, of the two that are given. */
const rightTriangle: FigureReader = numbers => {
  const { text } = numbers;
  if (
    !/\bright(?:[- ]angled)?[- ]triangle|\bright triangle|\bhypotenuse/i.test(text) ||
    /\barea|perimeter|angle of|altitude|\bsin\b|\bcos\b|\btan\b|median/i.test(text)
  )
    return null;
  const hypotenuse = numbers.take('hypotenuse|longest side');
  if (hypotenuse !== null) {
    const leg = numbers.take('(?:the |its )?(?:one |other |second |a )?(?:leg|cathetus|shorter side|side)');
    return leg === null || leg >= hypotenuse ? null : otherLeg(hypotenuse, leg);
  }
  const legs = numbers.pair(
    'legs?|catheti|shorter sides?|perpendicular sides?|sides? (?:that form|enclosing|forming|adjacent to|at) the right angle',
  );
  return legs && asks(text, /hypotenuse|longest side|third side/) ? hypotenuseOf(...legs) : null;
};

function otherLeg(hypotenuse: number, leg: number): Figure {
  const other = sqrt(hypotenuse ** 2 - leg ** 2);
  return figure(
    [hypotenuse, leg],
    {},
    [[/\b(?:other|missing|second|unknown) (?:leg|side|cathetus)\b/i, [other, other ** 2]]],
    [other, other ** 2, -(other ** 2), hypotenuse - leg, hypotenuse + leg],
    [other, leg, hypotenuse],
  );
}

function hypotenuseOf(a: number, b: number): Figure {
  const c = hypot(a, b);
  return figure([a, b], {}, [[/\b(?:hypotenuse|longest side)\b/i, [c, c ** 2]]], [c, c ** 2, a + b, a - b, b - a, a / b, b / a], [c, a, b]);
}

const diagonal: FigureReader = numbers => {
  if (!/\brectang/i.test(numbers.text) || !asks(numbers.text, /diagonal/) || /\barea|perimeter/i.test(numbers.text)) return null;
  const sides =
    numbers.pair('sides?|rectangle|rectangular \\w+|measuring|dimensions') ??
    numbers.match(/(\d+(?:\.\d+)?)\s*(?:c?m)?\s*(?:by|×|x)\s*(\d+(?:\.\d+)?)/i);
  const [a, b] = sides ?? [numbers.take('length|long'), numbers.take('width|wide|breadth')];
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  const c = hypot(a, b);
  return figure([a, b], {}, [[/\bdiagonal\b/i, [c, c ** 2]]], [c, c ** 2], [c, a, b]);
};

const ladder: FigureReader = numbers => {
  if (!/\bladder\b/i.test(numbers.text)) return null;
  const length =
    numbers.match(/(\d+(?:\.\d+)?)\s*(?:m|ft|feet|met(?:er|re)s?)?[- ](?:long )?ladder/i)?.[0] ??
    numbers.take('ladder(?: of length)?|ladder is|length|long');
  if (length === null) return null;
  const angle = numbers.match(/(\d+(?:\.\d+)?)\s*(?:°|degrees)\s*(?:with|to|from) the (?:ground|horizontal|floor)/i)?.[0];
  if (angle !== undefined) {
    const [up, across] = [length * sin(radians(angle)), length * cos(radians(angle))];
    return figure(
      [length, angle],
      { h: [up] },
      [
        [/\b(?:height|high)\b/i, [up]],
        [/\b(?:distance|far)\b/i, [across]],
      ],
      asks(numbers.text, /high|height|reach|up the wall/) ? [up] : [across],
      [up, across],
    );
  }
  const foot =
    numbers.match(/(?:foot|base|bottom)\b[^.;\d]{0,24}?(\d+(?:\.\d+)?)\s*(?:m|ft|feet|met(?:er|re)s?)?[^.;\d]{0,20}?\bwall/i)?.[0] ??
    numbers.match(/(\d+(?:\.\d+)?)\s*(?:m|ft|feet|met(?:er|re)s?)?\s*(?:away )?from (?:the|a) wall/i)?.[0];
  if (foot === undefined || foot >= length || !asks(numbers.text, /high|height|reach|up the wall/)) return null;
  return otherLeg(length, foot);
};

const elevation: FigureReader = numbers => {
  if (!/\belevation\b/i.test(numbers.text) || !asks(numbers.text, /height|high|tall/) || /\beye|depression/i.test(numbers.text))
    return null;
  const angle =
    numbers.match(/\belevation\b[^.;\d]*?(\d+(?:\.\d+)?)\s*(?:°|degrees)/i)?.[0] ?? numbers.match(/(\d+(?:\.\d+)?)\s*(?:°|degrees)/)?.[0];
  const away = numbers.match(/(\d+(?:\.\d+)?)\s*(?:m|ft|feet|met(?:er|re)s?)\s*(?:away\s*)?(?:from|in front of)/i)?.[0];
  if (angle === undefined || away === undefined) return null;
  const height = away * tan(radians(angle));
  return figure([angle, away], {}, [[/\b(?:height|tall)\b/i, [height]]], [height], [height, away / cos(radians(angle)), away]);
};

const thirdAngle: FigureReader = numbers => {
  const { text } = numbers;
  const sum = total(text);
  if (sum === null || /\bexterior\b|\bisosceles\b|\bright\b|\bequal\b|\bregular\b|\bside/i.test(text) || !/\bangles?\b/i.test(text))
    return null;
  const given =
    sum === 180
      ? numbers.pair('(?:two|the|its|interior|other)? ?angles?(?: of (?:a|the) triangle)?')
      : numbers.match(/angles?[^.;\d]*?(\d+(?:\.\d+)?)\s*°?\s*,\s*(\d+(?:\.\d+)?)\s*°?\s*,?\s*(?:and\s*)?(\d+(?:\.\d+)?)/i);
  if (!given || (sum !== 180 && sum !== 360)) return null;
  const known = given.reduce((all, one) => all + one, 0);
  return figure(
    given,
    {},
    [[/\b(?:third|fourth|missing|other|last|remaining) angle\b/i, [sum - known]]],
    [sum - known, known, sum],
    [sum - known, ...given],
  );
};

const isosceles: FigureReader = numbers => {
  if (!/\bisosceles\b/i.test(numbers.text)) return null;
  const apex = numbers.take('(?:apex|vertex|vertical|top) angle|angle at the (?:apex|top|vertex)');
  if (apex !== null && asks(numbers.text, /base angle|other|remaining|equal/)) {
    const base = (180 - apex) / 2;
    return figure([apex], {}, [[/\bbase angles?\b/i, [base]]], [base, 180 - apex, apex / 2, 90 - apex / 2, 180], [base, apex]);
  }
  const base = numbers.take('base angle');
  if (base === null || !asks(numbers.text, /apex|vertex|third|other|top/)) return null;
  const rest = 180 - 2 * base;
  return figure([base], {}, [[/\b(?:apex|vertex|third|top) angle\b/i, [rest]]], [rest, 2 * base, 180 - base, 180], [rest, base]);
};

const interiorSum: FigureReader = ({ text }) => {
  const sum = total(text);
  const name = POLYGON.exec(text)?.[1]?.toLowerCase() ?? '';
  const sides = Object.keys(SUM).indexOf(name) + 3;
  if (sum === null || sides < 4 || /\d/.test(text) || !/\binterior angles?\b|\bangle sum\b|\bsum of (?:the |its )?angles\b/i.test(text))
    return null;
  return figure(
    [sides],
    {},
    [
      [/\b(?:sum|total)\b/i, [sum]],
      [/\beach\b/i, [sum / sides]],
    ],
    [sum, sum / sides, sides * 180, sides - 2, 360 / sides, 360, 180 - 360 / sides],
    [sum, sum / sides, sides],
  );
};

/** Two sides of a triangle and the angle that they enclose. */
const enclosed: FigureReader = numbers => {
  const { text } = numbers;
  if (!/\btriangle\b/i.test(text) || /\b[abcABC]\s*=|\bright\b|\bisosceles|\bsimilar/i.test(text)) return null;
  const angle =
    numbers.match(/\bangle\b[^.;\d]*?(\d+(?:\.\d+)?)\s*(?:°|degrees)/i)?.[0] ??
    numbers.match(/(\d+(?:\.\d+)?)\s*(?:°|degrees)\s*angle/i)?.[0];
  const sides = numbers.pair('sides?|two sides(?: of a triangle)?|lengths?');
  if (angle === undefined || !sides || !/\benclos|\bincluded|\bbetween|\binclud/i.test(text)) return null;
  const [a, b] = sides;
  if (asks(text, /area/) && !asks(text, /third|other|opposite/)) {
    const area = (a * b * sin(radians(angle))) / 2;
    return figure([a, b, angle], { A: [area] }, [[/\barea\b/i, [area]]], [area, 2 * area], []);
  }
  const c = sqrt(a * a + b * b - 2 * a * b * cos(radians(angle)));
  return /\barea/i.test(text) || !asks(text, /third|other|opposite/)
    ? null
    : figure([a, b, angle], {}, [[/\bthird side\b/i, [c, c * c]]], [c, c * c], [c]);
};

/** Angles in terms of one letter, and what they make together. */
const unknownAngles: FigureReader = numbers => {
  const { text } = numbers;
  const polygon =
    /\b(?:interior )?angles (?:of|in) (?:a|the|an|one) (\w+)(?: \w+)? (?:are|is|measure|have measures)(?: of)? ([^.?;]+)/i.exec(text);
  const pair = /\bangles? ([^.?;]{1,24}?) and ([^.?;]{1,24}?) are (supplementary|complementary)\b/i.exec(text);
  const sum = polygon ? total(polygon[1] ?? '') : pair ? (/^supp/i.test(pair[3] ?? '') ? 180 : 90) : null;
  const list = polygon
    ? (polygon[2] ?? '').replace(/\s*(?:degrees|respectively|in degrees).*$/i, '').split(/\s*(?:,\s*and|,|\band\b)\s*/)
    : pair
      ? [pair[1] ?? '', pair[2] ?? '']
      : [];
  const read = list.filter(part => part !== '').map(part => parseExpression(part.replace(/[°()]/g, '').trim()).expr);
  const exprs = read.filter(one => one !== null);
  const [letter, ...more] = new Set(exprs.flatMap(one => lettersIn(one)));
  if (
    sum === null ||
    letter === undefined ||
    more.length > 0 ||
    exprs.length !== read.length ||
    exprs.length < 2 ||
    /\bexterior|\bisosceles/i.test(text)
  )
    return null;
  const at = (value: number): number => exprs.reduce((all, one) => all + Number(evaluateNumeric(one, new Map([[letter, value]]))), 0);
  const [zero, slope] = [at(0), at(1) - at(0)];
  const value = (sum - zero) / slope;
  if (!(value > 0) || Math.abs(at(2) - zero - 2 * slope) > 1e-9) return null;
  numbers.takeAll();
  return figure([], { [letter]: [value] }, [], [value], []);
};

/** 'Two complementary angles differ by 20°'. */
const differing: FigureReader = numbers => {
  const kind = /\b(supplementary|complementary) angles? differ by\b/i.exec(numbers.text)?.[1];
  const gap = numbers.match(/differ by (\d+(?:\.\d+)?)/i)?.[0];
  if (kind === undefined || gap === undefined) return null;
  const sum = /^s/i.test(kind) ? 180 : 90;
  const [low, high] = [(sum - gap) / 2, (sum + gap) / 2];
  return figure([gap], {}, [], [low, high, sum - gap, sum + gap], [low, high]);
};

const onCircle: FigureReader = numbers => {
  const { text } = numbers;
  if (/\btangent\b/i.test(text) && /\bcircle\b/i.test(text) && /\bcent(?:re|er)\b|\bOP\b|\bPO\b/.test(text)) {
    const r = numbers.take('radius|r');
    const away =
      numbers.match(/\b(?:OP|PO)\b\s*(?:=|is)\s*(\d+(?:\.\d+)?)/)?.[0] ??
      numbers.match(/(\d+(?:\.\d+)?)\s*(?:c?m)?\s*(?:away )?from (?:the|its) cent(?:re|er)/i)?.[0];
    return r === null || away === undefined || away <= r ? null : otherLeg(away, r);
  }
  if (!/\bchord\b/i.test(text)) return null;
  const away = numbers.match(/(\d+(?:\.\d+)?)\s*(?:c?m|units)?\s*(?:away )?from (?:the|its) cent(?:re|er)/i)?.[0];
  const chord = numbers.take('chord(?: of length)?');
  const r = numbers.take('radius');
  if (away !== undefined && chord !== null && r === null && asks(text, /radius/)) {
    const c = hypot(chord / 2, away);
    return figure([chord, away], { r: [c] }, [[/\bradius\b/i, [c, c * c]]], [c, c * c], [c, chord / 2]);
  }
  if (r === null) return null;
  const half = away === undefined ? (chord === null ? null : chord / 2) : sqrt(r * r - away * away);
  const rest = half === null ? null : sqrt(r * r - half * half);
  if (half === null || rest === null || !Number.isFinite(half) || !Number.isFinite(rest)) return null;
  return figure([r, away ?? chord ?? 0], { r: [r] }, [], [half, 2 * half, rest, half * half, rest * rest], [half, 2 * half, rest]);
};

const inscribed: FigureReader = numbers => {
  if (!/\binscribed angle\b|\bangle at the circumference\b/i.test(numbers.text)) return null;
  const arc = numbers.match(/(?:arc|cent(?:re|er|ral angle))[^.;\d]*?(\d+(?:\.\d+)?)\s*°/i)?.[0];
  return arc === undefined ? null : figure([arc], {}, [], [arc / 2], [arc / 2]);
};

const shadow: FigureReader = numbers => {
  if (!/\bshadows?\b/i.test(numbers.text) || !asks(numbers.text, /height|tall|high/)) return null;
  const known =
    numbers.match(
      /(\d+(?:\.\d+)?)\s*(?:c?m|ft|feet)[- ]?(?:tall |high |long )?(?!shadow)(?:\w+ )?\w+ (?:casts|throws|has) a (?:shadow of )?(\d+(?:\.\d+)?)/i,
    ) ??
    numbers.match(/\w+ (?:of height |that is |which is )(\d+(?:\.\d+)?)[^.;\d]*(?:casts|throws|has) a (?:shadow of )?(\d+(?:\.\d+)?)/i);
  const other =
    numbers.match(/shadow (?:of |is |that is )?(\d+(?:\.\d+)?)/i)?.[0] ??
    numbers.match(/(?:casts|throws|has) an? (\d+(?:\.\d+)?)\s*(?:m|ft)?[- ](?:long )?shadow/i)?.[0];
  const [height, own] = known ?? [];
  if (height === undefined || own === undefined || other === undefined) return null;
  const tall = (height * other) / own;
  return figure(
    [height, own, other],
    {},
    [[/\bheight of the (?:tree|tower|building|church|flagpole|house|mast)\b/i, [tall]]],
    [tall],
    [tall, other / own, own / other, height / own],
  );
};

/** Tried in order; a figure counts only where it takes all numbers of the problem. */
export const FIGURES: readonly FigureReader[] = [
  ladder,
  elevation,
  rightTriangle,
  diagonal,
  unknownAngles,
  differing,
  isosceles,
  interiorSum,
  thirdAngle,
  onCircle,
  inscribed,
  shadow,
  enclosed,
  ...SIZES,
];
