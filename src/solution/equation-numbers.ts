import type { Edit } from './mask.ts';
import type { Range } from './solution.ts';

/** A number in brackets at the end of a row or clause, also in a column of its own: `3x + 4y = 5 (2)`. */
const NUMBER =
  /(?<=[\p{L}\p{N})}$])(?:[ \t]|&|~|\\q?quad(?![a-z])|\\[ ,;])+\((\d{1,2}|i{1,3}|iv|vi{0,3})\)(?=[ \t]*(?:$|[,;.$]|\\\\|\\end\b|(?:and|und|et)\b))/gmu;
const LONGEST_ROW = 200;

/** Numbers of equations, as blanks, in a text that numbers at least its first two; no edits for any other text. */
export function equationNumbers(text: string, range: Range): Edit[] {
  const slice = text.slice(range.start, range.end);
  const found = [...slice.matchAll(NUMBER)].filter(({ index }) =>
    /[=<>≤≥][^\n]*$/.test(slice.slice(Math.max(0, index - LONGEST_ROW), index)),
  );
  const names = new Set(found.map(match => match[1]));
  if (!(names.has('1') && names.has('2')) && !(names.has('i') && names.has('ii'))) return [];
  return found.map(match => ({ start: range.start + match.index, end: range.start + match.index + match[0].length }));
}
