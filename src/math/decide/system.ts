import { fromNumber, isZero, multiply, negate, power, type Rational, toNumber } from '../rational.ts';
import * as D from './dense.ts';
import { echelon, isContradiction } from './linear-system.ts';
import * as P from './polynomial.ts';
import { type Root, realRoots } from './roots.ts';

/** A solution: one root for each letter (by index). */
export type SystemPoint = ReadonlyMap<number, Root>;

export interface SystemSolutions {
  readonly points: readonly SystemPoint[];
  /** False when some solutions may be missing. */
  readonly complete: boolean;
  /** True when letters were free and were given values of our choice, so that the points are only some of infinitely many. */
  readonly sampled: boolean;
}

interface State {
  readonly polynomials: readonly P.Polynomial[];
  /** Letters already expressed: coefficient · letter + rest = 0, last one first. */
  readonly expressed: readonly { readonly letter: number; readonly coefficient: P.Polynomial; readonly rest: P.Polynomial }[];
}

/** Branches followed before a system is given up as incomplete. */
const MAX_BRANCHES = 60;

/**
 * The real common zeros of polynomials in the letters with these indices: by elimination of letters that occur linearly, then by the roots of what is left in one
 * letter. `choose` gives values to letters that stay free.
 */
export function solveSystem(polynomials: readonly P.Polynomial[], letters: readonly number[], choose: () => Rational): SystemSolutions {
  const points: SystemPoint[] = [];
  let complete = true;
  let sampled = false;
  let branches = 0;
  const finish = (state: State, values: Map<number, Root>): void => {
    const point = new Map(values);
    for (const { letter, coefficient, rest } of state.expressed) {
      for (const p of [coefficient, rest])
        for (const other of letters) if (P.degreeIn(p, other) > 0 && !point.has(other)) point.set(other, pick());
      const value = quotientAt(rest, coefficient, point);
      if (value === null) return;
      point.set(letter, value);
    }
    for (const letter of letters) if (!point.has(letter)) point.set(letter, pick());
    points.push(point);
  };
  const pick = (): Root => {
    sampled = true;
    const value = choose();
    return { exact: value, v: toNumber(value) };
  };
  const solve = (state: State): void => {
    if (++branches > MAX_BRANCHES) {
      complete = false;
      return;
    }
    const form = echelon(state.polynomials);
    if (isContradiction(form)) return;
    if (form.length === 0) {
      finish(state, new Map());
      return;
    }
    const linear = linearLetter(form, letters);
    if (linear) {
      eliminate(state, form, linear);
      return;
    }
    const [used] = letters.filter(letter => form.some(p => P.degreeIn(p, letter) > 0));
    if (used === undefined) return;
    const others = letters.filter(letter => letter !== used && form.some(p => P.degreeIn(p, letter) > 0));
    if (others.length === 0) oneLetter(state, form, used);
    else branch(state, form);
  };
  const eliminate = (state: State, form: readonly P.Polynomial[], { at, letter }: Linear): void => {
    const parts = P.coefficientsIn(form[at] ?? P.NONE, letter);
    const coefficient = parts[1] ?? P.NONE;
    const rest = parts[0] ?? P.NONE;
    const others = form.filter((_, i) => i !== at).map(p => insert(p, letter, coefficient, rest));
    if (others.includes(null)) {
      complete = false;
      return;
    }
    solve({ polynomials: others.filter(p => p !== null), expressed: [{ letter, coefficient, rest }, ...state.expressed] });
    if (!P.isConstant(coefficient)) solve({ ...state, polynomials: [...form.filter((_, i) => i !== at), coefficient, rest] });
  };
  const oneLetter = (state: State, form: readonly P.Polynomial[], letter: number): void => {
    const dense = form.map(p => denseIn(p, letter));
    const roots = dense.length > 1 && dense.some(D.isUnwieldy) ? null : realRoots(dense.reduce(D.gcd));
    if (roots === null) complete = false;
    for (const root of roots ?? []) finish(state, new Map([[letter, root]]));
  };
  /** No letter occurs linearly: follows the rational roots of an equation in one letter, or gives a value to a letter that may be free. */
  const branch = (state: State, form: readonly P.Polynomial[]): void => {
    const alone = form.map(p => letters.filter(letter => P.degreeIn(p, letter) > 0)).find(used => used.length === 1);
    const letter = alone?.[0];
    if (letter !== undefined) {
      const p = form.find(q => letters.every(other => (other === letter) === P.degreeIn(q, other) > 0));
      const roots = p ? realRoots(denseIn(p, letter)) : [];
      if (roots === null) complete = false;
      for (const root of roots ?? []) {
        if (!root.exact) complete = false;
        solveAt(state, form, letter, root.exact ?? fromNumber(root.v));
      }
    } else if (form.length === 1) {
      const free = letters.find(other => P.degreeIn(form[0] ?? P.NONE, other) > 0);
      sampled = true;
      if (free !== undefined) solveAt(state, form, free, choose());
    } else complete = false;
  };
  const solveAt = (state: State, form: readonly P.Polynomial[], letter: number, value: Rational): void => {
    const rest = P.constant(negate(value));
    const polynomials = form.map(p => insert(p, letter, P.UNIT, rest)).filter(p => p !== null);
    solve({ polynomials, expressed: [{ letter, coefficient: P.UNIT, rest }, ...state.expressed] });
  };
  solve({ polynomials, expressed: [] });
  return { points, complete, sampled };
}

interface Linear {
  readonly at: number;
  readonly letter: number;
}

/** A polynomial and a letter of degree 1 in it; one with a constant coefficient is preferred. */
function linearLetter(form: readonly P.Polynomial[], letters: readonly number[]): Linear | null {
  let found: Linear | null = null;
  for (const [at, p] of form.entries()) {
    for (const letter of letters) {
      if (P.degreeIn(p, letter) !== 1) continue;
      if (P.isConstant(P.coefficientsIn(p, letter)[1] ?? P.NONE)) return { at, letter };
      found ??= { at, letter };
    }
  }
  return found;
}

/** The polynomial with letter = −rest/coefficient put in, times a power of the coefficient. */
function insert(p: P.Polynomial, letter: number, coefficient: P.Polynomial, rest: P.Polynomial): P.Polynomial | null {
  const parts = P.coefficientsIn(p, letter);
  const minus = P.negate(rest);
  // Horner's rule in the letter: each step multiplies what is there by −rest, and what comes by one more coefficient.
  let result: P.Polynomial | null = P.NONE;
  let high: P.Polynomial | null = P.UNIT;
  for (let k = parts.length - 1; k >= 0 && result && high; k--) {
    const shifted: P.Polynomial | null = P.multiply(result, minus);
    const term: P.Polynomial | null = P.multiply(parts[k] ?? P.NONE, high);
    result = shifted && term && P.add(shifted, term);
    high = P.multiply(high, coefficient);
  }
  return result;
}

function denseIn(p: P.Polynomial, letter: number): D.Dense {
  return D.fromRationals(P.coefficientsIn(p, letter).map(c => P.constantTerm(c) ?? { n: 0n, d: 1n }));
}

/** −rest/coefficient at known values; null where the coefficient is 0. */
function quotientAt(rest: P.Polynomial, coefficient: P.Polynomial, at: SystemPoint): Root | null {
  const n = valueAt(rest, at);
  const d = valueAt(coefficient, at);
  if (n.exact && d.exact) {
    if (isZero(d.exact)) return null;
    const value = multiply(negate(n.exact), d.exact.n < 0n ? { n: -d.exact.d, d: -d.exact.n } : { n: d.exact.d, d: d.exact.n });
    return { exact: value, v: toNumber(value) };
  }
  return Math.abs(d.v) < 1e-12 ? null : { exact: null, v: -n.v / d.v };
}

function valueAt(p: P.Polynomial, at: SystemPoint): Root {
  let exact: Rational | null = { n: 0n, d: 1n };
  let v = 0;
  for (const [m, c] of p) {
    let term: Rational | null = c;
    let approx = toNumber(c);
    for (const [letter, root] of at) {
      const e = P.exponentOf(m, letter);
      if (e === 0) continue;
      approx *= root.v ** e;
      const factor: Rational | null = root.exact && (isZero(root.exact) ? root.exact : power(root.exact, e));
      term = term && factor && multiply(term, factor);
    }
    v += approx;
    exact = exact && term && addExact(exact, term);
  }
  return { exact, v: exact ? toNumber(exact) : v };
}

function addExact(a: Rational, b: Rational): Rational {
  return P.constantTerm(P.add(P.constant(a), P.constant(b))) ?? { n: 0n, d: 1n };
}
