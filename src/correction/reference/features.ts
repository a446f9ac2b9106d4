import * as Q from '../../math/rational.ts';
import { lettersOf } from '../../math/tree.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import { type Compass, compassOf, isForeign, isMatched, isMismatched, type Known, key, keysIn, likeness, nearest } from './compass.ts';
import type { Calculation } from './graph.ts';
import { type Mend, mendsOf } from './mend.ts';
import { covered, overlap, wordsIn } from './words.ts';

/** What speaks for and against a step being the first mistake: each a number between 0 and 1. */
export interface Features {
  /** The first step that is refuted by itself. */
  readonly refuted: number;
  /** A result that the reference does not have, not even in another order or unit: the first such step. */
  readonly firstForeign: number;
  /** The same, by what the text says after a sign of equality. */
  readonly firstStated: number;
  /** A step before this one has a result or a number that the reference does not have. */
  readonly afterForeign: number;
  /** A calculation that is neither the reference's nor has one of its results: the first, and after it. */
  readonly firstDrift: number;
  readonly afterDrift: number;
  /** Calculates with a number that neither the reference nor an earlier step has. */
  readonly strange: number;
  /** A number that nothing before it has: in a step without a calculation, in one with, and the first. */
  readonly newNumber: number;
  readonly newNumberHere: number;
  readonly firstNewNumber: number;
  /** The reference's very calculation; or its numbers, put together to another result; or the share of numbers in common. */
  readonly sameCalculation: number;
  readonly sameNumbers: number;
  readonly likeness: number;
  /** Another result here makes the rest of the student's chain give the known answer: any, one the reference names, one it computes on the way. */
  readonly needed: number;
  readonly neededKnown: number;
  readonly neededResult: number;
  readonly firstNeededKnown: number;
  /** And a small change of this calculation gives it, 1 the smallest; or none does. */
  readonly repair: number;
  readonly noRepair: number;
  /** How like the most similar line of the reference is, by words and numbers; and whether that line has the same result or another. */
  readonly near: number;
  readonly nearDisagrees: number;
  readonly nearAgrees: number;
  readonly wordsAgree: number;
  /** Share of its numbers that the reference names. */
  readonly numbersReference: number;
  /** The final answer is computed from its result. */
  readonly usedLater: number;
  /** Where it stands to the steps that go along with the reference. */
  readonly justAfterMatch: number;
  readonly beforeLastMatch: number;
  readonly firstUnmatched: number;
  readonly noMatchYet: number;
  /** Its result is the known answer. */
  readonly reaches: number;
  /** No number, or only numbers of earlier steps and no calculation. */
  readonly noNumbers: number;
  readonly repeats: number;
  /** The first line that sets up an equation. */
  readonly firstEquation: number;
  /** Goes on from the known answer to something else. */
  readonly beyondAnswer: number;
  /** Its result is a number of the problem. */
  readonly resultGiven: number;
  /** Share of its words that the problem has, and how like the problem's question it is. */
  readonly wordsProblem: number;
  readonly question: number;
  readonly first: number;
  readonly third: number;
  readonly last: number;
  readonly position: number;
}

export interface Candidate {
  readonly step: number;
  readonly features: Features;
  readonly mend: Mend | null;
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** What the steps so far had. */
interface Past {
  readonly heard: Set<string>;
  readonly stated: Set<string>;
  foreign: boolean;
  result: boolean;
  told: boolean;
  drift: boolean;
  fresh: boolean;
  needed: boolean;
}

/**
 * Every step of a solution whose answer is wrong, with what speaks for its being the first mistake.
 * @param last the calculation that gives the final answer, or -1
 * @param refuted the first step that is refuted by itself, or -1
 */
export function candidatesIn(solution: Solution, graph: readonly Calculation[], last: number, known: Known, refuted: number): Candidate[] {
  const compass = compassOf(known);
  const mends = mendsOf(solution, graph, last, compass);
  const ancestors = ancestorsOf(graph, last);
  const steps = solution.steps.map((_, index) => graph.flatMap((c, at) => (c.step === index ? [{ c, at }] : [])));
  const matched = steps.map(
    here =>
      here.length > 0 &&
      here.every(({ c }) => isMatched(compass, c) || (compass.results.has(key(c.value)) && !startsFrom(c, known.answer))),
  );
  const lastMatch = matched.lastIndexOf(true);
  const firstUnmatched = steps.findIndex((here, i) => here.length > 0 && !matched[i]);
  const given = keysIn(solution.problem);
  const problemWords = wordsIn(solution.problem);
  const question = wordsIn(questionsIn(solution.problem));
  const past: Past = {
    heard: new Set(given),
    stated: new Set(),
    foreign: false,
    result: false,
    told: false,
    drift: false,
    fresh: false,
    needed: false,
  };
  return solution.steps.map((step, index) => {
    const here = steps[index] ?? [];
    const mend = mends[index] ?? null;
    const calculates = here.length > 0;
    const features: Features = {
      ...signsOfText(compass, step, here, past),
      ...signsOfMend(compass, mend, past),
      refuted: flag(index === refuted),
      usedLater: flag(here.some(({ at }) => ancestors.has(at))),
      justAfterMatch: flag(index === lastMatch + 1),
      beforeLastMatch: flag(index <= lastMatch),
      firstUnmatched: flag(index === firstUnmatched),
      noMatchYet: flag(lastMatch < 0 && calculates),
      firstEquation: flag(hasLetters(step) && !solution.steps.slice(0, index).some(hasLetters)),
      beyondAnswer: flag(here.some(({ c }) => startsFrom(c, known.answer) && !Q.equal(c.value, known.answer))),
      resultGiven: flag(here.some(({ c }) => given.has(key(c.value)))),
      wordsProblem: covered(wordsIn(step.text), problemWords),
      question: overlap(wordsIn(step.text), question),
      first: flag(index === 0),
      third: flag(index === 2),
      last: flag(index === solution.steps.length - 1),
      position: index / solution.steps.length,
    };
    return { step: index, features, mend };
  });
}

type Here = readonly { readonly c: Calculation; readonly at: number }[];

/** What the step's own words, numbers and results say. Adds them to the past. */
function signsOfText(compass: Compass, step: Step, here: Here, past: Past) {
  const { results, spoken } = compass;
  const [words, numbers] = [wordsIn(step.text), keysIn(step.text)];
  const values = here.map(({ c }) => key(c.value));
  const foreign = values.some(value => isForeign(compass, value));
  const told = resultsTold(step.text).some(value => isForeign(compass, value) && !past.heard.has(value));
  const drift = here.some(({ c }, i) => !isMatched(compass, c) && !results.has(values[i] ?? '') && !compass.elsewhere.has(values[i] ?? ''));
  const fresh = [...numbers].some(n => isForeign(compass, n) && !past.heard.has(n));
  const near = nearest(compass, words, numbers);
  const byWords = nearest(compass, words, null);
  const agrees = (line: typeof near.line) => line !== null && values.some(value => line.results.has(value));
  const disagrees = here.length > 0 && near.line !== null && near.line.results.size > 0 && !agrees(near.line);
  const signs = {
    firstForeign: flag(foreign && !past.result),
    firstStated: flag(told && !past.told),
    afterForeign: flag(past.foreign),
    firstDrift: flag(drift && !past.drift),
    afterDrift: flag(past.drift),
    strange: flag(here.some(({ c }) => c.operands.some(o => o.source === null && !spoken.has(key(o.node.value))))),
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
  past.result ||= foreign;
  past.foreign ||= foreign || fresh;
  past.told ||= told;
  past.drift ||= drift;
  past.fresh ||= fresh;
  for (const n of numbers) {
    past.heard.add(n);
    past.stated.add(n);
  }
  return signs;
}

function signsOfMend({ results, answer }: Compass, mend: Mend | null, past: Past) {
  const known = mend?.known === true;
  const signs = {
    needed: flag(mend !== null),
    neededKnown: flag(known),
    neededResult: flag(mend !== null && results.has(key(mend.value)) && !Q.equal(mend.value, answer)),
    firstNeededKnown: flag(known && !past.needed),
    repair: mend?.repair ? 1 / mend.repair.cost : 0,
    noRepair: flag(mend !== null && mend.repair === null),
  };
  past.needed ||= known;
  return signs;
}

const hasLetters = (step: Step): boolean => step.claims.some(c => c.statement !== null && lettersOf(c.statement).length > 0);

const questionsIn = (problem: string): string =>
  problem
    .split(/(?<=[.!?])\s+/)
    .filter(sentence => sentence.includes('?'))
    .join(' ');

const startsFrom = ({ operands }: Calculation, value: Q.Rational): boolean => operands.some(o => Q.equal(o.node.value, value));

/** Numbers after a sign of equality, read or not. */
function resultsTold(text: string): string[] {
  const found = [...text.matchAll(/=\s*\$?\s*(\d[\d,]*(?:\.\d+)?)/g)].map(([, digits = '']) => Q.parseDecimal(digits.replace(/,/g, '')));
  return found.flatMap(value => (value === null ? [] : [key(value)]));
}

/** Calculations that a calculation rests on, itself among them. */
function ancestorsOf(graph: readonly Calculation[], at: number): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (i: number) => {
    if (i < 0 || found.has(i)) return;
    found.add(i);
    for (const { source } of graph[i]?.operands ?? []) if (source !== null) visit(source);
  };
  visit(at);
  return found;
}
