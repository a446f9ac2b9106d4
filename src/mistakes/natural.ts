import type { Expr, Statement } from '../math/expr.ts';
import { children, forEachSide } from '../math/tree.ts';

const LARGEST_DENOMINATOR = 60n;
const MOST_DIGITS = 5;

/** What numbers of some lines look like. */
interface Look {
  readonly longest: number;
  readonly denominator: bigint;
  readonly decimals: number;
}

/** True when the numbers in the lines are such as a person would write on after those of the right solution. */
export function isNatural(lines: readonly Statement[], like: readonly Statement[]): boolean {
  const [own, usual] = [lookOf(lines), lookOf(like)];
  return (
    own.longest <= Math.max(MOST_DIGITS, usual.longest + 1) &&
    own.denominator <= (usual.denominator > LARGEST_DENOMINATOR ? usual.denominator * 4n : LARGEST_DENOMINATOR) &&
    own.decimals <= Math.max(3, usual.decimals + 1)
  );
}

function lookOf(lines: readonly Statement[]): Look {
  let [longest, denominator, decimals] = [0, 1n, 0];
  const see = (node: Expr): void => {
    if (node.kind === 'number') {
      const size = node.value.n < 0n ? -node.value.n : node.value.n;
      longest = Math.max(longest, (size / node.value.d).toString().length);
      decimals = Math.max(decimals, node.decimals ?? 0);
    }
    if (node.kind === 'quotient' && node.den.kind === 'number' && node.den.value.n > denominator) denominator = node.den.value.n;
  };
  const visit = (expr: Expr): void => {
    see(expr);
    for (const part of children(expr)) visit(part);
  };
  for (const line of lines) forEachSide(line, visit);
  return { longest, denominator, decimals };
}
