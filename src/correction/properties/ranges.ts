import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { valueIn } from '../asked/text.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Property } from './property.ts';

const END = String.raw`([-−–+]?\s*(?:∞|\\infty|infinity|√?\d+(?:\.\d+)?(?:\s*/\s*\d+)?))`;
const OF = String.raw`(?:[a-z](?:⁻¹|\^\{?-1\}?)?\(x\)|[a-z])`;
const SET = String.raw`(?:${OF}\s*(≥|>|≤|<|>=|<=|\\geq?|\\leq?)\s*${END}|${END}\s*(?:≤|<|<=|\\leq?)\s*${OF}\s*(?:≤|<|<=|\\leq?)\s*${END}|[\[(]\s*${END}\s*,\s*${END}\s*[\])])(?=[\s.$]*$|\s*[;,(])`;
/** How far out, and how finely, the function is looked at. */
const FAR = 60;
const STEP = 0.025;

function endsIn([, sign, one, low, high, from, to]: readonly (string | undefined)[]): readonly [number, number] {
  if (sign !== undefined) return /[≥>]|ge/.test(sign) ? [valueIn(one), Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, valueIn(one)];
  return low === undefined ? [valueIn(from), valueIn(to)] : [valueIn(low), valueIn(high)];
}

const ORDER: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
};

/** Whether x meets a bound of the problem; null for one that cannot be looked at. */
function meets(bound: Statement, x: number): boolean | null {
  if (bound.kind !== 'chain') return null;
  const values = bound.sides.map(side => evaluateNumeric(side, new Map([['x', x]])));
  if (values.some(value => typeof value !== 'number')) return null;
  return bound.relations.every((link, i) => ORDER[link]?.(Number(values[i]), Number(values[i + 1])) ?? false);
}

/** The values of the only function of the problem where it is defined, each with its place. */
function valuesOf(scene: Scene): readonly (readonly [x: number, y: number])[] | null {
  const bodies = new Set<Expr>();
  for (const [name, { variables, body }] of scene.functions) if (/^[a-z]$/.test(name) && variables.join() === 'x') bodies.add(body);
  const [body, ...more] = bodies;
  const bounds = scene.bounds
    .filter(({ step, statement }) => step < 0 && lettersIn(statement).join() === 'x')
    .map(({ statement }) => statement);
  if (!body || more.length > 0 || bounds.some(bound => meets(bound, 1) === null)) return null;
  const found: (readonly [number, number])[] = [];
  for (let i = -FAR / STEP; i <= FAR / STEP; i++) {
    const x = i * STEP;
    const y = bounds.every(bound => meets(bound, x)) ? evaluateNumeric(body, new Map([['x', x]])) : null;
    if (typeof y === 'number') found.push([x, y]);
  }
  return found.length < 40 ? null : found;
}

/** False where a value of the function lies outside the set, or the set goes on below its least value, or above its greatest; null where neither is plain. */
function fits(scene: Scene, match: readonly (string | undefined)[]): boolean | null {
  const [low, high] = endsIn(match);
  const values = Number.isNaN(low) || Number.isNaN(high) ? null : valuesOf(scene);
  if (!values) return null;
  const [least, most] = [-1, 1].map(sign => values.reduce((best, one) => (sign * one[1] > sign * best[1] ? one : best)));
  if (!least || !most) return null;
  const wide = (y: number): number => 0.05 * Math.max(1, Math.abs(y));
  if (least[1] < low - wide(low) || most[1] > high + wide(high)) return false;
  const inner = ([x]: readonly [number, number]): boolean => Math.abs(x) < FAR - 2;
  return (inner(least) && low < least[1] - wide(least[1])) || (inner(most) && high > most[1] + wide(most[1])) ? false : null;
}

/** Beside a function the problem speaks of its inverse, which has a range of its own. */
const INVERSE = /\binverse\b|⁻¹|\^\{?-1/;

/** 'Range: f(x) ≥ 2', 'domain of f⁻¹: x ≥ 0': the values that a function takes. */
export const RANGES: readonly Property[] = [
  {
    said: new RegExp(String.raw`\brange(?: of (?:[a-z](?:\(x\))?|the function))?\s*(?::|is|=)?\s*(?:is )?(?:all )?${SET}`, 'i'),
    what: 'the range',
    holds: (scene, match) => (INVERSE.test(scene.solution.problem) && !/\bof\b|[a-z]\(x\)/.test(match[0]) ? null : fits(scene, match)),
  },
  {
    said: new RegExp(String.raw`\bdomain of (?:[a-z](?:⁻¹|\^\{?-1\}?)(?:\(x\))?|the inverse(?: function)?)\s*(?::|is|=)?\s*${SET}`, 'i'),
    what: 'the domain of the inverse',
    holds: fits,
  },
];
