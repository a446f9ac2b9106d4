import { remembered } from '../memo.ts';

/** What a problem about one figure fixes by its numbers. */
export interface Figure {
  /** What single letters stand for before a sign of equality. */
  readonly letters: Readonly<Record<string, readonly number[]>>;
  /** What words before a value name; the first that fits decides. */
  readonly words: readonly (readonly [RegExp, readonly number[]])[];
  /** What any other letter may stand for. */
  readonly unknown: readonly number[];
  /** What a calculation with all of the given numbers, under no name, may come to. */
  readonly onWay: readonly number[];
  readonly givens: readonly number[];
}

const NUMBER = /(?<![\w.,])\d+(?:\.\d+)?(?![\d]|[.,]\d|\s*(?:[π√%^/]|\\pi|\\sqrt|:\d))/g;
const UNIT = String.raw`\s*(?:mm|cm|dm|km|m|ft|inch(?:es)?|in|units?|met(?:er|re)s?|°|degrees?)?(?:²|³|\^[23])?(?![a-z])`;
const N = String.raw`(\d+(?:\.\d+)?)`;
const LINK = String.raw`(?:\s+of\s+(?:a|an|the|its|this|that|one|both)(?:\s+[\w-]+){0,3}?)?(?:\s+(?:is|are|has|have|of|measur\w+|equals?|equal|to|length|lengths|with|long|exactly|the|be)|\s*[=:,(]|\s+[a-zA-Z]\s*=)*\s*`;

/** A problem's numbers as they are taken by what they are called. */
export interface Numbers {
  /** The problem in plain text. */
  readonly text: string;
  /** The number with this name; null where none has. */
  readonly take: (name: string) => number | null;
  /** Two numbers with one name: 'legs 6 and 8'. */
  readonly pair: (name: string) => readonly [number, number] | null;
  /** The numbers that a pattern holds, all of its groups. */
  readonly match: (pattern: RegExp) => readonly number[] | null;
  /** Puts all numbers back. */
  readonly reset: () => void;
  /** All numbers were read in another way. */
  readonly takeAll: () => void;
  /** Nothing in the problem was left over. */
  readonly allTaken: () => boolean;
}

const worded = remembered(pattern => new RegExp(pattern, 'di'), 1024);

const withPlaces = new WeakMap<RegExp, RegExp>();

/** The pattern with the places of its groups. */
function placed(pattern: RegExp): RegExp {
  if (pattern.hasIndices) return pattern;
  const made = withPlaces.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}d`);
  withPlaces.set(pattern, made);
  return made;
}

/** Reads the numbers of a problem. What rounds, and a value for π, is none of the figure. */
export function numbersOf(problem: string): Numbers {
  const text = problem
    .replace(/\\circ|\^\{?\\circ\}?/g, '°')
    .replace(/\$|\\[,;! ]|\\text\{([^}]*)\}/g, (_, words: string | undefined) => words ?? ' ')
    .replace(
      /\([^()]*(?:π|\\pi|pi)\s*(?:≈|=|\\approx)[^()]*\)|(?:use|take|with|using)\s+(?:π|\\pi|pi)\s*(?:≈|=|\\approx|as)\s*[\d./]+/gi,
      ' ',
    )
    .replace(/\b(?:to|correct to|rounded to|in|within)\s+(?:the nearest\s+)?\d+\s+(?:decimal|significant|d\.?p|s\.?f)[^.;]*/gi, ' ');
  const all = [...text.matchAll(NUMBER)].map(({ index }) => index);
  const taken = new Set<number>();
  const found = (pattern: RegExp): readonly number[] | null => {
    const match = placed(pattern).exec(text);
    if (!match?.indices) return null;
    const places = match.indices.slice(1).flatMap(range => (range ? [range[0]] : []));
    if (places.some(place => taken.has(place)) || !places.every(place => all.includes(place))) return null;
    for (const place of places) taken.add(place);
    return match.slice(1).flatMap(value => (value === undefined ? [] : [Number(value)]));
  };
  const first = (...patterns: readonly string[]): readonly number[] | null => {
    for (const pattern of patterns) {
      const values = found(worded(pattern));
      if (values) return values;
    }
    return null;
  };
  return {
    text,
    take: name =>
      first(
        String.raw`\b(?:${name})s?\b${LINK}${N}(?!\s*(?:and|by|×|x)\s*\d)`,
        String.raw`(?<![\d.])${N}${UNIT}\s*(?:in |long |wide |high |tall |of )?(?:${name})\b`,
      )?.[0] ?? null,
    pair: name => {
      const values = first(
        String.raw`\b(?:${name})(?:s|es)?\b${LINK}${N}${UNIT}\s*(?:and|,|by|×|x)\s*${N}`,
        String.raw`(?<![\d.])${N}${UNIT}\s*(?:and|,|by|×|x)\s*${N}${UNIT}\s*(?:long )?(?:${name})`,
      );
      const [a, b] = values ?? [];
      return a === undefined || b === undefined ? null : [a, b];
    },
    match: found,
    reset: () => taken.clear(),
    takeAll: () => {
      for (const place of all) taken.add(place);
    },
    allTaken: () => all.length > 0 && all.every(place => taken.has(place)),
  };
}

/** Reads one kind of figure; null for all others. */
export type FigureReader = (numbers: Numbers) => Figure | null;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** What is asked for decides which letters and words are held to a value. */
export const figure = (
  givens: readonly number[],
  letters: Figure['letters'],
  words: Figure['words'],
  onWay: readonly number[],
  unknown: readonly number[] = onWay,
): Figure => ({ givens, letters, words, onWay, unknown });

export const asks = (text: string, what: RegExp): boolean => asking(what.source).test(text);

const asking = remembered(
  what =>
    new RegExp(
      String.raw`\b(?:find|what(?:'s| is| are)|calculate|compute|determine|work out|how (?:long|big|large|high|tall|far|much))\b[^.?]*?(?:${what})`,
      'i',
    ),
  1024,
);
