import { createHash } from 'node:crypto';
import type { Example } from './example.ts';

/** A whole number from 1 to 2⁵² that stands for the text. */
export function fingerprint(text: string): number {
  const hash = createHash('sha256').update(text).digest();
  return hash.readUInt32BE(0) * 2 ** 20 + (hash.readUInt32BE(4) >>> 12) + 1;
}

/** A text without what does not change it: case, spaces, dollar signs, full stops and commas at the end of a word, the sign of multiplication. */
export const sameText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[×·∙]|\\times|\\cdot/g, '*')
    .replace(/[−–]/g, '-')
    .replace(/[\s$]+|[.,;:!?]+(?=\s|$)/g, '');

/** A problem with its numbers taken out: problems of one form are the same. */
const formOf = (problem: string): string => sameText(problem.replace(/\d+(?:[.,]\d+)*/g, '#'));

/** Whether a problem belongs to the development split: always the same for problems of one form, whatever else is exported. */
export const isDev = (problem: string, share: number): boolean => fingerprint(formOf(problem)) <= share * 2 ** 52;

/** Characters to a token: an estimate on the small side, so that what is said to fit does. */
export const CHARACTERS_A_TOKEN = 3;

/** Estimated tokens of an example: those that are learnt, and all. */
export function tokensIn({ prompt, completion }: Example): { readonly learnt: number; readonly all: number } {
  const asked = prompt.reduce((so, { content }) => so + content.length, 0);
  const learnt = Math.ceil(completion.length / CHARACTERS_A_TOKEN);
  return { learnt, all: learnt + Math.ceil(asked / CHARACTERS_A_TOKEN) };
}
