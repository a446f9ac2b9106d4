import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Statement } from '../expr.ts';
import { printPlain } from '../print.ts';
import { toNumber } from '../rational.ts';
import { add, type Complex, divide, multiply, of, size, subtract } from './complex-numbers.ts';
import { alternatives, differenceIn } from './equations.ts';
import { expressionsOf, freeLetters, someSymbol } from './free.ts';
import * as P from './polynomial.ts';
import { newRing } from './ring.ts';

const LARGEST_DEGREE = 12;
const ROUNDS = 400;
/** Within this distance two roots are one, and beyond the other they are two. */
const NEAR = 1e-5;
const FAR = 1e-3;

/** Whether two polynomial equations in one letter, of which one speaks of i, have the same complex solutions; null for anything else. */
export function compareComplexRoots(from: Statement, to: Statement, o: CompareOptions): Comparison | null {
  const all = [...expressionsOf(from), ...expressionsOf(to)];
  if (o.vars?.includes('i') || !all.some(expr => someSymbol(expr, name => name === 'i'))) return null;
  const [letter, ...others] = freeLetters(all, o.vars);
  if (letter === undefined || others.length > 0) return null;
  const [a, b] = [rootsOf(from, letter), rootsOf(to, letter)];
  if (!a || !b) return null;
  const [onlyA, onlyB] = [missingFrom(a, b), missingFrom(b, a)];
  if (onlyA === null || onlyB === null) return { kind: 'unknown', why: 'the complex solutions lie too close together' };
  if (!onlyA && !onlyB) return { kind: 'same', notices: [] };
  return { kind: 'different', witness: { kind: 'values', at: {}, left: printPlain(from), right: printPlain(to) } };
}

/** True when a root of `a` is none of `b`; null where that is in doubt. */
function missingFrom(a: readonly Complex[], b: readonly Complex[]): boolean | null {
  const gaps = a.map(x => Math.min(...b.map(y => size(subtract(x, y)) / (1 + size(x))), Number.POSITIVE_INFINITY));
  if (gaps.some(gap => gap > FAR)) return true;
  return gaps.every(gap => gap < NEAR) ? false : null;
}

function rootsOf(statement: Statement, letter: string): Complex[] | null {
  const all = alternatives(statement);
  const roots: Complex[] = [];
  for (const links of all ?? []) {
    const [link] = links;
    if (links.length !== 1 || link?.relation !== '=') return null;
    const ring = newRing([letter]);
    const p = differenceIn(link, ring);
    const index = ring.generators.get(letter);
    const coefficients =
      p && index !== undefined && ring.poles.length === 0 ? P.coefficientsIn(p, index).map(c => numberFor(c, ring)) : null;
    if (!coefficients || coefficients.includes(null)) return null;
    const found = durandKerner(coefficients.filter(c => c !== null));
    if (!found) return null;
    roots.push(...found);
  }
  return all && roots.length > 0 ? roots : null;
}

/** The value of a coefficient in i and generators of known value. */
function numberFor(p: P.Polynomial, ring: ReturnType<typeof newRing>): Complex | null {
  const imaginary = ring.generators.get('i');
  let total = of(0);
  for (const [m, c] of p) {
    let term = of(toNumber(c));
    for (const [index, number] of ring.numbers.entries()) {
      const e = P.exponentOf(m, index);
      if (e === 0) continue;
      if (index !== imaginary && number === null) return null;
      for (let k = 0; k < e; k++) term = multiply(term, index === imaginary ? of(0, 1) : of(number ?? 0));
    }
    total = add(total, term);
  }
  return total;
}

/** All roots of a polynomial at once, from the constant term up; null when they do not settle. */
function durandKerner(c: readonly Complex[]): Complex[] | null {
  const degree = c.length - 1;
  const lead = c.at(-1);
  if (degree < 1 || degree > LARGEST_DEGREE || !lead || size(lead) < 1e-12) return null;
  const monic = c.map(x => divide(x, lead));
  const at = (x: Complex): Complex => monic.reduceRight((value, k) => add(multiply(value, x), k), of(0));
  const bound = 1 + Math.max(...monic.slice(0, -1).map(size));
  let roots = monic
    .slice(1)
    .map((_, k) => of(0.7 * bound * Math.cos(0.4 + (2 * Math.PI * k) / degree), 0.7 * bound * Math.sin(0.4 + (2 * Math.PI * k) / degree)));
  for (let round = 0; round < ROUNDS; round++) {
    const next = roots.map((x, i) => {
      const others = roots.reduce((p, y, j) => (i === j ? p : multiply(p, subtract(x, y))), of(1));
      return size(others) < 1e-290 ? x : subtract(x, divide(at(x), others));
    });
    const change = Math.max(...next.map((x, i) => size(subtract(x, roots[i] ?? x))));
    roots = next;
    if (change < 1e-14 * bound) break;
  }
  return roots.every(x => size(at(x)) < 1e-6 * bound ** degree) ? roots : null;
}
