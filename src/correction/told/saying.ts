import { evaluateExact } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import { expressionIn } from '../asked/text.ts';

/** What a sentence says of numbers, and what is so. `value` is null where the words only tell that it is not. */
export interface Said {
  readonly holds: boolean;
  readonly expression: string;
  readonly value: string;
  readonly written: string;
}

/** What stands around a sentence. The texts are put together when a teller asks for them: few do. */
export interface Around {
  /** The problem in plain text. */
  readonly problem: string;
  /** The problem and all steps above, in plain text. */
  readonly above: string;
  /** The step right above, in plain text. */
  readonly before: string | null;
  /** Printed values that were rounded above. */
  readonly rounded: ReadonlySet<string>;
}

/** Reads what one kind of sentence says; null for all others. */
export type Teller = (sentence: string, around: Around) => Said | null;

/** A number as it stands in words: `1,200`, `$4.50`, `-3`, `3/4`, `2 1/2`. */
export const NUMBER = String.raw`[-−]?[$£€]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+ \d+\/\d+|\d+(?:\.\d+)?(?:\/\d+)?|\.\d+)(?![\d/]|[.,:]\d)`;

/** Several numbers side by side: `3, 5 and 8`. */
export const LIST = String.raw`${NUMBER}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*)${NUMBER})+`;

/** What parts the number from the end of what is said of it. */
export const END = String.raw`\s*(?:[.,;!)]?$|[,;)]\s|(?:so|and so|therefore|thus|which|because|since)\b)`;

/** 'is', as a word or a sign. */
export const IS = String.raw`\s*(?:is equal to|is|are|was|were|equals?|=|:|→|comes to|works out (?:as|to)(?: be)?)\s*`;

/** The value of a number written as `NUMBER` allows. */
export function amountOf(text: string | undefined): Q.Rational | null {
  const plain = text?.trim().replace(/[$£€]|,(?=\d{3})/g, '') ?? '';
  const mixed = /^([-−]?)(\d+) (\d+)\/(\d+)$/.exec(plain);
  const expr = expressionIn(mixed ? `${mixed[1]}(${mixed[2]}+${mixed[3]}/${mixed[4]})` : plain);
  return expr && evaluateExact(expr);
}

/** The values of a list; null when one of its entries is none. */
export function amountsOf(text: string): Q.Rational[] | null {
  const values = [...text.matchAll(new RegExp(NUMBER, 'g'))].map(([item]) => amountOf(item));
  return values.every(value => value !== null) ? values : null;
}

/** How many decimals a number is written with. */
const places = (text: string): number => /\.(\d+)\s*$/.exec(text)?.[1]?.length ?? 0;

/** Equal, or rounded to the decimals that are written; to a whole number only where no short decimal has the value. */
export function agrees(value: Q.Rational, written: Q.Rational, text: string): boolean {
  const gap = Q.absolute(Q.subtract(value, written));
  if (Q.isZero(gap)) return true;
  const own = places(text);
  if (/\//.test(text) || (own === 0 && 1000n % value.d === 0n)) return false;
  return value.d !== 1n && Q.compare(gap, Q.rational(1n, 10n ** BigInt(own))) < 0;
}

/** What is said of one value: whether the number that is written agrees with it. */
export function said(expression: string, value: Q.Rational | null, text: string | undefined): Said | null {
  const written = amountOf(text);
  if (value === null || written === null || text === undefined) return null;
  return { holds: agrees(value, written, text), expression, value: show(value), written: text.trim() };
}

/** A value as a decimal where it has a short one. */
export const show = (value: Q.Rational): string => (10000n % value.d === 0n ? String(Q.toNumber(value)) : Q.printRational(value));

/** The same noun, whatever its number; an absent one fits all. */
export const sameNoun = (a: string | undefined, b: string | undefined): boolean => {
  const [x, y] = [a, b].map(
    word =>
      word
        ?.trim()
        .toLowerCase()
        .replace(/(?:ies|y|es|s)$/, '') ?? '',
  );
  return x === '' || y === '' || x === y;
};
