import type { CompareOptions, Comparison } from '../comparison.ts';
import { differentiate } from '../derive.ts';
import type { Expr } from '../expr.ts';
import { freeLetters, someNode } from './free.ts';

type Compare = (a: Expr, b: Expr, o: CompareOptions) => Comparison;

/** The variables of indefinite integrals in an expression. */
function integrationVariables(expr: Expr): string[] {
  const found = new Set<string>();
  someNode(expr, node => {
    if (node.kind === 'integral' && node.bounds === null) found.add(node.variable);
    return false;
  });
  return [...found];
}

/** Whether two expressions differ by a constant of integration: by their derivatives. Null when neither is an antiderivative of anything known. */
export function compareUpToConstant(a: Expr, b: Expr, o: CompareOptions, compare: Compare): Comparison | null {
  const variables = new Set([...integrationVariables(a), ...integrationVariables(b)]);
  if (variables.size > 1) return { kind: 'unknown', why: 'the integrals run over different variables' };
  const variable = [...variables][0] ?? o.vars?.[0] ?? variableOf([a, b]);
  if (variable === null) return null;
  const x = differentiate(a, variable);
  const y = differentiate(b, variable);
  if (!x || !y) return { kind: 'unknown', why: 'an antiderivative could not be differentiated' };
  if (integrationVariables(x).length + integrationVariables(y).length > 0) {
    return { kind: 'unknown', why: 'integrals are multiplied, and differentiating does not remove them' };
  }
  const { upToConstant: _, ...rest } = o;
  return compare(x, y, rest);
}

function variableOf(exprs: readonly Expr[]): string | null {
  const letters = freeLetters(exprs).filter(name => name !== 'C' && name !== 'c' && name !== 'K');
  return letters.includes('x') ? 'x' : (letters[0] ?? null);
}
