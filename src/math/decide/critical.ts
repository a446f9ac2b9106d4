import type { Expr, SetExpr, Statement } from '../expr.ts';
import { compare, type Rational, rational } from '../rational.ts';
import { differenceOf } from './equations.ts';
import { rootsIn } from './norm.ts';
import type * as P from './polynomial.ts';
import { newRing } from './ring.ts';
import type { Root } from './roots.ts';
import { scan } from './scan.ts';

/** The places on a line at which a statement's truth can change. `complete` is false when there may be others. */
export interface Criticals {
  readonly roots: readonly Root[];
  readonly complete: boolean;
}

type Pair = readonly [Expr, Expr];

/** The pairs of sides that a statement compares. */
function pairsOf(statement: Statement): Pair[] {
  switch (statement.kind) {
    case 'chain':
      return statement.relations.flatMap((_, i): Pair[] => {
        const [l, r] = [statement.sides[i], statement.sides[i + 1]];
        return l && r ? [[l, r]] : [];
      });
    case 'or':
    case 'and':
      return statement.parts.flatMap(pairsOf);
    case 'member':
      return boundsOf(statement.set).map(bound => [statement.element, bound]);
    default:
      return [];
  }
}

function boundsOf(set: SetExpr): Expr[] {
  if (set.kind === 'union') return set.parts.flatMap(boundsOf);
  if (set.kind === 'list') return [...set.items];
  return set.kind === 'interval' ? [set.lower, set.upper].filter(b => !isInfinite(b)) : [];
}

function isInfinite(x: Expr): boolean {
  return x.kind === 'negate' ? isInfinite(x.arg) : x.kind === 'symbol' && x.name === 'infinity';
}

/** Whether a statement speaks of whole numbers only, whose truth changes at places no equation gives. */
function hasNumberSet(statement: Statement): boolean {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.some(hasNumberSet);
  return statement.kind === 'member' && (statement.set.kind === 'integers' || statement.set.kind === 'naturals');
}

/** All critical places of a statement in one letter, the other letters fixed. */
export function criticals(statement: Statement, letter: string, fixed: ReadonlyMap<string, Rational>): Criticals {
  const line = lineKey(letter, fixed);
  const found = pairsOf(statement).map(([left, right]) => betweenSides(left, right, letter, fixed, line));
  const [only] = found;
  if (only && found.length === 1 && statement.kind === 'chain') return only;
  return { roots: found.flatMap(({ roots }) => roots), complete: !hasNumberSet(statement) && found.every(({ complete }) => complete) };
}

const lineKey = (letter: string, fixed: ReadonlyMap<string, Rational>): string => {
  let key = letter;
  for (const [name, { n, d }] of fixed) key += ` ${name}=${n}/${d}`;
  return key;
};

interface Known extends Criticals {
  readonly right: Expr;
  readonly line: string;
}

/** Comparisons that are remembered of one left side, before they are forgotten together. */
const MOST_KNOWN = 64;

/** What is known of a left side. A line of a solution is compared with many others along the same lines. */
const known = new WeakMap<Expr, Known[]>();

function betweenSides(left: Expr, right: Expr, letter: string, fixed: ReadonlyMap<string, Rational>, line: string): Criticals {
  const before = known.get(left);
  const same = before?.find(one => one.right === right && one.line === line);
  if (same) return same;
  const exact = algebraic(left, right, letter, fixed);
  const found = { right, line, roots: exact ?? scan(left, right, letter, fixed), complete: exact !== null };
  if (before && before.length < MOST_KNOWN) before.push(found);
  else known.set(left, [found]);
  return found;
}

/** Every zero and every end of the domain of left − right, if they are algebraic. */
function algebraic(left: Expr, right: Expr, letter: string, fixed: ReadonlyMap<string, Rational>): Root[] | null {
  const ring = newRing([letter], fixed);
  const f = differenceOf(left, right, ring);
  if (!f) return null;
  const polynomials: P.Polynomial[] = [f.num, ...ring.poles];
  for (const relation of ring.relations) if (relation) polynomials.push(relation.num, relation.den);
  const index = ring.generators.get(letter);
  if (ring.relations.some((relation, i) => !relation && ring.numbers[i] === null && i !== index)) return null;
  if (index === undefined) return [];
  const roots: Root[] = [];
  for (const p of polynomials) {
    const zeros = rootsIn(ring, p, index);
    if (!zeros) return null;
    roots.push(...zeros);
  }
  return roots;
}

/** Merges roots into increasing order, each once; an exact one stands for a rounded one that cannot be told from it. */
export function merge(roots: readonly Root[]): Root[] {
  const sorted = [...roots].sort((a, b) => (a.exact && b.exact ? compare(a.exact, b.exact) : a.v - b.v));
  const merged: Root[] = [];
  for (const root of sorted) {
    const last = merged.at(-1);
    if (!last || !alike(last, root)) merged.push(root);
    else if ((root.exact && !last.exact) || (last.rough && !root.rough)) merged[merged.length - 1] = root;
  }
  return merged;
}

/** A rough root within this of another is that one: between them nothing could be told. */
const ROUGHLY = 1e-7;

function alike(a: Root, b: Root): boolean {
  if (a.exact && b.exact) return compare(a.exact, b.exact) === 0;
  if (a.rough || b.rough) return Math.abs(a.v - b.v) <= ROUGHLY;
  return Math.abs(a.v - b.v) <= 1e-12 * Math.max(Math.abs(a.v), Math.abs(b.v), 1e-300);
}

/** A short fraction strictly between two doubles, in the middle half when that is short too. */
export function between(low: number, high: number): Rational {
  const [l, h] = [low + (high - low) / 4, high - (high - low) / 4];
  for (let d = 1; d < 1e15; d *= d < 16 ? 2 : 10) {
    const n = Math.ceil(l * d);
    if (n < h * d && n > low * d) return rational(BigInt(n), BigInt(d));
  }
  return rational(BigInt(Math.round(((low + high) / 2) * 1e15)), 10n ** 15n);
}
