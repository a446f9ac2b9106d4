import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Expr, Relation, Statement } from '../expr.ts';
import { equalTrees } from '../tree.ts';
import { assumption, pinnedBy } from './assume.ts';
import { compareComplexRoots } from './complex-roots.ts';
import { compareCongruences } from './congruence.ts';
import { differenceIn, type Link, singleLink } from './equations.ts';
import { expressionsOf, freeLetters, someNode } from './free.ts';
import { sameComplexSolutions } from './imaginary-roots.ts';
import { compareOnLine, type Disagreement } from './line.ts';
import { compareWithoutSolutions, sidesWitness } from './no-solutions.ts';
import { normalForm } from './normal.ts';
import { expandPeriods, mayBePeriodic, WINDOW, wholeParameters } from './periods.ts';
import * as P from './polynomial.ts';
import { cannotHold } from './range.ts';
import { newRing, type Ring } from './ring.ts';
import { onlyRounded } from './rounding.ts';
import { type Point, points, READABLE_POINTS } from './samples.ts';
import { showValue } from './show.ts';
import { compareSystems, isSystem, sameSpan } from './system-compare.ts';
import { Trait, traitsIn } from './traits.ts';
import { describeDisagreement, FREE, showPlace } from './witnesses.ts';

const NONE: ReadonlySet<string> = new Set();
const SAME: Comparison = { kind: 'same', notices: [] };
/** The same for all values of the letters but those at which a divisor is 0. */
const WITH_DOMAIN: Comparison = { kind: 'same', notices: ['domain'] };
const ROUNDED: Comparison = { kind: 'same', notices: ['rounded'] };
/** Lines along each letter on which statements in several letters are compared. */
const LINES = 3;
/** The same where a root or an absolute value may go one way on some of them. */
const BRANCHED = 8;
/** Lines that had to be searched numerically before the comparison goes with what it has. */
const SEARCHED = 5;

/** Whether two statements without `±` have the same real solutions. */
export function compareSolutions(from: Statement, to: Statement, o: CompareOptions): Comparison {
  if (equalTrees(from, to) || isMultiple(from, to, o)) return SAME;
  const residues = compareCongruences(from, to);
  if (residues) return residues;
  const traits = traitsIn(from) | traitsIn(to);
  const whole = traits & (Trait.member | Trait.pi | Trait.unit) ? wholeParameters(from, to, o) : NONE;
  if (whole.size > 0) return comparePeriods(from, to, whole, o);
  if (traits & Trait.trigonometric && (mayBePeriodic(from, to) || mayBePeriodic(to, from)))
    return { kind: 'unknown', why: 'a solution with a parameter could not be read' };
  if (isSystem(from) || isSystem(to)) {
    if (sameSpan(from, to, o)) return SAME;
    const result = compareSystems(from, to, o);
    if (result && result.disagreements.length > 0) {
      return isRounded(result.disagreements, from, to, o) ? ROUNDED : verdict(named(result.disagreements, result.letter), from, to);
    }
    if (result && (result.proved || result.shared > 1)) return SAME;
    return { kind: 'unknown', why: 'not all solutions of the system could be found' };
  }
  if (isNever(to) ? cannotHold(from) : isNever(from) && cannotHold(to)) return SAME;
  return (traits & Trait.imaginary ? compareComplexRoots(from, to, o) : null) ?? compareOnLines(from, to, o);
}

const isNever = (statement: Statement): boolean => statement.kind === 'truth' && !statement.value;

/** Compares solutions given with a whole-number parameter, `x = π/4 + kπ`, inside a window around 0. */
function comparePeriods(from: Statement, to: Statement, whole: ReadonlySet<string>, o: CompareOptions): Comparison {
  const [a, b] = [from, to].map(s => expandPeriods(s, whole));
  const letters = a && b ? freeLetters([...expressionsOf(a), ...expressionsOf(b)], o.vars) : [];
  const [letter] = letters;
  if (!a || !b || letters.length !== 1 || letter === undefined)
    return { kind: 'unknown', why: 'a solution with a parameter could not be expanded' };
  const result = compareOnLine(a, b, { letter, fixed: new Map(), assume: o.assume ?? [], window: WINDOW });
  if (result.disagreements.length > 0) return verdict(named(result.disagreements, letter), from, to);
  return result.shared > 1 && result.doubtful === 0 ? SAME : { kind: 'unknown', why: 'not all solutions could be found' };
}

function compareOnLines(from: Statement, to: Statement, o: CompareOptions): Comparison {
  const letters = freeLetters([...expressionsOf(from), ...expressionsOf(to)], o.vars);
  const along = o.vars ? letters.filter(name => o.vars?.includes(name)) : letters;
  const assume = o.assume ?? [];
  const pinned = pinnedBy(assume);
  const allowed = assumption(assume);
  const found: Found[] = [];
  let proved = true;
  let searched = 0;
  let shared = 0;
  let undefinedThere = 0;
  const open = letters.filter(name => !pinned.has(name));
  const isBranched = (): boolean => [...expressionsOf(from), ...expressionsOf(to)].some(expr => someNode(expr, isBranching));
  for (const letter of open.length > 0 ? (along.length > 0 ? along : letters) : [FREE]) {
    if (pinned.has(letter)) continue;
    const others = letters.filter(name => name !== letter && !pinned.has(name));
    let lines = 0;
    const most = others.length > 0 && isBranched() ? BRANCHED : LINES;
    let tried = 0;
    for (const at of points(others, new Set(), o.seed ?? 1, others.length === 0 ? 1 : most > LINES ? 4 * BRANCHED : 4 * LINES)) {
      if (++tried > READABLE_POINTS && lines >= LINES) break;
      const fixed = new Map([...at.exact, ...pinned]);
      if (allowed({ exact: fixed, real: at.real }) === false) continue;
      const result = compareOnLine(from, to, { letter, fixed, assume });
      const before = found.length;
      for (const d of result.disagreements) {
        if (letters.length > 1 && isUndefinedAt(d.only === 'first' ? to : from, d.at)) undefinedThere++;
        else found.push({ ...d, letter });
      }
      shared += result.shared;
      const idle = most > LINES && result.shared === 0 && found.length === before;
      if (!result.proved) {
        proved = false;
        if (!idle && ++searched >= SEARCHED) break;
      }
      if (idle) continue;
      if (++lines >= most || bothWays(found)) break;
    }
    if (bothWays(found) || searched >= SEARCHED) break;
  }
  if (found.length > 0) return isRounded(found, from, to, o) ? ROUNDED : verdict(found, from, to);
  if (shared === 0 && o.algebraic && open.length === 1) {
    const complex = sameComplexSolutions(from, to);
    if (complex !== null) return complex ? SAME : { kind: 'different', witness: sidesWitness(from, to) };
  }
  if (shared === 0 && o.algebraic && proved) return compareWithoutSolutions(from, to, o, compareSolutions);
  if (undefinedThere > 0) return shared > 0 ? WITH_DOMAIN : { kind: 'unknown', why: 'no place was found at which both lines have a value' };
  if (proved || shared > 0) return letters.length > 1 && dividesByMore(from, to, letters) ? WITH_DOMAIN : SAME;
  return { kind: 'unknown', why: 'not all solutions could be found' };
}

/** A root or an absolute value of something with a letter: what holds on one side of its zeros may not hold on the other. */
const isBranching = (node: Expr): boolean =>
  node.kind === 'call' && (node.fn === 'sqrt' || node.fn === 'abs') && freeLetters(node.args).length > 0;

const isRounded = (found: readonly Disagreement[], from: Statement, to: Statement, { rounded, coarse }: CompareOptions): boolean =>
  rounded === true && onlyRounded(found, from, to, coarse === true);

/** Whether a side of the statement has no value at a place: a formula that divides by a letter, where that letter is 0. */
const isUndefinedAt = (statement: Statement, at: Point): boolean =>
  statement.kind === 'and'
    ? statement.parts.some(part => isUndefinedAt(part, at))
    : statement.kind === 'chain' && statement.sides.some(side => showValue(side, at) === 'undefined');

/** Whether the second statement divides by something with a letter in it that the first does not divide by: it may then be 0. */
function dividesByMore(from: Statement, to: Statement, letters: readonly string[]): boolean {
  const ring = newRing(letters);
  for (const expr of expressionsOf(from)) normalForm(expr, ring);
  const before = ring.poles;
  ring.poles = [];
  for (const expr of expressionsOf(to)) normalForm(expr, ring);
  return ring.poles.some(pole => !before.some(old => P.ratio(pole, old) !== null));
}

function named(found: readonly Disagreement[], letter: string): Found[] {
  return found.map(d => ({ ...d, letter }));
}

/** A disagreement with the letter along whose line it was found. */
type Found = Disagreement & { readonly letter: string };

/** Whether each of the statements was found to have a solution that the other has not. */
function bothWays(found: readonly Disagreement[]): boolean {
  return found.some(d => d.only === 'first') && found.some(d => d.only === 'second');
}

function verdict(found: readonly Found[], from: Statement, to: Statement): Comparison {
  const lost = found.filter(d => d.only === 'first');
  const gained = found.filter(d => d.only === 'second');
  const shown = lost[0] ?? gained[0];
  if (!shown) return SAME;
  const witness = describeDisagreement(shown, from, to, shown.letter);
  const values = (ds: readonly Disagreement[]) => ds.map(showPlace);
  if (gained.length === 0) return { kind: 'narrower', lost: values(lost), witness };
  if (lost.length === 0) return { kind: 'wider', gained: values(gained), witness };
  return { kind: 'different', witness };
}

const FLIPPED: Partial<Record<Relation, Relation>> = { '=': '=', '≠': '≠', '<': '>', '>': '<', '≤': '≥', '≥': '≤' };

/** Whether a function or a root dropped out of the difference: it may have restricted the domain of one side. Letters by themselves restrict nothing. */
function hasLost(ring: Ring, difference: P.Polynomial): boolean {
  for (const [key, index] of ring.generators)
    if ((ring.relations[index] || key.includes(' ')) && P.degreeIn(difference, index) === 0) return true;
  return false;
}

/** The quick test that settles most school steps: the difference of the sides was multiplied by a number. */
function isMultiple(from: Statement, to: Statement, o: CompareOptions): boolean {
  const a = singleLink(from);
  const b = singleLink(to);
  if (!a || !b || FLIPPED[b.relation] === undefined) return false;
  const ring = newRing(o.vars ?? []);
  const difference = (link: Link): P.Polynomial | null => differenceIn(link, ring);
  const x = difference(a);
  const y = x && difference(b);
  if (!x || !y || ring.poles.length > 0) return false;
  // Of two false equations neither is a multiple of the other.
  if (hasLost(ring, x) || P.isConstant(x)) return false;
  const c = P.ratio(x, y);
  return c !== null && (c.n > 0n ? a.relation : FLIPPED[a.relation]) === b.relation;
}
