import { num } from '../build.ts';
import type { Expr } from '../expr.ts';
import { compare } from '../rational.ts';
import { mapParts, partsOf } from './free.ts';
import { Trait, traitsOf } from './traits.ts';
import { unitOf } from './units.ts';

/** A calculation without units, as one with units may be meant. */
export interface Reading {
  readonly left: Expr;
  readonly right: Expr;
}

export interface Readings {
  readonly ways: readonly Reading[];
  /** Both sides in the smallest unit of the right side, where other units stand too: what a witness shows. */
  readonly told: Reading | null;
  /** True when a calculation that holds in none of the ways is wrong; otherwise the units leave it open. */
  readonly decisive: boolean;
}

/**
 * The ways in which a calculation with units and percent signs may be meant: by the numbers alone, with units converted, with `%` as a hundredth or as a label
 * behind the number. It holds when it holds in one of them.
 */
export function readingsOf(left: Expr, right: Expr): Readings {
  const traits = traitsOf(left) | traitsOf(right);
  if (!(traits & (Trait.unit | Trait.percent))) return { ways: [{ left, right }], told: null, decisive: true };
  const names = [namesOf(left), namesOf(right)] as const;
  const unitWays: Reading[] = traits & Trait.unit ? withUnits(left, right) : [{ left, right }];
  const ways = traits & Trait.percent ? unitWays.flatMap(percentWays) : unitWays;
  return { ways, told: toldIn(left, right, names), decisive: isDecisive(names[0], names[1]) };
}

const METRIC: ReadonlySet<string> = new Set(['mm', 'cm', 'dm', 'm', 'km', 'mg', 'g', 'kg', 'tonne']);

function toldIn(left: Expr, right: Expr, [here, there]: readonly [ReadonlySet<string>, ReadonlySet<string>]): Reading | null {
  const units = [...there].map(unitOf);
  const smallest = units.reduce((least, unit) => (unit && (!least || compare(unit.size, least.size) < 0) ? unit : least), units[0] ?? null);
  const others = [...here, ...there].filter(name => there.size > 1 || !there.has(name));
  if (!smallest || others.length === 0 || others.some(name => unitOf(name)?.kind !== smallest.kind)) return null;
  const sized = (expr: Expr): Expr => {
    const base = replaceUnits(expr, name => num(unitOf(name)?.size ?? 1));
    return { kind: 'quotient', num: base, den: num(smallest.size), bar: false, span: expr.span };
  };
  return { left: sized(left), right: there.size > 1 ? sized(right) : replaceUnits(right, () => num(1)) };
}

function withUnits(left: Expr, right: Expr): Reading[] {
  const bare = (expr: Expr) => replaceUnits(expr, () => num(1));
  const sized = (expr: Expr) => replaceUnits(expr, name => num(unitOf(name)?.size ?? 1));
  const ways: Reading[] = [
    { left: bare(left), right: bare(right) },
    { left: sized(left), right: sized(right) },
  ];
  if (hasAngle(left) || hasAngle(right)) ways.unshift({ left, right });
  const [l, r] = [kindsOf(left), kindsOf(right)];
  // `2 hours = 120`: the side without a unit may be in any unit of the same kind.
  if (l.size === 1 && r.size === 0) for (const unit of siblings(l)) ways.push({ left: sized(left), right: product(bare(right), unit) });
  if (r.size === 1 && l.size === 0) for (const unit of siblings(r)) ways.push({ left: product(bare(left), unit), right: sized(right) });
  return ways;
}

function product(expr: Expr, unit: string): Expr {
  return { kind: 'product', factors: [expr, num(unitOf(unit)?.size ?? 1)], implicit: true, span: expr.span };
}

const COMMON: Readonly<Record<string, readonly string[]>> = {
  length: ['mm', 'cm', 'm', 'km', 'inch', 'foot', 'yard', 'mile'],
  mass: ['g', 'kg', 'ounce', 'pound'],
  time: ['second', 'minute', 'hour', 'day', 'week'],
  calendar: ['month', 'year'],
  dollar: ['$', 'cent'],
  volume: ['cup', 'pint', 'quart', 'gallon'],
  'metric volume': ['ml', 'l'],
  count: ['dozen'],
};

function siblings(kinds: ReadonlySet<string>): readonly string[] {
  return [...kinds].flatMap(kind => COMMON[kind] ?? []);
}

/** `%` on either side as a hundredth, or as a label that changes nothing. */
function percentWays({ left, right }: Reading): Reading[] {
  const [l, r] = [plainPercent(left), plainPercent(right)];
  return [
    { left, right },
    { left: l, right },
    { left, right: r },
    { left: l, right: r },
    { left: percentOfBase(left), right: percentOfBase(right) },
  ];
}

/** `50 + 10%` as 50 and a tenth of it. */
function percentOfBase(expr: Expr): Expr {
  if (expr.kind !== 'sum') return expr;
  const share = expr.terms.at(-1);
  const inner = share?.kind === 'negate' ? share.arg : share;
  if (!share || inner?.kind !== 'percent') return expr;
  const base: Expr = { ...expr, terms: expr.terms.slice(0, -1) };
  const part: Expr = { kind: 'product', factors: [base, inner], implicit: true, span: expr.span };
  return { ...expr, terms: [base, share.kind === 'negate' ? { ...share, arg: part } : part] };
}

function plainPercent(expr: Expr): Expr {
  const inner = mapParts(expr, plainPercent);
  return inner.kind === 'percent' ? inner.arg : inner;
}

function replaceUnits(expr: Expr, by: (name: string) => Expr): Expr {
  return expr.kind === 'unit' ? by(expr.name) : mapParts(expr, part => replaceUnits(part, by));
}

function namesOf(expr: Expr): Set<string> {
  const names = new Set(partsOf(expr).flatMap(part => [...namesOf(part)]));
  if (expr.kind === 'unit') names.add(expr.name);
  return names;
}

function kindsOf(expr: Expr): Set<string> {
  return new Set([...namesOf(expr)].flatMap(name => unitOf(name)?.kind ?? []));
}

function hasAngle(expr: Expr): boolean {
  const names = namesOf(expr);
  return names.has('degree') || names.has('°');
}

/**
 * Numbers that disagree refute the calculation when both sides carry the same units, or counted nouns and money alone. Different measures on the two sides may
 * hide a conversion the table does not know; a day may be one of work,
 * a cup as large as it is, and a mile 1.6 km.
 */
function isDecisive(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const coins = [...left, ...right].some(name => name !== '$' && unitOf(name)?.kind === 'dollar');
  const measures = (names: ReadonlySet<string>) => [...names].filter(name => unitOf(name) !== null && (coins || name !== '$')).sort();
  const [l, r] = [measures(left), measures(right)];
  if (l.length === 0 && r.length === 0) return true;
  if (l.join() === r.join()) return true;
  const kinds = new Set([...l, ...r].map(name => unitOf(name)?.kind));
  const loose =
    kinds.has('calendar') ||
    new Set([...l, ...r].map(name => METRIC.has(name))).size > 1 ||
    kinds.has('volume') ||
    [...l, ...r].some(name => name === 'day' || name === 'week');
  return l.length > 0 && r.length > 0 && kinds.size === 1 && !loose;
}
