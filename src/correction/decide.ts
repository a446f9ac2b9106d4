import { type ChainVerdict, compareExpressions, compareStatements, judgeChain } from '../math/compare.ts';
import type { CompareOptions, Comparison } from '../math/comparison.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { keyOf, type Memo } from './memo.ts';

export type Chain = Statement & { kind: 'chain' };

/** Asks the mathematics, remembers the answers, and stops asking when the solution's allowance is used up. */
export interface Decider {
  readonly memo: Memo;
  /** @param coarse decimals may be rounded to any number of digits. */
  lines(from: Statement, to: Statement, coarse?: boolean): Comparison;
  /** The same without the conditions. */
  linesAnywhere(from: Statement, to: Statement): Comparison;
  /** The same under these conditions. */
  linesWithin(from: Statement, to: Statement, conditions: readonly Statement[]): Comparison;
  /** The same for one letter to solve for, the others being parameters. */
  linesFor(letter: string, from: Statement, to: Statement, conditions: readonly Statement[]): Comparison;
  expressions(a: Expr, b: Expr, options?: CompareOptions): Comparison;
  chain(chain: Chain): ChainVerdict;
}

/**
 * @param allowance how many decisions may be asked for. They count whether `memo` has them or not, so that the verdicts do not depend on what was checked before.
 * @param budget operations a single one may take. @param assume conditions under which lines are compared.
 */
export function createDecider(memo: Memo, allowance: number, budget: number, assume: () => readonly Statement[] = () => ANYWHERE): Decider {
  const asked = new Set<string>();
  const ask = <T>(key: string, decide: () => T, exhausted: T): T => {
    if (asked.size >= allowance) return exhausted;
    asked.add(key);
    return memo.recall(key, decide);
  };
  const lines = (from: Statement, to: Statement, coarse: boolean, conditions: readonly Statement[]): Comparison => {
    const options = { budget, rounded: true, coarse, algebraic: true, ...(conditions.length > 0 ? { assume: conditions } : {}) };
    return ask(`L${coarse}${keyOf(conditions)}${keyOf(from)}→${keyOf(to)}`, () => compareStatements(from, to, options), EXHAUSTED);
  };
  return {
    memo,
    lines: (from, to, coarse = false) => lines(from, to, coarse, assume()),
    linesAnywhere: (from, to) => lines(from, to, false, ANYWHERE),
    linesWithin: (from, to, conditions) => lines(from, to, false, conditions),
    linesFor: (letter, from, to, conditions) =>
      ask(
        `F${letter} ${keyOf(conditions)}${keyOf(from)}→${keyOf(to)}`,
        () =>
          compareStatements(from, to, {
            budget,
            algebraic: true,
            vars: [letter],
            ...(conditions.length > 0 ? { assume: conditions } : {}),
          }),
        EXHAUSTED,
      ),
    expressions: (a, b, options = NO_OPTIONS) =>
      ask(`E${keyOf(options)}${keyOf(a)}→${keyOf(b)}`, () => compareExpressions(a, b, { budget, ...options }), EXHAUSTED),
    chain: chain => ask(`C${keyOf(chain)}`, () => judgeChain(chain, { budget }), { kind: 'unknown', why: EXHAUSTED.why } as ChainVerdict),
  };
}

const NO_OPTIONS: CompareOptions = {};
const ANYWHERE: readonly Statement[] = [];
const EXHAUSTED = { kind: 'unknown', why: 'the time for this solution is used up' } as const;
