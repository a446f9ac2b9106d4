import { evaluateExact } from '../../math/evaluate.ts';
import { type ExpressionRead, parseExpression } from '../../math/parse.ts';
import { absolute, compare, ONE, printRational, type Rational, sign } from '../../math/rational.ts';

/** `{{a}}`, `{{2*a + b}}`: a value that is worked out for each variant. */
const BLANK = /\{\{([^{}]*)\}\}/g;

/** Where a blank's value could not be written. Offsets count in the text that was filled. */
export interface BlankFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Filled {
  readonly text: string;
  readonly faults: readonly BlankFault[];
}

/** Whether a text has anything to fill in. */
export const hasBlanks = (text: string): boolean => text.search(BLANK) >= 0;

/**
 * The text with every blank worked out exactly and written as a person would: `{{a}}x` is `x` for 1 and `-x` for −1, `+ {{b}}` is `- 3` for −3, a negative
 * factor stands in brackets, a fraction is `\frac{1}{2}` in LaTeX and `1/2` elsewhere.
 */
export function fill(text: string, values: ReadonlyMap<string, Rational>): Filled {
  const faults: BlankFault[] = [];
  let written = '';
  let from = 0;
  for (const match of text.matchAll(BLANK)) {
    const end = match.index + match[0].length;
    written += text.slice(from, match.index);
    from = end;
    const value = exactValue(match[1] ?? '', values);
    if (typeof value === 'string') faults.push({ message: value, start: match.index, end });
    else written = write(written, value, text.slice(end, end + 24));
  }
  return { text: written + text.slice(from), faults };
}

/** The exact value of an expression, or why there is none. */
function exactValue(expression: string, values: ReadonlyMap<string, Rational>): Rational | string {
  const read = reading(expression.trim());
  if (read.expr === null || read.problems.length > 0)
    return `'${expression.trim()}' could not be read: ${read.problems[0]?.message ?? 'it is empty'}`;
  const value = evaluateExact(read.expr, values);
  return value ?? `'${expression.trim()}' has no exact value here: a letter without values, a division by 0, or a root`;
}

/** A set has few blanks, and they are filled for every student: each is read once. */
const known = new Map<string, ExpressionRead>();
const MOST_KNOWN = 2_000;

function reading(expression: string): ExpressionRead {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const read = parseExpression(expression);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(expression, read);
  return read;
}

/** What follows makes the value a factor: a letter, a bracket, or a LaTeX command that is no operator. */
const FACTOR = /^(?:[a-zA-Z(]|\\(?:sqrt|frac|left|sin|cos|tan|ln|log|pi|theta|alpha|beta)\b)/;
/** What stands before makes a minus sign ambiguous: a factor, an operator, a power, a single letter. */
const CLOSE = /(?:[\d)}\]*/÷×·^]|\\(?:cdot|times|div)|(?<![A-Za-z\\])[A-Za-z])\s*$/;
const SIGN = /([+-])(\s*)$/;
/** A sign between two terms, not one before the first. */
const BETWEEN = /[\w)}\]]\s*$/;

/** Appends a value to what stands before it, with the sign, brackets and factor 1 that its neighbours ask for. */
function write(before: string, value: Rational, after: string): string {
  const latex = (before.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1 || /\\[a-z]/.test(before);
  const lone = FACTOR.test(after) && !/[\d.]$/.test(before) && compare(absolute(value), ONE) === 0;
  const magnitude = lone ? '' : printed(absolute(value), latex);
  if (sign(value) >= 0) return before + magnitude;
  const signed = SIGN.exec(before);
  const rest = signed ? before.slice(0, signed.index) : before;
  if (signed && BETWEEN.test(rest)) return `${rest}${signed[1] === '+' ? '-' : '+'}${signed[2]}${magnitude}`;
  return signed || CLOSE.test(before) || /^\s*\^/.test(after) ? `${before}(-${magnitude})` : `${before}-${magnitude}`;
}

const printed = (value: Rational, latex: boolean): string =>
  latex && value.d !== 1n ? `\\frac{${value.n}}{${value.d}}` : printRational(value);
