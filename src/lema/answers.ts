import { finalAnswer, sameAnswer } from '../correction/answers.ts';
import { answerIn, cleanAnswer, withoutThinking } from '../model/protocol/reply.ts';
import { readSolution } from '../model/protocol/solve.ts';
import { readRow } from '../solution/read.ts';

/** Whether a stated answer is the known one; `none` when nothing is stated, or the two cannot be compared. */
export type AnswerVerdict = 'right' | 'wrong' | 'none';

/** A solution judged by its final answer alone. */
export interface JudgedAnswer {
  /** What it ends in, as written: what it states in so many words, or else the last value. */
  readonly stated: string | null;
  /** By 'The answer is N' alone. */
  readonly strict: AnswerVerdict;
  /** By whatever can pass for an answer: stated in so many words, after `####` or `Answer:`, boxed, or else the last value or number. */
  readonly flexible: AnswerVerdict;
}

const STATED = /\bthe (?:final |correct )?answer is[:* \t]{0,8}([^\n]+)/gi;
const MARKED = /(?:^|\n)[ \t]{0,8}####[ \t]{0,8}([^\n]+)/g;
const NUMBER = /[-−]?\d[\d,]*(?:\.\d+)?(?:\s*\/\s*\d+)?\s*%?/g;

/** Judges a model's reply to `askToSolve` against the known answer. */
export function judgeAnswer(reply: string, known: string): JudgedAnswer {
  const { strict, flexible } = answersOf(reply);
  return { stated: flexible, strict: verdictOn(strict, known), flexible: verdictOn(flexible, known) };
}

/** What a model's reply to `askToSolve` ends in, as written: by 'The answer is N' alone, and by whatever can pass for an answer. */
export function answersOf(reply: string): { readonly strict: string | null; readonly flexible: string | null } {
  const text = withoutThinking(reply);
  const strict = sentence([...text.matchAll(STATED)].at(-1)?.[1]);
  return { strict, flexible: strict ?? sentence([...text.matchAll(MARKED)].at(-1)?.[1]) ?? answerIn(text) ?? lastValue(text) };
}

/** What stands there up to the end of the sentence. */
const sentence = (text: string | undefined): string | null => cleanAnswer(text?.split(/[.!?](?:\s|$)/)[0] ?? '');

function lastValue(text: string): string | null {
  const { steps } = readSolution(text);
  const numbers = text.match(NUMBER);
  return finalAnswer(readRow({ id: '', problem: '', steps: steps.slice(-1) }).solution) ?? numbers?.at(-1)?.trim() ?? null;
}

/** Compares a stated answer with the known one. */
export function verdictOn(stated: string | null, known: string): AnswerVerdict {
  if (stated === null) return 'none';
  if (plain(stated) === plain(known)) return 'right';
  if (isWords(stated)) return 'none';
  const same = sameAnswer(stated, known);
  if (same !== true && isPercent(stated) !== isPercent(known) && sameAnswer(bare(stated), bare(known)) === true) return 'right';
  return same === null ? 'none' : same ? 'right' : 'wrong';
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
/** Words without a number are no value that could be compared. */
const isWords = (text: string): boolean => !/\d/.test(text) && /[a-z]{3}/i.test(text.replace(/\\[a-z]+/gi, ''));

/** A percent sign that only one of the two has says nothing: `18%` and 18 are both given as so many percent. */
const isPercent = (text: string): boolean => /%|\bpercent\b/.test(text);
const bare = (text: string): string => text.replace(/\\?%|\bpercent\b/g, '').trim();
