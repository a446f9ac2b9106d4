import { NOWHERE, type Statement } from '../../math/expr.ts';
import type { Claim, Step } from '../../solution/solution.ts';
import { judgeEquation } from '../equations.ts';
import type { Judged } from '../judged.ts';
import type { Scene } from '../scene.ts';
import { REJECTS } from '../task.ts';

const LEAD = String.raw`^[\s$]*(?:(?:so|thus|therefore|hence|then|and|∴|⇒|→|answer\s*:|conclusion\s*:|this means(?: that)?|which means(?: that)?|that means(?: that)?)[\s,:]*)*`;
const SUBJECT = String.raw`(?:(?:the|this)\s+(?:equation|system|inequality)\s+(?:has|is)\s+|there\s+(?:is|are)\s+|it\s+has\s+|we\s+(?:have|get)\s+)?`;
const END = String.raw`(?=\s*(?:[.!]?\s*$|,?\s+(?:because|since|as)\b|[,;]\s))`;
const TOLD: readonly (readonly [boolean, RegExp])[] = [
  [false, new RegExp(String.raw`${LEAD}${SUBJECT}no\s+(?:real\s+)?(?:solutions?|roots?)${END}`, 'i')],
  [
    true,
    new RegExp(
      String.raw`${LEAD}(?:(?:this|it|which)\s+is\s+)?(?:always\s+)?true\s+for\s+(?:all|every|each)\s+(?:real\s+)?(?:[a-z]|numbers?|values?(?:\s+of\s+[a-z])?)${END}`,
      'i',
    ),
  ],
  [
    true,
    new RegExp(String.raw`${LEAD}${SUBJECT}(?:all|every)\s+real\s+numbers?(?:\s+(?:are|is)\s+(?:a\s+)?solutions?|\s+works?)?${END}`, 'i'),
  ],
  [true, new RegExp(String.raw`${LEAD}${SUBJECT}infinitely\s+many\s+solutions?${END}`, 'i')],
];

/** 'So there is no solution.', 'True for all x.' under an equation in one letter; 'no solution' under a system too. Null where a step says neither. */
export function judgeSolutionSet(scene: Scene, { text, range, claims }: Step, step: number): Judged | null {
  const [value, pattern] = TOLD.find(([, each]) => each.test(text)) ?? [];
  const letters = new Set(scene.facts.flatMap(fact => fact.letters));
  const periodic = /sin|cos|tan/i.test(scene.solution.problem);
  if (value === undefined || !pattern || scene.task !== 'equation' || claims.length > 0) return null;
  if (scene.facts.length === 0 || (value && (letters.size !== 1 || periodic)) || scene.facts.some(fact => fact.statement.kind === 'truth'))
    return null;
  const since = scene.solution.steps.slice(Math.max(0, scene.facts.at(-1)?.step ?? 0), step);
  if (since.some(above => REJECTS.test(above.text))) return null;
  const statement: Statement = { kind: 'truth', value, span: NOWHERE };
  const claim: Claim = { text: text.trim(), range, statement, problems: [], link: 'derived', setting: 'display' };
  return judgeEquation(scene, { claim, statement, step, sentence: text });
}
