import { type Lexer, push, type Token } from './lexer.ts';
import type { Meaning } from './macros.ts';
import { operatorNamed } from './operators.ts';
import { functionNames, gluedNames, plainlyWords, plainWords } from './plain-words.ts';
import { knownUnit } from './units.ts';

/** Sentences that state a truth value or an empty set of solutions. */
const TRUTHS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['wahr', 'true'],
  ['false', 'false'],
  ['falsch', 'false'],
  ['no solution', 'false'],
  ['no solutions', 'false'],
  ['no real solution', 'false'],
  ['no real solutions', 'false'],
  ['no root', 'false'],
  ['no roots', 'false'],
  ['no real root', 'false'],
  ['no real roots', 'false'],
  ['no such x', 'false'],
  ['keine lösung', 'false'],
  ['all real numbers', 'true'],
  ['all reals', 'true'],
  ['all x', 'true'],
]);

/** Words that join statements, by the sign they stand for. */
const JOINTS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['or', ['logic', 'or']],
  ['oder', ['logic', 'or']],
  ['and', ['logic', 'and']],
  ['und', ['logic', 'and']],
  ['so', ['arrow', '⇒']],
  ['then', ['arrow', '⇒']],
  ['therefore', ['arrow', '⇒']],
  ['thus', ['arrow', '⇒']],
  ['hence', ['arrow', '⇒']],
  ['mod', ['mod', 'mod']],
  ['of', ['op', '*']],
  ['times', ['op', '*']],
]);

/** The truth value a sentence such as 'no real solutions' states, or null. */
export function truthOf(text: string): string | null {
  if (!/^\s*[nNfFtTwWaAkK]/.test(text)) return null;
  return (
    TRUTHS.get(
      text
        .trim()
        .toLowerCase()
        .replace(/[.!]$/, '')
        .replace(/^there (is|are) /, '')
        .replace(/\s+/g, ' '),
    ) ?? null
  );
}

const isUnitPlace = (last: Token | undefined): boolean =>
  last !== undefined && (last.type === 'number' || last.type === 'close' || last.type === 'ungroup' || last.text === '%');

/** True for a word that is a unit of measure: where one stands, a lone `h` behind a number is one too. */
const isMeasured = (token: Token): boolean => (token.type === 'word' || token.type === 'text') && knownUnit(token.text) !== null;

/** 'Of' multiplies behind a number, a fraction or a percentage: `15% of 80`; behind a noun it is a word: `3 cups of flour`. */
const isShare = (last: Token | undefined): boolean => isUnitPlace(last) || last?.type === 'macro';

/** What is no product of letters behind π: `π rs` is. */
const BEHIND_PI = /^(?:rad|[cmk]m|ft|[a-z]{4,})$/;

/** True when the run of letters after `last` can only be a unit or a counted noun. */
function isUnitRun(lexer: Lexer, run: string, last: Token | undefined): boolean {
  if (last === undefined) return false;
  if (last.type === 'word' || last.type === 'unit') return run.length > 1 || lexer.prose;
  const afterUnit = last.text === '/' && lexer.tokens.at(-2)?.type === 'word';
  if (afterUnit) return knownUnit(run) !== null;
  if (last.text === 'pi' || last.text === 'π') return lexer.spaced && BEHIND_PI.test(run) && knownUnit(run) !== null;
  if (last.type !== 'number') return false;
  if (run.length > 1 && knownUnit(run) !== null) return true;
  if (!lexer.prose && run.length === 1) return lexer.spaced && knownUnit(run) !== null && lexer.tokens.some(isMeasured);
  return lexer.prose && lexer.spaced && (run.length > 1 || (knownUnit(run) !== null && run !== 's'));
}

/** Functions that are written with two letters. Without an argument these are two factors. */
const SHORT_NAMES = /^(?:tg|lg)$/;

/** Reads a run of ASCII letters: a known name, a unit, a word, or letters that stand for themselves. */
export function readWord(lexer: Lexer, start: number, end: number): void {
  const run = lexer.source.slice(start, end);
  const last = lexer.tokens.at(-1);
  if (run === 'nCr' || run === 'nPr' || run === 'in' || last?.text === '_') {
    if (readSpecial(lexer, run, start, end, last)) return;
  }
  if (run.length === 1) {
    if ((run === 'x' || run === 'X') && last?.type === 'number' && startsNumber(lexer, end)) {
      push(lexer, 'op', '*', start, end);
      return;
    }
    const counts = (run === 'C' || run === 'P') && last?.type === 'number' && last.end === start && startsNumber(lexer, end);
    push(lexer, counts ? 'op' : isUnitRun(lexer, run, last) ? 'word' : 'letter', run, start, end);
    return;
  }
  const short = SHORT_NAMES.test(run) && /^\s*\(|^\s+(?:\d|[a-zα-ω](?![a-z]))/.test(lexer.source.slice(end, end + 12));
  const meaning = short
    ? (['func', functionNames.get(run) ?? run] as const)
    : (plainWords.get(run) ?? (run.length > 2 ? plainWords.get(run.toLowerCase()) : undefined));
  if (
    meaning !== undefined &&
    !(((run === 'sec' || run === 'min') && last?.type === 'number' && !startsArgument(lexer, end)) || (run === 'of' && !isShare(last)))
  ) {
    push(lexer, meaning[0], meaning[1], start, end);
    return;
  }
  if (isUnitRun(lexer, run, last) || run === 'of') {
    push(lexer, 'word', run, start, end);
    return;
  }
  splitRun(lexer, run, start, isUnitPlace(last));
}

/** `(x)` or a letter, with a power before it at most: what is read before it is a function, no unit. */
const startsArgument = (lexer: Lexer, at: number): boolean =>
  /^(?:\s*\^\s*\{?\d\}?|[²³])?(?:\(|\s*[b-zθαβ](?![a-z]|\s*\d))/.test(lexer.source.slice(at, Math.min(at + 12, lexer.end)));

/** `nCr`, `x in {1, 2}`, and a subscript of several letters: `v_max`. */
function readSpecial(lexer: Lexer, run: string, start: number, end: number, last: Token | undefined): boolean {
  if (last?.text === '_') {
    if (run.length < 3) return false;
    push(lexer, 'word', run, start, end);
  } else if (run === 'in') {
    if (last?.type !== 'letter' || !/^\s*[[{(ℝℤℕ∅]/.test(lexer.source.slice(end, Math.min(end + 10, lexer.end)))) return false;
    push(lexer, 'in', 'in', start, end);
  } else {
    push(lexer, 'letter', 'n', start, start + 1);
    push(lexer, 'op', run.charAt(1), start + 1, start + 2);
    push(lexer, 'letter', 'r', start + 2, end);
  }
  return true;
}

/** True when a number follows: then a letter x after a number is a multiplication sign. */
function startsNumber(lexer: Lexer, from: number): boolean {
  let at = from;
  while (at < lexer.end && lexer.source.charCodeAt(at) <= 32) at++;
  const code = lexer.source.charCodeAt(at);
  return at < lexer.end && code >= 48 && code <= 57;
}

/** Letters that follow one another in the alphabet (`abcd`, `wxyz`), or a run without vowels, are factors; other long runs are words. */
function isProductOfLetters(run: string): boolean {
  if (!/[aeiou]/i.test(run)) return true;
  for (let at = 1; at < run.length; at++) if (run.charCodeAt(at) !== run.charCodeAt(at - 1) + 1) return false;
  return true;
}

/** A long run with vowels is a word (`speed`, `total`); any other is a product of letters, with names glued on (`xsiny`) split off. */
function splitRun(lexer: Lexer, run: string, start: number, counted: boolean): void {
  const glued = gluedNames.some(name => run.includes(name) && run.length <= name.length + 2) && !plainlyWords.has(run.toLowerCase());
  if (!glued && ((run.length >= 4 && !isProductOfLetters(run)) || (lexer.prose && run.length > 2 && (counted || /[aeiou]/.test(run))))) {
    push(lexer, 'word', run, start, start + run.length);
    return;
  }
  let at = 0;
  while (at < run.length) {
    const name = glued ? gluedNames.find(candidate => run.startsWith(candidate, at)) : undefined;
    const meaning = name === undefined ? undefined : plainWords.get(name);
    const length = name?.length ?? 1;
    if (meaning !== undefined) push(lexer, meaning[0], meaning[1], start + at, start + at + length);
    else push(lexer, 'letter', run.slice(at, at + 1), start + at, start + at + 1);
    at += meaning === undefined ? 1 : length;
  }
}

/** The number of an equation, with the dashes before it. */
const LABEL = /^[-–—.…\s]*\(\d+\)$/;

/** True when the text goes on with a round bracket, perhaps inside a brace. */
function opensBracket(lexer: Lexer, at: number): boolean {
  return /^\s*\{?\s*(?:\\left|\\[bB]igg?l?)?\s*(?:\(|\\begin\b)/.test(lexer.source.slice(at, Math.min(at + 20, lexer.end)));
}

/** Reads the argument of `\text{…}`, `\mathrm{…}` or `\operatorname{…}`: a joint, a truth value, a function, a letter, or words. */
export function readText(lexer: Lexer, raw: string, start: number, end: number, command: string): void {
  const text = raw
    .replace(/\\[,;:! ]|~/g, ' ')
    .replace(/\\%/g, '%')
    .replace(/\\\$/g, '$')
    .trim();
  const joint = JOINTS.get(text.toLowerCase().replace(/^[,;]\s*|[,:]$/g, ''));
  const truth = truthOf(text);
  const operator = command === 'operatorname' && opensBracket(lexer, end) ? operatorNamed(text) : null;
  const fn = functionNames.get(text) ?? operator ?? undefined;
  lexer.spaced = true;
  if (LABEL.test(text)) {
    if (lexer.tokens.at(-1)?.type === 'dots') lexer.tokens.pop();
    lexer.at = end;
  } else if (/^[\s,.;:]*$/.test(text)) lexer.at = end;
  else if (joint !== undefined) push(lexer, joint[0], joint[1], start, end);
  else if (truth !== null) push(lexer, 'truth', truth, start, end);
  else if (/^\d+$/.test(text)) push(lexer, 'number', text, start, end);
  else if (text === '%') push(lexer, 'op', '%', start, end);
  else if (fn !== undefined && !(knownUnit(text) !== null && isUnitPlace(lexer.tokens.at(-1)))) push(lexer, 'func', fn, start, end);
  else if (text === 'd' || text === 'e' || text === 'i') push(lexer, 'letter', text, start, end);
  else if (command === 'mathrm' && text === 'T') push(lexer, 'letter', '⊤', start, end);
  else if (command === 'text' || command === 'textrm' || !/^[a-zA-Z]+$/.test(text)) push(lexer, 'text', text, start, end);
  else if (text.length > 3 || isUnitPlace(lexer.tokens.at(-1)) || knownUnit(text) !== null) push(lexer, 'word', text, start, end);
  else readLettersOf(lexer, text, start, end);
}

/** `\mathrm{xy}`: letters set upright are still letters. They share the place of the command. */
function readLettersOf(lexer: Lexer, text: string, start: number, end: number): void {
  const offset = Math.max(lexer.source.indexOf(text, start), start);
  for (let at = 0; at < text.length; at++) push(lexer, 'letter', text.charAt(at), offset + at, offset + at + 1);
  lexer.at = end;
}
