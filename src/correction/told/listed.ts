import type { Teller } from './saying.ts';

const LIST = /= ?([-−]?\d+), ?([-−]?\d+), ?(?:…|\.\.\.|\\l?dots),? ?([-−]?\d+)(?!\d|\.\d)/;
const COUNT =
  /^(?:so|hence|thus|therefore|that|this|these|there|which|and|,| )*(?:there are|makes?|gives?|are|is|we have|we get) (?:exactly )?(\d+) (?:such |possible |different )?(?:integers?|values?|numbers?|solutions?|terms?)\b[^\d]*$/i;

const wholeOf = (text: string): number => Number(text.replace('−', '-'));

/** 'm = 0, 1, …, 6' and 'So there are 6 such integers': both ends count. */
const counted: Teller = (sentence, { before }) => {
  const [, count] = COUNT.exec(sentence) ?? [];
  const [, a, b, c] = count === undefined ? [] : (LIST.exec(before ?? '') ?? []);
  if (
    count === undefined ||
    a === undefined ||
    b === undefined ||
    c === undefined ||
    /\b(?:except|but|without|not|besides)\b|≠/.test(before ?? '')
  )
    return null;
  const [first, second, last] = [a, b, c].map(wholeOf);
  if (first === undefined || last === undefined || second !== first + 1 || last <= second) return null;
  const right = last - first + 1;
  return Math.abs(right - Number(count)) > 1
    ? null
    : { holds: right === Number(count), expression: `the numbers from ${a} to ${c}`, value: String(right), written: count };
};

/** How many numbers the line above lists. */
export const LISTED: readonly Teller[] = [counted];
