import type { Edit } from '../mask.ts';
import type { Token } from './tokens.ts';

/** One side of a relation, read from the words and signs of a sentence. */
export interface Side {
  /** Indices of its first token and of the token after its last operand. */
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  /** Words that read as blanks or signs. */
  readonly edits: readonly Edit[];
  /** It says more than the signs alone do: it is never judged. */
  readonly doubt: string | null;
  /** It may say more than its signs: it stands only if it holds as written. */
  readonly unsure: string | null;
  readonly operators: number;
  /** Operators in words: `times`, `of`. */
  readonly inWords: boolean;
  readonly letters: boolean;
  readonly percents: readonly Edit[];
  /** Names of units of measure in it. */
  readonly measures: readonly string[];
  /** Units right behind their numbers, among what reads as blank. */
  readonly units: readonly Unit[];
  /** Words that make a number so many times as large, as signs: `dozen` as `*12`. The last may stand behind the side. */
  readonly factors: readonly Edit[];
  /** A unit right behind its last number, when the side ends there. */
  readonly unitBehind: Unit | null;
  /** A sum of which every number has a unit of its own: `3 m + 20 cm`. */
  readonly quantity: boolean;
  /** It names a rate, such as `km/h` or `per box`. */
  readonly rates: boolean;
  /** A noun or unit stands behind its last number. */
  readonly noun: boolean;
}

/** A unit of measure, and where it stands. */
export interface Unit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A side while it is read. */
export interface Draft {
  readonly tokens: readonly Token[];
  readonly first: number;
  at: number;
  /** Index after the last complete operand. */
  good: number;
  readonly edits: Edit[];
  readonly opens: number[];
  doubt: string | null;
  unsure: string | null;
  operators: number;
  wordOperators: number;
  /** Kinds of operators told in words; plus and minus are one. */
  readonly spoken: Set<string>;
  letters: boolean;
  unitLetters: boolean;
  /** The last operator was an 'of', or one of a phrase that takes all its numbers. */
  after: 'of' | 'all' | null;
  /** An operation was told in words before its numbers. */
  phrase: boolean;
  /** The last operator was a division. */
  divided: boolean;
  readonly percents: Edit[];
  readonly measures: string[];
  readonly units: Unit[];
  readonly factors: Edit[];
  rates: boolean;
  noun: boolean;
}

export function draftAt(tokens: readonly Token[], first: number): Draft {
  return {
    tokens,
    first,
    at: first,
    good: first,
    edits: [],
    opens: [],
    doubt: null,
    unsure: null,
    operators: 0,
    wordOperators: 0,
    spoken: new Set(),
    letters: false,
    unitLetters: false,
    after: null,
    phrase: false,
    divided: false,
    percents: [],
    measures: [],
    units: [],
    factors: [],
    rates: false,
    noun: false,
  };
}

export const tokenAt = (draft: Draft, offset = 0): Token | undefined => draft.tokens[draft.at + offset];

/** Takes the next `count` tokens as they are. */
export function take(draft: Draft, count = 1): void {
  draft.at += count;
}

/** Takes the next `count` tokens, which read as `by`, or as blanks. */
export function replace(draft: Draft, count: number, by?: string): void {
  const from = draft.tokens[draft.at];
  const to = draft.tokens[draft.at + count - 1];
  if (from !== undefined && to !== undefined) draft.edits.push({ start: from.start, end: to.end, ...(by === undefined ? {} : { by }) });
  draft.at += count;
}
