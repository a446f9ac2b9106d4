import { asQuantity, hasUnits, inMeasures, withoutUnits } from '../math/answers/quantities.ts';
import { num } from '../math/build.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import type { Claim } from '../solution/solution.ts';
import { shownInUnits } from './continue/conversion.ts';
import type { Chain } from './decide.ts';
import { bare, holds, type Judged, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

/** Units that convert exactly, and are never used loosely. */
const EXACT = /^(?:mm|cm|dm|m|km|mg|g|kg|tonne|ml|cl|l|second|minute|hour)$/;
const MEASURES = ['one length', 'one mass', 'one time'];

/**
 * `72 km/h = 72000 m / 3600 s = 20 m/s`: a chain of quantities, each with its units, judged by what they measure. Null for any other chain, and
 * where a side agrees with the one before it in one of the ways that units may be meant.
 */
export function judgeQuantities(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  if (claim.setting !== 'display' || chain.sides.length < 2 || chain.relations.some(relation => relation !== '=')) return null;
  const letters = lettersIn(...chain.sides.slice(1));
  if (scene.task === 'equation' || letters.some(letter => scene.facts.some(fact => fact.letters.includes(letter)))) return null;
  const named = chain.sides.length > 2 && chain.sides[0]?.kind === 'symbol' ? 1 : 0;
  const sides = chain.sides.slice(named).map(asQuantity);
  if (!sides.every(isMeasured)) return null;
  for (const [i, left] of sides.slice(0, -1).entries()) {
    const right = sides[i + 1];
    if (!right) break;
    if (scene.decider.expressions(inMeasures(left), inMeasures(right)).kind === 'same') continue;
    const ratio = ratioOf(left, right);
    if (ratio !== null && Q.equal(ratio, Q.rational(1))) continue;
    if (ratio === null || claim.problems.length > 0 || isRounding(right, ratio)) return null;
    if (scene.decider.expressions(withoutUnits(left), withoutUnits(right)).kind === 'same') return null;
    const witness =
      shownInUnits(claim, left, right) ?? ({ kind: 'values', at: {}, left: printPlain(left), right: printPlain(right) } as const);
    return wrong(witness, chain.sides[i + 1 + named]?.span ?? claim.range, {
      kind: 'value',
      claim,
      from: bare(left),
      written: bare(right),
      side: i + 1 + named,
    });
  }
  return holds();
}

const isMeasured = (side: Expr): boolean =>
  hasUnits(side) && isClosed(side) && !someNode(side, node => node.kind === 'unit' && !EXACT.test(node.name));

/** How many times the right quantity the left one is; null where they measure different things. */
function ratioOf(left: Expr, right: Expr): Q.Rational | null {
  const [one, two] = [scaled(left), scaled(right)];
  const agree = one.every((value, i) => {
    const other = two[i];
    return value && other && one[0] && two[0] && Q.equal(Q.multiply(value, two[0]), Q.multiply(other, one[0]));
  });
  return agree && one[0] && two[0] && !Q.isZero(two[0]) ? Q.divide(one[0], two[0]) : null;
}

/** The quantity in the base units of its measures, and with each of these twice as large in turn. */
function scaled(side: Expr): (Q.Rational | null)[] {
  const base = inMeasures(side);
  return ['', ...MEASURES].map(twice =>
    evaluateExact(MEASURES.reduce((expr, name) => substitute(expr, name, num(name === twice ? 2 : 1)), base)),
  );
}

/** The right quantity has decimals, or a whole number, that are the left one rounded. */
function isRounding(right: Expr, ratio: Q.Rational): boolean {
  let rough = false;
  someNode(right, node => {
    if (node.kind !== 'number' || Q.isZero(node.value)) return false;
    const gap = Q.absolute(Q.multiply(Q.subtract(ratio, Q.rational(1)), node.value));
    rough ||= Q.compare(gap, Q.rational(1n, 10n ** BigInt(node.decimals ?? 0))) < 0;
    return false;
  });
  return rough;
}
