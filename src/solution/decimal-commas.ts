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
function decimalCommas(text: string, range: Range): Edit[] {
  const slice = text.slice(range.start, range.end);
  if (!CERTAIN.test(slice) || POINTS.test(slice.replace(GROUPED, ' '))) return [];
  const grouped = /\d\.\d{3},\d/.test(slice) ? [...slice.matchAll(GROUPED)] : [];
  return [
    ...[...slice.matchAll(NUMBER)].map(match => ({ match, by: `${(match[1] ?? '').replaceAll('.', '')}.${match[2] ?? ''}` })),
    ...grouped.map(match => ({ match, by: match[0].replaceAll('.', '') })),
  ].map(({ match, by }) => ({ start: range.start + match.index, end: range.start + match.index + match[0].length, by }));
}

/** `150 000`, not within a row of numbers. */
const SPACED =
  /(?<![\d.,^_/]|\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d/]|[.,]\d|[ \u00a0\u202f]\d|-\p{L}{2})(?=[^\S\n]*([=≈≠+\-−–×·*÷)a-z£€%]|[.,;:]?[^\S\n]*$))/gimu;
const OPERATION = /[=≈+\-−–×·*÷/(£€$][^\S\n]*$/;

/** Spaces between thousands, as commas. '3 250 g bags' may be three of 250 g: before a word only round thousands are certain. */
function spacedThousands(text: string, { start, end }: Range): Edit[] {
  return [...text.slice(start, end).matchAll(SPACED)].flatMap(({ 0: number, 1: behind = '', index }) => {
    const operated = OPERATION.test(text.slice(Math.max(start, start + index - 6), start + index));
    if (!number.endsWith('000') && (/[a-z]/i.test(behind) || !(operated || /[=≈+\-−–×·*÷]/.test(behind)))) return [];
    return [...number.matchAll(/\D/g)].map(space => ({
      start: start + index + space.index,
      end: start + index + space.index + 1,
      by: ',',
    }));
  });
}

/** Numbers written with decimal commas, or with spaces between thousands, as the reader of mathematics takes them. */
export const numberMarks = (text: string, range: Range): Edit[] => [...decimalCommas(text, range), ...spacedThousands(text, range)];
