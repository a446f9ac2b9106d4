import { num, relation } from '../math/build.ts';
import { expressionsOf } from '../math/decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees } from '../math/tree.ts';
import type { Witness } from '../math/witness.ts';
import { divisorsIn } from './letters.ts';
import type { Scene } from './scene.ts';

/**
 * Where the conditions on the letters are kept track of: something that `to` divides by, `from` does not, and the conditions allow to be 0, with values of the
 * letters at which it is. Null where nothing of the kind is found, or no one keeps track.
 */
export function dividesByZero(scene: Scene, from: Statement, to: Statement): Witness | null {
  const { conditions } = scene.solution;
  if (conditions === undefined) return null;
  const before = distinctDivisors(from);
  for (const divisor of distinctDivisors(to)) {
    if (before.some(old => equalTrees(old, divisor))) continue;
    const vanishing: Statement[] = [relation(divisor, '=', num(0)), ...before.map(old => relation(old, '≠', num(0))), ...conditions];
    const found = scene.decider.lines({ kind: 'and', parts: vanishing, span: NOWHERE }, { kind: 'truth', value: false, span: NOWHERE });
    if (found.kind !== 'narrower') continue;
    const { witness } = found;
    const at = witness.kind === 'lost' ? { [witness.variable]: witness.value } : witness.kind === 'values' ? witness.at : {};
    return { kind: 'domain', at, expression: `1/(${printPlain(divisor)})` };
  }
  return null;
}

/** Every divisor with a letter in it, once. */
const distinctDivisors = (statement: Statement): Expr[] =>
  expressionsOf(statement)
    .flatMap(divisorsIn)
    .filter((divisor, at, all) => all.findIndex(other => equalTrees(other, divisor)) === at);
