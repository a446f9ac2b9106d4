import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { claimsOf } from './claims.ts';
import { hiddenIn } from './hidden.ts';
import { applyEdits, type Edit, trimRange } from './mask.ts';
import type { Source } from './pieces.ts';
import type { Range, Solution } from './solution.ts';
import { onePart } from './steps.ts';

interface SolutionRow {
  readonly id: string;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly answer?: string;
  readonly reference_solution?: string | readonly string[];
  /** Conditions that hold throughout. */
  readonly assumptions?: readonly string[];
}

/** The conditions that could be read. */
const conditionsIn = (texts: readonly string[]): Statement[] =>
  texts.map(text => parseStatement(text).statement).filter(statement => statement !== null && statement.kind !== 'truth');

const STATED = /^\s*#{2,6}\s|\banswer\b[^.!?]{0,60}\b(?:is|are|=|:)|\banswer\s*[:=]|\\boxed/i;

/** The step that states the final answer: the last one, where it says so or is nothing but a number. */
export function statedStep(steps: readonly string[]): string | undefined {
  const last = steps.at(-1);
  return last !== undefined && (STATED.test(last) || /^\s*[-−$£€]?\s*[\d.,/]+\s*%?\s*$/.test(last)) ? last : undefined;
}

/**
 * Reads a problem whose steps are given, one string a step. Offsets are into `text`: problem and steps joined by `\n`.
 * Strings may hold LaTeX, Markdown marks or plain text. Never throws.
 */
export function readRow(row: SolutionRow): { readonly solution: Solution; readonly text: string } {
  const text = [row.problem, ...row.steps].join('\n');
  const places: Range[] = [];
  let start = 0;
  for (const part of [row.problem, ...row.steps]) {
    places.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  const edits: Edit[] = places.flatMap(place => hiddenIn(text, place));
  const source: Source = { text, masked: applyEdits(text, edits), dollarIsMaths: false, closers: new Map() };
  const claims = claimsOf(
    source,
    places.map((place, index) => onePart(source, place, index === 0)),
  );
  const steps = row.steps.map((step, index) => ({
    text: step,
    range: places[index + 1] ?? { start, end: start },
    claims: claims[index + 1] ?? [],
  }));
  const stated = statedStep(row.steps) === undefined ? undefined : steps.at(-1);
  const reference = typeof row.reference_solution === 'string' ? row.reference_solution.split('\n') : row.reference_solution;
  const solution: Solution = {
    id: row.id,
    title: '',
    problem: row.problem,
    problemRange: places[0] ?? { start: 0, end: 0 },
    givens: claims[0] ?? [],
    steps,
    ...(row.assumptions === undefined ? {} : { conditions: conditionsIn(row.assumptions) }),
    ...(stated === undefined ? {} : { statedAnswer: { ...stated, range: trimRange(text, stated.range) } }),
    ...(row.answer === undefined ? {} : { answer: row.answer }),
    ...(reference === undefined ? {} : { reference }),
    range: { start: 0, end: text.length },
  };
  return { solution, text };
}
