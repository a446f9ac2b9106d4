import { product, sum } from '../math/build.ts';
import type { ChainVerdict } from '../math/compare.ts';
import { expressionsOf, mapParts, someNode, someSymbol } from '../math/decide/free.ts';
import { type Expr, type MatrixExpr, NOWHERE } from '../math/expr.ts';
import type { Solution } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import type { Scene } from './scene.ts';

const isMatrixLike = (side: Expr): boolean => someNode(side, node => node.kind === 'matrix' || isTuple(node));
const isImaginary = (side: Expr): boolean => someSymbol(side, name => name === 'i') || someNode(side, isRootOfNegative);

const COMPLEX = /\ba ?\+ ?b ?i\b|\bcomplex|\bimaginary|\bpolar\b|\bargand/i;

/** The letter i is the imaginary unit where the problem speaks of it; elsewhere it may be a rate or a count. */
const isComplexTask = ({ problem, givens }: Solution): boolean =>
  COMPLEX.test(problem) ||
  /(?<![a-zA-Z])i(?![a-zA-Z])/.test(problem.replace(/\\[a-z]+|\bi\b(?=\s+[a-z]{2,})|\(i\)/g, ' ')) ||
  givens.some(({ statement }) => statement !== null && expressionsOf(statement).some(isImaginary));

/** True for values that are more than one real number: matrices, vectors, and numbers with i in them. */
const isManifold = (solution: Solution, { sides }: Chain): boolean =>
  sides.some(isMatrixLike) || sides.every(isTwofold) || (sides.some(isImaginary) && isComplexTask(solution));

/** It has a sign of plus or minus, and is two numbers. */
const isTwofold = (side: Expr): boolean => someNode(side, node => node.kind === 'plusminus');

const holdsMatrix = (side: Expr): boolean => someNode(side, node => node.kind === 'matrix');

const isTuple = (node: Expr): boolean => node.kind === 'list' && node.form === 'tuple';

const isRootOfNegative = (node: Expr): boolean => node.kind === 'call' && node.fn === 'sqrt' && node.args[0]?.kind === 'negate';

/** Compares neighbouring sides entry by entry, or as complex numbers, where they are no single real numbers. Null for a chain of real numbers, and where it cannot be told. */
export function judgeManifold({ decider, solution }: Scene, chain: Chain): ChainVerdict | null {
  if (chain.sides.some(isImaginary) && !isManifold(solution, chain))
    return { kind: 'unknown', why: 'the letter i may stand for a rate or a count' };
  if (!isManifold(solution, chain) || chain.relations.some(relation => relation !== '=')) return null;
  for (const [index, left] of chain.sides.slice(0, -1).entries()) {
    const right = chain.sides[index + 1];
    if (!right) break;
    const found = decider.expressions(...rowed(left, right));
    if (found.kind === 'same') continue;
    if (found.kind !== 'different') return null;
    return { kind: 'fails', index, witness: found.witness };
  }
  return { kind: 'holds', rounded: false };
}

/** Both sides with tuples as rows. A product of two vectors is their cross product where the other side is a vector, else the dot product. */
function rowed(left: Expr, right: Expr): readonly [Expr, Expr] {
  const times = [left, right].map(side => withRows(side, dot)).some(side => side.kind === 'matrix' && isVector(side)) ? cross : dot;
  const [a, b] = [withRows(left, times), withRows(right, times)];
  const loose = times === cross || [left, right].some(side => someNode(side, isTuple));
  return loose && isVector(a) && isVector(b) ? [row(a.rows.flat()), row(b.rows.flat())] : [a, b];
}

type Times = (a: readonly Expr[], b: readonly Expr[]) => Expr | null;

function withRows(expr: Expr, times: Times): Expr {
  const inner = mapParts(expr, part => withRows(part, times));
  if (inner.kind === 'list' && inner.form === 'tuple') return row(inner.items);
  if (inner.kind !== 'product' || inner.implicit) return inner;
  const vectors = inner.factors.filter(isVector);
  const rest = inner.factors.filter((factor): factor is Expr => !isVector(factor));
  const [a, b] = vectors;
  if (vectors.length !== 2 || !a || !b || rest.some(holdsMatrix) || a.rows.length !== b.rows.length) return inner;
  const made = times(a.rows.flat(), b.rows.flat());
  return made ? product(...rest, made) : inner;
}

const row = (entries: readonly Expr[]): MatrixExpr => ({ kind: 'matrix', rows: [entries], span: NOWHERE });

const isVector = (expr: Expr): expr is MatrixExpr =>
  expr.kind === 'matrix' && (expr.rows.length === 1 || expr.rows.every(entries => entries.length === 1)) && expr.rows.flat().length > 1;

const dot: Times = (a, b) => (a.length === b.length ? sum(...a.map((x, i) => product(x, b[i] ?? x))) : null);

const cross: Times = (a, b) => {
  const [a1, a2, a3] = a;
  const [b1, b2, b3] = b;
  if (a.length !== 3 || b.length !== 3 || !a1 || !a2 || !a3 || !b1 || !b2 || !b3) return null;
  const entry = (p: Expr, q: Expr, r: Expr, s: Expr): Expr => sum(product(p, q), { kind: 'negate', arg: product(r, s), span: NOWHERE });
  return row([entry(a2, b3, a3, b2), entry(a3, b1, a1, b3), entry(a1, b2, a2, b1)]);
};

/** `A^T` for a matrix as its transpose. */
export function withTransposes(expr: Expr): Expr {
  const inner = mapParts(expr, withTransposes);
  const turned = inner.kind === 'power' && inner.base.kind === 'matrix' && inner.exponent.kind === 'symbol' && inner.exponent.name === 'T';
  return turned ? { kind: 'call', fn: 'transpose', args: [inner.base], span: inner.span } : inner;
}
