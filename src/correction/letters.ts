import { expressionsOf, freeLetters, isLetter, mapParts, someNode, someSymbol, substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';

/** The free letters of a statement or of expressions; constants and units are none. */
export function lettersIn(...parts: readonly (Expr | Statement)[]): readonly string[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  return others.length === 0 ? lettersOf(first) : [...new Set(parts.flatMap(lettersOf))];
}

/** A line is asked for its letters by every judge that looks at it. */
const lettersOfLine = new WeakMap<Statement, readonly string[]>();

function lettersOf(part: Expr | Statement): readonly string[] {
  if (!isStatement(part)) return freeLetters([part]);
  const before = lettersOfLine.get(part);
  if (before) return before;
  const letters = freeLetters(expressionsOf(part));
  lettersOfLine.set(part, letters);
  return letters;
}

const STATEMENTS: ReadonlySet<string> = new Set(['chain', 'or', 'and', 'member', 'truth']);
const isStatement = (part: Expr | Statement): part is Statement => STATEMENTS.has(part.kind);

/** A function given by a formula: `f(x) = 2x + 1`. */
export interface FunctionRule {
  readonly variables: readonly string[];
  readonly body: Expr;
}

/** True when the expression applies a function whose name says nothing by itself, such as `f` or `g'`. */
export const callsNamed = (expr: Expr): boolean => someNode(expr, node => namedCall(node) !== null);

/** The bare name and the number of primes of an applied letter function, null for `sin` and the like. */
export function namedCall(expr: Expr): { name: string; primes: number } | null {
  if (expr.kind !== 'call') return null;
  const match = /^([a-zA-Z](?:_\w+)?|chi|(?:var)?phi|psi|Phi|Psi)('*)$/.exec(expr.fn);
  return match?.[1] ? { name: match[1], primes: match[2]?.length ?? 0 } : null;
}

/** A closed expression: no letter, no unnamed function. */
export const isClosed = (expr: Expr): boolean => expr.kind === 'number' || (!someSymbol(expr, isLetter) && !callsNamed(expr));

/** Puts the known values in for letters. */
export function withValues(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  let result = expr;
  for (const [letter, value] of values) result = substitute(result, letter, value);
  return result;
}

/** Puts formulas in for the functions applied, `f(3)` becoming the body of f at 3. Primes are left for the derivative to answer. */
export function withFunctions(expr: Expr, functions: ReadonlyMap<string, FunctionRule>): Expr {
  if (functions.size === 0 || !callsNamed(expr)) return expr;
  const inner = mapParts(expr, part => withFunctions(part, functions));
  const called = namedCall(inner);
  const rule = called?.primes === 0 ? functions.get(called.name) : undefined;
  if (!rule || inner.kind !== 'call' || inner.args.length !== rule.variables.length) return inner;
  return rule.variables.reduce((body, variable, i) => substitute(body, variable, inner.args[i] ?? body), rule.body);
}

/** Applies `change` to every expression of a statement. */
export function mapSides(statement: Statement, change: (expr: Expr) => Expr): Statement {
  switch (statement.kind) {
    case 'chain':
      return { ...statement, sides: statement.sides.map(change) };
    case 'or':
    case 'and':
      return { ...statement, parts: statement.parts.map(part => mapSides(part, change)) };
    case 'member':
      return { ...statement, element: change(statement.element) };
    default:
      return statement;
  }
}

/** The denominators that hold a letter. */
export function divisorsIn(side: Expr): Expr[] {
  const found: Expr[] = [];
  someNode(side, node => {
    if (node.kind === 'quotient' && lettersIn(node.den).length > 0) found.push(node.den);
    return false;
  });
  return found;
}
