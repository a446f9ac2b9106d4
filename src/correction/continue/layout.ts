import type { Expr, Statement } from '../../math/expr.ts';
import { printLatex, printPlain } from '../../math/print.ts';
import { children, forEachSide, isStatement } from '../../math/tree.ts';
import type { Claim, Solution, Step } from '../../solution/solution.ts';

/** How a student writes: numbers as decimals or fractions, mathematics as LaTeX or plain text, and the marks around it. */
export interface Layout {
  readonly latex: boolean;
  readonly decimals: boolean;
  /** Mixed numbers instead of fractions larger than one. */
  readonly mixed: boolean;
  /** The sign between factors. */
  readonly times: string;
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
    decimals: claim.statement !== null && holds(claim.statement, node => node.kind === 'number' && node.decimals !== null),
    mixed: claim.statement !== null && holds(claim.statement, node => node.kind === 'mixed'),
    times: /\\times(?![a-zA-Z])|[×*]/.exec(claim.text)?.[0] ?? '',
    open: marks?.[0] ?? '',
    close: marks?.[1] ?? '',
  };
}

/** The sign that parts the decimals in a student's numbers, where it is a comma: `,` or `{,}`. Null for a point, and where both stand. */
export function decimalComma({ problem, steps }: Solution): string | null {
  const texts = [problem, ...steps.map(step => step.text)];
  const comma = /\d(,|\{,\})\d/.exec(texts.join('\n'))?.[1];
  const decimals = steps.some(({ claims }) =>
    claims.some(({ statement }) => statement !== null && holds(statement, node => node.kind === 'number' && node.decimals !== null)),
  );
  return comma !== undefined && decimals && !texts.some(text => /\d\.\d/.test(text)) ? comma : null;
}

export function written({ latex, times }: Layout, what: Expr | Statement): string {
  const text = latex ? printLatex(what) : printPlain(what);
  return times === '' ? text : text.replaceAll(latex ? '\\cdot ' : ' · ', latex ? `${times} ` : ` ${times} `);
}

/** A line of its own in the student's layout. */
export const lineOf = (layout: Layout, what: Expr | Statement): string => `${layout.open}${written(layout, what)}${layout.close}`;

function holds(what: Expr | Statement, test: (node: Expr) => boolean): boolean {
  if (!isStatement(what)) return test(what) || children(what).some(part => holds(part, test));
  let found = false;
  forEachSide(what, side => {
    found ||= holds(side, test);
  });
  return found;
}
