import type { CompareOptions } from '../comparison.ts';
import type { Expr, Relation, Statement } from '../expr.ts';
import { printPlain } from '../print.ts';
import { absolute, compare, multiply, type Rational, rational, subtract, toNumber } from '../rational.ts';
import type { Witness } from '../witness.ts';
import { compareComplex } from './complex-samples.ts';
import { exact } from './exact.ts';
import { compareScalars } from './expressions.ts';
import { freeLetters, someNode } from './free.ts';
import { real } from './real.ts';
import { showNumber, showValue } from './show.ts';
import { Trait, traitsOf } from './traits.ts';
import { relationAt } from './truth.ts';
import { type Reading, readingsOf } from './unit-readings.ts';

export interface ChainOptions extends CompareOptions {
  /** `identity`: every relation must hold for all values of the letters. `equation`: a chain with letters states a condition, and is not judged. Default `equation`. */
  readonly mode?: 'identity' | 'equation';
  /** Accept a whole number for a value that is not whole, as the words around the chain say that it was rounded. */
  readonly rounded?: boolean;
}

/** Whether a chain holds; `index` is the first relation that fails. `rounded`: holds only because a written decimal was rounded. */
export type ChainVerdict =
  | { readonly kind: 'holds'; readonly rounded: boolean }
  | { readonly kind: 'fails'; readonly index: number; readonly witness: Witness }
  | { readonly kind: 'unknown'; readonly why: string };

type Chain = Extract<Statement, { kind: 'chain' }>;
type Link = 'holds' | 'rounded' | 'unknown' | Witness;

const NOWHERE_POINT = { exact: new Map<string, Rational>(), real: new Map<string, number>() };

/** Judges a closed calculation or an identity relation by relation. A chain of one side says nothing, and holds. */
export function judgeChain(chain: Statement, o: ChainOptions = {}): ChainVerdict {
  if (chain.kind !== 'chain') return { kind: 'unknown', why: 'only a chain of relations can be judged by calculating' };
  let rounded = false;
  let unknown = false;
  for (const [index, relation] of chain.relations.entries()) {
    const [left, right] = [chain.sides[index], chain.sides[index + 1]];
    if (!left || !right) break;
    const link = judgeLink(left, relation, right, chain, o);
    if (link === 'unknown') unknown = true;
    else if (link === 'rounded') rounded = true;
    else if (link !== 'holds') return { kind: 'fails', index, witness: link };
  }
  return unknown ? { kind: 'unknown', why: 'a relation could not be decided' } : { kind: 'holds', rounded };
}

function judgeLink(left: Expr, relation: Relation, right: Expr, chain: Chain, o: ChainOptions): Link {
  if (relation === '≡' || chain.modulus) return congruent(left, right, chain);
  const { ways, told, decisive } = readingsOf(left, right);
  let first: Link | null = null;
  for (const way of ways) {
    const link = freeLetters([way.left, way.right], o.vars).length > 0 ? identity(way, relation, o) : calculation(way, relation, o);
    if (link === 'holds' || link === 'rounded') return link;
    if (first === null || link === 'unknown') first = link;
  }
  if (!decisive || first === null) return 'unknown';
  if (told && typeof first === 'object') first = failing(told.left, told.right);
  return typeof first === 'object' && first.kind === 'computed' ? { ...first, expression: printPlain(left) } : first;
}

function identity({ left, right }: Reading, relation: Relation, o: ChainOptions): Link {
  if (o.mode !== 'identity' || relation !== '=') return 'unknown';
  const c = compareScalars(left, right, o);
  return c.kind === 'same' ? 'holds' : c.kind === 'different' ? c.witness : 'unknown';
}

function calculation({ left, right }: Reading, relation: Relation, o: ChainOptions): Link {
  if (relation === '=' || relation === '≈') {
    const close = equalOrRounded(left, relation, right, o);
    if (close !== null) return close;
  }
  if (relation === '=' && isInfinite(right) && doubleOf(left))
    return { kind: 'computed', expression: printPlain(left), value: showValue(left, NOWHERE_POINT), written: printPlain(right) };
  const truth = relationAt(left, relation, right, NOWHERE_POINT);
  if (truth === true) return 'holds';
  if (truth === null && relation === '=' && (traitsOf(left) | traitsOf(right)) & Trait.imaginary) return inComplex(left, right, o);
  return truth === null || relation === '≈' ? 'unknown' : failing(left, right);
}

const isInfinite = (side: Expr): boolean =>
  side.kind === 'negate' ? isInfinite(side.arg) : side.kind === 'symbol' && side.name === 'infinity';

function inComplex(left: Expr, right: Expr, o: ChainOptions): Link {
  const c = compareComplex(left, right, o);
  return c.kind === 'same' ? 'holds' : c.kind === 'different' ? c.witness : 'unknown';
}

/** What the left side comes to, where it is a calculation; else both values. Decimals are told as decimals. */
function failing(left: Expr, right: Expr): Witness {
  const decimals = [left, right].some(side => someNode(side, node => node.kind === 'number' && node.decimals !== null));
  const shown = (side: Expr): string => (decimals ? showDecimal(side) : null) ?? showValue(side, NOWHERE_POINT);
  const [value, written] = [shown(left), shown(right)];
  const told = printPlain(left);
  return told === value || writtenNumber(left, true) !== null
    ? { kind: 'values', at: {}, left: value, right: written }
    : { kind: 'computed', expression: told, value, written };
}

/** A value in decimals, to six digits where it does not end; null when it has none. */
function showDecimal(side: Expr): string | null {
  const value = exact(side);
  if (value === null || value === 'undefined') return null;
  return (10_000n * value.n) % value.d === 0n ? String(toNumber(value)) : showNumber(toNumber(value));
}

/** Decides equality up to the rounding of a stated number; null leaves it to the exact comparison. */
function equalOrRounded(left: Expr, relation: Relation, right: Expr, o: ChainOptions): Link | null {
  const x = exact(left) ?? doubleOf(left);
  const y = exact(right) ?? doubleOf(right);
  if (x === null || y === null || x === 'undefined' || y === 'undefined') return null;
  const gap = absolute(subtract(x, y));
  if (gap.n === 0n) return exact(left) && exact(right) ? 'holds' : null;
  const loose = relation === '≈';
  if (loose && isFalseRounding(left, right, gap)) return failing(left, right);
  if (isRounded(x, right, left, loose || o.rounded === true) || isRounded(y, left, right, loose)) return 'rounded';
  if (!loose) return null;
  if (compare(gap, multiply(absolute(x), rational(1, 20))) <= 0) return 'rounded';
  return compare(gap, multiply(absolute(x), rational(1, 4))) > 0 && compare(gap, rational(1)) > 0 ? failing(left, right) : 'unknown';
}

/** `3.14159 ≈ 3.15`, `√57 ≈ 8.55`: decimals that are no rounding of a number written out, or of a value without decimals. */
function isFalseRounding(left: Expr, right: Expr, gap: Rational): boolean {
  if (right.kind !== 'number' || !right.decimals) return false;
  const unit = rational(1n, 10n ** BigInt(right.decimals));
  if (left.kind === 'number' && left.decimals !== null && left.decimals > right.decimals) {
    const cut = compare(absolute(right.value), absolute(left.value)) < 0 && compare(gap, unit) < 0;
    return !cut && compare(multiply(gap, rational(2)), unit) > 0;
  }
  const estimated = someNode(left, node => node.kind === 'number' && node.decimals !== null);
  return !estimated && right.decimals > 1 && compare(gap, unit) > 0 && compare(multiply(gap, rational(200)), absolute(right.value)) > 0;
}

function doubleOf(expr: Expr): Rational | null {
  const v = real(expr, new Map());
  if (!Number.isFinite(v.v) || !(v.e < 1e-9 * (1 + Math.abs(v.v)))) return null;
  return rational(BigInt(Math.round(v.v * 2 ** 40)), 2n ** 40n);
}

/**
 * Whether a written number states an exact value rounded or cut off at its last place. Where the other side was itself computed from decimals, which may have been
 * rounded before, it may be off by one unit of that place. A value that needs no rounding must be stated exactly.
 */
function isRounded(value: Rational, stated: Expr, source: Expr, wholeToo: boolean): boolean {
  const written = writtenNumber(stated, wholeToo);
  if (!written) return false;
  const { number, place } = written;
  const scaled = multiply(value, rational(place));
  if (scaled.d === 1n) return false;
  const steps = multiply(number, rational(place));
  const gap = absolute(subtract(scaled, steps));
  if (stated.kind === 'number' && place > 1n && endsSoon(scaled) && compare(multiply(gap, rational(20)), absolute(scaled)) > 0)
    return false;
  if (compare(gap, rational(1, 2)) <= 0) return true;
  if (compare(gap, rational(1)) >= 0) return false;
  return compare(absolute(steps), absolute(scaled)) < 0 || someNode(source, node => node.kind === 'number' && (node.decimals ?? 0) > 0);
}

/** A decimal that ends within two more places: `10/40 = 0.2` leaves out what could as well be written. */
const endsSoon = (value: Rational): boolean => (100n * value.n) % value.d === 0n;

/** A single written number through signs and `%`, with the reciprocal of one unit of its last place. */
function writtenNumber(side: Expr, wholeToo: boolean): { number: Rational; place: bigint } | null {
  if (side.kind === 'negate') {
    const inner = writtenNumber(side.arg, wholeToo);
    return inner && { ...inner, number: multiply(inner.number, rational(-1)) };
  }
  if (side.kind === 'percent') {
    const inner = writtenNumber(side.arg, true);
    return inner && { number: multiply(inner.number, rational(1, 100)), place: inner.place * 100n };
  }
  if (side.kind === 'product') {
    const rest = side.factors.filter(f => !(f.kind === 'number' && f.value.n === 1n && f.value.d === 1n));
    return rest.length === 1 && rest[0] ? writtenNumber(rest[0], wholeToo) : null;
  }
  if (side.kind !== 'number') return null;
  if (side.decimals === null || side.decimals === 0) return wholeToo ? { number: side.value, place: 1n } : null;
  return { number: side.value, place: 10n ** BigInt(side.decimals) };
}

function congruent(left: Expr, right: Expr, chain: Chain): Link {
  const [x, y] = [exact(left), exact(right)];
  const m = chain.modulus ? exact(chain.modulus) : null;
  if (!x || !y || !m || x === 'undefined' || y === 'undefined' || m === 'undefined') return 'unknown';
  if (x.d !== 1n || y.d !== 1n || m.d !== 1n || m.n === 0n) return 'unknown';
  return (x.n - y.n) % m.n === 0n ? 'holds' : failing(left, right);
}
