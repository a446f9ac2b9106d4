import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Statement } from '../../math/expr.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { REJECTS } from '../task.ts';

const PICKED =
  /\b(least|smallest|lowest|minimum|greatest|largest|biggest|maximum)\b(?: (?:such|possible|whole|integer|natural|value|number|of|for))* \$?([a-zA-Z])\$?(?: (?:is|must be)| ?=) \$?(?:[a-zA-Z] ?= ?)?([-−]?\d+)(?![\d.,/^]\d|[a-zA-Z%])/i;

/** The end of `n > 7.75` or `n ≤ 3`: its value, whether it lies below, and whether it is let in. Null for any other statement. */
function endOf(statement: Statement, letter: string): { readonly at: number; readonly below: boolean; readonly closed: boolean } | null {
  const [left, right, ...more] = statement.kind === 'chain' ? statement.sides : [];
  const [link] = statement.kind === 'chain' ? statement.relations : [];
  if (!left || !right || more.length > 0 || !link || !'<>≤≥'.includes(link)) return null;
  const [open, end] = left.kind === 'symbol' ? [left, right] : [right, left];
  const at = isClosed(end) ? evaluateNumeric(end) : null;
  if (open.kind !== 'symbol' || open.name !== letter || typeof at !== 'number') return null;
  return { at, below: />|≥/.test(link) === (open === left), closed: /[≤≥]/.test(link) };
}

/** 'So the least n is 7' under `n > 7.75`: a whole number that the bound above shuts out, or that is not the next one. Null for all other steps. */
export function judgeLeast(scene: Scene, { text, range }: Step): Judged | null {
  const [, word = '', letter = '', written = ''] = PICKED.exec(text) ?? [];
  const counts = /\b(?:whole|integers?|natural|number of|least n|smallest n|terms?|years?|how many)\b/i.test(
    `${scene.solution.problem} ${text}`,
  );
  if (letter === '' || !counts || REJECTS.test(text) || /\b(?:odd|even|prime|multiple|positive)\b/i.test(scene.solution.problem))
    return null;
  const bounds = scene.bounds.flatMap(({ statement }) => endOf(statement, letter) ?? []);
  const least = /^(?:least|smallest|lowest|minimum)$/i.test(word);
  const end = bounds.at(-1);
  if (!end || end.below !== least || bounds.some(other => other !== end && Math.abs(other.at - end.at) > 0.02 * Math.abs(end.at)))
    return null;
  const whole = Math.abs(end.at - Math.round(end.at)) < 1e-9;
  if (whole && bounds.some(other => other.closed !== end.closed)) return null;
  const step = whole && !end.closed ? 1 : 0;
  const right = least ? Math.ceil(end.at - 1e-9) + step : Math.floor(end.at + 1e-9) - step;
  const own = Number(written.replace('−', '-'));
  if (own === right || Math.abs(own - right) > 1) return null;
  return refuted({ kind: 'computed', expression: `the ${word.toLowerCase()} ${letter}`, value: String(right), written }, range);
}
