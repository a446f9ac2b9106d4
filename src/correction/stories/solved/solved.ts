import { type Givens, given } from '../../misuses/misuse.ts';
import { type Fact, fact, type Story, type StoryReader, type Told } from '../story.ts';

/** What a problem is worked out to: the value asked for, the values on the ways to it, and names with their values. */
export interface Solved {
  readonly value: number;
  /** All values that right work may come to before; work that ends beside them left the way at its first calculation to none of them. */
  readonly way: readonly number[];
  readonly names?: Readonly<Record<string, readonly number[]>>;
  /** Nouns that the last line may give the value to. */
  readonly nouns?: string;
}

export type Values = Readonly<Record<string, number>>;

/** The value of a number as it stands in a problem. */
const amountOf = (text: string): number => {
  const [over = '', under = '1'] = text.replace('%', '').split('/');
  return Number(over) / Number(under);
};

const countIn = (text: string): number => text.match(/\d+(?:\.\d+)?(?:\/\d+)?/g)?.length ?? 0;

/** A story of a worked-out value. */
export function solvedStory({ value, way, names = {}, nouns = 'answer' }: Solved): Story {
  const facts: Fact[] = Object.entries(names).map(([name, values]) => fact(name, ...values));
  return { asked: { value: Number(value.toPrecision(12)), nouns: new RegExp(`\\b(?:${nouns})\\b`, 'i') }, facts, amounts: [], way };
}

/**
 * A problem whose numbers all have a role: `roles` finds each of them by the words around it (`@` a number, `#` one with its unit, `~` a few words), and no
 * number may be left over.
 */
export function worked(
  about: RegExp | readonly RegExp[],
  roles: Readonly<Record<string, string | readonly string[]>>,
  work: (values: Values, told: Told, givens: Givens) => Solved | null,
  unless?: RegExp,
): StoryReader {
  const count = Object.keys(roles).length;
  const read = given(about, roles, { most: 2 * count, ...(unless ? { unless } : {}) });
  return told => {
    const [found] = countIn(told.text) === count ? read(told.text) : [];
    if (!found) return null;
    const values = Object.fromEntries(Object.entries(found).map(([role, text]) => [role, amountOf(text)]));
    const solved = Object.values(values).every(Number.isFinite) ? work(values, told, found) : null;
    return solved && Number.isFinite(solved.value) ? solvedStory(solved) : null;
  };
}
