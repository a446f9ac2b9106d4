import { num } from '../../math/build.ts';
import { expressionsOf, someSymbol, substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { isSolved } from '../shape.ts';
import { HYPOTHETICAL } from '../task.ts';

const holdsI = (side: Expr): boolean => someSymbol(side, name => name === 'i');

/** `a = 3 and b = 4` under `3a − bi = 9 + 4i`: with all its letters' values put in, the equation above does not hold. Null for all other steps. */
export function judgeComplexValues(scene: Scene, { text, claims, range }: Step, index: number): Judged | null {
  const values = new Map<string, Expr>();
  for (const { statement, link } of claims)
    for (const part of statement?.kind === 'and' ? statement.parts : statement ? [statement] : []) {
      const [letter, value] = part.kind === 'chain' && isSolved(part) ? part.sides : [];
      if (link === 'given' || letter?.kind !== 'symbol' || !value || !isClosed(value) || values.has(letter.name)) return null;
      values.set(letter.name, value);
    }
  const above = scene.facts.findLast(({ step }) => step >= 0 && step < index && step >= index - 2);
  const chain = above?.statement;
  if (values.size < 2 || HYPOTHETICAL.test(text) || chain?.kind !== 'chain' || chain.relations.join() !== '=') return null;
  const letters = lettersIn(chain);
  if (!expressionsOf(chain).some(holdsI) || letters.length !== values.size || !letters.every(letter => values.has(letter))) return null;
  const [left = num(0), right = num(0)] = chain.sides.map(side =>
    [...values].reduce((e, [name, value]) => substitute(e, name, value), side),
  );
  const found = scene.decider.expressions(left, right);
  if (found.kind !== 'different') return null;
  return refuted({ kind: 'computed', expression: printPlain(left), value: 'another value', written: printPlain(right) }, range);
}
