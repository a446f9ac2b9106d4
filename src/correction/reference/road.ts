import type { Expr, NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Calculation } from './graph.ts';
import { knownBesides, quantitiesIn } from './quantities.ts';
import { place, type Shaker, shakenValue, shakenValues, shakerOf } from './shaken.ts';

/** What can be met on a road to the answer, on shaken numbers: places of values. */
export interface Road {
  readonly shake: Shaker;
  /** Numbers that the reference calculates with and nobody gave: it does not say how it found them. */
  readonly stated: ReadonlySet<string>;
  /** Results of the reference. */
  readonly landmarks: ReadonlySet<number>;
  /** A part of a result written out as a sum of products: some of its terms, less factors that they have in common. */
  readonly parts: ReadonlySet<number>;
  /** The answer, as the reference computes it. */
  readonly end: ReadonlySet<number>;
}

/** Terms and parts beyond which a sum is not taken to pieces. */
const MOST_TERMS = 7;
const MOST_PARTS = 4000;

export function roadOf(graph: readonly Calculation[], problem: string, answer: Q.Rational): Road {
  const shake = shakerOf(problem);
  const known = [...quantitiesIn(problem), ...knownBesides(problem)];
  const stated = graph
    .flatMap(({ operands }) => operands.flatMap(({ node, source }) => (source === null ? [node.value] : [])))
    .filter(value => !known.some(q => Q.equal(q.value, value)));
  const results = shakenValues(graph, shake);
  const last = graph.findLastIndex(c => Q.equal(c.value, answer));
  const parts = new Set<number>();
  for (const at of graph.keys()) addParts(termsOf(graph, at, shake), parts);
  return {
    shake,
    stated: new Set(stated.map(Q.printRational)),
    landmarks: new Set([...results.flat(), ...stated.map(shake)].map(place)),
    parts,
    end: new Set((results[last] ?? []).map(place)),
  };
}

/** A number, and how often it stands in a product: below 0 for a reciprocal. */
interface Factor {
  readonly value: number;
  readonly power: number;
}

/** A product of numbers and reciprocals, each by its place. */
interface Term {
  readonly value: number;
  readonly factors: ReadonlyMap<number, Factor>;
}

function addParts(terms: readonly Term[], found: Set<number>): void {
  for (let mask = 1; mask < 1 << terms.length; mask++) {
    const chosen = terms.filter((_, i) => mask & (1 << i));
    const total = chosen.reduce((sum, term) => sum + term.value, 0);
    for (const divisor of divisorsOf(shared(chosen))) {
      if (found.size > MOST_PARTS) return;
      found.add(place(total / divisor));
    }
  }
}

/** The numbers that all terms have as factors, and all as reciprocals. */
function shared([first, ...rest]: readonly Term[]): readonly Factor[] {
  let common = [...(first?.factors ?? [])];
  for (const { factors } of rest)
    common = common.flatMap(([at, { value, power }]) => {
      const other = factors.get(at)?.power ?? 0;
      const least = Math.min(Math.abs(power), Math.abs(other));
      return Math.sign(other) === Math.sign(power) && least > 0 ? [[at, { value, power: Math.sign(power) * least }]] : [];
    });
  return common.map(([, factor]) => factor);
}

/** Everything that divides a product: each number up to its power. */
function divisorsOf(factors: readonly Factor[]): number[] {
  return factors.reduce<number[]>(
    (found, { value, power }) => {
      const powers = Array.from({ length: Math.abs(power) + 1 }, (_, n) => value ** (n * Math.sign(power)));
      return found.flatMap(product => powers.map(p => product * p));
    },
    [1],
  );
}

/** A calculation multiplied out, its operands written out as they were computed. One term where there would be too many. */
function termsOf(graph: readonly Calculation[], at: number, shake: Shaker): readonly Term[] {
  const calculation = graph[at];
  if (!calculation) return [];
  const sources = new Map(calculation.operands.map(({ node, source }) => [node, source]));
  const number = (node: NumberExpr): readonly Term[] => {
    const source = sources.get(node) ?? null;
    return source === null ? [atom(shake(node.value))] : termsOf(graph, source, shake);
  };
  const terms = (expr: Expr): readonly Term[] => {
    switch (expr.kind) {
      case 'number':
        return number(expr);
      case 'sum':
        return few(expr.terms.flatMap(terms));
      case 'negate':
        return terms(expr.arg).map(term => ({ ...term, value: -term.value }));
      case 'product':
        return expr.factors.map(terms).reduce((all, next) => few(all.flatMap(a => next.map(b => times(a, b, 1)))), [ONE]);
      case 'quotient': {
        const below = terms(expr.den);
        const [only = atom(below.reduce((sum, term) => sum + term.value, 0))] = below.length === 1 ? below : [];
        return terms(expr.num).map(term => times(term, only, -1));
      }
      default:
        return [atom(shakenValue(expr, shake))];
    }
  };
  return terms(calculation.expr);
}

const ONE: Term = { value: 1, factors: new Map() };

const atom = (value: number): Term => (value === 1 ? ONE : { value, factors: new Map([[place(value), { value, power: 1 }]]) });

const few = (terms: readonly Term[]): readonly Term[] =>
  terms.length > MOST_TERMS ? [atom(terms.reduce((sum, term) => sum + term.value, 0))] : terms;

function times(a: Term, b: Term, sign: 1 | -1): Term {
  const factors = new Map(a.factors);
  for (const [at, { value, power }] of b.factors) {
    const sum = (factors.get(at)?.power ?? 0) + sign * power;
    if (sum === 0) factors.delete(at);
    else factors.set(at, { value, power: sum });
  }
  return { value: a.value * b.value ** sign, factors };
}
