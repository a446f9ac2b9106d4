import { num, power, relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { equalTrees, mapExpr } from '../../math/tree.ts';
import { product } from '../build.ts';
import { coefficients, numberIn } from '../tidy.ts';
import { flattened, hasLetter } from '../walk.ts';
import type { Move } from './move.ts';
import { specialsIn } from './special.ts';

/** `4^x - 6·2^(x + 1) + 8 = 0` with all its powers as powers of `2^x`. */
export const oneBaseMove: Move = ({ left, right, letter }) => {
  const nodes = specialsIn([left, right], letter);
  const found = nodes.map(node => raisedIn(node, letter));
  const known = found.filter(each => each !== null);
  const [least] = known.toSorted((a, b) => a.size - b.size);
  if (nodes.length < 2 || known.length < nodes.length || !least) return null;
  const unit = power(least.base, least.exponent);
  const put = new Map<Expr, Expr>();
  for (const [i, node] of nodes.entries()) {
    const own = known[i];
    const times = own && own.size / least.size;
    if (!own || !times || Math.abs(times - Math.round(times)) > 1e-9 || times > 4.5 || !own.front) return null;
    const lifted = Math.round(times) === 1 ? unit : power(unit, num(Math.round(times)));
    put.set(node, Q.equal(own.front, Q.ONE) ? lifted : product([num(own.front), lifted]));
  }
  const shown = (side: Expr): Expr => flattened(mapExpr(side, part => [...put].find(([node]) => equalTrees(node, part))?.[1] ?? part));
  return [relation(shown(left), '=', shown(right))];
};

/** `3·b^(2x + 1)`: the number that its plain exponent brings in front, the power without it, and how fast it grows. */
function raisedIn(
  node: Expr,
  letter: string,
): { readonly base: Expr; readonly exponent: Expr; readonly size: number; readonly front: Q.Rational | null } | null {
  const [base, exponent] =
    node.kind === 'call' && node.fn === 'exp' ? [EULER, node.args[0]] : node.kind === 'power' ? [node.base, node.exponent] : [];
  const terms = exponent && coefficients(exponent);
  const times = terms?.get(`${letter}^1`);
  if (!base || !terms || !times || hasLetter(base) || [...terms.keys()].some(key => key !== '' && key !== `${letter}^1`)) return null;
  const value = base.kind === 'symbol' && base.name === 'e' ? null : numberIn(base);
  const size = value ? Math.log(Q.toNumber(value)) : base.kind === 'symbol' && base.name === 'e' ? 1 : Number.NaN;
  const constant = terms.get('')?.coefficient ?? Q.ZERO;
  const front = Q.isZero(constant) ? Q.ONE : value && constant.d === 1n ? Q.power(value, Number(constant.n)) : null;
  const rate = Q.toNumber(times.coefficient) * size;
  return Math.abs(rate) > 0 ? { base, exponent: times.term, size: rate, front } : null;
}

const EULER: Expr = { kind: 'symbol', name: 'e', span: { start: -1, end: -1 } };
