import type { Edit } from './mask.ts';
import type { Range } from './solution.ts';

/** A comma between digits that can be nothing but a decimal comma: a letter, a unit, a sign for money or percent, or an operation stands behind the number. */
const CERTAIN = /(?<![\d,.])\d+,(?!\d{3}(?!\d))\d+(?![\d,.])(?:\s*(?:€|euro\b)|[a-z](?![a-z]))|\d\.\d{3},\d{2}(?!\d)/i;
/** What says that decimals are written with a point, or that commas part thousands. */
const POINTS =
  /(?<![\d.])\d+\.(?:\d{1,2}|\d{4,})(?![\d.])|\d,\d{3}(?:,\d{3}|\.\d)|(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])|[([{]\s*-?\d+\s*,\s*-?\d+(?:\s*,\s*-?\d+)*\s*\\?[)\]}]|\d,\s\d+,/;
const NUMBER = /(?<![\d,.])(\d{1,3}(?:\.\d{3})+|\d+),(\d+)(?![\d,]|\.\d)/g;
const GROUPED = /(?<![\d,.])\d{1,3}(?:\.\d{3})+(?![\d,.]*\d)/g;

/** Decimal commas of a text that is written with them throughout, as points; no edits for any other text. */
export function decimalCommas(text: string, range: Range): Edit[] {
  const slice = text.slice(range.start, range.end);
  if (!CERTAIN.test(slice) || POINTS.test(slice.replace(GROUPED, ' '))) return [];
  const grouped = /\d\.\d{3},\d/.test(slice) ? [...slice.matchAll(GROUPED)] : [];
  return [
    ...[...slice.matchAll(NUMBER)].map(match => ({ match, by: `${(match[1] ?? '').replaceAll('.', '')}.${match[2] ?? ''}` })),
    ...grouped.map(match => ({ match, by: match[0].replaceAll('.', '') })),
  ].map(({ match, by }) => ({ start: range.start + match.index, end: range.start + match.index + match[0].length, by }));
}
