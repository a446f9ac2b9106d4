import { evaluateExact } from '../../../math/evaluate.ts';
import type { Expr } from '../../../math/expr.ts';
import { parseStatement } from '../../../math/parse.ts';
import * as Q from '../../../math/rational.ts';
import { lettersOf } from '../../../math/tree.ts';
import type { Solution } from '../../../solution/solution.ts';
import { isClosed } from '../../letters.ts';
import { type Compass, isForeign, key, keysIn } from '../compass.ts';
import { type Calculation, neededValue, withoutUnits } from '../graph.ts';
import { valueWith } from '../shaken.ts';
import { namedEquations, type Sides } from './named.ts';

/** What equations in letters say, once the letters have the values that the reference would give them. */
export interface UnknownSigns {
  /** The first equation that is false then, and after it; all equations of the step are true. */
  readonly falseEquation: number;
  readonly afterFalseEquation: number;
  readonly trueEquation: number;
}

type Values = ReadonlyMap<string, number>;

/** Values that are tried for a letter. */
const MOST_VALUES = 25;

/** Letters that are tried together. */
const MOST_LETTERS = 2;

/** An equation in letters that is not judged because of the words around it. */
const DOUBTED = /^[^a-z=]*[a-z](?:[^a-z=]|[a-z](?![a-z]))*=|=(?:[^a-z=]|[a-z](?![a-z]))*[a-z][^a-z=]*$/i;

const NONE: UnknownSigns = { falseEquation: 0, afterFalseEquation: 0, trueEquation: 0 };

/**
 * Each letter gets the value that makes the student's chain end in the answer, where the reference has that value; else the value of the reference with
 * which most of the student's equations are true, up to the first false one.
 */
export function unknownSigns(
  { steps, problem }: Solution,
  graph: readonly Calculation[],
  last: number,
  found: Q.Rational,
  compass: Compass,
): UnknownSigns[] {
  const { answer } = compass;
  const results = valuesOf(compass.results);
  const inWords = namedEquations(steps);
  const equations = steps.map(({ claims }, index) => [
    ...claims.flatMap(claim => {
      const statement = claim.statement ?? (DOUBTED.test(claim.text) ? parseStatement(claim.text).statement : null);
      return statement?.kind === 'chain' && statement.sides.length > 1 && lettersOf(statement).length > 0 ? [statement.sides] : [];
    }),
    ...(inWords[index] ?? []),
  ]);
  const letters = [...new Set(equations.flat(2).flatMap(lettersOf))].filter(letter => /^[a-z]$/i.test(letter)).slice(0, MOST_LETTERS);
  if (letters.length === 0) return steps.map(() => NONE);
  const known = [...new Set([Q.toNumber(answer), ...results, ...valuesOf(compass.spoken), ...valuesOf(keysIn(problem))])]
    .filter(value => value !== 0)
    .slice(0, MOST_VALUES);
  const options = letters.map(letter => {
    const needed = neededFor(letter, equations, graph, last, answer, found, compass);
    return needed === null
      ? optionsFor(letter, equations, known, results, Q.toNumber(answer), Q.toNumber(found))
      : [{ value: needed, bonus: 0 }];
  });
  let best: { readonly score: number; readonly values: Values } | null = null;
  for (const { values, bonus } of together(letters, options)) {
    const score = bonus + trueUpToFalse(equations, values, results);
    if (best === null || score > best.score) best = { score, values };
  }
  const values = best?.values ?? new Map<string, number>();
  const isFalse = equations.map(here => here.some(sides => holds(sides, values) === false));
  const first = isFalse.indexOf(true);
  return steps.map((_, index) => ({
    falseEquation: index === first ? 1 : 0,
    afterFalseEquation: first >= 0 && index > first ? 1 : 0,
    trueEquation: (equations[index]?.length ?? 0) > 0 && !isFalse[index] ? 1 : 0,
  }));
}

/**
 * The value that the letter should have had for the lines after it, as the student wrote them, to give the answer. Null where the letter is not solved
 * for, where nothing leads from it to the answer, or where no part of the reference has that value.
 */
function neededFor(
  letter: string,
  equations: readonly (readonly Sides[])[],
  graph: readonly Calculation[],
  last: number,
  answer: Q.Rational,
  found: Q.Rational,
  compass: Compass,
): number | null {
  const step = equations.findLastIndex(here => here.some(sides => solved(letter, sides) !== null));
  const own = equations[step]?.map(sides => solved(letter, sides)).findLast(value => value !== null);
  if (!own) return null;
  const value = Q.equal(own, found) ? answer : last < 0 ? null : neededOnTheWay(graph, step, own, last, answer);
  return value !== null && !isForeign(compass, key(value)) ? Q.toNumber(value) : null;
}

/** `x = 4.5`, `4.5 = x`, `x = 9/2` */
function solved(letter: string, sides: Sides): Q.Rational | null {
  if (!sides.some(side => side.kind === 'symbol' && side.name === letter)) return null;
  return sides.map(side => (isClosed(side) ? evaluateExact(withoutUnits(side)) : null)).findLast(value => value !== null) ?? null;
}

/** The letter's value as one more calculation, which later lines that use the number are computed from. */
function neededOnTheWay(graph: readonly Calculation[], step: number, own: Q.Rational, last: number, answer: Q.Rational): Q.Rational | null {
  const at = graph.findIndex(c => c.step > step || (c.step === step && c.operands.some(o => Q.equal(o.node.value, own))));
  const first = graph[0];
  if (at < 0 || at > last || !first) return null;
  const isLater = (source: number | null): boolean => source !== null && source >= at;
  const moved = graph.slice(at).map(c => ({
    ...c,
    operands: c.operands.map(operand =>
      isLater(operand.source)
        ? { ...operand, source: (operand.source ?? 0) + 1 }
        : Q.equal(operand.node.value, own)
          ? { ...operand, source: at }
          : operand,
    ),
  }));
  const letter: Calculation = { ...first, step, value: own, operands: [] };
  return neededValue([...graph.slice(0, at), letter, ...moved], at, last + 1, answer);
}

/** Printed rationals as numbers. */
const valuesOf = (keys: ReadonlySet<string>): number[] =>
  [...keys].map(text => {
    const [n = '0', d = '1'] = text.split('/');
    return Number(n) / Number(d);
  });

interface Option {
  readonly value: number;
  /** What speaks for it beforehand. */
  readonly bonus: number;
}

/**
 * The student's own value where it is a result of the reference; else other values of the reference, the known answer all the more where the student
 * answers with this letter.
 */
function optionsFor(
  letter: string,
  equations: readonly (readonly Sides[])[],
  known: readonly number[],
  results: readonly number[],
  answer: number,
  found: number,
): Option[] {
  const own = solvedAs(letter, equations.flat());
  if (own === null) return known.map(value => ({ value, bonus: 0 }));
  if (near(own, found)) return [{ value: answer, bonus: 0 }];
  if (results.some(result => near(result, own))) return [{ value: own, bonus: 0 }];
  return known.filter(value => !near(value, own)).map(value => ({ value, bonus: 0 }));
}

function* together(
  [letter, ...others]: readonly string[],
  [options = [], ...rest]: readonly (readonly Option[])[],
): Generator<{
  values: Values;
  bonus: number;
}> {
  if (letter === undefined) yield { values: new Map(), bonus: 0 };
  else
    for (const inner of together(others, rest))
      for (const { value, bonus } of options) yield { values: new Map(inner.values).set(letter, value), bonus: inner.bonus + bonus };
}

/** The value that the student finds for a letter last. */
function solvedAs(letter: string, equations: readonly Sides[]): number | null {
  for (const sides of equations.toReversed()) {
    if (!sides.some(side => side.kind === 'symbol' && side.name === letter)) continue;
    const value = sides.map(side => worth(side, new Map())).findLast(v => !Number.isNaN(v));
    if (value !== undefined) return value;
  }
  return null;
}

/** Equations that are true before the first false one; more for one with a result of the reference. */
function trueUpToFalse(equations: readonly (readonly Sides[])[], values: Values, results: readonly number[]): number {
  let score = 0;
  for (const sides of equations.flat()) {
    const is = holds(sides, values);
    if (is === false) return score;
    if (is) score += sides.some(side => results.some(result => near(result, worth(side, values)))) ? 1.5 : 1;
  }
  return score;
}

/** Null: it has no value with these letters. */
function holds(sides: Sides, letters: Values): boolean | null {
  const [first = Number.NaN, ...others] = sides.map(side => worth(side, letters));
  if ([first, ...others].some(Number.isNaN)) return null;
  return others.every(value => near(value, first));
}

/** Equal up to rounding. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.006 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

const worth = (expr: Expr, letters: Values): number =>
  valueWith(expr, node => (node.kind === 'number' ? Q.toNumber(node.value) : (letters.get(node.name) ?? Number.NaN)));
