/** What a problem told in words fixes: values that lines may name, what is asked, and all values that a letter may stand for. */
export interface Story {
  /** Names that a line may give a value to, each with the values that are right for it. */
  readonly facts: readonly Fact[];
  readonly asked: Asked | null;
  /** Every value that a letter of a set-up may stand for; empty where set-ups are not judged. */
  readonly amounts: readonly number[];
  /** What the first letters of two names stand for, where a set-up uses both. */
  readonly initials?: Readonly<Record<string, number>>;
  /** All values that lead to what is asked; work that ends beside them left the way at the first of its calculations that comes to another value. */
  readonly way?: readonly number[];
  /** The way starts at the numbers of the problem: a last line that calculates with others is still on some way of its own. */
  readonly onlyGiven?: boolean;
  /** The value asked for also comes up on the way, as something else: that it stands there says nothing. */
  readonly elsewhere?: boolean;
  /** The values that a letter may stand for are `amounts` and nothing else. */
  readonly exact?: boolean;
  /** Calculations that go wrong in a known way. */
  readonly traps?: readonly Trap[];
}

export interface Fact {
  readonly name: RegExp;
  readonly values: readonly number[];
  /** What the line has to hold for the name to be meant so. */
  readonly within?: RegExp;
}

/** A calculation that is never right in such a story, by its numbers and its value. */
export interface Trap {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** The one value that the question asks for, and the nouns that a last line may give it. */
export interface Asked {
  readonly value: number;
  readonly nouns: RegExp;
}

/** Reads one kind of story, from a text as `plainStory` writes it; null for all others. */
export type StoryReader = (told: Told) => Story | null;

/** A problem in plain words: lower case, numbers in digits, no signs of money. */
export interface Told {
  readonly text: string;
  /** The sentence that asks, or the whole text where no single one does. */
  readonly question: string;
  readonly raw: string;
  /** How many numbers stand in the text. */
  readonly numbers: number;
}

/** A number as it stands in such a text. */
const NUMBER = String.raw`(\d+(?:\.\d+)?(?:\/\d+)?)`;

/**
 * A whole story as a pattern: `#` is a number, `~` any words without a digit, so that a story with another number in it is another story.
 */
export const story = (pattern: string): RegExp =>
  new RegExp(`^[^\\d]*?${pattern.replace(/^~|~$/g, '').replaceAll('#', NUMBER).replaceAll('~', '[^\\d]*?')}[^\\d]*$`, 'is');

function amountOf(text: string): number {
  const [over = '', under] = text.split('/');
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

/** A reader of one pattern; the numbers of the text come in their order. */
export function told(
  pattern: string,
  build: (numbers: readonly number[], told: Told, words: readonly string[]) => Story | null,
): StoryReader {
  const shape = story(pattern);
  const count = /\d|\(\?:#\|/.test(pattern) ? null : pattern.split('#').length - 1;
  return one => {
    if (count !== null && count !== one.numbers) return null;
    const match = shape.exec(one.text);
    if (!match) return null;
    const groups = match.slice(1).filter(group => group !== undefined);
    const numbers = groups.filter(group => /^\d/.test(group)).map(amountOf);
    return numbers.some(number => !Number.isFinite(number))
      ? null
      : build(
          numbers,
          one,
          groups.filter(group => !/^\d/.test(group)),
        );
  };
}

/** The first letters of two names, where they differ. */
export const initialsOf = ([x = '', y = '']: readonly string[], values: readonly number[]): Pick<Story, 'initials'> =>
  x.charAt(0) === y.charAt(0) ? {} : { initials: { [x.charAt(0)]: values[0] ?? 0, [y.charAt(0)]: values[1] ?? 0 } };

/** A reader of a part of a story, whatever else is told: its names have the same values, and what is asked stays open. */
export function partly(pattern: string, build: (numbers: readonly number[], told: Told) => Partial<Story> | null): StoryReader {
  const shape = new RegExp(pattern.replaceAll('#', NUMBER).replaceAll('~', '[^\\d]*?'), 'is');
  return one => {
    const match = shape.exec(one.text);
    const numbers = match
      ?.slice(1)
      .filter(group => group !== undefined && /^\d/.test(group))
      .map(amountOf);
    const found = numbers?.every(Number.isFinite) ? build(numbers, one) : null;
    return found && { facts: [], amounts: [], ...found, asked: null };
  };
}

export const fact = (name: string, ...values: readonly number[]): Fact => ({ name: new RegExp(`^(?:${name})$`, 'i'), values });

/** A story that asks for one value by these nouns; its facts name it too. */
export function asks(exact: number, nouns: string, facts: readonly Fact[] = [], amounts: readonly number[] = []): Story {
  const value = Number(exact.toPrecision(12));
  return {
    asked: { value, nouns: new RegExp(`\\b(?:${nouns})\\b`, 'i') },
    facts: [fact(`(?:number of )?(?:${nouns})`, value), ...facts],
    amounts: amounts.length > 0 ? [value, ...amounts] : [],
  };
}
