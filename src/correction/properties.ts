import type { Step } from '../solution/solution.ts';
import { plainText } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import { CONVERGENCE } from './properties/convergence.ts';
import { EXTREMES } from './properties/extremes.ts';
import { FUNCTIONS } from './properties/functions.ts';
import { LINEAR } from './properties/linear.ts';
import type { Property } from './properties/property.ts';
import { RANGES } from './properties/ranges.ts';
import type { Scene } from './scene.ts';

/** Each behind the words without which the problem asks for none of them. */
const FIELDS: readonly (readonly [problem: RegExp, properties: readonly Property[]])[] = [
  [
    /\b(?:even|odd|parity|symmetr|one-to-one|injective|inverse|stationary|turning|critical|classify|extrem|maxim|minim|local|inflection)/i,
    FUNCTIONS,
  ],
  [/\b(?:parallel|perpendicular|orthogonal|diagonali[sz]able|invertible|inverse|singular|eigen)/i, LINEAR],
  [/\b(?:converge|diverge|improper|series)/i, CONVERGENCE],
  [/\b(?:absolute|global|greatest|least)\b/i, EXTREMES],
  [/\brange\b|\binverse\b|⁻¹|\^\{?-1/i, RANGES],
];

/** Words before it with which it is only asked, supposed, or looked for. */
const OPEN =
  /\b(?:if|when|whether|would|means?|iff|unless|tests?|check(?:ing)?|definition|assum\w*|suppose|should|must|needs?|want|for|prove|show|either|or|neither|nor|requires?|in order|both|each|known|similar\w*|compar\w*|like|because|since|as)\b/i;
const NOT = /\b(?:not|never|no|cannot|isn't|aren't|doesn't|don't|fails?)\b|n['’]t\b/gi;

/** 'so f is even', 'the series diverges', 'A is diagonalizable' where what the problem names is not so. Null where the step says nothing of the kind, or rightly. */
export function judgeProperty(scene: Scene, { text, range }: Step): Judged | null {
  const fields = FIELDS.filter(([problem]) => problem.test(scene.solution.problem));
  if (fields.length === 0 || text.includes('?')) return null;
  const plain = plainText(text);
  for (const { said, what, holds } of fields.flatMap(([, properties]) => properties)) {
    const match = said.exec(plain);
    if (!match) continue;
    const before =
      plain
        .slice(0, match.index)
        .split(/[.;,:]\s|⇒|→|⟹|\b(?:so|hence|thus|therefore)\b/)
        .at(-1) ?? '';
    const clause = `${before}${match[0]}`;
    if (OPEN.test(clause.replace(/\bfor all\b/gi, ''))) continue;
    const denied = (clause.match(NOT)?.length ?? 0) % 2 === 1;
    const truth = holds(scene, match);
    if (truth === null || truth !== denied) continue;
    return refuted({ kind: 'computed', expression: what, value: truth ? 'so' : 'not so', written: match[0].trim() }, range);
  }
  return null;
}
