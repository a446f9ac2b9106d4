import { evaluateNumeric } from '../../math/evaluate.ts';
import { valueIn } from '../asked/text.ts';
import type { Scene } from '../scene.ts';
import type { Property } from './property.ts';

const NUMBER = String.raw`([-−]?\s*\d+(?:\.\d+)?(?:\s*\/\s*\d+)?)`;
const CLOSED = new RegExp(String.raw`\[\s*${NUMBER}\s*[,;]\s*${NUMBER}\s*\]|${NUMBER}\s*(?:≤|<=|\\leq?)\s*x\s*(?:≤|<=|\\leq?)\s*${NUMBER}`);
/** Places at which the function is looked at. */
const PLACES = 2000;

/** False where the only function of the problem goes beyond the value somewhere in its interval; null where it does not, or that is not plain. */
function beyond({ solution, functions }: Scene, sign: 1 | -1, value: number): boolean | null {
  const [low, high] = (CLOSED.exec(solution.problem)?.slice(1) ?? []).filter(text => text !== undefined).map(valueIn);
  const bodies = new Set(
    [...functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x').map(([, { body }]) => body),
  );
  const [body, ...more] = bodies;
  if (low === undefined || high === undefined || !body || more.length > 0 || !(low < high) || Number.isNaN(value)) return null;
  for (let i = 0; i <= PLACES; i++) {
    const y = evaluateNumeric(body, new Map([['x', low + ((high - low) * i) / PLACES]]));
    if (typeof y === 'number' && sign * (y - value) > 0.01 * Math.max(1, Math.abs(value))) return false;
  }
  return null;
}

const extreme = (words: string, what: string, sign: 1 | -1): Property => ({
  said: new RegExp(
    String.raw`\b(?:(?:absolute|global) ${words}|${what} value)(?: value)?(?: of (?:[a-z](?:\(x\))?|the function))?(?: (?:on|over|in) (?:\[[^\]]*\]|the interval|this interval))? ?(?:is|=|:) ?(?:[a-z]\([^()]*\) ?= ?)?${NUMBER}(?!\w|[./]\d|[\^(]|\s*[-+*·(])`,
    'i',
  ),
  what: `the ${what} value`,
  holds: (scene, [, value]) => beyond(scene, sign, valueIn(value)),
});

/** 'The absolute maximum is 10' of a function that is greater elsewhere in its interval, as at one of its ends. */
export const EXTREMES: readonly Property[] = [extreme('max(?:imum)?', 'greatest', 1), extreme('min(?:imum)?', 'least', -1)];
