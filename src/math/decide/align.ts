import { sym } from '../build.ts';
import type { Expr, SetExpr, Statement } from '../expr.ts';
import { printPlain } from '../print.ts';
import { singleLink } from './equations.ts';
import { expressionsOf, freeLetters, mapParts, someNode, someSymbol } from './free.ts';
import { realFunctions } from './real-functions.ts';

/** The statement with every expression in it rewritten. */
function mapStatement(statement: Statement, f: (expr: Expr) => Expr): Statement {
  switch (statement.kind) {
    case 'chain':
      return { ...statement, sides: statement.sides.map(f) };
    case 'or':
    case 'and':
      return { ...statement, parts: statement.parts.map(part => mapStatement(part, f)) };
    case 'member':
      return { ...statement, element: f(statement.element), set: mapSet(statement.set, f) };
    case 'truth':
      return statement;
  }
}

function mapSet(set: SetExpr, f: (expr: Expr) => Expr): SetExpr {
  switch (set.kind) {
    case 'union':
      return { ...set, parts: set.parts.map(part => mapSet(part, f)) };
    case 'list':
      return { ...set, items: set.items.map(f) };
    case 'interval':
      return { ...set, lower: f(set.lower), upper: f(set.upper) };
    default:
      return set;
  }
}

function renamed(expr: Expr, names: ReadonlyMap<string, string>): Expr {
  if (expr.kind === 'symbol') {
    const name = names.get(expr.name);
    return name === undefined ? expr : { ...expr, name };
  }
  return mapParts(expr, part => renamed(part, names));
}

/** `x_1 = 2, x_2 = 3` beside a statement in x names two solutions for x: it becomes `x = 2 or x = 3`. */
function unnumbered(statement: Statement, other: Statement): Statement {
  const letters = freeLetters(expressionsOf(statement));
  const beside = freeLetters(expressionsOf(other));
  const names = new Map<string, string>();
  for (const letter of letters) {
    const base = /^([^_]+)_\{?[\d,]+\}?$/.exec(letter)?.[1];
    if (base !== undefined && beside.includes(base) && !letters.includes(base) && !beside.includes(letter)) names.set(letter, base);
  }
  if (names.size === 0) return statement;
  const plain = mapStatement(statement, expr => renamed(expr, names));
  return plain.kind === 'and' ? { ...plain, kind: 'or' } : plain;
}

/** `e = 4` and `i = 2` say that e and i are letters here, not the constants. */
function constantsAsLetters(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const visit = (statement: Statement): void => {
    if (statement.kind === 'or' || statement.kind === 'and') for (const part of statement.parts) visit(part);
    const link = singleLink(statement);
    if (link?.relation !== '=') return;
    for (const [side, other] of [
      [link.left, link.right],
      [link.right, link.left],
    ] as const) {
      const named = side.kind === 'symbol' && (side.name === 'e' || side.name === 'i') ? side.name : null;
      if (named && !someSymbol(other, () => true)) names.set(named, `${named}_letter`);
    }
  };
  for (const statement of statements) visit(statement);
  return names;
}

/** Brings the letters of two statements in line: numbered solutions, and constants that were solved for. */
export function alignLetters(from: Statement, to: Statement): readonly [Statement, Statement] {
  const [a, b] = [unnumbered(from, to), unnumbered(to, from)];
  const names = constantsAsLetters([a, b]);
  if (names.size === 0) return [a, b];
  return [mapStatement(a, x => renamed(x, names)), mapStatement(b, x => renamed(x, names))];
}

function isUnknownCall(node: Expr): boolean {
  return node.kind === 'call' && realFunctions[node.fn] === undefined && node.fn !== 'det' && node.fn !== 'transpose';
}

/**
 * Statements about a function known by name alone: with a single form of call, `f(x)` throughout, that call is an unknown like a letter. With several, `f(x)` and
 * `f(2)`, what follows hangs on the function, and null is returned.
 */
export function withoutUnknownFunctions(from: Statement, to: Statement): readonly [Statement, Statement] | null {
  const forms = new Set<string>();
  for (const expr of [...expressionsOf(from), ...expressionsOf(to)]) {
    someNode(expr, node => {
      if (isUnknownCall(node)) forms.add(printPlain(node));
      return false;
    });
  }
  if (forms.size === 0) return [from, to];
  if (forms.size > 1) return null;
  const [form] = forms;
  const replace = (expr: Expr): Expr => (isUnknownCall(expr) ? sym(form ?? '') : mapParts(expr, replace));
  return [mapStatement(from, replace), mapStatement(to, replace)];
}
