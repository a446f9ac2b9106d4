import type { Statement } from '../expr.ts';
import { type Rational, rational, toNumber } from '../rational.ts';
import { between, criticals, merge } from './critical.ts';
import type { Root } from './roots.ts';
import type { Point } from './samples.ts';
import { type Truth, truthAt } from './truth.ts';

/** A place on the line at which the two statements disagree. */
export interface Disagreement {
  readonly at: Point;
  readonly root: Root;
  /** Which of the two is true there. */
  readonly only: 'first' | 'second';
  /** A lone point, rather than a value from a whole stretch. */
  readonly lone: boolean;
}

export interface LineResult {
  readonly disagreements: readonly Disagreement[];
  /** True when the two agree at every place that was decided, and every place was decided and looked at. */
  readonly proved: boolean;
  /** Places at which both are true. */
  readonly shared: number;
  /** Places at which a truth could not be told. */
  readonly doubtful: number;
}

/** The relative error of a rounded root. */
const ROOT_ERROR = 4.5e-16;

/** Compares the truth of two statements in one letter at all critical places of both and once in every stretch between them. */
export function compareOnLine(a: Statement, b: Statement, letter: string, fixed: ReadonlyMap<string, Rational>): LineResult {
  const ca = criticals(a, letter, fixed);
  const cb = criticals(b, letter, fixed);
  const places = merge([...ca.roots, ...cb.roots]);
  const disagreements: Disagreement[] = [];
  let shared = 0;
  let doubtful = 0;
  const look = (root: Root, lone: boolean): void => {
    const at = pointAt(root, letter, fixed);
    const x: Truth = truthAt(a, at);
    const y: Truth = truthAt(b, at);
    if (x === null || y === null) doubtful++;
    else if (x !== y) disagreements.push({ at, root, only: x ? 'first' : 'second', lone });
    else if (x) shared++;
  };
  for (const root of places) look(root, true);
  for (const stretch of stretches(places)) look({ exact: stretch, v: toNumber(stretch) }, false);
  return { disagreements, proved: ca.complete && cb.complete && doubtful === 0 && disagreements.length === 0, shared, doubtful };
}

export function pointAt(root: Root, letter: string, fixed: ReadonlyMap<string, Rational>): Point {
  const real = new Map<string, number | { v: number; e: number }>([...fixed].map(([name, v]) => [name, toNumber(v)]));
  if (root.exact) {
    real.set(letter, toNumber(root.exact));
    return { exact: new Map([...fixed, [letter, root.exact]]), real };
  }
  real.set(letter, { v: root.v, e: Math.abs(root.v) * ROOT_ERROR });
  return { exact: fixed, real };
}

/** One short fraction from each open stretch that the places leave. */
function stretches(places: readonly Root[]): Rational[] {
  const first = places[0];
  const last = places.at(-1);
  if (!first || !last) return [rational(1)];
  const inner = places.slice(1).map((place, i) => between(places[i]?.v ?? place.v, place.v));
  return [rational(BigInt(Math.floor(first.v)) - 1n), ...inner, rational(BigInt(Math.ceil(last.v)) + 1n)];
}
