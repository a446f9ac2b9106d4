import { createSeen, type Seen } from '../files/seen.ts';

/** The words of a problem, in small letters and without punctuation. @param masked every number is the same word. */
export function wordsOf(text: string, masked: boolean): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\d[\d,]*(?:\.\d+)?|[\p{L}\p{M}]+/gu) ?? [];
  return words.map(word => (/\d/.test(word) ? (masked ? '#' : word.replaceAll(',', '')) : word));
}

/** Runs of `n` words, each as a mark; a text that is shorter is one run. */
export function gramsOf(words: readonly string[], n: number): ReadonlySet<number> {
  const count = Math.max(1, words.length - n + 1);
  return new Set(Array.from({ length: count }, (_, i) => markOfText(words.slice(i, i + n).join(' '))));
}

/** How many of the runs of two texts are in both, of all that are in one of them. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const mark of a) if (b.has(mark)) both++;
  return both / (a.size + b.size - both);
}

/** 52 bits of two 32-bit FNV-1a hashes with different seeds. */
function markOfText(text: string): number {
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x01000193);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** Runs of so many words that stand in a test file do not stand in another problem by chance. */
const LONG = 8;

/** Knows the problems of test files, and what is too much like one of them: the same words but for the numbers, or a long run of its words. */
export function createTestSet(): { add(problem: string): void; holds(problem: string): boolean } {
  const runs = createSeen();
  const whole = createSeen();
  const marks = (problem: string) => {
    const words = wordsOf(problem, false);
    return { long: words.length < LONG ? [] : [...gramsOf(words, LONG)], all: markOfText(wordsOf(problem, true).join(' ')) };
  };
  return {
    add(problem) {
      const { long, all } = marks(problem);
      for (const mark of long) runs.add(mark);
      whole.add(all);
    },
    holds(problem) {
      const { long, all } = marks(problem);
      return whole.has(all) || long.some(mark => runs.has(mark));
    },
  };
}

/** Smallest values of so many hashes stand for a text; texts that agree on all of a band are taken to be alike. */
const BANDS = 5;
const BAND = 5;

/**
 * Knows the problems before, and what is too much like one of them, in little memory: at a likeness of 0.9 nearly always (0.99), of 0.5 seldom (0.15).
 */
export function createLikes(): { add(grams: ReadonlySet<number>): boolean } {
  const seen: Seen = createSeen();
  return {
    add(grams) {
      const bands = Array.from({ length: BANDS }, (_, band) => {
        const least = Array.from({ length: BAND }, (_, i) => leastOf(grams, band * BAND + i + 1));
        return markOfText(`${band} ${least.join(' ')}`);
      });
      const isNew = !bands.some(mark => seen.has(mark));
      if (isNew) for (const mark of bands) seen.add(mark);
      return isNew;
    },
  };
}

function leastOf(grams: ReadonlySet<number>, salt: number): number {
  let least = 2 ** 32;
  for (const mark of grams) {
    let mixed = Math.imul((mark % 2 ** 32) ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b) ^ Math.floor(mark / 2 ** 32);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    least = Math.min(least, (mixed ^ (mixed >>> 13)) >>> 0);
  }
  return least;
}
