import type { StoryReader, Trap } from '../story.ts';
import { solvedStory } from './solved.ts';

const N = '(\\d+(?:\\.\\d+)?(?:\\/\\d+)?)';
const UNIT = '(?: ?(ml|cl|l|lit(?:er|re)s?|mm|cm|m|met(?:er|re)s?|km|g|grams?|kg|m²|square met(?:er|re)s?)(?![a-z²³]))?';
const HOLDS =
  '(?:can )?(?:holds?|seats?|carr(?:y|ies)|fits?|takes?|has|have|with|of|covers?|contains?|is enough for|are enough for|for|that (?:holds?|seats?|covers?|carr(?:y|ies))|which (?:holds?|seats?|covers?|carr(?:y|ies))|holding|containing) (?:up to |at most |only |exactly |room for |space for |seats for |places for )?';
/** What holds so many: 'each box holds 12', 'boxes of 12', 'a minibus has 14 seats'. */
const SIZES: readonly RegExp[] = [
  new RegExp(`\\b(?:each|an?|one|1|every|per) (?:[a-z]+ )?([a-z]{3,}) ${HOLDS}${N}${UNIT}`),
  new RegExp(`\\b(?:full |whole )?([a-z]{3,}(?:s|es)) (?:each )?${HOLDS}${N}${UNIT}`),
];
const AMOUNT = new RegExp(`(?<![\\d.])${N}${UNIT}`);
const UP = /\bneed\w*\b|\brequire\w*\b|\bnecessary\b|\bmust\b|\bhave to\b|\bat least\b|\bfor all\b|\bhired?\b/;
const DOWN =
  /\bfull\b|\bcomplete(?:ly)?\b|\bfilled\b|\bcan (?:[a-z]+ ){0,4}?(?:be )?(?:cut|made|make|poured|pour|filled|fill|bought|buy|packed|baked)\b/;
/** One length, mass or volume in the smallest unit of its kind. */
const WORTH: Readonly<Record<string, number>> = { cl: 10, l: 1000, cm: 10, m: 1000, km: 1e6, kg: 1000 };
const worth = (unit: string | undefined): number => WORTH[(unit ?? '').replace(/^(?:lit|met).*/, word => word.charAt(0))] ?? 1;

const amountOf = (text: string): number => {
  const [over = '', under = '1'] = text.split('/');
  return Number(over) / Number(under);
};

/** The line takes the whole number on the wrong side for what is asked. */
function trap(thing: string, count: number, right: number): Trap {
  const things = `${thing}[a-z]*`;
  return {
    pattern: new RegExp(
      `(?:\\b(?:needs?|buys?|hires?|orders?|requires?|must have) (?:only |exactly |to buy |to hire )?|\\b(?:so|to|therefore|thus|hence|answer:|is|there are),? (?:only |exactly )?|^)${count} (?:full |whole )?${things}(?:$|\\.(?:\\s|$)|,? (?:(?:are|is|will be) )?(?:needed|enough|necessary|required|sufficient)\\b|,? can be\\b)|\\bround(?:ed|s|ing)?(?: (?:it|this|that))?(?: (?:up|down))?(?: to|:|,)? ?${count}(?![\\d.])`,
    ),
    instead: `${right} ${things.replace('[a-z]*', '')}`,
  };
}

/** How many vessels, pieces or tins are needed for so much, or how many full ones there are; and what they cost. */
export const vessels: StoryReader = ({ text, question, numbers }) => {
  if (numbers < 2 || numbers > 3 || /%|\bremain\w*|\bleft\b|\bempty\b|\beach (?:child|person|pupil|student)\b/.test(text)) return null;
  const priced = /\bcosts?\b|\bprice\b|\bpay\b/.test(question) || (numbers === 3 && /\bcosts?\b/.test(text));
  if (priced !== (numbers === 3)) return null;
  for (const pattern of SIZES) {
    const found = pattern.exec(text);
    const [whole = '', thing = '', size = '', unit] = found ?? [];
    const stem = thing.replace(/(?:ses|xes|ches|shes)$/, end => end.slice(0, -2)).replace(/(?<!s)s$/, '');
    if (!found || stem.length < 2 || /^(?:the|and|day|hour|minute|week|year|pack of)$/.test(stem)) continue;
    const many = new RegExp(`\\bhow many (?:[a-z]+ ){0,3}?${stem}`).test(text);
    const rest = text.replace(whole, ' ');
    const [, price] = /\bcosts? (\d+(?:\.\d+)?)/.exec(rest) ?? [];
    if (priced ? price === undefined || !new RegExp(`\\b${stem}\\w* costs?|\\band costs? ${price}`).test(text) : !many) continue;
    const [, all = '', other] = AMOUNT.exec(price ? rest.replace(/\bcosts? \d+(?:\.\d+)?/, ' ') : rest) ?? [];
    const [up, down] = [UP.test(question) || priced, DOWN.test(question) && !priced];
    const quotient = (amountOf(all) * worth(other)) / (amountOf(size) * worth(unit));
    if (up === down || !(quotient > 1) || !Number.isFinite(quotient) || Number.isInteger(Number(quotient.toPrecision(10)))) return null;
    const [low, high] = [Math.floor(quotient), Math.ceil(quotient)];
    const [count, wrong] = up ? [high, low] : [low, high];
    const cost = price === undefined ? null : count * Number(price);
    const [a, b] = [amountOf(all), amountOf(size)];
    const way = [a, b, a / b, quotient, low, high, low * b, high * b, a - low * b, high * b - a, quotient - low, 1 / b, a * worth(other)];
    const story = solvedStory({
      value: cost ?? count,
      way: [...way, ...way.map(one => one / worth(unit))],
      nouns: cost ? 'costs?|pay|price' : `${stem}\\w*`,
    });
    return { ...story, traps: [trap(stem, wrong, count)] };
  }
  return null;
};
