import { asciiSigns, greekLetters, signs, subscripts, superscriptPlain, superscripts, vulgarFractions } from './glyphs.ts';
import { isDigit, isLetter, isSpace, type Lexer, matchAt, push, type Token } from './lexer.ts';
import { is } from './reader.ts';

const SUBSCRIPT = new RegExp(`[${subscripts}]+`, 'y');
const SUPERSCRIPT = new RegExp(`[${superscripts}]+`, 'y');
/** The lower bound behind the sign of an integral. */
const LOWER = new RegExp(`^₋?[${subscripts}]+`);
const FOREIGN_WORD = /[\p{L}][\p{L}\p{M}]*/uy;

export function readSign(lexer: Lexer, code: number): void {
  const { source, at } = lexer;
  if (code < 128) {
    if (code === 33 && source[at + 1] === '=' && at + 1 < lexer.end) {
      readBang(lexer);
      return;
    }
    if (code === 46 && isDotBetweenBrackets(lexer)) {
      push(lexer, 'op', '*', at, at + 1);
      return;
    }
    if (code === 43 && source[at + 1] === '-' && at + 1 < lexer.end && readPlusMinus(lexer)) return;
    if (code === 36) {
      readDollar(lexer);
      return;
    }
    const long = asciiSigns.get(source.charAt(at))?.find(([sign]) => source.startsWith(sign, at) && at + sign.length <= lexer.end);
    if (long !== undefined) {
      push(lexer, long[1][0], long[1][1], at, at + long[0].length);
      return;
    }
    if (code === 126) {
      lexer.spaced = true;
      lexer.at++;
      return;
    }
  }
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const meaning = signs.get(sign);
  const after = Math.min(at + sign.length, lexer.end);
  if (meaning !== undefined) {
    push(lexer, meaning[0], meaning[1], at, after);
    return;
  }
  if (code >= 128 && readForeign(lexer, sign)) return;
  push(lexer, 'bad', sign, at, after);
}

/** An integral, or the bracket around an antiderivative. */
const takesBounds = (token: Token | undefined): boolean => is(token, 'macro', 'int') || is(token, 'close', '[');

/** Superscripts, subscripts, vulgar fractions, Greek and mathematical letters, words of other scripts. */
function readForeign(lexer: Lexer, sign: string): boolean {
  const { at, source } = lexer;
  const greek = greekLetters.get(sign);
  if (greek !== undefined) push(lexer, 'letter', greek, at, at + sign.length);
  else if (vulgarFractions.has(sign)) push(lexer, 'macro', sign, at, at + 1);
  else if (superscripts.includes(sign)) {
    const found = matchAt(SUPERSCRIPT, lexer) ?? sign;
    push(lexer, 'sup', [...found].map(c => superscriptPlain[superscripts.indexOf(c)] ?? '').join(''), at, at + found.length);
  } else if (takesBounds(lexer.tokens.at(-1)) && LOWER.test(source.slice(at, at + 8))) {
    const found = LOWER.exec(source.slice(at, at + 8))?.[0] ?? sign;
    const digits = found.replace(/^₋/, '');
    push(lexer, 'op', '_', at, at);
    if (digits !== found) push(lexer, 'op', '-', at, at + 1);
    push(lexer, 'number', [...digits].map(c => String(subscripts.indexOf(c))).join(''), lexer.at, at + found.length);
  } else if (subscripts.includes(sign)) {
    const found = matchAt(SUBSCRIPT, lexer) ?? sign;
    const plain = [...found].map(c => String(subscripts.indexOf(c))).join('');
    const last = lexer.tokens.at(-1);
    if (last?.type === 'func' && last.text === 'log' && last.end === at) {
      push(lexer, 'op', '_', at, at);
      push(lexer, 'number', plain, at, at + found.length);
      return true;
    }
    if (last?.type !== 'letter' || last.end !== at) return false;
    last.text += plain.length > 1 ? `_{${plain}}` : `_${plain}`;
    last.end = at + found.length;
    lexer.at = last.end;
  } else {
    const plain = sign.normalize('NFKC');
    if (plain !== sign && plain.length === 1 && isLetter(plain.charCodeAt(0)))
      push(lexer, 'letter', plain, at, Math.min(at + sign.length, lexer.end));
    else {
      const word = matchAt(FOREIGN_WORD, lexer);
      if (word === null) return false;
      push(lexer, 'word', word, at, at + word.length);
    }
  }
  return true;
}

/** `(x+1).(x-2)`: a low dot between brackets multiplies. */
function isDotBetweenBrackets(lexer: Lexer): boolean {
  let next = lexer.at + 1;
  while (next < lexer.end && isSpace(lexer.source.charCodeAt(next))) next++;
  return lexer.tokens.at(-1)?.type === 'close' && lexer.source[next] === '(' && next < lexer.end;
}

/** `5!=120` and `7 !=5040` are factorials; `x!=3` and `5 != 3` say 'not equal'. After a bracket only the spaces can tell. */
function readBang(lexer: Lexer): void {
  const { source, at, spaced } = lexer;
  const last = lexer.tokens.at(-1);
  const loose = isSpace(source.charCodeAt(at + 2));
  const factorial = (last?.type === 'number' || last?.type === 'close') && !(spaced && loose);
  if (factorial) push(lexer, 'op', '!', at, at + 1);
  else push(lexer, 'rel', '≠', at, at + 2);
}

/** `+-` is `±` where a term begins (`x = +-3`) or when it stands free (`2 +- 3`); `4x+-7` adds a negative number. */
function readPlusMinus(lexer: Lexer): boolean {
  const { source, at, spaced } = lexer;
  const last = lexer.tokens.at(-1);
  const begins = last === undefined || last.type === 'rel' || last.type === 'open' || last.type === 'group';
  if (!begins && !(spaced && isSpace(source.charCodeAt(at + 2)))) return false;
  push(lexer, 'op', '±', at, at + 2);
  return true;
}

/** A dollar sign before a number is money; at an end of the text it is a delimiter without meaning. */
function readDollar(lexer: Lexer): void {
  const { source, at } = lexer;
  let next = at + 1;
  while (next < lexer.end && isSpace(source.charCodeAt(next))) next++;
  const code = source.charCodeAt(next);
  if (next < lexer.end && (isDigit(code) || code === 46)) push(lexer, 'unit', '$', at, at + 1);
  else if (lexer.tokens.length === 0 || next === lexer.end) {
    lexer.spaced = true;
    lexer.at++;
  } else push(lexer, 'bad', '$', at, at + 1);
}
