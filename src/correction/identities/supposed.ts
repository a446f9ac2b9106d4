import { minus, num, quotient } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';

/** There a letter stands for a whole number that is only known to exist: `7^k = 6m + 1` fixes no value of m. */
export const SUPPOSES = /\b(?:induction|divisible|divides|multiple)\b/i;

/** `6·5m − 1` below `6^k − 1 = 5m`: a letter that a supposition brings in stands for what it says, in the sides that go on from one without it. */
export function withSupposed(scene: Scene, sides: readonly Expr[]): readonly Expr[] {
  const [first] = sides;
  if (!first || !SUPPOSES.test(scene.solution.problem)) return sides;
  const known = lettersIn(first);
  return sides.map(side =>
    lettersIn(side)
      .filter(letter => !known.includes(letter))
      .reduce((expr, letter) => {
        const meant = meaningOf(scene, letter);
        return meant ? substitute(expr, letter, meant) : expr;
      }, side),
  );
}

function meaningOf({ facts }: Scene, letter: string): Expr | null {
  const found = facts.filter(({ step, letters }) => step >= 0 && letters.length === 2 && letters.includes(letter));
  const [fact] = found;
  const [left, right] = fact?.statement.kind === 'chain' && fact.statement.relations.join() === '=' ? fact.statement.sides : [];
  const slope = left && right && differentiate(minus(left, right), letter);
  const steep = slope && evaluateExact(slope);
  if (!left || !right || !steep || steep.n === 0n) return null;
  return quotient(minus(num(0), substitute(minus(left, right), letter, num(0))), num(steep));
}
