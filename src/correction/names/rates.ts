import { num, quotient, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr } from '../../math/expr.ts';
import { mapExpr } from '../../math/tree.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { bare, follows, type Judged, wrong } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Line } from '../shape.ts';

/** `dr/dt` as the letter `r'`. */
const primed = (expr: Expr): Expr =>
  mapExpr(expr, node =>
    node.kind === 'derivative' && node.order === 1 && node.variable === 't' && node.body.kind === 'symbol'
      ? sym(`${node.body.name}'`)
      : node,
  );

/**
 * `dV/dt = 4πr² dr/dt` where a line above gives V by letters that change with time: their rates belong to it. Null for any other line. A line without rates
 * may have the numbers put in for them.
 */
export function judgeRate(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, side] = chain.sides;
  if (
    head?.kind !== 'derivative' ||
    head.variable !== 't' ||
    head.order !== 1 ||
    head.body.kind !== 'symbol' ||
    !side ||
    chain.relations[0] !== '='
  )
    return null;
  const rule = scene.functions.get(head.body.name);
  if (!rule || rule.variables.includes('t') || isClosed(side) || claim.link === 'given' || doubtIn(claim) !== null) return null;
  const dependents = new Set(rule.variables);
  const right = differentiate(rule.body, 't', dependents);
  const own = primed(side);
  const rates = rule.variables.map(name => `${name}'`);
  if (!right || lettersIn(own).some(name => !rule.variables.includes(name) && !rates.includes(name))) return null;
  const found = scene.decider.expressions(right, own);
  if (found.kind === 'same') return follows(null);
  if (found.kind !== 'different') return null;
  if (!lettersIn(own).some(name => rates.includes(name)) && mayHaveRates(scene, right, own, rates)) return null;
  return wrong(found.witness, side.span, { kind: 'derivative', claim, from: bare(right), written: bare(side), side: 1 });
}

/** The line is a number times what the rates are multiplied by: this number may be the rate, if it is not 1. */
function mayHaveRates(scene: Scene, right: Expr, own: Expr, rates: readonly string[]): boolean {
  if (rates.length > 1) return true;
  const bareRight = rates.reduce((expr, name) => substitute(expr, name, num(1)), right);
  return (
    scene.decider.expressions(quotient(own, bareRight), num(1)).kind !== 'same' || /(?<![\d.,])1(?![\d.,])/.test(scene.solution.problem)
  );
}
