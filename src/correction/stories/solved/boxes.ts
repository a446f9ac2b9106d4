import type { StoryReader } from '../story.ts';
import { solvedStory } from './solved.ts';

const OPEN =
  /\b(?:without (?:(?:a|the|its|all) )?(?:lid|top|cover)|no (?:lid|top|cover)|open (?:at the top|on top|top|box|tank|container|cup|can|cylinder|aquarium|cuboid|carton)|open-top\w*|topless|lidless)\b/;
const ASKED = /\bsurface\b|\bhow (?:much|many)\b|\barea\b|\b(?:card(?:board)?|glass|metal|wood|paper|sheet|material|paint|tin)\b/;
const N = '(\\d+(?:\\.\\d+)?) ?(?:mm|cm|dm|m|in|ft)?';
const named = (text: string, word: string): number | undefined => {
  const [, before, behind] =
    new RegExp(`(?<![\\d.])${N} ${word}|\\b(?:${word}|${NOUN[word] ?? word})(?: of| is| =|:)? ${N}`).exec(text) ?? [];
  return (before ?? behind) ? Number(before ?? behind) : undefined;
};
const NOUN: Readonly<Record<string, string>> = {
  long: 'length',
  wide: 'width|breadth',
  high: 'height|depth',
  'in radius': 'radius',
  'in diameter': 'diameter',
};
const TIMES = new RegExp(`(?<![\\d.])${N} ?(?:×|x|·|by|\\*) ?${N} ?(?:×|x|·|by|\\*) ?${N}(?![\\d.])`);
const SQUARE = new RegExp(`\\bsquare base\\b[^.\\d]{0,30}?${N}`);

/** The surface of a box or a cylinder that is open at the top. */
export const openVessel: StoryReader = ({ text, question, numbers }) => {
  if (
    !OPEN.test(text) ||
    !ASKED.test(question) ||
    /\bvolume\b|\bhow many lit|\bhold|\bcost|\bper\b|\bpyramid\b|\bcube\b|\bboth\b|\binside and\b|%/.test(text)
  )
    return null;
  if (/\bcylind\w+|\bcup\b|\bcan\b|\btin\b|\bradius\b|\bdiameter\b/.test(text)) {
    const radius = named(text, 'in radius') ?? (named(text, 'in diameter') ?? Number.NaN) / 2;
    const height = named(text, '(?:high|tall|deep)') ?? named(text, 'high') ?? Number.NaN;
    if (numbers !== 2 || !(radius > 0 && height > 0)) return null;
    const [side, base] = [2 * Math.PI * radius * height, Math.PI * radius ** 2];
    return solvedStory({
      value: side + base,
      way: [side, base, 2 * Math.PI * radius, 2 * radius, radius ** 2, 2 * radius * height, Math.PI * radius, radius * height, 2 * Math.PI],
      nouns: 'area|surface|needed|material',
    });
  }
  const [, x, y, z] = TIMES.exec(text) ?? [];
  const [, s] = SQUARE.exec(text) ?? [];
  const [a, b] = s ? [Number(s), Number(s)] : [named(text, 'long') ?? Number(x), named(text, 'wide') ?? Number(y)];
  const c = named(text, '(?:high|tall|deep)') ?? named(text, 'high') ?? Number(z);
  if (numbers !== (s ? 2 : 3) || !(a > 0 && b > 0 && c > 0) || (!s && !x && new Set([a, b, c]).size < 3)) return null;
  const [base, front, side] = [a * b, a * c, b * c];
  return solvedStory({
    value: base + 2 * front + 2 * side,
    way: [
      base,
      front,
      side,
      2 * front,
      2 * side,
      4 * front,
      base + front + side,
      base + 2 * front,
      base + 2 * side,
      2 * (front + side),
      front + side,
      2 * (a + b),
      a + b,
      base + front,
      base + side,
      (s ? 3 : 1) * front,
    ],
    nouns: 'area|surface|needed|material|cardboard|glass',
  });
};
