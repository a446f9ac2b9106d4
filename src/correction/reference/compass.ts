import * as Q from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { type Calculation, graphOf, numbersIn } from './graph.ts';
import { quantitiesIn } from './quantities.ts';
import { reassociated } from './reassociate.ts';
import { type Road, roadOf } from './road.ts';
import { overlap, wordsIn } from './words.ts';

/** What is known to be right. */
export interface Known {
  readonly answer: Q.Rational;
  readonly problem: string;
  readonly reference: readonly Step[];
  readonly referenceText: string;
}

/** A line of the reference, as steps are compared with it. */
interface Line {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly results: ReadonlySet<string>;
}

/** The reference as a set of landmarks: values are printed rationals. */
export interface Compass {
  readonly answer: Q.Rational;
  readonly graph: readonly Calculation[];
  readonly road: Road;
  /** Results of its calculations, and the answer. */
  readonly results: ReadonlySet<string>;
  /** Every number it names. */
  readonly spoken: ReadonlySet<string>;
  /** What else the same work may give in another order, and its results in another unit. */
  readonly elsewhere: ReadonlySet<string>;
  readonly lines: readonly Line[];
}

/** Sizes of common units in smaller ones. */
const SCALES = [7, 10, 12, 24, 60, 100, 1000, 3600];

export const key = (value: Q.Rational): string => Q.printRational(value);
export const keysIn = (text: string): ReadonlySet<string> => new Set(quantitiesIn(text).map(q => key(q.value)));

export function compassOf({ answer, problem, reference, referenceText }: Known): Compass {
  const graph = graphOf(reference);
  const values = [...graph.map(c => c.value), answer];
  const results = new Set(values.map(key));
  const scaled = values.flatMap(value => SCALES.flatMap(n => [Q.multiply(value, Q.rational(n)), Q.multiply(value, Q.rational(1, n))]));
  const lines = reference.map((line, index) => ({
    words: wordsIn(line.text),
    numbers: keysIn(line.text),
    results: new Set(graph.filter(c => c.step === index).map(c => key(c.value))),
  }));
  return {
    answer,
    graph,
    road: roadOf(graph, problem, answer),
    results,
    spoken: new Set([...results, ...keysIn(referenceText)]),
    elsewhere: new Set([...reassociated(graph), ...scaled.map(key)]),
    lines,
  };
}

/** A value that no part of the reference has. */
export const isForeign = ({ spoken, elsewhere }: Compass, value: string): boolean => !spoken.has(value) && !elsewhere.has(value);

/** The very calculation of the reference: same numbers, same result. */
export const isMatched = ({ graph }: Compass, own: Calculation): boolean =>
  graph.some(c => sameNumbers(own, c) && Q.equal(own.value, c.value));

/** Its numbers, put together to another result. */
export const isMismatched = ({ graph }: Compass, own: Calculation): boolean =>
  graph.some(c => sameNumbers(own, c) && !Q.equal(own.value, c.value));

/** Largest share of numbers that the calculation has in common with one of the reference that gives something else. */
export function likeness({ graph }: Compass, own: Calculation): number {
  const numbers = numbersIn(own.expr).map(n => key(n.value));
  const shares = graph.map(c => {
    if (Q.equal(c.value, own.value)) return 0;
    const others = numbersIn(c.expr).map(n => key(n.value));
    return numbers.filter(n => others.includes(n)).length / Math.max(numbers.length, others.length);
  });
  return Math.max(0, ...shares);
}

/** The line most like a step, by its words or by words and numbers, and how like it is: between 0 and 1. */
export function nearest(
  { lines }: Compass,
  words: ReadonlySet<string>,
  numbers: ReadonlySet<string> | null,
): { line: Line | null; score: number } {
  let best: { line: Line | null; score: number } = { line: null, score: 0 };
  for (const line of lines) {
    const score = numbers === null ? overlap(words, line.words) : (overlap(words, line.words) + overlap(numbers, line.numbers)) / 2;
    if (score > best.score) best = { line, score };
  }
  return best;
}

const sameNumbers = (a: Calculation, b: Calculation): boolean => listed(a) === listed(b);

const listed = ({ expr }: Calculation): string =>
  numbersIn(expr)
    .map(n => key(n.value))
    .sort()
    .join(' ');
