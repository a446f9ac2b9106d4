import type { CompareOptions, Comparison, ComparisonNotice } from '../comparison.ts';
import type { Expr } from '../expr.ts';
import { printPlain } from '../print.ts';
import { equal } from '../rational.ts';
import { type Approx, isKnown, isUndefined } from './approx.ts';
import { type Assumption, assumption } from './assume.ts';
import { exact } from './exact.ts';
import { infiniteSign } from './extended.ts';
import { freeLetters, someNode } from './free.ts';
import { normalForm } from './normal.ts';
import * as P from './polynomial.ts';
import { real } from './real.ts';
import { type Fraction, multiplyIn, newRing, type Ring } from './ring.ts';
import { type Point, points } from './samples.ts';
import { showApart, showPoint } from './show.ts';
import { Trait, traitsOf } from './traits.ts';

/** Points tried, points at which both must agree, and points at which they must differ. */
const TRIES = 60;
const AGREEING = 12;
const DIFFERING = 2;
/** Values so large that their rounding hides this much of a difference do not count as equal. */
const LARGEST_ERROR = 1e-3;
/** How many times its error bound a difference must be before it counts. */
const CLEAR = 1000;

const NONE: ReadonlySet<string> = new Set();
const SAME: Comparison = { kind: 'same', notices: [] };
const SAME_BUT_DOMAIN: Comparison = { kind: 'same', notices: ['domain'] };

/** Whether two real expressions without `±` are equal wherever both are defined. */
export function compareScalars(a: Expr, b: Expr, o: CompareOptions): Comparison {
  const letters = freeLetters([a, b], o.vars);
  if (letters.length === 0) {
    const x = exact(a);
    const y = exact(b);
    if (x === 'undefined' && y === 'undefined') return { kind: 'unknown', why: 'neither side has a value' };
    if (x && y && x !== 'undefined' && y !== 'undefined') {
      return equal(x, y) ? SAME : { kind: 'different', witness: valuesWitness(a, b, { exact: new Map(), real: new Map() }) };
    }
  }
  const infinite = letters.length === 0 ? compareInfinite(a, b) : null;
  if (infinite) return infinite;
  const ring = newRing(o.vars ?? letters);
  const f = normalForm(a, ring);
  const polesOfA = ring.poles;
  ring.poles = [];
  const g = f && normalForm(b, ring);
  let provedDifferent = false;
  if (f && g) {
    const gap = crossed(f, g, ring);
    if (gap) {
      if (gap.size === 0) return samePoles(polesOfA, ring.poles, ring) ? SAME : SAME_BUT_DOMAIN;
      provedDifferent = P.isConstant(gap) || (!ring.opaque && !o.assume?.length);
    }
  }
  return sample(a, b, letters, provedDifferent, o);
}

/** Numerator of f − g, up to a factor. */
function crossed(f: Fraction, g: Fraction, ring: Ring): P.Polynomial | null {
  if (f.den === P.UNIT && g.den === P.UNIT) return P.subtract(f.num, g.num);
  const left = multiplyIn(ring, f.num, g.den);
  const right = multiplyIn(ring, g.num, f.den);
  return left && right && P.subtract(left, right);
}

/** Expressions without letters of which one is ∞ or −∞; null when neither is, or the other cannot be told. */
function compareInfinite(a: Expr, b: Expr): Comparison | null {
  const [x, y] = [infiniteSign(a), infiniteSign(b)];
  if (x === null && y === null) return null;
  if (x !== null && x === y) return SAME;
  const at: Point = { exact: new Map(), real: new Map() };
  const other = x === null ? real(a, at.real) : y === null ? real(b, at.real) : null;
  if (other !== null && !isKnown(other)) return null;
  return { kind: 'different', witness: { kind: 'values', at: {}, left: printPlain(a), right: printPlain(b) } };
}

/** Whether both have the same divisors, up to constants: otherwise they may be undefined at different places. */
function samePoles(a: readonly P.Polynomial[], b: readonly P.Polynomial[], ring: Ring): boolean {
  const covers = (xs: readonly P.Polynomial[], ys: readonly P.Polynomial[]) => xs.every(x => ys.some(y => P.ratio(x, y) !== null));
  if (covers(a, b) && covers(b, a)) return true;
  const whole = (xs: readonly P.Polynomial[]) =>
    xs.reduce<P.Polynomial | null>((p, x, i) => (xs.slice(0, i).some(y => P.ratio(x, y)) ? p : p && multiplyIn(ring, p, x)), P.UNIT);
  const x = whole(a);
  const y = whole(b);
  return x !== null && y !== null && P.ratio(x, y) !== null;
}

/** `doubtful`: the gap is larger than the rounding explains, and too small to be shown. */
type Outcome = 'equal' | 'different' | 'domain' | 'doubtful' | 'unclear';

function outcome(x: Approx, y: Approx): Outcome {
  if (isUndefined(x) || isUndefined(y)) return isKnown(x) || isKnown(y) ? 'domain' : 'unclear';
  if (!isKnown(x) || !isKnown(y)) return 'unclear';
  const gap = Math.abs(x.v - y.v);
  const error = x.e + y.e;
  const size = Math.max(Math.abs(x.v), Math.abs(y.v));
  if (gap > CLEAR * error && gap > 1e-12 * size) return 'different';
  if (gap > 8 * error + Number.MIN_VALUE) return 'doubtful';
  return error <= 1e-6 * Math.max(size, 1e-2) ? 'equal' : 'unclear';
}

/** Letters that only whole numbers make sense for: bounds of a sum, arguments of a factorial. */
function wholeLetters(exprs: readonly Expr[]): ReadonlySet<string> {
  const whole = new Set<string>();
  for (const expr of exprs) {
    someNode(expr, node => {
      const inside = node.kind === 'series' ? [node.lower, node.upper] : node.kind === 'call' && COUNTING.has(node.fn) ? node.args : [];
      for (const name of freeLetters(inside)) whole.add(name);
      return false;
    });
  }
  return whole;
}

const COUNTING: ReadonlySet<string> = new Set(['factorial', 'binomial', 'permutation', 'gcd', 'lcm']);

/** Functions that stay the same between their jumps: points that agree say less. */
const JUMPING: ReadonlySet<string> = new Set(['floor', 'ceil', 'round', 'sign', 'mod']);

function sample(a: Expr, b: Expr, letters: readonly string[], provedDifferent: boolean, o: CompareOptions): Comparison {
  const called = ((traitsOf(a) | traitsOf(b)) & Trait.called) !== 0;
  const whole = called ? wholeLetters([a, b]) : NONE;
  const allowed: Assumption | null = o.assume?.length ? assumption(o.assume) : null;
  const jumps = called && [a, b].some(expr => someNode(expr, node => node.kind === 'call' && JUMPING.has(node.fn)));
  const needed = letters.length === 0 ? 1 : jumps ? 3 * AGREEING : AGREEING;
  const differing: Point[] = [];
  let agreed = 0;
  let met = false;
  let doubtful = provedDifferent;
  const notices = new Set<ComparisonNotice>();
  let tries = letters.length === 0 ? 1 : Math.min(TRIES, Math.max(8, Math.floor((o.budget ?? 20_000) / 300)));
  for (const at of points(letters, whole, o.seed ?? 1, tries)) {
    if (allowed?.(at) === false) continue;
    tries--;
    const x = real(a, at.real);
    const y = real(b, at.real);
    if (isKnown(x) && isKnown(y)) met = true;
    const result = outcome(x, y);
    if (result === 'domain') notices.add('domain');
    else if (result === 'equal' && (letters.length === 0 || x.e + y.e < LARGEST_ERROR)) agreed++;
    else if (result === 'doubtful') doubtful = true;
    else if (result === 'different') differing.push(at);
    const enough = provedDifferent || letters.length === 0 ? 1 : DIFFERING;
    const first = differing[0];
    if (first && differing.length >= enough) return { kind: 'different', witness: valuesWitness(a, b, first) };
    if (agreed >= needed && differing.length === 0 && !doubtful) return { kind: 'same', notices: [...notices] };
  }
  if (agreed >= 4 && differing.length === 0 && !doubtful) return { kind: 'same', notices: [...notices] };
  return { kind: 'unknown', why: !met ? 'no point was found at which both sides have a value' : 'too few points decide' };
}

function valuesWitness(a: Expr, b: Expr, at: Point): { kind: 'values'; at: Record<string, string>; left: string; right: string } {
  const [left, right] = showApart(a, b, at);
  return { kind: 'values', at: showPoint(at), left, right };
}
