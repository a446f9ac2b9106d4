import type { ClaimLink } from './solution.ts';

const NUMBERED = /\((\d{1,2}[a-z]?|[*†]+|[ivx]{1,4})\)/g;
const SOURCE =
  /\b(?:from|by|using|use|into|in|substitut\w+|plug\w*|add\w*|subtract\w*|combin\w+|equations?|eqs?\.?|eqn\.?|lines?)\s+(?:(?:both|in|into|equations?|eqs?\.?|eqn\.?|lines?|this|back|it|that|[a-z]\s*=\s*[^\s,;:]{1,12})\s+)*(?:\(?\d{1,2}[a-z]?\)?|\([*†ivx]+\))(?:\s*(?:,|and|&|from|to)\s*\(?\d{1,2}[a-z]?\)?)*/i;
const GIVEN =
  /\b(?:let|lets|where|since|suppose|given|assume|assuming|define|denote|set|setting|because|if|when|say|call|knowing|we know(?: that)?|recall(?: that)?|wobei|sei)\b[^.;:!?]*$/i;
const CHECK = /\b(?:check|checking|verify|verifying|verification|to test|probe)\b[^.;!?]*$/i;

export interface Link {
  readonly link: ClaimLink;
  readonly from?: readonly string[];
}

/** How a claim hangs on what is above, from its first character and the words before and behind it in its step. */
export function linkOf(claim: string, before: string, behind: string): Link {
  if (/^\s*(?:[=<>≤≥≈≠]|\\(?:le|ge|leq|geq|ne|neq|approx|equiv|lt|gt)\b)(?![=>]*>)/.test(claim)) return { link: 'continues' };
  if (CHECK.test(before)) return { link: 'check' };
  const behindWords = behind.replace(/\\[a-zA-Z]+\s*\{?/g, ' ');
  const named = namedIn(before) ?? (/^[\s,;([]*(?:from|by|using)\b/i.test(behindWords) ? namedIn(behindWords) : null);
  if (named !== null) return { link: 'from', from: named };
  return { link: GIVEN.test(before) ? 'given' : 'derived' };
}

/** Labels that the words name as a source: `from (1) and (2)`, `equation 3`. */
function namedIn(words: string): string[] | null {
  const phrase = SOURCE.exec(words)?.[0];
  if (phrase === undefined) return null;
  const bracketed = [...phrase.matchAll(NUMBERED)].map(match => match[1] ?? '');
  if (bracketed.length > 0) return bracketed;
  if (!/\b(?:equations?|eqs?|eqn|lines?)\b/i.test(phrase)) return null;
  const plain = phrase.match(/\d{1,2}[a-z]?/g);
  return plain === null ? null : [...plain];
}
