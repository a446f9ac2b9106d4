import type { Expr, SetExpr, Statement } from '../expr.ts';

/** The letter a node binds in its body, if any: the index of a sum, the variable of a definite integral or a limit. */
function boundBy(expr: Expr): string | null {
  if (expr.kind === 'series' || expr.kind === 'limit') return expr.variable;
  return expr.kind === 'integral' && expr.bounds ? expr.variable : null;
}

/** The parts of a node that stand outside the scope of what it binds. */
function outside(expr: Expr): readonly Expr[] {
  if (expr.kind === 'series') return [expr.lower, expr.upper];
  if (expr.kind === 'limit') return [expr.point];
  return expr.kind === 'integral' && expr.bounds ? [expr.bounds.lower, expr.bounds.upper] : [];
}

export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'sum':
      return expr.terms;
    case 'product':
      return expr.factors;
    case 'quotient':
      return [expr.num, expr.den];
    case 'power':
      return [expr.base, expr.exponent];
    case 'negate':
    case 'plusminus':
    case 'percent':
      return [expr.arg];
    case 'call':
      return expr.args;
    case 'derivative':
    case 'limit':
    case 'series':
    case 'integral':
      return [expr.body, ...outside(expr)];
    case 'matrix':
      return expr.rows.flat();
    case 'list':
      return expr.items;
    case 'interval':
      return [expr.lower, expr.upper];
    default:
      return NONE;
  }
}

const NONE: readonly Expr[] = [];

/** A question asked of the parts of a node, with what it needs to know. */
type PartTest<T> = (part: Expr, known: T) => boolean;

/** True when a part of the node passes the test. The parts come in the order of `partsOf`, but no list is made of those that stand in none. */
function somePart<T>(expr: Expr, test: PartTest<T>, known: T): boolean {
  switch (expr.kind) {
    case 'number':
    case 'symbol':
    case 'unit':
      return false;
    case 'quotient':
      return test(expr.num, known) || test(expr.den, known);
    case 'power':
      return test(expr.base, known) || test(expr.exponent, known);
    case 'negate':
      return test(expr.arg, known);
    default: {
      const parts = partsOf(expr);
      for (let i = 0; i < parts.length; i++) if (test(parts[i] as Expr, known)) return true;
      return false;
    }
  }
}

/** True when a free symbol or a unit of the expression passes the test. Constants count as symbols; units as `unit km`. */
export function someSymbol(expr: Expr, test: (name: string) => boolean): boolean {
  switch (expr.kind) {
    case 'symbol':
      return test(expr.name);
    case 'unit':
      return test(`unit ${expr.name}`);
    case 'derivative':
      return test(expr.variable) || someSymbol(expr.body, test);
    case 'limit':
    case 'series':
    case 'integral': {
      const bound = boundBy(expr);
      return (
        outside(expr).some(part => someSymbol(part, test)) ||
        someSymbol(expr.body, bound === null ? test : name => name !== bound && test(name))
      );
    }
    default:
      return somePart(expr, someSymbol, test);
  }
}

/** True when some node of the expression, itself included, passes the test. */
export function someNode(expr: Expr, test: (node: Expr) => boolean): boolean {
  return test(expr) || somePart(expr, someNode, test);
}

/** Rebuilds a node from changed parts, in the order of `partsOf`. */
export function mapParts(expr: Expr, f: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'sum':
      return { ...expr, terms: expr.terms.map(f) };
    case 'product':
      return { ...expr, factors: expr.factors.map(f) };
    case 'quotient':
      return { ...expr, num: f(expr.num), den: f(expr.den) };
    case 'power':
      return { ...expr, base: f(expr.base), exponent: f(expr.exponent) };
    case 'negate':
    case 'plusminus':
    case 'percent':
      return { ...expr, arg: f(expr.arg) };
    case 'call':
      return { ...expr, args: expr.args.map(f) };
    case 'derivative':
      return { ...expr, body: f(expr.body) };
    case 'limit':
      return { ...expr, body: f(expr.body), point: f(expr.point) };
    case 'series':
      return { ...expr, body: f(expr.body), lower: f(expr.lower), upper: f(expr.upper) };
    case 'integral':
      return { ...expr, body: f(expr.body), bounds: expr.bounds && { lower: f(expr.bounds.lower), upper: f(expr.bounds.upper) } };
    case 'matrix':
      return { ...expr, rows: expr.rows.map(row => row.map(f)) };
    case 'list':
      return { ...expr, items: expr.items.map(f) };
    case 'interval':
      return { ...expr, lower: f(expr.lower), upper: f(expr.upper) };
    default:
      return expr;
  }
}

/** Replaces the free occurrences of a letter. What is put in is taken to hold no letter that a node of `expr` binds. */
export function substitute(expr: Expr, name: string, by: Expr): Expr {
  if (expr.kind === 'symbol') return expr.name === name ? by : expr;
  if (!someSymbol(expr, n => n === name)) return expr;
  if (boundBy(expr) !== name) return mapParts(expr, part => substitute(part, name, by));
  const [body] = partsOf(expr);
  return mapParts(expr, part => (part === body ? part : substitute(part, name, by)));
}

const CONSTANTS: ReadonlySet<string> = new Set(['pi', 'e', 'i', 'infinity']);

export function isConstant(name: string): boolean {
  return CONSTANTS.has(name);
}

/** The name that `someSymbol` tells is that of a letter: no constant and no unit. */
export const isLetter = (name: string): boolean => !CONSTANTS.has(name) && !name.startsWith('unit ');

function setParts(set: SetExpr): readonly Expr[] {
  if (set.kind === 'union') return set.parts.flatMap(setParts);
  return set.kind === 'interval' || set.kind === 'list' ? [set] : [];
}

/** All expressions a statement is made of. */
export function expressionsOf(statement: Statement): readonly Expr[] {
  switch (statement.kind) {
    case 'chain':
      return statement.modulus ? [...statement.sides, statement.modulus] : statement.sides;
    case 'or':
    case 'and':
      return statement.parts.flatMap(expressionsOf);
    case 'member':
      return [statement.element, ...setParts(statement.set)];
    default:
      return [];
  }
}

/** The free letters in order of first appearance, constants and units left out unless `vars` claims a constant's name as a letter. */
export function freeLetters(exprs: readonly Expr[], vars?: readonly string[]): string[] {
  const found: string[] = [];
  const note = (name: string): boolean => {
    if (!found.includes(name) && (isLetter(name) || vars?.includes(name))) found.push(name);
    return false;
  };
  for (let i = 0; i < exprs.length; i++) someSymbol(exprs[i] as Expr, note);
  return found;
}
