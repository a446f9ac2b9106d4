import { readOutline } from '../../solution/read.ts';
import type { DocumentFormat, Range, Solution } from '../../solution/solution.ts';

/** What begins a problem where there are no headings: `1)`, `2.`, `Q3:`, `#4`, `**5.**`, alone or before the first line of the work. */
const MARK =
  /^[ \t]{0,3}(?:\*\*|__)?(?:(?:(?:q(?:uestion)?|ex(?:ercise)?|no|nr)\.?[ \t]?|#)(\d{1,3})[).:]?|(\d{1,3})[).:])(?:\*\*|__)?[ \t]*(?=\s|$)/gim;

/**
 * The pieces of a document that only numbers its problems. Null when its numbers do not look like a set's: they rise, none is above `most`, they cover
 * half of the set at least, and some piece has several lines (else they number the steps of one solution).
 * @param most how many problems there are
 */
export function numberedPieces(text: string, format: DocumentFormat, most: number): readonly Solution[] | null {
  const marks = [...text.matchAll(MARK)].map(mark => ({
    number: Number(mark[1] ?? mark[2]),
    start: mark.index,
    from: mark.index + mark[0].length,
  }));
  const rising = marks.every(({ number }, i) => number > (marks[i - 1]?.number ?? 0) && number <= most);
  if (marks.length < 2 || marks.length * 2 < most || !rising || text.slice(0, marks[0]?.start).trim().includes('=')) return null;
  const pieces = marks.map(({ number, from }, i) => ({ number, from, end: marks[i + 1]?.start ?? text.length }));
  if (pieces.every(({ from, end }) => !/\S[^\n]*\n\s*\S/.test(text.slice(from, end)))) return null;
  return pieces.flatMap(({ number, from, end }) => {
    const read = readOutline(text.slice(from, end), format).solutions[0];
    return read ? [moved({ ...read, title: `Problem ${number}` }, from, end)] : [];
  });
}

/** The piece with its places as the whole document counts them; it begins after its number. */
function moved(solution: Solution, by: number, end: number): Solution {
  const move = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return {
    ...solution,
    problemRange: move(solution.problemRange),
    steps: solution.steps.map(step => ({ ...step, range: move(step.range) })),
    range: { start: by, end },
  };
}
