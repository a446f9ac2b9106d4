import type { Expr, Statement } from '../expr.ts';
import { add, rational } from '../rational.ts';
import { isKnown } from './approx.ts';
import { linksOf } from './equations.ts';
import { mapParts, someNode } from './free.ts';
import type { Disagreement } from './line.ts';
import { real } from './real.ts';
import type { Point } from './samples.ts';

/**
 * Whether every lost solution still fits the second statement once each of its written decimals may be off by half a unit in its last place, and as many
 * solutions were gained as lost.
 */
export function onlyRounded(found: readonly Disagreement[], to: Statement): boolean {
  const lost = found.filter(d => d.only === 'first');
  return lost.length > 0 && 2 * lost.length === found.length && lost.every(d => fits(to, d.at));
}

function fits(statement: Statement, at: Point): boolean {
  if (statement.kind === 'or') return statement.parts.some(part => fits(part, at));
  if (statement.kind === 'and') return statement.parts.every(part => fits(part, at));
  if (statement.kind === 'member') {
    return statement.set.kind === 'list' && !statement.negated && statement.set.items.some(item => close(statement.element, item, at));
  }
  if (statement.kind !== 'chain') return false;
  return linksOf(statement).every(({ left, right, relation }) => (relation === '=' || relation === '≈') && close(left, right, at));
}

/** |left − right| is at most what the decimals of both sides, each moved by half a unit of its last place, can change. */
function close(left: Expr, right: Expr, at: Point): boolean {
  const gap = difference(left, right, at);
  if (!isKnown({ v: gap, e: 0 })) return false;
  let room = 0;
  for (const decimal of decimalsIn([left, right])) {
    const moved = difference(moveDecimal(left, decimal), moveDecimal(right, decimal), at);
    if (Number.isFinite(moved)) room += Math.abs(moved - gap);
  }
  return Math.abs(gap) <= room * (1 + 1e-9);
}

function difference(left: Expr, right: Expr, at: Point): number {
  return real(left, at.real).v - real(right, at.real).v;
}

function decimalsIn(exprs: readonly Expr[]): Expr[] {
  const found: Expr[] = [];
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind === 'number' && node.decimals !== null && node.decimals > 0) found.push(node);
      return false;
    });
  }
  return found;
}

function moveDecimal(expr: Expr, decimal: Expr): Expr {
  if (expr === decimal && expr.kind === 'number')
    return { ...expr, value: add(expr.value, rational(1n, 2n * 10n ** BigInt(expr.decimals ?? 0))) };
  return mapParts(expr, part => moveDecimal(part, decimal));
}
