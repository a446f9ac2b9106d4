import { num } from './build.ts';
import type { CompareOptions, Comparison } from './comparison.ts';
import { alignLetters, withoutUnknownFunctions } from './decide/align.ts';
import { asAnswer, bareOf, isRounding } from './decide/answers.ts';
import { compareUpToConstant } from './decide/antiderivative.ts';
import { compareComplex } from './decide/complex-samples.ts';
import { compareEntries, compareUnordered } from './decide/containers.ts';
import { compareScalars } from './decide/expressions.ts';
import { expressionsOf, freeLetters, mapParts, substitute } from './decide/free.ts';
import { crossedBeside } from './decide/matrix.ts';
import { expandStatement, readings } from './decide/plus-minus.ts';
import { dependentsIn, prepareExpression, prepareStatement, withoutRadians } from './decide/prepare.ts';
import { compareSolutions } from './decide/statements.ts';
import { Trait, traitsIn, traitsOf } from './decide/traits.ts';
import type { Expr, Statement } from './expr.ts';
import { printPlain } from './print.ts';

export { type ChainOptions, type ChainVerdict, judgeChain } from './decide/chain.ts';

const DEFAULTS: CompareOptions = {};
const NONE: ReadonlySet<string> = new Set();
const CALCULUS = Trait.derivative | Trait.matrix | Trait.primed;
/** What a statement may hold that is rewritten before two are compared. */
const REWRITTEN = CALCULUS | Trait.interval | Trait.unit | Trait.plusMinus | Trait.unknown | Trait.numbered | Trait.imaginary | Trait.e;

/**
 * Whether two expressions are equal wherever both are defined. Lists, matrices and intervals are compared entry by entry, `±` as the set of its two values,
 * antiderivatives up to a constant; a bare `log` is also read as the natural one before it is said to differ: beside an `ln` that leaves it open. `narrower` and `wider` do not occur. Never throws.
 */
export function compareExpressions(a: Expr, b: Expr, o: CompareOptions = DEFAULTS): Comparison {
  const traits = traitsOf(a) | traitsOf(b);
  const c = prepareAndCompare(a, b, traits, o);
  if (c.kind !== 'different' || !(traits & Trait.commonLog)) return c;
  const natural = prepareAndCompare(naturalLog(a), naturalLog(b), traits, o);
  if (natural.kind !== 'same') return c;
  return traits & Trait.naturalLog ? { kind: 'unknown', why: 'log may be the natural one here' } : natural;
}

function prepareAndCompare(left: Expr, right: Expr, traits: number, o: CompareOptions): Comparison {
  const [a, b] = traits & Trait.matrix ? [crossedBeside(left, right), crossedBeside(right, left)] : [left, right];
  if (!(traits & CALCULUS))
    return traits & Trait.unit ? comparePrepared(withoutRadians(a), withoutRadians(b), traits, o) : comparePrepared(a, b, traits, o);
  const dependents = dependentsIn([a, b]);
  const c = comparePrepared(prepareExpression(a, dependents), prepareExpression(b, dependents), traits, o);
  if (c.kind !== 'different' || dependents.size === 0) return c;
  const constant = comparePrepared(prepareExpression(a, NONE), prepareExpression(b, NONE), traits, o);
  return constant.kind === 'same' ? { kind: 'unknown', why: 'a letter may be a constant or a function here' } : c;
}

function comparePrepared(a: Expr, b: Expr, traits: number, o: CompareOptions): Comparison {
  if (traits & Trait.plusMinus) return compareUnordered(valuesOf(a), valuesOf(b), o, compareExpressions) ?? differs(a, b);
  const [single, other] = [onlyEntry(a), onlyEntry(b)];
  if ((single === null) !== (other === null)) return comparePrepared(single ?? a, other ?? b, traits, o);
  if (a.kind === 'list' && b.kind === 'list') {
    const ordered = a.form === 'tuple' && b.form === 'tuple';
    return (ordered ? compareEntries : compareUnordered)(a.items, b.items, o, compareExpressions) ?? differs(a, b);
  }
  if (a.kind === 'interval' && b.kind === 'interval') {
    if (a.lowerClosed !== b.lowerClosed || a.upperClosed !== b.upperClosed) return differs(a, b);
    return compareEntries([a.lower, a.upper], [b.lower, b.upper], o, compareExpressions) ?? differs(a, b);
  }
  if (a.kind === 'matrix' && b.kind === 'matrix') {
    if (a.rows[0]?.length !== b.rows[0]?.length) return differs(a, b);
    return compareEntries(a.rows.flat(), b.rows.flat(), o, compareExpressions) ?? differs(a, b);
  }
  if (o.upToConstant || traits & Trait.antiderivative) {
    return compareUpToConstant(a, b, o, compareExpressions) ?? compareNumbers(a, b, traits, o);
  }
  return compareNumbers(a, b, traits, o);
}

/** The entry of a matrix of one, as the product of a row and a column is. */
function onlyEntry(expr: Expr): Expr | null {
  return expr.kind === 'matrix' && expr.rows.length === 1 && expr.rows[0]?.length === 1 ? (expr.rows[0][0] ?? null) : null;
}

/** The values an expression with `±`, or a set of such, stands for. */
function valuesOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'list' && expr.form !== 'tuple' ? expr.items.flatMap(readings) : readings(expr);
}

/** Real first; complex where `i` occurs or where no real value was found. */
function compareNumbers(a: Expr, b: Expr, traits: number, o: CompareOptions): Comparison {
  if (traits & Trait.imaginary && !o.vars?.includes('i')) {
    const exact = compareScalars(a, b, o);
    if (exact.kind !== 'unknown') return exact;
    const c = compareComplex(a, b, o);
    return c.kind === 'different' && freeLetters([a, b], o.vars).some(name => /^[knm]$/.test(name))
      ? (compareAtWholes(a, b, traits, o) ?? c)
      : c;
  }
  const c = compareScalars(a, b, o);
  if (c.kind === 'unknown' && c.why === 'no point was found at which both sides have a value' && !(traits & Trait.unit)) {
    const branches = compareComplex(a, b, o);
    // Where no i is written, logarithms of negative values and roots at a negative letter are taken on branches nobody chose: that they differ says nothing.
    return branches.kind === 'different' && (traits & Trait.naturalLog || freeLetters([a, b], o.vars).length > 0) ? c : branches;
  }
  return c;
}

/** `i^{4n}`: for a letter that counts in an exponent only whole numbers matter. Null where the two differ at one of them. */
function compareAtWholes(a: Expr, b: Expr, traits: number, o: CompareOptions): Comparison | null {
  const [letter, ...more] = freeLetters([a, b], o.vars);
  if (letter === undefined || more.length > 0) return null;
  const same = [1, 2, 3, 4, 5, 8].every(
    whole => compareNumbers(substitute(a, letter, num(whole)), substitute(b, letter, num(whole)), traits, o).kind === 'same',
  );
  return same ? { kind: 'same', notices: [] } : null;
}

function naturalLog(expr: Expr): Expr {
  const inner = mapParts(expr, naturalLog);
  return inner.kind === 'call' && inner.fn === 'log' && inner.args.length === 1 ? { ...inner, fn: 'ln' } : inner;
}

function differs(a: Expr, b: Expr): Comparison {
  return { kind: 'different', witness: { kind: 'values', at: {}, left: printPlain(a), right: printPlain(b) } };
}

/**
 * Whether two statements have the same real solutions. `narrower`: the second has lost some; `wider`: it has gained some. Bare expressions are compared as
 * expressions. A letter to solve for is one of `o.vars`, by default any. Never throws.
 */
export function compareStatements(from: Statement, to: Statement, o: CompareOptions = DEFAULTS): Comparison {
  const a = bareOf(from);
  const b = bareOf(to);
  if (a && b) return compareExpressions(a, b, o);
  if (a || b) return { kind: 'unknown', why: 'an expression cannot be compared with a relation' };
  if (!((traitsIn(from) | traitsIn(to)) & REWRITTEN)) return compareSolutions(from, to, o);
  const [inFrom, inTo] = [from, to].map(s => dependentsIn(expressionsOf(s)));
  if (inFrom && inTo && (inFrom.size === 0) !== (inTo.size === 0)) {
    return { kind: 'unknown', why: 'an equation and its derivative have no solutions to compare' };
  }
  const dependents = new Set([...(inFrom ?? []), ...(inTo ?? [])]);
  const aligned = alignLetters(expandStatement(prepareStatement(from, dependents)), expandStatement(prepareStatement(to, dependents)));
  const known = withoutUnknownFunctions(...aligned);
  if (known) return compareSolutions(...known, o);
  const c = compareSolutions(...aligned, o);
  return c.kind === 'same' ? c : { kind: 'unknown', why: 'it hangs on a function of which only the name is known' };
}

/** Whether two answers name the same value, set, interval or tuple. `x = 2` and `2` are the same answer, and so are `1 ≤ x < 2` and `[1, 2)`. */
export function compareAnswers(a: Statement, b: Statement, o: CompareOptions = DEFAULTS): Comparison {
  const x = asAnswer(a);
  const y = asAnswer(b);
  if (x.value && y.value) {
    const c = compareExpressions(x.value, y.value, o);
    const rounded =
      c.kind === 'different' && ((x.approximate && isRounding(x.value, y.value)) || (y.approximate && isRounding(y.value, x.value)));
    return rounded ? { kind: 'same', notices: ['rounded'] } : c;
  }
  const letter = x.letter ?? y.letter;
  return compareStatements(x.about(letter), y.about(letter), o);
}
