import { sidesOf } from './counting.ts';
import { asks, type Fact, fact, type Story, type StoryReader, type Told, told } from './story.ts';

/** One measure that is asked for, among several that are known. */
function measures(known: Readonly<Record<string, number>>, { question }: Told, amounts: readonly number[] = []): Story {
  const facts: Fact[] = Object.entries(known).map(([name, value]) => fact(name, value));
  const plain = question.replace(/^.*\b(?=find|what|how|calculate|determine|work out|compute|give)/, '');
  const asked = Object.entries(known).filter(([name]) => new RegExp(`\\b(?:${name})\\b`).test(plain));
  const [only] = asked;
  return asked.length === 1 && only ? { ...asks(only[1], only[0], facts, amounts), facts } : { facts, asked: null, amounts };
}

const legs = (long: number, one: number, named: string): Story | null => {
  const other = Math.sqrt(long * long - one * one);
  return long > one ? asks(other, named, [], [long, one, other, long * long, one * one, other * other]) : null;
};
const hypotenuse = (a: number, b: number, named: string): Story => {
  const long = Math.hypot(a, b);
  return asks(long, named, [], [a, b, long, a * a, b * b, long * long]);
};

const round = (r: number, one: Told): Story | null =>
  EXTRA.test(one.text.replace(/\bcircle\b/g, '')) ||
  /\b(?:sector|arc|chord|sphere|cylinder|cone|sides?|tangent|angle|degrees)\b|°/.test(one.text)
    ? null
    : measures({ 'area|a': Math.PI * r * r, 'circumference|c|u': 2 * Math.PI * r, 'radius|r': r }, one);

const LEN = '(?:cm|m|mm|km|ft|feet|foot|in|inch(?:es)?|units?|met(?:er|re)s?|centimet(?:er|re)s?|miles?|yards?)?';
const RIGHT = 'right(?:-angled| angled)? triangle';

export const FIGURES: readonly StoryReader[] = [
  told('~\\bcircle~(radius|diameter)~#~', ([n = 0], one, [what = '']) => round(what === 'radius' ? n : n / 2, one)),
  told('~\\bcircular~(radius|diameter)~#~', ([n = 0], one, [what = '']) => round(what === 'radius' ? n : n / 2, one)),
  told(`~${RIGHT}~hypotenuse~#~(?:legs?|sides?|cathetus|other)~#~`, ([h = 0, a = 0], { text, question }) =>
    EXTRA.test(text) || /area|perimeter/.test(question) ? null : legs(h, a, 'leg|side|b|a|x'),
  ),
  told(`~${RIGHT}~(?:legs?|sides?|cathetus)~#~hypotenuse~#~`, ([a = 0, h = 0], { text, question }) =>
    EXTRA.test(text) || /area|perimeter/.test(question) ? null : legs(h, a, 'leg|side|b|a|x'),
  ),
  told(`~${RIGHT}~(?:legs?|sides?|catheti)~#~(?:and|,)~#~hypotenuse~`, ([a = 0, b = 0], { text }) =>
    EXTRA.test(text) ? null : hypotenuse(a, b, 'hypotenuse|c'),
  ),
  told(`~ladder~# ?${LEN}~#~(?:from (?:the|a) (?:wall|building|house|base)|away)~how (?:high|far up)~`, ([l = 0, d = 0]) =>
    legs(l, d, 'high|height|h|reaches|up'),
  ),
  told(`~# ?${LEN}(?: long)? ladder~#~(?:from (?:the|a|it)|away)~how (?:high|far up)~`, ([l = 0, d = 0]) =>
    legs(l, d, 'high|height|h|reaches|up'),
  ),
  told(`~ladder~# ?${LEN}~(?:reaches|up|high)~#~how far~(?:foot|base|bottom)~`, ([l = 0, d = 0]) => legs(l, d, 'foot|base|far|from')),
  told('~diagonal~(?:of )?(?:a )?rectang\\w+~#~(?:by|and|x|×|wide|long)~#~', ([a = 0, b = 0], { text }) =>
    EXTRA.test(text.replace(/diagonal/g, '')) || /area|perimeter/.test(text) ? null : hypotenuse(a, b, 'diagonal|d'),
  ),
  told('~rectang\\w+~#~(?:by|and|x|×|wide|long|width|length)~#~diagonal~', ([a = 0, b = 0], { text, question }) =>
    EXTRA.test(text.replace(/diagonal/g, '')) || /area|perimeter/.test(text) || /area|perimeter/.test(question)
      ? null
      : hypotenuse(a, b, 'diagonal|d'),
  ),
  told('~perimeter of (?:a|the) rectang\\w+~is #~(length|width|side)~#~', ([p = 0, a = 0], one, [what = '']) => {
    const b = p / 2 - a;
    return b > 0 && !EXTRA.test(one.text)
      ? measures({ 'area|a': a * b, [what === 'length' ? 'width|breadth|w|b' : what === 'width' ? 'length|l' : 'other side']: b }, one, [
          a,
          b,
          p,
          p / 2,
          2 * a,
          2 * b,
          a * b,
        ])
      : null;
  }),
  told('~area of (?:a|the) rectang\\w+~is #~(length|width)~#~', ([area = 0, a = 0], one, [what = '']) => {
    const b = area / a;
    return EXTRA.test(one.text)
      ? null
      : measures({ 'perimeter|p': 2 * (a + b), [what === 'length' ? 'width|breadth|w|b' : 'length|l']: b }, one, [
          a,
          b,
          area,
          a + b,
          2 * (a + b),
        ]);
  }),
  told('~cube~surface area~#~', ([s = 0], one) => {
    const a = Math.sqrt(s / 6);
    return /volume/.test(one.question) && !EXTRA.test(one.text)
      ? measures({ 'volume|v': a ** 3, '(?:one |each )?(?:face|side face)': s / 6, '(?:edge|side)(?: length)?|a|s': a }, one)
      : null;
  }),
  told('~cube~volume~#~', ([v = 0], one) => {
    const a = Math.cbrt(v);
    return /surface/.test(one.question) && !EXTRA.test(one.text)
      ? measures({ 'surface(?: area)?': 6 * a * a, '(?:edge|side)(?: length)?|a': a }, one)
      : null;
  }),
  told('~square~(?:has|with|of) (?:an? )?perimeter~#~area~', ([p = 0], one) =>
    EXTRA.test(one.text) || !/\bsquare\b/.test(one.text) ? null : measures({ 'area|a': (p / 4) ** 2, 'side(?: length)?|s': p / 4 }, one),
  ),
  told('~square~(?:has|with|of) (?:an? )?area~#~perimeter~', ([a = 0], one) =>
    EXTRA.test(one.text) ? null : measures({ 'perimeter|p': 4 * Math.sqrt(a), 'side(?: length)?|s|a': Math.sqrt(a) }, one),
  ),
  told('~triang\\w+~base~#~height~#~', ([b = 0, h = 0], one) =>
    EXTRA.test(one.text) || /\bprism|pyramid|sides?\b/.test(one.text) ? null : measures({ 'area|a': (b * h) / 2 }, one),
  ),
  told('~triang\\w+~height~#~base~#~', ([b = 0, h = 0], one) =>
    EXTRA.test(one.text) || /\bprism|pyramid|sides?\b/.test(one.text) ? null : measures({ 'area|a': (b * h) / 2 }, one),
  ),
  told('~trapez\\w+~(?:parallel|bases)~#~(?:and|,)~#~(?:height|apart|distance)~#~', ([a = 0, b = 0, h = 0], one) =>
    EXTRA.test(one.text) ? null : measures({ 'area|a': ((a + b) / 2) * h }, one),
  ),
  told('~cylind\\w+~diameter~#~height~#~volume~', ([d = 0, h = 0], one) =>
    SOLID.test(one.text) ? null : measures({ 'volume|v': Math.PI * (d / 2) ** 2 * h, 'radius|r': d / 2 }, one),
  ),
  told('~cylind\\w+~radius~#~height~#~volume~', ([r = 0, h = 0], one) =>
    SOLID.test(one.text) ? null : measures({ 'volume|v': Math.PI * r * r * h }, one),
  ),
  told('~volume~cylind\\w+~radius~#~height~#~', ([r = 0, h = 0], one) =>
    SOLID.test(one.text) ? null : measures({ 'volume|v': Math.PI * r * r * h }, one),
  ),
  told('~volume~cylind\\w+~diameter~#~height~#~', ([d = 0, h = 0], one) =>
    SOLID.test(one.text) ? null : measures({ 'volume|v': Math.PI * (d / 2) ** 2 * h, 'radius|r': d / 2 }, one),
  ),
  told('~cone~(?:base )?radius~#~(?<!slant )height~#~volume~', ([r = 0, h = 0], one) =>
    SOLID.test(one.text) || /slant/.test(one.text) ? null : measures({ 'volume|v': (Math.PI * r * r * h) / 3 }, one),
  ),
  told('~volume~cone~(?:base )?radius~#~height~#~', ([r = 0, h = 0], one) =>
    SOLID.test(one.text) || /slant/.test(one.text) ? null : measures({ 'volume|v': (Math.PI * r * r * h) / 3 }, one),
  ),
  told('~sphere~radius~#~', ([r = 0], one) =>
    SOLID.test(one.text) ? null : measures({ 'volume|v': (4 / 3) * Math.PI * r ** 3, 'surface(?: area)?': 4 * Math.PI * r * r }, one),
  ),
  told('~sphere~diameter~#~', ([d = 0], one) =>
    SOLID.test(one.text)
      ? null
      : measures({ 'volume|v': (Math.PI * d ** 3) / 6, 'surface(?: area)?': Math.PI * d * d, 'radius|r': d / 2 }, one),
  ),
  told('~pyramid~square base~#~height~#~volume~', ([a = 0, h = 0], one) =>
    SOLID.test(one.text) || /slant/.test(one.text)
      ? null
      : measures({ 'volume|v': (a * a * h) / 3, 'base area|area of the base': a * a }, one),
  ),
  told('~(?:2|#) angles of (?:a|the) triangle~#~(?:and|,)~#~', (n, { text }) => {
    const [a = 0, b = 0] = n.slice(-2);
    return /exterior|isosceles|right/.test(text) || (n.length === 3 && n[0] !== 2)
      ? null
      : asks(
          180 - a - b,
          'angle|third|x|γ|c',
          [fact('(?:the )?(?:third|remaining|missing|other)(?: angle)?|angle', 180 - a - b)],
          [a, b, 180 - a - b, a + b, 180],
        );
  }),
  told('~isosceles triangle~(?:vertex|apex|top)(?: angle)?~#~base angles?~', ([v = 0]) =>
    asks((180 - v) / 2, 'base|angle|x|each', [], [v, (180 - v) / 2, 180 - v, 180]),
  ),
  told('~isosceles triangle~base angles?~#~(?:vertex|apex|top|third|angle at the)~', ([b = 0]) =>
    asks(180 - 2 * b, 'vertex|apex|angle|third|top|x', [], [b, 2 * b, 180 - 2 * b, 180]),
  ),
  ({ text, question }) => {
    const n = sidesOf(text);
    if (n === null || n < 4 || /\d/.test(text) || !/\binterior angles?\b/.test(text) || /\bexterior\b|\bstar\b/.test(text)) return null;
    const sum = 180 * (n - 2);
    const each = /\bregular\b/.test(text) && /\b(?:each|one|an|size|measure)\b/.test(question) && !/\bsum\b/.test(question);
    return each
      ? asks(sum / n, 'angle|each', [fact('(?:angle )?sum(?: of .*)?', sum)])
      : /\bsum\b/.test(question)
        ? asks(sum, 'sum', [])
        : null;
  },
];

/** Words that make another figure of it. */
const EXTRA =
  /\b(?:circle|semi\w*|path|border|twice|half|times|more|longer|increase\w*|decrease\w*|inscribed|shaded|cut|removed|altitude|median|angle|similar|prism|cost\w*|tiles?|percent|ratio|two squares|folded|isosceles)\b|%/;
const SOLID =
  /\b(?:hemi\w*|half|hollow|shell|twice|filled|full|water|inscribed|similar|melted|cost\w*|litres?|liters?|surface|open|lid|ratio|shaped|increase\w*|pour\w*|on top|removed|density|mass|weigh\w*)\b|%/;
