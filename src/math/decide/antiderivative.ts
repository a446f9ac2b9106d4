import type { CompareOptions, Comparison } from '../comparison.ts';
import { differentiate } from '../derive.ts';
import type { Expr } from '../expr.ts';
import { freeLetters, someNode } from './free.ts';

type Compare = (a: Expr, b: Expr, o: CompareOptions) => Comparison;

/** The variable of an indefinite integral somewhere in the expressions. */
export function integrationVariable(exprs: readonly Expr[]): string | null {
  let variable: string | null = null;
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind !== 'integral' || node.bounds !== null) return false;
      variable = node.variable;
      return true;
    });
  }
  return variable;
}

/** Whether two expressions differ by a constant of integration: by their derivatives. Null when neither is an antiderivative of anything known. */
export function compareUpToConstant(a: Expr, b: Expr, o: CompareOptions, compare: Compare): Comparison | null {
  const variable = integrationVariable([a, b]) ?? o.vars?.[0] ?? variableOf([a, b]);
  if (variable === null) return null;
  const x = differentiate(a, variable);
  const y = differentiate(b, variable);
  if (!x || !y) return { kind: 'unknown', why: 'an antiderivative could not be differentiated' };
  const { upToConstant: _, ...rest } = o;
  return compare(x, y, rest);
}

function variableOf(exprs: readonly Expr[]): string | null {
  const letters = freeLetters(exprs).filter(name => name !== 'C' && name !== 'c' && name !== 'K');
  return letters.includes('x') ? 'x' : (letters[0] ?? null);
}
