import { type Expr, NOWHERE, type Statement } from '../expr.ts';
import { parseExpression, parseStatement } from '../parse.ts';

/** `3 h 45 min`, `2 m 35 cm`: an amount in two units, the larger first. */
const COMPOUND =
  /^(\d{1,9}) ?(h|hours?|hrs?|min|minutes?|t|kg|km|m|l|L|ft|feet|foot|lbs?|yd)\.?,? ?(?:and )?(\d{1,9}(?:\.\d{1,6})?) ?(min|minutes?|s|sec|seconds?|kg|g|m|cm|mm|ml|mL|inch|inches|oz|feet|ft)\.?$/;

const unitText = (name = ''): string => (name.length > 1 ? `\\text{${name}}` : name);

/** Ways to write a value that are no formula: each turned into one. Tried in order on the whole text. */
const FORMS: readonly (readonly [RegExp, (m: RegExpExecArray) => string | null])[] = [
  [/^([-+]?\d+(?:\.\d+)?)[eE]([-+]?\d+)$/, m => `${m[1]}\\cdot 10^{${m[2]}}`],
  [/^([0-9A-Z]+)_\{?(\d+)\}?$/, m => inBase(m[1] ?? '', Number(m[2]))],
  [/^(?:\\approx|≈)(.*)$/s, m => `x \\approx ${m[1]}`],
  [/^(-?\d*\.\d*?)(\d)\2{2,}(?:\.\.\.|\\[lc]?dots|…)$/, m => `${m[1]}\\overline{${m[2]}}`],
  [/^(\d{1,12})\s*(?:[rR]|rem\.?|remainder)\s*(\d{1,12})$/, m => `(${m[1]}, ${m[2]})`],
  [/^\\text\s*\{([^{}]*\d[^{}]*)\}$/, m => m[1] ?? null],
  [/^(?:\\left)?\\\{\s*[a-zA-Z]\s*(?:\\in\s*(?:\\mathbb\s*\{?R\}?|ℝ)\s*)?(?:\\mid|\\vert|\||:)(.*?)(?:\\right)?\\\}$/s, m => m[1] ?? null],
  [COMPOUND, m => `${m[1]} ${unitText(m[2])} + ${m[3]} ${unitText(m[4])}`],
  [/^m?\s*\\angle\s*\{?\s*[A-Za-z]{1,3}\s*\}?\s*=(.*)$/s, m => m[1] ?? null],
  [/^(?:\\left)?\\\{(.*[=<>].*?)(?:\\right)?\\\}$/s, m => (/\\(mid|vert)|\||:/.test(m[1] ?? '') ? null : (m[1] ?? null))],
];

/** The value of digits in a base from 2 to 36; null where a digit does not belong to it. */
function inBase(digits: string, base: number): string | null {
  if (base < 2 || base > 36 || digits.length > 60) return null;
  let value = 0n;
  for (const digit of digits) {
    const d = Number.parseInt(digit, 36);
    if (d >= base) return null;
    value = value * BigInt(base) + BigInt(d);
  }
  return value.toString();
}

/** Whether the digits of a number with its base written behind it are `text`: its reader may have left the base out. */
export function isBaseLeftOut(text: string, other: string): boolean {
  return /^([0-9A-Z]+)_\{?\d+\}?$/.exec(text.trim())?.[1] === other.trim();
}

/** `4,5 kg`: one number before a unit, its comma no mark of thousands. */
const DECIMAL_COMMA = /^(\s*[-−]?\d{1,12}),(\d{1,2}|\d{4,6})(?=\s*(?:[a-zA-Z]+[²³]?|€|\\?%)(?:\/[a-zA-Z]+[²³]?)?\s*$)/;

/** The text without what only sets it apart, its commas between values told from those inside numbers. */
function tidied(text: string): string {
  return text
    .replace(/,\\!\s*(?=\d{3})/g, ',')
    .replace(/\\!/g, '')
    .replace(/^\s*\$([^$]*)\$\s*$/s, '$1')
    .replace(DECIMAL_COMMA, '$1.$2')
    .replace(/(\d),(?=\d{1,2}(?!\d)|\d{4})/g, '$1, ')
    .replace(/(?<=\d)\s*(?:\\text\{\s*percent\s*\}|percent)/g, '\\%')
    .trim();
}

const RATIO = /^[^:=<>\\]+(?::[^:=<>\\]+){2,}$/;

/** A ratio of three and more parts, by the first: `2:4:6` is the point (2, 3). */
function ratio(text: string): Statement | null {
  if (!RATIO.test(text)) return null;
  const parts = text.split(':').map(part => parseExpression(part).expr);
  const [first, ...rest] = parts;
  if (!first || rest.includes(null)) return null;
  const items = rest.flatMap((num): Expr[] => (num ? [{ kind: 'quotient', num, den: first, bar: true, span: NOWHERE }] : []));
  return { kind: 'chain', sides: [{ kind: 'list', form: 'tuple', items, span: NOWHERE }], relations: [], span: NOWHERE };
}

const SET = /\\cup|∪|\\setminus|∖|\\mathbb|ℝ|\\emptyset|\\varnothing|∅|^\\\{\s*\\\}$/;

/** Whether the text is a set and says not of what. */
export function isLoneSet(text: string): boolean {
  return SET.test(text) && !/\\in\b|∈|[=<>≤≥≠]|\\(?:le|ge|ne|lt|gt)q?(?:slant)?(?![a-z])|\\not/.test(text);
}

function loneSet(text: string, letter: string): Statement | null {
  if (/^(?:\\emptyset|\\varnothing|∅|\\\{\s*\\\})$/.test(text)) return { kind: 'truth', value: false, span: NOWHERE };
  if (/^(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ)$/.test(text)) return { kind: 'truth', value: true, span: NOWHERE };
  return parseStatement(`${letter} \\in ${text}`).statement;
}

/** Reads an answer; a set that stands alone is read as one of `letter`. Null where it cannot be read. */
export function readAnswer(source: string, letter: string): Statement | null {
  const text = tidied(source);
  for (const [pattern, rewrite] of FORMS) {
    const found = pattern.exec(text);
    const formula = found && rewrite(found);
    const { statement } = formula ? parseStatement(formula) : { statement: null };
    if (statement) return statement;
  }
  const split = ratio(text);
  if (split) return split;
  if (isLoneSet(text)) return loneSet(text, letter);
  const { statement } = parseStatement(text);
  if (statement) return statement;
  if (/^(?:\\text\s*\{\s*none\s*\}|none)$/i.test(text)) return { kind: 'truth', value: false, span: NOWHERE };
  const listed = text.replace(/\\text\s*\{\s*,?\s*and\s*\}|\band\b/g, ', ');
  return listed === text ? null : parseStatement(listed).statement;
}
