import { negate, num, relation } from '../math/build.ts';
import { expressionsOf, someNode } from '../math/decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees, mapExpr } from '../math/tree.ts';
import type { Witness } from '../math/witness.ts';
import type { Claim } from '../solution/solution.ts';
import { type Judged, refuted } from './judged.ts';
import { isClosed, lettersIn, mapSides } from './letters.ts';
import type { Scene } from './scene.ts';

const MOST = 3;

/**
 * Where a line comes from leaving out the bars of absolute values under the stated conditions: a place that these allow, at which what stands between the
 * bars has the other sign. Null where the conditions do say so, or the line comes about in another way.
 */
export function opensBlindly(scene: Scene, from: Statement, to: Statement): Witness | null {
  const conditions = scene.solution.conditions ?? [];
  const bars = barsIn(from).filter(node => !barsIn(to).some(kept => equalTrees(kept, node)));
  if (conditions.length === 0 || bars.length === 0 || bars.length > MOST) return null;
  const anywhere = scene.decider.linesAnywhere(from, to);
  if (anywhere.kind === 'same' || anywhere.kind === 'unknown') return null;
  let shown: Witness | null = null;
  for (let choice = 0; choice < 2 ** bars.length; choice++) {
    const signs = bars.map((bar, i) => ({ bar, negative: ((choice >> i) & 1) === 1 }));
    if (scene.decider.linesAnywhere(opened(from, signs), to).kind !== 'same') continue;
    const blind = signs.map(sign => otherwise(scene, sign)).find(witness => witness !== null);
    if (!blind) return null;
    shown ??= blind;
  }
  return shown;
}

/** The line leaves out the bars of an equation above, with one sign or the other: a case of it. */
export function isCaseOf(scene: Scene, from: Statement, to: Statement): boolean {
  const bars = barsIn(from);
  if (bars.length === 0 || bars.length > MOST) return false;
  return Array.from({ length: 2 ** bars.length }, (_, choice) =>
    opened(
      from,
      bars.map((bar, i) => ({ bar, negative: ((choice >> i) & 1) === 1 })),
    ),
  ).some(branch => scene.decider.linesAnywhere(branch, to).kind === 'same');
}

/**
 * `|x − 1| = x − 1` for x ≤ 1: the bars are left out with a sign that what stands between them does not have there. Null where it has, and where the line
 * says something else.
 */
export function opensAgainst(scene: Scene, { statement, under, range }: Claim): Judged | null {
  const [left, right] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right || !under || isClosed(right)) return null;
  const bars = barsIn(relation(left, '=', left));
  if (bars.length === 0 || bars.length > MOST || barsIn(relation(right, '=', right)).length > 0) return null;
  const choices = Array.from({ length: 2 ** bars.length }, (_, choice) =>
    opened(
      relation(left, '=', right),
      bars.map((bar, i) => ({ bar, negative: ((choice >> i) & 1) === 1 })),
    ),
  );
  const meant = choices.some(choice => {
    const [a, b] = choice.kind === 'chain' ? choice.sides : [];
    return a !== undefined && b !== undefined && scene.decider.expressions(a, b).kind === 'same';
  });
  const found = meant ? scene.decider.expressions(left, right, { assume: [under] }) : null;
  return found?.kind === 'different' ? refuted(found.witness, range) : null;
}

interface Sign {
  readonly bar: Expr;
  readonly negative: boolean;
}

const inner = (bar: Expr): Expr => (bar.kind === 'call' ? (bar.args[0] ?? bar) : bar);

const opened = (from: Statement, signs: readonly Sign[]): Statement =>
  mapSides(from, side =>
    mapExpr(side, node => {
      const sign = signs.find(({ bar }) => equalTrees(bar, node));
      return sign ? (sign.negative ? negate(inner(node)) : inner(node)) : node;
    }),
  );

/** A place that the conditions allow, at which what stands between the bars has the other sign; null where there is none, and where that cannot be told. */
function otherwise(scene: Scene, { bar, negative }: Sign): Witness | null {
  const other = relation(inner(bar), negative ? '>' : '<', num(0));
  const allowed: Statement = { kind: 'and', parts: [other, ...(scene.solution.conditions ?? [])], span: NOWHERE };
  const found = scene.decider.linesAnywhere(allowed, { kind: 'truth', value: false, span: NOWHERE });
  if (found.kind !== 'narrower') return null;
  const { witness } = found;
  const at = witness.kind === 'lost' ? { [witness.variable]: witness.value } : witness.kind === 'values' ? witness.at : {};
  return { kind: 'values', at, left: printPlain(bar), right: printPlain(negative ? negate(inner(bar)) : inner(bar)) };
}

function barsIn(statement: Statement): Expr[] {
  const found: Expr[] = [];
  for (const expr of expressionsOf(statement)) {
    someNode(expr, node => {
      const open = node.kind === 'call' && node.fn === 'abs' && lettersIn(node).length > 0;
      if (open && !found.some(other => equalTrees(other, node))) found.push(node);
      return false;
    });
  }
  return found;
}
