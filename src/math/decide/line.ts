import type { Statement } from '../expr.ts';
import { type Rational, rational, toNumber } from '../rational.ts';
import { between, type Criticals, criticals, merge } from './critical.ts';
import type { Root } from './roots.ts';
import type { Point } from './samples.ts';
import { type Truth, truthAt } from './truth.ts';

/** A place at which two statements disagree. */
export interface Disagreement {
  readonly at: Point;
  /** The value of the letter the line runs along. */
  readonly root: Root;
  /** Which of the two is true there. */
  readonly only: 'first' | 'second';
}

export interface LineResult {
  readonly disagreements: readonly Disagreement[];
  /** True when the two agree at every place and in every stretch, and none was left out. */
  readonly proved: boolean;
  /** Places at which both are true. */
  readonly shared: number;
  /** Places at which a truth could not be told. */
  readonly doubtful: number;
}

/** The line along which statements are compared: a letter, with the others fixed, inside the stated conditions and, if given, a window around 0. */
export interface Line {
  readonly letter: string;
  readonly fixed: ReadonlyMap<string, Rational>;
  readonly assume: readonly Statement[];
  readonly window?: number;
}

/** The relative error of a rounded root, and the error of a rough one. */
const ROOT_ERROR = 4.5e-16;
const ROUGH_ERROR = 2e-8;

/** Compares the truth of two statements in one letter at all critical places of both and once in every stretch between them. */
export function compareOnLine(a: Statement, b: Statement, line: Line): LineResult {
  const all: Criticals[] = [a, b, ...line.assume].map(s => criticals(s, line.letter, line.fixed));
  const window = line.window ?? Number.POSITIVE_INFINITY;
  const places = merge(all.flatMap(c => c.roots)).filter(root => Math.abs(root.v) <= window);
  const disagreements: Disagreement[] = [];
  let shared = 0;
  let doubtful = 0;
  const look = (root: Root): void => {
    const at = pointAt(root, line.letter, line.fixed);
    if (line.assume.some(condition => truthAt(condition, at) === false)) return;
    const x: Truth = truthAt(a, at);
    const y: Truth = truthAt(b, at);
    if (x === null || y === null) doubtful++;
    else if (x !== y) disagreements.push({ at, root, only: x ? 'first' : 'second' });
    else if (x) shared++;
  };
  for (const root of places) if (!root.pole) look(root);
  for (const stretch of stretches(places)) look({ exact: stretch, v: toNumber(stretch) });
  const proved = doubtful === 0 && disagreements.length === 0 && all.every(c => c.complete);
  return { disagreements, proved, shared, doubtful };
}

export function pointAt(root: Root, letter: string, fixed: ReadonlyMap<string, Rational>): Point {
  const real = new Map<string, number | { v: number; e: number }>();
  for (const [name, v] of fixed) real.set(name, toNumber(v));
  if (root.exact) {
    real.set(letter, toNumber(root.exact));
    return { exact: new Map(fixed).set(letter, root.exact), real };
  }
  real.set(letter, { v: root.v, e: root.rough ? ROUGH_ERROR : Math.abs(root.v) * ROOT_ERROR });
  return { exact: fixed, real };
}

/** One short fraction from each open stretch that the places leave. */
function stretches(places: readonly Root[]): Rational[] {
  const first = places[0];
  const last = places.at(-1);
  if (!first || !last) return [rational(1)];
  const inner = places.slice(1).map((place, i) => between(places[i]?.v ?? place.v, place.v));
  const outside = (v: number) => 1 + Math.abs(v) / 2;
  return [rational(BigInt(Math.floor(first.v - outside(first.v)))), ...inner, rational(BigInt(Math.ceil(last.v + outside(last.v))))];
}
