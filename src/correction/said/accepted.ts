import { substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { callsNamed, isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { REJECTS } from '../task.ts';

const LISTED =
  /^[\s$]*(?:(?:so|thus|therefore|hence|answer|the)[\s:,]+)*(?:solutions?|roots?|zeros)(?: set)?(?: of (?:the|this) (?:equation|inequality))?(?:\s*[:=]|\s+(?:are|is))\s*([^;:]+?)[.\s$]*$/i;

/** 'Solutions: x = 1 and x = 3' of an equation in one letter that one of them does not solve. */
export function judgeListed(scene: Scene, { text, range }: Step): Judged | null {
  const list = REJECTS.test(text) ? undefined : LISTED.exec(text)?.[1];
  const given = scene.facts.filter(fact => fact.step < 0);
  const [fact] = given;
  const [letter, ...others] = fact?.letters ?? [];
  const [left, right] = fact?.statement.kind === 'chain' && fact.statement.relations.join() === '=' ? fact.statement.sides : [];
  if (
    list === undefined ||
    given.length !== 1 ||
    letter === undefined ||
    others.length > 0 ||
    !left ||
    !right ||
    scene.task !== 'equation' ||
    callsNamed(left)
  )
    return null;
  const items = list
    .replace(/^\\?\{\s*|\s*\\?\}$/g, '')
    .split(/\s*(?:,|;|\band\b|\bor\b)\s*/)
    .filter(item => item !== '');
  const values = items.map(item => valueIn(item, letter));
  if (values.length < 2 || values.some(value => value === null)) return null;
  for (const value of values) {
    const [a, b] = [left, right].map(side => value && substitute(side, letter, value));
    if (!value || !a || !b) continue;
    const found = scene.decider.expressions(a, b);
    if (found.kind === 'different')
      return refuted({ kind: 'gained', variable: letter, value: printPlain(value), left: shown(a), right: shown(b) }, range);
  }
  return null;
}

const shown = (side: Expr): string => printPlain(side);

/** The exact value in `x = 3`, `x₁ = 3` or `3`; null for a decimal, which may be rounded, and for all else. */
function valueIn(item: string, letter: string): Expr | null {
  const text = item.replace(/[$\s]/g, '').replace(new RegExp(`^${letter}(?:_?\\{?\\d\\}?|[₁₂₃])?=`), '');
  const { expr, problems } = parseExpression(text);
  return expr && problems.length === 0 && isClosed(expr) && !/[.,]|±/.test(text) && expr.kind !== 'list' ? expr : null;
}

const BOTH =
  /^[\s$]*(?:(?:so|thus|therefore|hence|and)[\s,]+)*(?:both|all)(?: (?:of them|values|numbers|roots|of these|candidates|answers))?(?: of x)? (?:are (?:valid |real )?solutions?|solve|satisfy|work|are (?:correct|valid|roots))\b(?!.*\b(?:quadratic|squared|last|second|not)\b)/i;

/** A step behind this one that takes all values found for solutions. */
export const acceptedAt = ({ solution }: Scene, step: number): number =>
  solution.steps.findIndex(({ text }, index) => index > step && BOTH.test(text));
