import { type Expr, NOWHERE, type Relation, type Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { equalTrees } from '../math/tree.ts';
import { call, isStatement, negate, num, power, product, quotient, sum, symbol, writtenNumber } from './build.ts';
import type { Terms } from './rule.ts';
import { freedom, hasKinds, impliedIn, isVariable, LETTER, mayMatch, NUMERIC, planOf, VARYING } from './shapes.ts';
import { CONSTANTS, hasLetter } from './walk.ts';

/**
 * Patterns are written as mathematics. Their letters stand for terms:
 * `k m n r` for a written number, `x y z` for one letter, `u v w` for a term with a letter in it, any other letter for any term
 * (`e`, `i` and `pi` are themselves). Sums and products match in any order, and one letter may take several terms.
 * A number that is added is not a negative one: `a - k` is its own pattern. A numeric coefficient also matches the 1 or −1 that nobody writes. `log(a)` matches a logarithm to any base, kept by the right-hand side.
 * In an inequality `<` matches `<` and `≤`, either way round; on the right `<` keeps the strictness found and `≤` changes it.
 */
export interface Pattern {
  readonly left: Expr | Statement;
  readonly right: Expr | Statement;
}

/** Most ways a pattern is matched to one node: the rest are repetitions in another order. */
const MOST_MATCHES = 24;

const compiled = new Map<string, Pattern>();

/** Reads `left → right`. Throws on a pattern that does not parse: that is a fault of the rule table. */
export function compile(source: string): Pattern {
  const known = compiled.get(source);
  if (known) return known;
  const [left, right] = source.split('→');
  if (left === undefined || right === undefined) throw new Error(`No arrow in the pattern ${source}`);
  const pattern = { left: template(left), right: template(right) };
  compiled.set(source, pattern);
  return pattern;
}

const templates = new Map<string, Expr | Statement>();

/** Reads one side of a pattern, or a term inside an explanation. */
export function template(source: string): Expr | Statement {
  const known = templates.get(source);
  if (known) return known;
  const { statement, problems } = parseStatement(source.trim());
  if (!statement || problems.length > 0) throw new Error(`Cannot read the pattern ${source}: ${problems[0]?.message ?? 'nothing there'}`);
  const [only] = statement.kind === 'chain' && statement.sides.length === 1 ? statement.sides : [];
  const tree = only ?? statement;
  templates.set(source, tree);
  return tree;
}

/** A match at a node: what the letters stand for, and for a sum or product the terms that took no part. */
export interface Match {
  readonly terms: Terms;
  readonly used: readonly number[] | null;
}

type Emit = (terms: Terms, used: readonly number[] | null) => void;

/** All ways the pattern matches the node. At a sum or product it may match some of the terms; `used` says which. */
export function matches(pattern: Expr | Statement, node: Expr | Statement, ordered: boolean): readonly Match[] {
  if (!isStatement(pattern) && !isStatement(node) && !mayMatch(pattern, node)) return NO_MATCH;
  const found: Match[] = [];
  const emit: Emit = (terms, used) => {
    if (found.length < MOST_MATCHES) found.push({ terms, used });
  };
  if (isStatement(pattern) || isStatement(node)) {
    if (isStatement(pattern) && isStatement(node)) matchStatement(pattern, node, ordered, terms => emit(terms, null));
  } else if (pattern.kind === 'sum' && node.kind === 'sum') {
    matchSeveral(pattern.terms, node.terms, {}, { partial: true, ordered, join: sum }, emit);
  } else if (pattern.kind === 'product' && node.kind === 'product') {
    matchSeveral(pattern.factors, node.factors, {}, { partial: true, ordered, join: product }, emit);
    if (found.length === 0) match(pattern, node, {}, ordered, terms => emit(terms, null));
  } else {
    match(pattern, node, {}, ordered, terms => emit(terms, null));
  }
  return found;
}

const NO_MATCH: readonly Match[] = [];

function matchStatement(pattern: Statement, node: Statement, ordered: boolean, emit: (terms: Terms) => void): void {
  if (pattern.kind !== 'chain' || node.kind !== 'chain' || pattern.sides.length !== node.sides.length) return;
  matchSides(pattern.sides, pattern.relations, node.sides, node.relations, ordered, emit);
  matchSides(pattern.sides, pattern.relations, node.sides.toReversed(), node.relations.map(turned).toReversed(), ordered, emit);
}

function matchSides(
  patterns: readonly Expr[],
  expected: readonly Relation[],
  sides: readonly Expr[],
  relations: readonly Relation[],
  ordered: boolean,
  emit: (terms: Terms) => void,
): void {
  if (!expected.every((relation, i) => relation === strict(relations[i] ?? '≠'))) return;
  if (!patterns.every((pattern, i) => sides[i] === undefined || mayMatch(pattern, sides[i]))) return;
  const loose = relations.some(relation => relation !== strict(relation));
  const step = (i: number, terms: Terms): void => {
    const pattern = patterns[i];
    const side = sides[i];
    if (pattern === undefined || side === undefined) emit(loose ? { ...terms, [LOOSE]: side ?? num(1) } : terms);
    else match(pattern, side, terms, ordered, found => step(i + 1, found));
  };
  step(0, {});
}

/** Marks that the relation matched was `≤` or `≥`. */
const LOOSE = '#loose';
const LOGARITHM = '#log';
/** Marks that a coefficient was taken to be 1 although none is written. */
export const IMPLIED = '#implied';

function turned(relation: Relation): Relation {
  const other: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤' };
  return other[relation] ?? relation;
}

function strict(relation: Relation): Relation {
  return relation === '≤' ? '<' : relation === '≥' ? '>' : relation;
}

function loosened(relation: Relation): Relation {
  return relation === '<' ? '≤' : relation === '>' ? '≥' : relation;
}

function accepts(name: string, node: Expr): boolean {
  if (NUMERIC.has(name)) return writtenNumber(node) !== null;
  if (LETTER.has(name)) return node.kind === 'symbol' && !CONSTANTS.has(node.name);
  return VARYING.has(name) ? hasLetter(node) : true;
}

function match(pattern: Expr, node: Expr, terms: Terms, ordered: boolean, emit: (terms: Terms) => void): void {
  if (isVariable(pattern)) {
    const bound = terms[pattern.name];
    if (bound) {
      if (sameTerm(bound, node)) emit(terms);
    } else if (accepts(pattern.name, node)) emit({ ...terms, [pattern.name]: node });
    return;
  }
  switch (pattern.kind) {
    case 'symbol':
      if (node.kind === 'symbol' && node.name === pattern.name) emit(terms);
      return;
    case 'number': {
      const value = writtenNumber(node);
      if (value && value.n * pattern.value.d === pattern.value.n * value.d) emit(terms);
      return;
    }
    case 'sum':
      if (node.kind === 'sum') matchSeveral(pattern.terms, node.terms, terms, { partial: false, ordered, join: sum }, emit);
      return;
    case 'product':
      matchProduct(pattern.factors, node, terms, ordered, emit);
      return;
    case 'negate':
      if (node.kind === 'negate') match(pattern.arg, node.arg, terms, ordered, emit);
      return;
    case 'quotient':
      if (node.kind === 'quotient') {
        match(pattern.num, node.num, terms, ordered, found => match(pattern.den, node.den, found, ordered, emit));
      }
      return;
    case 'power':
      if (node.kind === 'power') {
        match(pattern.exponent, node.exponent, terms, ordered, found => match(pattern.base, node.base, found, ordered, emit));
      }
      return;
    case 'percent':
      if (node.kind === 'percent') match(pattern.arg, node.arg, terms, ordered, emit);
      return;
    case 'call':
      matchCall(pattern.fn, pattern.args, node, terms, ordered, emit);
      return;
    case 'derivative':
      if (node.kind === 'derivative' && node.order === pattern.order) {
        const found = { ...terms, [pattern.variable]: symbol(node.variable) };
        match(pattern.body, node.body, found, ordered, emit);
      }
      return;
    case 'integral':
      if (node.kind === 'integral' && (node.bounds === null) === (pattern.bounds === null)) {
        const found = { ...terms, [pattern.variable]: symbol(node.variable) };
        match(pattern.body, node.body, found, ordered, more => {
          if (!node.bounds || !pattern.bounds) {
            emit(more);
            return;
          }
          const { lower, upper } = node.bounds;
          const wanted = pattern.bounds;
          match(wanted.lower, lower, more, ordered, most => match(wanted.upper, upper, most, ordered, emit));
        });
      }
      return;
    default:
      if (equalTrees(pattern, node)) emit(terms);
  }
}

function matchCall(fn: string, args: readonly Expr[], node: Expr, terms: Terms, ordered: boolean, emit: (terms: Terms) => void): void {
  if (node.kind !== 'call') return;
  const [pattern] = args;
  const [arg, base] = node.args;
  if (fn === 'log' && args.length === 1 && (node.fn === 'log' || node.fn === 'ln') && pattern && arg) {
    const kind = call(node.fn, ...(base ? [base] : []));
    const known = terms[LOGARITHM];
    if (!known || equalTrees(known, kind)) match(pattern, arg, { ...terms, [LOGARITHM]: kind }, ordered, emit);
    return;
  }
  if (node.fn !== fn || node.args.length !== args.length) return;
  const step = (i: number, found: Terms): void => {
    const [wanted, given] = [args[i], node.args[i]];
    if (wanted && given) match(wanted, given, found, ordered, more => step(i + 1, more));
    else emit(found);
  };
  step(0, terms);
}

/** A product pattern with a numeric coefficient also fits what is written without one (`x` as 1·x) or with a minus (`−3x`). */
function matchProduct(factors: readonly Expr[], node: Expr, terms: Terms, ordered: boolean, emit: (terms: Terms) => void): void {
  if (node.kind === 'product') matchSeveral(factors, node.factors, terms, { partial: false, ordered, join: product }, emit);
  const implied = impliedIn(factors);
  if (implied === null || terms[implied.name]) return;
  const { name } = implied;
  if (node.kind === 'negate') {
    matchProduct(factors, node.arg, terms, ordered, found => {
      const value = found[name];
      if (value) emit({ ...found, [name]: negate(value) });
    });
  } else if (writtenNumber(node) === null && !(node.kind === 'product' && node.factors.some(factor => writtenNumber(factor)))) {
    match(implied.rest, node, { ...terms, [name]: num(1), [IMPLIED]: node }, ordered, emit);
  }
}

interface Several {
  /** Terms of the node may be left over. */
  readonly partial: boolean;
  readonly ordered: boolean;
  readonly join: (parts: readonly Expr[]) => Expr;
}

/** Matches pattern parts to different parts of the node. */
function matchSeveral(patterns: readonly Expr[], nodes: readonly Expr[], terms: Terms, how: Several, emit: Emit): void {
  if (!hasKinds(patterns, nodes)) return;
  const { order } = planOf(patterns);
  const left = nodes.length - patterns.length;
  const takers: readonly (number | null)[] =
    how.partial || left === 0 ? [null] : order.filter(i => freedom(patterns[i]) >= 2 && !bound(patterns[i], terms));
  for (const taker of takers) {
    const chosen = new Map<number, number>();
    const step = (at: number, found: Terms): void => {
      const index = order[at];
      if (index === undefined) {
        finish(found);
        return;
      }
      const pattern = patterns[index];
      if (pattern === undefined || index === taker) {
        step(at + 1, found);
        return;
      }
      for (const [j, node] of nodes.entries()) {
        if ([...chosen.values()].includes(j) || (how.ordered && !inOrder(chosen, index, j))) continue;
        if (how.join === sum && isVariable(pattern) && NUMERIC.has(pattern.name) && node.kind === 'negate') continue;
        chosen.set(index, j);
        match(pattern, node, found, how.ordered, more => step(at + 1, more));
        chosen.delete(index);
      }
    };
    const finish = (found: Terms): void => {
      const used = [...chosen.values()];
      const pattern = taker === null ? undefined : patterns[taker];
      if (pattern === undefined) {
        emit(found, used);
        return;
      }
      const rest = nodes.filter((_, j) => !used.includes(j));
      const first = nodes.findIndex((_, j) => !used.includes(j));
      if (how.ordered && taker !== null && !inOrder(chosen, taker, first)) return;
      match(pattern, how.join(rest), found, how.ordered, more => emit(more, [...nodes.keys()]));
    };
    step(0, terms);
  }
}

function inOrder(chosen: ReadonlyMap<number, number>, index: number, j: number): boolean {
  for (const [other, at] of chosen) if (other < index ? at >= j : at <= j) return false;
  return true;
}

function bound(pattern: Expr | undefined, terms: Terms): boolean {
  return pattern?.kind === 'symbol' && terms[pattern.name] !== undefined;
}

function sameTerm(a: Expr, b: Expr): boolean {
  const [x, y] = [writtenNumber(a), writtenNumber(b)];
  return x && y ? x.n * y.d === y.n * x.d : equalTrees(a, b);
}

/** Fills a right-hand side with the terms found. */
export function fill<T extends Expr | Statement>(shape: T, terms: Terms): T {
  return (isStatement(shape) ? fillStatement(shape, terms) : fillExpr(shape, terms)) as T;
}

function fillStatement(shape: Statement, terms: Terms): Statement {
  if (shape.kind === 'or' || shape.kind === 'and') {
    return { ...shape, parts: shape.parts.map(part => fillStatement(part, terms)), span: NOWHERE };
  }
  if (shape.kind !== 'chain') return shape;
  const loose = terms[LOOSE] !== undefined;
  const relation = (r: Relation): Relation => (r === '≤' || r === '≥' ? (loose ? strict(r) : r) : loose ? loosened(r) : r);
  return { kind: 'chain', sides: shape.sides.map(side => fillExpr(side, terms)), relations: shape.relations.map(relation), span: NOWHERE };
}

function fillExpr(shape: Expr, terms: Terms): Expr {
  const go = (part: Expr): Expr => fillExpr(part, terms);
  switch (shape.kind) {
    case 'symbol':
      return (isVariable(shape) ? terms[shape.name] : undefined) ?? shape;
    case 'sum':
      return sum(shape.terms.map(go));
    case 'product':
      return product(shape.factors.map(go));
    case 'quotient':
      return quotient(go(shape.num), go(shape.den));
    case 'power':
      return power(go(shape.base), go(shape.exponent));
    case 'negate':
      return negate(go(shape.arg));
    case 'plusminus':
    case 'percent':
      return { ...shape, arg: go(shape.arg), span: NOWHERE };
    case 'call': {
      const kind = terms[LOGARITHM];
      if (shape.fn === 'log' && shape.args.length === 1 && kind?.kind === 'call') {
        return call(kind.fn, ...shape.args.map(go), ...kind.args);
      }
      return call(shape.fn, ...shape.args.map(go));
    }
    case 'derivative':
      return { ...shape, body: go(shape.body), variable: nameOf(terms[shape.variable]) ?? shape.variable, span: NOWHERE };
    case 'integral':
      return {
        ...shape,
        body: go(shape.body),
        variable: nameOf(terms[shape.variable]) ?? shape.variable,
        bounds: shape.bounds && { lower: go(shape.bounds.lower), upper: go(shape.bounds.upper) },
        span: NOWHERE,
      };
    default:
      return shape;
  }
}

function nameOf(expr: Expr | undefined): string | undefined {
  return expr?.kind === 'symbol' ? expr.name : undefined;
}
