import type { Expr, SetExpr, Span, Statement } from './expr.ts';
import { equal } from './rational.ts';

/** The direct parts of an expression, in written order. */
export function children(x: Expr): readonly Expr[] {
  switch (x.kind) {
    case 'number':
    case 'symbol':
    case 'unit':
      return [];
    case 'sum':
      return x.terms;
    case 'product':
      return x.factors;
    case 'quotient':
      return [x.num, x.den];
    case 'power':
      return [x.base, x.exponent];
    case 'negate':
    case 'plusminus':
    case 'percent':
      return [x.arg];
    case 'mixed':
      return [x.whole, x.num, x.den];
    case 'call':
      return x.args;
    case 'derivative':
      return [x.body];
    case 'integral':
      return x.bounds === null ? [x.body] : [x.bounds.lower, x.bounds.upper, x.body];
    case 'limit':
      return [x.point, x.body];
    case 'series':
      return [x.lower, x.upper, x.body];
    case 'matrix':
      return x.rows.flat();
    case 'list':
      return x.items;
    case 'interval':
      return [x.lower, x.upper];
  }
}

function mapAll(items: readonly Expr[], f: (part: Expr) => Expr): readonly Expr[] {
  let changed = false;
  const mapped = items.map(item => {
    const next = f(item);
    if (next !== item) changed = true;
    return next;
  });
  return changed ? mapped : items;
}

/** The expression with `f` applied to each direct part. Returns `x` itself when no part changes. */
export function mapChildren(x: Expr, f: (part: Expr) => Expr): Expr {
  switch (x.kind) {
    case 'number':
    case 'symbol':
    case 'unit':
    case 'mixed':
      return x;
    case 'sum': {
      const terms = mapAll(x.terms, f);
      return terms === x.terms ? x : { ...x, terms };
    }
    case 'product': {
      const factors = mapAll(x.factors, f);
      return factors === x.factors ? x : { ...x, factors };
    }
    case 'quotient': {
      const [num, den] = [f(x.num), f(x.den)];
      return num === x.num && den === x.den ? x : { ...x, num, den };
    }
    case 'power': {
      const [base, exponent] = [f(x.base), f(x.exponent)];
      return base === x.base && exponent === x.exponent ? x : { ...x, base, exponent };
    }
    case 'negate':
    case 'plusminus':
    case 'percent': {
      const arg = f(x.arg);
      return arg === x.arg ? x : { ...x, arg };
    }
    case 'call': {
      const args = mapAll(x.args, f);
      return args === x.args ? x : { ...x, args };
    }
    case 'derivative': {
      const body = f(x.body);
      return body === x.body ? x : { ...x, body };
    }
    case 'integral': {
      const bounds = x.bounds === null ? null : { lower: f(x.bounds.lower), upper: f(x.bounds.upper) };
      const body = f(x.body);
      const same = body === x.body && bounds?.lower === x.bounds?.lower && bounds?.upper === x.bounds?.upper;
      return same ? x : { ...x, body, bounds };
    }
    case 'limit': {
      const [point, body] = [f(x.point), f(x.body)];
      return point === x.point && body === x.body ? x : { ...x, point, body };
    }
    case 'series': {
      const [lower, upper, body] = [f(x.lower), f(x.upper), f(x.body)];
      return lower === x.lower && upper === x.upper && body === x.body ? x : { ...x, lower, upper, body };
    }
    case 'matrix':
      return { ...x, rows: x.rows.map(row => mapAll(row, f)) };
    case 'list': {
      const items = mapAll(x.items, f);
      return items === x.items ? x : { ...x, items };
    }
    case 'interval': {
      const [lower, upper] = [f(x.lower), f(x.upper)];
      return lower === x.lower && upper === x.upper ? x : { ...x, lower, upper };
    }
  }
}

/** Rebuilds the expression from the leaves up: `f` sees each node after its parts were rebuilt. The parts of a mixed number stay together. */
export function mapExpr(x: Expr, f: (node: Expr) => Expr): Expr {
  return f(mapChildren(x, part => mapExpr(part, f)));
}

const CONSTANTS: ReadonlySet<string> = new Set(['pi', 'e', 'i', 'infinity']);

/** The letters that stand for unknown values, in order of first appearance: no constants, units, function names or bound letters. */
export function lettersOf(x: Expr | Statement): string[] {
  const found = new Set<string>();
  if (isStatement(x)) forEachSide(x, side => collect(side, found, EMPTY));
  else collect(x, found, EMPTY);
  return [...found];
}

const EMPTY: ReadonlySet<string> = new Set();

function collect(x: Expr, found: Set<string>, bound: ReadonlySet<string>): void {
  if (x.kind === 'symbol') {
    if (!CONSTANTS.has(x.name) && !bound.has(x.name)) found.add(x.name);
    return;
  }
  const binds = x.kind === 'limit' || x.kind === 'series' || (x.kind === 'integral' && x.bounds !== null);
  if (!binds) {
    for (const part of children(x)) collect(part, found, bound);
    return;
  }
  const inner = new Set([...bound, x.variable]);
  for (const part of children(x)) collect(part, found, part === x.body ? inner : bound);
}

/** True for a statement, false for an expression. */
export function isStatement(x: Expr | Statement | SetExpr): x is Statement {
  return x.kind === 'chain' || x.kind === 'or' || x.kind === 'and' || x.kind === 'member' || x.kind === 'truth';
}

/** Calls `f` with every outermost expression of a statement, in written order, the parts of sets included. */
export function forEachSide(s: Statement, f: (side: Expr) => void): void {
  switch (s.kind) {
    case 'chain':
      for (const side of s.sides) f(side);
      if (s.modulus !== undefined) f(s.modulus);
      return;
    case 'or':
    case 'and':
      for (const part of s.parts) forEachSide(part, f);
      return;
    case 'member':
      f(s.element);
      forEachInSet(s.set, f);
      return;
    case 'truth':
      return;
  }
}

function forEachInSet(set: SetExpr, f: (side: Expr) => void): void {
  if (set.kind === 'union') for (const part of set.parts) forEachInSet(part, f);
  else if (set.kind === 'interval' || set.kind === 'list') f(set);
}

/** True when two trees are the same but for their spans. Order, brackets that change nothing and written form count as the trees hold them. */
export function equalTrees(a: Expr | Statement, b: Expr | Statement): boolean {
  return isStatement(a) ? isStatement(b) && equalStatements(a, b) : !isStatement(b) && equalExpressions(a, b);
}

function equalExpressions(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || !equalOwn(a, b)) return false;
  const [left, right] = [children(a), children(b)];
  return left.length === right.length && left.every((part, at) => equalExpressions(part, right[at] as Expr));
}

/** What a node holds besides its parts. Both are of one kind. */
function equalOwn(a: Expr, b: Expr): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && equal(a.value, b.value) && a.decimals === b.decimals;
    case 'symbol':
    case 'unit':
      return (b.kind === 'symbol' || b.kind === 'unit') && a.name === b.name;
    case 'product':
      return b.kind === 'product' && a.implicit === b.implicit;
    case 'quotient':
      return b.kind === 'quotient' && a.bar === b.bar;
    case 'plusminus':
      return b.kind === 'plusminus' && a.upper === b.upper;
    case 'call':
      return b.kind === 'call' && a.fn === b.fn;
    case 'derivative':
      return b.kind === 'derivative' && a.variable === b.variable && a.order === b.order && a.partial === b.partial;
    case 'integral':
      return b.kind === 'integral' && a.variable === b.variable && (a.bounds === null) === (b.bounds === null);
    case 'limit':
      return b.kind === 'limit' && a.variable === b.variable && a.side === b.side;
    case 'series':
      return b.kind === 'series' && a.variable === b.variable && a.op === b.op;
    case 'matrix':
      return b.kind === 'matrix' && a.rows.length === b.rows.length && a.rows.every((row, at) => row.length === b.rows[at]?.length);
    case 'list':
      return b.kind === 'list' && a.form === b.form;
    case 'interval':
      return b.kind === 'interval' && a.lowerClosed === b.lowerClosed && a.upperClosed === b.upperClosed;
    default:
      return true;
  }
}

function equalStatements(a: Statement, b: Statement): boolean {
  switch (a.kind) {
    case 'chain':
      return (
        b.kind === 'chain' &&
        a.sides.length === b.sides.length &&
        a.relations.every((relation, at) => relation === b.relations[at]) &&
        a.sides.every((side, at) => equalExpressions(side, b.sides[at] as Expr)) &&
        (a.modulus === undefined ? b.modulus === undefined : b.modulus !== undefined && equalExpressions(a.modulus, b.modulus))
      );
    case 'or':
    case 'and':
      return (
        a.kind === b.kind &&
        a.parts.length === b.parts.length &&
        a.parts.every((part, at) => equalStatements(part, b.parts[at] as Statement))
      );
    case 'member':
      return b.kind === 'member' && a.negated === b.negated && equalExpressions(a.element, b.element) && equalSets(a.set, b.set);
    case 'truth':
      return b.kind === 'truth' && a.value === b.value;
  }
}

function equalSets(a: SetExpr, b: SetExpr): boolean {
  if (a.kind === 'union')
    return b.kind === 'union' && a.parts.length === b.parts.length && a.parts.every((part, at) => equalSets(part, b.parts[at] as SetExpr));
  if (a.kind === 'interval' || a.kind === 'list') return (b.kind === 'interval' || b.kind === 'list') && equalExpressions(a, b);
  return a.kind === b.kind;
}

/** The expression with the node `site` replaced: the very node, or the outermost one with exactly this span. */
export function replaceAt(x: Expr, site: Expr | Span, by: Expr): Expr {
  if (x === site) return by;
  if (!('kind' in site) && x.span.start === site.start && x.span.end === site.end) return by;
  return mapChildren(x, part => replaceAt(part, site, by));
}

/** True for a unit, its power, and a quotient of units: `km/h`, `cm^2`. */
export function isUnits(x: Expr): boolean {
  if (x.kind === 'unit') return true;
  if (x.kind === 'power') return isUnits(x.base) && x.exponent.kind === 'number';
  return x.kind === 'quotient' && isUnits(x.num) && isUnits(x.den);
}
