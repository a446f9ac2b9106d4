import { call, minus, num, product, relation, sym } from '../math/build.ts';
import { mapParts } from '../math/decide/free.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import type { Witness } from '../math/witness.ts';
import type { MistakeId } from '../mistakes/rule.ts';
import { DETERMINANT_ADDITIVE, INVERSE_ORDER_KEPT, MATRICES_AS_NUMBERS } from '../mistakes/rules/counting.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { genericMatrices } from './generic-matrices.ts';
import { bare, follows, holds, type Judged, refuted, unjudged, wrong } from './judged.ts';
import { knownValues } from './known-values.ts';
import { isClosed, lettersIn } from './letters.ts';
import { withTransposes } from './parts.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

/** Judges a chain that names matrices which the problem gives, with these in their place: `AB = …`, `(A + B)² = …`, `det(A − λI) = …`. Null where it names none. */
export function judgeMatrices(scene: Scene, chain: Chain, line: Line): Judged | null {
  const { claim } = line;
  const written = knownValues(scene).matrices;
  const matrices = written.size > 0 ? written : genericMatrices(scene);
  if (claim.link === 'given' || chain.relations.some(link => link !== '=')) return null;
  const known = chain.sides.length < 2 || matrices.size === 0 ? [] : chain.sides.map(side => withTransposes(put(side, matrices)));
  if (!known.some((side, i) => side !== chain.sides[i] && names(chain.sides[i], matrices))) return judgeCharacteristic(scene, chain, line);
  let decided = 0;
  for (const [i, left] of known.slice(0, -1).entries()) {
    const [right, side] = [known[i + 1], chain.sides[i + 1]];
    if (!right || !side) break;
    if (lettersIn(left).toSorted().join() !== lettersIn(right).toSorted().join()) continue;
    const found = scene.decider.expressions(left, right);
    if (found.kind === 'same') decided++;
    if (found.kind !== 'different') continue;
    const doubt = doubtIn(claim);
    if (doubt !== null) return unjudged(doubt);
    if (written.size === 0) return refuted(triedWith(found.witness, matrices), side.span, ruleFor(chain.sides[i]));
    return wrong(found.witness, side.span, { kind: 'identity', claim, from: bare(left), written: bare(side), side: i + 1 });
  }
  if (written.size === 0) return unjudged('it was only tried with matrices');
  return decided === chain.sides.length - 1 ? holds() : unjudged('the matrices could not be worked out');
}

/** The witness with the matrices that the line was tried with. */
const triedWith = (witness: Witness, matrices: ReadonlyMap<string, Expr>): Witness =>
  witness.kind === 'values'
    ? { ...witness, at: { ...witness.at, ...Object.fromEntries([...matrices].map(([name, matrix]) => [name, printPlain(matrix)])) } }
    : witness;

/** Which rule of numbers does not hold for the matrices of this side. */
function ruleFor(side: Expr | undefined): MistakeId {
  if (side?.kind === 'call' && side.fn === 'det') return DETERMINANT_ADDITIVE;
  return side?.kind === 'power' && side.base.kind === 'product' ? INVERSE_ORDER_KEPT : MATRICES_AS_NUMBERS;
}

const names = (side: Expr | undefined, matrices: ReadonlyMap<string, Expr>): boolean =>
  side !== undefined && lettersIn(side).some(letter => matrices.has(letter));

/** The expression with the matrices for their names, the identity for I, and determinants for bars. */
function put(expr: Expr, matrices: ReadonlyMap<string, Expr>): Expr {
  if (expr.kind === 'symbol') {
    const [first] = matrices.values();
    if (expr.name === 'I' && !matrices.has('I') && first?.kind === 'matrix') return identity(first.rows.length);
    return matrices.get(expr.name) ?? expr;
  }
  const inner = mapParts(expr, part => put(part, matrices));
  return inner.kind === 'call' && inner.fn === 'abs' && lettersIn(expr).some(letter => matrices.has(letter))
    ? { ...inner, fn: 'det' }
    : inner;
}

const identity = (size: number): Expr => ({
  kind: 'matrix',
  rows: Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => num(i === j ? 1 : 0))),
  span: { start: -1, end: -1 },
});

const MATRIX = /\\begin\{([pbv]?matrix)\}.*?\\end\{\1\}|\[\s*\[.*?\]\s*\]/gs;

/** The matrices that a text writes out, in order. */
export const matricesIn = (text: string): readonly Expr[] =>
  [...text.matchAll(MATRIX)].flatMap(([whole]) => {
    const { expr } = parseExpression(whole);
    return expr?.kind === 'matrix' ? [expr] : [];
  });

/** The first equation for the eigenvalues of the only matrix of the problem. */
function judgeCharacteristic(scene: Scene, chain: Chain, { claim, statement }: Line): Judged | null {
  const { problem } = scene.solution;
  const [letter, ...more] = lettersIn(statement);
  if (!/\beigen|\bcharacteristic/i.test(problem) || letter === undefined || more.length > 0 || chain.sides.length !== 2) return null;
  if (!/^(?:lambda|k|t|x|mu)(?:_\d)?$/.test(letter) || !chain.sides.some(isClosed) || scene.facts.some(fact => fact.step >= 0)) return null;
  const [matrix, ...others] = matricesIn(problem);
  if (matrix?.kind !== 'matrix' || others.length > 0 || matrix.rows.length !== matrix.rows[0]?.length) return null;
  const from = relation(call('det', minus(matrix, product(sym(letter), identity(matrix.rows.length)))), '=', num(0));
  const found = scene.decider.lines(from, statement);
  if (found.kind === 'same') return follows(null);
  const polynomial = statement.kind === 'chain' && statement.sides[0]?.kind !== 'symbol';
  if (found.kind === 'unknown' || (found.kind !== 'different' && !polynomial) || doubtIn(claim) !== null) return null;
  return wrong(found.witness, claim.range, { kind: 'line', claim, from, written: statement, side: null });
}
