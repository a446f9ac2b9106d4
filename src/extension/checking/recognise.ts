import { isTest } from '../../classroom/set/policy.ts';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import { isKeyName } from '../../solution/keys.ts';
import type { DocumentFormat } from '../../solution/solution.ts';

/** Larger documents are not checked while typing, in UTF-16 units. */
export const LARGE = 500_000;

/** Larger documents are not checked at all. */
export const TOO_LARGE = 20_000_000;

const FORMATS: Readonly<Record<string, DocumentFormat>> = { markdown: 'markdown', latex: 'latex', tex: 'latex', plaintext: 'text' };

/** How a document of this language is read, null when it is not. */
export function formatOfLanguage(languageId: string): DocumentFormat | null {
  return FORMATS[languageId] ?? null;
}

const WORD = '(?:problem|question|exercise|solution|answer|proof|task|aufgabe|lösung)';

const SIGNS: Readonly<Record<DocumentFormat, RegExp>> = {
  markdown: new RegExp(String.raw`^(?:#{1,6}\s+${WORD}(?:\s+\d+\w?|\s*[:.]|\s*$)|\*\*${WORD}(?:\s+\d+\w?)?\s*[:.]?\*\*)`, 'imu'),
  latex: new RegExp(String.raw`\\begin\{(?:${WORD}|solutionorbox)\*?\}|\\(?:sub)*(?:section|paragraph)\*?\{\s*${WORD}\b`, 'iu'),
  text: new RegExp(String.raw`^\s*(?:${WORD}(?:\s+\d+\w?)?\s*:|(?:step|line)\s+1\s*[:.)])`, 'imu'),
};

const FRONT_MATTER = /^---\r?\n[\s\S]{0,2000}?^lema:\s*(?:true|on|yes)\s*$/m;

/**
 * Whether a document is a worked solution that may be checked unasked. Prose that merely mentions mathematics, and every README, is not:
 * those are checked only by command.
 */
export function looksLikeSolution(text: string, format: DocumentFormat, fileName: string): boolean {
  const head = text.slice(0, 50_000);
  if (isKeyName(fileName) || isProblemSet(head) || isTest(head)) return false;
  if (FRONT_MATTER.test(head)) return true;
  if (/(?:^|[\\/])(?:readme|changelog|license|contributing)\b[^\\/]*$/i.test(fileName)) return false;
  return SIGNS[format].test(head);
}
