import * as Q from '../../../math/rational.ts';
import type { Step } from '../../../solution/solution.ts';
import { key, keysIn } from '../compass.ts';
import type { Calculation } from '../graph.ts';
import { covered, stem, wordsIn } from '../words.ts';

/** What the words beside the numbers say. */
export interface NounSigns {
  /** The noun after a result is one that the reference has after the same number; or it has only others there. */
  readonly sameNoun: number;
  readonly otherNoun: number;
  /** Has a result of the reference, and names someone whom the lines with that result do not name, though they name somebody. */
  readonly otherName: number;
  /** No calculation: the share of its words that one sentence of the problem has, which has all its numbers and words of comparison too. */
  readonly restates: number;
}

export function nounSigns(
  { text }: Step,
  calculation: Calculation | null,
  hasLanded: boolean,
  reference: string,
  sentences: readonly Sentence[],
  names: ReadonlySet<string>,
): NounSigns {
  const value = calculation && hasLanded ? calculation.value : null;
  const [own, others] = value === null ? [[], []] : [nounsAfter(text, value), nounsAfter(reference, value)];
  const told = own.length > 0 && others.length > 0;
  const same = own.some(noun => others.includes(noun));
  return {
    sameNoun: told && same ? 1 : 0,
    otherNoun: told && !same ? 1 : 0,
    otherName: value !== null && namesAnother(text, value, reference, names) ? 1 : 0,
    restates: calculation === null ? restated(text, sentences) : 0,
  };
}

/** Names that a problem gives: words with a capital letter inside its sentences. */
export const namesIn = (problem: string): ReadonlySet<string> => new Set(problem.match(/(?<=[a-z,;] )[A-Z][a-z]+/g));

function namesAnother(text: string, value: Q.Rational, reference: string, names: ReadonlySet<string>): boolean {
  const named = (line: string): readonly string[] => (line.match(/[A-Z][a-z]+/g) ?? []).filter(word => names.has(word));
  const theirs = reference
    .split('\n')
    .filter(line => keysIn(line).has(key(value)))
    .flatMap(named);
  return theirs.length > 0 && named(text).some(name => !theirs.includes(name));
}

/** A sentence of the problem: its words, numbers and words of comparison. */
export interface Sentence {
  readonly relations: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export const sentencesOf = (problem: string): readonly Sentence[] =>
  problem.split(/(?<=[.!?])\s+/).map(text => ({
    words: wordsIn(text),
    numbers: keysIn(text),
    relations: relationsIn(text),
  }));

/** Words that tell how quantities stand to each other. */
const RELATION =
  /\b(?:more|less|fewer|twice|double|half|each|every|per|both|together|total|left|remaining|than|times|equal(?:ly)?|same|average|difference|extra|additional|another|rest|except|only|first|last|before|after)\b/gi;

const relationsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(RELATION));

function restated(text: string, sentences: readonly Sentence[]): number {
  const [words, numbers] = [wordsIn(text), [...keysIn(text)]];
  const shares = sentences.map(sentence => ({ share: covered(words, sentence.words), sentence }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, sentence: null as Sentence | null });
  const { sentence } = best;
  const isWhole =
    sentence && numbers.every(n => sentence.numbers.has(n)) && [...relationsIn(text)].every(word => sentence.relations.has(word));
  return isWhole ? best.share : 0;
}

/** The two words after each place where a text has the value, without endings. */
function nounsAfter(text: string, value: Q.Rational): string[] {
  return [
    ...text.matchAll(/(\d[\d,]*(?:\.\d+)?|\.\d+)\s*%?\s*(?:(?:more|full|total|additional|extra|[a-z]+ly)\s+)?([a-z]+)?(?:\s+([a-z]+))?/gi),
  ]
    .filter(([, digits = '']) => {
      const number = Q.parseDecimal(digits.replace(/,/g, ''));
      return number !== null && key(number) === key(value);
    })
    .flatMap(([, , first, second]) => [first, second])
    .flatMap(word => (word === undefined ? [] : [stem(word.toLowerCase())]));
}
