import { type Judged, wrong } from '../judged.ts';
import { lettersIn } from '../letters.ts';
import { isEquation } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import { isSolved, type Line } from '../shape.ts';
import { strangeWord } from './wording.ts';

/** `2^x = 8, x = 4`: the value behind the comma does not solve the equation before it. Null for all other lines. */
export function judgeListed(scene: Scene, line: Line): Judged | null {
  const { statement, claim } = line;
  const parts = statement.kind === 'and' ? statement.parts : [];
  if (claim.link === 'given' || claim.link === 'check' || strangeWord(scene, line) !== null) return null;
  for (const [i, value] of parts.entries()) {
    const equation = parts[i - 1];
    const [letter, ...more] = lettersIn(value);
    if (!equation || letter === undefined || more.length > 0 || lettersIn(equation).join() !== letter) continue;
    if (!isEquation(equation) || !isEquation(value) || isSolved(equation) || !isSolved(value)) continue;
    const found = scene.decider.lines(equation, value);
    if (found.kind === 'different')
      return wrong(found.witness, value.span, { kind: 'line', claim, from: equation, written: value, side: null });
  }
  return null;
}
