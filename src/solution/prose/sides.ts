import { goesOnIn } from '../../math/read/units.ts';
import { finish, startsLine } from './finish.ts';
import { beginsPhrase, readPhrase } from './phrases.ts';
import { type Draft, draftAt, replace, type Side, take, tokenAt } from './side.ts';
import type { Token } from './tokens.ts';
import { goesOn, isTimes, operatorLength, readNoun, remarkLength, startsOperand, startsOperandOrWord, unitAt } from './units.ts';
import { WHY } from './unsure.ts';
import { isFunction, isMeasure, NUMBER_WORDS, OPERATOR_WORDS, SCALING } from './words.ts';

const LETTER = /^\p{L}(?:_\{?\w{1,4}\}?|[₀-₉]+)?['’′]*$/u;
const MINUS = /^[-−–]$/;

/** Kinds of tokens that no side begins with, a bar apart. */
const ENDING: ReadonlySet<Token['kind']> = new Set(['close', 'percent', 'post', 'mark', 'arrow']);
/** A word that is no letter standing for a number. */
const WHOLE_WORD = /^[a-z]{2,}$/;

/** False where the token alone tells that no side begins with it: most words of a sentence. */
export function mayBegin({ kind, text }: Token): boolean {
  if (ENDING.has(kind)) return text === '|';
  if (kind !== 'word') return true;
  const word = text.toLowerCase();
  return !WHOLE_WORD.test(word) || NUMBER_WORDS.has(word) || isFunction(word) || beginsPhrase(word);
}

/** Reads one side of a relation from a token on: operands, signs between them, and what is counted. Null when no operand stands there. */
export function readSide(tokens: readonly Token[], first: number): Side | null {
  const draft = draftAt(tokens, first);
  for (;;) {
    if (!readOperand(draft)) break;
    draft.good = draft.at;
    while (readBehind(draft)) draft.good = draft.at;
    draft.at = draft.good;
    if (!readOperator(draft)) break;
  }
  return finish(draft);
}

/** Reads up to and with one operand; false, with nothing more to read, when none stands here. */
function readOperand(draft: Draft): boolean {
  const token = tokenAt(draft);
  if (token === undefined) return false;
  const next = tokenAt(draft, 1);
  switch (token.kind) {
    case 'number':
      if (/^\D*[$£€¥₹]/.test(token.text)) draft.measures.push('$');
      take(draft);
      draft.noun = false;
      if (isMixed(draft)) take(draft, 3);
      return true;
    case 'odd':
      if (isPlace(draft, token, next)) {
        replace(draft, 1, token.text.replace(/\D+$/, ''));
        return true;
      }
      draft.doubt ??= 'This is not a plain number.';
      take(draft);
      return true;
    case 'maths':
      draft.doubt ??= 'Marked mathematics stands inside this calculation.';
      take(draft);
      return true;
    case 'open':
      if (remarkLength(draft, 0) > 0) return false;
      if (token.text === '{') draft.doubt ??= 'A command stands here that no mark sets apart as mathematics.';
      draft.opens.push(draft.at);
      draft.divided = false;
      take(draft);
      return readOperand(draft);
    case 'root':
      take(draft);
      draft.operators++;
      return readOperand(draft);
    case 'op':
      if (!/^[-−–+±∓]$/.test(token.text) || next === undefined || (!next.glued && (draft.at === draft.first || next.kind !== 'number')))
        return false;
      take(draft);
      return readOperand(draft);
    case 'word':
      return readWordOperand(draft, token, next);
    default:
      return token.text === '|' && readBars(draft);
  }
}

/** `|x - 3|`: everything up to the next bar, when that is a calculation. */
function readBars(draft: Draft): boolean {
  for (let offset = 1; offset < 24; offset++) {
    const token = tokenAt(draft, offset);
    if (token === undefined) return false;
    if (token.text === '|') {
      if (offset === 1) return false;
      take(draft, offset + 1);
      draft.operators++;
      return true;
    }
    const letter = token.kind === 'word' && LETTER.test(token.text);
    if (letter) draft.letters = true;
    else if (!/^(?:number|op|open|close|post|root)$/.test(token.kind)) return false;
  }
  return false;
}

/** `= 6th floor`: the value of a calculation, as a place in a row. */
const isPlace = ({ tokens, at }: Draft, { text }: Token, next: Token | undefined): boolean =>
  /^\d+(?:st|nd|rd|th)$/.test(text) && tokens[at - 1]?.kind === 'rel' && next?.kind === 'word';

/** `12 5-minute intervals`, `4 $5 bills`: a lone number of things that a number is part of the name of. */
function namesKind({ tokens, at, first }: Draft, token: Token): boolean {
  const next = tokens[at + 1];
  if (at !== first + 1 || tokens[first - 1]?.kind !== 'rel' || token.kind !== 'number') return false;
  return next?.kind === 'word' && (/^[-‑]/.test(next.text) || (/^\$/.test(token.text) && /^(?:bills?|notes?|coins?)$/i.test(next.text)));
}

/** `1/2` behind a whole number: a mixed number. */
function isMixed(draft: Draft): boolean {
  const [whole, num, bar, den] = [tokenAt(draft, -1), tokenAt(draft), tokenAt(draft, 1), tokenAt(draft, 2)];
  if (num?.kind !== 'number' || num.glued || bar?.text !== '/' || !bar.glued || den?.kind !== 'number' || !den.glued) return false;
  return /^\D?\d+$/.test(whole?.text ?? '') && Number(num.text) < Number(den.text);
}

function readWordOperand(draft: Draft, token: Token, next: Token | undefined): boolean {
  if (draft.at === draft.first && readPhrase(draft)) return true;
  const word = token.text.toLowerCase();
  if (isFunction(word) && next !== undefined && (next.kind === 'number' || next.kind === 'open' || next.kind === 'root')) {
    take(draft);
    draft.operators++;
    return readOperand(draft);
  }
  const digits = NUMBER_WORDS.get(word);
  if (digits !== undefined) {
    const ends = tokenAt(draft, -1)?.kind === 'rel' || (draft.first !== draft.at && (next === undefined || next.kind === 'mark'));
    const related = /^(?:equals|is|makes|gives)$/i.test(next?.text ?? '') && draft.operators > 0;
    const joins = next?.kind === 'op' || next?.kind === 'rel' || next?.kind === 'close' || operatorLength(draft, 1) > 0 || related;
    if (!(ends || joins) || !(ends || related || goesOn(draft, 1))) return false;
    replace(draft, 1, digits);
    return true;
  }
  if (!LETTER.test(token.text)) return false;
  const article = /^[aAI]$/.test(token.text);
  const first = draft.at === draft.first;
  const follows =
    next !== undefined &&
    (next.kind === 'rel' || next.kind === 'op' || next.kind === 'post' || next.kind === 'close' || (next.kind === 'open' && next.glued));
  if ((first || article) && !follows) return false;
  draft.letters = true;
  if ((token.text === 'e' && next?.text !== '^') || token.text === 'i') draft.unsure ??= 'This letter may be a number of its own.';
  take(draft);
  return true;
}

/** Reads what belongs to the operand just read: `%`, `²`, a bracket, a letter, a noun. False when nothing more does. */
function readBehind(draft: Draft): boolean {
  const token = tokenAt(draft);
  if (token === undefined) return false;
  switch (token.kind) {
    case 'percent':
      draft.percents.push({ start: token.start, end: token.end });
      take(draft);
      return true;
    case 'post':
      if (token.text !== '′' && !token.glued) return false;
      draft.operators++;
      take(draft);
      return true;
    case 'close':
      if (draft.opens.length === 0) return false;
      draft.opens.pop();
      draft.divided = false;
      take(draft);
      return true;
    case 'open':
      return readBracket(draft, token);
    case 'root':
      take(draft);
      draft.operators++;
      return readOperand(draft);
    case 'number':
    case 'maths':
      if (token.newline || namesKind(draft, token)) return false;
      draft.doubt ??= 'Two numbers stand side by side.';
      return false;
    case 'op':
      return token.text === '/' && readNoun(draft);
    case 'word':
      return readWordBehind(draft, token);
    default:
      return false;
  }
}

function readBracket(draft: Draft, token: Token): boolean {
  const remark = remarkLength(draft, 0);
  if (remark > 0) {
    const before = tokenAt(draft, -1);
    if (before?.kind === 'word' && token.glued && LETTER.test(before.text)) return enter(draft);
    if (token.glued && before?.kind === 'number') draft.unsure ??= 'Words in brackets may be a factor.';
    if (!goesOn(draft, remark)) return false;
    replace(draft, remark);
    return true;
  }
  if (token.glued || (startsOperand(draft, 1) && bracketGoesOn(draft))) return enter(draft);
  return false;
}

/** Opens a bracket that multiplies (or a function's argument) and reads its first operand. */
function enter(draft: Draft): boolean {
  draft.opens.push(draft.at);
  draft.divided = false;
  take(draft);
  draft.operators++;
  return readOperand(draft);
}

/** True when a bracket set apart holds a calculation and the calculation goes on behind it: `5 (3 + 4) = 35`. */
function bracketGoesOn(draft: Draft): boolean {
  let depth = 0;
  for (let offset = 0; offset < 60; offset++) {
    const token = tokenAt(draft, offset);
    if (token === undefined || token.kind === 'rel' || token.kind === 'mark') return false;
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && --depth === 0) {
      draft.unsure ??= 'What stands in brackets may be a factor or a remark.';
      return goesOn(draft, offset + 1);
    }
  }
  return false;
}

function readWordBehind(draft: Draft, token: Token): boolean {
  if (startsLine(token)) return false;
  const word = token.text.toLowerCase();
  if (operatorLength(draft, 0) > 0 || isTimes(draft, 0)) return false;
  if (readCompound(draft)) return true;
  if (word === 'percent' || (word === 'per' && tokenAt(draft, 1)?.text.toLowerCase() === 'cent')) {
    const count = word === 'per' ? 2 : 1;
    draft.percents.push({ start: token.start, end: tokenAt(draft, count - 1)?.end ?? token.end });
    replace(draft, count, '%');
    return true;
  }
  if (token.glued && /^\p{L}{1,3}(?:_\w|[₀-₉])?$/u.test(token.text) && (token.text.length === 1 || !isMeasure(token.text))) {
    if (SCALING.has(word) && !(word === 'r' && tokenAt(draft, 1)?.kind !== 'number') && !standsAlone(draft, token.text))
      draft.unsure ??= 'A letter here changes what the number is worth.';
    if (/^[mglshL]$/.test(token.text)) draft.unitLetters = true;
    if (/^[ei]$/.test(token.text) && tokenAt(draft, 1)?.text !== '^') draft.unsure ??= 'This letter may be a number of its own.';
    draft.letters = true;
    take(draft);
    return true;
  }
  if (word === 'of' && isShare(draft) && startsOperand(draft, 1)) return false;
  if (isUnknown(draft, token)) {
    draft.letters = true;
    take(draft);
    return true;
  }
  if (isFunction(word) && !isMeasure(word) && !/^(?:sec|min|max)$/.test(word))
    draft.doubt ??= 'The value of a function is multiplied here.';
  if (/^[x×]$/i.test(token.text) && tokenAt(draft, 1)?.kind === 'word') draft.doubt ??= 'What is multiplied here is told in words.';
  return readNoun(draft);
}

/** The letter is a side or a term of its own near by: `m = 3m`. */
function standsAlone({ tokens, at }: Draft, letter: string): boolean {
  const near = (index: number): boolean => /^(?:rel|op)$/.test(tokens[index]?.kind ?? '') && tokens[index]?.text !== '/';
  for (let index = Math.max(0, at - 8); index < Math.min(tokens.length, at + 8); index++) {
    if (index === at || tokens[index]?.text !== letter || tokens[index - 1]?.kind === 'number') continue;
    if (near(index + 1) || near(index - 1)) return true;
  }
  return false;
}

/** `5 feet 3 inches`, `2 hours and 30 minutes`: what stands behind the first number of one quantity in two units. */
function readCompound(draft: Draft): boolean {
  if (tokenAt(draft, -1)?.kind !== 'number') return false;
  const joint = /^(?:and|,)$/i.test(tokenAt(draft, 1)?.text ?? '') ? 1 : 0;
  const [large, small] = [unitAt(tokenAt(draft)), unitAt(tokenAt(draft, joint + 2))];
  if (!large || !small || tokenAt(draft, joint + 1)?.kind !== 'number' || !goesOnIn(large.name, small.name)) return false;
  take(draft);
  if (joint > 0) replace(draft, 1);
  take(draft, 2);
  draft.measures.push(large.name, small.name);
  draft.units.push(large, small);
  draft.noun = true;
  return true;
}

/** `2 y = 10`: a letter set apart that a sign follows, and that is no unit and no article. */
function isUnknown(draft: Draft, { text }: Token): boolean {
  const next = tokenAt(draft, 1);
  return (
    /^[b-zB-HJ-Z]$/.test(text) && !isMeasure(text) && !SCALING.has(text.toLowerCase()) && (next?.kind === 'op' || next?.kind === 'rel')
  );
}

/** The operand just read is a part of something: `20%`, `3/4`, `0.5`. */
function isShare(draft: Draft): boolean {
  const [one, two, three] = [tokenAt(draft, -1), tokenAt(draft, -2), tokenAt(draft, -3)];
  if (one?.kind === 'percent' || /^(?:percent|cent)$/i.test(one?.text ?? '')) return true;
  if (/^[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]$/.test(one?.text ?? '')) return true;
  return one?.kind === 'number' && two?.text === '/' && three?.kind === 'number';
}

/** Reads an operator that an operand follows; else nothing. */
function readOperator(draft: Draft): boolean {
  const token = tokenAt(draft);
  if (token === undefined) return false;
  const words = operatorLength(draft, 0);
  if (words > 0 && startsOperandOrWord(draft, words)) {
    const phrase = draft.tokens.slice(draft.at, draft.at + words).map(({ text }) => text.toLowerCase());
    const sign = OPERATOR_WORDS.get(phrase.join(' ')) ?? '';
    draft.wordOperators++;
    draft.spoken.add(/^[-+]$/.test(sign) ? '+' : sign);
    draft.operators++;
    replace(draft, words, sign);
    return true;
  }
  if (token.kind === 'word' && isTimes(draft, 0)) {
    draft.operators++;
    replace(draft, 1, '×');
    return true;
  }
  if (token.kind === 'word' && token.text.toLowerCase() === 'of' && isShare(draft) && startsOperand(draft, 1)) {
    if (draft.operators > (tokenAt(draft, -2)?.text === '/' ? 1 : 0)) draft.unsure ??= 'It is not clear what the part is taken of.';
    draft.after = 'of';
    draft.operators++;
    replace(draft, 1, '×');
    return true;
  }
  if (token.kind !== 'op' || isSignBehindWord(draft, token)) return false;
  if (token.text === ':' && !isRatio(draft)) return false;
  const operand =
    startsOperand(draft, 1) || tokenAt(draft, 1)?.kind === 'maths' || tokenAt(draft, 1)?.kind === 'odd' || startsOperandOrWord(draft, 1);
  if (!operand) {
    const unit = token.text === '/' && tokenAt(draft, 1)?.kind === 'word';
    if (!unit && !isDash(draft, token)) draft.doubt ??= 'The calculation goes on in words.';
    return false;
  }
  if (draft.after === 'all' || (draft.after === 'of' && /^[-+−–]$/.test(token.text)))
    draft.unsure ??= 'It is not clear what the part is taken of.';
  draft.operators++;
  if (token.text === '/' && draft.divided && !dividesFractions(draft)) draft.unsure ??= WHY.grouping;
  draft.divided = token.text === '/' || token.text === '÷';
  if (token.text === '**') replace(draft, 1, '^');
  else take(draft);
  return true;
}

/** At the last slash of `3/4 ÷ 1/2`. */
const dividesFractions = (draft: Draft): boolean =>
  tokenAt(draft)?.glued === true &&
  tokenAt(draft, -2)?.text === '÷' &&
  tokenAt(draft, -4)?.text === '/' &&
  tokenAt(draft, -4)?.glued === true;

/** `= 2 matches −(−2)/1`: a minus that belongs to what follows, behind a word that is no unit. */
const isSignBehindWord = (draft: Draft, token: Token): boolean =>
  MINUS.test(token.text) &&
  !token.glued &&
  tokenAt(draft, 1)?.kind === 'open' &&
  tokenAt(draft, 1)?.glued === true &&
  tokenAt(draft, -1)?.kind === 'word' &&
  (tokenAt(draft, -1)?.text.length ?? 0) > 2 &&
  unitAt(tokenAt(draft, -1)) === null;

/** `3:4` and nothing more: behind `Day 3:100 + 20` the colon ends a label. */
function isRatio(draft: Draft): boolean {
  const [sign, number, behind] = [tokenAt(draft), tokenAt(draft, 1), tokenAt(draft, 2)];
  if (!sign?.glued || !number?.glued || number.kind !== 'number') return false;
  return behind === undefined || (behind.kind === 'op' ? behind.text === ':' : behind.kind !== 'open');
}

/** A dash between words, which no relation follows in its clause, ends the calculation and is no minus. */
function isDash(draft: Draft, token: Token): boolean {
  if (!MINUS.test(token.text) || token.glued) return false;
  for (let offset = 1; offset < 40; offset++) {
    const next = tokenAt(draft, offset);
    if (next === undefined || next.kind === 'mark' || next.kind === 'number') return true;
    if (next.kind === 'rel') return false;
  }
  return true;
}
