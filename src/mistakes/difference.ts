import type { Expr, Span, Statement } from '../math/expr.ts';
import { equalTrees } from '../math/tree.ts';
import { isStatement, product, sum } from './build.ts';
import { close } from './complex.ts';
import { valueAt } from './sample.ts';
import { size, spanOf } from './walk.ts';

/** Where a line differs from the right one, and what should stand there. `span` lies in the document of the written line. */
export interface Difference {
  readonly span: Span;
  readonly instead: Expr | Statement;
}

/**
 * The narrowest term of the written line that differs from the right one. Both lines are read side by side as far as they have the same form;
 * terms of a sum and factors of a product are paired whatever their order. Null when nothing differs or the written line has no place in a document.
 */
export function locateDifference(right: Expr | Statement, written: Expr | Statement): Difference | null {
  const found = isStatement(right) || isStatement(written) ? ofStatements(right, written) : ofTerms(right, written);
  return found && found.span.start >= 0 ? found : null;
}

function ofStatements(right: Expr | Statement, written: Expr | Statement): Difference | null {
  const whole: Difference = { span: written.span, instead: right };
  const [only] = isStatement(written) && written.kind === 'chain' && written.sides.length === 1 ? written.sides : [];
  if (!isStatement(right)) return only ? ofTerms(right, only) : whole;
  if (!isStatement(written) || right.kind !== written.kind) return whole;
  if (right.kind === 'chain' && written.kind === 'chain') {
    if (right.sides.length !== written.sides.length || !right.relations.every((r, i) => r === written.relations[i])) return whole;
    return right.sides.every((side, i) => same(side, written.sides[i] ?? side))
      ? null
      : (onlyOne(right.sides, written.sides, ofTerms) ?? whole);
  }
  if ((right.kind === 'or' || right.kind === 'and') && right.kind === written.kind && right.parts.length === written.parts.length) {
    return equalTrees(right, written) ? null : (onlyOne(right.parts, written.parts, ofStatements) ?? whole);
  }
  return whole;
}

/** The difference in the only pair that differs; null when several do or none. */
function onlyOne<T extends Expr | Statement>(
  rights: readonly T[],
  writtens: readonly T[],
  locate: (right: T, written: T) => Difference | null,
): Difference | null {
  const apart = rights.flatMap((right, i) => {
    const written = writtens[i];
    return written !== undefined && !same(right, written) ? [{ right, written }] : [];
  });
  const [pair] = apart;
  return pair && apart.length === 1 ? locate(pair.right, pair.written) : null;
}

/** True when two relations have the same sides in value, in this order or the other. Expressions have. */
export function sameSides(a: Expr | Statement, b: Expr | Statement): boolean {
  if (!isStatement(a) || !isStatement(b) || a.kind !== b.kind) return !isStatement(a) && !isStatement(b);
  if (a.kind === 'chain' && b.kind === 'chain') {
    const alike = (sides: readonly Expr[]): boolean =>
      sides.length === b.sides.length && sides.every((side, i) => same(side, b.sides[i] ?? side));
    return alike(a.sides) || alike(a.sides.toReversed());
  }
  if ((a.kind !== 'or' && a.kind !== 'and') || (b.kind !== 'or' && b.kind !== 'and') || a.parts.length !== b.parts.length) return false;
  return a.parts.every((part, i) => sameSides(part, b.parts[i] ?? part));
}

/** Equal in value at two sample points, or the same tree where there is no value. */
function same(a: Expr | Statement, b: Expr | Statement): boolean {
  if (isStatement(a) || isStatement(b)) return equalTrees(a, b);
  const tried = ([0, 1] as const).map(index => {
    const [x, y] = [valueAt(a, { index, sign: 1 }), valueAt(b, { index, sign: 1 })];
    return x && y ? close(x, y, 1e-9) : null;
  });
  return tried[0] === null ? equalTrees(a, b) : tried.every(result => result !== false);
}

function ofTerms(right: Expr, written: Expr): Difference | null {
  if (same(right, written)) return null;
  const inner = inside(right, written);
  return inner && inner.span.start >= 0 ? inner : { span: written.span, instead: right };
}

function inside(right: Expr, written: Expr): Difference | null {
  if (right.kind === 'sum' && written.kind === 'sum') return paired(right.terms, written.terms, sum);
  if (right.kind === 'product' && written.kind === 'product') return paired(right.factors, written.factors, product);
  if (right.kind === 'negate' && written.kind === 'negate') return ofTerms(right.arg, written.arg);
  if (right.kind === 'quotient' && written.kind === 'quotient') return onlyOne([right.num, right.den], [written.num, written.den], ofTerms);
  if (right.kind === 'power' && written.kind === 'power')
    return onlyOne([right.base, right.exponent], [written.base, written.exponent], ofTerms);
  if (right.kind === 'call' && written.kind === 'call' && right.fn === written.fn && right.args.length === written.args.length) {
    return onlyOne(right.args, written.args, ofTerms);
  }
  return null;
}

/** Pairs equal parts off; what is left must be one part against one part of the same sign, or a run of neighbours. */
function paired(rights: readonly Expr[], writtens: readonly Expr[], join: (parts: readonly Expr[]) => Expr): Difference | null {
  const left = [...rights];
  const unmatched: { part: Expr; at: number }[] = [];
  for (const [at, part] of writtens.entries()) {
    const match = left.findIndex(candidate => same(candidate, part));
    if (match >= 0) left.splice(match, 1);
    else unmatched.push({ part, at });
  }
  const [only] = unmatched;
  if (!only || left.length === 0) return null;
  if (unmatched.length === 1) {
    const nearest = left.length === 1 ? left[0] : undefined;
    if (nearest === undefined) return null;
    if (nearest.kind === only.part.kind) return ofTerms(nearest, only.part);
    return nearest.kind === 'negate' || only.part.kind === 'negate' ? null : { span: only.part.span, instead: nearest };
  }
  const last = unmatched.at(-1);
  const neighbours = last !== undefined && last.at - only.at === unmatched.length - 1;
  const signed = left[0]?.kind === 'negate' || only.part.kind === 'negate';
  if (!neighbours || signed || unmatched.length === writtens.length) return null;
  return { span: spanOf(unmatched.map(({ part }) => part)), instead: join(left) };
}

/** The narrower of two places, the smaller replacement when they are equally wide. */
export function narrower(a: Difference | null, b: Difference | null): Difference | null {
  if (!a || !b) return a ?? b;
  const [x, y] = [a.span.end - a.span.start, b.span.end - b.span.start];
  return x === y ? (size(a.instead) <= size(b.instead) ? a : b) : x < y ? a : b;
}
