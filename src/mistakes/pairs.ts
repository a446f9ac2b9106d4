import type { Expr, Statement } from '../math/expr.ts';
import { equalTrees } from '../math/tree.ts';
import { isStatement } from './build.ts';
import { type Complex, close, minus, modulus, plus } from './complex.ts';
import type { Misstep } from './forwards.ts';
import { valueAt } from './sample.ts';
import { lettersIn } from './sides.ts';
import { places } from './walk.ts';

type Line = Expr | Statement;

/** Two wrong rules used in one line, at different terms. */
export interface Pair {
  readonly first: Misstep;
  readonly second: Misstep;
}

const POINTS = [0, 2].map(index => ({ index, sign: 1 as const }));
const TOLERANCE = 1e-9;
/** Rules below this are met too seldom to be thought of twice in one line. */
const LEAST_PRIOR = 0.6;
const MOST_SINGLES = 400;

/**
 * The two rules that together give the written line, when the terms they were used at can be told. What a rule changes in one term of a sum adds to what another
 * changes in another, so pairs are found by adding. Null when pairs at other terms would do as well, and for lines without a letter, where sums agree by chance.
 */
export function pairOf(above: Line, below: Line, missteps: Iterable<Misstep>): Pair | null {
  const [start, end] = [worthOf(above), worthOf(below)];
  if (!start || !end || lettersIn(below).size === 0) return null;
  const target = apart(end, start);
  if (target.every(value => modulus(value) < TOLERANCE)) return null;
  const found: { misstep: Misstep; change: readonly Complex[] }[] = [];
  for (const misstep of missteps) {
    if (found.length >= MOST_SINGLES) break;
    if (!isLikely(misstep) || isStatement(misstep.site) || !stands(above, misstep.site)) continue;
    const worth = worthOf(misstep.line);
    const change = worth && apart(worth, start);
    if (change?.some(value => modulus(value) > TOLERANCE)) found.push({ misstep, change });
  }
  const pairs = found.flatMap((first, i) =>
    found.slice(i + 1).flatMap((second): Pair[] => {
      const fits = first.change.every((value, at) => near(plus(value, second.change[at] ?? value), target[at]));
      return fits && separate(first.misstep, second.misstep) ? [{ first: first.misstep, second: second.misstep }] : [];
    }),
  );
  const [best] = pairs.sort((a, b) => likelihood(b) - likelihood(a));
  return best && pairs.every(pair => isOneRule(best) || atSamePlaces(pair, best)) ? best : null;
}

const likelihood = (pair: Pair): number => pair.first.rule.prior * pair.second.rule.prior + (isOneRule(pair) ? 1 : 0);

/** The terms of the one pair are those of the other, or lie in or around them. */
function atSamePlaces(a: Pair, b: Pair): boolean {
  const meet = (x: Misstep, y: Misstep): boolean => !separate(x, y);
  return (meet(a.first, b.first) && meet(a.second, b.second)) || (meet(a.first, b.second) && meet(a.second, b.first));
}

/** True when one rule was used at both terms. */
export const isOneRule = ({ first, second }: Pair): boolean => first.rule.id === second.rule.id;

const isLikely = ({ rule }: Misstep): boolean => rule.tier === 'local' && rule.prior >= LEAST_PRIOR;

const near = (a: Complex, b: Complex | undefined): boolean =>
  b !== undefined && (close(a, b, TOLERANCE) || modulus(minus(a, b)) < TOLERANCE);

const apart = (a: readonly Complex[], b: readonly Complex[]): Complex[] => a.map((value, i) => minus(value, b[i] ?? value));

/** Written at different places: neither term holds the other. */
function separate(a: Misstep, b: Misstep): boolean {
  const [x, y] = [a.site.span, b.site.span];
  if (x.start >= 0 && y.start >= 0) return x.end <= y.start || y.end <= x.start;
  return !holds(a.site, b.site) && !holds(b.site, a.site);
}

const stands = (line: Line, site: Line): boolean => isStatement(site) || holds(line, site);

function holds(line: Line, site: Line): boolean {
  if (isStatement(site)) return false;
  for (const { node } of places(line)) if (equalTrees(node, site)) return true;
  return false;
}

/** Values of an expression, or of left minus right of an equation. */
function worthOf(line: Line): readonly Complex[] | null {
  const values: Complex[] = [];
  for (const point of POINTS) {
    const [left, right] = isStatement(line) ? (line.kind === 'chain' && line.sides.length === 2 ? line.sides : []) : [line];
    const a = left && valueAt(left, point);
    const b = right && valueAt(right, point);
    if (!a || (right && !b)) return null;
    values.push(b ? minus(a, b) : a);
  }
  return values;
}
