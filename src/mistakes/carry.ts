import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { equalTrees, mapExpr } from '../math/tree.ts';
import { chain, decimal, equation, negate, num, product, sum, symbol, writtenNumber } from './build.ts';
import { lettersIn, sidesOf } from './sides.ts';
import { coefficients, numberIn, tidy } from './tidy.ts';

/** How a solution of one kind goes on. */
export interface Carry {
  /** What the line at this index is worked out from; null when it is given. */
  readonly above: (lines: readonly Statement[], step: number) => Expr | Statement | null;
  /** The lines after a wrong line at `step`, worked out honestly from it; null when that cannot be done in the same style. */
  readonly onwards: (lines: readonly Statement[], step: number, wrong: Statement) => readonly Statement[] | null;
}

/** The way to carry a mistake through lines of this kind, null for lines of no known kind. */
export function carriesFor(lines: readonly Statement[]): Carry | null {
  if (lines.length === 0) return null;
  if (lines.every(line => isCalculation(line))) return calculations;
  if (lines.every(line => line.kind === 'chain' && line.sides.length === 1)) return rewriting;
  const letters = new Set(lines.flatMap(line => [...lettersIn(line)]));
  return letters.size === 1 && lines.every(isEquation) ? solving : null;
}

function isCalculation(line: Statement): boolean {
  const sides = sidesOf(line, '=');
  return sides !== null && sides[0].kind !== 'number' && numberIn(sides[0]) !== null && writtenNumber(sides[1]) !== null;
}

/** An equation, or alternatives such as `x = 2 or x = 3`. */
function isEquation(line: Statement): boolean {
  return line.kind === 'or' ? line.parts.every(isEquation) : sidesOf(line, '=') !== null;
}

const calculations: Carry = {
  above: (lines, step) => {
    const line = lines[step];
    return (line && sidesOf(line, '=')?.[0]) ?? null;
  },
  onwards: (lines, step, wrong) => {
    const changed = new Map<string, Expr>();
    const note = (before: Statement | undefined, after: Statement): boolean => {
      const [old, now] = [before && sidesOf(before, '=')?.[1], sidesOf(after, '=')?.[1]];
      const value = old && writtenNumber(old);
      if (!value || !now) return false;
      changed.set(Q.printRational(value), now);
      return true;
    };
    if (!note(lines[step], wrong)) return null;
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

const rewriting: Carry = {
  above: (lines, step) => {
    const line = step > 0 ? lines[step - 1] : undefined;
    return line?.kind === 'chain' ? (line.sides[0] ?? null) : null;
  },
  onwards: (lines, step, wrong) => {
    if (wrong.kind !== 'chain' || !wrong.sides[0] || step >= lines.length) return null;
    const end = tidy(wrong.sides[0]);
    return step === lines.length - 1 || equalTrees(end, wrong.sides[0]) ? [] : [chain([end], [])];
  },
};

const solving: Carry = {
  above: (lines, step) => (step > 0 ? (lines[step - 1] ?? null) : null),
  onwards: (lines, step, wrong) => {
    if (step === lines.length - 1) return [];
    const sides = sidesOf(wrong, '=');
    const [name] = lettersIn(wrong);
    if (!sides || name === undefined) return null;
    const all = coefficients(sum([sides[0], negate(sides[1])]));
    if (!all) return null;
    const slope = all.get(`${name}^1`)?.coefficient;
    const shift = all.get('')?.coefficient ?? Q.ZERO;
    if (!slope || [...all.keys()].some(key => key !== '' && key !== `${name}^1`)) return null;
    const root = Q.divide(Q.negate(shift), slope);
    if (!root) return null;
    const x = symbol(name);
    const collected = equation(tidy(product([num(slope.n, slope.d), x])), num(-shift.n, shift.d));
    const solved = equation(x, num(root.n, root.d));
    const steps = [tidy(wrong), collected, solved];
    return steps.filter((line, i) => !equalTrees(line, i === 0 ? wrong : (steps[i - 1] ?? wrong)) && !equalTrees(line, wrong));
  },
};
