import { add, divide, isZero, multiply, negate, ONE, type Rational, ZERO } from '../rational.ts';
import type * as P from './polynomial.ts';

/** A row of a linear system over monomials: packed monomial → coefficient. */
type Row = Map<number, Rational>;

/**
 * The reduced echelon form of polynomials, each monomial taken as an unknown of its own, higher powers eliminated first. Two systems with the same form have the
 * same solutions; for linear polynomials the converse holds too, unless both are contradictory.
 */
export function echelon(polynomials: readonly P.Polynomial[]): P.Polynomial[] {
  const rows: Row[] = polynomials.map(p => new Map(p)).filter(row => row.size > 0);
  const columns = [...new Set(rows.flatMap(row => [...row.keys()]))].sort((a, b) => weight(b) - weight(a) || b - a);
  const done: Row[] = [];
  for (const column of columns) {
    const k = rows.findIndex(row => row.has(column));
    const pivot = rows[k];
    if (!pivot) continue;
    rows.splice(k, 1);
    const scaled = scaleRow(pivot, column);
    for (const list of [rows, done]) for (const [i, row] of list.entries()) list[i] = clear(row, scaled, column);
    done.push(scaled);
  }
  return done;
}

/** Total degree of a packed monomial, the constant last. */
function weight(monomial: number): number {
  let total = 0;
  for (let m = monomial; m > 0; m = Math.floor(m / 128)) total += m % 128;
  return total;
}

function scaleRow(row: Row, column: number): Row {
  const inverse = divide(ONE, row.get(column) ?? ONE) ?? ONE;
  return new Map([...row].map(([m, c]) => [m, multiply(c, inverse)]));
}

function clear(row: Row, pivot: Row, column: number): Row {
  const factor = row.get(column);
  if (!factor) return row;
  const result = new Map(row);
  const minus = negate(factor);
  for (const [m, c] of pivot) {
    const total = add(result.get(m) ?? ZERO, multiply(c, minus));
    if (isZero(total)) result.delete(m);
    else result.set(m, total);
  }
  return result;
}

/** Whether two echelon forms are the same rows. */
export function sameRows(a: readonly P.Polynomial[], b: readonly P.Polynomial[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((row, i) => {
    const other = b[i];
    if (!other || other.size !== row.size) return false;
    return [...row].every(([m, c]) => {
      const d = other.get(m);
      return d !== undefined && d.n === c.n && d.d === c.d;
    });
  });
}

/** A form that says 1 = 0. */
export function isContradiction(form: readonly P.Polynomial[]): boolean {
  return form.some(row => row.size === 1 && row.has(0));
}
