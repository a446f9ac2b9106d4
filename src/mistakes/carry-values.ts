import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { isStatement, mapExpr } from '../math/tree.ts';
import { decimal, equation, num, writtenNumber } from './build.ts';
import type { Carry } from './carry.ts';
import { sidesOf } from './sides.ts';
import { numberIn } from './tidy.ts';
import { places } from './walk.ts';

/** Closed calculations (`48/2 = 24`) whose results are used further down: every later number that is a wrong result is replaced. */
export const calculations = (lines: readonly Statement[], workedLike: (wrong: Expr, right: Expr) => Expr): Carry => ({
  above: step => (lines[step] && sidesOf(lines[step], '=')?.[0]) ?? null,
  shaped: (step, wrong) => {
    const [first, result] = (lines[step] && sidesOf(lines[step], '=')) ?? [];
    return first && result && !isStatement(wrong) && numberIn(wrong) ? equation(first, workedLike(wrong, result)) : null;
  },
  onwards: (step, wrong) => {
    const changed = new Map<string, Expr>();
    const note = (before: Statement | undefined, after: Statement): boolean => {
      const [old, now] = [before && sidesOf(before, '=')?.[1], sidesOf(after, '=')?.[1]];
      const value = old && writtenNumber(old);
      if (!value || !now) return false;
      changed.set(Q.printRational(value), now);
      return true;
    };
    if (!note(lines[step], wrong) || !isApart(lines, step, wrong)) return null;
    const rest: Statement[] = [];
    for (const line of lines.slice(step + 1)) {
      const sides = sidesOf(line, '=');
      if (!sides) return null;
      const start = mapExpr(sides[0], node => (node.kind === 'number' ? (changed.get(Q.printRational(node.value)) ?? node) : node));
      const value = numberIn(start);
      const result = value && inStyle(value, sides[1]);
      if (!result) return null;
      const next = equation(start, result);
      if (!note(line, next)) return null;
      rest.push(next);
    }
    return rest;
  },
});

/** The wrong result is no number of the other lines, where it would be taken for that, and not the right one with its point moved, as in another unit. */
function isApart(lines: readonly Statement[], step: number, wrong: Statement): boolean {
  const [value, right] = [resultOf(wrong), resultOf(lines[step])];
  const times = value && right && Q.divide(value, right);
  if (!value || !times || /^-?10*(?:\/10*)?$/.test(Q.printRational(times)) || times.n > 40n * times.d || times.d > 40n * times.n)
    return false;
  const others = lines.filter((_, i) => i !== step).flatMap(line => sidesOf(line, '=') ?? []);
  return !others.some(side => [...places(side)].some(({ node }) => node.kind === 'number' && Q.equal(node.value, value)));
}

const resultOf = (line: Statement | undefined): Q.Rational | null => {
  const result = line && sidesOf(line, '=')?.[1];
  return result ? numberIn(result) : null;
};

/** A result written like the right one: whole stays whole, decimals stay short, fractions may be any. Null when it cannot be. */
function inStyle(value: Q.Rational, like: Expr): Expr | null {
  if (like.kind === 'quotient' || like.kind === 'mixed') return num(value.n, value.d);
  if (value.d === 1n) return num(value.n);
  for (const places of [1, 2]) {
    const scaled = Q.multiply(value, { n: 10n ** BigInt(places), d: 1n });
    if (scaled.d === 1n) return decimal(scaled.n, places);
  }
  return null;
}
