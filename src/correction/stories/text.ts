import { inDigits, plainText } from '../asked/text.ts';

const GLYPHS: Readonly<Record<string, string>> = { '½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3', '⅔': '2/3', '⅕': '1/5', '⅛': '1/8' };

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** 'Two' before what there are always two of says no number. */
const TWO =
  /\btwo (?=(?:[a-z]+ )?(?:similar|trains|cars|cyclists|runners|resistors|taps|pipes|bodies|trolleys|towns|villages|cities|angles|friends share|planes|ships|boats|walkers|supplementary|complementary))/g;

/** Plain words: lower case, numbers in digits without commas between thousands, decimals with a point, and no signs of money. */
export function plainWords(text: string): string {
  const plain = plainText(text)
    .replace(/\\(?:text|mathrm|textrm|mbox)\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)')
    .replace(/\\(?:times|cdot)/g, '·')
    .replace(/\\approx/g, '≈')
    .replace(/\\[%$]/g, sign => sign.slice(1))
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[½¼¾⅓⅔⅕⅛]/g, glyph => GLYPHS[glyph] ?? glyph)
    .replace(/[−–](?=\s*[\d(])/g, '-')
    .replace(/(?<=\d)[,\u202f\u00a0 ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/[$£€]/g, ' ')
    .replace(/(\d)\s*(?:%|per ?cent\b)/gi, '$1%')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return inDigits(plain.replace(TWO, 'a pair of '))
    .replace(/\btwice\b/g, '2 times')
    .replace(/\bthrice\b/g, '3 times')
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, (_, place: string) => ORDINALS[Number(place) - 1] ?? 'nth')
    .trim();
}

/** Mixed numbers as one fraction each: `3 3/4` is 15/4. */
export const improper = (text: string): string =>
  text.replace(/(?<![\d./])(\d+) (\d+)\/(\d+)(?![\d/])/g, (whole, n: string, over: string, under: string) =>
    Number(over) < Number(under) ? `${Number(n) * Number(under) + Number(over)}/${under}` : whole,
  );

const ROUNDED =
  /,? ?\(?(?:\b(?:please )?(?:give|round|state|write|express)\b[^.?\d]{0,30})?(?:\b(?:rounded|correct|accurate) )?(?:off )?to (?:the nearest (?:whole number|integer|tenth|hundredth|thousandth|percent|%|cent|euro|dollar|penny|mm|cm|m|km|degree|minute|\d+)|\d (?:decimals?(?: places?)?|d\.?p\.?|significant (?:figures?|digits?)|s\.?f\.?|sig\.? ?figs?\.?))\)?|,? ?\(?\b(?:use|take|using|taking|with|let) π (?:=|≈|as|to be) ?\d+(?:\.\d+|\/\d+)?\)?/g;

/** A problem without what it says of how to round and of which π to take. */
export const withoutRounding = (text: string): string =>
  /\bto (?:the nearest|\d)|π/.test(text)
    ? text
        .replace(ROUNDED, '')
        .replace(/\s+([.?])/g, '$1')
        .replace(/([.?]) ?\./g, '$1')
    : text;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!;])\s+/);

const ASK = '(?:how|what|which|when|find|calculate|determine|work out|compute|give)';
/** 'Find the area and the perimeter', 'What is the price, and how many percent are saved?' */
const TWO_ASKED = new RegExp(
  `\\b${ASK}\\b[^.?!;]*?(?:,|\\band\\b|\\(b\\))\\s+(?:and )?(?:by |at |in |to |from |after |for )?${ASK}\\b|\\b(?:find|calculate|determine|work out|compute|give|what (?:is|are|was|were)) (?:(?!(?:of|between|from|with|by|to|for|that|if|when|where|at|on|which)\\b)[a-z()']+ )+?and (?:also )?(?:the|its|their|his|her|a|how|what)\\b`,
);

const ASKING = new RegExp(`\\?$|^(?:\\([a-z]\\) ?)?${ASK}\\b`);

/** True where a problem asks for more than one thing: a last line may give any of them. */
export function asksTwo(text: string): boolean {
  const asking = sentencesOf(text).filter(sentence => ASKING.test(sentence));
  return asking.length > 1 || asking.some(sentence => TWO_ASKED.test(sentence));
}

/** The sentence that asks. */
export function questionOf(text: string): string {
  return sentencesOf(text).findLast(sentence => /\?|^(?:find|how|what|calculate|determine|work out|give|compute)\b/.test(sentence)) ?? text;
}
