import { call, minus, negate, num, power, product, quotient, sum } from '../math/build.ts';
import { mapParts } from '../math/decide/free.ts';
import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import type { Witness } from '../math/witness.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { bare, holds, type Judged, unjudged, wrong } from './judged.ts';
import { entriesOf, type Known, knownValues, plainName, unitEntries } from './known-values.ts';
import { isClosed } from './letters.ts';
import { withinRounding } from './rounding.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

type Vector = readonly Expr[];

/** What an expression with named vectors comes to: the readings of it, as a number or by its entries. */
interface Worked {
  readonly number: Expr | null;
  readonly vector: Vector | null;
}

/** 'arg z = 2π/3': what follows is a number that belongs to the name. */
const OF_NAME = /\b(?:arg|argument|re|im|det|tr|trace|rank|norm|length|modulus)\s*(?:of\s*)?\(?\s*$/i;

/**
 * Judges a chain that speaks of points, vectors or complex numbers whose values the problem gives: `|z| = 5`, `a · b = 4`, `AB = (2, 1)`. Null where it names
 * none of them.
 */
export function judgeKnown(scene: Scene, chain: Chain, line: Line): Judged | null {
  const { claim } = line;
  if (claim.link === 'given' || chain.sides.length < 2 || chain.relations.some(link => link !== '=' && link !== '≈')) return null;
  if (OF_NAME.test(line.sentence.slice(0, Math.max(0, line.sentence.indexOf(claim.text))))) return null;
  const known = knownValues(scene);
  if (known.vectors.size + known.complex.size === 0) return null;
  const named = chain.sides.map(side => names(side, known));
  if (!named.some(Boolean)) return judgeAngle(scene, chain, known, line);
  const worked = chain.sides.map(side => work(side, known));
  let decided = 0;
  for (const [i, left] of worked.slice(0, -1).entries()) {
    const [right, written, before] = [worked[i + 1], chain.sides[i + 1], chain.sides[i]];
    if (!right || !written || !before) break;
    const found = compare(scene, left, right, chain.relations[i] === '≈');
    if (found === 'same') decided++;
    if (found === null || found === 'same') continue;
    const doubt = doubtIn(claim);
    if (doubt !== null) return unjudged(doubt);
    const from = left.number ?? before;
    return wrong(found, written.span, { kind: 'value', claim, from: bare(from), written: bare(written), side: i + 1 });
  }
  return decided === chain.sides.length - 1 ? holds() : unjudged('it names something whose value was not worked out');
}

/** `cos θ = …` in a problem that asks for the angle between its two vectors. */
function judgeAngle(scene: Scene, chain: Chain, { vectors }: Known, { claim }: Line): Judged | null {
  const [head] = chain.sides;
  const side = chain.sides.slice(1).find(isClosed);
  const [u, v, ...more] = vectors.values();
  if (!u || !v || more.length > 0 || !side || u.length !== v.length || !/\bangle between\b/i.test(scene.solution.problem)) return null;
  if (head?.kind !== 'call' || head.fn !== 'cos' || head.args[0]?.kind !== 'symbol' || doubtIn(claim) !== null) return null;
  const cosine = quotient(sum(...u.map((x, i) => product(x, v[i] ?? x))), product(norm(u), norm(v)));
  const found = [cosine, call('abs', cosine)].map(value => compareNumbers(scene, value, side));
  const [witness] = found;
  if (!witness || witness === 'same' || found.some(one => one === 'same' || one === null)) return null;
  return wrong(witness, side.span, { kind: 'identity', claim, from: bare(cosine), written: bare(side), side: chain.sides.indexOf(side) });
}

/** The expression names a vector, point or complex number that is known. */
const names = (expr: Expr, known: Known): boolean => {
  let found = false;
  const visit = (node: Expr): Expr => {
    if (node.kind === 'symbol') {
      const name = plainName(node.name);
      const conjugated = /^bar\((.*)\)$/.exec(name)?.[1] ?? name;
      found ||=
        known.vectors.has(name) ||
        known.vectors.has(/^([a-zA-Z])_\{?[123xyz]\}?$/.exec(name)?.[1] ?? '') ||
        known.complex.has(conjugated) ||
        between(name, known) !== null;
    }
    return mapParts(node, visit);
  };
  visit(expr);
  return found;
};

/** `AB` for two known points: the vector from one to the other. */
function between(name: string, { vectors }: Known): Vector | null {
  const [a, b] = /^[A-Z]{2}$/.test(name) ? [...name].map(one => vectors.get(one)) : [];
  return a && b ? added(b, a, -1) : null;
}

const added = (a: Vector, b: Vector, sign: 1 | -1): Vector | null =>
  a.length === b.length ? a.map((x, i) => (sign === 1 ? sum(x, b[i] ?? x) : minus(x, b[i] ?? x))) : null;

const NONE: Worked = { number: null, vector: null };
const asNumber = (number: Expr | null): Worked => ({ number: number !== null && isClosed(number) ? number : null, vector: null });
const asVector = (vector: Vector | null): Worked => ({ number: null, vector: vector?.every(isClosed) ? vector : null });

const norm = (vector: Vector): Expr => call('sqrt', sum(...vector.map(x => power(x, num(2)))));

/** What an expression comes to with the vectors, points and complex numbers of the problem put in. */
export const workedOut = (scene: Scene, expr: Expr): Worked => work(expr, knownValues(scene));

function work(expr: Expr, known: Known): Worked {
  const inner = (part: Expr): Worked => work(part, known);
  const entries = entriesOf(expr);
  if (entries) {
    const numbers = entries.map(entry => inner(entry).number);
    return numbers.every(one => one !== null) ? asVector(numbers.filter(one => one !== null)) : NONE;
  }
  switch (expr.kind) {
    case 'symbol': {
      const name = plainName(expr.name);
      const vector = known.vectors.get(name) ?? (name === expr.name ? null : between(name, known));
      if (vector) return asVector(vector);
      const conjugated = /^bar\((.*)\)$/.exec(name)?.[1];
      const [, of = '', digit = ''] = /^([a-zA-Z])_\{?([123xyz])\}?$/.exec(name) ?? [];
      const entry = known.vectors.get(of)?.['123xyz'.indexOf(digit) % 3];
      if (entry) return asNumber(entry);
      const value = known.complex.get(conjugated ?? name);
      if (value) return asNumber(conjugated === undefined ? value : call('conj', value));
      return asNumber(expr);
    }
    case 'sum': {
      const units = known.vectors.size > 0 ? unitEntries(expr) : null;
      if (units) return asVector(units);
      const parts = expr.terms.map(inner);
      if (parts.every(part => part.number)) return asNumber(sum(...parts.flatMap(part => part.number ?? [])));
      const [first, ...rest] = parts.map(part => part.vector);
      return asVector(rest.reduce<Vector | null>((all, next) => (all && next ? added(all, next, 1) : null), first ?? null));
    }
    case 'negate': {
      const part = inner(expr.arg);
      return part.vector ? asVector(part.vector.map(negate)) : asNumber(part.number && negate(part.number));
    }
    case 'quotient': {
      const [top, bottom] = [inner(expr.num), inner(expr.den)];
      if (!bottom.number) return NONE;
      const under = bottom.number;
      return top.vector ? asVector(top.vector.map(x => quotient(x, under))) : asNumber(top.number && quotient(top.number, under));
    }
    case 'product':
      return multiplied(expr, known);
    case 'power': {
      const [base, exponent] = [inner(expr.base), inner(expr.exponent)];
      return asNumber(base.number && exponent.number && power(base.number, exponent.number));
    }
    case 'call': {
      const [arg, ...more] = expr.args.map(inner);
      if (expr.fn === 'abs' && arg?.vector) return asNumber(norm(arg.vector));
      const numbers = [arg, ...more].map(part => part?.number ?? null);
      return numbers.every(one => one !== null) ? asNumber({ ...expr, args: numbers.filter(one => one !== null) }) : NONE;
    }
    default:
      return asNumber(expr);
  }
}

/** A product with at most two vectors; of two, the dot product as a number and the cross product by its entries. `AB` without a sign is a distance. */
function multiplied(expr: Expr & { kind: 'product' }, known: Known): Worked {
  const [a, b, ...more] = expr.factors;
  if (expr.implicit && a?.kind === 'symbol' && b?.kind === 'symbol' && more.length === 0) {
    const vector = between(a.name + b.name, known);
    if (vector) return { number: norm(vector), vector };
  }
  const parts = expr.factors.map(part => work(part, known));
  const [p, q, ...rest] = parts.map(part => (part.number ? part.vector : null));
  if (!expr.implicit && p && q && rest.length === 0)
    return p.length === 3 && q.length === 3 ? { number: sum(...p.map((x, i) => product(x, q[i] ?? x))), vector: cross(p, q) } : NONE;
  const vectors = parts.flatMap(part => (part.vector && !part.number ? [part.vector] : []));
  const numbers = parts.flatMap(part => part.number ?? []);
  if (vectors.length + numbers.length !== parts.length) return NONE;
  const [u, v, ...others] = vectors;
  if (!u) return asNumber(product(...numbers));
  if (!v) return asVector(u.map(x => product(...numbers, x)));
  if (others.length > 0 || expr.implicit || u.length !== v.length) return NONE;
  return { number: product(...numbers, sum(...u.map((x, i) => product(x, v[i] ?? x)))), vector: numbers.length === 0 ? cross(u, v) : null };
}

function cross(u: Vector, v: Vector): Vector | null {
  const [a, b, c] = u;
  const [d, e, f] = v;
  if (u.length !== 3 || !a || !b || !c || !d || !e || !f) return null;
  const entry = (p: Expr, q: Expr, r: Expr, s: Expr): Expr => minus(product(p, q), product(r, s));
  return [entry(b, f, c, e), entry(c, d, a, f), entry(a, e, b, d)];
}

/** 'same', the witness of a difference, or null where it cannot be told. */
function compare(scene: Scene, left: Worked, right: Worked, rough: boolean): 'same' | Witness | null {
  if (left.vector && right.vector) {
    if (left.vector.length !== right.vector.length) return null;
    for (const [i, x] of left.vector.entries()) {
      const found = compareNumbers(scene, x, right.vector[i] ?? x, rough);
      if (found !== 'same') return found;
    }
    return 'same';
  }
  return left.number && right.number ? compareNumbers(scene, left.number, right.number, rough) : null;
}

/** Compares two closed expressions; a decimal counts as far as it was rounded. */
export function compareNumbers(scene: Scene, left: Expr, right: Expr, rough = false): 'same' | Witness | null {
  const found = scene.decider.expressions(left, right);
  if (found.kind !== 'different') return found.kind === 'same' ? 'same' : null;
  if (withinRounding(left, right, scene.rounded) || isRounded(left, right, rough) || isRounded(right, left, rough)) return 'same';
  return found.witness;
}

/** A decimal of at least one place that the other value rounds, or is cut off, to. */
function isRounded(value: Expr, decimal: Expr, rough: boolean): boolean {
  const written = decimal.kind === 'negate' ? decimal.arg : decimal;
  if (written.kind !== 'number' || (written.decimals === null && !rough)) return false;
  const [a, b] = [evaluateNumeric(value), evaluateNumeric(decimal)];
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1.0001 * 10 ** -(written.decimals ?? 0);
}
