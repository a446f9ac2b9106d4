import type { Expr, Statement } from '../math/expr.ts';
import { mapExpr } from '../math/tree.ts';
import { isStatement } from './build.ts';
import { substitute } from './open.ts';
import { sidesOf } from './sides.ts';

/** What a function of the exercise does: `f(x) = x² + 1`. */
export type Definitions = ReadonlyMap<string, { readonly letter: string; readonly body: Expr }>;

/** The function definitions among some statements. */
export function definitionsIn(statements: readonly Statement[]): Definitions {
  const found = new Map<string, { letter: string; body: Expr }>();
  for (const statement of statements) {
    const [head, body] = sidesOf(statement, '=') ?? [];
    const [letter, ...others] = head?.kind === 'call' ? head.args : [];
    if (head?.kind === 'call' && letter?.kind === 'symbol' && others.length === 0 && body)
      found.set(head.fn, { letter: letter.name, body });
  }
  return found;
}

/** The line with defined functions carried out, inner ones first. */
export function carriedOut(whole: Expr | Statement, definitions: Definitions): Expr | Statement {
  if (definitions.size === 0) return whole;
  if (!isStatement(whole)) {
    return mapExpr(whole, node => {
      const known = node.kind === 'call' ? definitions.get(node.fn) : undefined;
      const [inside] = node.kind === 'call' ? node.args : [];
      return known && inside ? substitute(known.body, known.letter, inside) : node;
    });
  }
  if (whole.kind === 'chain') return { ...whole, sides: whole.sides.map(side => carriedOut(side, definitions) as Expr) };
  if (whole.kind === 'or' || whole.kind === 'and')
    return { ...whole, parts: whole.parts.map(part => carriedOut(part, definitions) as Statement) };
  return whole;
}
