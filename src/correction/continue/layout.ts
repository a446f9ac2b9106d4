import type { Expr, Statement } from '../../math/expr.ts';
import { printLatex, printPlain } from '../../math/print.ts';
import { children, forEachSide, isStatement } from '../../math/tree.ts';
import type { Claim, Step } from '../../solution/solution.ts';

/** How a student writes: numbers as decimals or fractions, mathematics as LaTeX or plain text, and the marks around it. */
export interface Layout {
  readonly latex: boolean;
  readonly decimals: boolean;
  /** What stands right before and after the mathematics of a line: `$`, `\[`, or nothing. */
  readonly open: string;
  readonly close: string;
}

const MARKS: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\[', '\\]'],
  ['\\(', '\\)'],
];

/** Where a claim stands in its step's own text; null when the step's text does not hold it word for word. */
export function placeIn(step: Step, claim: Claim): { start: number; end: number } | null {
  const start = claim.range.start - step.range.start;
  const end = claim.range.end - step.range.start;
  return start >= 0 && step.text.slice(start, end) === claim.text ? { start, end } : null;
}

export function layoutOf(step: Step, claim: Claim): Layout {
  const place = placeIn(step, claim);
  const before = place ? step.text.slice(0, place.start).trimEnd() : '';
  const after = place ? step.text.slice(place.end).trimStart() : '';
  const marks = MARKS.find(([open, close]) => before.endsWith(open) && after.startsWith(close));
  return {
    latex: marks !== undefined || /\\[a-zA-Z]/.test(claim.text),
    decimals: claim.statement !== null && hasDecimals(claim.statement),
    open: marks?.[0] ?? '',
    close: marks?.[1] ?? '',
  };
}

export const written = (layout: Layout, what: Expr | Statement): string => (layout.latex ? printLatex(what) : printPlain(what));

/** A line of its own in the student's layout. */
export const lineOf = (layout: Layout, what: Expr | Statement): string => `${layout.open}${written(layout, what)}${layout.close}`;

function hasDecimals(what: Expr | Statement): boolean {
  if (isStatement(what)) {
    let found = false;
    forEachSide(what, side => {
      found ||= hasDecimals(side);
    });
    return found;
  }
  return (what.kind === 'number' && what.decimals !== null) || children(what).some(hasDecimals);
}
