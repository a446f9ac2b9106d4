import { type Draft, replace, tokenAt, type Unit } from './side.ts';
import type { Token } from './tokens.ts';
import { FACTORS, isFunction, isMeasure, measureName, NUMBER_WORDS, OPERATOR_WORDS, STOPPING, scalingIn } from './words.ts';

const LONGEST_PHRASE = 8;

/**
 * Reads what is counted behind a number: `large stickers`, `cups of flour`, `km/h`, `per box`. Its words read as blanks when the calculation
 * goes on behind them; otherwise nothing is taken. Returns whether it was.
 */
export function readNoun(draft: Draft): boolean {
  let count = 0;
  let scaled: string | null = null;
  let loose = false;
  const measures: string[] = [];
  for (; count < LONGEST_PHRASE; count++) {
    const token = tokenAt(draft, count);
    if (token === undefined) return false;
    const word = token.text.toLowerCase();
    if (token.kind === 'op' && token.text === '/' && isNounStart(tokenAt(draft, count + 1))) continue;
    if (count > 0 && isExponent(draft, count)) {
      if (token.kind === 'op') count++;
      continue;
    }
    if (token.kind === 'open' && count > 0 && remarkLength(draft, count) > 0) {
      count += remarkLength(draft, count) - 1;
      continue;
    }
    if (token.kind !== 'word' || operatorLength(draft, count) > 0 || (count > 0 && isTimes(draft, count))) break;
    if (count > 0 && joinsNouns(draft, count)) {
      count++;
      continue;
    }
    if (STOPPING.has(word) || (word === 'of' && count === 0)) return false;
    loose ||= /^(?:by|for|without|than|until|between)$/.test(word);
    scaled ??= scalingIn(word);
    if (isMeasure(word)) measures.push(measureName(word));
  }
  if (count === 0 || !goesOn(draft, count)) return false;
  if (scaled !== null) draft.unsure ??= scaled;
  noteFactor(draft, tokenAt(draft));
  if (loose) draft.unsure ??= 'It is not clear what is counted here.';
  draft.measures.push(...measures);
  noteUnit(draft, count);
  replace(draft, count);
  draft.noun = true;
  return true;
}

/** `cats and dogs =`: an 'and' between two plurals, the second right before a sign. */
function joinsNouns(draft: Draft, offset: number): boolean {
  const [before, and, after, sign] = [-1, 0, 1, 2].map(step => tokenAt(draft, offset + step));
  const plural = (token: Token | undefined): boolean =>
    token?.kind === 'word' && /^\p{Ll}{2,}[^s]s$/u.test(token.text) && !STOPPING.has(token.text);
  return and?.text === 'and' && plural(before) && plural(after) && sign?.kind === 'rel';
}

/** Keeps in mind a unit at the start of the `count` words ahead, and whether they name a rate. */
function noteUnit(draft: Draft, count: number): void {
  const phrase = draft.tokens.slice(draft.at, draft.at + count);
  draft.rates ||= phrase.some(token => token.text === '/' || /^(?:per|each|every|a|an)$/i.test(token.text) || /^[²³^]$/.test(token.text));
  const unit = unitAt(phrase[0]);
  if (unit !== null) draft.units.push(unit);
}

/** The unit of measure that a token names. */
export function unitAt(token: Token | undefined): Unit | null {
  if (token?.kind !== 'word' || !isMeasure(token.text)) return null;
  return { name: measureName(token.text), start: token.start, end: token.end };
}

/** The exponent of a unit: `cm^2`, `m³`. */
function isExponent(draft: Draft, offset: number): boolean {
  const [before, token, next] = [tokenAt(draft, offset - 1), tokenAt(draft, offset), tokenAt(draft, offset + 1)];
  if (before?.kind !== 'word' || token?.glued !== true) return false;
  return /^[²³]$/.test(token.text) || (token.text === '^' && next?.glued === true && /^[23]$/.test(next.text));
}

function isNounStart(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.text.length > 1 || isMeasure(token.text)) && !STOPPING.has(token.text.toLowerCase());
}

/** Keeps in mind a word that makes the number before it so many times as large. */
export function noteFactor(draft: Draft, token: Token | undefined): void {
  const by = token?.kind === 'word' ? FACTORS.get(token.text.toLowerCase()) : undefined;
  if (token !== undefined && by !== undefined) draft.factors.push({ start: token.start, end: token.end, by });
}

/** True when the calculation goes on at the token `offset` ahead. */
export function goesOn(draft: Draft, offset: number): boolean {
  const token = tokenAt(draft, offset);
  if (token === undefined) return false;
  if (token.kind === 'rel') return true;
  if (token.kind === 'close') return draft.opens.length > 0;
  if (operatorLength(draft, offset) > 0) return startsOperandOrWord(draft, offset + operatorLength(draft, offset));
  if (isTimes(draft, offset)) return true;
  return token.kind === 'op' && token.text !== ':' && startsOperand(draft, offset + 1);
}

export function startsOperand(draft: Draft, offset: number): boolean {
  const token = tokenAt(draft, offset);
  if (token === undefined) return false;
  if (token.kind === 'number' || token.kind === 'root') return true;
  if (token.kind === 'open') return startsOperand(draft, offset + 1);
  if (token.kind === 'op') return /^[-−–±∓]$/.test(token.text) && tokenAt(draft, offset + 1)?.kind === 'number';
  return token.kind === 'word' && /^\p{L}(?:_\w|[₀-₉])?$/u.test(token.text) && !/^[aI]$/.test(token.text);
}

export function startsOperandOrWord(draft: Draft, offset: number): boolean {
  if (startsOperand(draft, offset)) return true;
  const token = tokenAt(draft, offset);
  return token?.kind === 'word' && (NUMBER_WORDS.has(token.text.toLowerCase()) || isFunction(token.text.toLowerCase()));
}

/** How many words ahead spell an operator: `times`, `divided by`, `at` before a price. */
export function operatorLength(draft: Draft, offset: number): number {
  const first = tokenAt(draft, offset);
  if (first?.kind !== 'word') return 0;
  const word = first.text.toLowerCase();
  if (OPERATOR_WORDS.has(word)) return word === 'at' && !isPrice(tokenAt(draft, offset + 1)) ? 0 : 1;
  const second = tokenAt(draft, offset + 1);
  return second?.kind === 'word' && OPERATOR_WORDS.has(`${word} ${second.text.toLowerCase()}`) ? 2 : 0;
}

const isPrice = (token: Token | undefined): boolean => token?.kind === 'number' && /^\D*[$£€¥₹]/.test(token.text);

/** True when the letter x ahead stands for a multiplication sign: a number or bracket follows, and it is not glued to both sides of a letter's place. */
export function isTimes(draft: Draft, offset: number): boolean {
  const token = tokenAt(draft, offset);
  if (token?.kind !== 'word' || !/^[xX]$/.test(token.text)) return false;
  const next = tokenAt(draft, offset + 1);
  if (next === undefined) return false;
  if (next.kind === 'number') return true;
  if (token.glued || next.glued) return false;
  return (
    next.kind === 'open' ||
    next.kind === 'root' ||
    (next.kind === 'op' && /^[-−–]$/.test(next.text) && tokenAt(draft, offset + 2)?.glued === true)
  );
}

/** Length of a bracketed remark ahead, such as `(initial investment)`: words and no numbers or signs. 0 when it is none. */
export function remarkLength(draft: Draft, offset: number): number {
  for (let count = 1; count < 24; count++) {
    const token = tokenAt(draft, offset + count);
    if (token === undefined || token.kind === 'open') return 0;
    if (token.kind === 'close') {
      const only = tokenAt(draft, offset + 1);
      return count > 2 || (only !== undefined && only.text.length > 1) ? count + 1 : 0;
    }
    if (token.kind !== 'word' && token.kind !== 'mark' && !(token.kind === 'op' && token.text === '/')) return 0;
  }
  return 0;
}
