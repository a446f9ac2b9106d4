import { num, relation } from '../math/build.ts';
import { expressionsOf, someNode } from '../math/decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees } from '../math/tree.ts';
import type { Witness } from '../math/witness.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

/**
 * Where the conditions on the letters are kept track of: something that `to` divides by, `from` does not, and the conditions allow to be 0, with values of the
 * letters at which it is. Null where nothing of the kind is found, or no one keeps track.
 */
export function dividesByZero(scene: Scene, from: Statement, to: Statement): Witness | null {
  const { conditions } = scene.solution;
  if (conditions === undefined) return null;
  const before = divisorsIn(from);
  for (const divisor of divisorsIn(to)) {
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
function divisorsIn(statement: Statement): Expr[] {
  const found: Expr[] = [];
  for (const expr of expressionsOf(statement)) {
    someNode(expr, node => {
      if (node.kind === 'quotient' && lettersIn(node.den).length > 0 && !found.some(old => equalTrees(old, node.den))) found.push(node.den);
      return false;
    });
  }
  return found;
}
