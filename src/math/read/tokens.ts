import { readCommand } from './commands.ts';
import { isDigit, isLetter, isSpace, type Lexer, push, type Token } from './lexer.ts';
import { readSign } from './signs.ts';
import { readWord } from './words.ts';

/** Splits source[start, end) into tokens, in one pass. What has no meaning becomes a `bad` token. */
export function tokenize(source: string, start: number, end: number, prose: boolean): Token[] {
  const lexer: Lexer = { source, end, prose, tokens: [], at: start, spaced: false };
  while (lexer.at < end) {
    const code = source.charCodeAt(lexer.at);
    if (isSpace(code)) {
      lexer.spaced = true;
      lexer.at++;
    } else if (isDigit(code) || (code === 46 && isDigit(source.charCodeAt(lexer.at + 1)) && lexer.at + 1 < end)) readNumber(lexer);
    else if (isLetter(code)) readLetters(lexer);
    else if (code === 92) readCommand(lexer);
    else if (ACCENTS[code] !== undefined && lexer.tokens.at(-1)?.type === 'letter') readAccent(lexer, ACCENTS[code]);
    else readSign(lexer, code);
  }
  return lexer.tokens;
}

/** Signs that stand over the letter before them: `z̄`, `a⃗`. */
const ACCENTS: Readonly<Record<number, string>> = { 772: 'bar', 773: 'bar', 770: 'hat', 8407: 'vec' };

/** The accent before its letter, as a command writes it. */
function readAccent(lexer: Lexer, accent: string): void {
  const letter = lexer.tokens.pop();
  if (letter === undefined) return;
  const end = lexer.at + 1;
  lexer.spaced = letter.spaced;
  push(lexer, 'macro', accent, letter.start, letter.start);
  push(lexer, 'letter', letter.text, letter.start, end);
}

function digitsFrom(lexer: Lexer, at: number): number {
  let to = at;
  while (to < lexer.end && isDigit(lexer.source.charCodeAt(to))) to++;
  return to;
}

/** The length of a thousands separator at `at`: `,`, `{,}`, `\,` or a narrow space; 0 when there is none. */
function separatorAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code === 44 || code === 0x202f || code === 0x2009 || code === 0xa0) return 1;
  if (code === 32 && /^ (?:0\d\d(?![\d.,])|\d{3}(?![\d./,]|\s*\/))/.test(source.slice(at, at + 8))) return 1;
  if (source.startsWith('{,}', at)) return 3;
  return source.startsWith('\\,', at) ? 2 : 0;
}

/** The text of a number token holds only digits and the decimal point: `1,200.50` reads as `1200.50`. */
function readNumber(lexer: Lexer): void {
  const { source } = lexer;
  const start = lexer.at;
  let to = digitsFrom(lexer, start);
  let text = source.slice(start, to);
  if (to - start <= 3 && to > start && source[start] !== '0' && lexer.tokens.at(-1)?.text !== '_' && !isFirstOfTwo(lexer, start)) {
    for (let gap = separatorAt(source, to); gap > 0; gap = separatorAt(source, to)) {
      const groupEnd = digitsFrom(lexer, to + gap);
      if (groupEnd - to - gap !== 3) break;
      text += source.slice(to + gap, groupEnd);
      to = groupEnd;
    }
  }
  if (to < lexer.end && source.charCodeAt(to) === 46 && isDigit(source.charCodeAt(to + 1)) && to + 1 < lexer.end) {
    const fractionEnd = digitsFrom(lexer, to + 1);
    text += source.slice(to, fractionEnd);
    to = fractionEnd;
  } else if (source.charCodeAt(to) === 46 && /^\.\(\d{1,20}\)/.test(source.slice(to, to + 24))) {
    readPeriod(lexer, text, start, to);
    return;
  } else if (source.startsWith('.\\overline{', to) || source.startsWith('.\\dot{', to)) {
    text += '.';
    to++;
  }
  if (source.startsWith('{,}', to) && !text.includes('.') && digitsFrom(lexer, to + 3) > to + 3) {
    const fractionEnd = digitsFrom(lexer, to + 3);
    text += `.${source.slice(to + 3, fractionEnd)}`;
    to = fractionEnd;
  }
  push(lexer, 'number', text, start, to);
}

/** `0.(27)`: the digits in brackets right behind the point repeat. */
function readPeriod(lexer: Lexer, text: string, start: number, point: number): void {
  const close = lexer.source.indexOf(')', point);
  push(lexer, 'number', `${text}.`, start, point + 1);
  push(lexer, 'macro', 'bar', point + 1, point + 1);
  push(lexer, 'group', '{', point + 1, point + 2);
  push(lexer, 'number', lexer.source.slice(point + 2, close), point + 2, close);
  push(lexer, 'ungroup', '}', close, close + 1);
}

/** The number opens the bracket of a function of two numbers, which a single comma parts: `lcm(84,120)`. */
function isFirstOfTwo({ source, tokens }: Lexer, start: number): boolean {
  if (tokens.at(-1)?.type !== 'open') return false;
  const name = tokens.at(-2);
  if (name?.type !== 'func' || !/^(?:gcd|lcm|min|max|mod|binomial)$/.test(name.text)) return false;
  const close = source.indexOf(')', start);
  return close > 0 && source.slice(start, close).split(',').length === 2;
}

function readLetters(lexer: Lexer): void {
  const start = lexer.at;
  let to = start + 1;
  while (to < lexer.end && isLetter(lexer.source.charCodeAt(to))) to++;
  readWord(lexer, start, to);
}
