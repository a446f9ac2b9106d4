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
  /** No calculation: the share of its words that one sentence of the problem has, which has all its numbers too. */
  readonly restates: number;
}

export function nounSigns(
  { text }: Step,
  calculation: Calculation | null,
  hasLanded: boolean,
  reference: string,
  sentences: readonly Sentence[],
): NounSigns {
  const value = calculation && hasLanded ? calculation.value : null;
  const [own, others] = value === null ? [[], []] : [nounsAfter(text, value), nounsAfter(reference, value)];
  const told = own.length > 0 && others.length > 0;
  const same = own.some(noun => others.includes(noun));
  return {
    sameNoun: told && same ? 1 : 0,
    otherNoun: told && !same ? 1 : 0,
    restates: calculation === null ? restated(text, sentences) : 0,
  };
}

/** A sentence of the problem: its words and numbers. */
export interface Sentence {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export const sentencesOf = (problem: string): readonly Sentence[] =>
  problem.split(/(?<=[.!?])\s+/).map(text => ({ words: wordsIn(text), numbers: keysIn(text) }));

function restated(text: string, sentences: readonly Sentence[]): number {
  const [words, numbers] = [wordsIn(text), [...keysIn(text)]];
  const shares = sentences.map(sentence => ({ share: covered(words, sentence.words), sentence }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, sentence: null as Sentence | null });
  return best.sentence && numbers.every(n => best.sentence?.numbers.has(n)) ? best.share : 0;
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
