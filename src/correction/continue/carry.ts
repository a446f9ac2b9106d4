import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { mapExpr } from '../../math/tree.ts';
import type { Claim, Step } from '../../solution/solution.ts';
import { isClosed } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';
import { decimalPlaces, placeIn } from './layout.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The student's remaining calculations with right values in the place of wrong ones. */
export interface Carried {
  readonly steps: readonly string[];
  /** The last result, as it stands in the last step. */
  readonly answer: string | null;
}

/**
 * Does the student's own calculation again from one wrong result on: every later number that is that result, or was computed from it, is
 * replaced in the student's own sentences. Null when a value cannot be worked out exactly.
 * @param side index of the wrong side in the claim's chain; the side before it is right.
 */
export function carryThrough(steps: readonly Step[], from: number, claim: Claim, side: number): Carried | null {
  const changed = new Map<string, Q.Rational>();
  const texts: string[] = [];
  for (const step of steps.slice(from)) {
    const text = redo(step, changed, step === steps[from] ? { claim, side } : null);
    if (text === null) return null;
    texts.push(text);
  }
  return { steps: texts, answer: lastNumber(texts.at(-1) ?? '') };
}

function redo(step: Step, changed: Map<string, Q.Rational>, slip: { claim: Claim; side: number } | null): string | null {
  const edits: Edit[] = [];
  let done = 0;
  let reached = slip === null;
  for (const claim of step.claims) {
    const place = placeIn(step, claim);
    if (!place || place.start < done) continue;
    reached ||= claim === slip?.claim;
    if (!reached) {
      done = place.end;
      continue;
    }
    edits.push(...replaceNumbers(step.text, done, place.start, changed));
    const more = redoClaim(step, claim, changed, claim === slip?.claim ? slip.side : null);
    if (more === null) return null;
    edits.push(...more);
    done = place.end;
  }
  edits.push(...replaceNumbers(step.text, done, step.text.length, changed));
  return apply(step.text, edits);
}

/** Works one chain out again. Sides that no longer fit are left out; results are written anew and remembered. */
function redoClaim(step: Step, claim: Claim, changed: Map<string, Q.Rational>, wrongSide: number | null): Edit[] | null {
  const chain = claim.statement;
  const sides = chain?.kind === 'chain' ? chain.sides : [];
  const base = sides.findIndex(isClosed);
  const first = sides[base];
  const offset = step.range.start;
  const place = placeIn(step, claim);
  if (!first || !place) return place ? replaceNumbers(step.text, place.start, place.end, changed) : [];
  const standing = wrongSide === null ? first : sides[wrongSide - 1];
  const value = standing ? evaluateExact(withoutUnits(renumbered(standing, changed))) : null;
  if (value === null) return sides.length < 2 ? [] : null;
  const edits: Edit[] = base === 0 ? operandEdits(first, changed, offset) : [];
  const known = new Map(changed);
  for (const [i, side] of sides.entries()) {
    const before = sides[i - 1];
    if (i <= base || !before || (wrongSide !== null && i < wrongSide)) continue;
    const result = resultOf(side);
    if (result) {
      const now = Q.divide(value, result.scale) ?? value;
      if (!fits(now, result.node)) {
        edits.push({ start: result.span.start - offset, end: result.span.end - offset, text: formatted(now, result.node, step.text) });
        changed.set(Q.printRational(result.node.value), now);
      } else changed.delete(Q.printRational(result.node.value));
    } else if (sameValue(renumbered(side, known), value)) edits.push(...operandEdits(side, known, offset));
    else if (i < sides.length - 1) edits.push({ start: before.span.end - offset, end: side.span.end - offset, text: '' });
    else edits.push({ start: side.span.start - offset, end: side.span.end - offset, text: formatted(value, null, step.text) });
  }
  return base > 0 ? [...operandEdits(first, known, offset), ...edits] : edits;
}

const sameValue = (expr: Expr, value: Q.Rational): boolean => {
  const found = evaluateExact(withoutUnits(expr));
  return found !== null && Q.equal(found, value);
};

/** The right value already stands there, perhaps rounded. */
function fits(value: Q.Rational, node: NumberExpr): boolean {
  const unit = Q.rational(1n, 10n ** BigInt(node.decimals ?? 0));
  const gap = Q.absolute(Q.subtract(value, node.value));
  return node.decimals === null ? gap.n === 0n : Q.compare(gap, unit) < 0;
}

/** A side that is one number, with its sign, percent sign or unit: `value of the side = number × scale`. */
function resultOf(side: Expr): { node: NumberExpr; scale: Q.Rational; span: { start: number; end: number } } | null {
  if (side.kind === 'number') return { node: side, scale: Q.ONE, span: side.span };
  if (side.kind === 'percent') return scaled(side.arg, Q.rational(1, 100));
  if (side.kind === 'negate') {
    const inner = resultOf(side.arg);
    return inner && { ...inner, node: { ...inner.node, value: Q.negate(inner.node.value) }, span: side.span };
  }
  const factors = side.kind === 'product' ? side.factors : [];
  const [number, ...others] = factors.filter(factor => factor.kind === 'number');
  return number && others.length === 0 && factors.every(factor => factor === number || isUnit(factor)) ? resultOf(number) : null;
}

const isUnit = (factor: Expr): boolean =>
  factor.kind === 'unit' ||
  (factor.kind === 'power' && isUnit(factor.base)) ||
  (factor.kind === 'quotient' && isUnit(factor.num) && isUnit(factor.den));

function scaled(arg: Expr, scale: Q.Rational): ReturnType<typeof resultOf> {
  const inner = resultOf(arg);
  return inner && { ...inner, scale: Q.multiply(inner.scale, scale) };
}

const renumbered = (expr: Expr, changed: ReadonlyMap<string, Q.Rational>): Expr =>
  mapExpr(expr, node => {
    const now = node.kind === 'number' ? changed.get(Q.printRational(node.value)) : undefined;
    return now && node.kind === 'number' ? { ...node, value: now } : node;
  });

function operandEdits(expr: Expr, changed: ReadonlyMap<string, Q.Rational>, offset: number): Edit[] {
  const edits: Edit[] = [];
  mapExpr(expr, node => {
    const now = node.kind === 'number' ? changed.get(Q.printRational(node.value)) : undefined;
    if (now && node.kind === 'number' && node.span.start >= offset) {
      const text = formatted(now, node, '');
      edits.push({ start: node.span.start - offset, end: node.span.end - offset, text: now.n < 0n ? `(${text})` : text });
    }
    return node;
  });
  return edits;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** Numbers between claims that are a replaced result: 'so the answer is 24'. */
function replaceNumbers(text: string, from: number, to: number, changed: ReadonlyMap<string, Q.Rational>): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.slice(from, to).matchAll(NUMBER)) {
    const digits = match[0].replace(/,$/, '');
    const value = Q.parseDecimal(digits.replace(/,/g, ''));
    const start = from + match.index;
    const signed = value && /[-−]$/.test(text.slice(0, start)) && changed.has(Q.printRational(Q.negate(value)));
    const now = value && changed.get(Q.printRational(signed ? Q.negate(value) : value));
    if (now && value) edits.push({ start: signed ? start - 1 : start, end: start + digits.length, text: formatted(now, null, digits) });
  }
  return edits;
}

/** A value written like the number it replaces: with as many places as it needs, and with thousands marked where they were. */
function formatted(value: Q.Rational, like: NumberExpr | null, context: string): string {
  const size = Q.absolute(value);
  const sign = value.n < 0n ? '-' : '';
  const exact = decimalPlaces(size, 4);
  const places = exact === null ? Math.max(2, like?.decimals ?? 0) : Math.max(exact, exact > 0 ? (like?.decimals ?? 0) : 0);
  const scale = 10n ** BigInt(places);
  const digits = Q.round(Q.multiply(size, Q.rational(scale)))
    .toString()
    .padStart(places + 1, '0');
  const whole = places > 0 ? digits.slice(0, -places) : digits;
  const grouped = /\d,\d{3}/.test(context) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return sign + (places > 0 ? `${grouped}.${digits.slice(-places)}` : grouped);
}

function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The last number in a text. */
export const lastNumber = (text: string): string | null =>
  [...text.matchAll(/-?\d[\d,]*(?:\.\d+)?/g)].at(-1)?.[0].replace(/,$/, '') ?? null;
