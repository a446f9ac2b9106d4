import type { ClaimLink } from './solution.ts';

const NUMBERED = /\((\d{1,2}[a-z]?|[*†]+|[ivx]{1,4})\)/g;
const SOURCE =
  /\b(?:from|by|using|use|into|in|substitut\w+|plug\w*|add\w*|subtract\w*|combin\w+|equations?|eqs?\.?|eqn\.?|lines?)\s+(?:(?:both|in|into|equations?|eqs?\.?|eqn\.?|lines?|this|back|it|that|[a-z]\s*=\s*[^\s,;:]{1,12})\s+)*(?:\(?\d{1,2}[a-z]?\)?|\([*†ivx]+\))(?:\s*(?:,|and|&|from|to)\s*\(?\d{1,2}[a-z]?\)?)*/i;
const GIVEN =
  /\b(?:let|lets|where|since|suppose|given|assume|assuming|define|denote|set|setting|because|if|when|say|call|knowing|equality|we know(?: that)?|recall(?: that)?|wobei|sei)\b[^.;:!?]*$/i;
/** What is wanted or set up is not said to follow. */
const WANTED =
  /\b(?:(?:we|i) (?:want|need|must show|have to show|wish|would like)|to (?:show|prove|see)|(?:set|setting|put|putting) (?:them |both |these |the two )?equal|equat(?:e|ing)\b[^.;:=]{0,30}|restricted to|limited to|restrict(?:ing)? to|for all|for every|as long as)\b[^.;!?=]*$/i;
const CHECK = /\b(?:check|checking|verify|verifying|verification|to test|probe)\b[^.;!?]*$/i;

/** 'If we subtract 3 from both sides, we get': what is done to an equation, and no condition. */
const MOVE =
  /\bif (?:we|you|i|one|they) (?:now |then )?(?:subtract|add|divide|multiply|combine|simplify|solve|expand|open|bring|move|collect|isolate|factor|cancel|distribute|rearrange|clear|group|cross[- ]multiply)\b[^.;:!?=]*?[, ]\s*(?:then )?(?:we|you|i|one|they|it|this|that)\b/gi;

/** Words without those that only say what is done to both sides. */
export const withoutMoves = (words: string): string => words.replace(MOVE, ' ');

const BOTH_SIDES =
  /\b(?:subtract|add|divid|multiply|multipli)\w*\b[^.;:!?=]*\b(?:both|each|either) sides?\b|\b(?:simplify\w*|combin\w+ (?:like|similar) terms|expand\w*|distribut\w*|rearrang\w*)\b/i;

/** The words before a claim say what was done to the equation above. */
export const saysMove = (words: string): boolean => words.search(MOVE) >= 0 || BOTH_SIDES.test(words);

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
  const words = withoutMoves(before);
  return { link: GIVEN.test(words) || WANTED.test(words) ? 'given' : 'derived' };
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
