import type { Edit } from '../mask.ts';
import type { Side } from './side.ts';
import { readSide } from './sides.ts';
import type { Token } from './tokens.ts';
import { ROUGHLY } from './words.ts';

/** Sides with relations between them, as they stand in a sentence. */
export interface Chain {
  readonly sides: readonly Side[];
  /** What each relation reads as; `relations[k]` stands between side k and side k + 1. */
  readonly relations: readonly (readonly Edit[])[];
  /** The relation before the first side, when nothing readable stands left of it. */
  readonly leading: { readonly token: Token; readonly edits: readonly Edit[] } | null;
  /** Where further values of its letter end: `x = 3 or -2`. */
  readonly tail: number | null;
  /** Index of the token to read on from. */
  readonly next: number;
}

interface Sign {
  readonly length: number;
  readonly edits: readonly Edit[];
  /** A mere 'is': it relates only what is plainly a calculation and its value. */
  readonly weak: boolean;
}

/** Reads a chain from a token on; null when neither a side nor a relation with a side behind it stands there. */
export function readChain(tokens: readonly Token[], first: number): Chain | null {
  const opening = tokens[first];
  const lead = opening?.kind === 'rel' ? signAt(tokens, first) : null;
  let at = first + (lead?.length ?? 0);
  const sides: Side[] = [];
  const relations: (readonly Edit[])[] = [];
  for (;;) {
    const side = readSide(tokens, at);
    if (side === null) break;
    const last = sides.at(-1);
    if (last !== undefined) {
      const sign = signAt(tokens, last.after);
      if (sign === null || (sign.weak && !isPlainValue(tokens, last, side, sides.length))) break;
      relations.push(sign.edits);
    }
    sides.push(side);
    const sign = signAt(tokens, side.after);
    if (sign === null) break;
    at = side.after + sign.length;
  }
  const end = sides.at(-1);
  if (end === undefined) return null;
  const values = relations.length > 0 ? valuesBehind(tokens, sides) : null;
  const leading = opening !== undefined && lead !== null ? { token: opening, edits: lead.edits } : null;
  return { sides, relations, leading, next: Math.max(values?.after ?? end.after, first + 1), tail: values?.end ?? null };
}

/** More values of the letter that a chain ends with: `x = 3 or -2`, `x = 1, 2 and 3`. */
function valuesBehind(tokens: readonly Token[], sides: readonly Side[]): { readonly after: number; readonly end: number } | null {
  const [first] = sides;
  let last = sides.at(-1);
  if (first === undefined || last === undefined || !first.letters || last.letters || last.noun) return null;
  let found: { after: number; end: number } | null = null;
  for (;;) {
    let at: number = last.after;
    while (/^(?:,|or|and)$/.test(tokens[at]?.text ?? '') && at < last.after + 2) at++;
    if (at === last.after) return found;
    const side = readSide(tokens, at);
    if (side === null || side.letters || side.noun || side.doubt !== null || signAt(tokens, side.after) !== null) return found;
    found = { after: side.after, end: side.end };
    last = side;
  }
}

/** The relation at a token: a sign with words that loosen it (`= about`), or words that stand for one (`is equal to`). */
function signAt(tokens: readonly Token[], at: number): Sign | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const word = (offset: number) => tokens[at + offset]?.text.toLowerCase() ?? '';
  let length = 0;
  let weak = false;
  if (token.kind === 'rel') length = 1;
  else if (word(0) === 'equals') length = 1;
  else if (/^(?:is|are)$/.test(word(0)) && word(1) === 'equal' && word(2) === 'to') length = 3;
  else {
    length = WEAK.find(words => words.every((each, offset) => each.includes(word(offset))))?.length ?? 0;
    weak = true;
  }
  if (length === 0) return null;
  let rough = 0;
  while (ROUGHLY.has(word(length + rough))) rough++;
  const last = tokens[at + length + rough - 1] ?? token;
  const plain = token.kind === 'rel' && rough === 0;
  const reads = rough > 0 || token.text.startsWith('~') ? '≈' : token.kind === 'rel' ? relationOf(token.text) : '=';
  const edits = plain && reads === token.text ? [] : [{ start: token.start, end: last.end, by: reads }];
  return { length: length + rough, edits, weak };
}

/** Words that may stand for a sign of equality between a calculation and its value, longest first. */
const WEAK: readonly (readonly (readonly string[])[])[] = [
  'for|with a total|sum of',
  ', which|that is|equals|gives|leaves',
  'which|that is|equals|gives|leaves',
  'comes|adds to',
  'adds up to',
  'results|resulting in',
  'to get',
  ', giving|leaving',
  'is|gives|yields|totals|leaves|giving|leaving|totaling',
].map(words => words.split(' ').map(each => each.split('|')));

function relationOf(text: string): string {
  return { '==': '=', '!=': '≠', '≅': '≈' }[text] ?? text;
}

/** `20% of 50 is 10`: a calculation in signs left, its value right, and nothing behind that changes the value. */
function isPlainValue(tokens: readonly Token[], left: Side, right: Side, sides: number): boolean {
  if (sides !== 1 || left.doubt !== null || left.unsure !== null || left.letters || left.noun || left.operators === 0) return false;
  if (right.doubt !== null || right.unsure !== null || right.letters || right.operators > 0 || tokens[right.first]?.kind !== 'number')
    return false;
  const spaced = tokens
    .slice(left.first, left.after)
    .some(token => token.kind === 'word' || (token.kind === 'op' && !token.glued) || /[*×x=+]/.test(token.text));
  const behind = tokens[right.after];
  if (tokens.slice(right.after, right.after + 3).some(token => token.kind === 'word' && /^of$/i.test(token.text))) return false;
  return (
    spaced &&
    !(behind?.kind === 'word' && /^(?:more|less|fewer|times|of|than|or|to|out|and|each|apiece|per)$/i.test(behind.text)) &&
    behind?.kind !== 'op'
  );
}
