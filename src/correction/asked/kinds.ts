import type { Witness } from '../../math/witness.ts';
import type { Scene } from '../scene.ts';

const EACH = '(?:each|every|per|a) (?:year|month|week|day|hour|minute|generation|time|step)';
const VERB = '(?:increas|decreas|gr(?:ow|ew)|ris(?:es|ing)|rose|depreciat|appreciat|gain|los|drop|fall|shrink|reduc)\\w*';

/** Words that fix how an amount changes, and what such a change is called. */
const CHANGES: readonly (readonly [words: RegExp, kind: string, why: string])[] = [
  [
    new RegExp(`\\b${VERB}\\b[^.?!]{0,40}\\b(?:by )?\\d+(?:\\.\\d+)? ?(?:%|percent)[^.?!]{0,24}\\b${EACH}\\b`, 'i'),
    'exponential',
    'a change by the same percent each time',
  ],
  [
    new RegExp(`\\b(?:doubl|tripl|halv)(?:e|es|ed|ing)\\b[^.?!]{0,24}\\b${EACH}\\b`, 'i'),
    'exponential',
    'a change by the same factor each time',
  ],
  [
    new RegExp(`\\b${VERB}\\b[^.?!]{0,40}\\bby \\$?\\d+(?:\\.\\d+)?(?: [a-z]+)?(?! ?%| percent)[^.?!%]{0,12}\\b${EACH}\\b`, 'i'),
    'linear',
    'a change by the same amount each time',
  ],
];
const ASKED = /\blinear\b[^.?]{0,80}\bexponential\b|\bexponential\b[^.?]{0,80}\blinear\b/i;
const KIND = 'linear|exponential|quadratic|something else|neither';
const SAID = new RegExp(`(?:^|\\b(?:is|be|are|as|it's)\\s+(?:an?\\s+)?)(${KIND})\\b`, 'i');

/** 'Is this growth linear or exponential?' for a change by the same amount, percent or factor each time. */
export function refutedGrowth(_scene: Scene, problem: string, last: string): Witness | null {
  const fitting = ASKED.test(problem) ? CHANGES.filter(([words]) => words.test(problem)) : [];
  const [change] = fitting;
  const said = SAID.exec(last)?.[1]?.toLowerCase();
  if (!change || fitting.some(([, kind]) => kind !== change[1]) || said === undefined || said === change[1]) return null;
  const plainly = new RegExp(`\\b(?:is|be|are|as|it's) (?:an? )?${change[1]}\\b`, 'i');
  return plainly.test(last) ? null : { kind: 'computed', expression: change[2], value: change[1], written: said };
}
