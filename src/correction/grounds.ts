import { sym } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import type { Expr, Relation, Statement } from '../math/expr.ts';
import { equalTrees } from '../math/tree.ts';
import { isClosed, lettersIn, mapSides } from './letters.ts';
import { isIdentity } from './scene/statements.ts';
import type { Fact, Scene } from './scene.ts';

/** What else a line may rest on besides the line above: a range the problem sets, a letter put in for an expression, letters exchanged. */

const ORDERS: ReadonlySet<Relation> = new Set(['<', '>', '≤', '≥']);

/** `0 ≤ x < 2π`: closed bounds of one letter. */
export function isRange(statement: Statement): boolean {
  if (statement.kind === 'member') return statement.element.kind === 'symbol';
  if (statement.kind === 'and') return statement.parts.every(isRange);
  if (statement.kind !== 'chain' || !statement.relations.every(relation => ORDERS.has(relation))) return false;
  const open = statement.sides.filter(side => !isClosed(side));
  return open.length === 1 && open[0]?.kind === 'symbol';
}

/** True for a range that the problem sets for the letter of its equations: `for 0 ≤ x < 2π`. It is no line to go on from. */
export function isCondition(scene: Scene, fact: Fact): boolean {
  return (
    fact.step < 0 &&
    isRange(fact.statement) &&
    scene.facts.some(other => other.step < 0 && other !== fact && !isRange(other.statement) && shares(other, fact.letters))
  );
}

/** The statement together with the ranges that the problem sets for its letters; the statement itself where there are none. */
export function withinRanges(scene: Scene, statement: Statement): Statement {
  const letters = lettersIn(statement);
  const ranges = scene.facts.filter(fact => isCondition(scene, fact) && shares(fact, letters)).map(fact => fact.statement);
  return ranges.length === 0 ? statement : { kind: 'and', parts: [statement, ...ranges], span: statement.span };
}

/**
 * `u^2 - 5u + 4 = 0` under `u = x^2`: the line with the expression put back in for the new letter, and the line above the definition
 * that it then has to follow from. Null when the line above defines no new letter.
 */
export function withoutDefined(
  scene: Scene,
  near: Fact,
  statement: Statement,
): { readonly base: Fact; readonly statement: Statement } | null {
  const chain = near.statement;
  if (chain.kind !== 'chain' || chain.sides.length !== 2 || chain.relations[0] !== '=') return null;
  const [name, meaning] = chain.sides;
  if (name?.kind !== 'symbol' || !meaning || isClosed(meaning) || lettersIn(meaning).includes(name.name)) return null;
  const before = scene.facts.slice(0, scene.facts.indexOf(near));
  if (before.some(fact => fact.letters.includes(name.name))) return null;
  const base = before
    .filter(fact => shares(fact, lettersIn(meaning)) && !isCondition(scene, fact) && !saysNothing(scene, fact.statement))
    .at(-1);
  return base ? { base, statement: mapSides(statement, side => substitute(side, name.name, meaning)) } : null;
}

/** An identity, alone or beside a range. */
export const saysNothing = (scene: Scene, statement: Statement): boolean => {
  const [first, ...more] = (statement.kind === 'and' ? statement.parts : [statement]).filter(part => !isRange(part));
  return first !== undefined && [first, ...more].every(part => isIdentity(scene, part));
};

/** `x = 2y - 6` under `y = 2x - 6`, the way to an inverse function. */
export function isExchange(from: Statement, to: Statement): boolean {
  const [a, b, ...others] = lettersIn(from);
  if (!a || !b || others.length > 0 || from.kind !== 'chain' || to.kind !== 'chain') return false;
  const sides = from.sides.map(side => exchanged(side, a, b));
  const same = (order: readonly Expr[]): boolean =>
    order.length === to.sides.length && order.every((side, i) => equalTrees(side, to.sides[i] ?? side));
  return same(sides) || same([...sides].reverse());
}

function exchanged(side: Expr, a: string, b: string): Expr {
  const between = `${a}${b}?`;
  return substitute(substitute(substitute(side, a, sym(between)), b, sym(a)), between, sym(b));
}

const shares = (fact: Fact, letters: readonly string[]): boolean => fact.letters.some(letter => letters.includes(letter));
