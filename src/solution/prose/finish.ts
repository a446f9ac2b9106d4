import type { Edit } from '../mask.ts';
import type { Draft, Side, Unit } from './side.ts';
import type { Token } from './tokens.ts';
import { noteFactor, unitAt } from './units.ts';
import { isMeasure, measureName, NUMBER_WORDS, SCALING, STOPPING, scalingIn } from './words.ts';

/** A side from its draft, when an operand was read: what it says, and what stands behind it that may change what it is worth. */
export function finish(draft: Draft): Side | null {
  let first = draft.first;
  let opens = draft.opens.filter(open => open < draft.good);
  while (opens[0] === first) {
    first++;
    opens = opens.slice(1);
  }
  const from = draft.tokens[first];
  const to = draft.tokens[draft.good - 1];
  if (from === undefined || to === undefined || draft.good <= first) return null;
  if (opens.length > 0) draft.doubt ??= 'A bracket is not closed here.';
  if (draft.wordOperators > 0 && draft.operators > draft.wordOperators) draft.unsure ??= 'Words and signs are mixed here.';
  if (draft.wordOperators > 1 && (draft.spoken.size > 1 || draft.spoken.has('÷')))
    draft.unsure ??= 'It is not clear which words belong together.';
  if (draft.unitLetters && draft.operators > 1) draft.unsure ??= 'A letter here may be a unit.';
  noteBehind(draft);
  const edits = draft.edits.filter(edit => edit.end <= to.end);
  return {
    first,
    after: draft.good,
    start: from.start,
    end: endOf(draft, to, edits),
    edits,
    doubt: draft.doubt,
    unsure: draft.unsure,
    operators: draft.operators,
    inWords: draft.wordOperators > 0 || draft.after === 'of' || draft.phrase,
    letters: draft.letters,
    percents: draft.percents,
    measures: draft.measures,
    units: draft.units.filter(unit => unit.end <= to.end),
    factors: draft.factors,
    unitBehind: unitBehind(draft),
    quantity: isQuantity(draft, first),
    rates: draft.rates,
    noun: draft.noun,
  };
}

/** A sum, or a single number, in which each number has a unit. */
function isQuantity(draft: Draft, first: number): boolean {
  if (draft.rates || draft.letters || draft.percents.length > 0) return false;
  const tokens = draft.tokens.slice(first, draft.good);
  const numbers = tokens.filter(token => token.kind === 'number');
  const plain = tokens.every(token => /^(?:number|word)$/.test(token.kind) || /^[-+−–]$/.test(token.text));
  const units =
    draft.units.filter(unit => unit.end <= (draft.tokens[draft.good - 1]?.end ?? 0)).length + (unitBehind(draft) === null ? 0 : 1);
  return plain && numbers.length > 0 && units === numbers.filter(({ text }) => !/[$£€¥₹]/.test(text)).length;
}

/** A unit behind the last number, with nothing behind it that makes it a rate or an area. */
function unitBehind(draft: Draft): Unit | null {
  const [token, next] = [draft.tokens[draft.good], draft.tokens[draft.good + 1]];
  const unit = draft.tokens[draft.good - 1]?.kind === 'number' ? unitAt(token) : null;
  return next?.glued && /^[/^²³]$/.test(next.text) ? null : unit;
}

/** The end of the last operand, without a noun that reads as blank behind it. */
function endOf(draft: Draft, to: Token, edits: readonly Edit[]): number {
  const last = edits.at(-1);
  if (last === undefined || last.end !== to.end || last.by !== undefined) return to.end;
  return draft.tokens.findLast(token => token.end <= last.start)?.end ?? to.end;
}

/** Looks at the words behind the last operand, which may change what it is worth: `3 dozen`, `2 hours and 30 minutes`, `5 1/2`. */
function noteBehind(draft: Draft): void {
  const words = [0, 1, 2, 3].map(offset => draft.tokens[draft.good + offset]);
  const [one, two, three, four] = words.map(token => token?.text.toLowerCase() ?? '');
  if (words[0]?.text === '…' || (one === '.' && two === '.' && words[1]?.glued)) draft.unsure ??= 'The digits go on.';
  if (words[0]?.kind !== 'word' || startsLine(words[0])) return;
  if (isMeasure(one ?? '')) draft.measures.push(measureName(words[0].text));
  draft.noun ||=
    !STOPPING.has(one ?? '') && !/^(?:for|with|to|comes|adds|results|resulting|totals|totaling|yields|leaving)$/.test(one ?? '');
  const second = words[1]?.kind === 'number' || NUMBER_WORDS.has(two ?? '');
  const third = words[2]?.kind === 'number' || NUMBER_WORDS.has(three ?? '');
  const scaling = [one, one === 'and' ? '' : two].find(word => SCALING.has(word ?? ''));
  const scaled = scaling === undefined ? null : scalingIn(scaling);
  if (draft.tokens[draft.good - 1]?.kind === 'number') noteFactor(draft, words[0]);
  if (scaled !== null) draft.unsure ??= scaled;
  else if (isMeasure(one ?? '') && (second || ((two === 'and' || two === ',') && third)))
    draft.doubt ??= 'This quantity is given in two units.';
  else if (one === 'and' && (two === 'a' || two === 'one' || isFraction(words.slice(1)) || (two === '(' && isFraction(words.slice(2)))))
    draft.doubt ??= 'The number goes on in words.';
  else if (one === 'to' && words[1]?.kind === 'number') draft.unsure ??= 'This is a range.';
  else if (/^(?:with|and)$/.test(one ?? '') && /^(?:a|remainder)$/.test(two ?? '') && (two === 'remainder' || three === 'remainder'))
    draft.doubt ??= 'A remainder is left over.';
  else if (/^(?:more|less|fewer|times)$/.test(one ?? '') && two === 'than') draft.unsure ??= 'This compares with another number.';
  else if (four === 'remainder') draft.unsure ??= 'A remainder is left over.';
}

function isFraction([num, bar]: readonly (Token | undefined)[]): boolean {
  return num?.kind === 'number' && bar?.text === '/';
}

/** A capital word at the start of a line: a new statement or its label, not what the line above counts. */
export const startsLine = ({ newline, text }: Token): boolean => newline && /^\p{Lu}/u.test(text);
