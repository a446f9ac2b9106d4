import { num } from '../build.ts';
import type { CompareOptions } from '../comparison.ts';
import type { Expr, Statement } from '../expr.ts';
import { type Rational, rational } from '../rational.ts';
import { type Assumption, assumption } from './assume.ts';
import { alternatives, conjunction, differenceIn } from './equations.ts';
import { expressionsOf, freeLetters, someSymbol, substitute } from './free.ts';
import type { Disagreement } from './line.ts';
import { echelon, isContradiction, sameRows } from './linear-system.ts';
import type * as P from './polynomial.ts';
import { newRing, type Ring } from './ring.ts';
import { type Point, random } from './samples.ts';
import { type SystemPoint, solveSystem } from './system.ts';
import { truthAt } from './truth.ts';

export interface SystemResult {
  readonly disagreements: readonly Disagreement[];
  readonly proved: boolean;
  /** Solutions of the one that were checked in the other and hold. */
  readonly shared: number;
  readonly doubtful: number;
  readonly letter: string;
}

/** Rounds with other values for letters that are free or parameters. */
const ROUNDS = 3;
const ROOT_ERROR = 1e-13;

/** True when one of the statements asks for several equations at once in several letters. */
export function isSystem(statement: Statement): boolean {
  if (statement.kind === 'truth' || (statement.kind === 'chain' && statement.relations.length < 2)) return false;
  if (freeLetters(expressionsOf(statement)).length < 2) return false;
  const all = alternatives(statement);
  return all?.some(links => links.filter(link => link.relation === '=').length > 1) ?? false;
}

/** Whether both say the same equations up to linear combination: settles most steps of elimination at once. */
export function sameSpan(from: Statement, to: Statement, o: CompareOptions): boolean {
  const a = conjunction(from);
  const b = conjunction(to);
  if (!a || !b || [...a, ...b].some(link => link.relation !== '=')) return false;
  const ring = newRing(o.vars ?? []);
  const forms = [a, b].map(links => {
    const polynomials = links.map(link => differenceIn(link, ring));
    return polynomials.includes(null) ? null : echelon(polynomials.filter(p => p !== null));
  });
  const [x, y] = forms;
  if (!x || !y || ring.poles.length > 0 || ring.opaque) return false;
  return sameRows(x, y) || (isContradiction(x) && isContradiction(y));
}

/** Checks the solutions of each system in the other. Null when they are not polynomial systems. */
export function compareSystems(first: Statement, second: Statement, o: CompareOptions): SystemResult | null {
  const [from, to] = [withoutPi(first), withoutPi(second)];
  if ((from === first) !== (to === second)) return null;
  const letters = freeLetters([...expressionsOf(from), ...expressionsOf(to)], o.vars);
  const solved = o.vars ? letters.filter(name => o.vars?.includes(name)) : letters;
  const allowed = assumption(o.assume ?? []);
  const next = random(o.seed ?? 1);
  const choose = (): Rational => rational(BigInt(Math.floor(next() * 12) - 4), [1n, 1n, 2n][Math.floor(next() * 3)] ?? 1n);
  const result = { disagreements: [] as Disagreement[], proved: true, shared: 0, doubtful: 0, letter: solved[0] ?? letters[0] ?? 'x' };
  for (let round = 0; round < ROUNDS; round++) {
    const fixed = new Map(letters.filter(name => !solved.includes(name)).map(name => [name, choose()] as const));
    const forward = check(from, to, 'first', solved, fixed, choose, allowed, result);
    const back = forward === null ? null : check(to, from, 'second', solved, fixed, choose, allowed, result);
    if (forward === null || back === null) return null;
    if (result.disagreements.length > 0 || (fixed.size === 0 && !forward && !back)) break;
  }
  return { ...result, proved: result.proved && result.doubtful === 0 && result.disagreements.length === 0 };
}

/** No algebraic equation tells π from this fraction, unless it was made for it. */
const LIKE_PI: Expr = num(rational(377n, 120n));

/** The statement with a fraction for π: the equations of a system then have solutions that are written down exactly. */
function withoutPi(statement: Statement): Statement {
  if (!expressionsOf(statement).some(side => someSymbol(side, name => name === 'pi'))) return statement;
  if (statement.kind === 'and' || statement.kind === 'or') return { ...statement, parts: statement.parts.map(withoutPi) };
  return statement.kind === 'chain' ? { ...statement, sides: statement.sides.map(side => substitute(side, 'pi', LIKE_PI)) } : statement;
}

/** Puts solutions of `a` into `b`. Returns whether values were chosen freely; null when `a` cannot be solved at all. */
function check(
  a: Statement,
  b: Statement,
  only: 'first' | 'second',
  solved: readonly string[],
  fixed: ReadonlyMap<string, Rational>,
  choose: () => Rational,
  allowed: Assumption,
  result: { disagreements: Disagreement[]; proved: boolean; shared: number; doubtful: number; letter: string },
): boolean | null {
  const all = alternatives(a);
  if (!all) return null;
  let sampled = false;
  for (const links of all) {
    const ring = newRing(solved, fixed);
    const polynomials: P.Polynomial[] = [];
    for (const link of links) {
      if (link.relation !== '=') continue;
      const p = differenceIn(link, ring);
      if (!p) return null;
      polynomials.push(p);
    }
    if (ring.relations.some(r => r !== null) || ring.opaque) return null;
    const names = lettersIn(ring, solved);
    if ([...names.values()].some(name => !solved.includes(name))) return null;
    const solutions = solveSystem(polynomials, [...names.keys()], choose);
    if (!solutions.complete) result.proved = false;
    sampled ||= solutions.sampled;
    for (const solution of solutions.points) {
      const at = pointOf(solution, names, fixed);
      if (allowed(at) === false) continue;
      const inA = truthAt(a, at);
      if (inA === false) continue;
      const inB = truthAt(b, at);
      if (inA === null || inB === null) result.doubtful++;
      else if (inB) result.shared++;
      else result.disagreements.push({ at, root: rootOf(solution, names, result.letter), only });
    }
  }
  return sampled;
}

function lettersIn(ring: Ring, solved: readonly string[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const [name, index] of ring.generators) names.set(index, name);
  let extra = 100;
  for (const name of solved) if (!ring.generators.has(name)) names.set(extra++, name);
  return names;
}

function rootOf(solution: SystemPoint, names: ReadonlyMap<number, string>, letter: string): Disagreement['root'] {
  for (const [index, root] of solution) if (names.get(index) === letter) return root;
  return { exact: null, v: Number.NaN };
}

function pointOf(solution: SystemPoint, names: ReadonlyMap<number, string>, fixed: ReadonlyMap<string, Rational>): Point {
  const exact = new Map(fixed);
  const real = new Map<string, number | { v: number; e: number }>([...fixed].map(([name, v]) => [name, Number(v.n) / Number(v.d)]));
  for (const [index, root] of solution) {
    const name = names.get(index);
    if (name === undefined) continue;
    if (root.exact) exact.set(name, root.exact);
    real.set(name, root.exact ? root.v : { v: root.v, e: (Math.abs(root.v) + 1e-3) * ROOT_ERROR });
  }
  return { exact, real };
}
