import { evaluateExact } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import type { Scene } from '../scene.ts';
import { expressionIn } from './text.ts';

const ORDER =
  /\b(?:order|arrange|put|write|list|sort|rank)\b[^.?:]*\b(?:from (?:the )?(least|smallest|lowest|greatest|largest|biggest|highest) to (?:the )?(?:\w+)|in (ascending|increasing|descending|decreasing) order)\b/i;
const UPWARDS = /^(?:least|smallest|lowest|ascending|increasing)$/i;
const ITEM = /-?\\frac\{\d+\}\{\d+\}|[-−]?(?:\d+ )?\d+(?:\.\d+)?(?:\/\d+)?%?|[-−]?\.\d+/g;

/** 'Order from least to greatest: 0.5, 0.04, 0.25' answered by the same numbers in another order. */
export function refutedOrder(_scene: Scene, problem: string, last: string): Witness | null {
  const order = ORDER.exec(problem);
  if (!order) return null;
  const upwards = UPWARDS.test(order[1] ?? order[2] ?? '');
  const [given, said] = [valuesIn(problem.replace(order[0], ' ')), valuesIn(last.replace(/^[^\d.\\-]*:/, ''))];
  const key = (values: readonly Q.Rational[]): string => values.map(Q.printRational).sort().join();
  if (given.length < 2 || key(given) !== key(said)) return null;
  const separators = last.replace(ITEM, '').replace(/[\s,;.]|\band\b/g, '');
  if (!/^(?:<*|>*|≤*|≥*)$/.test(separators) || (/[>≥]/.test(separators) && upwards) || (/[<≤]/.test(separators) && !upwards)) return null;
  for (const [i, one] of said.entries()) {
    const next = said[i + 1];
    if (next && Q.compare(one, next) === (upwards ? 1 : -1))
      return { kind: 'values', at: {}, left: Q.printRational(one), right: Q.printRational(next) };
  }
  return null;
}

function valuesIn(text: string): Q.Rational[] {
  return [...text.matchAll(ITEM)].flatMap(([item]) => {
    const expr = expressionIn(item.replace('%', '/100'));
    const value = expr && evaluateExact(expr);
    return value ? [value] : [];
  });
}
