import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import type { Judged } from './judged.ts';
import { isClosed } from './letters.ts';
import { withoutUnits } from './reference/graph.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

/** Sides a, b, c and the angles A, B, C across from them, in degrees. */
export type Triangle = ReadonlyMap<string, number>;

const SIDES = ['a', 'b', 'c'];
const GIVEN = /(?<![A-Za-z\\])(?:\\?angle\s*|∠\s*)?([abcABC])\s*=\s*(\d+(?:\.\d+)?)\s*(°|\^\{?\\circ\}?|degrees)?/g;
/** How far apart, relatively, roundings on the way may bring a value. */
const ROUGH = 0.015;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The triangle that the problem fixes by three of its sides and angles; null where it leaves two. */
export function triangleIn(problem: string): Triangle | null {
  if (!/\btriangle\b|△|\\triangle/i.test(problem)) return null;
  const known = new Map<string, number>();
  for (const [, name = '', value = '', sign] of problem.matchAll(GIVEN)) {
    if (/[ABC]/.test(name) !== (sign !== undefined) || known.has(name)) return null;
    known.set(name, Number(value));
  }
  if (known.size !== 3) return null;
  const get = (name: string): number | undefined => known.get(name);
  for (let round = 0; round < 3; round++) {
    for (const [i, side] of SIDES.entries()) {
      const [p = '', q = ''] = [SIDES[(i + 1) % 3], SIDES[(i + 2) % 3]];
      const [angle, one, two, own] = [get(side.toUpperCase()), get(p), get(q), get(side)];
      if (own === undefined && angle !== undefined && one !== undefined && two !== undefined)
        known.set(side, Math.sqrt(one * one + two * two - 2 * one * two * Math.cos(radians(angle))));
      if (angle === undefined && own !== undefined && one !== undefined && two !== undefined)
        known.set(side.toUpperCase(), degrees(Math.acos((one * one + two * two - own * own) / (2 * one * two))));
      const [otherAngle, lastAngle] = [get(p.toUpperCase()), get(q.toUpperCase())];
      if (angle === undefined && otherAngle !== undefined && lastAngle !== undefined)
        known.set(side.toUpperCase(), 180 - otherAngle - lastAngle);
      if (one === undefined && own !== undefined && angle !== undefined && otherAngle !== undefined)
        known.set(p, (own * Math.sin(radians(otherAngle))) / Math.sin(radians(angle)));
      if (two === undefined && own !== undefined && angle !== undefined && lastAngle !== undefined)
        known.set(q, (own * Math.sin(radians(lastAngle))) / Math.sin(radians(angle)));
    }
  }
  return [...SIDES, 'A', 'B', 'C'].every(name => known.has(name)) && [...known.values()].every(Number.isFinite) ? known : null;
}

/** What a side or angle of the triangle, its square, its sine or cosine is worth. */
function valueIn(head: Expr, triangle: Triangle): { value: number; angle: boolean } | null {
  if (head.kind === 'symbol') {
    const value = triangle.get(head.name);
    return value === undefined ? null : { value, angle: /[ABC]/.test(head.name) };
  }
  if (head.kind === 'power' && head.exponent.kind === 'number' && head.exponent.value.n === 2n) {
    const base = valueIn(head.base, triangle);
    return base && !base.angle ? { value: base.value ** 2, angle: false } : null;
  }
  const [arg] = head.kind === 'call' ? head.args : [];
  const angle = head.kind === 'call' && arg?.kind === 'symbol' && /^[ABC]$/.test(arg.name) ? triangle.get(arg.name) : undefined;
  if (head.kind !== 'call' || angle === undefined) return null;
  if (head.fn === 'cos') return { value: Math.cos(radians(angle)), angle: false };
  return head.fn === 'sin' ? { value: Math.sin(radians(angle)), angle: false } : null;
}

/** `b = 8 sin 60°/sin 40°` in a triangle that the problem fixes. Null where the chain begins with nothing of it, or is right. */
export function judgeTriangle(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head] = chain.sides;
  const side = chain.sides.slice(1).find(isClosed);
  if (!head || !side || claim.link === 'given' || chain.relations.some(link => link !== '=' && link !== '≈')) return null;
  const triangle = triangleIn(scene.solution.problem);
  const known = triangle && valueIn(head, triangle);
  if (!known || doubtIn(claim) !== null) return null;
  const written = [side, withoutUnits(side)].map(one => evaluateNumeric(one)).filter(value => typeof value === 'number');
  if (written.length === 0 || written.some(value => agrees(known, value))) return null;
  const { start } = claim.range;
  const [name, text] = [head, side].map(({ span }) => claim.text.slice(span.start - start, span.end - start));
  const value = Number(known.value.toPrecision(4));
  const witness = { kind: 'computed', expression: name ?? '', value: `${value}${known.angle ? '°' : ''}`, written: text ?? '' } as const;
  return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at: side.span, slip: null, source: null, root: null };
}

/** Within roundings; an angle also in radians, or as the other one with the same sine. */
function agrees({ value, angle }: { value: number; angle: boolean }, written: number): boolean {
  const near = (known: number): boolean =>
    Math.abs(known - written) <= ROUGH * Math.max(Math.abs(known), Math.abs(written), angle ? 20 : 0);
  return near(value) || (angle && (near(180 - value) || Math.abs(degrees(written) - value) < 0.5));
}
