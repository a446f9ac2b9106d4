import type { Fact, Scene } from '../scene.ts';

const lettersOfFacts = new WeakMap<readonly Fact[], { readonly count: number; readonly letters: ReadonlySet<string> }>();

/** The letters of all facts so far, in order. Facts are only ever added. */
export function knownLetters({ facts, applied }: Scene): ReadonlySet<string> {
  const before = lettersOfFacts.get(facts);
  if (before?.count === facts.length) return before.letters;
  const letters = new Set(facts.flatMap(fact => fact.letters).filter(letter => !applied.has(letter)));
  lettersOfFacts.set(facts, { count: facts.length, letters });
  return letters;
}
