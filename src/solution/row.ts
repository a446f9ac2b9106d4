import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { annotationsIn } from './annotations.ts';
import { claimsOf } from './claims.ts';
import { numberMarks } from './decimal-commas.ts';
import { equationNumbers } from './equation-numbers.ts';
import { hiddenIn } from './hidden.ts';
import { applyEdits, type Edit, trimRange } from './mask.ts';
import type { Source } from './pieces.ts';
import type { Claim, Range, Solution, Step } from './solution.ts';
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
  const { text, claims, places } = readParts([row.problem, ...row.steps], 0);
  const steps = row.steps.map((step, index) => stepOf(step, index + 1, places, claims));
  const stated = statedStep(steps.map(step => step.text)) === undefined ? undefined : steps.at(-1);
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

/**
 * The solution with its steps from `from` on written anew. Only these are read: the steps before them stay the same objects, so that what was decided of
 * them is remembered.
 */
export function revised(solution: Solution, from: number, texts: readonly string[]): Solution {
  const key = [from, ...texts].join('\0');
  const last = revisions.get(solution);
  if (last?.key === key) return last.made;
  const made = readAnew(solution, from, texts);
  revisions.set(solution, { key, made });
  return made;
}

/** The last revision of a solution: whoever asks for it next gets the same steps. */
const revisions = new WeakMap<Solution, { readonly key: string; readonly made: Solution }>();

function readAnew(solution: Solution, from: number, texts: readonly string[]): Solution {
  const kept = solution.steps.slice(0, from);
  const { text, claims, places } = readParts([solution.problem, ...kept.map(step => step.text), ...texts], kept.length + 1);
  const steps = [...kept, ...texts.map((step, index) => stepOf(step, kept.length + 1 + index, places, claims))];
  const { statedAnswer: _, ...rest } = solution;
  const stated = statedStep(steps.map(step => step.text)) === undefined ? undefined : steps.at(-1);
  return {
    ...rest,
    steps,
    ...(stated === undefined ? {} : { statedAnswer: { ...stated, range: trimRange(text, stated.range) } }),
    range: { start: 0, end: text.length },
  };
}

/** The places of all parts in the text that they make, and the claims of those from `first` on. The first part of all is the problem. */
function readParts(parts: readonly string[], first: number) {
  const text = parts.join('\n');
  let start = 0;
  const places = parts.map((part): Range => {
    const place = { start, end: start + part.length };
    start = place.end + 1;
    return place;
  });
  const wanted = places.slice(first);
  const whole = { start: 0, end: text.length };
  const edits: Edit[] = [
    ...wanted.flatMap(place => hiddenIn(text, place)),
    ...annotationsIn(text),
    ...numberMarks(text, whole),
    ...equationNumbers(text, whole),
  ];
  const source: Source = { text, masked: applyEdits(text, edits), dollarIsMaths: false, closers: new Map() };
  const read = claimsOf(
    source,
    wanted.map((place, index) => onePart(source, place, first + index === 0)),
  );
  return { text, places, claims: [...places.slice(0, first).map((): Claim[] => []), ...read] };
}

const stepOf = (text: string, part: number, places: readonly Range[], claims: readonly (readonly Claim[])[]): Step => ({
  text,
  range: places[part] ?? { start: 0, end: 0 },
  claims: claims[part] ?? [],
});
