import * as Q from '../../../math/rational.ts';
import type { Step } from '../../../solution/solution.ts';
import { type Compass, isForeign, isMatched, isMismatched, key, keysIn, likeness, nearest } from '../compass.ts';
import { knownBesides, readingsIn } from '../quantities.ts';
import { covered, wordsIn } from '../words.ts';
import { flag, type Here } from './here.ts';

/** What a step's own words, numbers and results say, put beside the reference's lines: each a number between 0 and 1. */
export interface TextSigns {
  /** Calculates with a number that neither the reference nor an earlier step has. */
  readonly strange: number;
  /** Names a number from nowhere that is not what it calculates; calculates with one that an earlier step brought in so. */
  readonly stray: number;
  readonly usesStray: number;
  /** A number that nothing before it has: in a step without a calculation, in one with, and the first. */
  readonly newNumber: number;
  readonly newNumberHere: number;
  readonly firstNewNumber: number;
  /** The reference's very calculation; or its numbers, put together to another result; or the share of numbers in common. */
  readonly sameCalculation: number;
  readonly sameNumbers: number;
  readonly likeness: number;
  /** How like the most similar line of the reference is, by words and numbers; and whether that line has the same result or another. */
  readonly near: number;
  readonly nearDisagrees: number;
  readonly nearAgrees: number;
  readonly wordsAgree: number;
  /** Share of its numbers that the reference names. */
  readonly numbersReference: number;
  /** Its result is the known answer. */
  readonly reaches: number;
  /** No number, or only numbers of earlier steps and no calculation. */
  readonly noNumbers: number;
  readonly repeats: number;
}

/** What the steps so far had. */
export interface Past {
  readonly heard: Set<string>;
  readonly stated: Set<string>;
  /** Numbers that steps brought in from nowhere. */
  readonly strays: Set<string>;
  /** Numbers that need not be given. */
  readonly besides: ReadonlySet<string>;
  fresh: boolean;
}

export const pastOf = (problem: string): Past => ({
  heard: new Set(keysIn(problem)),
  stated: new Set(),
  strays: new Set(),
  besides: new Set(knownBesides(problem).map(({ value }) => key(value))),
  fresh: false,
});

/** Adds what the step has to the past. */
export function textSigns(compass: Compass, step: Step, here: Here, past: Past): TextSigns {
  const { spoken } = compass;
  const [words, numbers] = [wordsIn(step.text), keysIn(step.text)];
  const values = here.map(({ c }) => key(c.value));
  const isKnown = (n: string): boolean => !isForeign(compass, n) || past.heard.has(n);
  const said = readingsIn(step.text.replace(LABELS, '')).map(readings => readings.map(({ value }) => key(value)));
  const isSaid = (n: string): boolean => spoken.has(n) || past.heard.has(n) || past.besides.has(n) || values.includes(n);
  const strays = said.filter(readings => !readings.some(isSaid)).flat();
  const fresh = said.some(readings => !readings.some(isKnown));
  const free = here.flatMap(({ c }) => c.operands.flatMap(o => (o.source === null ? [key(o.node.value)] : [])));
  const near = nearest(compass, words, numbers);
  const byWords = nearest(compass, words, null);
  const agrees = (line: typeof near.line) => line !== null && values.some(value => line.results.has(value));
  const disagrees = here.length > 0 && near.line !== null && near.line.results.size > 0 && !agrees(near.line);
  const signs = {
    strange: flag(free.some(n => !spoken.has(n))),
    stray: flag(strays.length > 0),
    usesStray: flag(free.some(n => past.strays.has(n))),
    newNumber: flag(fresh && here.length === 0),
    newNumberHere: flag(fresh && here.length > 0),
    firstNewNumber: flag(fresh && !past.fresh),
    sameCalculation: flag(here.some(({ c }) => isMatched(compass, c))),
    sameNumbers: flag(here.some(({ c }) => isMismatched(compass, c))),
    likeness: Math.max(0, ...here.map(({ c }) => likeness(compass, c))),
    near: near.score,
    nearDisagrees: disagrees ? near.score : 0,
    nearAgrees: agrees(near.line) ? near.score : 0,
    wordsAgree: agrees(byWords.line) ? byWords.score : 0,
    numbersReference: covered(numbers, spoken),
    reaches: flag(here.some(({ c }) => Q.equal(c.value, compass.answer))),
    noNumbers: flag(numbers.size === 0),
    repeats: flag(here.length === 0 && numbers.size > 0 && [...numbers].every(n => past.stated.has(n))),
  };
  for (const n of strays) past.strays.add(n);
  past.fresh ||= fresh;
  for (const n of numbers) {
    past.heard.add(n);
    past.stated.add(n);
  }
  return signs;
}

/** `week 3`, `months 2-3`: a number that tells which one, and is no quantity. */
const LABELS =
  /\b(?:year|month|week|day|hour|level|floor|round|step|class|grade|part|group|team)s?\s+\d+(?:\s*(?:[-–,&]|to|and|through)\s*\d+)*\b(?![.,/]\d)/gi;
