import { call, negate, num, power, product, relation } from '../math/build.ts';
import { expressionsOf, partsOf, someNode } from '../math/decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { equalTrees, mapExpr } from '../math/tree.ts';
import { isClosed, lettersIn } from './letters.ts';
import { isEquation } from './scene/statements.ts';
import type { Scene } from './scene.ts';
import { isSolved } from './shape.ts';

/** How many different roots and absolute values an equation may hold for all their signs to be tried. */
const MOST_SIGNS = 4;

/**
 * True when a right rule may have gained the solutions that `to` has beyond those of `from`: a root, absolute value or logarithm was undone, a
 * denominator multiplied away, both sides squared or multiplied, or one of several conditions taken alone.
 */
export function mayGain(scene: Scene, from: Statement, to: Statement): boolean {
  if (withDomain(scene, from, to)) return true;
  if (conditionsIn(from) > 1 && conditionsIn(to) < conditionsIn(from)) return isPartOf(scene, from, to);
  if (!isEquation(to) || !isEquation(from)) return false;
  if (multipliesBoth(scene, from, to) || squaresRoots(scene, from, to)) return true;
  const raised = highest(to) > highest(from);
  const wide = relaxed(from, raised);
  if (wide === null) return !isAnswer(to);
  const found = scene.decider.lines(wide, to);
  return found.kind === 'same' || found.kind === 'narrower' || found.kind === 'unknown';
}

/** An inequality whose logarithms and roots were undone says the same as before where these are defined: `x - 1 < 8` under `log_2(x - 1) < 3`. */
function withDomain(scene: Scene, from: Statement, to: Statement): boolean {
  if (from.kind !== 'chain' || isEquation(from)) return false;
  const domain = domainsIn(from);
  if (domain.length === 0) return false;
  return scene.decider.lines(from, { kind: 'and', parts: [to, ...domain], span: NOWHERE }).kind === 'same';
}

const domainsIn = (from: Statement): Statement[] =>
  from.kind === 'chain' ? distinct(from.sides, node => domainOf(node) !== null).flatMap(node => domainOf(node) ?? []) : [];

/** `2x + 1 ≥ 0` under `√(2x + 1) ≤ 3`: the line only says where the one above is defined. */
export function isDomain(scene: Scene, from: Statement, to: Statement): boolean {
  const domain = isEquation(from) || isEquation(to) ? [] : domainsIn(from);
  return domain.length > 0 && scene.decider.lines({ kind: 'and', parts: domain, span: NOWHERE }, to).kind === 'same';
}

/** What an argument with a letter must fulfil; null for a node that is defined everywhere. */
function domainOf(node: Expr): Statement | null {
  const [inside] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || !inside || isClosed(inside)) return null;
  if (isLogarithm(node)) return relation(inside, '>', num(0));
  return node.fn === 'sqrt' ? relation(inside, '≥', num(0)) : null;
}

const highest = (statement: Statement): number => Math.max(0, ...expressionsOf(statement).map(degree));

/** Nothing but values for a letter. */
export const isAnswer = (statement: Statement): boolean =>
  statement.kind === 'or'
    ? statement.parts.every(isAnswer)
    : isSolved(statement) || (statement.kind === 'chain' && statement.sides.length === 2 && statement.sides[0]?.kind === 'symbol');

/** How many conditions a statement makes at once: `-3 < x ≤ 7` makes two. */
function conditionsIn(statement: Statement): number {
  if (statement.kind === 'and') return statement.parts.reduce((sum, part) => sum + conditionsIn(part), 0);
  return statement.kind === 'chain' ? statement.relations.length : 1;
}

/** What several conditions imply together; where nothing fulfils them all, the line must follow from one of them. */
function isPartOf(scene: Scene, from: Statement, to: Statement): boolean {
  const never: Statement = { kind: 'truth', value: false, span: NOWHERE };
  if (from.kind !== 'and' || scene.decider.lines(from, never).kind !== 'same') return true;
  return from.parts.some(part => {
    const found = scene.decider.lines(part, to);
    return found.kind === 'same' || found.kind === 'unknown' || (found.kind === 'wider' && mayGain(scene, part, to));
  });
}

/** `(x + 2)(x - 1) = 4` under `√(x + 2)·√(x - 1) = 2`: a product of roots and the other side, both squared. */
function squaresRoots(scene: Scene, from: Statement, to: Statement): boolean {
  const sides = from.kind === 'chain' && from.sides.length === 2 ? from.sides : [];
  if (!sides.some(side => side.kind === 'product' && side.factors.filter(isSigned).length > 1)) return false;
  const [left, right] = sides.map(side => {
    const factors = side.kind === 'product' ? side.factors : [side];
    return product(
      ...factors.map(factor => (factor.kind === 'call' && factor.fn === 'sqrt' && factor.args[0] ? factor.args[0] : power(factor, num(2)))),
    );
  });
  return left !== undefined && right !== undefined && scene.decider.lines(relation(left, '=', right), to).kind === 'same';
}

/** Both sides were multiplied by one expression, written as such. */
function multipliesBoth(scene: Scene, from: Statement, to: Statement): boolean {
  if (from.kind !== 'chain' || to.kind !== 'chain' || from.sides.length !== 2 || to.sides.length !== 2) return false;
  const [left, right] = from.sides;
  const [newLeft, newRight] = to.sides;
  if (!left || !right || !newLeft || !newRight || Math.max(...to.sides.map(degree)) <= Math.max(...from.sides.map(degree))) return false;
  return scene.decider.expressions(product(newLeft, right), product(newRight, left)).kind === 'same';
}

/**
 * The equation with everything that its usual rewritings may gain: either sign of each root and absolute value, sides equal up to sign where the degree was
 * raised, zeros of
 * denominators, arguments of logarithms below 0. Null where other functions could gain more.
 */
function relaxed(statement: Statement, raised: boolean): Statement | null {
  if (statement.kind === 'or') {
    const parts = statement.parts.map(part => relaxed(part, raised));
    return parts.includes(null) ? null : { ...statement, parts: parts.filter(part => part !== null) };
  }
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return null;
  const [left, right] = statement.sides;
  if (!left || !right || [left, right].some(side => someNode(side, isOther))) return null;
  const signed = distinct([left, right], isSigned);
  if (signed.length > MOST_SIGNS) return null;
  const parts: Statement[] = [];
  for (let choice = 0; choice < 2 ** signed.length; choice++) {
    const turned = new Set(signed.filter((_, i) => (choice >> i) & 1));
    const [l, r] = [withSigns(left, turned), withSigns(right, turned)];
    parts.push(relation(l, '=', r));
    if (raised) parts.push(relation(l, '=', negate(r)));
  }
  for (const divisor of distinct([left, right], dividesByLetter)) {
    if (divisor.kind === 'quotient') parts.push(relation(divisor.den, '=', num(0)));
    if (divisor.kind === 'power') parts.push(relation(divisor.base, '=', num(0)));
  }
  return { kind: 'or', parts, span: NOWHERE };
}

/** The nodes that pass, each once. */
function distinct(sides: readonly Expr[], passes: (node: Expr) => boolean): Expr[] {
  const found: Expr[] = [];
  for (const side of sides) {
    someNode(side, node => {
      if (passes(node) && !found.some(other => equalTrees(other, node))) found.push(node);
      return false;
    });
  }
  return found;
}

function withSigns(side: Expr, turned: ReadonlySet<Expr>): Expr {
  return mapExpr(side, node => {
    if (isLogarithm(node)) return { ...node, args: node.args.map((arg, i) => (i === 0 ? call('abs', arg) : arg)) };
    return [...turned].some(other => equalTrees(other, node)) ? negate(node) : node;
  });
}

const isLogarithm = (node: Expr): node is Expr & { kind: 'call' } =>
  node.kind === 'call' && (node.fn === 'ln' || node.fn === 'log') && node.args.slice(1).every(isClosed);

/** An even root or an absolute value of something with a letter. */
function isSigned(node: Expr): boolean {
  if (isClosed(node)) return false;
  if (node.kind === 'power') return node.exponent.kind === 'quotient';
  return node.kind === 'call' && (node.fn === 'sqrt' || node.fn === 'abs' || node.fn === 'root');
}

/** A function whose rewritings may gain solutions in ways that are not followed here. */
const isOther = (node: Expr): boolean =>
  (node.kind === 'call' && !isClosed(node) && !isSigned(node) && !isLogarithm(node) && node.fn !== 'exp') ||
  (node.kind === 'power' && !isClosed(node.exponent) && !isClosed(node.base));

const dividesByLetter = (node: Expr): boolean =>
  (node.kind === 'quotient' && lettersIn(node.den).length > 0) ||
  (node.kind === 'power' && node.exponent.kind === 'negate' && lettersIn(node.base).length > 0);

/** The degree in all letters together, as written. */
export function degree(expr: Expr): number {
  switch (expr.kind) {
    case 'symbol':
      return 1;
    case 'power':
      return degree(expr.base) * (expr.exponent.kind === 'number' ? Math.max(0, Q.toNumber(expr.exponent.value)) : 1);
    case 'product':
      return expr.factors.reduce((sum, factor) => sum + degree(factor), 0);
    case 'quotient':
      return degree(expr.num);
    default:
      return Math.max(0, ...partsOf(expr).map(degree));
  }
}
