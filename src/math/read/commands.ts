import { signs } from './glyphs.ts';
import { braced, commandEnd, isLetter, isSpace, type Lexer, push } from './lexer.ts';
import { commands, dropped, silent, textual } from './macros.ts';
import { operatorCommands } from './operators.ts';
import { readText } from './words.ts';

type Reading = (lexer: Lexer, name: string, start: number, end: number) => void;

/** Commands whose meaning lies in what follows them. */
const SPECIAL: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['left', readDelimiter],
  ['right', readDelimiter],
  ['mathbb', readBlackboard],
  ['mathcal', readBlackboard],
  ['mathscr', readBlackboard],
  ['mathfrak', readBlackboard],
  ['begin', readEnvironment],
  ['end', readEnvironment],
  ['not', readNegation],
  ['stackrel', readStacked],
  ['overset', readStacked],
]);

/** Reads the command at the backslash where the lexer stands. */
export function readCommand(lexer: Lexer): void {
  const start = lexer.at;
  const end = commandEnd(lexer, start);
  const name = lexer.source.slice(start + 1, end);
  const meaning = commands.get(name) ?? operatorCommands.get(name);
  const special = SPECIAL.get(name);
  if (name === '\\' && isEscapedTwice(lexer, end)) {
    lexer.at = start + 1;
    readCommand(lexer);
  } else if (meaning !== undefined) push(lexer, meaning[0], meaning[1], start, end);
  else if (special !== undefined) special(lexer, name, start, end);
  else if (silent.has(name)) skipTo(lexer, end);
  else if (textual.has(name)) readTextual(lexer, name, start, end);
  else if (dropped.has(name)) lexer.at = braced(lexer, end)?.end ?? end;
  else if (name === '' || name === '#') push(lexer, 'stop', '.', start, end);
  else push(lexer, 'bad', `\\${name}`, start, end);
}

function skipTo(lexer: Lexer, end: number): void {
  lexer.spaced = true;
  lexer.at = end;
}

function readTextual(lexer: Lexer, name: string, start: number, end: number): void {
  const content = braced(lexer, end);
  if (content === null) skipTo(lexer, end);
  else readText(lexer, content.text, start, content.end, name);
}

/** `\begin{array}{ll}`: the column letters behind an array are part of its head. */
function readEnvironment(lexer: Lexer, name: string, start: number, end: number): void {
  const content = braced(lexer, end);
  const environment = content?.text.trim().replace(/\*$/, '') ?? '';
  const head = content?.end ?? end;
  const after = name === 'begin' && environment === 'array' ? (braced(lexer, head)?.end ?? head) : head;
  push(lexer, name === 'begin' ? 'begin' : 'finish', environment, start, after);
}

/** `\not=` and `\not\in`. */
function readNegation(lexer: Lexer, _name: string, start: number, end: number): void {
  let at = end;
  while (at < lexer.end && isSpace(lexer.source.charCodeAt(at))) at++;
  if (lexer.source[at] === '=' && at < lexer.end) push(lexer, 'rel', '≠', start, at + 1);
  else if (lexer.source.startsWith('\\in', at) && at + 3 <= lexer.end) push(lexer, 'in', 'not', start, at + 3);
  else push(lexer, 'bad', '\\not', start, end);
}

/** `\stackrel{…}{=}`: only the sign below counts. */
function readStacked(lexer: Lexer, name: string, start: number, end: number): void {
  const above = braced(lexer, end);
  const below = above === null ? null : braced(lexer, above.end);
  const sign = commands.get(below?.text.trim().slice(1) ?? '') ?? signs.get(below?.text.trim() ?? '');
  if (below !== null && sign !== undefined) push(lexer, sign[0], sign[1], start, below.end);
  else push(lexer, 'bad', `\\${name}`, start, end);
}

const DELIMITER = /^[([\])|./]$/;

/** True when a command name touches a double backslash, as in text that was escaped once too often: `\\\\frac{1}{2}`. */
function isEscapedTwice(lexer: Lexer, at: number): boolean {
  const name = lexer.source.slice(at, commandEnd(lexer, at - 1));
  return name.length > 1 && (commands.has(name) || textual.has(name) || name === 'left' || name === 'right' || name === 'begin');
}

/** `\left|` opens and `\right|` closes; `\left.` and `\right.` are nothing. */
function readDelimiter(lexer: Lexer, side: string, _start: number, end: number): void {
  const { source } = lexer;
  let at = end;
  while (at < lexer.end && isSpace(source.charCodeAt(at))) at++;
  const sign = at < lexer.end ? (source[at] ?? '') : '';
  lexer.spaced = true;
  lexer.at = at;
  if (sign === '.') lexer.at = at + 1;
  else if (sign === '|') push(lexer, side === 'left' ? 'open' : 'close', '|', at, at + 1);
  else if (DELIMITER.test(sign)) push(lexer, side === 'left' ? 'open' : 'close', sign === ')' || sign === '(' ? '(' : '[', at, at + 1);
  else if (source.startsWith('\\|', at) || source.startsWith('\\vert', at)) {
    const to = commandEnd(lexer, at);
    push(lexer, side === 'left' ? 'open' : 'close', '|', at, to);
  }
}

const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ['R', 'reals'],
  ['Z', 'integers'],
  ['N', 'naturals'],
]);

/** The letter of `\mathbb Z`, written without braces. */
function nextLetter(lexer: Lexer, at: number): { readonly text: string; readonly end: number } | null {
  let to = at;
  while (to < lexer.end && isSpace(lexer.source.charCodeAt(to))) to++;
  return to < lexer.end && isLetter(lexer.source.charCodeAt(to)) ? { text: lexer.source.charAt(to), end: to + 1 } : null;
}

function readBlackboard(lexer: Lexer, name: string, start: number, end: number): void {
  const content = braced(lexer, end) ?? nextLetter(lexer, end);
  const letter = content?.text.trim() ?? '';
  const after = content?.end ?? end;
  const set = name === 'mathbb' ? NUMBER_SETS.get(letter) : undefined;
  if (set !== undefined) push(lexer, 'set', set, start, after);
  else if (letter.length === 1 && isLetter(letter.charCodeAt(0))) push(lexer, 'letter', letter, start, after);
  else push(lexer, 'bad', `\\${name}`, start, after);
}
