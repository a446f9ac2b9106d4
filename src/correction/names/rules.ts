import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import type { Scene } from '../scene.ts';

const PLACES: readonly (readonly [u: number, v: number, a: number, b: number])[] = [
  [2, 3, 5, 7],
  [1.5, 4, -2, 0.5],
];
/** A derivative, or its name, before a formula in u, v and their derivatives alone. */
const RECALLED =
  /(?:[a-zA-Z]\s*['′’](?:\s*\(x\))?|\([uv]\s*[/·*]?\s*[uv]\)\s*['′’]|d[a-z]\/dx|rule:?)\s*(?:=|:)?\s*([-−+*/·()[\]^{}²2\suv'′’]*[uv]['′’][-−+*/·()[\]^{}²2\suv'′’]*?)\s*\$?[.,;]?\s*$/;

/** `y' = (uv' − u'v)/v²`: neither the rule for a product nor the one for a quotient. Null where the step writes no such formula, or a right one. */
export function judgeRule(scene: Scene, { text, range }: Step): Judged | null {
  if (!/[uv]['′’]/.test(text) || !/differentiat|derivative|slope|tangent|stationary|extrem|['′’]|find/i.test(scene.solution.problem))
    return null;
  const plain = text.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)');
  const formula = RECALLED.exec(plain)?.[1];
  if (formula === undefined || !/u['′’]/.test(formula) || !/v['′’]/.test(formula)) return null;
  const { expr, problems } = parseExpression(
    formula
      .replace(/u['′’]/g, ' a ')
      .replace(/v['′’]/g, ' b ')
      .replace(/[−–]/g, '-')
      .replace(/[[\]]/g, one => (one === '[' ? '(' : ')')),
  );
  if (!expr || problems.length > 0) return null;
  const divided = /\//.test(formula);
  let seen = 0;
  for (const [u, v, a, b] of PLACES) {
    const own = evaluateNumeric(
      expr,
      new Map([
        ['u', u],
        ['v', v],
        ['a', a],
        ['b', b],
      ]),
    );
    if (typeof own !== 'number') return null;
    const right = divided ? [(a * v - u * b) / v ** 2, (b * u - v * a) / u ** 2] : [a * v + u * b];
    if (!right.some(value => Math.abs(value - own) < 1e-9)) seen++;
  }
  if (seen < PLACES.length) return null;
  return refuted(
    {
      kind: 'computed',
      expression: divided ? "(u/v)'" : "(uv)'",
      value: divided ? "(u'v − uv')/v²" : "u'v + uv'",
      written: formula.trim(),
    },
    range,
  );
}
