/** Words that say nothing of what a line is about. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can did do does for from get gets given has have having he her his how i if in into is it its let
  must need needs not of on or out s she so than that the their them then there therefore these they this thus to up was we were what when where
  which who will with would you`.split(/\s+/),
);

/** What a text is about: its words without endings, the empty ones left out. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set(words.filter(word => word.length > 1 && !EMPTY.has(word)).map(stem));
}

/** A word without its ending. */
export const stem = (word: string): string => word.replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '');

/** Share of what two sets have in common, between 0 and 1: twice the common part over both sizes. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const item of a) if (b.has(item)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Share of the first set that the second one holds; 1 for an empty set. */
export function covered<T>(a: ReadonlySet<T>, by: ReadonlySet<T>): number {
  if (a.size === 0) return 1;
  let common = 0;
  for (const item of a) if (by.has(item)) common += 1;
  return common / a.size;
}
