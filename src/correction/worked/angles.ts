import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { radians, triangleIn } from '../triangles.ts';
import { writtenIn } from './lines.ts';

const LETTER = String.raw`(?:\\?(?:alpha|beta|gamma|theta|phi|varphi)(?![a-z])|[αβγθφxABt])`;
const GIVEN = new RegExp(
  String.raw`\\?(sin|cos|tan)\s*\(?\s*(${LETTER})\s*\)?\s*=\s*([-−–]?\s*(?:\\[dt]?frac\{[^{}]+(?:\{[^{}]*\})?\}\{[^{}]+\}|[√\d./()]+(?:\s*/\s*[√\d()]+)?))`,
  'g',
);
const QUADRANTS: readonly (readonly [RegExp, number])[] = [
  [/\bacute\b|\b(?:first|1st) quadrant|\bquadrant (?:I|1)\b|0°?\s*[<≤]\s*\S+\s*[<≤]\s*(?:90°?|π\/2|\\frac\{?\\pi\}?\{?2\}?)/i, 1],
  [/\bobtuse\b|\b(?:second|2nd) quadrant|\bquadrant (?:II|2)\b|(?:90°?|π\/2)\s*[<≤]\s*\S+\s*[<≤]\s*(?:180°?|π)(?![/\d])/i, 2],
  [/\b(?:third|3rd) quadrant|\bquadrant (?:III|3)\b|(?:180°?|π)\s*[<≤]\s*\S+\s*[<≤]\s*(?:270°?|3π\/2)/i, 3],
  [/\b(?:fourth|4th) quadrant|\bquadrant (?:IV|4)\b|(?:270°?|3π\/2)\s*[<≤]\s*\S+\s*[<≤]\s*(?:360°?|2π)/i, 4],
];

/** The angle of a quadrant with this sine, cosine or tangent, in radians; null where it lies in another. */
function angleOf(fn: string, value: number, quadrant: number): number | null {
  const all =
    fn === 'sin'
      ? [Math.asin(value), Math.PI - Math.asin(value)]
      : fn === 'cos'
        ? [Math.acos(value), -Math.acos(value)]
        : [Math.atan(value), Math.PI + Math.atan(value)];
  const turned = all.map(angle => (angle + 2 * Math.PI) % (2 * Math.PI));
  return turned.find(angle => Math.floor(angle / (Math.PI / 2)) + 1 === quadrant) ?? null;
}

const known = new WeakMap<Scene, ReadonlyMap<string, number> | null>();

/** What the problem fixes of its angles: each by one function and a quadrant, or all of a triangle by three of its parts. */
function valuesIn(scene: Scene): ReadonlyMap<string, number> | null {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const found = givenAngles(scene.solution.problem) ?? partsOfTriangle(scene.solution.problem);
  known.set(scene, found);
  return found;
}

function givenAngles(problem: string): ReadonlyMap<string, number> | null {
  const text = problem
    .replace(/\$/g, '')
    .replace(/\^\{?\\circ\}?/g, '°')
    .replace(/\\pi/g, 'π')
    .replace(/\\l(?:e|eq|t)(?![a-z])/g, '<');
  const quadrants = QUADRANTS.filter(([pattern]) => pattern.test(text)).map(([, quadrant]) => quadrant);
  const [quadrant, ...others] = quadrants;
  const angles = new Map<string, number>();
  for (const [, fn = '', name = '', value = ''] of text.matchAll(GIVEN)) {
    const [letter, right] = [name, value.replace(/[.,]\s*$/, '')].map(part => parseExpression(part).expr);
    const worth = right && isClosed(right) ? evaluateNumeric(right) : null;
    if (letter?.kind !== 'symbol' || typeof worth !== 'number' || quadrant === undefined || others.length > 0 || angles.has(letter.name))
      return null;
    const angle = angleOf(fn, worth, quadrant);
    if (angle === null) return null;
    angles.set(letter.name, angle);
  }
  const whole = angles.size < 2 || /\b(?:both|all)\b/i.test(text);
  return angles.size > 0 && whole && !/\bsolve\b/i.test(text) ? angles : null;
}

function partsOfTriangle(problem: string): ReadonlyMap<string, number> | null {
  const triangle = triangleIn(problem);
  return triangle && new Map([...triangle].map(([name, value]) => [name, /[A-Z]/.test(name) ? radians(value) : value]));
}

/** `sin 2α = 2 sin α`, `b = 10 sin 30°/sin 45°`: a chain about angles that the problem fixes. Null where it fixes none, and where all sides agree. */
export function judgeAngles(scene: Scene, { text, range }: Step): Judged | null {
  const values = scene.mistake === null ? valuesIn(scene) : null;
  if (!values) return null;
  const plain = text.replace(/((?:sin|cos|tan)\s*\(?\s*\d{1,3})(?![\d.°π/]|\s*(?:°|π|\p{L}|\\|\^))/gu, '$1°');
  for (const { sides, opening, lead } of writtenIn(plain)) {
    if (opening !== '' || /\b(?:if|not|would|check|case|or)\b/i.test(lead) || /\bor\b|±|\\pm/.test(text)) continue;
    let before: { readonly text: string; readonly value: number } | null = null;
    for (const side of sides) {
      const value = side.expr === null ? null : worth(side.expr, values);
      if (value === null) break;
      if (
        before !== null &&
        Math.abs(before.value - value) > (/\d\.\d|≈/.test(text) ? 0.015 : 1e-6) * Math.max(1, Math.abs(before.value))
      ) {
        const at = plain === text ? { start: range.start + side.at, end: range.start + side.at + side.text.length } : range;
        return refuted(
          { kind: 'computed', expression: before.text, value: String(Number(before.value.toPrecision(5))), written: side.text },
          at,
        );
      }
      before ??= { text: side.text, value };
    }
  }
  return null;
}

/** The value of a side that is no bare angle; null where it speaks of something that is not known. */
function worth(expr: Expr, values: ReadonlyMap<string, number>): number | null {
  const letters = lettersIn(expr);
  const angular = someNode(expr, node => node.kind === 'call' && /^(?:sin|cos|tan|cot|sec|csc)$/.test(node.fn));
  if (!letters.every(letter => values.has(letter)) || (!angular && letters.some(letter => !/^[abc]$/.test(letter)))) return null;
  if (someNode(expr, node => node.kind === 'call' && /^(?:arc|a(?:sin|cos|tan))|\^-1/.test(node.fn))) return null;
  const value = evaluateNumeric(expr, new Map(values));
  return typeof value === 'number' ? value : null;
}
