import { call, minus, num, power, product, sym } from '../../math/build.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { expressionIn } from '../asked/text.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

const END = String.raw`(?=$|[.,;?]|\s+(?:and|from|between|for|over|on|is|in|when|about|with|to)\b)`;
const CURVE = new RegExp(String.raw`\by = ([^=,;?]+?)${END}`, 'g');
const AXIS = /\bthe x-axis\b/i;
const BETWEEN =
  /\b(?:(?:from|between) (?:x = )?([-−]?[\d/.π]+) (?:to|and) (?:x = )?([-−]?[\d/.π]+)|over \[([-−]?[\d/.π]+), ?([-−]?[\d/.π]+)\]|([-−]?[\d/.]+) ≤ x ≤ ([-−]?[\d/.]+)|x = ([-−]?[\d/.]+) and x = ([-−]?[\d/.]+))/i;
/** Farthest place, and finest fraction, at which curves are looked for to meet. */
const FAR = 24;
const FINEST = 12;

const curvesIn = (problem: string): readonly Expr[] =>
  [...problem.matchAll(CURVE)].flatMap(([, text]) => {
    const expr = expressionIn(text);
    return expr && lettersIn(expr).every(letter => letter === 'x') ? [expr] : [];
  });

function boundsIn(problem: string): readonly [Expr, Expr] | null {
  const [a, b] = (BETWEEN.exec(problem)?.slice(1) ?? []).filter(text => text !== undefined).map(expressionIn);
  return a && b ? [a, b] : null;
}

const integral = (body: Expr, [lower, upper]: readonly [Expr, Expr]): Expr => ({
  kind: 'integral',
  body,
  variable: 'x',
  bounds: { lower, upper },
  span: NOWHERE,
});

/** The only two places where a difference is 0, both simple fractions; null where there are more, or others. */
function meetings(difference: Expr): readonly [Expr, Expr] | null {
  const at = (x: number): number => Number(evaluateNumeric(difference, new Map([['x', x]])));
  const zeros: Q.Rational[] = [];
  for (let d = 1; d <= FINEST; d++)
    for (let n = -FAR * d; n <= FAR * d; n++) {
      const place = Q.rational(n, d);
      if (Math.abs(at(n / d)) < 1e-9 && !zeros.some(zero => Q.equal(zero, place))) zeros.push(place);
    }
  const [a, b, ...more] = zeros.sort(Q.compare);
  if (!a || !b || more.length > 0) return null;
  const [low, high] = [Q.toNumber(a), Q.toNumber(b)];
  const signs = Array.from({ length: 400 }, (_, i) => at(-FAR + (2 * FAR * (i + 0.37)) / 400) > 0);
  const turns = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  const whole = Array.from({ length: 40 }, (_, i) => at(low + ((high - low) * (i + 0.5)) / 40));
  return turns === 2 && (whole.every(one => one > 0) || whole.every(one => one < 0)) ? [num(a), num(b)] : null;
}

/** Words that make it another region. */
const OTHER = /\b(?:quadrant|shaded|triangle|rectang|tangent|normal|y-axis|lines? x|x = |surface|arc|centroid)/i;

/** The area that two curves enclose, or a curve and the x-axis. */
export function enclosedNames(scene: Scene, problem: string): readonly Name[] {
  const curves = curvesIn(problem);
  const [f, g] = AXIS.test(problem) && curves.length === 1 ? [...curves, num(0)] : curves;
  if (!f || !g || curves.length > 2 || OTHER.test(problem) || boundsIn(problem)) return [];
  const difference = minus(f, g);
  const ends = meetings(difference);
  if (!ends) return [];
  const area = integral(difference, ends);
  const size = call('abs', area);
  const turned = scene.solution.steps.some(({ text }) => /\babsolute|\bpositive\b|\|/.test(text));
  return [
    {
      what: 'the area',
      is: /(?:^|[^\w])(?:A|[Aa]rea(?: is)?) ?:?$/,
      values: turned ? [[size], [minus(num(0), size)]] : [[size]],
      alone: true,
    },
  ];
}

/** The volume of the solid that the region under the only curve makes about the x-axis. */
export function revolutionNames(_: Scene, problem: string): readonly Name[] {
  const [f, ...more] = curvesIn(problem);
  const ends = boundsIn(problem);
  if (!f || !ends || more.length > 0 || !/\babout (?:the )?x-?\s?axis\b/i.test(problem)) return [];
  return [
    {
      what: 'the volume',
      is: /(?:^|[^\w])(?:V|[Vv]olume(?: is)?) ?:?$/,
      values: [[product(sym('pi'), integral(power(f, num(2)), ends))]],
      alone: true,
    },
  ];
}
