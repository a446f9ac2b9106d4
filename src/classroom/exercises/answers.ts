import { evaluateExact } from '../../math/evaluate.ts';
import { parseStatement } from '../../math/parse.ts';
import { toNumber } from '../../math/rational.ts';

/** The number an answer is: `5`, `x = 5`, `3/4` as 0.75. Null for any other answer, and for a fraction that no decimal is. */
export function plainNumber(answer: string): number | null {
  const { statement, problems } = parseStatement(answer);
  if (statement?.kind !== 'chain' || problems.length > 0 || statement.sides.length > 2 || statement.relations.some(r => r !== '='))
    return null;
  const [first, last] = [statement.sides[0], statement.sides.at(-1)];
  if (!last || (statement.sides.length === 2 && first?.kind !== 'symbol')) return null;
  const value = evaluateExact(last);
  return value === null || !isDecimal(value.d) ? null : toNumber(value);
}

const isDecimal = (denominator: bigint): boolean => 10n ** 12n % denominator === 0n;

/** An answer a student likes to meet: whole numbers, short decimals, fractions with a small denominator. */
export const isNiceAnswer = (answer: string): boolean =>
  [...answer.matchAll(/\d+\/(\d+)/g)].every(([, below]) => Number(below) <= 12) && !/\.\d{3}/.test(answer);
