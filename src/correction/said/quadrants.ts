import { num } from '../../math/build.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { holds, type Judged, refuted } from '../judged.ts';
import type { Scene } from '../scene.ts';

const SIGNED =
  /\b(sin|cos|tan)(?:e|ine|gent)?\b[^.;,=]{0,12}?\b(?:is|are)\s+(positive|negative)\s+(?:only\s+)?in\s+(?:the\s+)?((?:quadrants?|Q)\s*[^.;:()=]*|[^.;:()=]{0,40}\bquadrants?)/i;
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:IV|4(?:th)?|fourth)\b/i, 4],
  [/\b(?:III|3(?:rd)?|third)\b/i, 3],
  [/\b(?:II|2(?:nd)?|second)\b/i, 2],
  [/\b(?:I|1(?:st)?|first)\b/i, 1],
];
/** Where each function is positive, and an angle in each quadrant. */
const POSITIVE: Readonly<Record<string, readonly number[]>> = { sin: [1, 2], cos: [1, 4], tan: [1, 3] };
const ANGLE = [0, 45, 135, 225, 315];

/** 'Cosine is negative in quadrants II and III.' Null where no sign is told. */
export function judgeQuadrants({ text, range }: Step): Judged | null {
  const [whole, name, sign, places] = SIGNED.exec(text) ?? [];
  const fn = name?.toLowerCase();
  const positive = fn === undefined ? undefined : POSITIVE[fn];
  if (!whole || !positive || !places || /\bnot\b|n't|unless/i.test(whole)) return null;
  const named = quadrantsIn(places);
  const off = named.find(quadrant => positive.includes(quadrant) !== (sign?.toLowerCase() === 'positive'));
  if (off === undefined) return named.length === 0 ? null : holds();
  const at = text.indexOf(whole) + range.start;
  const opposite = sign?.toLowerCase() === 'positive' ? 'negative' : 'positive';
  return refuted(
    { kind: 'computed', expression: `${fn}(${ANGLE[off]}°)`, value: opposite, written: `${sign}` },
    { start: at, end: at + whole.length },
  );
}

const quadrantsIn = (words: string): number[] => NAMED.filter(([pattern]) => pattern.test(words)).map(([, quadrant]) => quadrant);

const LIES =
  /(\p{L}|\\[a-z]+)\$?\s+(?:is|lies|lying|being|terminates)\s+(?:an?\s+(?:obtuse\s+)?angle\s+)?in\s+(?:the\s+)?(quadrants?\s*\$?[IV\d]+\b|\w+\s+quadrant\b)/u;

/** `cos α = 4/5`, where the problem says that α is in the second quadrant. Null where it says no such thing. */
export function judgeSign({ solution, decider }: Scene, { claims }: Step): Judged | null {
  const [, name, place] = LIES.exec(solution.problem) ?? [];
  const [quadrant, ...others] = place === undefined ? [] : quadrantsIn(place);
  const angle = name === undefined ? null : parseExpression(name).expr;
  if (quadrant === undefined || others.length > 0 || angle?.kind !== 'symbol') return null;
  for (const { statement, link } of claims) {
    const [left, ...values] = statement?.kind === 'chain' && statement.relations.every(rel => rel === '=') ? statement.sides : [];
    const [of] = left?.kind === 'call' ? left.args : [];
    const value = values.at(-1);
    const positive = left?.kind === 'call' ? POSITIVE[left.fn]?.includes(quadrant) : undefined;
    const size = value && evaluateNumeric(value);
    if (!left || !value || link === 'given' || positive === undefined || of?.kind !== 'symbol' || of.name !== angle.name) continue;
    if (typeof size !== 'number' || size === 0 || size > 0 === positive) continue;
    if (decider.expressions(value, num(0)).kind !== 'different') continue;
    return refuted(
      {
        kind: 'computed',
        expression: `${printPlain(left)} in quadrant ${quadrant}`,
        value: positive ? 'positive' : 'negative',
        written: printPlain(value),
      },
      value.span,
    );
  }
  return null;
}
