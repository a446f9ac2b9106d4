import { someNode } from '../math/decide/free.ts';
import type { Expr } from '../math/expr.ts';
import { printRational } from '../math/rational.ts';
import type { Claim } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import type { Scene } from './scene.ts';

/** Wrong results and what was computed from them, by value, with the step that brought each in. */
const carried = new WeakMap<Scene, Map<string, number>>();

const numbers = (exprs: readonly Expr[]): string[] => {
  const found: string[] = [];
  for (const expr of exprs) {
    someNode(expr, node => {
      if (node.kind === 'number') found.push(printRational(node.value));
      return false;
    });
  }
  return found;
};

const sidesOf = (claim: Claim): readonly Expr[] => (claim.statement?.kind === 'chain' ? claim.statement.sides : []);

/** Remembers the result of a mistaken claim, and that the solution has gone wrong. */
export function markCarried(scene: Scene, claim: Claim, judged: Judged, step: number): void {
  scene.mistake ??= step;
  if (judged.slip?.kind !== 'value') return;
  const values = carried.get(scene) ?? new Map<string, number>();
  carried.set(scene, values);
  for (const value of numbers(sidesOf(claim).slice(-1))) values.set(value, step);
}

/** Says which line a right step agrees with, when that line is wrong or comes after a wrong one. */
export function carriedNotice(scene: Scene, claim: Claim, judged: Judged): Judged {
  if (scene.mistake === null || (judged.verdict.kind !== 'holds' && judged.verdict.kind !== 'follows')) return judged;
  const source = judged.source !== null && judged.source >= scene.mistake ? judged.source : carriedFrom(scene, claim);
  if (source === null) return judged;
  return { ...judged, notices: [...judged.notices, { kind: 'consistent-with', message: `consistent with line ${source + 1}` }] };
}

function carriedFrom(scene: Scene, claim: Claim): number | null {
  const values = carried.get(scene);
  const [first] = sidesOf(claim);
  if (!values || !first) return null;
  const used = numbers([first])
    .map(value => values.get(value))
    .filter(step => step !== undefined);
  const source = used.at(-1);
  if (source === undefined) return null;
  for (const value of numbers(sidesOf(claim).slice(-1))) if (!values.has(value)) values.set(value, source);
  return source;
}
