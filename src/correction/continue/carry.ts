import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Span } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Claim, Step } from '../../solution/solution.ts';
import { isClosed } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';
import { placeIn } from './layout.ts';
import { type Changed, changedLiterals, decimal, type Form, formOf, fraction, isLiteral, literalValue, renumbered } from './values.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The student's remaining calculations with right values in the place of wrong ones. */
export interface Carried {
  readonly steps: readonly string[];
  /** Every result that changed: what stood there, and what stands there now. */
  readonly values: readonly (readonly [Q.Rational, Q.Rational])[];
  /** Every wrong result met on the way, whether it came out right again or not. */
  readonly wrong: readonly Q.Rational[];
}

/**
 * Does the student's own calculation again from one wrong result on: every later number that is that result, or was computed from it, is
 * replaced in the student's own sentences. Null when a value cannot be worked out exactly.
 * @param side index of the wrong side in the claim's chain; the side before it is right.
 * @param instead the value to put there, in place of the right one.
 */
export function carryThrough(steps: readonly Step[], from: number, claim: Claim, side: number, instead?: Q.Rational): Carried | null {
  const changed = new Map<string, Q.Rational>();
  const ever = new Set<string>();
  const texts: string[] = [];
  for (const step of steps.slice(from)) {
    const text = redo(step, changed, step === steps[from] ? { claim, side, instead: instead ?? null } : null);
    if (text === null) return null;
    texts.push(text);
    for (const before of changed.keys()) ever.add(before);
  }
  const values = [...changed].map(([before, after]) => [rationalOf(before), after] as const);
  return { steps: texts, values, wrong: [...ever].map(rationalOf) };
}

/**
 * Does a solution again with other numbers given: each given number, and all that was computed from it, is replaced in the steps. Null when a value cannot be
 * worked out exactly.
 * @param given pairs of what stood there and what is to stand there.
 */
export function rework(steps: readonly Step[], given: readonly (readonly [Q.Rational, Q.Rational])[]): Carried | null {
  const changed = new Map(given.map(([before, after]) => [Q.printRational(before), after]));
  const texts: string[] = [];
  for (const step of steps) {
    const text = redo(step, changed, null);
    if (text === null) return null;
    texts.push(text);
  }
  return {
    steps: texts,
    values: [...changed].map(([before, after]) => [rationalOf(before), after] as const),
    wrong: given.map(([before]) => before),
  };
}

function rationalOf(printed: string): Q.Rational {
  const [n = '0', d = '1'] = printed.split('/');
  return Q.rational(BigInt(n), BigInt(d));
}

/** The side of a claim to be written anew, and its value where it is not to be the right one. */
interface WrongSide {
  readonly claim: Claim;
  readonly side: number;
  readonly instead: Q.Rational | null;
}

function redo(step: Step, changed: Map<string, Q.Rational>, slip: WrongSide | null): string | null {
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
    const more = redoClaim(step, claim, changed, claim === slip?.claim ? slip : null);
    if (more === null) return null;
    edits.push(...more);
    if (claim === slip?.claim && slip.instead !== null) edits.push(...replaceNumbers(step.text, 0, place.start, changed));
    done = place.end;
  }
  edits.push(...replaceNumbers(step.text, done, step.text.length, changed));
  return edits.some(edit => cutsWord(step.text, edit)) ? null : edits.length > 0 ? withoutRepeated(apply(step.text, edits)) : step.text;
}

/** `= 16 = 16`, left of a calculation whose steps are one number now, says it once. */
const withoutRepeated = (text: string): string => text.replace(/(=\s*)([^=\s](?:[^=]*[^=\s])?)(?:\s*=\s*\2(?![\w.,/^]))+/g, '$1$2');

/** The edit ends inside a word: what was read there is not what is written. */
const cutsWord = (text: string, { end }: Edit): boolean => /\p{L}\p{L}/u.test(text.slice(Math.max(0, end - 1), end + 1));

/** Works one chain out again. Sides that no longer fit are left out; results are written anew and remembered. */
function redoClaim(step: Step, claim: Claim, changed: Map<string, Q.Rational>, slip: WrongSide | null): Edit[] | null {
  const wrongSide = slip?.side ?? null;
  const chain = claim.statement;
  const sides = chain?.kind === 'chain' ? chain.sides : [];
  const base = sides.findIndex(isClosed);
  const first = sides[base];
  const offset = step.range.start;
  const place = placeIn(step, claim);
  if (!first || !place) return place ? replaceNumbers(step.text, place.start, place.end, changed) : [];
  const standing = wrongSide === null ? first : sides[wrongSide - 1];
  const own = standing ? evaluateExact(withoutUnits(standing)) : null;
  const value = slip?.instead ?? (standing ? evaluateExact(withoutUnits(renumbered(standing, changed))) : null);
  if (value === null) return sides.length < 2 ? [] : null;
  const write = (now: Q.Rational, like: Expr | null): string => written(now, like, sides, step.text);
  const operands = (side: Expr, by: Changed): Edit[] => operandEdits(side, by, offset, write);
  const edits: Edit[] = base === 0 ? operands(first, changed) : [];
  const known = new Map(changed);
  for (const [i, side] of sides.entries()) {
    const before = sides[i - 1];
    if (i <= base || !before || (wrongSide !== null && i < wrongSide)) continue;
    const result = resultOf(side);
    if (result) {
      const now = Q.divide(value, result.scale) ?? value;
      if (!fits(now, result)) {
        const before = own && Q.divide(own, result.scale);
        const rounds = wrongSide === null && before !== null && fits(before, result) && !Q.equal(before, result.value);
        const text = write(rounds ? roundedLike(now, result.node) : now, result.node);
        edits.push({ start: result.span.start - offset, end: result.span.end - offset, text });
        changed.set(Q.printRational(result.value), now);
      } else changed.delete(Q.printRational(result.value));
    } else if (sameValue(renumbered(side, known), value)) edits.push(...operands(side, known));
    else if (i < sides.length - 1) edits.push({ start: before.span.end - offset, end: side.span.end - offset, text: '' });
    else {
      edits.push({ start: side.span.start - offset, end: side.span.end - offset, text: write(value, null) });
      const was = evaluateExact(withoutUnits(side));
      if (was) changed.set(Q.printRational(was), value);
    }
  }
  return base > 0 ? [...operands(first, known), ...edits] : edits;
}

const sameValue = (expr: Expr, value: Q.Rational): boolean => {
  const found = evaluateExact(withoutUnits(expr));
  return found !== null && Q.equal(found, value);
};

/** A side that is one value, with its sign, percent sign or unit: `value of the side = value × scale`. */
interface Result {
  readonly node: Expr;
  readonly value: Q.Rational;
  readonly scale: Q.Rational;
  readonly span: Span;
}

/** The right value already stands there, perhaps rounded. */
function fits(value: Q.Rational, { node, value: stands }: Result): boolean {
  const places = node.kind === 'number' ? node.decimals : null;
  const gap = Q.absolute(Q.subtract(value, stands));
  return places === null ? gap.n === 0n : Q.compare(gap, Q.rational(1n, 10n ** BigInt(places))) < 0;
}

/** A value rounded to as many places as a number has. */
function roundedLike(value: Q.Rational, node: Expr): Q.Rational {
  const unit = Q.rational(10n ** BigInt(node.kind === 'number' ? (node.decimals ?? 0) : 0));
  return Q.divide(Q.rational(Q.round(Q.multiply(value, unit))), unit) ?? value;
}

function resultOf(side: Expr): Result | null {
  const value = literalValue(side);
  if (value) return { node: side, value, scale: Q.ONE, span: side.span };
  if (side.kind === 'percent') return scaled(side.arg, Q.rational(1, 100));
  if (side.kind === 'negate') {
    const inner = resultOf(side.arg);
    return inner && { ...inner, value: Q.negate(inner.value), span: side.span };
  }
  const factors = side.kind === 'product' ? side.factors : [];
  const [number, ...others] = factors.filter(isLiteral);
  return number && others.length === 0 && factors.every(factor => factor === number || isUnit(factor)) ? resultOf(number) : null;
}

const isUnit = (factor: Expr): boolean =>
  factor.kind === 'unit' ||
  (factor.kind === 'power' && isUnit(factor.base)) ||
  (factor.kind === 'quotient' && isUnit(factor.num) && isUnit(factor.den));

function scaled(arg: Expr, scale: Q.Rational): Result | null {
  const inner = resultOf(arg);
  return inner && { ...inner, scale: Q.multiply(inner.scale, scale) };
}

function operandEdits(expr: Expr, changed: Changed, offset: number, write: (now: Q.Rational, like: Expr) => string): Edit[] {
  return changedLiterals(expr, changed)
    .filter(({ node }) => node.span.start >= offset)
    .map(({ node, now }) => {
      const text = write(now, node);
      return { start: node.span.start - offset, end: node.span.end - offset, text: now.n < 0n ? `(${text})` : text };
    });
}

const NUMBER = /\\d?frac\{(\d+)\}\{(\d+)\}|(?:(\d+) )?(\d+)\/(\d+)(?![\d/])|\d[\d,]*(?:\.\d+)?/g;

/** Numbers between claims that are a replaced result: 'so the answer is 24'. */
function replaceNumbers(text: string, from: number, to: number, changed: Changed): Edit[] {
  const edits: Edit[] = [];
  if (changed.size === 0) return edits;
  for (const match of text.slice(from, to).matchAll(NUMBER)) {
    const digits = match[0].replace(/,$/, '');
    const value = valueIn(match, digits);
    const start = from + match.index;
    const signed = value && /[-−]$/.test(text.slice(0, start)) && changed.has(Q.printRational(Q.negate(value)));
    const now = value && changed.get(Q.printRational(signed ? Q.negate(value) : value));
    if (!now) continue;
    const form = digits.startsWith('\\') ? 'latex' : match[3] ? 'mixed' : match[4] ? 'slash' : formIn(text);
    const shown = fraction(now, form) ?? decimal(now, 0, GROUPED.test(digits));
    edits.push({ start: signed ? start - 1 : start, end: start + digits.length, text: shown });
  }
  return edits;
}

const GROUPED = /\d,\d{3}/;
const formIn = (text: string): Form =>
  /\d\.\d/.test(text) ? 'decimal' : /\\d?frac/.test(text) ? 'latex' : /\d\/\d/.test(text) ? 'slash' : 'decimal';

function valueIn([, top, bottom, whole, num, den]: RegExpMatchArray, digits: string): Q.Rational | null {
  const [n, d] = [top ?? num, bottom ?? den];
  if (n === undefined || d === undefined) return Q.parseDecimal(digits.replace(/,/g, ''));
  if (/^0+$/.test(d)) return null;
  return Q.add(Q.rational(BigInt(whole ?? 0)), Q.rational(BigInt(n), BigInt(d)));
}

/** A value in this student's own style: fractions where they write fractions, else decimals like the number it replaces. */
function written(value: Q.Rational, like: Expr | null, sides: readonly Expr[], text: string): string {
  const latex = /\\d?frac/.test(text);
  const extended = sides[0] && isLiteral(sides[0]) && like?.kind === 'quotient' ? overSame(value, like.den, latex) : null;
  const shown = extended ?? fraction(value, formOf(like, sides, latex));
  return shown ?? decimal(value, like?.kind === 'number' ? (like.decimals ?? 0) : 0, GROUPED.test(text));
}

/** 3/8 over the denominator that was written, `9/24`: a fraction alone is made to one over another number. */
function overSame(value: Q.Rational, below: Expr, latex: boolean): string | null {
  const den = evaluateExact(below);
  const above = den && Q.multiply(value, den);
  if (!den || !above || above.d !== 1n || den.d !== 1n) return null;
  return latex ? `\\frac{${above.n}}{${den.n}}` : `${above.n}/${den.n}`;
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

/** The last number in a text; a fraction of two whole numbers is one. */
export const lastNumber = (text: string): string | null =>
  [
    ...text
      .replace(/\^\{?\d\}?/g, '')
      .replace(/\\d?frac\{(\d+)\}\{(\d+)\}/g, '$1/$2')
      .matchAll(/-?(?:\d+ )?\d+\/\d+|-?\d[\d,]*(?:\.\d+)?/g),
  ]
    .at(-1)?.[0]
    .replace(/,$/, '') ?? null;
