import type { Comparison } from '../comparison.ts';
import type { Statement } from '../expr.ts';
import { type Rational, rational } from '../rational.ts';
import { exact } from './exact.ts';
import { expressionsOf, freeLetters } from './free.ts';

/** Residues tried, over all letters together. */
const MOST = 5000;

type Congruence = Extract<Statement, { kind: 'chain' }>;

/** Whether two congruences have the same solutions, by trying all residues; null when they are none with a known modulus. */
export function compareCongruences(from: Statement, to: Statement): Comparison | null {
  if (from.kind !== 'chain' || to.kind !== 'chain' || !from.modulus || !to.modulus) return null;
  const [m, n] = [modulusOf(from), modulusOf(to)];
  if (!m || !n) return null;
  const letters = freeLetters([...expressionsOf(from), ...expressionsOf(to)]);
  const period = leastCommon(m, n);
  if (letters.length === 0 || letters.length > 2 || period ** letters.length > MOST) return null;
  for (const env of residues(letters, period)) {
    const [x, y] = [holds(from, m, env), holds(to, n, env)];
    if (x === null || y === null) return { kind: 'unknown', why: 'a side of the congruence is no whole number' };
    if (x !== y) {
      const at = Object.fromEntries([...env].map(([name, v]) => [name, v.n.toString()]));
      return { kind: 'different', witness: { kind: 'values', at, left: String(x), right: String(y) } };
    }
  }
  return { kind: 'same', notices: [] };
}

function modulusOf({ modulus }: Congruence): number | null {
  const value = modulus ? exact(modulus) : null;
  return value && value !== 'undefined' && value.d === 1n && value.n > 0n && value.n < 1000n ? Number(value.n) : null;
}

function holds(statement: Congruence, modulus: number, env: ReadonlyMap<string, Rational>): boolean | null {
  const values = statement.sides.map(side => exact(side, env));
  const rests = values.map(v =>
    v && v !== 'undefined' && v.d === 1n ? ((v.n % BigInt(modulus)) + BigInt(modulus)) % BigInt(modulus) : null,
  );
  return rests.includes(null) ? null : rests.every(rest => rest === rests[0]);
}

function* residues(letters: readonly string[], period: number): Generator<ReadonlyMap<string, Rational>> {
  const total = period ** letters.length;
  for (let k = 0; k < total; k++) {
    yield new Map(letters.map((name, i) => [name, rational(Math.floor(k / period ** i) % period)] as const));
  }
}

function leastCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
