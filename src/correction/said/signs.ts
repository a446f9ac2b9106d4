import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { angleOf, DEGREE } from '../degrees.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';

/** Places of a range at which a sign is looked at. */
const PLACES = 24;

/** `π/2 < x < π` as the letter and its ends. Null for any other statement. */
function rangeIn(statement: Statement): { readonly letter: string; readonly low: number; readonly high: number } | null {
  const [low, inner, high, ...more] = statement.kind === 'chain' ? statement.sides : [];
  if (statement.kind !== 'chain' || !low || inner?.kind !== 'symbol' || !high || more.length > 0) return null;
  if (!statement.relations.every(link => link === '<' || link === '≤') || !isClosed(low) || !isClosed(high)) return null;
  const [from, to] = [low, high].map(radians);
  return from !== null && from !== undefined && to !== null && to !== undefined && from < to
    ? { letter: inner.name, low: from, high: to }
    : null;
}

/** An end of a range; numbers beyond a full turn count degrees. */
function radians(end: Expr): number | null {
  const value = evaluateNumeric(end);
  const angle = typeof value === 'number' ? null : angleOf(end);
  if (angle) return angle.value * DEGREE;
  return typeof value === 'number' ? value * (Math.abs(value) > 7 ? DEGREE : 1) : null;
}

/** `cos x = 4/5` where the problem says that π/2 < x < π: the function is never positive there. Null for all other steps. */
export function judgeSignInRange(scene: Scene, { claims }: Step): Judged | null {
  const ranges = scene.bounds.filter(({ step }) => step < 0).flatMap(({ statement }) => rangeIn(statement) ?? []);
  for (const { statement, link } of ranges.length > 0 ? claims : []) {
    const [head, ...sides] =
      statement?.kind === 'chain' && statement.relations.every(rel => rel === '=' || rel === '≈') ? statement.sides : [];
    const side = sides.at(-1);
    const value = side && isClosed(side) ? evaluateNumeric(side) : null;
    if (link === 'given' || head?.kind !== 'call' || !side || typeof value !== 'number' || Math.abs(value) < 1e-9) continue;
    const range = ranges.find(({ letter }) => head.args[0]?.kind === 'symbol' && head.args[0].name === letter);
    if (!range || !/^(?:sin|cos|tan)$/.test(head.fn) || !isOpposite(head, range, value)) continue;
    const sign = value > 0 ? 'negative' : 'positive';
    return refuted(
      { kind: 'computed', expression: `${printPlain(head)} in this range`, value: sign, written: printPlain(side) },
      side.span,
    );
  }
  return null;
}

/** The function has the other sign everywhere in the range. */
function isOpposite(head: Expr, { letter, low, high }: { letter: string; low: number; high: number }, value: number): boolean {
  const places = Array.from({ length: PLACES }, (_, i) => low + ((i + 0.5) * (high - low)) / PLACES);
  return places.every(x => {
    const found = evaluateNumeric(head, new Map([[letter, x]]));
    return typeof found === 'number' && found * value < 0;
  });
}
