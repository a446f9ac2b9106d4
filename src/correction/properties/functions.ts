import { differentiate } from '../../math/derive.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { valueIn } from '../asked/text.ts';
import type { Scene } from '../scene.ts';
import type { Property } from './property.ts';

/** The only function of x that the problem gives. */
function bodyOf(scene: Scene): Expr | null {
  const bodies = [...scene.functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x');
  const [body, ...more] = new Set(bodies.map(([, rule]) => rule.body));
  return body && more.length === 0 ? body : null;
}

const PLACES = [0.3, 0.7, 1.1, 1.6, 2.3, 3.1];
const at = (body: Expr, x: number): number => {
  const value = evaluateNumeric(body, new Map([['x', x]]));
  return typeof value === 'number' ? value : Number.NaN;
};
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));

/** Whether f(−x) is f(x), or −f(x), wherever both can be told. */
function mirrored(scene: Scene, sign: 1 | -1): boolean | null {
  const body = bodyOf(scene);
  const pairs = body ? PLACES.map(x => [at(body, x), sign * at(body, -x)] as const).filter(pair => !pair.some(Number.isNaN)) : [];
  return pairs.length < 3 || restricted(scene) ? null : pairs.every(([a, b]) => near(a, b));
}

const restricted = ({ solution }: Scene): boolean =>
  /[<>≤≥∈]|\\(?:le|ge|in)(?![a-z])|\[\s*[-−\d]|\binterval|\bdomain|\brestrict|\babsolute|\bglobal|\bif\b/i.test(solution.problem);

/** Whether the function takes no value twice: its slope keeps its sign. Only for functions that are defined and smooth everywhere. */
function injective(scene: Scene): boolean | null {
  const body = bodyOf(scene);
  const slope = body && differentiate(body, 'x');
  if (!body || !slope || restricted(scene)) return null;
  const slopes = Array.from({ length: 401 }, (_, i) => at(slope, (i - 200) / 10.3));
  if (slopes.some(Number.isNaN)) return null;
  const [up, down] = [slopes.some(one => one > 1e-9), slopes.some(one => one < -1e-9)];
  return up === down ? (up ? false : null) : true;
}

const NUMBER = String.raw`([-−–]?\s*(?:√?\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\{\d+\}\{\d+\}|π(?:\s*/\s*\d+)?))`;
/** Whether a place where the slope is 0 is a maximum (−1) or a minimum (1), by the second derivative. */
function turns(scene: Scene, place: number, sign: 1 | -1): boolean | null {
  const body = bodyOf(scene);
  const slope = body && differentiate(body, 'x');
  const bend = slope && differentiate(slope, 'x');
  if (!slope || !bend || Number.isNaN(place) || restricted(scene)) return null;
  const [first, second] = [at(slope, place), at(bend, place)];
  return Math.abs(first) > 1e-6 || !(Math.abs(second) > 1e-6) ? null : Math.sign(second) === sign;
}

const KIND = String.raw`(?:local |relative |a )*`;
const END = String.raw`(?=\s*(?:function|vectors?)?\s*[.,;!)✓]*\s*$|\s*[,;(]|\s+(?:because|since|as|and|by|at|with|about)\b)`;
const turning = (word: string, sign: 1 | -1): readonly Property[] => [
  {
    said: new RegExp(
      String.raw`\b${word}\b(?: (?:point|value|turning point))?(?: (?:is|occurs))?(?: at| when)? (?:the point )?\(?(?:x = )?${NUMBER}(?![\w.^(/])(?!\s*[<>≤≥])`,
      'i',
    ),
    what: `a ${word.includes('max') ? 'maximum' : 'minimum'} there`,
    holds: (scene, [all, place]) => (/\bx =|\(/.test(all) ? turns(scene, valueIn(place), sign) : null),
  },
  {
    said: new RegExp(
      String.raw`\bx = ${NUMBER}(?![\w.^(/])(?:(?!\bx =|\bmin|\bmax|[a-z]\()[^.;])*?(?:\b(?:is|so|gives|a|hence|thus|therefore|it is)\b|[:,>⇒→]|\d)[\s,]*${KIND}\b${word}\b(?!\s*(?:[=:]|at\b|is\b|occurs\b|of\b))`,
      'i',
    ),
    what: `a ${word.includes('max') ? 'maximum' : 'minimum'} there`,
    holds: (scene, [, place]) => turns(scene, valueIn(place), sign),
  },
];

/** What is said of a function of x as a whole, or at a place where its slope is 0. */
export const FUNCTIONS: readonly Property[] = [
  { said: new RegExp(String.raw`\beven${END}`, 'i'), what: 'f(−x) = f(x)', holds: scene => mirrored(scene, 1) },
  { said: new RegExp(String.raw`\bodd${END}`, 'i'), what: 'f(−x) = −f(x)', holds: scene => mirrored(scene, -1) },
  {
    said: /\bsymmetr(?:ic|ical)(?: graph)? (?:about|in|with respect to|over) the y-axis/i,
    what: 'f(−x) = f(x)',
    holds: scene => mirrored(scene, 1),
  },
  {
    said: /\bsymmetr(?:ic|ical) (?:about|in|with respect to) the origin/i,
    what: 'f(−x) = −f(x)',
    holds: scene => mirrored(scene, -1),
  },
  { said: /\b(?:one-to-one|injective|one to one|1-1)\b/i, what: 'one value for each x alone', holds: injective },
  ...turning('max(?:imum)?', -1),
  ...turning('min(?:imum)?', 1),
  {
    said: new RegExp(
      String.raw`\b(?:point of inflection|inflection(?: point)?|inflexion(?: point)?)(?: is| occurs)?(?: at| when) (?:x = )?\(?${NUMBER}(?![\w.^(/])`,
      'i',
    ),
    what: 'an inflection there',
    holds: (scene, [, place]) => bendsBack(scene, valueIn(place)),
  },
  {
    said: new RegExp(
      String.raw`\(\s*${NUMBER}\s*,[^()]*\) (?:is|must be) (?:an?|the) (?:point of inflection|inflection(?: point)?|inflexion(?: point)?)`,
      'i',
    ),
    what: 'an inflection there',
    holds: (scene, [, place]) => bendsBack(scene, valueIn(place)),
  },
];

/** False where the second derivative is not 0 at the place, or has one sign on both sides of it; null elsewhere. */
function bendsBack(scene: Scene, place: number): boolean | null {
  const body = bodyOf(scene);
  const slope = body && differentiate(body, 'x');
  const bend = slope && differentiate(slope, 'x');
  if (!bend || Number.isNaN(place)) return null;
  const [before, there, after] = [-1e-3, 0, 1e-3].map(gap => at(bend, place + gap));
  if (Math.abs(there ?? 0) > 1e-6) return false;
  return Number(before) * Number(after) > 0 ? false : null;
}
