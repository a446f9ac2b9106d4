import type { Expr, Relation, Statement } from '../math/expr.ts';
import { isStatement, negate, sum } from './build.ts';
import { type Complex, close, minus, modulus, over, plus, real, times } from './complex.ts';
import { type Point, valueAt } from './sample.ts';

/**
 * What a line says, in a few numbers, so that hundreds of candidates can be thrown out without an exact comparison.
 * `value`: the values of an expression. `zero`: left minus right of equations, up to a constant factor (alternatives multiplied together).
 * `truth`: where an inequality holds. Equal lines have equal fingerprints; the opposite is left to the exact comparison.
 */
export interface Fingerprint {
  readonly form: 'value' | 'zero' | 'system' | 'truth' | 'antiderivative';
  readonly values: readonly Complex[];
}

const POINTS: readonly Point[] = [0, 1, 2, 3].map(index => ({ index, sign: 1 }));
const FIRST: Point = { index: 0, sign: 1 };
const SECOND: Point = { index: 1, sign: 1 };
const TOLERANCE = 1e-8;
const TRIALS: readonly number[] = Array.from({ length: 97 }, (_, i) => (i - 48) / 4);

/** The fingerprint, or null where the line is not defined at the sample points or not understood. */
export function fingerprint(whole: Expr | Statement, upToConstant = false): Fingerprint | null {
  if (!isStatement(whole)) return valuesOf(whole, upToConstant);
  if (whole.kind === 'chain' && whole.sides.length === 1 && whole.sides[0]) return valuesOf(whole.sides[0], upToConstant);
  if (whole.kind === 'truth') return truth(whole);
  const parts = partsOf(whole);
  if (parts === null) return null;
  if (parts.every(({ relation }) => relation === '='))
    return whole.kind === 'and' && parts.length > 1 ? system(parts) : residues(parts.map(p => p.difference));
  return truth(whole);
}

/** True when the two could be the same line. */
export function agree(a: Fingerprint, b: Fingerprint): boolean {
  if (a.form !== b.form || a.values.length !== b.values.length) return false;
  return a.values.every((value, i) => close(value, b.values[i] ?? real(Number.NaN), a.form === 'antiderivative' ? 1e-6 : TOLERANCE));
}

/** True when the line has this fingerprint. Stops at the first point that tells them apart, which is nearly always the first or second. */
export function hasPrint(whole: Expr | Statement, print: Fingerprint, upToConstant = false): boolean {
  const quick = quickly(whole, print);
  if (quick !== null) return quick;
  const own = fingerprint(whole, upToConstant);
  return own !== null && agree(own, print);
}

/** False where one point is enough to tell; null where all must be looked at. */
function quickly(whole: Expr | Statement, { form, values }: Fingerprint): false | null {
  const line = isStatement(whole) && whole.kind === 'chain' && whole.sides.length === 1 && whole.sides[0] ? whole.sides[0] : whole;
  const [first, second] = values;
  if (!isStatement(line)) {
    if (form === 'antiderivative') return null;
    if (form !== 'value' || !first) return false;
    if (line.kind === 'list') return null;
    const value = valueAt(line, FIRST);
    return value && close(value, first, TOLERANCE) ? null : false;
  }
  if (form === 'value' || form === 'antiderivative') return false;
  if (form === 'truth') {
    for (let i = 0; i < TRIALS.length; i += 5) {
      if (holdsAt(line, TRIALS[i] ?? 0) !== values[i]?.re) return false;
    }
    return null;
  }
  const sides = line.kind === 'chain' && line.sides.length === 2 && form === 'zero' ? line.sides : null;
  if (!sides?.[0] || !sides[1] || !second || line.kind !== 'chain' || line.relations[0] !== '=' || sides.some(containsPlusMinus))
    return null;
  const at = (point: Point): Complex | null => {
    const [left, right] = [sides[0] && valueAt(sides[0], point), sides[1] && valueAt(sides[1], point)];
    return left && right ? minus(left, right) : null;
  };
  const here = at(FIRST);
  const there = here && at(SECOND);
  if (!here || !there) return false;
  if (modulus(here) < 1e-10) return null;
  const scaled = over(there, here);
  return scaled && close(scaled, second, TOLERANCE) ? null : false;
}

function valuesOf(expr: Expr, upToConstant: boolean): Fingerprint | null {
  if (expr.kind === 'list') {
    const items = expr.items.map(item => valueAt(item, { index: 0, sign: 1 }));
    return items.every(item => item !== null) ? { form: 'value', values: items } : null;
  }
  const values: Complex[] = [];
  for (const point of POINTS) {
    const value = valueAt(expr, point);
    if (!value || !Number.isFinite(value.re) || !Number.isFinite(value.im)) {
      if (point.index % 2 === 0) return null;
      continue;
    }
    values.push(value);
  }
  const other = containsPlusMinus(expr) ? POINTS.map(point => valueAt(expr, { ...point, sign: -1 })) : [];
  for (const value of other) if (value) values.push(value);
  const [first] = values;
  if (!upToConstant || !first) return { form: 'value', values };
  return { form: 'antiderivative', values: values.slice(1).map(value => minus(value, first)) };
}

interface Part {
  readonly difference: Expr;
  readonly relation: Relation;
}

function partsOf(statement: Statement): readonly Part[] | null {
  if (statement.kind === 'or' || statement.kind === 'and') {
    const inside = statement.parts.map(partsOf);
    return inside.every(part => part !== null) ? inside.flat() : null;
  }
  if (statement.kind !== 'chain') return null;
  return statement.relations.flatMap((relation, i) => {
    const [left, right] = [statement.sides[i], statement.sides[i + 1]];
    return left && right ? [{ difference: sum([left, negate(right)]), relation }] : [];
  });
}

/** The product of all differences, divided by its value at the first point: two equations with the same roots differ by a factor only. */
function residues(differences: readonly Expr[]): Fingerprint | null {
  const values: Complex[] = [];
  for (const point of POINTS) {
    let value = real(1);
    for (const difference of differences) {
      for (const sign of containsPlusMinus(difference) ? ([1, -1] as const) : ([1] as const)) {
        const next = valueAt(difference, { ...point, sign });
        if (!next) return null;
        value = times(value, next);
      }
    }
    values.push(value);
  }
  const [first] = values;
  if (!first) return null;
  if (modulus(first) < 1e-10) return { form: 'zero', values };
  const scaled = values.map(value => over(value, first));
  return scaled.every(value => value !== null) ? { form: 'zero', values: scaled } : null;
}

/** Several equations at once, whatever their order: the sums and the products of their residues. */
function system(parts: readonly Part[]): Fingerprint | null {
  const each = parts.map(part => residues([part.difference])?.values);
  if (!each.every(values => values !== undefined)) return null;
  const across = (join: (a: Complex, b: Complex) => Complex): Complex[] =>
    POINTS.map((_, i) => each.map(values => values[i] ?? real(0)).reduce(join));
  return { form: 'system', values: [...across(plus), ...across(times)] };
}

function containsPlusMinus(expr: Expr): boolean {
  switch (expr.kind) {
    case 'plusminus':
      return true;
    case 'sum':
      return expr.terms.some(containsPlusMinus);
    case 'product':
      return expr.factors.some(containsPlusMinus);
    case 'quotient':
      return containsPlusMinus(expr.num) || containsPlusMinus(expr.den);
    case 'negate':
      return containsPlusMinus(expr.arg);
    case 'power':
      return containsPlusMinus(expr.base);
    default:
      return false;
  }
}

/** Whether the inequality holds at a row of trial values, the same for all letters: 1 true, 0 false, −1 not defined. */
function truth(statement: Statement): Fingerprint {
  return { form: 'truth', values: TRIALS.map(trial => real(holdsAt(statement, trial))) };
}

function holdsAt(statement: Statement, trial: number): number {
  if (statement.kind === 'or' || statement.kind === 'and') {
    const inside = statement.parts.map(part => holdsAt(part, trial));
    return statement.kind === 'or' ? Math.max(...inside) : Math.min(...inside);
  }
  if (statement.kind !== 'chain') return statement.kind === 'truth' && statement.value ? 1 : 0;
  const point: Point = { index: 0, sign: 1, everywhere: real(trial) };
  const sides = statement.sides.map(side => valueAt(side, point));
  let result = 1;
  for (const [i, relation] of statement.relations.entries()) {
    const [left, right] = [sides[i], sides[i + 1]];
    if (!left || !right || left.im !== 0 || right.im !== 0) return -1;
    result = Math.min(result, stands(left.re, relation, right.re) ? 1 : 0);
  }
  return result;
}

function stands(left: number, relation: Relation, right: number): boolean {
  const equal = Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  switch (relation) {
    case '<':
      return !equal && left < right;
    case '≤':
      return equal || left < right;
    case '>':
      return !equal && left > right;
    case '≥':
      return equal || left > right;
    case '≠':
      return !equal;
    default:
      return equal;
  }
}
