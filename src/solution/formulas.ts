import { knownUnit } from '../math/read/units.ts';
import type { Range } from './solution.ts';

/** A word, a number, or a single sign, with the blanks before it. */
const TOKEN =
  /\s*(π|(?![πˣⁿ])\p{L}(?:(?![πˣⁿ])[\p{L}\p{M}])*(?:[’'′]+(?=\s*[(+−=*/·)-]))?(?:_\{?\w{1,4}\}?|[₀-₉]+)?|\d+(?:[.,]\d+)*|\.\d+|\\[a-zA-Z]+|[^\s])/uy;
const FUNCTION =
  /^(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log(?:_\w+)?|ln|lg|exp|sqrt|abs|max|min|mod|pi|d[a-np-zA-Z])$/;
/** Letters multiplied: `ax`, `xy`, `bcd`. */
const LETTERS = /^(?:a[bcdxyz]|u[tv-z]|[b-df-hj-np-tv-z]{2,3}|[b-df-hj-np-tv-z]{1,2}[A-Z]|i[xybtz])$/;
/** English words of two or three letters. */
const SHORT_WORD =
  /^(?:a[lnmst]|be|by|do|go|he|hi|i[fnst]|m[ey]|no|o[fhknr]|so|to|u[ps]|we|all|an[dy]|are|but|can|eat|far|few|for|gas|get|had|has|her|his|how|its|let|mid|new|not|now|off|old|one|our|out|own|per|put|ran|red|run|sat|saw|say|see|set|she|six|ten|the|too|top|two|use|war|was|way|who|why|yes|yet|you)$/i;
const WORD = /^(?:by|my|try|why|fly|dry|cry|sky|shy|ply|pry|spy|hmm|mr|mrs|ms|dr|st|vs)$/;
const RELATION = /^[=<>≤≥≠]$/;
const SIGN = /^[-+−–*/^×÷·⋅∙√|²³⁴⁵⁻¹ʰ-ʸˡ-ˣᵃ-ᵛᶜᶠᶻⁱⁿ°%±()[\]{}_!∞:,]$/;

/** Formulas in a text without marks that hold a relation and a letter, in order: `f(x) = 3x − 1` in 'Find the inverse of f(x) = 3x − 1.' */
export function formulasIn(text: string): Range[] {
  const found: Range[] = [];
  if (!/[=<>≤≥≠]/.test(text)) return found;
  let open: Token[] = [];
  const close = (behind: string): void => {
    const range = formula(text, open, behind);
    if (range !== null) found.push(range);
    open = [];
  };
  for (const token of tokensOf(text)) {
    if (token.text === ',' && token.glued && open.at(-2)?.text !== undefined && open.some(sign => sign.text === '≠')) {
      open.push(token);
      continue;
    }
    if (!isFormal(token, text)) {
      close(token.text);
      continue;
    }
    if (token.text === '(' && open.length > 0 && !token.glued && holdsRelation(text, token.start)) close('');
    open.push(token);
  }
  close('');
  return found;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly glued: boolean;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const own = match[1] ?? '';
    const start = match.index + match[0].length - own.length;
    tokens.push({ text: own, start, glued: start > 0 && start === match.index });
  }
  return tokens;
}

/** A token of a formula: no word, and no sign that ends a clause. */
function isFormal(token: Token, text: string): boolean {
  const { text: own, start, glued } = token;
  const behind = text.charAt(start + own.length);
  if (own === ':') return !(glued && (behind === '' || /\s/.test(behind)));
  if (own === ',') return glued && (/\S/.test(behind) || isBetweenArguments(text, start));
  if (own.length > 3 && /^[a-z]+$/i.test(own)) return FUNCTION.test(own);
  if (/^\p{L}/u.test(own))
    return (
      isLetter(own) ||
      FUNCTION.test(own) ||
      isLetterRun(own, text) ||
      (LETTERS.test(own) && knownUnit(own) === null && (!WORD.test(own) || /^\s*[-+−*/=^]/.test(text.slice(start + own.length))))
    );
  return /^(?:\.?\d|[¼-¾⅐-⅞])/.test(own) || RELATION.test(own) || SIGN.test(own);
}

/** Each letter, standing alone. */
const LONE: ReadonlyMap<string, RegExp> = new Map(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => [letter, new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, 'u')]),
);

/** The comma in `f(x, y)`. */
const isBetweenArguments = (text: string, at: number): boolean =>
  /\p{L}\(\p{L}(?:, \p{L})?$/u.test(text.slice(Math.max(0, at - 6), at)) && /^, \p{L}[,)]/u.test(text.slice(at, at + 4));

/** Letters multiplied: behind a number (`3abc`), or each of which stands alone in the text too (`1/f = (u − f)/(fu)`). */
export function isLetterRun(run: string, text: string): boolean {
  if (!/^[A-Za-z]{2,3}$/.test(run) || knownUnit(run) !== null || /^(?:st|nd|rd|th)$/.test(run)) return false;
  if (/\d[a-z]/i.test(text) && new RegExp(`\\d${run}(?![a-z])`, 'i').test(text) && !/^(?:am|pm|an?|is|of|or)$/i.test(run)) return true;
  if (/^a[st]$|^u[ps]$/.test(run)) return new RegExp(`(?<![a-z])${run}(?=[²³^]|\\s*[-+−=])`).test(text);
  return !SHORT_WORD.test(run) && [...run].every(letter => LONE.get(letter)?.test(text) ?? false);
}

const isLetter = (text: string): boolean => /^\p{L}\p{M}*[’'′]*(?:_\{?\w{1,4}\}?|[₀-₉]+)?$/u.test(text);

function holdsRelation(text: string, open: number): boolean {
  const close = text.indexOf(')', open);
  return close > 0 && /[=<>≤≥≠]/.test(text.slice(open, close));
}

/** The range of the formula, without an article before it or a sign left over behind it; null where it is none. */
function formula(text: string, tokens: readonly Token[], behind: string): Range | null {
  let [from, to] = [0, tokens.length];
  const own = (at: number): string => tokens[at]?.text ?? '';
  const next = (at: number): string => own(at + 1);
  if (own(to - 1) === '(' || own(to - 1) === ',') to--;
  while (from < to && (/^[:,)\]}]$/.test(own(from)) || (/^[aI]$/.test(own(from)) && !/^[-+−*/^=<>≤≥≠²³(]$/.test(next(from))))) from++;
  const sign = tokens[to - 1];
  if (/^[+*/^×÷·⋅]$/.test(own(to - 1)) || (sign && /^[-−–]$/.test(sign.text) && /\S/.test(text.charAt(sign.start + 1)))) return null;
  const isSummand = (): boolean => /^[-+−*/]$/.test(own(to - 2)) && (behind === '' || BEHIND_LETTER.test(behind));
  while (to > from && /^(?:[-+−*/^×÷·:,(]|a)$/.test(own(to - 1)) && !(own(to - 1) === 'a' && (RELATION.test(own(to - 2)) || isSummand())))
    to--;
  if (isNumbering(tokens, from)) from += 3;
  const kept = tokens.slice(from, to);
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last || knownUnit(behind) !== null) return null;
  const wrapped = first.text === '(' && last.text === ')' && kept.filter(({ text: sign }) => sign === '(').length === 1;
  const range = wrapped ? { start: first.start + 1, end: last.start } : { start: first.start, end: last.start + last.text.length };
  const between = text.slice(range.start, range.end);
  const related = kept.some(({ text: sign }) => RELATION.test(sign)) && !RELATION.test(first.text) && !RELATION.test(last.text);
  const lettered = kept.some(({ text: word }) => isLetter(word) || LETTERS.test(word));
  return related && lettered && isBalanced(between) ? range : null;
}

/** What may stand behind a letter a, and not behind an article. */
const BEHIND_LETTER = /^(?:for|where|and|or|so|has|have|is|are|with|if|when|to|in|of|then|by|[.;:!?])$/i;

/** `(5) y = 3`: the number of an equation, set apart from what follows. */
const isNumbering = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '(' &&
  /^\d\d?$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.text === ')' &&
  tokens[at + 3]?.glued === false &&
  /^[\p{L}\d]/u.test(tokens[at + 3]?.text ?? '');

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char) && --depth < 0) return false;
  }
  return depth === 0;
}
