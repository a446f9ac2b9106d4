import { call, num, product, quotient } from '../math/build.ts';
import { someNode } from '../math/decide/free.ts';
import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { bare, type Judged, wrong } from './judged.ts';
import { isClosed } from './letters.ts';
import { withoutUnits } from './reference/graph.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { compareNumbers } from './vectors.ts';

const isIntegral = (node: Expr): boolean => node.kind === 'integral' && node.bounds !== null;

/**
 * `A = 13/6` below `A = ∫ … dx`, whose value is another one. A multiple or a part of the integral, or its size, may be meant by the same letter. Null for all other
 * lines.
 */
export function judgeArea(scene: Scene, chain: Chain, { claim, step }: Line): Judged | null {
  const [head, side] = chain.sides;
  if (head?.kind !== 'symbol' || !side || chain.relations[0] !== '=' || claim.link === 'given' || !chain.sides.slice(1).every(isClosed))
    return null;
  if (chain.sides.some(one => someNode(one, isIntegral)) || doubtIn(claim) !== null) return null;
  const above = scene.facts.flatMap(({ statement, claim: own, step: at }) => {
    const written = own.statement ?? statement;
    const [name, ...sides] = written.kind === 'chain' && at >= 0 && at <= step ? written.sides : [];
    const area = name?.kind === 'symbol' && name.name === head.name ? sides.find(one => someNode(one, isIntegral)) : undefined;
    return area && isClosed(area) ? [area] : [];
  });
  const [area, ...more] = above;
  if (!area || more.length > 0) return null;
  const plain = withoutUnits(side);
  const meant = [
    area,
    call('abs', area),
    product(num(2), area),
    product(num(4), area),
    quotient(area, num(2)),
    product({ kind: 'symbol', name: 'pi', span: area.span }, area),
  ];
  const found = meant.map(one => compareNumbers(scene, one, plain));
  const [first] = found;
  if (!first || first === 'same' || found.some(one => one === 'same' || one === null)) return null;
  if (typeof evaluateNumeric(area) !== 'number') return null;
  return wrong(first, side.span, { kind: 'identity', claim, from: bare(area), written: bare(side), side: 1 });
}
